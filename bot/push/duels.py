"""The results of duels: told to the room once both are done, or when the time is over."""

from datetime import datetime, timedelta

from bot.chat import as_row
from bot.store import duels, posts
from bot.store.database import Database
from bot.talk.duel import result

_BATCH = 200
_LASTS = timedelta(days=1)


def plan(database: Database, now: datetime) -> int:
    """Tell the results of the duels that are over; returns of how many."""
    with database.reading() as connection:
        if not duels.over(connection, now, 1):
            return 0
    with database.writing() as connection:
        found = duels.over(connection, now, _BATCH)
        there = duels.players(connection, [of.id for of in found])
        rows = [
            {
                "key": f"duel:{of.id}",
                "learner_id": None,
                "platform": of.platform,
                "user": None,
                "room": of.room,
                "thread": of.thread or None,
                "reply": as_row(result(of, there[of.id])),
                "due_at": now,
                "expires_at": now + _LASTS,
                "lane": int(posts.Lane.WAITED_FOR),
            }
            for of in found
        ]
        posts.add_many(connection, rows)
        duels.close(connection, [of.id for of in found], now)
    return len(found)
