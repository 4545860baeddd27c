"""Measure learning: what a cohort recalls on its exam day under four schedulers, and the cost of one answer after many.

A thousand simulated students learn items for some weeks and review them. They forget by FSRS-6, but each with weights of their own, drawn
about the published ones, with items that are uneven for everybody, unlike what any scheduler believes; they stay away on one day in eight.
All schedulers face the same students, items and luck, may ask 60 reviews a day, and ask each student as many in all as plain FSRS does,
which asks what is due. What differs is which item is asked on which day. How the days share that number is worked out knowing the days
away, for all of them.

``python -m benchmarks.learning [--students 1000]``. Expected: reviews towards the exam 3 points or more above plain FSRS over two months;
an answer costs the same after 20,000 as after ten. Readiness is measured by ``benchmarks/readiness.py``.
"""

import argparse
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from random import Random

import numpy as np
from sqlalchemy import insert

from benchmarks.engine import ROOT, START, quantiles, timed
from bot.chat import Incoming, Sender
from bot.codebook.shelf import open_codebook
from bot.learning.deadline import is_worth_it, weight, worth
from bot.learning.review import WEIGHTS
from bot.library.shelf import Library
from bot.store.database import Database
from bot.store.studytables import card
from bot.store.tables import attempt, round, study_day
from bot.tutor import Tutor

MOST = 60
"""Reviews a day, for every scheduler."""

CHUNK = 100
"""Students that are simulated at once."""

PASTS = (10, 1_000, 20_000)
DUE = 10
"""Cards that are due for everybody, so that the first review asks the same of all."""

W = np.array(WEIGHTS)[:, None, None]


@dataclass
class Scene:
    """A way to prepare: days until the exam, new items a day, days before the exam without new ones."""

    days: int
    new: int
    rest: int

    @property
    def items(self) -> int:
        """How many items are met in all."""
        return self.new * (self.days - self.rest)


class Students:
    """A chunk of students: what they know in truth, and what they would answer on each day."""

    def __init__(self, scene: Scene, count: int, seed: int) -> None:
        chance = np.random.default_rng(seed)
        shape = (count, scene.items)
        self.weights = W * np.exp(chance.normal(0, 0.2, (21, count, 1)))
        self.weights[20] = np.clip(self.weights[20], 0.1, 0.8)
        self.uneven = np.exp(chance.normal(0, 0.3, shape))
        self.luck = chance.random((scene.days, *shape), dtype=np.float32)
        self.known = chance.beta(4, 3, (count, 1)) * np.ones(shape)
        self.there = chance.random((scene.days, count)) < 7 / 8


def recall(stability: np.ndarray, elapsed: np.ndarray, w: np.ndarray = W) -> np.ndarray:
    """The curve of forgetting, with weights of one's own."""
    return (1 + (0.9 ** (-1 / w[20]) - 1) * elapsed / stability) ** -w[20]


def after(stability: np.ndarray, difficulty: np.ndarray, now: np.ndarray, right: np.ndarray, w: np.ndarray = W) -> np.ndarray:
    """The stability after an answer, with weights of one's own."""
    growth = np.exp(w[8]) * (11 - difficulty) * stability ** -w[9] * (np.exp((1 - now) * w[10]) - 1)
    forgotten = w[11] * difficulty ** -w[12] * ((stability + 1) ** w[13] - 1) * np.exp((1 - now) * w[14])
    return np.maximum(np.where(right, stability * (1 + growth), np.minimum(forgotten, stability / np.exp(w[17] * w[18]))), 0.001)


def harder(difficulty: np.ndarray, right: np.ndarray, w: np.ndarray = W) -> np.ndarray:
    """The difficulty after an answer."""
    moved = difficulty + (10 - difficulty) * np.where(right, 0, 2 * w[6]) / 9
    return np.clip(w[7] * (w[4] - np.exp(w[5] * 3) + 1) + (1 - w[7]) * moved, 1, 10)


class Believed:
    """What a scheduler keeps of a chunk's items: stability, difficulty, the last day, when each is due, and SM-2's ease."""

    def __init__(self, shape: tuple[int, int]) -> None:
        self.stability, self.difficulty, self.last = (np.full(shape, start) for start in (1.0, 5.0, np.nan))
        self.due, self.gap, self.ease, self.run = (np.full(shape, start) for start in (np.inf, 0.0, 2.5, 0.0))


def fsrs_due(mine: Believed, day: int, right: np.ndarray) -> np.ndarray:
    """FSRS: when nine in ten are still remembered."""
    return day + np.maximum(np.round(mine.stability), 1)


def sm2_due(mine: Believed, day: int, right: np.ndarray) -> np.ndarray:
    """SM-2, with 4 for right and 2 for wrong."""
    mine.run = np.where(right, mine.run + 1, 0)
    mine.gap = np.select([mine.run <= 1, mine.run == 2], [1, 6], np.round(mine.gap * mine.ease))
    quality = np.where(right, 4, 2)
    mine.ease = np.maximum(1.3, mine.ease + 0.1 - (5 - quality) * (0.08 + (5 - quality) * 0.02))
    return day + np.maximum(mine.gap, 1)


def fixed_due(mine: Believed, day: int, right: np.ndarray) -> np.ndarray:
    """After 1, 3, 7, 14 and 30 days; from the beginning where it was wrong."""
    mine.run = np.where(right, np.minimum(mine.run + 1, 4), 0)
    return day + np.array([1, 3, 7, 14, 30])[mine.run.astype(int)]


def at_risk(mine: Believed, day: int, left: int) -> np.ndarray:
    """What is due, the least remembered first; then what is due soonest."""
    return np.where(mine.due <= day, 10 - recall(mine.stability, day - mine.last), -mine.due / 1000)


def soonest(mine: Believed, day: int, left: int) -> np.ndarray:
    """What has been due longest."""
    return -mine.due


def towards(mine: Believed, day: int, left: int) -> np.ndarray:
    """What gains most on the exam day: the rule that the tutor goes by."""
    gain = worth(mine.stability, mine.difficulty, day - mine.last, left)
    return np.where(is_worth_it(gain), gain, gain - 1)


def least_known(mine: Believed, day: int, left: int) -> np.ndarray:
    """The least remembered first, due or not."""
    return -recall(mine.stability, day - mine.last)


@dataclass
class Rule:
    """A scheduler: when an item is due after an answer, the order of what is asked, and the share of a day, by how many are left."""

    name: str
    due: Callable[[Believed, int, np.ndarray], np.ndarray]
    order: Callable[[Believed, int, int], np.ndarray]
    share: Callable[[int], float]


def evenly(left: int) -> float:
    """The same number every day."""
    return 1.0


PLAIN = Rule("plain FSRS", fsrs_due, at_risk, evenly)
RULES = (
    Rule("fixed intervals", fixed_due, soonest, evenly),
    Rule("SM-2", sm2_due, soonest, evenly),
    Rule("least remembered, on the days of the next", fsrs_due, least_known, weight),
    Rule("deadline mode", fsrs_due, towards, weight),
)


def study(rule: Rule, scene: Scene, they: Students, budget: np.ndarray | None) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Let students prepare; returns each one's mean recall on the exam day, and their reviews by day.

    Without a budget, what is due is asked, and no more; with one, so many reviews in all as each student's says.
    """
    shape = they.known.shape
    mine, place = Believed(shape), np.arange(scene.items)
    true_s, true_d = np.ones(shape), np.full(shape, 5.0)
    shares = np.array([rule.share(scene.days - day) for day in range(scene.days)])[:, None] * they.there
    spent, by_day = np.zeros(shape[0], int), np.zeros((scene.days, shape[0]), int)
    for day in range(scene.days):
        left = scene.days - day
        met = (place < scene.new * min(day, scene.days - scene.rest)) & (mine.last < day)
        met &= they.there[day][:, None]
        if met.any():
            urgency = np.where(met, rule.order(mine, day, left), -np.inf)
            if budget is None:
                urgency = np.where(mine.due <= day, urgency, -np.inf)
                room = np.full(shape[0], MOST)
            else:
                ahead = np.maximum(shares[day:].sum(0), 1e-9)
                later = MOST * they.there[day + 1 :].sum(0)  # what is more than the days after can take is asked today
                room = np.minimum(np.maximum(np.round((budget - spent) * shares[day] / ahead), budget - spent - later), MOST)
            rank = np.argsort(np.argsort(-urgency, axis=1), axis=1)
            asked = np.isfinite(urgency) & (rank < room[:, None])
            by_day[day] = asked.sum(1)
            spent += by_day[day]
            elapsed = np.where(asked, day - np.nan_to_num(mine.last), 1)
            now = recall(true_s, elapsed, they.weights)
            right = they.luck[day] < now
            grown = after(true_s, true_d, now, right, they.weights) * np.where(right, they.uneven**0.5, 1)
            true_s, true_d = np.where(asked, grown, true_s), np.where(asked, harder(true_d, right, they.weights), true_d)
            note(rule, mine, day, right, asked)
        if day < scene.days - scene.rest:
            new = (place // scene.new == day) & np.ones(shape, bool)
            right = they.luck[day] < they.known
            first = np.where(right, they.weights[2], they.weights[0]) * they.uneven
            hard = np.clip(np.where(right, they.weights[4] - np.exp(they.weights[5] * 2) + 1, they.weights[4]), 1, 10)
            true_s, true_d = np.where(new, first, true_s), np.where(new, hard, true_d)
            mine.stability = np.where(new, np.where(right, WEIGHTS[2], WEIGHTS[0]), mine.stability)
            mine.difficulty = np.where(new, np.clip(np.where(right, W[4] - np.exp(W[5] * 2) + 1, W[4]), 1, 10), mine.difficulty)
            mine.last = np.where(new, day, mine.last)
            mine.due = np.where(new, rule_due(rule, mine, day, right, new), mine.due)
    return recall(true_s, scene.days - mine.last, they.weights).mean(1), spent, by_day


def note(rule: Rule, mine: Believed, day: int, right: np.ndarray, asked: np.ndarray) -> None:
    """Let a scheduler take notice of answers."""
    elapsed = np.where(asked, day - np.nan_to_num(mine.last), 1)
    now = recall(mine.stability, elapsed)
    mine.stability = np.where(asked, after(mine.stability, mine.difficulty, now, right), mine.stability)
    mine.difficulty = np.where(asked, harder(mine.difficulty, right), mine.difficulty)
    mine.due = np.where(asked, rule_due(rule, mine, day, right, asked), mine.due)
    mine.last = np.where(asked, day, mine.last)


def rule_due(rule: Rule, mine: Believed, day: int, right: np.ndarray, asked: np.ndarray) -> np.ndarray:
    """Work out when items are due after an answer; what was not asked keeps its state."""
    kept = (mine.run, mine.gap, mine.ease)
    due = rule.due(mine, day, right)
    after_it = (mine.run, mine.gap, mine.ease)
    mine.run, mine.gap, mine.ease = (np.where(asked, now, before) for now, before in zip(after_it, kept, strict=True))
    return due


def cohorts(scene: Scene, students: int) -> None:
    """Print what each scheduler comes to, with the standard error of the difference to plain FSRS."""
    found: dict[str, list[np.ndarray]] = {rule.name: [] for rule in (PLAIN, *RULES)}
    reviews: dict[str, list[np.ndarray]] = {name: [] for name in found}
    busiest: dict[str, int] = dict.fromkeys(found, 0)
    for seed in range(-(-students // CHUNK)):
        they = Students(scene, min(CHUNK, students - seed * CHUNK), seed)
        budget = None
        for rule in (PLAIN, *RULES):
            recalled, spent, by_day = study(rule, scene, they, budget)
            budget = spent if budget is None else budget
            found[rule.name].append(recalled)
            reviews[rule.name].append(spent)
            busiest[rule.name] = max(busiest[rule.name], int(by_day.max()))
    plain = np.concatenate(found[PLAIN.name])
    print(f"\n{students} students, {scene.days} days, {scene.items} items: recall on the exam day")
    for name, parts in found.items():
        mine = np.concatenate(parts)
        gain = 100 * (mine - plain)
        more = f"{gain.mean():+6.2f} ± {1.96 * gain.std() / len(gain) ** 0.5:.2f}" if name != PLAIN.name else ""
        asked = np.concatenate(reviews[name]).mean()
        print(f"  {name:42} {100 * mine.mean():6.2f} %  {more:15} reviews {asked:7.1f} a student, {busiest[name]} on the busiest day")


def fill(database: Database, library: Library, learner_id: int, count: int) -> None:
    """Write a past of so many answers, as it would have been left by rounds of fifty."""
    chance, names = Random(count), sorted(library.practice)
    rounds, answers, cards = [], [], {}
    for n in range(count):
        number = 1_000_000 * learner_id + n // 50
        day = (START - timedelta(days=(count - n) // 60 + 1)).date()
        name = names[n % len(names)]
        question = library.practice[name]
        if n % 50 == 0:
            plan = [[names[(n + place) % len(names)], [0, 1, 2, 3]] for place in range(50)]
            new = {"id": number, "learner_id": learner_id, "kind": "quiz", "plan": plan, "number": 50, "open": False}
            rounds.append({**new, "started_at": START - timedelta(days=400), "shown_at": START - timedelta(days=400)})
        answers.append({
            "learner_id": learner_id, "round_id": number, "number": n % 50 + 1, "question": name, "area": question.area, "chosen": 0,
            "correct": chance.random() < 0.7, "at": START - timedelta(days=(count - n) // 60 + 1), "day": day, "seconds": 40,
        })  # fmt: skip
        due = chance.randrange(-3, 60) if len(cards) >= DUE else -1
        cards[name] = {
            "learner_id": learner_id, "item": name, "area": question.area, "stability": chance.uniform(1, 60), "difficulty": 5.0,
            "due_on": START.date() + timedelta(days=due), "last_on": day, "reps": n // len(names) + 1, "lapses": 0,
            "round_id": number, "number": n % 50 + 1,
        }  # fmt: skip
    days = sorted({one["day"] for one in answers})
    with database.writing() as connection:
        connection.execute(insert(round), rounds)
        connection.execute(insert(attempt), answers)
        connection.execute(insert(card), list(cards.values()))
        done = {"learner_id": learner_id, "kind": "done", "answered": 60, "correct": 42}
        connection.execute(insert(study_day), [{**done, "day": day} for day in days])


def costs() -> None:
    """Print what an answer, a review and a round cost after few and after many answers."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        library = Library(ROOT / "content", folder / "cache")
        codebook = open_codebook([folder / "codes"], library.thesaurus, library.own_words)
        database = Database(f"sqlite:///{folder / 'bench.db'}")
        database.upgrade()
        tutor = Tutor(database, library, codebook, seed=1)
        people = [f"after {count}" for count in PASTS]
        for number, (who, count) in enumerate(zip(people, PASTS, strict=True), 1):
            tutor.handle(Incoming(Sender("bench", who), "/start", START))
            fill(database, library, number, count)
        times = measure(tutor, people)
        print("\nOne learner on SQLite, with so many answers behind them")
        for kind in ("an answer, its card with it", "/review, the first question", "/quiz, the first question"):
            first = sorted(times[kind, people[0]])[len(times[kind, people[0]]) // 2]
            for who in people:
                found = sorted(times[kind, who])
                print(f"  {kind:28} {who:12} {quantiles(found)}   × {found[len(found) // 2] / first:.2f}")
        database.close()


def measure(tutor: Tutor, people: list[str]) -> dict[tuple[str, str], list[float]]:
    """Take turns among the people, so that whatever else the machine does falls on all of them."""
    times: dict[tuple[str, str], list[float]] = {}
    at, chance = START + timedelta(hours=1), Random(5)
    for turn in range(12):
        for kind, said in (("/review, the first question", "/review 10 more"), ("/quiz, the first question", "/quiz 10")):
            for who in people:
                took, says = timed(tutor, who, said, at)
                times.setdefault((kind, who), []).append(took)
                for _ in range(8 if kind.startswith("/quiz") and turn else 0):
                    at += timedelta(seconds=5)
                    took, _ = timed(tutor, who, says[:-1] + chance.choice("ABCD"), at)
                    times.setdefault(("an answer, its card with it", who), []).append(took)
                    _, says = timed(tutor, who, f"/next {says.split()[1]}", at)
    return times


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description="Measure learning.")
    parser.add_argument("--students", type=int, default=1000)
    students = parser.parse_args().students
    for scene, share in ((Scene(60, 5, 14), 1), (Scene(90, 5, 20), 4), (Scene(30, 9, 5), 4)):
        cohorts(scene, max(students // share, 20))
    costs()


if __name__ == "__main__":
    main()
