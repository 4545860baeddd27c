"""Read the ICD-10-CM conversion table: for codes that came new, what was reported before.

Format: NCHS, ICD-10-CM Conversion Table (CSV). Two lines of prose, then the columns current code, effective date, previous codes.
The date is a year, meaning its 1 October, or a day for changes within a year.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.codebook.entry import CodeBookError
from bot.codebook.tabular import dotted

_CODE = re.compile(r"[A-Z][0-9A-Z]{2}\.?[0-9A-Z]{0,4}")


@dataclass(frozen=True, slots=True)
class Conversion:
    """A code that came new, what it took over from, and since when."""

    new: str
    old: str
    effective: date


def read_conversion(path: Path) -> Iterator[Conversion]:
    """Yield old and new codes; the header is looked for, so prose before it does no harm."""
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        rows = csv.reader(file)
        for row in rows:
            if row and row[0].strip().lower().startswith("current code"):
                break
        else:
            raise CodeBookError(f'{path.name}: no column "Current code assignment"; is this the conversion table?')
        for row in rows:
            if len(row) < 3 or not _CODE.fullmatch(row[0].strip()):
                continue
            effective = _day(row[1].strip())
            if effective is None:
                raise CodeBookError(f'{path.name}, line {rows.line_num}: "{row[1][:20]}" is neither a year nor a date')
            for old in _CODE.findall(row[2]):
                yield Conversion(dotted(row[0].strip()), dotted(old), effective)


def _day(text: str) -> date | None:
    if re.fullmatch(r"(?:19|20)\d\d", text):
        return date(int(text), 10, 1)
    match = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{2}|\d{4})", text)
    if match is None:
        return None
    year = int(match[3]) if len(match[3]) == 4 else 2000 + int(match[3])
    return date(year, int(match[1]), int(match[2]))
