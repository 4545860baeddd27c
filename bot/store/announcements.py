"""Named queries about announcements: which release of a code set has been told to those whom it touches, and up to whom."""

from datetime import datetime

from sqlalchemy import Connection, select, update

from bot.store.statements import insert_new
from bot.store.tables import announcement


def done(connection: Connection, release: str) -> bool:
    """Say whether everybody was told of a release."""
    return connection.execute(select(announcement.c.open).where(announcement.c.release == release)).scalar() is False


def take(connection: Connection, release: str, now: datetime) -> int | None:
    """Lock the announcement of a release, and tell up to which learner it has come; None where it is done, or in other hands."""
    insert_new(connection, announcement, release=release, at=now)
    query = select(announcement.c.after_learner).where(announcement.c.release == release, announcement.c.open)
    found = connection.execute(query.with_for_update(skip_locked=True)).scalar()
    return None if found is None else int(found)


def told(connection: Connection, release: str, after: int, *, closed: bool) -> None:
    """Note up to which learner a release was told, and whether that was the last."""
    mine = update(announcement).where(announcement.c.release == release)
    connection.execute(mine.values(after_learner=after, open=not closed))
