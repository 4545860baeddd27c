"""Add what pushes and streaks need; the streaks so far are worked out of the answers."""

from datetime import timedelta

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_UTC = sa.DateTime(timezone=True)
_LEARNER: tuple[sa.Column[object], ...] = (
    sa.Column("daily_since", _UTC),
    sa.Column("push_days", sa.Integer(), nullable=False, server_default="127"),
    sa.Column("hour_learned", sa.Boolean(), nullable=False, server_default=sa.false()),
    sa.Column("usual_minute", sa.Integer()),
    sa.Column("paused_until", sa.Date()),
    sa.Column("quiet_from", sa.Integer(), nullable=False, server_default="1320"),
    sa.Column("quiet_to", sa.Integer(), nullable=False, server_default="480"),
    sa.Column("reminders", sa.Boolean(), nullable=False, server_default=sa.true()),
    sa.Column("remind_minute", sa.Integer()),
    sa.Column("reminded_on", sa.Date()),
    sa.Column("news", sa.Boolean(), nullable=False, server_default=sa.true()),
    sa.Column("snoozed_until", _UTC),
    sa.Column("counted_down_on", sa.Date()),
    sa.Column("seen_on", sa.Date()),
    sa.Column("farewell_on", sa.Date()),
    sa.Column("moved_on", sa.Date()),
    sa.Column("goal", sa.Integer(), nullable=False, server_default="1"),
    sa.Column("streak", sa.Integer(), nullable=False, server_default="0"),
    sa.Column("longest", sa.Integer(), nullable=False, server_default="0"),
    sa.Column("freezes", sa.Integer(), nullable=False, server_default="0"),
    sa.Column("freeze_steps", sa.Integer(), nullable=False, server_default="0"),
    sa.Column("settled_on", sa.Date()),
    sa.Column("streaks_hidden", sa.Boolean(), nullable=False, server_default=sa.false()),
)


def upgrade() -> None:
    """Create the columns and tables, then fill them for those who are there."""
    for column in _LEARNER:
        op.add_column("learner", sa.Column(column.name, column.type, nullable=column.nullable, server_default=column.server_default))
    op.drop_column("learner", "next_push_day")
    op.add_column("account", sa.Column("seen_on", sa.Date()))
    op.add_column("post", sa.Column("lane", sa.Integer(), nullable=False, server_default="2"))
    op.add_column("post", sa.Column("sent_at", _UTC))
    op.drop_index("ix_post_state_due_at", "post")
    op.create_index("ix_post_state_lane_due_at", "post", ["state", "lane", "due_at"])
    op.create_index("ix_post_state_expires_at", "post", ["state", "expires_at"])
    op.create_table(
        "study_day",
        sa.Column("learner_id", _ID, sa.ForeignKey("learner.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("day", sa.Date(), primary_key=True),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("answered", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("correct", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("minute", sa.Integer()),
    )
    op.create_table(
        "broadcast",
        sa.Column("id", _ID, primary_key=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("platform", sa.String(16)),
        sa.Column("created_at", _UTC, nullable=False),
        sa.Column("after_learner", _ID, nullable=False, server_default="0"),
        sa.Column("planned", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("open", sa.Boolean(), nullable=False, server_default=sa.true()),
    )
    op.create_table("pulse", sa.Column("name", sa.String(16), primary_key=True), sa.Column("at", _UTC, nullable=False))
    op.create_table(
        "outage",
        sa.Column("id", _ID, primary_key=True),
        sa.Column("start_at", _UTC, nullable=False),
        sa.Column("end_at", _UTC, nullable=False),
    )
    op.create_index("ix_outage_end_at", "outage", ["end_at"])
    _fill()


def _fill() -> None:
    """Work out study days and streaks of the answers there are; whoever has answered was last seen on the last of those days."""
    connection = op.get_bind()
    connection.execute(
        sa.text(
            "INSERT INTO study_day (learner_id, day, kind, answered, correct) "
            "SELECT learner_id, day, 'done', COUNT(*), SUM(CASE WHEN correct THEN 1 ELSE 0 END) FROM attempt GROUP BY learner_id, day"
        )
    )
    days = sa.table("study_day", sa.column("learner_id", _ID), sa.column("day", sa.Date()))
    person = sa.table(
        "learner",
        sa.column("id", _ID),
        *(sa.column(name, sa.Integer()) for name in ("streak", "longest", "freeze_steps")),
        *(sa.column(name, sa.Date()) for name in ("settled_on", "seen_on", "pushed_on")),
    )
    answered: dict[int, list] = {}  # type: ignore[type-arg]
    for number, day in connection.execute(sa.select(days.c.learner_id, days.c.day).order_by(days.c.day)):
        answered.setdefault(number, []).append(day)
    for number, mine in answered.items():
        length = longest = 0
        for place, day in enumerate(mine):
            length = length + 1 if place and day - mine[place - 1] == timedelta(days=1) else 1
            longest = max(longest, length)
        connection.execute(
            sa.update(person)
            .where(person.c.id == number)
            .values(streak=length, longest=longest, freeze_steps=length % 7, settled_on=mine[-1], seen_on=mine[-1])
        )
    connection.execute(sa.update(person).where(person.c.seen_on.is_(None)).values(seen_on=person.c.pushed_on))


def downgrade() -> None:
    """Drop them again."""
    for table in ("outage", "pulse", "broadcast", "study_day"):
        op.drop_table(table)
    op.drop_index("ix_post_state_expires_at", "post")
    op.drop_index("ix_post_state_lane_due_at", "post")
    op.create_index("ix_post_state_due_at", "post", ["state", "due_at"])
    op.drop_column("post", "sent_at")
    op.drop_column("post", "lane")
    op.drop_column("account", "seen_on")
    op.add_column("learner", sa.Column("next_push_day", sa.Date()))
    for column in reversed(_LEARNER):
        op.drop_column("learner", column.name)
