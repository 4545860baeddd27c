"""Where a learner's day begins and when their push is due. Decided in their zone, stored in UTC."""

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

_MINUTE = timedelta(minutes=1)


def local_day(now: datetime, zone: str) -> date:
    """Return the calendar date where the learner lives."""
    return now.astimezone(ZoneInfo(zone)).date()


def instant(day: date, minute: int, zone: str) -> datetime:
    """Return the moment of a wall time, ``minute`` minutes after midnight on ``day``, in UTC.

    A time in a spring-forward gap is the moment right after the gap; one that happens twice is the first of the two.

    >>> instant(date(2026, 3, 8), 150, "America/New_York").isoformat()
    '2026-03-08T07:00:00+00:00'
    """
    wall = datetime.combine(day, time(minute // 60, minute % 60), ZoneInfo(zone))
    moment = wall.astimezone(UTC)
    if moment.astimezone(wall.tzinfo).replace(tzinfo=None) == wall.replace(tzinfo=None):
        return moment
    # In a gap: the clock jumps somewhere between the two readings of the wall time; find the minute.
    before, after = wall.replace(fold=1).astimezone(UTC), moment
    offset = before.astimezone(wall.tzinfo).utcoffset()
    while after - before > _MINUTE:
        middle = before + (after - before) // 2
        middle -= timedelta(seconds=middle.second, microseconds=middle.microsecond)
        if middle <= before:
            break
        if middle.astimezone(wall.tzinfo).utcoffset() == offset:
            before = middle
        else:
            after = middle
    return after


def next_push(now: datetime, minute: int, zone: str, done: date | None = None) -> tuple[datetime, date]:
    """Return when the next daily push is due, and for which local date; never for ``done`` or an earlier date."""
    day = local_day(now, zone)
    if done is not None and day <= done:
        day = done + timedelta(days=1)
    while (due := instant(day, minute, zone)) <= now:
        day += timedelta(days=1)
    return due, day


def find_zone(typed: str) -> str | None:
    """Find the IANA zone that was typed: its name in any case, or the city in it. Never a guess.

    >>> find_zone("america/new_york"), find_zone("Los Angeles"), find_zone("Atlantis")
    ('America/New_York', 'America/Los_Angeles', None)
    """
    wanted = "_".join(typed.strip().lower().split())
    if wanted in _SHORT:
        return _SHORT[wanted]
    cities = []
    for name in sorted(available_timezones()):
        lower = name.lower()
        if lower == wanted:
            return name
        if "/" in name and lower.rsplit("/", 1)[1] == wanted and not name.startswith(("Etc/", "US/", "posix/", "right/")):
            cities.append(name)
    return cities[0] if cities else None


_SHORT = {
    "eastern": "America/New_York", "est": "America/New_York", "edt": "America/New_York", "et": "America/New_York",
    "central": "America/Chicago", "cst": "America/Chicago", "cdt": "America/Chicago", "ct": "America/Chicago",
    "mountain": "America/Denver", "mst": "America/Denver", "mdt": "America/Denver", "mt": "America/Denver",
    "pacific": "America/Los_Angeles", "pst": "America/Los_Angeles", "pdt": "America/Los_Angeles",
    "pt": "America/Los_Angeles", "alaska": "America/Anchorage", "hawaii": "Pacific/Honolulu",
    "arizona": "America/Phoenix", "india": "Asia/Kolkata", "ist": "Asia/Kolkata", "mumbai": "Asia/Kolkata",
    "delhi": "Asia/Kolkata", "philippines": "Asia/Manila", "uk": "Europe/London", "gmt": "Europe/London",
    "texas": "America/Chicago", "california": "America/Los_Angeles", "florida": "America/New_York",
}  # fmt: skip


def read_time(typed: str) -> int | None:
    """Read a time of day as minutes after midnight; None where it is none.

    >>> read_time("7:30 pm"), read_time("07:30"), read_time("9"), read_time("25:70")
    (1170, 450, 540, None)
    """
    plain = typed.strip().lower().replace(".", "").replace(" ", "").removesuffix("oclock")
    half = 0
    if plain.endswith(("am", "pm")):
        plain, half = plain[:-2], 1 if plain.endswith("am") else 2
    hours, _, minutes = plain.replace("h", ":").partition(":")
    if not (hours.isdecimal() and hours.isascii() and len(hours) <= 2):
        return {"noon": 720, "midday": 720, "midnight": 0}.get(plain)
    if minutes and not (minutes.isdecimal() and minutes.isascii() and len(minutes) == 2):
        return None
    hour, minute = int(hours), int(minutes or 0)
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == 2 else 0)
    return hour * 60 + minute if hour < 24 and minute < 60 else None


def read_day(typed: str, today: date) -> date | None:
    """Read a date: 2026-06-01, 6/1/2026, June 1 2026, 1 June, June 1; without a year the next such day.

    >>> read_day("june 1", date(2026, 7, 4)), read_day("6/1/2026", date(2026, 1, 1)), read_day("soon", date(2026, 1, 1))
    (datetime.date(2027, 6, 1), datetime.date(2026, 6, 1), None)
    """
    plain = " ".join(typed.replace(",", " ").replace(".", " ").lower().split())
    plain = re.sub(r"(\d)(?:st|nd|rd|th)\b", r"\1", plain)
    for form in ("%Y-%m-%d", "%m/%d/%Y", "%m/%d/%y", "%B %d %Y", "%b %d %Y", "%d %B %Y", "%d %b %Y"):
        try:
            return datetime.strptime(plain, form).replace(tzinfo=UTC).date()
        except ValueError:
            continue
    for form in ("%B %d %Y", "%b %d %Y", "%d %B %Y", "%d %b %Y", "%m/%d %Y"):
        for year in (today.year, today.year + 1):
            try:
                found = datetime.strptime(f"{plain} {year}", form).replace(tzinfo=UTC).date()
            except ValueError:
                continue
            if found >= today:
                return found
    return None


def clock(minute: int) -> str:
    """Write a time of day.

    >>> clock(540)
    '09:00'
    """
    return f"{minute // 60:02}:{minute % 60:02}"


def spoken(day: date, today: date) -> str:
    """Say a date as a person would: today, yesterday, a weekday of the last six days, or the date.

    >>> spoken(date(2026, 11, 17), date(2026, 11, 22)), spoken(date(2026, 3, 1), date(2026, 11, 22))
    ('on Tuesday', 'on 1 March 2026')
    """
    back = (today - day).days
    if back in (0, 1):
        return ("today", "yesterday")[back]
    return f"on {day:%A}" if 1 < back < 7 else f"on {day.day} {day:%B %Y}"
