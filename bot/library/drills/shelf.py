"""The shelf of drills: find an item by its id, draw items of some families."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from itertools import islice
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from bot.codebook.book import Book
from bot.codebook.shelf import HCPCS, ICD10CM, CodeBook
from bot.library.drills.catalogue import BY_SLUG
from bot.library.drills.family import Draft, Family
from bot.library.drills.lot import Lot
from bot.library.drills.sources import Lists, Sources
from bot.library.question import Question

if TYPE_CHECKING:
    from bot.library.drills.families.navigation import Route

PREFIX = "drill/"
LONGEST_ID = 48
"""Characters of an id: "/report ID unclear" must fit a button."""

_OF_RULES = date(2026, 1, 1)
"""Since when items that come from a rule alone may be asked: the rules were read in 2026."""
_TRIES = 400
_AT_ONCE = 20
"""Ids of which is asked at once whether they were met."""


def _none(names: Sequence[str]) -> Collection[str]:
    return ()


@dataclass(frozen=True, slots=True)
class DrillItem:
    """A question made by a family, and what its stem states."""

    question: Question
    says: dict[str, str]


class Drills:
    """Every drill there is, in the releases at hand. Items are made when they are asked for, and not kept."""

    def __init__(self, codebook: CodeBook, folder: Path) -> None:
        self.folder = folder
        self._codebook = codebook
        self._lists = Lists(folder)
        self.find = lru_cache(maxsize=512)(self._find)

    def sources(self, day: date) -> Sources | None:
        """Gather what items are made from on a day; None where a code set is missing."""
        icd10cm, hcpcs = self._icd10cm(day), self._codebook.book(HCPCS, day)
        return self._gather(icd10cm, hcpcs) if icd10cm and hcpcs else None

    def _icd10cm(self, day: date) -> Book | None:
        """Choose the release in force on a day, or the next one where that is not loaded; drills need its notes, not titles alone."""
        mine = [book for book in self._codebook.books(ICD10CM) if "tabular" in book.file.parts]
        in_force = [book for book in mine if book.release.in_force(day)]
        later = [book for book in mine if book.release.start > day]
        return next(iter(in_force[-1:] or later[:1] or mine[-1:]), None)

    @cached_property
    def _newest(self) -> Sources | None:
        return self.sources(date.max)

    def _gather(self, icd10cm: Book, hcpcs: Book) -> Sources:
        earlier = [book for book in self._codebook.books(ICD10CM) if book.release.start < icd10cm.release.start]
        return Sources(icd10cm, hcpcs, earlier[-1] if earlier else None, self._lists)

    def _find(self, name: str) -> Question | None:
        """Build the question of an id; None where there is none (any more)."""
        item = self.item(name)
        return item.question if item else None

    def item(self, name: str) -> DrillItem | None:
        """Build an item by its id: ``drill/FAMILY/KEY``, with ``@YYMM`` of the release where it belongs to one."""
        slug, _, rest = name.removeprefix(PREFIX).partition("/")
        family = BY_SLUG.get(slug)
        if family is None or not name.startswith(PREFIX) or not rest or len(name) > LONGEST_ID or not name.isascii():
            return None
        key, _, release = rest.rpartition("@") if family.codeset else (rest, "", "")
        sources = self._of_release(family.codeset, release)
        return build(family, key, sources) if sources and key else None

    def route(self, name: str) -> "Route | None":
        """Find the way through the index that a step of a navigation belongs to."""
        from bot.library.drills.families.navigation import STEPS, route

        slug, _, rest = name.removeprefix(PREFIX).partition("/")
        key, _, release = rest.rpartition("@")
        sources = self._of_release(ICD10CM, release)
        return route(sources, key) if slug in STEPS and sources else None

    def _of_release(self, codeset: str, release: str) -> Sources | None:
        """Gather the sources in which the code set is of the release that an id names."""
        newest = self._newest
        if not codeset or newest is None:
            return newest
        books = [book for book in self._codebook.books(codeset) if _tag(book) == release]
        official = [book for book in books if not book.release.own_words] or books
        if not official:
            return None
        return self._gather(*((official[-1], newest.hcpcs) if codeset == ICD10CM else (newest.icd10cm, official[-1])))

    def offered(self, families: Sequence[Family], day: date) -> list[Family]:
        """Leave out the families that have nothing to ask with what is loaded."""
        sources = self.sources(day)
        return [family for family in families if sources and (sources.before or not family.two_releases)]

    def draw(
        self, families: Sequence[Family], count: int, day: date, chance: Random, met: Callable[[Sequence[str]], Collection[str]] = _none
    ) -> list[str]:
        """Choose the ids of ``count`` items, families in turn, those never met before others; fewer where there are fewer.

        ``met`` tells which of some ids were met: nobody has to read all that somebody ever answered.
        """
        sources = self.sources(day)
        if sources is None or not families:
            return []
        turns: list[Family] = []
        while len(turns) < count:
            turns += chance.sample(families, len(families))
        chosen: list[str] = []
        for family in turns[:count]:
            name = self._one(family, sources, chance, chosen, met) or self._one(family, sources, chance, chosen)
            if name is not None:
                chosen.append(name)
        return chosen

    def _one(
        self, family: Family, sources: Sources, chance: Random, chosen: list[str], met: Callable[[Sequence[str]], Collection[str]] = _none
    ) -> str | None:
        keys = islice(family.keys(sources, chance.random()), _TRIES + 1)
        while some := [(item_id(family, key, sources), key) for key in islice(keys, _AT_ONCE)]:
            without = {*met([name for name, _key in some]), *chosen}
            for name, key in some:
                if name not in without and build(family, key, sources):
                    return name
        return None


def _tag(book: Book) -> str:
    return f"{book.release.start:%y%m}"


def item_id(family: Family, key: str, sources: Sources) -> str:
    """Name an item for ever."""
    book = {ICD10CM: sources.icd10cm, HCPCS: sources.hcpcs}.get(family.codeset)
    return f"{PREFIX}{family.slug}/{key}" + (f"@{_tag(book)}" if book else "")


def build(family: Family, key: str, sources: Sources) -> DrillItem | None:
    """Make the item of a key, None where there is none."""
    draft = family.make(sources, key)
    if draft is None:
        return None
    name = item_id(family, key, sources)
    book = {ICD10CM: sources.icd10cm, HCPCS: sources.hcpcs}.get(family.codeset)
    return _item(family, name, draft, book.release.start if book else _OF_RULES)


def _item(family: Family, name: str, draft: Draft, since: date) -> DrillItem | None:
    different = {draft.right.text: draft.right}
    for option in draft.wrong:
        different.setdefault(option.text, option)
    if len(different) < 4:
        return None
    first, second, third, fourth = Lot(f"order of {name}").shuffled(list(different.values())[:4])
    options = (first, second, third, fourth)
    question = Question(
        id=name,
        area=family.area,
        difficulty=family.difficulty,
        stem=draft.stem,
        options=(first.text, second.text, third.text, fourth.text),
        key=options.index(draft.right),
        why=(first.why, second.why, third.why, fourth.why),
        source=draft.source or family.source,
        valid_from=since,
        codes=draft.codes,
        drill=family.title,
        rule=family.rule,
    )
    return DrillItem(question, dict(draft.says))
