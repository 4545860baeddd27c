"""The open code book: exact look-up by code, and the door to its search."""

import sqlite3
import threading
from collections.abc import Iterator
from datetime import date
from itertools import product
from pathlib import Path

from bot.codebook.embedded import embedded_icd10cm
from bot.codebook.entry import Entry, Hit, Note, NoteKind, Page, Release, Seventh
from bot.codebook.index import FORMAT, Progress, build_icd10cm
from bot.codebook.search import search
from bot.codebook.tabular import dotted, stem

_ENTRY = "SELECT id, code, title, kind, reportable, sevenths, parent, seventh_from FROM entry"
_LOOK_ALIKE_LETTER = {"0": "OQD", "1": "IL", "5": "S", "8": "B", "2": "Z", "L": "I", "O": "Q"}
_LOOK_ALIKE_DIGIT = {"O": "0", "I": "1", "L": "1", "S": "5", "B": "8", "Z": "2"}


class CodeBook:
    """Look codes up in the index of one release. Safe to share between threads; the file never changes."""

    def __init__(self, index: Path) -> None:
        self._index = index
        self._local = threading.local()
        self._open: list[sqlite3.Connection] = []
        meta: dict[str, str] = dict(self._db.execute("SELECT key, value FROM meta"))
        end = meta["end"]
        self.release = Release(meta["codeset"], meta["name"], date.fromisoformat(meta["start"]), date.fromisoformat(end) if end else None)

    @property
    def _db(self) -> sqlite3.Connection:
        """The connection of this thread."""
        db: sqlite3.Connection | None = getattr(self._local, "db", None)
        if db is None:
            uri = f"{self._index.absolute().as_uri()}?mode=ro&immutable=1"
            # Each thread uses its own; the other thread that may touch it is the one that closes the book.
            db = sqlite3.connect(uri, uri=True, check_same_thread=False)
            self._local.db = db
            self._open.append(db)
        return db

    def close(self) -> None:
        """Close the connections of all threads."""
        while self._open:
            self._open.pop().close()
        self._local = threading.local()

    def entry(self, code: str) -> Entry | None:
        """Find a code exactly as the book prints it, but for case, blanks and the dot. Never guesses.

        A code that carries its 7th character is found where the published table has it.
        """
        flat = _flat(code)
        if not 3 <= len(flat) <= 7 or not flat.isascii() or not flat.isalnum():
            return None
        row = self._db.execute(f"{_ENTRY} WHERE code = ? AND kind = 'code'", (dotted(flat),)).fetchone()
        if row:
            return _entry(row)
        return self._with_seventh(flat)

    def _with_seventh(self, flat: str) -> Entry | None:
        if len(flat) != 7:
            return None
        base = self._base_of(flat)
        if base is None or flat[6] not in base[5]:
            return None
        meaning = self._db.execute("SELECT meaning FROM seventh WHERE entry = ? AND char = ?", (base[7], flat[6])).fetchone()[0]
        return Entry(dotted(flat), f"{base[2]}, {meaning}", "code", True)

    def _base_of(self, flat: str) -> tuple[int, str, str, str, int, str, int | None, int | None] | None:
        """Find the entry that a 7-character code extends: its first six characters less placeholders."""
        for length in range(6, 2, -1):
            if flat[length:6].strip("X"):
                return None
            row: tuple[int, str, str, str, int, str, int | None, int | None] | None = self._db.execute(
                f"{_ENTRY} WHERE code = ? AND kind = 'code' AND sevenths != ''", (dotted(flat[:length]),)
            ).fetchone()
            if row and stem(row[1]) == dotted(flat[:6]):
                return row
        return None

    def page(self, code: str) -> Page | None:
        """Gather all that the book says about a code: chain, own and inherited notes, children, 7th characters."""
        entry = self.entry(code)
        if entry is None:
            return None
        row = self._db.execute(f"{_ENTRY} WHERE code = ? AND kind = 'code'", (entry.code,)).fetchone()
        extended = row is None
        if extended:
            row = self._base_of(_flat(entry.code))
        chain = [] if not extended else [_entry(row)]
        notes = list(self._notes(row[0], row[1]))
        above = row[6]
        while above is not None:
            up = self._db.execute(f"{_ENTRY} WHERE id = ?", (above,)).fetchone()
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

    def _sevenths(self, row: tuple[object, ...]) -> Iterator[Seventh]:
        allowed = str(row[5])
        if allowed:
            for char, meaning in self._db.execute("SELECT char, meaning FROM seventh WHERE entry = ?", (row[7],)):
                if char in allowed:
                    yield Seventh(char, meaning)

    def _beside(self, entry: Entry, row: tuple[object, ...], extended: bool) -> tuple[Entry | None, Entry | None]:
        """Find the neighbours: for a 7th character those of the same code, else those under the same parent."""
        if extended:
            allowed, base = str(row[5]), entry.code[:-1]
            place = allowed.index(entry.code[-1])
            chars = [allowed[place - 1] if place else "", allowed[place + 1] if place + 1 < len(allowed) else ""]
            left, right = (self.entry(base + char) if char else None for char in chars)
            return left, right
        pair = [
            self._db.execute(
                f"{_ENTRY} WHERE parent = ? AND id {sign} ? AND kind = 'code' ORDER BY id {order} LIMIT 1",
                (row[6], row[0]),
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
        if len(flat) < 7:
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

    def search(self, text: str, limit: int = 50) -> list[Hit]:
        """Rank the entries whose titles, terms and ancestors hold the words of ``text``."""
        return [
            Hit(_entry(self._db.execute(f"{_ENTRY} WHERE id = ?", (number,)).fetchone()), score)
            for number, score in search(self._db, text, limit)
        ]


def _entry(row: tuple[object, ...]) -> Entry:
    _number, code, title, kind, reportable, sevenths, *_rest = row
    return Entry(str(code), str(title), str(kind), bool(reportable), str(sevenths))


def _flat(code: str) -> str:
    return "".join(code.upper().replace(".", "").split())


def open_codebook(folder: Path, progress: Progress | None = None) -> CodeBook:
    """Open the embedded ICD-10-CM release; build its index in ``folder`` on first use."""
    embedded = embedded_icd10cm()
    size = embedded.tabular.stat().st_size
    target = folder / f"icd10cm-{embedded.release.start}-{size:x}-v{FORMAT}.sqlite"
    if not target.exists():
        build_icd10cm(target, embedded.release, embedded.tabular, embedded.code_list, progress)
    return CodeBook(target)
