"""Discord in memory (SimCord) with the tutor in it, and people who call, type, tap and look.

For a transcript that is driven through several adapters::

    async with discord_world(tutor, clock) as world:
        ana = world.person("ana")
        await ana.says("/quiz")
        await ana.taps("A")
        ana.sees()[-1].text, ana.sees()[-1].labels
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import discord
import simcord

from adapters.discord import Discord
from adapters.reception import Reception
from adapters.throttle import Throttle
from bot.commands import BY_NAME
from bot.tutor import Tutor
from tests.discord_spec import CALL, EPHEMERAL, Spec, plain, walk


@dataclass(frozen=True)
class Seen:
    """One message as a person sees it."""

    id: int
    text: str
    labels: tuple[str, ...] = ()
    picture: str | None = None
    file: str | None = None
    ephemeral: bool = False

    def __contains__(self, words: str) -> bool:
        return words in self.text


class World:
    """Discord, with one tutor in it."""

    def __init__(self, tutor: Tutor, clock, spec: Spec | None) -> None:
        self.tutor, self.clock, self.spec = tutor, clock, spec
        self.env: simcord.Env
        self.build()

    def build(self, pause=asyncio.sleep) -> Discord:
        """Build a process of ours."""
        now = lambda: self.clock.now  # noqa: E731
        self.reception = Reception(self.tutor, now, throttle=Throttle(burst=10_000), pause=pause)
        self.discord = Discord("token", self.reception, now, pause=pause)
        return self.discord

    async def restart(self) -> None:
        """Stop the process, and start another that knows only what is written down."""
        await self.reception.drain(5)
        self.reception.close()
        await self.env.restart_bot(self.build().client)
        await self.reception.catch_up(self.discord)

    def server(self, name: str = "Study group") -> "Server":
        return Server(self, self.env.create_guild(name))

    def person(self, name: str) -> "Person":
        """Somebody in a private chat with the tutor."""
        return Person(self, self.env.create_user(name))

    def check(self) -> None:
        """Hold everything that went out against Discord's description."""
        for request in self.env.http_requests:
            if self.spec is not None:
                self.spec.check(request.method, request.path, request.json)


class Server:
    """A server with one channel."""

    def __init__(self, world: World, guild) -> None:
        self.world, self.guild = world, guild
        self.channel = guild.create_text_channel("general")

    def person(self, name: str, **permissions: bool) -> "Person":
        """Somebody in the channel of the server."""
        user = self.world.env.create_user(name)
        roles = [self.guild.create_role("helper", permissions=discord.Permissions(**permissions))] if permissions else []
        return Person(self.world, user, self.guild.add_member(user, roles=roles), self.channel)


class Person:
    """Somebody in one chat: says things, taps, looks."""

    def __init__(self, world: World, user, member=None, channel=None) -> None:
        self.world, self.user, self.member, self.channel = world, user, member, channel
        self.result = None
        """What became of the last interaction, as SimCord has it."""

    @property
    def _actor(self):
        return self.member or self.user

    def sees(self) -> list[Seen]:
        """List what the tutor wrote in this chat and this person can see, oldest first, with edits applied."""
        channel = self.channel or self.user.dm_channel
        me = self.world.env.backend.bot_user.id
        return [seen(one) for one in channel.history(viewer=self._actor) if one.author.id == me]

    @property
    def last(self) -> Seen:
        return self.sees()[-1]

    async def says(self, text: str) -> list[Seen]:
        """Say something: a slash command is called, anything else is written. Returns what appeared or changed."""
        called = options_of(self.world.tutor, text) if text.startswith("/") else None
        if called is None:
            assert self.channel is None, "in a server only commands reach the tutor"
            return await self._new(self.user.send_dm(text))
        return await self.calls(called[0], **called[1])

    async def calls(self, command: str, **options) -> list[Seen]:
        """Call a slash command with its options."""
        call = self.member.slash(self.channel, command, **options) if self.member else self.user.slash(command, **options)
        return await self._new(call)

    async def types(self, command: str, option: str, typed: str) -> list[dict]:
        """Type into an option; returns the suggestions."""
        if self.member:
            return await self.member.autocomplete(self.channel, command, option, typed)
        return await self.user.autocomplete(command, option, typed)

    async def taps(self, label: str, line: str = "", on: Seen | None = None) -> list[Seen]:
        """Tap the newest button whose label starts so; ``line`` is what is typed where it asks."""
        for one in reversed([on] if on else self.sees()):
            button = next((part for part in self._buttons(one) if part["label"].startswith(label)), None)
            if button is not None:
                changed = await self._new(self._actor.click(self._message(one), custom_id=button["custom_id"]))
                if self.result.modal is None:
                    assert not line, f"{label!r} asks for nothing"
                    return changed
                assert line, f"{label!r} asks: {self.result.modal}"
                return await self._new(self._actor.submit_modal(self.result, {"line": line}))
        raise AssertionError(f"{label!r} is not offered, but {[one.labels for one in self.sees()]}")

    async def answers(self, *, right: bool = True) -> list[Seen]:
        """Tap the right answer to the question on display, or a wrong one."""
        lines = dict(line.split("  ", 1) for line in self.last.text.splitlines() if line[1:3] == "  ")
        keys = [
            question.options[question.key] for question in self.world.tutor.library.questions.values() if question.stem in self.last.text
        ]
        assert keys, self.last.text
        return await self.taps(next(letter for letter, option in lines.items() if (option in keys) is right))

    async def _new(self, action) -> list[Seen]:
        self.world.clock.sleeps(seconds=1)
        before = {one.id: one for one in self.sees()}
        self.result = await action
        return [one for one in self.sees() if before.get(one.id) != one]

    def _message(self, one: Seen):
        channel = self.channel or self.user.dm_channel
        return next(message for message in channel.history(viewer=self._actor) if message.id == one.id)

    def _buttons(self, one: Seen) -> list[dict]:
        channel = self.channel or self.user.dm_channel
        stored = self.world.env.backend.get_message(channel.id, one.id)
        return [part for part in walk(stored.components) if part["type"] == 2]


def seen(message) -> Seen:
    """Read a message the way a person does."""
    parts = list(walk([component.to_dict() for component in message.components]))
    pictures = [part["items"][0].get("description") for part in parts if part["type"] == 12]
    files = [part["file"]["url"].rpartition("/")[2].partition("?")[0] for part in parts if part["type"] == 13]
    return Seen(
        message.id,
        "\n".join(part["content"] if CALL.fullmatch(part["content"]) else plain(part["content"]) for part in parts if part["type"] == 10),
        tuple(part["label"] for part in parts if part["type"] == 2),
        pictures[0] if pictures else None,
        files[0] if files else None,
        bool(message.flags.value & EPHEMERAL),
    )


def options_of(tutor: Tutor, text: str) -> tuple[str, dict[str, object]] | None:
    """Write a typed command as the slash command that means it; None where there is none."""
    name, _, words = text[1:].partition(" ")
    command = BY_NAME.get(name)
    if command is None or command.hidden:
        return None
    if not words:
        return (name, {}) if not any(option.required for option in command.options) else None
    if len(command.options) == 1:
        return name, {command.options[0].name: words}
    if name == "settings":
        setting, _, value = words.partition(" ")
        return (name, {"name": setting} | ({"value": value} if value else {})) if setting in command.options[0].values else None
    given: dict[str, object] = {}
    for word in words.split():
        if word.isdecimal():
            given["how_many"] = int(word)
        elif word in tutor.library.areas or word in tutor.library.focuses:
            given["area"] = word
        else:
            return None
    return name, given


@asynccontextmanager
async def discord_world(tutor: Tutor, clock, spec: Spec | None = None) -> AsyncIterator[World]:
    """Run Discord with the tutor in it; what went out is held against ``spec`` at the end."""
    world = World(tutor, clock, spec)
    world.env = simcord.Env(world.discord.client, shard_count=1, settle_timeout=30)
    await world.env.start()
    try:
        yield world
        await world.reception.drain(5)
    finally:
        await world.env.shutdown()
        world.reception.close()
    world.env.raise_errors()
    world.check()
