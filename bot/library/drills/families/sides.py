"""Laterality: which side, both sides, no side."""

import re
from collections.abc import Iterator

from bot.codebook import census
from bot.codebook.book import Book
from bot.codebook.entry import Entry
from bot.codebook.tabular import stem
from bot.library.drills.family import EASY, MEDIUM, Draft, Family, Option
from bot.library.drills.lot import Lot
from bot.library.drills.sources import Sources
from bot.library.drills.wording import pair

_SIDE = re.compile(r"\b(right|left)\b")
_NOT_A_SIDE = re.compile(
    r"dominant|quadrant|heart|ventric|atri|bundle|coronary|lobe|colon|lung|kidney|renal|main bronch|circulation", re.IGNORECASE
)
_PAIRED = re.compile(
    r"\b(right|left) (eye|ear|shoulder|upper arm|arm|elbow|forearm|wrist|hand|thumb|hip|thigh|knee|lower leg|leg|ankle|foot|great toe"
    r"|radius|ulna|humerus|femur|tibia|fibula|clavicle|scapula|patella|calcaneus|talus|breast|upper limb|lower limb"
    r"|upper eyelid|lower eyelid|cornea|orbit)\b"
)
_SUBJECTS = "(substr(e.code, 1, 1) IN ('H', 'M', 'S') OR substr(e.code, 1, 3) IN ('C50', 'L89', 'G56', 'G57', 'T20', 'T23', 'T24', 'T25', 'I83', 'N60'))"

_NAMED = (
    "Assessment: {what}.{visit} Which code?",
    "Final diagnosis on the encounter note: {what}.{visit} Which code is reported?",
    "The provider documents: {what}.{visit} Choose the code.",
)
_UNNAMED = (
    "Assessment: {what}.{visit} The record does not say which side, and the provider cannot be asked. Which code?",
    "The provider documents: {what}.{visit} No side is named anywhere in the record, and a query brings no answer. Which code is reported?",
)


def _family(book: Book, entry: Entry) -> dict[str, Entry]:
    """Find the codes that differ from ``entry`` in side only, by side: right, left, bilateral, unspecified."""
    match = _SIDE.search(entry.title)
    side = match[1] if match else "unspecified"
    found = {side: entry}
    category = entry.code[:3]
    for other in ("right", "left", "unspecified", "bilateral"):
        if other in found:
            continue
        for title in _titles(entry.title, side, other):
            twin = census.titled(book, title, category)
            if twin and twin.code != entry.code and twin.sevenths == entry.sevenths:
                found[other] = twin
                break
    return found


def _titles(title: str, side: str, other: str) -> Iterator[str]:
    """Guess how the book prints the same for another side."""
    yield re.sub(rf"\b{side}\b", other, title, count=1)
    if other == "bilateral":
        yield re.sub(rf"\b{side} (?:eye|ear)\b", "bilateral", title, count=1)
        yield re.sub(rf"\b{side} (?:eye|ear)\b", f"bilateral {'eyes' if 'eye' in title else 'ears'}", title, count=1)
        whole = re.sub(r"^Unilateral ", "Bilateral ", title)
        yield re.sub(rf", {side} (\w+)$", r" of \1", whole, count=1)


def _seventh(book: Book, entry: Entry) -> tuple[str, str]:
    """Take the first 7th character that a code may have, with its meaning as part of a sentence."""
    if not entry.sevenths:
        return "", ""
    first = census.sevenths(book, entry.code)[0]
    return first.char, f" This is the {first.meaning}."


def _whole(entry: Entry, char: str) -> str:
    return f"{stem(entry.code)}{char}" if char else entry.code


def _sided(book: Book, start: float) -> Iterator[Entry]:
    where = f"{census.CODED} AND {_SUBJECTS} AND (e.title LIKE '%right %' OR e.title LIKE '%left %' OR e.title LIKE '%unspecified %')"
    for entry in census.walk(book, where, start):
        if not _NOT_A_SIDE.search(entry.title):
            yield entry


def _laterality_keys(sources: Sources, start: float) -> Iterator[str]:
    yield from (entry.code for entry in _sided(sources.icd10cm, start))


def _laterality(sources: Sources, key: str) -> Draft | None:
    book = sources.icd10cm
    entry = book.entry(key)
    if entry is None or len(set(_SIDE.findall(entry.title))) > 1:
        return None
    sides = _family(book, entry)
    if "right" not in sides or "left" not in sides or len(sides) < 3:
        return None
    side = next(name for name, one in sides.items() if one.code == entry.code)
    if side == "unspecified" and entry.title.count("unspecified") != 1:
        return None
    char, visit = _seventh(book, entry)
    lot = Lot(key)
    what = entry.title if side != "unspecified" else entry.title.replace("unspecified ", "", 1)
    says = {"diagnosis": what, "visit": visit.strip()}
    template = lot.pick(_NAMED if side != "unspecified" else _UNNAMED)
    wrong = [Option(_whole(one, char), _why_not(name, side)) for name, one in sides.items() if name != side]
    wrong += [Option(_whole(one, char), f"This is another diagnosis: {one.title}.") for one in _neighbours(book, entry, side)]
    named = (
        f"{entry.title}: the {side} side, as documented."
        if side != "unspecified"
        else "No side is documented, so the code says unspecified side."
    )
    return Draft(
        template.format(what=what, visit=visit),
        Option(_whole(entry, char), named),
        tuple(wrong),
        says,
        (_whole(entry, char), *(option.text for option in wrong[:3])),
    )


def _why_not(name: str, side: str) -> str:
    if side == "unspecified":
        return f"This says {'both sides' if name == 'bilateral' else f'the {name} side'}, and no side is documented."
    if name == "unspecified":
        return f"This says unspecified side, although the record names the {side} side."
    return "This says both sides; one is documented." if name == "bilateral" else f"This is the {name} side."


def _neighbours(book: Book, entry: Entry, side: str) -> list[Entry]:
    """List other diagnoses of the same side that stand near."""
    near = [one for one in census.within(book, entry.code[:5]) if one.code != entry.code and one.sevenths == entry.sevenths]
    return [one for one in near if re.search(rf"\b{side}\b", one.title)][:3]


_BOTH = (
    "Documented for both sides, right and left: {what}.{visit} Which codes are reported?",
    "The note describes the same finding on the right and on the left: {what}.{visit} What goes on the claim?",
    "Assessment: {what}, right and left side alike.{visit} Which code or codes?",
)


def _both_keys(sources: Sources, start: float) -> Iterator[str]:
    for entry in census.walk(sources.icd10cm, f"{census.CODED} AND {_SUBJECTS} AND e.title LIKE '%right %'", start):
        if _PAIRED.search(entry.title) and not _NOT_A_SIDE.search(entry.title):
            yield entry.code


def _both(sources: Sources, key: str) -> Draft | None:
    book = sources.icd10cm
    entry = book.entry(key)
    if entry is None or len(_SIDE.findall(entry.title)) > 1:
        return None
    sides = _family(book, entry)
    bilateral = sides.get("bilateral")
    if "left" not in sides or (
        bilateral is None and census.within(book, key[:3], where="e.title LIKE '%bilateral%' OR e.title LIKE '%both%'")
    ):
        return None  # where the category knows both sides somewhere, it must be certain which code says so
    char, visit = _seventh(book, entry)
    right, left = _whole(entry, char), _whole(sides["left"], char)
    what = _SIDE.sub("", entry.title, count=1).replace("  ", " ").replace(" ,", ",")
    two = pair(right, left)
    one_only = [
        Option(code, f"This is the {side} side alone; the other side is missing.") for code, side in ((right, "right"), (left, "left"))
    ]
    wrong = []
    if "unspecified" in sides:
        vague = _whole(sides["unspecified"], char)
        wrong.append(Option(vague, "This says that the side is not known; both are documented."))
        if bilateral is None:  # a second pair, or two codes would give the answer away
            wrong.insert(0, Option(pair(right, vague), "The second code says an unspecified side; the left side is documented."))
    if bilateral:
        answer = Option(_whole(bilateral, char), "There is a code that says both sides, so it is reported alone, once.")
        wrong.insert(0, Option(two, "Two codes are for where no bilateral code exists; here there is one."))
    else:
        answer = Option(two, f"Category {key[:3]} has no bilateral code for this, so each side gets its own code.")
    swapped = Lot(key).shuffled(one_only)
    return Draft(
        Lot(f"{key}?").pick(_BOTH).format(what=what, visit=visit),
        answer,
        (*wrong, *swapped),
        {"diagnosis": what, "visit": visit.strip()},
        tuple(dict.fromkeys([*answer.text.split(", "), right, left])),
    )


FAMILIES = (
    Family(
        "laterality", "Laterality", "icd10cm", EASY,
        "Report the side that is documented; the code for an unspecified side is for records that name none.",
        "ICD-10-CM Guidelines FY2025, Section I.B.13, and the Tabular List",
        _laterality_keys, _laterality, "icd10cm", ("side", "sides", "left or right", "right or left", "laterality codes"),
    ),
    Family(
        "both-sides", "Both sides", "icd10cm", MEDIUM,
        "A bilateral condition takes the bilateral code where one exists, otherwise one code for each side.",
        "ICD-10-CM Guidelines FY2025, Section I.B.13, and the Tabular List",
        _both_keys, _both, "icd10cm", ("bilateral", "bilateral codes", "bilateral diagnosis"),
    ),
)  # fmt: skip
