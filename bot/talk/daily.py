"""Today's question: one a day, the same for everybody."""

from dataclasses import replace
from datetime import date, datetime
from random import Random

from sqlalchemy import Connection

from bot.chat import Choice, Reply
from bot.learning.calendar import clock
from bot.learning.edition import Edition, edition_of
from bot.learning.pick import Candidate, of_the_day
from bot.library.shelf import Library
from bot.store import rounds
from bot.store.rounds import Round, Step
from bot.talk import question as words
from bot.talk.round import show
from bot.turn import Turn

TRACK = "cpc"


def daily(turn: Turn) -> list[Reply]:
    """Show today's question, or say how it went."""
    found = rounds.daily(turn.desk.read, turn.learner.id, turn.today) if turn.learner.id else None
    if found is None:
        learner = turn.enrolled()
        found = start(turn.desk.write, turn.library, learner, turn.today, turn.now, turn.chance, turn.edition)
    given = rounds.attempts(turn.desk.read, found.id)
    if 1 in given:
        when = f" The next one comes tomorrow at {clock(turn.learner.push_minute)}." if turn.learner.daily else ""
        return [Reply(words.answered_before(turn, found.steps[0], given[1]) + when, _more())]
    return [show(turn, found)]


def _more() -> tuple[Choice, ...]:
    return (Choice("Five questions", "/quiz"), Choice("My progress", "/progress"))


def start(writing: Connection, library: Library, learner: int, day: date, now: datetime, chance: Random, edition: Edition) -> Round:
    """Start the learner's daily round of a day, or find it."""
    name = question_of(writing, library, day, edition)
    return rounds.start(writing, learner, "daily", [Step(name, tuple(chance.sample(range(4), 4)))], now, day=day)


def question_of(writing: Connection, library: Library, day: date, edition: Edition) -> str:
    """Read which question a day has; the first to ask fixes it for all.

    Those whose exam is of an edition in which that question is not valid have another, the same for all of that edition.
    """
    usual = edition_of(None, day)
    name = _fixed(writing, library, day, TRACK, usual)
    if edition == usual or library.practice[name].valid_on(edition.day):
        return name
    return _fixed(writing, library, day, f"{TRACK}-{edition.year}", edition)


def _fixed(writing: Connection, library: Library, day: date, track: str, edition: Edition) -> str:
    fixed = rounds.question_of_the_day(writing, day, track)
    if fixed is not None and fixed in library.practice:
        return fixed
    bank = [Candidate(one.id, one.area) for one in library.practice.values() if one.valid_on(edition.day)]
    weights = {area.slug: area.questions for area in library.areas.values()}
    chosen = of_the_day(bank, weights, day, _this_time_round(rounds.questions_used(writing, track), len(bank)))
    if fixed is not None:
        rounds.replace_question_of_the_day(writing, day, track, chosen)
        return chosen
    return rounds.fix_question_of_the_day(writing, day, track, chosen)


def _this_time_round(used: list[str], bank: int) -> list[str]:
    """Keep the part of the past in which no question may come again: since the bank was last used up."""
    return used[len(used) - len(used) % bank :] if bank else []


def push(library: Library, of: Round, reviews: int = 0) -> Reply:
    """Compose the daily push: the question itself, not an announcement of it; below it how many ``reviews`` are waiting."""
    found = library.questions[of.step.question]
    asked = words.ask(found, library.areas[found.area], of, push=True)
    if not reviews:
        return asked
    wait = "And one review is waiting." if reviews == 1 else f"And {reviews} reviews are waiting."
    return replace(asked, text=f"{asked.text}\n\n{wait}", choices=(*asked.choices, Choice("Reviews", "/review")))
