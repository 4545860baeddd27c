"""Send the posts: what nobody asked for goes out once.

1. A few are in flight at a time, one for a chat; as one is settled the next is taken, so a slow chat halts nobody else.
2. What certainly was not sent is tried again when the platform says.
3. What may have been sent is held and never repeated by itself, but for kinds that must arrive.
4. Who cannot be reached is left in peace until they write.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

from adapters import metrics
from adapters.messenger import DeliveryFailed, Messenger, place
from adapters.reception import Reception
from adapters.tray import Tray
from bot.chat import as_reply
from bot.push.kinds import REPEATED
from bot.store.posts import Post

log = logging.getLogger(__name__)

_AT_ONCE = 8
_LATER, _SOON = timedelta(seconds=30), timedelta(seconds=1)
_MOMENT = 0.02
_TRIES = 6


class Delivery:
    """Deliver what is due on the platforms that are up; one for a process."""

    def __init__(self, reception: Reception, messengers: Mapping[str, Messenger], now: Callable[[], datetime]) -> None:
        self._reception, self.messengers, self._now = reception, messengers, now
        self._busy = asyncio.Lock()
        self._closing = False
        self._out: Tray[tuple[Post, str | None, datetime], None] = Tray(lambda lot: reception.call(reception.tutor.sent_many, lot))

    async def deliver(self) -> int:
        """Send everything that is due now; returns how many posts were dealt with."""
        count = 0
        flying: dict[asyncio.Task[None], Post] = {}
        async with self._busy, _settling(flying):  # two rounds at once would only contend
            while self.messengers and not self._closing:
                free = _AT_ONCE - len(flying)
                taken = await self._take(free, flying.values()) if free else []
                for post in taken:
                    flying[asyncio.ensure_future(self._one(post))] = post
                count += len(taken)
                if not flying:
                    break
                done, _ = await asyncio.wait(flying, return_when=asyncio.FIRST_COMPLETED)
                if len(flying) - len(done) > _AT_ONCE // 2:  # a few more, so that posts are taken by the handful
                    done |= (await asyncio.wait(flying, timeout=_MOMENT, return_when=asyncio.ALL_COMPLETED))[0]
                for task in done:
                    del flying[task]
        return count

    async def _take(self, free: int, flying: Iterable[Post]) -> list[Post]:
        """Take as many posts as there is room for; a second one for a chat that is being written to waits its turn."""
        tutor, busy = self._reception.tutor, {_chat(post) for post in flying}
        taken = []
        for post in await self._reception.call(tutor.take_posts, tuple(self.messengers), self._now(), free):
            if _chat(post) in busy:
                await self._reception.call(tutor.put_back, post, self._now() + _SOON)
            else:
                busy.add(_chat(post))
                taken.append(post)
        return taken

    async def finish(self) -> None:
        """Take no more posts, and wait until what is being sent is settled: a sender that stops in the middle leaves it held."""
        self._closing = True
        async with self._busy:
            pass

    async def _one(self, post: Post) -> None:
        try:
            state = await self._send(post)
        except Exception as error:  # the store is away: what became of the post is settled when its lease has ended
            log.error("a post is in doubt", extra={"action": "post_unsettled", "error": type(error).__name__, "where": place(error)})
            state = "unsettled"
        metrics.pushes.labels(post.platform, state).inc()

    async def _send(self, post: Post) -> str:
        tutor, call = self._reception.tutor, self._reception.call
        try:
            reply = await self._reception.with_picture(as_reply(post.reply))
            message = await self.messengers[post.platform].send(post, reply)
        except DeliveryFailed as failed:
            reason = str(failed)[:200]
            log.warning("post not sent", extra={"action": "post_failed", "platform": post.platform, "post": post.id, "reason": reason})
            if failed.permanent:
                await call(lambda: tutor.not_sent(post, reason, unreachable=True))
                return "dead"
            if failed.ambiguous and post.kind not in REPEATED:
                await call(lambda: tutor.not_sent(post, reason, held=True))
                return "held"
            if post.tries >= _TRIES and failed.retry_after is None:
                await call(lambda: tutor.not_sent(post, reason))
                return "dead"
            usual = _LATER * (post.tries + 1)  # the tries before this one
            wait = timedelta(seconds=failed.retry_after) if failed.retry_after is not None else usual
            await call(lambda: tutor.not_sent(post, reason, again_at=self._now() + wait))
            return "again"
        except Exception as error:
            log.error("post failed", extra={"action": "post_failed", "error": type(error).__name__, "where": place(error), "post": post.id})
            reason = type(error).__name__
            await call(lambda: tutor.not_sent(post, reason, held=True))
            return "held"
        now = self._now()
        await self._out.put((post, message, now))
        metrics.lateness.labels(post.platform).observe(max((now - post.due_at).total_seconds(), 0))
        return "sent"


@asynccontextmanager
async def _settling(flying: Mapping[asyncio.Task[None], Post]) -> AsyncIterator[None]:
    """Wait at the end until everything in flight is settled, also where the store went away in the middle."""
    try:
        yield
    finally:
        if flying:
            await asyncio.wait(flying)


def _chat(post: Post) -> tuple[str, str | None]:
    return post.platform, post.room or post.user
