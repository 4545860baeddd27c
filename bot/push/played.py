"""After a live quiz: every answer goes to the history of the one who gave it, so that what they missed comes again to them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from bot.chat import Sender
from bot.learning.calendar import local_minute, own_day
from bot.learning.points import RIGHT, week_of
from bot.library.question import Question
from bot.store import clubs, games, learners, rounds
from bot.store import played as history
from bot.store.database import Database
from bot.store.desk import Desk, working
from bot.store.games import Game, Given
from bot.talk import cards, evidence, points, streak
from bot.talk.cards import Place
from bot.talk.streak import Studied
from bot.turn import Turn

NONE_OF_THEM = -1
"""The place of an answer that was typed and is none of the options."""


@dataclass(frozen=True, slots=True)
class Counted:
    """An answer of a game that goes to somebody's history, and the date it counts for."""

    learner_id: int
    round_id: int
    question: Question
    given: Given
    day: date

    def row(self) -> dict[str, object]:
        """Write it as an attempt."""
        one = self.given
        return {
            "learner_id": self.learner_id,
            "round_id": self.round_id,
            "number": one.number,
            "question": self.question.id,
            "area": self.question.area,
            "chosen": NONE_OF_THEM if one.chosen is None else one.chosen,
            "correct": one.correct,
            "at": one.at,
            "day": self.day,
            "seconds": one.elapsed // 1000,
        }


def settle(database: Database, now: datetime, turn_of: Callable[[Desk, Sender, datetime], Turn]) -> bool:
    """Write down what was answered in one game that is over, in a transaction of its own; False where none is left."""
    with working(database) as desk:
        of = history.unsettled(desk.write, now)
        if of is not None:
            _settle(desk, of, turn_of)
    return of is not None


def _settle(desk: Desk, of: Game, turn_of: Callable[[Desk, Sender, datetime], Turn]) -> None:
    given = _by([one for one in games.all_answers(desk.write, of.id) if one.number <= of.number])
    players = [one for one in games.players(desk.write, (of.id,))[of.id] if one.learner_id in given]
    plan = [[step.question, list(step.order)] for step in of.plan]
    about = {"kind": "live", "area": of.area, "day": None, "plan": plan, "number": max(of.number, 1), "open": False}
    times = {"started_at": of.created_at, "shown_at": of.closed_at or of.created_at}
    begun = rounds.begin_many(desk.write, [{"learner_id": one.learner_id, **about, **times} for one in players])
    counted: list[tuple[Turn, list[Counted]]] = []
    # In one order everywhere, or two games that end together with the same people in them would wait for one another.
    for player in sorted(players, key=lambda one: one.learner_id):
        turn = turn_of(desk, Sender(of.platform, player.user, player.name), of.closed_at or of.created_at)
        turn.learner = learners.lock(desk.write, player.learner_id)
        counted.append((turn, _count(turn, of, given[player.learner_id], begun[player.learner_id])))
    rounds.answer_many(desk.write, [one.row() for _turn, answers in counted for one in answers])
    for turn, answers in counted:
        _learn(turn, answers, timed=of.pace is not None)
    clubs.came(desk.write, of.platform, of.room, [(one.learner_id, one.name) for one in players])
    right = [one for answers in given.values() for one in answers if one.correct]
    clubs.score(desk.write, [_point(of, one) for one in right])
    history.settle(desk.write, of)


def _point(of: Game, one: Given) -> dict[str, object]:
    about = {"platform": of.platform, "room": of.room, "learner_id": one.learner_id, "question": of.plan[one.number - 1].question}
    return about | {"week": week_of(one.at), "day": one.at.astimezone(UTC).date(), "points": RIGHT}


def _by(given: Sequence[Given]) -> dict[int, list[Given]]:
    found: dict[int, list[Given]] = {}
    for one in given:
        found.setdefault(one.learner_id, []).append(one)
    return found


def _count(turn: Turn, of: Game, given: Sequence[Given], round_id: int) -> list[Counted]:
    """Count a player's answers towards their days and streak; returns those that count."""
    found: list[Counted] = []
    days: dict[date, Studied] = {}
    zone, settled_on = turn.learner.zone, turn.learner.settled_on
    for one in given:
        question = turn.question(of.plan[one.number - 1].question)
        if question is None:
            continue
        day = own_day(one.at, zone, settled_on)
        before = days.get(day, Studied(day, local_minute(one.at, zone), 0, 0))
        days[day] = Studied(day, before.minute, before.answered + 1, before.correct + one.correct)
        found.append(Counted(turn.enrolled(), round_id, question, one, day))
    if days:
        streak.counted_all(turn, sorted(days.values(), key=lambda one: one.day))
    return found


def _learn(turn: Turn, answers: Sequence[Counted], *, timed: bool) -> None:
    """Count answers towards cards, abilities and boards."""
    for one in answers:
        place = Place(one.round_id, one.given.number)
        cards.count(turn.desk.write, one.learner_id, one.question, place, one.given.correct, one.day)
    if answers:
        told = [evidence.Given(one.question.id, one.question.area, one.given.correct, one.given.at) for one in answers]
        evidence.counted(turn, told, timed=timed)
        points.earn(turn, told)
