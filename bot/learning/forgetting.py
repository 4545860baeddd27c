"""The formulas of FSRS-6, for looking ahead: what would be remembered on a date, were an item asked now.

Scheduling itself is py-fsrs's; here thousands of futures are compared in a moment. Written with operators alone, so that arrays may be
given for numbers. ``tests/test_deadline.py`` holds the formulas against py-fsrs. Source: "The Algorithm" in the wiki of fsrs4anki.
"""

from math import e

from bot.learning.review import WEIGHTS

_W = WEIGHTS
_DECAY = -_W[20]
_FACTOR = 0.9 ** (1 / _DECAY) - 1


def recall(stability: float, elapsed: float) -> float:
    """Return the probability, 0 to 1, that an item is remembered ``elapsed`` days after it was answered."""
    return _power(1 + _FACTOR * elapsed / stability, _DECAY)


def _power(base: float, exponent: float) -> float:
    power: float = base**exponent
    return power


def if_right(stability: float, difficulty: float, remembered: float) -> float:
    """Return the stability after a right answer, of an item that was ``remembered`` with that probability."""
    growth: float = e ** _W[8] * (11 - difficulty) * _power(stability, -_W[9]) * (e ** ((1 - remembered) * _W[10]) - 1)
    return stability * (1 + growth)


def if_wrong(stability: float, difficulty: float, remembered: float) -> float:
    """Return the stability after a wrong answer; never more than before."""
    forgotten = _W[11] * _power(difficulty, -_W[12]) * (_power(stability + 1, _W[13]) - 1) * e ** ((1 - remembered) * _W[14])
    return _less(forgotten, stability / e ** (_W[17] * _W[18]))


def harder(difficulty: float) -> float:
    """Return the difficulty after a wrong answer, 1 to 10; a right one hardly changes it."""
    moved = difficulty + (10 - difficulty) * 2 * _W[6] / 9
    return _less(_W[7] * (_W[4] - e ** (3 * _W[5]) + 1) + (1 - _W[7]) * moved, 10)


def _less(one: float, other: float) -> float:
    """Return the smaller of two, also of arrays."""
    return (one + other - abs(one - other)) / 2
