"""A private pack: questions, cases and answers in a folder of somebody's own, added to what ships."""

from dataclasses import dataclass, field
from pathlib import Path

from bot.library.contents import Answers, Bank
from bot.library.fault import Fault


@dataclass(frozen=True, slots=True)
class Pack:
    """What of one folder is live. ``faults`` are those of what lies there now; while there are any, the last good version stays."""

    folder: Path
    bank: Bank = field(default_factory=Bank)
    answers: Answers = field(default_factory=Answers)
    faults: tuple[Fault, ...] = ()

    @property
    def items(self) -> int:
        """How many questions and topics of it are live."""
        return len(self.bank.questions) + len(self.answers.topics)
