"""Named queries about searches: what was found is kept, so that a button can page it and "why?" knows what it is about."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, insert, select

from bot.store.tables import search

KEPT = 20
"""Searches kept for one learner; the oldest make room."""


@dataclass(frozen=True, slots=True)
class Search:
    """The codes that a search found, in rank order; or the one answer, as ``faq/<topic>``."""

    id: int
    learner_id: int
    query: str
    codes: tuple[str, ...]


# Most messages look something up, so these are made once.
_COLUMNS = (search.c.id, search.c.learner_id, search.c.query, search.c.codes)
_KEEP = insert(search).returning(search.c.id)
_NEWEST = select(search.c.id).where(search.c.learner_id == bindparam("of")).order_by(search.c.id.desc()).limit(KEPT)
_DROP = delete(search).where(search.c.learner_id == bindparam("of"), search.c.id.not_in(_NEWEST))


def keep(connection: Connection, learner_id: int, query: str, codes: tuple[str, ...], now: datetime) -> int:
    """Keep a search and give its number; all but the newest few of the learner are dropped."""
    new = {"learner_id": learner_id, "query": query[:200], "codes": list(codes), "at": now}
    number: int = connection.execute(_KEEP, new).scalar_one()
    connection.execute(_DROP, {"of": learner_id})
    return number


def last(connection: Connection, learner_id: int, since: datetime) -> Search | None:
    """Find the last thing a learner looked up, if it is not older than ``since``."""
    mine = (search.c.learner_id == learner_id, search.c.at >= since)
    query = select(*_COLUMNS).where(*mine).order_by(search.c.id.desc()).limit(1)
    row = connection.execute(query).first()
    return Search(row.id, row.learner_id, row.query, tuple(row.codes)) if row else None


def find(connection: Connection, number: int) -> Search | None:
    """Find a search by its number."""
    row = connection.execute(select(*_COLUMNS).where(search.c.id == number)).first()
    return Search(row.id, row.learner_id, row.query, tuple(row.codes)) if row else None
