"""Checks of the families about payment, edits and deadlines."""

import re
from datetime import date, datetime, timedelta
from fractions import Fraction

from bot.library.drills.proof.check import Says, proves
from bot.library.drills.proof.truth import Truth


def _amounts(text: str) -> list[Fraction]:
    return [Fraction(one.replace(",", "")) for one in re.findall(r"\$([\d,]+\.\d\d)", text)]


def _is(option: str, amount: Fraction) -> bool:
    """Say whether an option is an amount, to the nearest cent."""
    return abs(_amounts(option)[0] - amount) <= Fraction(1, 200)


def _day(text: str) -> date:
    return datetime.strptime(text, "%B %d, %Y").date()  # noqa: DTZ007  # a calendar date, of no zone


@proves("bilateral-payment")
def bilateral(truth: Truth, says: Says, option: str) -> bool:
    """Once, one and a half times, or twice, by the indicator."""
    del truth
    times = {"0": Fraction(1), "1": Fraction(3, 2), "2": Fraction(1), "3": Fraction(2)}[says["indicator"][-1]]
    return _is(option, _amounts(says["fee"])[0] * times)


@proves("multiple-payment")
def multiple(truth: Truth, says: Says, option: str) -> bool:
    """Half of all, and half of the highest once more."""
    del truth
    fees = _amounts(says["fees"])
    return _is(option, (sum(fees) + max(fees)) / 2)


@proves("endoscopy-payment")
def endoscopy(truth: Truth, says: Says, option: str) -> bool:
    """Both, less the base once."""
    del truth
    return _is(option, _amounts(says["one"])[0] + _amounts(says["other"])[0] - _amounts(says["base"])[0])


@proves("surgeon-shares")
def shares(truth: Truth, says: Says, option: str) -> bool:
    """The share of the role."""
    del truth
    marks = (
        ("modifier 80", Fraction(16, 100)),
        ("modifier AS", Fraction(16, 100) * Fraction(85, 100)),
        ("modifier 62", Fraction(125, 200)),
        ("own number", Fraction(85, 100)),
    )
    share = next(share for mark, share in marks if mark in says["told"])
    return _is(option, _amounts(says["fee"])[0] * share)


@proves("limiting-charge")
def limiting(truth: Truth, says: Says, option: str) -> bool:
    """95 percent, and 15 percent of that on top where it is the most that may be charged."""
    del truth
    allowed = _amounts(says["fee"])[0] * Fraction(95, 100)
    return _is(option, allowed * Fraction(115, 100) if "most" in says["what"] else allowed)


@proves("timely-filing")
def timely(truth: Truth, says: Says, option: str) -> bool:
    """The same date a year on; the last of February stays the last."""
    del truth
    served, last = _day(says["day"]), _day(option)
    if (served.month, served.day) == (2, 29):
        return last == date(served.year + 1, 2, 28)
    return (last.year, last.month, last.day) == (served.year + 1, served.month, served.day)


@proves("appeal-deadline")
def appeal(truth: Truth, says: Says, option: str) -> bool:
    """Five days for the mail, and the days of the level."""
    del truth
    levels = (("initial determination", 120), ("redetermination", 180), ("reconsideration", 60), ("judge", 60), ("Council", 60))
    days = next(days for mark, days in levels if mark in says["before"])
    return _day(option) == _day(says["day"]) + timedelta(days=5) + timedelta(days=days)


_ONE_PLACE = ("lesion that is removed is biopsied", "joint that is operated on is injected", "polyp that is removed is biopsied", "wound that is repaired is cleaned",
              "eye that is operated on is examined", "scope that removes the stone")  # fmt: skip


@proves("ncci-edit")
def edit(truth: Truth, says: Says, option: str) -> bool:
    """No edit any more, an edit that a modifier parts, or one that nothing parts."""
    del truth
    indicator = says["indicator"][-1]
    one_place = any(mark in says["told"] for mark in _ONE_PLACE)
    if indicator == "9":
        return option == "Both, without any modifier"
    parted = indicator == "1" and not one_place
    return option.startswith("Both, with a modifier that parts them" if parted else "Only the column 1 code")


@proves("mue")
def mue(truth: Truth, says: Says, option: str) -> bool:
    """Within the limit all is paid; beyond it the indicator speaks."""
    del truth
    limit, units = (int(re.findall(r"\d+", says[which])[0]) for which in ("limit", "units"))
    if units <= limit:
        return option.startswith("All units are paid")
    mark = {"1": "Each line", "2": "ever paid", "3": "on appeal"}[re.findall(r"\d", says["indicator"])[0]]
    return mark in option
