"""Which modifier of CPT a situation calls for: how much was done, by whom, how it ended."""

from collections.abc import Iterator

from bot.library.drills.family import MEDIUM, Draft, Family, Option
from bot.library.drills.lot import Lot, turned
from bot.library.drills.sources import Sources

MEANINGS = {
    "22": "much more work than usual, documented", "23": "general anesthesia where usually none or local is used", "24": "an unrelated visit during the postoperative period",
    "25": "a significant, separate visit on the day of a minor procedure", "26": "the professional component alone", "TC": "the technical component alone",
    "32": "a service that a payer or an authority demands", "33": "a preventive service, for payers other than Medicare", "47": "anesthesia by the surgeon",
    "50": "the same procedure on both sides", "51": "several procedures at one session", "52": "a reduced service", "53": "a procedure stopped for the patient's safety",
    "54": "the surgery alone, without the care after it", "55": "the postoperative care alone", "56": "the preoperative care alone", "57": "the visit at which a major operation was decided",
    "58": "a procedure planned, staged or more extensive, in the postoperative period", "59": "a distinct procedure", "62": "two surgeons, each doing a distinct part",
    "63": "an infant of less than 4 kg", "66": "a surgical team", "73": "a hospital outpatient procedure stopped before anesthesia", "74": "a hospital outpatient procedure stopped after anesthesia began",
    "76": "the same procedure repeated by the same physician", "77": "the same procedure repeated by another physician", "78": "an unplanned return to the operating room for a complication",
    "79": "an unrelated procedure in the postoperative period", "80": "an assistant at surgery who is a physician", "81": "a minimum assistant at surgery",
    "82": "an assistant at surgery because no qualified resident was available", "90": "a test sent to an outside laboratory", "91": "a laboratory test repeated on the same day for new results",
    "AS": "an assistant at surgery who is a PA, NP or CNS", "PT": "a Medicare colorectal screening that became therapeutic", "XE": "a separate encounter",
    "XP": "a separate practitioner", "XS": "a separate structure", "XU": "an unusual service that does not overlap the main one", "QW": "a test that is waived under CLIA",
}  # fmt: skip

_TOLD: dict[str, tuple[tuple[str, ...], tuple[str, str, str]]] = {
    "22": ((
        "Dense scars from three earlier operations double the time of the procedure, and the report explains why.",
        "The patient's extreme weight makes the operation far longer and harder than usual; the surgeon documents how and why.",
    ), ("52", "59", "51")),
    "23": ((
        "A child cannot lie still, so a procedure usually done without anesthesia needs general anesthesia.",
        "Because of a severe movement disorder, general anesthesia is given for a procedure that normally needs a local one.",
    ), ("47", "22", "53")),
    "32": ((
        "The insurer demands a second opinion before it pays for the operation.",
        "An examination is done because an authority requires it.",
    ), ("22", "59", "25")),
    "47": ((
        "The surgeon personally gives a regional block for the operation.",
        "The operating surgeon, not an anesthesiologist, provides general anesthesia.",
    ), ("23", "AS", "62")),
    "51": ((
        "Through separate incisions the surgeon does a second operation, not an add-on, at the same session.",
        "At one session the same surgeon does two different major procedures that no edit bundles.",
    ), ("50", "58", "76")),
    "52": ((
        "The surgeon decides before the start to leave out a part of the procedure that the code describes.",
        "Less is done than the code says, by the physician's choice and without danger to the patient.",
    ), ("53", "22", "54")),
    "53": ((
        "In the physician's claim for an operation that was stopped: after anesthesia began the blood pressure fell dangerously.",
        "The endoscopy is broken off because the patient's heart rhythm becomes threatening; the physician bills.",
    ), ("52", "74", "78")),
    "54": ((
        "A surgeon on a cruise stop operates; the patient's own physician at home gives all the care after it. The surgeon bills.",
        "The surgeon operates and hands over all later care in writing to another practice. What does the surgeon bill?",
    ), ("55", "56", "62")),
    "55": ((
        "Another surgeon operated; this physician takes over the care after discharge, as agreed in writing, and bills for it.",
        "An optometrist gives the care after a cataract operation that an ophthalmologist did, and bills that part.",
    ), ("54", "56", "58")),
    "56": ((
        "This physician prepares the patient for the operation and examines her; a different surgeon operates and does what follows.",
        "Only the care before the operation was given here; others operated and followed up.",
    ), ("54", "55", "57")),
    "59": ((
        "A biopsy of one lesion and the removal of another, far from it, are bundled by an edit; the payer takes no X modifiers.",
        "An edit bundles two procedures that were done through separate incisions on separate sites; no more specific modifier is accepted.",
    ), ("51", "58", "25")),
    "62": ((
        "One surgeon opens the way to the spine, another does the fusion; each writes a report of an own part of one code.",
        "Two surgeons of different specialties each do a distinct part of the operation that one code describes.",
    ), ("80", "66", "59")),
    "66": ((
        "A transplant takes several surgeons of different specialties, nurses and equipment working together throughout.",
        "A highly complex operation needs a whole team of physicians at once.",
    ), ("62", "80", "22")),
    "63": ((
        "A newborn of 2.8 kg has an operation whose code is not exempt from the modifier for small infants.",
        "The infant weighs 3.4 kg on the day of surgery, which makes the operation far harder.",
    ), ("22", "52", "23")),
    "73": ((
        "In the hospital outpatient department the patient is prepared and taken to the room; before anesthesia the procedure is canceled. The hospital bills.",
        "An ambulatory surgery center stops the procedure after the patient was brought in, before any anesthesia, because of a sudden fever. The center bills.",
    ), ("74", "53", "52")),
    "74": ((
        "In the hospital outpatient department the procedure is stopped after anesthesia was given. The hospital bills.",
        "In an ambulatory surgery center the scope is already in when the procedure is ended for the patient's safety. The center bills.",
    ), ("73", "53", "52")),
    "80": ((
        "A second surgeon, a physician, assists the operating surgeon through the whole operation.",
        "A physician holds retractors and closes as assistant from the beginning to the end of the procedure.",
    ), ("62", "AS", "82")),
    "82": ((
        "In a teaching hospital no qualified resident is available, so another physician assists at the operation.",
        "A physician assists in a teaching hospital because all residents of the program are busy elsewhere.",
    ), ("80", "62", "AS")),
    "AS": ((
        "A physician assistant assists at the operation on a Medicare patient.",
        "A nurse practitioner serves as the assistant at surgery; Medicare is billed.",
    ), ("80", "82", "62")),
    "90": ((
        "The practice draws the blood, an outside laboratory does the test, and the practice bills a commercial payer that allows it.",
        "The test is bought from a reference laboratory and billed by the physician to a private payer.",
    ), ("91", "26", "TC")),
    "QW": ((
        "The practice has a certificate of waiver and does a rapid strep test with a waived kit.",
        "A urine test kit that is waived under CLIA is used in an office with a certificate of waiver.",
    ), ("90", "91", "TC")),
    "XE": ((
        "The patient comes back in the evening of the same day for a second, separate encounter with the same physician; an edit would bundle the two.",
        "Two bundled services are given on one day, at two visits hours apart.",
    ), ("XS", "XP", "XU")),
    "XS": ((
        "Two bundled procedures are done at one session on two different organs.",
        "An edit would bundle the two, but one was done on the arm and one on the back.",
    ), ("XE", "XP", "XU")),
    "XP": ((
        "Two bundled services are given on one day by two different practitioners.",
        "An edit would bundle the two; a second practitioner provided the second.",
    ), ("XE", "XS", "XU")),
    "XU": ((
        "A diagnostic test, not part of the usual work of the main service, is needed beside it; it overlaps nothing of it.",
        "A service that does not overlap the usual components of the main one is unusual beside it and distinct.",
    ), ("XE", "XS", "XP")),
}  # fmt: skip


def _keys(sources: Sources, start: float) -> Iterator[str]:
    del sources
    yield from turned([f"{modifier}-{number}" for modifier, (told, _near) in _TOLD.items() for number in range(len(told))], start)


def _make(sources: Sources, key: str) -> Draft | None:
    del sources
    right, _, number = key.partition("-")
    if right not in _TOLD or not number.isdecimal() or int(number) >= len(_TOLD[right][0]):
        return None
    told, near = _TOLD[right][0][int(number)], _TOLD[right][1]
    ask = told if told.endswith("?") else f"{told} {Lot(key).pick(('Which modifier?', 'Which modifier says so?'))}"
    wrong = tuple(Option(one, f"{one} means {MEANINGS[one]}.") for one in near)
    return Draft(ask, Option(right, f"{right} means {MEANINGS[right]}."), wrong, {"told": told}, ())


FAMILIES = (
    Family(
        "modifier-choice", "Choose the modifier", "guidelines", MEDIUM,
        "Ask how much was done, by whom and for whom the claim is: the modifier answers just that.",
        "Medicare Claims Processing Manual, Chapter 12, Sections 20.4, 40 and 50; Chapter 4, Section 20.6; NCCI Policy Manual, Chapter I, Section E",
        _keys, _make, "", ("cpt modifiers", "procedure modifiers", "modifier practice", "choose modifiers", "surgery modifiers"), ("modifiers",),
    ),
)  # fmt: skip
