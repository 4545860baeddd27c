"""When somebody usually studies, learned from when they began on their last days of study."""

from collections.abc import Sequence

_ENOUGH = 5
"""Days after which there is a habit to speak of."""

_DAY = 24 * 60


def usual_minute(minutes: Sequence[int]) -> int | None:
    """Return the usual minute after midnight: the one of them from which the others are least far, around the clock.

    >>> usual_minute([1430, 5, 1435, 10, 720]), usual_minute([540, 600])
    (5, None)
    """
    if len(minutes) < _ENOUGH:
        return None
    return min(minutes, key=lambda one: (sum(_apart(one, other) for other in minutes), one))


def _apart(one: int, other: int) -> int:
    gap = abs(one - other)
    return min(gap, _DAY - gap)
