"""Streaks: how many of the learner's dates in a row counted, and the freezes that carry them over a missed one.

A date counts once enough was answered on it. Accounting is lazy and day by day, so it comes to the same whenever it is done:

1. A date that counts lengthens the streak; every seventh in a row earns a freeze, three at most.
2. A missed date on which nothing was asked of the learner (a rest day, a pause, an outage of ours, a date that a journey left
   out) is passed over.
3. Any other missed date spends a freeze; where there is none, the streak ends. Today is never missed.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

MOST_FREEZES = 3
EARNED_EVERY = 7
_DAY = timedelta(days=1)


class Kind(StrEnum):
    """What a date was to the streak."""

    OPEN = "open"
    """Something was answered, not yet enough."""
    DONE = "done"
    FROZEN = "frozen"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Run:
    """A streak as it stands. ``steps`` are days counted since a freeze was last earned; ``last`` is the last date accounted for."""

    length: int = 0
    longest: int = 0
    freezes: int = 0
    steps: int = 0
    last: date | None = None


def settle(run: Run, today: date, rests: Callable[[date], bool]) -> tuple[Run, list[tuple[date, Kind]]]:
    """Account for the dates before ``today`` that went by; also return what became of each, up to where the streak ended.

    >>> monday = date(2026, 3, 2)
    >>> run, passed = settle(Run(5, 5, 1, 5, monday), date(2026, 3, 5), lambda day: False)
    >>> run.length, run.freezes, passed
    (0, 0, [(datetime.date(2026, 3, 3), <Kind.FROZEN: 'frozen'>)])
    """
    passed: list[tuple[date, Kind]] = []
    while run.last is not None and (day := run.last + _DAY) < today:
        if rests(day):
            passed.append((day, Kind.REST))
            run = replace(run, last=day)
        elif run.freezes:
            passed.append((day, Kind.FROZEN))
            run = replace(run, last=day, freezes=run.freezes - 1)
        else:
            run = replace(run, length=0, steps=0, last=None)
    return run, passed


def count(run: Run, day: date) -> Run:
    """Count a date, all dates before it being settled; one that is accounted for changes nothing.

    >>> count(Run(6, 6, 0, 6, date(2026, 3, 1)), date(2026, 3, 2))
    Run(length=7, longest=7, freezes=1, steps=0, last=datetime.date(2026, 3, 2))
    """
    if run.last is not None and day <= run.last:
        return run
    length, steps, freezes = run.length + 1, run.steps + 1, run.freezes
    if steps == EARNED_EVERY:
        steps, freezes = 0, min(freezes + 1, MOST_FREEZES)
    return Run(length, max(run.longest, length), freezes, steps, day)


def replay(days: Iterable[tuple[date, Kind]], freezes: int) -> Run:
    """Work a streak out again from what its dates were, such as when two histories become one; ``freezes`` are kept."""
    run = Run()
    for day, kind in sorted(days):
        if kind is Kind.OPEN:
            continue
        run, _ = settle(replace(run, freezes=0), day, lambda _day: False)
        run = count(run, day) if kind is Kind.DONE else replace(run, last=day)
    return replace(run, freezes=min(freezes, MOST_FREEZES))
