"""What drills are made from: a release of each code set, and the lists in ``content/drills``."""

import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from bot.codebook.book import Book

Row = dict[str, Any]


@dataclass(frozen=True)
class Lists:
    """The lists of our own that drills draw on, each read when it is first asked for."""

    folder: Path

    def _read(self, name: str) -> list[Row]:
        path = self.folder / "drills" / f"{name}.toml"
        if not path.exists():
            return []
        rows: list[Row] = tomllib.loads(path.read_text(encoding="utf-8")).get(name, [])
        return rows

    @cached_property
    def dose(self) -> dict[str, Row]:
        """Drugs with the doses that are given of them, by HCPCS code."""
        return {str(row["code"]): row for row in self._read("dose")}

    @cached_property
    def situation(self) -> dict[str, Row]:
        """Situations that call for an HCPCS modifier, by id."""
        return {str(row["id"]): row for row in self._read("situation")}

    @cached_property
    def suspicion(self) -> dict[str, Row]:
        """Diagnoses that are suspected at first, with the findings that lead to them, by id."""
        return {str(row["id"]): row for row in self._read("suspicion")}

    @cached_property
    def screening(self) -> dict[str, Row]:
        """Screenings with what they may find, by id."""
        return {str(row["id"]): row for row in self._read("screening")}

    @cached_property
    def neoplasm(self) -> dict[str, Row]:
        """Sites with their codes in the Neoplasm Table, by id."""
        return {str(row["id"]): row for row in self._read("neoplasm")}

    @cached_property
    def navigation(self) -> dict[str, Row]:
        """Diagnoses with the way to their code through the Alphabetic Index, by id."""
        return {str(row["id"]): row for row in self._read("navigation")}


@dataclass(frozen=True)
class Sources:
    """Everything a family may read. ``before`` is the release of ICD-10-CM before this one, where it is loaded."""

    icd10cm: Book
    hcpcs: Book
    before: Book | None
    lists: Lists
