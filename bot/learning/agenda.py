"""What a learner is to be sent and when: the daily question, one evening reminder, the countdown to the exam, a farewell.

Everything is worked out from the settings and from the dates that had theirs already, so nothing is kept per event, and a tick
that comes late, twice or after an outage plans the same. Rules:

1. Each of the learner's dates has one daily question at most, at their hour; a date whose hour has passed when a zone or an hour
   is changed has it at once. Rest days and pauses have none.
2. The evening reminder comes where a streak is at stake, once a date, outside quiet hours.
3. After a week without a word from the learner the question comes once a week; after a month a farewell, then nothing until they write.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Protocol

from bot.learning.calendar import instant, local_day

SILENT, ASLEEP = 7, 30
"""Days without any message or tap after which pushes become rare, and after which they stop."""

COUNTDOWN = (30, 14, 7, 1)
"""Days before the exam on which its countdown is said."""

ALL_DAYS = 0b1111111
_EVENING, _EARLIEST, _LATEST = 20 * 60, 18 * 60, 22 * 60
_DAY = timedelta(days=1)


class What(StrEnum):
    """One kind of push; also the first word of the key of its post."""

    DAILY = "daily"
    SNOOZED = "snoozed"
    REMINDER = "reminder"
    COUNTDOWN = "countdown"
    FAREWELL = "farewell"


class Subscriber(Protocol):
    """What the agenda reads of a learner. Minutes are after local midnight; bit 0 of ``push_days`` is Monday."""

    @property
    def zone(self) -> str: ...
    @property
    def daily(self) -> bool: ...
    @property
    def push_minute(self) -> int: ...
    @property
    def push_days(self) -> int: ...
    @property
    def paused_until(self) -> date | None: ...
    @property
    def reminders(self) -> bool: ...
    @property
    def remind_minute(self) -> int | None: ...
    @property
    def usual_minute(self) -> int | None: ...
    @property
    def quiet_from(self) -> int: ...
    @property
    def quiet_to(self) -> int: ...
    @property
    def exam_on(self) -> date | None: ...
    @property
    def streak(self) -> int: ...
    @property
    def streaks_hidden(self) -> bool: ...
    @property
    def daily_since(self) -> datetime | None: ...
    @property
    def pushed_on(self) -> date | None: ...
    @property
    def reminded_on(self) -> date | None: ...
    @property
    def counted_down_on(self) -> date | None: ...
    @property
    def farewell_on(self) -> date | None: ...
    @property
    def seen_on(self) -> date | None: ...
    @property
    def snoozed_until(self) -> datetime | None: ...


@dataclass(frozen=True, slots=True)
class Event:
    """Something to be sent at a moment, for one of the learner's dates."""

    at: datetime
    what: What
    day: date


def agenda(who: Subscriber, now: datetime) -> list[Event]:
    """List the next event of each kind, earliest first; what is due already has a moment that has passed."""
    if not who.daily or who.farewell_on is not None:
        return []
    return sorted((event for event in _events(who, now)), key=lambda event: (event.at, event.what))


def next_at(who: Subscriber, now: datetime) -> datetime | None:
    """Tell when something is next due."""
    if not who.daily or who.farewell_on is not None:
        return None
    return min((event.at for event in _events(who, now)), default=None)


def _events(who: Subscriber, now: datetime) -> Iterator[Event]:
    today = local_day(now, who.zone)
    daily = _daily(who, today)
    if daily is not None:
        yield daily
    if who.snoozed_until is not None:
        yield Event(who.snoozed_until, What.SNOOZED, local_day(who.snoozed_until, who.zone))
    if who.reminders and who.streak and not who.streaks_hidden:
        yield from _reminder(who, today, now)
    if who.exam_on is not None:
        yield from _countdown(who, who.exam_on, today, now)
    if who.seen_on is not None:
        day = max(_heard(who, today) + timedelta(days=ASLEEP), today)
        yield Event(instant(day, who.push_minute, who.zone), What.FAREWELL, day)


def works(who: Subscriber, day: date) -> bool:
    """Say whether a date is one on which the learner is asked something: no rest day, not within a pause."""
    return bool(who.push_days >> day.weekday() & 1) and (who.paused_until is None or day >= who.paused_until)


def silent(who: Subscriber, day: date) -> int:
    """Count the days since the learner last wrote or tapped; a pause is no silence."""
    return (day - _heard(who, day)).days


def _heard(who: Subscriber, day: date) -> date:
    return max(who.seen_on or day, who.paused_until or date.min)


def _daily(who: Subscriber, today: date) -> Event | None:
    day = today if who.pushed_on is None or who.pushed_on < today else who.pushed_on + _DAY
    if who.pushed_on is not None and who.pushed_on > today + _DAY:  # written by a clock that was wrong
        day = today
    if who.paused_until is not None:
        day = max(day, who.paused_until)
    if not who.push_days & ALL_DAYS:
        return None
    for _ in range(ASLEEP + SILENT):
        away = silent(who, day)
        if away >= ASLEEP:
            return None
        at = instant(day, who.push_minute, who.zone)
        if works(who, day) and (away < SILENT or away % SILENT == 0) and (who.daily_since is None or at > who.daily_since):
            return Event(at, What.DAILY, day)
        day += _DAY
    return None


def remind_minute(who: Subscriber) -> int | None:
    """Say when the evening reminder comes: as set, else an hour after the usual time of study, in the evening; None for never.

    It keeps an hour's distance from the daily question, and out of the quiet hours.
    """
    if who.remind_minute is not None:
        return who.remind_minute
    latest = min(who.quiet_from - 30, _LATEST) if who.quiet_from > who.quiet_to else _LATEST
    usual = _EVENING if who.usual_minute is None else max(who.usual_minute + 60, _EARLIEST)
    minute = max(min(usual, latest), who.push_minute + 60)
    return minute if minute <= latest else None


def _reminder(who: Subscriber, today: date, now: datetime) -> Iterator[Event]:
    minute = remind_minute(who)
    if minute is None:
        return
    day = today if who.reminded_on is None or not today <= who.reminded_on <= today + _DAY else who.reminded_on + _DAY
    for _ in range(2 * SILENT):
        at = instant(day, minute, who.zone)
        # One that is late by more than its use has lost it.
        if works(who, day) and silent(who, day) < SILENT and at + timedelta(hours=2) > now:
            yield Event(at, What.REMINDER, day)
            return
        day += _DAY


def _countdown(who: Subscriber, exam: date, today: date, now: datetime) -> Iterator[Event]:
    for days in COUNTDOWN:
        day = exam - timedelta(days=days)
        done = who.counted_down_on is not None and who.counted_down_on >= day
        if day >= today and not done and (who.paused_until is None or day >= who.paused_until):
            yield Event(instant(day, who.push_minute, who.zone), What.COUNTDOWN, day)
            return
