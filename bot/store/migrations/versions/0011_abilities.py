"""Add what the answers of each area say, and how hard questions turned out to be."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Create the tables; what they hold is worked out of the answers when it is first asked for."""
    op.create_table(
        "ability",
        sa.Column(
            "learner_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.ForeignKey("learner.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("area", sa.String(32), primary_key=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.Column("timed", sa.Float(), nullable=False),
        sa.Column("answered", sa.Integer(), nullable=False),
        sa.Column("right", sa.Integer(), nullable=False),
        sa.Column("new", sa.Integer(), nullable=False),
    )
    op.create_table(
        "item_level",
        sa.Column("question", sa.String(64), primary_key=True),
        sa.Column("level", sa.Float(), nullable=False),
        sa.Column("answers", sa.Integer(), nullable=False),
    )
    op.create_index("ix_attempt_learner_id_question", "attempt", ["learner_id", "question"])


def downgrade() -> None:
    """Drop them again."""
    op.drop_index("ix_attempt_learner_id_question", "attempt")
    op.drop_table("item_level")
    op.drop_table("ability")
