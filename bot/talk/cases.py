"""Cases: an invented note and the questions on it, always asked as a whole."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.chat import Choice, Reply
from bot.learning.pick import Candidate, pick
from bot.library.load import CASES
from bot.library.question import Difficulty
from bot.store import sittings
from bot.talk.cards import last_answers
from bot.talk.round import begin
from bot.turn import Turn

_CASE = "case/"
"""Before the id of a case among those of questions: a question may have the same."""


def case(turn: Turn) -> list[Reply]:
    """Start a whole case: ``/case [ID]``; one that is new to the learner, or missed longest ago, if none is named."""
    name = turn.words.strip().lower()
    if name and name not in turn.library.practice_cases:
        return [Reply("I have no case of that name. Take any other:", (Choice("A case", "/case"), Choice("Five questions", "/quiz")))]
    if name:
        return [begin(turn, list(turn.library.practice_cases[name].questions), CASES)]
    bank = candidates(turn, None)
    if not bank:
        return [Reply("There are no cases yet. Practise single ones:", (Choice("Case questions", f"/quiz {CASES}"),))]
    answered = last_answers(turn)
    chosen = pick(bank, {}, max(one.size for one in bank), seen(turn, bank, answered), turn.chance)[:1]
    return [begin(turn, written_out(turn, chosen), CASES)]


def note(turn: Turn) -> list[Reply]:
    """Show the note of a case once more: ``/note CASE``."""
    found = turn.library.cases.get(turn.words.strip())
    if found is None:
        return [Reply("I have no note of that name. Here is a case:", (Choice("A case", "/case"),))]
    return [Reply(f"**{found.title}**\n\n{found.note}", about=(f"case/{found.id}",))]


def candidates(turn: Turn, level: Difficulty | None) -> list[Candidate]:
    """List the cases that the learner may practise, each to be chosen as a whole."""
    day = turn.edition.day
    held = sittings.held(turn.desk.read, turn.learner.id) if turn.learner.id else frozenset()
    return [
        Candidate(f"{_CASE}{one.id}", CASES, len(one.questions))
        for one in turn.library.practice_cases.values()
        if one.valid_on(day) and (level is None or one.difficulty is level) and not held.intersection(one.questions)
    ]


def seen(turn: Turn, whole: Sequence[Candidate], answered: Mapping[str, tuple[datetime, bool]]) -> dict[str, tuple[datetime, bool]]:
    """Tell when cases were worked last, and whether all their questions were right; those never begun are left out."""
    found = {}
    for one in whole:
        names = turn.library.cases[one.id.removeprefix(_CASE)].questions
        mine = [answered[name] for name in names if name in answered]
        if mine:
            found[one.id] = (max(at for at, _right in mine), len(mine) == len(names) and all(right for _at, right in mine))
    return found


def written_out(turn: Turn, chosen: Sequence[str]) -> list[str]:
    """Put the questions of each case where the case stands."""
    names: list[str] = []
    for one in chosen:
        names += turn.library.cases[one.removeprefix(_CASE)].questions if one.startswith(_CASE) else (one,)
    return names
