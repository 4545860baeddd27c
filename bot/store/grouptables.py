"""The tables of what groups do together. They hang on those of :mod:`bot.store.tables`; the package imports both."""

from sqlalchemy import JSON, Boolean, Column, Date, ForeignKey, Index, Integer, String, Table, Text, UniqueConstraint, false

from bot.store.tables import _Id as ID
from bot.store.tables import metadata
from bot.store.utc import Utc

# Live quizzes of rooms. What a player scored is worked out of the answers, question by question, as each is closed.
game = Table(
    "game",
    metadata,
    Column("id", ID, primary_key=True),
    Column("platform", String(16), nullable=False),
    Column("room", String(64), nullable=False),
    Column("thread", String(64), nullable=False, server_default=""),  # the topic of the room, where it has topics
    Column("open", Boolean),  # true, or nothing once it is over: a topic has one at a time
    Column("state", String(8), nullable=False),  # lobby, asking, pause, over
    Column("area", String(32)),
    Column("level", String(8)),
    Column("size", Integer, nullable=False),  # how many questions are wanted
    Column("pace", Integer),  # seconds for a question, nothing without a clock
    Column("typed", Boolean, nullable=False, server_default=false()),
    Column("speed", Boolean, nullable=False, server_default=false()),
    Column("handicap", Boolean, nullable=False, server_default=false()),
    Column("teams", Integer, nullable=False, server_default="0"),
    Column("host_id", ID, ForeignKey("learner.id", ondelete="SET NULL"), index=True),
    Column("plan", JSON, nullable=False),  # a list of [question id, order of its options as authored places]
    Column("number", Integer, nullable=False, server_default="0"),  # of the question on display, from 1
    Column("players", Integer, nullable=False, server_default="0"),  # who is in and has not left
    Column("answered", Integer, nullable=False, server_default="0"),  # of the players, to the question on display
    Column("silent", Integer, nullable=False, server_default="0"),  # questions in a row that nobody answered
    Column("created_at", Utc, nullable=False),
    Column("opened_at", Utc),  # when the question on display was put
    Column("due_at", Utc),  # when what is on display ends
    Column("count_at", Utc),  # when the count of answers is to be shown again
    Column("counted_at", Utc, nullable=False),  # when it was last shown
    Column("wake_at", Utc, index=True),  # the earlier of the two before: when something is next to be done
    Column("closed_at", Utc),
    Column("settled", Boolean, nullable=False, server_default=false()),  # whether the answers have gone to everybody's own history
    Column("kind", String(8), nullable=False, server_default="live"),  # live, or day: the question of the day of a room
    Column("day", Date),  # of a question of the day: the room's date that it is for
    UniqueConstraint("platform", "room", "thread", "open"),
    Index("ix_game_settled_closed_at", "settled", "closed_at"),
    sqlite_autoincrement=True,  # its number stands in buttons for ever
)

game_player = Table(
    "game_player",
    metadata,
    Column("game_id", ID, ForeignKey("game.id", ondelete="CASCADE"), primary_key=True),
    Column("learner_id", ID, ForeignKey("learner.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("user", String(64), nullable=False),
    Column("name", String(64), nullable=False),  # as the platform shows it
    Column("team", Integer, nullable=False, server_default="0"),
    Column("worth", Integer, nullable=False, server_default="100"),  # points for a right answer
    Column("score", Integer, nullable=False, server_default="0"),
    Column("right", Integer, nullable=False, server_default="0"),
    Column("joined_at", Utc, nullable=False),
    Column("left_at", Utc),
)

game_answer = Table(
    "game_answer",
    metadata,
    Column("game_id", ID, ForeignKey("game.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("learner_id", ID, ForeignKey("learner.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("chosen", Integer),  # authored place of the option; nothing for what was typed and fits none
    Column("correct", Boolean, nullable=False),
    Column("points", Integer, nullable=False),
    Column("elapsed", Integer, nullable=False),  # milliseconds from the question to the answer that stands
    Column("changed", Boolean, nullable=False, server_default=false()),
    Column("at", Utc, nullable=False),
)

club = Table(
    "club",
    metadata,
    Column("platform", String(16), primary_key=True),
    Column("room", String(64), primary_key=True),
    Column("thread", String(64), nullable=False, server_default=""),  # the topic to which the question of the day goes
    Column("zone", String(64), nullable=False),
    Column("asks", Boolean, nullable=False, server_default=false()),  # whether there is a question of the day
    Column("minute", Integer, nullable=False, server_default="540"),  # after midnight in the zone
    Column("days", Integer, nullable=False, server_default="127"),  # bit 0 is Monday
    Column("area", String(32)),
    Column("lasts", Integer, nullable=False, server_default="720"),  # minutes for which the question is open
    Column("next_at", Utc, index=True),
    Column("streak", Integer, nullable=False, server_default="0"),  # questions of the day in a row that somebody answered
    Column("longest", Integer, nullable=False, server_default="0"),
    Column("quiet_from", Integer),  # no quiz begins from this minute of the day to that one
    Column("quiet_to", Integer),
    Column("pack", String(64)),  # of which content pack its questions are; "own" for those that members proposed
    Column("ping", String(32)),  # the role of the platform that the question of the day calls
    Column("pin", Boolean, nullable=False, server_default=false()),  # whether the question of the day is pinned
    Column("discuss", Boolean, nullable=False, server_default=false()),  # whether it opens a thread
    Column("keeper", String(64)),  # the user who set one of these: who is told where a right is missing
)

club_member = Table(
    "club_member",
    metadata,
    Column("platform", String(16), primary_key=True),
    Column("room", String(64), primary_key=True),
    Column("learner_id", ID, ForeignKey("learner.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("name", String(64), nullable=False),
    Column("banned", Boolean, nullable=False, server_default=false()),
)

# What stands on boards: a right answer given in a room, once a week for each question, so that repeating one brings nothing.
point = Table(
    "point",
    metadata,
    Column("platform", String(16), primary_key=True),
    Column("room", String(64), primary_key=True),
    Column("learner_id", ID, ForeignKey("learner.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("question", String(64), primary_key=True),
    Column("week", Date, primary_key=True),  # its Monday, in UTC
    Column("day", Date, nullable=False),
    Column("points", Integer, nullable=False),
    Index("ix_point_platform_room_day", "platform", "room", "day"),
)

# Questions that members propose; once approved they are the room's own.
proposal = Table(
    "proposal",
    metadata,
    Column("id", ID, primary_key=True),
    Column("platform", String(16), nullable=False),
    Column("room", String(64), nullable=False),
    Column("learner_id", ID, ForeignKey("learner.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("state", String(8), nullable=False),  # begun, waiting, approved, declined
    Column("area", String(32), nullable=False, server_default=""),
    Column("stem", Text, nullable=False, server_default=""),
    Column("options", JSON, nullable=False),  # four
    Column("key", Integer, nullable=False, server_default="0"),
    Column("why", JSON, nullable=False),  # a reason for each option
    Column("source", Text, nullable=False, server_default=""),
    Column("at", Utc, nullable=False),  # of the last change
    Column("judge", String(64)),  # a mark of the user to whom it was shown as a manager of the room, and when
    Column("shown_at", Utc),
    Index("ix_proposal_platform_room_state", "platform", "room", "state"),
    sqlite_autoincrement=True,  # its number stands in buttons for ever
)

duel = Table(
    "duel",
    metadata,
    Column("id", ID, primary_key=True),
    Column("platform", String(16), nullable=False),
    Column("room", String(64), nullable=False),
    Column("thread", String(64), nullable=False, server_default=""),
    Column("plan", JSON, nullable=False),  # a list of [question id, order of its options as authored places]
    Column("created_at", Utc, nullable=False),
    Column("expires_at", Utc, nullable=False, index=True),
    Column("closed_at", Utc),
    Column("named", String(64)),  # who alone may accept, by their id or as @name; blank once that is settled
    Column("named_as", String(64), nullable=False, server_default=""),  # as they were called
    sqlite_autoincrement=True,
)

duel_player = Table(
    "duel_player",
    metadata,
    Column("duel_id", ID, ForeignKey("duel.id", ondelete="CASCADE"), primary_key=True),
    Column("place", Integer, primary_key=True),  # 1 challenged, 2 accepted
    Column("learner_id", ID, ForeignKey("learner.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("name", String(64), nullable=False),
    Column("round_id", ID, ForeignKey("round.id", ondelete="SET NULL"), index=True),  # their own round, once they have begun
)
