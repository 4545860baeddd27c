"""Named queries about learners: finding, enrolling, changing settings, exporting and forgetting them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from bot.store import inbox
from bot.store.tables import account, attempt, insert_new, learner, link, metadata, post, report, round, search


@dataclass(frozen=True, slots=True)
class Learner:
    """A person and their settings. ``id`` is None for somebody who has not been written down yet.

    ``push_minute`` is minutes after midnight in ``zone``. ``daily`` says whether they take the daily question.
    """

    zone: str
    push_minute: int
    id: int | None = None
    daily: bool = False
    exam_on: date | None = None
    pace: str | None = None
    next_push_at: datetime | None = None
    next_push_day: date | None = None
    pushed_on: date | None = None
    lost: bool = False
    """Whether the account through which they were found could not be reached; they write, so it can."""


_COLUMNS = (
    learner.c.zone,
    learner.c.push_minute,
    learner.c.id,
    learner.c.daily,
    learner.c.exam_on,
    learner.c.pace,
    learner.c.next_push_at,
    learner.c.next_push_day,
    learner.c.pushed_on,
)


def find(connection: Connection, platform: str, user: str) -> Learner | None:
    """Find the learner behind an account."""
    query = select(*_COLUMNS, account.c.unreachable).join(account).where(account.c.platform == platform, account.c.user == user)
    row = connection.execute(query).first()
    return Learner(*tuple(row)) if row else None


def enrol(connection: Connection, platform: str, user: str, new: Learner, at: datetime) -> Learner:
    """Write a person down, or find the row that another process has just written."""
    number = connection.execute(
        insert(learner).values(created_at=at, zone=new.zone, push_minute=new.push_minute).returning(learner.c.id)
    ).scalar_one()
    if not insert_new(connection, account, platform=platform, user=user, learner_id=number):
        connection.execute(delete(learner).where(learner.c.id == number))
    found = find(connection, platform, user)
    assert found is not None  # the account row is there: ours or the other process's
    return found


def change(connection: Connection, learner_id: int, **values: object) -> Learner:
    """Change settings and give back the learner as they are now."""
    row = connection.execute(update(learner).where(learner.c.id == learner_id).values(**values).returning(*_COLUMNS)).one()
    return Learner(*row)


def regain(connection: Connection, platform: str, user: str) -> None:
    """Note that an account can be reached again."""
    connection.execute(update(account).where(account.c.platform == platform, account.c.user == user).values(unreachable=False))


def due(connection: Connection, now: datetime, limit: int) -> list[tuple[Learner, str, str]]:
    """List learners whose push is due, earliest first, with platform and user, locked for change.

    A learner with several accounts gets the push on the first of them.
    """
    rows = connection.execute(
        select(*_COLUMNS)
        .where(learner.c.next_push_at <= now)
        .order_by(learner.c.next_push_at, learner.c.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    ).all()
    found = []
    for row in rows:
        person = Learner(*row)
        where = connection.execute(
            select(account.c.platform, account.c.user)
            .where(account.c.learner_id == person.id)
            .order_by(account.c.unreachable, account.c.platform, account.c.user)
            .limit(1)
        ).one()
        found.append((person, where.platform, where.user))
    return found


def next_due(connection: Connection) -> datetime | None:
    """Tell when the next push is due."""
    row = connection.execute(
        select(learner.c.next_push_at).where(learner.c.next_push_at.is_not(None)).order_by(learner.c.next_push_at).limit(1)
    ).first()
    return row[0] if row else None


def accounts(connection: Connection, learner_id: int) -> list[tuple[str, str]]:
    """List a learner's accounts as platform and user."""
    query = select(account.c.platform, account.c.user).where(account.c.learner_id == learner_id)
    return [(row.platform, row.user) for row in connection.execute(query.order_by(account.c.platform, account.c.user))]


def lose(connection: Connection, platform: str, user: str) -> None:
    """Note that nothing reaches an account until its owner writes again; a learner with no other account gets no pushes."""
    mine = (account.c.platform == platform, account.c.user == user)
    row = connection.execute(update(account).where(*mine).values(unreachable=True).returning(account.c.learner_id)).first()
    if row is None:
        return
    others = select(account.c.user).where(account.c.learner_id == row.learner_id, account.c.unreachable.is_(False))
    if connection.execute(others).first() is None:
        connection.execute(update(learner).where(learner.c.id == row.learner_id).values(next_push_at=None, next_push_day=None))


def everything(connection: Connection, learner_id: int) -> dict[str, list[dict[str, Any]]]:
    """Gather all rows about a learner, by table."""
    found = {"learner": connection.execute(select(learner).where(learner.c.id == learner_id))}
    for table in (account, round, attempt, report, search, post, link):
        key = list(table.primary_key.columns)
        found[table.name] = connection.execute(select(table).where(table.c.learner_id == learner_id).order_by(*key))
    return {name: [dict(row) for row in rows.mappings()] for name, rows in found.items()}


def forget(connection: Connection, learner_id: int, but: str | None = None) -> None:
    """Delete a learner, every row that hangs on them, and what waits in the inbox but the update that asks for it."""
    for platform, user in accounts(connection, learner_id):
        inbox.forget(connection, platform, user, but)
    connection.execute(delete(learner).where(learner.c.id == learner_id))


def tables_about_people() -> list[str]:
    """Name the tables that hold rows about a learner: what :func:`everything` shows and :func:`forget` deletes."""
    return sorted(table.name for table in metadata.tables.values() if "learner_id" in table.c or table is learner)
