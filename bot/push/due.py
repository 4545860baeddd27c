"""Who is due, and what is said: plan pushes as rows, a batch in one transaction; sending them is somebody else's work."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from hashlib import blake2b
from random import Random

from sqlalchemy import Connection

from bot.chat import Reply, as_row
from bot.learning.agenda import Event, What, agenda, next_at
from bot.learning.calendar import instant, local_minute, own_day, within
from bot.learning.deadline import days_left
from bot.learning.edition import edition_of
from bot.learning.streak import settle
from bot.library.shelf import Library
from bot.roomquestions import knowing
from bot.store import boards, cards, learners, outages, posts, rounds, sittings, study_days
from bot.store.boards import Contender
from bot.store.database import Database
from bot.store.learners import Learner
from bot.store.posts import Lane
from bot.store.rounds import Round, Step
from bot.talk import daily, reminders, review
from bot.talk.standings import result_said
from bot.talk.streak import resting, run_of

BATCH = 500
A_SECOND = 25
"""Pushes that a platform takes a second; a crowd is spread over as long as that takes, up to a few minutes."""

LONGEST_SPREAD = timedelta(minutes=5)
_CROWD = 2 * A_SECOND * int(LONGEST_SPREAD.total_seconds())
"""So many are spread over the longest time; whether there are more makes no difference."""

_LATE = timedelta(minutes=30)
"""A daily question that is later than this keeps the quiet hours, which its own hour does not."""


@dataclass(frozen=True, slots=True)
class _Push:
    """One thing to be said to one learner."""

    learner: Learner
    event: Event
    reply: Reply
    expires_at: datetime


def plan(database: Database, library: Library, now: datetime, chance: Random) -> int:
    """Plan one batch of what is due in one transaction; returns how many learners it dealt with.

    1. Take learners for whom something is due, locked; those who sit a mock exam against the clock are left in peace until its end.
    2. Work out what that is. A daily question is not sent to whom it was answered already; days that went by unnoticed get
       nothing, a question that is late keeps quiet hours: no catching up with stale questions.
    3. Queue it under a key that exists once a day, spread over minutes where it is a crowd.
    4. Note which dates had theirs, and move each deadline on.
    """
    with database.reading() as reading:  # mostly nothing is due, and asking that much is cheaper than a transaction
        first = learners.next_due(reading)
    if first is None or first > now:
        return 0
    with database.writing() as writing:
        batch = learners.due(writing, now, BATCH)
        if not batch:
            return 0
        crowd = len(batch) if len(batch) < BATCH else learners.count_due(writing, now, _CROWD)
        at_work = sittings.at_work(writing, [who.id for who in batch if who.id is not None], now)
        pushes, marks = _work_out(writing, library, [who for who in batch if who.id not in at_work], now, chance)
        addresses = learners.addresses(writing, [who.id for who in batch if who.id is not None])
        posts.add_many(writing, [_row(push, addresses, now, crowd) for push in pushes if push.learner.id in addresses])
        after = [learners.noted(who, marks.get(who.id, {})) for who in batch if who.id is not None]
        columns = ["id", *sorted({name for mark in marks.values() for name in mark})]
        learners.change_many(
            writing,
            [
                {**{name: getattr(who, name) for name in columns}, "next_push_at": at_work.get(who.id or 0) or next_at(who, now)}
                for who in after
            ],
        )
    return len(batch)


def _work_out(
    writing: Connection, library: Library, batch: Sequence[Learner], now: datetime, chance: Random
) -> tuple[list[_Push], dict[int, dict[str, object]]]:
    """Say what is to be said to whom, and what is to be noted of each."""
    marks: dict[int, dict[str, object]] = {who.id: {} for who in batch if who.id is not None}
    asked: list[tuple[Learner, Event]] = []
    pushes: list[_Push] = []
    at_stake: list[tuple[Learner, Event]] = []
    for who in batch:
        assert who.id is not None  # learners come from rows
        mark = marks[who.id]
        for event in agenda(who, now):
            if event.at > now:
                break
            match event.what:
                case What.DAILY:
                    mark["pushed_on"] = event.day
                    late = who.next_push_at is not None and now - who.next_push_at > _LATE
                    if event.day == own_day(now, who.zone, who.settled_on) and not (late and _quiet(who, now)):
                        asked.append((who, event))
                case What.SNOOZED:
                    mark["snoozed_until"] = None
                    if event.day == own_day(now, who.zone, who.settled_on):
                        asked.append((who, event))
                case What.REMINDER:
                    mark["reminded_on"] = event.day
                    if not _quiet(who, now) or who.remind_minute is not None:
                        at_stake.append((who, event))
                case What.COUNTDOWN:
                    mark["counted_down_on"] = event.day
                    if who.exam_on is not None:
                        pushes.append(_Push(who, event, reminders.countdown((who.exam_on - event.day).days), _midnight(who, event.day)))
                case What.FAREWELL:
                    mark["farewell_on"] = event.day
                    pushes.append(_Push(who, event, reminders.FAREWELL, now + timedelta(days=2)))
    pushes += _questions(writing, library, asked, now, chance)
    pushes += _reminded(writing, at_stake, now)
    return pushes, marks


def _quiet(who: Learner, now: datetime) -> bool:
    return within(local_minute(now, who.zone), who.quiet_from, who.quiet_to)


def _midnight(who: Learner, day: date) -> datetime:
    return instant(day + timedelta(days=1), 0, who.zone)


def _questions(writing: Connection, library: Library, asked: Sequence[tuple[Learner, Event]], now: datetime, chance: Random) -> list[_Push]:
    """Start the round of the day of each learner, and put its question to those who have not answered it."""
    if not asked:
        return []
    wanted = {(who.id, event.day): edition_of(who.exam_on, event.day) for who, event in asked if who.id is not None}
    names = {(day, of): daily.question_of(writing, library, day, of) for day, of in {(day, of) for (_who, day), of in wanted.items()}}
    steps = {(who, day): Step(names[day, of], tuple(chance.sample(range(4), 4))) for (who, day), of in wanted.items()}
    new, again = rounds.start_dailies(writing, steps, now)
    done = rounds.answered(writing, [of.id for of in again.values()]) if again else set()
    open_ = {**new, **{key: of for key, of in again.items() if of.open and of.id not in done}}
    shown = {key: of for key, of in open_.items() if of.step.question in library.questions}
    found = []
    days = {who.id: event.day for who, event in asked if who.id is not None}
    to_exam = {who.id: event.day for who, event in asked if who.id is not None and days_left(who.exam_on, event.day) is not None}
    due = cards.due_of_many(writing, {number: day for number, day in days.items() if number not in to_exam})
    known = knowing(writing, library, (item for items in due.values() for item in items))
    rested, reviewed = cards.rested_of_many(writing, to_exam), cards.reviewed_on(writing, days)
    competing = [who.id for who, event in asked if who.id is not None and who.competes and not who.streaks_hidden]
    results = boards.untold(writing, [number for number in competing if (number, days[number]) in shown]) if competing else {}
    for who, event in asked:
        of: Round | None = shown.get((who.id or 0, event.day))
        if of is not None:
            number = who.id or 0
            reviews = review.count_for(who, event.day, known, due.get(number, []), rested.get(number, 0), reviewed.get(number, 0))
            found.append(_Push(who, event, _daily_words(library, who, of, event, reviews, results.get(number)), _of_use(who, event, now)))
    return found


def _daily_words(library: Library, who: Learner, of: Round, event: Event, reviews: int, league: Contender | None) -> Reply:
    reply = daily.push(library, of, reviews)
    missed = who.settled_on is not None and (event.day - who.settled_on).days > 3
    more = ["Nothing is overdue; one question is a fine start."] if missed and who.streak else []
    more += [result_said(league)] if league else []
    return replace(reply, text="\n\n".join([reply.text, *more])) if more else reply


def _of_use(who: Learner, event: Event, now: datetime) -> datetime:
    """Say until when a daily question is of use: to the next quiet hours, or to midnight where it comes within them."""
    end = _midnight(who, event.day)
    quiet = instant(event.day, who.quiet_from, who.zone)
    return min(end, quiet) if who.quiet_from != who.quiet_to and now < quiet else end


def _reminded(writing: Connection, at_stake: Sequence[tuple[Learner, Event]], now: datetime) -> list[_Push]:
    """Remind those whose streak is at stake and whose day is not done."""
    if not at_stake:
        return []
    days = {who.id or 0: own_day(now, who.zone, who.settled_on) for who, _event in at_stake}
    done = study_days.done_on(writing, list(days), list(set(days.values())))
    found = []
    for who, event in at_stake:
        day = days[who.id or 0]
        if (who.id or 0, day) not in done and event.day == day and _still_runs(writing, who, day):
            found.append(_Push(who, event, reminders.evening(who.streak), min(_midnight(who, day), now + timedelta(hours=3))))
    return found


def _still_runs(writing: Connection, who: Learner, day: date) -> bool:
    """Say whether the streak that was there has come through the days since."""
    run = run_of(who)
    if run.last is None:
        return False
    away = outages.since(writing, instant(run.last, 0, who.zone)) if run.last < day - timedelta(days=1) else []
    return settle(run, day, resting(who, away))[0].length > 0


def _row(push: _Push, addresses: Mapping[int, tuple[str, str]], now: datetime, crowd: int) -> dict[str, object]:
    who, event = push.learner, push.event
    assert who.id is not None
    platform, user = addresses[who.id]
    once = f"{event.day}" if event.what is not What.SNOOZED else f"{event.at:%Y-%m-%dT%H:%M:%S}"
    return {
        "key": f"{event.what}:{who.id}:{once}",
        "learner_id": who.id,
        "platform": platform,
        "user": user,
        "room": None,
        "reply": as_row(push.reply),
        "due_at": now + spread(who.id, crowd),
        "expires_at": push.expires_at,
        "lane": int(Lane.DAILY),
    }


def spread(learner_id: int, crowd: int) -> timedelta:
    """Say by how much a push is put off where many are due at once: always the same for one person in such a crowd.

    >>> spread(1, 25), spread(1, 30_000) == spread(1, 30_000) < LONGEST_SPREAD
    (datetime.timedelta(0), True)
    """
    span = min(timedelta(seconds=crowd // (2 * A_SECOND)), LONGEST_SPREAD)
    share = int.from_bytes(blake2b(str(learner_id).encode(), digest_size=4).digest(), "big") / 2**32
    return timedelta(seconds=int(span.total_seconds() * share))
