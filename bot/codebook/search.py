"""Search by words: find entries by weighted terms, then rank them by how a coder would.

1. Words become terms; slips are mended against the words of the book and of the thesaurus, words written as one are
   parted and parted ones joined.
2. Phrases of the thesaurus are read as what they mean, beside the words as they stand.
3. Entries are scored by their terms (BM25 over fields), the best hundred with their "other" and "unspecified" siblings
   are described by numbers, and a small network learned from Alphabetic Index entries ranks them.
4. Entries that differ only in side or in being unspecified are one result, named by its first code.
"""

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.codebook.arrays import LEAF, OTHER, UNSPECIFIED, Arrays
from bot.codebook.features import ALIKE, BALANCE, COVERED, FULL, Asked, features, rarities
from bot.codebook.likeness import read_vectors
from bot.codebook.ranking import Ranking
from bot.codebook.thesaurus import Meaning, Thesaurus
from bot.codebook.words import FILLER, american, sound, split, stem, terms
from bot.matching import nearest_words

Array = NDArray[Any]

SURE = 0.62
"""Share of a query, by rarity of its words, that the best supply or service must cover before it is offered as what was meant."""

_CANDIDATES = 90
_CHECKED = 4.0
"""What it is worth that a phrase of the thesaurus names the code, where the phrase is the whole query."""

_LIKE = 0.72
"""Share of letters that need no change, from which on a word may be a slip of another."""

_AS_PRINTED = 4.0
"""What it is worth that a title or term of the entry has the words of the query and no others."""

_LENIENT = 0.6
"""Chosen on the tuning halves: about 1 % of what means no code gets past it."""

_ALTERNATIVE = 0.4
"""What a reading by the thesaurus is worth over the words as they stand, in units of the ranking."""

_ASKING = frozenset(
    "code codes coding icd icd10 icd10cm cm dx diagnosis what whats is which how do does you i me my find look lookup show please pls "
    "use can get whos has have having had need want billing bill patient pt who was were".split()
)


@dataclass(frozen=True, slots=True)
class Result:
    """One family of entries that fits: its first entry, the entry that matched, how well, and how much was covered."""

    place: int
    matched: int
    score: float
    covered: float
    alike: float = 0.0
    fits: float = 0.0
    """How alike in meaning its best phrase is, and how well that covers the query and is covered by it."""


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


def _content(words: list[str]) -> list[str]:
    """Leave out filler and the words of asking, unless nothing else is there."""
    content = [word for word in words if word not in FILLER]
    return [word for word in content if word not in _ASKING] or content


class Searcher:
    """Search the arrays of one index. Safe to share between threads."""

    def __init__(self, arrays: Arrays, thesaurus: Thesaurus, ranking: Ranking) -> None:
        self.arrays, self.thesaurus, self.ranking = arrays, thesaurus, ranking
        self._meanings = read_vectors()
        self._terms = {term: number for number, term in enumerate(arrays.vocabulary)}
        self._slips: dict[str, tuple[tuple[str, float, str], ...]] = {}
        self._lock = threading.Lock()
        self._catch_all: dict[int, list[int]] = {}
        for place in np.flatnonzero(arrays.flags & (OTHER | UNSPECIFIED)):
            self._catch_all.setdefault(int(arrays.parent[place]), []).append(int(place))

    @cached_property
    def _spelled(self) -> dict[str, str]:
        """Every word that a slip may have been meant for, with its stem."""
        book = {word: self.arrays.vocabulary[int(term)] for word, term in zip(self.arrays.surface, self.arrays.surface_term, strict=True)}
        return {**self.thesaurus.surface, **book}

    @cached_property
    def _by_sound(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for word in self._spellings:
            if len(word) >= 5:
                found.setdefault(sound(word), []).append(word)
        return found

    @cached_property
    def _spellings(self) -> tuple[str, ...]:
        return tuple(sorted(self._spelled))

    @cached_property
    def _by_length(self) -> dict[int, tuple[str, ...]]:
        found: dict[int, list[str]] = {}
        for word in self._spellings:
            found.setdefault(len(word), []).append(word)
        return {length: tuple(words) for length, words in found.items()}

    def _near_in_length(self, length: int) -> list[str]:
        """List the words whose length alone does not make them too unlike one of ``length`` letters."""
        most = {other: (1 - _LIKE) * max(length, other) for other in self._by_length}
        return [word for other, words in self._by_length.items() if abs(other - length) <= most[other] for word in words]

    def knows(self, text: str) -> bool:
        """Say whether every word of a query is in the book or the thesaurus, slips aside."""
        return all(self._known(word) for word in _content(split(text)))

    def search(self, text: str, limit: int) -> list[Result]:
        """Return the families of entries that fit best, best first."""
        return self.look(text, limit)[0]

    def look(self, text: str, limit: int) -> tuple[list[Result], list[Reading]]:
        """Search, and return the results with the ways in which the query was read."""
        readings = list(self.readings(text))
        best: dict[int, tuple[float, int, Array]] = {}
        for number, reading in enumerate(readings):
            known = self._places_of(reading)
            for place, score, numbers in self._ranked(reading, [place for place, _share in known]):
                score += _ALTERNATIVE * bool(number)
                for checked, share in known:
                    score += share * (_CHECKED if self.arrays.family[checked] == self.arrays.family[place] else 0.0)
                family = int(self.arrays.family[place])
                if family not in best or score > best[family][0]:
                    best[family] = (score, place, numbers)
        ordered = sorted(best.values(), key=lambda found: (-found[0], found[1]))[:limit]
        results = [
            Result(int(self.arrays.first[place]), place, score, *(float(numbers[at]) for at in (COVERED, ALIKE, BALANCE)))
            for score, place, numbers in ordered
        ]
        return results, readings

    def evidence(self, text: str, first: Result) -> Array:
        """Describe how well the first result fits and what the query is about, for :attr:`Ranking.sure`."""
        content = _content(split(text))
        strange = sum(not self._known(word) for word in content) / max(len(content), 1)
        meaning = self._meanings.meaning([stem(word) for word in content], self._rarity)
        meaning = meaning / (float(np.linalg.norm(meaning)) or 1.0)
        fit = [1.0, first.covered, first.alike, first.fits, first.score / 5, strange, min(len(content), 6) / 6, first.covered * first.alike]
        return np.concatenate([np.array(fit), meaning])

    def surety(self, text: str, first: Result) -> float:
        """Say how sure it is that the first result is what was meant: above 0 it is offered as such, above -1.5 as perhaps."""
        return float(self.evidence(text, first) @ self.ranking.sure) + _LENIENT

    def _places_of(self, reading: Reading) -> list[tuple[int, float]]:
        """Find the entries that a coder checks first for the phrases of a reading, with the share of each phrase."""
        found = []
        for code, share in reading.checked:
            place = self._places.get(code)
            if place is not None:
                found.append((int(self.arrays.first[place]), share))
        return found

    @cached_property
    def _places(self) -> dict[str, int]:
        return {code: place for place, code in enumerate(self.arrays.code)}

    def readings(self, text: str) -> Iterator[Reading]:
        """Read a query: first its words as they stand, then with phrases of the thesaurus as what they mean."""
        words = split(text)
        content = _content(words)
        if not content:
            return
        joined = self._joined(content)
        plain = self._reading([(stem(word), word) for word in joined])
        yield plain
        for said in dict.fromkeys((tuple(words), tuple(joined))):
            meant: list[tuple[str, str]] = []
            checked: list[tuple[str, float]] = []
            also: dict[str, str] = {}
            terms = self._by_meaning(list(said), meant, checked, also)
            if meant:
                reading = self._reading(terms, also)
                yield Reading(reading.words, reading.said, reading.asked, plain.mended, tuple(meant), tuple(checked))

    def _by_meaning(
        self, words: list[str], meant: list[tuple[str, str]], checked: list[tuple[str, float]], also: dict[str, str]
    ) -> list[tuple[str, str]]:
        """Replace phrases of the thesaurus by what they mean, the longest first; filler counts only within a phrase."""
        weight = len(_content(words))
        found: list[tuple[str, str]] = []
        place = 0
        while place < len(words):
            for length in range(min(self.thesaurus.longest, len(words) - place), 0, -1):
                said = words[place : place + length]
                meaning = self.thesaurus.exact.get(tuple(said))
                if meaning is None and not FILLER & set(said):
                    meaning = self.thesaurus.phrases.get(tuple(map(stem, said))) or self._slipped(said)
                if meaning:
                    meant.append((" ".join(said), meaning.text))
                    if length == 1 and len(meaning.terms) == 1:
                        also[stem(said[0])] = meaning.terms[0]  # either word may stand in the title
                        found.append((stem(said[0]), said[0]))
                    else:
                        found += [(term, term) for term in meaning.terms]
                    if meaning.code:
                        checked.append((meaning.code, min(len(_content(said)) / weight, 1.0)))
                    place += length
                    break
            else:
                if words[place] not in FILLER and words[place] not in _ASKING:
                    found.append((stem(words[place]), words[place]))
                place += 1
        return found

    def _slipped(self, words: list[str]) -> Meaning | None:
        """Find the phrase that was meant where one of its words has a slip in it; short words are too often right as they are."""
        mended = []
        for word in words:
            term = stem(word)
            near = self._nearest(word) if len(word) >= 6 and not self._known(word) else ()
            mended.append(near[0][0] if near else term)
        return self.thesaurus.phrases.get(tuple(mended))

    def _reading(self, terms: list[tuple[str, str]], also: dict[str, str] | None = None) -> Reading:
        unique = list(dict(terms).items())
        mended: list[tuple[str, str]] = []
        asked = []
        for term, word in unique:
            meant = also.get(term) if also else None
            found = self._stands_for(term, word, mended) if meant is None or term in self._terms else {}
            if meant is not None:
                self._add(found, meant, 1.0)
                for further, strength in self.thesaurus.related.get(meant, ()):
                    self._add(found, further, strength)
            asked.append(found)
        words = tuple(name for pair in unique for name in dict.fromkeys(pair))
        return Reading(words, tuple(word for _term, word in unique), tuple(asked), tuple(mended))

    def _stands_for(self, term: str, word: str, mended: list[tuple[str, str]]) -> Asked:
        """Find the terms of the book that stand for a word: itself, related ones, or what a slip was meant for."""
        found: Asked = {}
        strange = len(word) >= 4 and word.isalpha() and word != term and american(word) not in self._spelled
        if term in self._terms:
            # A word that nobody spells so may share its stem with another one by chance: migrane and migrans.
            found[self._terms[term]] = 0.9 if strange else 1.0
        related = self.thesaurus.related.get(term, ())
        for other, weight in related:
            self._add(found, other, weight)
        if strange or (not found and len(word) >= 4 and not word.isdigit()):
            near = self._nearest(word)
            if near and not found and (not mended or mended[-1][0] != word):
                mended.append((word, near[0][2]))
            for other, weight, _spelled in near:
                self._add(found, other, weight)
                for further, strength in self.thesaurus.related.get(other, ()):
                    self._add(found, further, weight * strength)
        return found

    def _add(self, found: Asked, term: str, weight: float) -> None:
        number = self._terms.get(term)
        if number is not None:
            found[number] = max(found.get(number, 0.0), weight)

    def _nearest(self, word: str) -> tuple[tuple[str, float, str], ...]:
        """Find the stems that a slip may have been meant for, each with a weight and a spelling; the nearest weighs 0.95."""
        if word not in self._slips:
            plain = american(word)
            near = nearest_words(plain, self._near_in_length(len(plain)), cutoff=_LIKE, limit=5)
            if not near and len(word) >= 5:
                # Spelled by ear: the consonants are right, the rest is not.
                sounded = [*self._by_sound.get(sound(plain), ()), *self._by_sound.get(sound(plain.removesuffix("s")), ())]
                near = nearest_words(plain, sounded, cutoff=0.45, limit=2)
            top = near[0][1] if near else 0.0
            weights: dict[str, tuple[float, str]] = {}
            for spelled, likeness in near:
                if likeness >= top - 0.12:
                    weights.setdefault(self._spelled[spelled], (0.95 * (likeness / top) ** 4, spelled))
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
            if pair and len(pair) >= 7 and stem(pair) in self._terms and not (self._known(word) and self._known(words[place + 1])):
                found.append(pair)
                place += 2
                continue
            place += 1
            if len(word) >= 8 and word.isalpha() and not self._known(word):
                parted = self._parted(word)
                if parted:
                    found += parted
                    continue
            found.append(word)
        return found

    def _known(self, word: str) -> bool:
        term = stem(word)
        return term in self._terms or term in self.thesaurus.related or (term,) in self.thesaurus.phrases

    def _parted(self, word: str) -> list[str] | None:
        for at in range(4, len(word) - 3):
            if self._known(word[:at]) and self._known(word[at:]) and word[:at] in self._spelled and word[at:] in self._spelled:
                return [word[:at], word[at:]]
        return None

    def _ranked(self, reading: Reading, also: list[int]) -> list[tuple[int, float, Array]]:
        """Rank the entries for one reading, those of ``also`` among them: place, score, and the numbers that describe it."""
        scores, places = self.candidates(reading, also)
        if not len(places):
            return []
        numbers = self.numbers(reading, places, scores)
        ranked = self.ranking.rank(numbers) + _AS_PRINTED * numbers[:, FULL]
        return [(int(place), float(score), row) for place, score, row in zip(places, ranked, numbers, strict=True)]

    def numbers(self, reading: Reading, places: Array, scores: Array) -> Array:
        """Describe candidates for a reading by the numbers that the ranking was learned on."""
        mended = dict(reading.mended)
        stems = list(dict.fromkeys(stem(mended.get(word, word)) for word in reading.said))
        meaning = self._meanings.meaning(stems, self._rarity)
        return features(self.arrays, reading.asked, set(reading.words), places, scores, self._vectors, meaning)

    @cached_property
    def _vectors(self) -> Array:
        return self._meanings.of(self.arrays.vocabulary)

    @cached_property
    def _rarity(self) -> dict[str, float]:
        return dict(zip(self.arrays.vocabulary, self.arrays.rarity.tolist(), strict=True))

    def candidates(self, reading: Reading, also: list[int]) -> tuple[Array, Array]:
        """Score every entry by its terms; choose those worth a closer look, with the catch-alls beside them and ``also``."""
        scores = self._scores(reading.asked)
        if not scores.any():
            return scores, np.zeros(0, np.int64)
        top = np.argpartition(-scores, min(_CANDIDATES, len(scores) - 1))[:_CANDIDATES]
        top = top[scores[top] > 0]
        leading = top[np.argsort(-scores[top], kind="stable")][:15]
        near = {int(place) for place in leading} | {int(self.arrays.parent[place]) for place in leading}
        siblings = [place for parent in near for place in self._catch_all.get(parent, ()) if parent >= 0]
        return scores, np.unique(np.concatenate([top, np.array([*siblings, *also], top.dtype)]))

    def _scores(self, asked: tuple[Asked, ...]) -> Array:
        """Add up the weights of terms; of the terms that stand for one word only the strongest counts."""
        arrays = self.arrays
        scores = np.zeros(len(arrays.entry), np.float32)
        for word in asked:
            one = np.zeros(len(arrays.entry), np.float32) if len(word) > 1 else None
            for term, weight in word.items():
                where = slice(arrays.post_at[term], arrays.post_at[term + 1])
                holders, values = arrays.post[where], arrays.post_weight[where].astype(np.float32) * weight
                if one is None:
                    scores[holders] += values
                else:
                    one[holders] = np.maximum(one[holders], values)
            if one is not None:
                scores += one
        return scores

    def family_size(self, place: int) -> int:
        """Count the codes without children that differ from an entry in side only."""
        return max(int(self._sizes[self.arrays.family[place]]), 1)

    @cached_property
    def _sizes(self) -> Array:
        arrays = self.arrays
        return np.bincount(arrays.family[arrays.flags & LEAF > 0], minlength=int(arrays.family.max()) + 1)

    def telling(self, title: str, phrases: list[str], readings: list[Reading]) -> str:
        """Return the phrase that covers more of the query than the title does, "" where none does."""
        weighed = [(rarities(self.arrays, reading.asked).tolist(), reading.asked) for reading in readings]

        def covers(text: str) -> float:
            held = {self._terms[term] for term in terms(text) if term in self._terms}
            best = 0.0
            for weights, asked in weighed:
                got = 0.0
                for weight, word in zip(weights, asked, strict=True):
                    got += weight * max((value for term, value in word.items() if term in held), default=0.0)
                best = max(best, got / (sum(weights) or 1.0))
            return best

        bar = covers(title) + 0.05
        shares = [(covers(phrase), -number) for number, phrase in enumerate(phrases)]
        most, number = max(shares, default=(0.0, 0))
        return phrases[-number] if most > bar else ""
