"""Named queries about items in use: their first answers, which are set aside, which key they had."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, case, func, select, update

from bot.store.statements import insert_many_new, insert_new
from bot.store.tables import attempt, item_key, quarantine, report, study_day

_NEWEST = 200_000
"""Answers that are looked at; more would say no more."""

_SCORED = 20
"""Answers of somebody from which their share of right ones says what they know."""


@dataclass(frozen=True, slots=True)
class First:
    """The first answer that somebody gave to a question; ``score`` is their share of right answers to all others."""

    question: str
    chosen: int
    correct: bool
    score: float
    seconds: int | None


@dataclass(frozen=True, slots=True)
class Given:
    """One answer as it stands, to be graded again."""

    id: int
    learner_id: int
    chosen: int
    correct: bool
    day: date


def first_answers(connection: Connection) -> Iterator[First]:
    """Yield the first answers to each question by those who have answered enough."""
    newest = connection.execute(select(func.coalesce(func.max(attempt.c.id), 0))).scalar_one() - _NEWEST
    right = func.sum(case((attempt.c.correct, 1), else_=0))
    people = select(attempt.c.learner_id, func.count().label("answers"), right.label("right_ones")).group_by(attempt.c.learner_id)
    known = people.having(func.count() >= _SCORED).subquery()
    first = select(func.min(attempt.c.id)).where(attempt.c.id > newest).group_by(attempt.c.learner_id, attempt.c.question)
    rows = connection.execute(
        select(attempt.c.question, attempt.c.chosen, attempt.c.correct, known.c.answers, known.c.right_ones, attempt.c.seconds)
        .join(known, known.c.learner_id == attempt.c.learner_id)
        .where(attempt.c.id.in_(first))
        .order_by(attempt.c.question)
    )
    for row in rows:
        yield First(row.question, row.chosen, row.correct, (row.right_ones - row.correct) / (row.answers - 1), row.seconds)


def set_aside(connection: Connection) -> dict[str, str]:
    """List the questions that are set aside, with the reason."""
    rows = connection.execute(select(quarantine.c.question, quarantine.c.why).where(quarantine.c.open).order_by(quarantine.c.question))
    return {row.question: row.why for row in rows}


def lay_aside(connection: Connection, question: str, why: str, now: datetime) -> bool:
    """Set a question aside; one that an operator has let back in stays in."""
    return insert_new(connection, quarantine, question=question, why=why, at=now)


def let_back_in(connection: Connection, question: str) -> bool:
    """Ask a question again that was set aside; False where it was not."""
    back = update(quarantine).where(quarantine.c.question == question, quarantine.c.open).values(open=False)
    return connection.execute(back.returning(quarantine.c.question)).first() is not None


def keys(connection: Connection) -> dict[str, tuple[tuple[str, ...], int]]:
    """Read the options and the key that each question had when it was last looked at."""
    rows = connection.execute(select(item_key.c.question, item_key.c.options, item_key.c.key))
    return {row.question: (tuple(row.options), row.key) for row in rows}


def note_keys(connection: Connection, found: Mapping[str, tuple[Sequence[str], int]], now: datetime) -> None:
    """Note the options and keys of questions that are seen for the first time."""
    rows = [{"question": name, "options": list(options), "key": key, "at": now} for name, (options, key) in found.items()]
    insert_many_new(connection, item_key, rows)


def change_key(connection: Connection, question: str, options: Sequence[str], key: int, now: datetime) -> None:
    """Note that a question has other options, or another key."""
    connection.execute(update(item_key).where(item_key.c.question == question).values(options=list(options), key=key, at=now))


def given(connection: Connection, question: str) -> list[Given]:
    """List all answers to a question, locked for change."""
    rows = connection.execute(
        select(attempt.c.id, attempt.c.learner_id, attempt.c.chosen, attempt.c.correct, attempt.c.day)
        .where(attempt.c.question == question)
        .order_by(attempt.c.id)
        .with_for_update()
    )
    return [Given(*row) for row in rows]


def regrade(connection: Connection, one: Given, chosen: int, correct: bool) -> None:
    """Let an answer count as it does under the corrected key; the tally of its day follows."""
    connection.execute(update(attempt).where(attempt.c.id == one.id).values(chosen=chosen, correct=correct))
    if correct != one.correct:
        mine = (study_day.c.learner_id == one.learner_id, study_day.c.day == one.day)
        connection.execute(update(study_day).where(*mine).values(correct=study_day.c.correct + (1 if correct else -1)))


def finders(connection: Connection, question: str) -> set[int]:
    """Tell who has reported that the key of a question is wrong."""
    query = select(report.c.learner_id).where(report.c.question == question, report.c.reason == "key")
    return set(connection.execute(query).scalars())


def put_aside_by_hand(connection: Connection, question: str, now: datetime) -> None:
    """Set a question aside on the word of an operator."""
    if not insert_new(connection, quarantine, question=question, why="set aside by hand", at=now):
        connection.execute(update(quarantine).where(quarantine.c.question == question).values(open=True, why="set aside by hand", at=now))
