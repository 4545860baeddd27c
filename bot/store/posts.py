"""Named queries about posts: messages that nobody asked for, kept until they are out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, func, select, update

from bot.store.statements import insert_many_new, insert_new
from bot.store.tables import learner, post
from bot.store.utc import Utc

FRESH = timedelta(minutes=15)
"""A post that has waited longer is part of a backlog: there the newest goes first."""


class Lane(IntEnum):
    """What goes before what: live rounds, then what somebody waits for, then daily pushes, then news."""

    LIVE = 0
    WAITED_FOR = 1
    DAILY = 2
    NEWS = 3


@dataclass(frozen=True, slots=True)
class Post:
    """One message to be sent: where to, what, and when it has lost its use. Its kind is the first word of its key."""

    id: int
    key: str
    platform: str
    user: str | None
    room: str | None
    reply: Mapping[str, Any]
    due_at: datetime
    expires_at: datetime
    tries: int
    zone: str | None = None
    quiet: tuple[int, int] | None = None
    """The quiet hours of the learner it is for, as minutes after their midnight."""
    thread: str | None = None
    """The topic of the room, where it has topics."""

    @property
    def kind(self) -> str:
        """What kind of post it is: daily, reminder, broadcast and so on."""
        return self.key.partition(":")[0]


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
    user: str | None,
    reply: Mapping[str, Any],
    due_at: datetime,
    expires_at: datetime,
    *,
    room: str | None = None,
    lane: Lane = Lane.WAITED_FOR,
) -> bool:
    """Queue a post; False where one of that key was queued before."""
    where = {"learner_id": learner_id, "platform": platform, "user": user, "room": room}
    return insert_new(connection, post, key=key, **where, reply=dict(reply), due_at=due_at, expires_at=expires_at, lane=int(lane))


def add_many(connection: Connection, rows: Sequence[Mapping[str, object]]) -> None:
    """Queue many posts, given as rows; those whose key was queued before are left out."""
    insert_many_new(connection, post, rows)


def lease(connection: Connection, platforms: tuple[str, ...], now: datetime, until: datetime, limit: int) -> list[Post]:
    """Take posts that may go out now; nobody else gets them until the lease ends.

    Lane by lane; within one first what has just become due, in order of time, then a backlog, newest first, since the newest is of
    most use. What has expired is left for :func:`expire`.
    """
    found: list[Post] = []
    at = {"now": now, "stale": now - FRESH, "on": list(platforms)}
    for waiting in _WAITING:
        if len(found) < limit:
            found += [_post(row) for row in connection.execute(waiting, {**at, "room_for": limit - len(found)})]
    if found:
        connection.execute(
            update(post).where(post.c.id.in_([one.id for one in found])).values(state="sending", lease_until=until, tries=post.c.tries + 1)
        )
    return found


def _post(row: Any) -> Post:  # noqa: ANN401  # a row, with columns of every type
    quiet = (row.quiet_from, row.quiet_to) if row.zone is not None else None
    return Post(**{column.name: getattr(row, column.name) for column in _COLUMNS}, zone=row.zone, quiet=quiet, thread=row.thread)


def _waiting_in(lane: Lane, *, stale: bool) -> Select[Any]:
    now, since = bindparam("now", type_=Utc), bindparam("stale", type_=Utc)
    query = select(*_COLUMNS, learner.c.zone, learner.c.quiet_from, learner.c.quiet_to, post.c.thread).select_from(post.outerjoin(learner))
    query = query.where(post.c.state == "pending", post.c.lane == int(lane), post.c.expires_at > now)
    query = query.where(post.c.platform.in_(bindparam("on", expanding=True)))
    when = (post.c.due_at <= since,) if stale else (post.c.due_at <= now, post.c.due_at > since)
    order = (post.c.due_at.desc() if stale else post.c.due_at, post.c.id)
    return query.where(*when).order_by(*order).limit(bindparam("room_for")).with_for_update(skip_locked=True, of=post)


_WAITING = tuple(_waiting_in(lane, stale=stale) for lane in Lane for stale in (False, True))
"""Asked several times a second, mostly in vain, so they are made once."""


def expire(connection: Connection, now: datetime) -> int:
    """Set aside what has lost its use before it went out; returns how many."""
    late = update(post).where(post.c.state == "pending", post.c.expires_at <= now).values(state="expired")
    return len(connection.execute(late.returning(post.c.id)).all())


def next_due(connection: Connection, platforms: tuple[str, ...]) -> datetime | None:
    """Tell when the next waiting post may go out on one of these platforms."""
    found = [connection.execute(_FIRST, {"in": int(lane), "on": list(platforms)}).scalar() for lane in Lane]
    return min((due for due in found if due is not None), default=None)


_FIRST = (
    select(post.c.due_at)
    .where(post.c.state == "pending", post.c.platform.in_(bindparam("on", expanding=True)), post.c.lane == bindparam("in"))
    .order_by(post.c.due_at)
    .limit(1)
)


_OPEN = select(post.c.id, post.c.key).where(post.c.learner_id == bindparam("of"), post.c.state == "pending")


def open_of(connection: Connection, learner_id: int, *prefixes: str) -> list[int]:
    """List a learner's posts of some kinds that are not out yet; there are few."""
    return [row.id for row in connection.execute(_OPEN, {"of": learner_id}) if row.key.startswith(prefixes)]


def withdraw(connection: Connection, learner_id: int, *prefixes: str) -> None:
    """Take back what waits for a learner, such as a question that was answered in the meantime."""
    numbers = open_of(connection, learner_id, *prefixes)
    if numbers:
        mine = update(post).where(post.c.id.in_(numbers), post.c.state == "pending")
        connection.execute(mine.values(state="expired", error="no longer needed"))


def prolong(connection: Connection, until: Mapping[str, datetime]) -> None:
    """Let posts, given by their keys, be of use for longer where they are not out yet."""
    for key, at in until.items():
        mine = (post.c.key == key, post.c.state.in_(("pending", "sending")), post.c.expires_at < at)
        connection.execute(update(post).where(*mine).values(expires_at=at))


def prune(connection: Connection, before: datetime) -> int:
    """Delete what ended long ago: sent, expired or dead."""
    ended = delete(post).where(post.c.state.in_(("sent", "expired", "dead", "held")), post.c.expires_at < before)
    return len(connection.execute(ended.returning(post.c.id)).all())


def states(connection: Connection) -> dict[str, int]:
    """Count the posts in each state that an operator may have to do something about."""
    open_ = post.c.state.in_(("pending", "sending", "held", "dead"))  # the sent ones are many, and of no concern
    rows = connection.execute(select(post.c.state, func.count().label("count_")).where(open_).group_by(post.c.state).order_by(post.c.state))
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


_SENT = (
    update(post)
    .where(post.c.id == bindparam("this"))
    .values(state="sent", lease_until=None, message=bindparam("new_message"), error=None, sent_at=bindparam("new_sent_at"))
)


def sent(connection: Connection, out: Sequence[tuple[int, str | None, datetime]]) -> None:
    """Note that posts are out, each given by its number, as which message of the platform, and when."""
    connection.execute(_SENT, [{"this": number, "new_message": message, "new_sent_at": at} for number, message, at in out])


def again(connection: Connection, post_id: int, at: datetime, error: str) -> None:
    """Put a post back that was certainly not sent, to be tried at a moment."""
    connection.execute(update(post).where(post.c.id == post_id).values(state="pending", lease_until=None, due_at=at, error=error))


def unused(connection: Connection, post_id: int, at: datetime) -> None:
    """Put a post back that was taken and not tried, to be taken at a moment."""
    values = {"state": "pending", "lease_until": None, "due_at": at, "tries": post.c.tries - 1}
    connection.execute(update(post).where(post.c.id == post_id).values(**values))


def close(connection: Connection, post_id: int, state: str, error: str) -> None:
    """Set a post aside: ``held`` where nobody knows whether it went out, ``dead`` where it never will."""
    connection.execute(update(post).where(post.c.id == post_id).values(state=state, lease_until=None, error=error))


def lost_leases(connection: Connection, now: datetime, repeated: Sequence[str], platform: str | None = None) -> int:
    """Deal with posts whose sender went away in the middle: they may have gone out.

    Kinds that must arrive are ``repeated``, those that must not come twice are held. With ``platform`` its sender is known to be
    gone, so that all it had taken is dealt with, and not only that whose lease has ended.
    """
    gone = post.c.lease_until <= now if platform is None else post.c.platform == platform
    rows = connection.execute(select(post.c.id, post.c.key).where(post.c.state == "sending", gone).with_for_update(skip_locked=True)).all()
    for state, numbers in (
        ("pending", [row.id for row in rows if row.key.partition(":")[0] in repeated]),
        ("held", [row.id for row in rows if row.key.partition(":")[0] not in repeated]),
    ):
        if numbers:
            values = {"state": state, "lease_until": None, "error": "the sender stopped in the middle"}
            connection.execute(update(post).where(post.c.id.in_(numbers)).values(**values))
    return len(rows)
