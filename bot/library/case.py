"""A case as its author wrote it: an invented note, and a few questions on it that are asked one after the other."""

from dataclasses import dataclass
from datetime import date

from bot.library.question import Difficulty


@dataclass(frozen=True, slots=True)
class Case:
    """One case. ``areas`` are those that it exercises, ``questions`` the ids of its questions in their order."""

    id: str
    title: str
    areas: tuple[str, ...]
    difficulty: Difficulty
    note: str
    questions: tuple[str, ...]
    valid_from: date
    valid_to: date | None = None
    mock: int | None = None
    """The mock exam that it is set aside for as a whole."""

    def valid_on(self, day: date) -> bool:
        """Say whether the case may be asked on ``day``."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    def place(self, question: str) -> str:
        """Say which of its questions one is, such as "2 of 4"."""
        return f"{self.questions.index(question) + 1} of {len(self.questions)}"
