"""Whose answers may make up a figure of a group, so that nobody can be read out of it."""

from collections.abc import Set

LEAST = 5
"""People of whom a figure speaks, at the least."""

_STEP = 5


def speaking(answered: Set[int], shares: Set[int]) -> Set[int]:
    """Choose of whom a figure may speak; nobody where that would be too few.

    Who shares is seen by name, so what they answered could be taken away from a figure: where fewer than :data:`LEAST` of the others
    have answered, the figure speaks of those who share alone.

    >>> sorted(speaking({1, 2, 3, 4, 5}, set())), sorted(speaking({1, 2, 3, 4}, set()))
    ([1, 2, 3, 4, 5], [])
    >>> sorted(speaking({1, 2, 3, 4, 5, 6}, {1, 2, 3, 4, 5})), sorted(speaking({1, 2, 3, 4, 5, 6}, {1}))
    ([1, 2, 3, 4, 5], [1, 2, 3, 4, 5, 6])
    """
    hidden = answered - shares
    group = answered & shares if 0 < len(hidden) < LEAST else answered
    return group if len(group) >= LEAST else set()


def blurred(right: int, answered: int) -> int:
    """Give a share in percent, to the nearest five points: from one answer to the next it tells little of whose that was.

    >>> blurred(7, 11), blurred(0, 3), blurred(24, 25)
    (65, 0, 95)
    """
    return _STEP * round(100 * right / answered / _STEP)
