"""One process at work: platforms, reception, delivery, clock and pages, started and stopped together."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from adapters import metrics
from adapters.clock import Clock
from adapters.delivery import Delivery
from adapters.messenger import Messenger, StartFailed, place
from adapters.reception import Reception
from adapters.web import Pages

log = logging.getLogger(__name__)

_DRAIN = 20.0
"""Seconds that running answers may take at the end."""


@dataclass(slots=True)
class Running:
    """Run until told to stop. One platform that fails, at start or later, never takes another down.

    ``answering`` is false in a process that only writes the inbox; ``others_write`` are platforms whose inbox another process
    writes; ``backups`` is where one is written every day; ``say`` tells the operator something in one sentence.
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
    up: dict[str, Messenger] = field(default_factory=dict)

    @property
    def ready(self) -> bool:
        """Whether any platform is up, or none is wanted."""
        return bool(self.up) or not self.messengers

    async def run(self, stop: asyncio.Event) -> bool:
        """Start everything, wait for ``stop``, let running answers finish, stop everything; False where no platform started."""
        delivery = Delivery(self.reception, self.up, self.now)
        clock = Clock(self.reception, delivery, self.now, self.others_write, self.backups)
        try:
            if self.pages:
                await self.pages.start(self.host, self.port)
            await asyncio.gather(*map(self._start, self.messengers))
            if self.messengers and not self.up:
                return False
            if self.answering:
                await self.reception.call(self.reception.tutor.rank, "warm up")  # or the first question would wait for the index
                for messenger in self.up.values():
                    left = await self.reception.catch_up(messenger)
                    if left:
                        log.info("took over what was left", extra={"action": "caught_up", "platform": messenger.platform, "count": left})
                clock.start()
            await stop.wait()
        finally:
            clock.stop()
            if self.pages:
                await self.pages.stop()
            # First nothing more comes in, then what is being answered is shown, then the connections go.
            stopping = [asyncio.ensure_future(self._stop(messenger)) for messenger in self.up.values()]
            if not await self.reception.drain(_DRAIN):
                log.warning("some answers were not finished; the next start takes them over", extra={"action": "drain_timed_out"})
            with suppress(TimeoutError):
                await asyncio.wait_for(delivery.finish(), _DRAIN)
            await asyncio.gather(*stopping)
            self.reception.close()
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
