"""Polling: ask for updates, hand each on, and only then ask for those after it.

The library's own polling confirms updates that are still in memory, and a crash loses them; here Telegram hears that an
update has arrived once it is written down. Whatever Telegram or the store does, the polling waits and goes on.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from telegram.error import Conflict, InvalidToken

from adapters.messenger import place
from adapters.telegram_wire import FloodedError, Line

log = logging.getLogger(__name__)

_LONGEST_WAIT = 30.0


class Poll:
    """Poll with one token. ``take`` hands an update on and raises where that must be tried again later.

    ``reached`` is told whether Telegram answers.
    """

    def __init__(
        self,
        line: Line,
        take: Callable[[Mapping[str, Any]], Awaitable[None]],
        reached: Callable[[bool], None],
        pause: Callable[[float], Awaitable[None]],
        *,
        seconds: int = 30,
    ) -> None:
        self._line, self._take, self._reached, self._pause, self._seconds = line, take, reached, pause, seconds

    async def run(self) -> None:
        """Poll until cancelled."""
        offset: int | None = None
        failures = 0
        while True:
            try:
                batch = await self._line.updates(offset, self._seconds)
                offset = await self._hand_on(batch)
            except Exception as error:
                failures += 1
                self._reached(False)
                wait = self._wait(error, failures)
                told = {"action": "poll_failed", "platform": "telegram", "error": type(error).__name__, "seconds": wait}
                log.warning("polling failed; I go on", extra={**told, "what": _why(error)})
                await self._pause(wait)
            else:
                if failures:
                    log.info("polling works again", extra={"action": "poll_recovered", "platform": "telegram", "count": failures})
                failures = 0
                self._reached(True)

    async def _hand_on(self, batch: list[Mapping[str, Any]]) -> int | None:
        """Hand on a batch, each person's updates in their order; returns the offset that confirms it.

        Nothing to confirm is None: after a quiet week Telegram starts to count anew, below an offset that was kept.
        """
        numbered = [one for one in batch if isinstance(one.get("update_id"), int)]
        if batch and not numbered:
            raise ValueError("updates without a number")
        persons: dict[object, list[Mapping[str, Any]]] = {}
        for one in sorted(numbered, key=lambda update: int(update["update_id"])):
            persons.setdefault(_person(one), []).append(one)
        results = await asyncio.gather(*(self._in_order(updates) for updates in persons.values()), return_exceptions=True)
        for result in results:
            if isinstance(result, BaseException):
                raise result
        return max(int(one["update_id"]) for one in numbered) + 1 if numbered else None

    async def _in_order(self, updates: list[Mapping[str, Any]]) -> None:
        for update in updates:
            await self._take(update)

    def _wait(self, error: Exception, failures: int) -> float:
        if isinstance(error, FloodedError):
            return error.seconds
        if isinstance(error, Conflict | InvalidToken):
            return _LONGEST_WAIT
        return float(min(2.0 ** min(failures - 1, 10), _LONGEST_WAIT))


def _why(error: Exception) -> str:
    if isinstance(error, Conflict):
        return "another process polls with this token, or a webhook is set"
    if isinstance(error, InvalidToken):
        return "Telegram no longer accepts the token"
    return place(error)


def _person(update: Mapping[str, Any]) -> object:
    """Find whose update it is, to keep the order; one of nobody's stands alone."""
    for part in update.values():
        sender = part.get("from") if isinstance(part, dict) else None
        if isinstance(sender, dict) and isinstance(sender.get("id"), int):
            return sender["id"]
    return ("update", update["update_id"])
