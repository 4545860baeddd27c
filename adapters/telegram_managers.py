"""Who manages a group: asked of Telegram, and believed for some minutes."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable

from telegram import Bot
from telegram.error import TelegramError

_BELIEVED = 300.0
_PATIENCE = 3.0
_GROUPS = 2_000


class Managers:
    """Know the managers of groups. ``clock`` is in seconds and only goes forward."""

    def __init__(self, bot: Bot, clock: Callable[[], float]) -> None:
        self._bot, self._clock = bot, clock
        self._known: OrderedDict[int, tuple[float, frozenset[str]]] = OrderedDict()

    async def manages(self, chat: int, user: str) -> bool:
        """Say whether somebody manages a group. Where Telegram does not say in time, nobody does."""
        until, names = self._known.get(chat, (0.0, frozenset[str]()))
        if self._clock() >= until:
            try:
                found = await asyncio.wait_for(self._bot.get_chat_administrators(chat), _PATIENCE)
            except (TelegramError, TimeoutError, TypeError, KeyError):
                return user in names  # what was known last
            names = frozenset(str(one.user.id) for one in found)
            self._known[chat] = (self._clock() + _BELIEVED, names)
            self._known.move_to_end(chat)
            if len(self._known) > _GROUPS:
                self._known.popitem(last=False)
        return user in names
