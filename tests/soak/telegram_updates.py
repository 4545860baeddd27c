"""Updates of every shape that the description of the Bot API allows, and some that it does not; seeded.

Values are made by the description itself, so a field that it gains is there the next time it is read. What decides whether
an update is for us (who, where, what was tapped) is then set from a small world of people and chats.
"""

import re
from dataclasses import dataclass
from random import Random

from tests.soak.texts import LANGUAGES, Texts
from tests.telegram_people import BOT, Seen

PEOPLE = 40
GROUPS = (-1001001, -1001002, -4003)
CHANNEL = -1009001
FIRST_PERSON = 6000

_MOVES = {-4003: -1004003}
"""A group that becomes a supergroup now and then: what is said to the old one is answered in the new one."""

_FOR_US = re.compile(r"/(?:(?:code|check|faq|help|quiz|progress|settings|daily)|\w+@TutorBot)(?!\S)", re.IGNORECASE)
_QUOTED = re.compile(r'["“]([\w@#$]+)["”]')
_FIXED = frozenset(
    "type status source point codec currency state reason origin rarity chat_type transaction_type align valign style last_resale_currency".split()
)
_LARGEST = 2**52 - 1
CONTENT = (
    "animation", "audio", "document", "live_photo", "paid_media", "photo", "sticker", "story", "video", "video_note", "voice", "checklist",
    "contact", "dice", "game", "poll", "venue", "location", "rich_message",
)  # fmt: skip
"""What a person can send instead of a text."""

KINDS = {
    "message": 40, "callback_query": 25, "inline_query": 8, "my_chat_member": 6, "edited_message": 4, "channel_post": 2, "edited_channel_post": 1,
    "business_connection": 1, "business_message": 1, "edited_business_message": 1, "deleted_business_messages": 1, "guest_message": 1,
    "message_reaction": 1, "message_reaction_count": 1, "chosen_inline_result": 1, "shipping_query": 1, "pre_checkout_query": 1,
    "purchased_paid_media": 1, "poll": 1, "poll_answer": 1, "chat_member": 1, "chat_join_request": 1, "chat_boost": 1, "removed_chat_boost": 1,
    "managed_bot": 1,
}  # fmt: skip


@dataclass(slots=True)
class Made:
    """One update. ``broken``: Telegram would never send it. ``again``: it is delivered once more."""

    raw: dict
    kind: str
    broken: bool = False
    again: bool = False


def wanted(update: dict) -> tuple[tuple[int, ...], str]:
    """Say in one of which chats an answer must appear, as Telegram's users know it; and what makes it one with other updates."""
    if (tap := update.get("callback_query")) is not None:
        if "message" not in tap or "data" not in tap:
            return (), ""
        chat, person = tap["message"]["chat"]["id"], tap["from"]["id"]
        if chat < 0 and not tap["data"].startswith(("/", "?")):
            return (), ""  # none of ours; that it stops spinning is enough
        return (chat, _MOVES.get(chat, chat), person), f"prompt {chat} {person}" if tap["data"].startswith("?") else ""
    message = update.get("message")
    sender = message.get("from") if message else None
    if message is None or sender is None or message["chat"]["type"] == "channel" or message.get("is_automatic_forward"):
        return (), ""
    if message.get("via_bot", {}).get("id") == BOT["id"] or (sender["is_bot"] and "sender_chat" not in message):
        return (), ""
    chat, text = message["chat"]["id"], message.get("text", "")
    if message["chat"]["type"] == "private":
        if "successful_payment" in message or not ("text" in message or any(message.get(name, []) != [] for name in CONTENT)):
            return (), ""
        return (chat,), f"album {chat} {message['media_group_id']}" if "media_group_id" in message and not text else ""
    for_us = _FOR_US.match(text) or (not text.startswith("/") and text and _is_ours(message.get("reply_to_message")))
    return ((chat, _MOVES.get(chat, chat), sender["id"]), "") if for_us else ((), "")


def _is_ours(before: dict | None) -> bool:
    return before is not None and before.get("from", {}).get("id") == BOT["id"]


class Values:
    """Make values of the types that the description names."""

    def __init__(self, api: dict, texts: Texts) -> None:
        self.types, self.texts, self.chance = api["types"], texts, texts.chance

    def of(self, kind: str, depth: int = 0) -> object:
        """Make a value of a type."""
        chance = self.chance
        if kind.startswith("Array of "):
            return [self.of(kind.removeprefix("Array of "), depth + 1) for _ in range(chance.choice((0, 1, 1, 2, 3)))]
        if kind == "String":
            return self.texts.any()[:300]
        if kind == "Integer":
            return chance.choice((0, 1, 2, 5, 100, 2**31 - 1, chance.randrange(10**9)))
        if kind == "Boolean":
            return chance.random() < 0.5
        if kind == "Float":
            return chance.choice((0.0, -180.0, 90.0, 1e-9, chance.uniform(-90, 90)))
        if kind == "User":
            return self.user(self.person())
        if kind == "Chat":
            return self.chat(chance.choice((self.person(), *GROUPS, CHANNEL)))
        described = self.types[kind]
        if "subtypes" in described:
            return self.of(self.simplest(described["subtypes"]) if depth > 3 else chance.choice(described["subtypes"]), depth + 1)
        return self.fields(kind, depth)

    def simplest(self, kinds: list[str]) -> str:
        """Choose the one that asks for least, so that nesting ends."""
        return min(kinds, key=lambda kind: sum(one["required"] for one in self.types.get(kind, {}).get("fields", ())))

    def fields(self, kind: str, depth: int = 0, **given: object) -> dict:
        """Make an object: what is given, what is required, and some of what is optional."""
        found = dict(given)
        share = (0.15, 0.12, 0.1, 0.05)[depth] if depth < 4 else 0.0
        for one in self.types[kind].get("fields", []):
            if one["name"] in found or not (one["required"] or self.chance.random() < share):
                continue
            found[one["name"]] = self.field(one, depth)
        return found

    def field(self, one: dict, depth: int) -> object:
        """Make the value of a field, of the words that its description names where it is one of those."""
        chance, name = self.chance, one["name"]
        words = _QUOTED.findall(one["description"]) if name in _FIXED else []
        if words:
            return chance.choice(words) if chance.random() < 0.95 else "something_new"
        if name.endswith("date"):
            return chance.choice((0, 1, 1_763_900_000, 2**31 - 1))
        if name in ("first_name", "last_name", "title", "username"):
            return self.texts.name()
        return self.of(chance.choice(one["types"]), depth + 1)

    def person(self) -> int:
        """Choose somebody."""
        return FIRST_PERSON + self.chance.randrange(PEOPLE)

    def user(self, number: int) -> dict:
        """Write somebody as Telegram does."""
        found = {"id": number, "is_bot": False, "first_name": self.texts.name()}
        if self.chance.random() < 0.4:
            found["language_code"] = self.chance.choice(LANGUAGES)
        if self.chance.random() < 0.2:
            found |= {"last_name": self.texts.name(), "username": self.texts.name(), "is_premium": True}
        return found

    def chat(self, number: int) -> dict:
        """Write a chat as Telegram does."""
        if number > 0:
            return {"id": number, "type": "private", "first_name": self.texts.name()}
        kind = "channel" if number == CHANNEL else "group" if number > -10_000 else "supergroup"
        found = {"id": number, "type": kind, "title": self.texts.name()}
        return found | ({"is_forum": True} if self.chance.random() < 0.3 else {})


class Updates:
    """Make updates. ``seen`` tells what stands in a chat, so that real buttons are tapped and real messages answered."""

    def __init__(self, api: dict, chance: Random, seen: dict[int, list[Seen]], now: object) -> None:
        self.texts = Texts(chance)
        self.values, self.chance, self.seen, self.now = Values(api, self.texts), chance, seen, now
        self.number = 700_000_000
        self._names = tuple(KINDS)
        self._weights = tuple(KINDS.values())

    def next(self) -> Made:
        """Make one update."""
        kind = self.chance.choices(self._names, self._weights)[0]
        made = getattr(self, kind, self._other)(kind)
        self.number += self.chance.choice((1, 1, 1, 2, 50))
        made.raw = {"update_id": self.number, **made.raw}
        if self.chance.random() < 0.02:
            made = self.broke(made)
        return made

    # What may be for us

    def message(self, kind: str) -> Made:
        chance = self.chance
        person = self.values.person()
        if chance.random() < 0.01:
            old, new = next(iter(_MOVES.items()))
            notice = (
                {"chat": self.values.chat(old), "migrate_to_chat_id": new},
                {"chat": self.values.chat(new), "migrate_from_chat_id": old},
            )
            return Made(
                {kind: {"message_id": 9, "date": int(self.now().timestamp()), "from": self.values.user(person)} | chance.choice(notice)},
                kind,
            )
        chat = chance.choice((person, person, *GROUPS[: chance.randint(1, 3)])) if chance.random() < 0.95 else CHANNEL
        raw = {"message_id": chance.choice((1, 7, 1000 + chance.randrange(10**6), 2**31 - 1)), "date": int(self.now().timestamp())}
        raw |= {"chat": self.values.chat(chat), "from": self.values.user(person)}
        what = chance.random()
        if what < 0.62:
            text = self.texts.any()
            if chat < 0 and chance.random() < 0.3:
                text = chance.choice(
                    ("/code@TutorBot E11.9", "/help@tutorbot", "/faq pass", "/check E11.9", "/progress", "/quiz 3", "/settings")
                )
            raw["text"] = text
            if text.startswith("/"):
                raw["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text.split()[0]) if text.split() else 1}]
        elif what < 0.82:
            name = chance.choice(CONTENT)
            raw[name] = self.values.field(self._described("Message", name), 1)
            if raw[name] == []:
                raw[name] = [self.values.of(self._described("Message", name)["types"][0].removeprefix("Array of "), 2)]
            if chance.random() < 0.3:
                raw["caption"] = self.texts.any()[:1024]
            if chance.random() < 0.2:
                raw["media_group_id"] = chance.choice(("album1", "album2", "1" * 18))
        elif what < 0.92:
            service = chance.choice([one for one in self.values.types["Message"]["fields"] if not one["required"]])
            if service["name"] not in (*CONTENT, "from", "migrate_to_chat_id", "migrate_from_chat_id", "text", "sender_chat", "via_bot"):
                raw[service["name"]] = self.values.field(service, 1)
        else:
            raw = self.values.fields("Message", 0, **raw)
            for name in ("migrate_to_chat_id", "migrate_from_chat_id"):
                raw.pop(name, None)
        self._about(raw, chat)
        return Made({kind: raw}, kind)

    def _about(self, raw: dict, chat: int) -> None:
        """Add what a message may stand in: an answer to another, a topic, somebody's behalf."""
        chance = self.chance
        ours = [one for one in self.seen.get(chat, ()) if one.by == "bot"]
        if ours and chance.random() < 0.25:
            one = chance.choice(ours[-5:])
            raw["reply_to_message"] = self.written(chat, one)
        elif chance.random() < 0.05:
            raw["reply_to_message"] = self.values.fields("Message", 2)
        if chat < 0 and chance.random() < 0.2:
            raw |= {"message_thread_id": chance.choice((1, 7, 2**31 - 1)), "is_topic_message": chance.random() < 0.7}
        if chat < 0 and chance.random() < 0.1:
            raw["sender_chat"] = self.values.chat(chance.choice((chat, CHANNEL)))
            raw["from"] = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
        if chance.random() < 0.03:
            raw["from"] = {"id": chance.choice((BOT["id"], 777000)), "is_bot": True, "first_name": "Some bot"}
        if chance.random() < 0.03:
            raw["via_bot"] = chance.choice((BOT, {"id": 99, "is_bot": True, "first_name": "Other"}))
        if chance.random() < 0.02:
            raw.pop("from", None)

    def callback_query(self, kind: str) -> Made:
        chance = self.chance
        person = self.values.person()
        chat = chance.choice((person, person, person, *GROUPS))
        shown = [one for one in self.seen.get(chat, ()) if one.markup.get("inline_keyboard")]
        one = chance.choice(shown[-6:]) if shown else None
        data = self._tapped(one)
        raw = {"id": f"tap{self.number}-{chance.randrange(10**9)}", "from": self.values.user(person), "chat_instance": "1"}
        what = chance.random()
        if what < 0.75 and one is not None:
            raw["message"] = self.written(chat, one)
        elif what < 0.9:
            raw["message"] = {"chat": self.values.chat(chat), "message_id": one.id if one else 5, "date": 0}
        elif what < 0.95:
            raw["inline_message_id"] = "AAAA"
        if chance.random() < 0.95:
            raw["data"] = data
        else:
            raw["game_short_name"] = "chess"
        return Made({kind: raw}, kind)

    def _tapped(self, one: Seen | None) -> str:
        """Choose what a tap carries: a button that is there, one of somebody else, an old one, a garbled one, anything."""
        chance = self.chance
        buttons = [button for row in one.markup["inline_keyboard"] for button in row] if one else []
        there = [button["callback_data"] for button in buttons if "callback_data" in button]
        what = chance.random()
        if what < 0.4 and there:
            return chance.choice(there)
        if what < 0.6:
            others = [shown for number in list(self.seen) for shown in self.seen[number][-2:] if shown.markup.get("inline_keyboard")]
            found = [button.get("callback_data", "") for other in others[-20:] for row in other.markup["inline_keyboard"] for button in row]
            found = [data for data in found if data]
            if found:
                return chance.choice(found)
        if what < 0.75:
            return chance.choice(
                (
                    "?code",
                    "?settings exam",
                    "?report anes-0001 other",
                    "?link",
                    "?",
                    "??",
                    "/quiz",
                    "/forget no",
                    "/next 1",
                    "/answer 1 1 B",
                )
            )
        if what < 0.9 and there:
            return self.texts.garbled(chance.choice(there))
        return self.texts.any()[: chance.choice((1, 64, 300))]

    def inline_query(self, kind: str) -> Made:
        raw = {
            "id": f"q{self.number}-{self.chance.randrange(10**9)}",
            "from": self.values.user(self.values.person()),
            "query": self.texts.any()[:256],
        }
        raw["offset"] = self.chance.choice(("", "12", "\x00", "x" * 64))
        return Made({kind: self.values.fields("InlineQuery", 1, **raw)}, kind)

    def my_chat_member(self, kind: str) -> Made:
        chance = self.chance
        chat = chance.choice((self.values.person(), *GROUPS, CHANNEL))
        person = chat if chat > 0 else self.values.person()
        raw = {"chat": self.values.chat(chat), "from": self.values.user(person), "date": int(self.now().timestamp())}
        for name in ("old_chat_member", "new_chat_member"):
            member = chance.choice(self.values.types["ChatMember"]["subtypes"])
            raw[name] = self.values.fields(member, 1, user=BOT)
        return Made({kind: self.values.fields("ChatMemberUpdated", 1, **raw)}, kind)

    # What never is

    def _other(self, kind: str) -> Made:
        (type_,) = self._described("Update", kind)["types"]
        raw = self.values.of(type_, 0)
        if type_ == "Message":
            raw |= {"text": self.texts.any()}
            raw = {name: value for name, value in raw.items() if not name.startswith("migrate")}
        return Made({kind: raw}, kind)

    def broke(self, made: Made) -> Made:
        """Make what Telegram would never send: a field of another type, or one less."""
        part = made.raw[made.kind]
        name = self.chance.choice(list(part))
        if name == "id":
            return made
        if self.chance.random() < 0.5:
            del part[name]
        else:
            part[name] = self.chance.choice((None, 5, -1, "text", [], {}, [[]], True, 1e300))
        return Made(made.raw, made.kind, broken=True)

    def written(self, chat: int, one: Seen) -> dict:
        """Write a message as Telegram hands it back."""
        found = {"message_id": one.id, "date": int(self.now().timestamp()), "chat": self.values.chat(chat)}
        found["from"] = BOT if one.by == "bot" else self.values.user(self.values.person())
        if one.kind == "text":
            found |= {"text": one.raw, "entities": one.entities}
        else:
            found |= {"caption": one.raw, "document": {"file_id": "d", "file_unique_id": "d"}}
        if "inline_keyboard" in one.markup:
            found["reply_markup"] = one.markup
        return found

    def _described(self, kind: str, name: str) -> dict:
        return next(one for one in self.values.types[kind]["fields"] if one["name"] == name)
