"""Read HCPCS Level II as CMS publishes it: the fixed-width file or the spreadsheet, modifiers included.

Format: CMS, HCPCS Record Layout: 320 columns; a code has one first record (id 3, modifiers 7) and continuations of its long
description (4 and 8). The spreadsheet has the same fields as columns. The dental D codes belong to the ADA and are left out,
as CMS leaves them out of this file.
"""

import re
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from bot.codebook.entry import CodeBookError

_FIRST, _MORE = {"3": "code", "7": "modifier"}, {"4", "8"}
_FACTS = (
    # name, first and last column (from 1), heading of the spreadsheet
    ("short", 92, 119, "SHORT DESCRIPTION"),
    ("coverage", 230, 230, "COV"),
    ("added", 269, 276, "ADD DT"),
    ("effective", 277, 284, "ACT EFF DT"),
    ("terminated", 285, 292, "TERM DT"),
    ("action", 293, 293, "ACTION CD"),
    ("betos", 257, 259, "BETOS"),
    ("cross-reference", 205, 229, "XREF1"),
)
_COLUMN_CODE, _COLUMN_KIND, _COLUMN_LONG = "HCPC", "RECID", "LONG DESCRIPTION"


@dataclass(frozen=True, slots=True)
class HcpcsCode:
    """One code or modifier. ``facts`` holds what CMS says beside the description, as text, empty ones left out."""

    kind: str
    code: str
    title: str
    facts: dict[str, str] = field(default_factory=dict)


def read_fixed(path: Path) -> Iterator[HcpcsCode]:
    """Yield the codes of a fixed-width file. Prose before the records is passed over; a broken record is named."""
    current: HcpcsCode | None = None
    seen = False
    with path.open(encoding="latin-1", newline=None) as file:
        for number, line in enumerate(file, 1):
            record = line.rstrip("\r\n")
            if not re.match(r".{5}\d{5}[3478]", record):
                if seen and record.strip():
                    raise CodeBookError(f"{path.name}, line {number}: not an HCPCS record; fetch the file again")
                continue
            seen = True
            code, kind, text = record[:5].strip(), record[10], record[11:91].rstrip()
            if kind in _FIRST:
                if current:
                    yield current
                if len(record) < 293:
                    raise CodeBookError(f"{path.name}, line {number}: {len(record)} columns, 320 are wanted; the file is cut off")
                facts = {name: " ".join(record[first - 1 : last].split()) for name, first, last, _heading in _FACTS}
                current = HcpcsCode(_FIRST[kind], code, text, {name: value for name, value in facts.items() if value})
            elif current is None or current.code != code:
                raise CodeBookError(f"{path.name}, line {number}: {code} goes on without having begun; fetch the file again")
            else:
                current = replace(current, title=f"{current.title} {text.strip()}")
    if current is None:
        raise CodeBookError(f"{path.name}: no HCPCS record in it; is this the alpha-numeric file of CMS?")
    yield current


def read_spreadsheet(path: Path) -> Iterator[HcpcsCode]:
    """Yield the codes of the spreadsheet form; the heading row is looked for by name, not by place."""
    from zipfile import BadZipFile

    from openpyxl import load_workbook  # here: it is needed only where a spreadsheet is loaded
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the files of CMS have page footers that the library cannot read; nothing is lost
            book = load_workbook(path, read_only=True)
            rows = list(book.worksheets[0].iter_rows(values_only=True))
            book.close()
    except (BadZipFile, InvalidFileException, KeyError, ValueError, OSError) as error:
        raise CodeBookError(f"{path.name}: not a spreadsheet that can be read; fetch the file again") from error
    places, first = _headings(path, rows)
    for number, row in enumerate(rows[first:], first + 1):
        values = {name: str(row[place] if place < len(row) and row[place] is not None else "").strip() for name, place in places.items()}
        if not values[_COLUMN_CODE] or values[_COLUMN_KIND] not in _FIRST:
            continue
        if not values[_COLUMN_LONG]:
            raise CodeBookError(f"{path.name}, row {number}: {values[_COLUMN_CODE]} has no long description")
        facts = {name: values[heading] for name, _first, _last, heading in _FACTS if values.get(heading)}
        yield HcpcsCode(_FIRST[values[_COLUMN_KIND]], values[_COLUMN_CODE], " ".join(values[_COLUMN_LONG].split()), facts)


def _headings(path: Path, rows: Sequence[tuple[object, ...]]) -> tuple[dict[str, int], int]:
    """Find the place of each column, and the number of the first row below the headings."""
    for number, row in enumerate(rows, 1):
        names = [" ".join(str(cell or "").split()).upper() for cell in row]
        if _COLUMN_CODE in names:
            missing = [heading for heading in (_COLUMN_KIND, _COLUMN_LONG, *(fact[3] for fact in _FACTS)) if heading not in names]
            if missing:
                raise CodeBookError(f'{path.name}: no column "{missing[0]}"; is this the HCPCS spreadsheet of CMS?')
            return {name: place for place, name in enumerate(names) if name}, number
    raise CodeBookError(f'{path.name}: no column "{_COLUMN_CODE}"; is this the HCPCS spreadsheet of CMS?')


def clean(codes: Iterator[HcpcsCode]) -> Iterator[HcpcsCode]:
    """Leave out dental codes and anything that is no HCPCS Level II code; squeeze blanks."""
    for one in codes:
        if one.kind == "code" and not re.fullmatch(r"[A-CE-V]\d{4}", one.code):
            continue
        yield replace(one, title=" ".join(one.title.split()))
