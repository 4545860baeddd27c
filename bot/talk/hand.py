"""A raised hand: an answer to the question on display of a live quiz, and what becomes of it. Pure rules; nothing here is written."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.chat import literal
from bot.learning import game as rules
from bot.library.question import LETTERS, Question
from bot.store.games import Game, Given, Player
from bot.talk import scoreboard, typed

SECOND_THOUGHTS = timedelta(seconds=2)
"""When all have answered the question closes after so long, so that the last one, too, may correct a slip."""

DAY_COUNTED_EVERY = timedelta(minutes=1)
"""How often at most a question of the day shows anew how many have answered."""


@dataclass(frozen=True, slots=True)
class Read:
    """An answer as it was understood: the authored place of the option, None for what was typed and is none, and how it is named."""

    chosen: int | None
    shown: str


@dataclass(frozen=True, slots=True)
class Decided:
    """What is said of an answer to the one who gave it, and the answer to be written down, if it changes anything."""

    text: str
    given: Given | None = None


def late(of: Game, number: int, *, in_time: bool) -> str | None:
    """Say why an answer to a question comes too late or too early; None where that question is open."""
    if number == of.number and of.state == "asking" and in_time:
        return None
    ahead = number > of.number or (number == of.number and of.state == "lobby")
    return "That question has not been asked yet." if ahead else f"Time was up for question {number}, so that does not count."


def read(of: Game, question: Question, said: str) -> Read | str:
    """Read an answer to the question on display, or say why it is none."""
    if of.typed:
        if not said.strip():
            return "Type your answer behind it."
        return Read(typed.chosen(question, said), literal(said, 40) or "that")
    letter = said.strip().upper()
    if letter not in tuple(LETTERS):
        return "Answer with A, B, C or D."
    return Read(of.step.order[LETTERS.index(letter)], letter)


def decide(of: Game, question: Question, player: Player, before: Given | None, answer: Read, at: datetime) -> Decided:
    """Grade an answer that came in time. ``before`` is the one that stands, which may be changed once."""
    if before is not None and before.chosen == answer.chosen and answer.chosen is not None:
        return Decided(f"{answer.shown} stands.")
    if before is not None and before.changed:
        return Decided("You changed it once already; that stands.")
    correct = answer.chosen == question.key
    elapsed = max(int((at - (of.opened_at or at)) / timedelta(milliseconds=1)), 0)
    points = rules.points(correct, elapsed, of.pace, worth=player.worth, speed=of.speed)
    given = Given(of.id, of.number, player.learner_id, answer.chosen, correct, points, elapsed, before is not None, at)
    if before is not None:
        return Decided(f"Changed to {answer.shown}. That stands.", given)
    return Decided(f"{answer.shown} it is. You may change it once while the question is open.", given)


def counted(of: Game, at: datetime) -> Game:
    """Count one more answer: the count is shown again in a while, and where it was the last, the question closes soon."""
    answered, due = of.answered + 1, of.due_at
    if answered >= of.players and of.kind == "live":
        due = min(due or at + SECOND_THOUGHTS, at + SECOND_THOUGHTS)
    every = DAY_COUNTED_EVERY if of.kind == "day" else scoreboard.COUNTED_EVERY
    return replace(of, answered=answered, due_at=due, count_at=of.count_at or max(at, of.counted_at + every))
