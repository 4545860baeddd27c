"""Named queries about cards: what is kept of a learner's memory of each item, and which items are due."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date

from sqlalchemy import Connection, Date, bindparam, delete, func, insert, literal, select, update

from bot.store.statements import among
from bot.store.studytables import card
from bot.store.tables import attempt, learner, round


@dataclass(frozen=True, slots=True)
class Kept:
    """A card as it is kept.

    ``round_id`` and ``number`` name the answer that was the last; ``was_stability``, ``was_difficulty`` and ``was_on`` are what was
    known before it, None where it was the first.
    """

    item: str
    area: str
    stability: float
    difficulty: float
    due_on: date
    last_on: date
    reps: int
    lapses: int
    round_id: int
    number: int
    was_stability: float | None = None
    was_difficulty: float | None = None
    was_on: date | None = None


@dataclass(frozen=True, slots=True)
class Past:
    """An answer of the past, as far as memory is concerned."""

    question: str
    area: str
    round_id: int
    number: int
    correct: bool
    easy: bool
    day: date


_NAMES = tuple(Kept.__dataclass_fields__)
_COLUMNS = tuple(card.c[name] for name in _NAMES)
_PAST = (attempt.c.question, attempt.c.area, attempt.c.round_id, attempt.c.number, attempt.c.correct, attempt.c.easy, attempt.c.day)

# Every answer asks these, so they are made once.
_LOCK = select(*_COLUMNS).where(card.c.learner_id == bindparam("of"), card.c.item == bindparam("named")).with_for_update()
_CHANGE = (
    update(card)
    .where(card.c.learner_id == bindparam("of"), card.c.item == bindparam("named"))
    .values({name: bindparam(f"new_{name}") for name in _NAMES if name != "item"})
)


def lock(connection: Connection, learner_id: int, item: str) -> Kept | None:
    """Read a card for change; the learner is locked already."""
    row = connection.execute(_LOCK, {"of": learner_id, "named": item}).first()
    return Kept(*row) if row else None


def add(connection: Connection, learner_id: int, new: Sequence[Kept]) -> None:
    """Write cards that are not there yet."""
    if new:
        connection.execute(insert(card), [{"learner_id": learner_id, **asdict(one)} for one in new])


def change(connection: Connection, learner_id: int, one: Kept) -> None:
    """Write a card that is there."""
    values = {f"new_{name}": getattr(one, name) for name in _NAMES if name != "item"}
    connection.execute(_CHANGE, {"of": learner_id, "named": one.item, **values})


def drop(connection: Connection, learner_id: int, item: str | None = None) -> None:
    """Delete one card of a learner, or all."""
    mine = delete(card).where(card.c.learner_id == learner_id)
    connection.execute(mine if item is None else mine.where(card.c.item == item))


def due(connection: Connection, learner_id: int, day: date, limit: int, after: int = 0) -> list[Kept]:
    """List the cards that are due on a date, ``limit`` of them after the first ``after``, the least remembered first.

    Recall falls with the days since the last answer as a multiple of the stability, whatever these are, so the store can order by it.
    """
    if connection.dialect.name == "postgresql":
        elapsed = literal(day, Date) - card.c.last_on
    else:
        elapsed = func.julianday(literal(day, Date)) - func.julianday(card.c.last_on)
    query = select(*_COLUMNS).where(card.c.learner_id == learner_id, card.c.due_on <= day)
    query = query.order_by((elapsed / card.c.stability).desc(), card.c.item).limit(limit).offset(after)
    return [Kept(*row) for row in connection.execute(query)]


def count_due(connection: Connection, learner_id: int, day: date) -> int:
    """Count the cards that are due on a date."""
    query = select(func.count()).select_from(card).where(card.c.learner_id == learner_id, card.c.due_on <= day)
    return connection.execute(query).scalar_one()


def rested(connection: Connection, learner_id: int, day: date) -> list[Kept]:
    """List the cards of a learner that were not answered on a date."""
    query = select(*_COLUMNS).where(card.c.learner_id == learner_id, card.c.last_on < day)
    return [Kept(*row) for row in connection.execute(query.order_by(card.c.item))]


def all_of(connection: Connection, learner_id: int) -> list[Kept]:
    """List all cards of a learner."""
    return [Kept(*row) for row in connection.execute(select(*_COLUMNS).where(card.c.learner_id == learner_id).order_by(card.c.item))]


def forecast(connection: Connection, learner_id: int, after: date, limit: int) -> list[tuple[date, int]]:
    """Count what comes due on each of the next ``limit`` dates after a date on which anything does."""
    query = select(card.c.due_on, func.count()).where(card.c.learner_id == learner_id, card.c.due_on > after)
    return [(day, count) for day, count in connection.execute(query.group_by(card.c.due_on).order_by(card.c.due_on).limit(limit))]


def due_of_many(connection: Connection, days: Mapping[int, date]) -> dict[int, list[str]]:
    """Name the items that are due for each of some learners, each on their own date."""
    found: dict[int, list[str]] = {}
    for day in set(days.values()):
        people = [number for number, own in days.items() if own == day]
        query = select(card.c.learner_id, card.c.item).where(among(connection, card.c.learner_id, people), card.c.due_on <= day)
        for number, item in connection.execute(query):
            found.setdefault(number, []).append(item)
    return found


def rested_of_many(connection: Connection, days: Mapping[int, date]) -> dict[int, int]:
    """Count the cards of each of some learners that were not answered on their own date."""
    found: dict[int, int] = {}
    for day in set(days.values()):
        people = [number for number, own in days.items() if own == day]
        query = select(card.c.learner_id, func.count()).where(among(connection, card.c.learner_id, people), card.c.last_on < day)
        found.update((number, count) for number, count in connection.execute(query.group_by(card.c.learner_id)))
    return found


def reviewed_on(connection: Connection, days: Mapping[int, date]) -> dict[int, int]:
    """Count the questions that each of some learners answered in reviews, each on their own date."""
    found: dict[int, int] = {}
    for day in set(days.values()):
        people = [number for number, own in days.items() if own == day]
        query = select(attempt.c.learner_id, func.count(attempt.c.question.distinct())).join(round, round.c.id == attempt.c.round_id)
        mine = (among(connection, attempt.c.learner_id, people), attempt.c.day == day, round.c.kind == "review")
        found.update((number, count) for number, count in connection.execute(query.where(*mine).group_by(attempt.c.learner_id)))
    return found


def past(connection: Connection, learner_id: int, questions: Collection[str] = ()) -> list[Past]:
    """List a learner's answers, oldest first: all, or those to some questions."""
    query = select(*_PAST).where(attempt.c.learner_id == learner_id)
    if questions:
        query = query.where(attempt.c.question.in_(questions))
    return [Past(*row) for row in connection.execute(query.order_by(attempt.c.at, attempt.c.id))]


def uncarded(connection: Connection, limit: int) -> list[int]:
    """Name learners whose answers are older than cards are, locked for change."""
    query = select(learner.c.id).where(learner.c.carded.is_(False)).order_by(learner.c.id).limit(limit)
    return list(connection.execute(query.with_for_update(skip_locked=True)).scalars())


def call_easy(connection: Connection, round_id: int, number: int) -> bool:
    """Note that a right answer was easy; False where it was wrong, or called so before."""
    mine = (attempt.c.round_id == round_id, attempt.c.number == number, attempt.c.correct, attempt.c.easy.is_(False))
    return connection.execute(update(attempt).where(*mine).values(easy=True).returning(attempt.c.id)).first() is not None
