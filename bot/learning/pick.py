"""Which questions to ask: by the blueprint of the exam, what is new or missed first; one for everybody a day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from random import Random


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question that may be asked, or several that are asked together, as far as choosing is concerned."""

    id: str
    area: str
    size: int = 1
    """How many questions it has."""


def pick(
    bank: Sequence[Candidate],
    weights: Mapping[str, int],
    count: int,
    seen: Mapping[str, tuple[datetime, bool]],
    chance: Random,
) -> list[str]:
    """Choose ``count`` questions for a round, fewer where the bank is smaller.

    1. Areas are drawn by their weight, so that a mixed round looks like the exam.
    2. Within an area: never asked before, then missed last time, then answered longest ago; what is larger than the rest of
       the round is passed over.
    """
    shelves: dict[str, list[Candidate]] = {}
    for candidate in chance.sample(bank, len(bank)):
        shelves.setdefault(candidate.area, []).append(candidate)
    for shelf in shelves.values():
        shelf.sort(key=lambda one: _turn(seen.get(one.id)))
    chosen: list[str] = []
    left = count
    while shelves and left > 0:
        areas = sorted(shelves)
        area = chance.choices(areas, [weights.get(area, 1) for area in areas])[0]
        fitting = next((place for place, one in enumerate(shelves[area]) if one.size <= left), None)
        if fitting is not None:
            one = shelves[area].pop(fitting)
            chosen.append(one.id)
            left -= one.size
        if fitting is None or not shelves[area]:
            del shelves[area]
    return chosen


def _turn(last: tuple[datetime, bool] | None) -> tuple[int, float]:
    if last is None:
        return (0, 0.0)
    at, right = last
    return (2, at.timestamp()) if right else (1, at.timestamp())


def of_the_day(bank: Sequence[Candidate], weights: Mapping[str, int], day: date, used: Sequence[str]) -> str:
    """Choose the question of a day, the same for everybody, reproducibly from the date.

    Areas come up by their weight; a question comes again only when the whole bank has been ``used``.
    """
    left = [candidate for candidate in bank if candidate.id not in set(used)] or list(bank)
    chance = Random(f"question of {day.isoformat()}")  # noqa: S311  # a draw to be repeated, not a secret
    return pick(sorted(left, key=lambda one: one.id), weights, 1, {}, chance)[0]


ENOUGH = 5
"""Answers in an area from which it can be called the weakest."""


def weakest(tallies: Sequence[tuple[str, int, int]]) -> tuple[str, int, int] | None:
    """Choose the area with the smallest share of right answers, of tallies as (area, right, answered); None where none has enough.

    >>> weakest([("hcpcs", 9, 10), ("medicine", 3, 9), ("anatomy", 0, 1)])
    ('medicine', 3, 9)
    """
    known = [one for one in tallies if one[2] >= ENOUGH]
    return min(known, key=lambda one: (one[1] / one[2], -one[2], one[0])) if known else None


RETURNS = (4, 8)
"""After how many other questions a miss comes back within its round: the first time, the second time."""

_APART = 3
"""Others that must lie between at the least; where the round ends sooner, it does not come back."""


def comes_back(number: int, of: int, misses: int) -> int | None:
    """Say as which number a question comes back that was missed as ``number`` of ``of``, for the ``misses``-th time; None if not.

    >>> comes_back(1, 10, 1), comes_back(2, 5, 1), comes_back(3, 5, 1), comes_back(1, 10, 3)
    (6, 6, None, None)
    """
    if misses > len(RETURNS):
        return None
    place = min(number + RETURNS[misses - 1], of)
    return place + 1 if place - number >= _APART else None
