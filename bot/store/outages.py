"""Named queries about the pulse of the tutor, and the outages that show in it."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select, update

from bot.store.statements import insert_new
from bot.store.tables import outage, pulse

LONGEST_BREATH = timedelta(minutes=2)
"""A pulse that is missing for longer was an outage; it beats twice a minute."""


def beat(connection: Connection, now: datetime) -> timedelta:
    """Note that the tutor is alive, and an outage where it was not; returns how long ago the last beat was."""
    last: datetime | None = connection.execute(select(pulse.c.at).where(pulse.c.name == "tutor").with_for_update()).scalar()
    if last is None:
        insert_new(connection, pulse, name="tutor", at=now)
        return timedelta(0)
    if now > last:
        connection.execute(update(pulse).where(pulse.c.name == "tutor").values(at=now))
    if now - last > LONGEST_BREATH:
        connection.execute(insert(outage).values(start_at=last, end_at=now))
    elif now < last - LONGEST_BREATH:  # or a clock that was ahead once would hide every outage until then
        connection.execute(update(pulse).where(pulse.c.name == "tutor").values(at=now))
    return now - last


def since(connection: Connection, moment: datetime) -> list[tuple[datetime, datetime]]:
    """List the outages that ended after a moment."""
    rows = connection.execute(select(outage.c.start_at, outage.c.end_at).where(outage.c.end_at > moment).order_by(outage.c.id))
    return [(row.start_at, row.end_at) for row in rows]


def prune(connection: Connection, before: datetime) -> None:
    """Forget outages that ended long ago."""
    connection.execute(delete(outage).where(outage.c.end_at < before))
