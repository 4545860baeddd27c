"""Who is due, and what is said: plan the daily pushes as rows; sending them is somebody else's work."""

from datetime import datetime, timedelta
from random import Random

from sqlalchemy import Connection

from bot.chat import as_row
from bot.learning.calendar import instant, local_day, next_push
from bot.library.shelf import Library
from bot.store import learners, posts, rounds
from bot.store.database import Database
from bot.store.learners import Learner
from bot.talk import daily

BATCH = 200


def plan(database: Database, library: Library, now: datetime, chance: Random) -> int:
    """Plan one batch of due pushes in one transaction; returns how many learners it dealt with.

    1. Take learners whose push is due, locked.
    2. Post today's question of theirs under a key that exists once a day, unless they have answered it already.
       Days that went by unnoticed get nothing: no catching up with stale questions.
    3. Move their deadline on to a day that has had no push.
    """
    with database.writing() as writing:
        batch = learners.due(writing, now, BATCH)
        for learner, platform, user in batch:
            _one(writing, library, learner, platform, user, now, chance)
    return len(batch)


def _one(writing: Connection, library: Library, learner: Learner, platform: str, user: str, now: datetime, chance: Random) -> None:
    assert learner.id is not None  # learners come from rows
    today = local_day(now, learner.zone)
    done = learner.pushed_on
    if (done is None or done < today) and instant(today, learner.push_minute, learner.zone) <= now:
        of = daily.start(writing, library, learner.id, today, now, chance)
        if not rounds.attempts(writing, of.id):
            rounds.show(writing, of.id, 1, now)
            posts.add(
                writing,
                f"daily:{learner.id}:{today}",
                learner.id,
                platform,
                user,
                as_row(daily.push(library, of)),
                due_at=now,
                expires_at=instant(today + timedelta(days=1), 0, learner.zone),
            )
        done = today
    due, day = next_push(now, learner.push_minute, learner.zone, done=done)
    learners.change(writing, learner.id, pushed_on=done, next_push_at=due, next_push_day=day)
