"""Which word a typing slip means, which texts are nearly the same, and what a ranking of topics is; the one home of RapidFuzz.

It ranks words of answers and descriptions. It grades nothing but the spelling of a term, and never turns one code into another.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process, utils
from rapidfuzz.distance import OSA


@dataclass(frozen=True, slots=True)
class Ranked:
    """The best three topics with their scores (0 to 1, 0.5 and more is an answer), best first."""

    best: tuple[tuple[str, float], ...]
    sure: bool
    foreign: bool = False
    """The text reads like none of our business, so that words it shares with the code book mean nothing."""

    offer: float = 0.02
    """A topic scored below this is not even worth offering."""


def nearest_word(word: str, vocabulary: Sequence[str], cutoff: float) -> str | None:
    """Return the word of ``vocabulary`` nearest to ``word``, or None below ``cutoff`` (0 to 100).

    Both sides are lower case already, so no processor is needed.
    """
    best = process.extractOne(word, vocabulary, scorer=fuzz.ratio, processor=None, score_cutoff=cutoff)
    return best[0] if best else None


def nearest_words(word: str, vocabulary: Sequence[str], cutoff: float, limit: int) -> list[tuple[str, float]]:
    """Return words by likeness (0 to 1): the share of letters that need no change, a swap of neighbours being one change."""
    found = process.extract(word, vocabulary, scorer=OSA.normalized_similarity, processor=None, score_cutoff=cutoff, limit=limit)
    return [(spelled, likeness) for spelled, likeness, _place in found]


def one_change(word: str, other: str) -> bool:
    """Say whether one change makes one word of the other, a swap of neighbours being one change."""
    return OSA.distance(word, other, score_cutoff=1) == 1


def same_term(typed: str, wanted: str, others: Sequence[str] = ()) -> bool:
    """Say whether a typed term is the one that is wanted, but for a slip in a longer word; never where it is as near to another one.

    >>> same_term("osteomalasia", "Osteomalacia"), same_term("ileum", "ilium"), same_term("nephritis", "Nephrosis", ["Nephritis"])
    (True, False, False)
    """
    said, right = utils.default_process(typed), utils.default_process(wanted)
    if said == right:
        return bool(said)
    if len(right) < 7 or any(letter.isdigit() for letter in said + right):
        return False
    apart = OSA.distance(said, right)
    return apart <= len(right) // 7 and all(OSA.distance(said, utils.default_process(other)) > apart for other in others)


def alike(texts: Sequence[str], cutoff: float) -> list[tuple[int, int, float]]:
    """List the pairs of texts that are nearly the same, nearest first, as two places and a likeness of ``cutoff`` to 100.

    Texts are compared letter by letter with their words sorted, so that turning sentences round changes nothing.
    """
    sorted_words = [" ".join(sorted(utils.default_process(text).split())) for text in texts]
    pairs = []
    for place, text in enumerate(sorted_words):
        near = process.extract(text, sorted_words[place + 1 :], scorer=fuzz.ratio, processor=None, score_cutoff=cutoff, limit=None)
        pairs += [(place, place + 1 + other, score) for _text, score, other in near]
    return sorted(pairs, key=lambda pair: (-pair[2], pair))
