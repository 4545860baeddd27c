"""Named queries about questions that a learner flagged to come back to."""

from datetime import datetime

from sqlalchemy import Connection, delete, select

from bot.store.statements import insert_new
from bot.store.studytables import bookmark


def put(connection: Connection, learner_id: int, question: str, now: datetime) -> bool:
    """Flag a question; False where it was flagged."""
    return insert_new(connection, bookmark, learner_id=learner_id, question=question, at=now)


def take_off(connection: Connection, learner_id: int, question: str) -> bool:
    """Take a flag off; False where there was none."""
    mine = (bookmark.c.learner_id == learner_id, bookmark.c.question == question)
    return connection.execute(delete(bookmark).where(*mine).returning(bookmark.c.question)).first() is not None


def of(connection: Connection, learner_id: int) -> list[str]:
    """Name the flagged questions, the latest first."""
    query = select(bookmark.c.question).where(bookmark.c.learner_id == learner_id)
    return list(connection.execute(query.order_by(bookmark.c.at.desc(), bookmark.c.question)).scalars())
