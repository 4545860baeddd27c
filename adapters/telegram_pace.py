"""The pace: how fast messages may go to Telegram, chat by chat and altogether.

1. A chat has a bucket of its own; what waits for it waits for nobody else. Then comes the bucket of all chats.
2. In either, answers go before pushes, and otherwise first come is first served.
3. After a 429 only the chat it was about pauses, until a moment of a clock that no one can set back.

A bucket of ``burst`` that fills at ``rate`` lets through ``burst + rate * seconds`` in any stretch of time; the numbers are
chosen so that no stretch is beyond what Telegram names.
"""

import asyncio
from bisect import insort
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from time import monotonic

from adapters import metrics


@dataclass(frozen=True, slots=True)
class Rate:
    """So many at once, and so many a second for ever."""

    burst: float
    rate: float


PRIVATE = Rate(3, 1)
GROUP = Rate(5, 0.25)
"""At most 20 in any minute."""
OVERALL = Rate(5, 25)
"""At most 30 in any second."""
UNLIMITED = Rate(1e9, 1e9)
_CHATS = 10_000


class _Gate:
    """A bucket with a line of those who wait at it."""

    def __init__(self, rate: Rate, clock: Callable[[], float], pause: Callable[[float], Awaitable[None]]) -> None:
        self._rate, self._clock, self._pause = rate, clock, pause
        self._left, self._at = rate.burst, clock()
        self._closed_until = self._at
        self._line: list[tuple[bool, int, asyncio.Event]] = []
        self._number = 0

    def wait(self) -> float:
        """Tell for how many seconds the next one has to wait."""
        now = self._clock()
        self._left = min(self._rate.burst, self._left + (now - self._at) * self._rate.rate)
        self._at = now
        # The small allowance keeps rounding from asking for pauses of no length.
        return max(self._closed_until - now, 0.0 if self._left >= 1 - 1e-6 else (1 - self._left) / self._rate.rate, 0.0)

    def closed(self) -> bool:
        """Say whether the gate is shut after a 429."""
        return self._closed_until > self._clock()

    def close(self, seconds: float) -> None:
        """Shut the gate for so long at least."""
        self._closed_until = max(self._closed_until, self._clock() + seconds)

    def idle(self) -> bool:
        """Say whether a new gate would be no different."""
        return not self._line and not self.closed() and self.wait() == 0 and self._left >= self._rate.burst - 1e-6

    async def enter(self, push: bool) -> None:
        """Wait for a turn, and take it."""
        self._number += 1
        ticket = (push, self._number, asyncio.Event())
        insort(self._line, ticket)
        try:
            while True:
                if self._line[0] is not ticket:
                    await ticket[2].wait()
                    ticket[2].clear()
                elif (seconds := self.wait()) > 0:
                    await self._pause(seconds)
                else:
                    self._left -= 1
                    return
        finally:
            self._line.remove(ticket)
            if self._line:
                self._line[0][2].set()


class Pace:
    """Say when a message may go. ``clock`` is in seconds and only goes forward; ``pause`` waits for seconds."""

    def __init__(
        self,
        clock: Callable[[], float] = monotonic,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
        *,
        private: Rate = PRIVATE,
        group: Rate = GROUP,
        overall: Rate = OVERALL,
        chats: int = _CHATS,
    ) -> None:
        self._clock, self._pause = clock, pause
        self._private, self._group, self._most = private, group, chats
        self._gates: OrderedDict[int, _Gate] = OrderedDict()
        self._overall = _Gate(overall, clock, pause)

    async def turn(self, chat: int, *, push: bool = False) -> None:
        """Wait until a message may go to a chat. Groups have negative ids."""
        began = self._clock()
        gate = self._gate(chat)
        await gate.enter(push)
        await self._overall.enter(push)
        while gate.closed():  # a 429 came while this one waited for all chats
            await gate.enter(push)
            await self._overall.enter(push)
        if (waited := self._clock() - began) > 0:
            metrics.waits.labels("telegram").inc(waited)

    def wait(self, chat: int) -> float:
        """Tell for how many seconds a chat takes nothing, were this message the next."""
        gate = self._gates.get(chat)
        return max(gate.wait() if gate else 0.0, self._overall.wait() if self._overall.closed() else 0.0)

    def stop(self, chat: int | None, seconds: float) -> None:
        """Send nothing to a chat for so long; without one, nothing to anybody."""
        (self._overall if chat is None else self._gate(chat)).close(seconds)

    @property
    def chats(self) -> int:
        """How many chats are remembered."""
        return len(self._gates)

    def _gate(self, chat: int) -> _Gate:
        gate = self._gates.get(chat)
        if gate is None:
            self._forget()
            gate = self._gates[chat] = _Gate(self._group if chat < 0 else self._private, self._clock, self._pause)
        self._gates.move_to_end(chat)
        return gate

    def _forget(self) -> None:
        """Drop the chats that were quiet for longest; who waits or is paused is kept."""
        for chat in list(self._gates)[:8] if len(self._gates) >= self._most else ():
            if self._gates[chat].idle():
                del self._gates[chat]
