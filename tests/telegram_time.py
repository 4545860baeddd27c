"""Time for what waits: it stands still until a test lets it run."""

import asyncio
from heapq import heappop, heappush


class Time:
    """``clock`` tells it, ``pause`` waits in it."""

    def __init__(self) -> None:
        self.now = 1000.0
        self._number = 0
        self._news = asyncio.Event()
        self._waiting: list[tuple[float, int, asyncio.Future]] = []

    def clock(self) -> float:
        return self.now

    async def pause(self, seconds: float) -> None:
        self._number += 1
        future = asyncio.get_running_loop().create_future()
        heappush(self._waiting, (self.now + seconds, self._number, future))
        self._news.set()
        await future

    async def somebody_waits(self) -> None:
        """Go on once somebody waits in this time."""
        async with asyncio.timeout(10):
            while not any(not future.done() for _moment, _number, future in self._waiting):
                self._news.clear()
                await self._news.wait()

    async def runs(self, seconds: float) -> None:
        """Let time run; everything that wakes on the way does so at its own moment."""
        end = self.now + seconds
        while True:
            await self.rests()
            if not self._waiting or self._waiting[0][0] > end:
                break
            moment, _number, future = heappop(self._waiting)
            self.now = max(self.now, moment)
            if not future.done():
                future.set_result(None)
        self.now = end

    async def rests(self) -> None:
        """Let everything go on that does not wait for time."""
        for _ in range(30):
            await asyncio.sleep(0)
