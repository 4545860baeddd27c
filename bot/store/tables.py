"""Everything the tutor remembers about people, as tables.

Times are UTC and aware (:class:`bot.store.utc.Utc`); days are calendar dates where the learner lives, stored as such and never
derived from an instant. Deleting a learner deletes every row that hangs on it.
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    true,
)

from bot.store.utc import Utc

_Id = BigInteger().with_variant(Integer, "sqlite")  # SQLite numbers rows by itself only for INTEGER keys

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _learner(nullable: bool = False) -> Column[int]:
    return Column("learner_id", _Id, ForeignKey("learner.id", ondelete="CASCADE"), nullable=nullable, index=True)


learner = Table(
    "learner",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("created_at", Utc, nullable=False),
    Column("zone", String(64), nullable=False),
    Column("push_minute", Integer, nullable=False),  # minutes after local midnight
    Column("daily", Boolean, nullable=False, server_default=false()),
    Column("exam_on", Date),
    Column("pace", String(8)),  # full or part, nothing where not said
    Column("next_push_at", Utc),
    Column("pushed_on", Date),  # the last of the learner's dates that had its push
    Column("daily_since", Utc),  # when the daily question was switched on; nothing is due from before
    Column("push_days", Integer, nullable=False, server_default="127"),  # bit 0 is Monday
    Column("hour_learned", Boolean, nullable=False, server_default=false()),  # the hour follows when they study
    Column("usual_minute", Integer),  # when they usually study
    Column("paused_until", Date),
    Column("quiet_from", Integer, nullable=False, server_default="1320"),
    Column("quiet_to", Integer, nullable=False, server_default="480"),
    Column("reminders", Boolean, nullable=False, server_default=true()),
    Column("remind_minute", Integer),
    Column("reminded_on", Date),
    Column("news", Boolean, nullable=False, server_default=true()),
    Column("snoozed_until", Utc),
    Column("counted_down_on", Date),
    Column("seen_on", Date),  # the date of their last message or tap
    Column("farewell_on", Date),  # no pushes since, until they write
    Column("moved_on", Date),  # when a journey was last excused
    # The streak as it stands; worked out of study_day, kept so that an answer costs the same after a thousand days.
    Column("goal", Integer, nullable=False, server_default="1"),
    Column("streak", Integer, nullable=False, server_default="0"),
    Column("longest", Integer, nullable=False, server_default="0"),
    Column("freezes", Integer, nullable=False, server_default="0"),
    Column("freeze_steps", Integer, nullable=False, server_default="0"),
    Column("settled_on", Date),
    Column("streaks_hidden", Boolean, nullable=False, server_default=false()),
    Column("reviews", Integer, nullable=False, server_default="20"),  # a day, at most
    Column("time_percent", Integer, nullable=False, server_default="100"),  # of the usual time; 0 for no clock
    Column("carded", Boolean, nullable=False, server_default=true()),  # false where answers are older than cards
    Column("competes", Boolean, nullable=False, server_default=false()),  # on the boards that everybody sees, by consent
    Index("ix_learner_next_push_at", "next_push_at"),
)

study_day = Table(
    "study_day",
    metadata,
    Column("learner_id", _Id, ForeignKey("learner.id", ondelete="CASCADE"), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("kind", String(8), nullable=False),  # open, done, frozen, rest
    Column("answered", Integer, nullable=False, server_default="0"),
    Column("correct", Integer, nullable=False, server_default="0"),
    Column("minute", Integer),  # of the first answer, after local midnight
)

account = Table(
    "account",
    metadata,
    Column("platform", String(16), primary_key=True),
    Column("user", String(64), primary_key=True),
    _learner(),
    Column("unreachable", Boolean, nullable=False, server_default=false()),  # blocked us; until they write again
    Column("seen_on", Date),
)

round = Table(
    "round",
    metadata,
    Column("id", _Id, primary_key=True),
    _learner(),
    Column("kind", String(8), nullable=False),  # daily, quiz, review or exam
    Column("area", String(32)),
    Column("day", Date),  # of a daily round: the learner's date that it is for
    Column("plan", JSON, nullable=False),  # a list of [question id, order of its options as authored places]
    Column("number", Integer, nullable=False),  # of the question on display, from 1
    Column("open", Boolean, nullable=False, server_default=true()),
    Column("started_at", Utc, nullable=False),
    Column("shown_at", Utc, nullable=False),
    Column("allowed", Integer),  # seconds for a question, nothing without a clock
    Column("sure", Integer),  # the number of the question of which they said, before answering, that they are sure
    UniqueConstraint("learner_id", "kind", "day"),
)

attempt = Table(
    "attempt",
    metadata,
    Column("id", _Id, primary_key=True),
    _learner(),
    Column("round_id", _Id, ForeignKey("round.id", ondelete="CASCADE"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("question", String(64), nullable=False),
    Column("area", String(32), nullable=False),
    Column("chosen", Integer, nullable=False),  # authored place of the option
    Column("correct", Boolean, nullable=False),
    Column("at", Utc, nullable=False),
    Column("day", Date, nullable=False),
    Column("seconds", Integer),  # from when the question was shown, where that is known
    Column("easy", Boolean, nullable=False, server_default=false()),  # right, and called easy
    Column("sure", Boolean, nullable=False, server_default=false()),
    Column("cause", String(12)),  # of a miss, as the learner sees it: careless, lookup, rule or knowledge
    UniqueConstraint("round_id", "number"),
    Index("ix_attempt_question", "question"),
    Index("ix_attempt_learner_id_day", "learner_id", "day"),
    Index("ix_attempt_learner_id_question", "learner_id", "question"),
)

quarantine = Table(
    "quarantine",
    metadata,
    Column("question", String(64), primary_key=True),
    Column("why", String(160), nullable=False),
    Column("at", Utc, nullable=False),
    Column("open", Boolean, nullable=False, server_default=true()),  # false once an operator has let it back in
)

item_key = Table(
    "item_key",
    metadata,
    Column("question", String(64), primary_key=True),
    Column("options", JSON, nullable=False),
    Column("key", Integer, nullable=False),  # as it was when last looked at
    Column("at", Utc, nullable=False),
)

sitting = Table(
    "sitting",
    metadata,
    Column("id", _Id, primary_key=True),
    _learner(),
    Column("round_id", _Id, ForeignKey("round.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("size", String(8), nullable=False),  # full, half or quarter
    Column("mock", Integer),  # the mock exam that it is drawn from, nothing for the practice questions
    Column("started_at", Utc, nullable=False),
    Column("allowed", Integer),  # seconds, nothing without a clock
    Column("due_at", Utc),  # when it hands itself in
    Column("wake_at", Utc, index=True),  # when something is next to be done about it: half time, then the end
    Column("since", Utc),  # when the stay at the question on display began
    Column("paused_at", Utc),
    Column("away", Integer, nullable=False, server_default="0"),  # seconds that do not count
    Column("asked_at", Utc),  # when it was asked whether to hand in with questions open
    Column("closed_at", Utc),
    Column("platform", String(16), nullable=False),  # the account on which it goes on
    Column("user", String(64), nullable=False),
    sqlite_autoincrement=True,  # the number of one that was called off stands in buttons and keys
)

sitting_answer = Table(
    "sitting_answer",
    metadata,
    Column("sitting_id", _Id, ForeignKey("sitting.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    _learner(),
    Column("area", String(32)),  # nothing for a question that has left the library
    Column("chosen", Integer),  # authored place of the option
    Column("first", Integer),  # what was chosen first
    Column("flagged", Boolean, nullable=False, server_default=false()),
    Column("seconds", Integer, nullable=False, server_default="0"),
    Column("at", Utc),  # of the last choice, and the learner's date and minute then
    Column("day", Date),
    Column("minute", Integer),
)

report = Table(
    "report",
    metadata,
    Column("id", _Id, primary_key=True),
    _learner(),
    Column("question", String(64), nullable=False, index=True),
    Column("reason", String(16), nullable=False),
    Column("remark", Text),
    Column("at", Utc, nullable=False),
)

search = Table(
    "search",
    metadata,
    Column("id", _Id, primary_key=True),
    _learner(),
    Column("query", String(200), nullable=False),
    Column("codes", JSON, nullable=False),
    Column("at", Utc, nullable=False),
)

daily_question = Table(
    "daily_question",
    metadata,
    Column("day", Date, primary_key=True),
    Column("track", String(16), primary_key=True),
    Column("question", String(64), nullable=False),
)

post = Table(
    "post",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("key", String(96), nullable=False, unique=True),
    _learner(nullable=True),
    Column("platform", String(16), nullable=False),
    Column("user", String(64)),
    Column("room", String(64)),
    Column("reply", JSON, nullable=False),
    Column("state", String(8), nullable=False, server_default="pending"),
    Column("due_at", Utc, nullable=False),
    Column("expires_at", Utc, nullable=False),
    Column("lease_until", Utc),
    Column("tries", Integer, nullable=False, server_default="0"),
    Column("error", Text),
    Column("message", String(64)),  # the platform's own id of what went out
    Column("lane", Integer, nullable=False, server_default="2"),  # lower ones go first
    Column("sent_at", Utc),
    Column("thread", String(64)),  # the topic of the room
    Index("ix_post_state_lane_due_at", "state", "lane", "due_at"),
    Index("ix_post_state_expires_at", "state", "expires_at"),
)

broadcast = Table(
    "broadcast",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("text", Text, nullable=False),
    Column("platform", String(16)),  # only there, where one is named
    Column("created_at", Utc, nullable=False),
    Column("after_learner", _Id, nullable=False, server_default="0"),  # planned up to this one
    Column("planned", Integer, nullable=False, server_default="0"),
    Column("open", Boolean, nullable=False, server_default=true()),
)

announcement = Table(
    "announcement",
    metadata,
    Column("release", String(48), primary_key=True),
    Column("at", Utc, nullable=False),
    Column("after_learner", _Id, nullable=False, server_default="0"),  # told up to this one
    Column("open", Boolean, nullable=False, server_default=true()),
)

pulse = Table("pulse", metadata, Column("name", String(16), primary_key=True), Column("at", Utc, nullable=False))

outage = Table(
    "outage",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("start_at", Utc, nullable=False),
    Column("end_at", Utc, nullable=False, index=True),
)

inbox = Table(
    "inbox",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("platform", String(16), nullable=False),
    Column("update_id", String(64), nullable=False),
    Column("state", String(8), nullable=False, server_default="new"),  # new, answered, shown
    Column("at", Utc, nullable=False),
    # What follows is blank again once the answer is shown; the row itself stays for a while, so that a repeat is known.
    Column("user", String(64)),
    Column("name", String(64)),
    Column("room", String(64)),
    Column("manager", Boolean),
    Column("text", Text),
    Column("address", JSON),
    Column("replies", JSON),
    Column("thread", String(64)),
    Column("handle", String(64)),
    Column("whom", JSON),  # [user, name, whether it is a bot] of the person whom a command names
    UniqueConstraint("platform", "update_id"),
    Index("ix_inbox_state", "state", "id"),
)

slot = Table(
    "slot",
    metadata,
    Column("platform", String(16), primary_key=True),
    Column("chat", String(64), primary_key=True),
    Column("name", String(64), primary_key=True),
    Column("message", String(64), nullable=False),
    Column("at", Utc, nullable=False),
)

unanswered = Table(
    "unanswered",
    metadata,
    Column("words", String(120), primary_key=True),  # with every number left out; nobody's id, no time of day
    Column("times", Integer, nullable=False),
    Column("last_on", Date, nullable=False),
)

link = Table(
    "link",
    metadata,
    Column("digest", String(64), primary_key=True),  # of the code; the code itself is shown once and kept nowhere
    _learner(),
    Column("platform", String(16), nullable=False),
    Column("expires_at", Utc, nullable=False),
)
