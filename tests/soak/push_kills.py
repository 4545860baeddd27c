"""Pushes under kill -9 and every fault of a platform: nothing lost in silence, nothing sent twice, everything in a final state.

    python -m tests.soak push_kills [sqlite|postgres] [--kills 200] [--steps | --random | --away 60]

Learners fall due all the while; workers (three on PostgreSQL) are killed at random moments, or at each step in turn, and started again.
"""

import argparse
import asyncio
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from sqlalchemy import text

from bot.codebook.shelf import open_codebook
from bot.library.shelf import Library
from bot.live import Live
from bot.store.database import Database
from tests.soak.push_platform import Faults, Platform

POSTGRES = os.environ.get("TUTOR_TEST_DATABASE_URL", "postgresql+psycopg://postgres@127.0.0.1:5432/test")
ROOT = Path(__file__).parent.parent.parent
IN_FLIGHT = 8
START, SETTLE = 300, 600
"""Seconds that a worker may take to start, and all of them to the end; a busy machine needs many, and nothing is judged by them."""

STORM = Faults(flood=4, broken=2, cut=2, swallowed=2, doubtful=1, slow=0.05)


@dataclass
class Outcome:
    """What came of a run."""

    kills: int
    learners: int
    states: Counter[str]
    accepted: int
    doubled: int
    lost: int
    """Marked as sent and never accepted, or due and nowhere to be found."""
    held_arrived: int
    unsettled: int
    seconds: float

    def __str__(self) -> str:
        return (
            f"{self.kills} kills, {self.learners} learners due: {dict(self.states)}; accepted {self.accepted}, doubled {self.doubled}, "
            f"lost in silence {self.lost}, held {self.states['held']} (of which {self.held_arrived} had arrived), "
            f"not in a final state {self.unsettled}; {self.seconds:.0f} s"
        )


class Office:
    """Workers on one store, against one platform."""

    def __init__(self, url: str, platform: Platform, folder: Path, workers: int, chance: Random) -> None:
        self.url, self.platform, self.folder, self.chance = url, platform, folder, chance
        self.workers: list[asyncio.subprocess.Process | None] = [None] * workers
        self.ready = [asyncio.Event() for _ in range(workers)]
        self.listening: set[asyncio.Task[None]] = set()
        self.kills = 0

    async def start(self, number: int, wish: str = "") -> asyncio.subprocess.Process:
        """Start a worker."""
        environment = {**os.environ, "DATABASE_URL": self.url, "TUTOR_DATA": str(self.folder), "PYTHONPATH": str(ROOT)}
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.soak.push_worker", self.platform.address, *([wish] if wish else []),
            env=environment, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL, cwd=ROOT,
        )  # fmt: skip
        self.workers[number] = process
        self.ready[number] = asyncio.Event()
        task = asyncio.create_task(self._listen(process, self.ready[number]))
        self.listening.add(task)
        task.add_done_callback(self.listening.discard)
        return process

    async def _listen(self, process: asyncio.subprocess.Process, ready: asyncio.Event) -> None:
        """Hear whether a worker has started or stands by; one that died is waited for no longer."""
        assert process.stdout
        while line := await process.stdout.readline():
            if b"has started" in line or b"stands by" in line:
                ready.set()
        ready.set()

    async def kill(self) -> None:
        """Kill one worker at a random moment of its work, and start it again."""
        number = self.chance.randrange(len(self.workers))
        process = self.workers[number]
        await asyncio.wait_for(self.ready[number].wait(), START)
        await asyncio.sleep(self.chance.uniform(0.0, 1.5))
        if process is not None and process.returncode is None:
            process.kill()
            await process.wait()
            self.kills += 1
        await self.start(number)

    async def close(self) -> None:
        """Let every worker end."""
        for process in self.workers:
            if process is not None and process.returncode is None:
                process.terminate()
        for process in self.workers:
            if process is not None:
                await process.wait()


def furnish(folder: Path) -> None:
    """Build in a data folder what the first worker would build as it starts."""
    library = Library(ROOT / "content", folder / "cache")
    codebook = open_codebook([folder / "codes"], library.thesaurus, library.own_words)
    Live(library, codebook).rank("warm up")
    codebook.close()


def fill(database: Database, count: int, over: float | None) -> None:
    """Write subscribers who fall due one after the other over so many seconds, from a moment on; without, far from now."""
    now = datetime.now(UTC)
    minute = (now.hour * 60 + now.minute) % 1440
    with database.writing() as connection:
        for number in range(1, count + 1):
            due = now + (timedelta(days=300) if over is None else timedelta(seconds=1 + over * number / count))
            connection.execute(
                text(
                    "INSERT INTO learner (id, created_at, zone, push_minute, daily, next_push_at, seen_on, quiet_from, quiet_to) "
                    "VALUES (:id, :now, 'UTC', :minute, :yes, :due, :day, 0, 0)"
                ),
                {
                    "id": number, "now": stamp(database, now), "minute": max(minute - 1, 0), "yes": True, "due": stamp(database, due),
                    "day": now.date().isoformat(),
                },
            )  # fmt: skip
            connection.execute(
                text('INSERT INTO account (platform, "user", learner_id) VALUES (:platform, :user, :id)'),
                {"platform": "telegram", "user": str(1000 + number), "id": number},
            )


def stamp(database: Database, moment: datetime) -> object:
    """Write a moment as the database keeps it."""
    return moment.strftime("%Y-%m-%d %H:%M:%S.%f") if database.embedded else moment


def make_due(database: Database, after: int, count: int) -> None:
    """Let the next so many subscribers fall due now."""
    with database.writing() as connection:
        connection.execute(
            text("UPDATE learner SET next_push_at = :now WHERE id > :after AND id <= :upto"),
            {"now": stamp(database, datetime.now(UTC)), "after": after, "upto": after + count},
        )


def waiting(database: Database) -> int:
    """Count what is still to be planned, sent or settled."""
    with database.reading() as connection:
        posts = connection.execute(text("SELECT COUNT(*) FROM post WHERE state IN ('pending', 'sending')")).scalar_one()
        done = connection.execute(text("SELECT COUNT(*) FROM learner WHERE pushed_on IS NULL")).scalar_one()
    return int(posts) + int(done)


def shorten_leases(database: Database) -> None:
    """Let the leases of those who died end now, which would take five minutes."""
    with database.writing() as connection:
        connection.execute(
            text("UPDATE post SET lease_until = :then WHERE state = 'sending'"), {"then": stamp(database, datetime(2026, 1, 1, tzinfo=UTC))}
        )


def judge(database: Database, platform: Platform, kills: int, began: float) -> Outcome:
    """Hold the rows against what the platform accepted."""
    with database.reading() as connection:
        rows = connection.execute(text('SELECT state, "user", key FROM post')).all()
        learners = connection.execute(text("SELECT COUNT(*) FROM learner")).scalar_one()
    chats = Counter(chat for chat, _line in platform.accepted.elements())
    states = Counter(row.state for row in rows)
    found = {row.user for row in rows}
    lost = sum(row.state == "sent" and not chats[row.user] for row in rows) + learners - len(found)
    return Outcome(
        kills,
        learners,
        states,
        sum(chats.values()),
        sum(count - 1 for count in chats.values() if count > 1),
        lost,
        sum(row.state == "held" and bool(chats[row.user]) for row in rows),
        sum(states[state] for state in ("pending", "sending")),
        time.perf_counter() - began,
    )


async def settle(office: Office, database: Database) -> None:
    """Run without kills until nothing waits; leases of the dead are ended early, once what is in flight is settled."""
    for number, process in enumerate(office.workers):
        if process is None or process.returncode is not None:
            await office.start(number)
    until = time.perf_counter() + SETTLE
    quiet = 0
    while time.perf_counter() < until and waiting(database):
        await asyncio.sleep(0.25)
        quiet += 1
        if quiet % 48 == 0:
            shorten_leases(database)


async def at_random(url: str, folder: Path, kills: int, workers: int, faults: Faults, seed: int, each: int = 15) -> Outcome:
    """Kill workers at random moments while learners fall due, so many with each kill."""
    began = time.perf_counter()
    platform, database, chance = Platform(faults, seed), Database(url), Random(seed)
    await platform.start()
    office = Office(url, platform, folder, workers, chance)
    fill(database, kills * each, over=None)
    for number in range(workers):
        await office.start(number)
    while office.kills < kills:
        make_due(database, office.kills * each, each)
        await office.kill()
    platform.faults = Faults()
    await settle(office, database)
    await office.close()
    outcome = judge(database, platform, office.kills, began)
    await platform.stop()
    database.close()
    return outcome


STEPS = ("take", "send", "mark", "commit", "committed")


async def at_each_step(url: str, folder: Path, numbers: range, seed: int, at: Sequence[str] = STEPS) -> Outcome:
    """Let a worker die at each step, the first time it gets there, the second …; another one goes on."""
    began = time.perf_counter()
    platform, database = Platform(Faults(), seed), Database(url)
    await platform.start()
    office = Office(url, platform, folder, 1, Random(seed))
    steps = [f"{step}:{number}" for step in at for number in numbers]
    fill(database, 24 * len(steps), over=2.0 * len(steps))
    for step in steps:
        process = await office.start(0, step)
        await asyncio.wait_for(office.ready[0].wait(), START)
        try:
            await asyncio.wait_for(process.wait(), 60)
            office.kills += 1
        except TimeoutError:
            process.terminate()
            await process.wait()
        shorten_leases(database)
    await settle(office, database)
    await office.close()
    outcome = judge(database, platform, office.kills, began)
    await platform.stop()
    database.close()
    return outcome


class Proxy:
    """Stands between the workers and PostgreSQL, and can be gone for a while."""

    def __init__(self, port: int) -> None:
        self._to, self._gone = port, False
        self._open: set[asyncio.StreamWriter] = set()
        self.port = 0

    async def start(self) -> None:
        """Listen on a free port."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]

    async def gone(self, seconds: float) -> None:
        """Cut every connection, and take none for so long."""
        self._gone = True
        for writer in list(self._open):
            writer.transport.abort()
        await asyncio.sleep(seconds)
        self._gone = False

    async def stop(self) -> None:
        """Listen no more."""
        self._server.close()
        for writer in list(self._open):
            writer.transport.abort()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self._gone:
            writer.transport.abort()
            return
        there, back = await asyncio.open_connection("127.0.0.1", self._to)
        self._open |= {writer, back}
        await asyncio.gather(_pump(reader, back), _pump(there, writer))
        self._open -= {writer, back}


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
    except OSError:
        pass
    finally:
        writer.transport.abort()


async def without_database(url: str, folder: Path, seconds: float, times: int, seed: int) -> Outcome:
    """Take the database away from three workers for a while, again and again, while learners fall due and the platform fails."""
    began = time.perf_counter()
    platform, database = Platform(STORM, seed), Database(url)
    proxy = Proxy(database.url.port or 5432)
    await platform.start()
    await proxy.start()
    through = database.url.set(port=proxy.port).render_as_string(hide_password=False)
    office = Office(through, platform, folder, 3, Random(seed))
    fill(database, 100 * times, over=None)
    for number in range(3):
        await office.start(number)
        await asyncio.wait_for(office.ready[number].wait(), START)
    for round_ in range(times):
        make_due(database, 100 * round_, 100)
        await asyncio.sleep(office.chance.uniform(0.5, 3))
        await proxy.gone(seconds)
        await asyncio.sleep(8)
    platform.faults = Faults()
    await settle(office, database)
    alive = sum(process is not None and process.returncode is None for process in office.workers)
    await office.close()
    await proxy.stop()
    outcome = judge(database, platform, 3 - alive, began)
    await platform.stop()
    database.close()
    return outcome


def holds(outcome: Outcome) -> list[str]:
    """Say what does not hold."""
    faults = []
    if outcome.lost:
        faults.append(f"{outcome.lost} lost in silence")
    if outcome.doubled:
        faults.append(f"{outcome.doubled} sent twice")
    if outcome.unsettled:
        faults.append(f"{outcome.unsettled} without a final state")
    return faults


def fresh(kind: str, folder: Path, number: int) -> str:
    """Make an empty store."""
    if kind == "sqlite":
        url = f"sqlite:///{folder}/push{number}.db"
    else:
        schema = f"push_{os.getpid()}_{number}"
        admin = Database(POSTGRES)
        with admin.writing() as connection:
            connection.execute(text(f"CREATE SCHEMA {schema}"))
        admin.close()
        url = f"{POSTGRES}?options=-csearch_path%3D{schema}"
    database = Database(url)
    database.upgrade()
    database.close()
    return url


def drop(url: str) -> None:
    """Drop what was made on the server."""
    if "search_path" in url:
        admin = Database(POSTGRES)
        with admin.writing() as connection:
            connection.execute(text(f"DROP SCHEMA {url.rsplit('%3D', 1)[1]} CASCADE"))
        admin.close()


def main(given: Sequence[str] | None = None) -> int:
    """Run what is asked for, and print what came of it."""
    read = argparse.ArgumentParser()
    read.add_argument("kind", nargs="?", choices=("sqlite", "postgres"), default=None)
    read.add_argument("--kills", type=int, default=200)
    read.add_argument("--steps", action="store_true", help="only the deaths at each step")
    read.add_argument("--away", type=float, default=0, help="take PostgreSQL away for so many seconds, three times, and nothing else")
    read.add_argument("--random", action="store_true", help="only the kills at random")
    read.add_argument("--seed", type=int, default=1)
    wish = read.parse_args(given)
    bad = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        furnish(folder)
        if wish.away:
            url = fresh("postgres", folder, 9)
            outcome = asyncio.run(without_database(url, folder, wish.away, 3, wish.seed))
            print(f"postgres, away for {wish.away:.0f} s three times, 3 workers: {outcome}", flush=True)
            drop(url)
            print("holds" if not holds(outcome) else f"does not hold: {holds(outcome)}")
            return bool(holds(outcome))
        for number, kind in enumerate([wish.kind] if wish.kind else ["sqlite", "postgres"]):
            if not wish.random:
                url = fresh(kind, folder, 2 * number)
                outcome = asyncio.run(at_each_step(url, folder, range(1, 5), wish.seed))
                print(f"{kind}, at each step: {outcome}", flush=True)
                bad += holds(outcome)
                drop(url)
            if not wish.steps:
                url = fresh(kind, folder, 2 * number + 1)
                workers = 1 if kind == "sqlite" else 3
                outcome = asyncio.run(at_random(url, folder, wish.kills, workers, STORM, wish.seed))
                print(f"{kind}, at random, {workers} workers: {outcome}", flush=True)
                bad += holds(outcome)
                if outcome.states["held"] > IN_FLIGHT * outcome.kills + 0.1 * outcome.learners:
                    bad.append("more held than were in flight")
                drop(url)
    print("holds" if not bad else f"does not hold: {bad}")
    return bool(bad)


if __name__ == "__main__":
    sys.exit(main())
