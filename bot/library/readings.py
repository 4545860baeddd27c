"""The log of second readings: who answered an item blind, from stem and options alone, and what they chose."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.library.fault import Fault
from bot.library.question import LETTERS, Question

FILE = "second-readings.tsv"
_COLUMNS = ("question", "area", "key", "read", "confidence", "day", "note")


@dataclass(frozen=True, slots=True)
class Reading:
    """One line of the log. ``key`` is the key as it was on that day, ``read`` what the second reader chose."""

    question: str
    key: str
    read: str

    @property
    def agrees(self) -> bool:
        """Whether the reader chose what was the key."""
        return self.read == self.key


def read_readings(folder: Path, faults: list[Fault]) -> list[Reading]:
    """Read every reading of the log, oldest first."""
    path = folder / FILE
    if not path.exists():
        return []
    found: list[Reading] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#") or line.split("\t")[0] == _COLUMNS[0]:
            continue
        parts = line.split("\t")
        if len(parts) not in (len(_COLUMNS), len(_COLUMNS) - 1) or parts[2] not in tuple(LETTERS):
            faults.append(Fault(f"{folder.name}/{FILE}", f"line {number}", f"write {', '.join(_COLUMNS)}, parted by tabs"))
            continue
        found.append(Reading(parts[0], parts[2], parts[3]))
    return found


def unread(questions: Iterable[Question], readings: Iterable[Reading]) -> Iterator[tuple[Question, str]]:
    """Yield the questions that still need a second reading, and why. Where one was read more than once, the last counts."""
    last = {reading.question: reading for reading in readings}
    for question in questions:
        reading, key = last.get(question.id), LETTERS[question.key]
        if reading is None:
            yield question, f"it has no second reading; have it answered blind and add a line to {FILE}"
        elif reading.key != key:
            yield question, f"its key was {reading.key} when it was read and is {key} now; have it read again"
        elif not reading.agrees:
            yield question, f"the second reader chose {reading.read}, the key is {key}; mend or drop it and have it read again"
