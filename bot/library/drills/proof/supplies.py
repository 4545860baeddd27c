"""Checks of the families of HCPCS Level II."""

import re
from fractions import Fraction
from math import ceil

from bot.library.drills.proof.check import Says, proves
from bot.library.drills.proof.truth import Truth

_FACTORS = {
    "g": 1_000_000,
    "gm": 1_000_000,
    "mg": 1000,
    "milligram": 1000,
    "mcg": 1,
    "microgram": 1,
    "unit": 1,
    "iu": 1,
    "usp unit": 1,
    "meq": 1,
}
_WEIGHTS = {"g", "gm", "mg", "milligram", "mcg", "microgram"}


def _amount(text: str) -> tuple[Fraction, bool]:
    """Read an amount in micrograms or in its own measure, and whether it is a weight."""
    match = re.fullmatch(r"(?:up to )?([\d,.]+) (million )?([a-z ]+?)s?", text)
    assert match, text
    return Fraction(match[1].replace(",", "")) * (1_000_000 if match[2] else 1) * _FACTORS[match[3]], match[3] in _WEIGHTS


def _parts(dose: str, unit: str) -> Fraction:
    (given, weighed), (one, also) = _amount(dose), _amount(unit)
    assert weighed == also, (dose, unit)
    return given / one


@proves("drug-units")
def drug_units(truth: Truth, says: Says, option: str) -> bool:
    """The dose over the unit of the code, rounded up."""
    assert truth.hcpcs[says["code"]]["unit"] == says["unit"]
    return int(option.replace(",", "")) == ceil(_parts(says["dose"], says["unit"]))


@proves("wastage")
def wastage(truth: Truth, says: Says, option: str) -> bool:
    """Given on one line, discarded with JW on another; JZ where nothing was."""
    code, unit = says["code"], truth.hcpcs[says["code"]]["unit"]
    count, vial = re.findall(r"(\d+) single-dose vials? of (.+)", says["containers"])[0]
    given = _parts(says["dose"], unit)
    left = int(count) * _parts(vial, unit) - given
    assert 0 <= left < _parts(vial, unit)
    lines = [(str(one[0]), Fraction(one[1].replace(",", ""))) for one in re.findall(r"(\S+) × ([\d,]*\d)", option)]
    return lines == ([(code, given), (f"{code}-JW", left)] if left else [(f"{code}-JZ", given)])


_TOLD = (
    (r"Month 1 of the rental", "KH"), (r"Month [23] of the rental", "KI"), (r"Month (?:[4-9]|1[0-3]) of the rental", "KJ"), (r"another patient has used", "UE"),
    (r"and now buys it", "NR"), (r"buys .*, new\.", "NU"), (r"counts toward a later purchase", "LL"), (r"for eleven days", "KR"), (r"no answer after 30 days", "BU"),
    (r"chooses to buy", "BP"), (r"chooses to rent", "BR"), (r"does not buy but rents", "RR"), (r"the whole item is replaced", "RA"), (r"one part of it is replaced", "RB"),
    (r"maintenance and service fee", "MS"), (r"all are met", "KX"), (r"signed the required notice", "GA"), (r"nobody gave the patient a notice", "GZ"),
    (r"without an order", "EY"), (r"kept as back-up", "TW"),
)  # fmt: skip


@proves("dme-modifier")
def equipment(truth: Truth, says: Says, option: str) -> bool:
    """The modifier that the story calls for."""
    return option in truth.hcpcs and option == next(modifier for mark, modifier in _TOLD if re.search(mark, says["told"]))


@proves("supply-units")
def supplies(truth: Truth, says: Says, option: str) -> bool:
    """What is delivered over what one unit is, rounded up."""
    unit = truth.hcpcs[says["code"]]["unit"]
    assert unit == says["unit"]
    numbers = re.findall(r"\d[\d,]*\.?\d*", unit)
    one = Fraction(numbers[-1].replace(",", "")) * (2 if "pair" in unit else 1)
    return int(option.replace(",", "")) == ceil(Fraction(says["given"].replace(",", "")) / one)


@proves("hcpcs-part")
def part(truth: Truth, says: Says, option: str) -> bool:
    """The title of the stretch that holds the code."""
    home = next(one for one in truth.ranges if one["first"] <= says["code"] <= one["last"])
    return home["title"] == option or (option.endswith("…") and home["title"].startswith(option[:-1]))


@proves("hcpcs-code")
def name(truth: Truth, says: Says, option: str) -> bool:
    """The code of that title in our own words."""
    return truth.hcpcs[option]["title"] == says["title"]


@proves("modifier-meaning")
def modifier(truth: Truth, says: Says, option: str) -> bool:
    """Title and modifier belong together."""
    if "code" in says:
        return truth.hcpcs[says["code"]]["title"] == option
    return truth.hcpcs[option]["title"] == says["title"]


_FINGERS = ("thumb", "index finger", "middle finger", "ring finger", "little finger")
_TOES = ("great toe", "second toe", "third toe", "fourth toe", "fifth toe")


def _place(modifier: str) -> str:
    """Say what a modifier names, by how the digits are counted."""
    first, second = modifier[0], modifier[1]
    if first == "E":
        return f"{'left' if second in '12' else 'right'} {'upper' if second in '13' else 'lower'} eyelid"
    if first in "FT":
        number = 0 if second == "A" else int(second)
        return f"{'left' if number < 5 else 'right'} {(_FINGERS if first == 'F' else _TOES)[number % 5]}"
    return {"LC": "left circumflex coronary artery", "LD": "left anterior descending coronary artery", "LM": "left main coronary artery",
            "RC": "right coronary artery", "RI": "ramus intermedius"}.get(modifier, modifier)  # fmt: skip


@proves("anatomic-modifier")
def anatomic(truth: Truth, says: Says, option: str) -> bool:
    """The parts that are named, no more and no less."""
    del truth
    return {_place(one) for one in option.split(", ")} == set(says.values())


@proves("side-modifier")
def side(truth: Truth, says: Says, option: str) -> bool:
    """One side, both sides of a procedure, a code for both, two pieces of equipment."""
    del truth
    told = says["told"]
    if "supplier" in told:
        wanted = "RT and LT on two lines"
    elif "indicator 2" in told:
        wanted = "No side modifier"
    else:
        wanted = "50" if "indicator 1" in told else "RT" if "the right" in told else "LT"
    return option == wanted


_STOPS = (
    ("neither a hospital nor a physician's office", "D"), ("custodial care home", "E"), ("dialysis facility in a hospital", "G"), ("freestanding dialysis", "J"),
    ("helicopter pad", "I"), ("another hospital", "H"), ("a hospital", "H"), ("skilled nursing", "N"), ("physician's office", "P"), ("home", "R"), ("scene", "S"),
)  # fmt: skip


@proves("ambulance-modifier")
def ambulance(truth: Truth, says: Says, option: str) -> bool:
    """The letters of origin and destination."""
    del truth
    start, _, end = says["told"].removeprefix("from ").partition(" to ")
    return option == "".join(next(letter for mark, letter in _STOPS if mark in stop) for stop in (start, end))


@proves("ambulance-miles")
def miles(truth: Truth, says: Says, option: str) -> bool:
    """Up to the next tenth, beyond 100 miles up to the next mile."""
    del truth
    driven = Fraction(says["miles"])
    billed = Fraction(ceil(driven)) if driven > 100 else Fraction(ceil(driven * 10), 10)
    return Fraction(option) == billed
