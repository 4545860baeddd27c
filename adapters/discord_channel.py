"""Messages in a channel: writing one so that a repeat is known, editing one, and what it means when that fails."""

from base64 import urlsafe_b64encode
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from hashlib import blake2b
from typing import Any, cast

import aiohttp
import discord

from adapters.discord_view import Called, sheets
from adapters.messenger import DeliveryFailed
from bot.chat import Reply

_NONCE_LIVES = timedelta(minutes=2)
"""How long a repeat with the same nonce surely gives the first message back; Discord says "a few minutes"."""

_SOON, _LATER = 10.0, 60.0
_TOO_FAST = 40003
"""Too many private chats were opened at once."""

_PINS_FULL, _HAS_THREAD, _NO_THREADS_HERE = 30003, 160004, 50024

_GONE = frozenset((10003, 10004, 10008, 10013, 10015, 10062, 50001, 50007, 50013, 50027, 50278))
"""Channel, server, message, user or interaction is gone or closed to us. Any other "forbidden" may pass, such as one about our account."""


async def write(client: discord.Client, channel: str, reply: Reply, key: str) -> int:
    """Write a reply into a channel; a repeat with the same key makes no second message. Returns the id of the last message."""
    last = 0
    role = reply.notice.ping if reply.notice else None
    for number, sheet in enumerate(sheets(reply)):
        place = client.get_partial_messageable(int(channel))
        call = role if number == 0 else None
        mark = nonce(f"{key}:{number}")
        sent = await place.send(view=sheet.view(call), files=sheet.files(), nonce=mark, allowed_mentions=_calling(call))
        last = sent.id
    return last


def _calling(role: str | None) -> discord.AllowedMentions:
    """Permit that a message calls this role and nothing else; without one, nobody at all."""
    if role is None:
        return discord.AllowedMentions.none()
    return discord.AllowedMentions(everyone=False, users=False, roles=[cast("Any", Called(role))], replied_user=False)


async def pin(client: discord.Client, channel: str, message: str, before: str | None) -> bool:
    """Pin a message of ours, once, and unpin the one that was pinned before; False where we may not."""
    place = client.get_partial_messageable(int(channel))
    try:
        await place.get_partial_message(int(message)).pin()
    except discord.HTTPException as error:
        if isinstance(error, discord.Forbidden) or error.code == _PINS_FULL:
            return False
        raise
    if before is not None and before != message:
        with suppress(discord.NotFound, discord.Forbidden):  # it was unpinned or deleted by somebody
            await place.get_partial_message(int(before)).unpin()
    return True


async def open_thread(client: discord.Client, channel: str, message: str, name: str) -> bool:
    """Open a thread on a message of ours, once; False where we may not, or where the channel has none."""
    try:
        await client.http.start_thread_with_message(int(channel), int(message), name=name, auto_archive_duration=1440)
    except discord.HTTPException as error:
        if error.code == _HAS_THREAD:
            return True
        if isinstance(error, discord.Forbidden) or error.code == _NO_THREADS_HERE:
            return False
        raise
    return True


async def edit(client: discord.Client, channel: str, message: str, reply: Reply) -> bool:
    """Edit a message of ours; False where it is not there any more, or out of our reach."""
    sheet, there = sheets(reply)[0], client.get_partial_messageable(int(channel)).get_partial_message(int(message))
    try:
        # The library forgets the client's own rule about mentions where a message has no plain content.
        await there.edit(view=sheet.view(), attachments=sheet.files(), allowed_mentions=discord.AllowedMentions.none())
    except (discord.NotFound, discord.Forbidden):
        return False
    return True


def nonce(key: str) -> str:
    """Make the mark by which Discord knows a repeat, of at most 25 characters.

    >>> len(nonce("daily:12:2026-11-23:0"))
    20
    """
    return urlsafe_b64encode(blake2b(key.encode(), digest_size=15).digest()).decode()


def blame(error: Exception) -> DeliveryFailed:
    """Say what a failure means for what was to go out."""
    if isinstance(error, discord.RateLimited):
        return DeliveryFailed("rate limited", retry_after=error.retry_after)
    if isinstance(error, discord.HTTPException):
        reason = f"HTTP {error.status}, code {error.code}"
        if error.status == 429 or error.code == _TOO_FAST:
            return DeliveryFailed(reason, retry_after=_LATER)
        if error.status >= 500:
            return DeliveryFailed(reason, ambiguous=True)
        return DeliveryFailed(reason, permanent=error.status not in (401, 403) or error.code in _GONE)
    if isinstance(error, aiohttp.ClientConnectorError):
        return DeliveryFailed("no connection")
    return DeliveryFailed(type(error).__name__, ambiguous=True)


class Doubts:
    """Remember which posts may have gone out. A repeat is safe as long as Discord knows the nonce; then it is not tried again."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._since: dict[str, datetime] = {}

    def check(self, key: str) -> None:
        """Raise where a repeat might double a message."""
        since = self._since.get(key)
        if since is not None and self._now() - since > _NONCE_LIVES:
            del self._since[key]
            raise DeliveryFailed("may have gone out, too long ago to be repeated", ambiguous=True)

    def weigh(self, key: str, failed: DeliveryFailed) -> DeliveryFailed:
        """Make a doubtful failure one that is soon repeated."""
        if not failed.ambiguous:
            if failed.permanent:
                self.settle(key)
            return failed
        if len(self._since) > 10_000:
            self._since.pop(next(iter(self._since)))
        self._since.setdefault(key, self._now())
        return DeliveryFailed(str(failed), retry_after=_SOON)

    def settle(self, key: str) -> None:
        """Forget a post that is done with."""
        self._since.pop(key, None)
