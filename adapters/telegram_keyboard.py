"""The buttons under a message, and the prompt for a choice that asks for a line of text.

A button's data is what the choice says. Where the choice asks first, the slash in front becomes a question mark, so a tap
is understood for ever, by whatever process. The question itself does not fit there: it travels in the message, as the
address of a link without width. The prompt ends in the command that the typed line is for, so a reply to it carries it back.
"""

import re
from collections.abc import Sequence
from html import escape
from urllib.parse import parse_qs, urlencode, urlsplit

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message
from telegram.constants import MessageEntityType

from adapters.rows import rows
from bot.chat import Choice

_ASKS = "?"
_WIDEST = {1: 200, 2: 18, 3: 10, 4: 5}
"""The longest label in a row of so many buttons, on a narrow phone."""
_MOST_IN_ROW = 8
_MOST = 100
_NO_WIDTH = "\u200b"
_PROMPT = re.compile(r"(?:.*\n)?↩ (/\S[^\n]*)", re.DOTALL)
_PLACEHOLDER = 64


def keyboard(choices: Sequence[Choice]) -> InlineKeyboardMarkup | None:
    """Lay out choices in rows that read well on a phone."""
    if not choices:
        return None
    buttons = [[InlineKeyboardButton(one.label, callback_data=data(one)) for one in row] for row in rows(choices[:_MOST], _side_by_side)]
    return InlineKeyboardMarkup(buttons)


def data(choice: Choice) -> str:
    """Write what a tap sends.

    >>> data(Choice("Look up", "/code ", asks="Which?"))
    '?code'
    """
    return _ASKS + choice.says.strip().removeprefix("/") if choice.asks else choice.says


def asked(sent: str) -> str | None:
    """Read from a tap the command that wants a line of text; None where the tap says all.

    >>> asked("?code"), asked("/code E11")
    ('/code', None)
    """
    return f"/{sent.removeprefix(_ASKS)}" if sent.startswith(_ASKS) else None


def _side_by_side(row: Sequence[Choice]) -> bool:
    """Say whether labels fit into one row, in which all buttons have the same width; letters stand with letters only."""
    letters = [len(one.label) == 1 for one in row]
    if any(letters):
        return all(letters) and len(row) <= _MOST_IN_ROW
    return max(len(one.label) for one in row) <= _WIDEST.get(len(row), 0)


def hidden(choices: Sequence[Choice], username: str) -> str:
    """Write, as HTML that nobody sees, what the choices ask."""
    links = (urlencode({"to": data(one), "asks": one.asks}) for one in choices if one.asks)
    return "".join(f'<a href="{escape(f"https://t.me/{username}?{query}")}">{_NO_WIDTH}</a>' for query in links)


def question(message: Message, sent: str) -> str:
    """Find what a tapped choice asks: in the message, else by the label of its button."""
    for entity in (*message.entities, *message.caption_entities):
        if entity.type == MessageEntityType.TEXT_LINK and entity.url:
            query = parse_qs(urlsplit(entity.url).query)
            if query.get("to") == [sent] and query.get("asks"):
                return query["asks"][0]
    for row in message.reply_markup.inline_keyboard if message.reply_markup else ():
        for button in row:
            if button.callback_data == sent:
                return f"{button.text}: type it here."
    return UNKNOWN


UNKNOWN = "Type it as a reply to this message."
"""What a choice asks whose message can no longer be read."""


def prompt(asks: str, says: str) -> str:
    """Write a prompt; its last line is what the reply will be put after."""
    return f"{escape(asks, quote=False)}\n↩ <code>{escape(says, quote=False)}</code>"


def placeholder(asks: str) -> str:
    """Shorten a question to what the input field can show."""
    return asks if len(asks) <= _PLACEHOLDER else asks[: _PLACEHOLDER - 1].rstrip() + "…"


def prompted(text: str) -> str | None:
    r"""Read the command out of a prompt; None for any other message of ours.

    >>> prompted("Which day?\n↩ /settings exam")
    '/settings exam'
    """
    match = _PROMPT.fullmatch(text)
    return match[1].strip() if match else None
