"""What a code book holds: releases, entries, the notes printed at them, and the page that shows it all."""

import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class NoteKind(StrEnum):
    """The kinds of notes of the ICD-10-CM Tabular List, in the order in which a page shows them."""

    INCLUSION = "inclusion"
    INCLUDES = "includes"
    EXCLUDES1 = "excludes1"
    EXCLUDES2 = "excludes2"
    CODE_FIRST = "code first"
    USE_ADDITIONAL = "use additional code"
    CODE_ALSO = "code also"
    SEVENTH = "7th character"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Release:
    """One published state of a code set and the dates on which it is in force (both inclusive)."""

    codeset: str
    name: str
    start: date
    end: date | None
    own_words: bool = False
    """Whether the titles are our own words, for students, and not the official ones."""

    def in_force(self, day: date) -> bool:
        """Say whether the release is in force on ``day``."""
        return self.start <= day and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the tabular list: a chapter, a block, a category or a code.

    ``sevenths`` are the 7th characters that the published code table allows after this entry, "" for none;
    ``code`` already carries its dot. An entry with children or with ``sevenths`` cannot be reported as it stands.
    """

    code: str
    title: str
    kind: str
    reportable: bool
    sevenths: str = ""

    @property
    def label(self) -> str:
        """Name the entry as a page does: a code by itself, a chapter as such."""
        return f"Chapter {self.code}" if self.kind == "chapter" else self.code


@dataclass(frozen=True, slots=True)
class Note:
    """The notes of one kind printed at one entry. ``at`` is that entry's label, its own or an ancestor's."""

    kind: NoteKind
    lines: tuple[str, ...]
    at: str


@dataclass(frozen=True, slots=True)
class Seventh:
    """A 7th character and what it means for the codes it may follow."""

    char: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Page:
    """All that the book says about one code, own notes first, then those inherited, nearest first."""

    entry: Entry
    release: Release
    chain: tuple[Entry, ...]
    """Ancestors, nearest first, up to the chapter."""
    notes: tuple[Note, ...]
    children: tuple[Entry, ...]
    sevenths: tuple[Seventh, ...]
    """What may follow, where the entry still needs its 7th character."""
    before: Entry | None
    after: Entry | None
    ways: tuple[tuple[str, str], ...] = ()
    """How the Alphabetic Index leads here, where it is loaded: the part of the index, and the terms to follow."""
    facts: tuple[tuple[str, str], ...] = ()
    """What the file says beside the title: the unit of a drug, dates, how to use a modifier."""


@dataclass(frozen=True, slots=True)
class CodeRange:
    """What lives in a stretch of HCPCS Level II."""

    first: str
    last: str
    title: str
    about: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """One result of a search: a family of entries that differ in side only, named by its first code.

    ``entry`` is that first code, ``matched`` the entry whose words fit best, ``of`` how many the family has. ``why`` is
    the term or index entry that fits, where the title alone does not show it.
    """

    codeset: str
    entry: Entry
    matched: Entry
    of: int
    score: float
    why: str = ""
    completed: Entry | None = None
    """The first code with the 7th character that the encounter in the query chooses."""

    @property
    def shown(self) -> Entry:
        """The entry that is shown, and looked up with a tap."""
        return self.completed or self.matched


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found. ``sure`` says whether the best result is offered as what was meant, ``perhaps`` whether it may be.

    ``mended`` are slips with what they were read as, ``meant`` phrases with what the thesaurus makes of them.
    """

    hits: tuple[Hit, ...] = ()
    sure: bool = False
    covered: float = 0.0
    """Share of the query, by rarity of its words, that the best result covers."""
    mended: tuple[tuple[str, str], ...] = ()
    meant: tuple[tuple[str, str], ...] = ()
    perhaps: bool = False
    encounter: str = ""
    """What the query said of the encounter, which chose the 7th characters of the results."""


class CodeBookError(Exception):
    """A file of a code set cannot be used; the message names the file, the place and the mend."""


def same_title(one: str, other: str) -> bool:
    """Say whether two titles say the same: the order file has no accents and other blanks than the tabular list."""
    return _folded(one) == _folded(other)


def _folded(title: str) -> str:
    plain = unicodedata.normalize("NFKD", title)
    return " ".join("".join(char for char in plain if not unicodedata.combining(char)).lower().split())
