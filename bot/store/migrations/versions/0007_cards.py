"""Add what is remembered of each item, flagged questions, and what a learner said of an answer."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _learner() -> sa.Column[int]:
    return sa.Column("learner_id", _ID, sa.ForeignKey("learner.id", ondelete="CASCADE"), primary_key=True)


def upgrade() -> None:
    """Create the tables; who has answered before gets their cards from those answers when the tutor next ticks."""
    op.create_table(
        "card",
        _learner(),
        sa.Column("item", sa.String(64), primary_key=True),
        sa.Column("area", sa.String(32), nullable=False),
        sa.Column("stability", sa.Float(), nullable=False),
        sa.Column("difficulty", sa.Float(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=False),
        sa.Column("reps", sa.Integer(), nullable=False),
        sa.Column("lapses", sa.Integer(), nullable=False),
        sa.Column("round_id", _ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("was_stability", sa.Float()),
        sa.Column("was_difficulty", sa.Float()),
        sa.Column("was_on", sa.Date()),
    )
    op.create_index("ix_card_learner_id_due_on", "card", ["learner_id", "due_on"])
    op.create_table(
        "bookmark",
        _learner(),
        sa.Column("question", sa.String(64), primary_key=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    op.add_column("attempt", sa.Column("easy", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("attempt", sa.Column("sure", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("attempt", sa.Column("cause", sa.String(12)))
    op.add_column("round", sa.Column("allowed", sa.Integer()))
    op.add_column("round", sa.Column("sure", sa.Integer()))
    op.add_column("learner", sa.Column("reviews", sa.Integer(), nullable=False, server_default="20"))
    op.add_column("learner", sa.Column("time_percent", sa.Integer(), nullable=False, server_default="100"))
    op.add_column("learner", sa.Column("carded", sa.Boolean(), nullable=False, server_default=sa.true()))
    op.execute("UPDATE learner SET carded = false WHERE id IN (SELECT learner_id FROM attempt)")


def downgrade() -> None:
    """Drop them again."""
    for table, columns in (("learner", ("carded", "time_percent", "reviews")), ("round", ("sure", "allowed"))):
        for name in columns:
            op.drop_column(table, name)
    for name in ("cause", "sure", "easy"):
        op.drop_column("attempt", name)
    op.drop_table("bookmark")
    op.drop_table("card")
