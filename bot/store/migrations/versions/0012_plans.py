"""Add what a plan is made of that nothing else says: hours a week, areas known already."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "study_plan",
        sa.Column(
            "learner_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.ForeignKey("learner.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("hours", sa.Integer()),
        sa.Column("known", sa.JSON(), nullable=False),
    )


def downgrade() -> None:
    """Drop it again."""
    op.drop_table("study_plan")
