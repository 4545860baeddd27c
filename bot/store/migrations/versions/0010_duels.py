"""Add duels: two people, the same questions, each in their own time."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_UTC = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "duel",
        sa.Column("id", _ID, primary_key=True),
        sa.Column("platform", sa.String(16), nullable=False),
        sa.Column("room", sa.String(64), nullable=False),
        sa.Column("thread", sa.String(64), nullable=False, server_default=""),
        sa.Column("plan", sa.JSON(), nullable=False),
        sa.Column("created_at", _UTC, nullable=False),
        sa.Column("expires_at", _UTC, nullable=False),
        sa.Column("closed_at", _UTC),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_duel_expires_at", "duel", ["expires_at"])
    op.create_table(
        "duel_player",
        sa.Column("duel_id", _ID, sa.ForeignKey("duel.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("place", sa.Integer(), primary_key=True),
        sa.Column("learner_id", _ID, sa.ForeignKey("learner.id", ondelete="CASCADE"), nullable=False),
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("round_id", _ID, sa.ForeignKey("round.id", ondelete="SET NULL")),
    )
    op.create_index("ix_duel_player_learner_id", "duel_player", ["learner_id"])
    op.create_index("ix_duel_player_round_id", "duel_player", ["round_id"])


def downgrade() -> None:
    """Drop them again."""
    op.drop_table("duel_player")
    op.drop_table("duel")
