"""Pregnancy: trimester, completed weeks, outcome of delivery."""

import re
from collections.abc import Iterator

from bot.codebook import census
from bot.codebook.book import Book
from bot.codebook.entry import Entry
from bot.library.drills.family import EASY, MEDIUM, Draft, Family, Option
from bot.library.drills.lot import Lot, turned
from bot.library.drills.sources import Sources
from bot.library.drills.wording import pair

_NAMES = ("first", "second", "third")
_AGES = {
    "first": ("8.2", "11.5", "13.6"),
    "second": ("14.0", "18.4", "22.3", "27.6"),
    "third": ("28.0", "31.2", "34.5", "38.1"),
}
"""Weeks and days of gestation: the edges of each trimester, and what lies well within."""
_SPANS = {"first": "less than 14 weeks 0 days", "second": "14 weeks 0 days to 27 weeks 6 days", "third": "from 28 weeks 0 days"}
_TRIMESTER = re.compile(r", (first|second|third) trimester$")


def trimester_of(weeks: int) -> str:
    """Say in which trimester a number of completed weeks lies, as the head of chapter 15 counts."""
    return "first" if weeks < 14 else "second" if weeks < 28 else "third"


def _sets(book: Book, start: float) -> Iterator[Entry]:
    # Pregnancies that end in abortion have no weeks of gestation of their own; where a fetus is named, another family asks.
    where = "e.reportable AND e.code >= 'O09' AND e.code < 'P' AND e.title LIKE '%trimester' AND e.title NOT LIKE '%unspecified%'"
    for entry in census.walk(book, where, start):
        if _TRIMESTER.search(entry.title) and len(re.findall("trimester", entry.title)) == 1:
            yield entry


def _twins(book: Book, entry: Entry) -> dict[str, Entry]:
    """Find the code of every trimester, and the one for an unspecified trimester."""
    base = _TRIMESTER.sub("", entry.title)
    found = {}
    for name in (*_NAMES, "unspecified"):
        twin = census.titled(book, f"{base}, {name} trimester", entry.code[:3])
        if twin is not None:
            found[name] = twin
    return found


def _aged_keys(sources: Sources, start: float) -> Iterator[str]:
    for entry in _sets(sources.icd10cm, start):
        match = _TRIMESTER.search(entry.title)
        for age in turned(_AGES[match[1]] if match else (), start):
            yield f"{entry.code}-{age}"


def _read(sources: Sources, key: str) -> tuple[Entry, dict[str, Entry], str, str, str] | None:
    """Read a key: the code, its twins, its trimester, the age in words, the base of the title."""
    code, _, age = key.partition("-")
    entry = sources.icd10cm.entry(code)
    match = _TRIMESTER.search(entry.title) if entry else None
    weeks, _, days = age.partition(".")
    if entry is None or match is None or not weeks.isdecimal() or not days.isdecimal():
        return None
    told = f"{weeks} weeks {days} day{'' if days == '1' else 's'}"
    return entry, _twins(sources.icd10cm, entry), match[1], told, _TRIMESTER.sub("", entry.title)


def _trimester(sources: Sources, key: str) -> Draft | None:
    read = _read(sources, key)
    if read is None or len(read[1]) < 4:
        return None
    entry, twins, name, told, base = read
    ask = (
        Lot(key)
        .pick(
            (
                "A prenatal visit at {age} of gestation: {what}. Which code?",
                "{what}; the note gives the gestation as {age}, and the patient is not in labor. Which code is reported?",
            )
        )
        .format(age=told, what=base)
    )
    wrong = tuple(
        Option(
            one.code,
            f"That is the {other} trimester, {_SPANS[other]}."
            if other in _SPANS
            else "The weeks are documented, so the trimester is known.",
        )
        for other, one in twins.items()
        if other != name
    )
    answer = Option(entry.code, f"{told} lies in the {name} trimester, {_SPANS[name]}.")
    return Draft(ask, answer, wrong, {"age": told, "condition": base}, tuple(one.code for one in twins.values()))


def _pair(sources: Sources, key: str) -> Draft | None:
    read = _read(sources, key)
    if read is None or len(read[1]) < 3:
        return None
    entry, twins, name, told, base = read
    weeks = int(told.split()[0])
    here, late = (sources.icd10cm.entry(f"Z3A.{number:02}") for number in (weeks, weeks + 1))
    other = next((one for each, one in twins.items() if each not in (name, "unspecified")), None)
    if here is None or late is None or other is None:
        return None
    lot = Lot(f"{key}+")
    ask = lot.pick(
        (
            "{what} at {age} of gestation. Which codes go on the maternal record, in which order?",
            "Prenatal record: {what}; gestational age {age}. How is it coded?",
        )
    ).format(age=told, what=base)
    wrong = [
        Option(pair(here.code, entry.code), "Z3A only adds the weeks; the chapter 15 code comes first."),
        Option(pair(entry.code, late.code), f"Weeks are counted when completed: {told} is {weeks}, not {weeks + 1}."),
        Option(pair(other.code, here.code), f"{other.code} is another trimester; {told} lies in the {name}."),
    ]
    why = f"{told} is the {name} trimester and {weeks} completed weeks; the weeks follow as an additional code."
    codes = (entry.code, here.code, other.code)
    return Draft(ask, Option(pair(entry.code, here.code), why), tuple(wrong), {"age": told, "condition": base}, codes)


def _week_keys(sources: Sources, start: float) -> Iterator[str]:
    del sources
    yield from turned([f"{weeks}.{days}" for weeks in range(4, 45) for days in range(7)], start)


def _weeks(sources: Sources, key: str) -> Draft | None:
    parts = key.split(".")
    if len(parts) != 2 or not all(part.isdecimal() for part in parts):
        return None
    weeks, days = int(parts[0]), int(parts[1])
    told = f"{weeks} weeks and {days} day{'' if days == 1 else 's'}"
    code = _week_code(weeks)
    near = [_week_code(weeks + step) for step in (1, -1, 2, -2, 3, -3)]
    wrong = [Option(other, _week_reason(other, weeks)) for other in dict.fromkeys(near) if other != code]
    wrong.append(Option("Z3A.00", "This says that the weeks are not specified; the note gives them."))
    lot = Lot(key)
    ask = lot.pick(
        (
            "The note gives the gestational age as {age}. Which code reports the weeks of gestation?",
            "By ultrasound dates the patient is {age} pregnant today. Which code from Z3A is added?",
            "Gestation today: {age}. Which Z3A code goes with the obstetric diagnosis?",
        )
    ).format(age=told)
    entry = sources.icd10cm.entry(code)
    shown = [wrong[0], *lot.shuffled(wrong[1:])[:2]]
    if entry is None or any(sources.icd10cm.entry(option.text) is None for option in shown):
        return None
    return Draft(ask, Option(code, f"Only completed weeks count: {entry.title}."), tuple(shown), {"age": told}, (code,))


def _week_code(weeks: int) -> str:
    return "Z3A.01" if weeks < 8 else "Z3A.49" if weeks > 42 else f"Z3A.{weeks:02}"


def _week_reason(other: str, weeks: int) -> str:
    number = int(other[-2:])
    if number == 1:
        return f"This is less than 8 completed weeks; {weeks} are completed."
    if number == 49:
        return f"This is more than 42 completed weeks; {weeks} are completed."
    return f"This is {number} completed weeks; {weeks} are completed." + (" Days are not rounded up." if number == weeks + 1 else "")


_MANY = {1: "one infant", 2: "twins", 3: "triplets", 4: "quadruplets", 5: "quintuplets", 6: "sextuplets"}
_MOTHER_MULTIPLE = {3: "1", 4: "2", 5: "3", 6: "4"}
_NEWBORN = {(1, "v"): "Z38.00", (1, "c"): "Z38.01", (1, "o"): "Z38.1", (2, "v"): "Z38.30", (2, "c"): "Z38.31", (2, "o"): "Z38.4",
            (3, "v"): "Z38.61", (3, "c"): "Z38.62", (3, "o"): "Z38.7", (4, "v"): "Z38.63", (4, "c"): "Z38.64", (4, "o"): "Z38.7",
            (5, "v"): "Z38.65", (5, "c"): "Z38.66", (5, "o"): "Z38.7"}  # fmt: skip
_BORN = {
    "v": "delivered vaginally in this hospital",
    "c": "delivered by cesarean in this hospital",
    "o": "born at home and brought to the hospital",
}


def mother_code(infants: int, alive: int) -> str:
    """Give the outcome of delivery."""
    if infants == 1:
        return "Z37.0" if alive else "Z37.1"
    if infants == 2:
        return {2: "Z37.2", 1: "Z37.3", 0: "Z37.4"}[alive]
    if not alive:
        return "Z37.7"
    return f"Z37.{'5' if alive == infants else '6'}{_MOTHER_MULTIPLE[infants]}"


def _birth_keys(sources: Sources, start: float) -> Iterator[str]:
    del sources
    mother = [f"m{infants}.{alive}" for infants in range(1, 7) for alive in range(infants + 1)]
    yield from turned([*mother, *(f"n{infants}.{way}" for infants, way in _NEWBORN)], start)


def _birth(sources: Sources, key: str) -> Draft | None:
    infants, rest = int(key[1]) if key[1:2].isdecimal() else 0, key[3:]
    lot = Lot(key)
    if key[0] == "m" and rest.isdecimal() and infants in _MANY and int(rest) <= infants:
        alive = int(rest)
        code = mother_code(infants, alive)
        lives = {infants: "all born alive" if infants > 2 else "both born alive", 0: "all stillborn" if infants > 2 else "both stillborn"}
        told = f"{_MANY[infants]}, {lives.get(alive, f'{alive} born alive and {infants - alive} stillborn')}"
        if infants == 1:
            told = "one infant, born alive" if alive else "one infant, stillborn"
        ask = f"The patient gives birth to {told}. Which outcome code goes on the mother's record?"
        newborn = _NEWBORN.get((infants, "v"), "Z38.8")
        wrong = [Option(newborn, "Z38 is for the newborn's own record, never the mother's.")]
        others = [mother_code(infants, other) for other in range(infants + 1)] + [
            mother_code(max(infants - 1, 1), 1),
            mother_code(min(infants + 1, 6), 1),
        ]
        others += ["Z37.0", "Z37.2", "Z37.9"]
        wrong += [_outcome(sources, other) for other in dict.fromkeys(others) if other != code]
    elif key[0] == "n" and (infants, rest) in _NEWBORN:
        code = _NEWBORN[infants, rest]
        one = "A single newborn" if infants == 1 else f"A newborn, one of liveborn {_MANY[infants]},"
        told = f"{one} was {_BORN[rest]}"
        ask = f"{told}. Which code is first on this newborn's record?"
        wrong = [Option(mother_code(infants, infants), "Z37 is for the mother's record, never the newborn's.")]
        others = [_NEWBORN[infants, way] for way in "vco"] + [_NEWBORN[2 if infants == 1 else 1, rest]]
        wrong += [_outcome(sources, other) for other in dict.fromkeys(others) if other != code]
    else:
        return None
    entry = sources.icd10cm.entry(code)
    if entry is None:
        return None
    shown = [wrong[0], *lot.shuffled(wrong[1:])[:2]]
    return Draft(ask, Option(code, f"{entry.title}."), tuple(shown), {"told": told}, (code, *(option.text for option in shown)))


def _outcome(sources: Sources, code: str) -> Option:
    entry = sources.icd10cm.entry(code)
    return Option(code, f"That means: {entry.title if entry else code}.")


FAMILIES = (
    Family(
        "trimester", "Trimester", "icd10cm", EASY,
        "The second trimester starts at 14 weeks 0 days, the third at 28 weeks 0 days.",
        "ICD-10-CM Tabular List, note at the head of chapter 15; Guidelines FY2025, Section I.C.15.a.3", _aged_keys, _trimester, "icd10cm",
        ("trimesters", "pregnancy trimester", "pregnancy"),
    ),
    Family(
        "gestation", "Trimester with weeks", "genitourinary", MEDIUM,
        "The chapter 15 code comes first, and Z3A adds the completed weeks.",
        "ICD-10-CM Tabular List, notes at the head of chapter 15 and at Z3A; Guidelines FY2025, Section I.C.15.a.7", _aged_keys, _pair,
        "icd10cm", ("obstetric coding", "ob codes", "z3a order"),
    ),
    Family(
        "weeks", "Weeks of gestation", "icd10cm", EASY,
        "Weeks of gestation are completed weeks; days are never rounded up.",
        "ICD-10-CM Guidelines FY2025, Section I.C.15.a.7", _week_keys, _weeks, "icd10cm", ("weeks of gestation", "z3a", "gestational age"),
    ),
    Family(
        "birth-outcome", "Outcome of delivery", "genitourinary", MEDIUM,
        "Z37 tells the outcome on the mother's record, Z38 the birth on the newborn's.",
        "ICD-10-CM Guidelines FY2025, Sections I.C.15.b.5 and I.C.16.a.2", _birth_keys, _birth, "icd10cm",
        ("outcome of delivery", "z37", "z38", "newborn", "birth"),
    ),
)  # fmt: skip
