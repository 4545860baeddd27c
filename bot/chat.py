"""All that the engine and its adapters share: who speaks, what was said, what is answered.

A button is a phrase the learner could have typed, so there is one inbound type, :class:`Incoming`, and one
outbound type, :class:`Reply`. Both are frozen values that any platform can show.
"""

from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Any

from bot.pictures import chart as charts
from bot.pictures.chart import Chart

LONGEST_TEXT = 3500
"""Characters in one reply: below Telegram's 4,096 and a Discord embed's 4,096 with room for escaping."""

LONGEST_SAYS = 64
"""Bytes in what a button sends: Telegram's limit for callback data, the smallest of all platforms."""

_NOTHING: Mapping[str, object] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Sender:
    """Who speaks, in which group chat if in any, and in which topic of it where it has topics."""

    platform: str
    user: str
    name: str = ""
    room: str | None = None
    manager: bool = False
    thread: str | None = None
    handle: str = ""
    """The name by which others can name them with an @, where the platform has such names."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is named by another, as the platform knows them."""

    user: str
    name: str = ""
    bot: bool = False


@dataclass(frozen=True, slots=True)
class Incoming:
    """One message or tap. ``at`` is aware; it is the moment the platform received it.

    ``update`` is the platform's own id of it, unique there: with it, it counts once however often it is delivered.
    ``address`` is what the adapter needs to answer it, as JSON; the engine keeps it and never reads it. ``whom`` is the person whom a
    command names by way of the platform: chosen, mentioned or replied to.
    """

    sender: Sender
    text: str
    at: datetime
    update: str | None = None
    address: Mapping[str, object] = field(default_factory=lambda: _NOTHING)
    whom: Person | None = None

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            raise ValueError("Incoming.at has no time zone: pass an aware UTC time")


@dataclass(frozen=True, slots=True)
class Choice:
    """A button: its label, the phrase it sends, and the question a tap asks first, if any.

    Where ``asks`` is set, the line that the person types is appended to ``says``.
    """

    label: str
    says: str
    asks: str | None = None

    def __post_init__(self) -> None:
        if not 1 <= len(self.says.encode()) <= LONGEST_SAYS:
            raise ValueError(f"choice {self.label!r} says {len(self.says.encode())} bytes, 1 to {LONGEST_SAYS} fit")
        if not self.label.strip():
            raise ValueError(f"choice {self.says!r} has no label")


@dataclass(frozen=True, slots=True)
class Picture:
    """An image and the words that replace it for those who do not see it."""

    alt: str
    media_type: str
    body: bytes


@dataclass(frozen=True, slots=True)
class File:
    """A document to save, such as an export."""

    name: str
    media_type: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Notice:
    """How a post to a room draws attention, where its platform can: it calls a role, is pinned, opens a thread of that name."""

    ping: str | None = None
    pin: bool = False
    thread: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """One message to a person or a room.

    ``text`` knows two marks, ``**strong**`` and ```code```; all else is literal. ``about`` and ``facts`` say in a
    form for machines what the reply is about. ``replaces`` asks to edit the tapped message where that is
    possible. A later reply with the same ``slot`` edits the earlier message. ``private`` is for the one who acted.
    ``chart`` describes a picture that an adapter has drawn once the reply is written down; ``notice`` is for posts to a room.
    ``calls`` is somebody who should hear of it, where the platform can call them.
    """

    text: str
    choices: tuple[Choice, ...] = ()
    picture: Picture | None = None
    file: File | None = None
    about: tuple[str, ...] = ()
    facts: Mapping[str, object] = field(default_factory=lambda: _NOTHING)
    replaces: bool = False
    slot: str | None = None
    private: bool = False
    chart: Chart | None = None
    notice: Notice | None = None
    calls: Person | None = None

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError("a reply has no text")
        if len(self.text) > LONGEST_TEXT:
            raise ValueError(f"a reply has {len(self.text)} characters, {LONGEST_TEXT} fit: page it")


def as_row(reply: Reply) -> dict[str, Any]:
    """Write a reply as JSON keeps it; what has its usual value is left out."""
    row: dict[str, Any] = {"text": reply.text, "choices": [[choice.label, choice.says, choice.asks] for choice in reply.choices]}
    row |= {"about": list(reply.about), "facts": dict(reply.facts)}
    if reply.picture:
        row["picture"] = [reply.picture.alt, reply.picture.media_type, b64encode(reply.picture.body).decode()]
    if reply.file:
        row["file"] = [reply.file.name, reply.file.media_type, b64encode(reply.file.body).decode()]
    if reply.chart:
        row["chart"] = charts.as_row(reply.chart)
    if reply.notice:
        row["notice"] = [reply.notice.ping, reply.notice.pin, reply.notice.thread]
    if reply.calls:
        row["calls"] = [reply.calls.user, reply.calls.name]
    row |= {name: value for name in ("replaces", "slot", "private") if (value := getattr(reply, name))}
    return row


def as_reply(row: Mapping[str, Any]) -> Reply:
    """Read a reply that :func:`as_row` wrote, also one that an earlier version wrote."""
    picture, file = row.get("picture"), row.get("file")
    return Reply(
        row["text"],
        tuple(Choice(*choice) for choice in row["choices"]),
        Picture(picture[0], picture[1], b64decode(picture[2])) if picture else None,
        File(file[0], file[1], b64decode(file[2])) if file else None,
        tuple(row["about"]),
        row["facts"],
        row.get("replaces", False),
        row.get("slot"),
        row.get("private", False),
        charts.as_chart(row["chart"]) if "chart" in row else None,
        Notice(*row["notice"]) if "notice" in row else None,
        Person(*row["calls"]) if "calls" in row else None,
    )


def literal(text: str, longest: int = 60) -> str:
    r"""Quote typed text safely: without marks and line breaks, cut to ``longest`` characters.

    >>> literal("**E11**\n.999")
    'E11 .999'
    """
    plain = " ".join(text.replace("*", "").replace("`", "").split())
    return plain if len(plain) <= longest else plain[: longest - 1].rstrip() + "…"
