"""The clock: wakes the tutor when something is due, at least twice a minute, and sends what is to be sent.

Deadlines are rows in the store; the scheduler holds a handful of jobs of its own and nothing about people.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from adapters.delivery import Delivery
from adapters.messenger import Messenger, place
from adapters.reception import Reception

log = logging.getLogger(__name__)

_TICK = 30
_LOOK = 1
"""Seconds between two looks into the inbox, where another process writes it."""


class Clock:
    """Run what is due in one process. ``inbox`` are platforms whose messages another process writes down."""

    def __init__(self, reception: Reception, delivery: Delivery, now: Callable[[], datetime], inbox: tuple[Messenger, ...] = ()) -> None:
        self._reception, self._delivery, self._now, self._inbox = reception, delivery, now, inbox
        self._running: set[asyncio.Future[None]] = set()
        self._jobs = AsyncIOScheduler(timezone=UTC, job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None})

    def start(self) -> None:
        """Begin; the first tick comes at once."""
        now = self._now()
        self._jobs.add_job(self._guarded, "interval", (self.tick,), seconds=_TICK, next_run_time=now, id="tick")
        self._jobs.add_job(self._guarded, "interval", (self.prune,), hours=6, next_run_time=now + timedelta(minutes=5), id="prune")
        if self._inbox:
            self._jobs.add_job(self._guarded, "interval", (self.look,), seconds=_LOOK, id="look")
        self._jobs.start()

    def stop(self) -> None:
        """End; a tick that runs is let finish."""
        if self._jobs.running:
            self._jobs.shutdown(wait=False)

    async def tick(self) -> None:
        """Do what is due, send it, and wake again at the next deadline if that comes before the next round."""
        await self._reception.call(self._reception.tutor.tick, self._now())
        await self._delivery.deliver()
        due = await self._reception.call(self._reception.tutor.next_due)
        if due is not None and due < self._now() + timedelta(seconds=_TICK):
            when = max(due, self._now() + timedelta(seconds=1))
            self._jobs.add_job(self._guarded, "date", (self.tick,), run_date=when, id="due", replace_existing=True)

    async def prune(self) -> None:
        """Drop what has done its service."""
        await self._reception.call(self._reception.tutor.prune, self._now())

    async def look(self) -> None:
        """Answer what another process wrote down."""
        for messenger in self._inbox:
            await self._reception.catch_up(messenger)

    async def _guarded(self, work: Callable[[], Awaitable[None]]) -> None:
        """Run a job apart from the scheduler, which cancels what runs when it stops: a post that is being sent would end held."""
        task = asyncio.ensure_future(self._at_work(work))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        await asyncio.shield(task)

    async def _at_work(self, work: Callable[[], Awaitable[None]]) -> None:
        """Keep the clock going when the store is away; the work is due again at the next round."""
        try:
            await work()
        except Exception as error:
            log.error("the clock stumbled", extra={"action": "clock_failed", "error": type(error).__name__, "where": place(error)})
