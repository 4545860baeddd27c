"""Named queries about reports: what learners say is wrong with a question."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, insert, select

from bot.store.tables import report


@dataclass(frozen=True, slots=True)
class Reported:
    """A question that was reported: how often for which reason, when last, and the newest remark."""

    question: str
    reason: str
    times: int
    last_at: datetime
    remark: str | None


def keep(connection: Connection, learner_id: int, question: str, reason: str, remark: str | None, now: datetime) -> None:
    """Keep a report."""
    connection.execute(insert(report).values(learner_id=learner_id, question=question, reason=reason, remark=remark, at=now))


def most(connection: Connection, limit: int) -> list[Reported]:
    """List the questions reported most often."""
    last = func.max(report.c.id)
    groups = select(report.c.question, report.c.reason, func.count().label("times"), last.label("last")).group_by(
        report.c.question, report.c.reason
    )
    found = groups.subquery()
    query = select(found.c.question, found.c.reason, found.c.times, report.c.at, report.c.remark).join(report, report.c.id == found.c.last)
    return [Reported(*tuple(row)) for row in connection.execute(query.order_by(found.c.times.desc(), found.c.question).limit(limit))]
