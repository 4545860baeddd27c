"""Keep which release of a code set was told to those whom it touches."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "announcement",
        sa.Column("release", sa.String(48), primary_key=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("after_learner", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False, server_default="0"),
        sa.Column("open", sa.Boolean(), nullable=False, server_default=sa.true()),
    )


def downgrade() -> None:
    """Drop it again."""
    op.drop_table("announcement")
