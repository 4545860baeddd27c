"""Fuzz Discord: the real library over loopback is sent gateway events of every shape, and must answer each interaction in time.

After each batch: no warning or error in the log and no word of anybody, every interaction answered within three seconds and
nothing left at "thinking", every private message answered, every request as the description has it, the open rounds of those
who did nothing unchanged, the connection still the first one, and whoever took part can go on.
"""

import asyncio
import json
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from random import Random

from discord.gateway import DiscordWebSocket
from discord.http import Route
from sqlalchemy import func, select

from adapters.discord import Discord
from adapters.reception import Reception
from bot.store.tables import attempt, inbox
from bot.tutor import Tutor
from tests.discord_gateway import _LOADING, TOKEN, Gateway, Interaction, Shown
from tests.discord_spec import Spec, walk
from tests.soak.discord_events import COMMAND, PEOPLE, TAP, Events, Made
from tests.soak.shrink import smaller, sort
from tests.soak.stage import Ears, FaultFoundError, Moment, specification, told

_WITNESSES = ("w0", "w1", "w2")
"""People with an open round who say nothing while others do."""

_IN_TIME = 3.0
_PATIENCE = 5.0
_IMPATIENCE = 1.0
"""Seconds until an answer is given up where a fault is made small."""


class Square(Gateway):
    """A Discord whose clock runs."""

    @property
    def seconds(self) -> float:
        return asyncio.get_running_loop().time()

    @seconds.setter
    def seconds(self, _value: float) -> None:
        """The clock cannot be set."""


@dataclass
class Report:
    """What a run has done."""

    seed: int
    updates: int = 0
    kinds: Counter = field(default_factory=Counter)
    broken: int = 0
    answers: int = 0
    slowest: float = 0.0
    partly: int = 0
    """Events of which the library could not read all."""

    checks: int = 0

    def __str__(self) -> str:
        kinds = ", ".join(f"{name} {count}" for name, count in self.kinds.most_common())
        return (
            f"seed {self.seed}: {self.updates} events ({kinds}; {self.broken} that no platform would send), {self.answers} interactions answered, "
            f"the slowest after {self.slowest:.2f} s, {self.partly} events read in part, {self.checks} people who went on"
        )


class Run:
    """One process of ours on one store, and what is sent to it."""

    def __init__(self, tutor: Tutor, seed: int) -> None:
        path = specification("discord_openapi.json")
        if path is None:
            raise FaultFoundError("TUTOR_SHARED names no folder with specs/discord_openapi.json")
        self.description = _read(path)
        self.tutor, self.moment, self.chance, self.ears = tutor, Moment(), Random(seed), Ears()
        self.report = Report(seed)
        self.witnessed: dict[str, str] = {}

    async def __aenter__(self) -> "Run":
        self._real = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
        self.gateway = await Square(Spec(self.description), heartbeat=3600).start()
        now = lambda: self.moment.now  # noqa: E731
        self.events = Events(self.description, self.chance, self.gateway)
        self.reception = Reception(self.tutor, now)
        self.discord = Discord(TOKEN, self.reception, now, api=self.gateway.api, gateway=self.gateway.url)
        await self.discord.start()
        await self.gateway.until(lambda: bool(self.gateway.commands))
        for person in _WITNESSES:
            await self._calls(person, "quiz", [{"name": "area", "type": 3, "value": "anatomy"}])
            self.witnessed[person] = await self._question(person)
        self.ears.take()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.discord.stop()
        self.reception.close()
        await self.gateway.stop()
        Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = self._real

    async def batch(self, batch: list[Made], patience: float = _PATIENCE) -> list[str]:
        """Send events at once; returns what was wrong."""
        gateway = self.gateway
        self.moment.sleeps(seconds=2 * len(batch))
        asked: list[Interaction] = []
        written: Counter[str] = Counter()
        before, calls = Counter(one["channel_id"] for one in gateway.messages.values()), len(gateway.calls)
        identifies = gateway.identifies
        for made in batch:
            if made.event == "INTERACTION_CREATE" and not made.again:
                one = _interaction(made.raw, gateway.seconds)
                gateway.interactions[one.id] = one
                if not made.broken:
                    asked.append(one)
            elif made.kind == "writes" and not made.again and not made.broken and _wanted(made.raw):
                written[made.raw["channel_id"]] += 1
            await gateway.tell(made.event, made.raw)
        with suppress(AssertionError):
            await gateway.until(lambda: all(one.answered is not None for one in asked), patience)
        await self._settled()
        self.report.partly += sum(getattr(record, "action", "") == "event_read_in_part" for record in self.ears.heard)
        broken = any(made.broken for made in batch)
        found = self.ears.take(_OF_BROKEN if broken else _PARTLY, ("discord", "asyncio") if broken else ())
        found += [f"refused: {one}" for one in gateway.refused]
        gateway.refused.clear()
        found += [f"an interaction has no answer: {one.kind} {one.id}" for one in asked if one.answered is None]
        found += [
            f"an interaction was answered after {one.at:.1f} s: {one.id}" for one in asked if one.answered is not None and one.at > _IN_TIME
        ]
        found += [f"it still thinks: {name}" for name, one in gateway.messages.items() if one["flags"] & _LOADING]
        tokens = " ".join(call.path for call in gateway.calls[calls:])
        found += [f"a tap got nothing: {one.id}" for one in asked if one.answered == 6 and one.token not in tokens]
        now = Counter(one["channel_id"] for one in gateway.messages.values())
        found += [
            f"{count} answers were to come to {channel}, {now[channel] - before[channel]} came"
            for channel, count in written.items()
            if now[channel] - before[channel] < count
        ]
        if gateway.identifies != identifies:
            found.append("the connection broke")
        self.report.answers += sum(one.answered is not None for one in asked)
        self.report.slowest = max([self.report.slowest, *(one.at for one in asked)])
        return found

    async def _settled(self) -> None:
        """Wait until all that was sent is heard, and answered."""
        await self._calls("probe", "help")
        assert await self.reception.drain(120), "an answer does not come to an end"
        async with asyncio.timeout(30):
            await self.discord._idle.wait()
        assert await self.reception.drain(120), "an answer does not come to an end"

    async def go_on(self, person: str) -> list[str]:
        """See whether somebody can go on: there is a question, or they take one, and a tap on a letter is graded."""
        self.moment.sleeps(seconds=30)
        self.report.checks += 1
        question = await self._calls(person, "continue")
        if "B" not in Shown(question).labels:
            question = await self._calls(person, "quiz", [{"name": "area", "type": 3, "value": "anatomy"}])
        if "B" not in Shown(question).labels:
            return [f"{person} gets no question: {Shown(question).text[:80]!r}"]
        button = next(part for part in walk(question["components"]) if part["type"] == 2 and part["label"] == "B")
        data = {"custom_id": button["custom_id"], "component_type": 2}
        await self._acts(self.events.interaction(TAP, data, channel=question["channel_id"], person=person, message=question, plain=True))
        shown = Shown(self.gateway.messages[question["id"]])
        if "/mark " in button["custom_id"]:  # in a mock exam a letter is noted, and graded at the end
            return [] if shown.text.startswith("Noted: ") else [f"{person} tapped {button['custom_id']}, not noted: {shown.text[:80]!r}"]
        if not self._graded(button["custom_id"]) or shown.text.split(".")[0] not in ("Right", "Wrong"):
            return [f"{person} tapped {button['custom_id']} and was not graded: {shown.text[:80]!r}"]
        return []

    async def witnesses(self) -> list[str]:
        """See whether those who did nothing still stand at their question."""
        self.moment.sleeps(seconds=30)
        found = []
        for person, question in self.witnessed.items():
            now = await self._question(person)
            if now != question:
                found.append(f"{person} stood at {question!r} and now sees {now!r}")
        return found

    def left(self) -> list[str]:
        """Say what is not done at the end."""
        with self.tutor.database.reading() as connection:
            count = connection.scalar(select(func.count()).select_from(inbox).where(inbox.c.state != "shown"))
        return [f"{count} updates are not done"] if count else []

    def _graded(self, tap: str) -> bool:
        """Say whether the answer that a tap means counts; others may be counted at the same time."""
        of, number = (int(part) for part in tap.partition("/answer ")[2].split()[:2])
        query = select(func.count()).select_from(attempt).where(attempt.c.round_id == of, attempt.c.number == number)
        with self.tutor.database.reading() as connection:
            return connection.scalar(query) == 1

    async def _question(self, person: str) -> str:
        return Shown(await self._calls(person, "continue")).text

    async def _calls(self, person: str, command: str, options: list[dict] | None = None) -> dict:
        self.moment.sleeps(seconds=1)
        data = {"id": "1", "name": command, "type": 1, "options": options or []}
        one = await self._acts(self.events.interaction(COMMAND, data, channel=self.gateway.dm(person), person=person, plain=True))
        return self.gateway.messages[one.original]

    async def _acts(self, event: dict) -> Interaction:
        one = self.gateway.interactions[event["id"]] = _interaction(event, self.gateway.seconds)
        await self.gateway.tell("INTERACTION_CREATE", event)
        await self.gateway.until(lambda: one.answered is not None, 2 * _PATIENCE)
        assert await self.reception.drain(120), "an answer does not come to an end"
        return one


_PARTLY = frozenset({"event_read_in_part"})
_OF_BROKEN = _PARTLY | frozenset({"event_failed", "event_unread", "connection_broke", "update_failed", "answer_failed"})
"""What may be logged where Discord has sent what it never sends."""

_NEEDED = frozenset(
    "id application_id type token version data user member author channel_id custom_id component_type content name attachment_size_limit".split()
)
"""What is never taken away: without it nobody could answer."""

_CACHE: dict[object, dict] = {}


def _read(path: object) -> dict:
    if path not in _CACHE:
        _CACHE[path] = json.loads(path.read_text())
    return _CACHE[path]


def _interaction(raw: dict, born: float) -> Interaction:
    message = raw.get("message")
    source = message.get("id") if isinstance(message, dict) else None
    return Interaction(raw["id"], raw["token"], raw["type"], str(raw.get("channel_id")), born, source)


def _wanted(message: dict) -> bool:
    """Say whether somebody who writes this in private waits for an answer."""
    return message["type"] in (0, 19) and not message["author"].get("bot") and "guild_id" not in message


async def fuzz(tutor: Callable[[], Tutor], seed: int, count: int, say: Callable[[str], None] = lambda _said: None) -> Report:
    """Send ``count`` events; raises :class:`FaultFoundError` with the seed and the event that did it, made as small as it goes.

    ``tutor`` builds one on an empty store; it is called again where a fault is hunted down.
    """
    run = Run(tutor(), seed)
    with run.ears.listening():
        async with run:
            report = run.report
            repeated: list[Made] = []
            while report.updates < count:
                batch = [run.events.next() for _ in range(run.chance.choice((1, 3, 8, 12)))]
                if repeated and run.chance.random() < 0.2:
                    again = run.chance.choice(repeated)
                    batch.append(Made(again.event, again.raw, again.kind, again=True))
                run.chance.shuffle(batch)
                found = await run.batch(batch)
                if not found and run.chance.random() < 0.3:
                    found = await run.go_on(f"p{run.chance.randrange(PEOPLE)}")
                if not found and run.chance.random() < 0.1:
                    found = await run.witnesses()
                found += run.ears.take()
                report.updates += len(batch)
                report.kinds.update(made.kind for made in batch)
                report.broken += sum(made.broken for made in batch)
                if found:
                    raise FaultFoundError(await _hunted(tutor, seed, batch, found, report))
                repeated = [*repeated[-50:], *(made for made in batch if not made.broken and made.kind != "aside")]
                if report.updates // 1000 != (report.updates - len(batch)) // 1000:
                    say(f"{report.updates} events")
            found = run.left() + await run.witnesses()
            if found:
                raise FaultFoundError(f"seed {seed}, at the end: {found}")
    return report


async def _hunted(tutor: Callable[[], Tutor], seed: int, batch: list[Made], found: list[str], report: Report) -> str:
    """Say what was wrong, and with which event; each is tried alone, and what is wrong alone is made small."""
    lines = [f"seed {seed}, after {report.updates} events:", *found]
    for made in batch:
        if alone := await _alone(tutor, made):
            small = await smaller(
                made.raw, lambda raw, made=made: _alone(tutor, Made(made.event, raw, made.kind, made.broken)), sort(alone[0]), keep=_NEEDED
            )
            lines.append(f"alone: {made.event}: {alone[0]}: {told(small)}")
    if len(lines) == 1 + len(found):
        lines += ["none of them does it alone; the batch:", *(f"{made.event} {told(made.raw)}" for made in batch)]
    return "\n".join(lines)


async def _alone(tutor: Callable[[], Tutor], made: Made) -> list[str]:
    run = Run(tutor(), 0)
    with run.ears.listening():
        async with run:
            return await run.batch([made], _IMPATIENCE) or await run.witnesses()
