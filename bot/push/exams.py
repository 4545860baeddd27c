"""What is due about mock exams: the notice of half time, and handing in at the end, also where nobody is there."""

from collections.abc import Callable
from datetime import datetime, timedelta

from bot.chat import Reply, Sender, as_row
from bot.store import learners, posts, sittings
from bot.store.database import Database
from bot.store.desk import Desk, working
from bot.store.sittings import Sitting
from bot.talk import closing, sitting
from bot.turn import Turn

_HEARD_BY = timedelta(minutes=5)
"""For how long after the end something that was sent in time is waited for; it may lie with a platform that is down."""

_AGAIN = timedelta(seconds=2)
"""When it is looked whether that was read; the longer it takes, the more seldom."""

_RESULT_LASTS = timedelta(days=7)


def attend(database: Database, now: datetime, turn_of: Callable[[Desk, Sender, datetime], Turn]) -> bool:
    """Do what is due about one sitting, in a transaction of its own; False where nothing is."""
    with working(database) as desk:
        found = sittings.due(desk.read, now)
        if found is not None:
            learners.lock(desk.write, found[1])
            of = sittings.find(desk.write, found[0], lock=True)
            if of is not None and of.wake_at is not None and of.wake_at <= now:  # nobody else has done it meanwhile
                _attend(desk, of, now, turn_of)
    return found is not None


def _attend(desk: Desk, of: Sitting, now: datetime, turn_of: Callable[[Desk, Sender, datetime], Turn]) -> None:
    where = sittings.address(desk.write, of)
    if where is None or of.due_at is None or of.over:
        sittings.change(desk.write, of.id, wake_at=None)
        return
    turn = turn_of(desk, Sender(*where), now)
    if now < of.due_at:
        sittings.change(desk.write, of.id, wake_at=of.due_at)
        until = min(now + sitting.HALF_TIME_LASTS, of.due_at)
        _post(desk, of, f"{closing.HALF_TIME}:{of.id}:", where, sitting.half_time(turn, of), now, until)
    elif now < of.due_at + _HEARD_BY and sittings.unheard(desk.write, of, of.due_at, None):
        sittings.change(desk.write, of.id, wake_at=now + max(_AGAIN, (now - of.due_at) / 4))
    else:
        report = closing.close(turn, of, of.due_at, closing.up_at(turn, of.due_at))
        _post(desk, of, f"result:{of.id}", where, report, now, now + _RESULT_LASTS)


def _post(desk: Desk, of: Sitting, key: str, where: tuple[str, str], reply: Reply, now: datetime, until: datetime) -> None:
    posts.add(desk.write, key, of.learner_id, *where, as_row(reply), now, until, lane=posts.Lane.WAITED_FOR)
