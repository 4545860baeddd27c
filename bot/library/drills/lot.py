"""Draw lots that fall the same way for the same words, on every machine and in every version of Python."""

from collections.abc import Sequence
from hashlib import blake2b
from typing import TypeVar

Thing = TypeVar("Thing")


class Lot:
    """Choose within an item: which wording, which near misses, in which order.

    The id of the item is all that decides, since the item must be the same when it is built again to be graded.
    """

    def __init__(self, words: str) -> None:
        self._words = words.encode()
        self._drawn = 0

    def below(self, limit: int) -> int:
        """Draw a number from 0 up to, not including, ``limit``."""
        self._drawn += 1
        digest = blake2b(self._words, digest_size=8, salt=self._drawn.to_bytes(4, "big")).digest()
        return int.from_bytes(digest, "big") % limit

    def pick(self, things: Sequence[Thing]) -> Thing:
        """Choose one of several."""
        return things[self.below(len(things))]

    def shuffled(self, things: Sequence[Thing]) -> list[Thing]:
        """Put things into an order."""
        rest = list(things)
        return [rest.pop(self.below(len(rest))) for _ in range(len(rest))]


def turned(things: Sequence[Thing], start: float) -> list[Thing]:
    """Begin a list elsewhere: where a share of the way round also decides among the few items of one code."""
    first = int(start * 9973) % len(things) if things else 0
    return [*things[first:], *things[:first]]
