"""The menu of commands that Telegram shows beside the input field."""

from collections.abc import Sequence

from telegram import Bot, BotCommand, BotCommandScope, BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats

from bot.commands import Command, Where

_LONGEST = 256
_MOST = 100


def menus(commands: Sequence[Command]) -> list[tuple[BotCommandScope, tuple[BotCommand, ...]]]:
    """Make the menus: private chats get all that is not hidden, groups what works everywhere."""
    shown = [one for one in commands if not one.hidden]
    return [
        (BotCommandScopeAllPrivateChats(), _menu(shown)),
        (BotCommandScopeAllGroupChats(), _menu([one for one in shown if one.where is Where.EVERYWHERE])),
    ]


def _menu(commands: Sequence[Command]) -> tuple[BotCommand, ...]:
    return tuple(BotCommand(one.name, one.help[:_LONGEST]) for one in commands[:_MOST])


async def set_menus(bot: Bot, commands: Sequence[Command]) -> int:
    """Set the menus that differ from what Telegram has; returns how many."""
    changed = 0
    for scope, menu in menus(commands):
        if await bot.get_my_commands(scope=scope) != menu:
            await bot.set_my_commands(menu, scope=scope)
            changed += 1
    return changed
