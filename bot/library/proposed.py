"""A question that a member writes in a chat: read, and held against the rules that all content is held against."""

import re
from collections.abc import Mapping

from bot import guard
from bot.codebook.shelf import CodeBook
from bot.library.check import HCPCS_CODE, ICD_CODE, check_question
from bot.library.load import Item
from bot.library.own import Written, own_question
from bot.library.question import LETTERS

_LABEL = re.compile(r"(?:^|[\n|])[ \t]*(question|[a-d]|key|why(?: [a-d])?|source|area)[ \t]*[:.)][ \t]*", re.IGNORECASE)
_UNCHECKED = "room-0001"
"""An id as the check wants it; the real one is a number of the store."""


def read(text: str) -> Written | list[str]:
    """Read a question of lines with labels; a bar may stand for a line break. Sentences say what is missing.

    The first line may do without its label; "Why:" alone is the reason of the key.
    """
    parts = _LABEL.split(f"Question: {text}" if not _LABEL.match(text) else text)
    said: dict[str, str] = {}
    for label, value in zip(parts[1::2], parts[2::2], strict=True):
        said[" ".join(label.lower().split())] = " ".join(value.split())
    key = said.get("key", "").strip(" .").upper()
    faults = [
        f"{name.upper() if len(name) == 1 else name.capitalize()} is missing"
        for name in ("question", "a", "b", "c", "d")
        if not said.get(name)
    ]
    if key not in tuple(LETTERS):
        faults.append("Key is missing: the letter of the right answer")
    why = [said.get(f"why {letter.lower()}", "") or (said.get("why", "") if letter == key else "") for letter in LETTERS]
    faults += [
        f"Why {letter} is missing: why that is {'right' if letter == key else 'wrong'}"
        for letter, one in zip(LETTERS, why, strict=True)
        if not one
    ]
    if not said.get("source"):
        faults.append("Source is missing: the guideline, book or page")
    if faults:
        return faults
    options = tuple(said[letter.lower()] for letter in LETTERS)
    return Written(said.get("area", ""), said["question"], options, LETTERS.index(key), tuple(why), said["source"])


def faults_of(written: Written, codebook: CodeBook) -> list[str]:
    """Say in sentences what the rules of good content have against a question; codes need not be listed, they are looked up."""
    question = own_question(0, written)
    texts = (question.stem, *question.options, *question.why)
    right = "\n".join((question.stem, question.options[question.key], question.why[question.key]))
    item = Item("", _UNCHECKED, _codes("\n".join(texts), right, codebook))
    found = [fault.what for fault in check_question(item, question, codebook, name=_UNCHECKED)]
    if guard.holds_patient_data("\n".join(texts)):
        found.append("it reads like a real patient's data; take names and dates out")
    return found


def _codes(text: str, right: str, codebook: CodeBook) -> Mapping[str, object]:
    """Declare the codes of a text by what they are; one that does not exist may only stand among what is wrong."""
    tables: dict[str, dict[str, str]] = {"codes": {}, "headers": {}, "hcpcs": {}}
    unreal: list[str] = []
    for code in dict.fromkeys(ICD_CODE.findall(text)):
        entry = codebook.entry(code)
        if entry is not None:
            tables["codes" if entry.reportable else "headers"][code] = entry.title
        elif code in right:
            tables["codes"][code] = ""
        else:
            unreal.append(code)
    known = [code for code in dict.fromkeys(HCPCS_CODE.findall(text)) if codebook.knows(code) or code not in right]
    tables["hcpcs"] = dict.fromkeys(known, "")
    return {**tables, "unreal": unreal}
