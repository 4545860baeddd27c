"""The file of a release: what it is called, what it says of itself, and how it gets into place.

One immutable SQLite file a release, with the arrays of the search behind its last page: SQLite reads no further than its header
says, and what lies there can be mapped into memory and shared by all workers. It is written aside and renamed, so whoever reads
sees a whole file or none; its name carries a checksum of its content. Two processes may build at once: each has its own file aside.
"""

import gc
import hashlib
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.codebook.entry import CodeBookError, Release

FORMAT = 7
"""Goes up whenever the tables change; a file of another format is not read, the embedded ones are built anew."""

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE entry (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, code TEXT NOT NULL, title TEXT NOT NULL, parent INTEGER,
  reportable INTEGER NOT NULL, sevenths TEXT NOT NULL DEFAULT '', seventh_from INTEGER);
CREATE TABLE note (entry INTEGER NOT NULL, number INTEGER NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY (entry, number)) WITHOUT ROWID;
CREATE TABLE seventh (entry INTEGER NOT NULL, char TEXT NOT NULL, meaning TEXT NOT NULL, number INTEGER NOT NULL,
  PRIMARY KEY (entry, char)) WITHOUT ROWID;
CREATE TABLE path (code TEXT NOT NULL, number INTEGER NOT NULL, book TEXT NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY (code, number)) WITHOUT ROWID;
CREATE TABLE replaced (old TEXT NOT NULL, new TEXT NOT NULL, effective TEXT NOT NULL, PRIMARY KEY (old, new)) WITHOUT ROWID;
CREATE TABLE fact (entry INTEGER NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (entry, name)) WITHOUT ROWID;
"""
KEYS = """
CREATE UNIQUE INDEX entry_code ON entry (code, kind);
CREATE INDEX entry_parent ON entry (parent);
"""


SEARCHED_FACTS = "('own words', 'said', 'short', 'words')"
"""The facts that are searched as phrases, parted by semicolons."""


@dataclass(frozen=True, slots=True)
class ReleaseFile:
    """A release and the file that holds it. ``sources`` names the files it was made of, with their checksums."""

    release: Release
    path: Path
    sources: tuple[tuple[str, str], ...]
    parts: frozenset[str]


def read_release(path: Path) -> ReleaseFile | None:
    """Read what a file says of itself; None where it is of another format or no release at all."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as db:
            meta: dict[str, str] = dict(db.execute("SELECT key, value FROM meta"))
    except sqlite3.DatabaseError:
        return None
    if meta.get("format") != str(FORMAT):
        return None
    end = meta["end"]
    release = Release(
        meta["codeset"], meta["name"], date.fromisoformat(meta["start"]), date.fromisoformat(end) if end else None, meta["own words"] == "1"
    )
    sources = tuple(sorted((key[7:], value) for key, value in meta.items() if key.startswith("sha256 ")))
    return ReleaseFile(release, path, sources, frozenset(meta["parts"].split()))


def releases(folder: Path) -> list[ReleaseFile]:
    """List the releases in a folder, oldest first."""
    found = [read_release(path) for path in folder.glob("*.sqlite")]
    return sorted((one for one in found if one), key=lambda one: (one.release.codeset, one.release.start, one.path.name))


@contextmanager
def building(folder: Path, release: Release) -> Iterator[sqlite3.Connection]:
    """Write a release aside; when the block ends well, check the file and rename it into place.

    Another file of the same code set and first day is removed once the new one is there. Whatever fails, nothing is
    left behind and the files in use stay as they are.
    """
    folder.mkdir(parents=True, exist_ok=True)
    aside = folder / f".building-{os.getpid()}-{release.codeset}"
    tail = Path(f"{aside}-arrays")
    aside.unlink(missing_ok=True)
    tail.unlink(missing_ok=True)
    collects = gc.isenabled()
    gc.disable()  # a million things are made of which none is garbage before the end; to look for it took a tenth of the time
    try:
        with closing(sqlite3.connect(aside, isolation_level=None, uri=True)) as db:
            db.execute("PRAGMA journal_mode=OFF")
            db.execute("PRAGMA synchronous=OFF")
            db.executescript(TABLES)
            db.execute("BEGIN")
            yield db
            db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", _meta(release))
            db.execute("COMMIT")
            db.executescript(KEYS)
            db.execute("ANALYZE")
            db.execute("VACUUM")
        with aside.open("ab") as file:
            if tail.exists():
                with tail.open("rb") as arrays:
                    shutil.copyfileobj(arrays, file, 1 << 20)
            os.fsync(file.fileno())
        stem = f"{release.codeset}{'-own' if release.own_words else ''}-{release.start}"
        target = folder / f"{stem}-{checksum(aside)[:12]}.sqlite"
        aside.replace(target)
        for older in folder.glob(f"{stem}-*.sqlite"):
            if older != target:
                older.unlink(missing_ok=True)
    except sqlite3.IntegrityError as error:
        raise CodeBookError(f"{release.codeset} {release.name}: the same code stands in it twice; fetch the files again") from error
    finally:
        if collects:
            gc.enable()
        aside.unlink(missing_ok=True)
        tail.unlink(missing_ok=True)


def tail_of(db: sqlite3.Connection) -> Path:
    """Name the file in which the arrays of a release that is being built wait to be put behind its last page."""
    return Path(f"{db.execute('PRAGMA database_list').fetchone()[2]}-arrays")


def _meta(release: Release) -> list[tuple[str, str]]:
    return [
        ("format", str(FORMAT)),
        ("codeset", release.codeset),
        ("name", release.name),
        ("start", release.start.isoformat()),
        ("end", release.end.isoformat() if release.end else ""),
        ("own words", str(int(release.own_words))),
    ]


def note_sources(db: sqlite3.Connection, sources: list[Path], parts: set[str]) -> None:
    """Write down which files a release was made of, and which parts of a book it has."""
    db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", [(f"sha256 {path.name}", checksum(path)) for path in sources])
    db.execute("INSERT OR REPLACE INTO meta VALUES ('parts', ?)", (" ".join(sorted(parts)),))


def checksum(path: Path) -> str:
    """Compute the SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def intact(file: ReleaseFile) -> bool:
    """Say whether a file still has the content that its name was given for."""
    return checksum(file.path)[:12] == file.path.stem.rsplit("-", 1)[1]
