"""Reminders of assignments: once, the day before one is due, to those of a class who have not done it."""

from datetime import datetime

from bot.chat import as_row
from bot.library.shelf import Library
from bot.store import assignments, learners, posts
from bot.store.database import Database
from bot.store.posts import Lane
from bot.talk.assignment import reminder

BATCH = 500


def plan(database: Database, library: Library, now: datetime) -> int:
    """Plan one batch of what is due in one transaction; returns of how many it was looked at.

    Who has done it, has paused everything or wants no reminders is left in peace; it waits for the end of quiet hours.
    """
    with database.reading() as connection:
        at = assignments.next_due(connection)
        if at is None or at > now:
            return 0
    with database.writing() as writing:
        batch = assignments.due(writing, now, BATCH)
        found = assignments.undone(writing, set(batch), now)
        numbers = [one.learner_id for one in found]
        people, addresses = learners.several(writing, numbers), learners.addresses(writing, numbers)
        rows = []
        for one in found:
            who, of = people[one.learner_id], one.assignment
            told = reminder(library, of, one.class_title, who, now)
            if told is not None and one.learner_id in addresses:
                platform, user = addresses[one.learner_id]
                where = {"learner_id": one.learner_id, "platform": platform, "user": user, "room": None}
                key = f"class:{of.class_id}:due:{of.id}:{one.learner_id}"
                row = {"key": key, **where, "reply": as_row(told), "due_at": now, "expires_at": of.due_at, "lane": int(Lane.DAILY)}
                rows.append(row)
        posts.add_many(writing, rows)
        assignments.reminded(writing, batch)
    return len(batch)
