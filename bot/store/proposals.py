"""Named queries about questions that members of rooms propose, and those that have become the room's own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from bot.store.grouptables import proposal


@dataclass(frozen=True, slots=True)
class Proposal:
    """A question that somebody proposes to a room. ``state`` is begun, waiting, approved or declined; until it waits it has no text."""

    id: int
    platform: str
    room: str
    learner_id: int
    state: str
    area: str
    stem: str
    options: tuple[str, ...]
    key: int
    why: tuple[str, ...]
    source: str
    at: datetime
    judge: str | None
    shown_at: datetime | None


_COLUMNS = tuple(proposal.c[name] for name in Proposal.__dataclass_fields__)


def _found(connection: Connection, query: Any) -> list[Proposal]:  # noqa: ANN401  # a select
    rows = [row._asdict() for row in connection.execute(query)]
    return [Proposal(**row | {"options": tuple(row["options"]), "why": tuple(row["why"])}) for row in rows]


def begin(connection: Connection, platform: str, room: str, learner_id: int, now: datetime) -> int:
    """Give somebody's next proposal to a room its number, the one that they have begun already if there is one."""
    mine = (proposal.c.platform == platform, proposal.c.room == room, proposal.c.learner_id == learner_id, proposal.c.state == "begun")
    number = connection.execute(select(proposal.c.id).where(*mine)).scalar()
    if number is None:
        new = {"platform": platform, "room": room, "learner_id": learner_id, "state": "begun", "options": [], "why": [], "at": now}
        number = connection.execute(insert(proposal).values(**new).returning(proposal.c.id)).scalar_one()
    return int(number)


def write(connection: Connection, number: int, now: datetime, **values: object) -> None:
    """Write a proposal that was begun; it waits then."""
    mine = update(proposal).where(proposal.c.id == number, proposal.c.state == "begun")
    connection.execute(mine.values(**values, state="waiting", at=now))


def find(connection: Connection, number: int) -> Proposal | None:
    """Find a proposal by its number."""
    return next(iter(named(connection, [number])), None)


def named(connection: Connection, numbers: Sequence[int]) -> list[Proposal]:
    """Find proposals by their numbers."""
    return _found(connection, select(*_COLUMNS).where(proposal.c.id.in_(numbers)))


def begun(connection: Connection, learner_id: int) -> Proposal | None:
    """Find what somebody began last and has not written."""
    mine = select(*_COLUMNS).where(proposal.c.learner_id == learner_id, proposal.c.state == "begun")
    return next(iter(_found(connection, mine.order_by(proposal.c.at.desc(), proposal.c.id.desc()).limit(1))), None)


def count(
    connection: Connection, platform: str, room: str, state: str, learner_id: int | None = None, since: datetime | None = None
) -> int:
    """Count proposals to a room in a state; of one person, of a time, where that is wanted."""
    mine = [proposal.c.platform == platform, proposal.c.room == room, proposal.c.state == state]
    mine += [proposal.c.learner_id == learner_id] if learner_id is not None else []
    mine += [proposal.c.at >= since] if since is not None else []
    return int(connection.execute(select(func.count()).select_from(proposal).where(*mine)).scalar_one())


def in_state(connection: Connection, platform: str, room: str, state: str, limit: int) -> list[Proposal]:
    """List proposals to a room in a state, oldest first."""
    mine = select(*_COLUMNS).where(proposal.c.platform == platform, proposal.c.room == room, proposal.c.state == state)
    return _found(connection, mine.order_by(proposal.c.at, proposal.c.id).limit(limit))


def show(connection: Connection, number: int, judge: str, now: datetime) -> None:
    """Note to whom, by a mark, a proposal is shown as a manager of its room."""
    connection.execute(update(proposal).where(proposal.c.id == number).values(judge=judge, shown_at=now))


def decide(connection: Connection, number: int, state: str, now: datetime, before: str = "waiting") -> bool:
    """Approve or decline a proposal; False where that was decided before."""
    mine = update(proposal).where(proposal.c.id == number, proposal.c.state == before).values(state=state, at=now)
    return connection.execute(mine.returning(proposal.c.id)).first() is not None


def hand_over(connection: Connection, into: int, other: int) -> None:
    """Give one learner what another proposed."""
    connection.execute(update(proposal).where(proposal.c.learner_id == other).values(learner_id=into))


def prune(connection: Connection, before: datetime) -> None:
    """Delete what was begun and left, or declined, long ago."""
    connection.execute(delete(proposal).where(proposal.c.state.in_(("begun", "declined")), proposal.c.at < before))
