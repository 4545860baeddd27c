"""How an answer reaches a slash command, a tap or a filled form, whichever process gives it.

Discord gives 3 seconds for the first answer and 15 minutes for the rest, by a token that came with the interaction.

- In time: the first answer is the response itself. What replaces a tapped message edits it.
- Not in time: after a second and a half the response says that we are at it; for a tap that shows nothing. What comes then
  fills that message, or edits the tapped one, or is sent after it.
- From another process, after a crash: it asks Discord what was said last and goes on from there, so that nothing is said
  twice. Where nobody said anything in time the token is dead; in a chat with us the answer is then sent as a message.
- What is for one person's eyes in a server is ephemeral. A public "thinking" cannot become that, so it is taken away first.
"""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, cast

import aiohttp
import discord

from adapters.discord_view import Sheet
from adapters.messenger import DeliveryFailed
from bot.chat import Incoming

log = logging.getLogger(__name__)

PATIENCE = 1.5
"""Seconds until the person is told that we are at it."""

_TOKEN_LIVES = timedelta(minutes=14, seconds=30)
ERRORS = (discord.DiscordException, aiohttp.ClientError, OSError, TimeoutError)
"""What may go wrong between us and Discord, other than a bug of ours."""

UNKNOWN_MESSAGE, UNKNOWN_INTERACTION, UNKNOWN_WEBHOOK = 10008, 10062, 10015
ALREADY_ANSWERED, DEAD_TOKEN = 40060, 50027
TOO_LATE = frozenset((UNKNOWN_INTERACTION, UNKNOWN_WEBHOOK, DEAD_TOKEN))

COMMAND, TAP, FORM = "command", "tap", "form"


@dataclass(slots=True)
class _Open:
    """An interaction of this process that has no answer yet."""

    interaction: discord.Interaction[Any]
    since: float
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    timer: asyncio.Task[None] | None = None
    deferred: bool = False


@dataclass(frozen=True, slots=True)
class _Original:
    """What the response to an interaction is so far: a message of ours, or the tapped one."""

    tapped: bool
    hidden: bool


class Answers:
    """Answer interactions. ``now`` tells the time, ``pause`` waits for seconds."""

    def __init__(self, now: Callable[[], datetime], pause: Callable[[float], Awaitable[None]]) -> None:
        self._now, self._pause = now, pause
        self._open: dict[str, _Open] = {}

    def open(self, interaction: discord.Interaction[Any]) -> bool:
        """Note that an interaction wants an answer; False where it is known already, delivered twice."""
        if str(interaction.id) in self._open:
            return False
        while self._open and time.monotonic() - next(iter(self._open.values())).since > _TOKEN_LIVES.total_seconds():
            self._open.pop(next(iter(self._open)))  # nothing reaches it any more
        self._open[str(interaction.id)] = _Open(interaction, time.monotonic())
        return True

    def hurry(self, incoming: Incoming) -> None:
        """Have the person told that we are at it, unless the answer comes first."""
        waiting = self._open.get(str(incoming.address["id"]))
        if waiting is not None:
            waiting.timer = asyncio.create_task(self._defer_later(waiting, bool(incoming.address["hidden"])))

    async def _defer_later(self, waiting: _Open, hidden: bool) -> None:
        await self._pause(max(0.0, waiting.since + PATIENCE - time.monotonic()))
        async with waiting.lock:
            if waiting.interaction.response.is_done():
                return
            try:
                await waiting.interaction.response.defer(ephemeral=hidden)
                waiting.deferred = True
            except ERRORS as error:
                # What became of it the answer finds out: it asks Discord what was said last.
                log.warning("an interaction was not deferred", extra={"action": "defer_failed", "error": type(error).__name__})

    async def dismiss(self, incoming: Incoming, sheet: Sheet) -> None:
        """Stop the waiting of somebody whose message is not taken: a tap in silence, a command with a sentence."""
        waiting = self._open.pop(str(incoming.address["id"]), None)
        if waiting is None:
            return
        try:
            if incoming.address["kind"] == COMMAND:
                await waiting.interaction.response.send_message(view=sheet.view(), ephemeral=True)
            else:
                await waiting.interaction.response.defer()
        except ERRORS:
            log.info("an interaction was not dismissed", extra={"action": "dismiss_failed"})

    async def first(self, client: discord.Client, incoming: Incoming, sheet: Sheet, *, hidden: bool, replaces: bool) -> int | None:
        """Give the first answer; returns the id of the message that holds it, where it is known."""
        name = str(incoming.address["id"])
        waiting = self._open.get(name)
        if waiting is None:
            done = await self._after_a_crash(client, incoming, sheet, hidden=hidden, replaces=replaces)
        else:
            async with waiting.lock:
                if waiting.timer is not None:
                    waiting.timer.cancel()
                done = await self._respond(waiting, incoming, sheet, hidden=hidden, replaces=replaces)
            self._open.pop(name, None)
        return done

    def close(self, incoming: Incoming) -> None:
        """Give up an interaction that cannot be answered any more."""
        waiting = self._open.pop(str(incoming.address["id"]), None)
        if waiting is not None and waiting.timer is not None:
            waiting.timer.cancel()

    def leave(self) -> None:
        """Let go of everything: the connection ends, and what is not answered is answered by way of its address."""
        for waiting in self._open.values():
            if waiting.timer is not None:
                waiting.timer.cancel()
        self._open.clear()

    async def further(self, client: discord.Client, incoming: Incoming, sheet: Sheet, *, hidden: bool) -> int | None:
        """Send one more message after the first answer."""
        interaction = _rebuilt(client, incoming.address)
        message = await interaction.followup.send(**sheet.whole(), ephemeral=hidden, wait=True)
        return message.id

    async def silence(self, client: discord.Client, incoming: Incoming, sheet: Sheet) -> None:
        """Answer where the message to look at is another one: a tap in silence, anything else with a sentence for that person."""
        if incoming.address["kind"] == COMMAND:
            await self.first(client, incoming, sheet, hidden=not incoming.address["direct"], replaces=False)
            return
        waiting = self._open.pop(str(incoming.address["id"]), None)
        if waiting is not None:
            async with waiting.lock:
                if waiting.timer is not None:
                    waiting.timer.cancel()
                if not waiting.deferred:
                    await waiting.interaction.response.defer()

    async def _respond(self, waiting: _Open, incoming: Incoming, sheet: Sheet, *, hidden: bool, replaces: bool) -> int | None:
        interaction = waiting.interaction
        if waiting.deferred:
            tapped = incoming.address["kind"] != COMMAND and incoming.address["message"] is not None
            original = _Original(tapped, tapped or bool(incoming.address["hidden"]))
            return await _complete(interaction, original, sheet, hidden=hidden, replaces=replaces)
        if interaction.response.is_done():
            return await self._go_on(interaction, incoming, sheet, hidden=hidden, replaces=replaces)
        try:
            return await _answer_at_once(interaction, sheet, hidden=hidden, replaces=replaces)
        except discord.HTTPException as error:
            if error.code != ALREADY_ANSWERED:
                raise
            return await self._go_on(interaction, incoming, sheet, hidden=hidden, replaces=replaces)

    async def _after_a_crash(self, client: discord.Client, incoming: Incoming, sheet: Sheet, *, hidden: bool, replaces: bool) -> int | None:
        if self._now() - incoming.at > _TOKEN_LIVES:
            raise DeliveryFailed("the interaction is too old to be answered", permanent=True)
        interaction = _rebuilt(client, incoming.address)
        try:
            return await self._go_on(interaction, incoming, sheet, hidden=hidden, replaces=replaces)
        except discord.NotFound as error:
            if error.code not in (UNKNOWN_MESSAGE, *TOO_LATE):
                raise
        # Nobody has said anything yet.
        return await _answer_at_once(interaction, sheet, hidden=hidden, replaces=replaces)

    async def _go_on(
        self, interaction: discord.Interaction[Any], incoming: Incoming, sheet: Sheet, *, hidden: bool, replaces: bool
    ) -> int | None:
        """Ask Discord what the response is so far, and go on from there."""
        there = await interaction.original_response()
        original = _Original(str(there.id) == incoming.address["message"], there.flags.ephemeral)
        return await _complete(interaction, original, sheet, hidden=hidden, replaces=replaces)


async def _answer_at_once(interaction: discord.Interaction[Any], sheet: Sheet, *, hidden: bool, replaces: bool) -> int | None:
    if replaces:
        try:
            edited = await interaction.response.edit_message(view=sheet.view(), attachments=sheet.files())
            return edited.message_id if edited else None
        except discord.HTTPException as error:
            if error.code != UNKNOWN_MESSAGE:  # else the tapped message was deleted meanwhile
                raise
    sent = await interaction.response.send_message(**sheet.whole(), ephemeral=hidden)
    return sent.message_id


async def _complete(
    interaction: discord.Interaction[Any], original: _Original, sheet: Sheet, *, hidden: bool, replaces: bool
) -> int | None:
    """Answer after the response: edit what it is where that fits, else send a message after it."""
    if original.tapped and not replaces:
        sent = await interaction.followup.send(**sheet.whole(), ephemeral=hidden, wait=True)
        return sent.id
    if not original.tapped and hidden and not original.hidden:
        await interaction.delete_original_response()
        sent = await interaction.followup.send(**sheet.whole(), ephemeral=True, wait=True)
        return sent.id
    try:
        edited = await interaction.edit_original_response(view=sheet.view(), attachments=sheet.files())
        return edited.id
    except discord.NotFound as error:
        if error.code != UNKNOWN_MESSAGE:
            raise
    sent = await interaction.followup.send(**sheet.whole(), ephemeral=hidden, wait=True)
    return sent.id


def _rebuilt(client: discord.Client, address: Mapping[str, object]) -> discord.Interaction[Any]:
    """Make the library's own object of an interaction from what its address kept."""
    kind = discord.InteractionType.application_command if address["kind"] == COMMAND else discord.InteractionType.component
    data = {
        "id": address["id"],
        "type": kind.value,
        "token": address["token"],
        "version": 1,
        "application_id": address["application"],
        "attachment_size_limit": 0,
        "channel": {"id": address["channel"], "type": discord.ChannelType.private.value},
    }
    return discord.Interaction(data=cast("Any", data), state=client._connection)
