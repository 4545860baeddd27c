"""The rules of leagues: tiers, how many of a league go up and down, and who."""

from collections.abc import Mapping

from bot.learning.game import places

TIERS = ("Bronze", "Silver", "Gold", "Platinum", "Diamond")
SIZE = 30
_FEWEST = 3
"""People without whom a place in a league says nothing."""


def moving(size: int, tier: int) -> tuple[int, int]:
    """Say how many of a league go up, and how many down.

    >>> moving(30, 1), moving(30, 0), moving(30, 4), moving(3, 1), moving(2, 1)
    ((6, 5), (6, 0), (0, 5), (1, 0), (0, 0))
    """
    up = max(size // 5, 1) if size >= _FEWEST and tier < len(TIERS) - 1 else 0
    return up, size // 6 if tier > 0 else 0


def moves(points: Mapping[int, int], tier: int) -> dict[int, int]:
    """Say who goes up (1), down (-1) or stays (0), by the points of each.

    Who has as many points as the last to go up goes up, too; who has as many as the last to stay stays.

    >>> moves({1: 50, 2: 40, 3: 40, 4: 10, 5: 10, 6: 10}, 1)
    {1: 1, 2: 0, 3: 0, 4: 0, 5: 0, 6: 0}
    """
    up, down = moving(len(points), tier)
    place = places(points)
    below = {who: sum(other <= mine for other in points.values()) for who, mine in points.items()}
    return {who: 1 if place[who] <= up else -1 if below[who] <= down else 0 for who in points}
