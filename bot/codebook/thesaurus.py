"""Words that people use and the book does not: phrases with one meaning, and words related to words of the book.

The lists are content (``content/codes``), read by the library and handed in; this is what they are once read.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.codebook.words import FILLER, split, stem, terms

Related = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase means: terms of the book, and the code that a coder would check first for the phrase alone."""

    terms: tuple[str, ...]
    code: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """What to look for instead, by stems.

    ``phrases`` maps the stems of a phrase to what it means. ``related`` maps a stem to stems that
    stand for it in titles, each with a weight up to 1. ``surface`` lists the words as spelled, so that slips in them
    can be mended; ``longest`` is the number of words of the longest phrase.
    """

    phrases: dict[tuple[str, ...], Meaning] = field(default_factory=dict)
    exact: dict[tuple[str, ...], Meaning] = field(default_factory=dict)
    """The same by words as spelled: an abbreviation that looks like a plural is not the shorter one."""
    related: dict[str, Related] = field(default_factory=dict)
    surface: dict[str, str] = field(default_factory=dict)
    longest: int = 0


def make_thesaurus(phrases: Iterable[tuple[str, str, str]], related: Iterable[tuple[str, Iterable[tuple[str, float]]]]) -> Thesaurus:
    """Make a thesaurus of (phrase, meaning, code) and of (word, related words with weights), all as people spell them."""
    surface: dict[str, str] = {}
    meanings: dict[tuple[str, ...], Meaning] = {}
    spelled: dict[tuple[str, ...], Meaning] = {}
    for phrase, meaning, code in phrases:
        words = split(phrase)
        if words:
            meant = Meaning(tuple(dict.fromkeys(terms(meaning))), code.strip("-"), meaning)
            spelled.setdefault(tuple(words), meant)
            if not FILLER & set(words):  # "the runs" is not "run"
                meanings.setdefault(tuple(stem(word) for word in words), meant)
            surface.update((word, stem(word)) for word in words if len(word) >= 4)
    nearby: dict[str, Related] = {}
    for word, others in related:
        key_word = stem(split(word)[0])
        nearby[key_word] = tuple((stem(other), weight) for other, weight in others)
        if len(word) >= 4:
            surface.setdefault(word, key_word)
    return Thesaurus(meanings, spelled, nearby, surface, max(map(len, spelled), default=0))
