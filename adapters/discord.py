"""Discord: slash commands, buttons, forms and plain private messages in; containers, ephemeral answers and pushes out.

Where somebody is private. In a chat with the bot everything works as on any platform, typed or called. In a server an
ephemeral answer is a private conversation, too: nobody else sees it. So a command that works in private only (``/practice``,
``/daily``, ``/progress``) is answered ephemerally wherever it is called, its sender has no room, and so have the taps on
such an answer; it is the same learner with the same open round as in the private chat. What works everywhere (``/code``,
``/check``, ``/faq``) is public in a server, since a group looks things up together, unless the reply itself is private. The
same holds in group chats of people who installed the tutor for themselves, of which we see nothing but the call. ``/quiz`` is
a game of the whole channel where we may write there of our own accord, and private where we may not.

What comes in is written down (:meth:`Reception.receive`) before Discord is told that it arrived. Its address holds the ids
and the token with which any process can answer it within 15 minutes; see :mod:`adapters.discord_answer`.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from typing import Any

import discord

from adapters import metrics
from adapters.discord_answer import COMMAND, ERRORS, FORM, TAP, TOO_LATE, Answers
from adapters.discord_channel import Doubts, blame, edit, open_thread, pin, write
from adapters.discord_client import Client, use_server
from adapters.discord_commands import chosen, said, suggest
from adapters.discord_view import form, sheets
from adapters.messenger import PINNED, SORRY, DeliveryFailed, StartFailed, place
from adapters.reception import FLOOD, Reception
from bot.chat import Incoming, Notice, Reply, Sender
from bot.commands import Where
from bot.store.posts import Post

log = logging.getLogger(__name__)

PLATFORM = "discord"
_MESSAGE = "message"
_START_PATIENCE, _LONGEST_PAUSE = 30.0, 60.0
_GRACE = 20.0
"""Seconds that what is under way may take at the end."""

_FAREWELL = 3.0
"""Seconds that the connection may take to end."""

_LONGEST = 40.0
"""Seconds until an attempt to show something is given up."""

_TYPING = 2.0
"""Seconds until suggestions for a half-typed word are of no use any more."""

_INVALID_FORM = 50035
_STALE = Reply("That button is too old for me to read. /help lists what I know.")
_LOOK_ABOVE = Reply("Done: the message above is up to date.")


class Discord:
    """The messenger of Discord. ``pause`` waits for seconds; ``api`` and ``gateway`` name another server than Discord's."""

    platform = PLATFORM

    def __init__(
        self,
        token: str,
        reception: Reception,
        now: Callable[[], datetime],
        *,
        api: str | None = None,
        gateway: str | None = None,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
        patience: float = _START_PATIENCE,
    ) -> None:
        self._token, self._reception, self._now, self._pause, self._patience = token, reception, now, pause, patience
        use_server(api, gateway)
        self.client = Client(self, reception.tutor)
        self._answers = Answers(now, pause)
        self._private = {command.name for command in reception.tutor.commands if command.where is Where.PRIVATE}
        self._posting = {command.name for command in reception.tutor.commands if command.posts}
        self._running: asyncio.Task[None] | None = None
        self._connected = asyncio.Event()
        self._closing = self.connected = False
        self._busy = 0
        self._idle = asyncio.Event()
        self._idle.set()
        self._doubts = Doubts(now)

    # Coming and going

    async def start(self) -> None:
        """Log in and connect. Where Discord cannot be reached it goes on trying in the background after half a minute."""
        if self._closing:  # stopped before, as where another process led for a while
            self.client = Client(self, self._reception.tutor)
            self._connected.clear()
            self._closing = self._late = False
        self._running = asyncio.create_task(self._run())
        connected = asyncio.create_task(self._connected.wait())
        await asyncio.wait({self._running, connected}, timeout=self._patience, return_when=asyncio.FIRST_COMPLETED)
        connected.cancel()
        if self._running.done():
            self._running.result()  # raises what went wrong
        if not self._connected.is_set():
            log.error("Discord cannot be reached; I go on trying", extra={"action": "start_waits", "platform": PLATFORM})
        self._running.add_done_callback(_ended)

    async def _run(self) -> None:
        """Keep connected until we stop. The library reconnects by itself once it has been connected."""
        wait = 1.0
        while not self._closing:
            try:
                await self.client.login(self._token)
                wait = 1.0
                await self.client.connect()
            except discord.LoginFailure:
                raise StartFailed("Discord refuses the bot token; copy a new one from the developer portal to DISCORD_BOT_TOKEN") from None
            except discord.PrivilegedIntentsRequired:
                raise StartFailed("Discord demands a privileged intent, though the tutor asks for none; update the tutor") from None
            except discord.ConnectionClosed as closed:
                if closed.code == 4004:
                    raise StartFailed("Discord no longer takes the bot token; copy a new one to DISCORD_BOT_TOKEN") from None
                raise StartFailed(f"Discord has ended the connection for good (close code {closed.code}); update the tutor") from None
            except ERRORS as error:
                log.warning("Discord cannot be reached", extra={"action": "connect_failed", "error": type(error).__name__, "seconds": wait})
            except Exception as error:  # the library gives up where it cannot read an event; one odd event must not end the platform
                extra = {"action": "connection_broke", "platform": PLATFORM, "error": type(error).__name__, "where": place(error)}
                log.error("the connection broke; I connect anew", extra=extra)
            finally:
                self.connection(False)
                self._answers.leave()
                await self.client.close()
            if self._closing:
                return
            await self._pause(wait)
            wait = min(wait * 2, _LONGEST_PAUSE)
            self.client = Client(self, self._reception.tutor)

    async def stop(self) -> None:
        """Take in nothing more, let what is being answered get out, then close."""
        self._closing = True
        for shard in self.client.shards.values():
            await shard.disconnect()
        with suppress(TimeoutError):
            await asyncio.wait_for(self._idle.wait(), _GRACE)
        if not await self._reception.drain(_GRACE):
            log.warning("stopped while answering; the rest is answered at the next start", extra={"action": "stop_waits"})
        if self._running is not None:
            if self._connected.is_set():
                await self.client.close()
                await asyncio.wait({self._running}, timeout=_FAREWELL)
            self._running.cancel()
            await asyncio.wait({self._running}, timeout=_FAREWELL)  # the library swallows being cancelled while it reconnects
        self.connection(False)

    def connection(self, up: bool) -> None:
        """Take note that every shard is connected, or that one is not."""
        self.connected = up
        metrics.up.labels(PLATFORM).set(up)
        if up and not self._connected.is_set():
            self._connected.set()

    async def catch_up(self) -> None:
        """Answer what is left of earlier processes."""
        await self._reception.catch_up(self)

    @contextmanager
    def _working(self) -> Iterator[None]:
        """Count what is under way, so that :meth:`stop` can wait for it."""
        self._busy += 1
        self._idle.clear()
        try:
            yield
        finally:
            self._busy -= 1
            if not self._busy:
                self._idle.set()

    # Hearing

    async def heard(self, message: discord.Message) -> None:
        """Take what somebody writes to us in private."""
        user = message.author
        address = {"kind": _MESSAGE, "channel": str(message.channel.id), "message": str(message.id)}
        sender = Sender(PLATFORM, str(user.id), user.display_name)
        await self._take(Incoming(sender, message.content, self._now(), str(message.id), address), None)

    async def called(self, interaction: discord.Interaction[Any]) -> None:
        """Take a slash command: it means the text that one would type."""
        data: Any = interaction.data
        await self._take(self.read(interaction, COMMAND, said(self._reception.tutor, data)), interaction)

    async def tapped(self, interaction: discord.Interaction[Any], label: str, says: str, asks: str | None) -> None:
        """Take a tap; where its choice asks for a line first, show the form."""
        if asks is None:
            await self._take(self.read(interaction, TAP, says), interaction)
            return
        with self._working(), _late_is_no_error():
            try:
                await interaction.response.send_modal(form(label, says, asks))
            except discord.HTTPException as error:
                if error.code != _INVALID_FORM:
                    raise
                log.error("Discord refuses a form; this is a bug of ours", extra={"action": "form_refused", "platform": PLATFORM})
                await self.stale(interaction)

    async def filled(self, interaction: discord.Interaction[Any], text: str) -> None:
        """Take a filled form: what its button says, with the line at its end."""
        await self._take(self.read(interaction, FORM, text), interaction)

    async def stale(self, interaction: discord.Interaction[Any]) -> None:
        """Answer a tap on something that we cannot read, such as a button of another bot that had our account."""
        with self._working(), _late_is_no_error():
            await interaction.response.send_message(view=sheets(_STALE)[0].view(), ephemeral=not _direct(interaction))

    async def typed(self, interaction: discord.Interaction[Any]) -> None:
        """Suggest what a half-typed option may become. Reads only, and too late is no error: the person types on."""
        data: Any = interaction.data
        with self._working(), _late_is_no_error():
            found = []
            with suppress(TimeoutError):
                async with asyncio.timeout(_TYPING):
                    found = await self._reception.call(suggest, self._reception.tutor, data, self._now())
            await interaction.response.autocomplete(found)

    def read(self, interaction: discord.Interaction[Any], kind: str, text: str) -> Incoming:
        """Read an interaction as the text that it means; see the module about who is private where."""
        direct, tapped, user = _direct(interaction), interaction.message, interaction.user
        ephemeral = tapped is not None and tapped.flags.ephemeral
        name = text[1:].partition(" ")[0].lower()
        alone = name in self._private or (name in self._posting and not _may_post(interaction))
        hidden = not direct and (ephemeral or alone)
        channel = str(interaction.channel_id or interaction.guild_id or user.id)
        address = {
            "kind": kind,
            "id": str(interaction.id),
            "application": str(interaction.application_id),
            "token": interaction.token,
            "channel": channel,
            "message": str(tapped.id) if tapped is not None else None,
            "direct": direct,
            "hidden": hidden,
            "ephemeral": ephemeral,
        }
        may = interaction.permissions
        manager = may.administrator or may.manage_guild or may.manage_channels
        private = direct or hidden
        room = None if private else channel
        sender = Sender(PLATFORM, str(user.id), user.display_name, room, manager and not private, handle=user.name)
        data: Any = interaction.data
        whom = chosen(data) if kind == COMMAND else None
        return Incoming(sender, text, self._now(), str(interaction.id), address, whom)

    async def _take(self, incoming: Incoming, interaction: discord.Interaction[Any] | None) -> None:
        """Have a message written down, then see to it that the person is not left waiting."""
        if self._closing or (interaction is not None and not self._answers.open(interaction)):
            return  # we are leaving, or it was delivered twice
        with self._working():
            try:
                taken = await self._reception.receive(self, incoming)
            except Exception as error:
                extra = {"action": "update_failed", "platform": PLATFORM, "error": type(error).__name__, "where": place(error)}
                log.error("a message was not written down", extra=extra)
                with suppress(DeliveryFailed):
                    await self.show(incoming, SORRY, 0)
                return
            if interaction is None:
                return
            if taken:
                self._answers.hurry(incoming)
            else:
                await self._answers.dismiss(incoming, sheets(FLOOD)[0])

    # Showing

    async def show(self, incoming: Incoming, reply: Reply, number: int) -> None:
        """Show one reply where its address says."""
        if self.client.user is None or self.client.is_closed():
            raise DeliveryFailed("not connected")
        try:
            async with asyncio.timeout(_LONGEST):
                await self._show(incoming, reply, number)
        except ERRORS as error:
            if isinstance(error, discord.HTTPException) and error.code == _INVALID_FORM and reply is not SORRY:
                extra = {"action": "form_refused", "platform": PLATFORM, "what": ",".join(reply.about)[:80]}
                log.error("Discord refuses the form of an answer; this is a bug of ours", extra=extra)
                await self.show(incoming, SORRY, number)
                return
            failed = blame(error)
            if failed.ambiguous and (number == 0 or incoming.address["kind"] == _MESSAGE):
                failed = DeliveryFailed(str(failed))  # a repeat is known by its nonce, or finds what was said to the interaction
            if failed.permanent and incoming.address["kind"] != _MESSAGE:
                self._answers.close(incoming)
            raise failed from None

    async def _show(self, incoming: Incoming, reply: Reply, number: int) -> None:
        address, key = incoming.address, f"{incoming.update}:{number}"
        channel = str(address["channel"])
        hidden = address["kind"] != _MESSAGE and not address["direct"] and bool(address["hidden"] or reply.private)
        held = None if reply.slot is None or hidden else await self._holder(channel, reply.slot)
        if address["kind"] == _MESSAGE:
            await self._put(channel, reply, key, held)
            return
        replaces = reply.replaces and address["message"] is not None and (bool(address["direct"]) or address["ephemeral"] == hidden)
        replaces = replaces or (held is not None and held == address["message"])
        if held is not None and number == 0 and not replaces and await edit(self.client, channel, held, reply):
            await self._answers.silence(self.client, incoming, sheets(_LOOK_ABOVE)[0])
            return
        first, *more = sheets(reply)
        try:
            if number == 0:
                message = await self._answers.first(self.client, incoming, first, hidden=hidden, replaces=replaces)
            else:
                message = await self._answers.further(self.client, incoming, first, hidden=hidden)
            for sheet in more:
                await self._answers.further(self.client, incoming, sheet, hidden=hidden)
        except discord.HTTPException as error:
            if error.code not in TOO_LATE or not address["direct"]:
                raise
            # The token is dead, but in a chat with us there is another way.
            self._answers.close(incoming)
            await self._put(channel, reply, key, held)
            return
        if reply.slot is not None and not hidden and message is not None:
            await self._hold(channel, reply.slot, message)

    async def send(self, post: Post, reply: Reply) -> str | None:
        """Send what nobody asked for, to a person or a room; a repeat within minutes is known by its nonce."""
        if self.client.user is None or self.client.is_closed():
            raise DeliveryFailed("not connected", retry_after=30)
        self._doubts.check(post.key)
        try:
            async with asyncio.timeout(_LONGEST):
                channel = post.room or str((await self.client.create_dm(discord.Object(int(post.user or 0)))).id)
                held = None if reply.slot is None else await self._holder(channel, reply.slot)
                message = await self._put(channel, reply, post.key, held)
        except ERRORS as error:
            if isinstance(error, discord.HTTPException) and error.code == _INVALID_FORM:
                raise  # a bug of ours, and no reason to think that the person is out of reach
            raise self._doubts.weigh(post.key, blame(error)) from None
        self._doubts.settle(post.key)
        if reply.notice is not None:
            await self._notice(post, channel, message, reply.notice)
        return message

    async def _notice(self, post: Post, channel: str, message: str, notice: Notice) -> None:
        """Pin a post and open its thread, each tried once; where we may not, the room is told by the engine. The post itself is out."""
        call, tutor = self._reception.call, self._reception.tutor
        try:
            async with asyncio.timeout(_LONGEST):
                if notice.pin:
                    if await pin(self.client, channel, message, await self._holder(channel, PINNED)):
                        await self._hold(channel, PINNED, int(message))
                    else:
                        await call(tutor.refused, post, "pin", self._now())
                if notice.thread and not await open_thread(self.client, channel, message, notice.thread):
                    await call(tutor.refused, post, "discuss", self._now())
        except ERRORS as error:
            log.warning("a post drew no attention", extra={"action": "notice_failed", "platform": PLATFORM, "error": type(error).__name__})

    async def _put(self, channel: str, reply: Reply, key: str, held: str | None) -> str:
        """Put a message into a channel, or what it says into the one that holds its slot."""
        if held is not None and await edit(self.client, channel, held, reply):
            return held
        message = await write(self.client, channel, reply, key)
        if reply.slot is not None:
            await self._hold(channel, reply.slot, message)
        return str(message)

    async def _holder(self, channel: str, slot: str) -> str | None:
        return await self._reception.call(self._reception.tutor.slot, PLATFORM, channel, slot)

    async def _hold(self, channel: str, slot: str, message: int) -> None:
        await self._reception.call(self._reception.tutor.fill_slot, PLATFORM, channel, slot, str(message), self._now())


def _direct(interaction: discord.Interaction[Any]) -> bool:
    """Say whether an interaction comes from a chat with us alone. Where Discord does not say, others may be there."""
    return interaction.guild_id is None and bool(interaction.context.dm_channel)


def _may_post(interaction: discord.Interaction[Any]) -> bool:
    """Say whether we are in that server, and may write into that channel of our own accord."""
    may = interaction.app_permissions
    known = interaction.guild_id is not None and interaction.client.get_guild(interaction.guild_id) is not None
    return known and (may.send_messages or may.send_messages_in_threads)


@contextmanager
def _late_is_no_error() -> Iterator[None]:
    """Let pass that an answer came too late or twice, or that the connection is away: the person simply tries again."""
    try:
        yield
    except ERRORS as error:
        log.info("an interaction went by", extra={"action": "too_late", "platform": PLATFORM, "error": type(error).__name__})


def _ended(running: asyncio.Task[None]) -> None:
    """Note that the connection is gone for good; the other platforms go on."""
    if not running.cancelled() and (error := running.exception()) is not None:
        sentence = str(error) if isinstance(error, StartFailed) else type(error).__name__
        log.error("Discord is down for good", extra={"action": "platform_lost", "platform": PLATFORM, "reason": sentence})
