"""Streaks: how many local dates in a row had at least one answer."""

from collections.abc import Collection
from datetime import date, timedelta

_DAY = timedelta(days=1)


def streak(days: Collection[date], today: date) -> int:
    """Count the days in a row up to today; a today without an answer does not end it yet.

    >>> streak({date(2026, 3, 1), date(2026, 3, 2)}, date(2026, 3, 3))
    2
    """
    day = today if today in days else today - _DAY
    length = 0
    while day in days:
        length += 1
        day -= _DAY
    return length


def longest(days: Collection[date]) -> int:
    """Count the longest run of days in a row."""
    best = length = 0
    before: date | None = None
    for day in sorted(days):
        length = length + 1 if before is not None and day - before == _DAY else 1
        best, before = max(best, length), day
    return best
