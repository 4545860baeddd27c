"""Named queries about everything that somebody answered, to be taken away."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, select

from bot.store.tables import attempt, round


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: when, in which kind of round, to which question of which area, what was chosen, and the seconds it took."""

    at: datetime
    day: date
    kind: str
    area: str
    question: str
    chosen: int
    correct: bool
    seconds: int | None


def answers(connection: Connection, learner_id: int) -> Iterator[Answer]:
    """Yield all answers of a learner, oldest first."""
    columns = (attempt.c.at, attempt.c.day, round.c.kind, attempt.c.area, attempt.c.question)
    rows = connection.execute(
        select(*columns, attempt.c.chosen, attempt.c.correct, attempt.c.seconds)
        .join(round, round.c.id == attempt.c.round_id)
        .where(attempt.c.learner_id == learner_id)
        .order_by(attempt.c.at, attempt.c.id)
    )
    return (Answer(*row) for row in rows)
