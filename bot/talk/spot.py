"""Find out whether a message is about codes: which, on what day, and whether they are to be looked up or checked together."""

import re
from dataclasses import dataclass
from datetime import date

from bot.codebook.shelf import HCPCS, ICD10CM, CodeBook
from bot.learning.calendar import read_day

CPT = re.compile(r"(?:\d{5}|\d{4}[A-Za-z])(?:-[0-9A-Za-z]{2})?")
_CODE_LIKE = re.compile(r"[A-Za-z][0-9OolI][0-9A-Za-z](?:\.?[0-9A-Za-z]{1,4})?")
_SPACED = re.compile(r"[A-Za-z] ?\d ?[0-9A-Za-z] ?\.? ?[0-9A-Za-z]{0,4}")
_IN_TEXT = re.compile(r"[A-Za-z][0-9A-Za-z]{2}(?:\.[0-9A-Za-z]{1,4}|[0-9A-Za-z]{0,4})")
_WITH_MODIFIER = re.compile(r"([A-Za-z]\d{4})-([0-9A-Za-z]{2})")
_MODIFIER = re.compile(r"(?:what is |what's |define |explain )?(?:hcpcs )?modifier ([A-Za-z0-9]{2})\??", re.IGNORECASE)
_ON = re.compile(r"(?P<rest>.+?)\s+(?:on|as of|at)\s+(?P<day>[\w/. -]{4,24}?)\s*\??", re.IGNORECASE | re.DOTALL)
_ABOUT_CODES = frozenset(
    "a an and are can code codes coded coding could define definition describe diagnosis do does dx explain find for give hcpcs icd "
    "icd-10 icd10 icd-10-cm in info is it look lookup me mean meaning means of on or please pls reportable billable valid search show "
    "stand stands tell the this to up use used versus vs what whats what's which with y ok together same time allowed i bill report".split()
)
_TOGETHER = frozenset("with and together".split())


@dataclass(frozen=True, slots=True)
class Spotted:
    """Codes found in a message, as typed, in its order; ``together`` where they are to be checked as a set."""

    typed: tuple[str, ...]
    together: bool = False


def day_in(text: str, today: date) -> tuple[str, date | None]:
    """Part a text from the day it names at its end: "E11.9 on 2025-03-01"."""
    match = _ON.fullmatch(text.strip())
    day = read_day(match["day"], today) if match else None
    return (match["rest"].strip(), day) if match and day else (text.strip(), None)


def spot(text: str, codebook: CodeBook, day: date) -> Spotted | None:
    """Find codes in a message that is nothing else, or codes among a few asking words."""
    typed = text.strip().strip("?!.,;:").strip()
    alone = _alone(typed, codebook, day)
    if alone:
        return Spotted((alone,))
    words = re.split(r"[\s,;+]+", typed)
    if not 1 < len(words) <= 30:
        return None
    codes = []
    for word in words:
        bare = word.strip("?!.,;:()\"'")
        if CPT.fullmatch(bare) or (any(c.isdigit() for c in bare) and _IN_TEXT.fullmatch(bare) and _known(bare, codebook, day)):
            codes.append(bare)
        elif bare.lower() not in _ABOUT_CODES:
            return None
    said = {word.lower() for word in words}
    return Spotted(tuple(codes), len(codes) > 1 and bool(said & _TOGETHER)) if codes else None


def _alone(typed: str, codebook: CodeBook, day: date) -> str | None:
    """Recognise a message that is one code, right or slipped."""
    if CPT.fullmatch(typed) or (_CODE_LIKE.fullmatch(typed) and any(char.isdigit() for char in typed)):  # "cost" is a word
        return typed
    if match := _MODIFIER.fullmatch(typed):
        return match[1].upper() if codebook.find(match[1], day) else None
    if match := _WITH_MODIFIER.fullmatch(typed):
        return typed if codebook.find(match[1], day) else None
    if _SPACED.fullmatch(typed) and _known(typed, codebook, day):
        return typed
    if " " in typed or not any(char.isdigit() for char in typed):
        return typed if len(typed) == 2 and typed.isupper() and codebook.find(typed, day) else None
    slipped = 4 <= len(typed) <= 8 and "." in typed and any(book.look_alikes(typed) for book in codebook.books(ICD10CM))
    return typed if slipped or _known(typed, codebook, day) else None


def _known(typed: str, codebook: CodeBook, day: date) -> bool:
    if codebook.find(typed, day):
        return True
    return any(book.entry(typed) for codeset in (ICD10CM, HCPCS) for book in codebook.books(codeset))
