"""Add the log of continuing education: since when somebody is certified, and what they have learned since."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_UTC = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "ceu_record",
        sa.Column("learner_id", _ID, sa.ForeignKey("learner.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date()),
        sa.Column("credentials", sa.Integer(), nullable=False, server_default="1"),
        sa.Column("reminders", sa.Boolean(), nullable=False, server_default=sa.true()),
        sa.Column("wake_at", _UTC),
    )
    op.create_index("ix_ceu_record_wake_at", "ceu_record", ["wake_at"])
    op.create_table(
        "ceu_entry",
        sa.Column("id", _ID, primary_key=True),
        sa.Column("learner_id", _ID, sa.ForeignKey("learner.id", ondelete="CASCADE"), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("hundredths", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(80), nullable=False),
        sa.Column("at", _UTC, nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False, server_default=sa.false()),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_ceu_entry_learner_id", "ceu_entry", ["learner_id"])


def downgrade() -> None:
    """Drop them again."""
    op.drop_table("ceu_entry")
    op.drop_table("ceu_record")
