"""The clock of several workers on one PostgreSQL: procrastinate runs what is due once a period over all of them.

It carries no job for a person or a post; the rows are the truth, and a job that is lost or done twice changes nothing.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import quote, urlencode

import procrastinate
from procrastinate.jobs import Status
from sqlalchemy import text

from adapters.messenger import place
from bot.store.database import Database, DatabaseError

log = logging.getLogger(__name__)

_GRACE, _ANEW = 20.0, 3.0
_LOCK = 271_828_182
"""Any number that nobody else locks: two processes that start at once make the tables once."""


@dataclass(frozen=True, slots=True)
class Duty:
    """Something to be done once a period, by whichever worker comes first; ``cron`` has seconds in the sixth place."""

    cron: str
    work: Callable[[], Awaitable[object]]


def prepare(database: Database) -> bool:
    """Make the tables of the queue where they are missing; returns whether they were. Part of ``tutor db upgrade``."""
    if database.embedded:
        return False
    with database.writing() as connection:
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        if connection.execute(text("SELECT to_regclass('procrastinate_jobs')")).scalar():
            return False
        connection.exec_driver_sql(procrastinate.schema.SchemaManager.get_schema().replace("%", "%%"))
    return True


class Queue:
    """Do duties together with other workers."""

    def __init__(self, database: Database, duties: Mapping[str, Duty], name: str = "tutor") -> None:
        # Blanks of an option are written as %20: what SQLAlchemy writes, a plus, the library of the server takes literally.
        options = {name: value if isinstance(value, str) else value[0] for name, value in database.url.query.items()}
        url = database.url.set(drivername="postgresql", query={}).render_as_string(hide_password=False)
        url += f"?{urlencode(options, quote_via=quote)}" if options else ""
        self._app = procrastinate.App(
            connector=procrastinate.PsycopgConnector(conninfo=url, min_size=2, max_size=4),
            periodic_defaults={"max_delay": 60},
        )
        self._database, self._name = database, name
        self._worker: asyncio.Task[None] | None = None
        for key, duty in duties.items():
            self._app.periodic(cron=duty.cron)(self._app.task(name=key, queueing_lock=key, queue="tutor")(_guarded(key, duty.work)))
        self._app.periodic(cron="17 * * * * 0")(self._app.task(name="tidy", queueing_lock="tidy", queue="tutor")(self._tidy))

    async def start(self) -> None:
        """Begin. Raises :class:`DatabaseError` where the tables are missing."""
        with self._database.reading() as connection:
            there = connection.execute(text("SELECT to_regclass('procrastinate_jobs')")).scalar()
        if not there:
            raise DatabaseError("the tables of the queue are missing; run: tutor db upgrade")
        self._worker = asyncio.create_task(self._work())

    async def _work(self) -> None:
        """Work until told to stop. The library's worker ends where the database goes away; then it is begun anew."""
        while True:
            try:
                async with self._app.open_async():
                    await self._app.run_worker_async(
                        queues=["tutor"],
                        name=self._name,
                        concurrency=2,
                        install_signal_handlers=False,
                        fetch_job_polling_interval=2.0,
                        delete_jobs="always",
                        shutdown_graceful_timeout=_GRACE,
                    )
            except Exception as error:
                extra = {"action": "queue_broke", "error": type(error).__name__, "where": place(error)}
                log.error("the queue broke off; it begins anew", extra=extra)
            await asyncio.sleep(_ANEW)

    async def stop(self) -> None:
        """End; what runs is let finish."""
        if self._worker is not None:
            self._worker.cancel()
            with suppress(asyncio.CancelledError):
                await self._worker
            self._worker = None

    async def _tidy(self, timestamp: int) -> None:
        """Drop the jobs of workers that died; the next period did their work."""
        for job in await self._app.job_manager.get_stalled_jobs():
            await self._app.job_manager.finish_job(job, status=Status.FAILED, delete_job=True)


def _guarded(key: str, work: Callable[[], Awaitable[object]]) -> Callable[[int], Awaitable[None]]:
    async def duty(timestamp: int) -> None:
        """Do the duty of a period; one that failed is due again with the next."""
        try:
            await work()
        except Exception as error:
            log.error("a duty failed", extra={"action": "duty_failed", "what": key, "error": type(error).__name__, "where": place(error)})

    return duty
