"""What somebody remembers of an item, and when it is asked again: FSRS-6, through py-fsrs, whose one home this is.

Memory is counted in days of the learner's calendar, as the model was fitted: what is answered twice on one date is practice within
a day. There are no steps of minutes; what was missed comes back within its round and is due the next day.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import IntEnum

from fsrs import Card as _FsrsCard
from fsrs import Rating, Scheduler, State

RETENTION = 0.9
"""The share that is to be remembered when an item comes up again."""

LONGEST = 365
"""Days after which an item is asked again at the latest: code sets change every year."""

_FSRS = Scheduler(desired_retention=RETENTION, learning_steps=(), relearning_steps=(), maximum_interval=LONGEST, enable_fuzzing=False)


WEIGHTS = _FSRS.parameters
"""The 21 weights of the model, as published."""


class Grade(IntEnum):
    """How an answer went, as FSRS counts it: a question with options has no "hard"."""

    AGAIN = 1
    GOOD = 3
    EASY = 4


@dataclass(frozen=True, slots=True)
class Card:
    """What is known of somebody's memory of one item.

    ``stability`` is the days after which nine in ten are remembered, ``difficulty`` 1 to 10; dates are the learner's. ``lapses`` are wrong
    answers after the first.
    """

    stability: float
    difficulty: float
    due_on: date
    last_on: date
    reps: int = 1
    lapses: int = 0


def grade(correct: bool, easy: bool = False) -> Grade:
    """Grade an answer: right is good, wrong is again, right and called easy is easy."""
    if not correct:
        return Grade.AGAIN
    return Grade.EASY if easy else Grade.GOOD


def answered(card: Card | None, how: Grade, day: date) -> Card:
    """Return what is known after an answer on a date; None stands for an item never answered before.

    A date before the last one, as a mock exam brings that is handed in late, counts as that one.
    """
    if card is None:
        after, reps, lapses = _review(_FsrsCard(card_id=0), how, day), 1, 0
    else:
        day = max(day, card.last_on)
        after, reps, lapses = _review(_as_fsrs(card), how, day), card.reps + 1, card.lapses + (how is Grade.AGAIN)
    assert after.stability is not None  # it was just reviewed
    assert after.difficulty is not None
    return Card(after.stability, after.difficulty, after.due.date(), day, reps, lapses)


def replay(answers: Iterable[tuple[date, Grade]]) -> tuple[Card | None, Card | None]:
    """Work out what is known after all answers to an item, oldest first, and what was known before the last of them."""
    card = before = None
    for day, how in answers:
        card, before = answered(card, how, day), card
    return card, before


def recall(card: Card, day: date) -> float:
    """Return the probability that an item is remembered on a date, 0 to 1."""
    return _FSRS.get_card_retrievability(_as_fsrs(card), _at(day))


def item_of(question: str) -> str:
    """Name what a card is of: a question of the library; of a drill, whose items are made, the skill.

    >>> item_of("hcpc-0001"), item_of("drill/laterality/S52.501@2604")
    ('hcpc-0001', 'drill/laterality')
    """
    return "/".join(question.split("/")[:2])


def _review(card: _FsrsCard, how: Grade, day: date) -> _FsrsCard:
    return _FSRS.review_card(card, Rating(int(how)), _at(day))[0]


def _as_fsrs(card: Card) -> _FsrsCard:
    return _FsrsCard(0, State.Review, None, card.stability, card.difficulty, _at(card.due_on), _at(card.last_on))


def _at(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
