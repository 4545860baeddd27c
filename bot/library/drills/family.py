"""What a family of drill items is, and what it makes."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from bot.library.drills.sources import Sources
from bot.library.question import Difficulty

EASY, MEDIUM, HARD = Difficulty.EASY, Difficulty.MEDIUM, Difficulty.HARD


@dataclass(frozen=True, slots=True)
class Option:
    """One answer, and why it is right or a near miss."""

    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Draft:
    """One item as its family makes it, before its options are put into an order.

    ``says`` holds what the stem states, word for word as it stands there: the proof reads nothing else.
    """

    stem: str
    right: Option
    wrong: tuple[Option, ...]
    """Near misses, the nearest first; the first three that differ are taken."""
    says: Mapping[str, str]
    codes: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Family:
    """One rule, and every item that there is for it.

    ``keys`` yields the keys of all items, from a share of the way round (0.0 to 1.0) and round to there again; a key may
    turn out to have no item. ``make`` builds the item of a key, None where the sources have none. Keys have no blanks.
    """

    slug: str
    title: str
    area: str
    difficulty: Difficulty
    rule: str
    """One sentence that teaches."""
    source: str
    keys: Callable[[Sources, float], Iterator[str]]
    make: Callable[[Sources, str], Draft | None]
    codeset: str = ""
    """The code set whose release an item belongs to, "" where it comes from a rule alone."""
    words: tuple[str, ...] = field(default=())
    """Other names: "quiz me on sides"."""
    focus: tuple[str, ...] = field(default=())
    """The focuses of the blueprint that it trains."""
    two_releases: bool = False
    """Whether it has items only where the release before is loaded too."""
