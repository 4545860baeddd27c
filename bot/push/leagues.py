"""The end of a week: its leagues are closed, a batch in one transaction, each of them once; a push tells the result to each."""

from datetime import UTC, datetime, time, timedelta

from sqlalchemy import Connection

from bot.learning.points import week_of
from bot.store import boards
from bot.store.database import Database
from bot.talk import points

BATCH = 40
"""Leagues in one transaction; of up to thirty people each."""

_PRUNED = 10_000
_MEASURED = timedelta(minutes=30)


def close(database: Database, now: datetime) -> int:
    """Close leagues of weeks that are over; returns how many. A league that is closed stays so, whoever stopped in the middle."""
    with database.reading() as connection:
        due = boards.next_due(connection)
    if due is None or due >= week_of(now):
        return 0
    with database.writing() as connection:
        found = boards.over(connection, week_of(now), BATCH)
        points.close(connection, found)
    return len(found)


def measure(database: Database, now: datetime) -> None:
    """Measure the boards of now, each every so often, so that a place behind many others need not be counted when it is asked for."""
    for period in boards.periods(now.date()).values():
        with database.reading() as connection:
            before = boards.measured_at(connection, period)
            counts = boards.measure(connection, period) if before is None or now - before >= _MEASURED else None
        if counts is not None:
            with database.writing() as connection:
                boards.keep_measure(connection, period, counts, now)


def next_due(connection: Connection) -> datetime | None:
    """Tell when leagues are next to be closed."""
    monday = boards.next_due(connection)
    return datetime.combine(monday + timedelta(weeks=1), time(), UTC) if monday else None


def prune(database: Database, before: datetime) -> None:
    """Delete points of weeks and months before a moment, some in one transaction."""
    while True:
        with database.writing() as connection:
            if boards.prune(connection, week_of(before), _PRUNED) < _PRUNED:
                return
