"""The tutor's outbox: posts are taken from it, and what became of them is noted; which message of a chat holds what."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.learning.calendar import quiet_end
from bot.push.kinds import QUIET, REPEATED
from bot.store import learners, posts, slots
from bot.store.database import Database
from bot.store.posts import Post

_LEASE = timedelta(minutes=5)
"""Longer than any sending takes."""


class Outbox:
    """The part of the tutor that whoever sends talks to. Every call is one transaction."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def take_posts(self, platforms: tuple[str, ...], now: datetime, limit: int = 8) -> list[Post]:
        """Take posts that may go out now on these platforms; they are leased until it is said what became of them.

        Take no more than are sent at once: a crash leaves what was taken in doubt. What has no hour of its own waits for the end
        of quiet hours.
        """
        taken: list[Post] = []
        with self.database.writing() as connection:
            for post in posts.lease(connection, platforms, now, now + _LEASE, limit):
                over = quiet_end(now, post.zone, *post.quiet) if post.zone and post.quiet and post.kind in QUIET else None
                if over is None:
                    taken.append(post)
                else:
                    posts.unused(connection, post.id, over)
        return taken

    def take_over(self, platform: str, now: datetime) -> int:
        """Deal with what an earlier process was sending on a platform when it died; returns how many posts.

        That is for the one process that sends there, before it does: a room waits for the question that was on its way.
        """
        with self.database.writing() as connection:
            return posts.lost_leases(connection, now, REPEATED, platform)

    def next_post(self, platforms: tuple[str, ...]) -> datetime | None:
        """Say when the next post may go out on one of these platforms."""
        with self.database.reading() as connection:
            return posts.next_due(connection, platforms)

    def put_back(self, post: Post, at: datetime) -> None:
        """Give a post back that was taken and not tried."""
        with self.database.writing() as connection:
            posts.unused(connection, post.id, at)

    def outbox(self, now: datetime) -> tuple[dict[str, int], float]:
        """Count posts by state, and tell for how many seconds the oldest waiting one has been due."""
        with self.database.reading() as connection:
            oldest = posts.oldest_pending(connection)
            return posts.states(connection), max((now - oldest).total_seconds(), 0.0) if oldest else 0.0

    def sent(self, post: Post, message: str | None = None, at: datetime | None = None) -> None:
        """Note that a post is out, as which message of the platform, and when."""
        self.sent_many([(post, message, at or post.due_at)])

    def sent_many(self, out: Sequence[tuple[Post, str | None, datetime]]) -> list[None]:
        """Note that posts are out, each as which message of the platform, and when."""
        with self.database.writing() as connection:
            posts.sent(connection, [(post.id, message, at) for post, message, at in out])
        return [None] * len(out)

    def not_sent(self, post: Post, error: str, *, again_at: datetime | None = None, held: bool = False, unreachable: bool = False) -> None:
        """Note that a post did not go out, or may not have.

        ``again_at``: certainly not sent, to be tried then, unless it has expired by then. ``held``: nobody knows; it is never
        sent again by itself. Else it is dead; ``unreachable`` says that nothing will reach this person until they write.
        """
        with self.database.writing() as connection:
            if again_at is not None:
                posts.again(connection, post.id, again_at, error)
            else:
                posts.close(connection, post.id, "held" if held else "dead", error)
            if unreachable and post.user is not None:
                learners.lose(connection, post.platform, post.user)

    def lose(self, platform: str, user: str) -> None:
        """Note that nothing reaches an account, such as one that blocked us, until its owner writes again."""
        with self.database.writing() as connection:
            learners.lose(connection, platform, user)

    def fill_slot(self, platform: str, chat: str, name: str, message: str, now: datetime) -> None:
        """Note which message of a chat holds a slot."""
        with self.database.writing() as connection:
            slots.fill(connection, platform, chat, name, message, now)

    def slot(self, platform: str, chat: str, name: str) -> str | None:
        """Find the message of a chat that holds a slot."""
        with self.database.reading() as connection:
            return slots.holder(connection, platform, chat, name)
