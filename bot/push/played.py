"""After a live quiz: every answer goes to the history of the one who gave it, so that what they missed comes again to them."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

from bot.chat import Sender
from bot.learning.calendar import local_minute, own_day
from bot.library.shelf import Library
from bot.store import clubs, games, learners
from bot.store.database import Database
from bot.store.desk import Desk
from bot.store.games import Game, Given, Player
from bot.talk import streak
from bot.talk.streak import Studied
from bot.turn import Turn

POINTS = 10
"""For a right answer, on the board of a room."""

NONE_OF_THEM = -1
"""The place of an answer that was typed and is none of the options."""


def settle(database: Database, now: datetime, turn_of: Callable[[Desk, Sender, datetime], Turn]) -> bool:
    """Write down what was answered in one game that is over, in a transaction of its own; False where none is left."""
    desk = Desk(database)
    try:
        of = games.unsettled(desk.write, now)
        if of is not None:
            _settle(desk, of, turn_of)
    except BaseException as error:
        desk.drop(error)
        raise
    desk.close()
    return of is not None


def _settle(desk: Desk, of: Game, turn_of: Callable[[Desk, Sender, datetime], Turn]) -> None:
    given = _by([one for one in games.all_answers(desk.write, of.id) if one.number <= of.number])
    players = [one for one in games.players(desk.write, (of.id,))[of.id] if one.learner_id in given]
    plan = [[step.question, list(step.order)] for step in of.plan]
    about = {"kind": "live", "area": of.area, "day": None, "plan": plan, "number": max(of.number, 1), "open": False}
    times = {"started_at": of.created_at, "shown_at": of.closed_at or of.created_at}
    rounds = games.write_rounds(desk.write, [{"learner_id": one.learner_id, **about, **times} for one in players])
    attempts: list[dict[str, object]] = []
    # In one order everywhere, or two games that end together with the same people in them would wait for one another.
    for player in sorted(players, key=lambda one: one.learner_id):
        turn = turn_of(desk, Sender(of.platform, player.user, player.name), of.closed_at or of.created_at)
        turn.learner = learners.lock(desk.write, player.learner_id)
        attempts += _count(turn, of, player, given[player.learner_id], rounds[player.learner_id], turn.library)
    games.write_attempts(desk.write, attempts)
    clubs.came(desk.write, of.platform, of.room, [(one.learner_id, one.name) for one in players])
    right = [one for answers in given.values() for one in answers if one.correct]
    clubs.score(desk.write, [_point(of, one) for one in right])
    games.settle(desk.write, of)


def _point(of: Game, one: Given) -> dict[str, object]:
    day = one.at.astimezone(UTC).date()
    about = {"platform": of.platform, "room": of.room, "learner_id": one.learner_id, "question": of.plan[one.number - 1].question}
    return about | {"week": day - timedelta(days=day.weekday()), "day": day, "points": POINTS}


def _by(given: Sequence[Given]) -> dict[int, list[Given]]:
    found: dict[int, list[Given]] = {}
    for one in given:
        found.setdefault(one.learner_id, []).append(one)
    return found


def _count(turn: Turn, of: Game, player: Player, given: Sequence[Given], round_id: int, library: Library) -> list[dict[str, object]]:
    """Count a player's answers towards their days and streak; returns them as attempts."""
    rows: list[dict[str, object]] = []
    days: dict[object, Studied] = {}
    zone, settled_on = turn.learner.zone, turn.learner.settled_on
    for one in given:
        question = library.questions.get(of.plan[one.number - 1].question)
        if question is None:
            continue
        day = own_day(one.at, zone, settled_on)
        before = days.get(day, Studied(day, local_minute(one.at, zone), 0, 0))
        days[day] = Studied(day, before.minute, before.answered + 1, before.correct + one.correct)
        rows.append(
            {
                "learner_id": player.learner_id,
                "round_id": round_id,
                "number": one.number,
                "question": question.id,
                "area": question.area,
                "chosen": NONE_OF_THEM if one.chosen is None else one.chosen,
                "correct": one.correct,
                "at": one.at,
                "day": day,
                "seconds": one.elapsed // 1000,
            }
        )
    if days:
        streak.counted_all(turn, sorted(days.values(), key=lambda one: one.day))
    return rows
