"""Named queries about reports: what learners say is wrong with a question."""

from datetime import datetime

from sqlalchemy import Connection, insert

from bot.store.tables import report


def keep(connection: Connection, learner_id: int, question: str, reason: str, remark: str | None, now: datetime) -> None:
    """Keep a report."""
    connection.execute(insert(report).values(learner_id=learner_id, question=question, reason=reason, remark=remark, at=now))
