"""The connection to Discord: which events are wanted, and which go where."""

import logging
import sys
from collections.abc import Callable
from typing import Any, Protocol

import aiohttp
import discord
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

from adapters import metrics
from adapters.discord_commands import Tree, slash_commands
from adapters.discord_event import least
from adapters.discord_view import Tap, found_by_library, is_ours, read_form, read_id
from adapters.messenger import place
from bot.store.statements import from_json
from bot.tutor import Tutor

log = logging.getLogger(__name__)

_NEEDED = frozenset(("READY", "RESUMED"))
"""Without these there is no connection."""


discord.utils._from_json = from_json  # a frame that orjson alone refuses would end the connection


class Hears(Protocol):
    """Who hears what comes in."""

    async def heard(self, message: discord.Message) -> None:
        """Take a message that somebody wrote to us."""

    async def called(self, interaction: discord.Interaction[Any]) -> None:
        """Take a slash command."""

    async def typed(self, interaction: discord.Interaction[Any]) -> None:
        """Suggest what a half-typed option may become."""

    async def tapped(self, interaction: discord.Interaction[Any], label: str, says: str, asks: str | None) -> None:
        """Take a tap on a button."""

    async def filled(self, interaction: discord.Interaction[Any], text: str) -> None:
        """Take a filled form."""

    async def stale(self, interaction: discord.Interaction[Any]) -> None:
        """Take a tap on something that we cannot read."""

    async def catch_up(self) -> None:
        """Answer what is left of earlier processes."""

    def connection(self, up: bool) -> None:
        """Take note that every shard is connected, or that one is not."""


class Client(discord.AutoShardedClient):
    """One connection, in as many shards as Discord asks for. No privileged intent, no cache of members or messages.

    ``guilds`` keeps the list of servers; ``dm_messages`` brings what is written to us in private, with its text: Discord
    withholds texts from those without the intent for them in servers only.
    """

    def __init__(self, hears: Hears, tutor: Tutor) -> None:
        intents = discord.Intents.none()
        intents.guilds = intents.dm_messages = True
        super().__init__(
            intents=intents,
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            chunk_guilds_at_startup=False,
            member_cache_flags=discord.MemberCacheFlags.none(),
            max_ratelimit_timeout=30.0,
            http_trace=_trace(),
        )
        self.hears = hears
        self.tree = Tree(self)
        for command in slash_commands(tutor):
            self.tree.add_command(command)
        self._up: set[int] = set()
        parsers = self._connection.parsers
        for event in parsers.keys() - _NEEDED:
            parsers[event] = self._careful(event, parsers[event])

    def _careful(self, event: str, parse: Callable[[Any], None]) -> Callable[[Any], None]:
        """Keep one event that the library cannot read from ending the connection; what we need of it is tried alone."""

        def parse_carefully(data: Any) -> None:  # noqa: ANN401  # whatever Discord sends
            try:
                parse(data)
            except Exception as error:
                extra = {"what": event, "error": type(error).__name__, "where": place(error)}
                try:
                    if (reduced := least(event, data)) is not None:
                        parse(reduced)
                except Exception:
                    log.error("an event could not be read", extra=extra | {"action": "event_unread"})
                else:
                    log.warning("an event was read in part", extra=extra | {"action": "event_read_in_part"})

        return parse_carefully

    async def setup_hook(self) -> None:
        """Before anything is heard: make old buttons work, tell Discord the commands if they changed, answer what was left."""
        self.add_dynamic_items(Tap)
        try:
            await self.tree.sync_if_changed()
        except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
            # The commands of last time are still there, which is better than no tutor at all.
            log.error("commands not synced", extra={"action": "sync_failed", "error": type(error).__name__})
        await self.hears.catch_up()

    async def on_shard_connect(self, shard_id: int) -> None:
        """Take note of a shard that begins anew."""
        self._shard(shard_id, True)

    async def on_shard_resumed(self, shard_id: int) -> None:
        """Take note of a shard that goes on where it was cut."""
        self._shard(shard_id, True)

    async def on_shard_disconnect(self, shard_id: int) -> None:
        """Take note of a lost shard; the library connects it again."""
        self._shard(shard_id, False)

    def _shard(self, shard_id: int, up: bool) -> None:
        (self._up.add if up else self._up.discard)(shard_id)
        log.info("a shard changed", extra={"action": "shard", "count": shard_id, "state": "up" if up else "down"})
        self.hears.connection(len(self._up) == (self.shard_count or 1))

    async def on_message(self, message: discord.Message) -> None:
        """Hand over what somebody writes to us in private."""
        spoken = message.type in (discord.MessageType.default, discord.MessageType.reply)
        if message.guild is None and spoken and not message.author.bot:
            await self.hears.heard(message)

    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        """Hand over what has no way of its own: filled forms, buttons that the library does not find in their message, the unknown."""
        data: Any = interaction.data or {}
        kind, name = interaction.type, data.get("custom_id", "")
        if kind is discord.InteractionType.modal_submit:
            text = read_form(name, data.get("components", ()))
            await (self.hears.stale(interaction) if text is None else self.hears.filled(interaction, text))
        elif kind is discord.InteractionType.component and is_ours(name):
            if not found_by_library(interaction):
                says, asks = read_id(name)
                await self.tapped(interaction, "", says, asks)
        elif kind not in (discord.InteractionType.application_command, discord.InteractionType.autocomplete):
            await self.hears.stale(interaction)

    async def called(self, interaction: discord.Interaction[Any]) -> None:
        """Hand over a slash command."""
        await self.hears.called(interaction)

    async def typed(self, interaction: discord.Interaction[Any]) -> None:
        """Hand over what is being typed into an option."""
        await self.hears.typed(interaction)

    async def tapped(self, interaction: discord.Interaction[Any], label: str, says: str, asks: str | None) -> None:
        """Hand over a tap."""
        await self.hears.tapped(interaction, label, says, asks)

    async def on_error(self, event_method: str, /, *_arguments: Any, **_more: Any) -> None:  # noqa: ANN401  # the library's signature
        """Log a bug of ours by its place; its words may hold what somebody typed."""
        error = sys.exc_info()[1]
        if error is not None:
            extra = {"action": "event_failed", "what": event_method, "error": type(error).__name__, "where": place(error)}
            log.error("an event was not dealt with", extra=extra)


def use_server(api: str | None, gateway: str | None) -> None:
    """Talk to another server than Discord's, such as one of our own in tests."""
    if api is not None:
        Route.BASE = api
    if gateway is not None:
        DiscordWebSocket.DEFAULT_GATEWAY = URL(gateway)


def _trace() -> aiohttp.TraceConfig:
    """Count the seconds for which Discord's limits make us wait."""

    async def ended(_session: aiohttp.ClientSession, _context: object, request: aiohttp.TraceRequestEndParams) -> None:
        if request.response.status == 429:
            try:
                metrics.waits.labels("discord").inc(float(request.response.headers.get("Retry-After", 0)))
            except ValueError:
                log.info("a limit without a number of seconds", extra={"action": "rate_limit"})

    trace = aiohttp.TraceConfig()
    trace.on_request_end.append(ended)
    return trace
