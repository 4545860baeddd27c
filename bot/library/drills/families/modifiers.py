"""Modifiers of procedures and visits, chosen from what happened. Named as federal texts name them; no code of CPT is needed."""

from collections.abc import Iterator
from itertools import product

from bot.library.drills.family import EASY, MEDIUM, Draft, Family, Option
from bot.library.drills.lot import Lot, turned
from bot.library.drills.sources import Sources

_SURGERIES = (
    ("a total knee replacement", 90), ("an open repair of a hernia", 90), ("a laparoscopic removal of the gallbladder", 90), ("a hysterectomy", 90),
    ("a cataract operation", 90), ("a mastectomy", 90), ("an open treatment of an ankle fracture", 90), ("a spinal fusion", 90), ("a carotid endarterectomy", 90),
    ("the removal of a benign skin lesion", 10), ("the incision and drainage of an abscess", 10), ("the repair of a laceration", 10), ("the destruction of warts", 10),
    ("the excision of a nail", 10), ("an injection into the knee", 0), ("a diagnostic bronchoscopy", 0), ("a punch biopsy of the skin", 0),
)  # fmt: skip
"""What was done, and the days of its global period."""

_NONE = "Not billed"
_STORIES: dict[str, tuple[tuple[int, ...], str, tuple[str, ...]]] = {
    "dec": ((90,), "57", (
        "The day before {op} (global period of 90 days) the surgeon examines the patient and decides to operate. Which modifier goes on the visit?",
        "The visit on the day of {op} (90 global days) is the one at which the surgeon decides to operate. What goes on the visit?",
    )),
    "sig": ((10, 0), "25", (
        "On the day of {op} ({days} global days) the physician also works up a separate problem, well beyond the usual care. What goes on the visit?",
        "The same physician does {op} ({days} global days) and, at the same encounter, a significant, separate visit. Which modifier goes on the visit?",
    )),
    "small": ((10, 0), _NONE, (
        "The visit before {op} ({days} global days) on the same day holds only the decision to do it. How is the visit billed?",
    )),
    "unv": ((90, 10), "24", (
        "{Day} days after {op} ({days} global days) the surgeon sees the patient for a problem that has nothing to do with it. What goes on the visit?",
    )),
    "plan": ((90, 10), "58", (
        "{Day} days after {op} ({days} global days) the surgeon does the second stage, planned from the start. What goes on the second procedure?",
        "{Day} days after {op} ({days} global days) the surgeon does a more extensive procedure at the same site, as foreseen. Which modifier goes on it?",
    )),
    "back": ((90, 10), "78", (
        "{Day} days after {op} ({days} global days) the patient bleeds and is brought back to the operating room, unplanned, by the same surgeon. What goes on that procedure?",
        "An infection after {op} ({days} global days) takes the patient back to the operating room on day {Day}, unplanned, same surgeon. Which modifier goes on it?",
    )),
    "unp": ((90, 10), "79", (
        "{Day} days after {op} ({days} global days) the same surgeon operates for a different problem. What goes on that procedure?",
    )),
    "office": ((90,), _NONE, (
        "{Day} days after {op} (90 global days) the surgeon treats a wound infection in the office, without going back to the operating room. How does Medicare want it billed?",
        "On day {Day} after {op} (90 global days) the surgeon sees the patient for the usual check of the wound. How is the visit billed?",
    )),
}  # fmt: skip
_NEAR = {
    "57": ("25", "24", _NONE), "25": ("57", "24", _NONE), _NONE: ("25", "78", "24"), "24": ("79", "25", _NONE), "58": ("78", "79", _NONE),
    "78": ("58", "79", _NONE), "79": ("78", "58", _NONE),
}  # fmt: skip
_REASONS = {
    "57": "57 is for the decision to do a major operation, one with 90 global days.", "25": "25 is for a significant, separate visit on the day of a minor procedure.",
    "24": "24 is for a visit in the global period that is unrelated.", "58": "58 is for a procedure that was planned, staged or more extensive.",
    "78": "78 is for an unplanned return to the operating room because of a complication.", "79": "79 is for a procedure in the global period that is unrelated.",
    "59": "59 is for procedures, not for visits.", "76": "76 is for the very same procedure done again.", _NONE: "It is more than the global payment covers, so it is billed, with a modifier that says why.",
}  # fmt: skip


def _global_keys(sources: Sources, start: float) -> Iterator[str]:
    del sources
    found = [
        f"{story}-{number}-{variant}"
        for story, (periods, _right, told) in _STORIES.items()
        for number, (_op, days) in enumerate(_SURGERIES)
        if days in periods
        for variant in range(len(told))
    ]
    yield from turned(found, start)


def _global(sources: Sources, key: str) -> Draft | None:
    del sources
    story, number, variant = key.split("-") if key.count("-") == 2 else ("", "", "")
    if story not in _STORIES or not number.isdecimal() or not variant.isdecimal() or int(number) >= len(_SURGERIES):
        return None
    periods, right, tellings = _STORIES[story]
    op, days = _SURGERIES[int(number)]
    if days not in periods or int(variant) >= len(tellings):
        return None
    lot = Lot(key)
    day = 2 + lot.below(7 if days == 10 else 80)
    ask = tellings[int(variant)].format(op=op, days=days, Day=day)
    near = [one for one in _NEAR[right] if one != right]
    if story == "office":
        near = ["78", "24", "25"]
    elif story == "small":
        near = ["25", "57", "24"]
    wrong = tuple(Option(one, _REASONS[one]) for one in near)
    why = _REASONS[right] if right != _NONE else (
        "Medicare's global payment covers complications that need no return to the operating room, and the usual visits." if story == "office"
        else "The decision to do a minor procedure is part of the procedure.")  # fmt: skip
    return Draft(ask, Option(right, why), wrong, {"ask": ask}, ())


_IMAGES = (
    "an ECG",
    "a chest X-ray",
    "a wrist X-ray",
    "a CT of the head",
    "a fetal nonstress test",
    "an X-ray of the abdomen",
    "an echocardiogram",
    "an ultrasound of the leg veins",
)
_TESTS = ("potassium", "glucose", "troponin", "hemoglobin", "arterial blood gases", "lactate", "creatinine", "platelets")
_AGAIN = {
    "same": (
        _IMAGES,
        "76",
        "In the morning the physician does {what}; in the afternoon, for a new complaint, the same physician does it again.",
    ),
    "other": (
        _IMAGES,
        "77",
        "In the morning one physician does {what}; in the afternoon, for a new complaint, another physician does it again.",
    ),
    "spoilt": (_IMAGES, _NONE, "The first {bare} cannot be read because the equipment failed, and it is done once more."),
    "lab": (_TESTS, "91", "To follow the treatment, {what} is measured at 8 in the morning and again at 2 in the afternoon."),
    "error": (_TESTS, _NONE, "The analyzer fails, and the laboratory measures {what} of the same specimen once more."),
    "confirm": (_TESTS, _NONE, "The first {bare} looks odd, and the laboratory runs the same specimen again to confirm it."),
}


def _again_keys(sources: Sources, start: float) -> Iterator[str]:
    del sources
    yield from turned([f"{how}-{number}" for how, (things, _right, _told) in _AGAIN.items() for number in range(len(things))], start)


def _again(sources: Sources, key: str) -> Draft | None:
    del sources
    how, _, number = key.partition("-")
    if how not in _AGAIN or not number.isdecimal() or int(number) >= len(_AGAIN[how][0]):
        return None
    things, right, told = _AGAIN[how]
    what = things[int(number)]
    bare = what.partition(" ")[2] if things is _IMAGES else what
    near = {"76": ("77", "91", _NONE), "77": ("76", "59", _NONE), "91": ("76", "59", _NONE), _NONE: ("76", "91", "59")}[right]
    reasons = {
        "76": "76 is for a procedure repeated by the same physician." if right != "91" else "76 is for procedures; a laboratory test takes 91.",
        "77": "77 is for a procedure repeated by another physician.", "91": "91 is for laboratory tests repeated for new results on the same day.",
        "59": "59 is for a distinct procedure, not for the same one again.", _NONE: "It was needed again and is billed again, with a modifier that says so.",
    }  # fmt: skip
    why = {"76": "Same procedure, same physician, same day: 76 on the second.", "77": "Same procedure, another physician, same day: 77 on the second.",
           "91": "A laboratory test needed again on the same day for a new result: 91 on the second.",
           _NONE: "A test done again because it failed, or to confirm it, is one test."}[right]  # fmt: skip
    wrong = tuple(Option(one, reasons[one]) for one in near)
    said = told.format(what=what, bare=bare)
    ask = f"{said} {Lot(key).pick(('How is the second one billed?', 'What goes on the second one?'))}"
    return Draft(ask, Option(right, why), wrong, {"told": said}, ())


_FOUND = (
    "removes a polyp with a snare", "takes a biopsy of a polyp", "removes a polyp with hot forceps", "removes a small polyp with cold forceps",
    "takes a biopsy of inflamed mucosa", "destroys a small vascular lesion", "removes a polyp of the cecum with a snare", "takes a biopsy of a mass",
)  # fmt: skip
_WHO = {"m": "a Medicare patient", "c": "a patient with a commercial plan that follows the preventive care rules"}
_WHY_COLON = {
    "s": "comes without complaints for a screening colonoscopy",
    "d": "has a colonoscopy because of rectal bleeding",
}


def _colon_keys(sources: Sources, start: float) -> Iterator[str]:
    del sources
    yield from turned([f"{who}{why}{number}" for who, why, number in product(_WHO, _WHY_COLON, range(len(_FOUND)))], start)


def _colon(sources: Sources, key: str) -> Draft | None:
    del sources
    if len(key) != 3 or key[0] not in _WHO or key[1] not in _WHY_COLON or not key[2].isdecimal() or int(key[2]) >= len(_FOUND):
        return None
    who, why = key[0], key[1]
    none = "None"
    right = none if why != "s" else ("PT" if who == "m" else "33")
    told = f"{_WHO[who]} {_WHY_COLON[why]}; the physician {_FOUND[int(key[2])]}."
    told = told[0].upper() + told[1:]
    reasons = {
        "PT": "PT is Medicare's modifier for a colorectal screening that became diagnostic or therapeutic." + (" This plan is not Medicare." if who == "c" and why == "s" else " This was no screening." if why != "s" else ""),
        "33": "33 marks a preventive service for plans other than Medicare." + (" Medicare wants PT." if who == "m" and why == "s" else " This was no screening." if why != "s" else ""),
        "52": "52 is for a reduced service; this one was done in full.", "53": "53 is for a procedure that was stopped; this one was done in full.",
        none: "Without it the patient loses the benefit: the procedure began as a screening.",
    }  # fmt: skip
    answer = {
        "PT": "It began as a screening of a Medicare patient and became therapeutic: PT.", "33": "It began as a screening under a commercial plan: 33.",
        none: "A colonoscopy because of a sign is diagnostic from the start.",
    }[right]  # fmt: skip
    order = [one for one in ("PT", "33", none, "52") if one != right]
    wrong = tuple(Option(one, reasons[one]) for one in order[:3])
    ask = f"{told} {Lot(key).pick(('What goes on the procedure?', 'Which modifier goes on the procedure?'))}"
    return Draft(ask, Option(right, answer), wrong, {"told": told}, ())


_PICTURES = ("chest X-ray", "CT of the abdomen", "MRI of the knee", "ultrasound of the thyroid", "mammogram", "bone density scan", "X-ray of the hand", "echocardiogram", "sleep study", "pulmonary function test",
             "CT of the sinuses", "MRI of the brain")  # fmt: skip
_ROLES = {
    "p": ("26", "The hospital owns the equipment. A radiologist who is not its employee reads the {what} and writes the report. What does the physician bill?",
          "The {what} is done in the hospital; an independent physician interprets it and writes the report. How does the physician bill?"),
    "t": ("TC", "A mobile company brings the equipment and does the {what}; a physician elsewhere reads it and bills for that. What does the company bill?",
          "An independent testing facility does the {what}; a physician who is not part of it interprets it and bills for that. What does the facility bill?"),
    "g": ("No modifier", "A group owns the equipment, does the {what} in its office and reads it. What does the group bill?",
          "In the physician's own office, on the physician's own equipment, the {what} is done and interpreted. How is it billed?"),
}  # fmt: skip


def _component_keys(sources: Sources, start: float) -> Iterator[str]:
    del sources
    yield from turned([f"{role}{number}" for role, number in product(_ROLES, range(len(_PICTURES)))], start)


def _component(sources: Sources, key: str) -> Draft | None:
    del sources
    role, number = key[:1], key[1:]
    if role not in _ROLES or not number.isdecimal() or int(number) >= len(_PICTURES):
        return None
    right, *tellings = _ROLES[role]
    ask = Lot(key).pick(tellings).format(what=_PICTURES[int(number)])
    reasons = {
        "26": "26 is for the reading and the report alone.", "TC": "TC is for the equipment, the staff and the images alone.",
        "No modifier": "Without a modifier both parts are billed, the technical and the professional.", "52": "52 is for a reduced service; nothing was left out.",
    }  # fmt: skip
    wrong = tuple(Option(one, reasons[one]) for one in ("26", "TC", "No modifier", "52") if one != right)
    why = {
        "26": "Only the professional component was provided: 26.",
        "TC": "Only the technical component was provided: TC.",
        "No modifier": "Both components come from one hand: the global service.",
    }[right]
    return Draft(ask, Option(right, why), wrong, {"ask": ask}, ())


FAMILIES = (
    Family(
        "global-modifier", "24, 25, 57, 58, 78 or 79", "guidelines", MEDIUM,
        "Visits: 57 decision for a major operation, 25 separate on the day, 24 unrelated later. Procedures: 58 planned, 78 back to the operating room, 79 unrelated.",
        "Medicare Claims Processing Manual, Chapter 12, Sections 40.1, 40.2 and 40.3; 30.6.6", _global_keys, _global, "",
        ("global period modifiers", "modifier 25", "modifier 57", "modifier 58", "modifier 78", "modifier 79", "modifier 24", "25 or 57", "58 78 79", "surgical modifiers"), ("modifiers",),
    ),
    Family(
        "repeat-modifier", "Repeated services", "pathology-laboratory", EASY,
        "76 same physician, 77 another physician, 91 a laboratory test needed again; what failed is not billed twice.",
        "Medicare Claims Processing Manual, Chapter 12, Section 40, and Chapter 16, Section 100.5.1; NCCI Policy Manual, Chapter I, Section E", _again_keys, _again, "",
        ("modifier 76", "modifier 77", "modifier 91", "repeat modifiers", "repeat procedures", "76 or 77"), ("modifiers",),
    ),
    Family(
        "colon-screening", "Screening turned therapeutic", "digestive", EASY,
        "A colorectal screening that becomes therapeutic carries PT for Medicare and 33 for other plans; a test because of a sign carries neither.",
        "Medicare Claims Processing Manual, Chapter 18, Section 60; HCPCS Level II, modifier PT", _colon_keys, _colon, "",
        ("modifier pt", "modifier 33", "pt or 33", "screening colonoscopy", "colonoscopy modifiers"), ("modifiers",),
    ),
    Family(
        "component", "26, TC or both", "radiology", EASY,
        "The reading alone is 26, the equipment alone TC, both from one hand no modifier.",
        "Medicare Claims Processing Manual, Chapter 13, Section 20; Chapter 23, PC/TC indicator", _component_keys, _component, "",
        ("modifier 26", "modifier tc", "professional component", "technical component", "26 or tc", "components"), ("modifiers",),
    ),
)  # fmt: skip
