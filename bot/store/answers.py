"""Named queries about what learners said of their answers: how sure they were, and why they missed."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, func, or_, select, update

from bot.store.tables import attempt, round


def say_cause(connection: Connection, round_id: int, number: int, cause: str) -> bool:
    """Note why an answer was wrong; False where it was right."""
    mine = (attempt.c.round_id == round_id, attempt.c.number == number, attempt.c.correct.is_(False))
    return connection.execute(update(attempt).where(*mine).values(cause=cause).returning(attempt.c.id)).first() is not None


def say_sure(connection: Connection, round_id: int, number: int) -> None:
    """Note that a learner is sure of the question on display, before they answer."""
    connection.execute(update(round).where(round.c.id == round_id).values(sure=number))


def causes(connection: Connection, learner_id: int, since: datetime) -> dict[str, int]:
    """Count a learner's misses since a moment by the cause that they gave; "" stands for none."""
    query = select(func.coalesce(attempt.c.cause, ""), func.count()).where(
        attempt.c.learner_id == learner_id, attempt.c.correct.is_(False), attempt.c.at >= since
    )
    return {row[0]: int(row[1]) for row in connection.execute(query.group_by(attempt.c.cause))}


def sure_but_wrong(connection: Connection, learner_id: int) -> list[str]:
    """Name the questions of which a learner was sure, wrongly, when they last answered them; the latest first."""
    last = select(func.max(attempt.c.id)).where(attempt.c.learner_id == learner_id).group_by(attempt.c.question)
    query = select(attempt.c.question).where(attempt.c.id.in_(last), attempt.c.sure, attempt.c.correct.is_(False))
    return list(connection.execute(query.order_by(attempt.c.id.desc())).scalars())


def sureness(connection: Connection, learner_id: int) -> tuple[int, int]:
    """Count the answers of which a learner was sure, and those that were right."""
    query = select(attempt.c.correct, func.count()).where(attempt.c.learner_id == learner_id, attempt.c.sure)
    counts = {bool(correct): int(count) for correct, count in connection.execute(query.group_by(attempt.c.correct))}
    return sum(counts.values()), counts.get(True, 0)


def right_since(connection: Connection, learner_id: int, items: Sequence[str], monday: date) -> list[tuple[str, datetime]]:
    """List when a learner answered items rightly from a Monday on, as (question, moment); the item of a drill is all that it makes."""
    named = [attempt.c.question == item if not item.startswith("drill/") else attempt.c.question.startswith(f"{item}/") for item in items]
    # Their own dates may be a day behind; by date the answers of one week are found without going through all.
    theirs = (attempt.c.learner_id == learner_id, attempt.c.day >= monday - timedelta(days=1), attempt.c.correct)
    return [(row.question, row.at) for row in connection.execute(select(attempt.c.question, attempt.c.at).where(*theirs, or_(*named)))]
