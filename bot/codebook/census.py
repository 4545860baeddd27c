"""Walk a book from any point of it: for questions that are made from the code sets.

Every walk starts at a share of what fits (0.0 the first, 0.5 the middle) and comes round to where it began, so that one of
many is found without looking at all of them.
"""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.codebook.alphabetic import LEVEL
from bot.codebook.book import Book
from bot.codebook.entry import Entry, NoteKind, Seventh

_ENTRY = "e.code, e.title, e.kind, e.reportable, e.sevenths"

CODED = "(e.reportable OR e.sevenths != '')"
"""A condition for :func:`walk`: nothing is printed below the entry, at most its 7th character is missing."""


@dataclass(frozen=True, slots=True)
class Noted:
    """A note of the book, the number of its line among the lines of that entry, and the entry it stands at."""

    entry: Entry
    number: int
    text: str


def walk(book: Book, where: str = "1", start: float = 0.0, **values: str) -> Iterator[Entry]:
    """Yield the codes that fit a condition on the columns of ``entry``, named ``e``, in the order of print."""
    numbers = _numbers(book, f"SELECT e.id FROM entry e WHERE e.kind = 'code' AND ({where}) ORDER BY e.id", tuple(values.items()))
    for number in _round(numbers, start):
        for row in book.read(f"SELECT {_ENTRY} FROM entry e WHERE e.id = :id", {"id": number}):
            yield _entry(row)


def notes(book: Book, kind: NoteKind, start: float = 0.0, where: str = "1") -> Iterator[Noted]:
    """Yield the lines of one kind of note at codes that fit a condition, in the order of print."""
    query = "SELECT DISTINCT e.id FROM note n JOIN entry e ON e.id = n.entry WHERE n.kind = :kind AND e.kind = 'code' AND"
    line = f"SELECT {_ENTRY}, n.number, n.text FROM entry e JOIN note n ON n.entry = e.id WHERE e.id = :id AND n.kind = :kind"
    for number in _round(_numbers(book, f"{query} ({where}) ORDER BY e.id", (("kind", kind.value),)), start):
        for row in book.read(f"{line} ORDER BY n.number", {"id": number, "kind": kind.value}):
            yield Noted(_entry(row[:5]), int(str(row[5])), str(row[6]))


def note(book: Book, code: str, number: int) -> Noted | None:
    """Find a line of a note by the entry it stands at and its number."""
    query = f"SELECT {_ENTRY}, n.number, n.text FROM entry e JOIN note n ON n.entry = e.id WHERE e.code = :code AND e.kind = 'code'"
    for row in book.read(f"{query} AND n.number = :number", {"code": code, "number": number}):
        return Noted(_entry(row[:5]), number, str(row[6]))
    return None


def notes_at(book: Book, code: str, kind: NoteKind, of: str = "code") -> list[str]:
    """List the lines of one kind of note at one code itself, or at a block or chapter."""
    query = "SELECT n.text FROM entry e JOIN note n ON n.entry = e.id WHERE e.code = :code AND e.kind = :of AND n.kind = :kind"
    return [str(text) for (text,) in book.read(f"{query} ORDER BY n.number", {"code": code, "kind": kind.value, "of": of})]


def within(book: Book, first: str, last: str | None = None, where: str = CODED, limit: int = -1) -> list[Entry]:
    """List the codes at or below ``first``, or from ``first`` through everything below ``last``, that fit a condition."""
    values = {"first": first, "last": f"{last or first}\uffff", "limit": limit}
    span = "e.kind = 'code' AND e.code >= :first AND e.code <= :last"
    query = f"SELECT {_ENTRY} FROM entry e WHERE {span} AND ({where}) ORDER BY e.id LIMIT :limit"
    return [_entry(row) for row in book.read(query, values)]


def parent(book: Book, code: str) -> Entry | None:
    """Find what stands right above a code, a block above a category."""
    query = f"SELECT {_ENTRY} FROM entry b JOIN entry e ON e.id = b.parent WHERE b.code = :code AND b.kind = 'code'"
    return next((_entry(row) for row in book.read(query, {"code": code})), None)


def children(book: Book, code: str) -> list[Entry]:
    """List the codes right below a code."""
    query = f"SELECT {_ENTRY} FROM entry a JOIN entry e ON e.parent = a.id WHERE a.code = :code AND a.kind = 'code' ORDER BY e.id"
    return [_entry(row) for row in book.read(query, {"code": code})]


def siblings(book: Book, code: str) -> list[Entry]:
    """List the codes under the same parent, the code itself among them."""
    query = f"SELECT {_ENTRY} FROM entry b JOIN entry e ON e.parent = b.parent WHERE b.code = :code AND b.kind = 'code' AND e.kind = 'code'"
    return [_entry(row) for row in book.read(f"{query} ORDER BY e.id", {"code": code})]


def titled(book: Book, title: str, within: str = "") -> Entry | None:
    """Find the code with exactly this title that nothing is printed below; ``within`` names where it must stand."""
    query = f"SELECT {_ENTRY} FROM entry e WHERE e.title = :title AND e.kind = 'code' AND {CODED} AND e.code >= :first AND e.code <= :last"
    values = {"title": title, "first": within, "last": f"{within}\uffff"}
    return next((_entry(row) for row in book.read(f"{query} ORDER BY e.id", values)), None)


def above(book: Book, code: str) -> list[Entry]:
    """List what stands above a code, nearest first: codes, the block, the chapter."""
    query = (
        "WITH RECURSIVE up (id, parent, depth) AS (SELECT id, parent, 0 FROM entry WHERE code = :code AND kind = 'code' "
        "UNION ALL SELECT e.id, e.parent, depth + 1 FROM entry e JOIN up ON e.id = up.parent) "
        f"SELECT {_ENTRY} FROM up JOIN entry e ON e.id = up.id WHERE depth > 0 ORDER BY depth"
    )
    return [_entry(row) for row in book.read(query, {"code": code})]


@lru_cache(maxsize=128)
def heads(book: Book, kind: str, under: str = "") -> tuple[Entry, ...]:
    """List the chapters of a book, or the blocks of one chapter."""
    query = f"SELECT {_ENTRY} FROM entry e LEFT JOIN entry a ON a.id = e.parent WHERE e.kind = :kind AND (:under = '' OR a.code = :under)"
    return tuple(_entry(row) for row in book.read(f"{query} ORDER BY e.id", {"kind": kind, "under": under}))


def sevenths(book: Book, code: str) -> tuple[Seventh, ...]:
    """List the 7th characters that a code may take, with what they mean."""
    query = (
        "SELECT s.char, s.meaning FROM entry e JOIN seventh s ON s.entry = e.seventh_from "
        "WHERE e.code = :code AND e.kind = 'code' AND instr(e.sevenths, s.char) ORDER BY s.number"
    )
    return tuple(Seventh(str(char), str(meaning)) for char, meaning in book.read(query, {"code": code}))


def facts(book: Book, name: str, start: float = 0.0) -> Iterator[tuple[Entry, str]]:
    """Yield the codes and modifiers for which something is known beside the title, with it: a unit, how to use a modifier."""
    numbers = _numbers(book, "SELECT entry FROM fact WHERE name = :name AND entry > 0 ORDER BY entry", (("name", name),))
    query = f"SELECT {_ENTRY}, f.value FROM entry e JOIN fact f ON f.entry = e.id WHERE e.id = :id AND f.name = :name"
    for number in _round(numbers, start):
        for row in book.read(query, {"id": number, "name": name}):
            yield _entry(row[:5]), str(row[5])


def fact(book: Book, code: str, name: str) -> str | None:
    """Read one thing that is known of a code beside its title."""
    query = "SELECT f.value FROM entry e JOIN fact f ON f.entry = e.id WHERE e.code = :code AND e.kind != 'block' AND f.name = :name"
    return next((str(value) for (value,) in book.read(query, {"code": code, "name": name})), None)


@dataclass(frozen=True, slots=True)
class Way:
    """A way through the Alphabetic Index: where it leads, its number among the ways there, main term and subterms."""

    code: str
    number: int
    terms: tuple[str, ...]


_WAY = "SELECT p.code, p.number, p.text FROM path p WHERE p.book = 'index' AND"


def ways(book: Book, start: float = 0.0) -> Iterator[Way]:
    """Yield the ways of the Alphabetic Index to codes that can be reported, where it is loaded."""
    query = "SELECT DISTINCT e.id FROM path p JOIN entry e ON e.code = p.code AND e.reportable WHERE p.book = 'index' ORDER BY e.id"
    for number in _round(_numbers(book, query, ()), start):
        for (code,) in list(book.read("SELECT code FROM entry WHERE id = :id", {"id": number})):
            yield from ways_to(book, str(code))


def ways_to(book: Book, code: str, *, below: bool = False) -> list[Way]:
    """List the ways of the Alphabetic Index to a code, or to everything at and below it."""
    values = {"first": code, "last": f"{code}\uffff" if below else code}
    return [_way(row) for row in book.read(f"{_WAY} p.code >= :first AND p.code <= :last ORDER BY p.code, p.number", values)]


def ways_from(book: Book, main: str) -> list[Way]:
    """List the ways of the Alphabetic Index that begin at a main term."""
    found = [
        _way(row)
        for row in book.read(f"{_WAY} (p.text = :main OR p.text LIKE :more) ORDER BY p.code", {"main": main, "more": f"{main}{LEVEL}%"})
    ]
    return [way for way in found if way.terms[0] == main]


def _way(row: tuple[object, ...]) -> Way:
    code, number, text = row
    return Way(str(code), int(str(number)), tuple(str(text).split(LEVEL)))


@lru_cache(maxsize=128)
def _numbers(book: Book, query: str, values: tuple[tuple[str, str], ...]) -> "array[int]":
    """Keep the numbers of the entries that a walk goes to: a scan costs ten milliseconds, once."""
    return array("L", (int(str(number)) for (number,) in book.read(query, dict(values))))


def _round(numbers: "array[int]", start: float) -> Iterator[int]:
    first = int(start * len(numbers))
    yield from numbers[first:]
    yield from numbers[:first]


def _entry(row: tuple[object, ...]) -> Entry:
    code, title, kind, reportable, chars = row
    return Entry(str(code), str(title), str(kind), bool(reportable), str(chars))
