"""Every item of every drill, made and held against the official files: ``python -m tests.soak drills [DRILL …]``.

Besides what ``tutor content drills`` counts, each id is built once more by another shelf over another connection, and must be
the same item; and ids that nobody made, thousands for each drill, must never break anything.
"""

import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from bot.codebook.shelf import open_codebook
from bot.library.drills.catalogue import BY_SLUG, FAMILIES
from bot.library.drills.family import Family
from bot.library.drills.proof import run
from bot.library.drills.shelf import Drills, build
from bot.library.drills.sources import Sources
from bot.library.shelf import Library

CONTENT = Path(__file__).parent.parent.parent / "content"
WANTED = 50_000
TWISTED = 2_000


@dataclass(slots=True)
class Line:
    """What was found of one drill."""

    count: run.Count
    changed: list[str]
    """Ids that built another item the second time."""
    broke: list[str]
    """Made-up ids that raised."""
    seconds: float

    @property
    def bad(self) -> int:
        return len(self.count.faults) + len(self.changed) + len(self.broke)


def enumerate_all(families: Iterable[Family] = FAMILIES, twisted: int = TWISTED, codes: Path | None = None) -> Iterator[Line]:
    """Yield what was found, drill by drill; nothing is capped. ``codes`` is where the code sets may be built already."""
    library = Library(CONTENT)
    with TemporaryDirectory(prefix="tutor-soak-") as folder:
        one, other = (open_codebook([codes or Path(folder)], library.thesaurus, library.own_words) for _ in range(2))
        drills, again = Drills(one, CONTENT), Drills(other, CONTENT)
        sources, truth = run.pinned(one, drills)
        for family in families:
            begun = time.monotonic()
            (count,) = run.everything(sources, truth, [family])
            yield Line(count, _changed(family, sources, again), _broke(family, sources, again, twisted), time.monotonic() - begun)
        one.close()
        other.close()


def _changed(family: Family, sources: Sources, again: Drills) -> list[str]:
    found = []
    for key in family.keys(sources, 0.37):
        item = build(family, key, sources)
        if item is not None and again.item(item.question.id) != item:
            found.append(item.question.id)
    return found


def _broke(family: Family, sources: Sources, drills: Drills, twisted: int) -> list[str]:
    """Cut and twist ids: what a button can be made to say by hand."""
    chance, found = Random(family.slug), []
    keys = [key for _place, key in zip(range(500), family.keys(sources, chance.random()), strict=False)]
    tag = f"@{sources.hcpcs.release.start if family.codeset == 'hcpcs' else sources.icd10cm.release.start:%y%m}" if family.codeset else ""
    for _ in range(twisted if keys else 0):
        key = list(chance.choice(keys))
        for _ in range(chance.randint(1, 3)):
            place, letter = chance.randrange(len(key) + 1), chance.choice("0123456789-.ABCDSXZaxz²é/@ ")
            key[place : place + chance.randint(0, 2)] = [letter] * chance.randint(0, 1)
        name = f"drill/{family.slug}/{''.join(key)}{tag}"
        try:
            drills.item(name)
            drills.route(name)
        except Exception as error:  # whatever it is, it is what is looked for
            found.append(f"{name}: {type(error).__name__} {error}")
    return found


def main(given: Sequence[str] | None = None) -> int:
    """Print a line a drill; 1 where anything is wrong, or where all items, or those of a drill, are too few."""
    families = [BY_SLUG[name] for name in (sys.argv[1:] if given is None else given)] or FAMILIES
    total = bad = 0
    small: list[str] = []
    for line in enumerate_all(families):
        count = line.count
        total, bad = total + count.counted, bad + line.bad
        small += [count.family.slug] if 0 < count.distinct < run.LEAST else []  # none at all where a second release is wanted
        print(
            f"{count.family.slug:24} {count.distinct:8,} items  {count.not_one} not one right  {len(count.faults) - count.not_one} faults  "
            f"{len(line.changed)} changed  {len(line.broke)} broke  {count.counted:6,} counted  {line.seconds:6.1f} s",
            *[*count.faults, *line.changed, *line.broke][:10],
            sep="\n    ",
            flush=True,
        )
    print(f"at least {run.LEAST} items are wanted of each: {', '.join(small)}" if small else f"each that has items has {run.LEAST} or more")
    few = families is FAMILIES and total < WANTED
    print(f"{total:,} items counted, {bad} wrong" + (f"; {WANTED:,} are wanted" if few else ""))
    return 1 if bad or few or small else 0


if __name__ == "__main__":
    sys.exit(main())
