"""The score of a mock exam: right of asked, over all and by area, the pace, and what changing answers did. A blank is a wrong answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

PASS_MARK = 70
"""Percent of the whole exam; no area has a mark of its own."""

PACE = 144
"""Seconds a question: four hours for a hundred."""


@dataclass(frozen=True, slots=True)
class Given:
    """What became of one question: the area it is of, what was chosen last and first, None for nothing, and the seconds spent on it.

    ``right`` and ``first_right`` say whether the last and the first choice were the key.
    """

    area: str
    chosen: int | None = None
    first: int | None = None
    right: bool = False
    first_right: bool = False
    flagged: bool = False
    seconds: int = 0


@dataclass(frozen=True, slots=True)
class AreaScore:
    """How one area went."""

    area: str
    right: int
    of: int
    seconds: int

    @property
    def lost(self) -> int:
        """Points that were not made."""
        return self.of - self.right


@dataclass(frozen=True, slots=True)
class Score:
    """How a sitting went; ``areas`` from weakest to strongest, those alike in the order of the exam.

    ``to_right``, ``to_wrong`` and ``still_wrong`` count answers that were changed, by what the first choice and the last were.
    """

    right: int
    of: int
    blank: int
    flagged: int
    areas: tuple[AreaScore, ...]
    to_right: int
    to_wrong: int
    still_wrong: int

    @property
    def percent(self) -> int:
        """The share of right answers, rounded down: what is said to be 70 has passed."""
        return percent(self.right, self.of)

    @property
    def passed(self) -> bool:
        """Whether the pass mark was reached."""
        return self.of > 0 and 100 * self.right >= PASS_MARK * self.of

    @property
    def needed(self) -> int:
        """Right answers that make the pass mark."""
        return -(-PASS_MARK * self.of // 100)

    @property
    def chance_points(self) -> int:
        """Points of a hundred by which chance alone moves such a score, up or down, in nineteen of twenty sittings."""
        share = (self.right + 2) / (self.of + 4)  # Agresti and Coull: a perfect score is not certain either
        return round(100 * 1.96 * sqrt(share * (1 - share) / (self.of + 4)))


def percent(right: int, of: int) -> int:
    """Return a share in percent, rounded down."""
    return 100 * right // of if of else 0


def score(given: Sequence[Given], order: Sequence[str]) -> Score:
    """Add up what became of all questions of a sitting; ``order`` is that of the areas in the exam."""
    sums: dict[str, list[int]] = {}
    for one in given:
        mine = sums.setdefault(one.area, [0, 0, 0])
        mine[0] += one.right
        mine[1] += 1
        mine[2] += one.seconds
    place = {area: number for number, area in enumerate(order)}
    areas = [AreaScore(area, *mine) for area, mine in sums.items()]
    areas.sort(key=lambda one: (one.right / one.of, place.get(one.area, len(place))))
    changed = [one for one in given if one.chosen is not None and one.chosen != one.first]
    return Score(
        right=sum(one.right for one in given),
        of=len(given),
        blank=sum(one.chosen is None for one in given),
        flagged=sum(one.flagged for one in given),
        areas=tuple(areas),
        to_right=sum(one.right for one in changed),
        to_wrong=sum(one.first_right for one in changed),
        still_wrong=sum(not one.right and not one.first_right for one in changed),
    )


def most_lost(areas: Sequence[AreaScore], shares: Mapping[str, int], count: int) -> list[AreaScore]:
    """Choose the areas in which practice would gain most: the largest loss by the weight of the area in the whole exam."""
    lossy = [one for one in areas if one.lost]
    return sorted(lossy, key=lambda one: -shares.get(one.area, 0) * one.lost / one.of)[:count]


@dataclass(frozen=True, slots=True)
class Pace:
    """How the time goes: seconds spent and allowed (None without a clock), questions answered and in all."""

    spent: int
    allowed: int | None
    answered: int
    of: int

    @property
    def left(self) -> int:
        """Seconds left, never less than none."""
        return max((self.allowed or 0) - self.spent, 0)

    @property
    def expected(self) -> int:
        """Questions that would be answered by now at an even pace."""
        return min(self.of, self.spent * self.of // self.allowed) if self.allowed else 0

    @property
    def each(self) -> int | None:
        """Seconds that each answer has taken so far."""
        return self.spent // self.answered if self.answered else None

    @property
    def left_each(self) -> int | None:
        """Seconds left for each question that is open."""
        return self.left // (self.of - self.answered) if self.of > self.answered else None
