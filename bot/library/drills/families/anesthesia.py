"""Anesthesia: time, units, modifiers, payment, as Medicare counts them."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from itertools import product

from bot.library.drills.family import EASY, MEDIUM, Draft, Family, Option
from bot.library.drills.lot import Lot, turned
from bot.library.drills.sources import Sources
from bot.library.drills.wording import money

_OPERATIONS = (
    "a hip replacement", "a removal of the gallbladder", "a hernia repair", "a hysterectomy", "a knee arthroscopy", "a thyroid operation", "a cataract operation",
    "a repair of a wrist fracture", "a colon resection", "a carotid operation", "a prostate resection", "a tonsillectomy",
)  # fmt: skip


def _clock(minutes: int) -> str:
    return f"{minutes // 60 % 24}:{minutes % 60:02}"


def _time_keys(sources: Sources, start: float) -> Iterator[str]:
    del sources
    yield from turned([str(number) for number in range(500)], start)


def _time(sources: Sources, key: str) -> Draft | None:
    """From the start of the preparation to the safe hand-over."""
    del sources
    if not key.isdecimal() or int(key) >= 500:
        return None
    lot = Lot(f"anesthesia {key}")
    ready = 7 * 60 + lot.below(300)
    asleep = ready + 5 + lot.below(14)
    cut = asleep + 6 + lot.below(20)
    closed = cut + 25 + lot.below(150)
    given_over = closed + 4 + lot.below(16)
    home = given_over + 25 + lot.below(60)
    ask = (
        f"{_clock(ready)} the anesthesiologist begins to prepare the patient, {_clock(asleep)} induction, {_clock(cut)} incision, {_clock(closed)} closure, "
        f"{_clock(given_over)} the patient is handed over to the recovery nurses, {_clock(home)} discharge from recovery. How many minutes of anesthesia time?"
    )
    slips = [(given_over - asleep, "It starts with the preparation for anesthesia, not with the induction."), (closed - cut, "That is the time of the surgery."),
             (home - ready, "It ends when the patient is safely handed over, not at the discharge."), (closed - ready, "It goes on until the patient is handed over.")]  # fmt: skip
    right = given_over - ready
    wrong = tuple(Option(f"{slip} minutes", why) for slip, why in slips)
    why = f"From the start of the preparation, {_clock(ready)}, to the hand-over, {_clock(given_over)}."
    return Draft(
        ask,
        Option(f"{right} minutes", why),
        wrong,
        {"begin": f"{_clock(ready)} the anesthesiologist begins", "end": f"{_clock(given_over)} the patient is handed over"},
    )


def time_units(minutes: int) -> Decimal:
    """Count Medicare's time units: 15 minutes each, to one decimal."""
    return (Decimal(minutes) / 15).quantize(Decimal("0.1"), ROUND_HALF_UP)


def _unit_keys(sources: Sources, start: float) -> Iterator[str]:
    del sources
    yield from turned([f"{base}-{minutes}" for base, minutes in product(range(3, 16), range(22, 250, 7))], start)


def _units(sources: Sources, key: str) -> Draft | None:
    del sources
    one, _, other = key.partition("-")
    if not one.isdecimal() or not other.isdecimal() or not 3 <= int(one) < 16 or not 20 <= int(other) < 260:
        return None
    base, minutes = int(one), int(other)
    lot = Lot(key)
    status = lot.pick(("P1", "P2", "P3", "P4"))
    ask = f"Medicare: {lot.pick(_OPERATIONS)}, {base} base units, {minutes} minutes of anesthesia time, physical status {status}. How many units are paid in all?"
    timed = time_units(minutes)
    right = base + timed
    more = {"P1": 0, "P2": 0, "P3": 1, "P4": 2}[status]
    slips = [(right + more, f"Medicare pays no units for physical status; {status} adds nothing."), (base + Decimal(-(-minutes // 15)), "Time units are not rounded up; they go to one decimal."),
             (base + Decimal(minutes // 15), "Time units are not cut to whole ones; they go to one decimal."), (timed, "The base units are missing."), (base + Decimal(minutes) / 10, "A time unit is 15 minutes, not 10."),
             (Decimal(base), "The time units are missing.")]  # fmt: skip
    wrong = tuple(Option(f"{slip.quantize(Decimal('0.1'))}", why) for slip, why in slips if slip.quantize(Decimal("0.1")) != right)
    why = f"{minutes} ÷ 15 = {timed} time units, plus {base} base units."
    return Draft(ask, Option(f"{right}", why), wrong, {"base": f"{base} base units", "minutes": f"{minutes} minutes"})


_STAFF = {
    "AA": ("An anesthesiologist gives the anesthesia personally, in one room from beginning to end. What goes on the anesthesiologist's claim?",),
    "QY": ("An anesthesiologist medically directs one nurse anesthetist. What goes on the anesthesiologist's claim?",),
    "QK": tuple(f"An anesthesiologist medically directs {many} nurse anesthetists in {many} rooms at the same time. What goes on the anesthesiologist's claim?" for many in ("two", "three", "four")),
    "AD": tuple(f"An anesthesiologist supervises {many} rooms with nurse anesthetists at the same time. What goes on the anesthesiologist's claim?" for many in ("five", "six")),
    "QX": tuple(f"A nurse anesthetist works under the medical direction of an anesthesiologist, who directs {many} at that time. What goes on the nurse anesthetist's claim?"
                for many in ("only this one room", "two rooms", "three rooms", "four rooms")),
    "QZ": ("A nurse anesthetist gives the anesthesia without medical direction by a physician. What goes on the nurse anesthetist's claim?",),
}  # fmt: skip
_STAFF_MEANS = {
    "AA": "AA: the anesthesiologist gave the anesthesia personally.", "QY": "QY: the anesthesiologist directed one nurse anesthetist.",
    "QK": "QK: the physician directed two, three or four procedures at once.", "AD": "AD: the physician supervised more than four procedures at once.",
    "QX": "QX: a nurse anesthetist under medical direction.", "QZ": "QZ: a nurse anesthetist without medical direction.",
}  # fmt: skip
_STAFF_NEAR = {
    "AA": ("QY", "QK", "QZ"),
    "QY": ("QK", "AA", "QX"),
    "QK": ("QY", "AD", "QX"),
    "AD": ("QK", "QY", "AA"),
    "QX": ("QZ", "QK", "QY"),
    "QZ": ("QX", "AA", "QY"),
}


def _staff_keys(sources: Sources, start: float) -> Iterator[str]:
    del sources
    found = [
        f"{modifier}-{variant}-{number}"
        for modifier, told in _STAFF.items()
        for variant in range(len(told))
        for number in range(len(_OPERATIONS))
    ]
    yield from turned(found, start)


def _staff(sources: Sources, key: str) -> Draft | None:
    del sources
    right, variant, number = key.split("-") if key.count("-") == 2 else ("", "", "")
    if (
        right not in _STAFF
        or not variant.isdecimal()
        or not number.isdecimal()
        or int(variant) >= len(_STAFF[right])
        or int(number) >= len(_OPERATIONS)
    ):
        return None
    told = _STAFF[right][int(variant)]
    ask = f"{_OPERATIONS[int(number)][0].upper()}{_OPERATIONS[int(number)][1:]}, Medicare. {told}"
    wrong = tuple(Option(one, _STAFF_MEANS[one]) for one in _STAFF_NEAR[right])
    return Draft(ask, Option(right, _STAFF_MEANS[right]), wrong, {"told": told})


_FACTORS = (2000, 2050, 2100, 2150, 2200, 2250)
"""Conversion factors in cents, near those of recent years; the stem gives the one to use."""


def _pay_keys(sources: Sources, start: float) -> Iterator[str]:
    del sources
    yield from turned([f"{modifier}-{number}" for modifier in ("AA", "QZ", "QK", "QX", "QY") for number in range(100)], start)


def _pay(sources: Sources, key: str) -> Draft | None:
    """What Medicare allows: all of it to one who works alone, half each to one who directs and one who is directed."""
    del sources
    modifier, _, number = key.partition("-")
    if modifier not in ("AA", "QZ", "QK", "QX", "QY") or not number.isdecimal() or int(number) >= 100:
        return None
    lot = Lot(f"pay {key}")
    base, minutes, factor = 3 + lot.below(12), 15 * (2 + lot.below(11)), lot.pick(_FACTORS)
    units = base + minutes // 15
    whole = units * factor
    half = modifier in ("QK", "QX", "QY")
    right = whole // 2 if half else whole
    who = "the anesthesiologist" if modifier in ("AA", "QK", "QY") else "the nurse anesthetist"
    ask = f"Medicare: {base} base units, {minutes} minutes, conversion factor {money(factor)}; {who} bills with {modifier}. What is allowed on this claim?"
    slips = [(whole if half else whole // 2, "With medical direction each of the two gets half." if half else "Half is for medical direction; this one worked alone."),
             ((minutes // 15) * factor // (2 if half else 1), "The base units are missing."), (base * factor // (2 if half else 1), "The time units are missing."),
             ((base + minutes // 10) * factor // (2 if half else 1), "A time unit is 15 minutes, not 10.")]  # fmt: skip
    wrong = tuple(Option(money(slip), why) for slip, why in slips)
    why = f"{base} + {minutes} ÷ 15 = {units} units at {money(factor)} is {money(whole)}" + (
        f"; with {modifier} half of it." if half else "."
    )
    return Draft(
        ask,
        Option(money(right), why),
        wrong,
        {"base": f"{base} base units", "minutes": f"{minutes} minutes", "factor": money(factor), "modifier": f"with {modifier}"},
    )


_MANUAL = "Medicare Claims Processing Manual, Chapter 12, Section 50; 42 CFR 414.46"
FAMILIES = (
    Family(
        "anesthesia-time", "Anesthesia time", "anesthesia", EASY,
        "Anesthesia time runs from the start of the preparation to the safe hand-over of the patient.",
        _MANUAL, _time_keys, _time, "", ("anesthesia minutes", "anaesthesia time", "time of anesthesia"), ("units",),
    ),
    Family(
        "anesthesia-units", "Anesthesia units", "anesthesia", MEDIUM,
        "Base units plus minutes divided by 15, to one decimal; Medicare pays nothing for physical status.",
        _MANUAL, _unit_keys, _units, "", ("base units", "time units", "anaesthesia units"), ("units",),
    ),
    Family(
        "anesthesia-modifier", "Anesthesia modifiers", "anesthesia", EASY,
        "AA alone, QY directs one, QK two to four, AD more; the nurse anesthetist has QX under direction and QZ without.",
        _MANUAL + "; HCPCS Level II, modifiers AA, AD, QK, QX, QY, QZ", _staff_keys, _staff, "",
        ("medical direction", "anesthesia modifier", "aa qk qx qy qz", "crna modifiers", "anaesthesia modifiers"), ("modifiers",),
    ),
    Family(
        "anesthesia-payment", "Anesthesia payment", "anesthesia", MEDIUM,
        "Units times the conversion factor; under medical direction each of the two is allowed half.",
        _MANUAL, _pay_keys, _pay, "", ("anesthesia payments", "anaesthesia payment", "conversion factor"), ("units",),
    ),
)  # fmt: skip
