"""Somebody is there: what had stopped because they were silent, or could not be reached, goes on."""

from bot.store import learners
from bot.talk import settings
from bot.turn import Turn


def seen(turn: Turn) -> None:
    """Note that somebody is there: what had stopped because they were silent, or could not be reached, goes on."""
    learner = turn.learner
    if learner.id is None:
        return
    if learner.lost:
        learners.regain(turn.desk.write, turn.sender.platform, turn.sender.user)
    if learner.lost or learner.farewell_on is not None:
        if learner.daily:
            settings.subscribe(turn, True)
        else:
            turn.change(farewell_on=None)
    if learner.seen_on != turn.today or learner.seen_here_on != turn.today:
        learners.seen(turn.desk.write, turn.sender.platform, turn.sender.user, learner.id, turn.today)
        turn.learner = learners.get(turn.desk.write, learner.id)  # a handler may have changed it under another turn
        turn.replan()
