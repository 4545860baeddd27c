"""What Telegram tells: one update in, one event out; nothing is asked or sent here."""

import re
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any, TypeGuard

from telegram import CallbackQuery, Chat, ChatMemberUpdated, Message, Update, User
from telegram.constants import ChatMemberStatus, ChatType, MessageAttachmentType, MessageEntityType

from adapters.telegram_keyboard import UNKNOWN, asked, prompted, question
from bot.chat import Incoming, Person, Sender

PLATFORM = "telegram"
_COMMAND = re.compile(r"/(\w+)(?:@(\w+))?(?!\S)")
GROUPS = (ChatType.GROUP, ChatType.SUPERGROUP)
_OUT = (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)
_IN = (ChatMemberStatus.MEMBER, ChatMemberStatus.ADMINISTRATOR)
_CONTENT = frozenset((*MessageAttachmentType, "checklist", "live_photo", "rich_message", "video_note"))
"""What people send instead of a text; the library does not know all of it yet, but hands it on."""


@dataclass(frozen=True, slots=True)
class Search:
    """Somebody types after the bot's name, in any chat."""

    id: str
    user: int
    words: str


@dataclass(frozen=True, slots=True)
class Joined:
    """We were added to a group, or may write there again."""

    chat: int


@dataclass(frozen=True, slots=True)
class Blocked:
    """Somebody blocked us."""

    user: int


@dataclass(frozen=True, slots=True)
class Moved:
    """A group became a supergroup, under another id."""

    old: int
    new: int


Event = Incoming | Search | Joined | Blocked | Moved


def read(update: Update, me: User, commands: frozenset[str], now: datetime) -> Event | None:
    """Read an update; None for what is not for us. ``commands`` are the names that we know."""
    if update.message:
        return _message(update.message, str(update.update_id), me, commands)
    if update.callback_query:
        return _tap(update.callback_query, str(update.update_id), now)
    if update.inline_query:
        query = update.inline_query
        said: object = query.query
        return Search(query.id, query.from_user.id, said) if isinstance(said, str) else None
    if update.my_chat_member:
        return _membership(update.my_chat_member)
    return None


def whole(value: Any) -> Any:  # noqa: ANN401  # JSON, in and out
    r"""Mend texts in what came in: half of a character, which JSON can hold, could be neither kept nor sent.

    >>> whole({"text": "a\ud83d", "list": ["\ud83d\ude00", 5]}) == {"text": "a\ufffd", "list": ["\U0001f600", 5]}
    True
    """
    if isinstance(value, str):
        return value if value.isascii() else value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if isinstance(value, dict):
        return {name: whole(part) for name, part in value.items()}
    return [whole(part) for part in value] if isinstance(value, list) else value


def _message(message: Message, update: str, me: User, commands: frozenset[str]) -> Incoming | Moved | None:
    if (moved := _moved(message)) is not None:
        return moved
    user = message.from_user
    if user is None or message.is_automatic_forward or (user.is_bot and message.sender_chat is None):
        return None
    if message.via_bot and message.via_bot.id == me.id:
        return None  # what somebody sent through our own inline mode
    if message.chat.type == ChatType.PRIVATE:
        text = _private(message, me)
    elif message.chat.type in GROUPS:
        text = _group(message, me, commands)
    else:
        text = None
    if text is None:
        return None
    if message.media_group_id and not text:
        # Ten pictures at once are one message; what names them is text of any kind and length.
        update = f"album:{message.chat.id}:{sha256(message.media_group_id.encode()).hexdigest()[:24]}"
    address = _address(message.chat, message.message_id, message)
    sender = _sender(user, message.chat, message.sender_chat, address)
    if message.sender_chat is not None:
        del address["user"]  # who writes in the name of a group cannot be written to
    whom = None
    if sender.room is not None and (message.text or "").startswith("/"):
        whom, text = _whom(message, text)
    return Incoming(sender, text, message.date, update, address, whom)


def _whom(message: Message, text: str) -> tuple[Person | None, str]:
    """Find whom a command names: who is mentioned without an @, whose mention is then taken out of the text, else whom it replies to."""
    for entity, name in message.parse_entities([MessageEntityType.TEXT_MENTION]).items():
        if entity.user is not None:
            return _person(entity.user), " ".join(text.replace(name, " ", 1).split())
    before = message.reply_to_message
    if before is None or before.from_user is None or before.from_user.is_bot or before.sender_chat is not None:
        return None, text
    return (None if before.forum_topic_created else _person(before.from_user)), text  # all in a topic replies to what opened it


def _person(user: User) -> Person:
    return Person(str(user.id), user.full_name, user.is_bot)


def _moved(message: Message) -> Moved | None:
    """Read that a group has another id now, as the old one or the new one tells it. What is no id of a group would be kept for ever."""
    here, to, since = message.chat.id, message.migrate_to_chat_id, message.migrate_from_chat_id
    old, new = (here, to) if to else (since, here)
    return Moved(old, new) if _is_group(old) and _is_group(new) else None


def _is_group(number: int | None) -> TypeGuard[int]:
    return type(number) is int and number < 0  # the library looks at no type


def _text(message: Message) -> str | None:
    """Give the text of a message; None where there is none, or something else in its place."""
    return message.text if isinstance(message.text, str) else None  # the library looks at no type


def _private(message: Message, me: User) -> str | None:
    """Read a private message; "" where there is something in it but no text, None for notices of Telegram's own."""
    text = _text(message)
    if text is None:
        return None if message.successful_payment or not _CONTENT & message.to_dict().keys() else ""
    return _line(message, text, me) or text


def _group(message: Message, me: User, commands: frozenset[str]) -> str | None:
    """Read a message in a group: commands that are for us, and replies to what we wrote."""
    text = _text(message)
    if text is None:
        return None
    if text.startswith("/"):
        command = _COMMAND.match(text)
        if command is None:
            return None
        ours = command[2].lower() == (me.username or "").lower() if command[2] else command[1].lower() in commands
        return text if ours else None
    line = _line(message, text, me)
    if line is None and _answered(message, me) is not None:
        return f"/ask {text}"
    return line


def _line(message: Message, text: str, me: User) -> str | None:
    """Put the line that a prompt asked for behind its command."""
    before = _answered(message, me)
    says = prompted(_text(before) or "") if before and not text.startswith("/") else None
    return f"{says} {text}" if says else None


def _answered(message: Message, me: User) -> Message | None:
    """Find the message of ours that this one replies to."""
    before = message.reply_to_message
    return before if before and before.from_user and before.from_user.id == me.id else None


def _tap(query: CallbackQuery, update: str, now: datetime) -> Incoming | None:
    message = query.message
    if message is None or not isinstance(query.data, str) or message.chat.type not in (ChatType.PRIVATE, *GROUPS):
        return None
    # One too old to be read has the date 0, and the library makes an empty message of it.
    whole = message if isinstance(message, Message) and message.date.timestamp() > 0 else None
    address = _address(message.chat, message.message_id, whole)
    address |= {"user": query.from_user.id, "tap": query.id}
    if whole is None or whole.text is not None:
        address["over"] = message.message_id  # also one too old to be read may still be edited
    says = asked(query.data)
    if says is not None:  # a line of text is asked for, to be put behind it
        address["asks"] = question(whole, query.data) if whole else UNKNOWN
    return Incoming(_sender(query.from_user, message.chat, None, address), query.data if says is None else says, now, update, address)


def _sender(user: User, chat: Chat, instead: Chat | None, address: dict[str, object]) -> Sender:
    """Name who speaks, and in which topic; ``instead`` is the group or channel in whose name a person writes."""
    room = None if chat.type == ChatType.PRIVATE else str(chat.id)
    thread = str(address["thread"]) if room and "thread" in address else None
    if instead is not None:
        return Sender(PLATFORM, str(instead.id), instead.title or "", room, manager=instead.id == chat.id, thread=thread)
    return Sender(PLATFORM, str(user.id), user.full_name, room, thread=thread, handle=user.username or "")


def _address(chat: Chat, message: int, whole: Message | None) -> dict[str, object]:
    """Write down where an answer goes; the message is replied to in groups only, where others may write in between."""
    address: dict[str, object] = {"chat": chat.id}
    if chat.type != ChatType.PRIVATE:
        address["message"] = message
    if whole is not None:
        if whole.from_user:
            address["user"] = whole.from_user.id
        if whole.is_topic_message and whole.message_thread_id:
            address["thread"] = whole.message_thread_id
    return address


def _membership(change: ChatMemberUpdated) -> Joined | Blocked | None:
    before, after = change.old_chat_member.status, change.new_chat_member.status
    if change.chat.type == ChatType.PRIVATE:
        return Blocked(change.from_user.id) if after == ChatMemberStatus.BANNED else None
    if change.chat.type in GROUPS and before in _OUT and after in _IN:
        return Joined(change.chat.id)
    return None
