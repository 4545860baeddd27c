"""Find the ICD-10-CM release that is installed with the package, without importing the package that carries it.

Importing simple_icd_10_cm parses its ten megabytes of XML on the spot (2 s, 195 MB); only its data files are wanted.
"""

from dataclasses import dataclass
from datetime import date
from importlib.util import find_spec
from pathlib import Path

from bot.codebook.entry import CodeBookError, Release

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Embedded:
    """The files of the installed release and what they are."""

    release: Release
    tabular: Path
    code_list: Path


def embedded_icd10cm() -> Embedded:
    """Locate the tabular list and the code list of the installed release."""
    spec = find_spec("simple_icd_10_cm")  # finds, does not import
    if spec is None or spec.origin is None:
        raise CodeBookError("the package simple-icd-10-cm is not installed; install the tutor again")
    folder = Path(spec.origin).parent / "data"
    tabular = _only(folder, "icd10c*-tabular-*.xml")
    return Embedded(_release(tabular.stem), tabular, _only(folder, "code-list-*.txt"))


def _only(folder: Path, pattern: str) -> Path:
    found = sorted(folder.glob(pattern))
    if len(found) != 1:
        raise CodeBookError(f"{folder}: {len(found)} files match {pattern}, one is needed; install simple-icd-10-cm again")
    return found[0]


def _release(stem: str) -> Release:
    """Read the first day of a release from the name of its file, such as ``icd10c-tabular-April-1-2026``.

    A release starts on 1 April or 1 October; one that starts in April ends with September, one that starts in
    October is in force for a year unless an April release takes over.
    """
    month_name, day, year = stem.rsplit("-", 3)[1:]
    start = date(int(year), _MONTHS.index(month_name) + 1, int(day))
    end = date(start.year if start.month < 10 else start.year + 1, 9, 30)
    return Release("icd10cm", f"{month_name} {year}", start, end)
