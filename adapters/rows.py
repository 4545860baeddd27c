"""Rows of buttons that read well on a phone, whatever fits into one there.

Buttons that say the same command belong together: they are laid out evenly, four codes as two and two. What says something else
begins a row of its own, unless everything before it in its row stands there whole.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby, pairwise

from bot.chat import Choice

Fits = Callable[[Sequence[Choice]], bool]


def rows(choices: Iterable[Choice], fits: Fits) -> list[list[Choice]]:
    """Share choices out in rows; ``fits`` says whether some may stand side by side."""
    done: list[list[Choice]] = []
    whole = False
    for _kind, group in groupby(choices, _kind_of):
        laid = _even(list(group), fits)
        if len(laid) == 1 and whole and fits([*done[-1], *laid[0]]):
            done[-1] += laid[0]
        else:
            done += laid
        whole = len(laid) == 1
    return done


def _kind_of(choice: Choice) -> tuple[str, bool]:
    """Tell what a choice belongs with: those that say the same command; arrows that lead about are a kind of their own."""
    return choice.says.partition(" ")[0], choice.label[-1:] in "▲◀▶"


def _even(choices: list[Choice], fits: Fits) -> list[list[Choice]]:
    """Lay out in as few rows as it takes, all of them as long as one another where that fits."""
    filled: list[list[Choice]] = []
    for choice in choices:
        if filled and fits([*filled[-1], choice]):
            filled[-1].append(choice)
        else:
            filled.append([choice])
    count, over = divmod(len(choices), len(filled))
    ends = [count * number + min(number, over) for number in range(len(filled) + 1)]
    even = [choices[start:end] for start, end in pairwise(ends)]
    return even if all(len(row) == 1 or fits(row) for row in even) else filled
