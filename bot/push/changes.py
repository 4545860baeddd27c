"""When a code set changes, those who learned an item that the change touches are told, once for each release."""

from datetime import date, datetime, timedelta
from itertools import pairwise

from bot.chat import as_row
from bot.codebook.book import Book
from bot.codebook.shelf import HCPCS, ICD10CM, CodeBook
from bot.library.shelf import Library
from bot.library.touched import touched
from bot.push.news import notices
from bot.store import announcements, learners, posts, rounds
from bot.store.database import Database
from bot.store.posts import Lane

BATCH = 500
_STALE = timedelta(days=90)
"""A release that began longer ago is no news, such as one of last year that is loaded for look-ups."""

_OF_USE = timedelta(days=14)


def begun(codebook: CodeBook, today: date) -> list[tuple[Book, Book]]:
    """List the releases that have begun not long ago, each with the one before it."""
    found = []
    for codeset in (ICD10CM, HCPCS):
        official = [book for book in codebook.books(codeset) if not book.release.own_words]
        found += [(old, new) for old, new in pairwise(official) if today - _STALE < new.release.start <= today]
    return found


def plan(database: Database, library: Library, release: tuple[Book, Book], now: datetime) -> int:
    """Plan the notices to one batch of learners about one release; returns how many learners it dealt with, 0 when all are told."""
    before, after = release
    name = f"{after.release.codeset}:{after.release.start}"
    with database.reading() as reading:
        if announcements.done(reading, name):
            return 0
    found = touched(library.questions.values(), before, after)
    with database.writing() as writing:
        told_up_to = announcements.take(writing, name, now)
        if told_up_to is None:
            return 0
        learned = rounds.learned(writing, [one.question for one in found], told_up_to, BATCH) if found else []
        addresses = learners.addresses(writing, sorted({one.learner_id for one in learned}))
        posts.add_many(
            writing,
            [
                {
                    "key": notice.key,
                    "learner_id": notice.learner_id,
                    "platform": addresses[notice.learner_id][0],
                    "user": addresses[notice.learner_id][1],
                    "room": None,
                    "reply": as_row(notice.reply),
                    "due_at": now,
                    "expires_at": now + _OF_USE,
                    "lane": int(Lane.NEWS),
                }
                for notice in notices(found, learned, after.release, now.date())
                if notice.learner_id in addresses
            ],
        )
        people = {one.learner_id for one in learned}
        announcements.told(writing, name, max(people, default=told_up_to), closed=len(people) < BATCH)
        return len(people)
