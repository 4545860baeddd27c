"""A crowd: people who practise, look codes up and ask questions, each with one message under way, on a platform of our own.

What a person does next depends on what they see, as in life: who has a question before them mostly answers it, sometimes looks
something up or asks about the exam first. The server and the people live in the process that measures; the bot lives in another.
"""

import asyncio
import time
from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

ROOT = Path(__file__).parent.parent
PATIENCE = 60.0
"""Seconds after which an answer counts as lost."""

_STAYS = (6, 18)
"""How many things a person does in one visit, at least and at most."""

_WAYS_ON = ("Next", "Continue", "Five more")


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that a person does: ``how`` is command, text or tap; ``says`` what is said, or which label is tapped.

    ``expects`` are words of which the answer must hold one.
    """

    kind: str
    how: str
    says: str
    expects: tuple[str, ...]


@dataclass(slots=True)
class Person:
    """Somebody, with the messages that they see, newest last: id, and the labels of its buttons with what a tap sends."""

    name: str
    number: int
    seen: dict[str, dict[str, str]] = field(default_factory=dict)
    waiting: "asyncio.Future[str] | None" = None

    def button(self, *labels: str) -> tuple[str, str] | None:
        """Find the newest button with one of these labels: its message and label."""
        for message, buttons in reversed(self.seen.items()):
            for label in buttons:
                if label.startswith(labels) if len(labels[0]) > 1 else label in labels:
                    return message, label
        return None


@dataclass
class Figures:
    """What was measured. Times are seconds from the moment an update is there for the bot to that of its answer."""

    people: int
    seconds: float = 0.0
    times: list[float] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)
    bot: float = 0.0
    """Of one core, as used by the process of the bot."""
    load: float = 0.0
    """Of one core, as used by server and crowd."""
    others: float = 0.0
    """Of one core, as used by all else: PostgreSQL where it is used, and whoever shares the machine."""

    @property
    def rate(self) -> float:
        """Answers a second."""
        return len(self.times) / self.seconds

    def percentile(self, part: float) -> float:
        """Read a quantile, in milliseconds."""
        ordered = sorted(self.times)
        return 1000 * ordered[min(len(ordered) - 1, int(len(ordered) * part))] if ordered else float("nan")


class Crowd:
    """People, and how they act. A platform gives :meth:`send`, and calls :meth:`replied`."""

    def __init__(self, people: int, codes: Sequence[str], seed: int = 1) -> None:
        self.people = [Person(f"p{number:05}", number) for number in range(people)]
        self.by_name = {person.name: person for person in self.people}
        self.echo = False
        self.wrong: Counter[str] = Counter()
        """Answers that were not what a person would expect."""
        self.spinning = 0
        self._idle = deque(self.people)
        self._chance = Random(seed)
        self._codes = codes
        held = (ROOT / "tests/data/faq/heldout_in_scope.tsv").read_text().splitlines()
        self._questions = [line.split("\t")[1] for line in held]
        self._words = [
            "heart attack", "broken wrist", "type 2 diabetes with kidney disease", "high blood pressure", "ear infection left",
            "copd with acute bronchitis", "torn rotator cuff", "wheelchair", "urinary tract infection", "low back pain",
        ]  # fmt: skip

    async def send(self, person: Person, step: Step) -> None:
        """Hand what a person does to the bot."""
        raise NotImplementedError

    def replied(self, person: Person, message: str, text: str, buttons: dict[str, str]) -> None:
        """Take what the bot shows to somebody: a message, new or changed, with its buttons."""
        person.seen.pop(message, None)
        person.seen[message] = buttons
        while len(person.seen) > 4:
            self.forgotten(next(iter(person.seen)))
            del person.seen[next(iter(person.seen))]
        if person.waiting is None:
            self.wrong["nobody waited"] += 1
        elif not person.waiting.done():
            person.waiting.set_result(text)

    def forgotten(self, message: str) -> None:
        """Drop what is kept of a message that nobody looks at any more."""

    def step(self, person: Person) -> Step:
        """Decide what a person does next."""
        chance = self._chance.random()
        open_question, on = person.button("A", "B", "C", "D"), person.button(*_WAYS_ON)
        if chance < 0.08:
            code = self._chance.choice(self._codes)
            return Step("code", "text", code, (code,))
        if chance < 0.12:
            return Step("search", "text", self._chance.choice(self._words), ("",))
        if chance < 0.20:
            return Step("faq", "text", self._chance.choice(self._questions), ("",))
        if self.echo:  # nobody offers buttons there; the same shares of everything
            if chance < 0.28 or not person.seen:
                return Step("quiz", "command", "/quiz", ("",))
            return Step("answer", "tap", "A", ("",)) if chance < 0.64 else Step("next", "tap", "Next", ("",))
        newest = next(reversed(person.seen.values()), {})
        if open_question and "Next" not in newest:
            return Step("answer", "tap", self._chance.choice("ABCD"), ("Right.", "Wrong."))
        if on:
            label = on[1]
            return Step("next", "tap", label, ("Question ",))
        return Step("quiz", "command", "/quiz", ("Question ",))

    async def act(self, person: Person) -> tuple[Step, float]:
        """Let a person do something; returns what, and the seconds until the answer."""
        step = self.step(person)
        person.waiting = asyncio.get_running_loop().create_future()
        began = time.perf_counter()
        await self.send(person, step)
        try:
            text = await asyncio.wait_for(person.waiting, PATIENCE)
        except TimeoutError:
            self.wrong[f"no answer to {step.kind}"] += 1
            person.seen.clear()
            return step, PATIENCE
        finally:
            person.waiting = None
        if not any(words in text for words in step.expects):
            self.wrong[f"{step.kind}: {text[:40]!r}"] += 1
        return step, time.perf_counter() - began

    async def measure(self, people: int, seconds: float, *, think: float = 0.0, warm: float = 1.0, process: int | None = None) -> Figures:
        """Let so many people act at once, each thinking ``think`` seconds on average between an answer and the next message."""
        found = Figures(people)
        stop, recording = asyncio.Event(), False

        async def seat() -> None:
            while not stop.is_set():
                person = self._idle.popleft()
                for _ in range(self._chance.randint(*_STAYS)):
                    if think:
                        await _either(stop, self._chance.expovariate(1 / think))
                    if stop.is_set():
                        break
                    step, took = await self.act(person)
                    if recording:
                        found.times.append(took)
                        found.kinds[step.kind] += 1
                self._idle.append(person)

        seats = [asyncio.create_task(seat()) for _ in range(people)]
        await asyncio.sleep(warm)
        recording, began, before = True, time.perf_counter(), usage(process)
        await asyncio.sleep(seconds)
        recording, found.seconds = False, time.perf_counter() - began
        spent = [max(0.0, late - early) / found.seconds for early, late in zip(before, usage(process), strict=True)]
        found.bot, found.load, found.others = spent
        stop.set()
        await asyncio.gather(*seats)
        return found


async def _either(stop: asyncio.Event, seconds: float) -> None:
    """Wait for so long, or until told to stop."""
    try:
        await asyncio.wait_for(stop.wait(), seconds)
    except TimeoutError:
        return


def usage(process: int | None) -> tuple[float, float, float]:
    """Read the seconds of processor that the bot, this process and everybody else have used so far."""
    mine, bot = time.process_time(), 0.0
    tick = 100.0
    if process is not None:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        bot = (int(fields[11]) + int(fields[12])) / tick
    busy = [int(part) for part in Path("/proc/stat").read_text().splitlines()[0].split()[1:9]]
    whole = (sum(busy) - busy[3] - busy[4]) / tick
    return bot, mine, whole - bot - mine


def resident(process: int) -> float:
    """Read the memory that a process holds, in MB."""
    line = next(line for line in Path(f"/proc/{process}/status").read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024
