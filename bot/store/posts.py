"""Named queries about posts: messages that nobody asked for, kept until they are out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, or_, select, update

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


def sent(connection: Connection, post_id: int) -> None:
    """Note that a post is out."""
    connection.execute(update(post).where(post.c.id == post_id).values(state="sent", lease_until=None))
