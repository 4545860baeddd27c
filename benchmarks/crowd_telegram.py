"""A crowd on a Telegram of our own: as little of the Bot API as a conversation needs, so that the bot is what is measured."""

import asyncio
import json
import time
from collections.abc import Sequence
from urllib.parse import parse_qsl

from aiohttp import web

from benchmarks.crowd import Crowd, Person, Step

TOKEN = "123456:benchmark"
_BOT = {"id": 123456, "is_bot": True, "first_name": "Tutor", "username": "TutorBot"}
_ABOUT = {"can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": True}
_FIRST = 10_000


class TelegramCrowd(Crowd):
    """Server and people. Whoever holds the token polls here."""

    def __init__(self, people: int, codes: Sequence[str], seed: int = 1) -> None:
        super().__init__(people, codes, seed)
        self._updates: dict[int, str] = {}
        self._update = self._message = 0
        self._shown: dict[str, dict[str, object]] = {}
        self._news = asyncio.Event()
        app = web.Application()
        app.router.add_post("/bot{token}/{method}", self._serve)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        self.url = ""

    async def start(self) -> None:
        """Listen on a free port."""
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0, backlog=1024)
        await site.start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def stop(self) -> None:
        """Close."""
        await self._runner.cleanup()

    async def send(self, person: Person, step: Step) -> None:
        """Make an update of what a person does."""
        self._update += 1
        sender = _user(person)
        if step.how == "tap":
            found = person.button(step.says) if not self.echo else None
            message = found[0] if found else next(reversed(person.seen))
            data = person.seen[message][found[1]] if found else ("/answer 17 1 A" if step.kind == "answer" else "/next 17")
            self.spinning += 1
            query = {"id": str(self._update), "from": sender, "chat_instance": "1", "data": data, "message": self._shown[message]}
            update: dict[str, object] = {"update_id": self._update, "callback_query": query}
        else:
            self._message += 1
            message_ = {"message_id": self._message, "date": int(time.time()), "chat": _chat(person), "from": sender, "text": step.says}
            if step.says.startswith("/"):
                message_["entities"] = [{"type": "bot_command", "offset": 0, "length": len(step.says)}]
            update = {"update_id": self._update, "message": message_}
        self._updates[self._update] = json.dumps(update)
        self._news.set()

    def forgotten(self, message: str) -> None:
        """Drop a message."""
        self._shown.pop(message, None)

    async def _serve(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        sent = dict(parse_qsl((await request.read()).decode()))
        if method == "getUpdates":
            return await self._poll(sent)
        if method in ("sendMessage", "editMessageText"):
            return _answer(self._show(sent))
        if method == "answerCallbackQuery":
            self.spinning -= 1
            return _answer("true")
        if method == "getMe":
            return _answer(json.dumps(_BOT | _ABOUT))
        if method == "getMyCommands":
            return _answer("[]")
        if method == "getWebhookInfo":
            return _answer('{"url": "", "has_custom_certificate": false, "pending_update_count": 0}')
        return _answer("true")

    async def _poll(self, sent: dict[str, str]) -> web.Response:
        offset = int(sent.get("offset", 0))
        for number in list(self._updates):
            if number >= offset:
                break
            del self._updates[number]
        if not self._updates:
            self._news.clear()
            try:
                await asyncio.wait_for(self._news.wait(), int(sent.get("timeout", 0)))
            except TimeoutError:
                return _answer("[]")
        batch = [update for update, _ in zip(self._updates.values(), range(int(sent.get("limit", 100))), strict=False)]
        return _answer(f"[{','.join(batch)}]")

    def _show(self, sent: dict[str, str]) -> str:
        person = self.people[int(sent["chat_id"]) - _FIRST]
        if "message_id" in sent:
            number = int(sent["message_id"])
        else:
            self._message += 1
            number = self._message
        message: dict[str, object] = {
            "message_id": number,
            "date": int(time.time()),
            "chat": _chat(person),
            "from": _BOT,
            "text": sent["text"],
        }
        buttons = {}
        if "reply_markup" in sent:
            message["reply_markup"] = markup = json.loads(sent["reply_markup"])
            buttons = {one["text"]: one["callback_data"] for row in markup["inline_keyboard"] for one in row}
        self._shown[str(number)] = message
        self.replied(person, str(number), sent["text"], buttons)
        return json.dumps(message)


def _answer(result: str) -> web.Response:
    return web.Response(text=f'{{"ok":true,"result":{result}}}', content_type="application/json")


def _user(person: Person) -> dict[str, object]:
    return {"id": _FIRST + person.number, "is_bot": False, "first_name": person.name, "language_code": "en"}


def _chat(person: Person) -> dict[str, object]:
    return {"id": _FIRST + person.number, "type": "private", "first_name": person.name}
