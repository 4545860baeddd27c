"""Something is wrong with a question: say what, and an instructor reads it."""

import re

from bot.chat import Choice, Reply
from bot.store import reports, rounds
from bot.turn import Turn

_REASONS = {
    "key": "The key is wrong",
    "unclear": "It is unclear",
    "old": "It is out of date",
    "typo": "A typo",
    "other": "Something else",
}
_LONGEST_REMARK = 1000
_NAME = re.compile(r"[a-z]+-\d+(-\d+)?|drill/\S+", re.IGNORECASE)
"""What reads as the name of a question; anything else is said of the question shown last."""


def report(turn: Turn) -> list[Reply]:
    """Report a question: ``/report [QUESTION] [REASON] [remark]``; the one shown last if none is named."""
    said = turn.words.strip()
    name, _, rest = said.partition(" ")
    if not _NAME.fullmatch(name) and turn.question(name) is None:
        name, rest = "", said if not said or name in _REASONS else f"other {said}"
    if not name:
        last = rounds.last_shown(turn.desk.read, turn.learner.id) if turn.learner.id else None
        if last is None:
            return [Reply("There is no question to report yet. Answer one first.", (Choice("Today's question", "/daily"),))]
        name = last.step.question
    if turn.question(name) is None:
        return [Reply("I have no question of that name. Use the button below a question, or /report alone for the last one.",
                      (Choice("Report the last question", "/report"),))]  # fmt: skip
    reason, _, remark = rest.strip().partition(" ")
    if reason not in _REASONS:
        choices = [Choice(label, f"/report {name} {key}") for key, label in _REASONS.items() if key != "other"]
        choices.append(Choice(_REASONS["other"], f"/report {name} other ", asks="What is wrong with it?"))
        return [Reply("What is wrong with that question?", tuple(choices), about=(f"question/{name}",))]
    reports.keep(turn.desk.write, turn.enrolled(), name, reason, remark.strip()[:_LONGEST_REMARK] or None, turn.now)
    return [Reply("Thank you. An instructor will read it; if the question is wrong, it is mended.", (Choice("Another question", "/quiz"),),
                  about=(f"question/{name}",))]  # fmt: skip
