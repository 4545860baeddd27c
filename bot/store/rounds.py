"""Named queries about rounds and attempts. A round is the conversation: plan, place in it, open or done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import BindParameter, Connection, bindparam, func, insert, select, update

from bot.store.statements import among, insert_many_new, insert_new, insertion
from bot.store.studytables import card
from bot.store.tables import attempt, daily_question, learner, round


@dataclass(frozen=True, slots=True)
class Step:
    """One place in a round: a question and the order in which its options are shown, as authored places."""

    question: str
    order: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Round:
    """A run of questions put to one learner. ``number`` is the question on display, counted from 1.

    ``allowed`` are the seconds for a question, None without a clock; ``sure`` is the number of the question of which the learner said,
    before answering, that they are sure; ``shown_at`` is when the question on display was shown.
    """

    id: int
    learner_id: int
    kind: str
    area: str | None
    day: date | None
    steps: tuple[Step, ...]
    number: int
    open: bool
    started_at: datetime | None = None
    allowed: int | None = None
    sure: int | None = None
    shown_at: datetime | None = None

    @property
    def step(self) -> Step:
        """The question on display."""
        return self.steps[self.number - 1]

    @property
    def of(self) -> int:
        """How many questions it has."""
        return len(self.steps)


@dataclass(frozen=True, slots=True)
class Attempt:
    """One answer, as it counts. ``chosen`` is the authored place of the option."""

    question: str
    number: int
    chosen: int
    correct: bool
    at: datetime
    day: date
    seconds: int | None = None
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Learned:
    """A learner, the date of their exam, and a question that they have answered."""

    learner_id: int
    exam_on: date | None
    question: str


_COLUMNS = (
    round.c.id,
    round.c.learner_id,
    round.c.kind,
    round.c.area,
    round.c.day,
    round.c.plan,
    round.c.number,
    round.c.open,
    round.c.started_at,
    round.c.allowed,
    round.c.sure,
    round.c.shown_at,
)
_ATTEMPT = tuple(attempt.c[name] for name in ("question", "number", "chosen", "correct", "at", "day", "seconds", "sure"))

# Every answer asks these, so they are made once.
_FIND = select(*_COLUMNS).where(round.c.id == bindparam("this"))
_LOCK = _FIND.with_for_update()
_CURRENT = (
    select(*_COLUMNS)
    .where(round.c.learner_id == bindparam("of"), round.c.open)
    .order_by(round.c.shown_at.desc(), round.c.id.desc())
    .limit(1)
)
_OF_KIND = (
    select(*_COLUMNS).where(round.c.learner_id == bindparam("of"), round.c.kind == bindparam("its")).order_by(round.c.id.desc()).limit(1)
)
_OF_NO_DAY, _OF_DAY = _OF_KIND.where(round.c.day.is_(None)), _OF_KIND.where(round.c.day == bindparam("on"))
_UNTOUCHED = (
    update(round)
    .where(round.c.learner_id == bindparam("of"), round.c.kind.in_(("quiz", "review")), round.c.open)
    .where(~select(attempt.c.id).where(attempt.c.round_id == round.c.id).exists())
    .values(open=False)
)
_CLOSE = update(round).where(round.c.id == bindparam("this")).values(open=False, shown_at=bindparam("now"))
_REPLAN = update(round).where(round.c.id == bindparam("this")).values(plan=bindparam("new"))
_NEWEST = select(func.max(round.c.shown_at)).where(round.c.learner_id == bindparam("of"), round.c.open)
_OF_WHOM = select(round.c.learner_id).where(round.c.id == bindparam("this")).scalar_subquery()
_NEWEST_BESIDE = select(func.max(round.c.shown_at)).where(round.c.learner_id == _OF_WHOM, round.c.open, round.c.id != bindparam("this"))
_SHOW = update(round).where(round.c.id == bindparam("this")).values(number=bindparam("place"), shown_at=bindparam("now"))
_BESIDE = round.alias("beside")
_SHOW_LAST = _SHOW.where(
    ~select(_BESIDE.c.id)
    .where(_BESIDE.c.learner_id == round.c.learner_id, _BESIDE.c.open, _BESIDE.c.id != round.c.id, _BESIDE.c.shown_at >= bindparam("now"))
    .exists()
).returning(round.c.id)
_LONGEST = 3600
"""Seconds after which somebody has done something else in between."""

_LAST = (
    select(attempt.c.question, attempt.c.at, attempt.c.correct)
    .join(card, (card.c.round_id == attempt.c.round_id) & (card.c.number == attempt.c.number))
    .where(card.c.learner_id == bindparam("of"))
)
_LATER = attempt.alias("later")
_MISSED = (
    select(attempt.c.question)
    .where(attempt.c.learner_id == bindparam("of"), attempt.c.correct.is_(False))
    .where(
        ~select(_LATER.c.id)
        .where(_LATER.c.learner_id == bindparam("of"), _LATER.c.question == attempt.c.question, _LATER.c.id > attempt.c.id)
        .exists()
    )
    .order_by(attempt.c.at.desc(), attempt.c.id.desc())
)
_NAMED: BindParameter[str] = bindparam("named", expanding=True)
_MET = select(attempt.c.question).where(attempt.c.learner_id == bindparam("of"), attempt.c.question.in_(_NAMED)).distinct()

_GIVEN = select(*_ATTEMPT).where(attempt.c.round_id == bindparam("this"))


def _round(row: Sequence[object]) -> Round:
    number, learner_id, kind, area, day, plan, place, is_open, *times = row
    assert isinstance(plan, list)
    steps = tuple(Step(question, tuple(order)) for question, order in plan)
    return Round(number, learner_id, kind, area, day, steps, place, is_open, *times)  # type: ignore[arg-type]  # a row is untyped


def start(
    connection: Connection,
    learner_id: int,
    kind: str,
    steps: Sequence[Step],
    now: datetime,
    *,
    area: str | None = None,
    day: date | None = None,
    allowed: int | None = None,
) -> Round:
    """Start a round, or find the one that is there where a daily round of that day has been started already."""
    plan = [[step.question, list(step.order)] for step in steps]
    new = {"learner_id": learner_id, "kind": kind, "area": area, "day": day, "plan": plan, "number": 1, "allowed": allowed}
    new |= {"started_at": now, "shown_at": _after(now, connection.execute(_NEWEST, {"of": learner_id}).scalar())}
    row = connection.execute(insertion(connection.dialect.name, round, *_COLUMNS), new).first()
    if row is not None:
        return _round(row)
    asked = {"of": learner_id, "its": kind} | ({"on": day} if day else {})
    return _round(connection.execute(_OF_DAY if day else _OF_NO_DAY, asked).one())


def start_dailies(
    connection: Connection, steps: Mapping[tuple[int, date], Step], now: datetime
) -> tuple[dict[tuple[int, date], Round], dict[tuple[int, date], Round]]:
    """Start the daily rounds of many learners at once; returns the new ones and those that were there and are shown again.

    All are named by learner and date.
    """
    rows = [{"learner_id": number, "day": day, "plan": [[step.question, list(step.order)]]} for (number, day), step in steps.items()]
    same = {"kind": "daily", "number": 1, "open": True, "started_at": now, "shown_at": now}
    new = {}
    for row in insert_many_new(connection, round, rows, (round.c.id, round.c.learner_id, round.c.day), same):
        key = (row.learner_id, row.day)
        new[key] = Round(row.id, row.learner_id, "daily", None, row.day, (steps[key],), 1, True, now)
    missing = [key for key in steps if key not in new]
    if not missing:
        return new, {}
    numbers, days = {number for number, _day in missing}, {day for _number, day in missing}
    query = select(*_COLUMNS).where(among(connection, round.c.learner_id, numbers), round.c.kind == "daily", round.c.day.in_(days))
    there = {(of.learner_id, of.day): of for of in map(_round, connection.execute(query)) if of.day is not None}
    again = {key: there[key] for key in missing}
    shown = update(round).where(among(connection, round.c.id, [of.id for of in again.values()])).values(shown_at=now)
    connection.execute(shown)
    return new, again


def answered(connection: Connection, round_ids: Sequence[int]) -> set[int]:
    """Tell in which of some rounds something was answered."""
    return set(connection.execute(select(attempt.c.round_id).where(among(connection, attempt.c.round_id, round_ids))).scalars())


def drop_untouched(connection: Connection, learner_id: int) -> None:
    """Close the learner's open rounds in which nothing was answered, but the daily one; a new one takes their place."""
    connection.execute(_UNTOUCHED, {"of": learner_id})


def close_reviews(connection: Connection, learner_id: int) -> None:
    """Close the learner's open rounds of reviews: what was not answered there is still due."""
    connection.execute(update(round).where(round.c.learner_id == learner_id, round.c.kind == "review", round.c.open).values(open=False))


def find(connection: Connection, round_id: int, *, lock: bool = False) -> Round | None:
    """Find a round by its number; ``lock`` it where it will be changed."""
    row = connection.execute(_LOCK if lock else _FIND, {"this": round_id}).first()
    return _round(row) if row else None


def daily(connection: Connection, learner_id: int, day: date) -> Round | None:
    """Find the learner's daily round of a day."""
    row = connection.execute(_OF_DAY, {"of": learner_id, "its": "daily", "on": day}).first()
    return _round(row) if row else None


def current(connection: Connection, learner_id: int) -> Round | None:
    """Find the open round whose question was shown last."""
    row = connection.execute(_CURRENT, {"of": learner_id}).first()
    return _round(row) if row else None


def last_shown(connection: Connection, learner_id: int) -> Round | None:
    """Find the round shown last, open or done."""
    row = connection.execute(
        select(*_COLUMNS).where(round.c.learner_id == learner_id).order_by(round.c.shown_at.desc(), round.c.id.desc()).limit(1)
    ).first()
    return _round(row) if row else None


def show(connection: Connection, round_id: int, number: int, now: datetime) -> None:
    """Note which question of a round is on display, and since when; it is the round shown last."""
    this = {"this": round_id, "place": number}
    if connection.execute(_SHOW_LAST, this | {"now": now}).first() is None:  # others were shown later, as times go
        connection.execute(_SHOW, this | {"now": _after(now, connection.execute(_NEWEST_BESIDE, {"this": round_id}).scalar())})


def _after(now: datetime, newest: datetime | None) -> datetime:
    """Say when what is shown now was shown, as it counts: after all else.

    The times of messages do not follow one another as the messages do: a text has that of its sending, in whole seconds, and a tap, of
    which no platform tells it, that of its arrival.
    """
    return now if newest is None or newest < now else newest + timedelta(microseconds=1)


def close(connection: Connection, round_id: int, now: datetime) -> None:
    """End a round; it stays the one shown last."""
    shown_at = _after(now, connection.execute(_NEWEST_BESIDE, {"this": round_id}).scalar())
    connection.execute(_CLOSE, {"this": round_id, "now": shown_at})


def replan(connection: Connection, round_id: int, steps: Sequence[Step]) -> None:
    """Change what a round, locked, has still to ask."""
    plan = [[step.question, list(step.order)] for step in steps]
    connection.execute(_REPLAN, {"this": round_id, "new": plan})


def answer(
    connection: Connection, of: Round, number: int, area: str, chosen: int, correct: bool, now: datetime, day: date, *, sure: bool = False
) -> Attempt | None:
    """Count an answer in a round, locked; None where one was counted before, which then stands. Two at one instant give one."""
    seconds = int((now - of.shown_at).total_seconds()) if of.shown_at is not None and number == of.number else None
    seconds = seconds if seconds is not None and 0 <= seconds <= _LONGEST else None
    question = of.steps[number - 1].question
    counted = insert_new(
        connection,
        attempt,
        learner_id=of.learner_id,
        round_id=of.id,
        number=number,
        question=question,
        area=area,
        chosen=chosen,
        correct=correct,
        at=now,
        day=day,
        seconds=seconds,
        sure=sure,
    )
    return Attempt(question, number, chosen, correct, now, day, seconds, sure) if counted else None


def attempts(connection: Connection, round_id: int) -> dict[int, Attempt]:
    """List the answers given in a round, by number of the question."""
    rows = connection.execute(_GIVEN, {"this": round_id})
    return {row.number: Attempt(*row) for row in rows}


def last_answers(connection: Connection, learner_id: int) -> dict[str, tuple[datetime, bool]]:
    """Tell of every question that has a card when its learner answered it last, and whether that was right.

    Each card names its last answer, so that this costs as much as there are cards, however many answers there were. Of a drill it is
    the last item; for the others there are ``missed`` and ``met``.
    """
    return {question: (at, correct) for question, at, correct in connection.execute(_LAST, {"of": learner_id})}


def missed(connection: Connection, learner_id: int) -> list[str]:
    """Name the questions that a learner answered wrong the last time, items of drills too; the latest first."""
    return list(connection.execute(_MISSED, {"of": learner_id}).scalars())


def met(connection: Connection, learner_id: int, questions: Sequence[str]) -> set[str]:
    """Tell which of some questions, items of drills too, a learner has answered."""
    return set(connection.execute(_MET, {"of": learner_id, "named": list(questions)}).scalars())


def learned(connection: Connection, questions: Sequence[str], after: int, limit: int) -> list[Learned]:
    """Tell who has answered any of these questions and wants news: the next ``limit`` learners, with the date of their exam."""
    asked = attempt.c.question.in_(questions)
    who = (
        select(attempt.c.learner_id)
        .join(learner, learner.c.id == attempt.c.learner_id)
        .where(asked, attempt.c.learner_id > after, learner.c.news)
        .distinct()
        .order_by(attempt.c.learner_id)
        .limit(limit)
    )
    people = list(connection.execute(who).scalars())
    rows = connection.execute(
        select(attempt.c.learner_id, learner.c.exam_on, attempt.c.question)
        .join(learner, learner.c.id == attempt.c.learner_id)
        .where(asked, attempt.c.learner_id.in_(people))
        .distinct()
        .order_by(attempt.c.learner_id, attempt.c.question)
    )
    return [Learned(*row) for row in rows]


def question_of_the_day(connection: Connection, day: date, track: str) -> str | None:
    """Read which question was fixed for a day."""
    return connection.execute(
        select(daily_question.c.question).where(daily_question.c.day == day, daily_question.c.track == track)
    ).scalar()


def questions_used(connection: Connection, track: str) -> list[str]:
    """List the questions of all days so far, oldest first."""
    rows = connection.execute(select(daily_question.c.question).where(daily_question.c.track == track).order_by(daily_question.c.day))
    return list(rows.scalars())


def fix_question_of_the_day(connection: Connection, day: date, track: str, question: str) -> str:
    """Fix the question of a day; the first one fixed stands."""
    insert_new(connection, daily_question, day=day, track=track, question=question)
    return question_of_the_day(connection, day, track) or question


def replace_question_of_the_day(connection: Connection, day: date, track: str, question: str) -> None:
    """Replace the question of a day, where the one fixed has left the library."""
    connection.execute(update(daily_question).where(daily_question.c.day == day, daily_question.c.track == track).values(question=question))


def begin_many(connection: Connection, rows: Sequence[Mapping[str, object]]) -> dict[int, int]:
    """Write a round for each of some learners; returns the number of each one's."""
    made = insert_many_new(connection, round, rows, (round.c.id, round.c.learner_id))
    return {row.learner_id: row.id for row in made}


def answer_many(connection: Connection, rows: Sequence[Mapping[str, object]]) -> None:
    """Write what was answered into everybody's own history."""
    if rows:
        connection.execute(insert(attempt), list(rows))
