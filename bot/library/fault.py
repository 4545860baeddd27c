"""What is wrong in the content, and on which line; lines are looked for only where there is a fault to show."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from bot.library.statements import Statement, statements


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an item stands: the ``number``-th table of its kind in a file, of a case the ``inner``-th question. Counted from 0."""

    path: Path
    kind: str
    number: int = 0
    inner: int | None = None
    field: str = ""
    """Which field of it is meant, such as ``stem``, ``why.A`` or ``codes.E11.22``; "" for the item as a whole."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in the content: where, and what to do about it."""

    file: str
    item: str
    what: str
    line: int = field(default=0, compare=False)
    """Counted from 1; 0 while it is not known."""
    spot: Spot | None = field(default=None, compare=False)

    def __str__(self) -> str:
        line = f" line {self.line}," if self.line else ""
        return f"{self.file},{line} {self.item}: {self.what}"


def placed(faults: Iterable[Fault]) -> list[Fault]:
    """Give each fault its line, where that can be found. A file is read once."""
    files: dict[Path, list[Statement]] = {}
    found = []
    for fault in faults:
        if fault.spot is not None and not fault.line:
            if fault.spot.path not in files:
                files[fault.spot.path] = _read(fault.spot.path)
            fault = replace(fault, line=_line(files[fault.spot.path], fault.spot))  # the same, with its line
        found.append(fault)
    return found


def _read(path: Path) -> list[Statement]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):  # it went away, or was written into, since the fault was found
        return []
    return list(statements(re.findall(r"[^\n]*\n|[^\n]+", text)))


def _line(file: Sequence[Statement], spot: Spot) -> int:
    """Find the line of the field, else of the heading of its item; 0 if it is written in an unusual way."""
    block = _block(file, spot.kind, spot.number) if spot.kind else file
    if spot.inner is not None:
        block = _block(block, f"{spot.kind}.question", spot.inner) or block[:1]
    elif spot.kind:  # the questions of a case have fields of the same names
        inner = (number for number, one in enumerate(block) if number and one.heading.startswith("[["))
        block = block[: next(inner, len(block))]
    if not block:
        return 0
    outer, _, rest = spot.field.partition(".")
    table = ""
    for one in block:
        table = one.heading.strip("[]").rpartition(".")[2] if one.heading else table
        under = rest if one is not block[0] and table == outer else spot.field
        if spot.field and (under in one.fields or (not spot.kind and one.heading.strip("[]") == spot.field)):
            return one.start + 1
    for one in block if spot.field else ():  # all in one line, such as codes = {…}
        if outer in one.fields:
            return one.start + 1
    return block[0].start + 1 if spot.kind else 0


def _block(file: Sequence[Statement], kind: str, number: int) -> Sequence[Statement]:
    """Give the statements from the heading of an item to before the next one of its kind or above."""
    starts = [at for at, one in enumerate(file) if one.heading == f"[[{kind}]]"]
    if number >= len(starts):
        return ()
    first = starts[number]
    for at in range(first + 1, len(file)):
        heading = file[at].heading
        if heading.startswith("[[") and not heading.startswith(f"[[{kind}."):
            return file[first:at]
    return file[first:]
