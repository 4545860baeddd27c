"""Book navigation: which main term, which subterms, and what the Tabular List adds.

The ways come from ``content/drills/navigation.toml``; where the Alphabetic Index is loaded, from it as well.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b

from bot.codebook import census
from bot.codebook.book import Book
from bot.codebook.entry import Entry
from bot.codebook.tabular import stem
from bot.library.drills.family import EASY, MEDIUM, Draft, Family, Option
from bot.library.drills.lot import Lot, turned
from bot.library.drills.sources import Sources
from bot.library.drills.wording import short, words_of

STEPS = ("nav-term", "nav-subterm", "nav-final")
"""The families of the three steps, in their order."""

_ARROW = " › "


@dataclass(frozen=True, slots=True)
class Route:
    """The way from a diagnosis to its code, with what leads astray at each step."""

    diagnosis: str
    terms: tuple[str, ...]
    code: str
    """What stands in the Alphabetic Index; the rest may be left to the Tabular List."""
    final: tuple[str, ...]
    astray: tuple[tuple[str, str], ...]
    """Main terms that do not lead there, with what the index has at them."""
    beside: tuple[tuple[tuple[str, ...], str], ...]
    """Other subterms of the main term, with their codes."""

    @property
    def shown(self) -> str:
        """The code as the index prints it: with a dash where the Tabular List has to complete it."""
        return self.code if self.code in self.final else f"{self.code}-"

    @property
    def path(self) -> str:
        """The way as one line."""
        return f"{_ARROW.join(self.terms)} → {self.shown}"


def _keys(sources: Sources, start: float) -> Iterator[str]:
    own = list(sources.lists.navigation)
    indexed = any(True for _way in census.ways(sources.icd10cm))
    if not indexed:
        yield from turned(own, start)
        return
    # Our own ways have better lures, so they come first more often than not; the index has thousands more.
    yield from turned(own, start)[: 1 if int(start * 997) % 4 else 0]
    for way in census.ways(sources.icd10cm, start):
        if len(way.terms) > 1:
            yield f"x{way.code}-{_mark(way)}"
    yield from turned(own, start)[1 if int(start * 997) % 4 else 0 :]


def route(sources: Sources, key: str) -> Route | None:
    """Read the way of a key: an id of our own list, or ``xCODE-MARK`` for a way of the loaded index."""
    row = sources.lists.navigation.get(key)
    if row is None:
        return _indexed(sources, key) if key.startswith("x") else None
    if any(sources.icd10cm.entry(code) is None for code in row["final"].split(", ")):
        return None
    return Route(
        row["diagnosis"],
        (head(row["path"][0]), *row["path"][1:]),
        row["code"],
        tuple(row["final"].split(", ")),
        tuple((head(term), _at(sources.icd10cm, head(term), *rest)) for term, *rest in row["astray"]),
        tuple((tuple(terms), code) for *terms, code in row["beside"]),
    )


def head(term: str) -> str:
    """Shorten a main term to its first form, where what follows is the same word again.

    >>> head("Ulcer, ulcerated, ulcerating"), head("Fracture, traumatic")
    ('Ulcer', 'Fracture, traumatic')
    """
    first, *others = term.split(", ")
    return first if others and all(other.lower()[:3] == first.lower()[:3] for other in others) else term


def _at(book: Book, term: str, kind: str, what: str = "") -> str:
    """Say what the index has at a main term that leads astray."""
    if kind == "see":
        return f"{term} only says: see {what}."
    if kind == "also":
        return f"{term} says: see also {what}; nothing under it leads to this diagnosis."
    if kind == "code":
        entry = book.entry(what)
        return f"{term} leads to {what}{f', {short(entry.title, 90)}' if entry else ''}; nothing under it leads to this diagnosis."
    if kind == "none":
        return f"{term} is no main term of the Index."
    return f"{term} is a main term, but nothing under it leads to this diagnosis."


def _mark(way: census.Way) -> str:
    """Tell the ways to one code apart by their words: their order may change when another part of the index is loaded."""
    return blake2b(" ".join(way.terms).encode(), digest_size=3).hexdigest()


def _indexed(sources: Sources, key: str) -> Route | None:
    """Make a way of the loaded index into a route; None where the index leaves something open or near misses are too few."""
    book = sources.icd10cm
    code, _, mark = key[1:].rpartition("-")
    entry = book.entry(code)
    way = next((one for one in census.ways_to(book, code) if _mark(one) == mark), None)
    if entry is None or way is None or not entry.reportable or not 2 <= len(way.terms) <= 5 or way.terms[0] == entry.title:
        return None
    if not words_of(head(way.terms[0])) <= words_of(entry.title):
        return None  # what is documented must say the condition, or several main terms may be meant
    if re.match(r"(?:Other|Unspecified)\b|.*(?:elsewhere classified|unspecified site)", entry.title):
        return None  # nobody documents that
    mine = {one.terms[0] for one in census.ways_to(book, code[:3], below=True) if _akin(one.code, code)}
    lot = Lot(key)
    astray: dict[str, str] = {}
    for one in (*lot.shuffled(census.ways_to(book, code[:3], below=True)), *census.ways_to(book, code[:2], below=True)):
        if one.terms[0] not in mine:
            astray.setdefault(one.terms[0], _at(book, one.terms[0], "code", one.code) if len(one.terms) == 1 else
                              f"{one.terms[0]} leads to others, such as {one.code}; nothing under it leads to this diagnosis.")  # fmt: skip
    near = [one for one in census.ways_from(book, way.terms[0]) if len(one.terms) > 1 and one.code != code and not _akin(one.code, code)]
    near.sort(key=lambda one: (-_shared(one.terms, way.terms), abs(len(one.terms) - len(way.terms))))
    beside = {one.code: (one.terms[1:], one.code) for one in reversed(near[:12])}
    return Route(
        entry.title,
        (head(way.terms[0]), *way.terms[1:]),
        code,
        (code,),
        tuple((head(term), why) for term, why in astray.items())[:3],
        tuple(beside.values())[::-1][:4],
    )


def _shared(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    return sum(a == b for a, b in zip(one, other, strict=False))


def _akin(one: str, other: str) -> bool:
    a, b = one.replace(".", ""), other.replace(".", "")
    return a.startswith(b) or b.startswith(a)


def _term(sources: Sources, key: str) -> Draft | None:
    """The main term."""
    found = route(sources, key)
    if found is None or len(found.astray) < 3:
        return None
    ask = (
        Lot(key)
        .pick(
            (
                "Documented: {diagnosis}. Which main term do you open in the Alphabetic Index?",
                "{diagnosis}: where do you start in the Alphabetic Index?",
            )
        )
        .format(diagnosis=found.diagnosis)
    )
    answer = Option(found.terms[0], "Main terms are conditions and reasons, seldom sites; under it the way goes on.")
    wrong = tuple(Option(term, why) for term, why in found.astray)
    return Draft(ask, answer, wrong, {"diagnosis": found.diagnosis}, found.final)


def _subterm(sources: Sources, key: str) -> Draft | None:
    """The subterms, in their order."""
    found = route(sources, key)
    if found is None or len(found.beside) < 3:
        return None
    main = found.terms[0]
    ask = f"Documented: {found.diagnosis}. You are at the main term {main}. Which way do you follow?"
    lot = Lot(f"{key}/2")
    chosen = [found.beside[0], *lot.shuffled(found.beside[1:])[:2]]
    wrong = tuple(Option(_ARROW.join(terms), _leads(sources.icd10cm, code)) for terms, code in chosen)
    answer = Option(_ARROW.join(found.terms[1:]), f"It leads to {found.shown}.")
    return Draft(ask, answer, wrong, {"diagnosis": found.diagnosis, "main": main}, found.final)


def _leads(book: Book, code: str) -> str:
    entry = book.entry(code)
    return f"It leads to {code}{f', {short(entry.title, 150)}' if entry else ''}."


def _final(sources: Sources, key: str) -> Draft | None:
    """What is reported once the Tabular List was read."""
    found = route(sources, key)
    book = sources.icd10cm
    if found is None:
        return None
    last = next((code for code in found.final if code.replace(".", "").startswith(found.code.replace(".", ""))), "")
    entry = book.entry(last)
    if entry is None:
        return None
    wrong = []
    if last != found.code:
        wrong.append(Option(found.code, f"{found.code} is not complete: the Tabular List asks for more."))
    if len(found.final) > 1:
        wrong.append(Option(last, "A note in the Tabular List asks for a second code."))
        wrong.append(Option(", ".join(reversed(found.final)), "The note in the Tabular List puts them in the other order."))
    lot = Lot(f"{key}/3")
    wrong += [Option(one.code, f"That is: {short(one.title, 200)}.") for one in _near(book, last, lot)]
    if last == found.code:
        header = census.parent(book, last)
        if header is not None and header.kind == "code":
            wrong.insert(min(2, len(wrong)), Option(header.code, f"{header.code} is a header: {short(header.title, 120)}."))
    ask = f"Documented: {found.diagnosis}. The Index, at {_ARROW.join(found.terms)}, gives {found.shown}. What is reported after you have read the Tabular List?"
    note = "complete as the Index gives it" if found.final == (found.code,) else "completed by what the Tabular List asks for"
    answer = Option(", ".join(found.final), f"{short(entry.title, 180)}: {note}.")
    return Draft(ask, answer, tuple(wrong), {"diagnosis": found.diagnosis, "index": found.shown}, (*found.final,))


def _near(book: Book, last: str, lot: Lot) -> list[Entry]:
    """List codes that are mistaken for the last one: other sides, other 7th characters, then what stands near."""
    if len(last) == 8:
        printed = last[:-1].rstrip("X").rstrip(".")
        chars = [one.char for one in census.sevenths(book, printed) if one.char != last[-1]]
        others = [one.code for one in census.siblings(book, printed) if one.code != printed and last[-1] in one.sevenths]
        codes = [stem(printed) + char for char in lot.shuffled(chars[:2])[:1]] + [
            stem(other) + last[-1] for other in lot.shuffled(others[:4])
        ]
        return [one for code in codes if (one := book.entry(code))]
    found = lot.shuffled([one for one in census.siblings(book, last) if one.reportable and one.code != last][:5])
    near = census.within(book, last[:3], where="e.reportable") if len(found) < 3 else []
    home = next((up.code for up in census.above(book, last) if up.kind == "block"), "") if len(found) + len(near) < 4 else ""
    near += census.within(book, home[:3], home[-3:], "e.reportable", 60) if home else []
    return list({one.code: one for one in (*found, *near) if one.code != last}.values())[:5]


_INDEX = "ICD-10-CM Alphabetic Index (2025 edition) and Tabular List; Guidelines FY2025, Section I.B.1"
FAMILIES = (
    Family(
        "nav-term", "Index: main term", "icd10cm", EASY,
        "Look for the condition or the reason, not for the site; the site is a subterm.",
        _INDEX, _keys, _term, "icd10cm", ("main term", "main terms", "index main term", "alphabetic index", "index"),
    ),
    Family(
        "nav-subterm", "Index: subterms", "icd10cm", MEDIUM,
        "Follow the subterms from left to right as far as the record goes, and no further.",
        _INDEX, _keys, _subterm, "icd10cm", ("subterms", "subterm", "index subterms"),
    ),
    Family(
        "nav-final", "Index to Tabular", "icd10cm", MEDIUM,
        "Never code from the Index: the Tabular List completes the code and may ask for another.",
        _INDEX, _keys, _final, "icd10cm", ("tabular check", "index to tabular", "verify in the tabular"),
    ),
)  # fmt: skip
