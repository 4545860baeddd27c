"""Gateway events of every shape that Discord's description allows, and some that it does not; seeded.

The official description covers what is asked over HTTP, and with it users, members, messages, channels and components; how an
interaction holds them is written here, after the documentation of the gateway.
"""

from dataclasses import dataclass
from random import Random

from tests.discord_gateway import APPLICATION, ELSEWHERE, GROUP, SERVER, Gateway, _user
from tests.soak.texts import BROKEN, LANGUAGES, Texts

PEOPLE = 40
THREAD = "1150"
_PLACES = {
    SERVER: ("700", 0, 0), GROUP: (None, 3, 2), ELSEWHERE: ("750", 0, 0), THREAD: ("700", 11, 0), "1151": ("700", 2, 0), "1152": ("750", 99, 0),
}  # fmt: skip
"""Server, shape and context of a channel: text, group, one of a server that does not know us, a thread, a voice channel, one of the future."""

COMMAND, TAP, TYPING, FORM = 2, 3, 4, 5
KINDS = {"command": 28, "tap": 27, "typing": 15, "form": 10, "writes": 14, "aside": 8, "unknown": 2}


@dataclass(slots=True)
class Made:
    """One event. ``interaction`` is its kind, where it is one; ``broken``: Discord would never send it; ``again``: delivered once more."""

    event: str
    raw: dict
    kind: str
    broken: bool = False
    again: bool = False


class Values:
    """Make values of the schemas of the description."""

    def __init__(self, description: dict, texts: Texts) -> None:
        self.schemas, self.texts, self.chance = description["components"]["schemas"], texts, texts.chance
        self._last = 2 * 10**18

    def snowflake(self) -> str:
        self._last += self.chance.choice((1 << 22, 1 << 23))
        return str(self._last)

    def named(self, name: str, depth: int = 0, /, **given: object) -> dict:
        """Make an object of a named schema around what is given."""
        return self._object(self.schemas[name], depth, given)

    def of(self, schema: dict, depth: int = 0) -> object:
        """Make a value of a schema."""
        chance = self.chance
        if "$ref" in schema:
            return self.of(self.schemas[schema["$ref"].rpartition("/")[2]], depth)
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            return chance.choice(schema["enum"])
        for several in ("oneOf", "anyOf"):
            if several in schema:
                branches = schema[several]
                simple = [one for one in branches if one.get("type") == "null"] if depth > 3 else []
                return self.of(chance.choice(simple or branches), depth + 1)
        kind = schema.get("type")
        if isinstance(kind, list):
            kind = "null" if "null" in kind and (depth > 3 or chance.random() < 0.3) else next(one for one in kind if one != "null")
        if kind is None and "allOf" in schema:
            return self.of(schema["allOf"][0], depth)
        if kind == "object":
            return self._object(schema, depth, {})
        if kind == "array":
            most = 0 if depth > 3 else min(schema.get("maxItems", 3), 3)
            return [
                self.of(schema["items"], depth + 1)
                for _ in range(chance.randint(schema.get("minItems", 0), max(most, schema.get("minItems", 0))))
            ]
        return self._scalar(schema, kind)

    def _scalar(self, schema: dict, kind: str | None) -> object:
        chance = self.chance
        if kind == "string":
            match schema.get("format"):
                case "snowflake":
                    return self.snowflake()
                case "date-time":
                    return chance.choice(("2026-11-23T17:00:00+00:00", "2015-01-01T00:00:00.123000+00:00", "2038-01-19T03:14:07+00:00"))
                case "uri":
                    return "https://cdn.example/a/b.png?x=1"
            return self.texts.any()[: min(schema.get("maxLength", 200), 200)]
        if kind == "integer":
            least, most = schema.get("minimum", 0), schema.get("maximum", 2**31 - 1)
            return chance.choice((least, most, max(least, min(most, chance.randrange(100)))))
        if kind == "number":
            return chance.choice((0.0, 1.5, -1e9))
        if kind == "boolean":
            return chance.random() < 0.5
        return None

    def _object(self, schema: dict, depth: int, given: dict) -> dict:
        found = dict(given)
        required = set(schema.get("required", ()))
        share = (0.25, 0.15, 0.1, 0.0)[depth] if depth < 4 else 0.0
        for name, one in schema.get("properties", {}).items():
            if name not in found and (name in required or self.chance.random() < share):
                found[name] = self.of(one, depth + 1)
        if isinstance(schema.get("additionalProperties"), dict) and depth < 4:
            found |= {self.snowflake(): self.of(schema["additionalProperties"], depth + 1) for _ in range(self.chance.randint(0, 2))}
        return found


class Events:
    """Make events; the messages that stand on the ``gateway`` are tapped and answered."""

    def __init__(self, description: dict, chance: Random, gateway: Gateway) -> None:
        self.texts, self.chance, self.gateway = Texts(chance), chance, gateway
        self.values = Values(description, self.texts)
        self._names, self._weights = tuple(KINDS), tuple(KINDS.values())

    def next(self) -> Made:
        """Make one event."""
        kind = self.chance.choices(self._names, self._weights)[0]
        made = getattr(self, f"_{kind}")()
        return self._broke(made) if self.chance.random() < 0.02 else made

    def person(self) -> str:
        """Choose somebody."""
        return f"p{self.chance.randrange(PEOPLE)}"

    def user(self, name: str) -> dict:
        """Write somebody as Discord does."""
        found = self.values.named("UserResponse", 1, id=_user(name)["id"], username=self.texts.name()[:32], discriminator="0")
        found["global_name"] = self.chance.choice((None, self.texts.name()[:32]))
        return found | {"bot": False, "system": False}

    def interaction(
        self,
        kind: int,
        data: dict | None,
        *,
        channel: str | None = None,
        person: str | None = None,
        message: dict | None = None,
        plain: bool = False,
    ) -> dict:
        """Write an interaction as the gateway does; a ``plain`` one lacks nothing that is usually there."""
        chance, person = self.chance, person or self.person()
        channel = channel or (self.gateway.dm(person) if chance.random() < 0.55 else chance.choice(tuple(_PLACES)))
        server, shape, context = _PLACES.get(channel, (None, 1, 1))
        user = self.user(person)
        event = {
            "id": self.values.snowflake(),
            "application_id": APPLICATION,
            "type": kind,
            "token": f"aW{self.values.snowflake()}",
            "version": 1,
        }
        event |= {
            "channel_id": channel,
            "locale": chance.choice(LANGUAGES),
            "entitlements": [],
            "app_permissions": "0",
            "attachment_size_limit": 10**7,
        }
        event |= {"authorizing_integration_owners": {"1": user["id"]}, "context": context}
        event["channel"] = {"id": channel, "type": shape, "name": self.texts.name(), "position": 0, "parent_id": "701", "flags": 0}
        if shape == 11:
            event["channel"] |= self.values.named("ThreadResponse", 2, **event["channel"] | {"guild_id": server})
        if data is not None:
            event["data"] = data
        if server:
            member = self.values.named("GuildMemberResponse", 2, user=user, permissions=chance.choice(("0", "32", "8", str(2**50 - 1))))
            event |= {
                "guild_id": server,
                "guild": {"id": server, "locale": "en-US", "features": []},
                "member": member,
                "guild_locale": "en-US",
            }
        else:
            event["user"] = user
        if message is not None:
            event["message"] = message
        if chance.random() < 0.1:
            event["entitlements"] = [self.values.named("EntitlementResponse", 2, guild_id=None)]
        if not plain and chance.random() < 0.15:
            for name in chance.sample(("locale", "guild_locale", "context", "authorizing_integration_owners", "entitlements", "guild"), 2):
                event.pop(name, None)
        return event

    # What people do

    def _command(self) -> Made:
        chance = self.chance
        data = {"id": self.values.snowflake(), "name": chance.choice(self._commands()), "type": 1}
        if chance.random() < 0.12:
            data["name"] = chance.choice(("gone", "answer", "admin", "refused", "ask", "found", "quiz-old", "日本", "x" * 32))
        what = chance.random()
        if what < 0.85:
            data["options"] = self._options(data["name"])
        elif what < 0.92:  # of a context menu
            data |= {"type": chance.choice((2, 3)), "target_id": self.values.snowflake()}
            data["resolved"] = {"users": {data["target_id"]: self.user("p1")}, "messages": {data["target_id"]: self._message("p1")}}
        if chance.random() < 0.05:
            data["guild_id"] = "700"
        return Made("INTERACTION_CREATE", self.interaction(COMMAND, data), "command")

    def _commands(self) -> list[str]:
        return [one["name"] for one in self.gateway.commands]

    def _options(self, command: str, depth: int = 0) -> list[dict]:
        chance = self.chance
        declared = next((one.get("options", []) for one in self.gateway.commands if one["name"] == command), [])
        found = []
        for one in declared:
            if one.get("required") or chance.random() < 0.6:
                value = (
                    chance.randint(1, 50)
                    if one["type"] == 4
                    else chance.choice([c["value"] for c in one.get("choices", ())] or [self.texts.any()])
                )
                found.append({"name": one["name"], "type": one["type"], "value": value})
        if chance.random() < 0.3:  # of an earlier version of the commands, on a device that has not heard
            odd = {
                "name": chance.choice(("words", "codes", "area", "how_many", "something", "x" * 32)),
                "type": chance.choice((3, 4, 5, 6, 7, 8, 9, 10, 11)),
            }
            odd["value"] = chance.choice((self.texts.any(), 2**53 - 1, -1, 0.5, True, self.values.snowflake(), ""))
            found.insert(chance.randint(0, len(found)), odd)
        if depth < 2 and chance.random() < 0.05:
            found = [{"name": "part", "type": chance.choice((1, 2)), "options": self._options(command, depth + 1)}]
        return found

    def _typing(self) -> Made:
        chance = self.chance
        name = chance.choice((*self._commands(), "gone"))
        options = self._options(name)
        text = chance.choice((self.texts.any(), "e11.", "heart", "pass", "icd", "", "E", "a" * 100))
        focused = {
            "name": chance.choice(("words", "codes", "area", "name", "value", "gone")),
            "type": chance.choice((3, 3, 3, 4, 10)),
            "value": text,
        }
        options = [one for one in options if one["name"] != focused["name"]]
        if chance.random() < 0.95:
            options.insert(chance.randint(0, len(options)), focused | {"focused": True})
        data = {"id": self.values.snowflake(), "name": name, "type": 1, "options": options}
        return Made("INTERACTION_CREATE", self.interaction(TYPING, data), "typing")

    def _tap(self) -> Made:
        chance, person = self.chance, self.person()
        channel = self.gateway.dm(person) if chance.random() < 0.55 else chance.choice(tuple(_PLACES))
        shown = [one for one in list(self.gateway.messages.values())[-200:] if one["channel_id"] == channel and one["components"]]
        message = chance.choice(shown[-6:]) if shown else None
        custom_id, kind = self._tapped(message), 2
        if message is None or chance.random() < 0.15:  # one that is gone, or as another version of ours made it
            message = self._message("tutor", channel, custom_id)
        data = {"custom_id": custom_id, "component_type": kind}
        if chance.random() < 0.05:
            data |= {"component_type": chance.choice((3, 5, 6, 7, 8, 99)), "values": [self.texts.any()[:100]]}
        if chance.random() < 0.3:
            data["id"] = 7
        return Made("INTERACTION_CREATE", self.interaction(TAP, data, channel=channel, person=person, message=message), "tap")

    def _tapped(self, message: dict | None) -> str:
        chance = self.chance
        there = _ids(message["components"]) if message else []
        what = chance.random()
        if what < 0.5 and there:
            return chance.choice(there)
        if what < 0.65:
            others = [name for one in list(self.gateway.messages.values())[-30:] for name in _ids(one["components"])]
            if others:
                return chance.choice(others)
        if what < 0.8:
            return chance.choice(
                (
                    "t0:/answer 1 1 A",
                    "t999:/next 1",
                    "a0:/code |Which code?",
                    "a1:/report anes-0001 other |",
                    "t0:",
                    "a0:",
                    "t0:hello",
                    "a0:x",
                    "x",
                    "t3:/quiz",
                    "f:/code |",
                )
            )
        if what < 0.92 and there:
            return self.texts.garbled(chance.choice(there))[:100] or "x"
        return self.texts.any()[:100] or "x"

    def _form(self) -> Made:
        chance, person = self.chance, self.person()
        custom_id = chance.choice(
            (
                "f:/code |",
                "f:/settings exam |",
                "f:/settings hour |",
                "f:/report anes-0001 other |",
                "f:",
                "f:x",
                "gone",
                self.texts.any()[:100] or "x",
            )
        )
        field = {"type": 4, "id": 2, "custom_id": chance.choice(("line", "line", "line", "other")), "value": self.texts.any()[:1000]}
        what = chance.random()
        if what < 0.7:
            components: list = [{"type": 18, "id": 1, "component": field}]
        elif what < 0.85:  # as it was before labels
            components = [{"type": 1, "id": 1, "components": [field]}]
        elif what < 0.95:
            components = [
                {"type": 10, "id": 1},
                {"type": 18, "id": 3, "component": {"type": 19, "id": 4, "custom_id": "files", "values": []}},
            ]
        else:
            components = []
        channel = self.gateway.dm(person) if chance.random() < 0.55 else chance.choice(tuple(_PLACES))
        shown = [one for one in list(self.gateway.messages.values())[-200:] if one["channel_id"] == channel]
        message = chance.choice(shown[-6:]) if shown and chance.random() < 0.8 else None
        data = {"custom_id": custom_id, "components": components}
        return Made("INTERACTION_CREATE", self.interaction(FORM, data, channel=channel, person=person, message=message), "form")

    def _unknown(self) -> Made:
        kind = self.chance.choice((6, 7, 99))
        return Made("INTERACTION_CREATE", self.interaction(kind, self.chance.choice((None, {}, {"id": "5", "custom_id": "x"}))), "unknown")

    def _writes(self) -> Made:
        person = self.person()
        message = self._message(person, self.gateway.dm(person))
        message["content"] = self.texts.any()[: self.chance.choice((2000, 4000))]
        if self.chance.random() < 0.75:
            message["type"] = self.chance.choice((0, 0, 0, 19))
        if self.chance.random() < 0.06:
            message["author"] = message["author"] | {"bot": True}
        if self.chance.random() < 0.04:
            message |= {"guild_id": "700", "channel_id": SERVER, "content": ""}
            message["member"] = self.values.named("BasicGuildMemberResponse", 2)
        return Made("MESSAGE_CREATE", message, "writes")

    def _message(self, person: str, channel: str = SERVER, custom_id: str | None = None) -> dict:
        ours = person == "tutor"
        author = _user("tutor", bot=True) if ours else self.user(person)
        message = self.values.named("MessageResponse", 1, id=self.values.snowflake(), channel_id=channel, author=author)
        message["timestamp"] = "2026-11-23T17:00:00+00:00"
        message.pop("webhook_id", None)
        if custom_id is not None:
            button = {"type": 2, "id": 3, "style": 2, "label": self.texts.name()[:80], "custom_id": custom_id}
            message |= {
                "components": [{"type": 17, "id": 1, "components": [{"type": 1, "id": 2, "components": [button]}]}],
                "flags": 1 << 15,
            }
        return message

    # What else goes by

    def _aside(self) -> Made:
        chance = self.chance
        message = self._message(self.person())
        events = (
            ("MESSAGE_UPDATE", message | {"channel_id": self.gateway.dm(self.person())}),
            ("MESSAGE_DELETE", {"id": message["id"], "channel_id": message["channel_id"]}),
            ("MESSAGE_DELETE_BULK", {"ids": [message["id"]], "channel_id": SERVER, "guild_id": "700"}),
            ("TYPING_START", {"channel_id": self.gateway.dm("p1"), "user_id": _user("p1")["id"], "timestamp": 1_763_900_000}),
            ("CHANNEL_CREATE", self.values.named("GuildChannelResponse", 1, guild_id="700", type=0)),
            ("CHANNEL_PINS_UPDATE", {"channel_id": self.gateway.dm("p1"), "last_pin_timestamp": None}),
            ("THREAD_CREATE", self.values.named("ThreadResponse", 1, guild_id="700", parent_id="701")),
            ("GUILD_ROLE_CREATE", {"guild_id": "700", "role": self.values.named("GuildRoleResponse", 1)}),
            ("GUILD_DELETE", {"id": "799", "unavailable": True}),
            ("ENTITLEMENT_CREATE", self.values.named("EntitlementResponse", 1, guild_id=None)),
            ("APPLICATION_COMMAND_PERMISSIONS_UPDATE", {"id": "1", "application_id": APPLICATION, "guild_id": "700", "permissions": []}),
            (
                "MESSAGE_REACTION_ADD",
                {
                    "user_id": _user("p1")["id"],
                    "channel_id": SERVER,
                    "message_id": message["id"],
                    "emoji": {"id": None, "name": "😀"},
                    "type": 0,
                    "burst": False,
                },
            ),
            ("SOMETHING_NEW", {"of": "the future"}),
            ("USER_UPDATE", _user("tutor", bot=True)),
        )
        event, raw = chance.choice(events)
        return Made(event, raw, "aside")

    def _broke(self, made: Made) -> Made:
        """Make what Discord would never send: a field of another type, or one less."""
        name = self.chance.choice(list(made.raw))
        if name in ("id", "token", "type"):
            return made
        raw = dict(made.raw)
        if self.chance.random() < 0.5:
            del raw[name]
        else:
            raw[name] = self.chance.choice((None, 5, -1, "text", [], {}, [[]], True, 1e300, *BROKEN))
        return Made(made.event, raw, made.kind, broken=True)


def _ids(components: list[dict]) -> list[str]:
    """List the custom ids of buttons."""
    found = []
    for one in components:
        found += [one["custom_id"]] if one.get("type") == 2 and "custom_id" in one else []
        found += _ids(one.get("components", []))
    return found
