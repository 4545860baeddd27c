"""Aiken, the simplest format: a question in a line, options A to D, and the letter of the answer. It carries neither ids nor reasons."""

import re
from collections.abc import Iterable

from bot.library.exchange.draft import Draft, Reading, one_line

_OPTION = re.compile(r"\s*([A-Za-z])[.)]\s+(.*\S)\s*")
_ANSWER = re.compile(r"\s*ANSWER\s*:\s*(.*)", re.IGNORECASE)
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def write(drafts: Iterable[Draft]) -> bytes:
    """Write drafts as Aiken."""
    return "\n".join(_written(draft) for draft in drafts).encode()


def _written(draft: Draft) -> str:
    options = [f"{letter}. {option}" for letter, option in zip(_LETTERS, draft.options, strict=False)]
    return "\n".join([one_line(draft.stem), *options, f"ANSWER: {_LETTERS[draft.key]}", ""])


def read(text: str, reading: Reading) -> None:
    """Read Aiken into ``reading``: a question ends with its answer."""
    stem: list[str] = []
    options: list[str] = []
    first = 0
    number = 0
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        if not line.strip():
            continue
        first = first if stem else number
        option = _OPTION.fullmatch(line) if stem else None
        answer = _ANSWER.fullmatch(line) if options else None
        if answer:
            _close(stem, options, answer[1], f"line {first}", reading)
            stem, options = [], []
        elif option and option[1].upper() == _LETTERS[len(options) : len(options) + 1]:
            options.append(option[2])
        elif options:
            what = f"option {_LETTERS[len(options) :][:1]} or ANSWER: should come here"
            reading.fault(f"line {number}", f"{what}; write each option in one line, letters in order")
            stem, options = ([line], []) if not option else (stem, [])
        else:
            stem.append(line)
    if stem:
        reading.fault(f"line {first}", "the question has no line ANSWER: with the letter of the right option; add it below the options")


def _close(stem: list[str], options: list[str], answer: str, place: str, reading: Reading) -> None:
    letters = re.findall(r"[A-Z]", answer.upper()) if re.fullmatch(r"[A-Za-z](?:\s*[,; ]\s*[A-Za-z])*\s*", answer) else []
    keys = [_LETTERS.index(letter) for letter in letters]
    if len(keys) > 1:
        reading.leave(place, f"it has {len(keys)} right answers")
    elif not keys or keys[0] >= len(options):
        reading.fault(place, f'ANSWER: "{answer.strip()[:20]}" is none of its options; write one of their letters')
    else:
        # Moodle takes Aiken for plain text, tags and all, and so do we.
        reading.take(Draft(stem="\n".join(stem), options=tuple(options), key=keys[0], place=place))
