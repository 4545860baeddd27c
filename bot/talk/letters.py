"""Read what somebody says as an option of the open question: a letter, a number, "the second one", or the words of the option."""

import re
from collections.abc import Callable

from bot.chat import Reply
from bot.library.question import LETTERS
from bot.store import rounds
from bot.talk.round import grade
from bot.turn import Turn


def letter_in(text: str) -> str | None:
    """Read a letter, a number or "the second one" as the letter of an option."""
    return _read(" ".join(text.lower().replace("’", "'").strip(" .)!").split()))


def _read(plain: str) -> str | None:
    return _LETTER_WORDS.get(plain) or _LETTER_WORDS.get(_AROUND.sub("", plain))


def option(turn: Turn, text: str) -> Callable[[Turn], list[Reply]] | None:
    """Read a letter, a number or the words of an option as an answer to the open question."""
    plain = " ".join(text.lower().replace("’", "'").strip(" .)!").split())
    bare = _SURE.sub("", plain)
    sure = bare != plain and _read(bare) is not None
    letter = _read(bare if sure else plain)
    if (letter is None and len(plain) > 130) or turn.learner.id is None:
        return None
    of = rounds.current(turn.desk.read, turn.learner.id)
    question = turn.question(of.step.question) if of else None
    if of is None or question is None:
        return None
    options = [" ".join(question.options[place].lower().split()) for place in of.step.order]
    if letter is None or (plain.isdecimal() and all(option.strip("0123456789.,") == "" for option in options)):
        # Where all options are numbers, a number is what it says, not a place.
        letter = LETTERS[options.index(plain)] if plain in options else None
        if letter is not None and of.number in rounds.attempts(turn.desk.read, of.id):
            return None  # once it is answered, a code that was an option is typed to look it up
    if letter is None:
        return None
    return _grading(of, letter, sure)


def _grading(of: rounds.Round, letter: str, sure: bool) -> Callable[[Turn], list[Reply]]:
    def grading(turn: Turn) -> list[Reply]:
        locked = rounds.find(turn.desk.write, of.id, lock=True) or of
        return grade(turn, locked, of.number, letter, recap=False, sure=sure)

    return grading


_SURE = re.compile(
    r"^(?:i'?m |i am )?(?:sure|certain|positive|definitely|surely)(?: it'?s| it is| about)?[ ,:]+"
    r"|[ ,:]+(?:(?:and )?(?:i'?m |i am )?(?:quite |very |absolutely )?(?:sure|certain|positive)|for sure|definitely|surely)$"
)
"""What is said around a letter by somebody who is sure: "b, I'm sure", "definitely b"."""

_AROUND = re.compile(
    r"^(?:(?:um|uh|well|ok|okay)[ ,]+)?(?:i (?:think|guess|choose|pick|say|believe)|i'd say|i'll (?:say|take|go with)|go with"
    r"|my answer is|my answer|(?:the )?answer is|(?:the )?answer)?[ ,:]*(?:it's|its|it is|that's)?[ ,:]*(?:letter|option|choice|number)? ?"
    r"|[ ,]+(?:please|i think|i guess)$"
)
"""What is said around a letter by somebody who speaks: "letter b", "the answer is d", "I think it's c"."""

_LETTER_WORDS = {
    spelled: letter
    for number, (letter, ordinal, nth) in enumerate(
        zip(LETTERS, ("first", "second", "third", "fourth"), ("1st", "2nd", "3rd", "4th"), strict=True), 1
    )
    for low in (letter.lower(),)
    for spelled in (
        low, f"({low}", f"option {low}", f"answer {low}", f"{low} please", f"i think {low}", f"its {low}", f"it's {low}", str(number),
        f"option {number}", ordinal, f"{ordinal} one", f"the {ordinal} one", f"the {ordinal}", f"{nth} one", nth,
    )
}  # fmt: skip
_LETTER_WORDS |= {"the last one": "D", "last one": "D", "the last": "D"}
