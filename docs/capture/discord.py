"""Discord as the real adapter writes it, on the loopback gateway of the tests, and a page that looks like its client on a phone."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from html import escape
from pathlib import Path

from bot.tutor import Tutor
from tests.conftest import Clock
from tests.discord_gateway import Gateway, Interaction
from tests.test_discord_wire import Process, running

WIDTH = 412
_STYLE = f"<style>{(Path(__file__).parent / 'discord.css').read_text()}</style>"


@asynccontextmanager
async def process(tutor: Tutor, clock: Clock) -> AsyncIterator[tuple[Gateway, Process]]:
    """Run the adapter on a gateway of the tests."""
    gateway = await Gateway().start()
    async with running(tutor, gateway, clock) as found:
        yield gateway, found
    await gateway.stop()


@asynccontextmanager
async def world(tutor: Tutor, clock: Clock) -> AsyncIterator[Gateway]:
    """Run the adapter on a gateway of the tests, which is all that is wanted of it."""
    async with process(tutor, clock) as (gateway, _process):
        yield gateway


def chat(*parts: str, title: str = "@ Coding tutor") -> str:
    """Draw a channel on a phone."""
    return f'{_STYLE}<div class="dc"><header>{escape(title)}</header>{"".join(parts)}</div>'


def said(text: str, who: str = "Ana") -> str:
    """Draw what a person wrote."""
    name = f'<div class="name">{who} <small>Today at 9:41</small></div>'
    return f'<div class="message"><div class="face you">{who[0]}</div><div>{name}<div class="text">{escape(text)}</div></div></div>'


def note(text: str) -> str:
    """Draw a note, such as that a button was tapped."""
    return f'<div class="note">{escape(text)}</div>'


def shown(message: dict, used: str = "", who: str = "Ana", calls: str = "") -> str:
    """Draw a message of ours from its components; ``calls`` is the name of whom it calls."""
    head = f'<div class="used">╭ <b>{who}</b> used <b>{escape(used)}</b></div>' if used else ""
    hidden = message["flags"] & 64
    only = '<div class="only">👁 Only you can see this · <a>Dismiss message</a></div>' if hidden else ""
    name = '<div class="name">Coding tutor<span class="app">✓ APP</span><small>Today at 9:41</small></div>'
    body = "".join(f'<div class="text"><a>@{calls}</a></div>' if _is_call(one) else _drawn(one) for one in message["components"])
    return f'<div class="message">{head}<div class="face">C</div><div>{name}{body}{only}</div></div>'


def offered(command: str, option: str, typed: str, one: Interaction) -> str:
    """Draw what is suggested while somebody types into an option."""
    names = "".join(f"<div>{escape(choice['name'])}</div>" for choice in one.data["choices"][:8])
    return f'<div class="list">{names}</div><div class="typed">/{command} <b>{option}</b> {escape(typed)}</div>'


def form(one: Interaction) -> str:
    """Draw a form that is asked to be filled in."""
    label = one.data["components"][0]
    more = f"<small>{escape(label['description'])}</small>" if label.get("description") else ""
    return f'<div class="form"><h3>{escape(one.data["title"])}</h3><label>{escape(label["label"])}</label>{more}<p></p><i>Submit</i></div>'


def _is_call(part: dict) -> bool:
    return part["type"] == 10 and part["content"].startswith("<@")


def _drawn(part: dict) -> str:
    if part["type"] == 17:
        return f'<div class="box">{"".join(map(_drawn, part["components"]))}</div>'
    if part["type"] == 10:
        return f'<div class="text">{_marked(part["content"])}</div>'
    if part["type"] == 1:
        keys = (f"<span class='{'primary' if one['style'] == 1 else ''}'>{escape(one['label'])}</span>" for one in part["components"])
        return f'<div class="keys">{"".join(keys)}</div>'
    raise AssertionError(f"nobody draws components of type {part['type']} yet")


_PIECES = re.compile(
    r"\\(?P<literal>[^A-Za-z0-9\s])|\*\*(?P<strong>.+?)(?<!\\)\*\*|`(?P<code>[^`\n]+)`|(?P<link>https?://[^\s<>]+)", re.DOTALL
)


def _marked(text: str) -> str:
    """Read the marks of Discord as its client does."""
    at, done = 0, []
    for match in _PIECES.finditer(text):
        done.append(escape(text[at : match.start()]))
        kind = match.lastgroup
        inside = match[kind]
        done.append(
            f"<b>{_marked(inside)}</b>" if kind == "strong"
            else f"<code>{escape(inside)}</code>" if kind == "code"
            else f"<a>{escape(inside)}</a>" if kind == "link"
            else escape(inside)
        )  # fmt: skip
        at = match.end()
    return "".join([*done, escape(text[at:])])
