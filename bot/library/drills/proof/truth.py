"""What is true: the official Tabular List and the lists of our own, read here once more, apart from the code book."""

import re
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from bot.codebook.book import Book

NOTES = ("includes", "inclusionTerm", "excludes1", "excludes2", "codeFirst", "useAdditionalCode", "codeAlso")
_CODE = r"[A-Z][0-9A-Z]{2}(?:\.[0-9A-Z]{1,4})?"
_NAMED = re.compile(rf"\b({_CODE})(?:\s*-\s*({_CODE}))?")


@dataclass(slots=True)
class Node:
    """One code of the Tabular List as the XML has it."""

    title: str
    above: tuple[str, ...]
    """The codes above it, nearest first."""
    block: str
    chapter: int
    notes: dict[str, list[str]]
    sevenths: dict[str, str]
    below: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Truth:
    """The official files of the release that is installed with the package, and our own lists as they lie in the folder."""

    tabular: Path
    code_list: Path
    content: Path
    before: Book | None = None
    now: Book | None = None

    @cached_property
    def nodes(self) -> dict[str, Node]:
        """Every code that is printed, by code."""
        found: dict[str, Node] = {}
        root = ET.parse(self.tabular).getroot()  # noqa: S314  # the federal file; expat expands no external entities
        for chapter in root.iter("chapter"):
            number = int((chapter.findtext("name") or "0").strip())
            for section in chapter.iter("section"):
                for diag in section.findall("diag"):
                    _fill(found, diag, (), section.get("id", ""), number, _sevenths(section) or _sevenths(chapter))
        return found

    @cached_property
    def listed(self) -> set[str]:
        """Every code of the official list, without dots, 7th characters written out."""
        return set(self.code_list.read_text(encoding="ascii").split())

    @cached_property
    def extended(self) -> dict[str, set[str]]:
        """The listed codes with a 7th character, by category."""
        found: dict[str, set[str]] = {}
        for code in self.listed:
            if len(code) == 7 and "-" not in code:
                found.setdefault(code[:3], set()).add(code)
        return found

    @cached_property
    def divided(self) -> set[str]:
        """Every beginning of a listed code: what cannot be reported, since the list goes on."""
        return {code[:length] for code in self.listed if "-" not in code for length in range(3, len(code))}

    def valid(self, code: str) -> bool:
        """Say whether a code can be reported as it is written."""
        flat = code.replace(".", "")
        return flat in self.listed and flat not in self.divided and (len(flat) == 3 or code[3:4] == ".")

    def parted(self, code: str) -> tuple[str, str]:
        """Part a code into what is printed and its 7th character, "" where it has none."""
        if code in self.nodes:
            return code, ""
        flat = code.replace(".", "")
        base = code[:-1].rstrip("X").rstrip(".")
        while base and base not in self.nodes and len(base) > 2:
            base = base[:-1]
        return (base, code[-1]) if len(flat) == 7 and base in self.nodes else ("", "")

    def title(self, code: str) -> str:
        """Read the title of a code without its 7th character, "" where there is none."""
        node = self.nodes.get(self.parted(code)[0])
        return node.title if node else ""

    def meaning(self, code: str) -> str:
        """Read what the 7th character of a code means."""
        base, char = self.parted(code)
        return self.nodes[base].sevenths.get(char, "") if base else ""

    def whole(self, code: str) -> str:
        """Read the title of a code with what its 7th character means."""
        meaning = self.meaning(code)
        return f"{self.title(code)}, {meaning}" if meaning else self.title(code)

    def lines(self, code: str, tag: str) -> Iterator[str]:
        """Yield the notes of one kind at a code and at all codes above it."""
        base = self.parted(code)[0]
        if base:
            for one in (base, *self.nodes[base].above):
                yield from self.nodes[one].notes.get(tag, ())

    def names(self, code: str, tag: str, other: str) -> bool:
        """Say whether a note of one kind at a code, or above it, names another code."""
        return any(mentions(line, other) for line in self.lines(code, tag))

    @cached_property
    def categories(self) -> dict[str, list[Node]]:
        """The codes by category."""
        found: dict[str, list[Node]] = {}
        for code, node in self.nodes.items():
            found.setdefault(code[:3], []).append(node)
        return found

    def barred(self, one: str, other: str) -> bool:
        """Say whether Excludes1 forbids two codes together, a note above both parting their group from others."""
        for first, second in ((one, other), (other, one)):
            group = {self.parted(second)[0], *self.nodes[self.parted(second)[0]].above}
            base = self.parted(first)[0]
            for at in (base, *self.nodes[base].above):
                if at not in group and any(mentions(line, second) for line in self.nodes[at].notes.get("excludes1", ())):
                    return True
        return False

    @cached_property
    def by_title(self) -> dict[str, list[str]]:
        """The codes by title; several may have one."""
        found: dict[str, list[str]] = {}
        for code, node in self.nodes.items():
            found.setdefault(node.title, []).append(code)
        return found

    def _table(self, *names: str) -> dict[str, Any]:
        return tomllib.loads(self.content.joinpath(*names).read_text(encoding="utf-8"))

    def rows(self, name: str) -> list[dict[str, Any]]:
        """Read one of the lists in ``content/drills``."""
        if name not in self._lists:
            self._lists[name] = self._table("drills", f"{name}.toml")[name]
        return self._lists[name]

    @cached_property
    def _lists(self) -> dict[str, list[dict[str, Any]]]:
        return {}

    @cached_property
    def hcpcs(self) -> dict[str, dict[str, str]]:
        """Codes and modifiers of our own HCPCS list, by code."""
        rows = [*self._table("codes", "hcpcs.toml")["code"], *self._table("codes", "hcpcs-modifiers.toml")["modifier"]]
        return {row["code"]: row for row in rows}

    @cached_property
    def ranges(self) -> list[dict[str, str]]:
        """What lives where in HCPCS Level II."""
        found: list[dict[str, str]] = self._table("codes", "hcpcs-ranges.toml")["range"]
        return found


def mentions(line: str, code: str) -> bool:
    """Say whether a note names a code, one above it, or a stretch that holds it.

    >>> mentions("stage of kidney disease (N18.1-N18.6)", "N18.31"), mentions("type 1 (E10.-)", "E11.9")
    (True, False)
    """
    flat = code.replace(".", "")
    for inside in re.findall(r"\(([^()]*)\)", line):
        for match in _NAMED.finditer(inside):
            first = match[1].replace(".", "")
            last = (match[2] or match[1]).replace(".", "")
            if not any(char.isdigit() for char in first):
                continue
            if first <= flat[: len(first)] and flat[: len(last)] <= last:
                return True
    return False


def words(text: str) -> list[str]:
    """Reduce a text to its words in order of the alphabet."""
    return sorted(re.findall(r"[a-z0-9]+", text.lower()))


def _fill(found: dict[str, Node], diag: ET.Element, above: tuple[str, ...], block: str, chapter: int, sevenths: dict[str, str]) -> None:
    code = (diag.findtext("name") or "").strip()
    own = _sevenths(diag) or sevenths
    notes = {tag: [text for note in diag.findall(f"{tag}/note") if (text := " ".join((note.text or "").split()))] for tag in NOTES}
    node = Node(" ".join((diag.findtext("desc") or "").split()), above, block, chapter, {k: v for k, v in notes.items() if v}, own)
    found[code] = node
    if above:
        found[above[0]].below.append(code)
    for child in diag.findall("diag"):
        _fill(found, child, (code, *above), block, chapter, own)


def _sevenths(element: ET.Element) -> dict[str, str]:
    return {e.get("char", ""): " ".join((e.text or "").split()) for e in element.findall("sevenChrDef/extension")}
