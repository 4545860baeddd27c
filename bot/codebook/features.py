"""How well an entry fits a query, in numbers: what of the query it covers, and what it says that was not asked for."""

from collections.abc import Collection, Sequence
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.codebook.arrays import BILATERAL, LEAF, LEFT, OTHER, RIGHT, SIDED, UNSPECIFIED, Arrays
from bot.codebook.likeness import likeness

Array = NDArray[Any]
Asked = dict[int, float]
"""One word of a query: the terms that stand for it, each with a weight up to 1."""

UNKNOWN_RARITY = 9.5
"""How much a word weighs that nothing in the book stands for: as much as the rarest."""

COVERED, BALANCE, FULL, ALIKE = 2, 8, 9, 38
"""Where the numbers that others read stand among those of :func:`features`."""

_BIRTH = frozenset("pregnanc pregnant deliver obstetr labor puerper antepart matern abort gestat trimest childbirth".split())
_NEWBORN = frozenset("newborn neonat fetal fetus birth infant congenit baby".split())


def rarities(arrays: Arrays, asked: Sequence[Asked]) -> Array:
    """Weigh the words of a query by how rare they are in the book."""
    rarity = arrays.rarity
    return np.array(
        [max((float(rarity[term]) * weight for term, weight in word.items()), default=UNKNOWN_RARITY) for word in asked], np.float64
    )


def features(
    arrays: Arrays, asked: Sequence[Asked], said: Collection[str], places: Array, scores: Array, vectors: Array, meaning: Array
) -> Array:
    """Describe each entry of ``places`` by 42 numbers; the ranking in ``ranking.json`` was learned on these, in this order.

    ``said`` holds the words and stems of the query, ``scores`` the score of every entry by term weights alone, ``vectors``
    those of the terms of the book, and ``meaning`` that of the query.
    """
    count = len(places)
    weights = rarities(arrays, asked)
    total = float(weights.sum()) or 1.0
    phrases, phrase_of = _ranges(arrays.phrases_at, places)
    within, term_phrase = _ranges(arrays.phrase_at, phrases)
    own = arrays.phrase_terms[within].astype(np.int64)
    own_of = phrase_of[term_phrase]
    higher, above_of = _ranges(arrays.above_at, places)
    above = arrays.above_terms[higher].astype(np.int64)
    title = np.zeros(len(phrases), bool)
    title[np.searchsorted(phrase_of, np.arange(count))] = True

    size = len(arrays.vocabulary)
    matched = np.zeros(size, np.float32)
    covered, covered_own, covered_title, exact = np.zeros(count), np.zeros(count), np.zeros(count), np.zeros(count)
    recall = np.zeros(len(phrases))
    for weight, word in zip(weights, asked, strict=True):
        this = np.zeros(size, np.float32)
        this[list(word)] = list(word.values())
        matched = np.maximum(matched, this)
        in_phrase, in_own, in_above = np.zeros(len(phrases), np.float32), np.zeros(count, np.float32), np.zeros(count, np.float32)
        np.maximum.at(in_phrase, term_phrase, this[own])
        np.maximum.at(in_own, phrase_of, in_phrase)
        np.maximum.at(in_above, above_of, this[above])
        recall += weight * in_phrase
        covered += weight * np.maximum(in_own, in_above)
        covered_own += weight * in_own
        covered_title += weight * in_phrase[title]
        exact += weight * (in_own >= 0.999)

    rarity = arrays.rarity[own]
    said_by_phrase = np.bincount(term_phrase, weights=rarity, minlength=len(phrases))
    precision = np.bincount(term_phrase, weights=rarity * matched[own], minlength=len(phrases)) / np.maximum(said_by_phrase, 1e-6)
    recall /= total
    balance = np.where(precision + recall > 0, 2 * precision * recall / np.maximum(precision + recall, 1e-6), 0)
    best, full = np.zeros(count), np.zeros(count)
    np.maximum.at(best, phrase_of, balance)
    np.maximum.at(full, phrase_of, ((precision > 0.99) & (recall > 0.99)).astype(np.float64))
    in_title = precision[title]
    alike = likeness(meaning, vectors, arrays.rarity, own, term_phrase)
    alike = np.pad(alike, (0, len(phrases) - len(alike)))  # the last phrases may have no words
    alike_title, alike_best = alike[title], np.zeros(count)
    np.maximum.at(alike_best, phrase_of, alike)
    # Words of the title that nobody asked for and no entry above explains.
    inherited = np.isin(own_of * size + own, above_of * size + above)
    unasked = title[term_phrase] & (matched[own] < 0.1) & ~inherited
    excess = np.bincount(own_of[unasked], weights=rarity[unasked], minlength=count) / 10

    flags = arrays.flags[places]
    other, unspecified, leaf = ((flags & flag > 0).astype(np.float64) for flag in (OTHER, UNSPECIFIED, LEAF))
    sided, left, right = (flags & SIDED > 0), (flags & LEFT > 0), (flags & RIGHT > 0)
    covered, covered_own, covered_title, exact = covered / total, covered_own / total, covered_title / total, exact / total
    missing = 1 - covered
    highest = float(scores[places].max()) or 1.0
    parents = arrays.parent[places]
    parent_score = np.where(parents >= 0, scores[np.maximum(parents, 0)], 0) / highest
    says_left, says_right = "left" in said, "right" in said
    says_side = says_left or says_right or "bilateral" in said or "bilater" in said
    letter = arrays.letter[places]
    columns = [
        scores[places] / highest,
        scores[places] / total / 6,
        covered,
        covered_own,
        exact,
        covered_title,
        in_title,
        excess,
        best,
        full,
        other,
        other * missing,
        unspecified,
        unspecified * missing,
        leaf,
        arrays.depth[places] / 7,
        np.minimum(arrays.children[places], 20) / 10,
        sided * (not (says_left or "bilateral" in said or "bilater" in said)),
        (sided | right | (flags & BILATERAL > 0)) * says_side,
        (left & (says_right and not says_left)) | (right & (says_left and not says_right)),
        _in(letter, "O") * (not _BIRTH & set(said)),
        _in(letter, "P") * (not _NEWBORN & set(said)),
        _in(letter, "VWXY"),
        _in(letter, "Z"),
        _in(letter, "Q"),
        _in(letter, "ST"),
        _in(letter, "R"),
        parent_score,
        covered * in_title,
        missing**2,
        best * best,
        in_title * in_title,
        covered > 0.99,
        covered_own > 0.99,
        other * covered * in_title,
        unspecified * covered * in_title,
        leaf * best,
        np.minimum(excess, 1) ** 2,
        alike_best,
        alike_title,
        alike_best - (float(alike_best.max()) if count else 0.0),
        np.maximum(alike_best, 0) ** 3,
    ]
    return np.stack([np.asarray(column, np.float64) for column in columns], 1)


def _ranges(at: Array, places: Array) -> tuple[Array, Array]:
    """Lay the ranges ``at[p]`` to ``at[p + 1]`` one after another; say for each item to which place it belongs."""
    starts, lengths = at[places], at[places + 1] - at[places]
    belongs = np.repeat(np.arange(len(places)), lengths)
    within = np.arange(int(lengths.sum())) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    return np.repeat(starts, lengths) + within, belongs


def _in(letter: Array, letters: str) -> Array:
    found: Array = _table(letters)[letter]
    return found


@cache
def _table(letters: str) -> Array:
    """Say for every letter, by its number, whether it is one of ``letters``."""
    table = np.zeros(256)
    table[[ord(one) for one in letters]] = 1
    return table
