"""The long runs by one command: ``python -m tests.soak fuzz``, ``kills``, ``party``, ``push_kills``, ``year`` and ``drills``."""

import argparse
import asyncio
import shutil
import sys
import time
from pathlib import Path
from random import Random
from tempfile import mkdtemp

from tests.soak import discord_fuzz, drills, push_kills, telegram_fuzz, year
from tests.soak.kills import kill
from tests.soak.party import party
from tests.soak.stage import FaultFoundError, Stage

_ON_ITS_OWN = {"push_kills": push_kills, "year": year, "drills": drills}
"""Runs that need no stage; each has options of its own."""


def main() -> int:
    """Run what is asked for; exit status 1 and what is needed to see it again where something was found."""
    if sys.argv[1:] and sys.argv[1] in _ON_ITS_OWN:
        return _ON_ITS_OWN[sys.argv[1]].main(sys.argv[2:])
    asked = _asked()
    folder = Path(mkdtemp(prefix="soak-"))
    stage = Stage(folder)
    seed = asked.seed if asked.seed is not None else int(time.time())
    say = lambda said: print(f"  {said}", flush=True)  # noqa: E731
    try:
        for name, run in {"fuzz": _fuzz, "kills": _kills, "party": _party}[asked.run](asked, stage, seed, say):
            print(f"{name}, seed {seed}", flush=True)
            began = time.monotonic()
            print(f"  {asyncio.run(run)}\n  {time.monotonic() - began:.0f} s", flush=True)
    except FaultFoundError as found:
        print(f"{found}\nWhat was logged lies in {folder}", file=sys.stderr)
        return 1
    finally:
        stage.close()
    shutil.rmtree(folder)
    return 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.soak",
        description="Long runs; they need TUTOR_SHARED, and PostgreSQL for their second part. Beside these: push_kills, year, drills.",
    )
    parser.add_argument("--seed", type=int, help="the seed to repeat; a new one if left out")
    parser.add_argument("--database", choices=("sqlite", "postgres"), help="on this one alone")
    runs = parser.add_subparsers(dest="run", required=True)
    fuzz = runs.add_parser("fuzz", help="updates, interactions and events of every shape")
    fuzz.add_argument(
        "--count", type=int, default=10_000, help="for each platform; a fifth as many again by webhook, and on the other database"
    )
    fuzz.add_argument("--platform", choices=("telegram", "discord"), help="this one alone")
    kills = runs.add_parser("kills", help="kill the process at random moments while people talk to it")
    kills.add_argument("--kills", type=int, default=200, help="on each database")
    kills.add_argument("--conversations", type=int, default=200, help="at least, on each database")
    kills.add_argument("--at-once", type=int, default=40)
    games = runs.add_parser("party", help="live quizzes, duels and questions of the day at random, over a pipe whose process is killed")
    games.add_argument("--parties", type=int, default=20, help="on each database")
    games.add_argument("--steps", type=int, default=150, help="of each party")
    return parser.parse_args()


def _fuzz(asked: argparse.Namespace, stage: Stage, seed: int, say: object) -> object:
    def tutor(kind: str) -> object:
        return lambda: stage.tutor(stage.url(kind))

    for kind, count in (("sqlite", asked.count), ("postgres", asked.count // 5)):
        if asked.database in (None, kind):
            count = asked.count if asked.database else count
            if asked.platform in (None, "telegram"):
                yield f"Telegram, polled, {kind}", telegram_fuzz.fuzz(tutor(kind), seed, count, say)
                yield f"Telegram, by webhook, {kind}", telegram_fuzz.fuzz(tutor(kind), seed, asked.count // 5, say, webhook=True)
            if asked.platform in (None, "discord"):
                yield f"Discord, {kind}", discord_fuzz.fuzz(tutor(kind), seed, count, say)


def _kills(asked: argparse.Namespace, stage: Stage, seed: int, say: object) -> object:
    for kind in ("sqlite", "postgres"):
        if asked.database in (None, kind):
            log = stage.folder / f"{kind}.log"
            more = {"kills": asked.kills, "conversations": asked.conversations, "at_once": asked.at_once, "log": log, "say": say}
            yield f"kills, {kind}", kill(stage.url(kind), stage.folder, stage.codes(Random(seed)), seed, **more)


def _party(asked: argparse.Namespace, stage: Stage, seed: int, say: object) -> object:
    for kind in ("sqlite", "postgres"):
        if asked.database in (None, kind):
            yield f"party, {kind}", party(lambda kind=kind: stage.url(kind), stage.folder, seed, asked.parties, asked.steps, say)


if __name__ == "__main__":
    sys.exit(main())
