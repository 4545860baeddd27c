"""Named queries about classes: who opened them, who is in them by which code, and who tried codes that are none."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, delete, exists, func, select, update

from bot.store.classtables import assignment, assignment_work, class_member, classroom, wrong_code
from bot.store.statements import insert_new
from bot.store.statements import insertion as inserting
from bot.store.tables import post, round


@dataclass(frozen=True, slots=True)
class Classroom:
    """A class. It is closed from ``until`` on; ``students`` is how many are in it, instructors apart."""

    id: int
    title: str
    code: str
    until: datetime
    students: int


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody in a class, under the name that the class knows. ``shares`` says whether instructors may see their figures by name."""

    class_id: int
    learner_id: int
    name: str
    teaches: bool
    shares: bool
    reminders: bool
    joined_at: datetime


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody's place in a class."""

    of: Classroom
    me: Member


_MEMBER = tuple(class_member.c[name] for name in Member.__dataclass_fields__)
_STUDENTS = (
    select(func.count())
    .where(class_member.c.class_id == classroom.c.id, class_member.c.teaches.is_(False))
    .correlate(classroom)
    .scalar_subquery()
)
_CLASS = (classroom.c.id, classroom.c.title, classroom.c.code, classroom.c.until, _STUDENTS)


def open_new(connection: Connection, title: str, code: str, now: datetime, until: datetime) -> int | None:
    """Open a class; returns its number, None where the code is taken."""
    values = {"title": title, "code": code, "created_at": now, "until": until}
    row = connection.execute(inserting(connection.dialect.name, classroom, classroom.c.id), values).first()
    return row.id if row else None


def find(connection: Connection, class_id: int) -> Classroom | None:
    """Find a class by its number."""
    row = connection.execute(select(*_CLASS).where(classroom.c.id == class_id)).first()
    return Classroom(*row) if row else None


def by_code(connection: Connection, code: str) -> Classroom | None:
    """Find a class by its code."""
    row = connection.execute(select(*_CLASS).where(classroom.c.code == code)).first()
    return Classroom(*row) if row else None


def of_learner(connection: Connection, learner_id: int) -> list[Seat]:
    """List the classes that somebody is in, with what they are there; the newest first."""
    query = select(*_CLASS, *_MEMBER).join(class_member, class_member.c.class_id == classroom.c.id)
    rows = connection.execute(query.where(class_member.c.learner_id == learner_id).order_by(classroom.c.id.desc()))
    return [Seat(Classroom(*row[: len(_CLASS)]), Member(*row[len(_CLASS) :])) for row in rows]


def change(connection: Connection, class_id: int, **values: object) -> None:
    """Change a class."""
    connection.execute(update(classroom).where(classroom.c.id == class_id).values(**values))


def extend(connection: Connection, class_id: int, until: datetime) -> None:
    """Keep a class open until a moment at the least."""
    connection.execute(update(classroom).where(classroom.c.id == class_id, classroom.c.until < until).values(until=until))


def recode(connection: Connection, class_id: int, code: str) -> bool:
    """Give a class another code; False where that one is taken."""
    free = ~exists(select(1).where(classroom.c.code == code).correlate(None))
    changed = update(classroom).where(classroom.c.id == class_id, free).values(code=code)
    return connection.execute(changed.returning(classroom.c.id)).first() is not None


def lock(connection: Connection, class_id: int) -> None:
    """Hold a class, so that nobody joins or leaves while something is decided about its members."""
    connection.execute(select(classroom.c.id).where(classroom.c.id == class_id).with_for_update()).first()


def drop(connection: Connection, class_ids: Sequence[int]) -> None:
    """Delete classes with all that hangs on them; what members answered stays in their own history, as ordinary rounds."""
    if class_ids:
        _release(connection, assignment.c.class_id.in_(class_ids))
        for number in class_ids:
            connection.execute(delete(post).where(post.c.key.startswith(f"class:{number}:", autoescape=True)))
        connection.execute(delete(classroom).where(classroom.c.id.in_(class_ids)))


def _release(connection: Connection, *which: ColumnElement[bool]) -> None:
    """Make ordinary rounds of those of some assignments."""
    theirs = select(assignment_work.c.round_id).join(assignment, assignment.c.id == assignment_work.c.assignment_id)
    numbers = list(connection.execute(theirs.where(assignment_work.c.round_id.is_not(None), *which)).scalars())
    connection.execute(update(round).where(round.c.id.in_(numbers)).values(kind="quiz"))


def member(connection: Connection, class_id: int, learner_id: int) -> Member | None:
    """Find somebody in a class."""
    mine = (class_member.c.class_id == class_id, class_member.c.learner_id == learner_id)
    row = connection.execute(select(*_MEMBER).where(*mine)).first()
    return Member(*row) if row else None


def members(connection: Connection, class_id: int, *, teaches: bool = False, limit: int | None = None, offset: int = 0) -> list[Member]:
    """List the students of a class, or its instructors, by name."""
    mine = (class_member.c.class_id == class_id, class_member.c.teaches == teaches)
    query = select(*_MEMBER).where(*mine).order_by(func.lower(class_member.c.name), class_member.c.learner_id)
    return [Member(*row) for row in connection.execute(query.limit(limit).offset(offset))]


def enter(
    connection: Connection, class_id: int, learner_id: int, name: str, now: datetime, *, teaches: bool = False, shares: bool = False
) -> bool:
    """Take somebody into a class; False where they are in it."""
    values = {"class_id": class_id, "learner_id": learner_id, "name": name, "teaches": teaches, "shares": shares}
    return insert_new(connection, class_member, **values, joined_at=now)


def change_member(connection: Connection, class_id: int, learner_id: int, **values: object) -> None:
    """Change what somebody is, or lets be seen, in a class."""
    mine = (class_member.c.class_id == class_id, class_member.c.learner_id == learner_id)
    connection.execute(update(class_member).where(*mine).values(**values))


def drop_work(connection: Connection, class_id: int, learner_id: int) -> None:
    """Delete what somebody did in a class, and what waits to be said to them about it; their rounds become ordinary ones."""
    _release(connection, assignment.c.class_id == class_id, assignment_work.c.learner_id == learner_id)
    theirs = select(assignment.c.id).where(assignment.c.class_id == class_id).scalar_subquery()
    mine = (assignment_work.c.learner_id == learner_id, assignment_work.c.assignment_id.in_(theirs))
    connection.execute(delete(assignment_work).where(*mine))
    said = post.c.key.startswith(f"class:{class_id}:", autoescape=True)
    connection.execute(delete(post).where(post.c.learner_id == learner_id, said))


def leave(connection: Connection, class_id: int, learner_id: int) -> None:
    """Delete every row that names somebody in a class."""
    drop_work(connection, class_id, learner_id)
    mine = (class_member.c.class_id == class_id, class_member.c.learner_id == learner_id)
    connection.execute(delete(class_member).where(*mine))


def drop_assignment(connection: Connection, of: int) -> None:
    """Delete an assignment, and what waits to be said about it."""
    _release(connection, assignment.c.id == of)
    row = connection.execute(delete(assignment).where(assignment.c.id == of).returning(assignment.c.class_id)).first()
    if row is not None:
        for kind in ("new", "due"):
            said = post.c.key.startswith(f"class:{row.class_id}:{kind}:{of}:", autoescape=True)
            connection.execute(delete(post).where(said))


def taught_alone(connection: Connection, learner_id: int) -> list[int]:
    """List the classes of which somebody is the only instructor."""
    other = class_member.alias()
    others = exists().where(other.c.class_id == class_member.c.class_id, other.c.teaches, other.c.learner_id != learner_id)
    query = select(class_member.c.class_id).where(class_member.c.learner_id == learner_id, class_member.c.teaches, ~others)
    return list(connection.execute(query).scalars())


def forget(connection: Connection, learner_id: int) -> None:
    """Delete the classes that are left without an instructor when somebody goes."""
    drop(connection, taught_alone(connection, learner_id))


def everything(connection: Connection, learner_id: int) -> list[dict[str, object]]:
    """Gather the classes that somebody is in, without their codes."""
    columns = (classroom.c.id, classroom.c.title, classroom.c.created_at, classroom.c.until)
    query = select(*columns).join(class_member, class_member.c.class_id == classroom.c.id)
    rows = connection.execute(query.where(class_member.c.learner_id == learner_id).order_by(classroom.c.id))
    return [dict(row) for row in rows.mappings()]


def merge(connection: Connection, into: int, other: int) -> None:
    """Give one learner the classes of another. In a class that both are in they teach if either did, and share only if both did."""
    theirs = {seat.of.id: seat.me for seat in of_learner(connection, other)}
    for mine in (seat.me for seat in of_learner(connection, into)):
        twice = theirs.get(mine.class_id)
        if twice is None:
            continue
        teaches = mine.teaches or twice.teaches
        change_member(connection, mine.class_id, into, teaches=teaches, shares=mine.shares and twice.shares)
        if teaches:
            drop_work(connection, mine.class_id, into)
            drop_work(connection, mine.class_id, other)
        _merge_work(connection, mine.class_id, into, other)
        connection.execute(delete(class_member).where(class_member.c.class_id == mine.class_id, class_member.c.learner_id == other))
    for table in (class_member, assignment_work):
        connection.execute(update(table).where(table.c.learner_id == other).values(learner_id=into))
    connection.execute(delete(wrong_code).where(wrong_code.c.learner_id == other))


def _merge_work(connection: Connection, class_id: int, into: int, other: int) -> None:
    """Of work that both have begun in a class, keep what is done, else that of ``into``."""
    query = select(assignment_work.c.assignment_id, assignment_work.c.learner_id, round.c.id, round.c.open)
    query = query.join(assignment, assignment.c.id == assignment_work.c.assignment_id).outerjoin(round)
    query = query.where(assignment.c.class_id == class_id, assignment_work.c.learner_id.in_((into, other)))
    found = {(row.assignment_id, row.learner_id): (row.id is not None) + (row.open is False) for row in connection.execute(query)}
    for (of, who), far in found.items():
        if who == other and (of, into) in found:
            loser = into if far > found[of, into] else other
            mine = (assignment_work.c.assignment_id == of, assignment_work.c.learner_id == loser)
            _release(connection, *mine)
            connection.execute(delete(assignment_work).where(*mine))


def tries(connection: Connection, learner_id: int, since: datetime) -> int:
    """Count the wrong codes that somebody sent since a moment."""
    mine = (wrong_code.c.learner_id == learner_id, wrong_code.c.since > since)
    return connection.execute(select(wrong_code.c.tries).where(*mine)).scalar() or 0


def tried(connection: Connection, learner_id: int, now: datetime, since: datetime) -> None:
    """Count a wrong code; the count begins anew where it began before ``since``."""
    if insert_new(connection, wrong_code, learner_id=learner_id, tries=1, since=now):
        return
    mine = wrong_code.c.learner_id == learner_id
    more = update(wrong_code).where(mine, wrong_code.c.since > since).values(tries=wrong_code.c.tries + 1)
    if connection.execute(more.returning(wrong_code.c.tries)).first() is None:
        connection.execute(update(wrong_code).where(mine).values(tries=1, since=now))


def prune(connection: Connection, before: datetime, tried_before: datetime) -> None:
    """Delete classes that were closed long ago, those that nobody teaches, and counts of wrong codes that have run out."""
    taught = exists().where(class_member.c.class_id == classroom.c.id, class_member.c.teaches)
    gone = select(classroom.c.id).where((classroom.c.until < before) | ~taught)
    drop(connection, list(connection.execute(gone).scalars()))
    connection.execute(delete(wrong_code).where(wrong_code.c.since < tried_before))
