"""Named queries about what a learner says for their plan: hours a week, and areas that they know already."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, select, update

from bot.store.statements import insert_new
from bot.store.studytables import study_plan


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a learner says: hours a week, None where they have not, and areas that need no study."""

    hours: int | None = None
    known: tuple[str, ...] = ()


def of(connection: Connection, learner_id: int) -> Wishes:
    """Read what a learner says for their plan."""
    row = connection.execute(select(study_plan.c.hours, study_plan.c.known).where(study_plan.c.learner_id == learner_id)).first()
    return Wishes(row.hours, tuple(row.known)) if row else Wishes()


def keep(connection: Connection, learner_id: int, hours: int | None, known: Sequence[str]) -> None:
    """Keep what a learner says for their plan."""
    values = {"hours": hours, "known": list(known)}
    mine = study_plan.c.learner_id == learner_id
    if connection.execute(update(study_plan).where(mine).values(**values).returning(study_plan.c.learner_id)).first() is None:
        insert_new(connection, study_plan, learner_id=learner_id, **values)


def merge(connection: Connection, into: int, other: int) -> None:
    """Give one learner what the other said, where they have said nothing themselves."""
    there = connection.execute(select(study_plan.c.learner_id).where(study_plan.c.learner_id == into)).first()
    if there is None:
        connection.execute(update(study_plan).where(study_plan.c.learner_id == other).values(learner_id=into))
    connection.execute(delete(study_plan).where(study_plan.c.learner_id == other))
