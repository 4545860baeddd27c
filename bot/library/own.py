"""A room's own questions: made of what a member wrote, found by their ids."""

from dataclasses import dataclass
from datetime import date

from bot.library.question import Difficulty, Question

OWN = "room/"
"""How the ids of such questions begin."""


@dataclass(frozen=True, slots=True)
class Written:
    """A question as somebody wrote it in a chat."""

    area: str
    stem: str
    options: tuple[str, ...]
    key: int
    why: tuple[str, ...]
    source: str


def own_question(number: int, written: Written) -> Question:
    """Make the question of a room; it belongs to no edition."""
    a, b, c, d = written.options
    why_a, why_b, why_c, why_d = written.why
    texts = (written.stem, (a, b, c, d), written.key, (why_a, why_b, why_c, why_d), written.source)
    return Question(f"{OWN}{number}", written.area, Difficulty.MEDIUM, *texts, valid_from=date.min)


def number_of(name: str) -> int | None:
    """Tell the number of a room's own question by its id; None for any other.

    >>> number_of("room/12"), number_of("anat-0001")
    (12, None)
    """
    rest = name.removeprefix(OWN)
    return int(rest) if name.startswith(OWN) and rest.isdecimal() and len(rest) < 16 else None
