"""Read the ICD-10-CM order file: every header and every valid code of a year, with its official long title.

Format: CMS, icd10OrderFiles.pdf. Columns 1-5 order number, 7-13 code without dot, 15 is 0 for a header and 1 for a code valid
for HIPAA, 17-76 short title, 78 to the end the long title. Codes that need a 7th character stand there with each of theirs;
here they become one entry with the characters that may follow.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.codebook.entry import CodeBookError
from bot.codebook.tabular import Row, dotted

_LINE = re.compile(r"(\d{5}) ([A-Z][0-9A-Z]{2,6}) {0,4} ([01]) (.{60}) (\S.*)")


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One line of an order file."""

    code: str
    valid: bool
    title: str


def read_order(path: Path) -> Iterator[OrderLine]:
    """Yield the lines of an order file; a line of another form is named with its number."""
    with path.open(encoding="latin-1") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            match = _LINE.fullmatch(line.rstrip())
            if match is None:
                raise CodeBookError(f"{path.name}, line {number}: not a line of an order file; fetch the file again")
            yield OrderLine(match[2], match[3] == "1", match[5].strip())


def looks_like_order(head: str) -> bool:
    """Say whether a text begins as an order file does."""
    return bool(_LINE.fullmatch(head.split("\n", 1)[0].rstrip()))


def order_rows(path: Path) -> Iterator[Row]:
    """Yield entries from an order file alone: titles and validity, no notes.

    Codes of seven characters are 7th characters of the header they go on from where all of them repeat its title;
    otherwise (Z86.0100) they are codes of their own.
    """
    lines = list(read_order(path))
    titles = {line.code: line.title for line in lines}
    of_base: dict[str, list[OrderLine]] = {}
    for line in lines:
        if len(line.code) == 7:
            of_base.setdefault(line.code[:6].rstrip("X"), []).append(line)
    extended = {
        base: [(line.code[6], line.title[len(titles[base]) + 2 :]) for line in them]
        for base, them in of_base.items()
        if base in titles and all(line.title.startswith(f"{titles[base]}, ") for line in them)
    }
    rows: dict[str, Row] = {}
    for line in lines:
        if len(line.code) == 7 and line.code[:6].rstrip("X") in extended:
            continue
        above = next((line.code[:length] for length in range(len(line.code) - 1, 2, -1) if line.code[:length] in rows), None)
        row = Row(len(rows) + 1, "code", dotted(line.code), line.title, rows[above].number if above else None)
        if line.code in extended:
            row.seventh, row.seventh_from = extended[line.code], row.number
        if above:
            rows[above].children += 1
        rows[line.code] = row
    if not rows:
        raise CodeBookError(f"{path.name}: no code in it; is this the order file?")
    yield from rows.values()
