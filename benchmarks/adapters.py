"""Measure the adapters end to end: server on loopback, adapter, engine, store, answer on the wire; beside a bare echo bot.

The bot is a process of its own; the server and the people on it live in this one, so each has a core. People converse as in
life (benchmarks/crowd.py). Measured twice: everybody with a message always under way (a closed loop: how much can be done at
all), and everybody thinking for some seconds between an answer and the next message (how long an answer takes in life). The
limits that the platforms set are lifted for this: Telegram takes 30 messages a second from a bot, Discord 50.

Expected: at least a third of the echo bot's throughput; p95 below 100 ms with 100 people who think; memory flat.
The load of the machine is printed with the figures; on a busy one they say little.
"""

import argparse
import asyncio
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from statistics import linear_regression, median

from sqlalchemy import text

from benchmarks.crowd import ROOT, Crowd, Figures, resident
from benchmarks.crowd_discord import DiscordCrowd
from benchmarks.crowd_telegram import TelegramCrowd
from bot.codebook.shelf import open_codebook
from bot.library.shelf import Library
from bot.store.database import Database

PEOPLE = (10, 100, 1000)
THINKING = ((100, 4.0), (1000, 10.0))
"""So many people, and the seconds that each thinks on average: 25 messages a second, as many as Telegram takes from one bot; and 100."""

CROWD = 2000


@dataclass(frozen=True)
class Plan:
    """How long everything takes: rounds of so many seconds each, and updates for the memory; what takes no time is left out."""

    rounds: int = 0
    seconds: float = 0
    thinking: float = 0
    updates: int = 0


FULL = Plan(rounds=3, seconds=10, thinking=40, updates=100_000)
QUICK = Plan(rounds=1, seconds=4, thinking=10, updates=4_000)
PARTS = {"full": FULL, "quick": QUICK, "times": replace(FULL, updates=0), "memory": Plan(updates=FULL.updates)}
"""What can be asked for. Memory asks for no idle machine, so it can be measured beside something else."""


@dataclass
class Bot:
    """A bot at work: its name in the table, its process, the crowd that talks to it, what was measured."""

    name: str
    crowd: Crowd
    process: int
    rounds: dict[int, list[Figures]] = field(default_factory=dict)

    def rate(self, people: int) -> float:
        """Give the throughput of the middle round."""
        return median(one.rate for one in self.rounds[people])


@asynccontextmanager
async def at_work(name: str, platform: str, kind: str, codes: list[str], environment: dict[str, str]) -> AsyncIterator[Bot]:
    """Start a server with a crowd, and a bot on it; wait until it answers."""
    crowd: TelegramCrowd | DiscordCrowd = (TelegramCrowd if platform == "telegram" else DiscordCrowd)(CROWD, codes)
    crowd.echo = kind == "echo"
    await crowd.start()
    address = [crowd.url] if isinstance(crowd, TelegramCrowd) else [crowd.api, crowd.url]
    command = [sys.executable, "-m", "benchmarks.bots", platform, kind, *address]
    child = await asyncio.create_subprocess_exec(*command, env=environment, cwd=ROOT, stdout=subprocess.PIPE)
    try:
        assert child.stdout is not None
        if not await child.stdout.readline():
            raise SystemExit(f"{name} did not start")
        await crowd.measure(20, 2, warm=0)  # loads what is loaded once
        yield Bot(name, crowd, child.pid)
    finally:
        if child.returncode is None:
            child.terminate()
        await child.wait()
        await crowd.stop()


def line(name: str, all_of: list[Figures], rate: float, echo: float | None) -> str:
    """Write one line of a table."""
    whole = Figures(all_of[0].people, sum(one.seconds for one in all_of), [took for one in all_of for took in one.times])
    share = "" if echo is None else f"{100 * rate / echo:4.0f} %"
    times = "  ".join(f"{whole.percentile(part):7.1f}" for part in (0.5, 0.95, 0.99))
    cores = "  ".join(f"{median(getattr(one, who) for one in all_of):5.2f}" for who in ("bot", "load", "others"))
    return f"  {name:18} {whole.people:6}  {rate:8.0f}  {share:>7}  {times}   {cores}"


_HEAD = (
    f"  {'':18} {'people':>6}  {'a second':>8}  {'of echo':>7}  {'p50':>7}  {'p95':>7}  {'p99':>7}   {'bot':>5}  {'load':>5}  {'others':>6}"
)


async def platform(name: str, plan: Plan, stores: dict[str, str], codes: list[str], environment: dict[str, str]) -> Counter[str]:
    """Measure one platform; returns what went wrong."""
    async with AsyncExitStack() as stack:
        bots = [await stack.enter_async_context(at_work("echo bot", name, "echo", codes, environment))]
        for store, url in stores.items():
            more = environment | {"DATABASE_URL": url}
            bots.append(await stack.enter_async_context(at_work(f"tutor, {store}", name, "tutor", codes, more)))
        if plan.rounds:
            await throughput(name, plan, bots)
        if plan.thinking:
            await in_life(name, plan, bots)
        if plan.updates:
            await resident_over(name, plan, bots)
        wrong = sum((bot.crowd.wrong for bot in bots), Counter())
        wrong["taps that still spin"] += sum(bot.crowd.spinning for bot in bots)
        return +wrong


async def throughput(name: str, plan: Plan, bots: list[Bot]) -> None:
    """Measure how much can be done at all: everybody always has a message under way."""
    for _ in range(plan.rounds):
        for people in PEOPLE:
            for bot in bots:
                found = await bot.crowd.measure(people, plan.seconds, warm=plan.seconds / 4, process=bot.process)
                bot.rounds.setdefault(people, []).append(found)
    kinds = sum((one.kinds for bot in bots[1:] for many in bot.rounds.values() for one in many), Counter())
    print(f"\n{name.capitalize()}: every person has a message under way. Of 100 things said: ", end="")
    print(", ".join(f"{kind} {100 * count / kinds.total():.0f}" for kind, count in kinds.most_common()))
    print(_HEAD)
    for people in PEOPLE:
        for bot in bots:
            print(line(bot.name, bot.rounds[people], bot.rate(people), None if bot.crowd.echo else bots[0].rate(people)))


async def in_life(name: str, plan: Plan, bots: list[Bot]) -> None:
    """Measure how long an answer takes where people think."""
    print(f"\n{name.capitalize()}: people think between an answer and the next message")
    print(_HEAD)
    for people, think in THINKING:
        for bot in bots:
            found = await bot.crowd.measure(people, plan.thinking, think=think, warm=think, process=bot.process)
            print(line(f"{bot.name}, {think:g} s", [found], found.rate, None), flush=True)


async def resident_over(name: str, plan: Plan, bots: list[Bot]) -> None:
    """Measure what memory does over many updates."""
    print(f"\n{name.capitalize()}: resident memory in MB over {plan.updates:,} updates, 100 people at once")
    print(f"  {'':18} {'before':>7}  {'a half':>7}  {'after':>7}   slope of the second half, MB in 100,000 updates")
    for bot in bots:
        samples = await memory(bot, plan.updates)
        half = samples[len(samples) // 2 :]
        slope = 100_000 * linear_regression(*zip(*half, strict=True)).slope
        at = [samples[0][1], half[0][1], samples[-1][1]]
        print(f"  {bot.name:18} " + "  ".join(f"{one:7.1f}" for one in at) + f"   {slope:+.1f}", flush=True)


async def memory(bot: Bot, updates: int) -> list[tuple[float, float]]:
    """Let a hundred people talk for so many updates; returns updates so far and MB, forty times."""
    done, samples = 0, [(0.0, resident(bot.process))]
    begun = len(samples)
    while done < updates:
        wanted = updates * begun / 40
        while done < wanted:
            found = await bot.crowd.measure(100, min(5, updates / 20_000), warm=0)
            done += len(found.times)
        samples.append((float(done), resident(bot.process)))
        begun = int(40 * done / updates) + 1
    return samples


async def main(plan: Plan, platforms: list[str]) -> int:
    """Print all figures; returns the exit status."""
    print(f"Load of the machine at the start: {os.getloadavg()[0]:.2f}, {os.cpu_count()} processors; {plan}")
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "TUTOR_DATA": folder, "PYTHONPATH": str(ROOT)}
        environment.pop("DATABASE_URL", None)
        library = Library(ROOT / "content", Path(folder) / "cache")
        book = open_codebook([Path(folder) / "codes"], library.thesaurus, library.own_words).books("icd10cm")[-1]
        every = [code for code, _title, reportable in book.codes() if reportable]
        codes = Random(3).sample(every, 500)
        server = os.environ.get("TUTOR_TEST_DATABASE_URL", "postgresql+psycopg://postgres@127.0.0.1:5432/test")
        admin = Database(server)
        wrong: Counter[str] = Counter()
        try:
            for name in platforms:
                with admin.writing() as connection:
                    connection.execute(text("DROP SCHEMA IF EXISTS tutor_bench CASCADE"))
                    connection.execute(text("CREATE SCHEMA tutor_bench"))
                stores = {"SQLite": f"sqlite:///{folder}/{name}.db", "PostgreSQL": f"{server}?options=-csearch_path%3Dtutor_bench"}
                wrong += await platform(name, plan, stores, codes, environment)
        finally:
            with admin.writing() as connection:
                connection.execute(text("DROP SCHEMA IF EXISTS tutor_bench CASCADE"))
            admin.close()
    print(f"\nLoad of the machine at the end: {os.getloadavg()[0]:.2f}; {time.monotonic() - began:.0f} s in all")
    for what, times in wrong.items():
        print(f"WRONG, {times} times: {what}")
    return 1 if wrong else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=tuple(PARTS), default="full", help="quick: a few minutes, for trying something out")
    parser.add_argument("platforms", nargs="*", default=["telegram", "discord"])
    given = parser.parse_args()
    sys.exit(asyncio.run(main(PARTS[given.part], given.platforms)))
