"""Named queries about what answers say of abilities and questions. All of it is worked out of attempts, and can be again."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import BindParameter, Connection, bindparam, delete, func, or_, select, update

from bot.store.statements import insert_many_new, insert_new
from bot.store.studytables import ability, item_level
from bot.store.tables import attempt, round, sitting


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of one area; the counts are by rung of difficulty, right and all, as of ``at``."""

    area: str
    at: datetime
    counts: Mapping[int, tuple[float, float]]
    timed: float
    answered: int
    right: int
    new: int


@dataclass(frozen=True, slots=True)
class Past:
    """One answer of the past; ``timed`` says whether it was given against the clock."""

    question: str
    area: str
    correct: bool
    at: datetime
    timed: bool


_COLUMNS = (ability.c.area, ability.c.at, ability.c.counts, ability.c.timed, ability.c.answered, ability.c.right, ability.c.new)
_MINE = ability.c.learner_id == bindparam("mine")


# Every answer asks these, so they are made once.
_SOME = select(*_COLUMNS).where(_MINE, ability.c.area.in_(bindparam("areas", expanding=True)))
_ALL = select(*_COLUMNS).where(_MINE)
_ANY = select(ability.c.area).where(_MINE).limit(1)
_ASKED: BindParameter[str] = bindparam("asked", expanding=True)
_TIMES = (
    select(attempt.c.question)
    .where(attempt.c.learner_id == bindparam("mine"), attempt.c.question.in_(_ASKED))
    .group_by(attempt.c.question)
    .having(func.count() > 1)  # the one just given, and one before it
)
_CHANGE = (
    update(ability)
    .where(_MINE, ability.c.area == bindparam("its"))
    .values({name: bindparam(name) for name in ("at", "counts", "timed", "answered", "right", "new")})
)
_TIMED = or_(sitting.c.allowed.is_not(None), round.c.allowed.is_not(None))
_PAST = (
    select(attempt.c.question, attempt.c.area, attempt.c.correct, attempt.c.at, func.coalesce(_TIMED, False).label("timed"))
    .join(round, round.c.id == attempt.c.round_id)
    .outerjoin(sitting, sitting.c.round_id == round.c.id)
    .where(attempt.c.learner_id == bindparam("mine"))
    .order_by(attempt.c.at, attempt.c.id)
)
_LEVELS = select(item_level.c.question, item_level.c.level).where(item_level.c.question.in_(_ASKED))


def _kept(row: Sequence[object]) -> Kept:
    area, at, counts, *rest = row
    assert isinstance(counts, dict)
    read = {int(rung): (float(right), float(answers)) for rung, (right, answers) in counts.items()}
    return Kept(area, at, read, *rest)  # type: ignore[arg-type]  # a row is untyped


def of(connection: Connection, learner_id: int, areas: Collection[str] | None = None) -> dict[str, Kept]:
    """Read what is kept of some areas, or of all; those in which nothing was answered are left out."""
    asked: dict[str, object] = {"mine": learner_id}
    query = _ALL if areas is None else _SOME
    return {row.area: _kept(row) for row in connection.execute(query, asked if areas is None else asked | {"areas": list(areas)})}


def known(connection: Connection, learner_id: int) -> bool:
    """Say whether anything is kept."""
    return connection.execute(_ANY, {"mine": learner_id}).first() is not None


def keep(connection: Connection, learner_id: int, found: Iterable[Kept], known: Collection[str] = ()) -> None:
    """Keep what is known of areas now; of ``known`` something is kept already, and the learner is locked."""
    for one in found:
        values = {
            "at": one.at,
            "counts": {str(rung): [_places(right), _places(answers)] for rung, (right, answers) in sorted(one.counts.items())},
            "timed": _places(one.timed),
            "answered": one.answered,
            "right": one.right,
            "new": one.new,
        }
        if one.area in known or not insert_new(connection, ability, learner_id=learner_id, area=one.area, **values):
            connection.execute(_CHANGE, {"mine": learner_id, "its": one.area, **values})


def _places(number: float) -> float:
    """Keep four places of a count: more would say nothing."""
    return float(f"{number:.4f}")


def drop(connection: Connection, learner_ids: Iterable[int]) -> None:
    """Drop what is kept of some learners, whose answers are no longer what they were; it is worked out again when it is needed."""
    connection.execute(delete(ability).where(ability.c.learner_id.in_(list(learner_ids))))


def met_before(connection: Connection, learner_id: int, questions: Sequence[str]) -> set[str]:
    """Tell which of some questions that were just answered had been answered before."""
    return set(connection.execute(_TIMES, {"mine": learner_id, "asked": list(questions)}).scalars())


def past(connection: Connection, learner_id: int) -> list[Past]:
    """List all answers of a learner, oldest first."""
    rows = connection.execute(_PAST, {"mine": learner_id})
    return [Past(row.question, row.area, row.correct, row.at, bool(row.timed)) for row in rows]


def levels(connection: Connection, questions: Sequence[str] | None = None) -> dict[str, float]:
    """Read how hard some questions turned out to be, or all; those that too few have answered are left out."""
    if questions is None:
        rows = connection.execute(select(item_level.c.question, item_level.c.level))
    else:
        rows = connection.execute(_LEVELS, {"asked": list(questions)})
    return {row.question: row.level for row in rows}


def learn_levels(connection: Connection, found: Mapping[str, tuple[float, int]]) -> None:
    """Note how hard questions turned out to be, each with the number of answers that say so, in the place of what was known."""
    connection.execute(delete(item_level))
    rows = [{"question": name, "level": level_, "answers": answers} for name, (level_, answers) in found.items()]
    insert_many_new(connection, item_level, rows)
