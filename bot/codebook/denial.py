"""What a title says is not there: "without foreign body" holds the words that are asked for, and means the opposite.

A query that names something, and denies nothing, does not mean the code that denies it.
"""

import re

from bot.codebook.words import terms

_DENIED = re.compile(r"\b(?:without|not)\s+(?:mention of\s+)?(.+?)(?=,|;|\b(?:with|without|of|in)\b|$)", re.IGNORECASE)
_DENIES = re.compile(r"\b(?:without|w/o|wo|no|not|non|neg|negative|denies|uncomplicated|simple)\b", re.IGNORECASE)


def denies(query: str) -> bool:
    """Say whether a query itself says that something is not there."""
    return bool(_DENIES.search(query))


def denied(title: str) -> frozenset[str]:
    """List the terms that a title denies, and does not affirm elsewhere.

    >>> sorted(denied("Laceration without foreign body of finger")), sorted(denied("Epilepsy with status epilepticus"))
    (['body', 'foreign'], [])
    """
    return frozenset(term for match in _DENIED.finditer(title) for term in terms(match[1])) - affirmed(title)


def affirmed_first(titles: list[str], asked: frozenset[str]) -> int:
    """Find the title that should be first, where the first denies what is asked for: the one that affirms it and little else.

    Only the titles that may stand in its place are given, best first. Returns a number of the list, 0 for the first itself.
    """
    missed = denied(titles[0]) & asked
    if not missed:
        return 0
    fit = [number for number, title in enumerate(titles) if missed <= affirmed(title)]
    return min(fit, key=lambda number: (len(affirmed(titles[number]) - asked), number), default=0)


def affirmed(title: str) -> frozenset[str]:
    """List the terms of a title that it does not deny."""
    return frozenset(terms(_DENIED.sub("", title)))
