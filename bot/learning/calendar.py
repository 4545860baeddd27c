"""Where a learner's day begins and when their push is due. Decided in their zone, stored in UTC."""

import re
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

from bot.learning.cities import CITIES

_MINUTE = timedelta(minutes=1)


@lru_cache(maxsize=4096)  # a tick asks it several times of each learner, of one moment and few zones
def local_day(now: datetime, zone: str) -> date:
    """Return the calendar date where the learner lives."""
    return now.astimezone(ZoneInfo(zone)).date()


def local_minute(now: datetime, zone: str) -> int:
    """Return the minutes after midnight where the learner lives, as the clock on the wall shows them."""
    wall = now.astimezone(ZoneInfo(zone))
    return wall.hour * 60 + wall.minute


def own_day(now: datetime, zone: str, counted: date | None) -> date:
    """Return the learner's date, which never goes back: who travels west after a date was counted is still on that date.

    Zones are a day apart at most; a ``counted`` date further ahead came from a clock that was wrong, and is not believed.
    """
    today = local_day(now, zone)
    return counted if counted is not None and today < counted <= today + timedelta(days=1) else today


def exists(day: date, zone: str) -> bool:
    """Say whether a date ever was there; Samoa had no 30 December 2011."""
    return local_day(instant(day, 12 * 60, zone), zone) == day


def within(minute: int, begin: int, end: int) -> bool:
    """Say whether a wall time lies in a span of the day, which may go over midnight. All in minutes; an empty span holds nothing.

    >>> within(60, 1320, 480), within(720, 1320, 480), within(1320, 1320, 480), within(480, 1320, 480)
    (True, False, True, False)
    """
    return begin <= minute < end if begin <= end else minute >= begin or minute < end


def quiet_end(now: datetime, zone: str, begin: int, end: int) -> datetime | None:
    """Return when the quiet hours end that ``now`` lies in; None where it lies in none."""
    if not within(local_minute(now, zone), begin, end):
        return None
    day = local_day(now, zone)
    while (over := instant(day, end, zone)) <= now:
        day += timedelta(days=1)
    return over


@lru_cache(maxsize=4096)  # many learners share an hour and a zone
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


def find_zone(typed: str) -> str | None:
    """Find the IANA zone that was typed: its name in any case, the city in it, a large city or a US state. Never a guess.

    >>> find_zone("america/new_york"), find_zone("Los Angeles"), find_zone("Atlantis")
    ('America/New_York', 'America/Los_Angeles', None)
    """
    wanted = "_".join(typed.strip().lower().split())
    if wanted in CITIES:
        return CITIES[wanted]
    cities = []
    for name in sorted(available_timezones()):
        lower = name.lower()
        if lower == wanted:
            return name
        if "/" in name and lower.rsplit("/", 1)[1] == wanted and not name.startswith(("Etc/", "US/", "posix/", "right/")):
            cities.append(name)
    return cities[0] if cities else None


def zone_by_clock(minute: int, now: datetime) -> str | None:
    """Find a zone whose clocks show a wall time now, within a quarter of an hour: the first of the populous ones that fits.

    >>> from datetime import UTC, datetime
    >>> zone_by_clock(7 * 60 + 5, datetime(2026, 11, 28, 12, 2, tzinfo=UTC))
    'America/New_York'
    """
    for zone in _BY_CLOCK:
        apart = (local_minute(now, zone) - minute) % 1440
        if min(apart, 1440 - apart) <= 7:
            return zone
    return None


_BY_CLOCK = (
    "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles", "America/Phoenix", "America/Anchorage",
    "Pacific/Honolulu", "America/Puerto_Rico", "America/Halifax", "America/St_Johns", "Asia/Kolkata", "Asia/Manila", "Europe/London",
    "Europe/Paris", "Africa/Lagos", "Africa/Cairo", "Africa/Nairobi", "Asia/Dubai", "Asia/Karachi", "Asia/Dhaka", "Asia/Kathmandu",
    "Asia/Yangon", "Asia/Bangkok", "Asia/Singapore", "Asia/Tokyo", "Asia/Tehran", "Asia/Kabul", "Australia/Brisbane", "Australia/Sydney",
    "Australia/Adelaide", "Australia/Darwin", "Pacific/Auckland", "Pacific/Noumea", "America/Sao_Paulo", "Atlantic/South_Georgia",
    "Atlantic/Azores", "Pacific/Tongatapu", "Pacific/Kiritimati", "Pacific/Marquesas", "Pacific/Pago_Pago", "Asia/Kamchatka",
    "Pacific/Chatham", "Australia/Eucla", "Australia/Lord_Howe",
)  # fmt: skip


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


def read_span(typed: str) -> int | None:
    """Read a length of time as days: 10 days, 2 weeks, a month; None where it is none.

    >>> read_span("2 weeks"), read_span("a month"), read_span("10"), read_span("for ever")
    (14, 30, 10, None)
    """
    words = typed.lower().replace("for ", "").split()
    number = _COUNTS.get(words[0], words[0]) if words else ""
    if not (number.isdecimal() and number.isascii() and len(number) < 4):
        return None
    unit = words[1].removesuffix("s") if len(words) > 1 else "day"
    days = {"day": 1, "d": 1, "week": 7, "wk": 7, "w": 7, "month": 30}.get(unit)
    return int(number) * days if days else None


_COUNTS = {"a": "1", "an": "1", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6"}


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


def upcoming(day: date, today: date) -> str:
    """Say a date to come as a person would: today, tomorrow, a weekday of the next six days, or the date.

    >>> upcoming(date(2026, 11, 23), date(2026, 11, 22)), upcoming(date(2026, 11, 25), date(2026, 11, 22))
    ('tomorrow', 'on Wednesday')
    """
    ahead = (day - today).days
    if ahead in (0, 1):
        return ("today", "tomorrow")[ahead]
    return f"on {day:%A}" if 1 < ahead < 7 else f"on {day.day} {day:%B}" + (f" {day.year}" if day.year != today.year else "")


def span(seconds: int) -> str:
    """Write a length of time as a clock does.

    >>> span(144), span(14_400), span(5)
    ('2:24', '4:00:00', '0:05')
    """
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
