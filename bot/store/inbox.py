"""Named queries about the inbox: what platforms delivered, kept until its answer is shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, select, update

from bot.store.tables import inbox, insert_new


class AlreadyAnsweredError(Exception):
    """Somebody else has answered this update; ``replies`` are theirs."""

    def __init__(self, replies: Sequence[Mapping[str, Any]]) -> None:
        super().__init__("already answered")
        self.replies = replies


@dataclass(frozen=True, slots=True)
class Kept:
    """One update that is not done: what was said and where, and the answer where it is made but not shown."""

    platform: str
    update_id: str
    user: str
    name: str
    room: str | None
    manager: bool
    text: str
    address: Mapping[str, Any]
    at: datetime
    replies: Sequence[Mapping[str, Any]] | None


def keep(connection: Connection, kept: Kept) -> bool:
    """Write an update down; False where it is there already."""
    return insert_new(
        connection,
        inbox,
        platform=kept.platform,
        update_id=kept.update_id,
        at=kept.at,
        user=kept.user,
        name=kept.name,
        room=kept.room,
        manager=kept.manager,
        text=kept.text,
        address=dict(kept.address),
    )


def answered(connection: Connection, platform: str, update_id: str, replies: Sequence[Mapping[str, Any]]) -> None:
    """Note the answer, in the transaction that holds its effects. One answer wins; a second raises and undoes its own effects.

    An update that was never written down has nothing to note.
    """
    mine = (inbox.c.platform == platform, inbox.c.update_id == update_id)
    won = connection.execute(
        update(inbox)
        .where(*mine, inbox.c.state == "new")
        .values(state="answered", replies=[dict(one) for one in replies])
        .returning(inbox.c.id)
    ).first()
    if won is None:
        other = connection.execute(select(inbox.c.replies).where(*mine)).first()
        if other is not None:
            raise AlreadyAnsweredError(other.replies or ())


def shown(connection: Connection, platform: str, update_id: str) -> None:
    """Note that the answer is out, and blank what was said, by whom and where."""
    blank: dict[str, object] = dict.fromkeys(("user", "name", "room", "manager", "text", "address", "replies"))
    connection.execute(update(inbox).where(inbox.c.platform == platform, inbox.c.update_id == update_id).values(state="shown", **blank))


def unfinished(connection: Connection, platform: str, limit: int) -> list[Kept]:
    """List the updates that are not answered or not shown, in the order in which they came."""
    rows = connection.execute(
        select(
            inbox.c.platform, inbox.c.update_id, inbox.c.user, inbox.c.name, inbox.c.room, inbox.c.manager, inbox.c.text, inbox.c.address,
            inbox.c.at, inbox.c.replies,
        )
        .where(inbox.c.platform == platform, inbox.c.state.in_(("new", "answered")))
        .order_by(inbox.c.id)
        .limit(limit)
    )  # fmt: skip
    found = []
    for row in rows:
        said, where = row.text or "", row.address or {}
        found.append(Kept(*row[:3], row.name or "", row.room, bool(row.manager), said, where, row.at, row.replies))
    return found


def forget(connection: Connection, platform: str, user: str, but: str | None) -> None:
    """Delete all that waits from one account but the update that asks for it, which blanks itself once answered."""
    connection.execute(delete(inbox).where(inbox.c.platform == platform, inbox.c.user == user, inbox.c.update_id != (but or "")))


def prune(connection: Connection, before: datetime) -> int:
    """Delete what was done before a moment; a platform that repeats an update does so within a day."""
    return len(connection.execute(delete(inbox).where(inbox.c.state == "shown", inbox.c.at < before).returning(inbox.c.id)).all())
