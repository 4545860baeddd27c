"""Taps on buttons: each is acknowledged once, so that it stops spinning; in a group the answer may be a line that goes with it."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Mapping
from typing import Any

from adapters.telegram_event import GROUPS
from adapters.telegram_text import plain, units
from bot.chat import Reply

_SPINS = 2.5
"""Seconds that a tap in a group may spin until it is acknowledged without a word."""

_LONGEST, _REMEMBERED = 200, 20_000


class Once:
    """Remember what was done, to do it once."""

    def __init__(self) -> None:
        self._seen: OrderedDict[str, None] = OrderedDict()

    def __contains__(self, what: str) -> bool:
        return what in self._seen

    def forget(self, what: str) -> None:
        """Note that something was not done."""
        self._seen.pop(what, None)

    def first(self, what: str) -> bool:
        """Note something; False where it was noted before."""
        if what in self._seen:
            return False
        self._seen[what] = None
        if len(self._seen) > _REMEMBERED:
            self._seen.popitem(last=False)
        return True


class Taps:
    """See to it that taps are acknowledged, each once. ``send`` does it without a word, beside everything else; it is given the id."""

    def __init__(self, send: Callable[[str], object]) -> None:
        self._send = send
        self._done = Once()
        self._spinning: dict[str, asyncio.TimerHandle] = {}

    def came(self, raw: Mapping[str, Any]) -> None:
        """Acknowledge the tap in an update, if there is one, also one that we cannot read.

        In a group it waits a moment for our answer, which may be a line for one person's eyes: only with the tap can it be shown there.
        """
        tap = raw.get("callback_query")
        if not isinstance(tap, dict) or not isinstance(name := tap.get("id"), str):
            return
        message = tap.get("message")
        chat = message.get("chat") if isinstance(message, dict) else None
        alone = not isinstance(chat, dict) or chat.get("type") not in GROUPS
        if alone or not str(tap.get("data") or "").startswith("/"):
            self.answer(name)
        elif name not in self._spinning and name not in self._done:
            self._spinning[name] = asyncio.get_running_loop().call_later(_SPINS, self.answer, name)

    def answer(self, tap: str) -> None:
        """Acknowledge a tap, unless that is done already."""
        if self.take(tap):
            self._send(tap)

    def take(self, tap: str) -> bool:
        """Leave it to the one who asks to acknowledge a tap, in their own way; False where it is done already."""
        if (timer := self._spinning.pop(tap, None)) is not None:
            timer.cancel()
        return self._done.first(tap)

    def give_back(self, tap: str) -> None:
        """Take a tap back that was not acknowledged after all."""
        self._done.forget(tap)

    def left(self, raw: Mapping[str, Any]) -> None:
        """Acknowledge the tap in an update to which nothing will be said."""
        tap = raw.get("callback_query")
        if isinstance(tap, dict) and isinstance(name := tap.get("id"), str):
            self.answer(name)

    def leave(self) -> None:
        """Acknowledge all that still spins."""
        for tap in list(self._spinning):
            self.answer(tap)


def whispered(reply: Reply) -> str | None:
    """Write a reply as the line that is shown to one person with their tap; None where it is too much for that."""
    text = plain(reply.text)
    small = reply.private and not reply.choices and not (reply.picture or reply.file or reply.chart)
    return text if small and units(text) <= _LONGEST else None
