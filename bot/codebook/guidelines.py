"""Read the section titles of the ICD-10-CM Official Guidelines, for citing: one JSON object a line with id and title."""

import json
from collections.abc import Iterator
from pathlib import Path

from bot.codebook.entry import CodeBookError


def read_guidelines(path: Path) -> Iterator[tuple[str, str]]:
    """Yield (section, title), such as ("I.C.4.a", "Diabetes mellitus")."""
    found = False
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            try:
                section = json.loads(line)
                yield str(section["id"]), " ".join(str(section["title"]).split())
            except (ValueError, KeyError, TypeError) as error:
                raise CodeBookError(f"{path.name}, line {number}: not a section with id and title; one JSON object a line") from error
            found = True
    if not found:
        raise CodeBookError(f"{path.name}: no section in it")
