"""Build the local index of a release: one SQLite file, immutable once it is in place, shared by all workers.

It is built aside and renamed into place, so a build that is killed leaves nothing behind that could be read.
"""

import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

from bot.codebook.entry import CodeBookError, NoteKind, Release
from bot.codebook.tabular import Row, read_code_list, read_tabular, stem

FORMAT = 1
"""Goes up whenever the tables below change; an index of another format is built anew."""

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE entry (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, code TEXT NOT NULL, title TEXT NOT NULL, parent INTEGER,
  reportable INTEGER NOT NULL, sevenths TEXT NOT NULL, seventh_from INTEGER);
CREATE TABLE note (entry INTEGER NOT NULL, number INTEGER NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY (entry, number)) WITHOUT ROWID;
CREATE TABLE seventh (entry INTEGER NOT NULL, char TEXT NOT NULL, meaning TEXT NOT NULL,
  PRIMARY KEY (entry, char)) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5(title, terms, above, content='', tokenize='porter unicode61 remove_diacritics 2');
"""
_KEYS = """
CREATE UNIQUE INDEX entry_code ON entry (code, kind);
CREATE INDEX entry_parent ON entry (parent);
CREATE VIRTUAL TABLE word USING fts5vocab(words, row);
"""

Progress = Callable[[int, int], None]
"""Called with rows done and rows expected."""

_ROWS_EXPECTED = 47_200


def build_icd10cm(target: Path, release: Release, tabular: Path, code_list: Path, progress: Progress | None = None) -> None:
    """Build the index of an ICD-10-CM release.

    1. Read both files into a new database beside ``target``.
    2. Check that every code of the list is an entry, or an entry with its 7th character.
    3. Rename it into place. Nothing is left behind where a step fails.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    aside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with closing(sqlite3.connect(aside, isolation_level=None)) as db:
            db.execute("PRAGMA journal_mode=OFF")
            db.execute("PRAGMA synchronous=OFF")
            db.executescript(_TABLES)
            db.execute("BEGIN")
            _fill(db, read_tabular(tabular), read_code_list(code_list), code_list.name, progress)
            db.executemany("INSERT INTO meta VALUES (?, ?)", _meta(release, (tabular, code_list)))
            db.execute("COMMIT")
            db.executescript(_KEYS)
            db.execute("INSERT INTO words(words) VALUES ('optimize')")
            db.execute("ANALYZE")
        aside.replace(target)
    finally:
        aside.unlink(missing_ok=True)


def _meta(release: Release, sources: Iterable[Path]) -> list[tuple[str, str]]:
    return [
        ("format", str(FORMAT)),
        ("codeset", release.codeset),
        ("name", release.name),
        ("start", release.start.isoformat()),
        ("end", release.end.isoformat() if release.end else ""),
        *((f"sha256 {path.name}", hashlib.sha256(path.read_bytes()).hexdigest()) for path in sources),
    ]


def _fill(db: sqlite3.Connection, rows: Iterable[Row], listed: set[str], list_name: str, progress: Progress | None) -> None:
    chars_of: dict[int, list[str]] = {}
    titles: list[str] = [""]
    parents: list[int | None] = [None]
    known: set[str] = set()
    for row in rows:
        if row.seventh:
            chars_of[row.number] = [char for char, _meaning in row.seventh]
            db.executemany("INSERT INTO seventh VALUES (?, ?, ?)", [(row.number, *pair) for pair in row.seventh])
        sevenths = ""
        flat = row.code.replace(".", "")
        if row.kind == "code":
            known.add(flat)
            if not row.children and row.seventh_from and len(flat) < 7:
                base = stem(row.code).replace(".", "")
                sevenths = "".join(c for c in chars_of[row.seventh_from] if base + c in listed)
                known.update(base + c for c in sevenths)
        reportable = row.kind == "code" and not row.children and not sevenths
        titles.append(row.title)
        parents.append(row.parent)
        db.execute(
            "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (row.number, row.kind, row.code, row.title, row.parent, reportable, sevenths,
             row.seventh_from if sevenths else None),
        )  # fmt: skip
        db.executemany(
            "INSERT INTO note VALUES (?, ?, ?, ?)",
            [(row.number, number, kind.value, text) for number, (kind, text) in enumerate(row.notes)],
        )
        if row.kind == "code":
            terms = " ; ".join(text for kind, text in row.notes if kind in (NoteKind.INCLUSION, NoteKind.INCLUDES))
            above, parent = [], row.parent
            while parent is not None:
                above.append(titles[parent])
                parent = parents[parent]
            db.execute(
                "INSERT INTO words(rowid, title, terms, above) VALUES (?, ?, ?, ?)",
                (row.number, row.title, terms, " ; ".join(above[:-1])),
            )
        if progress and row.number % 500 == 0:
            progress(row.number, _ROWS_EXPECTED)
    # A code has three to seven characters of which the second or third is a digit; blocks have a dash, chapters two.
    strangers = sorted(code for code in listed - known if "-" not in code and len(code) >= 3)
    if strangers:
        raise CodeBookError(
            f"{list_name}: {len(strangers)} codes such as {strangers[0]} are not in the tabular list; "
            "load a tabular list and a code list of the same release"
        )
    if progress:
        progress(_ROWS_EXPECTED, _ROWS_EXPECTED)
