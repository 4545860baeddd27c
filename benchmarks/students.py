"""Simulated students who practise and then sit a mock exam. None is made as the estimator of readiness thinks people are.

Five worlds. Each has a bank of items with an author's word of difficulty that is only roughly true, and people whose score in the
mock exam comes out of their own mechanism: facts and elimination, two skills, memories that fade, specialists who tire, late risers.
"""

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from math import erf, exp, sqrt
from pathlib import Path
from random import Random

AREAS: dict[str, int] = {
    area["slug"]: area["questions"]
    for area in tomllib.loads((Path(__file__).parent.parent / "content" / "blueprint.toml").read_text())["area"]
}
LABELS = ("easy", "medium", "hard")
SHARES = (0.3, 0.45, 0.25)
TODAY = datetime(2027, 3, 1, 12, tzinfo=UTC)


@dataclass(slots=True)
class Item:
    """One item: its area, what its author says of it, how hard it is beyond that, and what its world needs to know of it."""

    id: int
    area: str
    label: str
    odd: float
    traits: dict[str, float] = field(default_factory=dict)

    @property
    def hard(self) -> float:
        """How hard it truly is, about -2 to 2."""
        return (LABELS.index(self.label) - 1) * 0.9 + self.odd


@dataclass(frozen=True, slots=True)
class Given:
    """One answer in practice."""

    item: Item
    right: bool
    at: datetime
    timed: bool


@dataclass(frozen=True, slots=True)
class Student:
    """What somebody answered, and the scores of mock exams that they then sat, each on a day of its own with items of its own."""

    answers: list[Given]
    scores: list[int]


Answering = Callable[[Item, float, float], float]
"""The chance to get an item right, on a day of some form, ``days`` from now (before it: negative)."""


@dataclass(frozen=True, slots=True)
class World:
    """A way in which people and items are. ``person`` makes how somebody answers, and what answering does to them."""

    name: str
    bank: list[Item]
    person: Callable[[Random], tuple[Answering, Callable[[Item, bool, float], None]]]
    form: float
    tires: float = 0.0
    weak_first: float = 0.3
    wait: float = 0.0

    def student(self, chance: Random, answers: int, sittings: int = 1) -> Student:
        """Let somebody practise in sessions over some weeks, then sit mock exams."""
        answering, learns = self.person(chance)
        shelves = {area: [one for one in self.bank if one.area == area] for area in AREAS} if not _SHELVES.get(id(self)) else {}
        shelves = _SHELVES.setdefault(id(self), shelves)
        days = chance.uniform(12, 60)
        sessions = sorted(-chance.uniform(0.2, days) for _ in range(chance.randint(6, 14)))
        weak = chance.sample(list(AREAS), 4)
        given: list[Given] = []
        for number, at in enumerate(sessions):
            form = chance.gauss(0, self.form)
            count = (answers - len(given)) // (len(sessions) - number)
            timed = number == len(sessions) - 1 and chance.random() < 0.5
            own = None if timed or chance.random() >= self.weak_first else chance.choice(weak)
            for _ in range(count):
                area = own or chance.choices(list(AREAS), list(AREAS.values()))[0]
                item = chance.choice(shelves[area])
                right = chance.random() < answering(item, form, at)
                learns(item, right, at)
                given.append(Given(item, right, TODAY + timedelta(days=at), timed))
        return Student(given, [self._mock(chance, answering, shelves) for _ in range(sittings)])

    def _mock(self, chance: Random, answering: Answering, shelves: dict[str, list[Item]]) -> int:
        form, right, place = chance.gauss(0, self.form), 0, 0
        for area, count in AREAS.items():
            for item in chance.sample(shelves[area], count):
                place += 1
                right += chance.random() < answering(item, form, self.wait) - self.tires * max(0, place - 50) / 50
        return right


_SHELVES: dict[int, dict[str, list[Item]]] = {}


def _bank(chance: Random, odd: float, traits: Callable[[Random], dict[str, float]]) -> list[Item]:
    found = []
    for area in AREAS:
        leaning = chance.gauss(0, 0.25)  # whole areas are harder than their authors think
        for _ in range(110):
            label = chance.choices(LABELS, SHARES)[0]
            found.append(Item(len(found), area, label, leaning + chance.gauss(0, odd), traits(chance)))
    return found


def _nothing(_item: Item, _right: bool, _at: float) -> None:
    """Learn nothing from answering."""


def _sigmoid(x: float) -> float:
    return 1 / (1 + exp(-x))


def elimination(seed: int, odd: float = 0.6, form: float = 0.05) -> World:
    """Items need one to three facts; who misses one strikes out some wrong options and guesses among the rest."""
    bank = _bank(Random(seed), odd, lambda chance: {"draw": chance.random()})
    for item in bank:
        item.traits["facts"] = 1 + (item.hard + item.traits["draw"] > 0.5) + (item.hard + item.traits["draw"] > 1.6)

    def person(chance: Random) -> tuple[Answering, Callable[[Item, bool, float], None]]:
        base, strikes, care = chance.betavariate(5, 2.6), chance.uniform(0.1, 0.6), chance.uniform(0.94, 0.99)
        knows = {area: min(max(base + chance.gauss(0, 0.12), 0.05), 0.97) for area in AREAS}

        def answering(item: Item, day: float, _at: float) -> float:
            fact = min(max(knows[item.area] + day - 0.06 * item.odd, 0.02), 0.99)
            all_known = fact ** item.traits["facts"]
            strike = strikes * fact
            left = sum(_ways(gone) * strike**gone * (1 - strike) ** (3 - gone) / (4 - gone) for gone in range(4))
            return care * all_known + (1 - all_known) * left

        return answering, _nothing

    return World("facts and elimination", bank, person, form)


def _ways(gone: int) -> int:
    return (1, 3, 3, 1)[gone]


def two_skills(seed: int, odd: float = 0.6, form: float = 0.22) -> World:
    """Knowing and looking up, each item of its own mixture; abilities from a box, areas with heavy tails, uneven sharpness, slips."""

    def traits(chance: Random) -> dict[str, float]:
        return {"look": chance.uniform(0, 0.7), "sharp": exp(chance.gauss(0, 0.35)), "guess": chance.uniform(0.15, 0.4)}

    bank = _bank(Random(seed), odd, traits)

    def person(chance: Random) -> tuple[Answering, Callable[[Item, bool, float], None]]:
        base, look, slip = chance.uniform(-1.0, 1.7), chance.uniform(-0.8, 1.6), chance.uniform(0, 0.05)
        knows = {area: base + 0.35 * chance.gauss(0, 1) / sqrt(chance.gammavariate(2, 0.5)) for area in AREAS}

        def answering(item: Item, day: float, _at: float) -> float:
            mine = (1 - item.traits["look"]) * knows[item.area] + item.traits["look"] * look + day
            normal = 0.5 * (1 + erf(item.traits["sharp"] * (mine - 0.7 * item.hard) / sqrt(2)))
            return item.traits["guess"] + (1 - slip - item.traits["guess"]) * normal

        return answering, _nothing

    return World("two skills", bank, person, form)


def forgetting(seed: int, odd: float = 0.5, form: float = 0.06, wait: float = 3.0) -> World:
    """Items hang on concepts; a concept fades by a power law from when it was last met, and meeting it in a question refreshes it."""
    concepts = 24

    def traits(chance: Random) -> dict[str, float]:
        return {"one": chance.randrange(concepts), "two": chance.randrange(concepts) if chance.random() < 0.3 else -1}

    bank = _bank(Random(seed), odd, traits)

    def person(chance: Random) -> tuple[Answering, Callable[[Item, bool, float], None]]:
        studied, steady = chance.betavariate(3, 1.1), chance.uniform(10, 80)
        memory: dict[tuple[str, float], list[float]] = {}
        for area in AREAS:
            mine = min(max(studied + chance.gauss(0, 0.12), 0.1), 0.98)
            for concept in range(concepts):
                if chance.random() < mine:
                    memory[area, concept] = [-chance.uniform(1, 70), steady * exp(chance.gauss(0, 0.6))]
        guess = chance.uniform(0.25, 0.42)

        def recalls(area: str, concept: float, at: float) -> float:
            trace = memory.get((area, concept))
            return 0.0 if trace is None else 1 / sqrt(1 + max(at - trace[0], 0.0) / trace[1])

        def answering(item: Item, day: float, at: float) -> float:
            known = recalls(item.area, item.traits["one"], at)
            if item.traits["two"] >= 0:
                known *= recalls(item.area, item.traits["two"], at)
            known = min(max(known + day - 0.10 * item.hard, 0.0), 1.0)
            return 0.96 * known + guess * (1 - known)

        def learns(item: Item, right: bool, at: float) -> None:
            for concept in (item.traits["one"], item.traits["two"]):
                if concept >= 0:
                    trace = memory.setdefault((item.area, concept), [at, steady / 2])
                    trace[:] = [at, trace[1] * (1.4 if right else 1.1)]

        return answering, learns

    return World("memories that fade", bank, person, form, wait=wait)


def specialists(seed: int, odd: float = 0.6, form: float = 0.05) -> World:
    """Some areas are mastered, some half known, some blank; they practise what they like, and tire in the second half of an exam."""
    bank = _bank(Random(seed), odd, lambda _chance: {})

    def person(chance: Random) -> tuple[Answering, Callable[[Item, bool, float], None]]:
        mastered, blank = chance.uniform(0.15, 0.8), chance.uniform(0.0, 0.5)
        share = {}
        for area in AREAS:
            draw = chance.random()
            share[area] = chance.uniform(0.86, 0.95) if draw < mastered else 0.33 if draw > 1 - (1 - mastered) * blank else 0.62

        def answering(item: Item, day: float, _at: float) -> float:
            return min(max(share[item.area] + day - 0.09 * item.hard, 0.2), 0.98)

        return answering, _nothing

    return World("specialists who tire", bank, person, form, tires=0.04, weak_first=0.5)


def risers(seed: int, odd: float = 0.7, form: float = 0.2) -> World:
    """People who rise towards a ceiling of their own while they practise; items with lopsided curves."""
    bank = _bank(Random(seed), odd, lambda chance: {"guess": chance.uniform(0.2, 0.42)})

    def person(chance: Random) -> tuple[Answering, Callable[[Item, bool, float], None]]:
        start, ceiling, pace = chance.gauss(-1.2, 0.6), chance.uniform(-1.2, 1.2), chance.uniform(15, 60)
        lean = {area: chance.uniform(-0.9, 0.9) for area in AREAS}

        def answering(item: Item, day: float, at: float) -> float:
            level = ceiling - max(ceiling - start, 0.0) * exp(-(at + 60) / pace)
            mine = level + lean[item.area] + day - 0.8 * item.hard
            return item.traits["guess"] + (0.98 - item.traits["guess"]) * (1 - exp(-exp(0.75 * mine + 0.1)))

        return answering, _nothing

    return World("late risers", bank, person, form)


def tuning() -> Iterator[World]:
    """Yield the worlds that the constants were set on."""
    yield from (elimination(1), two_skills(2), forgetting(3))
    yield from (elimination(11, odd=0.9), two_skills(12, odd=0.9, form=0.3), forgetting(13, odd=0.7, wait=7.0))


def trial() -> Iterator[World]:
    """Yield the worlds that the constants are tried on: the same kinds with other items and other habits, and two kinds never seen."""
    yield elimination(201, odd=0.8, form=0.07)
    yield two_skills(202, odd=0.75, form=0.27)
    yield forgetting(203, odd=0.6, form=0.08, wait=5.0)
    yield specialists(204)
    yield risers(205)
