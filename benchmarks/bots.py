"""The process that is measured: the tutor as `tutor run` builds it, or a bare bot on the same library that sends back what it gets.

``python -m benchmarks.bots PLATFORM tutor|echo ADDRESS [GATEWAY]``; what the tutor needs stands in the environment. The limits
that the platforms set are lifted: at their 25 to 50 messages a second nothing could be measured but waiting.
"""

import asyncio
import signal
import sys

from adapters.logs import set_up
from adapters.messenger import Messenger
from adapters.workshop import real_now, tutor
from benchmarks.crowd_telegram import TOKEN


async def the_tutor(platform: str, address: str, gateway: str, stop: asyncio.Event) -> None:
    """Run the tutor."""
    from adapters.reception import Reception
    from adapters.running import Running
    from adapters.throttle import Throttle

    reception = Reception(tutor(None), real_now, throttle=Throttle(burst=10**9))
    if platform == "telegram":
        from adapters.telegram import Telegram
        from adapters.telegram_pace import UNLIMITED, Pace

        free = Pace(private=UNLIMITED, group=UNLIMITED, overall=UNLIMITED)
        messenger: Messenger = Telegram(TOKEN, reception, real_now, base_url=address, pace=free)
    else:
        from adapters.discord import Discord
        from tests.discord_gateway import TOKEN as DISCORD_TOKEN

        messenger = Discord(DISCORD_TOKEN, reception, real_now, api=address, gateway=gateway)
    await Running(reception, [messenger], real_now, lambda said: print(said, flush=True)).run(stop)


async def telegram_echo(address: str, stop: asyncio.Event) -> None:
    """Run the bare bot on python-telegram-bot as the library builds it: one update after the other, which is also its fastest way."""
    from telegram import Update
    from telegram.ext import Application, CallbackQueryHandler, ContextTypes, MessageHandler, filters

    async def message(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.message
        await update.message.reply_text(update.message.text or "")

    async def tap(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        query = update.callback_query
        assert query
        await query.answer()
        if query.data and query.data.startswith("/answer"):
            await query.edit_message_text(query.data)
        else:
            await query.message.reply_text(query.data)

    builder = Application.builder().token(TOKEN).base_url(f"{address}/bot")
    app = builder.build()
    app.add_handler(MessageHandler(filters.ALL, message))
    app.add_handler(CallbackQueryHandler(tap))
    async with app:
        await app.start()
        await app.updater.start_polling()
        print("the echo bot has started", flush=True)
        await stop.wait()
        await app.updater.stop()
        await app.stop()


async def discord_echo(address: str, gateway: str, stop: asyncio.Event) -> None:
    """Run the bare bot on discord.py."""
    import discord

    from adapters.discord_client import use_server
    from tests.discord_gateway import TOKEN as DISCORD_TOKEN

    use_server(address, gateway)
    intents = discord.Intents.none()
    intents.guilds = intents.dm_messages = True
    client = discord.Client(intents=intents, max_messages=None)

    @client.event
    async def on_ready() -> None:
        print("the echo bot has started", flush=True)

    @client.event
    async def on_message(message: discord.Message) -> None:
        if not message.author.bot:
            await message.channel.send(message.content)

    @client.event
    async def on_interaction(interaction: discord.Interaction) -> None:
        data = interaction.data or {}
        if "/answer" in data.get("custom_id", ""):
            await interaction.response.edit_message(content=data["custom_id"])
        else:
            await interaction.response.send_message(data.get("custom_id") or data["name"])

    running = asyncio.create_task(client.start(DISCORD_TOKEN))
    await stop.wait()
    await client.close()
    await running


async def main(platform: str, kind: str, address: str, gateway: str = "") -> None:
    """Run until told to stop."""
    stop = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    if kind == "tutor":
        await the_tutor(platform, address, gateway, stop)
    elif platform == "telegram":
        await telegram_echo(address, stop)
    else:
        await discord_echo(address, gateway, stop)


if __name__ == "__main__":
    set_up(level="ERROR")
    asyncio.run(main(*sys.argv[1:]))
