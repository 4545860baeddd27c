"""Checks of the families about notes, and of what an index leads to."""

import re

from bot.library.drills.proof.check import Says, proves
from bot.library.drills.proof.truth import Truth


@proves("excludes")
def excludes(truth: Truth, says: Says, option: str) -> bool:
    """Barred by Excludes1 in either direction, or not."""
    code = option.split()[0]
    return truth.valid(code) and truth.barred(says["main"], code) == ("may not" in says["words"])


_MEANS = {
    "excludes1": "Only one of the two",
    "excludes2": "Both may be coded",
    "codeFirst": "note before it",
    "useAdditionalCode": "note after it",
    "codeAlso": "visit gives the order",
}


@proves("note-meaning")
def meaning(truth: Truth, says: Says, option: str) -> bool:
    """What follows from the kind of note in which the line stands."""
    notes = truth.nodes[says["code"]].notes
    kinds = [tag for tag in _MEANS if any(line.rstrip(".").endswith(says["line"]) for line in notes.get(tag, ()))]
    also = "codeAlso" if kinds == ["excludes2"] else "excludes2" if kinds == ["codeAlso"] else ""
    return any(_MEANS[tag] in option for tag in (*kinds, also) if tag)


@proves("code-first")
def code_first(truth: Truth, says: Says, option: str) -> bool:
    """The code that a code first note of the other names, and then the other."""
    codes = option.split(", ")
    if len(codes) != 2 or not all(truth.valid(code) for code in codes):
        return False
    first, second = codes
    titles = (truth.title(first), truth.title(second))
    wanted = titles in ((says["early"], says["late"]), (says["late"], says["early"]))
    return (
        wanted
        and truth.names(second, "codeFirst", first)
        and not truth.names(first, "codeFirst", second)
        and not truth.barred(first, second)
    )


@proves("use-additional")
def use_additional(truth: Truth, says: Says, option: str) -> bool:
    """The code with the note, and then the companion that the note names."""
    codes = option.split(", ")
    if len(codes) != 2 or not all(truth.valid(code) for code in codes):
        return False
    first, second = codes
    wanted = (truth.title(first), truth.title(second)) == (says["main"], says["extra"])
    asked = truth.names(first, "useAdditionalCode", second)
    return wanted and asked and not truth.names(first, "codeFirst", second) and not truth.barred(first, second)


@proves("code-also")
def code_also(truth: Truth, says: Says, option: str) -> bool:
    """A fixed order only where another note gives one; both, without an order, where only code also speaks."""
    one, other = says["one"], says["other"]

    def leads(first: str, second: str) -> bool:
        return truth.names(first, "useAdditionalCode", second) or truth.names(second, "codeFirst", first)

    if option.startswith("Only"):
        return truth.barred(one, other)
    if "always comes first" in option:
        first = next(code for code in (one, other) if f"{code} always" in option)
        return leads(first, other if first == one else one)
    free = not leads(one, other) and not leads(other, one) and not truth.barred(one, other)
    return free and (truth.names(one, "codeAlso", other) or truth.names(other, "codeAlso", one))


def _row(truth: Truth, says: Says) -> dict[str, object] | None:
    return next((row for row in truth.rows("navigation") if row["diagnosis"] == says["diagnosis"]), None)


@proves("nav-term")
def main_term(truth: Truth, says: Says, option: str) -> bool:
    """The first term of the way; the way itself is held against the official index where that is at hand."""
    row = _row(truth, says)
    return row is not None and option in (path := str(next(iter(row["path"]))), path.partition(", ")[0])  # type: ignore[call-overload]  # TOML has no types


@proves("nav-subterm")
def subterms(truth: Truth, says: Says, option: str) -> bool:
    """The rest of the way, or another way that leads to the same code."""
    row = _row(truth, says)
    if row is None:
        return False
    code = str(row["code"]).replace(".", "")
    ways = {" › ".join(list(row["path"])[1:]): code}  # type: ignore[call-overload]  # TOML has no types
    ways |= {" › ".join(way[:-1]): way[-1].replace(".", "") for way in list(row["beside"])}  # type: ignore[call-overload]  # as above
    found = ways[option]
    return found.startswith(code) or code.startswith(found)


@proves("nav-final")
def final(truth: Truth, says: Says, option: str) -> bool:
    """Whole codes, at or below the code in the index, whose titles say what is documented; with the companion that a note wants."""
    row = _row(truth, says)
    if row is None:
        return False
    codes = option.split(", ")
    index = str(row["code"]).replace(".", "")
    mine = [code for code in codes if code.replace(".", "").startswith(index)]
    if len(mine) != 1 or not all(truth.valid(code) for code in codes):
        return False
    if not all(re.search(rf"\b{re.escape(said)}(?:\b|$)", truth.whole(mine[0])) for said in list(row["says"])):  # type: ignore[call-overload]
        return False
    companions = str(row["final"]).split(", ")
    if len(companions) == 1:
        return len(codes) == 1
    first, second = companions
    ordered = truth.names(first, "useAdditionalCode", second) or truth.names(second, "codeFirst", first)
    return codes == companions and ordered


@proves("release-change")
def release_change(truth: Truth, says: Says, option: str) -> bool:
    """Whole in the one release and not in the other."""
    code = option.split()[0]
    assert truth.before is not None  # the family has items only where there is a release before
    assert truth.now is not None
    old, new = truth.before.entry(code), truth.now.entry(code)
    was, is_now = bool(old and old.reportable), bool(new and new.reportable)
    return was != is_now
