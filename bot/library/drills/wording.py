"""How codes, titles and numbers are put in a drill."""

import re
from collections.abc import Iterable

from bot.codebook.entry import Entry

LONGEST = 96
"""Characters of a code with its title as an option."""

_ABBREVIATED = ((r"Poisoning by, adverse effect of and underdosing of ", "Poisoning etc. by "),)


def coded(entry: Entry) -> str:
    """Write a code with its title, as an option.

    >>> coded(Entry("I10", "Essential (primary) hypertension", "code", True))
    'I10 Essential (primary) hypertension'
    """
    return short(f"{entry.code} {entry.title}")


def short(text: str, longest: int = LONGEST) -> str:
    """Cut a text at a word where it is too long for an option."""
    for long, brief in _ABBREVIATED:
        text = re.sub(long, brief, text)
    return text if len(text) <= longest else text[: longest - 1].rsplit(" ", 1)[0].rstrip(",;") + "…"


def fits(*texts: str) -> bool:
    """Say whether texts are short enough to be options as they are."""
    return all(len(text) <= LONGEST for text in texts)


def pair(*codes: str) -> str:
    """Write codes in the order of a claim."""
    return ", ".join(codes)


def listed(things: Iterable[str]) -> str:
    """Join things in a sentence.

    >>> listed(["the head", "both arms", "the left leg"])
    'the head, both arms and the left leg'
    """
    found = list(things)
    return "".join(found) if len(found) < 2 else f"{', '.join(found[:-1])} and {found[-1]}"


def money(cents: int) -> str:
    """Write an amount.

    >>> money(123450), money(8000)
    ('$1,234.50', '$80.00')
    """
    return f"${cents / 100:,.2f}"


def nth(number: int) -> str:
    """Write a number as a place in a row.

    >>> [nth(n) for n in (1, 2, 3, 4, 11, 21)]
    ['1st', '2nd', '3rd', '4th', '11th', '21st']
    """
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def words_of(text: str) -> set[str]:
    """Reduce a text to its words, for telling whether two say the same."""
    return {word.rstrip("s") for word in re.findall(r"[a-z0-9]+", text.lower())} - _LITTLE


_LITTLE = frozenset("a an and by due for in nec no nos not of on or other specified the to unspecified with elsewhere classified".split())
