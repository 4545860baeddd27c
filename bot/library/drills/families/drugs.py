"""Drugs of HCPCS Level II: units from a dose, and what is thrown away."""

import re
from collections.abc import Iterator
from decimal import ROUND_CEILING, Decimal

from bot.codebook import census
from bot.library.drills.family import EASY, MEDIUM, Draft, Family, Option
from bot.library.drills.lot import Lot, turned
from bot.library.drills.sources import Row, Sources
from bot.library.drills.wording import pair

_AMOUNT = re.compile(r"(?:up to )?([\d,]*\.?\d+) (million )?([a-z]+)", re.IGNORECASE)
_SMALLER = {"g": ("mg", 1000), "gm": ("mg", 1000), "gram": ("mg", 1000), "microgram": ("mcg", 1), "iu": ("unit", 1), "milligram": ("mg", 1)}


def amount(text: str) -> tuple[Decimal, str] | None:
    """Read an amount in the smaller of the usual measures.

    >>> amount("1.2 million units"), amount("up to 0.5 mg"), amount("1 g")
    ((Decimal('1200000.0'), 'unit'), (Decimal('0.5'), 'mg'), (Decimal('1000'), 'mg'))
    """
    match = _AMOUNT.fullmatch(text.strip())
    if match is None:
        return None
    number, measure = Decimal(match[1].replace(",", "")) * (1_000_000 if match[2] else 1), match[3].lower().rstrip("s")
    smaller, times = _SMALLER.get(measure, (measure, 1))
    return number * times, smaller


def _in(given: tuple[Decimal, str], measure: str) -> Decimal | None:
    """Convert an amount into another measure."""
    number, own = given
    factors = {("mg", "mcg"): Decimal(1000), ("mcg", "mg"): Decimal("0.001")}
    return number if own == measure else number * factors[own, measure] if (own, measure) in factors else None


def units(dose: str, unit: str) -> int | None:
    """Count the whole units that a dose takes, the last begun one included."""
    given, one = amount(dose), amount(unit)
    if given is None or one is None:
        return None
    number = _in(given, one[1])
    return int((number / one[0]).to_integral_value(ROUND_CEILING)) if number is not None else None


def _exactly(dose: str, unit: str) -> Decimal | None:
    given, one = amount(dose), amount(unit)
    number = _in(given, one[1]) if given and one else None
    return number / one[0] if number is not None and one else None


def _plain(dose: str) -> str:
    """Write a dose for a key."""
    return re.sub(r"[ ,]", "", dose)


def _unit_keys(sources: Sources, start: float) -> Iterator[str]:
    yield from turned([f"{code}-{_plain(dose)}" for code, row in sources.lists.dose.items() for dose in row["doses"]], start)


def _row(sources: Sources, key: str) -> tuple[str, Row, str, str] | None:
    """Read a key: the code, its row, the dose, the unit of the code."""
    code, _, plain = key.partition("-")
    row = sources.lists.dose.get(code)
    unit = census.fact(sources.hcpcs, code, "unit")
    dose = next((one for one in row["doses"] if _plain(one) == plain), None) if row else None
    return (code, row, dose, unit) if row and dose and unit and sources.hcpcs.entry(code) else None


def _units(sources: Sources, key: str) -> Draft | None:
    read = _row(sources, key)
    if read is None:
        return None
    code, row, dose, unit = read
    count, exact = units(dose, unit), _exactly(dose, unit)
    given, one = amount(dose), amount(unit)
    if count is None or exact is None or given is None or one is None:
        return None
    lot = Lot(key)
    ask = lot.pick(
        (
            "The nurse gives {dose} of {drug}. {code} is billed per {unit}. How many units?",
            "Documented: {drug}, {dose}. The code is {code}, billed per {unit}. What goes into the units field?",
            "{dose} of {drug} was given and none discarded. With {code}, per {unit}, how many units are billed?",
        )
    ).format(dose=dose, drug=row["drug"], code=code, unit=unit)
    slips: list[tuple[Decimal | int, str]] = []
    number = _AMOUNT.fullmatch(dose)
    shown = Decimal(number[1].replace(",", "")) if number else Decimal(0)
    if exact != count:
        slips.append((int(exact), "A unit that is begun is billed whole: round up, never down."))
    if shown == int(shown) and int(shown) != count:
        slips.append((int(shown), f"That is the dose, not the number of units of {unit}."))
    slips += [(1, f"One unit covers only {unit}."), (count * 10, "A decimal place slipped."), (count + 1, f"That is one unit more than {dose} takes."),
              (count * 2, "That counts twice what was given."), (max(count // 2, 1), "That counts half of what was given."), (count + 2, "That is too many."), (count + 3, "That is too many.")]  # fmt: skip
    wrong = tuple(Option(f"{int(many):,}", why) for many, why in slips if many != count and 1 <= many < 20_000)
    why = f"{dose} per {unit} is {exact.normalize():,f} unit{'s' if exact != 1 else ''}" + (
        f", billed as {count}." if exact != count else "."
    )
    return Draft(ask, Option(f"{count:,}", why), wrong, {"dose": dose, "unit": unit, "code": code}, (code,))


def _waste_keys(sources: Sources, start: float) -> Iterator[str]:
    found = [
        f"{code}-{_plain(dose)}-{_plain(vial)}"
        for code, row in sources.lists.dose.items()
        for dose in row["doses"]
        for vial in row.get("vials", ())
    ]
    yield from turned(found, start)


def _waste(sources: Sources, key: str) -> Draft | None:
    """What of a single-dose container is given and what is discarded, in units, with JW or JZ."""
    head, _, plain = key.rpartition("-")
    read = _row(sources, head)
    if read is None:
        return None
    code, row, dose, unit = read
    vial = next((one for one in row.get("vials", ()) if _plain(one) == plain), None)
    given, held, one = amount(dose), amount(vial or ""), amount(unit)
    if vial is None or given is None or held is None or one is None:
        return None
    need, size, single = _in(given, one[1]), _in(held, one[1]), one[0]
    if need is None or size is None or need % single or size % single:
        return None  # only whole units: what is left of one unit is another rule
    if row.get("kit") and need != size:
        return None  # sold by the dose: nobody opens the large one for a small dose
    vials = int((need / size).to_integral_value(ROUND_CEILING))
    if vials > 9:
        return None
    used, lost = int(need / single), int((vials * size - need) / single)
    containers = f"{vials} single-dose vial{'s' if vials > 1 else ''} of {vial}"
    rest = "The rest is discarded and documented." if lost else "Nothing is left over."
    ask = f"{row['drug'][0].upper()}{row['drug'][1:]}: {dose} is given from {containers}. {rest} {code} is billed per {unit}. What goes on a Medicare claim?"
    all_of = used + lost
    if lost:
        right = Option(
            pair(f"{code} × {used:,}", f"{code}-JW × {lost:,}"),
            f"What was given, {used:,}, on one line; what was discarded, {lost:,}, on another with JW.",
        )
        wrong = (Option(f"{code} × {all_of:,}", "What was discarded stands on a line of its own, with JW."),
                 Option(f"{code}-JZ × {used:,}", "JZ says that nothing was discarded."),
                 Option(pair(f"{code} × {all_of:,}", f"{code}-JW × {lost:,}"), "That counts the discarded units twice."))  # fmt: skip
    else:
        right = Option(f"{code}-JZ × {used:,}", "Nothing of a single-dose container was discarded, and JZ says so.")
        wrong = (Option(f"{code} × {used:,}", "From a single-dose container either JW or JZ is needed."),
                 Option(f"{code}-JW × {used:,}", "JW is for units that were discarded; these were given."),
                 Option(pair(f"{code} × {used:,}", f"{code}-JW × 1"), "Nothing was discarded."))  # fmt: skip
    return Draft(ask, right, wrong, {"dose": dose, "unit": unit, "code": code, "containers": containers}, (code, "JW", "JZ"))


FAMILIES = (
    Family(
        "drug-units", "Drug units", "hcpcs", EASY,
        "Divide the dose by the unit of the code, in one measure, and round up to whole units.",
        "Medicare Claims Processing Manual, Chapter 17, Sections 10 and 40; HCPCS Level II, drug codes (CMS HCPCS file, October 2025)",
        _unit_keys, _units, "hcpcs", ("units of drugs", "drug unit", "j code units", "units of a drug", "dose to units"), ("units",),
    ),
    Family(
        "wastage", "Wastage: JW and JZ", "hcpcs", MEDIUM,
        "From a single-dose container, discarded units go on a line of their own with JW; if nothing is discarded, the line carries JZ.",
        "Medicare Claims Processing Manual, Chapter 17, Section 40; HCPCS Level II, modifiers JW and JZ (CMS HCPCS file, October 2025)",
        _waste_keys, _waste, "hcpcs", ("drug waste", "jw", "jz", "jw and jz", "discarded drugs", "waste"), ("units", "modifiers"),
    ),
)  # fmt: skip
