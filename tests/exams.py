"""A library with three mock exams, made up; and time that passes in an exam."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select

from bot.chat import Reply, as_reply
from bot.library.shelf import Library
from bot.store import sittings
from bot.store.posts import Post
from bot.store.tables import attempt
from bot.tutor import Tutor
from tests.conftest import CONTENT, Clock, Person
from tests.test_link import code_of, on
from tests.writing import case, content, question

AREAS = {area["slug"]: area["questions"] for area in tomllib.loads((CONTENT / "blueprint.toml").read_text())["area"]}
PRACTICE = 3
"""Practice questions of each area; and one case."""


def items(mocks=(1, 2, 3), practice: int = PRACTICE) -> tuple[str, str]:
    """Write mock exams by the blueprint, each with two whole cases, and some practice questions."""
    number, questions, cases = 0, [], []
    for mock in mocks:
        for area, count in AREAS.items():
            for n in range(count - 6 if area == "cases" else count):
                number += 1
                more = f"mock = {mock}"
                questions.append(question(f"{area[:4]}-{mock}{n:03}", area, key="ABCD"[number % 4], number=number, more=more))
        for n in (1, 2):
            number += 3
            cases.append(case(f"case-{mock}00{n}", 3, f"mock = {mock}", number=number))
    for area in AREAS:
        for n in range(practice):
            number += 1
            questions.append(question(f"{area[:4]}-9{n:03}", area, key="ABCD"[number % 4], number=number))
    if practice:
        cases.append(case("case-9901", 3, number=number + 1))
    return "\n".join(questions), "\n".join(cases)


def shelf(folder: Path, mocks=(1, 2, 3), practice: int = PRACTICE) -> Library:
    return Library(content(folder, *items(mocks, practice)))


@dataclass
class Came:
    """What came by itself, and when."""

    at: object
    reply: Reply
    post: Post


def passes(tutor: Tutor, clock: Clock, platforms=("test",), **how_long) -> list[Came]:
    """Let time pass, doing and sending what falls due on the way, each at its moment; nobody is there."""
    end = clock.now
    clock_end = Clock()
    clock_end.now = end
    clock_end.sleeps(**how_long)
    end, came = clock_end.now, []
    while (due := tutor.next_due(platforms)) is not None and due <= end:
        clock.now = max(clock.now, due)
        came += sends(tutor, clock, platforms)
    clock.now = end
    return came + sends(tutor, clock, platforms)


def sends(tutor: Tutor, clock: Clock, platforms=("test",), *, pulse: bool = False) -> list[Came]:
    """Tick, and send what may go out now."""
    tutor.tick(clock.now, pulse=pulse)
    came = []
    while batch := tutor.take_posts(platforms, clock.now):
        for one in batch:
            came.append(Came(clock.now, as_reply(dict(one.reply)), one))
            tutor.sent(one, at=clock.now)
    return came


def answers(person: Person, right: int, wrong: int = 0) -> None:
    """Answer the next questions, first some rightly, then some wrongly."""
    for n in range(right + wrong):
        person.answers(right=n < right)


def only_sitting(database) -> sittings.Sitting:
    with database.reading() as connection:
        return sittings.find(connection, 1)


def paper(database, number: int) -> list[str]:
    """Name the questions of a sitting."""
    with database.reading() as connection:
        return [step.question for step in sittings.find(connection, number).steps]


def counted(database, table=attempt) -> int:
    with database.reading() as connection:
        return connection.scalar(select(func.count()).select_from(table))


def linked(tutor: Tutor, clock: Clock) -> tuple[Person, Person]:
    """Make one learner with two accounts."""
    here, there = on(tutor, clock, "telegram", "1"), on(tutor, clock, "discord", "2")
    there.says(f"/link {code_of(here.says('/link'))}")
    there.taps("Yes")
    return here, there


def without(folder: Path, names: list[str]):
    """Write questions and cases of a folder anew without some of the questions."""
    for part in ("questions", "cases"):
        text = (folder / part / "one.toml").read_text()
        blocks = text.split("[[question]]") if part == "questions" else [text]
        yield "[[question]]".join(block for block in blocks if not any(f'id = "{name}"' in block for name in names))
