"""Hold what we say of code sets against the code sets: synonyms, sayings, related words, HCPCS Level II, CPT by section."""

import re
from collections.abc import Iterator
from pathlib import Path

from bot.codebook.shelf import HCPCS, ICD10CM, CodeBook
from bot.library.codes import own_words, read_cpt_sections, read_related, read_sayings, read_synonyms
from bot.library.fault import Fault

CPT = re.compile(r"(?<![\d.,$-])\b(?:\d{5}|\d{4}[FTU])\b(?![,.]?\d)")
"""What reads as a CPT code: five digits, or four and a letter of its other categories."""

_HCPCS = re.compile(r"[A-CE-V]\d{4}")
_SYNONYMS, _SAYINGS, _RELATED = (f"content/codes/{name}.tsv" for name in ("synonyms", "sayings", "related"))
_LONGEST = 60


def check_codes(folder: Path, codebook: CodeBook, faults: list[Fault]) -> None:
    """Add every fault of the files in ``codes/``."""
    faults += _synonyms(folder, codebook, faults)
    faults += _sayings(folder, codebook, faults)
    for word, others in read_related(folder, faults):
        if not word.isascii() or any(not other.isascii() for other, _weight in others):
            faults.append(Fault(_RELATED, word, "write words of plain letters; the search folds accents"))
    own = own_words(folder, faults)
    for code, one in own.codes.items():
        wanted = _HCPCS if one.kind == "code" else re.compile(r"[A-Z0-9]{2}")
        if not wanted.fullmatch(code):
            mend = (
                "no D codes, they are the dentists'"
                if code.startswith("D")
                else "a letter and four digits, or a modifier of two characters"
            )
            faults.append(Fault("content/codes/hcpcs.toml", code, f"this is no code of HCPCS Level II; {mend}"))
    for section in read_cpt_sections(folder, faults):
        for text in (section.title, section.holds, *section.rules, *section.traps):
            for number in CPT.findall(text):
                if not number.endswith("000"):  # "the 10,000 series" names a section, not a code
                    faults.append(Fault("content/codes/cpt-sections.toml", section.slug, f"{number} reads as a CPT code; take it out"))


def _known(codebook: CodeBook, code: str) -> bool:
    book = codebook.books(ICD10CM)[-1]
    return book.entry(code) is not None or any(one.entry(code) is not None for one in codebook.books(HCPCS))


def _synonyms(folder: Path, codebook: CodeBook, faults: list[Fault]) -> Iterator[Fault]:
    seen: dict[str, int] = {}
    for one in read_synonyms(folder, faults):
        place = f"line {one.line}"
        if one.code != "-" and not _known(codebook, one.code):
            yield Fault(_SYNONYMS, place, f"{one.code} is not in ICD-10-CM {codebook.release.name}; mend the code")
        if one.phrase.lower() in seen:
            yield Fault(_SYNONYMS, place, f'"{one.phrase}" stands in line {seen[one.phrase.lower()]} already; leave it in one')
        seen.setdefault(one.phrase.lower(), one.line)
        if CPT.search(one.phrase) or CPT.search(one.meaning):
            yield Fault(_SYNONYMS, place, "it holds a number that reads as a CPT code; take it out")


def _sayings(folder: Path, codebook: CodeBook, faults: list[Fault]) -> Iterator[Fault]:
    seen: dict[str, int] = {}
    for number, phrase, code in read_sayings(folder, faults):
        place = f"line {number}"
        if codebook.entry(code) is None:
            yield Fault(_SAYINGS, place, f"{code} is not in ICD-10-CM {codebook.release.name}; mend the code")
        if len(phrase) > _LONGEST:
            yield Fault(_SAYINGS, place, f"{len(phrase)} characters; nobody types more than {_LONGEST}")
        if phrase in seen:
            yield Fault(_SAYINGS, place, f'"{phrase}" stands in line {seen[phrase]} already; leave it in one')
        seen.setdefault(phrase, number)
        if CPT.search(phrase):
            yield Fault(_SAYINGS, place, "it holds a number that reads as a CPT code; take it out")
