"""Pressure ulcers and burns: stage, degree, order, extent."""

import re
from collections.abc import Iterator
from itertools import combinations, product

from bot.codebook import census
from bot.codebook.tabular import stem
from bot.library.drills.family import EASY, HARD, MEDIUM, Draft, Family, Option
from bot.library.drills.lot import Lot, turned
from bot.library.drills.sources import Sources
from bot.library.drills.wording import listed, pair

_STAGES = {
    "0": ("Eschar covers the wound bed, and the provider documents that it cannot be staged.", "It was treated with a skin graft and is documented as unstageable."),
    "1": ("The provider documents stage 1.", "There are pre-ulcer skin changes limited to persistent focal edema.", "A healing stage 1 ulcer is documented."),
    "2": ("The provider documents stage 2.", "There is a blister with partial thickness skin loss.", "A healing stage 2 ulcer is documented."),
    "3": ("The provider documents stage 3.", "There is full thickness skin loss with necrosis of the subcutaneous tissue.", "A healing stage 3 ulcer is documented."),
    "4": ("The provider documents stage 4.", "There is necrosis of soft tissues down to the bone.", "A healing stage 4 ulcer is documented."),
    "6": ("The provider documents a deep tissue pressure injury.", "Pressure-induced deep tissue damage is documented."),
    "9": ("No stage is documented anywhere in the record.", "It is described as healing; nobody documents a stage."),
}  # fmt: skip
_STAGE_NAMES = {"0": "unstageable", "6": "deep tissue damage", "9": "unspecified stage"} | {n: f"stage {n}" for n in "1234"}
_NEAR = {"0": "946", "1": "290", "2": "319", "3": "420", "4": "306", "6": "019", "9": "012"}


def _ulcer_sites(sources: Sources, start: float) -> Iterator[tuple[str, str]]:
    """Yield the sites as (first five characters, name)."""
    for entry in census.walk(sources.icd10cm, "e.code LIKE 'L89.%2' AND e.title LIKE '%, stage 2' AND length(e.code) = 7", start):
        if "unspecified" not in entry.title and "other site" not in entry.title:
            yield entry.code[:-1], entry.title.removeprefix("Pressure ulcer of ").removesuffix(", stage 2")


def _ulcer_keys(sources: Sources, start: float) -> Iterator[str]:
    for base, _name in _ulcer_sites(sources, start):
        for digit in turned("0123469", start):
            for number in range(len(_STAGES[digit])):
                yield f"{base}{digit}-{number}"


def _ulcer(sources: Sources, key: str) -> Draft | None:
    code, _, number = key.partition("-")
    book, digit = sources.icd10cm, code[-1:]
    entry = book.entry(code)
    second = book.entry(f"{code[:-1]}2")
    if entry is None or second is None or digit not in _STAGES or not number.isdecimal() or int(number) >= len(_STAGES[digit]):
        return None
    site = second.title.removeprefix("Pressure ulcer of ").removesuffix(", stage 2")
    told = _STAGES[digit][int(number)]
    wrong = []
    for other in _NEAR[digit]:
        twin = book.entry(f"{code[:-1]}{other}")
        if twin:
            wrong.append(Option(twin.code, f"That is {_STAGE_NAMES[other]}; {_ulcer_reason(digit, other)}"))
    ask = Lot(key).pick(
        ("A patient has a pressure ulcer of the {site}. {told} Which code?", "Pressure ulcer, {site}. {told} How is it coded?")
    )
    why = f"This is {_STAGE_NAMES[digit]}" + (
        ": a healing ulcer keeps the code of its stage." if "healing" in told.lower() and digit != "9" else ", as documented."
    )
    return Draft(
        ask.format(site=site, told=told),
        Option(code, why),
        tuple(wrong),
        {"site": site, "told": told},
        (code, *(one.text for one in wrong)),
    )


def _ulcer_reason(digit: str, other: str) -> str:
    if {digit, other} == {"0", "9"}:
        return "unstageable means that it cannot be seen, unspecified that nobody wrote it down."
    return "the record describes something else." if digit != "9" else "no stage is documented."


def _course_keys(sources: Sources, start: float) -> Iterator[str]:
    for base, _name in _ulcer_sites(sources, start):
        for story in turned(("2h", "3h", "4h", "2d", "3d", "23", "34", "24"), start):
            yield f"{base}-{story}"


def _course(sources: Sources, key: str) -> Draft | None:
    """What happens to a pressure ulcer during an inpatient stay."""
    base, _, story = key.partition("-")
    book = sources.icd10cm
    second = book.entry(f"{base}2")
    if second is None or len(story) != 2 or not story[0].isdecimal():
        return None
    site = second.title.removeprefix("Pressure ulcer of ").removesuffix(", stage 2")
    at, then = story[0], story[1]
    code, vague = f"{base}{at}", f"{base}9"
    nothing = "No code from L89"
    if then == "h":  # healed before admission
        told = f"On admission the nurse and the provider document a stage {at} pressure ulcer of the {site} that is completely healed."
        answer = Option(nothing, "An ulcer that is completely healed at admission is not coded.")
        wrong = [Option(f"{code} alone", "The ulcer is not there any more; healing is coded, healed is not."), Option(f"{vague} alone", "There is no ulcer left to code."),
                 Option(f"{code} and {vague}", "Nothing is left to code, and never two codes for one stage.")]  # fmt: skip
    elif then == "d":  # healed at discharge
        told = f"The patient is admitted with a stage {at} pressure ulcer of the {site}; it has healed by the day of discharge."
        answer = Option(f"{code} alone", "It was there on admission, so it is coded with the site and stage of that day.")
        wrong = [Option(nothing, "That is right only if it was healed on admission already."), Option(f"{vague} alone", "The stage on admission is documented."),
                 Option(f"{code} and {vague}", "Two codes are for an ulcer that gets worse during the stay.")]  # fmt: skip
    else:
        worse = f"{base}{then}"
        told = f"The patient is admitted to the hospital with a stage {at} pressure ulcer of the {site}; during the stay it progresses to stage {then}."
        answer = Option(f"{code} and {worse}", "Two codes: the stage on admission, and the highest stage reached during the stay.")
        wrong = [Option(f"{code} alone", "The stage reached during the stay is missing."), Option(f"{worse} alone", "The stage on admission is missing."),
                 Option(f"{vague} and {worse}", "The stage on admission is documented.")]  # fmt: skip
    ask = Lot(key).pick(("What is coded?", "Which code or codes report the ulcer?"))
    return Draft(f"{told} {ask}", answer, tuple(wrong), {"told": told}, tuple(one for one in answer.text.split() if one.startswith("L")))


_DEGREES = {"1": "first", "2": "second", "3": "third"}
_CORROSION = {"5": "1", "6": "2", "7": "3"}
_SEEN = {"1": "redness only", "2": "blisters", "3": "full-thickness skin loss"}
_MIXES = ("1", "2", "3", "12", "23", "13", "123")


def _burn_title(title: str) -> tuple[str, str] | None:
    match = re.match(r"(Burn|Corrosion) of (?:first|second|third) degree of (.+)$", title)
    return (match[1], re.sub(r"(?:, (?:initial|subsequent) encounter| \[any part, except ear drum\])", "", match[2])) if match else None


def _burn_keys(sources: Sources, start: float) -> Iterator[str]:
    where = "e.sevenths = 'ADS' AND e.code >= 'T20' AND e.code < 'T26' AND e.title LIKE '% of second degree of %' AND e.title NOT LIKE '%unspecified%'"
    for entry in census.walk(sources.icd10cm, f"{where} AND e.title NOT LIKE '%multiple%'", start):
        for mix in turned(_MIXES, start):
            yield f"{entry.code}-{mix}"


def _burn(sources: Sources, key: str) -> Draft | None:
    """Burns of one site: one code, of the highest degree."""
    code, _, mix = key.partition("-")
    book = sources.icd10cm
    entry = book.entry(code)
    named = _burn_title(entry.title) if entry else None
    if entry is None or named is None or mix not in _MIXES:
        return None
    twins = {}
    for digit, word in _DEGREES.items():
        title = entry.title.replace(" of second degree of ", f" of {word} degree of ")
        twin = census.titled(book, title, code[:3])
        if twin is None:
            return None
        twins[digit] = stem(twin.code) + "A"
    what, site = named
    lot = Lot(key)
    highest = mix[-1]
    if len(mix) == 1:
        told = lot.pick((f"{_DEGREES[mix]}-degree", _SEEN[mix]))
        noun = (
            f"A {what.lower()} of the {site} shows {told}" if told == _SEEN[mix] else f"A {told} {what.lower()} of the {site} is documented"
        )
    else:
        told = listed([f"{_DEGREES[one]}-" for one in mix]) + "degree"
        noun = f"The same {what.lower()} of the {site} has areas of {told.replace('-degree', ' degree').replace('-', '')}"
        told = told.replace("-degree", " degree").replace("-", "")
    ask = lot.pick(("Which code or codes at the first visit?", "What is reported for the initial encounter?"))
    answer = Option(
        twins[highest],
        f"Third degree is full thickness, second blisters, first redness; the site gets one code, of {_DEGREES[highest]} degree.",
    )
    wrong = [
        Option(twins[one], f"That is {_DEGREES[one]} degree; the highest degree documented for the site is {_DEGREES[highest]}.")
        for one in "123"
        if one != highest
    ]
    both = [twins[one] for one in sorted(mix, reverse=True)] if len(mix) > 1 else [twins[highest], wrong[0].text]
    wrong.insert(0, Option(pair(*both[:2]), "One site of one side gets one code, that of the highest degree."))
    return Draft(f"{noun}. {ask}", answer, tuple(wrong), {"site": site, "told": told, "agent": what.lower()}, tuple(twins.values()))


def _order_keys(sources: Sources, start: float) -> Iterator[str]:
    where = "e.sevenths = 'ADS' AND e.code >= 'T20' AND e.code < 'T26' AND e.title LIKE 'Burn of third%' AND e.title NOT LIKE '%unspecified%' AND e.title NOT LIKE '%multiple%'"
    sites = list(census.walk(sources.icd10cm, where))
    pairs = [(one, two) for one, two in product(sites, sites) if one.code[:3] != two.code[:3]]
    for one, two in turned(pairs, start):
        if Lot(one.code + two.code).below(4) == 0:  # a quarter of the pairs is plenty
            yield f"{one.code}-{two.code}"


def _burn_order(sources: Sources, key: str) -> Draft | None:
    """Burns of two sites: one code each, the highest degree first."""
    first, _, other = key.partition("-")
    book = sources.icd10cm
    deep, shallow_third = book.entry(first), book.entry(other)
    if deep is None or shallow_third is None:
        return None
    lot = Lot(key)
    degree = lot.pick("12")
    shallow = census.titled(book, shallow_third.title.replace("of third", f"of {_DEGREES[degree]}"), other[:3])
    one, two = _burn_title(deep.title), _burn_title(shallow.title) if shallow else None
    if shallow is None or one is None or two is None:
        return None
    a, b, c = (stem(entry.code) + "A" for entry in (deep, shallow, shallow_third))
    told = [f"{_DEGREES[degree]}-degree burn of the {two[1]}", f"third-degree burn of the {one[1]}"]
    if lot.below(2):
        told.reverse()
    ask = lot.pick(("Both are treated today. Which codes, in which order?", "How are the two burns sequenced at the initial encounter?"))
    wrong = (
        Option(pair(b, a), f"The {_DEGREES[degree]}-degree burn must not stand before the third-degree one."),
        Option(a, f"The {two[1]} is another site and gets a code of its own."),
        Option(pair(a, c), f"The second code says third degree; the {two[1]} has a {_DEGREES[degree]}-degree burn."),
    )
    says = {"deep": f"third-degree burn of the {one[1]}", "shallow": f"{_DEGREES[degree]}-degree burn of the {two[1]}"}
    why = "Each site gets its own code; the burn of the highest degree comes first."
    return Draft(f"Documented: {told[0]}, and {told[1]}. {ask}", Option(pair(a, b), why), wrong, says, (a, b, c))


REGIONS = {
    "h": ("the head and neck", 9), "r": ("the right arm", 9), "l": ("the left arm", 9), "f": ("the front of the trunk", 18),
    "b": ("the back of the trunk", 18), "g": ("the right leg", 18), "k": ("the left leg", 18), "p": ("the genitalia", 1),
}  # fmt: skip
"""The rule of nines for adults, as the guidelines give it: part of the body, percent."""


def _nines_keys(sources: Sources, start: float) -> Iterator[str]:
    del sources
    found = ["".join(some) for count in (2, 3, 4, 5) for some in combinations(REGIONS, count)]
    yield from turned(found, start)


def _nines(sources: Sources, key: str) -> Draft | None:
    del sources
    if len(key) < 2 or not set(key) <= set(REGIONS) or len(set(key)) != len(key):
        return None
    total = sum(REGIONS[one][1] for one in key)
    names = listed([REGIONS[one][0] for one in key])
    lot = Lot(key)
    ask = lot.pick(
        (
            "An adult is burned over all of {names}. By the rule of nines, what share of the body surface is that?",
            "Rule of nines, adult: burns cover {names} entirely. How much of the body surface is involved?",
        )
    ).format(names=names)
    slips = []
    if set("gk") & set(key):
        slips.append((total - 9 * len(set("gk") & set(key)), "A leg counts 18 percent, not 9."))
    if set("rl") & set(key):
        slips.append((total + 9 * len(set("rl") & set(key)), "An arm counts 9 percent, not 18."))
    if set("fb") & set(key):
        slips.append((total - 9 * len(set("fb") & set(key)), "The front and the back of the trunk count 18 percent each."))
    if "p" in key:
        slips.append((total + 8, "The genitalia count 1 percent, not 9."))
    if "h" in key:
        slips.append((total + 9, "Head and neck together count 9 percent, not 18."))
    slips += [
        (total + 18, "That counts a leg or a side of the trunk too many."),
        (total - 9, "That leaves 9 percent out."),
        (total + 9, "That counts 9 percent too many."),
    ]
    wrong = tuple(Option(f"{share} %", why) for share, why in slips if 0 < share <= 100)
    sums = " + ".join(str(REGIONS[one][1]) for one in key)
    return Draft(ask, Option(f"{total} %", f"{sums} = {total} percent."), wrong, {"names": names})


def _extent_keys(sources: Sources, start: float) -> Iterator[str]:
    del sources
    found = []
    for count in (1, 2, 3, 4):
        for some in combinations(REGIONS, count):
            found += ["".join(one + depth for one, depth in zip(some, depths, strict=True)) for depths in product("23", repeat=count)]
    yield from turned(found, start)


def _extent(sources: Sources, key: str) -> Draft | None:
    burned = dict(zip(key[::2], key[1::2], strict=False))
    if not burned or not set(burned) <= set(REGIONS) or not set(burned.values()) <= set("23") or len(key) != 2 * len(burned):
        return None
    total = sum(REGIONS[one][1] for one in burned)
    third = sum(REGIONS[one][1] for one, depth in burned.items() if depth == "3")
    lot = Lot(key)
    chemical = lot.below(3) == 0
    category = "T32" if chemical else "T31"
    code = extent_code(category, total, third)
    deep = [REGIONS[one][0] for one, depth in burned.items() if depth == "3"]
    light = [REGIONS[one][0] for one, depth in burned.items() if depth == "2"]
    what = "chemical corrosion" if chemical else "burns"
    parts = [f"third degree over all of {listed(deep)}"] if deep else []
    parts += [f"second degree over all of {listed(light)}"] if light else []
    told = "; ".join(parts)
    ask = f"An adult has {what}: {told}. By the rule of nines, which code gives the extent?"
    other = "T31" if chemical else "T32"
    slips = [(extent_code(category, total, 0 if third >= 10 else total), "The last digit gives the third-degree part alone."),
             (extent_code(category, total, total), "Not all of it is third degree."), (extent_code(category, third, third), "The 4th character gives the whole of it, all degrees."),
             (extent_code(other, total, third), f"{other} is for {'burns' if chemical else 'corrosions'}."),
             (extent_code(category, total + 10, third), f"The whole is {total} percent."), (extent_code(category, max(total - 10, 0), min(third, max(total - 10, 0))), f"The whole is {total} percent.")]  # fmt: skip
    wrong = [Option(slip, why) for slip, why in slips if slip != code and sources.icd10cm.entry(slip)]
    why = f"{total} percent in all, {third} percent of it third degree."
    return Draft(ask, Option(code, why), tuple(wrong), {"told": told, "what": what}, (code,))


def extent_code(category: str, total: int, third: int) -> str:
    """Write the code for a share of the body surface and of third-degree burns in it."""
    return f"{category}.0" if total < 10 else f"{category}.{min(total // 10, 9)}{min(third // 10, 9)}"


_TABULAR = "ICD-10-CM Guidelines FY2025, Section {}, and the Tabular List"
FAMILIES = (
    Family(
        "pressure-ulcer", "Pressure ulcer stage", "icd10cm", MEDIUM,
        "The last character is the stage: unstageable is an ulcer that cannot be seen, unspecified a stage that nobody wrote down.",
        _TABULAR.format("I.C.12.a"), _ulcer_keys, _ulcer, "icd10cm", ("pressure ulcers", "ulcer stage", "pressure ulcer stage", "decubitus"),
    ),
    Family(
        "ulcer-course", "Pressure ulcer during a stay", "guidelines", HARD,
        "Healed at admission is not coded; healed or worse during the stay is coded from the stage at admission, and the highest stage is added.",
        "ICD-10-CM Guidelines FY2025, Sections I.C.12.a.4 to I.C.12.a.6", _course_keys, _course, "icd10cm", ("healing ulcer", "ulcer course"),
    ),
    Family(
        "burn-degree", "Burn degree", "icd10cm", EASY,
        "Burns of one site and side get one code, that of the highest degree.",
        _TABULAR.format("I.C.19.d.2"), _burn_keys, _burn, "icd10cm", ("burn degrees", "burns", "burn", "degree of burn"),
    ),
    Family(
        "burn-order", "Burns in order", "guidelines", MEDIUM,
        "Each burned site gets its own code, and the highest degree comes first.",
        "ICD-10-CM Guidelines FY2025, Sections I.C.19.d.1 and I.C.19.d.5", _order_keys, _burn_order, "icd10cm", ("burn sequencing",),
    ),
    Family(
        "rule-of-nines", "Rule of nines", "integumentary", EASY,
        "Head and neck 9, each arm 9, each leg 18, front and back of the trunk 18 each, genitalia 1.",
        "ICD-10-CM Guidelines FY2025, Section I.C.19.d.6", _nines_keys, _nines, "", ("rule of nine", "nines", "body surface", "tbsa"),
    ),
    Family(
        "burn-extent", "Extent of burns", "integumentary", MEDIUM,
        "In T31 and T32 the 4th character is the whole extent, the 5th the third-degree part of it.",
        "ICD-10-CM Guidelines FY2025, Section I.C.19.d.6; Tabular List, T31 and T32", _extent_keys, _extent, "icd10cm",
        ("extent of burn", "t31", "t32", "body surface codes"),
    ),
)  # fmt: skip
