"""Pins: a post is pinned in the place of the one before it, tried once."""

import logging
from collections.abc import Callable
from datetime import datetime

from telegram.error import TelegramError

from adapters.messenger import PINNED
from adapters.reception import Reception
from adapters.telegram_chat import Chats, Place
from adapters.telegram_event import PLATFORM
from bot.store.posts import Post

log = logging.getLogger(__name__)


class Pins:
    """Pin posts in groups; which message is pinned stands in a slot of the chat."""

    def __init__(self, chats: Chats, reception: Reception, now: Callable[[], datetime]) -> None:
        self._chats, self._reception, self._now = chats, reception, now

    async def pin(self, post: Post, chat: int, message: int) -> None:
        """Pin a message; where we may not, the engine tells whoever wanted it. The post itself is out, whatever becomes of this."""
        tutor, call = self._reception.tutor, self._reception.call
        try:
            before = await call(tutor.slot, PLATFORM, str(chat), PINNED)
            if await self._chats.pin(Place(chat, push=True), message, int(before) if before else None):
                await call(tutor.fill_slot, PLATFORM, str(chat), PINNED, str(message), self._now())
            else:
                await call(tutor.refused, post, "pin", self._now())
        except TelegramError as error:
            log.warning("a post was not pinned", extra={"action": "notice_failed", "platform": PLATFORM, "error": type(error).__name__})
