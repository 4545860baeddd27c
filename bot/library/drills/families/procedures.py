"""Rules of counting for procedures: diameters, lengths, global days, add-ons.

Where CPT words the rule, it is taught here in our own words and without a code.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product

from bot.library.drills.family import EASY, MEDIUM, Draft, Family, Option
from bot.library.drills.lot import Lot, turned
from bot.library.drills.sources import Sources


def _cm(millimeters: int) -> str:
    return f"{millimeters / 10:.1f} cm"


_SPOTS = ("forearm", "back", "shoulder", "thigh", "calf", "chest", "upper arm", "cheek", "scalp", "neck")


def _excision_keys(sources: Sources, start: float) -> Iterator[str]:
    del sources
    yield from turned([f"{size}-{margin}" for size, margin in product(range(5, 46), (1, 2, 3, 4, 5, 6, 8, 10))], start)


def _excision(sources: Sources, key: str) -> Draft | None:
    """The widest diameter of a lesion and the narrowest margin on both sides of it."""
    del sources
    size, margin = pair_of(key)
    if not 5 <= size <= 45 or not 1 <= margin <= 10:
        return None
    lot = Lot(key)
    width = max(size - 2 - lot.below(max(size // 2, 1)), 3)
    wider = margin + 1 + lot.below(4)
    kind = lot.pick(("benign", "malignant"))
    spot = lot.pick(_SPOTS)
    ask = (
        f"A {kind} lesion of the {spot} measures {_cm(size)} by {_cm(width)}. The surgeon takes at least {_cm(margin)} of healthy skin on every side, "
        f"{_cm(wider)} at the ends of the ellipse. Pathology measures the specimen at {_cm(size + 2 * wider)}. Which excised diameter counts?"
    )
    right = size + 2 * margin
    slips = [(size + margin, "The margin is on both sides of the lesion, so it counts twice."), (size + 2 * wider, "That is the specimen; the narrowest margin counts, not the ends of the ellipse."),
             (size, "The margins are part of the excised diameter."), (width + 2 * margin, "The widest diameter of the lesion counts, not the narrower one.")]  # fmt: skip
    wrong = tuple(Option(_cm(slip), why) for slip, why in slips)
    says = {"size": _cm(size), "width": _cm(width), "margin": _cm(margin)}
    return Draft(ask, Option(_cm(right), f"{_cm(size)} plus {_cm(margin)} on both sides, measured before the excision."), wrong, says)


def pair_of(key: str) -> tuple[int, int]:
    """Read a key of two numbers, zeros where it is none."""
    one, _, other = key.partition("-")
    return (int(one), int(other)) if one.isdecimal() and other.isdecimal() and len(key) < 12 else (0, 0)


_BODY = ("arm", "leg", "back", "chest", "abdomen", "shoulder")
_FACE = ("cheek", "forehead", "chin", "nose")
_CLASSES = ("simple", "intermediate")


def numbered(count: int, start: float) -> Iterator[str]:
    """Yield the numbers below ``count`` as keys."""
    yield from turned([str(number) for number in range(count)], start)


def _repair_keys(sources: Sources, start: float) -> Iterator[str]:
    del sources
    yield from numbered(700, start)


def _repair(sources: Sources, key: str) -> Draft | None:
    """Lengths are added within one class of repair and one group of sites."""
    del sources
    if not key.isdecimal() or int(key) >= 700:
        return None
    lot = Lot(f"repair {key}")
    ours, other = lot.shuffled(_CLASSES)
    on_body = bool(lot.below(2))
    mine, theirs = (_BODY, _FACE) if on_body else (_FACE, _BODY)
    one, two, spare = lot.shuffled(mine)[:3]
    away = lot.pick(theirs)
    a, b, c, d = (11 + lot.below(50) for _ in range(4))
    wounds = [f"{one}, {ours}, {_cm(a)}", f"{two}, {ours}, {_cm(b)}", f"{away}, {ours}, {_cm(c)}", f"{spare}, {other}, {_cm(d)}"]
    group = "trunk and limbs" if on_body else "face"
    ask = f"Repairs at one session: {'; '.join(lot.shuffled(wounds))}. Which length is reported for the {ours} repairs of the {group}?"
    slips = [(a + b + c, f"The {away} belongs to another group of sites."), (a + b + d, f"The repair of the {spare} was of the {other} class."), (max(a, b), "Lengths of one class and one group are added."),
             (a + b + c + d, "Only one class and one group of sites goes into one sum.")]  # fmt: skip
    wrong = tuple(Option(_cm(slip), why) for slip, why in slips)
    says = {"ours": ours, "group": group, "wounds": "; ".join(wounds)}
    return Draft(
        ask,
        Option(_cm(a + b), f"{_cm(a)} and {_cm(b)}: the same class, the same group of sites."),
        wrong,
        {**says, "wounds": ask.partition(": ")[2].partition(". Which")[0]},
    )


def spoken(day: date) -> str:
    """Write a date as a claim would say it."""
    return f"{day:%B} {day.day}, {day.year}"


_FIRST = date(2026, 1, 1)


def _days_keys(sources: Sources, start: float) -> Iterator[str]:
    del sources
    yield from turned([f"{days}-{number}" for days, number in product((10, 90), range(0, 365, 2))], start)


def _days(sources: Sources, key: str) -> Draft | None:
    """Which day is the first outside a global period."""
    del sources
    days, number = pair_of(key)
    if days not in (10, 90) or not 0 <= number < 365:
        return None
    surgery = _FIRST + timedelta(days=number)
    lot = Lot(key)
    out = surgery + timedelta(days=days + 1)
    ask = lot.pick(
        (
            "A procedure with {days} global days is done on {day}. On which day may the surgeon first bill a routine related visit again?",
            "Surgery with a {days}-day global period on {day}. Which is the first day outside the global period?",
        )
    ).format(days=days, day=spoken(surgery))
    slips = [(days, f"That is still day {days}: the count begins on the day after the surgery."), (days - 1, "The day of the surgery is not counted among the days that follow."),
             (days + 2, "That is a day later than needed."), (days + 10, "Only the listed number of days follows the day of the surgery.")]  # fmt: skip
    wrong = tuple(Option(spoken(surgery + timedelta(days=slip)), why) for slip, why in slips)
    why = f"The day of the surgery, then {days} days, the last of them {spoken(out - timedelta(days=1))}." + (
        " The day before counts too." if days == 90 else ""
    )
    return Draft(ask, Option(spoken(out), why), wrong, {"day": spoken(surgery), "days": str(days)})


_ADDED = (
    (20, 20, "sq cm of a wound are debrided", (25, 31, 40, 44, 61, 75, 80, 95, 100, 118, 130, 145)),
    (100, 100, "sq cm of skin are grafted", (120, 150, 200, 240, 310, 350, 400, 450, 505, 610)),
    (25, 25, "sq cm of skin substitute are applied", (30, 42, 50, 66, 75, 90, 110, 125)),
    (1, 1, "vertebral levels are treated", (2, 3, 4, 5, 6)),
    (1, 1, "lesions are biopsied", (2, 3, 4, 5, 6, 7)),
    (1, 1, "arteries of one kind are treated", (2, 3, 4, 5)),
    (10, 5, "cm of a wound are repaired", (11, 14, 15, 18, 22, 26, 30)),
    (30, 15, "sq cm of a lesion are treated", (32, 45, 50, 66, 75, 88)),
)  # fmt: skip
"""What the primary code covers, what each add-on covers, of what, and amounts."""


def _add_on_keys(sources: Sources, start: float) -> Iterator[str]:
    del sources
    yield from turned([f"{number}-{total}" for number, (_first, _each, _what, totals) in enumerate(_ADDED) for total in totals], start)


def _add_on(sources: Sources, key: str) -> Draft | None:
    del sources
    number, total = pair_of(key)
    if "-" not in key or number >= len(_ADDED) or total not in _ADDED[number][3]:
        return None
    first, each, what, _totals = _ADDED[number]
    extra = -((first - total) // each)
    unit = what.split(" are ")[0]
    rule = f"The primary code covers the first {f'{first} ' if first > 1 else ''}{unit if first > 1 else 'one'}, an add-on code each further {f'{each} ' if each > 1 else ''}{unit if each > 1 else 'one'}{' or part of it' if each > 1 else ''}."
    ask = f"{rule} {total} {what}. What is reported?"

    def option(primary: int, added: int, why: str, more: str = "") -> Option:
        return Option(f"Primary × {primary}, add-on × {added}{more}" if added else f"Primary × {primary}", why)

    wrong = [option(1, extra + 1, "That counts what the primary code covers once more.")]
    if extra > 1:
        wrong.append(option(1, extra - 1, "A part that is begun counts, and everything beyond the first is added."))
    wrong += [option(1, extra, "An add-on never takes modifier 51.", ", modifier 51 on the add-on"), option(extra + 1, 0, "Beyond the first, the add-on code is used, not the primary code again."),
              option(1, 0, "What goes beyond the first is reported with the add-on.")]  # fmt: skip
    if Lot(key).below(2):
        wrong.insert(0, wrong.pop(2))
    why = f"The primary code once, the add-on {extra} time{'s' if extra > 1 else ''} for the {total - first} beyond the first" + (
        ", the part that is begun included." if (total - first) % each else "."
    )
    return Draft(ask, option(1, extra, why), tuple(wrong), {"rule": rule, "total": f"{total} {what}"})


_OWN = "CPT, guidelines of {} (in your own book; the rule in our words)"
FAMILIES = (
    Family(
        "excised-diameter", "Excised diameter", "integumentary", EASY,
        "The widest diameter of the lesion plus the narrowest margin on both sides, measured before the excision.",
        _OWN.format("the Integumentary System, excision of lesions"), _excision_keys, _excision, "",
        ("lesion excision", "lesion size", "excision of lesions", "margins"),
    ),
    Family(
        "repair-sum", "Repair lengths", "integumentary", MEDIUM,
        "Lengths are added only within one class of repair and one group of sites.",
        _OWN.format("the Integumentary System, repair (closure)"), _repair_keys, _repair, "",
        ("wound repair lengths", "repair lengths", "laceration repair", "closure lengths", "sum of repairs"),
    ),
    Family(
        "global-days", "Global days", "guidelines", EASY,
        "The day of the surgery and then 10 or 90 days; before a major operation the day before as well.",
        "Medicare Claims Processing Manual, Chapter 12, Section 40.1", _days_keys, _days, "", ("global period", "global package days", "90 days", "10 days", "postoperative days"),
    ),
    Family(
        "add-on", "Add-on units", "guidelines", EASY,
        "The primary code covers the first part once, the add-on everything beyond it, and modifier 51 never goes on an add-on.",
        "NCCI Policy Manual, Chapter I, add-on codes; Medicare Claims Processing Manual, Chapter 12, Section 30; " + _OWN.format("add-on codes"), _add_on_keys, _add_on, "",
        ("add on codes", "add-on codes", "add ons", "addon"), ("units",),
    ),
)  # fmt: skip
