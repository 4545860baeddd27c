"""The tables of what a learner is taken to know. They hang on those of :mod:`bot.store.tables`; the package imports both."""

from sqlalchemy import JSON, Boolean, Column, Date, Float, ForeignKey, Index, Integer, String, Table, false, true

from bot.store.tables import _Id as ID
from bot.store.tables import metadata
from bot.store.utc import Utc

# What the answers of an area say; worked out of attempt, kept so that an answer costs the same after twenty thousand.
ability = Table(
    "ability",
    metadata,
    Column("learner_id", ID, ForeignKey("learner.id", ondelete="CASCADE"), primary_key=True),
    Column("area", String(32), primary_key=True),
    Column("at", Utc, nullable=False),  # as of when the counts are
    Column("counts", JSON, nullable=False),  # by rung of difficulty: how many were right and how many there were, faded
    Column("timed", Float, nullable=False),  # how many of them against the clock
    Column("answered", Integer, nullable=False),
    Column("right", Integer, nullable=False),
    Column("new", Integer, nullable=False),  # answers to questions that they had not met
)

study_plan = Table(
    "study_plan",
    metadata,
    Column("learner_id", ID, ForeignKey("learner.id", ondelete="CASCADE"), primary_key=True),
    Column("hours", Integer),  # a week; nothing where only full or part time is said
    Column("known", JSON, nullable=False),  # areas that need no study
)

item_level = Table(
    "item_level",
    metadata,
    Column("question", String(64), primary_key=True),
    Column("level", Float, nullable=False),  # how hard it turned out to be, in logits
    Column("answers", Integer, nullable=False),
)

card = Table(
    "card",
    metadata,
    Column("learner_id", ID, ForeignKey("learner.id", ondelete="CASCADE"), primary_key=True),
    Column("item", String(64), primary_key=True),  # a question, or the drill/FAMILY whose items are made
    Column("area", String(32), nullable=False),
    Column("stability", Float, nullable=False),
    Column("difficulty", Float, nullable=False),
    Column("due_on", Date, nullable=False),
    Column("last_on", Date, nullable=False),
    Column("reps", Integer, nullable=False),
    Column("lapses", Integer, nullable=False),
    Column("round_id", ID, nullable=False),  # and number: the answer that was the last
    Column("number", Integer, nullable=False),
    Column("was_stability", Float),  # before that answer, nothing where it was the first
    Column("was_difficulty", Float),
    Column("was_on", Date),
    Index("ix_card_learner_id_due_on", "learner_id", "due_on"),
)

bookmark = Table(
    "bookmark",
    metadata,
    Column("learner_id", ID, ForeignKey("learner.id", ondelete="CASCADE"), primary_key=True),
    Column("question", String(64), primary_key=True),
    Column("at", Utc, nullable=False),
)

ceu_record = Table(
    "ceu_record",
    metadata,
    Column("learner_id", ID, ForeignKey("learner.id", ondelete="CASCADE"), primary_key=True),
    Column("since", Date, nullable=False),  # certified
    Column("due_on", Date),  # the last day of a period, where the learner knows it
    Column("credentials", Integer, nullable=False, server_default="1"),
    Column("reminders", Boolean, nullable=False, server_default=true()),
    Column("wake_at", Utc, index=True),  # when it is next to be looked at whether to remind them
)

ceu_entry = Table(
    "ceu_entry",
    metadata,
    Column("id", ID, primary_key=True),
    Column("learner_id", ID, ForeignKey("learner.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("day", Date, nullable=False),
    Column("hundredths", Integer, nullable=False),  # of a unit
    Column("title", String(80), nullable=False),
    Column("at", Utc, nullable=False),  # when it was last put in or taken out, so that this can be undone
    Column("removed", Boolean, nullable=False, server_default=false()),
    sqlite_autoincrement=True,  # the number of one that was deleted stands in buttons
)
