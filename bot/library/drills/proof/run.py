"""Enumerate the drills, hold every item against the truth, and count."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from bot.codebook.embedded import embedded_icd10cm
from bot.codebook.shelf import CodeBook
from bot.library.drills.catalogue import FAMILIES
from bot.library.drills.family import Family
from bot.library.drills.proof import clinical, diagnoses, money, notes, rules, supplies
from bot.library.drills.proof.check import CHECKS
from bot.library.drills.proof.truth import Truth
from bot.library.drills.shelf import LONGEST_ID, DrillItem, Drills, build, item_id
from bot.library.drills.sources import Sources

LEAST, MOST = 30, 5_000
"""A family with fewer items does not count; of one with more, no more are counted."""

_ENTERED = (clinical, diagnoses, money, notes, rules, supplies)
"""Importing them enters their checks."""

_CPT = re.compile(r"(?<![\d.,$-])\b(?:\d{5}|\d{4}[FTU])\b(?![\d,]|\.\d)")


@dataclass(slots=True)
class Count:
    """What the enumeration of one family found."""

    family: Family
    items: int = 0
    distinct: int = 0
    not_one: int = 0
    """Items of which not exactly one option is right by the check."""
    faults: list[str] = field(default_factory=list)
    letters: list[int] = field(default_factory=lambda: [0, 0, 0, 0])
    longest: int = 0
    """Items whose right option is the longest."""

    @property
    def counted(self) -> int:
        """How many items count."""
        return min(self.distinct, MOST) if self.distinct >= LEAST else 0


def pinned(codebook: CodeBook, drills: Drills) -> tuple[Sources, Truth]:
    """Gather the sources of the release that is installed with the package, and the files that tell the truth about it."""
    embedded = embedded_icd10cm()
    sources = drills.sources(embedded.release.start)
    assert sources is not None  # both code sets come with the package
    truth = Truth(embedded.tabular, embedded.code_list, drills.folder, sources.before, sources.icd10cm)
    return sources, truth


def prove(family: Family, sources: Sources, truth: Truth, keys: Iterable[str]) -> Count:
    """Build the items of some keys, and hold each against the truth."""
    count = Count(family)
    seen: set[tuple[str, frozenset[str]]] = set()
    for key in keys:
        item = build(family, key, sources)
        if item is None:
            continue
        count.items += 1
        question = item.question
        mark = (question.stem, frozenset(question.options))
        if mark in seen:
            continue
        seen.add(mark)
        right = [CHECKS[family.slug](truth, item.says, option) for option in question.options]
        if sum(right) != 1 or not right[question.key]:
            count.not_one += 1
            count.faults.append(f"{question.id}: right by the check are {[o for o, r in zip(question.options, right, strict=True) if r]}")
        count.faults += faults(item, item_id(family, key, sources))
        count.letters[question.key] += 1
        lengths = [len(option) for option in question.options]
        count.longest += lengths[question.key] > max(length for place, length in enumerate(lengths) if place != question.key)
    count.distinct = len(seen)
    return count


def faults(item: DrillItem, name: str) -> Iterator[str]:
    """Hold an item against the rules of good content."""
    question = item.question
    if question.id != name or len(name) > LONGEST_ID or " " in name or not name.isascii():
        yield f"{name}: the id is not one that a button can carry"
    if len({" ".join(option.lower().split()) for option in question.options}) < 4:
        yield f"{name}: two options are the same"
    for what, text, low, high in (
        ("the stem", question.stem, 40, 700),
        *(("an option", option, 1, 120) for option in question.options),
        *(("a reason", why, 12, 420) for why in question.why),
        ("the source", question.source, 8, 260),
    ):
        if not low <= len(text) <= high:
            yield f"{name}: {what} has {len(text)} characters: {text}"
        if "**" in text or "`" in text or "{" in text or "  " in text:
            yield f"{name}: {what} holds marks: {text}"
        if what != "the source" and _CPT.search(text):  # the source may name a volume of the Federal Register
            yield f"{name}: {what} holds what reads as a CPT code: {text}"
    for said in item.says.values():
        if said and said not in question.stem:
            yield f"{name}: the stem does not say {said!r}"


def everything(sources: Sources, truth: Truth, families: Iterable[Family] = FAMILIES, most: int | None = None) -> Iterator[Count]:
    """Prove family by family, all of it or the first so many of each."""
    for family in families:
        yield prove(family, sources, truth, islice(family.keys(sources, 0.0), most))


def sample(family: Family, sources: Sources, truth: Truth, parts: int, each: int = 1) -> Count:
    """Prove some items of a family, from as many places of it."""
    keys = [key for part in range(parts) for key in _first(family, sources, part / parts, each)]
    return prove(family, sources, truth, keys)


def _first(family: Family, sources: Sources, start: float, each: int) -> list[str]:
    found = (key for key in islice(family.keys(sources, start), 400) if build(family, key, sources))
    return list(islice(found, each))
