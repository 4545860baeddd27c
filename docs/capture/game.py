"""A whole game in a group, on both platforms: lobby, question, receipts, what was right, the end, and what may be done after it."""

import asyncio
from collections.abc import Callable

from adapters.delivery import Delivery
from bot.tutor import Tutor
from docs.capture import discord, telegram
from tests.conftest import Clock
from tests.discord_gateway import SERVER, Gateway
from tests.telegram_world import World, telegram_server

GROUP = ("ana", "ben", "cleo", "dora")
GIVEN = (("ana", "B"), ("ben", "C"), ("cleo", "B"), ("dora", "A"))
"""What everybody answers to each question."""

Add = Callable[[str, str, int], None]


async def on_telegram(tutor: Tutor, add: Add) -> None:
    """Take the pictures of a game in a Telegram group."""
    clock = Clock()
    async with telegram_server(clock) as server, World(tutor, server, lambda: clock.now) as world:
        server.group("study", managers=("ana",))

        async def passes(seconds: float) -> None:
            clock.sleeps(seconds=seconds)
            tutor.tick(clock.now, pulse=False)
            await world.delivery.deliver()

        def picture(name: str, *parts: str) -> None:
            add(f"telegram-game-{name}", telegram.chat(*parts, title="Study group", under="20 members"), telegram.WIDTH)

        def last(count: int = 1) -> list[str]:
            return [telegram.shown(one, group=True) for one in server.sees("study")[-count:]]

        await server.says("study", "/quiz icd10cm 3 20s", by="ana")
        for name in GROUP[1:]:
            await server.taps("study", "Join", by=name)
        await passes(5)
        picture("lobby", telegram.said("/quiz icd10cm 3 20s", "Ana"), *last())
        await server.taps("study", "Start", by="ana")
        await passes(3)
        for number in range(3):
            for name, letter in GIVEN[:3]:
                await server.taps("study", letter, by=name)
            await passes(5)
            if number == 0:
                receipt = server.calls("answerCallbackQuery")[-1]["text"]
                picture("question", *last(), telegram.note(f"Cleo alone sees for a moment: {receipt}"))
            await server.taps("study", "A", by="dora")
            await passes(3)
            if number == 0:
                picture("reveal", *last())
            await passes(8)
        picture("result", *last())
        await server.says("study", "/board", by="ben")
        picture("board", telegram.said("/board", "Ben"), *last())


async def on_discord(tutor: Tutor, add: Add) -> None:
    """Take the pictures of a game in a channel of a Discord server."""
    clock = Clock()
    async with discord.process(tutor, clock) as (gateway, process):
        delivery = Delivery(process.reception, {"discord": process.discord}, lambda: clock.now)

        async def passes(seconds: float) -> None:
            clock.sleeps(seconds=seconds)
            tutor.tick(clock.now, pulse=False)
            await delivery.deliver()

        gateway.permissions = str(1 << 11)  # it may write

        def picture(name: str, *parts: str) -> None:
            add(f"discord-game-{name}", discord.chat(*parts, title="# study-group"), discord.WIDTH)

        async def acts(name: str, label: str) -> dict:
            """Tap a button of the newest message of all; returns what only that person sees."""
            shown = _public(gateway)[-1]
            found = await gateway.taps(name, shown["id"], label)
            await gateway.until(lambda: found.answered is not None)
            await process.reception.drain(10)
            await asyncio.sleep(0.05)
            hidden = [one for one in gateway.messages.values() if one["channel_id"] == SERVER and one["flags"] & 64 and one["components"]]
            return hidden[-1] if hidden else {}

        command = await gateway.calls_command("ana", "quiz", {"area": "icd10cm", "how_many": 3, "pace": "20s"}, channel=SERVER)
        await gateway.until(lambda: command.answered is not None and bool(_public(gateway)))
        for name in GROUP[1:]:
            await acts(name, "Join")
        await passes(5)
        picture("lobby", discord.shown(_public(gateway)[-1], "/quiz icd10cm 3 20s"))
        await acts("ana", "Start")
        await passes(3)
        for number in range(3):
            for name, letter in GIVEN[:3]:
                receipt = await acts(name, letter)
            await passes(5)
            if number == 0:
                picture("question", discord.shown(_public(gateway)[-1]), discord.shown(receipt, "Answer", "Cleo"))
            await acts("dora", "A")
            await passes(3)
            if number == 0:
                picture("reveal", discord.shown(_public(gateway)[-1]))
            await passes(8)
        picture("result", discord.shown(_public(gateway)[-1]))
        board = await gateway.calls_command("ben", "board", {}, channel=SERVER)
        await gateway.until(lambda: board.answered is not None)
        await process.reception.drain(10)
        await asyncio.sleep(0.1)
        shown = [one for one in gateway.messages.values() if one["channel_id"] == SERVER and one["components"]][-1]
        picture("board", discord.shown(shown, "/board", "Ben"))


def _public(gateway: Gateway) -> list[dict]:
    return [one for one in gateway.messages.values() if one["channel_id"] == SERVER and not one["flags"] & 64 and one["components"]]
