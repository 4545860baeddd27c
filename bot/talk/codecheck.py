"""Check codes together: ``/check E11.9 O24.410``, or "E11.9 with O24.4"."""

import re
from datetime import date

from bot.chat import Choice, Reply, literal
from bot.codebook.shelf import ICD10CM
from bot.codebook.together import Finding, Matter, check
from bot.talk.codepage import named, validity
from bot.talk.spot import day_in
from bot.turn import Turn

_MOST = 25
_SAYS = {
    Matter.WRONG: "Wrong",
    Matter.ORDER: "Order",
    Matter.MISSING: "Missing",
    Matter.LOOK: "Look again",
}


def check_codes(turn: Turn) -> list[Reply]:
    """Check the codes that follow ``/check``, in their order; a day may follow."""
    typed, asked = day_in(turn.words, turn.today)
    codes = [word for word in re.split(r"[\s,;+]+", typed) if word and word.lower() not in ("with", "and")]
    if len(codes) < 1:
        ask = Choice("Check codes", "/check ", asks="Which codes, in the order of the claim? For example E11.22 N18.31")
        return [Reply("Which codes, in the order of the claim? Try /check E11.9 O24.410.", (ask,))]
    if len(codes) > _MOST:
        return [Reply(f"I check up to {_MOST} codes at once; these are {len(codes)}.", (Choice("Help", "/help"),))]
    return [checked(turn, tuple(codes), asked or turn.today)]


def checked(turn: Turn, typed: tuple[str, ...], day: date) -> Reply:
    """Say what the book says of these codes together."""
    book = turn.codebook.book(ICD10CM, day)
    assert book is not None  # the code book always has a release of ICD-10-CM
    codes = []
    for one in typed[:_MOST]:
        entry = book.entry(one)
        codes.append(entry.code if entry else literal(one.upper(), 12))
    findings = check(book, codes)
    lines = [f"**{', '.join(codes)}**"]
    grave = [finding for finding in findings if finding.matter in (Matter.WRONG, Matter.ORDER, Matter.MISSING)]
    if not grave:
        lines.append("Nothing in the tabular list speaks against these codes in this order.")
    lines += [_line(finding) for finding in findings[:12]]
    lines.append(f"{named(book.release)}. {validity(book.release, day)}".strip())
    choices = tuple(Choice(code, f"/code {code}") for code in dict.fromkeys(codes) if book.entry(code))[:8]
    about = tuple(f"code/{book.release.codeset}/{code}" for code in dict.fromkeys(codes) if book.entry(code))
    facts = {
        "findings": [[finding.matter.value, list(finding.codes), finding.at] for finding in findings],
        "release": named(book.release),
    }
    return Reply("\n".join(lines)[:3400], choices, about=about, facts=facts)


def _line(finding: Finding) -> str:
    said = f"**{_SAYS[finding.matter]}** {finding.what}."
    if finding.quoted:
        said += f' At {finding.at}: "{finding.quoted[:220]}"'
    elif finding.at:
        said += f" ({finding.at})"
    return said
