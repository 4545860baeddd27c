"""HCPCS modifiers that say where: lids, fingers, toes, coronary arteries, sides, and where an ambulance went."""

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from itertools import combinations, product

from bot.codebook import census
from bot.library.drills.family import EASY, MEDIUM, Draft, Family, Option
from bot.library.drills.lot import Lot, turned
from bot.library.drills.sources import Sources
from bot.library.drills.wording import pair

_PARTS = {
    "E1": "left upper eyelid", "E2": "left lower eyelid", "E3": "right upper eyelid", "E4": "right lower eyelid",
    "FA": "left thumb", "F1": "left index finger", "F2": "left middle finger", "F3": "left ring finger", "F4": "left little finger",
    "F5": "right thumb", "F6": "right index finger", "F7": "right middle finger", "F8": "right ring finger", "F9": "right little finger",
    "TA": "left great toe", "T1": "left second toe", "T2": "left third toe", "T3": "left fourth toe", "T4": "left fifth toe",
    "T5": "right great toe", "T6": "right second toe", "T7": "right third toe", "T8": "right fourth toe", "T9": "right fifth toe",
    "LC": "left circumflex coronary artery", "LD": "left anterior descending coronary artery", "LM": "left main coronary artery",
    "RC": "right coronary artery", "RI": "ramus intermedius",
}  # fmt: skip
_GROUPS = (
    ("E1", "E2"),
    ("E3", "E4"),
    ("FA", "F1", "F2", "F3", "F4"),
    ("F5", "F6", "F7", "F8", "F9"),
    ("TA", "T1", "T2", "T3", "T4"),
    ("T5", "T6", "T7", "T8", "T9"),
)
_DONE = {
    "E": ("A lesion is removed from the {part}.", "A stye is drained on the {part}."),
    "F": ("A foreign body is taken out of the {part}.", "The nail bed of the {part} is repaired.", "The tendon sheath of the {part} is opened."),
    "T": ("The nail of the {part} is removed.", "A fracture of the {part} is treated.", "A corn is removed from the {part}."),
    "L": ("A stent is placed in the {part}.",), "R": ("A stent is placed in the {part}.",),
}  # fmt: skip


def _part_keys(sources: Sources, start: float) -> Iterator[str]:
    del sources
    two = [f"{one}-{other}" for group in _GROUPS for one, other in combinations(group, 2)]
    yield from turned([*_PARTS, *two], start)


def _near_parts(modifier: str) -> list[str]:
    """List the modifiers mistaken for one: the same part of the other side, then the neighbors, then who sounds alike."""
    if modifier[0] in "LR":
        return [one for one in ("LD", "LC", "LM", "RC", "RI") if one != modifier]
    family = [one for one in _PARTS if one[0] == modifier[0]]
    place, half = family.index(modifier), len(family) // 2
    mirror = family[(place + half) % len(family)]
    beside = [family[(place + step) % len(family)] for step in (1, -1, 2)]
    return [one for one in dict.fromkeys([mirror, *beside]) if one != modifier]


def _part(sources: Sources, key: str) -> Draft | None:
    modifiers = key.split("-")
    if not set(modifiers) <= set(_PARTS) or any(sources.hcpcs.entry(one) is None for one in modifiers):
        return None
    lot = Lot(key)
    if len(modifiers) == 1:
        told = lot.pick(_DONE[key[0]]).format(part=_PARTS[key])
        wrong = [Option(one, f"{one} is the {_PARTS[one]}.") for one in _near_parts(key)]
        wrong.append(Option("LT" if "left" in _PARTS[key] else "RT", "A side alone is not enough where a modifier names the very part."))
        shown = (*wrong[:2], wrong[-1]) if key[0] in "EFT" and lot.below(2) else tuple(wrong[:3])
        answer = Option(key, f"{key} is the {_PARTS[key]}.")
        says = {"part": _PARTS[key]}
        ask = f"{told} Which modifier says where?"
    else:
        one, other = modifiers
        told = f"The same procedure is done on the {_PARTS[one]} and on the {_PARTS[other]}, on two lines."
        answer = Option(pair(one, other), f"{one} is the {_PARTS[one]}, {other} the {_PARTS[other]}.")
        mirror = [_near_parts(each)[0] for each in modifiers]
        beside = next(each for each in _near_parts(other)[1:] if each not in modifiers)
        shown = (Option(pair(*mirror), f"{mirror[0]} and {mirror[1]} are on the other side."),
                 Option(pair(one, beside), f"{beside} is the {_PARTS[beside]}."),
                 Option(pair("LT" if "left" in _PARTS[one] else "RT", "59"), "Modifiers that name the very parts say more, and are used first."))  # fmt: skip
        says = {"one": _PARTS[one], "other": _PARTS[other]}
        ask = f"{told} Which modifiers?"
    return Draft(ask, answer, shown, says, (*modifiers, *(one for option in shown for one in option.text.split(", "))))


_ORGANS = (
    "knee", "shoulder", "hip", "elbow", "wrist", "ankle", "breast", "eye", "ear", "kidney", "ureter", "inguinal hernia", "carpal tunnel", "ovary",
    "testis", "maxillary sinus", "tympanic membrane", "cornea", "femur", "foot",
)  # fmt: skip


def _side_keys(sources: Sources, start: float) -> Iterator[str]:
    del sources
    yield from turned([f"{number}-{how}" for number, how in product(range(len(_ORGANS)), "rlbsd")], start)


def _side(sources: Sources, key: str) -> Draft | None:
    del sources
    number, _, how = key.partition("-")
    if not number.isdecimal() or int(number) >= len(_ORGANS) or how not in tuple("rlbsd"):
        return None
    organ = _ORGANS[int(number)]
    none, two = "No side modifier", "RT and LT on two lines"
    told, right, why = {
        "r": (f"A physician operates on the right {organ} only.", "RT", "One side of a paired part: RT is the right."),
        "l": (f"A physician operates on the left {organ} only.", "LT", "One side of a paired part: LT is the left."),
        "b": (f"A physician does the same procedure on the right and the left {organ}; the fee schedule pays both sides at 150 percent (bilateral indicator 1).",
              "50", "Medicare wants one line with modifier 50 and one unit."),
        "s": (f"The code for the procedure on the {organ} says one or both sides (bilateral indicator 2). Both sides are done.", none,
              "The code covers both sides already, and its payment does too."),
        "d": (f"A supplier delivers two braces of one kind, one for each side: right and left {organ}.", two, "Equipment for both sides goes on two lines, one with RT, one with LT."),
    }[how]  # fmt: skip
    reasons = {
        "RT": "RT says the right side only.", "LT": "LT says the left side only.", "50": "Modifier 50 is for a procedure done on both sides whose code is for one.",
        none: "Then nothing says which side, or that there were two.", two: "Two lines are for equipment; a bilateral procedure is one line with modifier 50.",
    }  # fmt: skip
    if how == "d" and organ not in ("knee", "shoulder", "hip", "elbow", "wrist", "ankle", "foot"):
        return None
    if how in "rl":
        reasons[two] = "Two lines would say that both sides were done."
    if how == "s":
        reasons["50"] = "The code says one or both sides already; modifier 50 would pay it twice."
        reasons[two] = "The code says one or both sides already; it is reported once."
    if how == "d":
        reasons["50"] = "Modifier 50 is for procedures; equipment for both sides goes on two lines."
    order = {"r": ("LT", "50", none), "l": ("RT", "50", none), "b": (two, none, "RT"), "s": ("50", two, "RT"), "d": ("50", none, "RT")}[how]
    wrong = tuple(Option(one, reasons[one]) for one in order)
    return Draft(f"{told} What does Medicare want on the claim?", Option(right, why), wrong, {"told": told}, ())


_STOPS = {
    "D": "a diagnostic or therapeutic site that is neither a hospital nor a physician's office", "E": "a custodial care home", "G": "a dialysis facility in a hospital",
    "H": "a hospital", "I": "a helicopter pad where the patient changes vehicles", "J": "a freestanding dialysis facility", "N": "a skilled nursing facility",
    "P": "a physician's office", "R": "the patient's home", "S": "the scene of an accident",
}  # fmt: skip
_SHORT_STOPS = {
    "D": "a diagnostic or therapeutic site", "E": "a custodial care home", "G": "a dialysis facility in a hospital", "H": "a hospital", "I": "a place of transfer between vehicles",
    "J": "a freestanding dialysis facility", "N": "a skilled nursing facility", "P": "a physician's office", "R": "the home", "S": "the scene of an accident",
}  # fmt: skip
_ALIKE = {"D": "P", "E": "N", "G": "J", "H": "D", "I": "H", "J": "G", "N": "E", "P": "D", "R": "E", "S": "R"}


def _ride_keys(sources: Sources, start: float) -> Iterator[str]:
    del sources
    yield from turned([f"{one}{other}" for one, other in product(_STOPS, _STOPS) if _makes_sense(one, other)], start)


def _makes_sense(one: str, other: str) -> bool:
    """Say whether anybody is driven that way: not to an accident, and through a place of transfer only on the way to a hospital."""
    return other != "S" and (one != other or one == "H") and (one != "I" or other == "H") and (other != "I" or one in "SHRNEP")


def _ride(sources: Sources, key: str) -> Draft | None:
    del sources
    if len(key) != 2 or not set(key) <= set(_STOPS) or not _makes_sense(key[0], key[1]):
        return None
    start, end = key[0], key[1]
    told = f"from {_STOPS[start]} to {_STOPS[end]}" if start != end else f"from {_STOPS[start]} to another hospital"
    ask = Lot(key).pick(
        (
            "An ambulance takes the patient {told}. Which two letters go on the claim?",
            "Ground ambulance, {told}. Which modifier gives origin and destination?",
        )
    )
    slips = [end + start, _ALIKE[start] + end, start + _ALIKE[end], _ALIKE[start] + _ALIKE[end]]
    if key == "HH":
        slips = ["HN", "NH", "HD", "IH"]
    wrong = tuple(Option(one, f"{one} is from {_SHORT_STOPS[one[0]]} to {_SHORT_STOPS[one[1]]}.") for one in slips if one != key)
    why = (
        f"The first letter is where it started, the second where it went: {start} for {_SHORT_STOPS[start]}, {end} for {_SHORT_STOPS[end]}."
    )
    return Draft(ask.format(told=told), Option(key, why), wrong, {"told": told}, ())


def _mile_keys(sources: Sources, start: float) -> Iterator[str]:
    del sources
    short_ones = [str(hundredths) for hundredths in range(41, 10_000, 37) if hundredths % 10]
    long_ones = [str(hundredths) for hundredths in range(10_111, 19_000, 131) if hundredths % 100]
    yield from turned([*short_ones, *long_ones], start)


def _miles(sources: Sources, key: str) -> Draft | None:
    del sources
    if not key.isdecimal() or not 10 < int(key) < 20_000 or int(key) % 10 == 0:
        return None
    miles = Decimal(key) / 100
    far = miles > 100
    step = Decimal(1) if far else Decimal("0.1")
    count = (miles / step).to_integral_value(ROUND_CEILING) * step
    lot = Lot(key)
    ask = lot.pick(
        (
            "The odometer shows {miles} loaded miles. How many miles go on the Medicare claim?",
            "Ground ambulance: {miles} miles with the patient on board. Which mileage is billed to Medicare?",
        )
    ).format(miles=f"{miles:.2f}")

    def option(number: Decimal, why: str) -> Option:
        return Option(f"{number.normalize():f}", why)

    tenth = Decimal("0.1")
    slips = [option((miles / step).to_integral_value(ROUND_FLOOR) * step, "Miles are rounded up, never down.")]
    if far:
        slips += [option((miles / tenth).to_integral_value(ROUND_CEILING) * tenth, "Tenths are for trips of up to 100 miles; beyond, whole miles."),
                  option(miles, "Hundredths are not billed."), option(count + 1, "That is rounded up twice.")]  # fmt: skip
    else:
        slips += [option(miles.to_integral_value(ROUND_CEILING), "Whole miles are for trips of more than 100 miles; up to there, tenths."),
                  option(miles, "Hundredths are not billed; the next tenth is."), option(miles.to_integral_value(ROUND_HALF_UP), "Up to 100 miles, tenths are billed."),
                  option(count + tenth, "That is rounded up twice.")]  # fmt: skip
    why = "More than 100 miles: up to the next whole mile." if far else "Up to 100 miles: up to the next tenth of a mile."
    return Draft(ask, option(count, why), tuple(slips), {"miles": f"{miles:.2f}"}, ())


def _meaning_keys(sources: Sources, start: float) -> Iterator[str]:
    for entry, _use in census.facts(sources.hcpcs, "use", start):
        if entry.kind == "modifier":
            yield from turned((f"{entry.code}-m", f"{entry.code}-c"), start)


def _meaning(sources: Sources, key: str) -> Draft | None:
    """What a modifier says, or which modifier says it."""
    from bot.library.drills.families.equipment import own_title

    code, _, which = key.partition("-")
    book = sources.hcpcs
    every = [(entry, own_title(book, entry)) for entry, _use in census.facts(book, "use") if entry.kind == "modifier"]
    place = next((number for number, (entry, _title) in enumerate(every) if entry.code == code), None)
    if place is None or which not in ("m", "c"):
        return None
    title = every[place][1]
    lot = Lot(key)
    # The list is in order of subject, so its neighbors are what one takes it for.
    near = [every[(place + step) % len(every)] for step in lot.shuffled((-3, -2, -1, 1, 2, 3))]
    near = [(one, said) for one, said in near if said != title][:3]
    use = census.fact(book, code, "use") or ""
    if which == "m":
        ask = lot.pick(
            ("HCPCS modifier {code} is on a line. What does it say?", "What does HCPCS Level II modifier {code} mean on a line?")
        )
        answer = Option(title, f"{code}: {use[:260]}")
        wrong = tuple(Option(said, f"That is modifier {one.code}.") for one, said in near)
        says = {"code": code}
    else:
        ask = lot.pick(("Which HCPCS Level II modifier says: {title}?", "The line should say: {title}. Which modifier does?"))
        answer = Option(code, f"{code}: {use[:260]}")
        wrong = tuple(Option(one.code, f"{one.code} says: {said}.") for one, said in near)
        says = {"title": title}
    return Draft(ask.format(code=code, title=title), answer, wrong, says, (code, *(one.code for one, _said in near)))


_FILE = "HCPCS Level II, {} (CMS HCPCS file, October 2025)"
FAMILIES = (
    Family(
        "anatomic-modifier", "Lids, digits, arteries", "hcpcs", EASY,
        "Fingers and toes are counted from the thumb and the great toe: A and 1 to 4 on the left, 5 to 9 on the right.",
        _FILE.format("modifiers E1 to E4, FA to F9, TA to T9, LC, LD, LM, RC, RI"), _part_keys, _part, "hcpcs",
        ("anatomic modifiers", "anatomical modifiers", "finger modifiers", "toe modifiers", "eyelid modifiers", "digits"), ("modifiers",),
    ),
    Family(
        "side-modifier", "LT, RT or 50", "hcpcs", EASY,
        "One side takes LT or RT, a bilateral procedure modifier 50, a code that says both sides none.",
        "Medicare Claims Processing Manual, Chapter 12, Section 40.7, and Chapter 20; HCPCS Level II, modifiers LT and RT", _side_keys, _side, "",
        ("lt rt", "lt and rt", "modifier 50", "bilateral modifier"), ("modifiers",),
    ),
    Family(
        "ambulance-modifier", "Ambulance origin, destination", "hcpcs", EASY,
        "The first letter is where the ambulance started, the second where it went.",
        "Medicare Claims Processing Manual, Chapter 15, Section 30; HCPCS Level II, ambulance modifiers", _ride_keys, _ride, "",
        ("ambulance modifiers", "ambulance", "origin and destination", "origin destination"), ("modifiers",),
    ),
    Family(
        "ambulance-miles", "Ambulance miles", "hcpcs", MEDIUM,
        "Up to 100 miles are billed in tenths, more in whole miles, always rounded up.",
        "Medicare Claims Processing Manual, Chapter 15, Section 20.2; CMS Transmittal 2103 (CR 7065), fractional mileage", _mile_keys, _miles, "",
        ("ambulance mileage", "mileage", "fractional mileage"), ("units",),
    ),
    Family(
        "modifier-meaning", "HCPCS modifiers", "hcpcs", MEDIUM,
        "Know the modifiers you meet every week; look the others up in the list at the front of the book.",
        _FILE.format("modifiers"), _meaning_keys, _meaning, "hcpcs", ("hcpcs modifiers", "modifier meaning", "what a modifier means"), ("modifiers",),
    ),
)  # fmt: skip
