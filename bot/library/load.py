"""Read content files into frozen values, finding all faults at once.

A fault names the file, the line, the item, what is wrong, and the mend. The shape of an item is checked here; what an item says
about codes is checked in :mod:`bot.library.check`.
"""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from bot.library.case import Case
from bot.library.fault import Fault, Spot, placed
from bot.library.question import LETTERS, MOCKS, Difficulty, Question
from bot.library.topic import Area, Focus, Topic

Value = TypeVar("Value")

CASES = "cases"
"""The area that the questions of a case belong to."""


class ContentError(Exception):
    """Content cannot be used; the message lists every fault."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = placed(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


@dataclass(frozen=True, slots=True)
class Item:
    """One table of a content file as TOML gives it, and where it stands."""

    file: str
    name: str
    table: Mapping[str, object]
    spot: Spot | None = None

    def fault(self, what: str, at: str = "") -> Fault:
        """Say what is wrong with this item; ``at`` is the field, such as ``stem`` or ``codes.E11.22``, "" for all of it."""
        spot = replace(self.spot, field=at) if self.spot else None
        return Fault(self.file, self.name, what, spot=spot)


@dataclass(slots=True)
class Form:
    """Take the fields of one item, noting every fault instead of stopping at the first."""

    item: Item
    faults: list[Fault] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)

    def _get(self, key: str, kind: type[Value], empty: Value, needed: bool, mend: str) -> Value:
        self.taken.add(key)
        value: object = self.item.table
        for part in key.split("."):
            value = value.get(part) if isinstance(value, Mapping) else None
        if value is None:
            if needed:
                self.faults.append(self.item.fault(f"{key} is missing; {mend}", key))
            return empty
        if type(value) is not kind:
            self.faults.append(self.item.fault(f"{key} is {type(value).__name__}; {mend}", key))
            return empty
        return value

    def text(self, key: str, mend: str = "write it in quotes") -> str:
        """Take a needed text, blanks at its ends dropped."""
        value = " ".join(self._get(key, str, "", True, mend).strip().split(" "))
        if not value and not any(fault.what.startswith(key) for fault in self.faults):
            self.faults.append(self.item.fault(f"{key} is empty; {mend.replace('in quotes', 'between the quotes')}", key))
        return value

    def optional_text(self, key: str) -> str | None:
        """Take a text that may be left out."""
        return self._get(key, str, "", False, "write it in quotes") or None

    def day(self, key: str) -> date:
        """Take a needed date."""
        return self._get(key, date, date.min, True, "write a date such as 2026-10-01, without quotes")

    def optional_day(self, key: str) -> date | None:
        """Take a date that may be left out."""
        value = self._get(key, date, date.min, False, "write a date such as 2026-10-01, without quotes")
        return None if value == date.min else value

    def texts(self, key: str, needed: bool = True) -> tuple[str, ...]:
        """Take a list of texts."""
        found: list[object] = self._get(key, list, [], needed, 'write a list such as ["one", "two"]')
        if any(not isinstance(one, str) or not one.strip() for one in found):
            self.faults.append(self.item.fault(f"{key} holds something that is not a text; put each in quotes", key))
        return tuple(one for one in found if isinstance(one, str))

    def pairs(self, key: str) -> dict[str, str]:
        """Take a table of texts by text; it may be left out."""
        found: dict[str, object] = self._get(key, dict, {}, False, f'write [question.{key}] and lines "X" = "what it is"')
        if any(not isinstance(one, str) for one in found.values()):
            self.faults.append(self.item.fault(f"{key} holds something that is not a text; put each in quotes", key))
        return {code: one for code, one in found.items() if isinstance(one, str)}

    def number(self, key: str, mend: str) -> int:
        """Take a needed whole number."""
        return self._get(key, int, 0, True, mend)

    def mock(self) -> int | None:
        """Take the number of the mock exam that an item is set aside for; most items have none."""
        mend = f"write {', '.join(map(str, MOCKS[:-1]))} or {MOCKS[-1]}, or leave it out"
        value = self._get("mock", int, 0, False, mend)
        if value and value not in MOCKS:
            self.faults.append(self.item.fault(f"mock is {value}; {mend}", "mock"))
        return value or None

    def tables(self, key: str, mend: str) -> list[Mapping[str, object]]:
        """Take a needed list of tables."""
        found: list[object] = self._get(key, list, [], True, mend)
        if any(not isinstance(one, Mapping) for one in found):
            self.faults.append(self.item.fault(f"{key} is no list of tables; {mend}", key))
        return [one for one in found if isinstance(one, Mapping)]

    def one_of(self, key: str, allowed: tuple[str, ...]) -> str:
        """Take a text that must be one of a few."""
        value = self.text(key, f"use one of {', '.join(allowed)}")
        if value and value not in allowed:
            self.faults.append(self.item.fault(f'{key} "{value}" is unknown; use one of {", ".join(allowed)}', key))
        return value

    def leftovers(self) -> None:
        """Note keys that nobody asked for: most often a misspelt name."""
        known = {key.split(".")[0] for key in self.taken}
        for key in self.item.table:
            if key not in known:
                self.faults.append(self.item.fault(f'"{key}" is not a known field; known are {", ".join(sorted(known))}', key))


def read_items(files: list[Path], root: Path, table: str, faults: list[Fault], beside: str = "") -> Iterator[Item]:
    """Yield every ``[[table]]`` of the files, which may hold ``[[beside]]`` too; a file that is not TOML is one fault."""
    for path in files:
        name = path.relative_to(root.parent).as_posix()
        try:
            document = tomllib.loads(path.read_text(encoding="utf-8-sig"))  # some editors begin with a mark
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            faults.append(Fault(name, "the file", f"it cannot be read as TOML: {error}; check quotes and brackets there"))
            continue
        outside = f"it stands outside an item; items start with [[{table}]]"
        strays = sorted(set(document) - {table, beside})
        faults += [Fault(name, f'"{stray}"', outside, spot=Spot(path, "", field=stray)) for stray in strays]
        entries = document.get(table, [])
        if not isinstance(entries, list) or any(not isinstance(entry, dict) for entry in entries):
            faults.append(Fault(name, f'"{table}"', f"items start with [[{table}]], two brackets on each side"))
            continue
        for number, entry in enumerate(entries):
            label = entry.get("id", entry.get("slug"))
            yield Item(name, f"{table} {label}" if label else f"{table} number {number + 1}", entry, Spot(path, table, number))


def read_area(form: Form) -> Area:
    """Read one area of the blueprint."""
    questions = form.number("questions", "write how many of the 100 questions it has")
    area = Area(form.text("slug"), form.text("title"), questions, form.texts("words"))
    form.leftovers()
    return area


def read_focus(form: Form) -> Focus:
    """Read one focus of the blueprint."""
    focus = Focus(form.text("slug"), form.text("title"), form.texts("words"), form.texts("holds"))
    form.leftovers()
    return focus


def read_question(form: Form, areas: tuple[str, ...]) -> Question:
    """Read one question; what is missing is noted and filled with emptiness, so that the reading can go on."""
    key = form.one_of("key", tuple(LETTERS))
    codes, headers, hcpcs = form.pairs("codes"), form.pairs("headers"), form.pairs("hcpcs")
    form.texts("unreal", needed=False)
    form.optional_text("origin")  # its id in the system that it was imported from
    question = Question(
        id=form.text("id"),
        area=form.one_of("area", areas),
        difficulty=Difficulty(_or(form.one_of("difficulty", tuple(Difficulty)), tuple(Difficulty))),
        stem=form.text("stem"),
        options=(form.text("A"), form.text("B"), form.text("C"), form.text("D")),
        key=max(LETTERS.find(key), 0) if key else 0,
        why=(form.text("why.A"), form.text("why.B"), form.text("why.C"), form.text("why.D")),
        source=form.text("source"),
        valid_from=form.day("valid_from"),
        valid_to=form.optional_day("valid_to"),
        codes=(*codes, *headers),
        hcpcs=tuple(hcpcs),
        mock=form.mock(),
    )
    form.leftovers()
    return question


_OF_THE_CASE = ("area", "valid_from", "valid_to", "mock")


def case_questions(item: Item) -> list[Item]:
    """Make items of the questions of a case. Area, validity and mock exam are the case's; so is a difficulty that is not given."""
    entries = item.table.get("question", [])
    found = []
    for number, entry in enumerate(entries if isinstance(entries, list) else [], 1):
        if not isinstance(entry, Mapping):
            continue
        shared = {key: item.table[key] for key in (*_OF_THE_CASE, "difficulty") if key in item.table}
        label = entry.get("id")
        spot = replace(item.spot, inner=number - 1) if item.spot else None
        name = f"{item.name}, question {label}" if label else f"{item.name}, question number {number}"
        found.append(Item(item.file, name, {**shared, **entry, "area": CASES}, spot))
    return found


def read_case(form: Form, areas: tuple[str, ...]) -> tuple[Case, tuple[Question, ...]]:
    """Read a case and its questions; what is missing is noted and filled with emptiness, so that the reading can go on."""
    name, questions = form.text("id"), []
    entries = form.tables("question", "write three to six [[case.question]]")
    for entry, item in zip(entries, case_questions(form.item), strict=True):
        inner = Form(item)
        questions.append(replace(read_question(inner, (CASES,)), case=name))
        form.faults += [item.fault(f"{key} is that of the case; take it out of the question", key) for key in _OF_THE_CASE if key in entry]
        # What a question takes from its case is found faulty there.
        mine = [key for key in (*_OF_THE_CASE, "difficulty") if key not in entry]
        form.faults += [fault for fault in inner.faults if fault.what.split()[0] not in mine]
    case = Case(
        id=name,
        title=form.text("title"),
        areas=form.texts("areas"),
        difficulty=Difficulty(_or(form.one_of("difficulty", tuple(Difficulty)), tuple(Difficulty))),
        note=form.text("note"),
        questions=tuple(question.id for question in questions),
        valid_from=form.day("valid_from"),
        valid_to=form.optional_day("valid_to"),
        mock=form.mock(),
    )
    strange = [area for area in case.areas if area not in areas]
    form.faults += [form.item.fault(f'the area "{area}" is unknown; use some of {", ".join(areas)}', "areas") for area in strange]
    form.leftovers()
    return case, tuple(questions)


def read_topic(form: Form) -> Topic:
    """Read one FAQ topic."""
    topic = Topic(
        id=form.text("id"),
        title=form.text("title"),
        group=form.text("group"),
        phrasings=form.texts("phrasings"),
        keywords=form.texts("keywords"),
        answer=form.text("answer"),
        more=form.text("more"),
        source=form.text("source"),
        checked=form.day("checked"),
        expires=form.day("expires"),
        confidence=form.one_of("confidence", ("high", "medium", "low")),
        related=form.texts("related"),
        url=form.optional_text("url"),
        disagree=form.optional_text("disagree"),
        it=form.optional_text("it"),
    )
    form.leftovers()
    return topic


def _or(value: str, allowed: tuple[str, ...]) -> str:
    return value if value in allowed else allowed[0]


def read_all(
    files: list[Path], root: Path, table: str, read: Callable[[Form], Value], faults: list[Fault], beside: str = ""
) -> list[tuple[Item, Value]]:
    """Read every item of the files; faults are added to ``faults``, items with faults are left out."""
    found = []
    for item in read_items(files, root, table, faults, beside):
        form = Form(item)
        value = read(form)
        faults += form.faults
        if not form.faults:
            found.append((item, value))
    return found
