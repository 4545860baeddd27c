"""Check a set of codes: may they stand together, in which order, and what is missing. Every finding quotes the note and its place.

The rules are those of the tabular list and of the conventions: Excludes1 (ICD-10-CM Guidelines, Section I.A.12.a), code first and
use additional (I.A.13), code also (I.A.17), the same code once (I.B.12), laterality (I.B.13), chapter 15 codes on the mother's
record only (I.C.15.a.2), "in diseases classified elsewhere" never first (I.A.13).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.codebook.book import Book
from bot.codebook.entry import Entry, Note, NoteKind, Page

_REFERENCE = re.compile(r"([A-Z][0-9A-Z]{2}(?:\.[0-9A-Z]{1,4})?)(?:\.?-(?:([A-Z][0-9A-Z]{2}(?:\.[0-9A-Z]{1,4})?)\b)?)?")
_SIDED = frozenset(("right", "left", "bilateral", "eye", "eyes", "ear", "ears", "side"))
_SIDE = re.compile(r"\b(right|left|bilateral)\b", re.IGNORECASE)


class Matter(StrEnum):
    """How much a finding matters."""

    WRONG = "wrong"
    ORDER = "order"
    MISSING = "missing"
    LOOK = "look"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing about a set of codes: what it is, the words of the book that say so, and where they stand."""

    matter: Matter
    codes: tuple[str, ...]
    what: str
    quoted: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """Codes named in a note: one code with all below it, or a stretch of categories."""

    first: str
    last: str

    def holds(self, code: str) -> bool:
        """Say whether a code is one of those named, or below one.

        >>> Reference("O24.4", "O24.4").holds("O24.410"), Reference("E08", "E13").holds("E11.9"), Reference("E10", "E10").holds("E11")
        (True, True, False)
        """
        flat, first, last = (one.replace(".", "") for one in (code, self.first, self.last))
        return flat.startswith((first, last)) or first <= flat[: len(first)] <= last[: len(first)] <= last


def references(text: str) -> list[Reference]:
    """Read the codes that a note names.

    >>> references("gestational diabetes (O24.4-), type 1 (E10.-), stage (N18.1-N18.6)")
    [Reference(first='O24.4', last='O24.4'), Reference(first='E10', last='E10'), Reference(first='N18.1', last='N18.6')]
    """
    found = []
    for inside in re.findall(r"\(([^()]*)\)", text):
        named = [match for match in _REFERENCE.finditer(inside) if any(char.isdigit() for char in match[1])]
        found += [Reference(match[1], match[2] or match[1]) for match in named]
    return found


def check(book: Book, codes: list[str]) -> list[Finding]:
    """Return what is to be said of a set of codes in the order given, gravest first."""
    pages: list[Page] = []
    findings: list[Finding] = []
    for code in codes:
        page = book.page(code)
        if page is None:
            findings.append(Finding(Matter.WRONG, (code,), f"{code} is not in the book"))
        else:
            pages.append(page)
            if not page.entry.reportable:
                findings.append(
                    Finding(Matter.WRONG, (page.entry.code,), f"{page.entry.code} is not valid for reporting: it needs more characters")
                )
    seen: set[str] = set()
    unique = []
    for page in pages:
        if page.entry.code in seen:
            findings.append(Finding(Matter.WRONG, (page.entry.code,), f"{page.entry.code} stands twice; a code is reported once",
                                    "", "Guidelines I.B.12"))  # fmt: skip
        else:
            unique.append(page)
        seen.add(page.entry.code)
    for place, page in enumerate(unique):
        for other in unique[place + 1 :]:
            findings += _pair(page, other)
            findings += _both_sides(book, page, other)
        findings += _order(page, place, unique)
    findings += _companions(unique)
    order = list(Matter)
    return sorted(findings, key=lambda finding: order.index(finding.matter))


def _notes(page: Page, kind: NoteKind) -> Iterator[tuple[Note, str]]:
    for note in page.notes:
        if note.kind is kind:
            for line in note.lines:
                yield note, line


def _pair(one: Page, other: Page) -> Iterator[Finding]:
    """Look for what forbids two codes together, in both directions."""
    pair = (one.entry.code, other.entry.code)
    for page, against in ((one, other), (other, one)):
        for note, line in _notes(page, NoteKind.EXCLUDES1):
            if any(reference.holds(against.entry.code) for reference in references(line)) and not _above_both(note, one, other):
                what = f"{page.entry.code} and {against.entry.code} may not stand together (Excludes1), unless the conditions are unrelated"
                yield Finding(Matter.WRONG, pair, what, line, note.at)
                break
    sides = {page.entry.code: _side(page.entry) for page in (one, other)}
    same = one.entry.code[:3] == other.entry.code[:3] and _sideless(one.entry) == _sideless(other.entry)
    if same and all(sides.values()) and "bilateral" in sides.values():
        yield Finding(Matter.WRONG, pair, "Bilateral says both sides already; the code of one side is too many", "", "Guidelines I.B.13")
    if {one.entry.code[0], other.entry.code[0]} == {"O", "P"}:
        yield Finding(Matter.WRONG, pair, "O codes belong on the mother's record, P codes on the newborn's; not on one record",
                      "Chapter 15 codes are for the maternal record, never for the newborn's", "Guidelines I.C.15.a.2")  # fmt: skip
    sexes = {_sex(page) for page in (one, other)} - {""}
    if len(sexes) == 2:
        yield Finding(Matter.LOOK, pair, f"{one.entry.code} is for a {_sex(one)} patient, {other.entry.code} for a {_sex(other)} one")


def _both_sides(book: Book, one: Page, other: Page) -> Iterator[Finding]:
    """Where the right and the left stand side by side, look for the one code that says both."""
    if {_side(one.entry), _side(other.entry)} != {"right", "left"} or _sideless(one.entry) != _sideless(other.entry):
        return
    above = book.page(one.chain[0].code) if one.chain else None
    for entry in above.children if above else ():
        if _side(entry) == "bilateral" and not entry.sevenths:
            what = f"{entry.code} says both sides in one code: {entry.title}"
            yield Finding(Matter.LOOK, (one.entry.code, other.entry.code), what, "", "Guidelines I.B.13")


def _sideless(entry: Entry) -> set[str]:
    return set(re.findall(r"[a-z]+", entry.title.lower())) - _SIDED


def _above_both(note: Note, one: Page, other: Page) -> bool:
    """Say whether a note stands above both codes: it then parts the group from others, not these two from one another."""
    return all(any(up.label == note.at for up in page.chain) or page.entry.code == note.at for page in (one, other))


def _side(entry: Entry) -> str:
    match = _SIDE.search(entry.title)
    return match[1].lower() if match else ""


def _sex(page: Page) -> str:
    """Read from titles and blocks whether a code is for one sex."""
    text = " ".join([page.entry.title, *(up.title for up in page.chain)]).lower()
    if page.entry.code[0] == "O" or re.search(
        r"\bfemale (?:pelvic|genital)|\bof (?:cervix uteri|corpus uteri|ovary|uterus|vagina|vulva)\b", text
    ):
        return "female"
    return "male" if re.search(r"\bmale genital|\bof (?:prostate|testis|penis|scrotum)\b|\bdiseases of male", text) else ""


def _order(page: Page, place: int, pages: list[Page]) -> Iterator[Finding]:
    """Look for codes that must come before this one, and do not."""
    before = [one.entry.code for one in pages[:place]]
    after = [one.entry.code for one in pages[place + 1 :]]
    named: list[tuple[Note, str, list[Reference]]] = [(note, line, references(line)) for note, line in _notes(page, NoteKind.CODE_FIRST)]
    for note, line, wanted in named:
        late = next((code for code in after if any(one.holds(code) for one in wanted)), None)
        if late:
            yield Finding(Matter.ORDER, (late, page.entry.code), f"{late} comes before {page.entry.code} (code first)", line, note.at)
            return
    if named and not any(one.holds(code) for code in before for _note, _line, wanted in named for one in wanted):
        note, line, _wanted = named[0]
        if place == 0 and "diseases classified elsewhere" in page.entry.title:
            yield Finding(Matter.ORDER, (page.entry.code,), f"{page.entry.code} is a manifestation and never comes first", line, note.at)
        elif place == 0:
            yield Finding(
                Matter.LOOK, (page.entry.code,), f"{page.entry.code} asks for another code first, where it applies", line, note.at
            )


def _companions(pages: list[Page]) -> Iterator[Finding]:
    """Look for codes that a code's own notes ask for beside it."""
    codes = [page.entry.code for page in pages]
    for page in pages:
        own = {page.entry.code, *(up.label for up in page.chain[:1] if up.sevenths)}
        for kind, verb in ((NoteKind.USE_ADDITIONAL, "use additional code"), (NoteKind.CODE_ALSO, "code also")):
            notes = [note for note in page.notes if note.kind is kind]
            for note in notes:
                wanted = [one for line in note.lines for one in references(line)]
                if not wanted or any(one.holds(code) for one in wanted for code in codes if code != page.entry.code):
                    continue
                text = " ".join(note.lines)
                close = note.at in own
                if close or "if applicable" not in text:
                    matter = Matter.MISSING if close and "if applicable" not in text else Matter.LOOK
                    what = f"{page.entry.code} asks for a companion, and none stands there ({verb})"
                    yield Finding(matter, (page.entry.code,), what, text if len(text) < 300 else text[:299] + "…", note.at)
