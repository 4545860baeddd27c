"""Answers that are typed and not chosen: which questions can be asked so, and what counts as right.

A code counts only as it is written; a dot left out, small letters and how several codes are parted are no part of a code. A term may
have a slip of spelling, as long as it is not nearer to another term of the question.
"""

import re

from bot.library.question import Question
from bot.matching import same_term

_CODE = re.compile(r"[A-Z]\d[0-9A-Z](?:\.?[0-9A-Z]{1,4})?|[A-Z]\d{4}")
_PARTED = re.compile(r"[\s,;+]+|\band\b", re.IGNORECASE)
_NEEDS_OPTIONS = re.compile(
    r"\b(?:which of|of these|of the following|following|except|best|true|false|statement|not|least|most|correct|option)\b", re.IGNORECASE
)
_LONGEST = 3
"""Words of a term that somebody may be asked to type."""


def fits(question: Question) -> bool:
    """Say whether a question can be asked without its options: its key is codes or a short term, and the stem speaks of no choice."""
    if _NEEDS_OPTIONS.search(question.stem):
        return False
    return asks_codes(question) or _is_term(question)


def asks_codes(question: Question) -> bool:
    """Say whether the answer is one code or several."""
    return _codes(question.options[question.key]) is not None


def _is_term(question: Question) -> bool:
    key = question.options[question.key]
    return question.area in ("terminology", "anatomy") and len(key.split()) <= _LONGEST and re.fullmatch(r"[A-Za-z' -]+", key) is not None


def _codes(text: str) -> list[str] | None:
    """Read codes in their order, without dots; None where something else stands among them."""
    parts = [part for part in _PARTED.split(text.upper().strip(" .")) if part]
    if not parts or not all(map(_CODE.fullmatch, parts)):
        return None
    return [part.replace(".", "") for part in parts]


def chosen(question: Question, typed: str) -> int | None:
    """Tell which option of a question was typed, as its authored place; None where it is none of them."""
    if asks_codes(question):
        said = _codes(typed)
        return next((place for place, option in enumerate(question.options) if said is not None and _codes(option) == said), None)
    for place in (question.key, *(place for place in range(len(question.options)) if place != question.key)):
        if same_term(typed, question.options[place], [option for other, option in enumerate(question.options) if other != place]):
            return place
    return None
