"""The formats by name."""

from enum import StrEnum


class Format(StrEnum):
    """A format of questions."""

    GIFT = "gift"
    AIKEN = "aiken"
    MOODLE = "moodle"
    QTI = "qti"
    CSV = "csv"
    ANKI = "anki"
