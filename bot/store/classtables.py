"""The tables of classes. They hang on those of :mod:`bot.store.tables`; the package imports both.

What a class knows of somebody stands in rows that name them and nowhere else; figures are worked out when they are asked for, so
that nothing is left of who leaves.
"""

from sqlalchemy import JSON, Boolean, Column, ForeignKey, Index, Integer, String, Table, false, true

from bot.store.tables import _Id as ID
from bot.store.tables import metadata
from bot.store.utc import Utc

classroom = Table(
    "classroom",
    metadata,
    Column("id", ID, primary_key=True),
    Column("title", String(60), nullable=False),
    Column("code", String(16), nullable=False, unique=True),  # who has it may join
    Column("created_at", Utc, nullable=False),
    Column("until", Utc, nullable=False, index=True),  # closed from then on
    sqlite_autoincrement=True,  # its number stands in buttons for ever
)

class_member = Table(
    "class_member",
    metadata,
    Column("class_id", ID, ForeignKey("classroom.id", ondelete="CASCADE"), primary_key=True),
    Column("learner_id", ID, ForeignKey("learner.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("name", String(64), nullable=False),  # as the class calls them
    Column("teaches", Boolean, nullable=False, server_default=false()),
    Column("shares", Boolean, nullable=False, server_default=false()),  # whether instructors may see their figures by name
    Column("reminders", Boolean, nullable=False, server_default=true()),
    Column("joined_at", Utc, nullable=False),
)

assignment = Table(
    "assignment",
    metadata,
    Column("id", ID, primary_key=True),
    Column("class_id", ID, ForeignKey("classroom.id", ondelete="CASCADE"), nullable=False),
    Column("about", String(80), nullable=False),  # an area, mixed, misses, or pack:NAME
    Column("questions", JSON, nullable=False),  # drawn once, the same for everybody
    Column("due_at", Utc, nullable=False),
    Column("created_at", Utc, nullable=False),
    Index("ix_assignment_class_id_due_at", "class_id", "due_at"),
    sqlite_autoincrement=True,
)

assignment_work = Table(
    "assignment_work",
    metadata,
    Column("assignment_id", ID, ForeignKey("assignment.id", ondelete="CASCADE"), primary_key=True),
    Column("learner_id", ID, ForeignKey("learner.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("round_id", ID, ForeignKey("round.id", ondelete="SET NULL"), index=True),  # once they have begun; done when that is over
    Column("wake_at", Utc, index=True),  # when they are to be reminded, once
)

wrong_code = Table(
    "wrong_code",
    metadata,
    Column("learner_id", ID, ForeignKey("learner.id", ondelete="CASCADE"), primary_key=True),
    Column("tries", Integer, nullable=False),
    Column("since", Utc, nullable=False),
)
