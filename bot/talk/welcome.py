"""The first minute: subscribed at once, then four questions by button, each of which may be skipped.

Links from elsewhere bring a word with them: ``/start code_E11-21`` shows that code, ``/start faq_exam_ebooks`` that answer,
``/start class_ABCDEFGH`` the class of that code.
"""

from dataclasses import replace

from bot.chat import Choice, Reply
from bot.talk import classroom, faq, lookup
from bot.talk.settings import SETTINGS, question, subscribe
from bot.turn import Turn

_STEPS = ("exam", "pace", "zone", "hour")


def start(turn: Turn) -> list[Reply]:
    """Welcome somebody: ``/start``; go through the questions: ``/start NAME VALUE``, ``/start NAME`` to show one."""
    name, _, value = turn.words.strip().partition(" ")
    linked = _linked(turn, name)
    if linked is not None:
        return linked
    if name not in _STEPS and name != "done":
        return _hello(turn)
    if name == "done":
        return [_ready(turn)]
    if not value.strip():
        return [_step(turn, name)]
    said = SETTINGS[name](turn, value.strip())
    after = _STEPS.index(name) + 1
    following = _step(turn, _STEPS[after]) if after < len(_STEPS) else _ready(turn)
    return [Reply(f"{said}\n\n{following.text}", following.choices, replaces=True)]


def _linked(turn: Turn, word: str) -> list[Reply] | None:
    """Show what a link leads to; a link cannot hold a full stop, so a hyphen stands for it."""
    kind, _, words = word.partition("_")
    if kind == "code" and words:
        replies = lookup.code(turn.saying(words.replace("-", ".")))
    elif kind == "faq" and words:
        replies = faq.faq(turn.saying(words))
    elif kind == "class" and words:
        return classroom.classroom(turn.saying(f"join {words}"))
    else:
        return None
    if turn.learner.id is not None:
        return replies
    return [*replies[:-1], replace(replies[-1], choices=(*replies[-1].choices, Choice("What is this?", "/start")))]


def _hello(turn: Turn) -> list[Reply]:
    known = turn.learner.id is not None
    if not turn.learner.daily:
        subscribe(turn, True)
    opening = "**Welcome back.**" if known else "**Welcome.** I help you become a certified medical coder."
    text = (
        f"{opening} Ask me anything about training and the CPC exam, send a code or a diagnosis to look it up, or practise with me: "
        "every answer is explained, with its source. The daily question is on.\n\n"
        "I am independent: not affiliated with AAPC, AHIMA or the AMA. Never send a real patient's data."
    )
    first = _step(turn, _STEPS[0])
    return [Reply(f"{text}\n\n{first.text}", (*first.choices, Choice("Start with a question", "/daily")))]


def _step(turn: Turn, name: str) -> Reply:
    asked = question(turn, name, "/start")
    after = _STEPS.index(name) + 1
    skip = f"/start {_STEPS[after]}" if after < len(_STEPS) else "/start done"
    return Reply(asked.text, (*asked.choices, Choice("Skip", skip)), replaces=True)


def _ready(turn: Turn) -> Reply:
    return Reply(
        "All set; /settings changes any of it. What first?",
        (
            Choice("Today's question", "/daily"),
            Choice("Five questions", "/quiz"),
            Choice("Look something up", "/code ", asks="Which code or words shall I look up?"),
            Choice("Questions about the exam", "/faq exam"),
        ),
        replaces=True,
    )
