"""The table of commands as slash commands of Discord: options, choices, suggestions while somebody types.

What is called is read off the interaction itself and not by the library, since a device may still show the commands of an
earlier version of ours, and what was called there means the same text.
"""

import inspect
import logging
import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Protocol, cast

import discord
from discord import app_commands

from bot.chat import Person
from bot.commands import Command, Kind, Option
from bot.tutor import Tutor

log = logging.getLogger(__name__)

_CODE = re.compile(r"[A-Za-z]\d[\w.]+,?")
_USER = discord.AppCommandOptionType.user.value
_MOST_CHOICES, _MOST_HELP, _MOST_NAME = 25, 100, 100


class Calls(Protocol):
    """Who is told of slash commands."""

    async def called(self, interaction: discord.Interaction[Any]) -> None:
        """Take a slash command."""

    async def typed(self, interaction: discord.Interaction[Any]) -> None:
        """Suggest what a half-typed option may become."""


class Tree(app_commands.CommandTree[Any]):
    """The commands as Discord keeps them: for servers and for people who install the tutor for themselves, in every chat."""

    def __init__(self, client: discord.Client) -> None:
        super().__init__(
            client,
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
        )

    async def interaction_check(self, interaction: discord.Interaction[Any], /) -> bool:
        """Hand the call over, and keep the library from it: it would log a late suggestion with a traceback."""
        calls = cast("Calls", self.client)
        await (calls.typed if interaction.type is discord.InteractionType.autocomplete else calls.called)(interaction)
        return False

    async def sync_if_changed(self) -> bool:
        """Tell Discord the commands where it has others; how often that may be done is limited. Returns whether it was done."""
        wanted = [_plain(command.to_dict(self)) for command in self.get_commands()]
        # As Discord sends it: the library's own objects lose some of the places where a command may be used.
        there = [_plain(command) for command in await self.client.http.get_global_commands(self.client.application_id or 0)]
        by_name = _by_name(wanted)
        if by_name == _by_name(there):
            return False
        await self.sync()
        log.info("commands synced", extra={"action": "commands_synced", "platform": "discord", "count": len(wanted)})
        return True


def _by_name(commands: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {command["name"]: command for command in commands}


def _plain(command: Mapping[str, Any]) -> dict[str, Any]:
    """Reduce a command to what we set, in one form for what we send and for what Discord sends back."""
    return {
        "name": command["name"],
        "description": command["description"],
        "type": command.get("type", 1),
        "contexts": sorted(command.get("contexts") or ()),
        "integration_types": sorted(command.get("integration_types") or ()),
        "options": [
            {
                "name": option["name"],
                "description": option["description"],
                "type": option["type"],
                "required": bool(option.get("required")),
                "autocomplete": bool(option.get("autocomplete")),
                "choices": [(choice["name"], choice["value"]) for choice in option.get("choices") or ()],
                "range": (option.get("min_value"), option.get("max_value")),
                "length": (option.get("min_length"), option.get("max_length")),
            }
            for option in command.get("options") or ()
        ],
    }


def slash_commands(tutor: Tutor) -> list[app_commands.Command[Any, ..., Any]]:
    """Make a slash command of every command that people need to know."""
    return [_slash_command(command, tutor) for command in tutor.commands if not command.hidden]


def _slash_command(command: Command, tutor: Tutor) -> app_commands.Command[Any, ..., Any]:
    async def call(interaction: discord.Interaction[Any], **_given: Any) -> None:  # noqa: ANN401  # the library reads the signature below
        raise AssertionError("the tree hands every call over before it comes here")

    interaction = inspect.Parameter("interaction", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=discord.Interaction)
    call.__signature__ = inspect.Signature([interaction, *map(_parameter, command.options)])  # type: ignore[attr-defined]
    app_commands.describe(**{option.name: _help(option.help) for option in command.options})(call)
    app_commands.choices(**{option.name: found for option in command.options if (found := _choices(option, tutor))})(call)
    app_commands.autocomplete(**{option.name: _suggested for option in command.options if _is_suggested(option, tutor)})(call)
    return app_commands.Command(name=command.name, description=_help(command.help), callback=call)


async def _suggested(interaction: discord.Interaction[Any], current: str) -> list[app_commands.Choice[str]]:
    raise AssertionError("the tree hands every call over before it comes here")


def _parameter(option: Option) -> inspect.Parameter:
    kind: Any = str
    if option.kind is Kind.NUMBER:
        kind = app_commands.Range[int, 1, option.most]
    elif option.kind is Kind.PERSON:
        kind = discord.User
    default = inspect.Parameter.empty if option.required else None
    return inspect.Parameter(option.name, inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=kind, default=default)


def _help(text: str) -> str:
    text = text[:1].upper() + text[1:]
    return text if len(text) <= _MOST_HELP else text[: _MOST_HELP - 1] + "…"


def _choices(option: Option, tutor: Tutor) -> list[app_commands.Choice[str]]:
    """List what may be chosen, where it is few enough for a list."""
    found = [app_commands.Choice(name=value, value=value) for value in option.values]
    if option.kind is Kind.AREA:
        found = [app_commands.Choice(name=title, value=slug) for slug, title in _areas(tutor)]
    return found if len(found) <= _MOST_CHOICES else []


def _is_suggested(option: Option, tutor: Tutor) -> bool:
    return option.kind in (Kind.CODES, Kind.TOPIC, Kind.DRILL) or (option.kind is Kind.AREA and not _choices(option, tutor))


def _areas(tutor: Tutor) -> list[tuple[str, str]]:
    """List what can be practised, as (slug, title): the areas of the exam, and what runs across them."""
    areas = [(one.slug, one.title) for one in tutor.library.areas.values()]
    return areas + [(one.slug, one.title) for one in tutor.library.focuses.values()]


def said(tutor: Tutor, data: Mapping[str, Any]) -> str:
    """Write the text that a slash command means."""
    given = {option["name"]: str(option.get("value", "")) for option in data.get("options") or ()}
    options = next((command.options for command in tutor.commands if command.name == data["name"]), ())
    known = [(option.kind, given.pop(option.name)) for option in options if option.name in given]
    words = [value for kind, value in known if kind is not Kind.PERSON]
    return " ".join([f"/{data['name']}", *words, *given.values()]).strip()


def chosen(data: Mapping[str, Any]) -> Person | None:
    """Tell which person was chosen for a slash command, as Discord names them there."""
    user = next((str(option["value"]) for option in data.get("options") or () if option.get("type") == _USER), None)
    if user is None:
        return None
    known = data.get("resolved") or {}
    whole, here = ((known.get(part) or {}).get(user) or {} for part in ("users", "members"))
    name = here.get("nick") or whole.get("global_name") or whole.get("username") or ""
    return Person(user, str(name), bool(whole.get("bot")))


def suggest(tutor: Tutor, data: Mapping[str, Any], now: datetime) -> list[app_commands.Choice[str]]:
    """Suggest what the option that somebody is typing may become. Reads only; nothing of it is kept."""
    typed = next((option for option in data.get("options") or () if option.get("focused")), None)
    options = next((command.options for command in tutor.commands if command.name == data["name"]), ())
    kind = next((option.kind for option in options if typed and option.name == typed["name"]), None)
    words = str(typed["value"]).strip() if typed else ""
    found: Iterable[tuple[str, str]] = ()
    if kind is Kind.CODES:
        before, _, last = words.rpartition(" ")
        if before and all(map(_CODE.fullmatch, before.split())):  # several codes: the one that is being typed is completed
            found = ((f"{before} {code}", f"{before} {title}") for code, title in _codes(tutor, last, now))
        else:  # the last word may be typed half; without it the others still find something
            found = _codes(tutor, words, now) or _codes(tutor, before, now)
    elif kind is Kind.TOPIC:
        found = _topics(tutor, words, now)
    elif kind is Kind.DRILL:
        found = _drills(words)
    elif kind is Kind.AREA:
        found = ((slug, title) for slug, title in _areas(tutor) if words.casefold() in f"{slug} {title}".casefold())
    unique = {value: name[:_MOST_NAME] for value, name in found if len(value) <= _MOST_NAME}
    return [app_commands.Choice(name=name, value=value) for value, name in list(unique.items())[:_MOST_CHOICES]]


def _codes(tutor: Tutor, words: str, now: datetime) -> list[tuple[str, str]]:
    return [(one.says.removeprefix("/code "), one.label) for one in tutor.suggest(words, now, 50) if one.says.startswith("/code ")]


def _drills(words: str) -> list[tuple[str, str]]:
    """List the drills whose name holds what is typed."""
    from bot.library.drills.catalogue import FAMILIES

    typed = words.casefold()
    return [(one.slug, one.title) for one in FAMILIES if any(typed in name.casefold() for name in (one.slug, one.title, *one.words))]


def _topics(tutor: Tutor, words: str, now: datetime) -> list[tuple[str, str]]:
    """List topics that hold every word as far as it is typed, in their title or in a known wording, then those that are meant."""
    topics = tutor.library.topics
    begun = [f" {word}" for word in words.casefold().split()]
    titled = [name for name, one in topics.items() if all(word in f" {one.title}".casefold() for word in begun)]
    asked = [
        name
        for name, one in topics.items()
        if any(all(word in f" {wording}".casefold() for word in begun) for wording in (*one.phrasings, *one.keywords))
    ]
    meant = [one.says.removeprefix("/faq ") for one in tutor.suggest(words, now, 50) if one.says.startswith("/faq ")]
    return [(name, topics[name].title) for name in (*titled, *asked, *meant) if name in topics]
