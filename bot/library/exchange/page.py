"""A content file as its author wrote it: one item can be changed or added, and every other line stays as it is."""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.library.statements import Statement, flat, statements

Value = str | date | tuple[str, ...] | dict[str, str]
Values = Mapping[str, Value]
"""Fields of an item by their names; those of tables in it as ``why.A``, codes with their titles as a table."""

ORDER = (
    *("id", "origin", "mock", "area", "difficulty", "stem", "A", "B", "C", "D", "key", "why.A", "why.B", "why.C", "why.D"),
    *("source", "valid_from", "valid_to", "unreal"),
)
TABLES = ("codes", "headers", "hcpcs")
SINGLE, OF_CASE = "question", "case.question"


class UnreadableError(Exception):
    """A content file cannot be changed; the message says why and names the mend."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a page: the kind of table, its place among those of its kind, and what TOML reads of it."""

    kind: str
    place: int
    table: Mapping[str, Any]
    case: Mapping[str, Any] | None = field(default=None, compare=False)
    """The case that it is a question of."""


class Page:
    """The text of one content file. ``name`` is what faults call it."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self._windows = "\r\n" in text
        self.text = text.replace("\r\n", "\n").removeprefix("\ufeff")
        self._read()

    def _read(self) -> None:
        self.entries = [*_entries(self._load(self.text))]
        self._lines = re.findall(r"[^\n]*\n|[^\n]+", self.text)
        self._statements = list(statements(self._lines))

    def _load(self, text: str) -> dict[str, Any]:
        try:
            return tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise UnreadableError(f"it cannot be read as TOML: {error}; mend it first, tutor content check says what is wrong") from error

    def written(self) -> bytes:
        """Give the bytes of the file, with the line ends that it had."""
        return (self.text.replace("\n", "\r\n") if self._windows else self.text).encode()

    def change(self, changes: Sequence[tuple[Entry, Values]]) -> None:
        """Change fields of items; a table that is to be empty goes. Only the lines of those fields are written anew where that can be."""
        wanted = {(entry.kind, entry.place): merged(entry.table, values) for entry, values in changes}
        lines = list(self._lines)
        if all(self._write_fields(lines, entry, values) for entry, values in changes) and self._take("".join(lines), wanted):
            return
        for entry, values in changes:  # one of them is written in an unusual way
            one = {key: table for key, table in wanted.items() if key == (entry.kind, entry.place)}
            lines = list(self._lines)
            if self._write_fields(lines, entry, values) and self._take("".join(lines), one):
                continue
            lines = list(self._lines)
            if not (self._write_whole(lines, entry, merged(entry.table, values)) and self._take("".join(lines), one)):
                raise UnreadableError("its items are written in a way that cannot be changed from outside; write each below [[question]]")

    def append(self, items: Sequence[Values]) -> None:
        """Add questions at the end."""
        before = [self.text.rstrip("\n") + "\n"] if self.text.strip() else []
        self.text = "\n".join([*before, *(_item(values) for values in items)])
        self._read()

    def _take(self, text: str, wanted: Mapping[tuple[str, int], Mapping[str, Any]]) -> bool:
        """Take ``text`` if it holds what this page holds but for those items."""
        try:
            found = [*_entries(tomllib.loads(text))]
        except tomllib.TOMLDecodeError:
            return False
        if found != [Entry(one.kind, one.place, wanted.get((one.kind, one.place), one.table)) for one in self.entries]:
            return False
        self.text = text
        self._read()
        return True

    def _block(self, entry: Entry) -> tuple[int, int]:
        """Find the statements of an item: from its heading to before the next item."""
        headings = [number for number, one in enumerate(self._statements) if one.heading == f"[[{entry.kind}]]"]
        if len(headings) <= entry.place:
            return 0, 0
        first = headings[entry.place]
        after = (number for number in range(first + 1, len(self._statements)) if self._statements[number].heading.startswith("[["))
        return first, next(after, len(self._statements))

    def _write_fields(self, lines: list[str], entry: Entry, values: Values) -> bool:
        """Write fields into ``lines``, whose count stays, so that other items can be written into them too."""
        first, last = self._block(entry)
        block = self._statements[first:last]
        if not block:
            return False
        main = [block[0], *_until_heading(block[1:])]
        places = {one.fields[0]: one for one in main if len(one.fields) == 1}
        new = []
        for name, value in values.items():
            if name in TABLES:
                for number, one in enumerate(block):
                    if one.heading == f"[{entry.kind}.{name}]":
                        _put(lines, one.start, [one, *_until_heading(block[number + 1 :])][-1].end, "")
            elif name in places:
                _put(lines, places[name].start, places[name].end, _field(name, value))
            else:
                new.append(_field(name, value))
        tables = [_table(f"[{entry.kind}.{name}]", values.get(name, {})) for name in TABLES]
        added = "".join([*new, *tables])
        if added:
            at = main[-1].end - 1
            lines[at] = "".join([lines[at].removesuffix("\n"), "\n" if lines[at] else "", added])
        return True

    def _write_whole(self, lines: list[str], entry: Entry, wanted: Mapping[str, Any]) -> bool:
        first, last = self._block(entry)
        block = self._statements[first:last]
        if block:
            _put(lines, block[0].start, block[-1].end, _item(flat(wanted), entry.kind))
        return bool(block)


def _put(lines: list[str], start: int, end: int, text: str) -> None:
    lines[start:end] = [text, *[""] * (end - start - 1)]


def _until_heading(block: list[Statement]) -> Iterator[Statement]:
    for one in block:
        if one.heading:
            return
        yield one


def _entries(document: Mapping[str, Any]) -> Iterator[Entry]:
    place = 0
    for number, one in enumerate(_tables(document, SINGLE)):
        yield Entry(SINGLE, number, one)
    for case in _tables(document, "case"):
        for one in _tables(case, SINGLE):
            yield Entry(OF_CASE, place, one, case)
            place += 1


def _tables(table: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    found = table.get(name, [])
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def merged(table: Mapping[str, Any], values: Values) -> dict[str, Any]:
    """Give what an item is with these fields changed."""
    found = {name: dict(value) if isinstance(value, dict) else value for name, value in table.items()}
    for name, value in values.items():
        outer, _, inner = name.partition(".")
        if inner:
            found.setdefault(outer, {})[inner] = value
        elif name in TABLES and not value:
            found.pop(name, None)
        else:
            found[name] = list(value) if isinstance(value, tuple) else value
    return found


def _item(values: Mapping[str, Any], kind: str = SINGLE) -> str:
    order = {name: place for place, name in enumerate(ORDER)}
    fields = sorted((name for name in values if name not in TABLES), key=lambda name: order.get(name, len(order)))
    lines = [f"[[{kind}]]\n", *(_field(name, values[name]) for name in fields)]
    return "".join([*lines, *(_table(f"[{kind}.{name}]", values[name]) for name in TABLES if values.get(name))])


def _table(heading: str, values: Any) -> str:  # noqa: ANN401  # a table of texts
    return "".join([f"{heading}\n", *(f"{_quoted(name)} = {_quoted(value)}\n" for name, value in values.items())]) if values else ""


def _field(name: str, value: Any) -> str:  # noqa: ANN401  # whatever TOML holds
    if isinstance(value, str) and "\n" in value:
        inner = value.replace("\\", "\\\\").replace('"""', '""\\"')
        closing = '\\"' if inner.endswith('"') else inner[-1:]
        return f'{name} = """\n{inner[:-1]}{closing}"""\n'
    if isinstance(value, str):
        return f"{name} = {_quoted(value)}\n"
    if isinstance(value, list | tuple):
        return f"{name} = [{', '.join(_quoted(str(one)) for one in value)}]\n"
    return f"{name} = {value.isoformat() if isinstance(value, date) else value}\n"


def _quoted(text: str) -> str:
    # What JSON escapes, TOML reads the same way; what TOML forbids beyond that, tidy text does not hold.
    return json.dumps(text, ensure_ascii=False)
