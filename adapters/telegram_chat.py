"""Chats: put a reply into one, at our pace, as a new message or in the place of an old one."""

import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from html import escape
from typing import Any, TypeVar

from telegram import ForceReply, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, Message, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError

from adapters.messenger import DeliveryFailed
from adapters.telegram_keyboard import hidden, keyboard, placeholder, prompt
from adapters.telegram_pace import Pace
from adapters.telegram_text import LONGEST_CAPTION, called, folded, html, pieces, plain, units
from adapters.telegram_wire import FloodedError, Line, gone
from bot.chat import Reply

log = logging.getLogger(__name__)
T = TypeVar("T")

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_SAME = "message is not modified"
_MOVES = 10_000
_CAPTION_MARGIN = 16


@dataclass(frozen=True, slots=True)
class Place:
    """Where a message goes: a chat, a topic of it, the message that is answered. A push waits for answers."""

    chat: int
    thread: int | None = None
    answers: int | None = None
    push: bool = False


def place_in(address: Mapping[str, object]) -> Place:
    """Read where an answer goes."""
    chat, thread, message = address.get("chat"), address.get("thread"), address.get("message")
    if not isinstance(chat, int):
        raise DeliveryFailed("the address names no chat", permanent=True)
    return Place(chat, thread if isinstance(thread, int) else None, message if isinstance(message, int) else None)


class Chats:
    """Write into chats. Raises errors of the library; only those that cannot matter are dealt with here.

    ``moves`` is told the old and the new id of a group of which we learn that it has moved.
    """

    def __init__(self, bot: Line, pace: Pace, moves: Callable[[int, int], Awaitable[None]]) -> None:
        self._bot, self._pace, self._moves = bot, pace, moves
        self.username = ""
        self._moved: OrderedDict[int, int] = OrderedDict()

    async def put(self, where: Place, reply: Reply, over: int | None = None) -> int:
        """Show a reply, in the place of the message ``over`` if that can be; returns the message that holds it.

        A group that has become a supergroup is followed to its new id.
        """
        return await self._follow(where, lambda place, moved: self._put(place, reply, None if moved else over))

    async def prompt(self, where: Place, asks: str, says: str, user: object, name: str) -> int:
        """Ask for the line of text that goes behind what a tapped choice ``says``; in a group, of the one who tapped."""
        group = where.chat < 0
        text = prompt(asks, says)
        if group:
            text = f'<a href="tg://user?id={user}">{escape(name, quote=False) or "You"}</a>: {text}'
        force = ForceReply(selective=group, input_field_placeholder=placeholder(asks))
        return await self._follow(where, lambda place, _moved: self._send(place, text, plain(asks), force))

    async def pin(self, where: Place, message: int, before: int | None) -> bool:
        """Pin a message, once and without a sound, and unpin the one that was pinned before; False where we may not."""
        try:
            await self._paced(where, lambda: self._bot.pin_chat_message(where.chat, message, disable_notification=True))
        except (BadRequest, Forbidden):
            return False
        if before is not None and before != message:
            with suppress(BadRequest, Forbidden):  # it was unpinned or deleted by somebody
                await self._paced(where, lambda: self._bot.unpin_chat_message(where.chat, message_id=before))
        return True

    async def invite(self, where: Place, text: str, label: str, start: str) -> int:
        """Say something in a group, with a button that opens the private chat with us."""
        link = f"https://t.me/{self.username}?start={start}"
        button = InlineKeyboardMarkup([[InlineKeyboardButton(label, url=link)]]) if self.username else None
        return await self._follow(where, lambda place, _moved: self._send(place, html(text), plain(text), button))

    def moved(self, old: int, new: int) -> None:
        """Note that a group has another id now, for what is under way to the old one."""
        self._moved[old] = new
        if len(self._moved) > _MOVES:
            self._moved.popitem(last=False)

    def at(self, chat: int) -> int:
        """Tell the id that a chat has now."""
        return self._moved.get(chat, chat)

    async def _follow(self, where: Place, work: Callable[[Place, bool], Awaitable[T]]) -> T:
        for _ in range(3):
            chat = self.at(where.chat)
            # The numbers of messages and topics mean other things in the new chat.
            place = where if chat == where.chat else replace(where, chat=chat, thread=None, answers=None)
            try:
                return await work(place, chat != where.chat)
            except ChatMigrated as error:
                await self._moves(chat, error.new_chat_id)
        raise DeliveryFailed("the group moves on and on")

    async def _put(self, where: Place, reply: Reply, over: int | None) -> int:
        if reply.picture or reply.file:
            return await self._put_media(where, reply)
        parts = pieces(reply.text)
        last = len(parts) - 1
        message = 0
        for number, part in enumerate(parts):
            choices = reply.choices if number == last else ()
            calls = called(reply.calls) if number == 0 and reply.calls else ""
            text, markup = hidden(choices, self.username) + calls + folded(part), keyboard(choices)
            if number == 0 and over is not None and await self._edit(where, over, text, markup):
                message = over
            else:
                message = await self._send(where, text, plain(part), markup)
        return message

    async def _put_media(self, where: Place, reply: Reply) -> int:
        """Show a picture or a file with the text under it; where that is too long, the text follows."""
        text, markup = reply.text, keyboard(reply.choices)
        alt = f"Picture: {reply.picture.alt}" if reply.picture and reply.picture.alt not in text else ""
        whole = f"{plain(text)}\n\n{alt}" if alt else plain(text)
        fits = units(whole) <= LONGEST_CAPTION - _CAPTION_MARGIN
        below = f"\n\n<i>{escape(alt, quote=False)}</i>" if alt else ""
        if fits:
            caption = hidden(reply.choices, self.username) + html(text) + below
        else:
            caption = escape(pieces(alt, LONGEST_CAPTION)[0], quote=False) if alt else ""
        message = await self._send_media(where, reply, caption, markup if fits else None)
        return message if fits else await self._put(where, replace(reply, picture=None, file=None), None)

    async def _send_media(self, where: Place, reply: Reply, caption: str, markup: InlineKeyboardMarkup | None) -> int:
        usual = self._usual(where) | {"caption": caption or None, "parse_mode": ParseMode.HTML, "reply_markup": markup}

        async def send() -> Message:
            if reply.picture:
                name = f"picture.{reply.picture.media_type.rpartition('/')[2]}"
                return await self._bot.send_photo(where.chat, reply.picture.body, filename=name, **usual)
            assert reply.file is not None  # one of the two is there
            return await self._bot.send_document(where.chat, reply.file.body, filename=reply.file.name, **usual)

        return (await self._paced(where, send)).message_id

    async def _send(self, where: Place, text: str, bare: str, markup: InlineKeyboardMarkup | ForceReply | None) -> int:
        """Send a message; one that Telegram cannot take is sent once more with nothing but its words."""

        async def rich() -> int:
            usual = self._usual(where) | {"parse_mode": ParseMode.HTML, "reply_markup": markup}
            return await self._bot.write("sendMessage", chat_id=where.chat, text=text, link_preview_options=_NO_PREVIEW, **usual)

        async def words() -> int:
            return await self._bot.write("sendMessage", chat_id=where.chat, text=bare, link_preview_options=_NO_PREVIEW)

        try:
            return await self._paced(where, rich)
        except BadRequest as error:
            if gone(error):
                raise
            log.error("a message was refused as it was", extra={"action": "message_refused", "platform": "telegram"})
        return await self._paced(where, words)

    async def _edit(self, where: Place, message: int, text: str, markup: InlineKeyboardMarkup | None) -> bool:
        """Change a message; False where it can no longer be changed."""
        said = {"chat_id": where.chat, "message_id": message, "text": text, "reply_markup": markup}
        said |= {"parse_mode": ParseMode.HTML, "link_preview_options": _NO_PREVIEW}
        try:
            await self._paced(where, lambda: self._bot.write("editMessageText", **said))
        except BadRequest as error:
            if gone(error):
                raise
            return _SAME in error.message.lower()
        except NetworkError as error:  # whether it was obeyed is all the same: done once more it changes nothing
            raise DeliveryFailed("an edit had no answer") from error
        return True

    def _usual(self, where: Place) -> dict[str, Any]:
        """Name what all kinds of messages have in common."""
        answers = ReplyParameters(where.answers, allow_sending_without_reply=True) if where.answers else None
        return {"message_thread_id": where.thread, "reply_parameters": answers}

    async def _paced(self, where: Place, request: Callable[[], Awaitable[T]]) -> T:
        await self._pace.turn(where.chat, push=where.push)
        try:
            return await request()
        except FloodedError as error:
            self._pace.stop(where.chat, error.seconds)
            raise
