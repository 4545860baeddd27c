"""Add sittings of mock exams, and what is written for each of their questions."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_UTC = sa.DateTime(timezone=True)


def _learner() -> sa.Column[int]:
    return sa.Column("learner_id", _ID, sa.ForeignKey("learner.id", ondelete="CASCADE"), nullable=False)


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "sitting",
        sa.Column("id", _ID, primary_key=True),
        _learner(),
        sa.Column("round_id", _ID, sa.ForeignKey("round.id", ondelete="CASCADE"), nullable=False, unique=True),
        sa.Column("size", sa.String(8), nullable=False),
        sa.Column("mock", sa.Integer()),
        sa.Column("started_at", _UTC, nullable=False),
        sa.Column("allowed", sa.Integer()),
        sa.Column("due_at", _UTC),
        sa.Column("wake_at", _UTC),
        sa.Column("since", _UTC),
        sa.Column("paused_at", _UTC),
        sa.Column("away", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("asked_at", _UTC),
        sa.Column("closed_at", _UTC),
        sa.Column("platform", sa.String(16), nullable=False),
        sa.Column("user", sa.String(64), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_sitting_learner_id", "sitting", ["learner_id"])
    op.create_index("ix_sitting_wake_at", "sitting", ["wake_at"])
    op.create_table(
        "sitting_answer",
        sa.Column("sitting_id", _ID, sa.ForeignKey("sitting.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("number", sa.Integer(), primary_key=True),
        _learner(),
        sa.Column("area", sa.String(32)),
        sa.Column("chosen", sa.Integer()),
        sa.Column("first", sa.Integer()),
        sa.Column("flagged", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("seconds", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("at", _UTC),
        sa.Column("day", sa.Date()),
        sa.Column("minute", sa.Integer()),
    )
    op.create_index("ix_sitting_answer_learner_id", "sitting_answer", ["learner_id"])


def downgrade() -> None:
    """Drop them again."""
    op.drop_table("sitting_answer")
    op.drop_table("sitting")
