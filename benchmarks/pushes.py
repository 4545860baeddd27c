"""What a tick costs, and how pushes drain: one million subscribers, few or many of them due, on SQLite and PostgreSQL.

    python -m benchmarks.pushes [--subscribers 1000000] [--quick] [--ticks]

Beside it, in the same run, the obvious alternative: one APScheduler job for each subscriber, as far as that goes.
"""

import argparse
import asyncio
import gc
import os
import resource
import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from sqlalchemy import text

from bot.library.shelf import Library
from bot.push import due
from bot.store import posts
from bot.store.database import Database
from bot.store.tables import metadata, post

CONTENT = Path(__file__).parent.parent / "content"
NOW = datetime(2026, 11, 24, 14, 0, tzinfo=UTC)
"""Nine in the morning in New York."""

PEOPLE = """
INSERT INTO learner (id, created_at, zone, push_minute, daily, next_push_at, seen_on, pushed_on)
SELECT n, :then, 'America/New_York', 540, {true}, :later, :day, :day FROM {numbers}
"""
ACCOUNTS = "INSERT INTO account (platform, \"user\", learner_id) SELECT 'telegram', CAST(n AS {text}), n FROM {numbers}"


def fill(database: Database, count: int) -> None:
    """Write ``count`` subscribers, none of them due."""
    numbers = (
        f"(WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < {count}) SELECT n FROM c)"
        if database.embedded
        else f"generate_series(1, {count}) AS s(n)"
    )
    form = {"numbers": numbers, "true": "1" if database.embedded else "TRUE", "text": "TEXT"}
    then = {"then": stamp(database, NOW - timedelta(days=30)), "later": stamp(database, NOW + timedelta(days=1)), "day": "2026-11-23"}
    with database.writing() as connection:
        connection.execute(text(PEOPLE.format(**form)), then)
        connection.execute(text(ACCOUNTS.format(**form)))
        connection.execute(text("ANALYZE"))


def stamp(database: Database, moment: datetime) -> object:
    """Write a moment as the database keeps it."""
    return moment.strftime("%Y-%m-%d %H:%M:%S.%f") if database.embedded else moment


def make_due(database: Database, count: int) -> None:
    """Let the first ``count`` subscribers be due now."""
    with database.writing() as connection:
        connection.execute(text(f"UPDATE learner SET next_push_at = :now WHERE id <= {count}"), {"now": stamp(database, NOW)})


def ticks(database: Database, library: Library, name: str) -> None:
    """Measure the tick itself: what it does when nothing, a thousand and fifty thousand are due."""
    tick = lambda: due.plan(database, library, NOW, Random(1))  # noqa: E731
    tick()
    gc.collect()
    gc.freeze()  # as `tutor run` does once it is warm
    gc.set_threshold(5000)
    took = []
    for _ in range(200):
        began = time.perf_counter()
        assert tick() == 0
        took.append(time.perf_counter() - began)
    print(f"{name}: nothing due: {statistics.median(took) * 1000:.2f} ms median, {sorted(took)[197] * 1000:.2f} ms p99")
    for count in (1000, 50_000):
        make_due(database, count)
        began, busy = time.perf_counter(), time.process_time()
        planned = 0
        while batch := tick():
            planned += batch
        seconds, busy = time.perf_counter() - began, time.process_time() - busy
        with database.reading() as connection:
            waiting = posts.states(connection)["pending"]
        assert planned == count == waiting, (planned, waiting)
        print(f"{name}: {count:,} due: {seconds:.2f} s, {seconds / count * 1e6:.0f} µs each; our own processor time {busy:.2f} s")
        with database.writing() as connection:
            connection.execute(text("DELETE FROM post"))
            connection.execute(text("DELETE FROM round"))
            connection.execute(text(f"UPDATE learner SET pushed_on = '2026-11-23' WHERE id <= {count}"))


def beside(count: int) -> None:
    """The alternative: a job for each subscriber, in memory and in a job store on SQLite."""
    from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
    from apscheduler.schedulers.asyncio import AsyncIOScheduler

    async def run(stores: dict[str, object], jobs: int, name: str) -> None:
        scheduler = AsyncIOScheduler(timezone=UTC, jobstores=stores, job_defaults={"misfire_grace_time": None, "max_instances": 3})
        scheduler.start(paused=True)
        began = time.perf_counter()
        later = datetime.now(UTC) + timedelta(days=1)
        soon = datetime.now(UTC) - timedelta(seconds=1)
        share = jobs // 20
        for n in range(jobs):
            scheduler.add_job(_nothing, "date", run_date=soon if n < share else later, args=(n,), id=str(n))
        added = time.perf_counter() - began
        lag: list[float] = []
        watch = asyncio.create_task(watch_lag(lag))
        began = time.perf_counter()
        scheduler.resume()
        await asyncio.sleep(0.5)
        while time.perf_counter() - began < 60 and _done[0] < share:
            await asyncio.sleep(0.05)
        watch.cancel()
        rss = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(
            f"APScheduler, {name}, {jobs:,} jobs: adding {added:.1f} s ({jobs / added:,.0f}/s), {share:,} due at once: "
            f"event loop blocked for {max(lag):.2f} s, {rss} MB"
        )
        scheduler.shutdown(wait=False)
        _done[0] = 0

    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(run({}, count, "in memory"))
        asyncio.run(run({"default": SQLAlchemyJobStore(f"sqlite:///{folder}/jobs.db")}, count // 10, "job store on SQLite"))


_done = [0]


async def _nothing(_number: int) -> None:
    _done[0] += 1


async def watch_lag(lag: list[float]) -> None:
    """Note by how much the event loop is late."""
    while True:
        began = time.perf_counter()
        await asyncio.sleep(0.005)
        lag.append(time.perf_counter() - began - 0.005)


async def drain(url: str, folder: Path, library: Library, count: int, limit: int, spread: float) -> None:
    """Send ``count`` posts to a Telegram on loopback, in a process of its own, through the adapter and its pace.

    Without a limit our own pace is lifted, too; with Telegram's it holds, and the server refuses what is beyond 30 in a second.
    """
    import urllib.request

    from adapters.delivery import Delivery
    from adapters.reception import Reception
    from adapters.telegram import Telegram
    from adapters.telegram_pace import UNLIMITED, Pace
    from bot.codebook.shelf import open_codebook
    from bot.tutor import Tutor
    from tests.soak.push_platform import TOKEN

    server = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.soak.push_platform", str(limit), stdout=asyncio.subprocess.PIPE
    )
    assert server.stdout
    address = (await server.stdout.readline()).decode().strip()
    database = Database(url)
    database.upgrade()
    book = open_codebook([folder / "codes"], library.thesaurus, library.own_words)
    tutor = Tutor(database, library, book, seed=1)
    now = lambda: datetime.now(UTC)  # noqa: E731
    reception = Reception(tutor, now)
    pace = Pace() if limit else Pace(private=UNLIMITED, group=UNLIMITED, overall=UNLIMITED)
    telegram = Telegram(TOKEN, reception, now, base_url=address, pace=pace, poll_seconds=1)
    await telegram.start()
    row = {"text": "x" * 700, "choices": [[letter, f"/answer 1 1 {letter}", None] for letter in "ABCD"], "about": [], "facts": {}}
    began = now()
    with database.writing() as connection:
        posts.add_many(
            connection,
            [
                {
                    "key": f"daily:{n}:2026-11-24", "learner_id": None, "platform": "telegram", "user": str(1000 + n), "room": None,
                    "reply": row,
                    "due_at": began + timedelta(seconds=spread * n / count), "expires_at": began + timedelta(hours=9), "lane": 2,
                }
                for n in range(count)
            ],
        )  # fmt: skip
    lag: list[float] = []
    watch = asyncio.create_task(watch_lag(lag))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    delivery = Delivery(reception, {"telegram": telegram}, now)
    start = time.perf_counter()
    done = 0
    while done < count:
        done += await delivery.deliver()
        await asyncio.sleep(0.05)
    seconds = time.perf_counter() - start
    watch.cancel()
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    with urllib.request.urlopen(f"{address}/counts") as answer:
        said = answer.read().decode()
    with database.reading() as connection:
        rows = connection.execute(post.select().with_only_columns(post.c.due_at, post.c.sent_at))
        late = sorted((sent - due).total_seconds() for due, sent in rows if sent is not None)
    lag.sort()
    name = "SQLite" if database.embedded else "PostgreSQL"
    print(
        f"{name}, {count:,} posts, limit a second: {limit or 'none'}, due over {spread:.0f} s:"
        f" {count / seconds:.0f}/s; lateness p50 {late[len(late) // 2]:.2f} s, p99 {late[int(len(late) * 0.99)]:.2f} s; "
        f"loop lag p99 {lag[int(len(lag) * 0.99)] * 1000:.1f} ms, most {lag[-1] * 1000:.0f} ms; {before} MB, then {after} MB; {said}"
    )
    await telegram.stop()
    reception.close()
    server.kill()
    await server.wait()
    book.close()
    database.close()


def main() -> None:
    """Run all of it and print a table."""
    read = argparse.ArgumentParser()
    read.add_argument("--subscribers", type=int, default=1_000_000)
    read.add_argument("--quick", action="store_true", help="a tenth of the people")
    read.add_argument("--ticks", action="store_true", help="the ticks alone: no draining, nothing beside")
    wish = read.parse_args()
    count = wish.subscribers // (10 if wish.quick else 1)
    print(f"load before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores; {count:,} subscribers")
    with tempfile.TemporaryDirectory() as folder:
        library = Library(CONTENT, Path(folder) / "cache")
        assert library.questions
        base = os.environ.get("TUTOR_TEST_DATABASE_URL", "postgresql+psycopg://postgres@127.0.0.1:5432/test")
        admin = Database(base)
        schema = f"bench_{os.getpid()}"
        with admin.writing() as connection:
            connection.execute(text(f"CREATE SCHEMA {schema}"))
        try:
            for name, url in (
                ("SQLite", f"sqlite:///{folder}/tutor.db"),
                ("PostgreSQL", f"{base}?options=-csearch_path%3D{schema}"),
            ):
                database = Database(url)
                database.upgrade()
                fill(database, count)
                ticks(database, library, name)
                if wish.ticks:
                    database.close()
                    continue
                with database.writing() as connection:
                    for table in reversed(metadata.sorted_tables):
                        connection.execute(table.delete())
                database.close()
                asyncio.run(drain(url, Path(folder), library, 2_000 if wish.quick else 20_000, 0, 0))
                if name == "SQLite":
                    with Database(url).writing() as connection:
                        connection.execute(text("DELETE FROM post"))
                    asyncio.run(drain(url, Path(folder), library, 600 if wish.quick else 3_000, 30, 60 if not wish.quick else 12))
        finally:
            with admin.writing() as connection:
                connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
            admin.close()
    if not wish.ticks:
        beside(count // 10)


if __name__ == "__main__":
    sys.exit(main())
