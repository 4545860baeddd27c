"""What content says about code sets: synonyms, HCPCS Level II in own words, CPT by section."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.codebook.build import OwnWords
from bot.codebook.entry import CodeRange
from bot.codebook.hcpcs import HcpcsCode
from bot.codebook.thesaurus import Thesaurus, make_thesaurus
from bot.library.fault import Fault
from bot.library.load import ContentError, Form, read_all

_HCPCS_FILES = ("hcpcs.toml", "hcpcs-modifiers.toml", "hcpcs-ranges.toml")


@dataclass(frozen=True, slots=True)
class Synonym:
    """A phrase that people type, the words of the book it means, and the code it should find."""

    line: int
    phrase: str
    meaning: str
    code: str


@dataclass(frozen=True, slots=True)
class CptSection:
    """A section of CPT as it can be taught without its codes: what lives there, the rules, the traps."""

    slug: str
    title: str
    series: str
    holds: str
    rules: tuple[str, ...]
    traps: tuple[str, ...]
    words: tuple[str, ...]


def read_synonyms(folder: Path, faults: list[Fault]) -> Iterator[Synonym]:
    """Read ``codes/synonyms.tsv``, a line at a time: phrase, meaning and code, parted by tabs."""
    for number, line in _lines(folder / "codes" / "synonyms.tsv"):
        parts = [part.strip() for part in line.split("\t")]
        if len(parts) != 3 or not all(parts):
            faults.append(Fault("content/codes/synonyms.tsv", f"line {number}", "write a phrase, its meaning and a code, parted by tabs"))
            continue
        yield Synonym(number, *parts)


def read_related(folder: Path, faults: list[Fault]) -> Iterator[tuple[str, list[tuple[str, float]]]]:
    """Read ``codes/related.tsv``, a line at a time: a word, a tab, related words with their weights."""
    for number, line in _lines(folder / "codes" / "related.tsv"):
        word, _, others = line.partition("\t")
        try:
            pairs = [(other, float(weight)) for other, weight in (one.split("=") for one in others.split())]
        except ValueError:
            pairs = []
        if not word.strip() or not pairs or any(not 0 < weight <= 1 for _other, weight in pairs):
            faults.append(Fault("content/codes/related.tsv", f"line {number}", 'write a word, a tab, and words such as "absence=0.45"'))
            continue
        yield word.strip(), pairs


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    if not path.exists():
        return
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if line.strip() and not line.startswith("#"):
                yield number, line.rstrip("\n")


def read_thesaurus(folder: Path) -> Thesaurus:
    """Read all synonyms; faults raise :class:`ContentError`."""
    faults: list[Fault] = []
    synonyms = ((one.phrase, one.meaning, one.code) for one in read_synonyms(folder, faults))
    thesaurus = make_thesaurus(synonyms, read_related(folder, faults))
    if faults:
        raise ContentError(faults)
    return thesaurus


def read_sayings(folder: Path, faults: list[Fault]) -> list[tuple[int, str, str]]:
    """Read ``codes/sayings.tsv`` as (line, phrase, code): what people say for a code."""
    found = []
    for number, line in _lines(folder / "codes" / "sayings.tsv"):
        parts = [part.strip() for part in line.split("\t")]
        if len(parts) != 2 or not all(parts) or ";" in line:
            faults.append(Fault("content/codes/sayings.tsv", f"line {number}", "write a phrase without a semicolon, a tab, and a code"))
            continue
        found.append((number, parts[0], parts[1]))
    return found


def _said(folder: Path, faults: list[Fault]) -> dict[str, tuple[str, ...]]:
    """Gather what people say for each code: the sayings, and the synonyms that name a code."""
    found: dict[str, list[str]] = {}
    for _line, phrase, code in read_sayings(folder, faults):
        found.setdefault(code, []).append(phrase)
    for one in read_synonyms(folder, faults):
        if one.code != "-":
            found.setdefault(one.code, []).append(one.phrase)
    return {code: tuple(dict.fromkeys(phrases)) for code, phrases in found.items()}


def own_words_unread(folder: Path) -> OwnWords:
    """Compute the checksums of our words about code sets, and leave the words for when they are needed."""
    digest, said_digest = _digests(folder)
    return OwnWords(digest=digest, said_digest=said_digest, load=lambda: read_own_words(folder))


def _digests(folder: Path) -> tuple[str, str]:
    """Compute the checksum of what HCPCS Level II is made of, "" where it is not there, and that of what people say."""
    found = []
    for names in (_HCPCS_FILES, ("sayings.tsv", "synonyms.tsv")):
        files = [folder / "codes" / name for name in names if (folder / "codes" / name).exists()]
        found.append(hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest() if files else "")
    return found[0], found[1]


def read_own_words(folder: Path) -> OwnWords:
    """Read HCPCS Level II in own words; faults raise :class:`ContentError`."""
    faults: list[Fault] = []
    own = own_words(folder, faults)
    if faults:
        raise ContentError(faults)
    return own


def own_words(folder: Path, faults: list[Fault]) -> OwnWords:
    """Read codes, modifiers and ranges, noting every fault."""
    codes, modifiers, ranges = (folder / "codes" / name for name in _HCPCS_FILES)
    files = [path for path in (codes, modifiers, ranges) if path.exists()]
    said = _said(folder, faults)
    digest, said_digest = _digests(folder)
    if not files:
        return OwnWords(said=said, said_digest=said_digest)
    found = [one for _item, one in read_all([codes], folder, "code", _code, faults)]
    found += [one for _item, one in read_all([modifiers], folder, "modifier", _modifier, faults)]
    spans = [one for _item, one in read_all([ranges], folder, "range", _range, faults)]
    return OwnWords({one.code: one for one in found}, tuple(spans), digest=digest, said=said, said_digest=said_digest)


def _code(form: Form) -> HcpcsCode:
    facts = {"unit": form.optional_text("unit") or "", "words": "; ".join(form.texts("words", needed=False))}
    code = HcpcsCode("code", form.text("code"), form.text("title"), {name: value for name, value in facts.items() if value})
    form.leftovers()
    return code


def _modifier(form: Form) -> HcpcsCode:
    facts = {"use": form.text("use"), "words": "; ".join(form.texts("words", needed=False))}
    code = HcpcsCode("modifier", form.text("code"), form.text("title"), {name: value for name, value in facts.items() if value})
    form.leftovers()
    return code


def _range(form: Form) -> CodeRange:
    span = CodeRange(form.text("first"), form.text("last"), form.text("title"), form.text("about"), form.texts("words", needed=False))
    form.leftovers()
    return span


def read_cpt_sections(folder: Path, faults: list[Fault]) -> list[CptSection]:
    """Read CPT by section."""
    path = folder / "codes" / "cpt-sections.toml"
    if not path.exists():
        return []
    return [one for _item, one in read_all([path], folder, "section", _section, faults)]


def _section(form: Form) -> CptSection:
    section = CptSection(
        slug=form.text("slug"),
        title=form.text("title"),
        series=form.optional_text("series") or "",
        holds=form.text("holds"),
        rules=form.texts("rules"),
        traps=form.texts("traps"),
        words=form.texts("words", needed=False),
    )
    form.leftovers()
    return section
