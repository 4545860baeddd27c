"""How ready somebody is: the chance of passing, the score to expect, and why; no number before there is enough to go by.

The model, an item response model with guessing (Birnbaum, in Lord and Novick, Statistical Theories of Mental Test Scores, 1968):

1. Everybody has a general ability; each area differs from it by something of its own. Both are uncertain.
2. Answers make both less so (:mod:`bot.learning.ability`); an area without answers is judged by the others.
3. A mock exam today has as many questions of each area as the blueprint. Its score varies with what is not known of the abilities,
   with the form of the day, and with which questions come.

Constants were set on simulated students of some kinds, and tried on others: ``benchmarks.readiness``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from math import erf, exp, log, sqrt
from operator import mul

from bot.learning.ability import SCALE, Ability, faded, likelihood
from bot.learning.difficulty import knows
from bot.learning.score import PASS_MARK

MIDDLE, SPREAD = 0.4, 0.7
"""General ability before anything is known, and how much people differ."""

OFFSET = 0.75
"""How much an area differs from the general ability."""

FORM = 0.28
"""How much a day differs from another."""

ENOUGH = 50
"""Answers, as they count today, without which there is no number."""

COVERED = 75
"""Questions of a hundred that lie in areas with answers, without which there is no number."""

_AN_ANSWER = 0.75
"""What an area with a recent answer weighs at least."""

AIM = 0.85
"""The share that an area is thought to reach, to see how much it would move."""

INTERVAL = 0.80
_GENERAL = tuple(place / 4 for place in range(-16, 17))
_DAYS = ((-sqrt(3), 1 / 6), (0.0, 2 / 3), (sqrt(3), 1 / 6))
"""Gauss and Hermite's three points of a normal distribution, and their weights."""

_UNLIKELY = 1e-5


@dataclass(frozen=True, slots=True)
class Weight:
    """An area in the exam: its questions, and the share of them at each difficulty."""

    questions: int
    levels: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """How one area stands: the share of its exam questions that are expected to be right, and what that rests on.

    ``passing`` is what the chance of passing would be if the area were at :data:`AIM`, as it is where it is there already.
    """

    area: str
    questions: int
    expected: float
    weight: float
    validated: bool
    passing: float

    @property
    def lost(self) -> float:
        """Points of the exam that lie between here and :data:`AIM`."""
        return max(AIM - self.expected, 0.0) * self.questions


@dataclass(frozen=True, slots=True)
class Missing:
    """What there is not enough of yet: answers, and areas that have none, the heaviest first."""

    answers: int
    areas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Readiness:
    """The chance of passing a mock exam today, and its score in percent: the middle, and the bounds of :data:`INTERVAL`.

    ``movers`` are the areas that would move the chance most, the first the most.
    """

    passing: float
    score: float
    low: int
    high: int
    standings: tuple[Standing, ...]
    movers: tuple[Standing, ...]


def missing(known: Mapping[str, Ability], exam: Mapping[str, int], now: datetime) -> Missing | None:
    """Say what is missing before there can be a number, None where nothing is."""
    weights = {area: faded(one, now).weight for area, one in known.items() if area in exam}
    total = sum(exam.values()) or 1
    bare = sorted((area for area in exam if weights.get(area, 0.0) < _AN_ANSWER), key=lambda area: -exam[area])
    needed: list[str] = []
    uncovered = 100 * sum(exam[area] for area in bare) / total
    for area in bare:
        if uncovered <= 100 - COVERED:
            break
        needed.append(area)
        uncovered -= 100 * exam[area] / total
    answers = -int(-max(ENOUGH - sum(weights.values()), len(needed)) // 1)
    return Missing(answers, tuple(needed)) if answers > 0 else None


def readiness(known: Mapping[str, Ability], exam: Mapping[str, Weight], now: datetime, count: int = 100) -> Readiness:
    """Work out how ready somebody is for an exam of ``count`` questions, parted as ``exam`` says."""
    counts = {area: of.questions * count / sum(one.questions for one in exam.values()) for area, of in exam.items()}
    seen = {area: _explained(likelihood(faded(one, now))) for area, one in known.items() if area in exam and one.counts}
    general = _general(list(seen.values()))
    tables = {area: [_expected(of.levels, FORM * point) for point, _weight in _DAYS] for area, of in exam.items()}
    parts: list[tuple[float, float, float]] = []
    shares = dict.fromkeys(exam, 0.0)
    for at, weight in general.items():
        means, spreads = [0.0] * len(_DAYS), [0.0] * len(_DAYS)
        for area, number in counts.items():
            likely = _posterior(at, seen.get(area))
            for day, (once, twice) in enumerate(tables[area]):
                mean, square = sum(map(mul, likely, once)), sum(map(mul, likely, twice))
                means[day] += number * mean
                spreads[day] += number * (mean - square) + number * number * (square - mean * mean)
                shares[area] += weight * _DAYS[day][1] * mean
        parts += [(weight * share, mean, sqrt(spread)) for (_at, share), mean, spread in zip(_DAYS, means, spreads, strict=True)]
    mark = PASS_MARK * count / 100 - 0.5
    standings = []
    for area, of in exam.items():
        of_it = faded(known[area], now) if area in known else None
        gain = max(AIM - shares[area], 0.0) * counts[area]
        standings.append(
            Standing(
                area,
                of.questions,
                shares[area],
                of_it.weight if of_it else 0.0,
                of_it is not None and of_it.validated,
                1 - _below(mark - gain, parts),
            )
        )
    tail = (1 - INTERVAL) / 2
    return Readiness(
        1 - _below(mark, parts),
        100 * sum(weight * mean for weight, mean, _spread in parts) / count,
        _bound(tail, parts, count),
        _bound(1 - tail, parts, count),
        tuple(standings),
        tuple(sorted((one for one in standings if one.lost > 0.05), key=lambda one: -one.lost)[:3]),
    )


def _explained(logs: Sequence[float]) -> list[float]:
    top = max(logs)
    return [exp(one - top) for one in logs]


@cache
def _kernel(at: float) -> tuple[float, ...]:
    """Say how likely each ability of the scale is in an area, where the general ability is ``at``."""
    shares = [exp(-((one - at) ** 2) / (2 * OFFSET * OFFSET)) for one in SCALE]
    total = sum(shares)
    return tuple(one / total for one in shares)


def _general(seen: Sequence[Sequence[float]]) -> dict[float, float]:
    """Say how likely each general ability is; what is next to impossible is left out."""
    logs = []
    for at in _GENERAL:
        fits = [sum(map(mul, _kernel(at), likely)) for likely in seen]
        logs.append(-((at - MIDDLE) ** 2) / (2 * SPREAD * SPREAD) + sum(log(max(fit, 1e-300)) for fit in fits))
    found = {at: likely for at, likely in zip(_GENERAL, _explained(logs), strict=True) if likely > _UNLIKELY}
    total = sum(found.values())
    return {at: likely / total for at, likely in found.items()}


def _posterior(at: float, likely: Sequence[float] | None) -> Sequence[float]:
    kernel = _kernel(at)
    if likely is None:
        return kernel
    found = list(map(mul, kernel, likely))
    total = sum(found)
    return [one / total for one in found] if total > 0 else kernel


@cache
def _expected(levels: tuple[tuple[float, float], ...], form: float) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Say for each ability of the scale which share of such questions is right on such a day, and its square."""
    whole = sum(share for _difficulty, share in levels)
    once = tuple(sum(share * knows(ability + form, difficulty) for difficulty, share in levels) / whole for ability in SCALE)
    return once, tuple(one * one for one in once)


def _below(points: float, parts: Sequence[tuple[float, float, float]]) -> float:
    """Return the chance of fewer points."""
    return sum(weight * 0.5 * (1 + erf((points - mean) / (spread * sqrt(2)))) for weight, mean, spread in parts)


def _bound(share: float, parts: Sequence[tuple[float, float, float]], count: int) -> int:
    """Find the score in percent below which that share of exams lies."""
    low, high = 0.0, float(count)
    for _ in range(30):
        middle = (low + high) / 2
        low, high = (middle, high) if _below(middle, parts) < share else (low, middle)
    return round(100 * low / count)
