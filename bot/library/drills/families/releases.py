"""What a new release of ICD-10-CM brought and took away; has items only where two releases are loaded."""

from collections.abc import Iterator

from bot.codebook import census
from bot.codebook.book import Book
from bot.codebook.entry import Entry
from bot.library.drills.family import MEDIUM, Draft, Family, Option
from bot.library.drills.lot import Lot
from bot.library.drills.sources import Sources
from bot.library.drills.wording import coded, fits

_LONG = "length(e.code) > 3"


def _whole(book: Book, entry: Entry | None) -> Entry | None:
    """Complete a code with its first 7th character; None for what cannot be reported at all."""
    if entry is None or not (entry.reportable or entry.sevenths):
        return None
    return book.first_reportable(entry)


def _keys(sources: Sources, start: float) -> Iterator[str]:
    if sources.before is None:
        return
    for old in census.walk(sources.before, f"{census.CODED} AND {_LONG}", start):
        if _whole(sources.icd10cm, sources.icd10cm.entry(old.code)) is None:
            yield f"{old.code}-o"
    for new in census.walk(sources.icd10cm, f"{census.CODED} AND {_LONG}", start):
        if _whole(sources.before, sources.before.entry(new.code)) is None:
            yield f"{new.code}-n"


def _make(sources: Sources, key: str) -> Draft | None:
    """One code that is gone among codes that stayed, or one that is new among codes that were there before."""
    code, _, which = key.rpartition("-")
    before, now = sources.before, sources.icd10cm
    if before is None or which not in ("o", "n"):
        return None
    here, there = (before, now) if which == "o" else (now, before)
    found = _whole(here, here.entry(code))
    if found is None or _whole(there, there.entry(code)) is not None or not fits(coded(found)):
        return None
    others = [_whole(there, there.entry(one.code)) for one in census.within(here, code[:3]) if one.code != code]
    stayed = [one for one in others if one and fits(coded(one))]
    lot = Lot(key)
    chosen = lot.shuffled(stayed)[:3]
    when = f"{now.release.start:%B} {now.release.start.day}, {now.release.start.year}"
    if which == "o":
        ask = f"Which of these codes was still reported before {when} and is no longer valid from then on?"
        header = now.entry(code)
        new = [one.code for one in census.within(now, code)][:3] if header else [one for one, _since in now.replaced_by(code)]
        why = f"{code} is {'divided further now' if header else 'gone'}" + (f"; see {', '.join(new)}." if new else ".")
        reason = "It is valid in both releases."
    else:
        ask = f"Which of these codes is new with the release of {when}?"
        old = [one for one, _since in now.took_over_from(code)]
        why = f"{found.code} came with that release" + (f"; before it, {', '.join(old[:3])} was reported." if old else ".")
        reason = "It was there before."
    wrong = tuple(Option(coded(one), f"{one.code}: {reason}") for one in chosen)
    return Draft(ask, Option(coded(found), why), wrong, {"when": when}, (found.code, *(one.code for one in chosen)))


FAMILIES = (
    Family(
        "release-change", "New and gone codes", "icd10cm", MEDIUM,
        "Codes change on October 1, some on April 1; a code that is divided further is no longer valid itself.",
        "ICD-10-CM, the two releases that are loaded", _keys, _make, "icd10cm",
        ("new codes", "deleted codes", "gone codes", "changed codes", "code changes"), two_releases=True,
    ),
)  # fmt: skip
