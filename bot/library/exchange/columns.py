"""CSV as spreadsheets write it: a heading in any order, parted by commas, semicolons or tabs."""

import csv
import io
import re
from collections.abc import Iterable
from datetime import date

from bot.library.exchange.draft import Draft, Reading, day, one_line
from bot.library.question import LETTERS

COLUMNS = (
    *("id", "area", "difficulty", "stem", "A", "B", "C", "D", "key"),
    *("why.A", "why.B", "why.C", "why.D", "general", "source", "valid_from", "valid_to", "tags"),
)
_NEEDED = ("stem", "A", "B", "C", "key")
_OTHER_WORDS = {
    "question": "stem",
    "text": "stem",
    "answer": "key",
    "correct": "key",
    "correct answer": "key",
    "right": "key",
    "level": "difficulty",
    "explanation": "general",
    "rationale": "general",
    "feedback": "general",
    "valid from": "valid_from",
    "valid to": "valid_to",
    **{f"{word}{letter}": letter.upper() for letter in "abcd" for word in ("option ", "option_", "choice ", "answer ")},
    **{f"{word}{letter}": f"why.{letter.upper()}" for letter in "abcd" for word in ("why ", "why_", "reason ", "explanation ")},
}
_FORMULA = re.compile(r"'*[=+\-@]")


def write(drafts: Iterable[Draft]) -> bytes:
    """Write drafts as CSV with a mark at its start, by which a spreadsheet knows that it is UTF-8."""
    sheet = io.StringIO(newline="")
    rows = csv.writer(sheet)
    rows.writerow(COLUMNS)
    for draft in drafts:
        days = [one.isoformat() if one else "" for one in (draft.valid_from, draft.valid_to)]
        head = (draft.name, draft.area, draft.difficulty, draft.stem, *draft.options, LETTERS[draft.key])
        cells = (*head, *draft.why, draft.general, draft.source, *days, "; ".join(draft.tags))
        # A cell that begins like a formula would be computed; an apostrophe before it says that it is text.
        rows.writerow(f"'{cell}" if _FORMULA.match(cell) else cell for cell in cells)
    return b"\xef\xbb\xbf" + sheet.getvalue().encode()


def read(text: str, reading: Reading) -> None:
    """Read CSV into ``reading``."""
    head = text.split("\n", 1)[0]
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=head.count), strict=True)
    try:
        names = _headings(next(rows, []), reading)
        before = rows.line_num
        for cells in rows if names else ():
            if any(cell.strip() for cell in cells):
                _read(names, cells, f"line {before + 1}", reading)
            before = rows.line_num
    except csv.Error:
        mend = 'double each quotation mark within a cell (""), and close what is opened'
        reading.fault(f"line {rows.line_num}", f"the quotation marks there do not add up, or a cell is endless; {mend}")


def _headings(cells: list[str], reading: Reading) -> list[str]:
    known = {name.lower(): name for name in COLUMNS} | _OTHER_WORDS
    typed = [" ".join(cell.lower().split()) for cell in cells]
    names = [known.get(one, "") for one in typed]
    faults = []
    for cell, name in zip(cells, names, strict=True):
        if cell.strip() and not name:
            faults.append(f'the column "{cell.strip()[:40]}" is unknown; rename it or take it out. Known are {", ".join(COLUMNS)}')
        elif name and names.count(name) > 1:
            faults.append(f"two columns are {name}; leave one")
    faults += [f"the column {name} is missing; the first line names the columns" for name in _NEEDED if name not in names]
    for what in dict.fromkeys(faults):
        reading.fault("line 1", what)
    return [] if faults else names


def _read(names: list[str], cells: list[str], place: str, reading: Reading) -> None:
    if any(cell.strip() for cell in cells[len(names) :]):
        mend = "put quotation marks around a text with a separator in it"
        reading.fault(place, f"it has {len(cells)} cells, the heading has {len(names)}; {mend}")
        return
    plain = [cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell for cell in cells]
    row = {name: cell.strip() for name, cell in zip(names, plain, strict=False) if name}
    options = [row.get(letter, "") for letter in LETTERS]
    options = options[:3] if not options[3] else options
    right = [number for number, option in enumerate(options) if row["key"] == option]
    key = LETTERS.find(row["key"].upper().rstrip(".)")) if len(row["key"].rstrip(".)")) == 1 else right[0] if right else -1
    dates: dict[str, date | None] = {}
    for name in ("valid_from", "valid_to"):
        dates[name] = day(row.get(name, ""))
        if row.get(name) and dates[name] is None:
            reading.fault(place, f'{name} "{row[name][:20]}" is no date; write it as 2026-10-01')
            return
    if re.fullmatch(r"[A-Da-d](?:\s*[,;/ +&]\s*[A-Da-d])+", row["key"]):
        reading.leave(place, "it has several right answers")
    elif not 0 <= key < len(options):
        reading.fault(place, f'the key "{row["key"][:40]}" is none of its options; write the letter of the right one')
    else:
        reading.take(
            Draft(
                stem=row["stem"],
                options=tuple(options),
                key=key,
                why=tuple(row.get(f"why.{letter}", "") for letter in LETTERS[: len(options)]),
                general=row.get("general", ""),
                name=one_line(row.get("id", "")),
                area=row.get("area", ""),
                difficulty=row.get("difficulty", ""),
                source=row.get("source", ""),
                valid_from=dates["valid_from"],
                valid_to=dates["valid_to"],
                tags=tuple(one for one in row.get("tags", "").split("; ") if one),
                place=place,
            )
        )
