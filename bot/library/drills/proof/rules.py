"""Checks of the families that are rules alone: counting, time, visits, modifiers."""

import re
from datetime import date, datetime, timedelta
from fractions import Fraction

from bot.library.drills.proof.check import Says, proves
from bot.library.drills.proof.truth import Truth


def _number(text: str) -> Fraction:
    return Fraction(re.findall(r"\d[\d,]*\.?\d*", text)[0].replace(",", ""))


@proves("excised-diameter")
def excised(truth: Truth, says: Says, option: str) -> bool:
    """The wider of the two measures, and the margin twice."""
    del truth
    return _number(option) == max(_number(says["size"]), _number(says["width"])) + 2 * _number(says["margin"])


_GROUP = {"trunk and limbs": {"arm", "leg", "back", "chest", "abdomen", "shoulder"}, "face": {"cheek", "forehead", "chin", "nose"}}


@proves("repair-sum")
def repairs(truth: Truth, says: Says, option: str) -> bool:
    """The sum over the wounds of the class and the group."""
    del truth
    wounds = [wound.split(", ") for wound in says["wounds"].split("; ")]
    return _number(option) == sum(_number(size) for site, kind, size in wounds if kind == says["ours"] and site in _GROUP[says["group"]])


def _day(text: str) -> date:
    return datetime.strptime(text, "%B %d, %Y").date()  # noqa: DTZ007  # a calendar date, of no zone


@proves("global-days")
def global_days(truth: Truth, says: Says, option: str) -> bool:
    """The first day after as many days as follow the surgery."""
    del truth
    inside = {_day(says["day"]) + timedelta(days=after) for after in range(int(says["days"]) + 1)}
    return _day(option) not in inside and _day(option) - timedelta(days=1) in inside


@proves("add-on")
def add_on(truth: Truth, says: Says, option: str) -> bool:
    """The primary once, and add-ons until everything is covered; no modifier 51."""
    del truth
    numbers = [int(one) for one in re.findall(r"\d+", says["rule"])] or [1, 1]
    first, each = numbers
    total = int(_number(says["total"]))
    added = re.findall(r"add-on × (\d+)", option)
    if "51" in option or "Primary × 1" not in option or not added:
        return False
    return first + each * (int(added[0]) - 1) < total <= first + each * int(added[0])


@proves("infusion-initial")
def initial(truth: Truth, says: Says, option: str) -> bool:
    """Nothing that is given ranks higher."""
    del truth

    def rank(service: str) -> tuple[bool, bool, bool]:
        return ("chemotherapy" in service, "hydration" not in service, "push" not in service)

    given = re.split(r"(?<=\)), |(?<=\)) and ", says["given"])
    return option in given and all(rank(option) >= rank(other) for other in given)


def _minutes(clock: str) -> int:
    hour, _, minute = clock.partition(":")
    return 60 * int(hour) + int(minute)


@proves("infusion-hours")
def infusion(truth: Truth, says: Says, option: str) -> bool:
    """A push up to 15 minutes; the first hour; a further one for every hour that is more than half begun."""
    del truth
    lasted = _minutes(says["to"]) - _minutes(says["from"])
    hydration = "hydration" in says["what"]
    if lasted <= (30 if hydration else 15):
        return option == ("Not reported: too short" if hydration else "An IV push")
    further = 0
    while lasted - 60 * (further + 1) > 30:
        further += 1
    wanted = f"First hour, and {further} further hour" if further else "First hour only"
    return option.rstrip("s") == wanted


@proves("therapy-units")
def therapy(truth: Truth, says: Says, option: str) -> bool:
    """Whole quarters of an hour of all timed minutes, and one more for a rest of 8 minutes."""
    del truth
    quarters, rest = divmod(int(_number(says["one"]) + _number(says["two"])), 15)
    return int(option) == quarters + (rest >= 8)


@proves("panel")
def panel(truth: Truth, says: Says, option: str) -> bool:
    """Complete, complete with more, or not complete."""
    del truth
    listed, done = (set(re.split(r", | and ", says[which])) for which in ("panel", "done"))
    if not listed <= done:
        return option == "Each test by itself"
    return option == ("The panel, and the extra tests by themselves" if done - listed else "The panel, once")


@proves("anesthesia-time")
def anesthesia_time(truth: Truth, says: Says, option: str) -> bool:
    """From the preparation to the hand-over."""
    del truth
    return int(_number(option)) == _minutes(says["end"].split()[0]) - _minutes(says["begin"].split()[0])


def _tenths(minutes: Fraction) -> Fraction:
    """Divide by 15 and round to one decimal, halves up."""
    return Fraction(int(minutes / 15 * 10 + Fraction(1, 2)), 10)


@proves("anesthesia-units")
def anesthesia_units(truth: Truth, says: Says, option: str) -> bool:
    """Base and time."""
    del truth
    return Fraction(option) == _number(says["base"]) + _tenths(_number(says["minutes"]))


@proves("anesthesia-modifier")
def anesthesia_modifier(truth: Truth, says: Says, option: str) -> bool:
    """Who bills, and how many are directed."""
    del truth
    told = says["told"]
    if "nurse anesthetist's claim" in told:
        return option == ("QZ" if "without medical direction" in told else "QX")
    if "personally" in told:
        return option == "AA"
    many = next(
        (
            number
            for word, number in (("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6))
            if re.search(rf"(?:directs|supervises) {word}\b", told)
        )
    )
    return option == ("QY" if many == 1 else "QK" if many <= 4 else "AD")


@proves("anesthesia-payment")
def anesthesia_payment(truth: Truth, says: Says, option: str) -> bool:
    """Units at the factor, half where there is direction."""
    del truth
    units = _number(says["base"]) + _tenths(_number(says["minutes"]))
    share = Fraction(1, 2) if says["modifier"].split()[-1] in ("QK", "QX", "QY") else 1
    return _number(option) == units * _number(says["factor"]) * share


_RANKS = {"minimal": 0, "low": 1, "limited": 1, "moderate": 2, "high": 3, "extensive": 3}
_LEVELS = ("Straightforward", "Low", "Moderate", "High")


@proves("em-mdm")
def mdm(truth: Truth, says: Says, option: str) -> bool:
    """The highest level that two elements reach."""
    del truth
    ranks = [_RANKS[word] for word in re.findall(r": (\w+)\.", says["told"])]
    level = _LEVELS.index(option)
    return sum(rank >= level for rank in ranks) >= 2 and sum(rank >= level + 1 for rank in ranks) < 2


_ELEMENTS = {
    "problems": ((r"severe exacerbation|threatens life|abrupt", 3), (r"getting worse|two stable|uncertain outlook|fever and chills|loss of consciousness", 2),
                 (r"two minor|stable chronic|uncomplicated|simple", 1), (r".", 0)),
    "risk": ((r"intensive monitoring|emergency major|admit|elective major surgery in a patient with risk|not to resuscitate", 3),
             (r"prescription|minor surgery in a patient with a known|major surgery without|lack of housing", 2), (r"over-the-counter|minor surgery without", 1), (r".", 0)),
    "data": ((r"three tests reviewed, and|independent interpretation of a CT, and", 3), (r"three different|interpreted independently|discussed with|two tests ordered and the history", 2),
             (r"two different|one outside note and one|history taken from a parent", 1), (r".", 0)),
}  # fmt: skip
_NAMES = {
    "problems": ("Minimal", "Low", "Moderate", "High"),
    "risk": ("Minimal", "Low", "Moderate", "High"),
    "data": ("Minimal", "Limited", "Moderate", "Extensive"),
}


@proves("em-element")
def element(truth: Truth, says: Says, option: str) -> bool:
    """How high the words of the story stand in the table."""
    del truth
    rank = next(rank for mark, rank in _ELEMENTS[says["name"].lower()] if re.search(mark, says["told"]))
    return option == _NAMES[says["name"].lower()][rank]


@proves("em-time")
def em_time(truth: Truth, says: Says, option: str) -> bool:
    """The level whose span of minutes holds the physician's own time of that day."""
    del truth
    total = sum(_number(says[part]) for part in ("before", "seen", "after"))
    spans = {"a new patient": ((15, 29), (30, 44), (45, 59), (60, 74)), "an established patient": ((10, 19), (20, 29), (30, 39), (40, 54))}[
        says["who"]
    ]
    low, high = spans[int(option[-1]) - 2]
    return low <= total <= high


@proves("new-patient")
def new_patient(truth: Truth, says: Says, option: str) -> bool:
    """Three years, face to face, one specialty."""
    del truth
    earlier, today = says["earlier"], _day(says["today"])
    seen = _day(re.findall(r"\w+ \d+, \d{4}", earlier)[0])
    recent = (today.year - seen.year, today.month, today.day) <= (3, seen.month, seen.day)
    if "without seeing" in earlier:
        mark = "a test was read"
    elif not recent:
        mark = "more than three years"
    else:
        same = f"in {says['ours']}" in earlier.partition(" saw ")[0] or "the same physician" in earlier
        mark = "seen face to face within" if same else "another specialty"
    return mark in option


@proves("split-shared")
def shared(truth: Truth, says: Says, option: str) -> bool:
    """More than half of the minutes in a facility; in the office no shared visit."""
    del truth
    if "told" in says:
        return option == "The NPP, without FS"
    physician, npp = _number(says["physician"]), _number(says["npp"])
    return option == ("The physician, with FS" if 2 * physician > physician + npp else "The NPP, with FS")


@proves("global-modifier")
def global_modifier(truth: Truth, says: Says, option: str) -> bool:
    """The modifier of the story, in the order of what gives it away."""
    del truth
    ask = says["ask"]
    marks = (
        (r"decides to operate", "57"), (r"holds only the decision|in the office, without|usual check", "Not billed"), (r"separate problem|significant, separate", "25"),
        (r"has nothing to do with it", "24"), (r"second stage|more extensive", "58"), (r"back to the operating room", "78"), (r"different problem", "79"),
    )  # fmt: skip
    return option.startswith(next(modifier for mark, modifier in marks if re.search(mark, ask)))


@proves("repeat-modifier")
def repeated(truth: Truth, says: Says, option: str) -> bool:
    """A failed or confirming test is one; else by who repeats, and whether it is a laboratory test."""
    del truth
    told = says["told"]
    if re.search(r"fail|confirm", told):
        return option == "Not billed"
    return option == ("77" if "another physician" in told else "76" if "same physician" in told else "91")


@proves("colon-screening")
def colon(truth: Truth, says: Says, option: str) -> bool:
    """Screening: PT or 33 by the payer; a sign: neither."""
    del truth
    told = says["told"]
    if "screening colonoscopy" not in told:
        return option == "None"
    return option == ("PT" if "Medicare" in told else "33")


@proves("component")
def component(truth: Truth, says: Says, option: str) -> bool:
    """Whose is the equipment, whose the reading."""
    del truth
    ask = says["ask"]
    if re.search(r"mobile company|testing facility", ask):
        return option == "TC"
    return option == ("26" if "hospital" in ask else "No modifier")


_CHOICES = (
    ("22", r"double the time|longer and harder"), ("23", r"needs general anesthesia|normally needs a local"), ("32", r"insurer demands|authority requires"),
    ("47", r"surgeon personally gives|operating surgeon, not"), ("51", r"second operation|two different major"), ("52", r"leave out a part|Less is done"),
    ("53", r"physician's claim for|physician bills\.$"), ("54", r"The surgeon bills|What does the surgeon bill"), ("55", r"takes over the care|optometrist"),
    ("56", r"prepares the patient for|Only the care before"), ("59", r"payer takes no X|no more specific modifier"), ("62", r"another does the fusion|each do a distinct part"),
    ("66", r"several surgeons|whole team"), ("63", r"2\.8 kg|3\.4 kg"), ("73", r"before anesthesia|before any anesthesia"), ("74", r"after anesthesia was given|scope is already in"),
    ("AS", r"physician assistant assists|nurse practitioner serves"), ("82", r"no qualified resident|all residents"), ("80", r"physician, assists|as assistant from"),
    ("90", r"outside laboratory does|reference laboratory"), ("QW", r"waived"), ("XE", r"separate encounter|two visits hours apart"), ("XS", r"two different organs|on the arm and one"),
    ("XP", r"two different practitioners|second practitioner"), ("XU", r"overlaps nothing|does not overlap"),
)  # fmt: skip


@proves("modifier-choice")
def choice(truth: Truth, says: Says, option: str) -> bool:
    """The modifier whose mark the story carries."""
    del truth
    return option == next(modifier for modifier, mark in _CHOICES if re.search(mark, says["told"]))
