"""A tutor on a Telegram of our own: what every test of the adapter starts from."""

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from adapters.delivery import Delivery
from adapters.reception import Reception
from adapters.telegram import Telegram
from adapters.telegram_pace import UNLIMITED, Pace
from bot.tutor import Tutor
from tests.telegram_server import TOKEN, TelegramServer
from tests.telegram_spec import Spec

on_sqlite = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
"""For what the kind of store is nothing to; conversations run on both."""


def specification() -> Spec:
    """The official description where it is at hand; the limits by hand are held in any case."""
    folder = os.environ.get("TUTOR_SHARED")
    return Spec(Path(folder) / "specs" / "telegram_api.json" if folder else None)


class Pauses:
    """Pauses that take no time, or as long as a test wants."""

    def __init__(self) -> None:
        self.asked: list[float] = []
        self.gate: asyncio.Event | None = None

    async def __call__(self, seconds: float) -> None:
        self.asked.append(seconds)
        if self.gate is not None:
            await self.gate.wait()
        await asyncio.sleep(0)


class World:
    """One process of ours: reception and messenger on a store. ``options`` go to the messenger."""

    def __init__(self, tutor: Tutor, server: TelegramServer, now: Callable, **options: object) -> None:
        self.tutor, self.server, self.now = tutor, server, now
        self.pauses = Pauses()
        options = {"pace": Pace(private=UNLIMITED, group=UNLIMITED, overall=UNLIMITED), "pause": self.pauses, "poll_seconds": 20} | options
        self.reception = Reception(tutor, now, pause=self.pauses)
        self.telegram = Telegram(options.pop("token", TOKEN), self.reception, now, base_url=server.url, **options)
        self.delivery = Delivery(self.reception, {"telegram": self.telegram}, now)
        server.settle = self.settle

    async def settle(self) -> None:
        """Wait until everything that was taken in is answered, and everything beside is done."""
        while self.reception._tasks or self.telegram._tasks:
            assert await self.reception.drain(10), "an answer does not come to an end"
            if self.telegram._tasks:
                await asyncio.wait(self.telegram._tasks, timeout=10)

    async def dies(self) -> None:
        """End like a killed process: nothing is finished, nothing is said to anybody."""
        for timer in self.telegram._taps._spinning.values():
            timer.cancel()
        trays = (self.reception._arrived, self.reception._asked, self.reception._shown, self.delivery._out)
        tasks = {
            self.telegram._running,
            *self.telegram._tasks,
            *self.reception._tasks,
            *(task for tray in trays for task in tray._writing),
        } - {None}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self.telegram._bot.shutdown()
        self.reception._threads.shutdown(wait=True)

    async def __aenter__(self) -> "World":
        await self.telegram.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.telegram.stop()
        self.reception.close()


@asynccontextmanager
async def telegram_server(clock: object) -> AsyncIterator[TelegramServer]:
    """A server whose every request was as it should be."""
    async with TelegramServer(specification(), lambda: clock.now) as server:
        yield server
    assert not server.faults, server.faults
