"""How Medicare pays and what it expects: fee schedule arithmetic, edits, deadlines."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from itertools import product

from bot.library.drills.families.procedures import spoken
from bot.library.drills.family import EASY, HARD, MEDIUM, Draft, Family, Option
from bot.library.drills.lot import Lot, turned
from bot.library.drills.sources import Sources
from bot.library.drills.wording import money

_FEES = tuple(range(8000, 152_000, 2400))
"""Allowed amounts in cents, each of which every share below divides without a rest."""


def _percent(cents: int, share: str) -> int:
    return int((Decimal(cents) * Decimal(share) / 100).quantize(Decimal(1), ROUND_HALF_UP))


def _numbered(prefixes: tuple[str, ...], count: int, start: float) -> Iterator[str]:
    yield from turned([f"{prefix}-{number}" for prefix in prefixes for number in range(count)], start)


def _read(key: str, prefixes: tuple[str, ...], count: int) -> tuple[str, int] | None:
    prefix, _, number = key.partition("-")
    return (prefix, int(number)) if prefix in prefixes and number.isdecimal() and int(number) < count else None


_SIDES = {"0": ("100", "the 150 percent rule does not apply, and one side is paid"), "1": ("150", "both sides are paid at 150 percent of one"),
          "2": ("100", "the fee is for both sides already"), "3": ("200", "each side is paid in full, as for X-rays")}  # fmt: skip


def _both_keys(sources: Sources, start: float) -> Iterator[str]:
    del sources
    yield from _numbered(tuple(_SIDES), len(_FEES), start)


def _both(sources: Sources, key: str) -> Draft | None:
    del sources
    read = _read(key, tuple(_SIDES), len(_FEES))
    if read is None:
        return None
    indicator, fee = read[0], _FEES[read[1]]
    share, why = _SIDES[indicator]
    ask = f"Both sides are done in one session; Medicare's bilateral indicator is {indicator}, the fee for the code {money(fee)}. What is allowed for both sides together?"
    names = {"100": "paid once", "150": "150 percent of one", "200": "each side in full", "125": "125 percent"}
    means = {one: _SIDES[one][1] for one in _SIDES}
    wrong = tuple(
        Option(money(_percent(fee, other)), f"That is {names[other]}; indicator {indicator} means that {means[indicator]}.")
        for other in ("100", "150", "200", "125")
        if other != share
    )
    return Draft(
        ask,
        Option(money(_percent(fee, share)), f"Indicator {indicator}: {why}."),
        wrong,
        {"indicator": f"indicator is {indicator}", "fee": money(fee)},
    )


def _several_keys(sources: Sources, start: float) -> Iterator[str]:
    del sources
    yield from _numbered(("2", "3", "4"), 200, start)


def _several(sources: Sources, key: str) -> Draft | None:
    """Several procedures: the highest fee in full, the others half."""
    del sources
    read = _read(key, ("2", "3", "4"), 200)
    if read is None:
        return None
    lot = Lot(f"several {key}")
    fees = lot.shuffled(_FEES)[: int(read[0])]
    if fees[0] == max(fees):  # listed first would be right by chance
        fees.reverse()
    top, rest = max(fees), sum(fees) - max(fees)
    right = top + rest // 2
    ask = f"One session, one surgeon; Medicare's usual reduction for several procedures applies. The fees, in the order of the claim: {', '.join(map(money, fees))}. What is allowed in all?"
    slips = [(top + rest, "Only the highest fee is paid in full."), (fees[0] + (sum(fees) - fees[0]) // 2, "The highest fee is paid in full, wherever it stands on the claim."),
             ((top + rest) // 2, "The highest fee is paid in full, not half."), (top, "The others are paid at half, not bundled."),
             (top + _percent(rest, "25"), "The others are paid at 50 percent, not 25.")]  # fmt: skip
    wrong = tuple(Option(money(slip), why) for slip, why in slips)
    why = f"{money(top)} in full, and half of {money(rest)}."
    return Draft(ask, Option(money(right), why), wrong, {"fees": ", ".join(map(money, fees))})


def _scope_keys(sources: Sources, start: float) -> Iterator[str]:
    del sources
    yield from _numbered(("s",), 400, start)


def _scope(sources: Sources, key: str) -> Draft | None:
    """Two endoscopies of one family: the higher in full, of the other what it has above the base."""
    del sources
    if _read(key, ("s",), 400) is None:
        return None
    lot = Lot(f"scope {key}")
    base = 12_000 + 100 * lot.below(120)
    one, other = base + 2000 + 100 * lot.below(150), base + 1000 + 100 * lot.below(100)
    if one == other:
        one += 500
    top, low = max(one, other), min(one, other)
    ask = f"Two endoscopies of one family in one session. The fees: {money(one)} and {money(other)}; the base endoscopy of the family has {money(base)}. What does Medicare allow in all?"
    slips = [(top + low, "The base is in both fees and is paid only once."), (top + low // 2, "Within a family of endoscopies the base is taken off, the fee is not halved."),
             (top, "What the second has above the base is paid too."), (top + low - 2 * base if top + low > 2 * base else base, "The base is paid once."), (base + low, "The higher one is paid in full.")]  # fmt: skip
    wrong = tuple(Option(money(slip), why) for slip, why in slips if slip > 0)
    why = f"{money(top)} in full, and {money(low)} less the base of {money(base)}."
    return Draft(
        ask,
        Option(money(top + low - base), why),
        wrong,
        {"one": money(one), "other": money(other), "base": f"base endoscopy of the family has {money(base)}"},
    )


_ROLES = {
    "a": ("A physician assists at surgery (modifier 80).", "16", "An assistant who is a physician is allowed 16 percent."),
    "n": ("A physician assistant assists at surgery (modifier AS).", "13.6", "85 percent of the 16 percent of an assistant: 13.6 percent."),
    "c": ("Two surgeons of different specialties share the operation (modifier 62); this is the claim of one of them.", "62.5", "Two surgeons share 125 percent, so each is allowed 62.5 percent."),
    "v": ("A nurse practitioner treats the patient and bills under an own number.", "85", "A nurse practitioner is allowed 85 percent of the physician's fee."),
}  # fmt: skip
_SHARE_WHY = {
    "16": "16 percent is for an assistant at surgery who is a physician.", "13.6": "13.6 percent is for an assistant at surgery who is a PA, NP or CNS.",
    "62.5": "62.5 percent is for each of two surgeons.", "85": "85 percent is for a nurse practitioner or physician assistant who treats the patient.", "50": "Half is for nobody here.",
    "100": "The whole fee is for one who does it all as a physician.", "20": "20 percent is the patient's coinsurance.",
}  # fmt: skip


def _share_keys(sources: Sources, start: float) -> Iterator[str]:
    del sources
    yield from _numbered(tuple(_ROLES), len(_FEES), start)


def _share(sources: Sources, key: str) -> Draft | None:
    del sources
    read = _read(key, tuple(_ROLES), len(_FEES))
    if read is None:
        return None
    told, share, why = _ROLES[read[0]]
    fee = _FEES[read[1]]
    near = {"16": ("13.6", "20", "62.5"), "13.6": ("16", "85", "20"), "62.5": ("50", "100", "16"), "85": ("100", "13.6", "80")}[share]
    reasons = {**_SHARE_WHY, "80": "80 percent is what Medicare pays of the allowed amount; the question is what is allowed."}
    ask = f"Medicare: {told} The physician fee schedule amount is {money(fee)}. What is allowed for this claim?"
    wrong = tuple(Option(money(_percent(fee, other)), reasons[other]) for other in near)
    return Draft(ask, Option(money(_percent(fee, share)), why), wrong, {"told": told, "fee": money(fee)})


def _limit_keys(sources: Sources, start: float) -> Iterator[str]:
    del sources
    yield from _numbered(("l", "n"), len(_FEES), start)


def _limit(sources: Sources, key: str) -> Draft | None:
    """Nonparticipating: 95 percent of the fee schedule is allowed, and 115 percent of that is the most that may be charged."""
    del sources
    read = _read(key, ("l", "n"), len(_FEES))
    if read is None:
        return None
    fee = _FEES[read[1]]
    allowed, most = _percent(fee, "95"), _percent(fee, "109.25")
    slips = {
        fee: "That is the amount for a participating physician.", allowed: "That is what is allowed; without assignment 15 percent may be added.",
        most: "That is the limiting charge, not the allowed amount.", _percent(fee, "115"): "The 15 percent are added to 95 percent of the fee schedule, not to all of it.",
        _percent(fee, "80"): "80 percent is what Medicare pays of what it allows.", _percent(fee, "85"): "85 percent is for nurse practitioners and physician assistants.",
    }  # fmt: skip
    if read[0] == "l":
        ask = f"A physician does not participate and does not take assignment. The fee schedule amount for participating physicians is {money(fee)}. What is the most that may be charged?"
        right, why, order = (
            most,
            f"95 percent is {money(allowed)}, and 115 percent of that is the limiting charge.",
            (_percent(fee, "115"), fee, allowed),
        )
    else:
        ask = f"The fee schedule amount for participating physicians is {money(fee)}. What does Medicare allow a physician who does not participate but takes assignment?"
        right, why, order = (
            allowed,
            "A nonparticipating physician is allowed 95 percent of the fee schedule.",
            (fee, most, _percent(fee, "80")),
        )
    wrong = tuple(Option(money(amount), slips[amount]) for amount in order)
    return Draft(
        ask,
        Option(money(right), why),
        wrong,
        {"fee": money(fee), "what": "the most that may be charged" if read[0] == "l" else "takes assignment"},
    )


def _due_keys(sources: Sources, start: float) -> Iterator[str]:
    del sources
    yield from turned([str(number) for number in range(0, 730, 2)], start)


def a_year_later(day: date) -> date:
    """Give the same date of the next year, the last of February where there is no 29th."""
    return day.replace(year=day.year + 1, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=day.year + 1)


def _due(sources: Sources, key: str) -> Draft | None:
    """Claims are filed within one calendar year after the service."""
    del sources
    if not key.isdecimal() or int(key) >= 730:
        return None
    served = date(2025, 1, 1) + timedelta(days=int(key))
    last = a_year_later(served)
    lot = Lot(f"due {key}")
    ask = lot.pick(
        (
            "A service is given on {day}. By which day must the claim have reached Medicare?",
            "Original Medicare, date of service {day}: which is the last day to file?",
        )
    ).format(day=spoken(served))
    slips = [(date(served.year + 1, 12, 31), "The end of the following year was the limit until 2009; now it is one calendar year."), (served + timedelta(days=90), "90 days are a rule of some other payers."),
             (served + timedelta(days=180), "180 days are a rule of some other payers."), (last + timedelta(days=30), "There are no 30 days of grace."), (served + timedelta(days=120), "120 days are for an appeal, not for a claim.")]  # fmt: skip
    wrong = tuple(Option(spoken(day), why) for day, why in slips if day != last)
    return Draft(ask, Option(spoken(last), "One calendar year after the date of service."), wrong, {"day": spoken(served)})


_LEVELS = {
    "1": ("an initial determination", "a redetermination by the contractor", 120), "2": ("a redetermination", "a reconsideration by a qualified independent contractor", 180),
    "3": ("a reconsideration", "a hearing by an administrative law judge", 60), "4": ("the administrative law judge's decision", "a review by the Medicare Appeals Council", 60),
    "5": ("the Medicare Appeals Council's decision", "a review in federal district court", 60),
}  # fmt: skip


def _appeal_keys(sources: Sources, start: float) -> Iterator[str]:
    del sources
    yield from _numbered(tuple(_LEVELS), 60, start)


def _appeal(sources: Sources, key: str) -> Draft | None:
    """The days of each level of appeal, from receipt, which is presumed five days after the date of the notice."""
    del sources
    read = _read(key, tuple(_LEVELS), 60)
    if read is None:
        return None
    before, what, days = _LEVELS[read[0]]
    noted = date(2026, 1, 2) + timedelta(days=6 * read[1])
    ask = f"The notice of {before} is dated {spoken(noted)}; nothing shows when it arrived. By which day must {what} be asked for?"
    other = {120: (180, 60), 180: (120, 60), 60: (120, 180)}[days]
    slips = [(days, "Receipt is presumed five days after the date of the notice, and the days run from there."),
             *((each + 5, f"{each} days are for another level of appeal; here it is {days}.") for each in other), (days + 10, "Five days for the mail, not ten.")]  # fmt: skip
    wrong = tuple(Option(spoken(noted + timedelta(days=slip)), why) for slip, why in slips)
    why = f"Received {spoken(noted + timedelta(days=5))} by presumption, then {days} days."
    return Draft(
        ask, Option(spoken(noted + timedelta(days=days + 5)), why), wrong, {"before": f"The notice of {before}", "day": spoken(noted)}
    )


_PAIRS = (
    "a lesion of the arm is removed, and a lesion of the back is biopsied", "one knee is operated on, and the other is injected", "a polyp is removed, and another lesion far from it is biopsied",
    "a wound of the leg is debrided, and one of the hand is repaired", "an eye is operated on, and the other eye is treated by laser", "the left hand is operated on, and the right hand is manipulated",
)  # fmt: skip
_SAME = (
    "the lesion that is removed is biopsied first", "the joint that is operated on is injected at the end", "the polyp that is removed is biopsied first",
    "the wound that is repaired is cleaned and explored", "the eye that is operated on is examined first", "the scope that removes the stone also looks around",
)  # fmt: skip
_ONE_ONLY, _WITH, _BOTH_PLAIN, _QUERY = (
    "Only the column 1 code is paid",
    "Both, with a modifier that parts them, such as XS or 59",
    "Both, without any modifier",
    "Both, with modifier 51 on the second",
)


def _edit_keys(sources: Sources, start: float) -> Iterator[str]:
    del sources
    yield from turned([f"{indicator}{kind}{number}" for indicator, kind, number in product("019", "ds", range(6))], start)


def _edit(sources: Sources, key: str) -> Draft | None:
    """What a procedure-to-procedure edit allows: by its indicator and by what is documented."""
    del sources
    if len(key) != 3 or key[0] not in "019" or key[1] not in "ds" or not key[2].isdecimal() or int(key[2]) >= 6:
        return None
    distinct = key[1] == "d"
    told = (_PAIRS if distinct else _SAME)[int(key[2])]
    ask = f"An NCCI edit pairs two codes with modifier indicator {key[0]}. Documented, at one encounter: {told}. What does Medicare pay?"
    right = _BOTH_PLAIN if key[0] == "9" else _WITH if key[0] == "1" and distinct else _ONE_ONLY
    reasons = {
        _ONE_ONLY: "Indicator 9 means that the edit is no longer in force." if key[0] == "9" else "Indicator 1 lets a modifier part them where the record shows that they were distinct.",
        _WITH: "Indicator 0: no modifier parts the pair." if key[0] == "0" else "Nothing distinct is documented, so no modifier is true." if key[0] == "1" else "Indicator 9: the edit is no longer in force, so no modifier is needed.",
        _BOTH_PLAIN: "The edit is in force, so both do not pass by themselves.", _QUERY: "Modifier 51 does not part an edit.",
    }  # fmt: skip
    why = {
        _BOTH_PLAIN: "Indicator 9: the edit was withdrawn, both are paid as they stand.", _WITH: "Indicator 1, and distinct by the record: a modifier parts them.",
        _ONE_ONLY: "Indicator 0: never both." if key[0] == "0" else "Indicator 1 needs something distinct, and nothing is.",
    }[right]  # fmt: skip
    wrong = tuple(Option(text, reason) for text, reason in reasons.items() if text != right)
    return Draft(ask, Option(right, why), wrong, {"indicator": f"indicator {key[0]}", "told": told})


_MUE = {
    "1": "Each line is judged by itself: needed units may go on a second line with a modifier",
    "2": "No more than the limit for that day is ever paid",
    "3": "More than the limit for that day is denied at first, but may be paid on appeal",
}
_PAID = "All units are paid: the limit is not exceeded"


def _mue_keys(sources: Sources, start: float) -> Iterator[str]:
    del sources
    yield from turned(
        [
            f"{indicator}{limit}{units}"
            for indicator, limit, units in product("123", range(1, 7), range(1, 9))
            if units <= limit + 3 and units >= limit - 1
        ],
        start,
    )


def _mue(sources: Sources, key: str) -> Draft | None:
    """What a medically unlikely edit does with units, by its adjudication indicator."""
    del sources
    if len(key) != 3 or not key.isdecimal() or key[0] not in _MUE or key[1] == "0" or key[2] == "0":
        return None
    indicator, limit, units = key[0], int(key[1]), int(key[2])
    ask = f"The MUE of a code is {limit} with adjudication indicator {indicator}. For one patient and one day {units} unit{'s' if units > 1 else ''} {'were' if units > 1 else 'was'} given, all needed. What happens to the units on one line?"
    right = _PAID if units <= limit else _MUE[indicator]
    reasons = {text: f"That is indicator {number}." for number, text in _MUE.items()} | {
        _PAID: f"{units} units exceed the limit of {limit}."
    }
    if right == _PAID:  # the sentence of this very indicator would be true as well, only beside the point
        reasons = {
            text: f"{units} unit{'s do' if units > 1 else ' does'} not exceed the limit of {limit}."
            for number, text in _MUE.items()
            if number != indicator
        }
        reasons["All units are denied: a limit was set for this code"] = "A limit denies only what exceeds it."
    why = f"{units} of at most {limit}." if right == _PAID else f"{units} exceed {limit}, and indicator {indicator} says what follows."
    wrong = tuple(Option(text, reason) for text, reason in reasons.items() if text != right)
    return Draft(
        ask, Option(right, why), wrong, {"limit": f"is {limit} with", "indicator": f"indicator {indicator}.", "units": f"day {units} unit"}
    )


_MANUAL = "Medicare Claims Processing Manual, Chapter {}"
FAMILIES = (
    Family(
        "bilateral-payment", "Payment of both sides", "compliance", MEDIUM,
        "Bilateral indicator 1 pays 150 percent, 0 and 2 pay once, 3 pays each side in full.",
        _MANUAL.format("12, Section 40.7; Chapter 23, bilateral indicator"), _both_keys, _both, "", ("bilateral payment", "bilateral indicator", "150 percent"),
    ),
    Family(
        "multiple-payment", "Payment of several", "compliance", MEDIUM,
        "The highest fee is paid in full, the second to fifth at half.",
        _MANUAL.format("12, Section 40.6"), _several_keys, _several, "", ("multiple procedures", "multiple procedure payment", "100 50 50", "multiple procedure reduction", "modifier 51"),
    ),
    Family(
        "endoscopy-payment", "Payment of endoscopies", "digestive", HARD,
        "Within a family the higher endoscopy is paid in full, the other less the base.",
        _MANUAL.format("12, Section 40.6"), _scope_keys, _scope, "", ("endoscopy payment", "endoscopic base", "endoscopy family", "multiple endoscopies"),
    ),
    Family(
        "surgeon-shares", "Assistants and co-surgeons", "compliance", MEDIUM,
        "An assistant who is a physician is allowed 16 percent, a PA or NP as assistant 13.6, each of two surgeons 62.5.",
        _MANUAL.format("12, Sections 20.4.3, 40.8, 110 and 120"), _share_keys, _share, "", ("assistant surgeon", "co surgeon", "co-surgeon", "assistant at surgery", "surgeon shares", "modifier 62", "modifier 80"),
    ),
    Family(
        "limiting-charge", "Participating or not", "compliance", MEDIUM,
        "A nonparticipating physician is allowed 95 percent, and may charge at most 115 percent of that without assignment.",
        "42 CFR 414.20 and 414.48; " + _MANUAL.format("1, Section 30.3"), _limit_keys, _limit, "", ("limiting charge", "nonparticipating", "non par", "assignment"),
    ),
    Family(
        "timely-filing", "Timely filing", "compliance", EASY,
        "A claim must reach Medicare within one calendar year after the date of service.",
        "42 CFR 424.44; " + _MANUAL.format("1, Section 70"), _due_keys, _due, "", ("filing deadline", "claim deadline", "timely filing limit"),
    ),
    Family(
        "appeal-deadline", "Appeal deadlines", "compliance", HARD,
        "120 days for a redetermination, 180 for a reconsideration, then 60 each; receipt is presumed five days after the notice.",
        "42 CFR 405.942, 405.962, 405.1002, 405.1102 and 405.1136; " + _MANUAL.format("29"), _appeal_keys, _appeal, "", ("appeals", "medicare appeals", "appeal levels", "redetermination"),
    ),
    Family(
        "ncci-edit", "NCCI edits", "compliance", MEDIUM,
        "Indicator 0 never lets both pass, 1 does with a modifier where the record shows it, 9 is no edit any more.",
        "NCCI Policy Manual, Chapter I, Section E", _edit_keys, _edit, "", ("ncci edits", "ptp edits", "modifier indicator", "procedure to procedure"), ("modifiers",),
    ),
    Family(
        "mue", "Medically unlikely edits", "compliance", HARD,
        "Adjudication indicator 1 judges each line, 2 is absolute for the day, 3 may be paid on appeal.",
        "NCCI Policy Manual, Chapter I, Section V", _mue_keys, _mue, "", ("mues", "medically unlikely", "mue edits", "unit edits"), ("units",),
    ),
)  # fmt: skip
