"""Keep how long an answer took, which questions are set aside, and which key each had."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_UTC = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Create the column and the tables."""
    op.add_column("attempt", sa.Column("seconds", sa.Integer()))
    op.create_index("ix_attempt_question", "attempt", ["question"])
    op.create_table(
        "quarantine",
        sa.Column("question", sa.String(64), primary_key=True),
        sa.Column("why", sa.String(160), nullable=False),
        sa.Column("at", _UTC, nullable=False),
        sa.Column("open", sa.Boolean(), nullable=False, server_default=sa.true()),
    )
    op.create_table(
        "item_key",
        sa.Column("question", sa.String(64), primary_key=True),
        sa.Column("options", sa.JSON(), nullable=False),
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("at", _UTC, nullable=False),
    )


def downgrade() -> None:
    """Drop them again."""
    op.drop_table("item_key")
    op.drop_table("quarantine")
    op.drop_index("ix_attempt_question", "attempt")
    op.drop_column("attempt", "seconds")
