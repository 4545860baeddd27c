"""Named queries about clubs: rooms that have set something for themselves, their members, their boards."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, and_, case, delete, exists, func, select, update

from bot.store.grouptables import club, club_member, game, point
from bot.store.statements import insert_many_new, insert_new
from bot.store.tables import learner


@dataclass(frozen=True, slots=True)
class Club:
    """A room and what it has set. Minutes are after midnight in ``zone``; bit 0 of ``days`` is Monday; ``lasts`` is in minutes."""

    platform: str
    room: str
    thread: str
    zone: str
    asks: bool
    minute: int
    days: int
    area: str | None
    lasts: int
    next_at: datetime | None
    streak: int
    longest: int
    quiet_from: int | None
    quiet_to: int | None
    pack: str | None = None
    """The content pack of which its questions are; ``own`` for those that members proposed."""
    ping: str | None = None
    pin: bool = False
    discuss: bool = False
    keeper: str | None = None
    """The user who is told where a right is missing."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """Somebody on a board."""

    learner_id: int
    name: str
    points: int
    right: int
    hidden: bool


_CLUB = tuple(club.c[name] for name in Club.__dataclass_fields__)


def find(connection: Connection, platform: str, room: str) -> Club | None:
    """Find what a room has set."""
    row = connection.execute(select(*_CLUB).where(club.c.platform == platform, club.c.room == room)).first()
    return Club(**row._asdict()) if row else None


def change(connection: Connection, platform: str, room: str, usual: str, **values: Any) -> Club:  # noqa: ANN401  # columns of every type
    """Change what a room has set; returns all of it. ``usual`` is the zone in which it is taken to be until it says."""
    insert_new(connection, club, platform=platform, room=room, zone=usual)
    mine = update(club).where(club.c.platform == platform, club.c.room == room)
    row = connection.execute(mine.values(**values).returning(*_CLUB)).one()
    return Club(**row._asdict())


def due(connection: Connection, now: datetime, limit: int) -> list[Club]:
    """List the rooms whose question of the day is due, longest due first, locked for change."""
    query = select(*_CLUB).where(club.c.next_at <= now).order_by(club.c.next_at).limit(limit)
    return [Club(**row._asdict()) for row in connection.execute(query.with_for_update(skip_locked=True))]


def next_due(connection: Connection) -> datetime | None:
    """Tell when the next question of a day is due."""
    return connection.execute(select(club.c.next_at).where(club.c.next_at.is_not(None)).order_by(club.c.next_at).limit(1)).scalar()


def ask(connection: Connection, of: Club, day: date, plan: Sequence[object], now: datetime, until: datetime) -> int | None:
    """Write a question of the day down as a game of one question; None where the room had that day's. Returns its number."""
    had = select(game.c.id).where(game.c.platform == of.platform, game.c.room == of.room, game.c.kind == "day", game.c.day == day)
    if connection.execute(had).first() is not None:
        return None
    new = {"platform": of.platform, "room": of.room, "thread": of.thread, "state": "asking", "kind": "day", "day": day, "area": of.area}
    times = {"created_at": now, "opened_at": now, "counted_at": now, "due_at": until, "wake_at": until}
    rows = insert_many_new(connection, game, [{**new, **times, "plan": list(plan), "size": 1, "number": 1}], (game.c.id,))
    return int(rows[0].id)


def went(connection: Connection, answered: Mapping[tuple[str, str], bool]) -> dict[tuple[str, str], int]:
    """Count questions of the day that are over towards the streaks of their rooms; returns the streaks as they stand."""
    found = {}
    for (platform, room), done in answered.items():
        run = club.c.streak + 1
        values = {"streak": run, "longest": case((club.c.longest < run, run), else_=club.c.longest)} if done else {"streak": 0}
        mine = update(club).where(club.c.platform == platform, club.c.room == room).values(**values)
        found[platform, room] = connection.execute(mine.returning(club.c.streak)).scalar() or 0
    return found


def had(connection: Connection, of: Club) -> list[str]:
    """List the questions of the day that a room has had, oldest first."""
    mine = (game.c.platform == of.platform, game.c.room == of.room, game.c.kind == "day")
    return [plan[0][0] for plan in connection.execute(select(game.c.plan).where(*mine).order_by(game.c.id)).scalars()]


def came(connection: Connection, platform: str, room: str, people: Iterable[tuple[int, str]]) -> None:
    """Note members and the names that the platform shows for them."""
    rows = [{"platform": platform, "room": room, "learner_id": number, "name": name} for number, name in people]
    new = {row.learner_id for row in insert_many_new(connection, club_member, rows, (club_member.c.learner_id,))}
    for row in rows:
        if row["learner_id"] not in new:
            mine = (club_member.c.platform == platform, club_member.c.room == room, club_member.c.learner_id == row["learner_id"])
            connection.execute(update(club_member).where(*mine).values(name=row["name"]))


def ban(connection: Connection, platform: str, room: str, learner_id: int, banned: bool) -> str | None:
    """Ban a member from play in a room, or let them back; returns their name, None where there is no such member."""
    mine = (club_member.c.platform == platform, club_member.c.room == room, club_member.c.learner_id == learner_id)
    return connection.execute(update(club_member).where(*mine).values(banned=banned).returning(club_member.c.name)).scalar()


def is_banned(connection: Connection, platform: str, room: str, learner_id: int) -> bool:
    """Say whether somebody may not play in a room."""
    mine = (club_member.c.platform == platform, club_member.c.room == room, club_member.c.learner_id == learner_id)
    return connection.execute(select(club_member.c.banned).where(*mine, club_member.c.banned)).first() is not None


def members(connection: Connection, platform: str, room: str, limit: int, *, banned: bool = False, after: int = 0) -> list[tuple[int, str]]:
    """List members as (number, name): those who are banned, or the others, who came last first, behind the first ``after``."""
    mine = (club_member.c.platform == platform, club_member.c.room == room, club_member.c.banned == banned)
    query = (
        select(club_member.c.learner_id, club_member.c.name)
        .where(*mine)
        .order_by(club_member.c.learner_id.desc())
        .offset(after)
        .limit(limit)
    )
    return [(row.learner_id, row.name) for row in connection.execute(query)]


def score(connection: Connection, rows: Sequence[Mapping[str, object]]) -> None:
    """Put right answers on the board; a question that brought points in that week brings none again."""
    insert_many_new(connection, point, rows)


def board(connection: Connection, platform: str, room: str, since: date | None) -> list[Ranked]:
    """List everybody who scored in a room since a date, best first."""
    mine = [point.c.platform == platform, point.c.room == room, *([point.c.day >= since] if since else [])]
    total = func.sum(point.c.points).label("total")
    here = and_(
        club_member.c.platform == point.c.platform, club_member.c.room == point.c.room, club_member.c.learner_id == point.c.learner_id
    )
    columns = (point.c.learner_id, func.coalesce(func.max(club_member.c.name), "").label("name"), total, func.count().label("right_"))
    query = select(*columns, learner.c.streaks_hidden).join(learner, learner.c.id == point.c.learner_id).outerjoin(club_member, here)
    query = query.where(*mine).group_by(point.c.learner_id, learner.c.streaks_hidden)
    rows = connection.execute(query.order_by(total.desc(), point.c.learner_id))
    return [Ranked(row.learner_id, row.name, int(row.total), row.right_, row.streaks_hidden) for row in rows]


def clear(connection: Connection, platform: str, room: str) -> int:
    """Empty the boards of a room; returns how many right answers stood there."""
    mine = delete(point).where(point.c.platform == platform, point.c.room == room)
    return len(connection.execute(mine.returning(point.c.learner_id)).all())


def hand_over(connection: Connection, into: int, other: int) -> None:
    """Give one learner what another has in rooms. Where both are members, or scored for the same, that of ``into`` stays."""
    for table in (club_member, point):
        theirs = table.alias()
        same = [theirs.c[column.name] == column for column in table.primary_key.columns if column.name != "learner_id"]
        twice = exists().where(theirs.c.learner_id == into, *same)
        connection.execute(delete(table).where(table.c.learner_id == other, twice))
        connection.execute(update(table).where(table.c.learner_id == other).values(learner_id=into))
