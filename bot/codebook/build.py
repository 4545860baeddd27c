"""Build the file of a release from the official files: entries, notes, ways in the index, what replaced what, and the search."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bot.codebook.alphabetic import LEVEL, IndexEntry, index_version, read_index
from bot.codebook.arrays import Document, make, write
from bot.codebook.conversion import read_conversion
from bot.codebook.cpt import CptCode
from bot.codebook.entry import CodeBookError, CodeRange, NoteKind, Release
from bot.codebook.guidelines import read_guidelines
from bot.codebook.hcpcs import HcpcsCode
from bot.codebook.order import order_rows, read_order
from bot.codebook.release import SEARCHED_FACTS, ReleaseFile, building, note_sources
from bot.codebook.tabular import Row, dotted, read_code_list, read_tabular, stem

Progress = Callable[[int, int], None]
"""Called with rows done and rows expected."""

_ROWS_EXPECTED = 47_200


@dataclass(frozen=True, slots=True)
class Icd10cmFiles:
    """The files of one ICD-10-CM release that are at hand; at least the tabular list, the order file, or a release to add to."""

    tabular: Path | None = None
    code_list: Path | None = None
    order: Path | None = None
    indexes: tuple[Path, ...] = ()
    conversion: Path | None = None
    guidelines: Path | None = None
    base: ReleaseFile | None = None

    @property
    def sources(self) -> list[Path]:
        """The files, for their checksums."""
        single = (self.tabular, self.code_list, self.order, self.conversion, self.guidelines)
        return [path for path in (*single, *self.indexes) if path]


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What we say of code sets ourselves: HCPCS Level II with units, uses and what lives where; what people say for diagnoses."""

    codes: Mapping[str, HcpcsCode] = field(default_factory=dict)
    ranges: tuple[CodeRange, ...] = ()
    name: str = "content/codes"
    digest: str = ""
    """A checksum of the files that codes and ranges were read from; the release made of them is built anew when they change."""
    said: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By ICD-10-CM code: what people say for it, to be searched beside the official words."""
    said_name: str = "content/codes/sayings"
    said_digest: str = ""
    load: "Callable[[], OwnWords] | None" = None
    """Reads the words themselves where only the checksums were read: they are needed when a release is built, not at every start."""

    def whole(self) -> "OwnWords":
        """Return the words themselves."""
        return self.load() if self.load else self


def build_icd10cm(
    folder: Path, release: Release, files: Icd10cmFiles, progress: Progress | None = None, own: OwnWords | None = None
) -> None:
    """Build an ICD-10-CM release in ``folder``, all of it or nothing.

    1. Entries and notes come from the tabular list, or titles alone from the order file, or all of it from ``base``.
    2. Every code of the code list or order file must be an entry, or an entry with its 7th character.
    3. The ways of the Alphabetic Index, the conversion table and guideline titles are added where they are given.
    4. The search is made from titles, inclusion terms, index entries, and what people say.
    """
    _same_year(files)
    with building(folder, release) as db:
        parts: set[str] = set()
        if files.tabular:
            listed, named = _listed(files)
            _fill(db, read_tabular(files.tabular), listed, named, progress)
            parts |= {"tabular", "codes"}
        elif files.order:
            _fill(db, order_rows(files.order), None, files.order.name, progress)
            parts.add("codes")
        elif files.base:
            parts |= _copy(db, files.base)
        else:
            raise CodeBookError(f"ICD-10-CM {release.name}: a tabular list (XML) or an order file is needed; neither was given")
        for index in files.indexes:
            parts.add(_add_index(db, index, read_index(index)))
        if files.conversion:
            rows = [(one.old, one.new, one.effective.isoformat()) for one in read_conversion(files.conversion)]
            db.executemany("INSERT OR IGNORE INTO replaced VALUES (?, ?, ?)", rows)
            parts.add("conversion")
        if files.guidelines:
            sections = [(0, f"guideline {name}", title) for name, title in read_guidelines(files.guidelines)]
            db.executemany("INSERT OR REPLACE INTO fact VALUES (?, ?, ?)", sections)
            parts.add("guidelines")
        if own:
            numbers = dict(db.execute("SELECT code, id FROM entry WHERE kind = 'code'"))
            said = [(numbers[code], "said", "; ".join(phrases)) for code, phrases in own.said.items() if code in numbers]
            db.executemany("INSERT INTO fact VALUES (?, ?, ?)", said)
        write(db, make(list(documents(db))))
        note_sources(db, files.sources, parts)
        if own:
            db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (f"sha256 {own.said_name}", own.said_digest))
        if progress:
            progress(_ROWS_EXPECTED, _ROWS_EXPECTED)


def _same_year(files: Icd10cmFiles) -> None:
    """Refuse files of different years: an index leads to codes of its own year."""
    versions = {path: index_version(path) for path in (*([files.tabular] if files.tabular else []), *files.indexes)}
    years = {version for version in versions.values() if version}
    if len(years) > 1:
        said = ", ".join(f"{path.name} is of {version}" for path, version in versions.items())
        raise CodeBookError(f"the files are of different years: {said}; load those of one year together")


def _listed(files: Icd10cmFiles) -> tuple[set[str] | None, str]:
    if files.order:
        return {line.code for line in read_order(files.order)}, files.order.name
    if files.code_list:
        return read_code_list(files.code_list), files.code_list.name
    return None, ""


def _fill(db: sqlite3.Connection, rows: Iterable[Row], listed: set[str] | None, list_name: str, progress: Progress | None) -> None:
    """Write entries, notes and 7th characters; hold them against the list of codes where there is one."""
    chars_of: dict[int, list[str]] = {}
    known: set[str] = set()
    entries: list[tuple[object, ...]] = []
    notes: list[tuple[object, ...]] = []
    for row in rows:
        if row.seventh:
            chars_of[row.number] = [char for char, _meaning in row.seventh]
            db.executemany("INSERT INTO seventh VALUES (?, ?, ?, ?)", [(row.number, *pair, n) for n, pair in enumerate(row.seventh)])
        sevenths = ""
        flat = row.code.replace(".", "")
        if row.kind == "code":
            known.add(flat)
            if not row.children and row.seventh_from and len(flat) < 7:
                base = stem(row.code).replace(".", "")
                sevenths = "".join(char for char in chars_of[row.seventh_from] if listed is None or base + char in listed)
                known.update(base + char for char in sevenths)
        reportable = row.kind == "code" and not row.children and not sevenths
        entries.append(
            (row.number, row.kind, row.code, row.title, row.parent, reportable, sevenths, row.seventh_from if sevenths else None)
        )
        notes += [(row.number, n, kind.value, text) for n, (kind, text) in enumerate(row.notes)]
        if progress and row.number % 500 == 0:
            progress(row.number // 2, _ROWS_EXPECTED)  # the other half of the time goes into the search
    db.executemany("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?)", entries)
    db.executemany("INSERT INTO note VALUES (?, ?, ?, ?)", notes)
    # Blocks of the list have a dash, chapters have two digits.
    strangers = sorted(code for code in (listed or set()) - known if "-" not in code and len(code) >= 3)
    if strangers:
        raise CodeBookError(
            f"{list_name}: {len(strangers)} codes such as {strangers[0]} are not in the tabular list; "
            "load a tabular list and a code list of the same release"
        )


def _copy(db: sqlite3.Connection, base: ReleaseFile) -> set[str]:
    """Take over everything of an earlier file of the same release but its search."""
    db.execute("COMMIT")
    db.execute("ATTACH ? AS base", (f"{base.path.absolute().as_uri()}?mode=ro&immutable=1",))
    db.execute("BEGIN")
    for table in ("entry", "note", "seventh", "path", "replaced"):
        db.execute(f"INSERT INTO {table} SELECT * FROM base.{table}")
    db.execute("INSERT INTO fact SELECT * FROM base.fact WHERE name != 'said'")
    db.execute("INSERT INTO meta SELECT * FROM base.meta WHERE key LIKE 'sha256 %'")
    db.execute("COMMIT")
    db.execute("DETACH base")
    db.execute("BEGIN")
    return set(base.parts)


def _add_index(db: sqlite3.Connection, path: Path, entries: Iterator[IndexEntry]) -> str:
    """Add the ways of one index file; those of the same part that are there already give way. Returns the part's name."""
    book = ""
    numbers: dict[str, int] = dict(db.execute("SELECT code, max(number) FROM path GROUP BY code"))
    strangers: list[str] = []
    known = {code for (code,) in db.execute("SELECT code FROM entry WHERE kind = 'code'")}
    sevenths = dict(db.execute("SELECT code, sevenths FROM entry WHERE kind = 'code' AND sevenths != ''"))
    rows = []
    for entry in entries:
        if not book:
            book = entry.book
            db.execute("DELETE FROM path WHERE book = ?", (book,))
        code = dotted(entry.code.upper())
        if code not in known:
            base = dotted(code.replace(".", "")[:6].rstrip("X")) if len(code) == 8 else ""
            if base not in sevenths or code[-1] not in sevenths[base]:
                strangers.append(entry.code)
                continue
            code = base
        numbers[code] = numbers.get(code, -1) + 1
        rows.append((code, numbers[code], book, LEVEL.join(entry.path)))
    if len(strangers) > 0.02 * (len(rows) + 1):
        raise CodeBookError(
            f"{path.name}: {len(strangers)} of its codes such as {strangers[0]} are not in this release; it is of another year"
        )
    db.executemany("INSERT INTO path VALUES (?, ?, ?, ?)", rows)
    return book.replace(" ", "-")


def documents(db: sqlite3.Connection) -> Iterator[Document]:
    """Yield the entries as the search sees them, parents before children."""
    phrases: dict[int, list[str]] = {}
    wanted = (NoteKind.INCLUSION.value, NoteKind.INCLUDES.value)
    for number, text in db.execute("SELECT entry, text FROM note WHERE kind IN (?, ?) ORDER BY entry, number", wanted):
        phrases.setdefault(number, []).append(text)
    for number, value in db.execute(f"SELECT entry, value FROM fact WHERE name IN {SEARCHED_FACTS} AND entry > 0 ORDER BY entry, name"):
        phrases.setdefault(number, []).extend(value.split("; "))
    paths: dict[str, list[str]] = {}
    for code, text in db.execute("SELECT code, text FROM path ORDER BY code, number"):
        paths.setdefault(code, []).append(text.replace(LEVEL, ", "))
    titles: dict[int, str] = {}
    places: dict[int, int] = {}
    entries = db.execute("SELECT id, kind, code, title, parent FROM entry ORDER BY id").fetchall()
    for number, kind, code, title, parent in entries:
        titles[number] = title
        if kind not in ("code", "modifier"):
            continue
        above = places.get(parent, -1) if parent is not None else -1
        places[number] = len(places)
        block = titles.get(parent, "") if above < 0 and parent is not None else ""
        yield Document(number, code, title, tuple(phrases.get(number, ())), above, block, tuple(paths.get(code, ())))


def build_hcpcs(
    folder: Path, release: Release, codes: Iterable[HcpcsCode], own: OwnWords, sources: list[Path], progress: Progress | None = None
) -> None:
    """Build an HCPCS Level II release: codes under the range they live in, modifiers by themselves."""
    with building(folder, release) as db:
        number = 0
        ranges: list[tuple[CodeRange, int]] = []
        for one in sorted(own.ranges, key=lambda each: (each.first, each.last)):
            number += 1
            ranges.append((one, number))
            db.execute("INSERT INTO entry (id, kind, code, title, parent, reportable) VALUES (?, 'block', ?, ?, NULL, 0)",
                       (number, f"{one.first}-{one.last}", one.title))  # fmt: skip
            db.execute("INSERT INTO fact VALUES (?, 'about', ?)", (number, one.about))
        for one_code in sorted(codes, key=lambda each: (each.kind, each.code)):
            number += 1
            parent = next((place for span, place in ranges if span.first <= one_code.code <= span.last), None)
            parent = parent if one_code.kind == "code" else None
            db.execute("INSERT INTO entry (id, kind, code, title, parent, reportable) VALUES (?, ?, ?, ?, ?, ?)",
                       (number, one_code.kind, one_code.code, one_code.title, parent, one_code.kind == "code"))  # fmt: skip
            facts = dict(one_code.facts)
            mine = own.codes.get(one_code.code)
            if mine is not None and mine is not one_code:
                facts |= {name: value for name, value in mine.facts.items() if name in ("unit", "use", "words")}
                facts["own words"] = mine.title
            db.executemany("INSERT INTO fact VALUES (?, ?, ?)", [(number, name, value) for name, value in facts.items()])
            if progress and number % 200 == 0:
                progress(number, 9000)
        if not number:
            raise CodeBookError(f"HCPCS Level II {release.name}: no code was given")
        write(db, make(list(documents(db))))
        note_sources(db, sources, {"codes"})
        db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (f"sha256 {own.name}", own.digest))


def build_cpt(folder: Path, release: Release, codes: Iterable[CptCode], source: Path, progress: Progress | None = None) -> None:
    """Build a licensed CPT release, in a folder of its own."""
    with building(folder, release) as db:
        number = 0
        for number, one in enumerate(codes, 1):
            db.execute("INSERT INTO entry (id, kind, code, title, parent, reportable) VALUES (?, 'code', ?, ?, NULL, 1)",
                       (number, one.code, one.title))  # fmt: skip
            if progress and number % 200 == 0:
                progress(number, 11_500)
        write(db, make(list(documents(db))))
        note_sources(db, [source], {"codes"})
