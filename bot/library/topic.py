"""An answer to something people ask, with where it comes from and when that was checked."""

from dataclasses import dataclass
from datetime import date

NOT_OURS = "-not-ours"
"""Stands for a topic where a wording is none of our business."""

LOOK_UP = "-look-up"
"""Stands for a topic where a wording is to be looked up in the code book."""


@dataclass(frozen=True, slots=True)
class Topic:
    """One FAQ topic. ``confidence`` is how sure the sources are: high, medium or low.

    ``answer`` is what is said first, ``more`` what is known besides; ``disagree`` says where sources differ. From
    ``expires`` on, the answer says of itself that it should be read against its source again.
    """

    id: str
    title: str
    group: str
    phrasings: tuple[str, ...]
    keywords: tuple[str, ...]
    answer: str
    more: str
    source: str
    checked: date
    expires: date
    confidence: str
    related: tuple[str, ...]
    url: str | None = None
    disagree: str | None = None
    it: str | None = None
    """What "it" means in a question that follows, such as "the CCS" in "how long is it"."""


@dataclass(frozen=True, slots=True)
class Focus:
    """Something to practise across the areas: every question that holds one of a few words."""

    slug: str
    title: str
    words: tuple[str, ...]
    holds: tuple[str, ...]

    def takes_in(self, text: str) -> bool:
        """Say whether a question with this text belongs to it."""
        lower = text.lower()
        return any(word in lower for word in self.holds)


@dataclass(frozen=True, slots=True)
class Area:
    """One area of the exam: its name, how many of the 100 questions it has, and other words for it."""

    slug: str
    title: str
    questions: int
    words: tuple[str, ...]
