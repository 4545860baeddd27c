"""Read a licensed CPT release: the AMA's descriptor files. Nothing of it is part of this project.

Format: as the AMA delivers it: LONGULT.txt (code, tab, long descriptor), MEDU.txt and SHORTU.txt (code, one blank or tab,
descriptor), about thirty lines of copyright notice first; one file, or a zip with several.
"""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path

from bot.codebook.entry import CodeBookError

_LINE = re.compile(r"(\d{4}[0-9A-Z])[\t ]\s*(\S.*)")
_FILES = ("LONGULT", "LONGUT", "MEDU", "SHORTU")


@dataclass(frozen=True, slots=True)
class CptCode:
    """One code and its descriptor, as licensed."""

    code: str
    title: str


def read_cpt(path: Path) -> Iterator[CptCode]:
    """Yield the codes of a descriptor file, or of the fullest one in a zip; all files of a zip must have the same codes."""
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            members = {Path(name).stem.upper(): name for name in archive.namelist() if Path(name).stem.upper() in _FILES}
            if not members:
                raise CodeBookError(f"{path.name}: none of {', '.join(_FILES)} in it; is this a CPT data file?")
            sets = {}
            for stem, name in members.items():
                with archive.open(name) as member:
                    sets[stem] = _lines(TextIOWrapper(member, "utf-8-sig", errors="replace"), f"{path.name}, {name}")
            best = next(stem for stem in _FILES if stem in sets)
            for stem, codes in sets.items():
                if codes.keys() != sets[best].keys():
                    raise CodeBookError(f"{path.name}: {stem} has {len(codes)} codes, {best} has {len(sets[best])}; fetch the files again")
            yield from (CptCode(code, title) for code, title in sets[best].items())
        return
    with path.open(encoding="utf-8-sig", errors="replace") as file:
        yield from (CptCode(code, title) for code, title in _lines(file, path.name).items())


def _lines(file: TextIOWrapper, name: str) -> dict[str, str]:
    found: dict[str, str] = {}
    begun = False
    for number, line in enumerate(file, 1):
        match = _LINE.fullmatch(line.rstrip())
        if match:
            begun = True
            found[match[1]] = f"{found[match[1]]} {match[2]}" if match[1] in found else match[2]
        elif begun and line.strip():
            raise CodeBookError(f"{name}, line {number}: not a code and its descriptor; fetch the file again")
    if not found:
        raise CodeBookError(f"{name}: no code in it; is this a CPT descriptor file?")
    return found
