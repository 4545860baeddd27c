"""What answers say of somebody: counted with each answer, read when it is asked how ready they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.learning.ability import Ability, after
from bot.learning.difficulty import MEANT, STEP, rung
from bot.learning.readiness import Weight
from bot.store import abilities
from bot.store.abilities import Kept
from bot.turn import Turn

_LAST = 2000
"""Answers of the past that are gone through; those before them have faded."""


@dataclass(frozen=True, slots=True)
class Given:
    """One answer that counts: to which question, of which area, and when."""

    question: str
    area: str
    right: bool
    at: datetime


def counted(turn: Turn, answers: Sequence[Given], *, timed: bool = False) -> None:
    """Count answers that were just written down, oldest first, towards the ability in their areas; the learner is locked.

    Whoever has answers and no abilities, since those are from before there were any, has them worked out first.
    """
    writing, learner = turn.desk.write, turn.enrolled()
    before = abilities.of(writing, learner, {one.area for one in answers})
    if not before and not abilities.known(writing, learner):
        abilities.keep(writing, learner, _worked_out(turn, learner).values())  # these answers are among them
        return
    names = [one.question for one in answers]
    met, learned = abilities.met_before(writing, learner, names), abilities.levels(writing, names)
    found = {area: _ability(one) for area, one in before.items()}
    for one in answers:
        again = _of_one_rule(one.question) or one.question in met
        level = rung(_level(turn, one.question, learned.get(one.question)))
        found[one.area] = after(found.get(one.area), level, one.right, one.at, timed=timed, again=again)
    abilities.keep(writing, learner, [_kept(area, one) for area, one in found.items()], known=before.keys())


def known(turn: Turn) -> dict[str, Ability]:
    """Say what is known of the learner, by area."""
    learner = turn.learner.id
    if learner is None:
        return {}
    found = abilities.of(turn.desk.read, learner) or _worked_out(turn, learner)  # reading writes nothing
    return {area: _ability(one) for area, one in found.items()}


def exam(turn: Turn) -> dict[str, Weight]:
    """Say how the exam is made up: the questions of each area, and how hard they are, as those set aside for mock exams are."""
    learned = abilities.levels(turn.desk.read)
    levels: dict[str, dict[int, int]] = {area: {} for area in turn.library.areas}
    for one in turn.library.questions.values():
        if one.mock is not None and one.area in levels:
            place = rung(learned.get(one.id, MEANT[one.difficulty]))
            levels[one.area][place] = levels[one.area].get(place, 0) + 1
    return {
        area.slug: Weight(area.questions, tuple((place * STEP, float(many)) for place, many in sorted(levels[area.slug].items())) or _MIXED)
        for area in turn.library.areas.values()
    }


_MIXED = tuple((level, 1.0) for level in MEANT.values())


def _worked_out(turn: Turn, learner: int) -> dict[str, Kept]:
    """Work abilities out of all answers, as if each had been counted when it was given."""
    past = abilities.past(turn.desk.read, learner)
    learned = abilities.levels(turn.desk.read)
    met: set[str] = set()
    found: dict[str, Ability] = {}
    for place, one in enumerate(past):
        again = _of_one_rule(one.question) or one.question in met
        met.add(one.question)
        before = found.get(one.area)
        level = rung(_level(turn, one.question, learned.get(one.question)))
        if place >= len(past) - _LAST:
            found[one.area] = after(before, level, one.correct, one.at, timed=one.timed, again=again)
        else:
            found[one.area] = _only_counted(before, one.correct, one.at, again)
    return {area: _kept(area, one) for area, one in found.items()}


def _only_counted(before: Ability | None, right: bool, at: datetime, again: bool) -> Ability:
    answered, rights, new = (before.answered, before.right, before.new) if before else (0, 0, 0)
    return Ability(at, {}, 0.0, answered + 1, rights + right, new + (not again))


def _of_one_rule(name: str) -> bool:
    """Say whether a question is one of many that ask for the same rule: knowing that rule is not yet knowing the area."""
    return name.startswith("drill/")


def _level(turn: Turn, name: str, learned: float | None) -> float:
    question = turn.library.questions.get(name)
    return learned if learned is not None else MEANT[question.difficulty] if question else MEANT["medium"]


def _ability(one: Kept) -> Ability:
    return Ability(one.at, one.counts, one.timed, one.answered, one.right, one.new)


def _kept(area: str, one: Ability) -> Kept:
    return Kept(area, one.at, one.counts, one.timed, one.answered, one.right, one.new)
