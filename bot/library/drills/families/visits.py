"""Visits: the level by medical decision making or by time, new or established, shared by two."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product

from bot.library.drills.families.procedures import spoken
from bot.library.drills.family import EASY, MEDIUM, Draft, Family, Option
from bot.library.drills.lot import Lot, turned
from bot.library.drills.sources import Sources

LEVELS = ("straightforward", "low", "moderate", "high")
_NAMES = (("minimal", "low", "moderate", "high"), ("minimal", "limited", "moderate", "extensive"), ("minimal", "low", "moderate", "high"))


def _mdm_keys(sources: Sources, start: float) -> Iterator[str]:
    del sources
    yield from turned(["".join(map(str, levels)) for levels in product(range(4), repeat=3)], start)


def _mdm(sources: Sources, key: str) -> Draft | None:
    """Two of the three elements must reach the level."""
    del sources
    if len(key) != 3 or not set(key) <= set("0123"):
        return None
    levels = [int(one) for one in key]
    problems, data, risk = (_NAMES[place][level] for place, level in enumerate(levels))
    told = f"Problems: {problems}. Data: {data}. Risk: {risk}."
    ask = (
        Lot(key)
        .pick(
            (
                "{told} Which level of medical decision making?",
                "The three elements come out as follows. {told} What is the level of decision making?",
            )
        )
        .format(told=told)
    )
    right = sorted(levels)[1]

    def why(level: int) -> str:
        reach = sum(one >= level for one in levels)
        if reach < 2:
            return f"{'Only one element' if reach else 'No element'} reaches {LEVELS[level]}; two are needed."
        return f"More than {LEVELS[level]} is reached: two elements lie above it."

    wrong = tuple(Option(LEVELS[level].capitalize(), why(level)) for level in range(4) if level != right)
    answer = Option(
        LEVELS[right].capitalize(),
        f"{('All three', 'Two of the three')[sum(one >= right for one in levels) < 3]} elements reach {LEVELS[right]}, and two are enough.",
    )
    return Draft(ask, answer, wrong, {"told": told})


_ELEMENTS: dict[str, tuple[str, tuple[tuple[str, ...], ...]]] = {
    "p": ("problems", (
        ("one insect bite that needs nothing but advice", "one small bruise that will heal by itself", "one mild cold"),
        ("two minor problems, a cold and a small bruise", "one stable chronic illness, well-controlled hypertension", "one acute uncomplicated illness, cystitis", "one simple ankle sprain"),
        ("one chronic illness that is getting worse, diabetes with rising sugar", "two stable chronic illnesses, hypertension and asthma",
         "one new problem of uncertain outlook, a lump in the breast", "one acute illness with fever and chills all over, pyelonephritis", "one head injury with a brief loss of consciousness"),
        ("one severe exacerbation, COPD with respiratory failure", "one illness that threatens life, acute myocardial infarction", "one abrupt change of neurologic state, a suspected stroke"),
    )),
    "r": ("risk", (
        ("rest and a gauze dressing", "nothing but reassurance"),
        ("over-the-counter medicine by the label", "the decision for minor surgery without risk factors"),
        ("a new prescription drug", "the decision for minor surgery in a patient with a known risk factor", "the decision for elective major surgery without risk factors",
         "treatment that the patient cannot follow for lack of housing"),
        ("a drug that needs intensive monitoring for toxicity", "the decision for emergency major surgery", "the decision to admit to the hospital", "the decision for elective major surgery in a patient with risk factors",
         "the decision not to resuscitate because of a poor prognosis"),
    )),
    "d": ("data", (
        ("no test and no note from elsewhere", "one blood count ordered, nothing else"),
        ("two different laboratory tests ordered", "one outside note and one test reviewed", "history taken from a parent, who is needed to tell it, and nothing else"),
        ("three different tests ordered and reviewed", "an X-ray interpreted independently, which another physician bills", "the treatment discussed with a physician outside the group",
         "two tests ordered and the history taken from the daughter, who is needed to tell it"),
        ("three tests reviewed, and an ECG interpreted independently that another physician bills", "an independent interpretation of a CT, and a discussion with an outside physician",
         "three tests reviewed, and the treatment discussed with an outside physician"),
    )),
}  # fmt: skip


def _element_keys(sources: Sources, start: float) -> Iterator[str]:
    del sources
    found = [
        f"{element}{level}{number}"
        for element, (_name, levels) in _ELEMENTS.items()
        for level, told in enumerate(levels)
        for number in range(len(told))
    ]
    yield from turned(found, start)


def _element(sources: Sources, key: str) -> Draft | None:
    del sources
    if len(key) != 3 or key[0] not in _ELEMENTS or not key[1:].isdecimal():
        return None
    name, levels = _ELEMENTS[key[0]]
    level, number = int(key[1]), int(key[2])
    if level > 3 or number >= len(levels[level]):
        return None
    place = {"p": 0, "d": 1, "r": 2}[key[0]]
    told = levels[level][number]
    ask = (
        Lot(key)
        .pick(
            (
                "Medical decision making, element {name}: {told}. Which level does this element reach?",
                "{Name} at this visit: {told}. How high is that element?",
            )
        )
        .format(name=name, Name=name.capitalize(), told=told)
    )
    needs = _NEEDS[key[0]]
    wrong = tuple(
        Option(_NAMES[place][other].capitalize(), f"{_NAMES[place][other].capitalize()} would be {needs[other]}.")
        for other in range(4)
        if other != level
    )
    return Draft(
        ask,
        Option(_NAMES[place][level].capitalize(), f"{_NAMES[place][level].capitalize()} is {needs[level]}."),
        wrong,
        {"told": told, "name": name if name in ask else name.capitalize()},
    )


_NEEDS = {
    "p": ("one minor, self-limited problem", "two minor problems, one stable chronic illness, or one simple acute illness or injury",
          "a worsening chronic illness, two stable ones, a new problem of uncertain outlook, or an acute one that affects the whole body", "a severe exacerbation or a threat to life or function"),
    "d": ("less than two tests or documents", "two tests or documents, or a needed independent historian",
          "three of tests, documents or a historian, or an independent interpretation, or a discussion with an outside professional", "two of those three kinds"),
    "r": ("care of minimal danger, such as rest or a bandage", "care of low danger, such as over-the-counter medicine",
          "care such as a prescription drug, or major surgery without risk factors",
          "care such as a drug monitored for toxicity, emergency surgery, admission, or major surgery with risk factors"),
}  # fmt: skip

_STARTS = {"n": (15, 30, 45, 60), "e": (10, 20, 30, 40)}
"""Minutes at which levels 2 to 5 of an office visit begin: new and established patients."""
_MOST = {"n": 74, "e": 54}


def _time_keys(sources: Sources, start: float) -> Iterator[str]:
    del sources
    yield from turned([f"{kind}{number}" for kind in "ne" for number in range(400)], start)


def _time(sources: Sources, key: str) -> Draft | None:
    """Count the physician's own time on the day of the visit, and read the level off it."""
    del sources
    kind, number = key[:1], key[1:]
    if kind not in _STARTS or not number.isdecimal() or int(number) >= 400:
        return None
    lot = Lot(f"visit {key}")
    starts = _STARTS[kind]
    total = starts[0] + lot.below(_MOST[kind] - starts[0] + 1)
    before = 2 + lot.below(max(total // 4, 1))
    after = 2 + lot.below(max(total // 4, 1))
    seen = total - before - after
    nurse, later = 8 + lot.below(13), 6 + lot.below(12)
    who = "a new patient" if kind == "n" else "an established patient"
    ask = (
        f"Office visit of {who}, by time. The physician spends {before} minutes reading the record that morning, {seen} minutes with the patient, {after} minutes writing the note "
        f"that evening, and {later} minutes on a call the next day. The nurse spends {nurse} minutes. Which level?"
    )
    level = max(place for place in range(4) if total >= starts[place])

    def option(place: int, why: str) -> Option:
        return Option(f"Level {place + 2}", why)

    def reason(place: int) -> str:
        if place > level:
            return f"Level {place + 2} starts at {starts[place]} minutes; {total} count. Staff time and other days do not."
        return f"Level {place + 2} starts at {starts[place]} minutes, but {total} minutes reach level {level + 2}."

    wrong = tuple(option(place, reason(place)) for place in range(4) if place != level)
    why = f"{before} + {seen} + {after} = {total} minutes of the physician on that day; level {level + 2} starts at {starts[level]}."
    says = {"before": f"{before} minutes reading", "seen": f"{seen} minutes with", "after": f"{after} minutes writing", "who": who}
    return Draft(ask, option(level, why), wrong, says)


_ESTABLISHED = "Established: seen face to face within three years by the same specialty of the group"
_LONG_AGO = "New: more than three years have passed since the last visit"
_OTHER = "New: whoever saw the patient before is of another specialty"
_READ = "New: a test was read, but nobody of the specialty saw the patient"
_SPECIALTIES = ("cardiology", "orthopedics", "family medicine", "dermatology", "gastroenterology", "neurology", "urology", "endocrinology")


def _known_keys(sources: Sources, start: float) -> Iterator[str]:
    del sources
    yield from turned([f"{how}{number}" for how in "elor" for number in range(90)], start)


def _known(sources: Sources, key: str) -> Draft | None:
    """New or established: three years, face to face, the same specialty of the same group."""
    del sources
    how, number = key[:1], key[1:]
    if how not in "elor" or not number.isdecimal() or int(number) >= 90:
        return None
    lot = Lot(f"known {key}")
    ours, theirs = lot.shuffled(_SPECIALTIES)[:2]
    today = date(2026, 1, 5) + timedelta(days=lot.below(350))
    years_ago = date(today.year - 3, today.month, min(today.day, 28))
    gap = 5 + lot.below(200) if lot.below(2) else 300 + lot.below(600)
    last = years_ago - timedelta(days=5 + lot.below(60)) if how == "l" else years_ago + timedelta(days=gap)
    earlier = {
        "e": f"a different physician of the same group, also in {ours}, saw the patient on {spoken(last)}",
        "l": f"the same physician saw the patient on {spoken(last)}, and nobody of the group since",
        "o": f"a physician of the same group, in {theirs}, saw the patient on {spoken(last)}; nobody in {ours} ever did",
        "r": f"a colleague of the same group, also in {ours}, read the patient's test on {spoken(last)} without seeing the patient; nobody else of the group did",
    }[how]
    problem = lot.pick(("a new problem", "a follow-up of an old problem", "a second opinion"))
    ask = f"A physician in {ours} sees a patient on {spoken(today)} for {problem}. Before that, {earlier}. New or established?"
    right = {"e": _ESTABLISHED, "l": _LONG_AGO, "o": _OTHER, "r": _READ}[how]
    reasons = {
        _ESTABLISHED: {"l": "The last visit was more than three years ago.", "o": "The visit was with another specialty.", "r": "Reading a test is not a face-to-face service."}.get(how, ""),
        _LONG_AGO: "Less than three years have passed.", _OTHER: f"It was {ours} both times.", _READ: "The patient was seen face to face.",
    }  # fmt: skip
    if how == "l":
        reasons[_READ], reasons[_OTHER] = "The patient was seen face to face, only long ago.", "It was the same physician."
    if how == "o":
        reasons[_READ] = "The other specialty saw the patient face to face; that is why it is the specialty that decides."
    why = {
        "e": "Within three years, face to face, same group and same specialty: established, whatever the problem.", "l": "The last face-to-face service lies more than three years back: new again.",
        "o": "Only the same specialty of the group counts: new.", "r": "Only a face-to-face service counts; reading a test is none: new.",
    }[how]  # fmt: skip
    wrong = tuple(Option(text, reason) for text, reason in reasons.items() if text != right)
    return Draft(ask, Option(right, why), wrong, {"earlier": earlier, "today": spoken(today), "ours": ours})


_BILLS = ("The physician, with FS", "The NPP, with FS", "The physician, without FS", "The NPP, without FS")


def _shared_keys(sources: Sources, start: float) -> Iterator[str]:
    del sources
    yield from turned([str(number) for number in range(400)], start)


def _shared(sources: Sources, key: str) -> Draft | None:
    """A visit in a facility by a physician and a nurse practitioner or physician assistant: more than half of the time decides."""
    del sources
    if not key.isdecimal() or int(key) >= 400:
        return None
    lot = Lot(f"shared {key}")
    one, two = 8 + lot.below(35), 8 + lot.below(35)
    if one == two:
        two += 5
    office = int(key) % 4 == 3
    npp = lot.pick(("nurse practitioner", "physician assistant"))
    if office:
        ask = (
            f"Medicare, in the practice's own office: the {npp} sees a new patient alone for {max(one, two)} minutes, and the physician adds {min(one, two)} minutes on the telephone. "
            "Who bills the visit, and how?"
        )
        right = _BILLS[3]
        why = "Shared visits are for facilities. In the office a new patient seen by the NPP is billed by the NPP."
        reasons = {
            _BILLS[0]: "In the office there is no shared visit, and so no FS.",
            _BILLS[1]: "FS is for shared visits in a facility.",
            _BILLS[2]: "A new patient is not seen incident to, and the physician did not see the patient.",
        }
        says = {"told": "in the practice's own office"}
    else:
        where = lot.pick(("in the hospital", "in the emergency department", "in the hospital's outpatient clinic"))
        ask = (
            f"Medicare, {where}: the physician spends {one} minutes and the {npp} of the same group {two} minutes on one visit; the level is chosen by time, nothing overlaps. "
            "Who bills the visit, and how?"
        )
        if where == "in the emergency department":
            ask = ask.replace("in the emergency department", "on the hospital ward")
        right = _BILLS[0] if one > two else _BILLS[1]
        why = f"{max(one, two)} of {one + two} minutes is more than half: the substantive portion, and FS says that the visit was shared."
        reasons = {
            _BILLS[0]: f"The physician's {one} of {one + two} minutes are not more than half.", _BILLS[1]: f"The NPP's {two} of {one + two} minutes are not more than half.",
            _BILLS[2]: "A shared visit carries FS, whoever bills it.", _BILLS[3]: "A shared visit carries FS, whoever bills it.",
        }  # fmt: skip
        says = {"physician": f"the physician spends {one} minutes", "npp": f"{two} minutes on one visit"}
    wrong = tuple(Option(text, reason) for text, reason in reasons.items() if text != right)
    return Draft(ask, Option(right, why), wrong, says)


FAMILIES = (
    Family(
        "em-mdm", "E/M level: two of three", "evaluation-management", EASY,
        "Two of the three elements, problems, data and risk, must reach or exceed the level.",
        "MLN006764; CY 2020 Physician Fee Schedule final rule, 84 FR 62568; CPT, E/M guidelines (in your own book)", _mdm_keys, _mdm, "",
        ("mdm", "two of three", "decision making", "medical decision making", "e/m level", "em level"),
    ),
    Family(
        "em-element", "E/M elements", "evaluation-management", MEDIUM,
        "Grade each element by itself: how serious the problems, how much data, how dangerous what is done next.",
        "MLN006764; CPT, E/M guidelines, decision making table (in your own book; examples in our words)", _element_keys, _element, "",
        ("mdm elements", "problems data risk", "e/m elements"),
    ),
    Family(
        "em-time", "E/M level by time", "evaluation-management", MEDIUM,
        "Count the physician's own time on the day of the visit, with and without the patient; not the staff's, not another day's.",
        "CY 2020 Physician Fee Schedule final rule, 84 FR 62568; MLN006764", _time_keys, _time, "",
        ("e/m by time", "em by time", "visit time", "total time", "time based e/m"), ("units",),
    ),
    Family(
        "new-patient", "New or established", "evaluation-management", EASY,
        "Established is who was seen face to face within three years by the same specialty of the group.",
        "Medicare Claims Processing Manual, Chapter 12, Section 30.6.7", _known_keys, _known, "",
        ("new patient", "established patient", "new or established patient", "three year rule", "3 year rule"),
    ),
    Family(
        "split-shared", "Split or shared visits", "evaluation-management", MEDIUM,
        "In a facility whoever provides the substantive portion, by time more than half, bills the visit with FS.",
        "42 CFR 415.140; Medicare Claims Processing Manual, Chapter 12, Section 30.6.18", _shared_keys, _shared, "",
        ("split shared", "shared visit", "split or shared", "modifier fs"), ("modifiers",),
    ),
)  # fmt: skip
