"""Reviews towards an exam: which items to ask so that as much as possible is remembered on that day, and how many on which.

Plain spaced repetition keeps everything at nine in ten for ever. With a date, reviews far from it are worth less than reviews near it:
few at first, while new questions are met; more towards the exam; half on the last day, none on the day itself. Measured by
``benchmarks/learning.py`` against plain FSRS, SM-2 and fixed intervals at equal numbers of reviews.
"""

from datetime import date

from bot.learning.forgetting import harder, if_right, if_wrong, recall

HORIZON = 90
"""Days before the exam from which reviews work towards it; earlier, items come when they are due."""

_LAST_ROUND = 8
"""Days before the exam in which everything is gone through once more; before, it is asked with that round in mind."""

_THEN = 4
"""How many days before the exam that last review lies, on average."""

_LEAST = 0.001
"""Points of recall on the exam day below which a review is not worth anybody's time."""

_STEEPEST, _LONG, _BEND, _FEWEST, _MOST = 2.2, 45, 1.5, 0.25, 2.0


def weight(left: int) -> float:
    """Say how many reviews there are ``left`` days before the exam, as a multiple of the usual number a day.

    >>> [weight(left) for left in (90, 30, 14, 2, 1, 0)]
    [0.25, 0.51, 1.38, 2.0, 1.0, 0.0]
    """
    if left <= 0:
        return 0.0
    slope: float = _STEEPEST * max(1 - (left - 2) / _LONG, 0) ** _BEND
    usual = min(max(slope, _FEWEST), _MOST)
    return round(usual / 2 if left == 1 else usual, 2)


def load(reviews: int, left: int) -> int:
    """Say how many reviews to ask ``left`` days before the exam, of somebody who does ``reviews`` on a usual day."""
    return max(round(reviews * weight(left)), min(left, 1))


def days_left(exam_on: date | None, today: date) -> int | None:
    """Count the days to the exam; None where there is none, it is past, or too far away to work towards."""
    left = (exam_on - today).days if exam_on is not None else -1
    return left if 0 <= left <= HORIZON else None


def worth(stability: float, difficulty: float, elapsed: float, left: float) -> float:
    """Say by how much a review today raises the recall of an item on the exam day, which is ``left`` days away.

    Before the last round that round is counted in: what is compared is being asked now and then, with being asked only then.
    """
    now = recall(stability, elapsed)
    if left <= _LAST_ROUND:
        asked = now * recall(if_right(stability, difficulty, now), left) + (1 - now) * recall(if_wrong(stability, difficulty, now), left)
        return asked - recall(stability, elapsed + left)
    wait = left - _THEN
    both = now * _asked_then(if_right(stability, difficulty, now), difficulty, wait)
    both += (1 - now) * _asked_then(if_wrong(stability, difficulty, now), harder(difficulty), wait)
    return both - _asked_then(stability, difficulty, elapsed + wait)


def _asked_then(stability: float, difficulty: float, elapsed: float) -> float:
    """Return the recall on the exam day of an item that is asked once, in the last round."""
    then = recall(stability, elapsed)
    right, wrong = if_right(stability, difficulty, then), if_wrong(stability, difficulty, then)
    return then * recall(right, _THEN) + (1 - then) * recall(wrong, _THEN)


def is_worth_it(gain: float) -> bool:
    """Say whether a review gains enough to be asked."""
    return gain >= _LEAST
