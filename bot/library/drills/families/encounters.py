"""The 7th character: which encounter, how a fracture heals, which fetus, and where the placeholder X goes."""

import re
from collections.abc import Iterator

from bot.codebook import census
from bot.codebook.entry import Seventh
from bot.codebook.tabular import stem
from bot.library.drills.family import EASY, HARD, MEDIUM, Draft, Family, Option
from bot.library.drills.lot import Lot, turned
from bot.library.drills.sources import Sources

_INJURIES = (
    "e.sevenths = 'ADS' AND (e.code < 'T35' OR (e.code >= 'T66' AND e.code < 'T80')) AND e.code >= 'S' AND e.title NOT LIKE '%unspecified%'"
)

_VISITS = {
    "A": (
        "The patient is in the emergency department and the injury is treated for the first time.",
        "Active treatment goes on today, a week after the injury.",
        "A specialist sees the patient for the first time and takes over the active treatment.",
        "The patient waited several days before coming; active treatment starts today.",
    ),
    "D": (
        "The patient returns for a routine check while it heals.",
        "Active treatment is over; the patient is seen in the recovery phase.",
        "A new physician sees the patient for the first time, for routine care during healing.",
        "At a routine follow-up visit it is healing as expected and needs no treatment.",
    ),
    "S": (
        "It healed long ago; the visit is for a lasting problem that it left behind, which is coded first.",
        "The visit is for a late effect of the old injury; the code of the late effect stands first, and the injury follows.",
    ),
}
_MEANT = {
    "A": "active treatment, whoever gives it and whenever it starts",
    "D": "routine care during healing, after active treatment",
    "S": "a late effect of an injury that is over",
}


def _encounter_keys(sources: Sources, start: float) -> Iterator[str]:
    for entry in census.walk(sources.icd10cm, _INJURIES, start):
        for char in turned("ADS", start):
            yield stem(entry.code) + char


def _encounter(sources: Sources, key: str) -> Draft | None:
    base, char = _base(sources, key)
    entry = sources.icd10cm.entry(base)
    if entry is None or entry.sevenths != "ADS" or char not in _VISITS:
        return None
    lot = Lot(key)
    visit = lot.pick(_VISITS[char])
    ask = lot.pick(("Which code?", "Which code reports the injury?", "How is the injury coded?"))
    wrong = [
        Option(stem(base) + other, f"{other} means {_MEANT[other]}; that is not what this visit is for.")
        for other in "ADS"
        if other != char
    ]
    wrong.append(Option(base, f"Not reportable: {base} still needs its 7th character."))
    return Draft(
        f"{entry.title}. {visit} {ask}",
        Option(key, f"{char} means {_MEANT[char]}."),
        tuple(wrong),
        {"injury": entry.title, "visit": visit},
        (key, *(stem(base) + other for other in "ADS" if other != char)),
    )


def _base(sources: Sources, key: str) -> tuple[str, str]:
    """Part a whole code into what the book prints and its 7th character."""
    base, char = key[:-1], key[-1]
    while base and sources.icd10cm.entry(base) is None:
        if not base.endswith(("X", ".")):
            return "", char
        base = base[:-1]
    return base, char


_TYPES = {
    "closed": ("The fracture is closed.", "The skin over the fracture is intact: a closed fracture."),
    "open": ("The fracture is open.", "It is an open fracture."),
    "open I": (
        "It is an open fracture, Gustilo type I.",
        "It is an open fracture, Gustilo type II.",
        "It is an open fracture; the Gustilo type is not documented.",
    ),
    "open III": (
        "It is an open fracture, Gustilo type IIIA.",
        "It is an open fracture, Gustilo type IIIB.",
        "It is an open fracture, Gustilo type IIIC.",
    ),
}
_STAGES = {
    "initial": (
        "The patient is brought to the operating room for it.",
        "It is treated in the emergency department, right after the accident.",
        "The patient put off seeing anybody for two weeks; active treatment begins today.",
    ),
    "routine": (
        "Active treatment is over; at this check the X-ray shows healing as expected.",
        "Six weeks after treatment, at a routine check, the fracture is healing normally.",
    ),
    "delayed": (
        "At this check after treatment the X-ray shows delayed healing.",
        "Weeks after treatment the fracture is healing, but slower than it should: delayed healing.",
    ),
    "nonunion": (
        "Months after treatment the fragments have not joined: the provider documents nonunion.",
        "After treatment is over, the follow-up X-ray shows nonunion.",
    ),
    "malunion": (
        "After treatment it has healed in a faulty position: the provider documents malunion.",
        "The follow-up X-ray after treatment shows malunion.",
    ),
    "sequela": ("The fracture healed years ago; the visit is for a late effect of it, which is coded first.",),
}


def _stage(meaning: str) -> str:
    if meaning == "sequela":
        return "sequela"
    if meaning.startswith("initial"):
        return "initial"
    return next(stage for stage in ("routine", "delayed", "nonunion", "malunion") if stage in meaning)


def _type(meaning: str) -> str:
    if "IIIA" in meaning:
        return "open III"
    if "type I or II" in meaning:
        return "open I"
    return "open" if "open" in meaning else "closed" if "closed" in meaning else ""


def _healing_keys(sources: Sources, start: float) -> Iterator[str]:
    where = "e.sevenths LIKE '%K%' AND e.title NOT LIKE 'Unspecified%' AND e.title NOT LIKE '%unspecified%'"
    for entry in census.walk(sources.icd10cm, where, start):
        for char in turned(entry.sevenths, start):
            yield stem(entry.code) + char


def _healing(sources: Sources, key: str) -> Draft | None:
    base, char = _base(sources, key)
    chars = {one.char: one.meaning for one in census.sevenths(sources.icd10cm, base)}
    entry = sources.icd10cm.entry(base)
    if entry is None or char not in chars or "K" not in chars or re.search(r"\b(?:open|closed)\b", entry.title):
        return None
    lot = Lot(key)
    stage, kind = _stage(chars[char]), _type(chars[char])
    documented = lot.pick(_TYPES[kind]) if kind else ""
    visit = lot.pick(_STAGES[stage])
    told = " ".join(part for part in (documented, visit) if part)
    near = sorted((one for one in chars.items() if one[0] != char), key=lambda one: _distance(one[1], stage, kind))
    wrong = [Option(stem(base) + other, f"{other} means {meaning}.") for other, meaning in near[:3]]
    extra = " Where the Gustilo type is missing, type I or II is taken." if "not documented" in documented else ""
    return Draft(
        f"{entry.title}. {told} {lot.pick(('Which code?', 'Which code has the right 7th character?', 'How is the fracture coded today?'))}",
        Option(key, f"{char} means {chars[char]}.{extra}"),
        tuple(wrong),
        {"fracture": entry.title, "told": told},
        (key, *(option.text for option in wrong)),
        "ICD-10-CM Guidelines FY2025, Section I.C.19.c.1, and the 7th characters of the category",
    )


def _distance(meaning: str, stage: str, kind: str) -> int:
    return (2 if _stage(meaning) != stage else 0) + (2 if _type(meaning) != kind else 0) - (1 if _stage(meaning) == "routine" else 0)


_SAID = {
    "n": "Nothing in the record says whether it is displaced, nor whether it is open or closed.",
    "c": "The X-ray report says nondisplaced; open or closed is not mentioned.",
    "o": "The provider documents an open fracture{gustilo}; displacement is not mentioned.",
}


def _default_keys(sources: Sources, start: float) -> Iterator[str]:
    for entry in census.walk(
        sources.icd10cm, "e.sevenths LIKE 'AB%K%' AND e.title LIKE 'Displaced %' AND e.title NOT LIKE '%unspecified%'", start
    ):
        for said in turned("nco", start):
            yield f"{entry.code}-{said}"


def _default(sources: Sources, key: str) -> Draft | None:
    code, _, said = key.partition("-")
    entry = sources.icd10cm.entry(code)
    if entry is None or said not in _SAID or not entry.title.startswith("Displaced "):
        return None
    twin = census.titled(sources.icd10cm, f"Nondisplaced {entry.title.removeprefix('Displaced ')}", code[:3])
    if twin is None or twin.sevenths != entry.sevenths:
        return None
    what = entry.title.removeprefix("Displaced ")
    what = what[0].upper() + what[1:]
    told = _SAID[said].format(gustilo=", without a Gustilo type" if "C" in entry.sevenths else "")
    is_displaced, is_open = said != "c", said == "o"
    options = {
        (displaced, opened): Option(
            stem((entry if displaced else twin).code) + "AB"[opened], _why(displaced, opened, is_displaced, is_open)
        )
        for displaced in (True, False)
        for opened in (True, False)
    }
    answer = options.pop((is_displaced, is_open))
    ask = Lot(key).pick(("Which code for this first visit with active treatment?", "Which code does the initial encounter get?"))
    codes = (answer.text, *(option.text for option in options.values()))
    return Draft(f"{what}. {told} {ask}", answer, tuple(options.values()), {"fracture": what, "told": told}, codes)


def _why(displaced: bool, opened: bool, is_displaced: bool, is_open: bool) -> str:
    """Say what is wrong with displaced or open, or why both are right."""
    if (displaced, opened) == (is_displaced, is_open):
        one = "Displaced, since nothing says nondisplaced" if displaced else "Nondisplaced, as the X-ray report says"
        return f"{one}; {'open, as documented' if opened else 'closed, since nothing says open'}."
    reasons = []
    if displaced != is_displaced:
        reasons.append("the X-ray report says nondisplaced" if displaced else "nondisplaced is not documented, so displaced is coded")
    if opened != is_open:
        reasons.append("open is not documented, so closed is coded" if opened else "the record says open")
    return f"{'Displaced' if displaced else 'Nondisplaced'} and {'open' if opened else 'closed'}: but {', and '.join(reasons)}."


def _placeholder_keys(sources: Sources, start: float) -> Iterator[str]:
    for entry in census.walk(sources.icd10cm, "e.sevenths != '' AND length(replace(e.code, '.', '')) < 6", start):
        for char in turned(entry.sevenths, start):
            yield stem(entry.code) + char


def _placeholder(sources: Sources, key: str) -> Draft | None:
    base, char = _base(sources, key)
    meaning = _meaning(census.sevenths(sources.icd10cm, base), char)
    entry = sources.icd10cm.entry(base)
    if entry is None or meaning is None:
        return None
    short = base if "." in base else f"{base}."
    missing = 6 - len(base.replace(".", ""))
    wrong = [Option(f"{short}{char}", f"The {char} must stand in the 7th place; here it stands in the {7 - missing}th." if missing < 3
                    else f"The {char} must stand in the 7th place; here it stands in the 4th.")]  # fmt: skip
    if missing > 1:
        wrong.append(Option(f"{short}{'X' * (missing - 1)}{char}", f"One X short: the {char} stands in the 6th place."))
    wrong.append(Option(f"{short}{char}{'X' * missing}", "The X fills the empty places before the 7th character, not those after it."))
    wrong.append(Option(f"{short}{'X' * (missing + 1)}{char}", "One X too many: that makes eight characters."))
    lot = Lot(key)
    ask = lot.pick(
        (
            "The tabular list prints {base}, {title}, and asks for 7th character {char} ({meaning}). How is the whole code written?",
            "{base}, {title}: 7th character {char} ({meaning}) is right. How does the code stand on the claim?",
        )
    ).format(base=base, title=entry.title, char=char, meaning=meaning)
    why = f"{base} has {6 - missing} characters, so {'one X fills' if missing == 1 else f'{missing} X fill'} the gap and the {char} is 7th."
    return Draft(ask, Option(key, why), tuple(wrong), {"code": base, "character": char}, (key,))


def _meaning(chars: tuple[Seventh, ...], char: str) -> str | None:
    return next((one.meaning for one in chars if one.char == char), None)


_FETUSES = {
    "0": (
        "It is a single pregnancy.",
        "It is a twin pregnancy, and it cannot be determined clinically which fetus is affected.",
        "It is a twin pregnancy; the record does not say which fetus is affected, and a query brings no answer.",
    ),
    "1": ("It is a twin pregnancy, and fetus 1 is affected.", "It is a triplet pregnancy, and fetus 1 is affected."),
    "2": ("It is a twin pregnancy, and fetus 2 is affected.", "It is a triplet pregnancy, and fetus 2 is affected."),
    "3": ("It is a triplet pregnancy, and fetus 3 is affected.", "It is a quadruplet pregnancy, and fetus 3 is affected."),
    "4": ("It is a quadruplet pregnancy, and fetus 4 is affected.", "It is a quintuplet pregnancy, and fetus 4 is affected."),
    "5": ("It is a quintuplet pregnancy, and fetus 5 is affected.",),
    "9": ("It is a sextuplet pregnancy, and fetus 6 is affected.",),
}
_FETUS_MEANT = {"0": "single pregnancy, or not known which fetus", "9": "a fetus beyond the fifth"} | {n: f"fetus {n}" for n in "12345"}


def _fetus_keys(sources: Sources, start: float) -> Iterator[str]:
    single = re.compile(r"one fetus or more|twin|multiple|maternal|papyraceous|in childbirth", re.IGNORECASE)
    for entry in census.walk(sources.icd10cm, "e.sevenths = '0123459' AND e.title NOT LIKE '%unspecified trimester%'", start):
        if not single.search(entry.title) and not entry.code.startswith("O31"):
            for char in turned(entry.sevenths, start):
                yield stem(entry.code) + char


def _fetus(sources: Sources, key: str) -> Draft | None:
    base, char = _base(sources, key)
    entry = sources.icd10cm.entry(base)
    if entry is None or entry.sevenths != "0123459" or char not in _FETUSES:
        return None
    lot = Lot(key)
    told = lot.pick(_FETUSES[char])
    near = {"0": "129", "1": "029", "2": "109", "3": "209", "4": "305", "5": "409", "9": "051"}[char]
    wrong = [Option(stem(base) + other, f"7th character {other} means {_FETUS_MEANT[other]}.") for other in near]
    return Draft(
        f"Maternal care documented: {entry.title}. {told} {lot.pick(('Which code?', 'Which code goes on the maternal record?'))}",
        Option(key, f"7th character {char} means {_FETUS_MEANT[char]}."),
        tuple(wrong),
        {"condition": entry.title, "told": told},
        (key, *(option.text for option in wrong)),
    )


_TABULAR = "ICD-10-CM Guidelines FY2025, Section {}, and the 7th characters of the category"
FAMILIES = (
    Family(
        "seventh-encounter", "7th character: encounter", "icd10cm", EASY,
        "A is for every visit with active treatment, D for routine care during healing, S for a late effect.",
        _TABULAR.format("I.C.19.a"), _encounter_keys, _encounter, "icd10cm",
        ("7th character", "seventh character", "7th characters", "seventh characters", "initial subsequent sequela", "encounter"),
        ("seventh-character",),
    ),
    Family(
        "fracture-healing", "7th character: fractures", "icd10cm", MEDIUM,
        "A fracture's 7th character says open or closed, active treatment or healing, and how the healing goes.",
        _TABULAR.format("I.C.19.c.1"), _healing_keys, _healing, "icd10cm",
        ("fracture", "fracture 7th character", "fracture seventh character", "nonunion", "malunion", "gustilo"), ("seventh-character",),
    ),
    Family(
        "fracture-default", "Fracture defaults", "icd10cm", MEDIUM,
        "A fracture not said to be open is coded as closed, and one not said to be nondisplaced as displaced.",
        "ICD-10-CM Guidelines FY2025, Section I.C.19.c", _default_keys, _default, "icd10cm",
        ("displaced", "open or closed", "displaced or nondisplaced"), ("seventh-character",),
    ),
    Family(
        "placeholder-x", "Placeholder X", "icd10cm", EASY,
        "A 7th character always stands in the 7th place; X fills what is empty before it.",
        "ICD-10-CM Guidelines FY2025, Sections I.A.4 and I.A.5", _placeholder_keys, _placeholder, "icd10cm",
        ("placeholder", "dummy x", "the x"), ("seventh-character",),
    ),
    Family(
        "fetus", "7th character: fetus", "icd10cm", HARD,
        "The 7th character names the fetus that is affected: 0 for a single one or where it is not known which, 9 for one beyond the fifth.",
        "ICD-10-CM Guidelines FY2025, Section I.C.15.a.6", _fetus_keys, _fetus, "icd10cm",
        ("fetus 7th character", "twins", "multiple gestation"), ("seventh-character",),
    ),
)  # fmt: skip
