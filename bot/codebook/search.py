"""Search by words: find entries by weighted terms, then rank them by how a coder would.

1. Words become terms; slips are mended against the words of the book and of the thesaurus, words written as one are
   parted and parted ones joined.
2. Phrases of the thesaurus are read as what they mean, beside the words as they stand.
3. Entries are scored by their terms (BM25 over fields), the best hundred with their "other" and "unspecified" siblings
   are described by numbers, and a small network learned from Alphabetic Index entries ranks them.
4. Entries that differ only in side or in being unspecified are one result, named by its first code.
5. A code comes before its category, which cannot be reported.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.codebook.arrays import LEAF, OTHER, PLAIN, UNSPECIFIED, Arrays, way_keys
from bot.codebook.features import ALIKE, BALANCE, COVERED, COVERED_TITLE, FULL, IN_TITLE, Asked, features, ranges, rarities
from bot.codebook.likeness import read_vectors
from bot.codebook.ranking import Ranking
from bot.codebook.reading import Reader, Reading, content
from bot.codebook.thesaurus import Thesaurus
from bot.codebook.words import split, stem

Array = NDArray[Any]

SURE = 0.62
"""Share of a query, by rarity of its words, that the best supply or service must cover before it is offered as what was meant."""

_CANDIDATES = 90
_CHECKED = 4.0
"""What it is worth that a phrase of the thesaurus names the code, where the phrase is the whole query."""

_AS_PRINTED = 4.0
"""What it is worth that a title or term of the entry has the words of the query and no others."""

_WAY, _WAY_IN_ANY_ORDER = 30.0, 4.0
"""What it is worth that the query is a way of the Alphabetic Index, word by word: no ranking knows better. And with its terms
in another order, or with filler left out, where other ways may have the same terms."""

_LENIENT = 0.6
"""Chosen on the tuning halves: about 1 % of what means no code gets past it."""

_WHOLE, _SAME_WEIGHT = 0.99, 1e-3

_ALTERNATIVE = 0.4
"""What a reading by the thesaurus is worth over the words as they stand, in units of the ranking."""


_BEHIND, _NEAR, _NEARLY = 9.0, 20, 2.0
"""How far a code may be behind its category and still come before it, among how many of the best, and how far the code for when
nothing more is known may be behind the best code there. Chosen on the tuning half of the lay queries."""


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
    phrase: int = 0
    """The number of the phrase that covers more of the query than the title does, from 1; 0 where none does."""


class Searcher:
    """Search the arrays of one index. Safe to share between threads."""

    def __init__(self, arrays: Arrays, thesaurus: Thesaurus, ranking: Ranking) -> None:
        self.arrays, self.ranking = arrays, ranking
        self._meanings = read_vectors()
        self.reader = Reader(arrays, thesaurus)
        catch_all = np.flatnonzero(arrays.flags & (OTHER | UNSPECIFIED))
        parents = arrays.parent[catch_all]
        order = np.argsort(parents, kind="stable")
        self._catch_all = catch_all[order].astype(np.int32)
        self._catch_at = np.searchsorted(parents[order], np.arange(len(arrays.parent) + 1)).astype(np.int32)

    def search(self, text: str, limit: int) -> list[Result]:
        """Return the families of entries that fit best, best first."""
        return self.look(text, limit)[0]

    def look(self, text: str, limit: int, least: float = 0.0) -> tuple[list[Result], list[Reading]]:
        """Search, and return the results with the ways in which the query was read; none where no entry covers more than ``least``."""
        readings = list(self.reader.readings(text))
        if least and all(self._covered(reading) <= least for reading in readings):
            return [], readings
        ways, other = self._ways(text, readings), "other" in split(text)
        found: list[tuple[Array, Array, Array, Array]] = []
        for number, reading in enumerate(readings):
            known = self._places_of(reading)
            printed = self._printed(reading) if not number else []
            places, scores, numbers, telling = self._ranked(reading, [*printed, *(place for place, _share in (*known, *ways))], other)
            scores = scores + _ALTERNATIVE * bool(number)
            for checked, share in known:
                scores[self.arrays.family[places] == self.arrays.family[checked]] += share * _CHECKED
            for place, worth in ways:
                scores[places == place] += worth
            found.append((places, scores, numbers[:, [COVERED, ALIKE, BALANCE]], telling))
        if not any(len(one[0]) for one in found):
            return [], readings
        places, scores, numbers, telling = (np.concatenate(columns) for columns in zip(*found, strict=True))
        order = np.lexsort((places, -scores))
        # The best of each family, best first.
        best = order[np.sort(np.unique(self.arrays.family[places[order]], return_index=True)[1])]
        code = self._code_of(places[best[:_NEAR]], scores[best[:_NEAR]])
        if code:
            category, best = best[0], np.concatenate([best[[code]], np.delete(best, code)])
            scores[best[0]], numbers[best[0]] = scores[category], numbers[category]  # it is as sure as its category
        best = best[:limit]
        results = [
            Result(int(first_of), int(place), float(score), float(covered), float(alike), float(fits), int(phrase))
            for first_of, place, score, (covered, alike, fits), phrase in zip(
                self.arrays.first[places[best]], places[best], scores[best], numbers[best], telling[best], strict=True
            )
        ]
        return results, readings

    def _code_of(self, places: Array, scores: Array) -> int:
        """Find the code that stands for the category that was found first, as a number of the results; 0 where none does."""
        arrays = self.arrays
        first = arrays.first[places]
        codes, flags = arrays.code[first], arrays.flags[first]
        if flags[0] & LEAF:
            return 0
        below = np.flatnonzero((flags & LEAF > 0) & (scores >= scores[0] - _BEHIND) & np.char.startswith(codes, codes[0]))
        if not len(below):
            return 0
        plain = below[(flags[below] & PLAIN > 0) & (scores[below] >= scores[below[0]] - _NEARLY)]
        return int([*plain, *below][0])

    def _printed(self, reading: Reading) -> list[int]:
        """Find the entries that have a phrase of just these words, which many others with the same words must not crowd out."""
        mended = dict(reading.mended)
        terms = sorted({self.reader.terms.get(stem(mended.get(word, word)), -1) for word in reading.said})
        if terms[0] < 0:
            return []
        arrays = self.arrays
        alike = np.flatnonzero(np.abs(arrays.phrase_weight - arrays.rarity[terms].sum()) < _SAME_WEIGHT)  # few weigh the same
        found = [one for one in alike if sorted(arrays.phrase_terms[arrays.phrase_at[one] : arrays.phrase_at[one + 1]].tolist()) == terms]
        return [int(place) - 1 for place in np.searchsorted(arrays.phrases_at, found, side="right")]

    def _ways(self, text: str, readings: list[Reading]) -> list[tuple[int, float]]:
        """Find the entries to which the Alphabetic Index leads by the words of the query, slips mended, and what that is worth."""
        if not len(self.arrays.way) or not readings:
            return []
        words = split(text)
        mended = dict(readings[0].mended)
        for said in dict.fromkeys((tuple(words), tuple(mended.get(word, word) for word in words))):
            for key, worth in zip(way_keys(list(said)), (_WAY, _WAY_IN_ANY_ORDER), strict=True):
                first, last = (np.searchsorted(self.arrays.way, np.uint64(key), side) for side in ("left", "right"))
                if last > first:
                    return [(int(place), worth) for place in np.unique(self.arrays.way_place[first:last])]
        return []

    def evidence(self, text: str, first: Result) -> Array:
        """Describe how well the first result fits and what the query is about, for :attr:`Ranking.sure`."""
        words = content(split(text))
        strange = sum(not self.reader.known(word) for word in words) / max(len(words), 1)
        meaning = self._meaning([stem(word) for word in words])
        meaning = meaning / (float(np.linalg.norm(meaning)) or 1.0)
        fit = [1.0, first.covered, first.alike, first.fits, first.score / 5, strange, min(len(words), 6) / 6, first.covered * first.alike]
        return np.concatenate([np.array(fit), meaning])

    def surety(self, text: str, first: Result) -> float:
        """Say how sure it is that the first result is what was meant: above 0 it is offered as such, above -1.5 as perhaps."""
        return float(self.evidence(text, first) @ self.ranking.sure) + _LENIENT

    def _places_of(self, reading: Reading) -> list[tuple[int, float]]:
        """Find the entries that a coder checks first for the phrases of a reading, with the share of each phrase."""
        found = []
        for code, share in reading.checked:
            place = self._place(code)
            if place is not None:
                found.append((int(self.arrays.first[place]), share))
        return found

    def _place(self, code: str) -> int | None:
        codes = self.arrays.code
        if len(code) > codes.itemsize:
            return None
        at = int(np.searchsorted(codes, np.array(code.encode()), sorter=self._by_code))
        return int(self._by_code[at]) if at < len(codes) and codes[self._by_code[at]] == code.encode() else None

    @cached_property
    def _unspecified(self) -> float:
        """How rare the word is, and a little more for rounding."""
        term = self.reader.terms.get(stem("unspecified"))
        return float(self.arrays.rarity[term]) * 1.01 if term is not None else 0.0

    @cached_property
    def _by_code(self) -> Array:
        return np.argsort(self.arrays.code).astype(np.int32)

    def _ranked(self, reading: Reading, also: list[int], other: bool) -> tuple[Array, Array, Array, Array]:
        """Rank the entries for one reading, those of ``also`` among them: places, scores, numbers that describe them, telling phrases."""
        scores, places = self.candidates(reading, also)
        if not len(places):
            return places, np.zeros(0), np.zeros((0, len(self.ranking.middle))), places
        numbers, telling = self._described(reading, places, scores)
        return (
            places,
            self.ranking.rank(numbers) + _AS_PRINTED * (numbers[:, FULL] if other else self._plain(places, numbers)),
            numbers,
            telling,
        )

    def _plain(self, places: Array, numbers: Array) -> Array:
        """Say which entries have the words of the query and no others but "unspecified"; not those that are the other ones."""
        arrays = self.arrays
        flags, whole = arrays.flags[places], numbers[:, COVERED_TITLE] > _WHOLE
        more = (1 - numbers[:, IN_TITLE]) * arrays.phrase_weight[arrays.phrases_at[places]]  # the rarity of what else the title says
        plain = whole & (more <= self._unspecified) & (flags & UNSPECIFIED > 0)
        other = whole & (numbers[:, IN_TITLE] > _WHOLE) & (flags & OTHER > 0)
        return np.where(other, 0.0, np.maximum(numbers[:, FULL], plain))

    def numbers(self, reading: Reading, places: Array, scores: Array) -> Array:
        """Describe candidates for a reading by the numbers that the ranking was learned on."""
        return self._described(reading, places, scores)[0]

    def _described(self, reading: Reading, places: Array, scores: Array) -> tuple[Array, Array]:
        mended = dict(reading.mended)
        stems = list(dict.fromkeys(stem(mended.get(word, word)) for word in reading.said))
        said = {*reading.words, *mended.values(), *stems}
        return features(self.arrays, reading.asked, said, places, scores, self._meaning(stems))

    def _meaning(self, stems: list[str]) -> Array:
        """Add up what words are like."""
        terms = self.reader.terms
        return self._meanings.meaning(stems, {one: float(self.arrays.rarity[terms[one]]) for one in stems if one in terms})

    def candidates(self, reading: Reading, also: list[int]) -> tuple[Array, Array]:
        """Score every entry by its terms; choose those worth a closer look, with the catch-alls beside them and ``also``."""
        scores = self._scores(reading.asked)
        top = np.flatnonzero(scores > 0)
        if not len(top):
            return scores, np.zeros(0, np.int64)
        if len(top) > _CANDIDATES:
            top = top[np.argpartition(-scores[top], _CANDIDATES)[:_CANDIDATES]]
        leading = top[np.argsort(-scores[top], kind="stable")][:15]
        near = np.unique(np.concatenate([leading, self.arrays.parent[leading]]))
        beside, _of = ranges(self._catch_at, near[near >= 0])
        return scores, np.unique(np.concatenate([top, self._catch_all[beside], np.array(also, top.dtype)]))

    def _covered(self, reading: Reading) -> float:
        """Compute the largest share of a query that an entry covers."""
        weights = rarities(self.arrays, reading.asked)
        covered = np.zeros(len(self.arrays.entry), np.float32)
        for weight, word in zip(weights.tolist(), reading.asked, strict=True):
            one = np.zeros(len(covered), np.float32)
            for term, value in sorted(word.items(), key=lambda pair: pair[1]):  # the strongest last, so that it stays
                one[self.arrays.post[self.arrays.post_at[term] : self.arrays.post_at[term + 1]]] = value
            covered += weight * one
        return float(covered.max(initial=0.0)) / (float(weights.sum()) or 1.0)

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
