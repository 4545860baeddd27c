"""Named queries about continuing education: since when somebody is certified, their log, and when to look whether to remind them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, delete, func, insert, select, update

from bot.store.statements import insert_new
from bot.store.studytables import ceu_entry, ceu_record


@dataclass(frozen=True, slots=True)
class Record:
    """Since when somebody is certified, when a period ends where they know it, how many credentials, whether to remind them."""

    learner_id: int
    since: date
    due_on: date | None
    credentials: int
    reminders: bool
    wake_at: datetime | None


@dataclass(frozen=True, slots=True)
class Logged:
    """One entry of the log."""

    id: int
    day: date
    hundredths: int
    title: str
    removed: bool


_RECORD = (
    ceu_record.c.learner_id,
    ceu_record.c.since,
    ceu_record.c.due_on,
    ceu_record.c.credentials,
    ceu_record.c.reminders,
    ceu_record.c.wake_at,
)
_LOGGED = (ceu_entry.c.id, ceu_entry.c.day, ceu_entry.c.hundredths, ceu_entry.c.title, ceu_entry.c.removed)


def record(connection: Connection, learner_id: int) -> Record | None:
    """Read since when somebody is certified."""
    row = connection.execute(select(*_RECORD).where(ceu_record.c.learner_id == learner_id)).first()
    return Record(*row) if row else None


def keep(connection: Connection, one: Record) -> None:
    """Keep since when somebody is certified, and what goes with it."""
    values = {"since": one.since, "due_on": one.due_on, "credentials": one.credentials}
    values |= {"reminders": one.reminders, "wake_at": one.wake_at}
    mine = ceu_record.c.learner_id == one.learner_id
    if connection.execute(update(ceu_record).where(mine).values(**values).returning(ceu_record.c.learner_id)).first() is None:
        insert_new(connection, ceu_record, learner_id=one.learner_id, **values)


def log(connection: Connection, learner_id: int) -> list[Logged]:
    """List the log, the latest first."""
    mine = (ceu_entry.c.learner_id == learner_id, ceu_entry.c.removed.is_(False))
    rows = connection.execute(select(*_LOGGED).where(*mine).order_by(ceu_entry.c.day.desc(), ceu_entry.c.id.desc()))
    return [Logged(*row) for row in rows]


def sums(connection: Connection, learner_ids: Sequence[int]) -> dict[int, list[Logged]]:
    """List the logs of several learners."""
    found: dict[int, list[Logged]] = {}
    query = select(ceu_entry.c.learner_id, *_LOGGED).where(ceu_entry.c.learner_id.in_(learner_ids), ceu_entry.c.removed.is_(False))
    for learner_id, *row in connection.execute(query):
        found.setdefault(learner_id, []).append(Logged(*row))
    return found


def add(connection: Connection, learner_id: int, day: date, hundredths: int, title: str, now: datetime) -> None:
    """Write an entry."""
    connection.execute(insert(ceu_entry).values(learner_id=learner_id, day=day, hundredths=hundredths, title=title, at=now))


def count(connection: Connection, learner_id: int) -> int:
    """Count the entries of a learner, those that were taken out as well."""
    query = select(func.count()).select_from(ceu_entry).where(ceu_entry.c.learner_id == learner_id)
    return int(connection.execute(query).scalar_one())


def remove(connection: Connection, learner_id: int, number: int, now: datetime) -> Logged | None:
    """Take an entry out of the log; None where there is none of that number."""
    mine = (ceu_entry.c.learner_id == learner_id, ceu_entry.c.id == number, ceu_entry.c.removed.is_(False))
    row = connection.execute(update(ceu_entry).where(*mine).values(removed=True, at=now).returning(*_LOGGED)).first()
    return Logged(*row) if row else None


def undo(connection: Connection, learner_id: int) -> Logged | None:
    """Undo what was done last: put back what was taken out, or take out what was put in. Returns that entry as it was before."""
    mine = select(*_LOGGED).where(ceu_entry.c.learner_id == learner_id)
    row = connection.execute(mine.order_by(ceu_entry.c.at.desc(), ceu_entry.c.id.desc()).limit(1).with_for_update()).first()
    if row is None:
        return None
    found = Logged(*row)
    this = ceu_entry.c.id == found.id
    connection.execute(update(ceu_entry).where(this).values(removed=False) if found.removed else delete(ceu_entry).where(this))
    return found


def due(connection: Connection, now: datetime, limit: int) -> list[Record]:
    """List whose record is to be looked at, locked for change."""
    rows = connection.execute(
        select(*_RECORD)
        .where(ceu_record.c.wake_at <= now)
        .order_by(ceu_record.c.wake_at, ceu_record.c.learner_id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return [Record(*row) for row in rows]


def wake(connection: Connection, learner_id: int, at: datetime | None) -> None:
    """Note when a record is next to be looked at."""
    connection.execute(update(ceu_record).where(ceu_record.c.learner_id == learner_id).values(wake_at=at))


def next_due(connection: Connection) -> datetime | None:
    """Tell when a record is next to be looked at."""
    query = select(ceu_record.c.wake_at).where(ceu_record.c.wake_at.is_not(None))
    row = connection.execute(query.order_by(ceu_record.c.wake_at).limit(1)).first()
    return row.wake_at if row else None


def merge(connection: Connection, into: int, other: int) -> None:
    """Give one learner the log of another, and the record where they have none."""
    connection.execute(update(ceu_entry).where(ceu_entry.c.learner_id == other).values(learner_id=into))
    if record(connection, into) is None:
        connection.execute(update(ceu_record).where(ceu_record.c.learner_id == other).values(learner_id=into))
    connection.execute(delete(ceu_record).where(ceu_record.c.learner_id == other))
