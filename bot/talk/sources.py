"""From which questions a round may be drawn: those missed, flagged, new, or of which somebody was sure and wrong."""

from collections.abc import Collection, Sequence
from enum import StrEnum

from bot.learning.pick import Candidate
from bot.store import answers, bookmarks, rounds
from bot.talk.review import may_be_asked
from bot.turn import Turn


class Source(StrEnum):
    """What a round is drawn from, where it is not everything."""

    MISSED = "missed"
    FLAGGED = "flagged"
    NEW = "new"
    SURE = "sure"
    WEAKEST = "weakest"


WORDS = {
    word: source
    for source, words in {
        Source.MISSED: "missed misses mistakes mistake wrong wrongs errors",
        Source.FLAGGED: "flagged flags bookmarked bookmarks marked saved",
        Source.NEW: "new unseen fresh",
        Source.SURE: "sure overconfident",
        Source.WEAKEST: "weakest weak weaknesses weakness worst",
    }.items()
    for word in words.split()
}
"""Words by which they are named."""

NOTHING = {
    Source.MISSED: "Nothing is on your list of misses: whatever you missed, you have answered rightly since.",
    Source.FLAGGED: "You have flagged no question. Say flag when one is in front of you.",
    Source.NEW: "You have met every question of that kind. What is due comes by /review.",
    Source.SURE: "There is nothing of which you were sure and wrong. Tap I'm sure before you answer, and it shows what you misjudge.",
    Source.WEAKEST: "There are no questions on that yet.",
}
"""What is said where there is none."""


def named(turn: Turn, source: Source) -> list[Candidate]:
    """List the questions that the learner has missed, flagged or misjudged and that may be asked; drills count, too."""
    if turn.learner.id is None:
        return []
    if source is Source.FLAGGED:
        names: Sequence[str] = bookmarks.of(turn.desk.read, turn.learner.id)
    elif source is Source.SURE:
        names = answers.sure_but_wrong(turn.desk.read, turn.learner.id)
    else:
        names = rounds.missed(turn.desk.read, turn.learner.id)
    return _askable(turn, names)


def _askable(turn: Turn, names: Collection[str]) -> list[Candidate]:
    found = []
    for name in names:
        question = turn.question(name)
        if question is not None and (question.drill or may_be_asked(turn.library, name, turn.edition)):
            found.append(Candidate(name, question.area))
    return found
