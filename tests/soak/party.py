"""A party: live quizzes, duels and rooms' questions of the day at random, with late joiners and leavers, over the pipe; the process dies again and again.

People tap whatever they see, also what is long over. What was said to them and what was shown in rooms is then held against what is
written down: each answer is there once and as it was acknowledged, what a reveal counts is what was answered, shares are of a whole, and
scores, boards and everybody's own history are the sums of the answers.
"""

import io
import json
import os
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Protocol

from sqlalchemy import func, select

from adapters.pipe import Clock, Pipe
from bot.library.question import LETTERS
from bot.store.database import Database
from bot.store.grouptables import duel, duel_player, game, game_answer, game_player, point
from bot.store.tables import account, attempt, round
from bot.tutor import Tutor
from tests.soak.stage import FaultFoundError

BEGAN = datetime.fromisoformat("2026-11-23T12:00:00-05:00")
_STANDS = ("{} it is.", "{} stands.", "Changed to {}.")
_SEEN = 8
"""Messages of which people still tap the buttons."""


class Table(Protocol):
    """A process with a pipe. ``tears`` is the line of its answer at which it dies, none of it known to be done from there on."""

    def say(self, lines: list[str], now: datetime, tears: int | None) -> list[str]:
        """Give it lines; returns what it said before its end."""


class _Torn(io.StringIO):
    """An output that breaks after so many lines."""

    def __init__(self, left: int | None) -> None:
        super().__init__()
        self._left = left

    def write(self, said: str) -> int:
        if self._left is not None:
            if self._left == 0:
                raise BrokenPipeError
            self._left -= 1
        return super().write(said)


class Here:
    """The pipe in this process. Dying, it drops all that it does not have in the store."""

    def __init__(self, build: Callable[[], Tutor]) -> None:
        self._build, self._tutor = build, build()

    def say(self, lines: list[str], now: datetime, tears: int | None) -> list[str]:
        out = _Torn(tears)
        try:
            Pipe(self._tutor, Clock(now, lambda: now), out).run(lines)
        except BrokenPipeError:
            self._tutor = self._build()
        return out.getvalue().splitlines()


class Away:
    """The pipe as a process of its own, which is killed."""

    def __init__(self, url: str, data: Path) -> None:
        self._url, self._data = url, data
        self._process: subprocess.Popen[str] | None = None

    def say(self, lines: list[str], now: datetime, tears: int | None) -> list[str]:
        if self._process is None:
            command = [sys.executable, "-m", "adapters.cli", "pipe", "--database", self._url, "--now", now.isoformat()]
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=os.environ | {"TUTOR_DATA": str(self._data)}, text=True
            )
        said: list[str] = []
        assert self._process.stdin  # it was made with both
        assert self._process.stdout
        self._process.stdin.writelines(f"{line}\n" for line in lines)
        self._process.stdin.flush()
        done = 0
        while done < len(lines):
            if tears is not None and len(said) == tears:
                self.close()
                break
            line = self._process.stdout.readline()
            if not line:
                raise FaultFoundError("the process has ended by itself")
            said.append(line)
            done += "done" in json.loads(line)
        return said

    def close(self) -> None:
        """Kill the process."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None


@dataclass
class Report:
    """What happened at a party."""

    taps: int = 0
    deaths: int = 0
    reveals: int = 0
    answers: int = 0
    duels: int = 0
    days: int = 0


@dataclass
class Party:
    """People in rooms; ``chance`` says what they do and when the process dies."""

    table: Table
    database: Database
    chance: Random
    people: tuple[str, ...] = tuple(f"p{number}" for number in range(8))
    rooms: tuple[str, ...] = ("red", "blue")
    deadly: float = 0.15
    now: datetime = BEGAN
    report: Report = field(default_factory=Report)
    shown: defaultdict[str, list[dict]] = field(default_factory=lambda: defaultdict(list))
    """By room, or by person where they are alone: what can be seen there."""

    given: dict[tuple[int, int, str], str] = field(default_factory=dict)
    """By game, question and person: the letter that was acknowledged last."""

    revealed: dict[tuple[int, int], dict] = field(default_factory=dict)
    told: dict[int, list[int]] = field(default_factory=dict)
    """By duel: how many each had right, as the room was told."""

    hosts: dict[str, str] = field(default_factory=dict)
    """By game: who opened it."""

    _number: int = 0

    def run(self, steps: int) -> Report:
        """Play, let everything come to its end, and hold what was said against what is written."""
        for room in self.rooms:
            self._say({"from": "host", "room": room, "text": "/room question on", "manager": True})
        for _ in range(steps):
            self._say(*(self._act() for _ in range(self.chance.randint(1, 12))))
            if self.chance.random() < 0.6:
                self._passes(self.chance.choice((3, 3, 5, 20)))
            if self.chance.random() < 0.05:
                self._passes(3600 * self.chance.choice((3, 12, 24)))
        self.deadly = 0.0
        self._say(*({"from": "host", "room": room, "text": "/room question off", "manager": True} for room in self.rooms))
        self._passes(4 * 24 * 3600)  # every duel, lobby and question without a clock is over by then
        self._check()
        return self.report

    # What people do

    def _act(self) -> dict[str, object]:
        who, room = self.chance.choice(self.people), self.chance.choice(self.rooms)
        at: dict[str, object] = {"from": who, "room": room, "name": who.upper()}
        if self.chance.random() < 0.15:
            words = (
                "/quiz 3 20s",
                "/quiz anatomy 3 untimed teams",
                "/quiz leave",
                "/quiz join",
                "/duel",
                f"/duel @{self.chance.choice(self.people)}",
            )
            text = self.chance.choices((*words, "/quiz skip", "/board"), (8, 3, 1, 3, 1, 3, 1, 1))[0]
            return at | {"text": text, "manager": self.chance.random() < 0.2}
        alone = self.chance.random() < 0.25
        if alone:
            del at["room"]
        seen = self.shown[who if alone else room][-_SEEN:]
        choices = [one["says"] for shown in (*seen, *seen[-2:] * 3) for one in shown["choices"]]
        choices = [one for one in choices if one.startswith(("/game", "/duel", "/answer", "/next")) and " set" not in one]
        if not choices:
            return at | {"text": "/streak" if alone else "/quiz 3 20s"}
        starts = [one for one in choices if one.endswith(" start")]
        if starts and self.chance.random() < 0.4:  # for a minute only who opened it may
            return at | {"from": self.hosts.get(starts[-1].split()[1], who), "text": starts[-1]}
        return at | {"text": self.chance.choice(choices)}

    def _passes(self, seconds: float) -> None:
        self._say({"now": (self.now + timedelta(seconds=seconds)).isoformat()})

    # What is said

    def _say(self, *messages: dict[str, object]) -> None:
        """Say it until all of it is done: whoever had no answer says it again."""
        left = {}
        for message in messages:
            self._number += 1
            left[self._number] = message if "now" in message else message | {"id": self._number}
        began, self.now = self.now, max(datetime.fromisoformat(str(one["now"])) if "now" in one else self.now for one in messages)
        while left:
            tears = self.chance.randint(0, 2 * len(left)) if self.chance.random() < self.deadly else None
            before = len(left)
            for line in self.table.say([json.dumps(one) for one in left.values()], began, tears):
                said = json.loads(line)
                if "error" in said:
                    raise FaultFoundError(f"a line was not understood: {said['error']}")
                if "done" in said:
                    done = said["done"]
                    self.report.taps += left.pop(next(iter(left)) if isinstance(done, dict) else done) is not None
                else:
                    self._heard(said, left.get(said["re"]) or {})
            began = self.now  # a process that died while time passed comes back when it has passed
            self.report.deaths += tears is not None and (bool(left) or before == 0)

    def _heard(self, said: dict, asked: dict) -> None:
        if "went wrong on my side" in said["text"]:
            raise FaultFoundError(f"a bug of ours after {asked.get('text')!r}")
        where = said["to"] if said["to"] and not said["private"] else said["room"] if said["to"] is None else asked["from"]
        self.shown[where].append(said)
        if "Live quiz" in said["text"] and asked and not said["private"]:
            self.hosts.setdefault(said["about"][0].removeprefix("game/"), str(asked["from"]))  # who opened it saw it first
        words = str(asked.get("text", "")).split()
        if (
            said["private"]
            and words[:1] == ["/game"]
            and words[3:]
            and said["text"].startswith(tuple(one.format(words[3]) for one in _STANDS))
        ):
            self.given[int(words[1]), int(words[2]), str(asked["from"])] = words[3]
        about = dict(one.split("/", 1) for one in said["about"] if "/" in one)
        facts = said["facts"]
        if "key" in facts and "game" in about:
            before = self.revealed.setdefault((int(about["game"]), facts["number"]), facts)
            self._same("what a question is said to have brought, said twice", before, facts)
        if said["push"] and "duel" in about and "right" in facts:
            self.told[int(about["duel"])] = facts["right"]

    # What must hold

    def _same(self, what: str, one: object, other: object) -> None:
        if isinstance(one, dict) and isinstance(other, dict):
            apart = [key for key in one.keys() | other.keys() if one.get(key) != other.get(key)]
            one, other = ({key: of.get(key) for key in apart} for of in (one, other))
        if one != other:
            raise FaultFoundError(f"{what}: {one} and {other}")

    def _check(self) -> None:
        with self.database.reading() as connection:
            users = {row.learner_id: row.user for row in connection.execute(select(account.c.learner_id, account.c.user))}
            games = {row.id: row for row in connection.execute(select(game))}
            rows = connection.execute(select(game_answer)).all()
            players = connection.execute(select(game_player)).all()
            history = Counter(
                (row.learner_id, row.question)
                for row in connection.execute(
                    select(attempt.c.learner_id, attempt.c.question)
                    .join(round, round.c.id == attempt.c.round_id)
                    .where(round.c.kind == "live")
                )
            )
            points = {(row.room, row.learner_id, row.question) for row in connection.execute(select(point).where(point.c.points == 10))}
            duels = self._duels(connection)
        self._same("games that are still open", [], [one.id for one in games.values() if one.state != "over" or not one.settled])
        written = {(row.game_id, row.number, users[row.learner_id]): row for row in rows}
        letters = {key: LETTERS[games[key[0]].plan[key[1] - 1][1].index(row.chosen)] for key, row in written.items()}
        self._same("answers that were acknowledged, and written", self.given, {key: letters.get(key) for key in self.given})
        counted = [row for row in rows if row.number <= games[row.game_id].number]
        for (number, question), facts in self.revealed.items():
            there = [row for row in rows if (row.game_id, row.number) == (number, question)]
            self._same("answers to a question, as shown and as written", facts["answered"], len(there))
            self._same("right answers, as shown and as written", facts["right"], sum(row.correct for row in there))
            self._same("the shares of a question together", 100 if there else 0, sum(facts["shares"]))
        for one in players:
            mine = [row for row in counted if (row.game_id, row.learner_id) == (one.game_id, one.learner_id)]
            self._same(
                f"a score in game {one.game_id}",
                (one.right, one.score),
                (sum(row.correct for row in mine), sum(row.points for row in mine)),
            )
        named = [(row, games[row.game_id].plan[row.number - 1][0]) for row in counted]
        self._same("answers in games, and in everybody's own history", Counter((row.learner_id, name) for row, name in named), history)
        earned = {(games[row.game_id].room, row.learner_id, name) for row, name in named if row.correct}
        self._same("what stands on the boards of rooms", earned, points)
        for number, right in self.told.items():
            self._same(f"the result of duel {number}", right, duels[number])
        self.report.reveals, self.report.answers, self.report.duels = len(self.revealed), len(counted), len(self.told)
        self.report.days = sum(one.kind == "day" for one in games.values())

    def _duels(self, connection) -> dict[int, list[int]]:
        """How many each had right in duels, by place."""
        right = select(func.count()).where(attempt.c.round_id == duel_player.c.round_id, attempt.c.correct).scalar_subquery()
        rows = connection.execute(select(duel_player.c.duel_id, right).order_by(duel_player.c.duel_id, duel_player.c.place)).all()
        found: dict[int, list[int]] = defaultdict(list)
        for number, count in rows:
            found[number].append(count)
        self._same(
            "duels that are still open", 0, connection.scalar(select(func.count()).select_from(duel).where(duel.c.closed_at.is_(None)))
        )
        return found


async def party(url: Callable[[], str], data: Path, seed: int, count: int, steps: int, say: Callable[[str], None]) -> str:
    """Hold parties one after the other, each on an empty store with a process that is killed; returns what came of all."""
    totals: Counter[str] = Counter()
    for number in range(count):
        store = url()
        database, away = Database(store), Away(store, data)
        try:
            totals.update(asdict(Party(away, database, Random(seed + number)).run(steps)))
        finally:
            away.close()
            database.close()
        say(f"party {number + 1} of {count}, seed {seed + number}")
    return ", ".join(f"{amount} {what}" for what, amount in totals.items())
