"""How a reply looks on Discord: text, choices, picture and file in one container of Components V2.

Why a container and not an embed: it takes the full width of a phone, its text has the size of every other message, the
buttons stand in the same box as the question they answer, a picture carries its alt text, and one message may hold 30
buttons. A message can never leave Components V2 again, so all of ours are made that way, and any may take the place of any.

A button carries all that its tap means, so it works after every restart: ``t3:/answer 7 1 D`` is the fourth button, which
says ``/answer 7 1 D``; ``a0:/code |Which code?`` opens a form first, whose line is appended to ``/code ``. The number
makes it unique in its message, as Discord demands. These forms must be read for ever.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any, Protocol, cast

import discord

from adapters.rows import rows
from bot.chat import Choice, File, Picture, Reply

MOST_TEXT = 4000
"""Characters of text in one message, all its parts together."""

_COLOUR = 0x2A9D8F
_MOST_PARTS = 40
_MOST_BUTTONS = 30
_MOST_LABEL, _MOST_ID, _MOST_TITLE, _MOST_HINT, _MOST_ALT = 80, 100, 45, 100, 1024
_MOST_LINE, _MOST_LINES = 1000, 3800
_IN_LINES = "in lines"
"""What a question says that wants more than one line; its field is large."""

_PER_ROW = 5
_WIDE, _EDGES = 42, 6
"""Characters that stand side by side on a phone, and what the edges of each button take of them."""

_LETTERS = tuple("ABCDEFGH")
LINE = "line"
_FORM = "f:"
_FOUND = "found"
_UNTITLED = "Type it here"

_MARKS = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*|`([^`\n]+)`")
_LINK = re.compile(r"https?://[^\s<>]+")
_ANYWHERE = str.maketrans({mark: f"\\{mark}" for mark in "\\*_~|`<"})
_LINE_START = re.compile(r"[ \t]*(?:[-+>#](?=[ \t>#-])|>)")
_NUMBERED = re.compile(r"[ \t]*\d+\.(?=[ \t])")


def markdown(text: str) -> str:
    r"""Write the two marks as Discord does; all else that it would take for a mark is escaped. Plain addresses stay links.

    >>> print(markdown("**E11.21** _x_ `a_b`"))
    **E11.21** \_x\_ `a_b`
    """
    pieces, at = [], 0
    for match in _MARKS.finditer(text):
        pieces.append(_literal(text[at : match.start()], starts_line=at == 0))
        pieces.append(f"**{_literal(match[1], starts_line=False)}**" if match[1] else match[0])
        at = match.end()
    pieces.append(_literal(text[at:], starts_line=at == 0))
    return "".join(pieces)


def _literal(text: str, *, starts_line: bool) -> str:
    """Escape a piece without marks; addresses are left whole, since an escaped one leads nowhere."""
    done, at = [], 0
    brackets = "](" in text
    for match in _LINK.finditer(text):
        done += [_escaped(text[at : match.start()], brackets), match[0]]
        at = match.end()
    lines = "".join([*done, _escaped(text[at:], brackets)]).split("\n")
    for number in range(0 if starts_line else 1, len(lines)):
        lines[number] = _line(lines[number])
    return "\n".join(lines)


def _line(line: str) -> str:
    """Escape what would make a list, a heading or a quote of a line."""
    if match := _LINE_START.match(line) or _NUMBERED.match(line):
        return f"{line[: match.end() - 1]}\\{line[match.end() - 1 :]}"
    return line


def _escaped(text: str, brackets: bool) -> str:
    text = text.translate(_ANYWHERE)
    if "@" in text:
        text = text.replace("@everyone", r"\@everyone").replace("@here", r"\@here")
    return text.replace("[", r"\[").replace("]", r"\]") if brackets else text


def length(text: str) -> int:
    """Count characters the way that errs on the safe side: those beyond the basic plane count twice."""
    return len(text.encode("utf-16-le")) // 2


class Taps(Protocol):
    """Who is told of taps."""

    async def tapped(self, interaction: discord.Interaction[Any], label: str, says: str, asks: str | None) -> None:
        """Take a tap on one of our buttons."""


class Tap(discord.ui.DynamicItem[discord.ui.Button[Any]], template=re.compile(r"(?P<kind>[ta])\d{1,3}:(?P<rest>.+)", re.DOTALL)):
    """A button that says something, whichever process or version of ours has sent it."""

    def __init__(self, button: discord.ui.Button[Any]) -> None:
        super().__init__(button)

    @classmethod
    async def from_custom_id(cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /) -> "Tap":
        """Read a tapped button."""
        return cls(cast("discord.ui.Button[Any]", item))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Hand the tap to the client. What is no button, though it says what one would, is left to :func:`found_by_library`."""
        if not isinstance(self.item, discord.ui.Button):
            return
        interaction.extras[_FOUND] = True
        says, asks = read_id(self.custom_id)
        await cast("Taps", interaction.client).tapped(interaction, self.item.label or "", says, asks)


def is_ours(custom_id: str) -> bool:
    """Say whether a button is one that we can read."""
    return Tap.__discord_ui_compiled_template__.fullmatch(custom_id) is not None


def found_by_library(interaction: discord.Interaction[Any]) -> bool:
    """Say whether the library found a button in its message and called it; else it lets the tap go by without a word.

    It does so before it tells of the interaction. Were that ever to change, a tap would be heard twice and answered once.
    """
    return _FOUND in interaction.extras


def write_id(place: int, choice: Choice) -> str:
    """Write what a button carries; of a long question what fits is kept."""
    if choice.asks is None:
        return f"t{place}:{choice.says}"
    return _cut(f"a{place}:{choice.says}|{choice.asks.replace('|', '/')}", _MOST_ID)


def read_id(custom_id: str) -> tuple[str, str | None]:
    """Read what a button says, and what it asks first.

    >>> read_id("a0:/code |Which code?")
    ('/code ', 'Which code?')
    """
    kind, rest = custom_id[0], custom_id.partition(":")[2]
    if kind == "t":
        return rest, None
    says, _, asks = rest.rpartition("|")
    return says, asks


def form(label: str, says: str, asks: str) -> discord.ui.Modal:
    """Make the form that asks for the line which a choice wants; a button that has lost its words still gets one."""
    label, asks = label.strip() or _UNTITLED, asks.strip() or _UNTITLED
    question, hint = _cut(asks, _MOST_TITLE), None
    if len(asks) > _MOST_TITLE:
        first, mark, rest = asks.partition("? ")
        short = len(first) < _MOST_TITLE and bool(mark)
        question, hint = (first + "?", rest) if short else (_cut(label, _MOST_TITLE), asks)
    lines = _IN_LINES in asks
    style, most = (discord.TextStyle.paragraph, _MOST_LINES) if lines else (discord.TextStyle.short, _MOST_LINE)
    line: discord.ui.TextInput[Any] = discord.ui.TextInput(custom_id=LINE, max_length=most, style=style)
    modal = discord.ui.Modal(title=_cut(label, _MOST_TITLE), timeout=None, custom_id=f"{_FORM}{says}|")
    modal.add_item(discord.ui.Label(text=question, description=_cut(hint, _MOST_HINT) if hint else None, component=line))
    modal.stop()  # the form itself carries what it means; the library need not remember it
    return modal


def read_form(custom_id: str, components: Iterable[Any]) -> str | None:
    """Read the text that a filled form means; None where it is not one of ours."""
    if not custom_id.startswith(_FORM):
        return None
    for part in components:
        for field in (part.get("component"), *part.get("components", ())):
            if field and field.get("custom_id") == LINE:
                return custom_id.removeprefix(_FORM).removesuffix("|") + str(field.get("value", ""))
    return None


@dataclass(frozen=True, slots=True)
class Called:
    """A role or a user by its id as the interface wants it, in quotes; the library would write a number."""

    id: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One message of Discord's."""

    text: str
    choices: tuple[Choice, ...] = ()
    picture: Picture | None = None
    file: File | None = None
    calls: str | None = None
    """The user who should hear of it."""

    def view(self, role: str | None = None) -> discord.ui.LayoutView:
        """Lay the message out, under a role that it calls. A fresh one for every attempt to send it."""
        inside: list[discord.ui.Item[Any]] = [discord.ui.TextDisplay(self.text)]
        attached = self.attached()
        if self.picture:
            item = discord.MediaGalleryItem(f"attachment://{attached[0][0]}", description=_cut(self.picture.alt, _MOST_ALT) or None)
            inside.append(discord.ui.MediaGallery(item))
        if self.file:
            inside.append(discord.ui.File(f"attachment://{attached[-1][0]}"))
        place = 0
        for row in in_rows(self.choices, _MOST_PARTS - len(inside) - 2):
            buttons = []
            for choice in row:
                style = discord.ButtonStyle.primary if choice.label in _LETTERS else discord.ButtonStyle.secondary
                buttons.append(
                    Tap(discord.ui.Button(style=style, label=_cut(choice.label, _MOST_LABEL), custom_id=write_id(place, choice)))
                )
                place += 1
            inside.append(discord.ui.ActionRow(*buttons))
        view = discord.ui.LayoutView(timeout=None)
        if role is not None:
            view.add_item(discord.ui.TextDisplay(f"<@&{role}>"))
        if self.calls is not None:
            view.add_item(discord.ui.TextDisplay(f"<@{self.calls}>"))
        view.add_item(discord.ui.Container(*inside, accent_colour=_COLOUR))
        view.stop()  # every button carries what it means; the library need not remember the message
        return view

    def whole(self) -> dict[str, Any]:
        """Give all of an answer; it calls who should hear of it and nobody else."""
        users = [cast("Any", Called(self.calls))] if self.calls else False
        calling = discord.AllowedMentions(everyone=False, users=users, roles=False, replied_user=False)
        return {"view": self.view(), "files": self.files(), "allowed_mentions": calling}

    def attached(self) -> list[tuple[str, bytes, str | None]]:
        """Name what is sent along: name, content, words that replace it."""
        found: list[tuple[str, bytes, str | None]] = []
        if self.picture:
            found.append((f"picture.{_safe(self.picture.media_type.rpartition('/')[2])}", self.picture.body, self.picture.alt))
        if self.file:
            found.append((_safe(self.file.name), self.file.body, None))
        return found

    def files(self) -> list[discord.File]:
        """Open what is sent along. Afresh for every attempt, since sending reads it to its end."""
        return [discord.File(BytesIO(body), name, description=alt and _cut(alt, _MOST_ALT)) for name, body, alt in self.attached()]


def sheets(reply: Reply) -> list[Sheet]:
    """Write a reply as messages: one, unless escaping makes the text too long or there are more choices than one can hold."""
    texts = _texts(reply.text)
    held = reply.choices[:_MOST_BUTTONS]
    done = [Sheet(text) for text in texts[:-1]]
    done.append(Sheet(texts[-1], held, reply.picture, reply.file))
    starts = range(_MOST_BUTTONS, len(reply.choices), _MOST_BUTTONS)
    if reply.calls is not None and reply.calls.user.isdecimal():
        done[0] = replace(done[0], calls=reply.calls.user)
    return [*done, *(Sheet("More:", reply.choices[start : start + _MOST_BUTTONS]) for start in starts)]


def _texts(text: str) -> list[str]:
    """Write a text in pieces that fit, parted between lines where that is possible."""
    whole = markdown(text)
    if length(whole) <= MOST_TEXT:
        return [whole]
    half = len(text) // 2
    cut = text.rfind("\n", 1, half) + 1 or half
    return [part for piece in (text[:cut].rstrip("\n"), text[cut:]) if piece.strip() for part in _texts(piece)]


def in_rows(choices: tuple[Choice, ...], parts: int) -> list[list[Choice]]:
    """Set choices in rows that read well on a phone, of at most ``parts`` rows and buttons together.

    Where that takes too many parts, rows are filled; Discord then breaks them by itself.
    """
    done = rows(choices, _side_by_side)
    if len(done) + len(choices) <= parts:
        return done
    return [list(choices[start : start + _PER_ROW]) for start in range(0, len(choices), _PER_ROW)]


def _side_by_side(row: Sequence[Choice]) -> bool:
    """Say whether buttons fit into one row; letters stand with letters only."""
    letters = {one.label in _LETTERS for one in row}
    return len(letters) == 1 and len(row) <= _PER_ROW and sum(len(one.label) + _EDGES for one in row) <= _WIDE


def _safe(name: str) -> str:
    """Name a file so that Discord leaves the name as it is."""
    return re.sub(r"[^A-Za-z0-9_.-]", "_", name) or "file"


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
