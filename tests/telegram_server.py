"""A Telegram of our own on loopback: a Bot API for the real library, and people who see, say and tap.

It keeps what every person sees, with edits applied. It refuses as Telegram does, and can be made to fail in any way.
Every request is held against the description of the Bot API; what is wrong with one ends up in ``faults``.
"""

import asyncio
import json
from collections import defaultdict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

import aiohttp
from aiohttp import web

from tests.telegram_html import parse
from tests.telegram_people import BOT, People, Seen
from tests.telegram_spec import Spec

TOKEN = "123456:TEST-token_that_must_not_leak"
_ABOUT_BOT = {"can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": True}


@dataclass
class Fault:
    """What becomes of the next requests of a kind: an answer with an error, or ``how``: drop, hang, garbage."""

    method: str
    status: int = 0
    description: str = ""
    parameters: dict | None = None
    chat: int | None = None
    times: int = 1
    how: str = ""
    obeyed: bool = False


class RefusedError(Exception):
    def __init__(self, status: int, description: str, parameters: dict | None = None) -> None:
        super().__init__(description)
        self.status, self.description, self.parameters = status, description, parameters


class TelegramServer(People):
    """``now`` is the time of its messages; ``settle`` waits until the bot has nothing left to do."""

    def __init__(self, spec: Spec, now: Callable[[], datetime]) -> None:
        super().__init__(now)
        self.spec = spec
        self.token = TOKEN
        self.faults: list[str] = []
        self.requests: list[tuple[str, dict[str, str]]] = []
        self.settle: Callable[[], Awaitable[None]] | None = None
        self.hook_at = ""
        self.hook_states: list[int] = []
        self.webhook = ""
        self.secret = ""
        self.commands: dict[str, list[dict]] = {}
        self.url = ""
        self._answered: set[str] = set()
        self.pinners: set[int] = set()
        self.pinned: dict[int, list[int]] = defaultdict(list)
        self._failing: list[Fault] = []
        self._updates: dict[int, dict] = {}
        self._number = 700_000_000
        self._poll: asyncio.Future | None = None
        self._news = asyncio.Condition()
        self._hanging = asyncio.Event()
        self._deliveries: set[asyncio.Task] = set()
        app = web.Application(client_max_size=2**26)
        app.router.add_post("/bot{token}/{method}", self._serve)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)

    async def __aenter__(self) -> "TelegramServer":
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        self._hanging.set()
        if self._poll and not self._poll.done():
            self._poll.set_result(None)
        await asyncio.gather(*self._deliveries, return_exceptions=True)
        await self._runner.cleanup()

    # The network

    def fails(self, method: str, status: int = 0, description: str = "", **more: object) -> None:
        """Let the next requests of a kind fail."""
        self._failing.append(Fault(method, status, description, **more))

    def push(self, update: dict) -> int:
        """Hand an update to the bot, by the webhook if one is set."""
        if "update_id" not in update:
            self._number += 1
            update = {"update_id": self._number, **update}
        self._updates[update["update_id"]] = update
        if self.webhook:
            task = asyncio.ensure_future(self._deliver(update))
            self._deliveries.add(task)
            task.add_done_callback(self._deliveries.discard)
        elif self._poll and not self._poll.done():
            self._poll.set_result(None)
        return update["update_id"]

    @property
    def waiting(self) -> list[int]:
        """Updates that the bot has not confirmed."""
        return sorted(self._updates)

    async def until(self, true: Callable[[], object], seconds: float = 10) -> None:
        """Wait until something is so; it is looked at after every request."""
        async with asyncio.timeout(seconds), self._news:
            await self._news.wait_for(true)

    async def _told(self) -> None:
        async with self._news:
            self._news.notify_all()

    def calls(self, method: str) -> list[dict[str, str]]:
        """List the requests of a kind."""
        return [sent for name, sent in self.requests if name == method]

    async def settled(self) -> None:
        """Wait until every update is confirmed and the bot has nothing left to do."""
        await self.until(lambda: not self._updates, 60)
        if self.settle:
            await self.settle()

    async def _deliver(self, update: dict) -> None:
        headers = {"X-Telegram-Bot-Api-Secret-Token": self.secret}
        async with aiohttp.ClientSession() as session:
            for _ in range(20):
                async with session.post(self.hook_at, json=update, headers=headers) as response:
                    self.hook_states.append(response.status)
                    if response.status == 200:
                        self._updates.pop(update["update_id"], None)
                await self._told()
                if update["update_id"] not in self._updates:
                    return

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        form = await request.post()
        sent = {name: value for name, value in form.items() if isinstance(value, str)}
        files = {name: value for name, value in form.items() if not isinstance(value, str)}
        self.requests.append((method, sent))
        self.faults += self.spec.faults(method, sent, set(files))
        await self._told()
        try:
            if request.match_info["token"] != self.token:
                raise RefusedError(401, "Unauthorized")
            return await self._answer(request, method, sent, files)
        except RefusedError as error:
            body = {"ok": False, "error_code": error.status, "description": error.description}
            if error.parameters:
                body["parameters"] = error.parameters
            return web.json_response(body, status=error.status)
        finally:
            await self._told()

    async def _answer(self, request: web.Request, method: str, sent: dict, files: dict) -> web.StreamResponse:
        fault = self._fault(method, sent)
        if fault is None or fault.obeyed:
            result = await self._obey(method, sent, files)
            if fault is None:
                return web.json_response({"ok": True, "result": result})
        if fault.how == "hang":
            await self._told()
            await self._hanging.wait()
        if fault.how in ("drop", "hang"):
            if request.transport:  # unless the other side has gone first
                request.transport.close()
            return web.Response()
        if fault.how == "garbage":
            return web.Response(body=b'{"ok":true,"result":[{"update_id": ', status=fault.status or 200)
        raise RefusedError(fault.status, fault.description, fault.parameters)

    def _fault(self, method: str, sent: dict) -> Fault | None:
        for fault in self._failing:
            if fault.method == method and fault.times > 0 and fault.chat in (None, int(sent.get("chat_id", 0))):
                fault.times -= 1
                return fault
        return None

    # The Bot API

    async def _obey(self, method: str, sent: dict, files: dict) -> object:
        if method == "getMe":
            return BOT | _ABOUT_BOT
        if method == "getUpdates":
            return await self._get_updates(sent)
        if method == "getMyCommands":
            return self.commands.get(sent.get("scope", ""), [])
        if method == "setMyCommands":
            self.commands[sent.get("scope", "")] = json.loads(sent["commands"])
            return True
        if method == "getWebhookInfo":
            return {"url": self.webhook, "has_custom_certificate": False, "pending_update_count": len(self._updates)}
        if method in ("setWebhook", "deleteWebhook"):
            self.webhook, self.secret = sent.get("url", ""), sent.get("secret_token", "")
            return True
        if method == "getChatAdministrators":
            names = self.managers[int(sent["chat_id"])]
            return [{"status": "creator", "user": self._user(name), "is_anonymous": False} for name in sorted(names)]
        if method == "answerCallbackQuery":
            query = sent["callback_query_id"]
            if query in self._answered:
                raise RefusedError(400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
            self._answered.add(query)
            self.spinning.discard(query)
            if sent.get("text"):
                self.whispered[query] = sent["text"]
            return True
        if method == "answerInlineQuery":
            self.inline[sent["inline_query_id"]] = {
                "results": json.loads(sent["results"]),
                "button": json.loads(sent.get("button", "null")),
            }
            for result in json.loads(sent["results"]):
                _read(result["input_message_content"]["message_text"], "HTML")
            return True
        if method in ("pinChatMessage", "unpinChatMessage"):
            chat, message = int(sent["chat_id"]), int(sent["message_id"])
            if chat not in self.pinners:
                raise RefusedError(400, "Bad Request: not enough rights to manage pinned messages in the chat")
            (self.pinned[chat].append if method == "pinChatMessage" else self.pinned[chat].remove)(message)
            return True
        if method == "editMessageText":
            return self._edit(sent)
        if method in ("sendMessage", "sendPhoto", "sendDocument"):
            return self._send(method, sent, files)
        raise RefusedError(404, "Not Found: method not found")

    async def _get_updates(self, sent: dict) -> list[dict]:
        if self.webhook:
            raise RefusedError(
                409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
            )
        if self._poll and not self._poll.done():
            self._poll.set_exception(
                RefusedError(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running")
            )
        if "offset" in sent:
            for number in [number for number in self._updates if number < int(sent["offset"])]:
                del self._updates[number]
            await self._told()
        if not self._updates:
            poll = self._poll = asyncio.get_running_loop().create_future()
            try:
                await asyncio.wait_for(poll, int(sent.get("timeout", 0)))
            except TimeoutError:
                return []
        return [self._updates[number] for number in self.waiting[: int(sent.get("limit", 100))]]

    def _send(self, method: str, sent: dict, files: dict) -> dict:
        chat = int(sent["chat_id"])
        self._may_write(chat)
        content = sent.get("text") if method == "sendMessage" else sent.get("caption", "")
        raw, entities = _read(content, sent.get("parse_mode"))
        if method == "sendMessage" and not raw.strip("\u200b \n"):
            raise RefusedError(400, "Bad Request: message text is empty")
        seen = Seen(self._next(), "bot", raw, entities, json.loads(sent.get("reply_markup", "{}")))
        if "reply_parameters" in sent:
            given = json.loads(sent["reply_parameters"])
            seen.answers = given["message_id"] if any(one.id == given["message_id"] for one in self.chats[chat]) else None
            if seen.answers is None and not given.get("allow_sending_without_reply"):
                raise RefusedError(400, "Bad Request: message to be replied not found")
        if "message_thread_id" in sent:
            seen.thread = int(sent["message_thread_id"])
            if chat not in self.forums:
                raise RefusedError(400, "Bad Request: message thread not found")
        if method != "sendMessage":
            seen.kind = "photo" if method == "sendPhoto" else "document"
            (file,) = files.values()
            seen.name, seen.body = file.filename, file.file.read()
        seen.changed = self._tick
        self.chats[chat].append(seen)
        return self._json(chat, seen)

    def _edit(self, sent: dict) -> dict:
        chat = int(sent["chat_id"])
        self._may_write(chat)
        seen = next((one for one in self.chats[chat] if one.id == int(sent["message_id"])), None)
        if seen is None:
            raise RefusedError(400, "Bad Request: message to edit not found")
        if seen.by != "bot":
            raise RefusedError(400, "Bad Request: message can't be edited")
        if seen.kind != "text":
            raise RefusedError(400, "Bad Request: there is no text in the message to edit")
        raw, entities = _read(sent["text"], sent.get("parse_mode"))
        markup = json.loads(sent.get("reply_markup", "{}"))
        if (raw, entities, markup) == (seen.raw, seen.entities, seen.markup):
            raise RefusedError(
                400,
                "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current "
                "content and reply markup of the message",
            )
        seen.raw, seen.entities, seen.markup, seen.changed = raw, entities, markup, self._tick
        seen.edits += 1
        return self._json(chat, seen)

    def _may_write(self, chat: int) -> None:
        if chat in self.moved:
            raise RefusedError(400, "Bad Request: group chat was upgraded to a supergroup chat", {"migrate_to_chat_id": self.moved[chat]})
        if chat not in self.chats:
            raise RefusedError(400, "Bad Request: chat not found")
        if chat in self.blocked:
            raise RefusedError(
                403, "Forbidden: bot was blocked by the user" if chat > 0 else "Forbidden: bot was kicked from the supergroup chat"
            )
        if chat > 0 and chat not in self.started:
            raise RefusedError(403, "Forbidden: bot can't initiate conversation with a user")


def _read(content: str, mode: str | None) -> tuple[str, list[dict]]:
    if mode is None:
        return content, []
    try:
        return parse(content)
    except ValueError as error:
        raise RefusedError(400, f"Bad Request: {error}") from error
