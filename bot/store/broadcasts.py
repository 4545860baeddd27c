"""Named queries about broadcasts: what an operator says to everybody, and how far it is planned."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Select, func, insert, select, update

from bot.store.tables import account, broadcast, learner


@dataclass(frozen=True, slots=True)
class Broadcast:
    """One broadcast; it is planned up to the learner of number ``after_learner``."""

    id: int
    text: str
    platform: str | None
    after_learner: int
    planned: int


_DRAFT = timedelta(hours=1)

_COLUMNS = (broadcast.c.id, broadcast.c.text, broadcast.c.platform, broadcast.c.after_learner, broadcast.c.planned)


def draft(connection: Connection, text: str, platform: str | None, now: datetime) -> int:
    """Keep a broadcast without sending it; returns its number."""
    values = {"text": text, "platform": platform, "created_at": now, "open": False, "after_learner": -1}
    return int(connection.execute(insert(broadcast).values(**values).returning(broadcast.c.id)).scalar_one())


def send(connection: Connection, number: int, now: datetime) -> bool:
    """Let a draft of the last hour go out; False where there is none, or it has gone."""
    mine = update(broadcast).where(broadcast.c.id == number, broadcast.c.created_at > now - _DRAFT, broadcast.c.after_learner < 0)
    return connection.execute(mine.values(open=True, after_learner=0).returning(broadcast.c.id)).first() is not None


def oldest_open(connection: Connection) -> Broadcast | None:
    """Find the broadcast to be planned next, locked."""
    query = select(*_COLUMNS).where(broadcast.c.open).order_by(broadcast.c.id).limit(1).with_for_update(skip_locked=True)
    row = connection.execute(query).first()
    return Broadcast(*row) if row else None


def readers(connection: Connection, of: Broadcast, limit: int) -> list[tuple[int, str, str]]:
    """List the next learners who get it, as number, platform and user: one account each, the one they used last."""
    query = _reach(of.platform).where(learner.c.id > of.after_learner)
    numbers = list(connection.execute(query.order_by(learner.c.id).limit(limit)).scalars())
    rows = connection.execute(
        select(account.c.learner_id, account.c.platform, account.c.user)
        .where(
            account.c.learner_id.in_(numbers),
            account.c.unreachable.is_(False),
            *([account.c.platform == of.platform] if of.platform else []),
        )
        .order_by(account.c.learner_id, account.c.seen_on.is_not(None), account.c.seen_on, account.c.platform)
    )
    found = {row.learner_id: (row.learner_id, row.platform, row.user) for row in rows}
    return list(found.values())


def count_readers(connection: Connection, platform: str | None) -> int:
    """Count whom a broadcast would reach."""
    return int(connection.execute(select(func.count()).select_from(_reach(platform).subquery())).scalar_one())


def _reach(platform: str | None) -> Select[Any]:
    there = select(account.c.learner_id).where(account.c.learner_id == learner.c.id, account.c.unreachable.is_(False))
    if platform:
        there = there.where(account.c.platform == platform)
    return select(learner.c.id).where(learner.c.news, there.exists())


def planned(connection: Connection, number: int, after: int, count: int) -> None:
    """Note how far a broadcast is planned."""
    values = {"after_learner": after, "planned": broadcast.c.planned + count}
    connection.execute(update(broadcast).where(broadcast.c.id == number).values(**values))


def close(connection: Connection, number: int) -> None:
    """Note that a broadcast is planned to its end."""
    connection.execute(update(broadcast).where(broadcast.c.id == number).values(open=False))
