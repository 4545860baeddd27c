"""Named queries about duels: two people who answer the same questions, each in a round of their own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, bindparam, case, delete, func, insert, select, update

from bot.store.grouptables import duel, duel_player
from bot.store.rounds import Step
from bot.store.statements import insert_new
from bot.store.tables import attempt, round


@dataclass(frozen=True, slots=True)
class Duel:
    """Two people and their questions. It is over once both are done, or its time is."""

    id: int
    platform: str
    room: str
    thread: str
    plan: tuple[Step, ...]
    created_at: datetime
    expires_at: datetime
    closed_at: datetime | None
    named: str | None = None
    """Who alone may accept: the id of a user, or ``@name`` in small letters where nothing else is known; None for whoever likes."""
    named_as: str = ""


@dataclass(frozen=True, slots=True)
class Duellist:
    """One of the two. ``done`` once their round is over; ``right`` so far."""

    duel_id: int
    place: int
    learner_id: int
    name: str
    round_id: int | None
    done: bool
    answered: int
    right: int


_DUEL = tuple(duel.c[name] for name in Duel.__dataclass_fields__)


def start(
    connection: Connection,
    where: tuple[str, str, str],
    plan: Sequence[Step],
    learner_id: int,
    name: str,
    now: datetime,
    until: datetime,
    named: tuple[str, str] | None = None,
) -> int:
    """Write a challenge down; returns its number. ``where`` is platform, room and topic, ``named`` who alone may accept and their name."""
    steps = [[step.question, list(step.order)] for step in plan]
    new = {"platform": where[0], "room": where[1], "thread": where[2], "plan": steps, "created_at": now, "expires_at": until}
    if named:
        new |= {"named": named[0], "named_as": named[1]}
    number: int = connection.execute(insert(duel).values(**new).returning(duel.c.id)).scalar_one()
    accept(connection, number, 1, learner_id, name)
    return number


def accept(connection: Connection, duel_id: int, place: int, learner_id: int, name: str) -> bool:
    """Give somebody a place in a duel; False where it is taken. Who was named for it need not be known any more."""
    if not insert_new(connection, duel_player, duel_id=duel_id, place=place, learner_id=learner_id, name=name):
        return False
    if place == _SECOND:
        connection.execute(update(duel).where(duel.c.id == duel_id).values(_UNNAMED))
    return True


_SECOND = 2
_UNNAMED: dict[str, object] = {"named": None, "named_as": ""}


def find(connection: Connection, duel_id: int, *, lock: bool = False) -> Duel | None:
    """Find a duel by its number; ``lock`` it for change, so that accepting and calling off do not cross."""
    query = select(*_DUEL).where(duel.c.id == duel_id)
    return next(iter(_found(connection, query.with_for_update() if lock else query)), None)


def _found(connection: Connection, query: Select[Any], at: Mapping[str, object] | None = None) -> list[Duel]:
    rows = connection.execute(query, at)
    values = [row._asdict() for row in rows]
    return [Duel(**one | {"plan": tuple(Step(question, tuple(order)) for question, order in one["plan"])}) for one in values]


def players(connection: Connection, duel_ids: Sequence[int]) -> dict[int, list[Duellist]]:
    """List who is in duels, and how far they are."""
    right = func.coalesce(func.sum(case((attempt.c.correct, 1), else_=0)), 0).label("right_")
    given = select(attempt.c.round_id, func.count().label("answered"), right).group_by(attempt.c.round_id)
    rounds_of = select(duel_player.c.round_id).where(duel_player.c.duel_id.in_(duel_ids))
    counted = given.where(attempt.c.round_id.in_(rounds_of)).subquery()
    query = (
        select(
            duel_player.c.duel_id,
            duel_player.c.place,
            duel_player.c.learner_id,
            duel_player.c.name,
            duel_player.c.round_id,
            func.coalesce(~round.c.open, False).label("done"),
            func.coalesce(counted.c.answered, 0).label("answered"),
            func.coalesce(counted.c.right_, 0).label("right_"),
        )
        .outerjoin(round, round.c.id == duel_player.c.round_id)
        .outerjoin(counted, counted.c.round_id == duel_player.c.round_id)
        .where(duel_player.c.duel_id.in_(duel_ids))
        .order_by(duel_player.c.duel_id, duel_player.c.place)
    )
    found: dict[int, list[Duellist]] = {number: [] for number in duel_ids}
    for row in connection.execute(query):
        found[row.duel_id].append(Duellist(*row[:5], bool(row.done), int(row.answered), int(row.right_)))
    return found


def begin(connection: Connection, of: Duel, learner_id: int, round_id: int) -> None:
    """Note the round in which somebody answers."""
    mine = (duel_player.c.duel_id == of.id, duel_player.c.learner_id == learner_id)
    connection.execute(update(duel_player).where(*mine).values(round_id=round_id))


def over(connection: Connection, now: datetime, limit: int) -> list[Duel]:
    """List duels in which both are done, or whose time is over, locked for change."""
    return _found(connection, _OVER, {"now": now, "most": limit})


_ENDED = (
    select(duel_player.c.duel_id)
    .join(round, round.c.id == duel_player.c.round_id)
    .where(~round.c.open)
    .group_by(duel_player.c.duel_id)
    .having(func.count() == 2)
)
_OVER = (  # asked at every tick, so it is made once
    select(*_DUEL)
    .where(duel.c.closed_at.is_(None), (duel.c.expires_at <= bindparam("now")) | duel.c.id.in_(_ENDED))
    .order_by(duel.c.id)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)


def next_due(connection: Connection) -> datetime | None:
    """Tell when the time of a duel is next over."""
    return connection.execute(select(func.min(duel.c.expires_at)).where(duel.c.closed_at.is_(None))).scalar()


def close(connection: Connection, duel_ids: Sequence[int], now: datetime) -> None:
    """Note that the results of duels are told, or that they are called off."""
    connection.execute(update(duel).where(duel.c.id.in_(duel_ids)).values(closed_at=now, **_UNNAMED))


def forget(connection: Connection, platform: str, user: str) -> None:
    """Delete the challenges that name somebody."""
    connection.execute(delete(duel).where(duel.c.platform == platform, duel.c.named == user))


def hand_over(connection: Connection, into: int, other: int) -> None:
    """Give one learner the duels of another."""
    connection.execute(update(duel_player).where(duel_player.c.learner_id == other).values(learner_id=into))


def prune(connection: Connection, before: datetime) -> None:
    """Delete duels that ended long ago."""
    connection.execute(delete(duel).where(duel.c.expires_at < before))
