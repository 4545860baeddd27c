"""Add to rooms what their question of the day comes from and how it is shown, and questions that members propose."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_UTC = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add columns and create the table."""
    op.add_column("club", sa.Column("pack", sa.String(64)))
    op.add_column("club", sa.Column("ping", sa.String(32)))
    op.add_column("club", sa.Column("pin", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("club", sa.Column("discuss", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("club", sa.Column("keeper", sa.String(64)))
    op.create_table(
        "proposal",
        sa.Column("id", _ID, primary_key=True),
        sa.Column("platform", sa.String(16), nullable=False),
        sa.Column("room", sa.String(64), nullable=False),
        sa.Column("learner_id", _ID, sa.ForeignKey("learner.id", ondelete="CASCADE"), nullable=False),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("area", sa.String(32), nullable=False, server_default=""),
        sa.Column("stem", sa.Text(), nullable=False, server_default=""),
        sa.Column("options", sa.JSON(), nullable=False),
        sa.Column("key", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("why", sa.JSON(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False, server_default=""),
        sa.Column("at", _UTC, nullable=False),
        sa.Column("judge", sa.String(64)),
        sa.Column("shown_at", _UTC),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_proposal_platform_room_state", "proposal", ["platform", "room", "state"])
    op.create_index("ix_proposal_learner_id", "proposal", ["learner_id"])


def downgrade() -> None:
    """Drop them again."""
    op.drop_table("proposal")
    with op.batch_alter_table("club") as table:
        for name in ("pack", "ping", "pin", "discuss", "keeper"):
            table.drop_column(name)
