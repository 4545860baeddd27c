"""One process at work: platforms, reception, delivery, clock and pages, started and stopped together.

A platform runs in the process that leads its bot token. Where another one does, this process stands by, shares the planning, and
takes over within seconds once the other is gone.
"""

import asyncio
import gc
import logging
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from adapters import metrics
from adapters.clock import Clock
from adapters.delivery import Delivery
from adapters.leader import Leader
from adapters.messenger import Messenger, StartFailed, place
from adapters.reception import Reception
from adapters.web import Pages
from bot.store.database import AWAY

log = logging.getLogger(__name__)

_DRAIN = 20.0
"""Seconds that running answers may take at the end."""

_YOUNG = 5000
"""Objects made before the youngest are looked through for garbage. At the usual 700 a tenth of a busy tick went into that, in vain."""

_WATCH = 5.0
"""Seconds between two looks whether a platform may be led, or is led still."""


@dataclass(slots=True)
class Running:
    """Run until told to stop. One platform that fails, at start or later, never takes another down.

    ``answering`` is false in a process that only writes the inbox; ``others_write`` are platforms whose inbox another process
    writes; ``backups`` is where one is written every day; ``leaders`` say which platforms may be run here, a platform that is
    missing there always may; ``shared`` says that other workers are on the same database; ``say`` tells the operator something in
    one sentence.
    """

    reception: Reception
    messengers: Sequence[Messenger]
    now: Callable[[], datetime]
    say: Callable[[str], None]
    pages: Pages | None = None
    host: str = "0.0.0.0"  # noqa: S104  # behind the platform's router, as web processes are
    port: int = 8080
    answering: bool = True
    others_write: tuple[Messenger, ...] = ()
    backups: Path | None = None
    leaders: Mapping[str, Leader] = field(default_factory=dict)
    shared: bool = False
    watch: float = _WATCH
    up: dict[str, Messenger] = field(default_factory=dict)
    standing_by: set[str] = field(default_factory=set)

    @property
    def ready(self) -> bool:
        """Whether any platform is reached or stands by, or none is wanted."""
        return any(messenger.connected for messenger in self.up.values()) or bool(self.standing_by) or not self.messengers

    async def run(self, stop: asyncio.Event) -> bool:
        """Start everything, wait for ``stop``, let running answers finish, stop everything; False where no platform started."""
        delivery = Delivery(self.reception, self.up, self.now)
        inbox: dict[str, Messenger] = {}
        clock = Clock(self.reception, delivery, self.now, inbox, backups=self.backups, shared=self.shared)
        watching: list[asyncio.Task[None]] = []
        usual = gc.get_threshold()
        try:
            if self.pages:
                await self.pages.start(self.host, self.port)
            if self.answering:
                await self._warm_up()
            if await self._started(stop, inbox):
                if self.messengers and not self.up and not self.standing_by:
                    return False
                watching = [asyncio.create_task(self._watch(messenger, inbox)) for messenger in self.messengers]
                if self.answering:
                    await clock.start()
                await stop.wait()
        finally:
            for task in watching:
                task.cancel()
            await asyncio.gather(*watching, return_exceptions=True)
            await clock.stop()
            if self.pages:
                await self.pages.stop()
            # First nothing more comes in, then what is being answered is shown, then the connections go.
            stopping = [asyncio.ensure_future(self._stop(messenger)) for messenger in self.up.values()]
            if not await self.reception.drain(_DRAIN):
                log.warning("some answers were not finished; the next start takes them over", extra={"action": "drain_timed_out"})
            with suppress(TimeoutError):
                await asyncio.wait_for(delivery.finish(), _DRAIN)
            await asyncio.gather(*stopping)
            for leader in self.leaders.values():
                await self.reception.call(leader.release)
            self.reception.close()
            gc.unfreeze()
            gc.set_threshold(*usual)
        return True

    async def _lead(self, messenger: Messenger, inbox: dict[str, Messenger]) -> None:
        """Start a platform if it may be run here, and take over what an earlier run left."""
        leader = self.leaders.get(messenger.platform)
        if leader is not None and not await self.reception.call(leader.win):
            if messenger.platform not in self.standing_by:
                self.standing_by.add(messenger.platform)
                self.say(f"{messenger.platform}: another process runs it; this one stands by.")
            return
        if leader is not None:
            await self.reception.call(self.reception.tutor.take_over, messenger.platform, self.now())
        await self._start(messenger)
        if messenger.platform not in self.up:
            if leader is not None:
                await self.reception.call(leader.release)
            return
        self.standing_by.discard(messenger.platform)
        if messenger in self.others_write:
            inbox[messenger.platform] = messenger

    async def _watch(self, messenger: Messenger, inbox: dict[str, Messenger]) -> None:
        """Take a platform over once nobody leads it, and let it go where the right to lead it is lost."""
        leader = self.leaders.get(messenger.platform)
        while leader is not None:
            await asyncio.sleep(self.watch)
            try:
                if messenger.platform in self.standing_by:
                    await self._lead(messenger, inbox)
                elif messenger.platform in self.up and not await self.reception.call(leader.holds):
                    log.error("the right to run a platform is lost", extra={"action": "lead_lost", "platform": messenger.platform})
                    self.up.pop(messenger.platform)
                    inbox.pop(messenger.platform, None)
                    self.standing_by.add(messenger.platform)
                    await self._stop(messenger)
            except AWAY as error:
                log.error("the database is away", extra={"action": "watch_failed", "error": type(error).__name__})

    async def _warm_up(self) -> None:
        """Load what the first question would wait for; then keep the garbage collector from it.

        What is loaded stays to the end, and looking through it again and again would halt everybody for a tenth of a second.
        """
        await self.reception.call(self.reception.tutor.suggest, "warm up", self.now())
        gc.collect()
        gc.freeze()
        gc.set_threshold(_YOUNG)

    async def _started(self, stop: asyncio.Event, inbox: dict[str, Messenger]) -> bool:
        """Start all platforms; False where we are told to stop before that is done, which may take a while if one is away."""
        starting = asyncio.ensure_future(asyncio.gather(*(self._lead(messenger, inbox) for messenger in self.messengers)))
        stopping = asyncio.ensure_future(stop.wait())
        both: set[asyncio.Future[Any]] = {starting, stopping}
        await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
        stopping.cancel()
        if not starting.done():
            starting.cancel()
            await asyncio.gather(starting, return_exceptions=True)
            await asyncio.gather(*(self._stop(one) for one in self.messengers if one.platform not in self.up))
            return False
        return True

    async def _start(self, messenger: Messenger) -> None:
        try:
            await messenger.start()
        except StartFailed as failed:
            self.say(f"{messenger.platform}: {failed}")
        except Exception as error:
            log.error("a platform did not start", extra={"action": "start_failed", "error": type(error).__name__, "where": place(error)})
            self.say(f"{messenger.platform} did not start: {type(error).__name__}")
        else:
            self.up[messenger.platform] = messenger
            self.say(f"{messenger.platform} has started.")

    async def _stop(self, messenger: Messenger) -> None:
        try:
            await messenger.stop()
        except Exception as error:
            log.error("a platform did not stop", extra={"action": "stop_failed", "error": type(error).__name__, "where": place(error)})
        metrics.up.labels(messenger.platform).set(0)
