"""Read the Alphabetic Index of ICD-10-CM, with its external cause index, Table of Drugs and Neoplasm Table.

Format: National Center for Health Statistics, icd10cm-index-2025.xsd and icd-10-cm-drug-neoplasm-2025.xsd. A main term holds
terms within terms; codes may end in a dash where the index leaves the rest to the tabular list.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.codebook.entry import CodeBookError

LEVEL = ",\u00a0"
"""Between the terms of a way as it is stored: it reads like a comma, and tells the commas within a term apart from it."""


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """One way to a code: the main term and subterms, ``book`` the part of the index it stands in."""

    book: str
    path: tuple[str, ...]
    code: str

    @property
    def text(self) -> str:
        """The path as a book prints it."""
        return ", ".join(self.path)


def read_index(path: Path) -> Iterator[IndexEntry]:
    """Yield every coded entry of one index file, one main term at a time in memory."""
    columns: dict[str, str] = {}
    book = ""
    count = 0
    try:
        root = ""
        for event, element in ET.iterparse(path, events=("start", "end")):  # noqa: S314  # expat expands no external entities
            if event == "start":
                root = root or element.tag
                if root != "ICD10CM.index":
                    raise CodeBookError(f"{path.name}: starts with <{root}>, not <ICD10CM.index>")
                continue
            if element.tag == "head":
                columns[element.get("col", "")] = _flat(element)
                book = "neoplasm table" if columns.get("1") == "Neoplasm" else "table of drugs"
            elif element.tag == "title" and not book:
                book = "external cause index" if "EXTERNAL CAUSE" in _flat(element).upper() else "index"
            elif element.tag == "mainTerm":
                for entry in _entries(element, (), book, columns):
                    count += 1
                    yield entry
                element.clear()
    except ET.ParseError as error:
        raise CodeBookError(f"{path.name}, line {error.position[0]}: not well-formed XML; fetch the file again") from error
    if not count:
        raise CodeBookError(f"{path.name}: no coded term in it; is this an index of ICD-10-CM?")


def _entries(element: ET.Element, above: tuple[str, ...], book: str, columns: dict[str, str]) -> Iterator[IndexEntry]:
    title = element.find("title")
    path = (*above, _flat(title) if title is not None else "")
    code = element.findtext("code")
    if code:
        yield IndexEntry(book, path, _clean(code))
    for cell in element.findall("cell"):
        value = _clean(cell.text or "")
        if value:
            yield IndexEntry(book, (*path, columns.get(cell.get("col", ""), "")), value)
    for term in element.findall("term"):
        yield from _entries(term, path, book, columns)


def _clean(code: str) -> str:
    """Drop the dash that leaves the rest to the tabular list.

    >>> _clean("H93.29-"), _clean("I63.-"), _clean("--")
    ('H93.29', 'I63', '')
    """
    return code.strip().rstrip("-").rstrip(".")


def _flat(element: ET.Element) -> str:
    """Join the text of a title: what stands in it, and after its nonessential modifiers, without these."""
    text = element.text or ""
    for child in element:
        text += " " + (child.tail or "")
    return re.sub(r"\s+", " ", text).strip(" ,")


def index_version(path: Path) -> str:
    """Read which year an index or tabular file is of."""
    try:
        for _event, element in ET.iterparse(path, events=("end",)):  # noqa: S314  # expat expands no external entities
            if element.tag == "version":
                return (element.text or "").strip()
            if element.tag in ("mainTerm", "chapter"):
                break
    except ET.ParseError:
        return ""
    return ""


def check_whole(path: Path) -> None:
    """Read an XML file to its end; :class:`CodeBookError` names the line where it breaks off."""
    parser: ET.XMLPullParser[ET.Element] = ET.XMLPullParser(())
    try:
        with path.open("rb") as file:
            while part := file.read(1 << 16):
                parser.feed(part)
        parser.close()
    except ET.ParseError as error:
        raise CodeBookError(f"{path.name}, line {error.position[0]}: not well-formed XML; fetch the file again") from error
