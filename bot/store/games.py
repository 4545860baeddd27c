"""Named queries about games: live quizzes of rooms, who plays in them, what they answered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, and_, bindparam, case, delete, exists, func, or_, select, update

from bot.store.grouptables import game, game_answer, game_player
from bot.store.rounds import Step
from bot.store.statements import insert_new
from bot.store.tables import inbox, learner, pulse

PULSE = "games"
HELD_UP = timedelta(seconds=5)
"""Without a look at the games for longer, the tutor was away; while one goes on, it looks once a second."""


@dataclass(frozen=True, slots=True)
class Game:
    """One live quiz. ``number`` is the question on display, counted from 1; ``plan`` is empty until it starts.

    ``state`` is lobby, asking, pause (between two questions) or over. ``pace`` is in seconds, None without a clock.
    """

    id: int
    platform: str
    room: str
    thread: str
    state: str
    area: str | None
    level: str | None
    size: int
    pace: int | None
    typed: bool
    speed: bool
    handicap: bool
    teams: int
    host_id: int | None
    plan: tuple[Step, ...]
    number: int
    players: int
    answered: int
    silent: int
    created_at: datetime
    opened_at: datetime | None
    due_at: datetime | None
    count_at: datetime | None
    counted_at: datetime
    closed_at: datetime | None
    kind: str = "live"
    day: date | None = None

    @property
    def step(self) -> Step:
        """The question on display."""
        return self.plan[self.number - 1]

    @property
    def of(self) -> int:
        """How many questions it has."""
        return len(self.plan) or self.size


@dataclass(frozen=True, slots=True)
class Player:
    """Somebody in a game, with what they scored up to the last question that is closed."""

    game_id: int
    learner_id: int
    user: str
    name: str
    team: int
    worth: int
    score: int
    right: int
    joined_at: datetime
    left_at: datetime | None
    hidden: bool = False
    """Whether they want to be on no board."""


@dataclass(frozen=True, slots=True)
class Given:
    """One answer in a game. ``chosen`` is an authored place, None for what was typed and is no option; ``elapsed`` is in milliseconds."""

    game_id: int
    number: int
    learner_id: int
    chosen: int | None
    correct: bool
    points: int
    elapsed: int
    changed: bool
    at: datetime


GAME = tuple(game.c[name] for name in Game.__dataclass_fields__)
PLAYER = tuple(game_player.c[name] for name in Player.__dataclass_fields__ if name != "hidden")
GIVEN = tuple(game_answer.c[name] for name in Given.__dataclass_fields__)
# Every tap asks these, so they are made once.
_FIND = select(*GAME).where(game.c.id == bindparam("this"))
_LOCK = _FIND.with_for_update()


def as_game(row: Row[Any]) -> Game:
    """Read a row."""
    values = row._asdict()
    return Game(**values | {"plan": tuple(Step(question, tuple(order)) for question, order in values["plan"])})


def open_in(connection: Connection, platform: str, room: str, thread: str) -> Game | None:
    """Find the game that is on in a topic of a room."""
    mine = (game.c.platform == platform, game.c.room == room, game.c.thread == thread, game.c.open)
    row = connection.execute(select(*GAME).where(*mine)).first()
    return as_game(row) if row else None


def on_in(connection: Connection, platform: str, room: str) -> list[Game]:
    """List the games that are on in a room, in any topic, and its question of the day."""
    mine = (game.c.platform == platform, game.c.room == room, game.c.closed_at.is_(None))
    return [as_game(row) for row in connection.execute(select(*GAME).where(*mine).order_by(game.c.id).with_for_update())]


def last_in(connection: Connection, platform: str, room: str, thread: str) -> Game | None:
    """Find the game of a topic that ended last."""
    mine = [game.c.platform == platform, game.c.room == room, game.c.thread == thread, game.c.kind == "live"]
    mine += [game.c.state == "over", game.c.number > 0]
    row = connection.execute(select(*GAME).where(*mine).order_by(game.c.closed_at.desc(), game.c.id.desc()).limit(1)).first()
    return as_game(row) if row else None


def find(connection: Connection, game_id: int, *, lock: bool = False) -> Game | None:
    """Find a game by its number; ``lock`` it where it will be changed."""
    row = connection.execute(_LOCK if lock else _FIND, {"this": game_id}).first()
    return as_game(row) if row else None


def open_lobby(connection: Connection, platform: str, room: str, thread: str, now: datetime, **values: object) -> Game | None:
    """Open a lobby; None where a game is on in that topic."""
    new = {"platform": platform, "room": room, "thread": thread, "open": True, "state": "lobby", "plan": [], "created_at": now}
    if not insert_new(connection, game, **new, counted_at=now, wake_at=values["due_at"], **values):
        return None
    return open_in(connection, platform, room, thread)


def change(connection: Connection, of: Game, **values: Any) -> Game:  # noqa: ANN401  # columns of every type
    """Change columns of a game that is locked, and with them when it is next to be looked at; returns it as it is now."""
    after = replace(of, **values)
    if "plan" in values:
        values["plan"] = [[step.question, list(step.order)] for step in after.plan]
    connection.execute(update(game).where(game.c.id == of.id).values(**values, wake_at=wake(after.due_at, after.count_at)))
    return after


def wake(*moments: datetime | None) -> datetime | None:
    """Tell which of some moments comes first."""
    return min((one for one in moments if one is not None), default=None)


def close(connection: Connection, of: Game, now: datetime, **values: object) -> Game:
    """End a game; its answers are to go to everybody's own history."""
    ended = {"state": "over", "closed_at": now, "due_at": None, "count_at": None}
    connection.execute(update(game).where(game.c.id == of.id).values(open=None))
    return change(connection, of, **ended, **values)


def join(connection: Connection, of: Game, learner_id: int, user: str, name: str, team: int, worth: int, now: datetime) -> bool:
    """Take somebody in, or back in; False where they are in."""
    values = {"game_id": of.id, "learner_id": learner_id, "user": user, "name": name, "team": team, "worth": worth, "joined_at": now}
    if not insert_new(connection, game_player, **values):
        mine = (game_player.c.game_id == of.id, game_player.c.learner_id == learner_id, game_player.c.left_at.is_not(None))
        back = update(game_player).where(*mine).values(left_at=None).returning(game_player.c.learner_id)
        if connection.execute(back).first() is None:
            return False
    connection.execute(update(game).where(game.c.id == of.id).values(players=game.c.players + 1))
    return True


def leave(connection: Connection, of: Game, learner_id: int, now: datetime) -> bool:
    """Let somebody go; what they scored stays. False where they are not in."""
    mine = (game_player.c.game_id == of.id, game_player.c.learner_id == learner_id, game_player.c.left_at.is_(None))
    if connection.execute(update(game_player).where(*mine).values(left_at=now).returning(game_player.c.learner_id)).first() is None:
        return False
    given = exists().where(
        game_answer.c.game_id == of.id, game_answer.c.number == of.number, game_answer.c.learner_id == learner_id, game.c.state == "asking"
    )
    values = {"players": game.c.players - 1, "answered": game.c.answered - case((given, 1), else_=0)}
    connection.execute(update(game).where(game.c.id == of.id).values(**values))
    return True


def players(connection: Connection, game_ids: Iterable[int]) -> dict[int, list[Player]]:
    """List who plays in games, in the order in which they came; also who has left."""
    found: dict[int, list[Player]] = {number: [] for number in game_ids}
    query = select(*PLAYER, learner.c.streaks_hidden).join(learner).where(game_player.c.game_id.in_(list(found)))
    for row in connection.execute(query.order_by(game_player.c.joined_at, game_player.c.learner_id)):
        found[row.game_id].append(Player(*row))
    return found


def answers(connection: Connection, at: Iterable[tuple[int, int]]) -> dict[int, list[Given]]:
    """List what was answered in games, each at one of its questions, given as (game, number)."""
    by_number: dict[int, list[int]] = {}
    for number, place in at:
        by_number.setdefault(place, []).append(number)
    found: dict[int, list[Given]] = {}
    for place, numbers in by_number.items():
        query = select(*GIVEN).where(game_answer.c.number == place, game_answer.c.game_id.in_(numbers))
        for row in connection.execute(query.order_by(game_answer.c.game_id, game_answer.c.learner_id)):
            found.setdefault(row.game_id, []).append(Given(*row))
    return found


def all_answers(connection: Connection, game_id: int) -> list[Given]:
    """List everything that was answered in a game, question by question."""
    query = select(*GIVEN).where(game_answer.c.game_id == game_id)
    return [Given(*row) for row in connection.execute(query.order_by(game_answer.c.number, game_answer.c.learner_id))]


def count_in(connection: Connection, game_ids: Sequence[int]) -> None:
    """Add to the score of everybody what they got for the question on display of these games. It is done once for each question."""
    got = (
        select(game_answer.c.points, game_answer.c.correct)
        .join(game, and_(game.c.id == game_answer.c.game_id, game.c.number == game_answer.c.number))
        .where(game_answer.c.game_id == game_player.c.game_id, game_answer.c.learner_id == game_player.c.learner_id)
    )
    points = got.with_only_columns(game_answer.c.points).scalar_subquery()
    right = got.with_only_columns(case((game_answer.c.correct, 1), else_=0)).scalar_subquery()
    values = {"score": game_player.c.score + points, "right": game_player.c.right + right}
    connection.execute(update(game_player).where(game_player.c.game_id.in_(game_ids), got.exists()).values(**values))


def due(connection: Connection, now: datetime, limit: int) -> list[Game]:
    """List games about which something is to be done, longest due first, locked for change."""
    query = select(*GAME).where(game.c.wake_at <= now).order_by(game.c.wake_at, game.c.id).limit(limit)
    return [as_game(row) for row in connection.execute(query.with_for_update(skip_locked=True))]


def next_due(connection: Connection) -> datetime | None:
    """Tell when something is next to be done about a game."""
    return connection.execute(select(game.c.wake_at).where(game.c.wake_at.is_not(None)).order_by(game.c.wake_at).limit(1)).scalar()


def unheard(connection: Connection, games: Sequence[Game]) -> set[int]:
    """Tell in which of these games something lies in the inbox that came before its question ended and was not read yet."""
    rooms = {(of.platform, of.room): of for of in games if of.due_at is not None}
    if not rooms:
        return set()
    waiting = select(inbox.c.platform, inbox.c.room, func.min(inbox.c.at).label("at")).where(
        inbox.c.state == "new", inbox.c.room.is_not(None)
    )
    found = set()
    for row in connection.execute(waiting.group_by(inbox.c.platform, inbox.c.room)):
        of = rooms.get((row.platform, row.room))
        if of is not None and of.due_at is not None and row.at <= of.due_at:
            found.add(of.id)
    return found


_MOVING = ("state", "number", "answered", "silent", "opened_at", "due_at", "count_at", "counted_at", "closed_at")
_MOVE = (
    update(game)
    .where(game.c.id == bindparam("this"))
    .values({name: bindparam(f"new_{name}") for name in _MOVING} | {"wake_at": bindparam("wake"), "open": bindparam("on")})
)


def write_many(connection: Connection, found: Sequence[Game]) -> None:
    """Write many games down as they are now."""
    if found:
        rows = [
            {
                "this": of.id,
                "wake": wake(of.due_at, of.count_at),
                "on": True if of.state != "over" and of.kind == "live" else None,
                **{f"new_{name}": getattr(of, name) for name in _MOVING},
            }
            for of in found
        ]
        connection.execute(_MOVE, rows)


def wake_many(connection: Connection, game_ids: Sequence[int], at: datetime) -> None:
    """Have games looked at again at a moment."""
    connection.execute(update(game).where(game.c.id.in_(game_ids)).values(wake_at=at))


def playing(connection: Connection) -> dict[str, int]:
    """Count the games that are on, by platform."""
    rows = connection.execute(select(game.c.platform, func.count().label("count_")).where(game.c.open).group_by(game.c.platform))
    return {row.platform: row.count_ for row in rows}


def met_in(connection: Connection, platform: str, room: str, since: datetime) -> dict[str, datetime]:
    """Tell which questions a room has had since a moment, and when last."""
    mine = (game.c.platform == platform, game.c.room == room, game.c.created_at > since)
    rows = connection.execute(select(game.c.plan, game.c.created_at).where(*mine).order_by(game.c.created_at))
    return {question: row.created_at for row in rows for question, _order in row.plan}


def beat(connection: Connection, now: datetime) -> timedelta:
    """Note that the games are looked after; returns for how long they were not, before this."""
    last: datetime | None = connection.execute(select(pulse.c.at).where(pulse.c.name == PULSE).with_for_update()).scalar()
    if last is None:
        insert_new(connection, pulse, name=PULSE, at=now)
        return timedelta(0)
    if now != last:
        connection.execute(update(pulse).where(pulse.c.name == PULSE).values(at=now))
    return max(now - last, timedelta(0))


def looked_after(connection: Connection, now: datetime) -> bool:
    """Say whether games are looked after now; where nobody ever looked, a clock is simulated."""
    until = looked_after_until(connection)
    return until is None or now <= until


def looked_after_until(connection: Connection) -> datetime | None:
    """Tell until when games count as looked after; None where nobody ever looked."""
    last: datetime | None = connection.execute(select(pulse.c.at).where(pulse.c.name == PULSE)).scalar()
    return None if last is None else last + HELD_UP


def make_up(connection: Connection, away: timedelta, now: datetime) -> list[Game]:
    """Give every question on display the time back that passed while nobody could answer it; returns the games as they are now."""
    start = now - away
    query = select(*GAME).where(game.c.open, game.c.due_at.is_not(None), game.c.due_at > start)
    found = []
    for of in [as_game(row) for row in connection.execute(query.with_for_update())]:
        lost = now - max(start, of.opened_at or of.created_at)
        if of.due_at is not None and lost > timedelta(0):
            found.append(change(connection, of, due_at=of.due_at + lost, opened_at=of.opened_at + lost if of.opened_at else None))
    return found


def set_player(connection: Connection, of: Game, learner_id: int, **values: object) -> None:
    """Change the team of a player, or what a right answer is worth to them."""
    mine = (game_player.c.game_id == of.id, game_player.c.learner_id == learner_id)
    connection.execute(update(game_player).where(*mine).values(**values))


def totals(connection: Connection, games: Sequence[Game]) -> dict[int, tuple[int, int]]:
    """Count the right answers of games and all of them, up to the question that is closed last."""
    right = func.sum(case((game_answer.c.correct, 1), else_=0))
    query = select(game_answer.c.game_id, right.label("right"), func.count().label("all_")).join(game)
    mine = (game_answer.c.game_id.in_([of.id for of in games]), game_answer.c.number <= game.c.number)
    return {row.game_id: (int(row.right), int(row.all_)) for row in connection.execute(query.where(*mine).group_by(game_answer.c.game_id))}


def hand_over(connection: Connection, into: int, other: int) -> None:
    """Give one learner the games of another. Of a game that both were in, that of ``into`` stays."""
    for table in (game_player, game_answer):
        theirs = table.alias()
        same = [theirs.c[column.name] == column for column in table.primary_key.columns if column.name != "learner_id"]
        had = exists().where(theirs.c.learner_id == into, *same)
        connection.execute(delete(table).where(table.c.learner_id == other, had))
        connection.execute(update(table).where(table.c.learner_id == other).values(learner_id=into))
    connection.execute(update(game).where(game.c.host_id == other).values(host_id=into))


def prune(connection: Connection, before: datetime) -> None:
    """Delete games that ended, or were opened and forgotten, long ago; what was answered stays in everybody's own history."""
    connection.execute(delete(game).where(or_(game.c.closed_at < before, and_(game.c.open, game.c.created_at < before))))
