"""How well an entry fits a query, in numbers: what of the query it covers, and what it says that was not asked for."""

from collections.abc import Collection, Sequence
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

COVERED, COVERED_TITLE, IN_TITLE, BALANCE, FULL, ALIKE = 2, 5, 6, 8, 9, 38
"""Where the numbers that others read stand among those of :func:`features`."""

_BIRTH = frozenset("pregnanc pregnant deliver obstetr labor puerper antepart matern abort gestat trimest childbirth".split())
_NEWBORN = frozenset("newborn neonat fetal fetus birth infant congenit baby".split())

_FLAGS = np.stack([(np.arange(256) & flag > 0).astype(np.float64) for flag in (OTHER, UNSPECIFIED, LEAF, SIDED, LEFT, RIGHT, BILATERAL)])
_LETTERS = np.stack([np.isin(np.arange(256), [ord(one) for one in letters]) for letters in ("O", "P", "VWXY", "Z", "Q", "ST", "R")]) * 1.0
"""What an entry is, looked up by its flags and by the letter of its chapter."""


def rarities(arrays: Arrays, asked: Sequence[Asked]) -> Array:
    """Weigh the words of a query by how rare they are in the book."""
    rarity = arrays.rarity
    return np.array(
        [max((float(rarity[term]) * weight for term, weight in word.items()), default=UNKNOWN_RARITY) for word in asked], np.float64
    )


def features(
    arrays: Arrays, asked: Sequence[Asked], said: Collection[str], places: Array, scores: Array, meaning: Array
) -> tuple[Array, Array]:
    """Describe each entry of ``places`` by 42 numbers; the ranking in ``ranking.json`` was learned on these, in this order.

    Beside them, number the phrase of each entry that covers more of the query than its title does: from 1, 0 where none does.

    ``said`` holds the words and stems of the query, ``scores`` the score of every entry by term weights alone, and
    ``meaning`` the vector of the query.
    """
    count = len(places)
    size = len(arrays.vocabulary)
    weights = rarities(arrays, asked)
    total = float(weights.sum()) or 1.0
    phrases, phrase_of = ranges(arrays.phrases_at, places)
    within, term_phrase = ranges(arrays.phrase_at, phrases)
    own = arrays.phrase_terms[within]
    higher, above_of = ranges(arrays.above_at, places)
    above = arrays.above_terms[higher]
    begins = np.searchsorted(phrase_of, np.arange(count))  # the title is the first phrase of an entry
    title = np.zeros(len(phrases), bool)
    title[begins] = True

    matched = np.zeros(size, np.float32)
    for word in asked:
        for term, value in word.items():
            matched[term] = max(matched[term], value)
    # Few of the terms were asked for; the rest is needed no more but for what was not asked.
    hit, hit_above = np.flatnonzero(matched[own]), np.flatnonzero(matched[above])
    hit_term, hit_phrase, above_term, above_entry = own[hit], term_phrase[hit], above[hit_above], above_of[hit_above]
    covered, covered_own, covered_title, exact = np.zeros(count), np.zeros(count), np.zeros(count), np.zeros(count)
    recall = np.zeros(len(phrases))
    this = np.zeros(size, np.float32)
    for weight, word in zip(weights, asked, strict=True):
        if not word:
            continue
        this[list(word)] = list(word.values())
        in_phrase, in_above = np.zeros(len(phrases), np.float32), np.zeros(count, np.float32)
        np.maximum.at(in_phrase, hit_phrase, this[hit_term])
        np.maximum.at(in_above, above_entry, this[above_term])
        this[list(word)] = 0
        in_own = np.maximum.reduceat(in_phrase, begins)
        recall += weight * in_phrase
        covered += weight * np.maximum(in_own, in_above)
        covered_own += weight * in_own
        covered_title += weight * in_phrase[begins]
        exact += weight * (in_own >= 0.999)

    rarity = arrays.rarity
    held = np.bincount(hit_phrase, weights=rarity[hit_term] * matched[hit_term], minlength=len(phrases))
    precision = held / np.maximum(arrays.phrase_weight[phrases], 1e-6)
    recall /= total
    balance = np.where(precision + recall > 0, 2 * precision * recall / np.maximum(precision + recall, 1e-6), 0)
    most = np.maximum.reduceat(recall, begins)
    telling = np.zeros(count, np.int64)
    holds_most = np.flatnonzero(recall == most[phrase_of])[::-1]  # where several do, the first stays
    telling[phrase_of[holds_most]] = holds_most
    telling = np.where(most > recall[begins] + 0.05, telling - begins, 0)
    best = np.maximum.reduceat(balance, begins)
    full = np.maximum.reduceat(((precision > 0.99) & (recall > 0.99)).astype(np.float64), begins)
    in_title = precision[begins]
    alike = likeness(meaning, arrays.vectors, rarity, arrays.phrase_length[phrases], own, term_phrase)
    alike_title, alike_best = alike[begins], np.maximum(np.maximum.reduceat(alike, begins), 0)
    excess = _excess(rarity, matched, own[title[term_phrase]], phrase_of[term_phrase[title[term_phrase]]], above, above_of, count)

    other, unspecified, leaf, sided, left, right, bilateral = _FLAGS[:, arrays.flags[places]]
    covered, covered_own, covered_title, exact = covered / total, covered_own / total, covered_title / total, exact / total
    missing = 1 - covered
    highest = float(scores[places].max()) or 1.0
    parents = arrays.parent[places]
    parent_score = np.where(parents >= 0, scores[np.maximum(parents, 0)], 0) / highest
    says_left, says_right = "left" in said, "right" in said
    says_side = says_left or says_right or "bilateral" in said or "bilater" in said
    birth, newborn, cause, factor, inborn, injury, symptom = _LETTERS[:, arrays.letter[places]]
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
        np.maximum(np.maximum(sided, right), bilateral) * says_side,
        np.maximum(left * (says_right and not says_left), right * (says_left and not says_right)),
        birth * (not _BIRTH & set(said)),
        newborn * (not _NEWBORN & set(said)),
        cause,
        factor,
        inborn,
        injury,
        symptom,
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
    found = np.empty((len(columns), count))
    for row, column in zip(found, columns, strict=True):
        row[:] = column
    return found.T, telling


def _excess(rarity: Array, matched: Array, terms: Array, entry: Array, above: Array, above_of: Array, count: int) -> Array:
    """Weigh the words of titles that nobody asked for and no entry above explains; ``terms`` are those of titles, of ``entry``."""
    size = len(matched)
    unasked = matched[terms] < 0.1
    terms, entry = terms[unasked].astype(np.int64), entry[unasked]
    inherited = np.sort(above_of * size + above)
    wanted = entry * size + terms
    at = np.searchsorted(inherited, wanted)
    known = np.zeros(len(wanted), bool)
    inside = at < len(inherited)
    known[inside] = inherited[at[inside]] == wanted[inside]
    found: Array = np.bincount(entry[~known], weights=rarity[terms[~known]], minlength=count) / 10
    return found


def ranges(at: Array, places: Array) -> tuple[Array, Array]:
    """Lay the ranges ``at[p]`` to ``at[p + 1]`` one after another; say for each item to which place it belongs."""
    starts = at[places]
    lengths = at[places + 1] - starts
    ends = np.cumsum(lengths)
    belongs = np.repeat(np.arange(len(places)), lengths)
    return np.arange(len(belongs)) + (starts - ends + lengths)[belongs], belongs
