"""The paper of a mock exam: how many questions of each area a sitting has, and which.

A question that stands alone and a case with its questions are both units. What is drawn keeps the order of the exam: area by area,
within an area single questions before cases, a case's questions together.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

_TO_A_CASE = 5
"""Questions of an area for which there is one whole case at most, as in the mock exams that are set aside: two for ten."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What is drawn as one: the ids of its questions, in their order."""

    area: str
    questions: tuple[str, ...]

    @property
    def size(self) -> int:
        """How many questions it has."""
        return len(self.questions)


def shares(weights: Mapping[str, int], total: int, room: Mapping[str, int], chance: Random) -> dict[str, int]:
    """Part ``total`` questions over the areas by their weights: rounded down, then up where most is missing, equal ones by chance.

    ``room`` is how many questions of each area there are: what has no room is not rounded up while others have.

    >>> shares({"a": 6, "b": 3, "c": 1}, 5, {"a": 9, "b": 9, "c": 9}, Random(1))
    {'a': 3, 'b': 1, 'c': 1}
    >>> shares({"a": 6, "b": 3, "c": 1}, 5, {"a": 9, "b": 9, "c": 0}, Random(1))
    {'a': 3, 'b': 2, 'c': 0}
    """
    whole = sum(weights.values())
    if not whole:
        return dict.fromkeys(weights, 0)
    found = {area: weight * total // whole for area, weight in weights.items()}
    missing = {area: weight * total % whole for area, weight in weights.items()}
    left = {area: room.get(area, 0) - count for area, count in found.items()}
    mixed = chance.sample(list(weights), len(weights))
    mixed.sort(key=lambda area: (not missing[area], left[area] <= 0, -missing[area], -left[area]))
    for area in mixed[: total - sum(found.values())]:
        found[area] += 1
    return found


def room_in(units: Sequence[Unit]) -> dict[str, int]:
    """Count the questions of each area."""
    there: dict[str, int] = {}
    for one in units:
        there[one.area] = there.get(one.area, 0) + one.size
    return there


def draw(pools: Sequence[Sequence[Unit]], wanted: Mapping[str, int]) -> list[str]:
    """Draw the questions that are ``wanted`` of each area, from the first pool as far as it goes, then from the next.

    Each pool is taken in its order. Of an area come whole cases that fit, a few of them, then single questions, then more cases,
    and the first questions of a case where nothing else is left. Where all pools together have too few, fewer are drawn.
    """
    paper: list[str] = []
    for area, count in wanted.items():
        singles: list[Unit] = []
        cases: list[Unit] = []
        for pool in pools:
            mine = [one for one in pool if one.area == area]
            alone, whole = [one for one in mine if one.size == 1], [one for one in mine if one.size > 1]
            left = count - sum(one.size for one in (*singles, *cases))
            for one in whole:
                if len(cases) < -(-count // _TO_A_CASE) and one.size <= left:
                    cases.append(one)
                    left -= one.size
            singles += alone[:left]
            left -= len(alone[:left])
            for one in whole:
                if left > 0 and one not in cases:
                    cases.append(Unit(area, one.questions[:left]))
                    left -= cases[-1].size
        paper += [name for one in (*singles, *cases) for name in one.questions]
    return paper
