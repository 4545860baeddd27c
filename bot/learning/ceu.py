"""Continuing education: how many units a period of two years takes, what counts in it, when to be reminded.

Source: AAPC, CEU policies (aapc.com/about-us/ceu-policies) and help pages, read 2026-11-22: 36 units in two years for one credential,
no number per year, nothing carried over, nothing from before the certification, a course once. The numbers for more credentials are
those of AAPC pages of 2015 to 2019. The first period is pro-rated, by a rule that those pages do not give.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

HUNDREDTHS = 100
"""Units are kept as hundredths, since courses give halves and quarters."""

NEEDED = {1: 36, 2: 40, 3: 44, 4: 48, 5: 52}
"""Units in two years, by the number of credentials, five standing for more as well."""

MOST = 100
"""Units that one entry may have: more is a slip."""

REMINDERS = (180, 90, 30, 7)
"""Days before the end of a period on which it is said what is missing."""

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """Two years, or what is left of the first ones; ``first`` and ``last`` are in it."""

    first: date
    last: date

    @property
    def short(self) -> bool:
        """Whether it is a first period that is cut short, so that fewer units are needed."""
        return (self.last - self.first).days < 729


@dataclass(frozen=True, slots=True)
class Entry:
    """What was learned: the date, hundredths of units, and what it was."""

    id: int
    day: date
    hundredths: int
    title: str


def period(since: date, due: date | None, today: date) -> Period:
    """Find the period that today is in; ``due`` is the last day of any of them, where that is known, such as from AAPC's tracker.

    Somebody certified today is in the first; before that there is none, and the first is meant.

    >>> period(date(2026, 5, 1), None, date(2026, 11, 23))
    Period(first=datetime.date(2026, 5, 1), last=datetime.date(2028, 4, 30))
    >>> period(date(2026, 5, 1), date(2027, 12, 31), date(2026, 11, 23)).short
    True
    """
    today = max(today, since)
    last = due if due is not None else _later(since, 2) - _DAY
    years = 2 * ((last.year - today.year) // 2)
    end = _later(last, -years)
    while end < today:
        years -= 2
        end = _later(last, -years)
    while (before := _later(last, -years - 2)) >= today:
        years += 2
        end = before
    return Period(max(_later(last, -years - 2) + _DAY, since), end)


def _later(day: date, years: int) -> date:
    """Go on by years; the 29th of February becomes the 28th where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def needed(credentials: int) -> int:
    """Say how many units a period takes."""
    return NEEDED[min(max(credentials, 1), max(NEEDED))]


def counted(entries: Sequence[Entry], within: Period) -> int:
    """Add up the hundredths that count in a period."""
    return sum(one.hundredths for one in entries if within.first <= one.day <= within.last)


def next_reminder(within: Period, today: date) -> date:
    """Say on which day after today it is next to be looked at: a reminder, or the first day of the next period."""
    days = [within.last - timedelta(days=before) for before in REMINDERS]
    return next((day for day in days if day > today and day > within.first), within.last + _DAY)


def said(hundredths: int) -> str:
    """Write units.

    >>> said(3600), said(150), said(25), said(0)
    ('36', '1.5', '0.25', '0')
    """
    whole, rest = divmod(hundredths, HUNDREDTHS)
    return f"{whole}.{rest:02}".rstrip("0") if rest else str(whole)


def read_units(typed: str) -> int | None:
    """Read units as hundredths; None where it is no number of them.

    >>> read_units("2"), read_units("1.5"), read_units("0,25"), read_units("0"), read_units("500"), read_units("two")
    (200, 150, 25, None, None, None)
    """
    whole, _, rest = typed.replace(",", ".").partition(".")
    if not (f"{whole}{rest}".isdecimal() and typed.isascii() and len(whole) <= 3 and len(rest) <= 2):
        return None
    found = int(whole or 0) * HUNDREDTHS + int((rest + "00")[:2])
    return found if 0 < found <= MOST * HUNDREDTHS else None
