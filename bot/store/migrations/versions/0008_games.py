"""Add live quizzes of rooms, who plays in them and what they answered; a post and a message may belong to a topic of a room."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_UTC = sa.DateTime(timezone=True)


def _of(name: str, table: str) -> sa.Column[int]:
    return sa.Column(name, _ID, sa.ForeignKey(f"{table}.id", ondelete="CASCADE"), primary_key=True)


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "game",
        sa.Column("id", _ID, primary_key=True),
        sa.Column("platform", sa.String(16), nullable=False),
        sa.Column("room", sa.String(64), nullable=False),
        sa.Column("thread", sa.String(64), nullable=False, server_default=""),
        sa.Column("open", sa.Boolean()),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("area", sa.String(32)),
        sa.Column("level", sa.String(8)),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("pace", sa.Integer()),
        sa.Column("typed", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("speed", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("handicap", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("teams", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("host_id", _ID, sa.ForeignKey("learner.id", ondelete="SET NULL")),
        sa.Column("plan", sa.JSON(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("players", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("answered", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("silent", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("created_at", _UTC, nullable=False),
        sa.Column("opened_at", _UTC),
        sa.Column("due_at", _UTC),
        sa.Column("count_at", _UTC),
        sa.Column("counted_at", _UTC, nullable=False),
        sa.Column("wake_at", _UTC),
        sa.Column("closed_at", _UTC),
        sa.Column("settled", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.UniqueConstraint("platform", "room", "thread", "open"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_game_host_id", "game", ["host_id"])
    op.create_index("ix_game_wake_at", "game", ["wake_at"])
    op.create_index("ix_game_settled_closed_at", "game", ["settled", "closed_at"])
    op.create_table(
        "game_player",
        _of("game_id", "game"),
        _of("learner_id", "learner"),
        sa.Column("user", sa.String(64), nullable=False),
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("team", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("worth", sa.Integer(), nullable=False, server_default="100"),
        sa.Column("score", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("right", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("joined_at", _UTC, nullable=False),
        sa.Column("left_at", _UTC),
    )
    op.create_index("ix_game_player_learner_id", "game_player", ["learner_id"])
    op.create_table(
        "game_answer",
        _of("game_id", "game"),
        sa.Column("number", sa.Integer(), primary_key=True),
        _of("learner_id", "learner"),
        sa.Column("chosen", sa.Integer()),
        sa.Column("correct", sa.Boolean(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("elapsed", sa.Integer(), nullable=False),
        sa.Column("changed", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("at", _UTC, nullable=False),
    )
    op.create_index("ix_game_answer_learner_id", "game_answer", ["learner_id"])
    op.add_column("post", sa.Column("thread", sa.String(64)))
    op.add_column("inbox", sa.Column("thread", sa.String(64)))


def downgrade() -> None:
    """Drop them again."""
    op.drop_column("inbox", "thread")
    op.drop_column("post", "thread")
    op.drop_table("game_answer")
    op.drop_table("game_player")
    op.drop_table("game")
