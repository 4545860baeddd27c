"""Named queries about the inbox: what platforms delivered, kept until its answer is shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select, update

from bot.store.statements import insertion
from bot.store.tables import inbox


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
    thread: str | None = None
    handle: str = ""
    whom: Sequence[Any] | None = None


# Every message makes these, so they are made once.
_THIS = (inbox.c.platform == bindparam("of"), inbox.c.update_id == bindparam("named"))
_ANSWER = update(inbox).where(*_THIS, inbox.c.state == "new").values(state="answered", replies=bindparam("made")).returning(inbox.c.id)
_ANSWER_MANY = update(inbox).where(*_THIS).values(state="answered", replies=bindparam("made"))
_REPLIES = select(inbox.c.replies).where(*_THIS)
_BLANK: dict[str, object] = dict.fromkeys(("user", "name", "room", "manager", "text", "address", "replies", "thread", "handle", "whom"))
_THESE = (inbox.c.platform == bindparam("of"), inbox.c.update_id.in_(bindparam("named", expanding=True)))
_STILL_NEW = select(inbox.c.platform, inbox.c.update_id).where(*_THESE, inbox.c.state == "new").order_by(inbox.c.id).with_for_update()
_SHOW = update(inbox).where(*_THESE).values(state="shown", **_BLANK)


def keep(connection: Connection, updates: Sequence[Kept]) -> set[tuple[str, str]]:
    """Write updates down in their order, with the answer where it is known already; returns platform and id of the new ones."""
    if not updates:
        return set()
    rows = [
        {
            "platform": one.platform,
            "update_id": one.update_id,
            "at": one.at,
            "user": one.user,
            "name": one.name,
            "room": one.room,
            "manager": one.manager,
            "text": one.text,
            "address": dict(one.address),
            "thread": one.thread,
            "handle": one.handle or None,
            "whom": None if one.whom is None else list(one.whom),
            "state": "new" if one.replies is None else "answered",
            "replies": None if one.replies is None else [dict(reply) for reply in one.replies],
        }
        for one in updates
    ]
    done = connection.execute(insertion(connection.dialect.name, inbox, inbox.c.platform, inbox.c.update_id), rows)
    return {(platform, update_id) for platform, update_id in done}


def answered(connection: Connection, platform: str, update_id: str, replies: Sequence[Mapping[str, Any]]) -> None:
    """Note the answer, in the transaction that holds its effects. One answer wins; a second raises and undoes its own effects.

    An update that was never written down has nothing to note.
    """
    name = {"of": platform, "named": update_id}
    if connection.execute(_ANSWER, name | {"made": [dict(one) for one in replies]}).first() is None:
        other = connection.execute(_REPLIES, name).first()
        if other is not None:
            raise AlreadyAnsweredError(other.replies or ())


def still_new(connection: Connection, updates: Sequence[tuple[str, str]]) -> set[tuple[str, str]]:
    """Tell which of some updates, named by platform and id, are not answered yet; they are locked for change."""
    found = set()
    for platform in {platform for platform, _id in updates}:
        named = [update_id for of, update_id in updates if of == platform]
        rows = connection.execute(_STILL_NEW, {"of": platform, "named": named})
        found |= {(row.platform, row.update_id) for row in rows}
    return found


def answer_many(connection: Connection, made: Sequence[tuple[tuple[str, str], Sequence[Mapping[str, Any]]]]) -> None:
    """Note the replies to many updates that this transaction wrote down or found new, named by platform and id."""
    if made:
        rows = [{"of": of, "named": named, "made": [dict(reply) for reply in replies]} for (of, named), replies in made]
        connection.execute(_ANSWER_MANY, rows)


def shown(connection: Connection, updates: Sequence[tuple[str, str | None]]) -> None:
    """Note that answers are out, and blank what was said, by whom and where. An update is named by platform and id."""
    for platform in {platform for platform, _id in updates}:
        connection.execute(_SHOW, {"of": platform, "named": [update_id for of, update_id in updates if of == platform]})


def unfinished(connection: Connection, platform: str, limit: int) -> list[Kept]:
    """List the updates that are not answered or not shown, in the order in which they came."""
    rows = connection.execute(
        select(
            inbox.c.platform, inbox.c.update_id, inbox.c.user, inbox.c.name, inbox.c.room, inbox.c.manager, inbox.c.text, inbox.c.address,
            inbox.c.at, inbox.c.replies, inbox.c.thread, inbox.c.handle, inbox.c.whom,
        )
        .where(inbox.c.platform == platform, inbox.c.state.in_(("new", "answered")))
        .order_by(inbox.c.id)
        .limit(limit)
    )  # fmt: skip
    found = []
    for row in rows:
        said, where = row.text or "", row.address or {}
        who = (*row[:3], row.name or "", row.room, bool(row.manager))
        found.append(Kept(*who, said, where, row.at, row.replies, row.thread, row.handle or "", row.whom))
    return found


def forget(connection: Connection, platform: str, user: str, but: str | None) -> None:
    """Delete all that waits from one account but the update that asks for it, which blanks itself once answered."""
    connection.execute(delete(inbox).where(inbox.c.platform == platform, inbox.c.user == user, inbox.c.update_id != (but or "")))


def prune(connection: Connection, before: datetime) -> int:
    """Delete what was done before a moment; a platform that repeats an update does so within a day."""
    return len(connection.execute(delete(inbox).where(inbox.c.state == "shown", inbox.c.at < before).returning(inbox.c.id)).all())
