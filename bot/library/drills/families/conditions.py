"""Rules of single chapters: hypertension, diabetes, neoplasms, what is only suspected, what a screening finds."""

import re
from collections.abc import Iterator
from itertools import product

from bot.codebook import census
from bot.codebook.book import Book
from bot.codebook.entry import NoteKind
from bot.library.drills.family import EASY, MEDIUM, Draft, Family, Option
from bot.library.drills.lot import Lot, turned
from bot.library.drills.sources import Sources
from bot.library.drills.wording import pair

_FAILURES = "I50.1 I50.20 I50.21 I50.22 I50.23 I50.30 I50.31 I50.32 I50.33 I50.40 I50.41 I50.42 I50.43 I50.9".split()
_KIDNEYS = {
    "N18.1": "chronic kidney disease, stage 1", "N18.2": "chronic kidney disease, stage 2", "N18.30": "chronic kidney disease, stage 3, not divided further",
    "N18.31": "chronic kidney disease, stage 3a", "N18.32": "chronic kidney disease, stage 3b", "N18.4": "chronic kidney disease, stage 4",
    "N18.5": "chronic kidney disease, stage 5", "N18.9": "chronic kidney disease, stage not documented",
}  # fmt: skip


def hypertension_codes(failure: str, kidney: str) -> tuple[str, ...]:
    """Give the codes for hypertension with heart failure, with chronic kidney disease, or with both; "" stands for none."""
    late = kidney == "N18.5"
    if failure and kidney:
        return ("I13.2" if late else "I13.0", failure, kidney)
    if failure:
        return ("I11.0", failure)
    return (("I12.0" if late else "I12.9"), kidney) if kidney else ("I10",)


def _pressure_keys(sources: Sources, start: float) -> Iterator[str]:
    del sources
    yield from turned([f"{failure}-{kidney}" for failure, kidney in product(("", *_FAILURES), ("", *_KIDNEYS)) if failure or kidney], start)


def _pressure(sources: Sources, key: str) -> Draft | None:
    failure, _, kidney = key.partition("-")
    if (failure and failure not in _FAILURES) or (kidney and kidney not in _KIDNEYS) or not (failure or kidney):
        return None
    entry = sources.icd10cm.entry(failure) if failure else None
    if failure and entry is None:
        return None
    parts = ["hypertension"]
    if entry:
        parts.append(entry.title[0].lower() + entry.title[1:])
    if kidney:
        parts.append(_KIDNEYS[kidney])
    lot = Lot(key)
    ask = lot.pick(
        (
            "Assessment: {all}. Nothing in the note says that they are unrelated. What is reported?",
            "The provider lists {all}, without a word on whether one causes the other. Which codes?",
        )
    ).format(all="; ".join(parts))
    right = hypertension_codes(failure, kidney)
    rest = [code for code in (failure, kidney) if code]
    wrong = [Option(pair("I10", *rest), "I10 is for hypertension alone: with heart failure or kidney disease the link is presumed.")]
    if failure and kidney:
        wrong.append(Option(pair("I11.0", failure, kidney), "I11 leaves the kidney out; heart and kidney together are I13."))
        wrong.append(
            Option(
                pair("I12.0" if kidney == "N18.5" else "I12.9", kidney, failure),
                "I12 leaves the heart out; heart and kidney together are I13.",
            )
        )
    elif failure:
        wrong.append(Option(pair("I11.9", failure), "I11.9 is without heart failure."))
        wrong.append(Option("I11.0", "The kind of heart failure is missing: a code from I50 is added."))
    else:
        turned_round = "I12.9" if kidney == "N18.5" else "I12.0"
        wrong.append(Option(pair(turned_round, kidney), "The 4th character of I12 parts stage 5 and end stage from all others."))
        wrong.append(Option(right[0], "The stage of the kidney disease is missing: a code from N18 is added."))
    if failure and kidney:
        other = "I13.0" if right[0] == "I13.2" else "I13.2"
        wrong[1 + lot.below(2)] = Option(pair(other, failure, kidney), "I13.2 is for stage 5 or end stage, I13.0 for all other stages.")
    why = "The link is presumed, so one combination code says it, and the codes for its parts follow."
    return Draft(ask, Option(pair(*right), why), tuple(wrong), {"all": "; ".join(parts)}, right)


_TREATED = {
    "n": ("Diet alone controls it.", ()),
    "o": ("The patient takes metformin tablets every day.", ("Z79.84",)),
    "i": ("The patient injects insulin every day.", ("Z79.4",)),
    "g": ("The patient injects a non-insulin drug for it every week.", ("Z79.85",)),
    "io": ("The patient takes tablets for it and injects insulin every day.", ("Z79.4", "Z79.84")),
    "ig": ("The patient injects insulin every day and a non-insulin drug every week.", ("Z79.4", "Z79.85")),
    "og": ("The patient takes tablets for it and injects a non-insulin drug every week.", ("Z79.84", "Z79.85")),
    "t": ("Insulin was given for two days of this stay to bring the sugar down; at home diet alone is enough.", ()),
}
_DRUGS = {"Z79.4": "long-term insulin", "Z79.84": "oral drugs", "Z79.85": "injectable non-insulin drugs"}


def _sugar_entries(book: Book, start: float) -> Iterator[str]:
    for entry in census.walk(
        book, "e.reportable AND e.code LIKE 'E11.%' AND e.title NOT LIKE '%unspecified%' AND e.title NOT LIKE '%remission%'", start
    ):
        headers = [entry.code, *(up.code for up in census.above(book, entry.code) if up.kind == "code" and len(up.code) > 3)]
        if not any(census.notes_at(book, code, NoteKind.USE_ADDITIONAL) for code in headers) and entry.code != "E11.8":
            yield entry.code


def _sugar_keys(sources: Sources, start: float) -> Iterator[str]:
    for code in _sugar_entries(sources.icd10cm, start):
        for treated in turned(list(_TREATED), start):
            for known in "yn":
                yield f"{code}-{treated}-{known}"


def _sugar(sources: Sources, key: str) -> Draft | None:
    parts = key.split("-")
    entry = sources.icd10cm.entry(parts[0])
    if entry is None or len(parts) != 3 or parts[1] not in _TREATED or not entry.title.startswith("Type 2 diabetes mellitus"):
        return None
    code, treated, known = parts
    told, drugs = _TREATED[treated]
    with_what = entry.title.removeprefix("Type 2 diabetes mellitus ")
    named = "Type 2 diabetes mellitus" if known == "y" else "Diabetes mellitus, type not documented,"
    first = census.titled(sources.icd10cm, f"Type 1 diabetes mellitus {with_what}", "E10")
    lot = Lot(key)
    ask = f"{named} {with_what}. {told} {lot.pick(('What is reported?', 'Which codes?'))}"
    wrong = []
    if first is not None:
        text = "Insulin does not make it type 1" if "i" in treated or treated == "t" else "Nothing says type 1"
        wrong.append(Option(pair(first.code, *drugs), f"{text}{'; where no type is documented it is type 2' if known == 'n' else ''}."))
    if drugs:
        wrong.append(Option(code, f"The long-term treatment is missing: {' and '.join(_DRUGS[one] for one in drugs)}."))
        other = next(one for one in lot.shuffled(list(_DRUGS)) if one not in drugs)
        wrong.append(Option(pair(code, other), f"{other} says {_DRUGS[other]}; that is not what the patient gets."))
        if len(drugs) == 2:
            wrong.insert(1, Option(pair(code, drugs[lot.below(2)]), "Both kinds of treatment are documented, and each has its code."))
        else:
            wrong.append(Option(pair(drugs[0], code), "The status code for the treatment follows the diabetes."))
    else:
        wrong.append(Option(pair(code, "Z79.4"), "Insulin given for a short time, or not at all, is no long-term use."))
        wrong.append(Option(pair(code, "Z79.84"), "No oral drug is documented."))
    why = (
        "The diabetes with its complication, then "
        + (" and ".join(f"{one} for {_DRUGS[one]}" for one in drugs) if drugs else "no code for long-term treatment")
        + "."
    )
    if known == "n":
        why += " Where no type is documented, it is type 2."
    return Draft(ask, Option(pair(code, *drugs), why), tuple(wrong), {"with": with_what, "told": told, "named": named}, (code, *drugs))


_BEHAVIORS = (
    ("an invasive carcinoma that began in the {site}", "a malignant neoplasm, primary there"),
    ("carcinoma in the {site} that has spread there from another organ", "a malignant neoplasm, secondary there"),
    ("carcinoma in situ of the {site}", "carcinoma in situ"),
    ("a benign neoplasm of the {site}", "a benign neoplasm"),
    (
        "a neoplasm of the {site} of which the pathologist cannot say whether it is benign or malignant",
        "uncertain behavior: the pathologist cannot tell",
    ),
    ("a neoplasm of the {site}, no pathology yet, its nature not stated", "unspecified behavior: nobody has said what it is"),
)
_NEAR_BEHAVIORS = ((1, 2, 5), (0, 2, 5), (0, 3, 4), (4, 5, 2), (5, 3, 2), (4, 3, 0))


def _tumor_keys(sources: Sources, start: float) -> Iterator[str]:
    yield from turned([f"{name}-{number}" for name in sources.lists.neoplasm for number in range(6)], start)


def _tumor(sources: Sources, key: str) -> Draft | None:
    name, _, number = key.rpartition("-")
    row = sources.lists.neoplasm.get(name)
    if row is None or not number.isdecimal() or int(number) > 5:
        return None
    codes, place = row["codes"], int(number)
    if any(sources.icd10cm.entry(code) is None for code in codes):
        return None
    told = _BEHAVIORS[place][0].format(site=row["site"])
    ask = Lot(key).pick(
        ("The report describes {told}. Which code?", "Documented: {told}. Which column of the Neoplasm Table, and so which code?")
    )
    wrong = tuple(Option(codes[other], f"That is for {_BEHAVIORS[other][1]}.") for other in _NEAR_BEHAVIORS[place])
    answer = Option(codes[place], f"This is for {_BEHAVIORS[place][1]}.")
    return Draft(ask.format(told=told), answer, wrong, {"site": row["site"], "told": told}, (codes[place], *(one.text for one in wrong)))


_DOUBTS = {
    "o": (
        "probable {name}",
        "suspected {name}",
        "{name} to be ruled out",
        "findings consistent with {name}",
        "working diagnosis: {name}",
        "questionable {name}",
    ),
    "i": (
        "probable {name}",
        "suspected {name}",
        "likely {name}",
        "{name}, still to be ruled out",
        "findings consistent with {name}",
        "possible {name}",
    ),
}


def _doubt_keys(sources: Sources, start: float) -> Iterator[str]:
    yield from turned([f"{name}-{where}{number}" for name in sources.lists.suspicion for where in "oi" for number in range(6)], start)


def _doubt(sources: Sources, key: str) -> Draft | None:
    name, _, how = key.rpartition("-")
    row = sources.lists.suspicion.get(name)
    if row is None or not re.fullmatch(r"[oi][0-5]", how):
        return None
    (disease, called), (finding, seen) = row["diagnosis"], row["finding"]
    if sources.icd10cm.entry(disease) is None or sources.icd10cm.entry(finding) is None:
        return None
    doubt = _DOUBTS[how[0]][int(how[1])].format(name=called)
    if how[0] == "o":
        told = f"At an office visit for {seen} the assessment reads: {doubt}."
        right = Option(finding, "Outpatient: what is uncertain is not coded; the finding is what is certain.")
        wrong = (Option(disease, "Outpatient: a diagnosis with a word of doubt is not coded as if it were there."),
                 Option(pair(finding, disease), "The finding is right, the uncertain diagnosis is not coded beside it."),
                 Option("Z03.89", "Observation for something ruled out is not for a patient with a finding."))  # fmt: skip
    else:
        told = f"An inpatient came with {seen}. The diagnosis at discharge reads: {doubt}."
        right = Option(disease, "Inpatient, at discharge: an uncertain diagnosis is coded as if it were there.")
        wrong = (Option(finding, "Inpatient, at discharge: the uncertain diagnosis takes the place of the finding."),
                 Option(pair(finding, disease), "The finding belongs to the diagnosis and is not coded beside it."),
                 Option("Z03.89", "Nothing was ruled out."))  # fmt: skip
    ask = Lot(key).pick(("Which code?", "What is reported?"))
    section = "IV.H" if how[0] == "o" else "II.H"
    return Draft(
        f"{told} {ask}",
        right,
        wrong,
        {"told": told, "called": called, "seen": seen},
        (finding, disease),
        f"ICD-10-CM Guidelines FY2025, Section {section}",
    )


def _screen_keys(sources: Sources, start: float) -> Iterator[str]:
    yield from turned([f"{name}-{how}" for name in sources.lists.screening for how in "fns"], start)


def _screen(sources: Sources, key: str) -> Draft | None:
    name, _, how = key.rpartition("-")
    row = sources.lists.screening.get(name)
    if row is None or how not in ("f", "n", "s"):
        return None
    (planned, test), (found, finding), (sign, complaint) = row["screening"], row["finding"], row["sign"]
    if any(sources.icd10cm.entry(code) is None for code in (planned, found, sign)):
        return None
    lot = Lot(key)
    capital = test[0].upper() + test[1:]
    if how == "f":
        told = lot.pick(
            (
                f"A patient without complaints comes for {test}. It finds {finding}.",
                f"{capital}, planned as such, shows {finding}.",
            )
        )
        right = Option(pair(planned, found), "It was planned as a screening and stays one: the Z code first, then what was found.")
        wrong = (Option(pair(found, planned), "What was found does not turn the screening into something else; the Z code stays first."),
                 Option(found, "The reason for the visit was the screening, and it is coded first."),
                 Option(planned, f"What was found, {finding}, is added."))  # fmt: skip
    elif how == "n":
        told = lot.pick(
            (
                f"A patient without complaints comes for {test}. Nothing is found.",
                f"{capital} of a patient who feels well is normal.",
            )
        )
        right = Option(planned, "The screening is the reason for the visit, and nothing was found.")
        wrong = (Option(pair(planned, found), f"Nothing was found, so no code for {finding}."),
                 Option(sign, f"{complaint.capitalize()} is not documented; the patient has no complaints."),
                 Option("Z00.00", "A general examination is another visit; this one was for the screening."))  # fmt: skip
    else:
        told = lot.pick((f"Because of {complaint}, the test otherwise used as {test} is done. It is normal.",
                         f"A patient with {complaint} gets the test that is also used as {test}; the result is normal."))  # fmt: skip
        right = Option(sign, "A test because of a sign is diagnostic, not a screening; the sign is the reason for it.")
        wrong = (Option(planned, "Screening is for people without signs; this patient has one."),
                 Option(pair(planned, sign), "Screening is for people without signs, so no screening code at all."),
                 Option(pair(sign, planned), "Screening is for people without signs, so no screening code beside it either."))  # fmt: skip
    return Draft(
        f"{told} Which code or codes?", right, wrong, {"told": told, "test": test if test in told else capital}, (planned, found, sign)
    )


FAMILIES = (
    Family(
        "hypertension", "Hypertension combinations", "cardiorespiratory", MEDIUM,
        "Heart failure and kidney disease are presumed to come from hypertension: I11, I12 or I13 first, then their own codes.",
        "ICD-10-CM Guidelines FY2025, Section I.C.9.a; Tabular List, I11 to I13", _pressure_keys, _pressure, "icd10cm",
        ("hypertension combinations", "htn", "hypertensive heart disease", "hypertensive kidney disease", "hypertension codes"),
    ),
    Family(
        "diabetes", "Diabetes and its treatment", "icd10cm", MEDIUM,
        "No type documented means type 2; insulin, oral and injectable drugs used for long are each added.",
        "ICD-10-CM Guidelines FY2025, Section I.C.4.a", _sugar_keys, _sugar, "icd10cm",
        ("diabetes codes", "diabetes drugs", "insulin", "long term insulin"), ("diabetes",),
    ),
    Family(
        "neoplasm", "Neoplasm behavior", "icd10cm", MEDIUM,
        "Uncertain is what the pathologist cannot tell, unspecified what nobody has said yet.",
        "ICD-10-CM Neoplasm Table; Guidelines FY2025, Section I.C.2", _tumor_keys, _tumor, "icd10cm",
        ("neoplasms", "neoplasm table", "tumor", "tumors", "cancer codes"),
    ),
    Family(
        "uncertain", "Uncertain diagnosis", "guidelines", MEDIUM,
        "Outpatient: code the finding, not what is probable. Inpatient at discharge: code the probable as if it were there.",
        "ICD-10-CM Guidelines FY2025, Sections IV.H and II.H", _doubt_keys, _doubt, "icd10cm",
        ("uncertain diagnosis", "probable", "rule out", "suspected", "uncertain diagnoses"),
    ),
    Family(
        "screening", "Screening and findings", "guidelines", EASY,
        "A screening stays a screening whatever it finds; a test because of a sign is none.",
        "ICD-10-CM Guidelines FY2025, Section I.C.21.c.5", _screen_keys, _screen, "icd10cm",
        ("screening codes", "screenings", "screening turned diagnostic", "screening or diagnostic"),
    ),
)  # fmt: skip
