"""Add what platforms need: inbox, slots, codes that link accounts, who cannot be reached, what could not be answered."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_UTC = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Create the tables and columns."""
    op.add_column("account", sa.Column("unreachable", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("post", sa.Column("message", sa.String(64)))
    op.create_table(
        "inbox",
        sa.Column("id", _ID, primary_key=True),
        sa.Column("platform", sa.String(16), nullable=False),
        sa.Column("update_id", sa.String(64), nullable=False),
        sa.Column("state", sa.String(8), nullable=False, server_default="new"),
        sa.Column("at", _UTC, nullable=False),
        sa.Column("user", sa.String(64)),
        sa.Column("name", sa.String(64)),
        sa.Column("room", sa.String(64)),
        sa.Column("manager", sa.Boolean()),
        sa.Column("text", sa.Text()),
        sa.Column("address", sa.JSON()),
        sa.Column("replies", sa.JSON()),
        sa.UniqueConstraint("platform", "update_id"),
    )
    op.create_index("ix_inbox_state", "inbox", ["state", "id"])
    op.create_table(
        "slot",
        sa.Column("platform", sa.String(16), primary_key=True),
        sa.Column("chat", sa.String(64), primary_key=True),
        sa.Column("name", sa.String(64), primary_key=True),
        sa.Column("message", sa.String(64), nullable=False),
        sa.Column("at", _UTC, nullable=False),
    )
    op.create_table(
        "unanswered",
        sa.Column("words", sa.String(120), primary_key=True),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=False),
    )
    op.create_table(
        "link",
        sa.Column("digest", sa.String(64), primary_key=True),
        sa.Column("learner_id", _ID, sa.ForeignKey("learner.id", ondelete="CASCADE"), nullable=False),
        sa.Column("platform", sa.String(16), nullable=False),
        sa.Column("expires_at", _UTC, nullable=False),
    )
    op.create_index("ix_link_learner_id", "link", ["learner_id"])


def downgrade() -> None:
    """Drop them again."""
    op.drop_table("link")
    op.drop_table("unanswered")
    op.drop_table("slot")
    op.drop_table("inbox")
    op.drop_column("post", "message")
    op.drop_column("account", "unreachable")
