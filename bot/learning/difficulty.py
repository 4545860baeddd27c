"""How hard a question is, in logits: as its author meant it, corrected by all answers once there are enough.

A question of difficulty 0 is known by half of those of ability 0; whoever does not know it still finds one option of four.
"""

from collections.abc import Sequence
from math import exp, log

GUESS = 0.25
"""The chance of who knows nothing: one of four options."""

SLOPE = 0.9
"""How sharply a question parts those who know from those who do not; below 1, since its difficulty is never exactly known."""

MEANT = {"easy": -0.8, "medium": 0.0, "hard": 0.8}
"""What an author's word stands for until answers say otherwise."""

ENOUGH = 10
"""Answers from which a difficulty is learned."""

STEP = 0.5
"""A rung of the scale on which answers are counted."""

_MOST = 6
_WORTH = 20
"""Answers that an author's word is worth."""

_LEAST, _TOP = 0.03, 0.97


def knows(ability: float, difficulty: float) -> float:
    """Return the chance that somebody gets a question right, guessing included.

    >>> round(knows(0, 0), 3), round(knows(-9, 0), 2)
    (0.625, 0.25)
    """
    return GUESS + (1 - GUESS) / (1 + exp(-SLOPE * (ability - difficulty)))


def rung(difficulty: float) -> int:
    """Round a difficulty to the scale on which answers are counted: half a logit a rung, -6 to 6.

    >>> rung(0.8), rung(-9)
    (2, -6)
    """
    return max(-_MOST, min(_MOST, round(difficulty / STEP)))


def learned(meant: str, answers: Sequence[tuple[bool, float]]) -> float:
    """Work out a difficulty from first answers, each right or not by somebody whose share of right answers elsewhere is known.

    It is what would make these people right as often as they were; few answers move it little from what the author meant.
    """
    said = MEANT.get(meant, 0.0)
    if not answers:
        return said
    who = sum(_logit(score) for _right, score in answers) / len(answers)
    seen = who - _logit((sum(right for right, _score in answers) + 1) / (len(answers) + 2))
    return (len(answers) * seen + _WORTH * said) / (len(answers) + _WORTH)


def _logit(share: float) -> float:
    """Turn a share of right answers into an ability against questions of difficulty 0, guessing taken out."""
    known = min(max((share - GUESS) / (1 - GUESS), _LEAST), _TOP)
    return log(known / (1 - known)) / SLOPE
