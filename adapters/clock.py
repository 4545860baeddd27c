"""The clock: wakes the tutor when something is due, at least twice a minute, and sends what is to be sent.

Deadlines are rows in the store; a scheduler holds a handful of jobs of its own and nothing about people. Two drivers run the same
functions: APScheduler in the one process that has the database for itself, and the queue, once a period over all workers, where
several share a PostgreSQL. Looking into the inbox and sending are the leader's and stay with APScheduler. Sending goes on beside
planning, since a backlog may take long.

A clock on the wall that jumps ahead is not believed at once: it would plan pushes of a day that is not here, and farewells.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from adapters import metrics
from adapters.delivery import Delivery
from adapters.messenger import Messenger, place
from adapters.queue import Duty, Queue
from adapters.reception import Reception
from bot.store.backups import back_up, wanted

log = logging.getLogger(__name__)

_TICK = 30
_SEND, _PLAY, _LOOK, _PACKS = 2, 1, 0.25, 5
"""Seconds between two looks for posts that another worker may have planned, at live quizzes, into the inbox that another process
writes, and at the files of private packs, where there are any."""

_LOCKED = 0.05
"""Seconds after which a live quiz is looked at again that was being written to."""

_GRACE = 20.0
"""Seconds for which a tick is waited for at the end."""

_JUMP, _DOUBT = 3600, 600
"""Seconds by which the wall clock may differ from the steady one between two ticks, and for which it is doubted then."""


class Clock:
    """Run what is due.

    ``inbox`` are platforms whose messages another process writes down; ``backups`` is where to write one a day, None for nowhere;
    ``shared`` says that other workers are at work on the same database.
    """

    def __init__(
        self,
        reception: Reception,
        delivery: Delivery,
        now: Callable[[], datetime],
        inbox: Mapping[str, Messenger],
        *,
        backups: Path | None = None,
        shared: bool = False,
    ) -> None:
        self._reception, self._delivery, self._now, self._inbox, self._backups = reception, delivery, now, inbox, backups
        self._running: set[asyncio.Future[None]] = set()
        self._delivering: asyncio.Future[None] | None = None
        self._wanted = False
        self._before: tuple[datetime, float] | None = None
        self._doubtful_until = 0.0
        self._jobs = AsyncIOScheduler(timezone=UTC, job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None})
        self._queue: Queue | None = None
        if shared:
            duties = {
                "tick": Duty("* * * * * */15", self.tick),
                "prune": Duty("23 */6 * * * 0", self.prune),
                "back_up": Duty("41 * * * * 0", self.back_up),
            }
            self._queue = Queue(reception.tutor.database, duties)

    async def start(self) -> None:
        """Begin; the first tick comes at once."""
        now = self._now()
        every = self._jobs.add_job
        if self._queue is None:
            every(self._guarded, "interval", (self.tick,), seconds=_TICK, next_run_time=now, id="tick")
            every(self._guarded, "interval", (self.prune,), hours=6, next_run_time=now + timedelta(minutes=5), id="prune")
            every(self._guarded, "interval", (self.back_up,), hours=1, next_run_time=now + timedelta(minutes=1), id="backup")
        else:
            await self._queue.start()
            every(self._guarded, "interval", (self.send,), seconds=_SEND, id="send")
        every(self._guarded, "interval", (self.look,), seconds=_LOOK, id="look")
        every(self._guarded, "interval", (self.play,), seconds=_PLAY, id="play")
        every(self._guarded, "interval", (self.again,), seconds=_TICK, id="again")
        if self._reception.tutor.packs:
            every(self._guarded, "interval", (self.refresh,), seconds=_PACKS, id="packs")
        self._jobs.start()

    async def stop(self) -> None:
        """End; a tick that runs is let finish. Sending goes on until it is told to stop itself."""
        if self._jobs.running:
            self._jobs.shutdown(wait=False)
        if self._queue is not None:
            await self._queue.stop()
        planning = {task for task in self._running if task is not self._delivering}
        if planning:
            await asyncio.wait(planning, timeout=_GRACE)

    async def tick(self) -> None:
        """Do what is due, have it sent, and wake again at the next deadline if that comes before the next round."""
        now, tutor, call = self._now(), self._reception.tutor, self._reception.call
        if not self._believable(now):
            log.error("the clock of this machine jumped; nothing is planned until it holds still", extra={"action": "clock_jumped"})
            return
        await call(tutor.tick, now)
        metrics.beat.set(now.timestamp())
        metrics.look_at(*await call(tutor.outbox, now))
        await self.send()
        due = await call(lambda: tutor.next_due(tuple(self._delivery.messengers), games=False))
        if due is not None and due < self._now() + timedelta(seconds=_TICK) and self._jobs.running:
            when = max(due, self._now() + timedelta(seconds=1))
            self._jobs.add_job(self._guarded, "date", (self.tick,), run_date=when, id="due", replace_existing=True)

    async def play(self) -> None:
        """See to live quizzes, to each when it is due, up to the next round."""
        tutor, call = self._reception.tutor, self._reception.call
        until = self._now() + timedelta(seconds=_PLAY)
        if not self._believable(self._now()):
            return
        done = await call(tutor.play, self._now())
        while (due := await call(tutor.next_move)) is not None and due < until and self._now() < until:
            if done:
                await self.send()
            # What is due and was not done is locked for a moment: somebody's answer is being written there.
            await asyncio.sleep(max((due - self._now()).total_seconds(), 0.0 if done else _LOCKED))
            done = await call(tutor.play, self._now())
        if done:
            await self.send()

    async def send(self) -> None:
        """Have sent what may go out, also what comes while that is under way; what has to wait for its chat goes when it may."""
        self._wanted = True
        if self._delivering is None or self._delivering.done():
            self._delivering = self._apart(self._deliver)

    async def _deliver(self) -> None:
        tutor, call = self._reception.tutor, self._reception.call
        while self._wanted:
            self._wanted = False
            await self._delivery.deliver()
            due, now = await call(tutor.next_post, tuple(self._delivery.messengers)), self._now()
            if due is not None and due < now + timedelta(seconds=_TICK) and self._jobs.running:
                when = max(due, now + timedelta(seconds=1))
                self._jobs.add_job(self._guarded, "date", (self.send,), run_date=when, id="waiting", replace_existing=True)

    def _believable(self, now: datetime) -> bool:
        """Say whether the wall clock went on as the steady one did, or has kept its new time for a while."""
        steady = monotonic()
        before, self._before = self._before, (now, steady)
        if before is not None and abs((now - before[0]).total_seconds() - (steady - before[1])) > _JUMP:
            self._doubtful_until = steady + _DOUBT
        return steady >= self._doubtful_until

    async def refresh(self) -> None:
        """Take in private packs that changed. What is faulty in them is not said here: it may be anybody's words."""
        for pack in await self._reception.call(self._reception.tutor.refresh, self._now()):
            told = {"what": pack.folder.name, "count": len(pack.faults) or pack.items}
            if pack.faults:
                log.warning("a private pack has faults", extra={"action": "pack_faulty", **told})
            else:
                log.info("a private pack is live", extra={"action": "pack_live", **told})

    async def prune(self) -> None:
        """Drop what has done its service."""
        await self._reception.call(self._reception.tutor.prune, self._now())

    async def back_up(self) -> None:
        """Write the backup of the day."""
        folder, now = self._backups, self._now()
        if folder is not None and wanted(folder, now):
            await self._reception.call(back_up, self._reception.tutor.database, folder, now)
            log.info("backed up", extra={"action": "backed_up"})

    async def look(self) -> None:
        """Answer what another process wrote down."""
        for messenger in list(self._inbox.values()):
            await self._reception.catch_up(messenger)

    async def again(self) -> None:
        """Show what could not be shown at first."""
        for messenger in list(self._delivery.messengers.values()):
            await self._reception.catch_up(messenger)

    async def _guarded(self, work: Callable[[], Awaitable[None]]) -> None:
        """Run a job apart from the scheduler, which cancels what runs when it stops: a post that is being sent would end held."""
        with suppress(asyncio.CancelledError):
            await asyncio.shield(self._apart(work))

    def _apart(self, work: Callable[[], Awaitable[object]]) -> asyncio.Future[None]:
        task = asyncio.ensure_future(self._at_work(work))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return task

    async def _at_work(self, work: Callable[[], Awaitable[object]]) -> None:
        """Keep the clock going when the store is away; the work is due again at the next round."""
        try:
            await work()
        except Exception as error:
            log.error("the clock stumbled", extra={"action": "clock_failed", "error": type(error).__name__, "where": place(error)})
