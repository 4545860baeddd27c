"""What a stroke leaves behind, and which side is the dominant one."""

from collections.abc import Iterator
from itertools import product

from bot.codebook import census
from bot.codebook.book import Book
from bot.codebook.entry import Entry, NoteKind
from bot.library.drills.family import MEDIUM, Draft, Family, Option
from bot.library.drills.lot import Lot, turned
from bot.library.drills.sources import Sources
from bot.library.drills.wording import pair

_CAUSES = {
    "I69.0": ("nontraumatic subarachnoid hemorrhage", "I60.9"),
    "I69.1": ("nontraumatic intracerebral hemorrhage", "I61.9"),
    "I69.2": ("other nontraumatic intracranial hemorrhage", "I62.9"),
    "I69.3": ("cerebral infarction", "I63.9"),
}
_NOW = {
    "Aphasia": "R47.01", "Dysphasia": "R47.02", "Dysarthria": "R47.1", "Apraxia": "R48.2", "Dysphagia": "R13.10", "Facial weakness": "R29.810",
    "Ataxia": "R27.0",
}  # fmt: skip
"""Deficits with the code they have where no stroke is behind them."""


def _deficit(title: str) -> str:
    return title.partition(" following ")[0]


def _stroke_keys(sources: Sources, start: float) -> Iterator[str]:
    where = "e.reportable AND e.code >= 'I69.0' AND e.code < 'I69.4' AND e.title LIKE '% following %' AND e.title NOT LIKE 'Other %'"
    for entry in census.walk(sources.icd10cm, f"{where} AND e.title NOT LIKE '%unspecified %' AND e.title NOT LIKE 'Unspecified %'", start):
        for place in turned("io", start):
            yield f"{entry.code}-{place}"


def _stroke(sources: Sources, key: str) -> Draft | None:
    code, _, place = key.partition("-")
    book = sources.icd10cm
    entry = book.entry(code)
    cause, acute = _CAUSES.get(code[:5], ("", ""))
    if entry is None or not cause or place not in ("i", "o") or f" following {cause}" not in entry.title:
        return None
    if census.notes_at(book, code, NoteKind.USE_ADDITIONAL):
        return None  # one code would not be all of it
    deficit = _deficit(entry.title)
    rest = entry.title.partition(f" following {cause}")[2].removeprefix(" affecting ")
    lot = Lot(key)
    side = f", {rest}," if rest else ""
    told = {
        "i": lot.pick(("two years ago", "in the spring of last year", "eight months ago")),
        "o": lot.pick(("three years ago and long discharged", "a year ago; rehabilitation is over")),
    }[place]
    ask = f"{deficit}{side} has stayed since a {cause} {told}. What reports it today?".replace("a other", "an earlier, other")
    other = next((one for one in _CAUSES if one != code[:5] and lot.below(2)), "I69.0" if code[:5] != "I69.0" else "I69.1")
    twin = book.entry(other + code[5:])
    near = [one for one in census.siblings(book, code) if one.code != code and one.reportable]
    now = _NOW.get(deficit)
    wrong = [Option(acute, "That is the acute stroke; it is over, and its code is not used for what it left behind.")]
    if now and book.entry(now):
        wrong.append(Option(pair(now, acute), "One I69 code says both the deficit and the old stroke; the acute code is not used."))
    else:
        wrong.append(Option(pair(code, acute), "An acute stroke code is added only for a new stroke; there is none."))
    if twin is not None:
        wrong.append(Option(twin.code, f"That is what {_CAUSES[other][0]} left behind."))
    wrong += [Option(one.code, f"That is: {one.title}.") for one in near[:2]]
    why = "I69 says in one code what remains and which stroke it came from; there is no time limit."
    return Draft(ask, Option(code, why), tuple(wrong), {"deficit": deficit, "cause": cause, "side": rest}, (code, acute))


_HANDS = {
    "r": ("The patient is right-handed.", "right-handed"),
    "l": ("The patient is left-handed.", "left-handed"),
    "a": ("The patient is ambidextrous.", "ambidextrous"),
    "n": ("Handedness is not documented.", "not documented"),
}


def is_dominant(side: str, hand: str) -> bool:
    """Say whether a side is the dominant one; where nothing is documented the right side is taken to be, and both are if ambidextrous."""
    return {"r": side == "right", "l": side == "left", "a": True, "n": side == "right"}[hand]


def _sided(book: Book, start: float) -> Iterator[Entry]:
    yield from census.walk(book, "e.reportable AND e.title LIKE '%affecting right dominant side'", start)


def _dominance_keys(sources: Sources, start: float) -> Iterator[str]:
    for entry in _sided(sources.icd10cm, start):
        for side, hand in turned(list(product("rl", _HANDS)), start):
            yield f"{entry.code}-{side}{hand}"


def _dominance(sources: Sources, key: str) -> Draft | None:
    code, _, how = key.partition("-")
    book = sources.icd10cm
    entry = book.entry(code)
    if (
        entry is None
        or len(how) != 2
        or how[0] not in "rl"
        or how[1] not in _HANDS
        or not entry.title.endswith("affecting right dominant side")
    ):
        return None
    base = entry.title.removesuffix(" affecting right dominant side")
    side = {"r": "right", "l": "left"}[how[0]]
    found = {(each, dominant): _twin(book, base, each, dominant, code) for each in ("right", "left") for dominant in (True, False)}
    vague = census.titled(book, f"{base} affecting unspecified side", code[:3])
    if None in found.values() or vague is None:
        return None
    lot = Lot(key)
    hand = _HANDS[how[1]][0]
    dominant = is_dominant(side, how[1])
    answer = found.pop((side, dominant))
    assert answer is not None
    ask = lot.pick(("{base}: the {side} side is affected. {hand} Which code?", "Assessment: {base}, {side} side. {hand} How is it coded?"))
    reasons = {
        "r": "A right-handed patient's right side is the dominant one.",
        "l": "A left-handed patient's left side is the dominant one.",
        "a": "In an ambidextrous patient the affected side counts as dominant.",
        "n": "Without documentation the right side counts as dominant, the left as nondominant.",
    }
    wrong = [
        Option(
            one.code, f"That is the {each} side, {'dominant' if main else 'nondominant'}." + ("" if each != side else f" {reasons[how[1]]}")
        )
        for (each, main), one in sorted(found.items(), key=lambda item: (item[0][0] != side, item[0][1] != dominant))
        if one is not None
    ]
    wrong.insert(2, Option(vague.code, "The affected side is documented."))
    says = {"condition": base, "side": f"{side} side", "hand": hand}
    return Draft(ask.format(base=base, side=side, hand=hand), Option(answer.code, reasons[how[1]]), tuple(wrong[:3]), says, (answer.code,))


def _twin(book: Book, base: str, side: str, dominant: bool, code: str) -> Entry | None:
    words = ("dominant",) if dominant else ("non-dominant", "nondominant")
    return next((one for word in words if (one := census.titled(book, f"{base} affecting {side} {word} side", code[:3]))), None)


FAMILIES = (
    Family(
        "stroke-sequela", "Sequela of a stroke", "icd10cm", MEDIUM,
        "What a stroke left behind is one I69 code that says the deficit and the stroke; acute codes are for new strokes.",
        "ICD-10-CM Guidelines FY2025, Section I.C.9.d.1; Tabular List, I69", _stroke_keys, _stroke, "icd10cm",
        ("stroke", "stroke sequela", "i69", "cerebrovascular sequela", "cva"),
    ),
    Family(
        "dominance", "Dominant side", "icd10cm", MEDIUM,
        "Without documentation the right side counts as dominant and the left as nondominant; in ambidextrous patients either is dominant.",
        "ICD-10-CM Guidelines FY2025, Sections I.C.6.a and I.C.9.d.1", _dominance_keys, _dominance, "icd10cm",
        ("dominant side", "dominant or nondominant", "hemiplegia", "handedness"),
    ),
)  # fmt: skip
