"""Many rooms that play at once: from the tap to the private receipt, from the close to the reveal, and how much a room is told.

    python -m benchmarks.groups [--rooms 500] [--people 20] [--seconds 60] [--database postgresql+psycopg://…] [--cost]

The process is that of `tutor run`: reception, inbox, engine, clock, outbox and delivery; only the platform is none, it takes what is
shown and notes when. The people act in the same process, so they take of the same core. A question takes 12 seconds and 8 to read
what was right, so there is one every 20 seconds. Beside it stands what editing the count with every answer would have sent.

``--cost`` asks for less time and an idle machine is not needed: the processor time of a tap, and of the one look that closes the question
of all rooms at once, beside a look for each room of its own.
"""

import argparse
import asyncio
import os
import tempfile
import time
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from sqlalchemy import func, insert, select, text, update

from adapters.clock import Clock
from adapters.delivery import Delivery
from adapters.reception import Reception
from adapters.throttle import Throttle
from bot.chat import Incoming, Reply, Sender
from bot.codebook.shelf import open_codebook
from bot.library.shelf import Library
from bot.store.database import Database
from bot.store.grouptables import game, game_answer, game_player
from bot.store.posts import Post
from bot.store.tables import account, learner, metadata
from bot.tutor import Tutor

CONTENT = Path(__file__).parent.parent / "content"
PACE, WAIT = 12, 8
MINUTE, MOST_A_MINUTE, MOST_AT_ONCE = 60.0, 20, 5
"""What a group on Telegram takes in a minute, and a channel on Discord in five seconds."""


def now() -> datetime:
    """Tell the time."""
    return datetime.now(UTC)


@dataclass
class Nowhere:
    """A platform that takes everything at once and notes when."""

    platform: str = "telegram"
    connected: bool = True
    tapped: dict[str, float] = field(default_factory=dict)
    receipts: list[float] = field(default_factory=list)
    told: dict[str, list[tuple[float, str]]] = field(default_factory=lambda: defaultdict(list))
    reveals: list[float] = field(default_factory=list)
    asked: "asyncio.Queue[tuple[str, Reply]]" = field(default_factory=asyncio.Queue)
    refused: int = 0
    over: bool = False
    """Whether nobody taps any more."""

    async def start(self) -> None:
        """Do nothing."""

    async def stop(self) -> None:
        """Do nothing."""

    async def show(self, incoming: Incoming, reply: Reply, _number: int) -> None:
        """Note a receipt."""
        self.receipts.append(time.perf_counter() - self.tapped[incoming.update or ""])
        self.refused += " it is." not in reply.text and "Changed to" not in reply.text

    async def send(self, post: Post, reply: Reply) -> str | None:
        """Note what a room is told; a question sets its people to work."""
        room, kind = post.room or "", post.key.split(":")[3]
        self.told[room].append((time.perf_counter(), kind))
        if kind == "ask":
            self.asked.put_nowait((room, reply))
        elif kind == "reveal":
            self.reveals.append((now() - post.due_at).total_seconds())
        return str(post.id)


def begin(tutor: Tutor, rooms: int, people: int) -> None:
    """Let every room open a quiz and everybody join; they start one after the other over twenty seconds."""
    at = now()

    def fill(room: int) -> None:
        for number in range(people):
            who = Sender("telegram", f"{room}-{number}", f"Player {number}", f"-{room + 1}")
            tutor.handle(Incoming(who, f"/quiz 20 {PACE}s" if number == 0 else "/quiz join", at))

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(fill, range(rooms)))


async def answer(reception: Reception, platform: Nowhere, people: int, chance: Random) -> None:
    """Let everybody in a room answer, each in their own time, some with a second thought."""
    tasks: set[asyncio.Task[None]] = set()

    async def one(room: str, number: int, reply: Reply) -> None:
        await asyncio.sleep(chance.random() * (PACE - 1.5))
        if platform.over:
            return
        says = chance.choice(reply.choices[:4]).says
        name = f"{room}:{number}:{says.split()[2]}"
        platform.tapped[name] = time.perf_counter()
        who = Sender("telegram", f"{-int(room) - 1}-{number}", f"Player {number}", room)
        await reception.receive(platform, Incoming(who, says, now(), name))

    while True:
        room, reply = await platform.asked.get()
        for number in range(people):
            task = asyncio.create_task(one(room, number, reply))
            tasks.add(task)
            task.add_done_callback(tasks.discard)


async def play(tutor: Tutor, rooms: int, people: int, seconds: float) -> Nowhere:
    """Let all rooms play for a while."""
    platform = Nowhere()
    reception = Reception(tutor, now, throttle=Throttle(burst=1_000_000))
    delivery = Delivery(reception, {"telegram": platform}, now)
    clock = Clock(reception, delivery, now, {})
    await clock.start()
    answering = asyncio.create_task(answer(reception, platform, people, Random(1)))
    began = time.perf_counter()
    for room in range(rooms):
        who = Sender("telegram", f"{room}-0", "Player 0", f"-{room + 1}")
        await asyncio.sleep(max(0.0, began + 20 * room / rooms - time.perf_counter()))
        await reception.call(tutor.handle, Incoming(who, "/quiz start", now()))
    platform.receipts.clear()
    platform.reveals.clear()
    await asyncio.sleep(seconds)
    answering.cancel()
    platform.over = True
    await asyncio.sleep(1)  # what was tapped is written down
    await clock.stop()
    await reception.drain(20)
    reception.close()
    return platform


def percentile(found: list[float], part: float) -> float:
    """Read a quantile."""
    ordered = sorted(found)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))] if ordered else float("nan")


def busiest(times: list[float], span: float) -> int:
    """Count what fell into the busiest stretch of so many seconds."""
    most, start = 0, 0
    for end, at in enumerate(times):
        while times[start] < at - span:
            start += 1
        most = max(most, end - start + 1)
    return most


def opened(url: str, folder: Path) -> tuple[Database, Library, Tutor]:
    """Open an empty database, and a tutor on it."""
    database = Database(url)
    database.upgrade()
    if not database.embedded:
        with database.writing() as connection:
            connection.execute(text(f"TRUNCATE {', '.join(table.name for table in metadata.sorted_tables)} RESTART IDENTITY CASCADE"))
    library = Library(CONTENT, folder / "cache")
    codebook = open_codebook([folder / "codes"], library.thesaurus, library.own_words)
    tutor = Tutor(database, library, codebook, seed=1)
    return database, library, tutor


def run(url: str, rooms: int, people: int, seconds: float, folder: Path) -> None:
    """Measure one database."""
    database, _library, tutor = opened(url, folder)
    began = time.perf_counter()
    begin(tutor, rooms, people)
    joined = time.perf_counter() - began
    cpu = time.process_time()
    platform = asyncio.run(play(tutor, rooms, people, seconds))
    cpu = time.process_time() - cpu
    with database.reading() as connection:
        written = connection.scalar(select(func.count()).select_from(game_answer)) or 0
        questions = connection.scalar(select(func.sum(game.c.number))) or 0
    told = list(platform.told.values())
    kinds = [kind for room in told for _at, kind in room]
    counts, asked = kinds.count("count"), kinds.count("ask")
    minute = max(busiest([at for at, _kind in room], MINUTE) for room in told)
    burst = max(busiest([at for at, _kind in room], 5.0) for room in told)
    load = f"load of the machine {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
    print(f"{database.url.get_backend_name()}: {rooms} rooms of {people}, {load}")
    rate = len(platform.receipts) / seconds
    print(f"  joining {rooms * people / joined:,.0f}/s; then {rate:,.0f} taps/s on {100 * cpu / (seconds + 20):.0f} % of a core")
    taps = [f"p{round(100 * part)} {1000 * percentile(platform.receipts, part):.0f} ms" for part in (0.5, 0.95, 0.99)]
    reveals = [f"p{round(100 * part)} {percentile(platform.reveals, part):.2f} s" for part in (0.5, 0.95, 1.0)]
    print(f"  tap to receipt: {', '.join(taps)}; close to reveal: {', '.join(reveals)}")
    print(f"  most in a room: {minute} in a minute (of {MOST_A_MINUTE}), {burst} in five seconds (of {MOST_AT_ONCE})")
    print(f"  counts shown: {counts} for {asked} questions; with an edit for every answer it were {len(platform.tapped)}")
    print(f"  answers written {written} of {len(platform.tapped)} tapped, {platform.refused} refused; {questions} questions put")
    database.close()


def filled(database: Database, library: Library, rooms: int, people: int) -> None:
    """Write rooms down in the middle of a question, which everybody in them but the first has answered."""
    at = now() - timedelta(seconds=5)
    names = sorted(library.practice)
    plan = [[name, [0, 1, 2, 3]] for name in names[:10]]
    asking = {"platform": "telegram", "open": True, "state": "asking", "size": 10, "pace": 60, "plan": plan, "number": 1}
    asking |= {"players": people, "answered": people - 1, "created_at": at, "opened_at": at, "counted_at": at}
    asking |= {"due_at": at + timedelta(hours=1)}
    with database.writing() as connection:
        numbers = range(1, rooms * people + 1)
        who = [{"id": number, "created_at": at, "zone": "UTC", "push_minute": 540, "seen_on": at.date()} for number in numbers]
        connection.execute(insert(learner), who)
        users = [{"user": str(number), "learner_id": number} for number in numbers]
        connection.execute(insert(account).values(platform="telegram", seen_on=at.date()), users)
        asking |= {"due_at": at + timedelta(hours=1)}
        connection.execute(insert(game), [{"id": room, "room": f"-{room}", **asking} for room in range(1, rooms + 1)])
        each = [(1 + (number - 1) // people, number) for number in numbers]
        there = [{"game_id": room, "learner_id": number, "user": str(number), "name": f"P{number}"} for room, number in each]
        connection.execute(insert(game_player).values(joined_at=at), there)
        right = {"chosen": 1, "correct": True, "points": 100, "elapsed": 3000, "at": at, "number": 1}
        given = [{"game_id": room, "learner_id": number, **right} for room, number in each if number % people != 1]
        connection.execute(insert(game_answer), given)


def cost(url: str, rooms: int, people: int, folder: Path) -> None:
    """Measure the processor time of taps and looks."""
    database, library, tutor = opened(url, folder)
    filled(database, library, rooms, people)
    taps = []
    for room in range(1, rooms + 1):
        who = Sender("telegram", str((room - 1) * people + 1), "P", f"-{room}")
        began = time.process_time()
        (receipt,) = tutor.handle(Incoming(who, f"/game {room} 1 B", now()))
        taps.append(time.process_time() - began)
        assert " it is." in receipt.text, receipt.text
    later = now() + timedelta(seconds=5)
    began, clock = time.process_time(), time.perf_counter()
    assert tutor.play(later) == rooms
    together, wall = time.process_time() - began, time.perf_counter() - clock
    with database.writing() as connection:  # the same once more, room by room
        connection.execute(text("UPDATE game SET state = 'asking', wake_at = NULL"))
        connection.execute(text("DELETE FROM post"))
    sample = range(1, min(rooms, 50) + 1)
    began = time.process_time()
    for room in sample:
        with database.writing() as connection:
            connection.execute(update(game).where(game.c.id == room).values(due_at=later, wake_at=later))
        assert tutor.play(later, pulse=False) == 1
    alone = (time.process_time() - began) / len(sample)
    print(f"{database.url.get_backend_name()}: {rooms} rooms of {people}, load of the machine {os.getloadavg()[0]:.1f}")
    taken = ", ".join(f"p{round(100 * part)} {1000 * percentile(taps, part):.1f} ms" for part in (0.5, 0.95))
    print(f"  processor time of a tap: {taken}")
    each = 1000 * together / rooms
    print(f"  closing all questions in one look: {together:.2f} s of processor time ({wall:.2f} s passed), {each:.2f} ms a room")
    print(f"  beside a look for each room: {1000 * alone:.2f} ms a room, {alone * rooms / together:.1f} times as much")
    database.close()


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rooms", type=int, default=500)
    parser.add_argument("--people", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--database", help="a PostgreSQL to measure; everything in it is deleted")
    parser.add_argument("--cost", action="store_true", help="processor time only")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for url in [f"sqlite:///{folder}/tutor.db", *([given.database] if given.database else [])]:
            if given.cost:
                cost(url, given.rooms, given.people, Path(folder))
            else:
                run(url, given.rooms, given.people, given.seconds, Path(folder))


if __name__ == "__main__":
    main()
