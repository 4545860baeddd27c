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


def _tag(book: Book) -> str:
    """Name a release by its month: a change is one between two, and another may be loaded in between."""
    return f"{book.release.start:%y%m}"


def _keys(sources: Sources, start: float) -> Iterator[str]:
    if sources.before is None:
        return
    tag = _tag(sources.before)
    for old in census.walk(sources.before, f"{census.CODED} AND {_LONG}", start):
        if _whole(sources.icd10cm, sources.icd10cm.entry(old.code)) is None:
            yield f"{old.code}-o{tag}"
    for new in census.walk(sources.icd10cm, f"{census.CODED} AND {_LONG}", start):
        if _whole(sources.before, sources.before.entry(new.code)) is None:
            yield f"{new.code}-n{tag}"


def _make(sources: Sources, key: str) -> Draft | None:
    """One code that is gone among codes that stayed, or one that is new among codes that were there before."""
    code, _, rest = key.rpartition("-")
    which = rest[:1]
    before, now = sources.before, sources.icd10cm
    if before is None or which not in ("o", "n") or rest[1:] != _tag(before):
        return None
    here, there = (before, now) if which == "o" else (now, before)
    found = _whole(here, here.entry(code))
    if found is None or _whole(there, there.entry(code)) is not None or not fits(coded(found)):
        return None
    if (same := there.entry(found.code)) is not None and same.reportable:
        return None  # an order file alone does not tell seven characters from a 7th character
    others = [_whole(there, there.entry(one.code)) for one in census.within(here, code[:3]) if one.code != code]
    stayed = [one for one in others if one and fits(coded(one))]
    lot = Lot(key)
    chosen = lot.shuffled(stayed)[:3]
    earlier, later = before.release.name, now.release.name
    if which == "o":
        ask = f"Which of these codes was valid in the {earlier} release of ICD-10-CM and can no longer be reported in {later}?"
        header = now.entry(code)
        new = [one.code for one in census.within(now, code)][:3] if header else [one for one, _since in now.replaced_by(code)]
        why = f"{code} is {'divided further now' if header else 'gone'}" + (f"; see {', '.join(new)}." if new else ".")
        reason = "It is valid in both releases."
    else:
        ask = f"Which of these codes is valid in the {later} release of ICD-10-CM and could not be reported in {earlier}?"
        old = [one for one, _since in now.took_over_from(code)]
        why = f"{found.code} came after {earlier}" + (f"; before it, {', '.join(old[:3])} was reported." if old else ".")
        reason = f"It was valid in {earlier} already."
    wrong = tuple(Option(coded(one), f"{one.code}: {reason}") for one in chosen)
    return Draft(ask, Option(coded(found), why), wrong, {"earlier": earlier, "later": later}, (found.code, *(one.code for one in chosen)))


FAMILIES = (
    Family(
        "release-change", "New and gone codes", "icd10cm", MEDIUM,
        "Codes change on October 1, some on April 1; a code that is divided further is no longer valid itself.",
        "ICD-10-CM, the two releases that are loaded", _keys, _make, "icd10cm",
        ("new codes", "deleted codes", "gone codes", "changed codes", "code changes"), two_releases=True,
    ),
)  # fmt: skip
