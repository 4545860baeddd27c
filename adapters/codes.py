"""Loading code sets: which file is what, releases by name and date, downloads of the official files, what changed between two."""

import re
import shutil
import tempfile
import urllib.error
import urllib.request
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from bot.codebook.alphabetic import check_whole, index_version
from bot.codebook.book import Book
from bot.codebook.build import Icd10cmFiles, OwnWords, build_cpt, build_hcpcs, build_icd10cm
from bot.codebook.cpt import read_cpt
from bot.codebook.embedded import embedded_icd10cm
from bot.codebook.entry import CodeBookError, Release, same_title
from bot.codebook.hcpcs import clean, read_fixed, read_spreadsheet
from bot.codebook.order import looks_like_order
from bot.codebook.release import ReleaseFile, releases

Progress = Callable[[int, int], None]
_MONTHS = dict(zip(
    "january february march april may june july august september october november december".split(), range(1, 13), strict=True
))  # fmt: skip
_LARGEST = 400 * 2**20
"""Bytes in one download or unpacked file; the largest official file is a tenth of that."""

ADDRESSES = {
    "icd10cm": (
        "https://www.cms.gov/files/zip/{year}-code-tables-tabular-index.zip",
        "https://www.cms.gov/files/zip/{year}-code-descriptions-tabular-order.zip",
        "https://www.cms.gov/files/zip/{year}-conversion-table.zip",
    ),
    "hcpcs": ("https://www.cms.gov/files/zip/{month}-{year}-alpha-numeric-hcpcs-file.zip",),
}
"""Where CMS publishes the files, as of November 2026; another address can be given on the command line."""


@dataclass(frozen=True, slots=True)
class When:
    """What the person said about a release: its name and dates, where they differ from what the files say."""

    name: str | None = None
    start: date | None = None
    end: date | None = None


@dataclass(slots=True)
class Sorted:
    """Files by what they are."""

    tabular: list[Path] = field(default_factory=list)
    order: list[Path] = field(default_factory=list)
    indexes: list[Path] = field(default_factory=list)
    conversion: list[Path] = field(default_factory=list)
    guidelines: list[Path] = field(default_factory=list)
    fixed: list[Path] = field(default_factory=list)
    spreadsheets: list[Path] = field(default_factory=list)
    other: list[Path] = field(default_factory=list)


@contextmanager
def unpacked(paths: list[Path]) -> Iterator[list[Path]]:
    """Lend the files, those inside zip archives among them; nothing is written beside the archives."""
    with tempfile.TemporaryDirectory(prefix="tutor-codes-") as name:
        found: list[Path] = []
        for path in paths:
            if not path.is_file():
                raise CodeBookError(f"{path}: there is no such file")
            packed = zipfile.is_zipfile(path)
            with path.open("rb") as start:
                cut_off = not packed and start.read(4) == b"PK\x03\x04"  # the list of what is in an archive stands at its end
            if cut_off:
                raise CodeBookError(f"{path.name}, byte {path.stat().st_size}: the file breaks off before its end; fetch it again")
            if path.suffix.lower() == ".xlsx" or not packed:
                found.append(path)
                continue
            folder = Path(name) / str(len(found))
            with zipfile.ZipFile(path) as archive:
                for member in archive.infolist():
                    if member.is_dir():
                        continue
                    if member.file_size > _LARGEST:
                        raise CodeBookError(f"{path.name}: {member.filename} is larger than any official file; fetch it again")
                    folder.mkdir(parents=True, exist_ok=True)
                    target = folder / Path(member.filename).name  # names only: an archive may not choose a folder
                    with archive.open(member) as source, target.open("wb") as file:
                        shutil.copyfileobj(source, file)
                    found.append(target)
        yield found


def sort_files(paths: list[Path]) -> Sorted:
    """Find out by content what each file is."""
    found = Sorted()
    for path in paths:
        with path.open("rb") as file:
            head = file.read(4096)
        text = head.decode("latin-1")
        if "<ICD10CM.tabular" in text:
            found.tabular.append(path)
        elif "<ICD10CM.index" in text:
            found.indexes.append(path)
        elif looks_like_order(text):
            found.order.append(path)
        elif re.search(r"current code", text, re.IGNORECASE) and path.suffix.lower() == ".csv":
            found.conversion.append(path)
        elif text.startswith("{") and '"id"' in text:
            found.guidelines.append(path)
        elif head.startswith(b"PK") and path.suffix.lower() == ".xlsx":
            found.spreadsheets.append(path)
        elif re.search(r"^.{5}\d{5}[3478]", text, re.MULTILINE):
            found.fixed.append(path)
        else:
            found.other.append(path)
    return found


def import_icd10cm(folder: Path, paths: list[Path], when: When, progress: Progress | None = None) -> Release:
    """Load an ICD-10-CM release, or add to one that is there."""
    with unpacked(paths) as files:
        kinds = sort_files(files)
        if not (kinds.tabular or kinds.order or kinds.indexes or kinds.conversion or kinds.guidelines):
            names = ", ".join(path.name for path in paths)
            raise CodeBookError(f"{names}: no tabular list, index, order file, conversion table or guideline titles of ICD-10-CM in it")
        for several, what in ((kinds.tabular, "tabular lists"), (kinds.order, "order files")):
            if len(several) > 1:
                raise CodeBookError(f"{several[0].name} and {several[1].name}: two {what}; load one release at a time")
        for path in (*kinds.tabular, *kinds.indexes):
            check_whole(path)  # before it is asked which release it is of: one that is cut off cannot say
        release, base = _icd10cm_release(folder, kinds, when)
        given = Icd10cmFiles(
            tabular=kinds.tabular[0] if kinds.tabular else None,
            order=kinds.order[0] if kinds.order else None,
            indexes=tuple(kinds.indexes),
            conversion=kinds.conversion[0] if kinds.conversion else None,
            guidelines=kinds.guidelines[0] if kinds.guidelines else None,
            base=base if not kinds.tabular and not kinds.order else None,
        )
        if kinds.tabular and not kinds.order:
            embedded = embedded_icd10cm()
            if embedded.tabular.stat().st_size == kinds.tabular[0].stat().st_size:
                given = replace(given, code_list=embedded.code_list)
        build_icd10cm(folder, release, given, progress)
        return release


def _icd10cm_release(folder: Path, kinds: Sorted, when: When) -> tuple[Release, ReleaseFile | None]:
    """Find out which release the files are of: what was said, else their names, else the year in them, else what is there."""
    mine = [one for one in releases(folder) if one.release.codeset == "icd10cm"]
    names = [path.name for path in (*kinds.tabular, *kinds.order, *kinds.indexes)]
    versions = {version for path in (*kinds.tabular, *kinds.indexes) if (version := index_version(path))}
    start = when.start or next((day for name in names if (day := day_in_name(name))), None)
    if kinds.order and (match := re.search(r"20\d\d", kinds.order[0].name)):
        versions.add(match[0])  # nothing inside an order file says its year
        start = start or date(int(match[0]) - 1, 10, 1)
    if start is None and len(versions) == 1:
        start = date(int(versions.pop()) - 1, 10, 1)
        versions = {str(start.year + 1)}
    base = next((one for one in mine if one.release.start == start), None) if start else (mine[-1] if mine else None)
    if start is None and base is None:
        raise CodeBookError(f"{', '.join(names)}: I can't tell which release this is; say so with --from 2026-10-01")
    if start is None or (base and not kinds.tabular and not kinds.order):
        assert base is not None  # one of the two was found above
        return base.release, base
    year = start.year + 1 if start.month >= 10 else start.year
    wrong = next((version for version in versions if version != str(year)), None)
    if wrong:
        raise CodeBookError(f"{names[0]}: it says {wrong} inside, but a release from {start} is of {year}; give the files of one year")
    if base and "tabular" in base.parts and not kinds.tabular:
        raise CodeBookError(
            f"{names[0]}: the release from {start} is loaded with its tabular list, and an order file alone has no notes; "
            "give the tabular list with it"
        )
    if not kinds.tabular and not kinds.order and base is None:
        raise CodeBookError(f"{names[0]}: no release from {start} is loaded to add it to; load the tabular list or order file with it")
    name = when.name or (f"FY{year}" if start.month == 10 else f"{start:%B} {start.year}")
    return Release("icd10cm", name, start, when.end or date(year, 9, 30)), base


def day_in_name(name: str) -> date | None:
    """Read the first day of a release from the name of a file.

    >>> day_in_name("icd10cm-index-April-1-2026-XML.xml"), day_in_name("HCPC2025_OCT_ANWEB.xlsx"), day_in_name("x.xml")
    (datetime.date(2026, 4, 1), datetime.date(2025, 10, 1), None)
    """
    match = re.search(r"(january|april|july|october)-(\d{1,2})-(20\d\d)", name.lower())
    if match:
        return date(int(match[3]), _MONTHS[match[1]], int(match[2]))
    match = re.search(r"(20\d\d)[_-](jan|apr|jul|oct)", name.lower())
    if match:
        month = next(number for full, number in _MONTHS.items() if full.startswith(match[2]))
        return date(int(match[1]), month, 1)
    return None


def import_hcpcs(folder: Path, paths: list[Path], when: When, own: OwnWords, progress: Progress | None = None) -> Release:
    """Load an HCPCS Level II release from the fixed-width file or the spreadsheet of CMS."""
    with unpacked(paths) as files:
        kinds = sort_files(files)
        sheets = [path for path in kinds.spreadsheets if re.search(r"anweb", path.name, re.IGNORECASE)] or kinds.spreadsheets
        source = next(iter([*kinds.fixed, *sheets]), None)
        if source is None:
            raise CodeBookError(f"{', '.join(path.name for path in paths)}: no HCPCS file of CMS in it (fixed-width text or spreadsheet)")
        start = when.start or day_in_name(source.name) or _year_in_name(source.name)
        if start is None:
            raise CodeBookError(f"{source.name}: I can't tell which quarter this is; say so with --from 2026-10-01")
        release = Release("hcpcs", when.name or f"{start:%B} {start.year}", start, when.end)
        codes = clean(read_fixed(source) if source in kinds.fixed else read_spreadsheet(source))
        build_hcpcs(folder, release, codes, replace(own, name="own words"), [source], progress)
        return release


def _year_in_name(name: str) -> date | None:
    match = re.search(r"20\d\d", name)
    return date(int(match[0]), 1, 1) if match else None


def import_cpt(folder: Path, path: Path, when: When, progress: Progress | None = None) -> Release:
    """Load a licensed CPT release into ``folder``, which holds nothing else and is never exported."""
    match = re.search(r"20\d\d", str(path))
    start = when.start or (date(int(match[0]), 1, 1) if match else None)
    if start is None:
        raise CodeBookError(f"{path.name}: I can't tell which year this is; say so with --from 2027-01-01")
    release = Release("cpt", when.name or str(start.year), start, when.end or date(start.year, 12, 31))
    build_cpt(folder, release, read_cpt(path), path, progress)
    return release


def download(url: str, target: Path, progress: Progress | None = None) -> None:
    """Download one file; what is not a whole file is an error and leaves nothing behind."""
    if not re.match(r"https?://", url):
        raise CodeBookError(f"{url}: not a web address")
    request = urllib.request.Request(url, headers={"User-Agent": "coding-tutor"})  # noqa: S310  # http and https only, above
    try:
        with urllib.request.urlopen(request, timeout=60) as answer, target.open("wb") as file:  # noqa: S310
            expected = int(answer.headers.get("Content-Length") or 0)
            done = 0
            while chunk := answer.read(1 << 16):
                done += len(chunk)
                if done > _LARGEST:
                    raise CodeBookError(f"{url}: larger than any official file; is the address right?")
                file.write(chunk)
                if progress:
                    progress(done, max(expected, done))
    except (urllib.error.URLError, TimeoutError, ConnectionError) as error:
        target.unlink(missing_ok=True)
        reason = error.code if isinstance(error, urllib.error.HTTPError) else getattr(error, "reason", error)
        raise CodeBookError(f"{url}: cannot be downloaded ({reason}); see the page of CMS and give the address with --url") from error
    if expected and done != expected:
        target.unlink(missing_ok=True)
        raise CodeBookError(f"{url}: {done} of {expected} bytes came; try again")


def addresses(codeset: str, year: int, month: str) -> list[str]:
    """Tell where CMS publishes the files of a year, or of a quarter for HCPCS."""
    return [address.format(year=year, month=month.lower()) for address in ADDRESSES[codeset]]


@dataclass(frozen=True, slots=True)
class Changes:
    """What is new, revised or deleted between two releases of a code set."""

    new: tuple[tuple[str, str], ...]
    revised: tuple[tuple[str, str, str], ...]
    deleted: tuple[tuple[str, str, tuple[str, ...]], ...]


def changes(before: Book, after: Book) -> Changes:
    """Compare the codes that can be reported in two releases; 7th characters are written out."""
    old, new = dict(before.reportable_codes()), dict(after.reportable_codes())
    return Changes(
        tuple((code, title) for code, title in new.items() if code not in old),
        tuple((code, old[code], title) for code, title in new.items() if code in old and not same_title(old[code], title)),
        tuple((code, title, tuple(one for one, _since in after.replaced_by(code))) for code, title in old.items() if code not in new),
    )
