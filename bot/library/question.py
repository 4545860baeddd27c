"""A question as its author wrote it. Options have authored places 0 to 3; what a learner sees is shuffled."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

LETTERS = "ABCD"
MOCKS = (1, 2, 3)
"""The mock exams for which items are set aside."""


class Difficulty(StrEnum):
    """How hard an item is meant to be."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


@dataclass(frozen=True, slots=True)
class Question:
    """One item: stem, four options, the place of the right one, and a reason for each option."""

    id: str
    area: str
    difficulty: Difficulty
    stem: str
    options: tuple[str, str, str, str]
    key: int
    why: tuple[str, str, str, str]
    source: str
    valid_from: date
    valid_to: date | None = None
    codes: tuple[str, ...] = ()
    """ICD-10-CM codes that the item names and that can be looked up, key first."""
    hcpcs: tuple[str, ...] = ()
    """HCPCS Level II codes and modifiers that it names."""
    case: str | None = None
    """The case that it is a question of; its note belongs to it."""
    mock: int | None = None
    """The mock exam that it is set aside for. Such an item is not practised; where it was missed, it comes back in reviews."""
    drill: str = ""
    """The title of the family, where the question was made by one."""
    rule: str = ""
    """The rule in one sentence, where the question was made from one."""

    def valid_on(self, day: date) -> bool:
        """Say whether the item may be asked on ``day``."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)
