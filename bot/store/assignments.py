"""Named queries about assignments: what a class is to do until when, who has begun, who is done, and what the answers say."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, and_, case, exists, func, insert, or_, select, update

from bot.store.classtables import assignment, assignment_work, class_member, classroom
from bot.store.statements import among, insert_many_new, insert_new
from bot.store.tables import attempt, round


@dataclass(frozen=True, slots=True)
class Assignment:
    """The same questions for everybody in a class. ``about`` is an area, ``mixed``, ``misses`` or ``pack:NAME``."""

    id: int
    class_id: int
    about: str
    questions: tuple[str, ...]
    due_at: datetime
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Result:
    """How far somebody is with an assignment. ``answered`` and ``right`` count first answers; ``at`` is when the last was given."""

    assignment_id: int
    learner_id: int
    begun: bool
    done: bool
    answered: int
    right: int
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Tally:
    """What one member answered in one area."""

    area: str
    learner_id: int
    answered: int
    right: int


@dataclass(frozen=True, slots=True)
class Reminder:
    """Somebody who is to be reminded of an assignment that they have not done."""

    assignment: Assignment
    learner_id: int
    class_title: str


_ASSIGNMENT = tuple(assignment.c[name] for name in Assignment.__dataclass_fields__)
_RIGHT = func.coalesce(func.sum(case((attempt.c.correct, 1), else_=0)), 0)


def _assignment(row: Sequence[object]) -> Assignment:
    number, class_id, about, questions, due_at, created_at = row
    assert isinstance(questions, list)
    return Assignment(number, class_id, about, tuple(questions), due_at, created_at)  # type: ignore[arg-type]  # a row is untyped


def add(connection: Connection, class_id: int, about: str, questions: Sequence[str], due_at: datetime, now: datetime) -> Assignment:
    """Write an assignment down."""
    values = {"class_id": class_id, "about": about, "questions": list(questions), "due_at": due_at, "created_at": now}
    return _assignment(connection.execute(insert(assignment).values(**values).returning(*_ASSIGNMENT)).one())


def give(connection: Connection, wakes: Mapping[tuple[int, int], datetime | None]) -> None:
    """Note for whom assignments are, by assignment and learner, and when each is to be reminded; who has one keeps it."""
    rows = [{"assignment_id": of, "learner_id": who, "wake_at": at} for (of, who), at in wakes.items()]
    insert_many_new(connection, assignment_work, rows)


def find(connection: Connection, assignment_id: int) -> Assignment | None:
    """Find an assignment by its number."""
    row = connection.execute(select(*_ASSIGNMENT).where(assignment.c.id == assignment_id)).first()
    return _assignment(row) if row else None


def of_class(connection: Connection, class_id: int) -> list[Assignment]:
    """List the assignments of a class by what is due first."""
    rows = connection.execute(select(*_ASSIGNMENT).where(assignment.c.class_id == class_id).order_by(assignment.c.due_at, assignment.c.id))
    return [_assignment(row) for row in rows]


def done_counts(connection: Connection, class_id: int) -> dict[int, int]:
    """Count who is done with each assignment of a class."""
    query = select(assignment_work.c.assignment_id, func.count())
    query = query.join(assignment, assignment.c.id == assignment_work.c.assignment_id).join(round, round.c.id == assignment_work.c.round_id)
    query = query.where(assignment.c.class_id == class_id, round.c.open.is_(False)).group_by(assignment_work.c.assignment_id)
    return {row[0]: int(row[1]) for row in connection.execute(query)}


_EARLIER = attempt.alias("earlier")
_FIRST = ~exists().where(
    _EARLIER.c.round_id == attempt.c.round_id, _EARLIER.c.question == attempt.c.question, _EARLIER.c.number < attempt.c.number
)
"""Only the first answer to each question of a round counts."""


def results(connection: Connection, class_id: int, learner_ids: Collection[int]) -> list[Result]:
    """Tell how far some members are with the assignments of a class that were given to them."""
    work = assignment_work.c
    query = (
        select(work.assignment_id, work.learner_id, round.c.id, round.c.open, func.count(attempt.c.id), _RIGHT, func.max(attempt.c.at))
        .join(assignment, assignment.c.id == work.assignment_id)
        .outerjoin(round, round.c.id == work.round_id)
        .outerjoin(attempt, and_(attempt.c.round_id == round.c.id, _FIRST))
        .where(assignment.c.class_id == class_id, among(connection, work.learner_id, learner_ids))
        .group_by(work.assignment_id, work.learner_id, round.c.id, round.c.open)
    )
    return [
        Result(of, who, round_id is not None, is_open is False, int(answered), int(right), at)
        for of, who, round_id, is_open, answered, right, at in connection.execute(query)
    ]


def tallies(connection: Connection, class_id: int) -> list[Tally]:
    """Count what each student of a class answered in its assignments, by area."""
    query = _answers(select(attempt.c.area, attempt.c.learner_id, func.count(), _RIGHT), class_id)
    rows = connection.execute(query.group_by(attempt.c.area, attempt.c.learner_id))
    return [Tally(area, who, int(answered), int(right)) for area, who, answered, right in rows]


def missed(connection: Connection, class_id: int) -> list[str]:
    """Name the questions that were missed in the assignments of a class, what most missed first."""
    query = _answers(select(attempt.c.question), class_id).where(attempt.c.correct.is_(False))
    return list(connection.execute(query.group_by(attempt.c.question).order_by(func.count().desc(), attempt.c.question)).scalars())


def _answers(query: Select[Any], class_id: int) -> Select[Any]:
    """Narrow a query about answers to the first ones given in the assignments of a class."""
    query = query.join(assignment_work, assignment_work.c.round_id == attempt.c.round_id)
    query = query.join(assignment, assignment.c.id == assignment_work.c.assignment_id)
    return query.where(assignment.c.class_id == class_id, _FIRST)


def round_of(connection: Connection, assignment_id: int, learner_id: int) -> int | None:
    """Find the round in which somebody does an assignment; None where they have not begun."""
    mine = (assignment_work.c.assignment_id == assignment_id, assignment_work.c.learner_id == learner_id)
    return connection.execute(select(assignment_work.c.round_id).where(*mine)).scalar()


def begin(connection: Connection, assignment_id: int, learner_id: int, round_id: int) -> None:
    """Note the round in which somebody does an assignment."""
    insert_new(connection, assignment_work, assignment_id=assignment_id, learner_id=learner_id)
    mine = (assignment_work.c.assignment_id == assignment_id, assignment_work.c.learner_id == learner_id)
    connection.execute(update(assignment_work).where(*mine).values(round_id=round_id))


def due(connection: Connection, now: datetime, limit: int) -> list[tuple[int, int]]:
    """List whom to remind of what, as (assignment, learner), locked for change."""
    work = assignment_work.c
    query = select(work.assignment_id, work.learner_id).where(work.wake_at <= now).order_by(work.wake_at).limit(limit)
    return [(row.assignment_id, row.learner_id) for row in connection.execute(query.with_for_update(skip_locked=True))]


def undone(connection: Connection, wanted: Collection[tuple[int, int]], now: datetime) -> list[Reminder]:
    """Of some work, as (assignment, learner), give what is not done, not past, in an open class, of members who want reminders."""
    work = assignment_work.c
    here = and_(class_member.c.class_id == classroom.c.id, class_member.c.learner_id == work.learner_id)
    query = (
        select(*_ASSIGNMENT, work.learner_id, classroom.c.title)
        .join(assignment_work, work.assignment_id == assignment.c.id)
        .join(classroom, classroom.c.id == assignment.c.class_id)
        .join(class_member, here)
        .outerjoin(round, round.c.id == work.round_id)
        .where(
            among(connection, work.assignment_id, {of for of, _who in wanted}),
            among(connection, work.learner_id, {who for _of, who in wanted}),
        )
        .where(assignment.c.due_at > now, classroom.c.until > now, class_member.c.reminders, or_(round.c.id.is_(None), round.c.open))
    )
    found = [Reminder(_assignment(row[:-2]), row.learner_id, row.title) for row in connection.execute(query)]
    return [one for one in found if (one.assignment.id, one.learner_id) in wanted]


def reminded(connection: Connection, wanted: Collection[tuple[int, int]]) -> None:
    """Note that nobody need be reminded of some work any more, as (assignment, learner)."""
    by_assignment: dict[int, list[int]] = {}
    for of, who in wanted:
        by_assignment.setdefault(of, []).append(who)
    for of, people in by_assignment.items():
        mine = (assignment_work.c.assignment_id == of, among(connection, assignment_work.c.learner_id, people))
        connection.execute(update(assignment_work).where(*mine).values(wake_at=None))


def next_due(connection: Connection) -> datetime | None:
    """Tell when somebody is next to be reminded."""
    query = select(assignment_work.c.wake_at).where(assignment_work.c.wake_at.is_not(None)).order_by(assignment_work.c.wake_at).limit(1)
    return connection.execute(query).scalar()


def by_question(connection: Connection, assignment_id: int) -> list[Tally]:
    """Count what each student answered to each question of an assignment; the question stands where an area does."""
    query = select(attempt.c.question, attempt.c.learner_id, func.count(), _RIGHT)
    query = query.join(assignment_work, assignment_work.c.round_id == attempt.c.round_id).where(_FIRST)
    query = query.where(assignment_work.c.assignment_id == assignment_id).group_by(attempt.c.question, attempt.c.learner_id)
    return [Tally(name, who, int(answered), int(right)) for name, who, answered, right in connection.execute(query)]
