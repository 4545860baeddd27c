"""How questions do in use: how many get one right, whether those who know more do, which wrong options nobody takes.

Facility and point-biserial correlation as in classical test theory (Crocker and Algina, Introduction to Classical and Modern Test
Theory, chapter 14).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import mean, median

ENOUGH = 30
"""Answers from which a figure says something."""

_DEAD = 0.02
_BACKWARDS = -0.10
_BEST_FAIL = 0.35


@dataclass(frozen=True, slots=True)
class Answered:
    """One first answer: the option taken, whether it was right, the share of right answers of whoever gave it, and the seconds it took."""

    chosen: int
    correct: bool
    score: float
    seconds: int | None


@dataclass(frozen=True, slots=True)
class Figures:
    """What is known of one question.

    ``discrimination`` is -1 to 1, None where all answers are alike; ``best`` is the share of the best third of its answerers who got
    it right; ``dead`` are options that nearly nobody takes.
    """

    question: str
    answers: int
    facility: float
    discrimination: float | None
    best: float
    dead: tuple[int, ...]
    seconds: float | None

    @property
    def fault(self) -> str | None:
        """Say why the question should not be asked on, None where nothing speaks against it."""
        if self.answers < ENOUGH:
            return None
        if self.discrimination is not None and self.discrimination < _BACKWARDS:
            return f"those who know more miss it more often (point-biserial {self.discrimination:.2f}, {self.answers} answers)"
        if self.best < _BEST_FAIL and self.best <= self.facility:
            return f"of the best third only {self.best:.0%} get it right ({self.answers} answers)"
        return None


def figures(question: str, key: int, found: Sequence[Answered]) -> Figures:
    """Work the figures of one question out; ``found`` is not empty."""
    facility = mean(one.correct for one in found)
    ranked = sorted(found, key=lambda one: one.score, reverse=True)
    best = ranked[: max(len(ranked) // 3, 1)]
    taken = [sum(one.chosen == option for one in found) for option in range(4)]
    dead = tuple(option for option in range(4) if option != key and len(found) >= ENOUGH and taken[option] < _DEAD * len(found))
    times = [one.seconds for one in found if one.seconds is not None]
    return Figures(
        question,
        len(found),
        facility,
        _point_biserial(found, facility),
        mean(one.correct for one in best),
        dead,
        median(times) if times else None,
    )


def _point_biserial(found: Sequence[Answered], facility: float) -> float | None:
    scores = [one.score for one in found]
    middle = mean(scores)
    spread = sqrt(mean((score - middle) ** 2 for score in scores))
    if not 0 < facility < 1 or spread < 1e-9:
        return None
    right = mean(one.score for one in found if one.correct)
    return (right - middle) / spread * sqrt(facility / (1 - facility))
