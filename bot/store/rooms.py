"""Named queries about rooms: a group chat that gets another id, as groups on Telegram do, keeps all that was its own."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, UniqueConstraint, and_, delete, exists, not_, or_, select, update

from bot.store.tables import inbox, metadata, slot


def move(connection: Connection, platform: str, old: str, new: str, readdress: Callable[[Mapping[str, Any]], Mapping[str, Any]]) -> int:
    """Give every row that names a room its new id; returns how many were moved.

    Where the new room has a row of the same key already, that one stays. What waits to be answered gets the address that ``readdress``
    makes of its own. Slots are dropped: the messages that hold them are those of the old room.
    """
    waiting = select(inbox.c.id, inbox.c.address).where(inbox.c.platform == platform, inbox.c.room == old)
    for row in connection.execute(waiting.with_for_update()).all():
        connection.execute(update(inbox).where(inbox.c.id == row.id).values(address=dict(readdress(row.address or {}))))
    moved = 0
    for table in naming("room"):
        connection.execute(delete(table).where(_named(table, "room", platform, old), _taken(table, "room", new)))
        moved += _rename(connection, table, "room", platform, old, new)
    for table in naming("user"):  # who writes in the name of a group has its id
        moved += _rename(connection, table, "user", platform, old, new)
    connection.execute(delete(slot).where(slot.c.platform == platform, slot.c.chat == old))
    return moved


def naming(column: str) -> list[Table]:
    """List the tables that name a room or a user of a platform."""
    return [table for table in metadata.sorted_tables if {"platform", column} <= set(table.columns.keys())]


def _rename(connection: Connection, table: Table, column: str, platform: str, old: str, new: str) -> int:
    mine = update(table).where(_named(table, column, platform, old), not_(_taken(table, column, new)))
    return len(connection.execute(mine.values({column: new}).returning(table.c.platform)).all())


def _named(table: Table, column: str, platform: str, name: str) -> ColumnElement[bool]:
    return and_(table.c.platform == platform, table.c[column] == name)


def _taken(table: Table, column: str, new: str) -> ColumnElement[bool]:
    """Say whether there is a row that differs from this one in nothing but the new name, in any of the keys."""
    other = table.alias()
    keys = [table.primary_key, *(one for one in table.constraints if isinstance(one, UniqueConstraint))]
    named = [[one.name for one in key.columns] for key in keys if column in key.columns]
    same = [exists().where(*(other.c[name] == (new if name == column else table.c[name]) for name in names)) for names in named]
    return or_(False, *same)
