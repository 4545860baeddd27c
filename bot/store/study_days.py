"""Named queries about study days: what was answered on each of a learner's dates, and what the date was to their streak."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, bindparam, delete, func, select, update

from bot.store.statements import insert_new
from bot.store.tables import study_day


@dataclass(frozen=True, slots=True)
class StudyDay:
    """One of a learner's dates. ``kind`` is open, done, frozen or rest."""

    day: date
    kind: str
    answered: int
    correct: int


# Every answer asks these, so they are made once.
_COUNT = (
    update(study_day)
    .where(study_day.c.learner_id == bindparam("of"), study_day.c.day == bindparam("on"))
    .values(
        answered=study_day.c.answered + bindparam("more"),
        correct=study_day.c.correct + bindparam("right"),
        minute=func.coalesce(study_day.c.minute, bindparam("first")),
    )
    .returning(study_day.c.answered)
)
_MINUTES = (
    select(study_day.c.minute)
    .where(study_day.c.learner_id == bindparam("of"), study_day.c.minute.is_not(None))
    .order_by(study_day.c.day.desc())
    .limit(bindparam("most"))
)


def answered(connection: Connection, learner_id: int, day: date, correct: int, minute: int, count: int = 1) -> int:
    """Count answers on a date, ``correct`` of them right; returns how many there are now. ``minute`` is kept of the first."""
    asked = {"of": learner_id, "on": day, "more": count, "right": int(correct), "first": minute}
    total = connection.execute(_COUNT, asked).scalar()
    if total is not None:
        return int(total)
    new = {"learner_id": learner_id, "day": day, "kind": "open", "answered": count, "correct": int(correct), "minute": minute}
    if insert_new(connection, study_day, **new):
        return count
    return answered(connection, learner_id, day, correct, minute, count)  # somebody wrote the row a moment before


def mark(connection: Connection, learner_id: int, days: Sequence[tuple[date, str]]) -> None:
    """Note what dates were to the streak."""
    for day, kind in days:
        if not insert_new(connection, study_day, learner_id=learner_id, day=day, kind=kind):
            mine = (study_day.c.learner_id == learner_id, study_day.c.day == day)
            connection.execute(update(study_day).where(*mine).values(kind=kind))


def since(connection: Connection, learner_id: int, day: date) -> dict[date, StudyDay]:
    """List a learner's days from a date on."""
    rows = connection.execute(
        select(study_day.c.day, study_day.c.kind, study_day.c.answered, study_day.c.correct)
        .where(study_day.c.learner_id == learner_id, study_day.c.day >= day)
        .order_by(study_day.c.day)
    )
    return {row.day: StudyDay(*row) for row in rows}


def minutes(connection: Connection, learner_id: int, limit: int) -> list[int]:
    """List at which minute of the day a learner began on their last days of study."""
    return list(connection.execute(_MINUTES, {"of": learner_id, "most": limit}).scalars())


def totals(connection: Connection, learner_id: int) -> tuple[int, int]:
    """Count a learner's answers, and the right ones."""
    sums = select(func.coalesce(func.sum(study_day.c.answered), 0), func.coalesce(func.sum(study_day.c.correct), 0))
    row = connection.execute(sums.where(study_day.c.learner_id == learner_id)).one()
    return int(row[0]), int(row[1])


def done_on(connection: Connection, learner_ids: Sequence[int], days: Sequence[date]) -> set[tuple[int, date]]:
    """Tell which of some learners have done which of some dates."""
    rows = connection.execute(
        select(study_day.c.learner_id, study_day.c.day).where(
            study_day.c.learner_id.in_(learner_ids), study_day.c.day.in_(days), study_day.c.kind == "done"
        )
    )
    return {(row.learner_id, row.day) for row in rows}


def merge(connection: Connection, into: int, other: int) -> None:
    """Give one learner the days of another; a date that both have is one date."""
    rank = {"open": 0, "rest": 1, "frozen": 2, "done": 3}
    columns = (study_day.c.day, study_day.c.kind, study_day.c.answered, study_day.c.correct)
    had = {row.day: row for row in connection.execute(select(*columns).where(study_day.c.learner_id == into))}
    for row in connection.execute(select(*columns).where(study_day.c.learner_id == other)).all():
        here = had.get(row.day)
        if here is not None:
            best = max(row.kind, here.kind, key=lambda kind: rank[kind])
            sums = {"answered": here.answered + row.answered, "correct": here.correct + row.correct}
            mine = (study_day.c.learner_id == into, study_day.c.day == row.day)
            connection.execute(update(study_day).where(*mine).values(kind=best, **sums))
            connection.execute(delete(study_day).where(study_day.c.learner_id == other, study_day.c.day == row.day))
    connection.execute(update(study_day).where(study_day.c.learner_id == other).values(learner_id=into))
