"""Add classes: an instructor, members by a code, assignments of fixed questions, and who has begun them."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_UTC = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "classroom",
        sa.Column("id", _ID, primary_key=True),
        sa.Column("title", sa.String(60), nullable=False),
        sa.Column("code", sa.String(16), nullable=False),
        sa.Column("created_at", _UTC, nullable=False),
        sa.Column("until", _UTC, nullable=False),
        sa.UniqueConstraint("code", name="uq_classroom_code"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_classroom_until", "classroom", ["until"])
    op.create_table(
        "class_member",
        sa.Column("class_id", _ID, sa.ForeignKey("classroom.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("learner_id", _ID, sa.ForeignKey("learner.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("teaches", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("shares", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("reminders", sa.Boolean(), nullable=False, server_default=sa.true()),
        sa.Column("joined_at", _UTC, nullable=False),
    )
    op.create_index("ix_class_member_learner_id", "class_member", ["learner_id"])
    op.create_table(
        "assignment",
        sa.Column("id", _ID, primary_key=True),
        sa.Column("class_id", _ID, sa.ForeignKey("classroom.id", ondelete="CASCADE"), nullable=False),
        sa.Column("about", sa.String(80), nullable=False),
        sa.Column("questions", sa.JSON(), nullable=False),
        sa.Column("due_at", _UTC, nullable=False),
        sa.Column("created_at", _UTC, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_assignment_class_id_due_at", "assignment", ["class_id", "due_at"])
    op.create_table(
        "assignment_work",
        sa.Column("assignment_id", _ID, sa.ForeignKey("assignment.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("learner_id", _ID, sa.ForeignKey("learner.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("round_id", _ID, sa.ForeignKey("round.id", ondelete="SET NULL")),
        sa.Column("wake_at", _UTC),
    )
    for column in ("learner_id", "round_id", "wake_at"):
        op.create_index(f"ix_assignment_work_{column}", "assignment_work", [column])
    op.create_table(
        "wrong_code",
        sa.Column("learner_id", _ID, sa.ForeignKey("learner.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("since", _UTC, nullable=False),
    )


def downgrade() -> None:
    """Drop them again."""
    for table in ("wrong_code", "assignment_work", "assignment", "class_member", "classroom"):
        op.drop_table(table)
