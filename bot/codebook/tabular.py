"""Read the ICD-10-CM Tabular List: the official XML and the list of all codes that ships beside it.

Format: National Center for Health Statistics, icd-10-cm-tabular-2025.xsd. The code list has one code a line,
without dots, 7th-character codes included; it decides which 7th characters exist, since the XML defines them by
category and a few codes take only some of them (S06.-7 and S06.-8 end in death, so they have no later encounter).
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bot.codebook.entry import CodeBookError, NoteKind

_NOTE_TAGS = {
    "inclusionTerm": NoteKind.INCLUSION,
    "includes": NoteKind.INCLUDES,
    "excludes1": NoteKind.EXCLUDES1,
    "excludes2": NoteKind.EXCLUDES2,
    "codeFirst": NoteKind.CODE_FIRST,
    "useAdditionalCode": NoteKind.USE_ADDITIONAL,
    "codeAlso": NoteKind.CODE_ALSO,
    "sevenChrNote": NoteKind.SEVENTH,
    "notes": NoteKind.NOTE,
}


@dataclass(slots=True)
class Row:
    """One entry as the XML gives it, with its notes; ``parent`` is the place of the parent in the order of rows."""

    number: int
    kind: str
    code: str
    title: str
    parent: int | None
    notes: list[tuple[NoteKind, str]] = field(default_factory=list)
    seventh: list[tuple[str, str]] = field(default_factory=list)
    seventh_from: int | None = None
    children: int = 0


def read_tabular(path: Path) -> Iterator[Row]:
    """Yield every chapter, block and code in the order of print, parents before children.

    One category at a time is held in memory. A file that is cut off or is not a tabular list raises
    :class:`CodeBookError` with the line.
    """
    try:
        yield from _Reader(path).rows()
    except ET.ParseError as error:
        line, _column = error.position
        raise CodeBookError(f"{path.name}, line {line}: not well-formed XML; fetch the file again") from error


class _Reader:
    """Walk the XML once; number the rows as they come."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.count = 0

    def rows(self) -> Iterator[Row]:
        open_elements: list[ET.Element] = []
        emitted: dict[int, Row] = {}  # id of an open chapter or section -> its row
        for event, element in ET.iterparse(self.path, events=("start", "end")):  # noqa: S314  # the federal file; expat expands no external entities
            if event == "start":
                if not open_elements and element.tag != "ICD10CM.tabular":
                    raise CodeBookError(f"{self.path.name}: starts with <{element.tag}>, not <ICD10CM.tabular>")
                open_elements.append(element)
                if element.tag in ("section", "diag") and open_elements[-2].tag != "diag":
                    # A parent's own notes stand before its first child, so they are complete now.
                    yield from self._heads(open_elements[:-1], emitted)
                continue
            open_elements.pop()
            parent = open_elements[-1] if open_elements else None
            if element.tag == "diag" and parent is not None and parent.tag == "section":
                above = emitted[id(parent)]
                yield from self._codes(element, above.number, above.seventh_from)
                parent.remove(element)
            elif element.tag in ("section", "chapter"):
                yield from self._heads([*open_elements, element], emitted)
                emitted.pop(id(element))
                if parent is not None:
                    parent.remove(element)
        if not self.count:
            raise CodeBookError(f"{self.path.name}: no chapter in it; is this the tabular list?")

    def _heads(self, path: list[ET.Element], emitted: dict[int, Row]) -> Iterator[Row]:
        """Yield the rows of the chapters and sections on ``path`` that have not been yielded."""
        above: int | None = None
        for element in path:
            if element.tag not in ("chapter", "section"):
                continue
            if id(element) not in emitted:
                kind = "chapter" if element.tag == "chapter" else "block"
                code = element.get("id") or _text(element.find("name"))
                emitted[id(element)] = row = self._row(element, kind, code, above, None)
                yield row
            above = emitted[id(element)].number

    def _codes(self, element: ET.Element, parent: int, seventh_from: int | None) -> Iterator[Row]:
        row = self._row(element, "code", _text(element.find("name")), parent, seventh_from)
        below = element.findall("diag")
        row.children = len(below)
        yield row
        for child in below:
            yield from self._codes(child, row.number, row.seventh_from)

    def _row(self, element: ET.Element, kind: str, code: str, parent: int | None, seventh_from: int | None) -> Row:
        title = _text(element.find("desc"))
        if not code or not title:
            raise CodeBookError(f"{self.path.name}: an entry after {code or 'the start'} has no code or no title")
        if kind != "code":
            title = re.sub(r" \([A-Z]\w\w(-[A-Z]\w\w)?\)$", "", title)  # the range is in the code already
        self.count += 1
        row = Row(self.count, kind, code, title, parent, seventh_from=seventh_from)
        for child in element:
            if child.tag in _NOTE_TAGS:
                row.notes += [(_NOTE_TAGS[child.tag], _text(note)) for note in child.iter("note") if _text(note)]
            elif child.tag == "sevenChrDef":
                row.seventh += [(e.get("char", ""), _text(e)) for e in child.iter("extension")]
                row.seventh_from = row.number
        return row


def _text(element: ET.Element | None) -> str:
    return " ".join((element.text or "").split()) if element is not None else ""


def read_code_list(path: Path) -> set[str]:
    """Read the list of all codes, without dots; names of chapters and blocks in it do no harm."""
    return set(path.read_text(encoding="ascii").split())


def dotted(code: str) -> str:
    """Put the dot where it belongs.

    >>> dotted("E1121"), dotted("I10")
    ('E11.21', 'I10')
    """
    flat = code.replace(".", "")
    return flat if len(flat) <= 3 else f"{flat[:3]}.{flat[3:]}"


def stem(code: str) -> str:
    """Fill a code with the placeholder X to six characters, ready for its 7th.

    >>> stem("T75.4"), stem("S52.521")
    ('T75.4XX', 'S52.521')
    """
    return dotted(code.replace(".", "").ljust(6, "X"))
