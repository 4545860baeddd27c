"""Telegram as the real adapter writes it, on the loopback server of the tests, and a page that looks like its client on a phone."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from html import escape
from itertools import pairwise
from pathlib import Path

from bot.tutor import Tutor
from tests.conftest import Clock
from tests.telegram_people import Seen
from tests.telegram_server import TelegramServer
from tests.telegram_world import World, telegram_server

WIDTH = 412
_STYLE = f"<style>{(Path(__file__).parent / 'telegram.css').read_text()}</style>"


@asynccontextmanager
async def world(tutor: Tutor, clock: Clock) -> AsyncIterator[TelegramServer]:
    """Run the adapter on a server of the tests."""
    async with telegram_server(clock) as server, World(tutor, server, lambda: clock.now):
        yield server


def chat(*parts: str, title: str = "Coding tutor", under: str = "bot") -> str:
    """Draw a chat on a phone."""
    head = f'<header><div class="face">{title[0]}</div><div><b>{escape(title)}</b><span>{under}</span></div></header>'
    return f'{_STYLE}<div class="tg">{head}{"".join(parts)}</div>'


def said(text: str, who: str = "") -> str:
    """Draw what a person said."""
    name = f'<span class="who">{escape(who)}</span>' if who else ""
    return f'<div class="row {"" if who else "mine"}"><div class="bubble">{name}{escape(text)}<time>9:41</time></div></div>'


def note(text: str) -> str:
    """Draw a note in the middle, such as that a button was tapped."""
    return f'<div class="row"><div class="note">{escape(text)}</div></div>'


def shown(seen: Seen, answers: str = "", group: bool = False) -> str:
    """Draw a message of ours from what went over the wire: text, entities, keyboard."""
    name = '<span class="who">Coding tutor</span>' if group else ""
    quoted = f'<span class="answers">{escape(answers)}</span>' if answers else ""
    edited = "edited " if seen.edits else ""
    keys = ""
    for row in seen.markup.get("inline_keyboard", []):
        kind = ' class="to"' if "url" in row[0] else ""
        labels = (f"<span>{escape(one['text'])}</span>" for one in row)
        keys += f"<div{kind}>{''.join(labels)}</div>"
    # The client makes a message with buttons as wide as it may be, so that they have room.
    wide = ' style="width:312px"' if keys else ""
    bubble = f'<div class="bubble"{wide}>{name}{quoted}{_marked(seen)}<time>{edited}9:41</time></div>'
    below = f'<div class="keys" style="width:332px">{keys}</div>' if keys else ""
    return f'<div class="row">{bubble}{below}</div>'


def offered(words: str, inline: dict) -> str:
    """Draw what inline mode offers while somebody types."""
    found = "".join(
        f"<div><b>{escape(one['title'])}</b><span>{escape(one.get('description', ''))}</span></div>" for one in inline["results"][:7]
    )
    button = f'<div class="button">{escape(inline["button"]["text"])}</div>' if inline.get("button") else ""
    return f'<div class="results">{button}{found}</div><div class="typed">@TutorBot {escape(words)}</div>'


_TAGS = {
    "bold": ("<b>", "</b>"),
    "italic": ("<i>", "</i>"),
    "code": ("<code>", "</code>"),
    "text_link": ("<a>", "</a>"),
    "text_mention": ("<a>", "</a>"),
    "expandable_blockquote": ("<blockquote><span>", "</span></blockquote>"),
}


def _marked(seen: Seen) -> str:
    """Put the entities of a message into its text, as the client does; a quote may hold others."""
    raw = seen.raw.encode("utf-16-le")
    marks: dict[int, list[str]] = {}
    for one in sorted(seen.entities, key=lambda entity: -entity["length"]):
        start, end = 2 * one["offset"], 2 * (one["offset"] + one["length"])
        opening, closing = _TAGS[one["type"]]
        marks.setdefault(start, []).append(opening)
        marks.setdefault(end, []).insert(0, closing)
    places = sorted({0, *marks, len(raw)})
    done = []
    for start, end in pairwise(places):
        done += [*marks.get(start, ()), _links(raw[start:end].decode("utf-16-le"))]
    whole = "".join([*done, *marks.get(len(raw), ())])
    return whole.replace("\n<blockquote>", "<blockquote>")  # it begins a line of its own anyway


def _links(text: str) -> str:
    """The client makes addresses and commands links by itself."""
    return re.sub(r"(https?://\S+|(?<![\w/])/[a-z]+\b)", r"<a>\1</a>", escape(text))
