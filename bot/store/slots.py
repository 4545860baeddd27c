"""Named queries about slots: which message of a chat holds what is edited as it changes, such as a scoreboard."""

from datetime import datetime

from sqlalchemy import Connection, delete, select

from bot.store.statements import insert_new
from bot.store.tables import slot


def fill(connection: Connection, platform: str, chat: str, name: str, message: str, at: datetime) -> None:
    """Note the message that now holds a slot of a chat."""
    mine = (slot.c.platform == platform, slot.c.chat == chat, slot.c.name == name)
    connection.execute(delete(slot).where(*mine))
    insert_new(connection, slot, platform=platform, chat=chat, name=name, message=message, at=at)


def holder(connection: Connection, platform: str, chat: str, name: str) -> str | None:
    """Find the message that holds a slot of a chat."""
    row = connection.execute(select(slot.c.message).where(slot.c.platform == platform, slot.c.chat == chat, slot.c.name == name)).first()
    return row.message if row else None


def prune(connection: Connection, before: datetime) -> None:
    """Forget slots that nobody has filled since a moment."""
    connection.execute(delete(slot).where(slot.c.at < before))
