"""Send the posts: what nobody asked for goes out once.

What certainly was not sent is tried again when the platform says, what may have been sent is held and never repeated by
itself, and who cannot be reached is left in peace until they write.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from adapters import metrics
from adapters.messenger import DeliveryFailed, Messenger, place
from adapters.reception import Reception
from bot.chat import as_reply
from bot.store.posts import Post

log = logging.getLogger(__name__)

_AT_ONCE = 8
_LATER = timedelta(seconds=30)
_TRIES = 6


class Delivery:
    """Deliver what is due on the platforms that are up; one for a process."""

    def __init__(self, reception: Reception, messengers: Mapping[str, Messenger], now: Callable[[], datetime]) -> None:
        self._reception, self._messengers, self._now = reception, messengers, now
        self._gate = asyncio.Semaphore(_AT_ONCE)
        self._busy = asyncio.Lock()
        self._closing = False

    async def deliver(self) -> int:
        """Send everything that is due now; returns how many posts were dealt with."""
        count = 0
        async with self._busy:  # two rounds at once would only contend
            while self._messengers and not self._closing:
                batch = await self._reception.call(self._reception.tutor.take_posts, tuple(self._messengers), self._now())
                if not batch:
                    break
                await asyncio.gather(*map(self._one, batch))
                count += len(batch)
        return count

    async def finish(self) -> None:
        """Take no more posts, and wait until what is being sent is settled: a sender that stops in the middle leaves it held."""
        self._closing = True
        async with self._busy:
            pass

    async def _one(self, post: Post) -> None:
        async with self._gate:
            state = await self._send(post)
        metrics.pushes.labels(post.platform, state).inc()

    async def _send(self, post: Post) -> str:
        tutor, call = self._reception.tutor, self._reception.call
        try:
            message = await self._messengers[post.platform].send(post, as_reply(post.reply))
        except DeliveryFailed as failed:
            log.warning("post not sent", extra={"action": "post_failed", "platform": post.platform, "post": post.id})
            reason = str(failed)[:200]
            if failed.permanent:
                await call(lambda: tutor.not_sent(post, reason, unreachable=True))
                return "dead"
            if failed.ambiguous:
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
        await call(tutor.sent, post, message)
        return "sent"
