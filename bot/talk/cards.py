"""Keep the cards right: after an answer, after "that was easy", after a corrected key, after two histories became one.

An answer touches one card, whatever is behind it. A question that is set aside for a mock exam has a card from its first miss on: what
was known there is not asked again, so that the exam can be sat again; what was missed was explained, and comes back.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection

from bot.learning import review
from bot.learning.review import Card, Grade
from bot.library.question import Question
from bot.library.shelf import Library
from bot.store import cards, learners, rounds
from bot.store.cards import Kept, Past
from bot.turn import Turn

_BATCH = 20
"""Learners whose cards are made in one transaction."""


@dataclass(frozen=True, slots=True)
class Place:
    """The place of an answer: its round, and its number there."""

    round_id: int
    number: int


def card_of(kept: Kept) -> Card:
    """Take the memory out of a card as it is kept."""
    return Card(kept.stability, kept.difficulty, kept.due_on, kept.last_on, kept.reps, kept.lapses)


def last_answers(turn: Turn) -> dict[str, tuple[datetime, bool]]:
    """Tell of every question of the library that the learner practised when that was last, and whether it was right."""
    if turn.learner.id is None:
        return {}
    if not turn.learner.carded:
        rebuild(turn.desk.write, turn.library, turn.learner.id)
    return rounds.last_answers(turn.desk.read, turn.learner.id)


def met(turn: Turn) -> Callable[[Sequence[str]], Collection[str]]:
    """Give what tells which of some items of drills the learner has answered."""
    learner = turn.learner.id
    return lambda names: rounds.met(turn.desk.read, learner, names) if learner is not None else ()


def count(writing: Connection, learner_id: int, question: Question, place: Place, correct: bool, day: date) -> None:
    """Count an answer towards the card of its item; the learner is locked."""
    item = review.item_of(question.id)
    before = cards.lock(writing, learner_id, item)
    if before is None and question.mock is not None and correct:
        return
    known = card_of(before) if before else None
    after = _kept(item, question.area, place, review.answered(known, review.grade(correct), day), known)
    if before is None:
        cards.add(writing, learner_id, [after])
    else:
        cards.change(writing, learner_id, after)


def call_easy(writing: Connection, learner_id: int, question: Question, place: Place) -> date | None:
    """Grade a right answer again as an easy one, once; returns when its item comes again, None where nothing was changed."""
    learners.lock(writing, learner_id)
    kept = cards.lock(writing, learner_id, review.item_of(question.id))
    if kept is None or (kept.round_id, kept.number) != (place.round_id, place.number):
        return None  # it was answered again since
    if not cards.call_easy(writing, place.round_id, place.number):
        return None
    before = _before(kept)
    card = review.answered(before, Grade.EASY, kept.last_on)
    cards.change(writing, learner_id, _kept(kept.item, kept.area, place, card, before))
    return card.due_on


def regraded(writing: Connection, learner_id: int, question: Question) -> None:
    """Work out the card of a question again from its answers, after its key was corrected."""
    learners.lock(writing, learner_id)
    item = review.item_of(question.id)
    cards.drop(writing, learner_id, item)
    kept = _replayed(item, cards.past(writing, learner_id, [question.id]), mock=question.mock is not None)
    cards.add(writing, learner_id, [kept] if kept else [])


def rebuild(writing: Connection, library: Library, learner_id: int) -> None:
    """Work out all cards of a learner again from all answers; what has left the library keeps its card, too."""
    learners.lock(writing, learner_id)
    cards.drop(writing, learner_id)
    by_item: dict[str, list[Past]] = {}
    for one in cards.past(writing, learner_id):
        by_item.setdefault(review.item_of(one.question), []).append(one)
    mocks = {item for item in by_item if item in library.questions and library.questions[item].mock is not None}
    made = (_replayed(item, answers, mock=item in mocks) for item, answers in by_item.items())
    cards.add(writing, learner_id, [one for one in made if one is not None])
    learners.change(writing, learner_id, carded=True)


def rebuild_some(writing: Connection, library: Library) -> int:
    """Make the cards of some learners who answered before there were any; returns how many there were."""
    people = cards.uncarded(writing, _BATCH)
    for number in people:
        rebuild(writing, library, number)
    return len(people)


def _replayed(item: str, answers: Iterable[Past], *, mock: bool) -> Kept | None:
    counted = list(answers)
    if mock:
        first = next((n for n, one in enumerate(counted) if not one.correct), len(counted))
        counted = counted[first:]
    if not counted:
        return None
    card, before = review.replay((one.day, review.grade(one.correct, one.easy)) for one in counted)
    assert card is not None  # something was counted
    last = counted[-1]
    return _kept(item, last.area, Place(last.round_id, last.number), card, before)


def _kept(item: str, area: str, place: Place, card: Card, before: Card | None) -> Kept:
    was = (before.stability, before.difficulty, before.last_on) if before else (None, None, None)
    known = (card.stability, card.difficulty, card.due_on, card.last_on, card.reps, card.lapses)
    return Kept(item, area, *known, place.round_id, place.number, *was)


def _before(kept: Kept) -> Card | None:
    if kept.was_stability is None or kept.was_difficulty is None or kept.was_on is None:
        return None
    return Card(kept.was_stability, kept.was_difficulty, kept.was_on, kept.was_on, kept.reps - 1, kept.lapses)
