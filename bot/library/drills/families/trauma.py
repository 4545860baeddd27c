"""Coma scale, drugs and poisons, late effects, external causes."""

from collections.abc import Iterator
from itertools import product

from bot.codebook import census
from bot.codebook.book import Book
from bot.codebook.entry import Entry
from bot.codebook.tabular import stem
from bot.library.drills.family import EASY, HARD, MEDIUM, Draft, Family, Option
from bot.library.drills.lot import Lot, turned
from bot.library.drills.sources import Sources
from bot.library.drills.wording import pair

_TIMES = {
    "0": ("nobody wrote down when", "without a time"),
    "1": ("by the ambulance crew at the scene", "in the field, before transport"),
    "2": ("on arrival in the emergency department", "at arrival to the emergency department"),
    "3": ("at admission to the hospital", "when the patient is admitted to the hospital"),
    "4": ("30 hours after admission to the hospital", "two days after admission to the hospital"),
}
_TIME_NAMES = {
    "0": "unspecified time", "1": "in the field", "2": "at arrival to emergency department", "3": "at hospital admission",
    "4": "24 hours or more after hospital admission",
}  # fmt: skip
_SCALES = {
    "1": (
        "eye opening",
        {"1": "eyes never open", "2": "eyes open to pain only", "3": "eyes open to sound", "4": "eyes open spontaneously"},
    ),
    "2": (
        "best verbal response",
        {
            "1": "no verbal response",
            "2": "incomprehensible words",
            "3": "inappropriate words",
            "4": "confused conversation",
            "5": "oriented",
        },
    ),
    "3": (
        "best motor response",
        {
            "1": "no motor response",
            "2": "extension",
            "3": "abnormal flexion",
            "4": "flexion withdrawal",
            "5": "localizes pain",
            "6": "obeys commands",
        },
    ),
}


def total_code(total: int) -> str:
    """Give the code of a total score, without its 7th character."""
    return "R40.241" if total >= 13 else "R40.242" if total >= 9 else "R40.243"


def _coma_keys(sources: Sources, start: float) -> Iterator[str]:
    del sources
    single = [f"{scale}{level}-{time}" for scale, (_name, levels) in _SCALES.items() for level in levels for time in _TIMES]
    yield from turned([*single, *(f"t{total}-{time}" for total in range(3, 16) for time in _TIMES)], start)


def _coma(sources: Sources, key: str) -> Draft | None:
    what, _, time = key.partition("-")
    if time not in _TIMES or not what:
        return None
    lot = Lot(key)
    when = lot.pick(_TIMES[time])
    other_times = [one for one in lot.shuffled("1234") if one != time][:2]
    if what[0] == "t" and what[1:].isdecimal() and 3 <= int(what[1:]) <= 15:
        total = int(what[1:])
        base = total_code(total)
        told = f"Only a total Glasgow coma score of {total} is documented, taken {when}."
        others = [one for one in ("R40.241", "R40.242", "R40.243") if one != base]
        ranges = {"R40.241": "13 to 15", "R40.242": "9 to 12", "R40.243": "3 to 8"}
        why = f"A total of {total} lies in {ranges[base]}; 7th character {time} is {_TIME_NAMES[time]}."
        wrong = [Option(one + time, f"That is a total of {ranges[one]}.") for one in others]
    elif what[0] in _SCALES and what[1:] in _SCALES[what[0]][1]:
        name, levels = _SCALES[what[0]]
        base = f"R40.2{what}"
        told = f"Coma scale of a patient with a head injury, {name}: {levels[what[1]]}, recorded {when}."
        near = sorted((one for one in levels if one != what[1]), key=lambda one: abs(int(one) - int(what[1])))[:2]
        why = f"Level {what[1]} of this scale; 7th character {time} is {_TIME_NAMES[time]}."
        wrong = [Option(f"R40.2{what[0]}{one}{time}", f"That is: {levels[one]}.") for one in near]
    else:
        return None
    if sources.icd10cm.entry(base + time) is None:
        return None
    wrong = [wrong[0], *(Option(base + one, f"7th character {one} is {_TIME_NAMES[one]}.") for one in other_times), *wrong[1:]]
    wrong = wrong[:3] if lot.below(2) else [wrong[0], wrong[1], wrong[3]]
    return Draft(f"{told} Which code?", Option(base + time, why), tuple(wrong), {"told": told}, (base + time,))


_KINDS = {
    "accidental": (
        "{drug}: taken by mistake, twice the ordered amount, with ill effects",
        "{drug}: given to the wrong patient in error, who falls ill",
        "{drug}: correctly taken, but together with alcohol, and the two interact",
        "an overdose of {drug}; the record does not say whether it was meant",
    ),
    "self-harm": (
        "an overdose of {drug}, taken with intent to harm oneself",
        "{drug}: taken in excess on purpose, documented as self-harm",
    ),
    "assault": (
        "{drug}: given to the patient by somebody else who meant harm",
        "an overdose of {drug}, given by another person on purpose to injure",
    ),
    "undetermined": (
        "an overdose of {drug}; the provider documents that the intent cannot be determined",
        "toxic effects of {drug}; after inquiry the note says that the intent cannot be determined",
    ),
    "adverse": (
        "a reaction to {drug}, ordered correctly and taken as ordered",
        "ill effects of {drug}, properly prescribed and properly given",
    ),
    "underdosing": (
        "less of {drug} than ordered was taken, and the condition it was for got worse",
        "the patient stopped {drug} on their own, and the condition it was for got worse",
    ),
}
_KIND_TITLES = {
    "accidental": "Poisoning by {}, accidental (unintentional)", "self-harm": "Poisoning by {}, intentional self-harm",
    "assault": "Poisoning by {}, assault", "undetermined": "Poisoning by {}, undetermined", "adverse": "Adverse effect of {}",
    "underdosing": "Underdosing of {}",
}  # fmt: skip
_KIND_MEANS = {
    "accidental": "poisoning by accident: the wrong thing, amount or combination, or an intent that is not documented",
    "self-harm": "poisoning with intent of self-harm",
    "assault": "poisoning by another person who meant harm",
    "undetermined": "poisoning whose intent the provider documents as impossible to determine",
    "adverse": "an adverse effect of a drug correctly ordered and taken",
    "underdosing": "less of a drug than was ordered",
}
_NEAR_KINDS = {
    "accidental": ("adverse", "undetermined", "self-harm", "underdosing"),
    "self-harm": ("accidental", "undetermined", "assault", "adverse"),
    "assault": ("self-harm", "undetermined", "accidental", "adverse"),
    "undetermined": ("accidental", "self-harm", "adverse", "assault"),
    "adverse": ("accidental", "underdosing", "undetermined", "self-harm"),
    "underdosing": ("adverse", "accidental", "undetermined", "self-harm"),
}


def _drugs(book: Book, start: float) -> Iterator[tuple[Entry, str]]:
    """Yield the adverse-effect code of every drug that has a name of its own."""
    where = (
        "e.sevenths = 'ADS' AND e.code >= 'T36' AND e.code < 'T51' AND e.title LIKE 'Adverse effect of %' AND e.title NOT LIKE '%other %'"
    )
    for entry in census.walk(book, f"{where} AND e.title NOT LIKE '%unspecified%' AND e.title NOT LIKE '%not elsewhere%'", start):
        yield entry, entry.title.removeprefix("Adverse effect of ")


def _drug_codes(book: Book, code: str) -> tuple[str, dict[str, str]] | None:
    """Find the codes of one drug by kind, 7th character A, from its code for an adverse effect."""
    entry = book.entry(code)
    if entry is None or not entry.title.startswith("Adverse effect of "):
        return None
    drug = entry.title.removeprefix("Adverse effect of ")
    found = {}
    for kind, title in _KIND_TITLES.items():
        twin = census.titled(book, title.format(drug), code[:3])
        if twin is not None:
            found[kind] = stem(twin.code) + "A"
    return drug, found


def _kind_keys(sources: Sources, start: float) -> Iterator[str]:
    for entry, _drug in _drugs(sources.icd10cm, start):
        for kind in turned(list(_KINDS), start):
            yield f"{entry.code}-{kind[:3]}"


def _kind(sources: Sources, key: str) -> Draft | None:
    code, _, brief = key.partition("-")
    found = _drug_codes(sources.icd10cm, code)
    kind = next((one for one in _KINDS if one[:3] == brief), "")
    if found is None or kind not in found[1]:
        return None
    drug, codes = found
    lot = Lot(key)
    told = lot.pick(_KINDS[kind]).format(drug=drug)
    ask = lot.pick(
        ("First visit: {told}. Which drug code?", "The emergency department note describes: {told}. Which code from T36 to T50?")
    )
    wrong = tuple(Option(codes[one], f"That is {_KIND_MEANS[one]}.") for one in _NEAR_KINDS[kind] if one in codes)
    answer = Option(codes[kind], f"This is {_KIND_MEANS[kind]}.")
    return Draft(ask.format(told=told), answer, wrong, {"drug": drug, "told": told}, (codes[kind], *(one.text for one in wrong)))


_MANIFESTATIONS = {
    "R11.2": "nausea with vomiting", "R42": "dizziness", "R55": "syncope", "R40.0": "somnolence", "R00.1": "bradycardia", "R00.0": "tachycardia",
    "N17.9": "acute kidney failure", "K92.2": "gastrointestinal bleeding", "R41.0": "disorientation", "E87.6": "hypokalemia", "R06.81": "apnea",
}  # fmt: skip


def _drug_order_keys(sources: Sources, start: float) -> Iterator[str]:
    for entry, _drug in _drugs(sources.icd10cm, start):
        for sign, kind in turned(list(product(_MANIFESTATIONS, "ap")), start):
            if Lot(f"{entry.code}{sign}{kind}").below(3) == 0:  # a third of them is plenty
                yield f"{entry.code}-{sign}-{kind}"


def _drug_order(sources: Sources, key: str) -> Draft | None:
    """Adverse effect: what happened, then the drug. Poisoning: the drug first."""
    parts = key.split("-")
    if len(parts) != 3 or parts[1] not in _MANIFESTATIONS or parts[2] not in ("a", "p"):
        return None
    code, sign, kind = parts
    found = _drug_codes(sources.icd10cm, code)
    if (
        found is None
        or not {"adverse", "accidental"} <= found[1].keys()
        or sources.icd10cm.entry(sign) is None
        or not _may_stand(sources.icd10cm, found[1], sign)
    ):
        return None
    drug, codes = found
    adverse, poisoned = codes["adverse"], codes["accidental"]
    name = _MANIFESTATIONS[sign]
    lot = Lot(key)
    if kind == "a":
        told = lot.pick(
            (
                "{Name} due to {drug}, correctly prescribed and taken as ordered.",
                "Documented: {name}, a side effect of {drug}, properly ordered and given.",
            )
        )
        answer = Option(
            pair(sign, adverse), "Adverse effect: first what happened to the patient, then the drug with the code for adverse effect."
        )
        wrong = (Option(pair(adverse, sign), "For an adverse effect the drug code follows; it comes first only for a poisoning."),
                 Option(pair(poisoned, sign), "Nothing went wrong with order or dose, so it is no poisoning."),
                 Option(adverse, f"The {name} itself is documented and comes first."))  # fmt: skip
    else:
        told = lot.pick(
            (
                "{Name} after {drug}, taken by mistake in place of another drug.",
                "{Name} after twice the ordered amount of {drug} was taken in error.",
            )
        )
        answer = Option(pair(poisoned, sign), "Poisoning: the drug code comes first, then what it did.")
        wrong = (Option(pair(sign, poisoned), "For a poisoning the drug code comes first."),
                 Option(pair(sign, adverse), "A mistake in what or how much was taken makes it a poisoning, not an adverse effect."),
                 Option(poisoned, f"The {name} is documented and is added."))  # fmt: skip
    told = told.format(drug=drug, name=name, Name=name[0].upper() + name[1:])
    told = told[0].upper() + told[1:]
    return Draft(
        f"{told} How are the codes sequenced at the first visit?",
        answer,
        wrong,
        {"told": told, "drug": drug, "name": name if name in told else name[0].upper() + name[1:]},
        (sign, adverse, poisoned),
    )


def _may_stand(book: Book, codes: dict[str, str], sign: str) -> bool:
    from bot.codebook.together import Matter, check

    return all(finding.matter is not Matter.WRONG for finding in check(book, [sign, codes["adverse"]]))


_RESIDUE = {"scar": ("L90.5", "scar tissue"), "pain": ("G89.21", "chronic pain due to trauma")}


def _late_keys(sources: Sources, start: float) -> Iterator[str]:
    where = (
        "e.sevenths LIKE 'A%S' AND e.code >= 'S' AND e.code < 'T26' AND e.title NOT LIKE '%unspecified%' AND e.title NOT LIKE '%other %' AND "
        "(e.title LIKE 'Laceration without%' OR e.title LIKE 'Burn of third%' OR e.title LIKE 'Burn of second%' OR e.title LIKE 'Sprain of%' OR "
        "e.title LIKE 'Displaced%' OR e.title LIKE 'Crushing injury of%')"
    )
    for entry in census.walk(sources.icd10cm, where, start):
        yield f"{entry.code}-{'scar' if entry.title.startswith(('Laceration', 'Burn')) else 'pain'}"


def _late(sources: Sources, key: str) -> Draft | None:
    code, _, what = key.partition("-")
    entry = sources.icd10cm.entry(code)
    if entry is None or what not in _RESIDUE or "S" not in entry.sevenths or "A" not in entry.sevenths:
        return None
    residue, name = _RESIDUE[what]
    late, active, routine = (stem(code) + char for char in "SAD")
    lot = Lot(key)
    injury = entry.title[0].lower() + entry.title[1:]
    ask = lot.pick(
        (
            "The patient is treated for {name}, a late effect of an old injury: {injury}. Which codes, in which order?",
            "Visit for {name} left behind by an injury of two years ago: {injury}. How is it coded?",
        )
    ).format(name=name, injury=injury)
    wrong = (
        Option(pair(late, residue), "The late effect itself comes first, the injury that caused it second."),
        Option(pair(residue, lot.pick((active, routine))), "The injury is over: 7th character S, not one for care of a current injury."),
        Option(residue, "The injury that caused it is added, with 7th character S."),
    )
    why = "First what is treated now, then the old injury with 7th character S."
    return Draft(ask, Option(pair(residue, late), why), wrong, {"injury": injury, "name": name}, (residue, late))


_CAUSES = {
    "fall": (("W01.0XX", "slipped on a wet floor"), ("W10.9XX", "fell on stairs"), ("W11.XXX", "fell from a ladder"), ("W06.XXX", "fell out of bed"),
             ("W17.89X", "fell from a low wall")),
    "cut": (("W25.XXX", "was cut by broken glass"), ("W26.0XX", "was cut by a kitchen knife"), ("W29.0XX", "was cut by a powered kitchen appliance")),
    "bite": (("W54.0XX", "was bitten by a dog"), ("W55.01X", "was bitten by a cat")),
    "burn": (("X10.0XX", "was scalded by a hot drink"), ("X11.8XX", "was scalded by hot tap water"), ("X15.0XX", "touched a hot stove")),
}  # fmt: skip
_CAUSED = (
    ("fall", ("Contusion of", "Sprain of", "Displaced fracture", "Nondisplaced fracture", "Abrasion")),
    ("cut", ("Laceration without foreign body",)),
    ("bite", ("Open bite",)),
    ("burn", ("Burn of first", "Burn of second")),
)


_OUTSIDE = "AND substr(e.code, 1, 3) NOT IN ('S05', 'S06', 'S14', 'S24', 'S26', 'S27', 'S34', 'S36', 'S37')"
"""Not the eyes, not what lies deep inside: nobody bruises a bronchus by falling out of bed."""


def _cause_keys(sources: Sources, start: float) -> Iterator[str]:
    likes = " OR ".join(f"e.title LIKE '{begins}%'" for _kind, all_of in _CAUSED for begins in all_of)
    where = f"e.sevenths LIKE 'A%' AND e.code >= 'S' AND e.code < 'T26' AND e.title NOT LIKE '%unspecified%' AND ({likes}) {_OUTSIDE}"
    for entry in census.walk(sources.icd10cm, where, start):
        kind = next(kind for kind, begins in _CAUSED if entry.title.startswith(begins))
        yield f"{entry.code}-{kind}{Lot(entry.code).below(len(_CAUSES[kind]))}"


def _cause(sources: Sources, key: str) -> Draft | None:
    code, _, which = key.partition("-")
    entry = sources.icd10cm.entry(code)
    kind, number = which[:-1], which[-1:]
    if (
        entry is None
        or entry.code != code
        or kind not in _CAUSES
        or not number.isdecimal()
        or int(number) >= len(_CAUSES[kind])
        or not entry.sevenths
    ):
        return None
    base, how = _CAUSES[kind][int(number)]
    lot = Lot(key)
    char = "D" if "D" in entry.sevenths and lot.below(3) == 0 else "A"
    other = "A" if char == "D" else "D"
    injury, cause = stem(code) + char, base + char
    if sources.icd10cm.entry(injury) is None or sources.icd10cm.entry(cause) is None:
        return None
    visit = "comes for a routine check while it heals" if char == "D" else "is seen for the first time and treated"
    meaning = next(one.meaning for one in census.sevenths(sources.icd10cm, code) if one.char == char)
    ask = f"The patient {how} and {visit}: {entry.title}. Which codes, in which order?"
    wrong = (
        Option(pair(cause, injury), "An external cause code is never first."),
        Option(pair(injury, base + other), f"The cause takes the 7th character of the encounter, {char}, as the injury does."),
        Option(cause, "The cause never stands alone; the injury comes first."),
    )
    why = f"First the injury, then its cause, both with 7th character {char} ({meaning})."
    return Draft(ask, Option(pair(injury, cause), why), wrong, {"injury": entry.title, "how": how, "visit": visit}, (injury, cause))


_TABULAR = "ICD-10-CM Guidelines FY2025, Section {}"
FAMILIES = (
    Family(
        "glasgow", "Glasgow coma scale", "icd10cm", HARD,
        "Each part of the scale has its code, a total alone has R40.24-, and the 7th character says when it was taken.",
        _TABULAR.format("I.C.18.e.1") + "; Tabular List, R40.2", _coma_keys, _coma, "icd10cm",
        ("coma scale", "glasgow coma scale", "gcs", "coma"),
    ),
    Family(
        "drug-kind", "Poisoning or adverse effect", "icd10cm", MEDIUM,
        "Ordered and taken correctly is an adverse effect, too little is underdosing, everything else is poisoning with an intent.",
        _TABULAR.format("I.C.19.e.5"), _kind_keys, _kind, "icd10cm",
        ("poisoning", "adverse effect", "underdosing", "poisoning adverse effect underdosing", "adverse effects", "table of drugs"),
    ),
    Family(
        "drug-order", "Drug codes in order", "guidelines", MEDIUM,
        "Adverse effect: the reaction first, then the drug. Poisoning: the drug first, then the reaction.",
        _TABULAR.format("I.C.19.e.5"), _drug_order_keys, _drug_order, "icd10cm", ("poisoning order", "adverse effect order", "drug sequencing"),
    ),
    Family(
        "late-effect", "Sequela in order", "guidelines", MEDIUM,
        "The late effect itself comes first, then the old injury with 7th character S.",
        _TABULAR.format("I.B.10") + " and I.C.19.a", _late_keys, _late, "icd10cm", ("sequela", "late effects", "late effect", "sequelae"),
        ("seventh-character",),
    ),
    Family(
        "external-cause", "External causes", "guidelines", EASY,
        "An external cause code is never first, and takes the 7th character of the encounter.",
        _TABULAR.format("I.C.20.a"), _cause_keys, _cause, "icd10cm", ("external cause", "external causes", "w codes", "cause codes"),
    ),
)  # fmt: skip
