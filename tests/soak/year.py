"""A year of a hundred learners who answer most days, on the pipe's clock.

    python -m tests.soak year [--learners 100] [--days 366] [--seed 1]

They live in zones all over the earth, over both changes of daylight saving and a leap day; some study on weekdays only, some move, some
take a pause. Every date of theirs that asks for a question has exactly one, at their hour; the streak is what they did.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

from bot.learning.calendar import instant, local_day

ROOT = Path(__file__).parent.parent.parent
START = datetime(2027, 9, 1, 12, 0, tzinfo=UTC)
"""The year from here on has a leap day."""

ZONES = (
    "America/New_York", "America/Chicago", "America/Los_Angeles", "America/Phoenix", "America/St_Johns", "Asia/Kolkata", "Asia/Manila",
    "Europe/London", "Africa/Cairo", "Australia/Lord_Howe", "Pacific/Auckland", "Pacific/Kiritimati", "Pacific/Honolulu", "Asia/Kathmandu",
    "America/Sao_Paulo", "Africa/Casablanca",
)  # fmt: skip


@dataclass
class Student:
    """Somebody, how they live, and what came to them."""

    name: str
    zone: str
    minute: int
    weekdays: bool
    since: datetime
    paused_until: date | None = None
    moved: set[date] = field(default_factory=set)
    asked: Counter[date] = field(default_factory=Counter)
    hours: list[str] = field(default_factory=list)
    done: set[date] = field(default_factory=set)
    open: tuple[str, str] | None = None


class World:
    """The pipe, and those who talk through it."""

    def __init__(self, learners: int, seed: int, folder: Path, data: Path, command: list[str]) -> None:
        self.chance = Random(seed)
        self.now = START
        self.number = 0
        self.process = subprocess.Popen(
            [*command, "--database", f"sqlite:///{folder}/year.db", "--now", START.isoformat(), "--seed", str(seed)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT,
            env={**os.environ, "TUTOR_DATA": str(data), "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        self.students: dict[str, Student] = {}
        for n in range(learners):
            one = Student(f"s{n:03}", self.chance.choice(ZONES), self.chance.randrange(48) * 30, n % 5 == 0, START)
            self.students[one.name] = one
            self.say(one, "/start")
            self.say(one, f"/settings zone {one.zone}")
            self.say(one, f"/settings hour {one.minute // 60:02}:{one.minute % 60:02}")
            self.say(one, "/settings quiet off")
            if one.weekdays:
                self.say(one, "/settings days weekdays")
        self.faults: list[str] = []

    def send(self, line: dict[str, object]) -> list[dict[str, object]]:
        """Send a line; return what is written up to its ``done``."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps(line) + "\n")
        self.process.stdin.flush()
        out = []
        while True:
            raw = self.process.stdout.readline()
            if not raw:
                raise SystemExit("the pipe closed")
            got = json.loads(raw)
            if "done" in got:
                return out
            if "error" in got:
                raise SystemExit(got["error"])
            out.append(got)

    def say(self, who: Student, text: str) -> list[dict[str, object]]:
        """Let somebody say something."""
        self.number += 1
        return self.send({"id": self.number, "from": who.name, "text": text})

    def an_hour(self) -> None:
        """Let an hour pass; those who are asked answer, most of them."""
        self.now += timedelta(hours=1)
        for got in self.send({"now": self.now.isoformat()}):
            about = [str(one) for one in got["about"]]  # type: ignore[union-attr]
            if not got["push"] or not about or not about[0].startswith("daily/"):
                continue
            who = self.students[str(got["to"])]
            day = date.fromisoformat(about[0].removeprefix("daily/"))
            at = datetime.fromisoformat(str(got["at"])).astimezone(ZoneInfo(who.zone))
            who.asked[day] += 1
            late = (at - instant(day, who.minute, who.zone)).total_seconds()
            if day not in who.moved and not 0 <= late < 60:
                self.faults.append(f"{who.name}: {day} came at {at:%H:%M}, the hour is {who.minute // 60:02}:{who.minute % 60:02}")
            choices = got["choices"]
            assert isinstance(choices, list)
            who.open = (str(choices[self.chance.randrange(4)]["says"]), day.isoformat())
        for who in self.students.values():
            if who.open and self.chance.random() < 0.5:
                says, day_ = who.open
                who.open = None
                if self.chance.random() < 0.93:
                    today = local_day(self.now, who.zone)
                    got = self.say(who, says)
                    if any("correct" in reply["facts"] for reply in got):  # type: ignore[operator]
                        who.done.add(today if today >= date.fromisoformat(day_) else date.fromisoformat(day_))

    def some_change(self) -> None:
        """Let somebody move or take a pause."""
        who = self.chance.choice(list(self.students.values()))
        today = local_day(self.now, who.zone)
        if self.chance.random() < 0.5:
            zone = self.chance.choice(ZONES)
            self.say(who, f"/settings zone {zone}")
            after = local_day(self.now, zone)
            who.moved |= {today + timedelta(days=n) for n in range(-1, 3)} | {after + timedelta(days=n) for n in range(-1, 3)}
            who.zone = zone
        else:
            days = self.chance.randrange(1, 6)
            self.say(who, f"/pause {days} days")
            who.paused_until = today + timedelta(days=days)
            who.moved |= {today + timedelta(days=n) for n in range(-1, days + 2)}

    def judge(self, days: int) -> list[str]:
        """Hold what came against what was to come."""
        faults = self.faults
        for who in self.students.values():
            twice = [day for day, count in who.asked.items() if count > 1]
            faults += [f"{who.name}: {day} was asked {who.asked[day]} times" for day in twice]
            first = local_day(START, who.zone) + timedelta(days=2)
            for n in range(days - 4):
                day = first + timedelta(days=n)
                if day in who.moved or (who.weekdays and day.weekday() >= 5):
                    continue
                if not who.asked[day] and day not in who.done:
                    faults.append(f"{who.name}: {day} had no question in {who.zone}")
            streak = self.say(who, "/streak")[0]["facts"]
            assert isinstance(streak, dict)
            if streak["longest"] > len(who.done):
                faults.append(f"{who.name}: a streak of {streak['longest']} from {len(who.done)} days")
            if not who.moved and not who.weekdays and (run := _plain_run(who.done, local_day(self.now, who.zone))) > streak["streak"]:
                faults.append(f"{who.name}: {run} days in a row to the end, and a streak of {streak['streak']}")
        return faults


def _plain_run(done: set[date], today: date) -> int:
    day, length = today if today in done else today - timedelta(days=1), 0
    while day in done:
        day, length = day - timedelta(days=1), length + 1
    return length


def live(learners: int, days: int, seed: int, folder: Path, data: Path, command: list[str]) -> tuple[list[str], str]:
    """Live so many days on a store in ``folder``; return what does not hold, and a sentence about the run."""
    began = time.perf_counter()
    world = World(learners, seed, folder, data, command)
    for n in range(days):
        for _ in range(24):
            world.an_hour()
        if n % 3 == 0:
            world.some_change()
    faults = world.judge(days)
    assert world.process.stdin
    world.process.stdin.close()
    ended = world.process.wait(60)
    assert world.process.stdout
    world.process.stdout.close()
    if ended:
        faults.append(f"the pipe ended with status {ended}")
    asked = sum(sum(who.asked.values()) for who in world.students.values())
    answered = sum(len(who.done) for who in world.students.values())
    return (
        faults,
        f"{learners} learners, {days} days: {asked:,} questions came, {answered:,} days done; {time.perf_counter() - began:.0f} s",
    )


def main(given: Sequence[str] | None = None) -> int:
    """Live a year and say what does not hold."""
    read = argparse.ArgumentParser()
    read.add_argument("--learners", type=int, default=100)
    read.add_argument("--days", type=int, default=366)
    read.add_argument("--seed", type=int, default=1)
    wish = read.parse_args(given)
    with tempfile.TemporaryDirectory() as folder:
        faults, said = live(wish.learners, wish.days, wish.seed, Path(folder), Path(folder), [sys.executable, "-m", "adapters.cli", "pipe"])
    print(said)
    for fault in faults[:40]:
        print("fault:", fault)
    print("holds" if not faults else f"{len(faults)} faults")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
