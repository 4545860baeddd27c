"""The clock: wakes the tutor when something is due, at least twice a minute, and sends what is to be sent.

Deadlines are rows in the store; the scheduler holds a handful of jobs of its own and nothing about people. Sending goes on beside
planning, since a backlog may take long. A clock on the wall that jumps ahead is not believed at once: it would plan pushes of a
day that is not here, and farewells.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from adapters import metrics
from adapters.delivery import Delivery
from adapters.messenger import Messenger, place
from adapters.reception import Reception
from bot.store.backups import back_up, wanted

log = logging.getLogger(__name__)

_TICK = 30
_JUMP, _DOUBT = 3600, 600
"""Seconds by which the wall clock may differ from the steady one between two ticks, and for which it is doubted then."""

_LOOK = 1
"""Seconds between two looks into the inbox, where another process writes it."""


class Clock:
    """Run what is due in one process.

    ``inbox`` are platforms whose messages another process writes down; ``backups`` is where to write one a day, None for nowhere.
    """

    def __init__(
        self,
        reception: Reception,
        delivery: Delivery,
        now: Callable[[], datetime],
        inbox: tuple[Messenger, ...] = (),
        backups: Path | None = None,
    ) -> None:
        self._reception, self._delivery, self._now, self._inbox, self._backups = reception, delivery, now, inbox, backups
        self._running: set[asyncio.Future[None]] = set()
        self._delivering: asyncio.Future[None] | None = None
        self._before: tuple[datetime, float] | None = None
        self._doubtful_until = 0.0
        self._jobs = AsyncIOScheduler(timezone=UTC, job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None})

    def start(self) -> None:
        """Begin; the first tick comes at once."""
        now = self._now()
        self._jobs.add_job(self._guarded, "interval", (self.tick,), seconds=_TICK, next_run_time=now, id="tick")
        self._jobs.add_job(self._guarded, "interval", (self.prune,), hours=6, next_run_time=now + timedelta(minutes=5), id="prune")
        if self._backups is not None:
            self._jobs.add_job(self._guarded, "interval", (self.back_up,), hours=1, next_run_time=now + timedelta(minutes=1), id="backup")
        if self._inbox:
            self._jobs.add_job(self._guarded, "interval", (self.look,), seconds=_LOOK, id="look")
        self._jobs.start()

    def stop(self) -> None:
        """End; a tick that runs is let finish."""
        if self._jobs.running:
            self._jobs.shutdown(wait=False)

    async def tick(self) -> None:
        """Do what is due, have it sent, and wake again at the next deadline if that comes before the next round."""
        now, tutor, call = self._now(), self._reception.tutor, self._reception.call
        if not self._believable(now):
            log.error("the clock of this machine jumped; nothing is planned until it holds still", extra={"action": "clock_jumped"})
            return
        await call(tutor.tick, now)
        metrics.beat.set(now.timestamp())
        metrics.look_at(*await call(tutor.outbox, now))
        if self._delivering is None or self._delivering.done():
            self._delivering = self._apart(self._delivery.deliver)
        due = await call(tutor.next_due, tuple(self._delivery.platforms))
        if due is not None and due < self._now() + timedelta(seconds=_TICK):
            when = max(due, self._now() + timedelta(seconds=1))
            self._jobs.add_job(self._guarded, "date", (self.tick,), run_date=when, id="due", replace_existing=True)

    def _believable(self, now: datetime) -> bool:
        """Say whether the wall clock went on as the steady one did, or has kept its new time for a while."""
        steady = monotonic()
        before, self._before = self._before, (now, steady)
        if before is not None and abs((now - before[0]).total_seconds() - (steady - before[1])) > _JUMP:
            self._doubtful_until = steady + _DOUBT
        return steady >= self._doubtful_until

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
        for messenger in self._inbox:
            await self._reception.catch_up(messenger)

    async def _guarded(self, work: Callable[[], Awaitable[None]]) -> None:
        """Run a job apart from the scheduler, which cancels what runs when it stops: a post that is being sent would end held."""
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
