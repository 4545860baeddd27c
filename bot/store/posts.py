"""Named queries about posts: messages that nobody asked for, kept until they are out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, or_, select, update

from bot.store.tables import insert_new, post


@dataclass(frozen=True, slots=True)
class Post:
    """One message to be sent: where to, what, and when it has lost its use."""

    id: int
    key: str
    platform: str
    user: str | None
    room: str | None
    reply: Mapping[str, Any]
    due_at: datetime
    expires_at: datetime
    tries: int


_COLUMNS = (
    post.c.id,
    post.c.key,
    post.c.platform,
    post.c.user,
    post.c.room,
    post.c.reply,
    post.c.due_at,
    post.c.expires_at,
    post.c.tries,
)


def add(
    connection: Connection,
    key: str,
    learner_id: int | None,
    platform: str,
    user: str,
    reply: Mapping[str, Any],
    due_at: datetime,
    expires_at: datetime,
) -> bool:
    """Queue a post; False where one of that key was queued before."""
    where = {"learner_id": learner_id, "platform": platform, "user": user}
    return insert_new(connection, post, key=key, **where, reply=dict(reply), due_at=due_at, expires_at=expires_at)


def lease(connection: Connection, platforms: tuple[str, ...], now: datetime, until: datetime, limit: int) -> list[Post]:
    """Take posts that may go out now, in order of their time; nobody else gets them until the lease ends.

    Those past their expiry are set aside as expired.
    """
    connection.execute(update(post).where(post.c.state == "pending", post.c.expires_at <= now).values(state="expired"))
    rows = connection.execute(
        select(*_COLUMNS)
        .where(
            post.c.state == "pending",
            post.c.due_at <= now,
            post.c.platform.in_(platforms),
            or_(post.c.lease_until.is_(None), post.c.lease_until <= now),
        )
        .order_by(post.c.due_at, post.c.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    ).all()
    found = [Post(*row) for row in rows]
    if found:
        connection.execute(
            update(post).where(post.c.id.in_([one.id for one in found])).values(state="sending", lease_until=until, tries=post.c.tries + 1)
        )
    return found


def states(connection: Connection) -> dict[str, int]:
    """Count the posts in each state."""
    rows = connection.execute(select(post.c.state, func.count().label("count_")).group_by(post.c.state).order_by(post.c.state))
    return {row.state: row.count_ for row in rows}


def oldest_pending(connection: Connection) -> datetime | None:
    """Tell since when the oldest waiting post is due."""
    row = connection.execute(select(func.min(post.c.due_at).label("due")).where(post.c.state == "pending")).first()
    return row.due if row else None


def stuck(connection: Connection, limit: int) -> list[tuple[int, str, str, str, str]]:
    """List posts that are held or dead as (number, key, platform, state, reason), newest first."""
    query = select(post.c.id, post.c.key, post.c.platform, post.c.state, post.c.error).where(post.c.state.in_(("held", "dead")))
    rows = connection.execute(query.order_by(post.c.id.desc()).limit(limit))
    return [(row.id, row.key, row.platform, row.state, row.error or "") for row in rows]


def resend(connection: Connection, post_id: int, now: datetime, expires_at: datetime) -> bool:
    """Let a held or dead post go out after all; False where there is none of that number."""
    mine = update(post).where(post.c.id == post_id, post.c.state.in_(("held", "dead")))
    values = mine.values(state="pending", due_at=now, expires_at=expires_at, lease_until=None, tries=0, error=None)
    return connection.execute(values.returning(post.c.id)).first() is not None


def sent(connection: Connection, post_id: int, message: str | None) -> None:
    """Note that a post is out, as which message of the platform."""
    connection.execute(update(post).where(post.c.id == post_id).values(state="sent", lease_until=None, message=message, error=None))


def again(connection: Connection, post_id: int, at: datetime, error: str) -> None:
    """Put a post back that was certainly not sent, to be tried at a moment."""
    connection.execute(update(post).where(post.c.id == post_id).values(state="pending", lease_until=None, due_at=at, error=error))


def close(connection: Connection, post_id: int, state: str, error: str) -> None:
    """Set a post aside: ``held`` where nobody knows whether it went out, ``dead`` where it never will."""
    connection.execute(update(post).where(post.c.id == post_id).values(state=state, lease_until=None, error=error))


def lost_leases(connection: Connection, now: datetime) -> int:
    """Hold the posts whose sender went away in the middle: they may have gone out, so nobody sends them again."""
    stopped = update(post).where(post.c.state == "sending", post.c.lease_until <= now)
    values = stopped.values(state="held", lease_until=None, error="the sender stopped in the middle")
    return len(connection.execute(values.returning(post.c.id)).all())
