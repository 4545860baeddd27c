"""People on a Telegram of our own, and what they see: chats, messages, buttons, with edits applied."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime

BOT = {"id": 123456, "is_bot": True, "first_name": "Tutor", "username": "TutorBot"}
_ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}


@dataclass
class Seen:
    """One message as people see it."""

    id: int
    by: str
    raw: str
    entities: list[dict] = field(default_factory=list)
    markup: dict = field(default_factory=dict)
    kind: str = "text"
    name: str = ""
    body: bytes = b""
    answers: int | None = None
    thread: int | None = None
    edits: int = 0
    changed: int = 0
    buried: bool = False

    @property
    def text(self) -> str:
        return self.raw.replace("\u200b", "")

    @property
    def rows(self) -> list[list[str]]:
        return [[button["text"] for button in row] for row in self.markup.get("inline_keyboard", [])]

    @property
    def labels(self) -> list[str]:
        return [label for row in self.rows for label in row]

    @property
    def asks(self) -> bool:
        return bool(self.markup.get("force_reply"))

    def bold(self) -> list[str]:
        return self._of("bold")

    def code(self) -> list[str]:
        return self._of("code")

    def _of(self, kind: str) -> list[str]:
        raw = self.raw.encode("utf-16-le")
        return [
            raw[2 * one["offset"] : 2 * (one["offset"] + one["length"])].decode("utf-16-le") for one in self.entities if one["type"] == kind
        ]


class People:
    """Chats and who is in them. Whoever carries updates to the bot gives :meth:`push`, :meth:`until` and :meth:`settled`.

    ``now`` is the time of messages.
    """

    def __init__(self, now: Callable[[], datetime]) -> None:
        self.now = now
        self.people: dict[str, int] = {}
        self.handles: dict[str, str] = {}
        self.groups: dict[str, int] = {}
        self.chats: dict[int, list[Seen]] = {}
        self.managers: dict[int, set[str]] = {}
        self.forums: set[int] = set()
        self.started: set[int] = set()
        self.blocked: set[int] = set()
        self.moved: dict[int, int] = {}
        self.spinning: set[str] = set()
        self.whispered: dict[str, str] = {}
        self.inline: dict[str, dict] = {}
        self._message = 0
        self._tick = 0

    push: Callable[[dict], int]
    until: Callable[[Callable[[], object]], Awaitable[None]]
    settled: Callable[[], Awaitable[None]]

    def person(self, name: str) -> int:
        """Find or make a person; their id is that of their private chat."""
        if name not in self.people:
            self.people[name] = 5000 + len(self.people)
            self.chats[self.people[name]] = []
        return self.people[name]

    def group(self, name: str, *, managers: tuple[str, ...] = (), forum: bool = False) -> int:
        """Find or make a group that we are a member of."""
        if name not in self.groups:
            self.groups[name] = -1001000 - len(self.groups)
            self.chats[self.groups[name]] = []
            self.managers[self.groups[name]] = set(managers)
            if forum:
                self.forums.add(self.groups[name])
        return self.groups[name]

    def sees(self, chat: str) -> list[Seen]:
        """List what is to be seen in a chat, in order."""
        return self.chats[self._chat(chat)]

    async def says(
        self, chat: str, text: str, *, by: str | None = None, to: Seen | None = None, thread: int | None = None, names: str | None = None
    ) -> list[Seen]:
        """Say something in a private chat (named by its person) or a group; returns what we answered there.

        ``names`` is somebody without a name of their own with an @, whose first name in the text is a mention.
        """
        content: dict = {"text": text}
        if names:
            first = names.capitalize()
            content["entities"] = [{"type": "text_mention", "offset": text.index(first), "length": len(first), "user": self._user(names)}]
        return await self._answers(chat, lambda: self.push({"message": self.message(chat, by, content, to=to, thread=thread)}))

    async def taps(self, chat: str, label: str, *, by: str | None = None, line: str = "") -> list[Seen]:
        """Tap the button that begins with ``label``, the lowest one; where it asks, ``line`` is typed."""
        message, button = self.button(chat, label)
        found = await self._answers(chat, lambda: self.tap(chat, message, button["callback_data"], by=by))
        assert not self.spinning, "a tap was not answered"
        if line:
            assert found, f"{label} asked nothing"
            assert found[-1].asks, f"{label} asked nothing"
            return await self.says(chat, line, by=by, to=found[-1])
        return found

    async def types(self, name: str, words: str) -> dict:
        """Type after the bot's name; returns what is offered: ``results`` and ``button``."""
        query = f"inline{self._next()}"
        self.push({"inline_query": {"id": query, "from": self._user(name), "query": words, "offset": ""}})
        await self.until(lambda: query in self.inline)
        return self.inline[query]

    def button(self, chat: str, label: str) -> tuple[Seen, dict]:
        for message in reversed(self.sees(chat)):
            for button in (button for row in message.markup.get("inline_keyboard", []) for button in row):
                if button["text"].startswith(label):
                    return message, button
        raise AssertionError(f"{label!r} was not offered, but {[message.labels for message in self.sees(chat)][-3:]}")

    def tap(self, chat: str, message: Seen, data: str, *, by: str | None = None) -> int:
        """Send a tap without waiting for anything."""
        query = f"tap{self._next()}"
        self.spinning.add(query)
        where = self._chat_json(self._chat(chat))
        shown = {"chat": where, "message_id": message.id, "date": 0} if message.buried else self._json(self._chat(chat), message)
        return self.push(
            {"callback_query": {"id": query, "from": self._user(by or chat), "chat_instance": "1", "data": data, "message": shown}}
        )

    def message(self, chat: str, by: str | None, content: dict, *, to: Seen | None = None, thread: int | None = None) -> dict:
        """Write a message of a person into a chat; returns it as an update would hold it."""
        number = self._chat(chat)
        if number > 0:
            self.started.add(number)
        seen = Seen(self._next(), by or chat, content.get("text", ""), kind="text" if "text" in content else "other", thread=thread)
        seen.changed = self._tick
        self.chats[number].append(seen)
        found = {"message_id": seen.id, "date": int(self.now().timestamp()), "chat": self._chat_json(number), **content}
        found["from"] = self._user(by or chat)
        if (by or chat) == "anonymous":
            found |= {"from": _ANONYMOUS, "sender_chat": self._chat_json(number)}
        if to is not None:
            found["reply_to_message"] = self._json(number, to)
        if thread is not None:
            found |= {"message_thread_id": thread, "is_topic_message": True}
        return found

    def blocks(self, name: str) -> None:
        """Block us, of which Telegram tells."""
        self.blocked.add(self.person(name))
        self.push({"my_chat_member": self._membership(self.person(name), name, "member", {"status": "kicked", "until_date": 0})})

    def adds(self, group: str, by: str) -> None:
        """Add us to a group."""
        self.push({"my_chat_member": self._membership(self.group(group), by, "left", {"status": "member"})})

    def migrates(self, group: str) -> int:
        """Turn a group into a supergroup; only the service message tells, later, if anybody pushes it."""
        old = self.groups[group]
        new = self.groups[group] = old - 500_000
        self.moved[old] = new
        self.chats[new] = []
        self.managers[new] = self.managers[old]
        return new

    async def _answers(self, chat: str, act: Callable[[], object]) -> list[Seen]:
        self._tick += 1
        act()
        await self.settled()
        return [seen for seen in self.sees(chat) if seen.by == "bot" and seen.changed == self._tick]

    # How Telegram writes things

    def _next(self) -> int:
        self._message += 1
        return self._message

    def _chat(self, name: str) -> int:
        return self.groups[name] if name in self.groups else self.person(name)

    def _user(self, name: str) -> dict:
        handle = {"username": self.handles[name]} if name in self.handles else {}
        return {"id": self.person(name), "is_bot": False, "first_name": name.capitalize(), "language_code": "en", **handle}

    def _chat_json(self, chat: int) -> dict:
        if chat > 0:
            return {
                "id": chat,
                "type": "private",
                "first_name": next(name for name, number in self.people.items() if number == chat).capitalize(),
            }
        return {"id": chat, "type": "supergroup", "title": "Study group", "is_forum": chat in self.forums}

    def _membership(self, chat: int, by: str, before: str, after: dict) -> dict:
        old = {"status": before, "user": BOT}
        found = {
            "chat": self._chat_json(chat),
            "date": int(self.now().timestamp()),
            "old_chat_member": old,
            "new_chat_member": after | {"user": BOT},
        }
        return found | {"from": self._user(by)}

    def _json(self, chat: int, seen: Seen) -> dict:
        found = {"message_id": seen.id, "date": int(self.now().timestamp()), "chat": self._chat_json(chat)}
        found["from"] = BOT if seen.by == "bot" else self._user(seen.by)
        text = "text" if seen.kind == "text" else "caption"
        found |= {text: seen.raw, "entities" if text == "text" else "caption_entities": seen.entities} if seen.raw else {}
        if seen.kind == "photo":
            found["photo"] = [{"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}]
        if seen.kind == "document":
            found["document"] = {"file_id": "d", "file_unique_id": "d", "file_name": seen.name}
        if "inline_keyboard" in seen.markup:
            found["reply_markup"] = seen.markup
        if seen.thread is not None:
            found |= {"message_thread_id": seen.thread, "is_topic_message": True}
        return found
