"""Inline mode: what somebody types after the bot's name, in any chat, is looked up while they type.

Nothing about the person is asked or kept: the engine is asked in the name of nobody, so whoever types the same words gets
the same answer, and Telegram may keep it for a while.
"""

import asyncio
import logging
import re
from collections.abc import Callable
from datetime import datetime

from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
)
from telegram.constants import ParseMode

from adapters.reception import Reception
from adapters.telegram_event import PLATFORM, Search
from adapters.telegram_text import folded, pieces, plain
from bot.chat import Choice, Incoming, Reply, Sender

log = logging.getLogger(__name__)

NOBODY = Sender(PLATFORM, "inline", room="inline")
"""Who asks inline. No person and no chat has such an id."""

_MOST = 12
"""Results, of the 50 that Telegram takes: more than a phone shows, and each is a page to compose."""
_CACHED = 300
_START = re.compile(r"[A-Za-z0-9_-]{1,64}")
_AT_ONCE = 2
"""Searches looked up side by side; the threads of the engine are there for answers first."""
_DESCRIPTION = 120


class Inline:
    """Answer searches, the latest of each person."""

    def __init__(self, bot: Bot, reception: Reception, now: Callable[[], datetime]) -> None:
        self._bot, self._reception, self._now = bot, reception, now
        self.username = ""
        self._typing: dict[int, asyncio.Task[None]] = {}
        self._gate = asyncio.Semaphore(_AT_ONCE)

    async def answer(self, search: Search) -> None:
        """Answer a search; what the same person typed before is no longer waited for."""
        task = asyncio.current_task()
        assert task is not None  # it runs in one
        earlier = self._typing.get(search.user)
        self._typing[search.user] = task
        if earlier is not None:
            earlier.cancel()
        try:
            async with self._gate:
                results = await self._results(search.words)
            label = "Ask or practise in our chat" if results else "Nothing found; ask me in our chat"
            if not search.words.strip():
                label = "Type a code or a diagnosis"
            button = InlineQueryResultsButton(label, start_parameter="inline")
            await self._bot.answer_inline_query(search.id, results, cache_time=_CACHED, button=button)
        finally:
            if self._typing.get(search.user) is task:
                del self._typing[search.user]

    async def _results(self, words: str) -> list[InlineQueryResultArticle]:
        found = await self._reception.call(self._reception.tutor.suggest, words, self._now(), _MOST)
        articles = {}
        for choice in found[:_MOST]:
            # A fresh look-up by its exact id; it reads only.
            replies = await self._reception.ask(Incoming(NOBODY, choice.says, self._now()))
            if replies and choice.says not in articles:
                articles[choice.says] = self._article(choice, replies[0])
        return list(articles.values())

    def _article(self, choice: Choice, reply: Reply) -> InlineQueryResultArticle:
        text = pieces(reply.text)[0]
        content = InputTextMessageContent(folded(text), ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True))
        link = f"https://t.me/{self.username}?start={start(choice.says)}"
        button = InlineKeyboardMarkup([[InlineKeyboardButton("Open in the tutor", url=link)]]) if self.username else None
        description = plain(text).partition("\n")[2].strip().partition("\n")[0][:_DESCRIPTION]
        return InlineQueryResultArticle(choice.says, choice.label, content, description=description or None, reply_markup=button)


def start(says: str) -> str:
    """Write the payload of a link that shows in our chat what a command shows.

    >>> start("/code E11.21"), start("/faq exam_ebooks"), start("/code heart attack")
    ('code_E11-21', 'faq_exam_ebooks', 'inline')
    """
    name, _, words = says.removeprefix("/").partition(" ")
    payload = f"{name}_{words.replace('.', '-')}"
    return payload if name in ("code", "faq") and _START.fullmatch(payload) else "inline"
