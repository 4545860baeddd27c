"""The questions of one folder as they are written, and which of them a draft is."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bot.library.contents import bank_files
from bot.library.exchange.draft import Draft, one_line, tidy
from bot.library.exchange.page import Entry, Page, UnreadableError
from bot.library.fault import Fault
from bot.library.load import CASES
from bot.library.question import LETTERS
from bot.matching import nearest_word

_NEAR = 85.0
"""From this likeness on (0 to 100), two stems with three options in common are one question before and after an edit."""


@dataclass(frozen=True, slots=True)
class Written:
    """One question of the folder."""

    page: Page
    entry: Entry

    def text(self, name: str) -> str:
        """Give a field as tidy text, "" where it is not there."""
        outer, _, inner = name.partition(".")
        found: Any = self.entry.table.get(outer, "")
        found = found.get(inner, "") if inner and isinstance(found, dict) else found
        return tidy(found) if isinstance(found, str) else ""

    def shared(self, name: str) -> str:
        """Give a field that the questions of a case may have from it."""
        return self.text(name) or (str(self.entry.case.get(name, "")) if self.entry.case else "")

    @property
    def id(self) -> str:
        """The id, for ever."""
        return self.text("id")

    @property
    def options(self) -> list[str]:
        """The four options in their authored places."""
        return [one_line(self.text(letter)) for letter in LETTERS]

    @property
    def key(self) -> int:
        """The place of the right option, -1 where there is none yet."""
        return LETTERS.find(self.text("key") or "-")

    @property
    def note(self) -> str:
        """The note of its case, "" where it has none."""
        return tidy(str(self.entry.case.get("note", ""))) if self.entry.case else ""

    @property
    def area(self) -> str:
        """Its area."""
        return CASES if self.entry.case else self.text("area")

    def day(self, name: str) -> date | None:
        """Give one of its dates."""
        found = (self.entry.case or self.entry.table).get(name)
        return found if isinstance(found, date) else None


class Bank:
    """What is written in a folder; ``files`` are its pages by path."""

    def __init__(self, folder: Path, faults: list[Fault]) -> None:
        self.folder = folder
        self.files: dict[Path, Page] = {}
        for path in bank_files(folder):
            name = path.relative_to(folder.parent).as_posix()
            try:
                self.files[path] = Page(name, path.read_bytes().decode("utf-8-sig"))
            except UnicodeDecodeError:
                faults.append(Fault(name, "the file", "it is not in UTF-8; save it as UTF-8 first"))
            except UnreadableError as error:
                faults.append(Fault(name, "the file", str(error)))
        self.questions = [Written(page, entry) for page in self.files.values() for entry in page.entries]
        self.by_id = {one.id: one for one in self.questions}
        self._by_origin = {one.text("origin"): one for one in self.questions if one.text("origin")}
        self._by_stem: dict[str, list[Written]] = {}
        for one in self.questions:
            for stem in {plain(one.text("stem")), plain(f"{one.note} {one.text('stem')}")}:
                self._by_stem.setdefault(stem, []).append(one)

    def find(self, draft: Draft) -> Written | None:
        """Find the question that a draft is: by its id, else by its words, if its id elsewhere does not say otherwise."""
        known = self.by_id.get(draft.name) or self._by_origin.get(draft.name)
        if known or not draft.stem:
            return known
        stem = plain(draft.stem)
        found = self._by_stem.get(stem, [])
        enough = 2
        if not found and (near := nearest_word(stem, list(self._by_stem), _NEAR)):
            found, enough = self._by_stem[near], 3
        common = [(sum(option in draft.options for option in one.options), one) for one in found]
        most = max((number for number, _one in common), default=0)
        best = [one for number, one in common if number == most >= enough]
        return best[0] if len(best) == 1 and (not draft.name or not best[0].text("origin")) else None

    def prefix(self, area: str) -> str:
        """Tell how ids of an area begin here: as most of it do, else after the folder; "" where that gives no word."""
        begun = Counter(one.id.partition("-")[0] for one in self.questions if one.area == area and not one.entry.case)
        named = re.sub("[^a-z]", "", self.folder.name.lower())[:8]
        return begun.most_common(1)[0][0] if begun else named if len(named) >= 3 else ""


def plain(text: str) -> str:
    """Reduce text to its words, so that marks, blanks and case make no difference."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def next_number(prefix: str, ids: Iterable[str]) -> int:
    """Give the next free number of ids that begin with a prefix.

    >>> next_number("smith", ["smith-0007", "smith-0002", "jones-0009"])
    8
    """
    used = [int(found[1]) for one in ids if (found := re.fullmatch(rf"{prefix}-(\d{{4}})(?:-\d)?", one))]
    return max(used, default=0) + 1
