"""A Telegram and a Discord on loopback with one process of ours between them, a real `tutor run` that is killed again and again."""

import asyncio
import json
import os
import signal
import sys
from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from tests.discord_gateway import TOKEN as DISCORD_TOKEN
from tests.discord_gateway import Gateway, Interaction
from tests.discord_spec import Spec as DiscordSpec
from tests.soak.stage import specification
from tests.soak.texts import CANARY
from tests.telegram_server import TOKEN as TELEGRAM_TOKEN
from tests.telegram_server import TelegramServer
from tests.telegram_spec import Spec as TelegramSpec

_STARTS = 60.0
_LONGEST_LIFE = 10.0
_BUSY = 0.5
"""Seconds by which a loop that is late says that the machine has too much to do to be in time."""

_STOPS = 25.0


class Telegram(TelegramServer):
    """``step`` is told of every request, before and after it is carried out."""

    def __init__(self, spec: TelegramSpec, step: Callable[[str], None]) -> None:
        super().__init__(spec, lambda: datetime.now(UTC))
        self._step = step
        self.born: dict[str, float] = {}
        self.longest = 0.0
        """Seconds that the slowest tap was spinning."""

    async def _obey(self, method: str, sent: dict, files: dict) -> object:
        if method == "answerCallbackQuery" and sent["callback_query_id"] in self.spinning:
            self.longest = max(self.longest, asyncio.get_running_loop().time() - self.born.get(sent["callback_query_id"], 1e9))
        self._step(f"telegram {method}")
        result = await super()._obey(method, sent, files)
        self._step(f"telegram {method} done")
        return result


class Discord(Gateway):
    """``step`` is told of every request, before and after it is carried out; it is known for whom a message was made."""

    def __init__(self, spec: DiscordSpec | None, step: Callable[[str], None]) -> None:
        super().__init__(spec)
        self._step = step
        self.made_for: defaultdict[str, list[str]] = defaultdict(list)
        """By interaction, the messages that were made to answer it."""

        self.written_in: defaultdict[str, list[str]] = defaultdict(list)
        """By channel, the messages in it."""

        self._tokens: dict[str, str] = {}
        self._answering = ""

    @property
    def seconds(self) -> float:
        return asyncio.get_running_loop().time()

    @seconds.setter
    def seconds(self, _value: float) -> None:
        """The clock cannot be set."""

    def _route(self, method: str, path: str, body: object, authorization: str | None) -> tuple[int, object]:
        self._step(f"discord {method} {path}")
        found = super()._route(method, path, body, authorization)
        self._step(f"discord {method} {path} done")
        return found

    def _callback(self, one: Interaction | None, token: str, body: dict) -> tuple[int, object]:
        self._answering = one.id if one else ""
        self._tokens[token] = self._answering
        return super()._callback(one, token, body)

    def _webhook(self, method: str, token: str, rest: list[str], body: dict | None) -> tuple[int, object]:
        self._answering = self._tokens.get(token, "")
        return super()._webhook(method, token, rest, body)

    def _post(self, channel: str, body: dict) -> tuple[int, object]:
        self._answering = ""
        return super()._post(channel, body)

    def _new(self, channel: str, body: dict) -> dict:
        message = super()._new(channel, body)
        self.made_for[self._answering].append(message["id"])
        self.written_in[channel].append(message["id"])
        return message

    async def tell(self, event: str, data: dict, session: str | None = None) -> None:
        try:
            await super().tell(event, data, session)
        except (ConnectionError, KeyError, RuntimeError):
            return  # it was killed a moment ago: the event is lost, as it is with Discord


class Town:
    """Both platforms and the process; ``chance`` says when it dies."""

    def __init__(self, url: str, data: Path, seed: int, log: Path) -> None:
        self.url, self.data, self.log, self.chance = url, data, log, Random(seed)
        telegram, discord = specification("telegram_api.json"), specification("discord_openapi.json")
        self.telegram = Telegram(TelegramSpec(telegram), self._passed)
        self.discord = Discord(DiscordSpec(json.loads(discord.read_text())) if discord else None, self._passed)
        self.process: asyncio.subprocess.Process | None = None
        self.kills: Counter[str] = Counter()
        self.stops = 0
        self.faults: list[str] = []
        self.calm_since: float | None = None
        """Since when both platforms have been served without a break; None while they are not."""

        self._fuse, self._start_takes = 0, 1.0
        self._killed = False
        self._burnt = asyncio.Event()
        self._late_at = 0.0
        self._identifies = 0

    async def __aenter__(self) -> "Town":
        await self.telegram.__aenter__()
        await self.discord.start()
        self._pulse = asyncio.ensure_future(self._feel())
        return self

    async def __aexit__(self, *_: object) -> None:
        self._pulse.cancel()
        if self.process is not None and self.process.returncode is None:
            self.process.kill()
            await self.process.wait()
        await self.discord.stop()
        await self.telegram.__aexit__()

    def disturbed(self, since: float) -> bool:
        """Say whether the process was away at some moment since."""
        return self.calm_since is None or self.calm_since > since

    def calm(self) -> float:
        """Tell for how many seconds the process has been there."""
        return 0.0 if self.calm_since is None else asyncio.get_running_loop().time() - self.calm_since

    def busy(self, since: float) -> bool:
        """Say whether the machine had too much to do at some moment since, so that nobody could be in time."""
        return self._late_at > since

    async def _feel(self) -> None:
        """Take the pulse of the machine."""
        loop = asyncio.get_running_loop()
        while True:
            began = loop.time()
            await asyncio.sleep(0.05)
            if loop.time() - began > _BUSY:
                self._late_at = loop.time()

    def _passed(self, what: str) -> None:
        """Take note of a request; where the fuse has burnt down, the process dies at this very moment."""
        alive = self.process is not None and self.process.returncode is None and not self._killed
        polls = what.startswith("telegram getUpdates")  # one that a dead process left behind ends long after it
        if alive and polls and self.calm_since is None and self.discord.identifies > self._identifies:
            self.calm_since = asyncio.get_running_loop().time()
        if self._fuse and alive and not polls:
            self._fuse -= 1
            if not self._fuse:
                self._kill("in the middle of a request" if what.endswith("done") else "as a request arrives")
                self._burnt.set()

    def _kill(self, how: str) -> None:
        self.kills[how] += 1
        self.calm_since, self._killed = None, True
        self.process.kill()

    async def start(self, **different: str) -> None:
        """Start a process; ``different`` are variables of its environment."""
        self._identifies, self.calm_since, self._killed = self.discord.identifies, None, False
        environment = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("TUTOR_", "TELEGRAM_", "DISCORD_", "PORT", "DATABASE"))
        }
        environment |= {
            "TELEGRAM_BOT_TOKEN": TELEGRAM_TOKEN, "TELEGRAM_API_URL": self.telegram.url, "DISCORD_BOT_TOKEN": DISCORD_TOKEN,
            "DISCORD_API_URL": self.discord.api, "DISCORD_GATEWAY_URL": self.discord.url, "DATABASE_URL": self.url, "TUTOR_DATA": str(self.data),
        } | different  # fmt: skip
        with self.log.open("ab") as log:
            self.process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "adapters.cli", "run", env=environment, stdout=log, stderr=log, stdin=asyncio.subprocess.DEVNULL
            )

    async def live(self, kills: int, say: Callable[[str], None]) -> None:
        """Start and kill, until it was killed so often; then let it run."""
        while self.kills.total() < kills:
            await self.start()
            await self._life()
            if self.kills.total() % 20 == 0:
                say(f"{self.kills.total()} kills")
            await asyncio.sleep(self.chance.choice((0.0, 0.0, 0.2, 1.0, 4.0)))
        await self.start()

    async def _life(self) -> None:
        """Let the process live for a while: to a moment of its start, to one of its work, or to one of its requests."""
        chance, process, began = self.chance, self.process, asyncio.get_running_loop().time()
        assert process is not None
        self._burnt.clear()
        how, ending = chance.random(), asyncio.ensure_future(process.wait())
        if how < 0.2:
            await asyncio.wait({ending}, timeout=chance.uniform(0.0, self._start_takes))
        else:
            while self.calm_since is None and not ending.done() and asyncio.get_running_loop().time() - began < _STARTS:
                await asyncio.wait({ending}, timeout=0.05)
            self._start_takes = asyncio.get_running_loop().time() - began
            if how < 0.6:
                self._fuse = chance.choice((1, 5, 10, chance.randint(1, 60)))
                burning = asyncio.ensure_future(self._burnt.wait())
                await asyncio.wait({burning, ending}, timeout=_LONGEST_LIFE, return_when=asyncio.FIRST_COMPLETED)
                self._fuse = 0
                burning.cancel()
            else:
                await asyncio.wait({ending}, timeout=chance.uniform(0.0, 3.0))
        if ending.done() and not self._burnt.is_set():
            self.faults.append(f"the process ended by itself, with {process.returncode}")
        elif not ending.done() and how > 0.95:
            await self.stop()
        elif not self._burnt.is_set():
            self._kill("while it starts" if how < 0.2 else "at any moment")
        await ending
        self.calm_since = None

    async def stop(self) -> None:
        """Ask the process to end, as an operator does."""
        process = self.process
        assert process is not None
        self.calm_since = None
        process.send_signal(signal.SIGTERM)
        try:
            status = await asyncio.wait_for(process.wait(), _STOPS)
        except TimeoutError:
            self.faults.append("it did not end when it was told to")
            process.kill()
            await process.wait()
            return
        self.stops += 1
        if status:
            self.faults.append(f"told to end, it ended with {status}")

    def logged(self, allowed: frozenset[str] = frozenset()) -> list[str]:
        """Say what should not stand in the logs of all lives: errors, words of people, anything that is no sentence or JSON."""
        found: Counter[str] = Counter()
        for line in self.log.read_text().splitlines():
            if CANARY in line.lower() or TELEGRAM_TOKEN in line or DISCORD_TOKEN in line:
                found["words of somebody, or a token, in the log"] += 1
            if not line.startswith("{"):
                if not line.endswith((" has started.", "PRIVMSG")):
                    found[f"printed: {line[:200]}"] += 1
                continue
            record = json.loads(line)
            if record["level"] in ("error", "critical") and record.get("action") not in allowed:
                found[
                    f"logged: {record.get('logger')} {record.get('event')} {record.get('action', '')} {record.get('error', '')} {record.get('where', '')}"
                ] += 1
        return [f"{what} ({count} times)" for what, count in found.items()]

    def warned(self) -> Counter:
        """Count the warnings in the logs of all lives, by what they are about."""
        records = [json.loads(line) for line in self.log.read_text().splitlines() if line.startswith("{")]
        return Counter(f"{one.get('action', one.get('event'))}" for one in records if one["level"] == "warning")
