"""A Discord of our own on loopback, over real sockets: the gateway with heartbeat and RESUME, and what of REST we use.

Every request is held against Discord's own description as it comes in. Faults are injected by ``fail`` and ``cut``.
"""

import asyncio
import json
import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from aiohttp import WSMsgType, web

from tests.discord_spec import CALL, EPHEMERAL, RefusedError, Spec, plain, walk

APPLICATION, BOT = "900", "901"
SERVER, GROUP, ELSEWHERE, VOICE = "701", "702", "751", "752"
"""A channel of a server that has us, a group chat of people, and channels of a server that does not know us."""

_PLACES = {SERVER: ("700", 0, 0), GROUP: (None, 3, 2), ELSEWHERE: ("750", 0, 0), VOICE: ("750", 2, 0)}
"""Server, shape of the channel and context, as an interaction names them."""

TOKEN = "MTIz.a-bot.token-of-the-tests"
_LOADING = 1 << 7


@dataclass
class Call:
    """One request that came in."""

    method: str
    path: str
    body: dict | list | None
    headers: dict[str, str]
    status: int = 0


@dataclass
class Fault:
    """What happens to the requests that match, the next ``times``."""

    method: str
    path: re.Pattern
    status: int = 0
    body: dict = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    times: int = 1
    lost: bool = False
    """The request is carried out, but its answer never arrives."""


@dataclass
class Interaction:
    """One interaction and what became of it."""

    id: str
    token: str
    kind: int
    channel: str
    born: float
    source: str | None = None
    answered: int | None = None
    """The type of the first answer."""

    original: str | None = None
    data: dict = field(default_factory=dict)
    at: float = 0.0
    """When the first answer came, in seconds after the interaction."""

    event: dict = field(default_factory=dict)


class Gateway:
    """The server. ``seconds`` is its clock for what expires; tests move it."""

    def __init__(self, spec: Spec | None = None, heartbeat: float = 30.0) -> None:
        self.spec, self.heartbeat = spec, heartbeat
        self.seconds = 0.0
        self.processes: list = []
        """Who is connected, so that a test can see to it that nobody stays."""

        self.calls: list[Call] = []
        self.faults: list[Fault] = []
        self.refused: list[str] = []
        self.commands: list[dict] = []
        self.messages: dict[str, dict] = {}
        self.pinners: set[str] = set()
        self.pinned: list[str] = []
        self.threads: dict[str, str] = {}
        self.hidden_from_all_but: dict[str, str] = {}
        self.interactions: dict[str, Interaction] = {}
        self.dms: dict[str, str] = {}
        self.nonces: dict[tuple[str, str], str] = {}
        self.permissions = "0"
        """What the tutor may do in channels of servers, as an interaction names it."""

        self.token = TOKEN
        self.identifies = self.resumes = self.heartbeats = 0
        self.invalid_session = False
        self.closed_dms: set[str] = set()
        self._sockets: dict[str, web.WebSocketResponse] = {}
        self._packers: dict[str, Callable[[bytes], bytes]] = {}
        self._log: dict[str, list[tuple[int, str]]] = {}
        self._last = 1_000_000_000_000_000_000
        self._waiting: list[tuple[Callable[[], bool], asyncio.Future]] = []
        self._runner: web.AppRunner | None = None
        self.port = 0

    # Coming and going

    async def start(self, port: int = 0) -> "Gateway":
        app = web.Application(client_max_size=30 * 2**20)
        app.router.add_get("/", self._socket)
        app.router.add_route("*", "/api/v10/{path:.*}", self._rest)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", port)
        await site.start()
        self.port = self._runner.addresses[0][1]
        return self

    async def stop(self) -> None:
        await self.cut()
        await self._runner.cleanup()

    @property
    def api(self) -> str:
        return f"http://127.0.0.1:{self.port}/api/v10"

    @property
    def url(self) -> str:
        return f"ws://127.0.0.1:{self.port}/"

    async def cut(self) -> None:
        """Tear every connection of the gateway, without a word."""
        for socket in list(self._sockets.values()):
            socket._req.transport.abort()
        await asyncio.sleep(0)

    async def until(self, true: Callable[[], bool], seconds: float = 15.0) -> None:
        """Wait for something to come true; it is looked at again after every request and every frame."""
        if true():
            return
        future = asyncio.get_running_loop().create_future()
        self._waiting.append((true, future))
        try:
            await asyncio.wait_for(future, seconds)
        except TimeoutError:
            raise AssertionError(
                f"it did not come true; the last calls: {[(c.method, c.path, c.status) for c in self.calls[-8:]]}"
            ) from None

    def look(self) -> None:
        """Look whether anything has come true that somebody waits for."""
        for true, future in list(self._waiting):
            if not future.done() and true():
                future.set_result(None)
        self._waiting = [(true, future) for true, future in self._waiting if not future.done()]

    def snowflake(self) -> str:
        self._last += 1 << 22
        return str(self._last)

    # The gateway

    async def _socket(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse(max_msg_size=0)
        await socket.prepare(request)
        packer = zlib.compressobj()

        def pack(frame: bytes) -> bytes:
            return packer.compress(frame) + packer.flush(zlib.Z_SYNC_FLUSH)

        async def tell(frame: dict) -> None:
            await socket.send_bytes(pack(json.dumps(frame).encode()))

        session = ""
        await tell({"op": 10, "d": {"heartbeat_interval": int(self.heartbeat * 1000)}, "s": None, "t": None})
        async for message in socket:
            if message.type is not WSMsgType.TEXT:
                break
            frame = json.loads(message.data)
            if frame["op"] == 1:
                self.heartbeats += 1
                await tell({"op": 11, "d": None, "s": None, "t": None})
            elif frame["op"] in (2, 6) and frame["d"]["token"] != self.token:
                await socket.close(code=4004)
            elif frame["op"] == 2:
                self.identifies += 1
                self.intents, self.shard = frame["d"]["intents"], frame["d"].get("shard")
                session = f"session{self.identifies}"
                self._log[session] = []
                self._sockets[session], self._packers[session] = socket, pack
                await self._begin(session)
            elif frame["op"] == 6:
                session = frame["d"]["session_id"]
                self.resumes += 1
                if self.invalid_session or session not in self._log:
                    self.invalid_session = False
                    await tell({"op": 9, "d": False, "s": None, "t": None})
                    continue
                self._sockets[session], self._packers[session] = socket, pack
                for number, text in self._log[session]:
                    if number > (frame["d"]["seq"] or 0):
                        await socket.send_bytes(pack(text.encode()))
                await self.tell("RESUMED", {}, session)
            self.look()
        if self._sockets.get(session) is socket:
            del self._sockets[session]
        self.look()
        return socket

    async def _begin(self, session: str) -> None:
        ready = {
            "v": 10,
            "user": {"id": BOT, "username": "tutor", "discriminator": "0", "avatar": None, "bot": True},
            "guilds": [{"id": "700", "unavailable": True}],
            "session_id": session,
            "resume_gateway_url": self.url,
            "shard": self.shard,
            "application": {"id": APPLICATION, "flags": 0},
        }
        await self.tell("READY", ready, session)
        await self.tell("GUILD_CREATE", _guild(), session)

    async def tell(self, event: str, data: dict, session: str | None = None) -> None:
        """Send an event; while the connection is away it waits for RESUME."""
        name = session or f"session{self.identifies}"
        number = len(self._log[name]) + 1
        text = json.dumps({"op": 0, "t": event, "s": number, "d": data})
        self._log[name].append((number, text))
        socket = self._sockets.get(name)
        if socket is not None and not socket.closed:
            await socket.send_bytes(self._packers[name](text.encode()))

    @property
    def connected(self) -> bool:
        return any(not socket.closed for socket in self._sockets.values())

    # What people do

    async def writes(self, user: str, text: str, *, without: tuple[str, ...] = ()) -> str:
        """Write to the tutor in private; ``without`` are fields that the event lacks."""
        channel = self.dm(user)
        message = {"id": self.snowflake(), "channel_id": channel, "author": _user(user), "content": text, "type": 0} | _EMPTY
        await self.tell("MESSAGE_CREATE", {name: value for name, value in message.items() if name not in without})
        return channel

    async def calls_command(
        self, user: str, name: str, options: dict | None = None, *, channel: str | None = None, people: tuple[str, ...] = ()
    ) -> Interaction:
        """Call a slash command, in private where no channel is named; ``people`` are those whom an option names by their id."""
        command = next(one for one in self.commands if one["name"] == name)
        declared = {one["name"]: one["type"] for one in command["options"]}
        given = [{"name": key, "type": declared[key], "value": value} for key, value in (options or {}).items()]
        resolved = {"resolved": {"users": {user_id(one): _user(one) for one in people}}} if people else {}
        return await self._acts(2, user, {"id": command["id"], "name": name, "type": 1, "options": given, **resolved}, channel)

    async def types(self, user: str, name: str, option: str, text: str) -> Interaction:
        """Type into an option."""
        data = {"id": "1", "name": name, "type": 1, "options": [{"name": option, "type": 3, "value": text, "focused": True}]}
        return await self._acts(4, user, data)

    async def taps(self, user: str, message: str, label: str, *, without: tuple[str, ...] = ()) -> Interaction:
        """Tap a button of a message; ``without`` are fields of the message that the event lacks."""
        stored = self.messages[message]
        button = next(part for part in walk(stored["components"]) if part["type"] == 2 and part["label"].startswith(label))
        data = {"custom_id": button["custom_id"], "component_type": 2}
        return await self._acts(3, user, data, stored["channel_id"], source=message, without=without)

    async def fills(self, user: str, shown: Interaction, line: str) -> Interaction:
        """Fill in a form that was shown."""
        field_ = next(part for part in walk(shown.data["components"]) if part["type"] == 4)
        inside = {"type": 4, "custom_id": field_["custom_id"], "value": line}
        data = {"custom_id": shown.data["custom_id"], "components": [{"type": 18, "id": 1, "component": inside}]}
        return await self._acts(5, user, data, shown.channel, source=shown.source)

    async def _acts(
        self, kind: int, user: str, data: dict, channel: str | None = None, *, source: str | None = None, without: tuple[str, ...] = ()
    ) -> Interaction:
        channel = channel or self.dm(user)
        server, shape, context = _PLACES.get(channel, (None, 1, 1))
        number = self.snowflake()
        one = Interaction(number, f"aW50ZXI{number}", kind, channel, self.seconds, source)
        self.interactions[one.id] = one
        event = {
            "id": one.id, "application_id": APPLICATION, "type": kind, "token": one.token, "version": 1, "data": data, "channel_id": channel,
            "channel": {"id": channel, "type": shape, "name": "general", "position": 0, "parent_id": None, "flags": 0}, "locale": "en-US", "entitlements": [],
            "app_permissions": self.permissions,
            "authorizing_integration_owners": {"1": _user(user)["id"]}, "context": context, "attachment_size_limit": 10**7,
        }  # fmt: skip
        if server:
            member = {"user": _user(user), "roles": [], "joined_at": "2026-01-01T00:00:00+00:00", "permissions": "0", "flags": 0}
            event |= {"guild_id": server, "guild": {"id": server, "locale": "en-US", "features": []}}
            event["member"] = member | {"deaf": False, "mute": False}
        else:
            event["user"] = _user(user)
        if source is not None:
            event["message"] = {name: value for name, value in self.messages[source].items() if name not in without}
        one.event = event
        await self.tell("INTERACTION_CREATE", event)
        return one

    def dm(self, user: str) -> str:
        """Return the private channel of somebody."""
        return self.dms.setdefault(user, str(800 + len(self.dms)))

    def sees(self, channel: str) -> list["Shown"]:
        """List what stands in a channel, with edits applied, oldest first."""
        return [Shown(one) for one in self.messages.values() if one["channel_id"] == channel]

    # REST

    def fail(self, method: str, path: str, status: int, body: dict | None = None, *, times: int = 1, **headers: str) -> None:
        """Refuse the next requests that match."""
        self.faults.append(Fault(method, re.compile(path), status, body or {}, {"Via": "1.1 google"} | headers, times))

    def lose(self, method: str, path: str) -> None:
        """Carry the next request out, but tear the connection before it is answered."""
        self.faults.append(Fault(method, re.compile(path), lost=True))

    async def _rest(self, request: web.Request) -> web.StreamResponse:
        path = "/" + request.match_info["path"]
        body, files = await _body(request)
        call = Call(request.method, path, body, dict(request.headers))
        self.calls.append(call)
        fault = next((one for one in self.faults if one.times and one.method == request.method and one.path.search(path)), None)
        if fault is not None:
            fault.times -= 1
            if not fault.lost:
                call.status = fault.status
                self.look()
                return _json(fault.body | {"message": "a fault of the test"}, fault.status, fault.headers)
        try:
            if self.spec is not None:
                self.spec.check(request.method, path, body, files)
            status, answer = self._route(request.method, path, body, request.headers.get("Authorization"))
        except RefusedError as refused:
            self.refused.append(str(refused))
            status, answer = 400, {"code": 50035, "message": str(refused)}
        call.status = status
        self.look()
        if fault is not None:
            request.transport.abort()
        return _json(answer, status)

    def _route(self, method: str, path: str, body, authorization: str | None) -> tuple[int, object]:
        parts = path.strip("/").split("/")
        if parts[0] not in ("interactions", "webhooks") and authorization != f"Bot {self.token}":
            return 401, {"code": 0, "message": "401: Unauthorized"}
        match method, parts:
            case "GET", ["users", "@me"]:
                return 200, {"id": BOT, "username": "tutor", "discriminator": "0", "avatar": None, "bot": True}
            case "GET", ["oauth2", "applications", "@me"]:
                return 200, _APPLICATION
            case "GET", ["gateway", "bot"]:
                limits = {"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1}
                return 200, {"url": self.url, "shards": 1, "session_start_limit": limits}
            case "GET", ["applications", _, "commands"]:
                return 200, self.commands
            case "PUT", ["applications", _, "commands"]:
                self.commands = [_stored(one, self.snowflake()) for one in body]
                return 200, self.commands
            case "POST", ["users", "@me", "channels"]:
                user = next((name for name in (*self.dms, "ana", "ben", "cleo") if _user(name)["id"] == str(body["recipient_id"])), None)
                if user is None:
                    return 404, {"code": 10013, "message": "Unknown User"}
                return 200, {"id": self.dm(user), "type": 1, "recipients": [_user(user)], "last_message_id": None}
            case "POST", ["channels", channel, "messages"]:
                return self._post(channel, body)
            case "PATCH", ["channels", channel, "messages", message]:
                return self._edit(message, body) if self.messages.get(message, {}).get("channel_id") == channel else _UNKNOWN_MESSAGE
            case (("PUT" | "DELETE"), ["channels", channel, "messages", "pins", message]):
                if channel not in self.pinners:
                    return 403, {"code": 50013, "message": "Missing Permissions"}
                (self.pinned.append if method == "PUT" else self.pinned.remove)(message)
                return 204, None
            case "POST", ["channels", channel, "messages", message, "threads"]:
                if channel not in self.pinners:
                    return 403, {"code": 50013, "message": "Missing Permissions"}
                self.threads[message] = body["name"]
                return 201, {"id": self.snowflake(), "type": 11, "name": body["name"], "guild_id": "1"}
            case "POST", ["interactions", name, token, "callback"]:
                return self._callback(self.interactions.get(name), token, body)
            case method, ["webhooks", _, token, *rest]:
                return self._webhook(method, token, rest, body)
        raise AssertionError(f"{method} {path} is not there yet")

    def _post(self, channel: str, body: dict) -> tuple[int, object]:
        if channel in self.closed_dms:
            return 403, {"code": 50007, "message": "Cannot send messages to this user"}
        known = self.nonces.get((channel, body["nonce"]))
        if known is not None:
            return 200, self.messages[known]
        message = self._new(channel, body)
        self.nonces[channel, body["nonce"]] = message["id"]
        return 200, message

    def _new(self, channel: str, body: dict) -> dict:
        message = {"id": self.snowflake(), "channel_id": channel, "author": _user("tutor", bot=True), "type": 0, "content": ""} | _EMPTY
        message["flags"] = body.get("flags", 0) & EPHEMERAL
        self.messages[message["id"]] = message
        self._fill(message, body)
        return message

    def _fill(self, message: dict, body: dict) -> None:
        # Who may see a message is settled when it is made.
        flags = (body.get("flags", message["flags"]) & ~EPHEMERAL) | (message["flags"] & EPHEMERAL)
        message |= {"components": body.get("components", message["components"]), "flags": flags & ~_LOADING}
        if body.get("attachments") is not None:
            message["attachments"] = [
                {"id": "1", "filename": one["filename"], "size": 1, "url": "http://x", "proxy_url": "http://x"}
                for one in body["attachments"]
            ]

    def _edit(self, message: str, body: dict) -> tuple[int, object]:
        if message not in self.messages:
            return _UNKNOWN_MESSAGE
        self._fill(self.messages[message], body)
        return 200, self.messages[message]

    def _callback(self, one: Interaction | None, token: str, body: dict) -> tuple[int, object]:
        if one is None or one.token != token or (one.answered is None and self.seconds - one.born > 3):
            return 404, {"code": 10062, "message": "Unknown interaction"}
        if one.answered is not None:
            return 400, {"code": 40060, "message": "Interaction has already been acknowledged."}
        one.answered, one.at, one.data = body["type"], self.seconds - one.born, body.get("data") or {}
        message = None
        if body["type"] == 4:
            message = self._new(one.channel, one.data)
        elif body["type"] == 5:
            message = self._new(one.channel, {"flags": one.data.get("flags", 0)})
            message["flags"] |= _LOADING
        elif body["type"] == 7:
            if one.source not in self.messages:
                one.answered = None
                return _UNKNOWN_MESSAGE
            self._edit(one.source, one.data)
        one.original = message["id"] if message else one.source
        known = {"id": one.id, "type": one.kind, "response_message_id": one.original}
        resource = {"type": body["type"], "message": self.messages[one.original]} if body["type"] in (4, 7) else None
        return 200, {"interaction": known} | ({"resource": resource} if resource else {})

    def _webhook(self, method: str, token: str, rest: list[str], body: dict | None) -> tuple[int, object]:
        one = next((one for one in self.interactions.values() if one.token == token), None)
        if one is None or one.answered is None or self.seconds - one.born > 900:
            return 404, {"code": 10015, "message": "Unknown Webhook"}
        if not rest:
            loading = self.messages.get(one.original or "", {})
            if loading.get("flags", 0) & _LOADING:  # the first message after "thinking" takes its place
                return self._edit(one.original, body)
            return 200, self._new(one.channel, body)
        name = one.original if rest[1] in ("@original", "%40original") else rest[1]
        if name not in self.messages:
            return _UNKNOWN_MESSAGE
        if method == "PATCH":
            return self._edit(name, body)
        if method == "DELETE":
            del self.messages[name]
            return 204, None
        return 200, self.messages[name]


class Shown:
    """A message as it stands."""

    def __init__(self, message: dict) -> None:
        parts = list(walk(message["components"]))
        self.id = message["id"]
        self.text = "\n".join(
            part["content"] if CALL.fullmatch(part["content"]) else plain(part["content"]) for part in parts if part["type"] == 10
        )
        self.labels = [part["label"] for part in parts if part["type"] == 2]
        self.hidden = bool(message["flags"] & EPHEMERAL)
        self.loading = bool(message["flags"] & _LOADING)

    def __contains__(self, words: str) -> bool:
        return words in self.text

    def __repr__(self) -> str:
        return f"{self.text} {self.labels}"


_UNKNOWN_MESSAGE = (404, {"code": 10008, "message": "Unknown Message"})
_EMPTY = {
    "attachments": [], "embeds": [], "mentions": [], "mention_roles": [], "pinned": False, "mention_everyone": False, "tts": False,
    "timestamp": datetime(2026, 11, 23, tzinfo=UTC).isoformat(), "edited_timestamp": None, "flags": 0, "components": [],
}  # fmt: skip


def _user(name: str, *, bot: bool = False) -> dict:
    number = BOT if bot else str(10**17 + sum(ord(char) << (8 * place) for place, char in enumerate(name[:6])))
    return {"id": number, "username": name, "discriminator": "0", "avatar": None, "bot": bot}


def user_id(name: str) -> str:
    """Return the id of somebody."""
    return _user(name)["id"]


_APPLICATION = {
    "id": APPLICATION, "name": "tutor", "description": "", "icon": None, "bot_public": True, "bot_require_code_grant": False,
    "owner": _user("owner"), "verify_key": "0", "flags": 0, "summary": "",
}  # fmt: skip


def _guild() -> dict:
    return {
        "id": "700", "name": "Study group", "owner_id": "1", "region": "x", "afk_channel_id": None, "afk_timeout": 0, "verification_level": 0,
        "default_message_notifications": 0, "explicit_content_filter": 0, "roles": [{"id": "700", "name": "@everyone", "permissions": "0", "position": 0,
        "color": 0, "hoist": False, "managed": False, "mentionable": False, "flags": 0}], "emojis": [], "features": [], "mfa_level": 0,
        "application_id": None, "system_channel_id": None, "system_channel_flags": 0, "rules_channel_id": None, "vanity_url_code": None,
        "description": None, "banner": None, "premium_tier": 0, "preferred_locale": "en-US", "public_updates_channel_id": None, "nsfw_level": 0,
        "premium_progress_bar_enabled": False, "joined_at": "2026-01-01T00:00:00+00:00", "large": False, "unavailable": False, "member_count": 3,
        "voice_states": [], "members": [], "channels": [{"id": "701", "type": 0, "name": "general", "position": 0, "permission_overwrites": [],
        "nsfw": False, "topic": None, "parent_id": None, "last_message_id": None, "rate_limit_per_user": 0}], "threads": [], "presences": [],
        "stage_instances": [], "guild_scheduled_events": [], "stickers": [], "icon": None, "splash": None, "discovery_splash": None,
        "soundboard_sounds": [], "safety_alerts_channel_id": None, "incidents_data": None, "hub_type": None, "home_header": None, "latest_onboarding_question_id": None,
    }  # fmt: skip


def _stored(command: dict, number: str) -> dict:
    """Give a command back the way Discord does: with what it adds, without what is at its usual value."""
    options = [{key: value for key, value in option.items() if value not in (False, [], None)} for option in command.get("options", [])]
    kept = {key: value for key, value in command.items() if key in ("name", "description", "contexts", "integration_types", "nsfw")}
    added = {"id": number, "application_id": APPLICATION, "version": number, "type": 1, "default_member_permissions": None}
    return kept | added | {"options": options, "name_localizations": None, "description_localizations": None}


async def _body(request: web.Request) -> tuple[dict | list | None, list[str] | None]:
    """Read a request: JSON, or a form with JSON and files in it."""
    if request.content_type == "multipart/form-data":
        body, files = None, []
        async for part in await request.multipart():
            if part.name == "payload_json":
                body = json.loads(await part.text())
            else:
                files.append(part.filename)
                await part.read()
        return body, files
    text = await request.text()
    return (json.loads(text) if text else None), None


def _json(body: object, status: int, headers: dict[str, str] | None = None) -> web.Response:
    """Answer with JSON; its type must be exactly this, or the library takes it for a text."""
    if status == 204:
        return web.Response(status=204)
    return web.Response(body=json.dumps(body).encode(), status=status, headers={"Content-Type": "application/json"} | (headers or {}))
