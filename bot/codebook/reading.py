"""A query as it is understood: its words, what in the book stands for each, and what phrases of the thesaurus mean.

Slips are mended against the words of the book and of the thesaurus; words written as one are parted, parted ones joined.
"""

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from bot.codebook.arrays import Arrays
from bot.codebook.features import Asked
from bot.codebook.slips import Spellings
from bot.codebook.thesaurus import Meaning, Thesaurus
from bot.codebook.words import FILLER, american, split, stem, uninflected
from bot.matching import one_change

_ASKING = frozenset(
    "code codes coding icd icd10 icd10cm cm dx diagnosis what whats is which how do does you i me my find look lookup show please pls "
    "use can get whos has have having had need want billing bill patient pt who was were".split()
)
_SIDES = frozenset("left right bilateral both lt rt bilat".split())


@dataclass(frozen=True, slots=True)
class Reading:
    """A query as it was understood: its words (``said`` as typed, ``words`` with their stems) and what in the book stands for each.

    ``checked`` holds, for phrases of the thesaurus, the code to check first and the phrase's share of the query.
    """

    words: tuple[str, ...]
    said: tuple[str, ...]
    asked: tuple[Asked, ...]
    mended: tuple[tuple[str, str], ...] = ()
    meant: tuple[tuple[str, str], ...] = ()
    checked: tuple[tuple[str, float], ...] = ()


def _side_last(words: list[str]) -> tuple[str, ...]:
    """Put the side behind what it is the side of: a "broken left ankle" is a broken ankle.

    >>> _side_last(["broken", "left", "ankle"])
    ('broken', 'ankle', 'left')
    """
    return tuple(sorted(words, key=_SIDES.__contains__))


def content(words: list[str]) -> list[str]:
    """Leave out filler and the words of asking, unless nothing else is there."""
    content = [word for word in words if word not in FILLER]
    return [word for word in content if word not in _ASKING] or content


class Reader:
    """Read queries against the words of one index. Safe to share between threads."""

    def __init__(self, arrays: Arrays, thesaurus: Thesaurus) -> None:
        self.arrays, self.thesaurus = arrays, thesaurus
        self.terms = {term: number for number, term in enumerate(arrays.vocabulary)}
        self._slips: dict[str, tuple[tuple[str, float, str], ...]] = {}
        self._lock = threading.Lock()

    @cached_property
    def _spelled(self) -> Spellings:
        """Every word that a slip may have been meant for."""
        return Spellings(self.arrays.surface, np.array(self.thesaurus.surface.split(), "S"))

    def share(self, other: "Reader") -> None:
        """Take over what another reader of the same words has found out about slips."""
        self.__dict__["_spelled"], self._slips = other._spelled, other._slips

    def knows(self, text: str) -> bool:
        """Say whether every word of a query is in the book or the thesaurus, slips aside."""
        return all(self.known(word) for word in content(split(text)))

    def readings(self, text: str) -> Iterator[Reading]:
        """Read a query: first its words as they stand, then with phrases of the thesaurus as what they mean."""
        words = split(text)
        telling = content(words)
        if not telling:
            return
        joined = self._joined(telling)
        plain = self._reading([(stem(word), word) for word in joined])
        yield plain
        known: set[frozenset[tuple[str, str]]] = set()
        for said in dict.fromkeys((tuple(words), tuple(joined), _side_last(joined))):
            meant: list[tuple[str, str]] = []
            checked: list[tuple[str, float]] = []
            also: dict[str, str] = {}
            terms = self._by_meaning(list(said), meant, checked, also)
            if meant and frozenset(terms) not in known:
                known.add(frozenset(terms))
                reading = self._reading(terms, also)
                yield Reading(reading.words, reading.said, reading.asked, plain.mended, tuple(meant), tuple(checked))

    def _by_meaning(
        self, words: list[str], meant: list[tuple[str, str]], checked: list[tuple[str, float]], also: dict[str, str]
    ) -> list[tuple[str, str]]:
        """Replace phrases of the thesaurus by what they mean, the longest first; filler counts only within a phrase."""
        weight = len(content(words))
        found: list[tuple[str, str]] = []
        place = 0
        while place < len(words):
            for length in range(min(self.thesaurus.longest, len(words) - place), 0, -1):
                said = words[place : place + length]
                meaning = self.thesaurus.exactly(said)
                if meaning is None and not FILLER & set(said):
                    meaning = self._inflected(said) or self._slipped(said)
                if meaning:
                    meant.append((" ".join(said), meaning.text))
                    if length == 1 and len(meaning.terms) == 1:
                        also[stem(said[0])] = meaning.terms[0]  # either word may stand in the title
                        found.append((stem(said[0]), said[0]))
                    else:
                        found += [(term, term) for term in meaning.terms]
                    if meaning.code:
                        checked.append((meaning.code, min(len(content(said)) / weight, 1.0)))
                    place += length
                    break
            else:
                if words[place] not in FILLER and words[place] not in _ASKING:
                    found.append((stem(words[place]), words[place]))
                place += 1
        return found

    def _inflected(self, words: list[str], slips: dict[str, str] | None = None) -> Meaning | None:
        """Find the phrase that words are a form of. A word of the book is itself, though it shares its stem: "chronic" and "Chron's"."""
        slips = slips or {}
        phrase = self.thesaurus.phrase([slips.get(word) or stem(word) for word in words])
        for word, other in zip(words, phrase, strict=False):
            if word not in slips and uninflected(word) != uninflected(other) and word in self._spelled:
                return None
        return self.thesaurus.exactly(phrase)

    def _slipped(self, words: list[str]) -> Meaning | None:
        """Find the phrase that was meant where one of its words has a slip in it; short words are too often right as they are."""
        near = {word: self._nearest(word) for word in words if self._strange(word)}
        slips = {word: found[0][0] for word, found in near.items() if found}
        return self._inflected(words, slips) if slips else None

    def _reading(self, terms: list[tuple[str, str]], also: dict[str, str] | None = None) -> Reading:
        unique = list(dict(terms).items())
        mended: list[tuple[str, str]] = []
        asked = []
        for term, word in unique:
            meant = also.get(term) if also else None
            found = self._stands_for(term, word, mended) if meant is None or term in self.terms else {}
            if meant is not None:
                self._add(found, meant, 1.0)
                for further, strength in self.thesaurus.related(meant):
                    self._add(found, further, strength)
            asked.append(found)
        words = tuple(name for pair in unique for name in dict.fromkeys(pair))
        return Reading(words, tuple(word for _term, word in unique), tuple(asked), tuple(mended))

    def _stands_for(self, term: str, word: str, mended: list[tuple[str, str]]) -> Asked:
        """Find the terms of the book that stand for a word: itself, related ones, or what a slip was meant for."""
        found: Asked = {}
        strange = word != term and self._strange(word)
        if term in self.terms:
            # A word that nobody spells so may share its stem with another one by chance: migrane and migrans.
            found[self.terms[term]] = 0.9 if strange else 1.0
        related = self.thesaurus.related(term)
        for other, weight in related:
            self._add(found, other, weight)
        if strange or (not found and len(word) >= 4 and not word.isdigit()):
            near = self._nearest(word)
            if near and near[0][0] == term in self.terms:  # a slip in its ending: the stem is right
                found[self.terms[term]], near = 1.0, ()
            if near and not found and (not mended or mended[-1][0] != word):
                mended.append((word, near[0][2]))
            for other, weight, _spelled in near:
                self._add(found, other, weight)
                for further, strength in self.thesaurus.related(other):
                    self._add(found, further, weight * strength)
        return found

    def _strange(self, word: str) -> bool:
        """Say whether nobody spells a word so; short ones are too often right as they are."""
        return len(word) >= 4 and word.isalpha() and american(word) not in self._spelled

    def _add(self, found: Asked, term: str, weight: float) -> None:
        number = self.terms.get(term)
        if number is not None:
            found[number] = max(found.get(number, 0.0), weight)

    def _nearest(self, word: str) -> tuple[tuple[str, float, str], ...]:
        """Find the stems that a slip may have been meant for, with a weight and a spelling; the nearest weighs as much as a right one."""
        if word not in self._slips:
            near = self._spelled.near(word)
            top = near[0][1] if near else 0.0
            weights: dict[str, tuple[float, str]] = {}
            for spelled, likeness in near:
                if likeness >= top - 0.12:
                    weights.setdefault(stem(spelled), ((likeness / top) ** 4, spelled))
            with self._lock:
                if len(self._slips) > 20_000:  # a flood of nonsense must not fill memory
                    self._slips.clear()
                self._slips[word] = tuple((term, *value) for term, value in weights.items())
        return self._slips[word]

    def _joined(self, words: list[str]) -> list[str]:
        """Join what the book writes as one word, and part what it writes as two."""
        found: list[str] = []
        place = 0
        while place < len(words):
            word = words[place]
            pair = word + words[place + 1] if place + 1 < len(words) else ""
            if pair and len(pair) >= 7 and stem(pair) in self.terms and not (self.known(word) and self.known(words[place + 1])):
                found.append(pair)
                place += 2
                continue
            place += 1
            if len(word) >= 8 and word.isalpha() and not self.known(word) and not self._one_change(word):
                parted = self._parted(word)
                if parted:
                    found += parted
                    continue
            found.append(word)
        return found

    def _one_change(self, word: str) -> bool:
        """Say whether one change makes a known word of it: "conntraction" is not "conn" and "traction"."""
        near = self._nearest(word)
        return bool(near) and one_change(american(word), near[0][2])

    def known(self, word: str) -> bool:
        """Say whether a word is in the book or the thesaurus."""
        term = stem(word)
        return term in self.terms or self.thesaurus.knows(term)

    def _parted(self, word: str) -> list[str] | None:
        for at in range(4, len(word) - 3):
            if self.known(word[:at]) and self.known(word[at:]) and word[:at] in self._spelled and word[at:] in self._spelled:
                return [word[:at], word[at:]]
        return None
