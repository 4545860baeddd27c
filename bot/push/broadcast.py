"""What an operator says to everybody, planned a batch at a time as posts, so that it goes on where a process that stopped left it."""

from datetime import datetime, timedelta

from bot.chat import as_row
from bot.store import broadcasts, posts
from bot.store.database import Database
from bot.store.posts import Lane
from bot.talk.admin import broadcast_words

BATCH = 500
_OF_USE = timedelta(days=3)


def plan(database: Database, now: datetime) -> int:
    """Plan one batch of the oldest open broadcast; returns how many learners it dealt with, 0 where there is none."""
    with database.writing() as writing:
        found = broadcasts.oldest_open(writing)
        if found is None:
            return 0
        people = broadcasts.readers(writing, found, BATCH)
        row = as_row(broadcast_words(found.text))
        posts.add_many(
            writing,
            [
                {
                    "key": f"broadcast:{found.id}:{number}",
                    "learner_id": number,
                    "platform": platform,
                    "user": user,
                    "room": None,
                    "reply": row,
                    "due_at": now,
                    "expires_at": now + _OF_USE,
                    "lane": int(Lane.NEWS),
                }
                for number, platform, user in people
            ],
        )
        broadcasts.planned(
            writing, found.id, max((number for number, _platform, _user in people), default=found.after_learner), len(people)
        )
        if len(people) < BATCH:
            broadcasts.close(writing, found.id)
        return len(people) or 1  # the one that closes it counts, so that the next is looked for
