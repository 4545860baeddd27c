"""A Telegram on loopback that counts what it accepted, and fails in every way that a platform can."""

import asyncio
import json
import sys
from collections import Counter
from dataclasses import dataclass, field
from random import Random

from aiohttp import web

TOKEN = "123456:" + "A" * 35  # no bot has it
_ANSWERS = {
    "getMe": {"id": 123456, "is_bot": True, "first_name": "Tutor", "username": "tutor_bot"},
    "getWebhookInfo": {"url": "", "has_custom_certificate": False, "pending_update_count": 0},
    "getMyCommands": [],
}


@dataclass
class Faults:
    """How often out of a hundred sends each fault happens."""

    flood: int = 0
    """429, not accepted."""
    broken: int = 0
    """502, not accepted."""
    cut: int = 0
    """The connection is closed before anything was accepted."""
    swallowed: int = 0
    """Accepted, and then the connection is closed without an answer."""
    doubtful: int = 0
    """Accepted, and then 502."""
    slow: float = 0.0
    """Seconds that an answer takes at most."""


@dataclass
class Platform:
    """The server; ``accepted`` counts by chat and by what the message is about (its first line)."""

    faults: Faults = field(default_factory=Faults)
    seed: int = 1
    limit: int = 0
    """Messages a second that it takes in all; 0 for no limit."""
    accepted: Counter[tuple[str, str]] = field(default_factory=Counter)
    floods: int = 0
    sends: int = 0
    address: str = ""

    def __post_init__(self) -> None:
        self._chance = Random(self.seed)
        self._number = 0
        self._window: list[float] = []
        self._open = asyncio.Event()

    async def start(self) -> None:
        """Listen on a free port."""
        app = web.Application(client_max_size=2**22)
        app.router.add_get("/counts", self._counts)
        app.router.add_route("*", "/{bot}/{method}", self._call)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.address = f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def stop(self) -> None:
        """Listen no more."""
        await self._runner.cleanup()

    async def _counts(self, _request: web.Request) -> web.Response:
        return web.json_response({"accepted": sum(self.accepted.values()), "floods": self.floods, "chats": len(self.accepted)})

    async def _call(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        form = await request.post()
        if method == "getUpdates":
            await asyncio.sleep(min(float(str(form.get("timeout", 0)) or 0), 1.0))
            return _ok([])
        if method != "sendMessage":
            return _ok(_ANSWERS.get(method, True))
        self.sends += 1
        if self._flooded():
            self.floods += 1
            return web.json_response(
                {"ok": False, "error_code": 429, "description": "Too Many Requests: retry after 1", "parameters": {"retry_after": 1}},
                status=429,
            )
        return await self._send(request, str(form.get("chat_id")), str(form.get("text")))

    def _flooded(self) -> bool:
        if self._chance.randrange(100) < self.faults.flood:
            return True
        if not self.limit:
            return False
        now = asyncio.get_running_loop().time()
        self._window = [at for at in self._window if at > now - 1]
        if len(self._window) >= self.limit:
            return True
        self._window.append(now)
        return False

    async def _send(self, request: web.Request, chat: str, text: str) -> web.StreamResponse:
        draw = self._chance.randrange(100)
        faults = self.faults
        if faults.slow:
            await asyncio.sleep(self._chance.random() * faults.slow)
        for share, kind in ((faults.broken, "broken"), (faults.cut, "cut"), (faults.swallowed, "swallowed"), (faults.doubtful, "doubtful")):
            if draw < share:
                return await self._fault(request, kind, chat, text)
            draw -= share
        self._accept(chat, text)
        return _ok({"message_id": self._number, "date": 1, "chat": {"id": int(chat), "type": "private"}, "text": "x"})

    async def _fault(self, request: web.Request, kind: str, chat: str, text: str) -> web.StreamResponse:
        if kind in ("swallowed", "doubtful"):
            self._accept(chat, text)
        if kind in ("cut", "swallowed") and request.transport is not None:  # None where the worker died meanwhile
            request.transport.abort()
        return web.json_response({"ok": False, "error_code": 502, "description": "Bad Gateway"}, status=502)

    def _accept(self, chat: str, text: str) -> None:
        self._number += 1
        self.accepted[chat, text.splitlines()[0]] += 1


async def alone(limit: int) -> None:
    """Run as a process of its own, and say where."""
    platform = Platform(limit=limit)
    await platform.start()
    print(platform.address, flush=True)
    await asyncio.Event().wait()


def _ok(result: object) -> web.Response:
    return web.Response(text=json.dumps({"ok": True, "result": result}), content_type="application/json")


if __name__ == "__main__":
    asyncio.run(alone(int(sys.argv[1])))
