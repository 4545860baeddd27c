"""Add what a room has set for itself, its members, its boards and its question of the day."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _room() -> tuple[sa.Column[str], sa.Column[str]]:
    return sa.Column("platform", sa.String(16), primary_key=True), sa.Column("room", sa.String(64), primary_key=True)


def _learner() -> sa.Column[int]:
    return sa.Column("learner_id", _ID, sa.ForeignKey("learner.id", ondelete="CASCADE"), primary_key=True)


def upgrade() -> None:
    """Create the tables."""
    op.add_column("game", sa.Column("kind", sa.String(8), nullable=False, server_default="live"))
    op.add_column("game", sa.Column("day", sa.Date()))
    op.create_table(
        "club",
        *_room(),
        sa.Column("thread", sa.String(64), nullable=False, server_default=""),
        sa.Column("zone", sa.String(64), nullable=False),
        sa.Column("asks", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("minute", sa.Integer(), nullable=False, server_default="540"),
        sa.Column("days", sa.Integer(), nullable=False, server_default="127"),
        sa.Column("area", sa.String(32)),
        sa.Column("lasts", sa.Integer(), nullable=False, server_default="720"),
        sa.Column("next_at", sa.DateTime(timezone=True)),
        sa.Column("streak", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("longest", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("quiet_from", sa.Integer()),
        sa.Column("quiet_to", sa.Integer()),
    )
    op.create_index("ix_club_next_at", "club", ["next_at"])
    op.create_table(
        "club_member",
        *_room(),
        _learner(),
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("banned", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    op.create_index("ix_club_member_learner_id", "club_member", ["learner_id"])
    op.create_table(
        "point",
        *_room(),
        _learner(),
        sa.Column("question", sa.String(64), primary_key=True),
        sa.Column("week", sa.Date(), primary_key=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
    )
    op.create_index("ix_point_learner_id", "point", ["learner_id"])
    op.create_index("ix_point_platform_room_day", "point", ["platform", "room", "day"])


def downgrade() -> None:
    """Drop them again."""
    op.drop_table("point")
    op.drop_table("club_member")
    op.drop_table("club")
    op.drop_column("game", "day")
    op.drop_column("game", "kind")
