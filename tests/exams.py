"""A library with three mock exams, made up; and time that passes in an exam."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from bot.chat import Reply, as_reply
from bot.library.shelf import Library
from bot.store.posts import Post
from bot.tutor import Tutor
from tests.conftest import CONTENT, Clock, Person
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
