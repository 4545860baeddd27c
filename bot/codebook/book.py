"""One release, open: exact look-up by code, and search by words."""

import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING

from bot.codebook.alphabetic import LEVEL
from bot.codebook.denial import affirmed, affirmed_first, denies
from bot.codebook.encounter import Encounter
from bot.codebook.entry import Entry, Found, Hit, Note, NoteKind, Page, Seventh
from bot.codebook.release import SEARCHED_FACTS, ReleaseFile
from bot.codebook.tabular import dotted, stem
from bot.codebook.thesaurus import Thesaurus

if TYPE_CHECKING:
    from bot.codebook.search import Searcher

_ENTRY = "SELECT id, code, title, kind, reportable, sevenths, parent, seventh_from FROM entry"
_LOOK_ALIKE_LETTER = {"0": "OQD", "1": "IL", "5": "S", "8": "B", "2": "Z", "L": "I", "O": "Q"}
_LOOK_ALIKE_DIGIT = {"O": "0", "I": "1", "L": "1", "S": "5", "B": "8", "Z": "2"}
_PERHAPS = -1.5
_KIN = 20
"""Results among which one may stand before the first, where that denies what is asked for."""

_EXPLAINED = 8
"""Results for which it is said why they matched: those of the first page and a little more."""

_Row = tuple[int, str, str, str, int, str, int | None, int | None]


class Book:
    """Look codes up in one release. Safe to share between threads; the file never changes."""

    def __init__(self, file: ReleaseFile, thesaurus: Thesaurus | Callable[[], Thesaurus]) -> None:
        self.file = file
        self.release = file.release
        self._thesaurus = thesaurus
        self._local = threading.local()
        self._open: list[sqlite3.Connection] = []
        self._making = threading.Lock()

    @property
    def _db(self) -> sqlite3.Connection:
        """The connection of this thread."""
        db: sqlite3.Connection | None = getattr(self._local, "db", None)
        if db is None:
            uri = f"{self.file.path.absolute().as_uri()}?mode=ro&immutable=1"
            # Each thread uses its own; the other thread that may touch it is the one that closes the book.
            db = sqlite3.connect(uri, uri=True, check_same_thread=False)
            self._local.db = db
            self._open.append(db)
        return db

    def read(self, query: str, values: Mapping[str, object]) -> Iterator[tuple[object, ...]]:
        """Run a query of this package on the file; rows come as they are asked for."""
        return self._db.execute(query, values)

    def close(self) -> None:
        """Close the connections of all threads."""
        while self._open:
            self._open.pop().close()
        self._local = threading.local()

    @property
    def dots(self) -> bool:
        """Whether codes of this set carry a dot after the third character."""
        return self.release.codeset == "icd10cm"

    def _printed(self, flat: str) -> str:
        return dotted(flat) if self.dots else flat

    def entry(self, code: str) -> Entry | None:
        """Find a code exactly as the book prints it, but for case, blanks and the dot. Never guesses.

        A code that carries its 7th character is found where the published table has it.
        """
        flat = _flat(code)
        if not 2 <= len(flat) <= 7 or not flat.isascii() or not flat.isalnum():
            return None
        row = self._row(self._printed(flat))
        return _entry(row) if row else self._with_seventh(flat)

    def _row(self, code: str) -> _Row | None:
        found: _Row | None = self._db.execute(f"{_ENTRY} WHERE code = ? AND kind IN ('code', 'modifier')", (code,)).fetchone()
        return found

    def _with_seventh(self, flat: str) -> Entry | None:
        if len(flat) != 7:
            return None
        base = self._base_of(flat)
        if base is None or flat[6] not in base[5]:
            return None
        meaning = self._db.execute("SELECT meaning FROM seventh WHERE entry = ? AND char = ?", (base[7], flat[6])).fetchone()[0]
        return Entry(dotted(flat), f"{base[2]}, {meaning}", "code", True)

    def _base_of(self, flat: str) -> _Row | None:
        """Find the entry that a 7-character code extends: its first six characters less placeholders."""
        for length in range(6, 2, -1):
            if flat[length:6].strip("X"):
                return None
            row = self._row(dotted(flat[:length]))
            if row and row[5] and stem(row[1]) == dotted(flat[:6]):
                return row
        return None

    def page(self, code: str) -> Page | None:
        """Gather all that the book says about a code: chain, own and inherited notes, children, 7th characters."""
        entry = self.entry(code)
        if entry is None:
            return None
        row = self._row(entry.code)
        extended = row is None
        if row is None:
            row = self._base_of(_flat(entry.code))
            assert row is not None  # an entry that is no row of its own extends one
        chain = [_entry(row)] if extended else []
        notes = list(self._notes(row[0], row[1]))
        above = row[6]
        while above is not None:
            up: _Row = self._db.execute(f"{_ENTRY} WHERE id = ?", (above,)).fetchone()
            chain.append(_entry(up))
            notes += self._notes(up[0], _entry(up).label, inherited=True)
            above = up[6]
        before, after = self._beside(entry, row, extended)
        return Page(
            entry=entry,
            release=self.release,
            chain=tuple(chain),
            notes=tuple(notes),
            children=() if extended else tuple(self._children(row[0])),
            sevenths=() if extended else tuple(self._sevenths(row)),
            before=before,
            after=after,
            ways=tuple(
                (part, text.replace(LEVEL, ", "))
                for part, text in self._db.execute("SELECT book, text FROM path WHERE code = ? ORDER BY number", (row[1],))
            ),
            facts=tuple(self._db.execute("SELECT name, value FROM fact WHERE entry = ? ORDER BY name", (row[0],))),
        )

    def _notes(self, number: int, at: str, inherited: bool = False) -> Iterator[Note]:
        lines: dict[str, list[str]] = {}
        for kind, text in self._db.execute("SELECT kind, text FROM note WHERE entry = ? ORDER BY number", (number,)):
            lines.setdefault(kind, []).append(text)
        for kind in NoteKind:
            # Inclusion terms are other names of that one entry; they say nothing about the codes below it.
            if kind in lines and not (inherited and kind is NoteKind.INCLUSION):
                yield Note(kind, tuple(lines[kind]), at)

    def _children(self, number: int) -> Iterator[Entry]:
        for row in self._db.execute(f"{_ENTRY} WHERE parent = ? ORDER BY id", (number,)):
            yield _entry(row)

    def _sevenths(self, row: _Row) -> Iterator[Seventh]:
        if row[5]:
            for char, meaning in self._db.execute("SELECT char, meaning FROM seventh WHERE entry = ? ORDER BY number", (row[7],)):
                if char in row[5]:
                    yield Seventh(char, meaning)

    def _beside(self, entry: Entry, row: _Row, extended: bool) -> tuple[Entry | None, Entry | None]:
        """Find the neighbours: for a 7th character those of the same code, else those under the same parent."""
        if extended:
            allowed, base = row[5], entry.code[:-1]
            place = allowed.index(entry.code[-1])
            chars = [allowed[place - 1] if place else "", allowed[place + 1] if place + 1 < len(allowed) else ""]
            left, right = (self.entry(base + char) if char else None for char in chars)
            return left, right
        pair = [
            self._db.execute(
                f"{_ENTRY} WHERE parent IS ? AND id {sign} ? AND kind = ? ORDER BY id {order} LIMIT 1", (row[6], row[0], row[3])
            ).fetchone()
            for sign, order in (("<", "DESC"), (">", "ASC"))
        ]
        return (_entry(pair[0]) if pair[0] else None, _entry(pair[1]) if pair[1] else None)

    def look_alikes(self, typed: str) -> list[Entry]:
        """List the codes that look like what was typed: letter O for zero, l for I or one, a missing placeholder X.

        Only such slips of eye and finger are undone; a neighbouring code is never offered as the one meant.
        """
        flat = _flat(typed)
        if not 3 <= len(flat) <= 7 or not flat.isascii() or not flat.isalnum():
            return []
        places = [flat[0] + _LOOK_ALIKE_LETTER.get(flat[0], "")]
        places += [char + _LOOK_ALIKE_DIGIT.get(char, "") for char in flat[1:]]
        spellings = ["".join(chars) for chars in product(*places)]
        if len(flat) < 7 and self.dots:
            spellings.append(_flat(stem(flat[:-1])) + flat[-1])
        found = [self.entry(spelling) for spelling in spellings if spelling != flat]
        return list({entry.code: entry for entry in found if entry}.values())

    def nearest_above(self, typed: str) -> Entry | None:
        """Find the longest beginning of ``typed`` that is a code, to show where in the book it would stand."""
        flat = _flat(typed)
        for length in range(min(len(flat), 7), 2, -1):
            entry = self.entry(flat[:length])
            if entry:
                return entry
        return None

    def first_reportable(self, entry: Entry) -> Entry:
        """Complete a code that lacks its 7th character with the first it may have; others stay as they are."""
        if not entry.sevenths:
            return entry
        return self.entry(stem(entry.code) + entry.sevenths[0]) or entry

    def completed(self, entry: Entry, said: Encounter) -> Entry | None:
        """Complete a code that lacks its 7th character with the one that an encounter chooses; None where there is none."""
        row = self._row(entry.code) if entry.sevenths else None
        chosen = said.chosen(tuple(self._sevenths(row))) if row else None
        return self.entry(stem(entry.code) + chosen.char) if chosen else None

    def column(self, entry: Entry, words: str) -> Entry | None:
        """Find the code of a drug or poison whose title has the words of a column: below an entry, or beside it."""
        row = self._row(entry.code)
        if row is None:
            return None
        below = list(self._children(row[0]))
        if len(below) == 1:  # T51.0 and T51.0X
            return self.column(below[0], words)
        beside = below or (list(self._children(row[6])) if row[6] is not None else [])
        fit = [one for one in beside if words in one.title]
        return fit[0] if len(fit) == 1 else None

    def replaced_by(self, code: str) -> list[tuple[str, str]]:
        """List what came in the place of a code, and since when, as the conversion table says."""
        return list(self._db.execute("SELECT new, effective FROM replaced WHERE old = ? ORDER BY new", (code,)))

    def took_over_from(self, code: str) -> list[tuple[str, str]]:
        """List what was reported before a code came, and when it came, as the conversion table says."""
        return list(self._db.execute("SELECT old, effective FROM replaced WHERE new = ? ORDER BY old", (code,)))

    def section(self, name: str) -> str | None:
        """Read the title of a guideline section, where the titles are loaded."""
        row = self._db.execute("SELECT value FROM fact WHERE entry = 0 AND name = ?", (f"guideline {name}",)).fetchone()
        return str(row[0]) if row else None

    def codes(self) -> Iterator[tuple[str, str, bool]]:
        """Yield every entry that is a code, with its title and whether it is reportable; 7th characters are not written out."""
        for code, title, reportable in self._db.execute(
            "SELECT code, title, reportable FROM entry WHERE kind IN ('code', 'modifier') ORDER BY id"
        ):
            yield code, title, bool(reportable)

    def reportable_codes(self) -> Iterator[tuple[str, str]]:
        """Yield every code that can be reported, 7th characters written out, with its title."""
        for row in self._db.execute(f"{_ENTRY} WHERE kind IN ('code', 'modifier') ORDER BY id").fetchall():
            if row[4] or row[3] == "modifier":
                yield row[1], row[2]
            else:
                for seventh in self._sevenths(row):
                    yield stem(row[1]) + seventh.char, f"{row[2]}, {seventh.meaning}"

    def terms(self, every: int) -> list[str]:
        """Take every so-manieth inclusion term: what people look up, in the words of the book."""
        rows = self._db.execute("SELECT text FROM note WHERE kind = ? ORDER BY entry, number", (NoteKind.INCLUSION.value,)).fetchall()
        return [text for (text,) in rows[::every]]

    @cached_property
    def searcher(self) -> "Searcher":
        """The search. Made when it is first asked, since a look-up by code should not wait for NumPy."""
        from bot.codebook.arrays import read
        from bot.codebook.ranking import read_ranking
        from bot.codebook.search import Searcher

        thesaurus = self._thesaurus if isinstance(self._thesaurus, Thesaurus) else self._thesaurus()
        return Searcher(read(self._db, self.file.path), thesaurus, read_ranking())

    def search(self, text: str, limit: int = 50, least: float = 0.0) -> Found:
        """Rank the entries that fit a text; entries that differ in side only are one result.

        Nothing is found where no entry covers more than ``least`` of the text.
        """
        from bot.codebook.search import SURE

        with self._making:
            searcher = self.searcher
        results, readings = searcher.look(text, max(limit, _KIN), least)
        if not results:
            return Found()
        entries = self._entries([place for result in results for place in (result.place, result.matched)])
        if not denies(text):
            meant = " ".join(means for _said, means in readings[-1].meant)
            titles = [entries[result.matched].title for result in results]
            category = [entries[result.matched].code[:3] for result in results]
            kin = [place for place, of in enumerate(category) if of == category[0]]
            first = kin[affirmed_first([titles[place] for place in kin], affirmed(meant).union(readings[0].words))]
            results = [replace(results[first], score=results[0].score), *results[:first], *results[first + 1 :]]
        results = results[:limit]
        surety = searcher.surety(text, results[0])
        if not self.dots:
            surety = min(surety, results[0].covered - SURE)  # it was learned on diagnoses
        hits = [
            Hit(
                self.release.codeset,
                entries[result.place],
                entries[result.matched],
                searcher.family_size(result.matched),
                result.score,
                self._phrase(result.matched, result.phrase) if number < _EXPLAINED else "",
            )
            for number, result in enumerate(results)
        ]
        return Found(
            tuple(hits),
            surety > 0,
            results[0].covered,
            tuple(dict(pair for reading in readings for pair in reading.mended).items()),
            readings[-1].meant,
            surety > _PERHAPS,
        )

    def knows(self, text: str) -> bool:
        """Say whether every word of a query is known here."""
        with self._making:
            return self.searcher.reader.knows(text)

    def _entries(self, places: list[int]) -> dict[int, Entry]:
        """Read the entries at places of the search."""
        numbers = {int(self.searcher.arrays.entry[place]): place for place in places}
        marks = ", ".join("?" * len(numbers))
        rows = self._db.execute(f"{_ENTRY} WHERE id IN ({marks})", tuple(numbers)).fetchall()
        return {numbers[row[0]]: _entry(row) for row in rows}

    def _phrase(self, place: int, number: int) -> str:
        """Read a phrase of an entry by its number in the search (see ``build.documents``), "" for 0, the title."""
        if not number:
            return ""
        entry = int(self.searcher.arrays.entry[place])
        ways = self._db.execute("SELECT p.text FROM path p JOIN entry e ON e.code = p.code WHERE e.id = ? ORDER BY p.number", (entry,))
        phrases: list[str] = [text.replace(LEVEL, ", ") for (text,) in ways]
        if number > len(phrases):
            notes = "SELECT text FROM note WHERE entry = ? AND kind IN ('inclusion', 'includes') ORDER BY number"
            phrases += [text for (text,) in self._db.execute(notes, (entry,))]
        if number > len(phrases):
            facts = f"SELECT value FROM fact WHERE entry = ? AND name IN {SEARCHED_FACTS} ORDER BY name"
            phrases += [phrase for (value,) in self._db.execute(facts, (entry,)) for phrase in value.split("; ")]
        return phrases[number - 1]


def _entry(row: tuple[object, ...]) -> Entry:
    _number, code, title, kind, reportable, sevenths, *_rest = row
    return Entry(str(code), str(title), str(kind), bool(reportable), str(sevenths))


def _flat(code: str) -> str:
    return "".join(code.upper().replace(".", "").split())
