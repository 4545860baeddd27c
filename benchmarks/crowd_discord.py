"""A crowd on a Discord of our own: the gateway of the tests, which forgets what is over, so that the bot is what is measured."""

import json
from collections.abc import Sequence

from aiohttp import web

from benchmarks.crowd import Crowd, Person, Step
from tests.discord_gateway import Gateway, _body, _json
from tests.discord_spec import walk


class DiscordCrowd(Crowd, Gateway):
    """Server and people. Everybody is in a private chat with the bot."""

    def __init__(self, people: int, codes: Sequence[str], seed: int = 1) -> None:
        Crowd.__init__(self, people, codes, seed)
        Gateway.__init__(self)
        self._sequence = 0
        self._owner = {self.dm(person.name): person for person in self.people}
        self._under_way: dict[str, str] = {}

    async def send(self, person: Person, step: Step) -> None:
        """Make an event of what a person does."""
        self.interactions.pop(self._under_way.pop(person.name, ""), None)
        if step.how == "text":
            await self.writes(person.name, step.says)
            return
        if step.how == "command":
            data = {"id": "1", "name": step.says[1:], "type": 1, "options": []}
            one = await self._acts(2, person.name, data)
        else:
            found = person.button(step.says) if not self.echo else None
            message = found[0] if found else next(reversed(person.seen))
            mark = person.seen[message][found[1]] if found else ("t0:/answer 17 1 A" if step.kind == "answer" else "t0:/next 17")
            one = await self._acts(3, person.name, {"custom_id": mark, "component_type": 2}, self.dm(person.name), source=message)
        self._under_way[person.name] = one.id

    async def tell(self, event: str, data: dict, session: str | None = None) -> None:
        """Send an event; none is kept for later, since no connection is cut here."""
        name = session or f"session{self.identifies}"
        self._sequence += 1
        text = json.dumps({"op": 0, "t": event, "s": self._sequence, "d": data})
        socket = self._sockets.get(name)
        if socket is not None:
            await socket.send_bytes(self._packers[name](text.encode()))

    def look(self) -> None:
        """Nobody waits for anything to come true."""

    def forgotten(self, message: str) -> None:
        """Drop a message."""
        self.messages.pop(message, None)

    async def _rest(self, request: web.Request) -> web.StreamResponse:
        path = "/" + request.match_info["path"]
        body, _files = await _body(request)
        status, answer = self._route(request.method, path, body, request.headers.get("Authorization"))
        return _json(answer, status)

    def _post(self, channel: str, body: dict) -> tuple[int, object]:
        body.setdefault("nonce", "")
        done = super()._post(channel, body)
        self.nonces.clear()
        return done

    def _fill(self, message: dict, body: dict) -> None:
        super()._fill(message, body)
        parts = list(walk(body.get("components") or []))
        text = "\n".join(part["content"] for part in parts if part["type"] == 10) or body.get("content")
        if text:
            buttons = {part["label"]: part["custom_id"] for part in parts if part["type"] == 2}
            self.replied(self._owner[message["channel_id"]], message["id"], text, buttons)
