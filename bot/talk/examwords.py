"""Plain words while a mock exam is open: "b", "second one", "skip", "flag", "37", "time left", "hand in"."""

import re
from collections.abc import Callable
from datetime import timedelta

from bot.chat import Choice, Reply
from bot.store import rounds, sittings
from bot.talk import exam, sitting
from bot.talk.letters import letter_in
from bot.turn import Turn

Handler = Callable[[Turn], list[Reply]]

_LATELY = timedelta(minutes=30)
"""How long after the end what is said in an exam is still understood as such."""

_ALWAYS = {
    "sheet": "overview|the overview|sheet|answer sheet|my answers|summary|list of questions|which are open|what is open|what's open",
    "time": "time|time left|the time|how much time|how much time is left|how much time do i have|how long do i have|clock|pace|my pace",
    "hand": "hand in|hand it in|hand in the exam|submit|submit it|submit exam|submit the exam|finish|finish exam|finish the exam|turn it in"
    "|i'm done|i am done|im done|done",
    "hand yes": "hand in now|hand it in now|yes hand in|yes hand it in|submit now|hand in anyway|yes submit",
    "open": "first open|next open|open ones|the open ones|go to the open ones|unanswered",
    "flagged": "flagged|next flagged|flagged ones|the flagged ones|go to the flagged ones|next flag",
}
"""Words of a mock exam alone, which mean it wherever the conversation is."""

_ON_DISPLAY = {
    "next": "next|next one|next question|next please|go on",
    "back": "back|go back|previous|previous one|previous question|one back|last question",
    "skip": "skip|skip it|skip this|skip this one|pass",
    "on": "continue|resume|back to the exam|back to the question|where was i|repeat|show it again|again",
    "pause": "pause|pause it|take a break|stop the clock",
}
"""Words that others know, too; they mean the exam where its question was shown last."""

_ASKING = "explain|explain it|explain this|explain that|why|is that right|was that right|am i right|was i right|what is the answer"
_NO = "no|nope|no thanks|not yet|no wait|wait|cancel|don't|do not"
_YES = "yes|yes please|yes i am|i am sure|i'm sure|sure|do it"

_FLAG = {"": "flag|flag it|flag this|flag this one|mark it|mark this|mark for review", "off": "unflag|flag off|take the flag off|unmark"}


def _table(named: dict[str, str]) -> dict[str, str]:
    return {phrase: name for name, phrases in named.items() for phrase in phrases.split("|")}


_EXAM, _SHARED, _FLAGS = _table(_ALWAYS), _table(_ON_DISPLAY), _table(_FLAG)
_ASKED, _SURE, _UNSURE = (frozenset(words.split("|")) for words in (_ASKING, _YES, _NO))
_KNOWN = frozenset((*_EXAM, *_SHARED, *_FLAGS, *_ASKED, *_SURE, *_UNSURE))
_NUMBER = re.compile(r"(?P<go>go to |go |question |number |go to question |go to number )?#?(?P<number>\d{1,3})")
_TAIL = re.compile(r"(?:[ ,]+(?:please|pls|plz|thanks|thx|now))+$")


def understood(turn: Turn, text: str) -> tuple[Handler, str] | None:
    """Read what somebody says in the middle of a mock exam; None where it is something else, or no exam is open."""
    plain = " ".join(text.lower().replace("’", "'").strip(" .)!?").split())
    letter = letter_in(text)
    number = _NUMBER.fullmatch(plain)
    if letter is None and number is None and plain not in _KNOWN:
        plain = _TAIL.sub("", plain)
    if (letter is None and number is None and plain not in _KNOWN) or turn.learner.id is None:
        return None
    of = sittings.open_of(turn.desk.read, turn.learner.id, or_since=turn.now - _LATELY)
    if of is None:
        return None
    if of.over:
        late = letter is not None or plain in _EXAM or plain in _FLAGS
        told = sitting.over(of)
        return ((lambda _turn: [told]), text) if late and not sittings.covered(turn.desk.read, of) else None
    if plain in _SURE:
        return (exam.exam, "hand yes") if sitting.just_asked(of, turn.now) else None
    if plain in _UNSURE:
        return (exam.exam, "on") if sitting.just_asked(of, turn.now) else None
    if plain in _EXAM:
        return exam.exam, _EXAM[plain]
    if plain in _FLAGS:
        return sitting.flag, _FLAGS[plain]
    if number is not None and (number["go"] or letter is None):
        return sitting.go, number["number"]
    if sittings.covered(turn.desk.read, of):
        return None
    if plain in _ASKED:
        return (lambda _turn: [_NOT_YET]), text
    if letter is not None and not _shown_last(turn, of):  # nobody means a question that they do not see
        return exam.exam, "on"
    if letter is not None:
        return _answering(of.id, of.number, letter), text
    return exam.exam, _SHARED[plain]


_NOT_YET = Reply(
    "Nothing is explained before you hand in, as in the exam itself. Then every question is.",
    (Choice("Back to the exam", "/exam on"), Choice("Overview", "/exam sheet")),
)


def _shown_last(turn: Turn, of: sittings.Sitting) -> bool:
    last = rounds.last_shown(turn.desk.read, of.learner_id)
    return last is not None and last.id == of.round_id


def _answering(sitting_id: int, number: int, letter: str) -> Handler:
    def answer(turn: Turn) -> list[Reply]:
        of = sitting.seated(turn, sitting_id)
        if isinstance(of, Reply):
            return [of]
        return [sitting.answer(turn, of, number, letter)]

    return answer
