"""Measure the engine: answers a second on both databases, the time of one answer, start-up and memory of `tutor ask`.

Beside it, in the same run, simple_icd_10_cm answers the same look-up. Expected: warm look-up p95 under 8 ms, answer p95
under 15 ms, a warm `tutor ask` under 1 s and 120 MB.
"""

import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from sqlalchemy import text

from bot.chat import Incoming, Sender
from bot.codebook.shelf import open_codebook
from bot.library.shelf import Library
from bot.store.database import Database
from bot.tutor import Tutor

ROOT = Path(__file__).parent.parent
START = datetime(2026, 11, 23, 17, tzinfo=UTC)
ANSWERS = 1500
LOOKUPS = 3000
PEOPLE = 16


def quantiles(times: list[float]) -> str:
    """Write the middle and the 95th percentile."""
    ordered = sorted(times)
    middle, late = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]
    return f"p50 {1000 * middle:6.2f} ms   p95 {1000 * late:6.2f} ms"


def timed(tutor: Tutor, user: str, said: str, at: datetime) -> tuple[float, str]:
    """Say something; return the seconds it took and what the first button says."""
    start = time.perf_counter()
    replies = tutor.handle(Incoming(Sender("bench", user), said, at))
    return time.perf_counter() - start, replies[-1].choices[0].says if replies[-1].choices else ""


def answers(tutor: Tutor) -> tuple[list[float], float]:
    """Let one person answer questions one after the other; then many at once."""
    times, at = [], START
    chance = Random(5)
    for _ in range(ANSWERS // 50):
        _, says = timed(tutor, "one", "/quiz 50", at)
        for _ in range(50):
            at += timedelta(seconds=5)
            number = says.split()[1]
            took, _ = timed(tutor, "one", says[:-1] + chance.choice("ABCD"), at)
            times.append(took)
            _, says = timed(tutor, "one", f"/next {number}", at)

    def person(n: int) -> int:
        mine, count = START, 0
        _, says = timed(tutor, f"p{n}", "/quiz 50", mine)
        for _ in range(50):
            mine += timedelta(seconds=5)
            number = says.split()[1]
            timed(tutor, f"p{n}", says, mine)
            _, says = timed(tutor, f"p{n}", f"/next {number}", mine)
            count += 2
        return count

    start = time.perf_counter()
    with ThreadPoolExecutor(PEOPLE) as pool:
        total = sum(pool.map(person, range(PEOPLE)))
    return times, total / (time.perf_counter() - start)


# A process of its own starts and measures the command: a child's peak memory begins with that of the process it came from.
_LAUNCHER = """
import os, subprocess, sys, time
start = time.perf_counter()
child = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, usage = os.wait4(child.pid, 0)
print(time.perf_counter() - start, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status))
child.returncode = 0
"""


def process(command: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """Run a command; return its seconds and its largest resident memory in MB."""
    launcher = [sys.executable, "-I", "-S", "-c", _LAUNCHER]
    done = subprocess.run([*launcher, *command], env=environment, capture_output=True, text=True, check=True, cwd="/")
    took, memory, status = done.stdout.split()
    assert status == "0", command
    return float(took), float(memory)


def median(runs: list[tuple[float, float]]) -> str:
    """Write the run in the middle."""
    runs.sort()
    took, memory = runs[len(runs) // 2]
    return f"{took:5.2f} s   {memory:4.0f} MB"


def main() -> None:
    """Print all figures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        library = Library(ROOT / "content", folder / "cache")
        codebook = open_codebook([folder / "codes"], library.thesaurus, library.own_words)
        stores = {"SQLite": f"sqlite:///{folder / 'bench.db'}"}
        server = os.environ.get("TUTOR_TEST_DATABASE_URL", "postgresql+psycopg://postgres@127.0.0.1:5432/test")
        admin = Database(server)
        with admin.writing() as connection:
            connection.execute(text("DROP SCHEMA IF EXISTS tutor_bench CASCADE"))
            connection.execute(text("CREATE SCHEMA tutor_bench"))
        stores["PostgreSQL"] = f"{server}?options=-csearch_path%3Dtutor_bench"
        print(f"{ANSWERS} answers of one person, then {PEOPLE} people at once (an answer and the next question each)")
        for label, url in stores.items():
            database = Database(url)
            database.upgrade()
            tutor = Tutor(database, library, codebook, seed=1)
            tutor.handle(Incoming(Sender("bench", "x"), "what is the passing score", START))  # loads what is loaded once
            times, rate = answers(tutor)
            print(f"  {label:11} one answer      {quantiles(times)}   {rate:6.0f} messages a second")
            held = (ROOT / "tests/data/faq/heldout_in_scope.tsv").read_text().splitlines()
            asked = [timed(tutor, "faq", line.split("\t")[1], START)[0] for line in held]
            print(f"  {label:11} one FAQ answer  {quantiles(asked)}")
            codes = [code for code, _title, _reportable in codebook.books("icd10cm")[-1].codes()]
            looked = [timed(tutor, "code", f"/code {code}", START)[0] for code in Random(3).sample(codes, LOOKUPS)]
            print(f"  {label:11} one look-up     {quantiles(looked)}")
            database.close()
        with admin.writing() as connection:
            connection.execute(text("DROP SCHEMA tutor_bench CASCADE"))
        admin.close()

        print("\nOne process from start to first answer (median of 7)")
        environment = {**os.environ, "TUTOR_DATA": str(folder / "ask"), "PYTHONPATH": str(ROOT)}
        environment.pop("DATABASE_URL", None)
        ask = [sys.executable, "-m", "adapters.cli", "ask", "E11.21"]
        cold = process(ask, environment)
        print(f"  tutor ask, cold (builds the index, makes the database)   {cold[0]:5.2f} s   {cold[1]:4.0f} MB")
        print(f"  tutor ask E11.21, warm                                   {median([process(ask, environment) for _ in range(7)])}")
        faq = [*ask[:-1], "what is the passing score"]
        process(faq, environment)
        print(f"  tutor ask 'what is the passing score', warm              {median([process(faq, environment) for _ in range(7)])}")
        rival = [
            sys.executable,
            "-W",
            "ignore",
            "-c",
            "import simple_icd_10_cm as cm; print(cm.get_full_data('E11.21'))",
        ]
        search = [*ask[:-1], "heart attack"]
        process(search, environment)
        print(f"  tutor ask 'heart attack', warm                           {median([process(search, environment) for _ in range(7)])}")
        print(f"  simple_icd_10_cm, the same code                          {median([process(rival, environment) for _ in range(7)])}")


if __name__ == "__main__":
    main()
