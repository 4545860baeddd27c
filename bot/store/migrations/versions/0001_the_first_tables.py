"""Make the first tables: learners, rounds, attempts, reports, searches, the question of the day, posts."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_UTC = sa.DateTime(timezone=True)


def _key() -> sa.Column[int]:
    return sa.Column("id", _ID, primary_key=True)


def _learner(nullable: bool = False) -> sa.Column[int]:
    return sa.Column("learner_id", _ID, sa.ForeignKey("learner.id", ondelete="CASCADE"), nullable=nullable)


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "learner",
        _key(),
        sa.Column("created_at", _UTC, nullable=False),
        sa.Column("zone", sa.String(64), nullable=False),
        sa.Column("push_minute", sa.Integer(), nullable=False),
        sa.Column("daily", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("exam_on", sa.Date()),
        sa.Column("pace", sa.String(8)),
        sa.Column("next_push_at", _UTC),
        sa.Column("next_push_day", sa.Date()),
        sa.Column("pushed_on", sa.Date()),
    )
    op.create_index("ix_learner_next_push_at", "learner", ["next_push_at"])
    op.create_table(
        "account",
        sa.Column("platform", sa.String(16), primary_key=True),
        sa.Column("user", sa.String(64), primary_key=True),
        _learner(),
    )
    op.create_index("ix_account_learner_id", "account", ["learner_id"])
    op.create_table(
        "round",
        _key(),
        _learner(),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("area", sa.String(32)),
        sa.Column("day", sa.Date()),
        sa.Column("plan", sa.JSON(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("open", sa.Boolean(), nullable=False, server_default=sa.true()),
        sa.Column("started_at", _UTC, nullable=False),
        sa.Column("shown_at", _UTC, nullable=False),
        sa.UniqueConstraint("learner_id", "kind", "day"),
    )
    op.create_index("ix_round_learner_id", "round", ["learner_id"])
    op.create_table(
        "attempt",
        _key(),
        _learner(),
        sa.Column("round_id", _ID, sa.ForeignKey("round.id", ondelete="CASCADE"), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("question", sa.String(64), nullable=False),
        sa.Column("area", sa.String(32), nullable=False),
        sa.Column("chosen", sa.Integer(), nullable=False),
        sa.Column("correct", sa.Boolean(), nullable=False),
        sa.Column("at", _UTC, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.UniqueConstraint("round_id", "number"),
    )
    op.create_index("ix_attempt_learner_id", "attempt", ["learner_id"])
    op.create_index("ix_attempt_learner_id_day", "attempt", ["learner_id", "day"])
    op.create_table(
        "report",
        _key(),
        _learner(),
        sa.Column("question", sa.String(64), nullable=False),
        sa.Column("reason", sa.String(16), nullable=False),
        sa.Column("remark", sa.Text()),
        sa.Column("at", _UTC, nullable=False),
    )
    op.create_index("ix_report_learner_id", "report", ["learner_id"])
    op.create_index("ix_report_question", "report", ["question"])
    op.create_table(
        "search",
        _key(),
        _learner(),
        sa.Column("query", sa.String(200), nullable=False),
        sa.Column("codes", sa.JSON(), nullable=False),
        sa.Column("at", _UTC, nullable=False),
    )
    op.create_index("ix_search_learner_id", "search", ["learner_id"])
    op.create_table(
        "daily_question",
        sa.Column("day", sa.Date(), primary_key=True),
        sa.Column("track", sa.String(16), primary_key=True),
        sa.Column("question", sa.String(64), nullable=False),
    )
    op.create_table(
        "post",
        _key(),
        sa.Column("key", sa.String(96), nullable=False, unique=True),
        _learner(nullable=True),
        sa.Column("platform", sa.String(16), nullable=False),
        sa.Column("user", sa.String(64)),
        sa.Column("room", sa.String(64)),
        sa.Column("reply", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(8), nullable=False, server_default="pending"),
        sa.Column("due_at", _UTC, nullable=False),
        sa.Column("expires_at", _UTC, nullable=False),
        sa.Column("lease_until", _UTC),
        sa.Column("tries", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("error", sa.Text()),
    )
    op.create_index("ix_post_learner_id", "post", ["learner_id"])
    op.create_index("ix_post_state_due_at", "post", ["state", "due_at"])


def downgrade() -> None:
    """Drop the tables, those that hang on others first."""
    for table in ("post", "daily_question", "search", "report", "attempt", "round", "account", "learner"):
        op.drop_table(table)
