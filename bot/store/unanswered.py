"""Named queries about questions that had no answer: counted, so that the operator sees what is missing; nobody's in particular."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, delete, select, update

from bot.store.statements import insert_new
from bot.store.tables import unanswered


@dataclass(frozen=True, slots=True)
class Unanswered:
    """Words that had no answer, how often, and the last date."""

    words: str
    times: int
    last_on: date


def count(connection: Connection, words: str, today: date) -> None:
    """Count words once more."""
    mine = update(unanswered).where(unanswered.c.words == words).values(times=unanswered.c.times + 1, last_on=today)
    if connection.execute(mine.returning(unanswered.c.times)).first() is None:
        insert_new(connection, unanswered, words=words, times=1, last_on=today)


def prune(connection: Connection, before: date) -> None:
    """Drop what was asked once and not since: a flood of nonsense must not fill the store."""
    connection.execute(delete(unanswered).where(unanswered.c.times == 1, unanswered.c.last_on < before))


def most(connection: Connection, limit: int) -> list[Unanswered]:
    """List what was asked most often."""
    query = select(unanswered.c.words, unanswered.c.times, unanswered.c.last_on)
    rows = connection.execute(query.order_by(unanswered.c.times.desc(), unanswered.c.last_on.desc(), unanswered.c.words).limit(limit))
    return [Unanswered(*tuple(row)) for row in rows]
