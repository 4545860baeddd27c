"""The reception: what platforms deliver is written down, answered in order, person by person, and shown.

1. A message is written into the inbox before its platform is told that it arrived; a repeat is known by its id. What
   arrives at the same time is written together, and taps in live quizzes are answered together as they are written.
2. Each person's messages are answered first in, first out; a slow one halts nobody else.
3. The engine works in threads. Its answer commits together with its effects; then it is shown, then what was said is blanked.
4. What a crash left behind is answered, or shown, at the next start, and before anything new of the same person.
"""

import asyncio
import logging
from collections import Counter, deque
from collections.abc import Awaitable, Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime
from typing import TypeVar

from adapters import metrics
from adapters.messenger import DeliveryFailed, Messenger, answer, answer_many, place, with_picture
from adapters.throttle import Throttle, Verdict
from adapters.tray import Tray
from bot.chat import Incoming, Reply
from bot.store.database import AWAY
from bot.tutor import Tutor

log = logging.getLogger(__name__)
T = TypeVar("T")
_Arrived = tuple[Messenger, Incoming, list[Reply] | None]
"""A message, who delivered it, and its answer where that is known already."""

FLOOD = Reply("That is more than I can answer at once, so I left out the last ones. Give me a minute, then send them again.", private=True)
_TRIES, _DOUBTS = 4, 2
"""How often an answer is tried, and how often it may be shown without our knowing: twice is better than not at all, more is not."""

_TOGETHER, _AT_A_TIME = 2, 16
"""So many taps are worth answering together; so many messages at most share a transaction, or the last would wait long for theirs."""

_LOTS = 2
"""Lots that are answered at once where the store is a server. More would only take the interpreter from one another."""

_WAIT = 2.0
"""Seconds before an answer is shown again where the platform does not say how long."""


_Waiting = tuple[Messenger, Incoming, list[Reply] | None, datetime]
"""Who answers what with what, where that is known, and since when it waits."""


class Reception:
    """Take in what comes, from all platforms; one for a process. Without ``answering`` it only writes the inbox.

    ``now`` tells the time (aware UTC). ``pause`` waits for seconds; tests pass their own.
    """

    def __init__(
        self,
        tutor: Tutor,
        now: Callable[[], datetime],
        *,
        threads: int = 4,
        answering: bool = True,
        throttle: Throttle | None = None,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self.tutor, self.now = tutor, now
        self.answering = answering
        self._throttle = throttle or Throttle()
        self._pause = pause
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="tutor")
        self._drawing = ThreadPoolExecutor(1, thread_name_prefix="pictures")  # or a class that ends its exam would hold up all answers
        self._arrived: Tray[_Arrived, bool] = Tray(self._write_down)
        lots = 1 if tutor.database.embedded else _LOTS  # an embedded store has one writer
        self._asked: Tray[Incoming, list[Reply]] = Tray(lambda lot: self._in_thread(answer_many, tutor, lot), _AT_A_TIME, lots)
        self._shown: Tray[Incoming, None] = Tray(lambda lot: self._in_thread(tutor.shown, lot))
        self._lines: dict[tuple[str, str, str | None], deque[_Waiting]] = {}
        self._tasks: set[asyncio.Future[object]] = set()
        self._arriving: Counter[tuple[str, str | None]] = Counter()
        self._looking: dict[object, set[tuple[str, str | None]]] = {}
        self._doubtful: set[tuple[str, str | None]] = set()
        self._taking_over = asyncio.Lock()

    async def receive(self, messenger: Messenger, incoming: Incoming, replies: list[Reply] | None = None) -> bool:
        """Write a message down and put it in its person's line; once this returns, the platform may be told.

        ``replies`` is the answer where the platform's own adapter knows it. Returns whether the message will be answered. A flood is
        refused before anything is written.
        """
        if not self.tutor.addressed(incoming):
            return False
        sender = incoming.sender
        metrics.updates.labels(sender.platform).inc()
        verdict = self._throttle.ask(f"{sender.platform}:{sender.user}", self.now().timestamp())
        if verdict is not Verdict.TAKE:
            metrics.floods.labels(sender.platform).inc()
            if verdict is Verdict.SAY:
                self._start(self._say(messenger, incoming, [FLOOD]))
            return verdict is Verdict.SAY
        with self._arrives(incoming):
            return await self._arrived.put((messenger, incoming, replies))

    async def _write_down(self, lot: Sequence[_Arrived]) -> Sequence[bool]:
        """Write down what has arrived, in its order; what is new is in line before anybody else can find it in the inbox."""
        at_once = [self.answering and _who(incoming) not in self._lines for _messenger, incoming, _replies in lot]
        messages, known = [one[1] for one in lot], [one[2] for one in lot]
        try:
            found = await self._in_thread(self.tutor.take_in, messages, known, at_once)
        except AWAY:
            raise
        except Exception as error:  # a bug of ours; each is answered alone, and nothing that arrived is lost
            log.error("answering together failed", extra={"action": "take_in_failed", "error": type(error).__name__, "where": place(error)})
            new = await self._in_thread(self.tutor.keep, messages, known)
            found = list(zip(new, known, strict=True))
        for (messenger, incoming, before), (is_new, replies) in zip(lot, found, strict=True):
            if is_new and self.answering:
                if before is None and replies is not None:
                    metrics.answered(incoming.sender.platform, replies)
                self._queue(messenger, incoming, replies)
        return [is_new for is_new, _replies in found]

    async def catch_up(self, messenger: Messenger) -> int:
        """Take over what was written down and is not done: by an earlier run, by a process that only writes, or by ourselves in vain.

        A messenger asks for it once it can show answers and before it hears anything new, or somebody's second message would be
        answered before their first. What may have been shown already is left to the next run. Returns how many were taken over.
        """
        if not self.answering:
            return 0
        async with self._taking_over:  # two at once would take over the same
            known = self._looking[look := object()] = self._at_hand()
            try:
                found = await self._in_thread(self.tutor.unfinished, messenger.platform)
                found = [(incoming, replies) for incoming, replies in found if _name(incoming) not in known | self._doubtful]
                found = await self._together(found)
                mine = [(incoming, replies) for incoming, replies in found if _name(incoming) not in known]
            finally:
                del self._looking[look]
            for incoming, replies in mine:
                self._queue(messenger, incoming, replies)
        if mine:
            log.info("took over what was left", extra={"action": "caught_up", "platform": messenger.platform, "count": len(mine)})
        return len(mine)

    async def _together(self, kept: list[tuple[Incoming, list[Reply] | None]]) -> list[tuple[Incoming, list[Reply] | None]]:
        """Answer what can be answered together among messages that were kept, if nothing earlier of the same person stands in line."""
        open_ = [incoming for incoming, replies in kept if replies is None and _who(incoming) not in self._lines]
        if len(open_) < _TOGETHER:
            return kept
        try:
            found = await self._in_thread(self.tutor.answer_together, open_)
        except AWAY:
            raise
        except Exception as error:
            log.error("answering together failed", extra={"action": "take_in_failed", "error": type(error).__name__, "where": place(error)})
            return kept
        made = {_name(incoming): replies for incoming, replies in zip(open_, found, strict=True)}
        return [(incoming, replies if replies is not None else made.get(_name(incoming))) for incoming, replies in kept]

    async def ask(self, incoming: Incoming) -> list[Reply]:
        """Answer at once, without inbox or line: for what only reads."""
        return await self._in_thread(answer, self.tutor, incoming)

    async def call(self, function: Callable[..., T], *arguments: object) -> T:
        """Run something of the engine in one of its threads."""
        return await self._in_thread(function, *arguments)

    async def with_picture(self, reply: Reply) -> Reply:
        """Draw what a reply describes, if anything, beside everything else."""
        if reply.chart is None:
            return reply
        return await asyncio.get_running_loop().run_in_executor(self._drawing, with_picture, reply)

    async def drain(self, seconds: float) -> bool:
        """Wait until everything that was taken in is answered and shown; False where time ran out first."""
        if self._tasks:
            _done, pending = await asyncio.wait(self._tasks, timeout=seconds)
            return not pending
        return True

    def close(self) -> None:
        """Let the threads go."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        self._drawing.shutdown(wait=False, cancel_futures=True)

    async def _in_thread(self, function: Callable[..., T], *arguments: object) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, function, *arguments)

    @contextmanager
    def _arrives(self, incoming: Incoming) -> Iterator[None]:
        """Have it known that a message is being written down, so that whoever reads the inbox meanwhile leaves it alone."""
        name = _name(incoming)
        self._arriving[name] += 1
        for known in self._looking.values():
            known.add(name)
        try:
            yield
        finally:
            self._arriving[name] -= 1
            if not self._arriving[name]:
                del self._arriving[name]

    def _at_hand(self) -> set[tuple[str, str | None]]:
        """Name what is being written down or stands in a line."""
        return {*self._arriving, *(_name(item[1]) for line in self._lines.values() for item in line)}

    def _start(self, work: Awaitable[object]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _queue(self, messenger: Messenger, incoming: Incoming, replies: list[Reply] | None) -> None:
        who = _who(incoming)
        line = self._lines.get(who)
        one = (messenger, incoming, replies, self.now())
        if line is not None:
            line.append(one)
            return
        self._lines[who] = deque([one])
        self._start(self._serve(who))

    async def _serve(self, who: tuple[str, str, str | None]) -> None:
        """Answer one person's messages in order, until none is left."""
        line = self._lines[who]
        while line:
            try:
                await self._one(*line[0])
            except Exception as error:
                log.error(
                    "an update was not finished", extra={"action": "update_failed", "error": type(error).__name__, "where": place(error)}
                )
            line.popleft()
        del self._lines[who]

    async def _one(self, messenger: Messenger, incoming: Incoming, replies: list[Reply] | None, arrived: datetime) -> None:
        if replies is None:
            with metrics.answering.labels(incoming.sender.platform).time():
                replies = await self._asked.put(incoming)
            metrics.answered(incoming.sender.platform, replies)
        if await self._say(messenger, incoming, replies):
            self._doubtful.add(_name(incoming))  # until it is noted, it looks as if it were not shown
            await self._shown.put(incoming)
            self._doubtful.discard(_name(incoming))
            metrics.showing.labels(incoming.sender.platform).observe(max(0.0, (self.now() - arrived).total_seconds()))

    async def _say(self, messenger: Messenger, incoming: Incoming, replies: list[Reply]) -> bool:
        """Show an answer. What the platform refuses for good is done with; what it cannot take now waits until it is looked for again."""
        for number, said in enumerate(replies):
            reply = await self.with_picture(said)
            doubts = 0
            for attempt in range(1, _TRIES + 1):
                try:
                    await messenger.show(incoming, reply, number)
                    break
                except DeliveryFailed as failed:
                    metrics.failures.labels(messenger.platform, "answer").inc()
                    told = {"action": "show_failed", "platform": messenger.platform, "attempt": attempt, "reason": str(failed)[:200]}
                    log.warning("answer not shown", extra=told)
                    if failed.permanent:
                        return True
                    doubts += failed.ambiguous
                    if attempt == _TRIES or doubts == _DOUBTS:
                        if doubts:
                            self._doubtful.add(_name(incoming))
                        return False
                    await self._pause(failed.retry_after if failed.retry_after is not None else _WAIT * attempt)
        return True


def _who(incoming: Incoming) -> tuple[str, str, str | None]:
    return incoming.sender.platform, incoming.sender.user, incoming.sender.room


def _name(incoming: Incoming) -> tuple[str, str | None]:
    return incoming.sender.platform, incoming.update
