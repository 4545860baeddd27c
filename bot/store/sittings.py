"""Named queries about sittings of mock exams.

A sitting hangs on a round of kind ``exam``, which holds its questions and the one on display. That round is never open: what is open is
explained at once. Its attempts are written when the sitting is handed in.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, delete, func, insert, select, update
from sqlalchemy import case as when

from bot.store import learners, outages, rounds
from bot.store.rounds import Step
from bot.store.statements import among
from bot.store.tables import account, attempt, inbox, pulse, round, sitting, sitting_answer

IDLE = timedelta(minutes=30)
"""Without a clock somebody may leave; a longer stay at one question counts as so much."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """One run of a mock exam. ``number`` is the question on display, counted from 1.

    ``due_at`` is when it hands itself in, None without a clock; ``since`` is when the stay at the question on display began. ``away``
    are seconds that do not count: outages of ours, and pauses where there is no clock. ``platform`` and ``user`` say where it goes on.
    """

    id: int
    learner_id: int
    round_id: int
    size: str
    mock: int | None
    started_at: datetime
    allowed: int | None
    due_at: datetime | None
    wake_at: datetime | None
    since: datetime | None
    paused_at: datetime | None
    away: int
    asked_at: datetime | None
    closed_at: datetime | None
    platform: str
    user: str
    steps: tuple[Step, ...]
    number: int

    @property
    def step(self) -> Step:
        """The question on display."""
        return self.steps[self.number - 1]

    @property
    def of(self) -> int:
        """How many questions it has."""
        return len(self.steps)

    @property
    def over(self) -> bool:
        """Whether it is handed in."""
        return self.closed_at is not None


@dataclass(frozen=True, slots=True)
class Line:
    """What is written for one question: the last and the first choice as authored places, a flag, the seconds spent on it.

    ``area`` is None for a question that has left the library and does not count. ``day`` and ``minute`` are the learner's when they chose.
    """

    number: int
    area: str | None = None
    chosen: int | None = None
    first: int | None = None
    flagged: bool = False
    seconds: int = 0
    at: datetime | None = None
    day: date | None = None
    minute: int | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """A sitting that was handed in, in figures."""

    id: int
    size: str
    mock: int | None
    closed_at: datetime
    of: int
    right: int
    seconds: int
    timed: bool


_OWN = tuple(
    sitting.c[name]
    for name in (
        "id", "learner_id", "round_id", "size", "mock", "started_at", "allowed", "due_at", "wake_at", "since", "paused_at", "away",
        "asked_at", "closed_at", "platform", "user",
    )
)  # fmt: skip
_LINE = tuple(sitting_answer.c[name] for name in ("number", "area", "chosen", "first", "flagged", "seconds", "at", "day", "minute"))


def _select() -> Select[Any]:
    return select(*_OWN, round.c.plan, round.c.number).join(round, round.c.id == sitting.c.round_id)


# Every answer asks these, so they are made once.
_NEWEST_FIRST = (sitting.c.closed_at.is_not(None), round.c.shown_at.desc(), sitting.c.id.desc())
_MINE = _select().where(sitting.c.learner_id == bindparam("of")).order_by(*_NEWEST_FIRST).limit(1)
_OPEN = _MINE.where(sitting.c.closed_at.is_(None))
_OPEN_OR_LATE = _MINE.where(sitting.c.closed_at.is_(None) | (sitting.c.closed_at > bindparam("since")))


def _sitting(row: Row[Any]) -> Sitting:
    columns = row._asdict()
    steps = tuple(Step(question, tuple(order)) for question, order in columns.pop("plan"))
    return Sitting(**columns, steps=steps)


def start(
    connection: Connection,
    learner_id: int,
    size: str,
    mock: int | None,
    steps: Sequence[Step],
    now: datetime,
    allowed: int | None,
    where: tuple[str, str],
) -> Sitting:
    """Start a sitting; ``allowed`` are its seconds, None for no clock, ``where`` is the account on which it goes on."""
    of = rounds.start(connection, learner_id, "exam", steps, now)
    rounds.close(connection, of.id, now)
    due = now + timedelta(seconds=allowed) if allowed is not None else None
    new = {"learner_id": learner_id, "round_id": of.id, "size": size, "mock": mock, "started_at": now, "allowed": allowed, "due_at": due}
    new |= {"wake_at": now + timedelta(seconds=allowed // 2) if allowed is not None else None, "since": now}
    number: int = connection.execute(insert(sitting).values(**new, platform=where[0], user=where[1]).returning(sitting.c.id)).scalar_one()
    found = find(connection, number)
    assert found is not None  # it was just written
    return found


def find(connection: Connection, sitting_id: int, *, lock: bool = False) -> Sitting | None:
    """Find a sitting by its number; ``lock`` it where it will be changed."""
    query = _select().where(sitting.c.id == sitting_id)
    row = connection.execute(query.with_for_update(of=sitting) if lock else query).first()
    return _sitting(row) if row else None


def open_of(connection: Connection, learner_id: int, or_since: datetime | None = None) -> Sitting | None:
    """Find the learner's open sitting; of two, which joined accounts may bring, the one shown last.

    ``or_since``: where none is open, one that was handed in after that moment will do.
    """
    asked = {"of": learner_id} | ({} if or_since is None else {"since": or_since})
    row = connection.execute(_OPEN if or_since is None else _OPEN_OR_LATE, asked).first()
    return _sitting(row) if row else None


def covered(connection: Connection, of: Sitting) -> bool:
    """Say whether an open question of another round was shown after the one of the sitting."""
    shown = select(round.c.shown_at).where(round.c.id == of.round_id).scalar_subquery()
    later = select(round.c.id).where(round.c.learner_id == of.learner_id, round.c.open, round.c.shown_at > shown)
    return connection.execute(later.limit(1)).first() is not None


def lines(connection: Connection, sitting_id: int) -> dict[int, Line]:
    """List what is written so far, by number of the question; untouched ones are left out."""
    rows = connection.execute(select(*_LINE).where(sitting_answer.c.sitting_id == sitting_id).order_by(sitting_answer.c.number))
    return {row.number: Line(*row) for row in rows}


def write(connection: Connection, of: Sitting, number: int, **values: object) -> None:
    """Write something for one question of a sitting that is locked."""
    mine = (sitting_answer.c.sitting_id == of.id, sitting_answer.c.number == number)
    changed = connection.execute(update(sitting_answer).where(*mine).values(**values).returning(sitting_answer.c.number)).first()
    if changed is None:
        connection.execute(insert(sitting_answer).values(sitting_id=of.id, number=number, learner_id=of.learner_id, **values))


def write_blank(connection: Connection, of: Sitting, areas: Mapping[int, str | None]) -> None:
    """Write down the questions that were never touched, by number with their areas."""
    if areas:
        rows = [{"sitting_id": of.id, "learner_id": of.learner_id, "number": number, "area": area} for number, area in areas.items()]
        connection.execute(insert(sitting_answer), rows)


def leave(connection: Connection, of: Sitting, area: str | None, until: datetime) -> None:
    """Add the stay at the question on display, which is of that area, to the seconds spent on it."""
    if of.since is None or until <= of.since:
        return
    stay = until - of.since if of.due_at is not None else min(until - of.since, IDLE)
    seconds = int(stay.total_seconds())
    mine = (sitting_answer.c.sitting_id == of.id, sitting_answer.c.number == of.number)
    more = update(sitting_answer).where(*mine).values(seconds=sitting_answer.c.seconds + seconds)
    if connection.execute(more.returning(sitting_answer.c.number)).first() is None:
        write(connection, of, of.number, area=area, seconds=seconds)


def change(connection: Connection, sitting_id: int, **values: object) -> None:
    """Change columns of a sitting."""
    connection.execute(update(sitting).where(sitting.c.id == sitting_id).values(**values))


def drop(connection: Connection, of: Sitting) -> None:
    """Take a sitting back as if it had never been."""
    connection.execute(delete(round).where(round.c.id == of.round_id))


def held(connection: Connection, learner_id: int) -> frozenset[str]:
    """Name the questions of the learner's open sittings: until they are handed in, nothing else may ask and explain them."""
    plans = select(round.c.plan).join(sitting, sitting.c.round_id == round.c.id)
    rows = connection.execute(plans.where(sitting.c.learner_id == learner_id, sitting.c.closed_at.is_(None))).scalars()
    return frozenset(question for plan in rows for question, _order in plan)


def met(connection: Connection, learner_id: int) -> dict[str, datetime]:
    """Tell when the learner last met every question that they have answered, or that was in an exam of theirs."""
    rows = connection.execute(select(round.c.plan, round.c.started_at).where(round.c.learner_id == learner_id, round.c.kind == "exam"))
    found = {question: at for plan, at in rows for question, _order in plan}
    answered = select(attempt.c.question, func.max(attempt.c.at)).where(attempt.c.learner_id == learner_id)
    for question, at in connection.execute(answered.group_by(attempt.c.question)):
        found[question] = max(at, found.get(question, at))
    return found


def results(connection: Connection, learner_id: int, limit: int) -> list[Result]:
    """List the sittings that were handed in, newest first."""
    right = func.coalesce(func.sum(when((attempt.c.correct, 1), else_=0)), 0)
    rights = (
        select(attempt.c.round_id, right.label("right")).where(attempt.c.learner_id == learner_id).group_by(attempt.c.round_id).subquery()
    )
    counted = func.count(sitting_answer.c.area).label("of")
    spent = select(sitting_answer.c.sitting_id, counted, func.sum(sitting_answer.c.seconds).label("seconds"))
    spent_of = spent.where(sitting_answer.c.learner_id == learner_id).group_by(sitting_answer.c.sitting_id).subquery()
    query = (
        select(
            sitting.c.id,
            sitting.c.size,
            sitting.c.mock,
            sitting.c.closed_at,
            sitting.c.due_at,
            rights.c.right,
            spent_of.c.of,
            spent_of.c.seconds,
        )
        .outerjoin(rights, rights.c.round_id == sitting.c.round_id)
        .outerjoin(spent_of, spent_of.c.sitting_id == sitting.c.id)
        .where(sitting.c.learner_id == learner_id, sitting.c.closed_at.is_not(None))
        .order_by(sitting.c.closed_at.desc(), sitting.c.id.desc())
        .limit(limit)
    )
    return [
        Result(
            row.id, row.size, row.mock, row.closed_at, int(row.of or 0), int(row.right or 0), int(row.seconds or 0), row.due_at is not None
        )
        for row in connection.execute(query)
    ]


def next_due(connection: Connection) -> datetime | None:
    """Tell when something is next to be done about a sitting: its half time, or its end."""
    row = connection.execute(select(sitting.c.wake_at).where(sitting.c.wake_at.is_not(None)).order_by(sitting.c.wake_at).limit(1)).first()
    return row.wake_at if row else None


def due(connection: Connection, now: datetime) -> tuple[int, int] | None:
    """Name the sitting for which something has been due longest, and its learner."""
    query = select(sitting.c.id, sitting.c.learner_id).where(sitting.c.wake_at <= now).order_by(sitting.c.wake_at, sitting.c.id)
    row = connection.execute(query.limit(1)).first()
    return (row.id, row.learner_id) if row else None


def at_work(connection: Connection, learner_ids: Sequence[int], now: datetime) -> dict[int, datetime]:
    """Tell which of some learners sit against the clock, and until when: nothing else is to be sent to them meanwhile."""
    mine = (among(connection, sitting.c.learner_id, learner_ids), sitting.c.closed_at.is_(None), sitting.c.due_at > now)
    rows = connection.execute(
        select(sitting.c.learner_id, func.max(sitting.c.due_at).label("until")).where(*mine).group_by(sitting.c.learner_id)
    )
    return {row.learner_id: row.until for row in rows}


def extend(connection: Connection, start: datetime, end: datetime) -> None:
    """Give back the time that an outage of ours took from sittings against the clock."""
    query = _select().where(sitting.c.closed_at.is_(None), sitting.c.due_at > start, sitting.c.started_at < end)
    for row in connection.execute(query.with_for_update(of=sitting)).all():
        of = _sitting(row)
        assert of.due_at is not None  # the query asks for it
        lost = end - max(start, of.started_at)
        since = min(of.since + lost, end) if of.since is not None else None
        wake = of.wake_at + lost if of.wake_at is not None and of.wake_at > start else of.wake_at
        change(connection, of.id, due_at=of.due_at + lost, wake_at=wake, since=since, away=of.away + int(lost.total_seconds()))


def end_of(connection: Connection, of: Sitting, now: datetime) -> datetime | None:
    """Tell when a sitting ends. An outage that is over and not noted yet, since nothing has ticked, counts already."""
    if of.due_at is None:
        return None
    last: datetime | None = connection.execute(select(pulse.c.at).where(pulse.c.name == "tutor")).scalar()
    if last is None or last < of.started_at - outages.LONGEST_BREATH or last > of.due_at or now - last <= outages.LONGEST_BREATH:
        return of.due_at
    return of.due_at + (now - max(last, of.started_at))


def unheard(connection: Connection, of: Sitting, until: datetime, but: str | None) -> bool:
    """Say whether something that the learner sent in time waits in the inbox, other than the update ``but``."""
    theirs = (account.c.platform == inbox.c.platform, account.c.user == inbox.c.user, account.c.learner_id == of.learner_id)
    waits = (inbox.c.state == "new", inbox.c.room.is_(None), inbox.c.at < until, inbox.c.update_id != (but or ""))
    return connection.execute(select(inbox.c.id).where(*waits, select(account.c.user).where(*theirs).exists()).limit(1)).first() is not None


def address(connection: Connection, of: Sitting) -> tuple[str, str] | None:
    """Tell where to write to about a sitting: where it goes on, if that is still theirs and can be reached, else the usual account."""
    mine = (account.c.platform == of.platform, account.c.user == of.user, account.c.learner_id == of.learner_id)
    if connection.execute(select(account.c.user).where(*mine, account.c.unreachable.is_(False))).first() is not None:
        return of.platform, of.user
    return learners.addresses(connection, [of.learner_id]).get(of.learner_id)


def by_area(connection: Connection, learner_id: int) -> Mapping[str, tuple[int, int]]:
    """Count the answers of all sittings by area, as right and answered."""
    right = func.sum(when((attempt.c.correct, 1), else_=0))
    query = select(attempt.c.area, right, func.count()).join(round, round.c.id == attempt.c.round_id)
    rows = connection.execute(query.where(attempt.c.learner_id == learner_id, round.c.kind == "exam").group_by(attempt.c.area))
    return {area: (int(correct), answered) for area, correct, answered in rows}
