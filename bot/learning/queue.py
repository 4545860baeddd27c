"""Which of the items that are due are asked now: most at risk first, siblings apart, no more a day than was agreed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Waiting:
    """An item that may be asked. ``urgency`` is higher for what is asked earlier; items that share a mark are siblings."""

    item: str
    urgency: float
    marks: frozenset[str] = frozenset()


def choose(waiting: Iterable[Waiting], count: int) -> list[str]:
    """Choose ``count`` items and their order: the most urgent first, and of siblings one, as long as there are others.

    Where siblings are needed to fill the round they come last, those of one family as far from one another as may be.

    >>> choose([Waiting("a", 3, frozenset("x")), Waiting("b", 2, frozenset("x")), Waiting("c", 1)], 2)
    ['a', 'c']
    """
    ranked = sorted(waiting, key=lambda one: (-one.urgency, one.item))
    chosen: list[Waiting] = []
    met: set[str] = set()
    for one in ranked:
        if len(chosen) < count and met.isdisjoint(one.marks):
            chosen.append(one)
            met |= one.marks
    taken = {one.item for one in chosen}
    left = [one for one in ranked if one.item not in taken]
    while left and len(chosen) < count:
        best = max(left, key=lambda one: (_distance(one, chosen), one.urgency))
        left.remove(best)
        chosen.append(best)
    return [one.item for one in chosen]


def _distance(one: Waiting, before: Sequence[Waiting]) -> int:
    """Count the questions since the last sibling."""
    for steps, other in enumerate(reversed(before)):
        if one.marks & other.marks:
            return steps
    return len(before)


def flatten(due: Iterable[tuple[date, int]], today: date, load: int, done: int = 0) -> list[tuple[date, int]]:
    """Spread what is due over days of ``load`` reviews at most; ``done`` of today's are done. Returns dates and counts, none of zero.

    What is overdue is due today; what does not fit into a day goes to the next.

    >>> flatten([(date(2026, 11, 1), 50), (date(2026, 11, 25), 5)], date(2026, 11, 23), 20)
    [(datetime.date(2026, 11, 23), 20), (datetime.date(2026, 11, 24), 20), (datetime.date(2026, 11, 25), 15)]
    """
    waiting: dict[date, int] = {}
    for day, count in due:
        waiting[max(day, today)] = waiting.get(max(day, today), 0) + count
    spread, day, left, room = [], today, 0, max(load - done, 0)
    while waiting or left:
        left += waiting.pop(day, 0)
        fits = min(left, room)
        if fits:
            spread.append((day, fits))
        left, room = left - fits, max(load, 1)
        day = day + timedelta(days=1) if left or not waiting else min(waiting)
    return spread
