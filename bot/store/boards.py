"""Named queries about the boards over all rooms: who has consented, what they earned, the leagues of a week.

No board is made of answers: points are added up as they are earned, and read by their order.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache

from sqlalchemy import Connection, and_, bindparam, delete, exists, func, insert, literal_column, not_, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.dml import ReturningInsert

from bot.store.boardtables import board_shape, contender, league, score
from bot.store.statements import insert_new
from bot.store.tables import learner

ALL = "all"
EXACT = 20_000
"""Places that are counted when they are asked for; to count a million takes a second."""


@dataclass(frozen=True, slots=True)
class Contender:
    """Somebody who has consented. ``result`` is how their last league ended: week, tier, place, of how many, tiers up or down."""

    learner_id: int
    name: str
    tier: int
    result: tuple[str, int, int, int, int] | None
    renamed: bool = False
    """Whether an operator took their name down; then only made-up ones are theirs."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Somebody on a board."""

    learner_id: int
    name: str
    points: int


@dataclass(frozen=True, slots=True)
class Place:
    """Somebody's place on a board; ``about`` where so many are ahead that they were not counted one by one."""

    place: int
    points: int
    about: bool = False


@dataclass(frozen=True, slots=True)
class League:
    """A league of a week. ``size`` are the seats that were given out."""

    id: int
    week: date
    tier: int
    size: int


_LEAGUE = tuple(league.c[name] for name in League.__dataclass_fields__)


def week(monday: date) -> str:
    """Name a week."""
    return f"w{monday}"


def month(day: date) -> str:
    """Name the month of a date."""
    return f"m{day:%Y-%m}"


def periods(day: date) -> dict[str, str]:
    """Name the periods that a date is in, by what they are called."""
    return {"week": week(day - timedelta(days=day.weekday())), "month": month(day), "all": ALL}


def join(connection: Connection, learner_id: int, name: str, now: datetime) -> None:
    """Take somebody onto the boards, or give them another name there."""
    if not insert_new(connection, contender, learner_id=learner_id, name=name, joined_at=now):
        connection.execute(update(contender).where(contender.c.learner_id == learner_id).values(name=name, reported=False))


def report(connection: Connection, name: str) -> bool:
    """Note that a name is not fit to be read; False where nobody is called so."""
    same = func.lower(contender.c.name) == name.lower()
    return bool(connection.execute(update(contender).where(same).values(reported=True).returning(contender.c.learner_id)).all())


def reported(connection: Connection, limit: int) -> list[tuple[int, str]]:
    """List the names that are reported, by number."""
    query = select(contender.c.learner_id, contender.c.name).where(contender.c.reported).order_by(contender.c.learner_id).limit(limit)
    return [(row.learner_id, row.name) for row in connection.execute(query)]


def rename(connection: Connection, learner_id: int, name: str) -> bool:
    """Take somebody's name down for a made-up one; False where they stand on no board."""
    mine = update(contender).where(contender.c.learner_id == learner_id).values(name=name, reported=False, renamed=True)
    return connection.execute(mine.returning(contender.c.learner_id)).first() is not None


def accept(connection: Connection, learner_id: int) -> None:
    """Note that a reported name may stay."""
    connection.execute(update(contender).where(contender.c.learner_id == learner_id).values(reported=False))


def leave(connection: Connection, learner_id: int) -> None:
    """Delete all that the boards hold about somebody."""
    for table in (score, contender):
        connection.execute(delete(table).where(table.c.learner_id == learner_id))


def find(connection: Connection, learner_id: int) -> Contender | None:
    """Find somebody who has consented."""
    columns = (contender.c.learner_id, contender.c.name, contender.c.tier, contender.c.result, contender.c.renamed)
    row = connection.execute(select(*columns).where(contender.c.learner_id == learner_id)).first()
    return Contender(row.learner_id, row.name, row.tier, tuple(row.result) if row.result else None, row.renamed) if row else None


def show(connection: Connection, learner_id: int, shown: bool) -> None:
    """Hide somebody from the boards, or show them again; what they earn counts all the same."""
    connection.execute(update(score).where(score.c.learner_id == learner_id).values(shown=shown))


def add(connection: Connection, learner_id: int, points: int, day: date, *, shown: bool) -> bool:
    """Add points of a date to the week, the month and all time; say whether there is no league for the week yet."""
    adding, row = _adding(connection.dialect.name), {"learner_id": learner_id, "points": points, "shown": shown}
    found = {name: connection.execute(adding, row | {"period": period}).one() for name, period in periods(day).items()}
    return found["week"].league_id is None


@cache
def _adding(dialect: str) -> ReturningInsert[tuple[int | None]]:
    made = postgresql.insert(score) if dialect == "postgresql" else sqlite.insert(score)
    more = made.on_conflict_do_update(index_elements=["learner_id", "period"], set_={"points": score.c.points + made.excluded.points})
    return more.returning(score.c.league_id)


def take_seat(connection: Connection, learner_id: int, monday: date, most: int) -> None:
    """Give somebody who has points in a week a seat in a league of their tier, a new one where none has room.

    A league that somebody else is taking a seat in is passed over, so that nobody waits.
    """
    tier = connection.execute(select(contender.c.tier).where(contender.c.learner_id == learner_id)).scalar()
    if tier is None:
        return
    room = select(league.c.id).where(league.c.week == monday, league.c.tier == tier, league.c.size < most, ~league.c.closed)
    fullest = room.order_by(league.c.size.desc(), league.c.id).limit(1).with_for_update(skip_locked=True)
    number = connection.execute(fullest).scalar()
    if number is None:
        number = connection.execute(insert(league).values(week=monday, tier=tier, size=1).returning(league.c.id)).scalar_one()
    else:
        connection.execute(update(league).where(league.c.id == number).values(size=league.c.size + 1))
    mine = (score.c.learner_id == learner_id, score.c.period == week(monday))
    connection.execute(update(score).where(*mine).values(league_id=number))


def top(connection: Connection, period: str, limit: int) -> list[Placed]:
    """List the first on a board, best first."""
    query = select(score.c.learner_id, contender.c.name, score.c.points).join(contender, contender.c.learner_id == score.c.learner_id)
    query = query.where(score.c.period == period, score.c.shown).order_by(score.c.points.desc(), score.c.learner_id).limit(limit)
    return [Placed(*row) for row in connection.execute(query)]


def place_of(connection: Connection, learner_id: int, period: str) -> Place | None:
    """Tell somebody's place on a board and their points; None where they have none yet. Who has as many shares the place.

    The first :data:`EXACT` places are counted; behind them the place is that of when the board was last measured.
    """
    mine = select(score.c.points).where(score.c.learner_id == learner_id, score.c.period == period)
    points = connection.execute(mine).scalar()
    if points is None:
        return None
    ahead = select(score.c.learner_id).where(score.c.period == period, score.c.shown, score.c.points > points).limit(EXACT)
    count = int(connection.execute(select(func.count()).select_from(ahead.subquery())).scalar_one())
    if count < EXACT:
        return Place(count + 1, points)
    found = connection.execute(select(board_shape.c.counts).where(board_shape.c.period == period)).scalar() or []
    return Place(max(sum(people for theirs, people in found if theirs > points), count) + 1, points, about=True)


def measured_at(connection: Connection, period: str) -> datetime | None:
    """Tell when a board was last measured."""
    return connection.execute(select(board_shape.c.at).where(board_shape.c.period == period)).scalar()


def measure(connection: Connection, period: str) -> list[list[int]]:
    """Count how many have so many points on a board, as [points, people]; nothing where places can be counted one by one."""
    theirs = (score.c.period == period, score.c.shown)
    if connection.execute(select(literal_column("1")).select_from(score).where(*theirs).offset(EXACT).limit(1)).first() is None:
        return []
    rows = connection.execute(select(score.c.points, func.count()).where(*theirs).group_by(score.c.points))
    return [[int(points), int(people)] for points, people in rows]


def keep_measure(connection: Connection, period: str, counts: list[list[int]], now: datetime) -> None:
    """Keep how many have so many points on a board."""
    if not insert_new(connection, board_shape, period=period, counts=counts, at=now):
        connection.execute(update(board_shape).where(board_shape.c.period == period).values(counts=counts, at=now))


def league_of(connection: Connection, learner_id: int, monday: date) -> League | None:
    """Find the league in which somebody has a seat in a week."""
    mine = (score.c.learner_id == learner_id, score.c.period == week(monday))
    row = connection.execute(select(*_LEAGUE).join(score, score.c.league_id == league.c.id).where(*mine)).first()
    return League(*row) if row else None


def members(connection: Connection, league_ids: Sequence[int]) -> dict[int, list[Placed]]:
    """List who has a seat in leagues, best first; who is hidden is left out."""
    found: dict[int, list[Placed]] = {number: [] for number in league_ids}
    columns = (score.c.league_id, score.c.learner_id, contender.c.name, score.c.points)
    query = select(*columns).join(contender, contender.c.learner_id == score.c.learner_id)
    query = query.where(score.c.league_id.in_(list(found)), score.c.shown)
    for number, *row in connection.execute(query.order_by(score.c.points.desc(), score.c.learner_id)):
        found[number].append(Placed(*row))
    return found


def over(connection: Connection, monday: date, limit: int) -> list[League]:
    """List leagues of weeks before this one that are not closed, locked for change."""
    query = select(*_LEAGUE).where(~league.c.closed, league.c.week < monday).order_by(league.c.week, league.c.id).limit(limit)
    return [League(*row) for row in connection.execute(query.with_for_update(skip_locked=True))]


def before(connection: Connection, learner_id: int, monday: date) -> list[League]:
    """List somebody's leagues of weeks before this one that are not closed, locked for change."""
    query = select(*_LEAGUE).join(score, score.c.league_id == league.c.id)
    query = query.where(score.c.learner_id == learner_id, ~league.c.closed, league.c.week < monday)
    return [League(*row) for row in connection.execute(query.order_by(league.c.id).with_for_update(of=league))]


def next_due(connection: Connection) -> date | None:
    """Tell the week of the oldest league that is not closed."""
    return connection.execute(select(league.c.week).where(~league.c.closed).order_by(league.c.week).limit(1)).scalar()


def close(connection: Connection, league_ids: Sequence[int], results: Mapping[int, tuple[int, Sequence[object]]]) -> None:
    """Close leagues that are locked; ``results`` are by learner how many tiers they move, and the result that is kept for them."""
    connection.execute(update(league).where(league.c.id.in_(league_ids)).values(closed=True))
    # In one order, since leagues are closed by several processes.
    rows = [{"who": who, "up": results[who][0], "how": list(results[who][1])} for who in sorted(results)]
    if rows:
        connection.execute(_MOVE, rows)


_MOVE = (
    update(contender)
    .where(contender.c.learner_id == bindparam("who"))
    .values(tier=contender.c.tier + bindparam("up"), result=bindparam("how"), told=False)
)


def untold(connection: Connection, learner_ids: Sequence[int]) -> dict[int, Contender]:
    """Find those whose result no push has told, and note that one does now."""
    query = update(contender).where(contender.c.learner_id.in_(learner_ids), ~contender.c.told).values(told=True)
    rows = connection.execute(query.returning(contender.c.learner_id, contender.c.name, contender.c.tier, contender.c.result)).all()
    return {row.learner_id: Contender(row.learner_id, row.name, row.tier, tuple(row.result)) for row in rows if row.result}


def hand_over(connection: Connection, into: int, other: int) -> None:
    """Give one learner the points of another where both have consented; of the same time the larger sum stays, never both.

    Where only ``other`` has, nobody has asked ``into``: theirs go with them.
    """
    if len(connection.execute(select(contender.c.tier).where(contender.c.learner_id.in_((into, other)))).all()) < 2:
        return
    taken_down = select(contender.c.renamed).where(contender.c.learner_id == other).scalar_subquery()
    connection.execute(update(contender).where(contender.c.learner_id == into, taken_down).values(renamed=True))
    theirs = score.alias()
    both = select(theirs.c.points).where(theirs.c.learner_id == other, theirs.c.period == score.c.period)
    more = both.where(theirs.c.points > score.c.points)
    connection.execute(update(score).where(score.c.learner_id == into, more.exists()).values(points=more.scalar_subquery()))
    had = exists().where(theirs.c.learner_id == into, theirs.c.period == score.c.period)
    shown = not_(select(learner.c.streaks_hidden).where(learner.c.id == into).scalar_subquery())
    connection.execute(update(score).where(score.c.learner_id == other, ~had).values(learner_id=into, shown=shown))


def prune(connection: Connection, monday: date, limit: int) -> int:
    """Delete points of weeks and months long ago, so many at most, and the leagues that they were in; returns how many."""
    ends = week(monday), month(monday)
    old = or_(*(and_(score.c.period >= end[0], score.c.period < end) for end in ends))
    some = select(score.c.learner_id, score.c.period).where(old).limit(limit).subquery()
    same = exists(literal_column("1")).where(some.c.learner_id == score.c.learner_id, some.c.period == score.c.period)
    count = len(connection.execute(delete(score).where(same).returning(score.c.learner_id)).all())
    connection.execute(delete(board_shape).where(or_(*(and_(board_shape.c.period >= end[0], board_shape.c.period < end) for end in ends))))
    empty = ~exists().where(score.c.league_id == league.c.id)
    connection.execute(delete(league).where(league.c.closed, league.c.week < monday, empty))
    return count
