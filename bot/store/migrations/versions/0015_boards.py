"""Add the boards over all rooms: who stands there, by which name, with how many points, and in which league of the week."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_UTC = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Create the tables, and note of every learner that they have not consented."""
    op.add_column("learner", sa.Column("competes", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_table(
        "contender",
        sa.Column("learner_id", _ID, sa.ForeignKey("learner.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("name", sa.String(32), nullable=False),
        sa.Column("tier", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("joined_at", _UTC, nullable=False),
        sa.Column("result", sa.JSON(none_as_null=True)),
        sa.Column("told", sa.Boolean(), nullable=False, server_default=sa.true()),
    )
    op.create_table(
        "league",
        sa.Column("id", _ID, primary_key=True),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("tier", sa.Integer(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("closed", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    op.create_index("ix_league_week_tier_size", "league", ["week", "tier", "size"])
    op.create_index("ix_league_closed_week", "league", ["closed", "week"])
    op.create_table(
        "score",
        sa.Column("learner_id", _ID, sa.ForeignKey("learner.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("period", sa.String(12), primary_key=True),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("shown", sa.Boolean(), nullable=False, server_default=sa.true()),
        sa.Column("league_id", _ID, sa.ForeignKey("league.id", ondelete="SET NULL")),
    )
    op.create_index("ix_score_period_shown_points", "score", ["period", "shown", "points"])
    op.create_index("ix_score_league_id", "score", ["league_id"])
    op.create_table(
        "board_shape",
        sa.Column("period", sa.String(12), primary_key=True),
        sa.Column("at", _UTC, nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
    )


def downgrade() -> None:
    """Drop them again."""
    op.drop_table("board_shape")
    op.drop_table("score")
    op.drop_table("league")
    op.drop_table("contender")
    with op.batch_alter_table("learner") as table:
        table.drop_column("competes")
