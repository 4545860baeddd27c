"""Measure mock exams: one answer beside one in practice, handing in a hundred answers, a class that ends together, a picture.

Expected: an answer costs about what one in practice costs; handing in, under a quarter of a second; nobody of a class of twenty
waits more than a few seconds for the result.
"""

import os
import tempfile
import time
from datetime import timedelta
from pathlib import Path
from random import Random

from sqlalchemy import event, text

from benchmarks.engine import ROOT, START, quantiles, timed
from bot.chat import Incoming, Sender
from bot.codebook.shelf import open_codebook
from bot.library.shelf import Library
from bot.store.database import Database
from bot.tutor import Tutor

CLASS = 20
SITTINGS = 5


def practice(tutor: Tutor) -> list[float]:
    """Answer questions of rounds, by the button."""
    times, at, chance = [], START, Random(5)
    for _ in range(SITTINGS * 2):
        _, says = timed(tutor, "practice", "/quiz 50", at)
        for _ in range(50):
            at += timedelta(seconds=5)
            took, _ = timed(tutor, "practice", says[:-1] + chance.choice("ABCD"), at)
            times.append(took)
            _, says = timed(tutor, "practice", f"/next {says.split()[1]}", at)
    return times


def sittings(tutor: Tutor) -> tuple[list[float], list[float]]:
    """Sit full exams; returns the times of the answers and those of handing in."""
    times, ends, at, chance = [], [], START, Random(5)
    for _ in range(SITTINGS):
        _, says = timed(tutor, "exam", "/exam full", at)
        number = says.split()[1]
        for place in range(1, 101):
            at += timedelta(seconds=5)
            times.append(timed(tutor, "exam", f"/mark {number} {place} {chance.choice('ABCD')}", at)[0])
        ends.append(timed(tutor, "exam", f"/exam hand {number} yes", at)[0])
        at += timedelta(days=1)
    return times, ends


def together(tutor: Tutor) -> float:
    """Let a class end at the same moment, nobody being there; returns the seconds until the last result is planned."""
    for n in range(CLASS):
        _, says = timed(tutor, f"pupil {n}", "/exam full", START)
        for place in range(1, 101):
            timed(tutor, f"pupil {n}", f"/mark {says.split()[1]} {place} B", START + timedelta(minutes=1))
    tutor.tick(START + timedelta(hours=2), pulse=False)
    start = time.perf_counter()
    tutor.tick(START + timedelta(hours=5), pulse=False)
    return time.perf_counter() - start


def statements(database: Database, tutor: Tutor, said: str) -> int:
    """Count the statements that one message takes."""
    counted = []

    def count(*what: object) -> None:
        counted.append(what[2])

    engines = {id(engine): engine for engine in (database._writer, database._reader)}.values()
    for engine in engines:
        event.listen(engine, "before_cursor_execute", count)
    tutor.handle(Incoming(Sender("bench", "exam"), said, START + timedelta(days=30)))
    for engine in engines:
        event.remove(engine, "before_cursor_execute", count)
    return len(counted)


def main() -> None:
    """Print all figures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        library = Library(ROOT / "content", folder / "cache")
        codebook = open_codebook([folder / "codes"], library.thesaurus, library.own_words)
        server = os.environ.get("TUTOR_TEST_DATABASE_URL", "postgresql+psycopg://postgres@127.0.0.1:5432/test")
        admin = Database(server)
        with admin.writing() as connection:
            connection.execute(text("DROP SCHEMA IF EXISTS tutor_bench CASCADE"))
            connection.execute(text("CREATE SCHEMA tutor_bench"))
        stores = {"SQLite": f"sqlite:///{folder / 'bench.db'}", "PostgreSQL": f"{server}?options=-csearch_path%3Dtutor_bench"}
        for label, url in stores.items():
            database = Database(url)
            database.upgrade()
            tutor = Tutor(database, library, codebook, seed=1)
            practised = practice(tutor)
            sat, handed_in = sittings(tutor)
            print(f"  {label:11} one answer in practice   {quantiles(practised)}")
            print(f"  {label:11} one answer in an exam    {quantiles(sat)}   ratio of the middles {_middle(sat) / _middle(practised):.2f}")
            print(f"  {label:11} handing in 100 answers   {quantiles(handed_in)}")
            print(f"  {label:11} a class of {CLASS} at its end, the last result after {together(tutor):.2f} s")
            _, says = timed(tutor, "exam", "/exam quarter", START + timedelta(days=30))
            tapped = f"/mark {says.split()[1]} 1 A"
            print(f"  {label:11} statements of one answer: {statements(database, tutor, tapped)}")
            database.close()
        with admin.writing() as connection:
            connection.execute(text("DROP SCHEMA tutor_bench CASCADE"))
        admin.close()
    _picture(library)


def _middle(times: list[float]) -> float:
    return sorted(times)[len(times) // 2]


def _picture(library: Library) -> None:
    from bot.pictures.chart import Bar, BarChart
    from bot.pictures.draw import draw

    times = []
    for n in range(6):
        bars = tuple(
            Bar(area.title, (n + place) % (area.questions + 1), area.questions) for place, area in enumerate(library.areas.values())
        )
        start = time.perf_counter()
        size = len(draw(BarChart("By area, weakest first", bars, 70, "pass mark 70 %")))
        times.append(time.perf_counter() - start)
    print(f"  a picture: the first {times[0]:.2f} s, the next {_middle(times[1:]):.2f} s, {size // 1024} KB")


if __name__ == "__main__":
    main()
