"""Add whom duels and what comes in name, by which name a sender is called, and which names on boards are reported or taken down."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    """Add columns."""
    op.add_column("duel", sa.Column("named", sa.String(64)))
    op.add_column("duel", sa.Column("named_as", sa.String(64), nullable=False, server_default=""))
    op.add_column("inbox", sa.Column("handle", sa.String(64)))
    op.add_column("inbox", sa.Column("whom", sa.JSON()))
    op.add_column("contender", sa.Column("reported", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("contender", sa.Column("renamed", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    """Drop them again."""
    with op.batch_alter_table("contender") as table:
        for name in ("reported", "renamed"):
            table.drop_column(name)
    with op.batch_alter_table("inbox") as table:
        for name in ("handle", "whom"):
            table.drop_column(name)
    with op.batch_alter_table("duel") as table:
        for name in ("named", "named_as"):
            table.drop_column(name)
