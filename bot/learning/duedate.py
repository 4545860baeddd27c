"""When something is due, read as people say it: a date, a weekday, in two weeks, with an hour or without."""

import re
from datetime import date, datetime, timedelta

from bot.learning.calendar import instant, local_day, read_day, read_span, read_time

_DAY = timedelta(days=1)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_HOUR = re.compile(r"(?:^| )(?:at )?(\d{1,2}(?::\d{2})? ?[ap]\.?m\.?|\d{1,2}:\d{2}|noon|midday)$")


def read_due(typed: str, now: datetime, zone: str) -> datetime | None:
    """Read until when something is to be done, in a zone; the end of the day where no hour is said. None where it is no date.

    Today's weekday means the one a week from today; ``next`` changes nothing unless that weekday is still to come this week.
    """
    plain = " ".join(typed.lower().replace(",", " ").split()).removeprefix("on ").rstrip("!.? ")
    plain = re.sub(r" (?:at )?midnight$", "", plain)  # the end of the day, which is what is meant without an hour
    hour = _HOUR.search(plain)
    minute = read_time(hour[1]) if hour else None
    if hour and minute is None:
        return None
    today = local_day(now, zone)
    rest = plain[: hour.start()].strip() if hour else plain
    day = today if hour and not rest else _day(rest.removeprefix("on ").strip(), today)
    if day is None:
        return None
    return instant(day + _DAY, 0, zone) if minute is None else instant(day, minute, zone)


def _day(plain: str, today: date) -> date | None:
    """Read a day to come.

    >>> monday = date(2026, 11, 23)
    >>> for said in ("tomorrow", "fri", "next friday", "monday", "in two weeks", "a week from today", "dec 4", "end of next week"):
    ...     print(_day(said, monday))
    2026-11-24
    2026-11-27
    2026-12-04
    2026-11-30
    2026-12-07
    2026-11-30
    2026-12-04
    2026-12-06
    """
    named = {"today": 0, "tonight": 0, "tomorrow": 1, "day after tomorrow": 2, "the day after tomorrow": 2}
    left_of_week = 6 - today.weekday()
    named |= {"end of the week": left_of_week, "end of this week": left_of_week, "this week": left_of_week}
    named |= {"end of next week": left_of_week + 7, "next week": left_of_week + 7}
    if plain in named:
        return today + timedelta(days=named[plain])
    words = plain.split()
    place = _weekday(words[-1]) if words else None
    if place is not None and words[:-1] in ([], ["next"], ["this"], ["coming"]):
        ahead = (place - today.weekday()) % 7 or 7
        in_this_week = place > today.weekday()
        return today + timedelta(days=ahead + (7 if words[:-1] == ["next"] and in_this_week else 0))
    span = read_span(re.sub(r" from (?:today|now)$", "", plain.removeprefix("in ").removeprefix("within ")))
    if span is not None and not plain.isdecimal():
        return today + timedelta(days=span)
    return read_day(plain, today)


def _weekday(word: str) -> int | None:
    found = [place for place, name in enumerate(_WEEKDAYS) if len(word) >= 3 and name.startswith(word.removesuffix("s"))]
    return found[0] if len(found) == 1 else None
