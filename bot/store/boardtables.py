"""The tables of the boards over all rooms. They hang on those of :mod:`bot.store.tables`; the package imports both."""

from sqlalchemy import JSON, Boolean, Column, Date, ForeignKey, Index, Integer, String, Table, false, true

from bot.store.tables import _Id as ID
from bot.store.tables import metadata
from bot.store.utc import Utc

# Who has consented to stand on boards that everybody sees, and by which name; learner.competes says the same.
contender = Table(
    "contender",
    metadata,
    Column("learner_id", ID, ForeignKey("learner.id", ondelete="CASCADE"), primary_key=True),
    Column("name", String(32), nullable=False),  # chosen or made up, never the one that a platform shows
    Column("tier", Integer, nullable=False, server_default="0"),  # from the lowest, 0
    Column("joined_at", Utc, nullable=False),
    Column("result", JSON(none_as_null=True)),  # of their last league: week, tier, place, of how many, tiers up
    Column("told", Boolean, nullable=False, server_default=true()),  # whether a push has told it
    Column("reported", Boolean, nullable=False, server_default=false()),  # whether somebody says that the name is not fit to be read
    Column("renamed", Boolean, nullable=False, server_default=false()),  # an operator took their name down: only made-up ones from then on
)

league = Table(
    "league",
    metadata,
    Column("id", ID, primary_key=True),
    Column("week", Date, nullable=False),  # its Monday, in UTC
    Column("tier", Integer, nullable=False),
    Column("size", Integer, nullable=False),  # seats that were given out
    Column("closed", Boolean, nullable=False, server_default=false()),
    Index("ix_league_week_tier_size", "week", "tier", "size"),
    Index("ix_league_closed_week", "closed", "week"),
)

# What somebody has earned in a week, in a month, ever: counted with each answer, so that no board is made of answers.
score = Table(
    "score",
    metadata,
    Column("learner_id", ID, ForeignKey("learner.id", ondelete="CASCADE"), primary_key=True),
    Column("period", String(12), primary_key=True),  # such as w2026-11-23, m2026-11, all
    Column("points", Integer, nullable=False),
    Column("shown", Boolean, nullable=False, server_default=true()),  # false while they hide streaks and boards
    Column("league_id", ID, ForeignKey("league.id", ondelete="SET NULL"), index=True),  # of a week
    Index("ix_score_period_shown_points", "period", "shown", "points"),
)

# How many have so many points on a board, measured now and then: where a million stand, nobody's place is counted one by one.
board_shape = Table(
    "board_shape",
    metadata,
    Column("period", String(12), primary_key=True),
    Column("at", Utc, nullable=False),
    Column("counts", JSON, nullable=False),  # a list of [points, people], nothing where few stand there
)
