"""Measure readiness: is the chance of passing what comes true, does the interval hold the score, what does it cost.

People are simulated in ways of their own (``benchmarks.students``). ``--tune`` runs the worlds that the constants were set on; without
it those that they are tried on. Beside it stands what one would do without a model: the share of right answers by area, weighted by
the blueprint, with the spread of chance.
"""

import argparse
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from math import erf, sqrt
from pathlib import Path
from random import Random
from statistics import mean

from sqlalchemy import insert

from benchmarks.engine import ROOT, START, timed
from benchmarks.students import AREAS, LABELS, SHARES, TODAY, Student, World, trial, tuning
from bot.codebook.shelf import open_codebook
from bot.learning.ability import Ability, after
from bot.learning.difficulty import MEANT, learned, rung
from bot.learning.readiness import Weight, missing, readiness
from bot.learning.score import PASS_MARK
from bot.library.shelf import Library
from bot.store import learners, rounds
from bot.store.database import Database
from bot.store.tables import attempt
from bot.tutor import Tutor

SITTINGS = 4
"""Mock exams of each student, so that chance blurs the figures less."""


@dataclass(frozen=True, slots=True)
class Told:
    """What was foretold of one student, and what came."""

    passing: float
    score: float
    low: float
    high: float
    scores: Sequence[int]


def by_model(student: Student, level: Callable[[int], float], exam: dict[str, Weight]) -> Told | None:
    """Foretell by the model of the tutor."""
    known: dict[str, Ability] = {}
    for one in student.answers:
        known[one.item.area] = after(known.get(one.item.area), rung(level(one.item.id)), one.right, one.at, timed=one.timed)
    if missing(known, AREAS, TODAY) is not None:
        return None
    found = readiness(known, exam, TODAY)
    return Told(found.passing, found.score, found.low, found.high, student.scores)


def by_shares(student: Student) -> Told:
    """Foretell by the share of right answers in each area, weighted as the exam is."""
    overall = (sum(one.right for one in student.answers) + 1) / (len(student.answers) + 2)
    points, spread = 0.0, 0.0
    for area, count in AREAS.items():
        mine = [one.right for one in student.answers if one.item.area == area]
        share = (sum(mine) + overall) / (len(mine) + 1)
        points += count * share
        spread += count * share * (1 - share)
    wide = sqrt(spread)
    return Told(1 - _normal((PASS_MARK - 0.5 - points) / wide), points, points - 1.2816 * wide, points + 1.2816 * wide, student.scores)


def _normal(x: float) -> float:
    return 0.5 * (1 + erf(x / sqrt(2)))


def figures(told: Sequence[Told]) -> dict[str, float]:
    """Work out calibration error (ten bins of equal size), coverage, Brier score and the error of the score."""
    pairs = sorted((one.passing, mean(score >= PASS_MARK for score in one.scores)) for one in told)
    size = -(-len(pairs) // 10)
    bins = [pairs[at : at + size] for at in range(0, len(pairs), size)]
    fixed = [[pair for pair in pairs if min(int(10 * pair[0]), 9) == place] for place in range(10)]

    def error(parts: Sequence[Sequence[tuple[float, float]]]) -> float:
        return sum(len(part) * abs(mean(p for p, _ in part) - mean(y for _, y in part)) for part in parts if part) / len(pairs)

    scored = [(one, score) for one in told for score in one.scores]
    return {
        "error": error(fixed),
        "error10": error(bins),
        "coverage": mean(round(one.low) <= score <= round(one.high) for one, score in scored),
        "brier": mean((one.passing - (score >= PASS_MARK)) ** 2 for one, score in scored),
        "bias": mean(one.score - score for one, score in scored),
        "off": mean(abs(one.score - score) for one, score in scored),
        "width": mean(one.high - one.low for one in told),
        "passed": mean(score >= PASS_MARK for _one, score in scored),
    }


def levels(world: World, warm: bool, seed: int) -> Callable[[int], float]:
    """Say how hard each item is taken to be: by its author, or where it is ``warm``, by the answers of earlier students as well."""
    if not warm:
        return lambda number: MEANT[world.bank[number].label]
    answers: dict[int, list[tuple[bool, float]]] = {}
    for n in range(300):
        student = world.student(Random(f"{seed} earlier {n}"), 120, 0)
        right = sum(one.right for one in student.answers)
        for one in student.answers:
            answers.setdefault(one.item.id, []).append((one.right, (right - one.right) / (len(student.answers) - 1)))
    found = [learned(one.label, answers.get(one.id, [])) for one in world.bank]
    return lambda number: found[number]


def exam_of(world: World, level: Callable[[int], float]) -> dict[str, Weight]:
    """Say how the exam is made up, by what is thought of its items."""
    exam = {}
    for area, count in AREAS.items():
        rungs: dict[int, int] = {}
        for one in world.bank:
            if one.area == area:
                rungs[rung(level(one.id))] = rungs.get(rung(level(one.id)), 0) + 1
        exam[area] = Weight(count, tuple((number / 2, many) for number, many in sorted(rungs.items())))
    return exam


def run(worlds: Sequence[World], students: int, answers: tuple[int, int], warm: bool, seed: int) -> None:
    """Print the figures of each world, and of all together."""
    learned_from = "difficulties learned from 300 earlier students" if warm else "difficulties as the authors say"
    print(f"\n{learned_from}, {answers[0]} to {answers[1]} answers")
    print("  world                        n passed    ECE  (eq.)  cover  Brier  bias   off width   by shares alone: ECE, cover, Brier")
    everyone: list[Told] = []
    plain: list[Told] = []
    for world in worlds:
        level = levels(world, warm, seed)
        exam = exam_of(world, level)
        told, shares = [], []
        for n in range(students):
            chance = Random(f"{seed} {world.name} {n}")
            student = world.student(chance, chance.randint(*answers), SITTINGS)
            found = by_model(student, level, exam)
            if found is not None:
                told.append(found)
                shares.append(by_shares(student))
        _line(world.name, told, shares)
        everyone += told
        plain += shares
    _line("all", everyone, plain)
    _curve(everyone)


def _line(name: str, told: Sequence[Told], shares: Sequence[Told]) -> None:
    one, other = figures(told), figures(shares)
    print(
        f"  {name:24} {len(told):5} {one['passed']:6.2f}  {one['error']:5.3f} {one['error10']:6.3f} {one['coverage']:6.1%} "
        f"{one['brier']:6.3f} "
        f"{one['bias']:+5.1f} {one['off']:5.1f} {one['width']:5.1f}   {other['error']:5.3f} {other['coverage']:6.1%} {other['brier']:6.3f}"
    )


def _curve(told: Sequence[Told]) -> None:
    print("  foretold / passed: ", end="")
    for place in range(10):
        mine = [one for one in told if min(int(10 * one.passing), 9) == place]
        if mine:
            passed = mean(score >= PASS_MARK for one in mine for score in one.scores)
            print(f"{mean(one.passing for one in mine):.2f}/{passed:.2f} ({len(mine)})", end="  ")
    print()


def cost() -> None:
    """Print what counting an answer and working readiness out cost, at 10, 1,000 and 20,000 past answers."""
    exam = {area: Weight(count, tuple(zip(MEANT.values(), SHARES, strict=True))) for area, count in AREAS.items()}
    print("\none answer counted, readiness worked out (microseconds, the middle of 200)")
    for past in (10, 1000, 20000):
        chance, known = Random(past), dict[str, Ability]()
        for _ in range(past):
            area = chance.choice(list(AREAS))
            known[area] = after(known.get(area), rung(MEANT[chance.choice(LABELS)]), chance.random() < 0.7, TODAY)
        counted, worked = [], []
        for _ in range(200):
            start = time.perf_counter()
            after(known.get("icd10cm"), 0, True, TODAY)
            counted.append(time.perf_counter() - start)
            start = time.perf_counter()
            readiness(known, exam, TODAY)
            worked.append(time.perf_counter() - start)
        print(f"  {past:6} past answers: {1e6 * sorted(counted)[100]:8.1f} {1e6 * sorted(worked)[100]:10.1f}")


def through_the_store() -> None:
    """Print what an answer, /ready and /progress take through the whole engine on SQLite, at 10, 1,000 and 20,000 past answers."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        library = Library(ROOT / "content", folder / "cache")
        codebook = open_codebook([folder / "codes"], library.thesaurus, library.own_words)
        database = Database(f"sqlite:///{folder / 'bench.db'}")
        database.upgrade()
        tutor = Tutor(database, library, codebook, seed=1)
        print("\nthrough the engine, SQLite (milliseconds, the middle of 20): one answer, /ready, /progress")
        names = sorted(library.practice)
        for past in (10, 1000, 20000):
            user, at = f"past {past}", START
            timed(tutor, user, "/quiz 1", at)
            with database.writing() as connection:
                who = learners.find(connection, "bench", user)
                assert who is not None
                of = rounds.current(connection, who.id)
                rows = [
                    {"learner_id": who.id, "round_id": of.id, "number": 100 + n, "question": names[n % len(names)], "chosen": 0}
                    | {"area": library.questions[names[n % len(names)]].area, "correct": n % 3 > 0, "at": at, "day": at.date()}
                    for n in range(past)
                ]
                connection.execute(insert(attempt), rows)
            times: dict[str, list[float]] = {"answer": [], "/ready": [], "/progress": []}
            for n in range(21):
                at += timedelta(minutes=1)
                _, says = timed(tutor, user, "/quiz anatomy 1", at)
                took = {"answer": timed(tutor, user, says, at)[0]}
                took |= {said: timed(tutor, user, said, at)[0] for said in ("/ready", "/progress")}
                for said, seconds in took.items():
                    times[said] += [seconds] if n else []  # the first works out what is kept from then on
            print(f"  {past:6} past answers: " + "  ".join(f"{1000 * sorted(one)[10]:7.1f}" for one in times.values()))
        database.close()


def main() -> None:
    """Print all figures."""
    parse = argparse.ArgumentParser()
    parse.add_argument("--tune", action="store_true", help="the worlds that the constants were set on")
    parse.add_argument("--students", type=int, default=1000, help="of each world")
    parse.add_argument("--cost", action="store_true", help="only what it costs")
    asked = parse.parse_args()
    if not asked.cost:
        worlds, seed = (list(tuning()), 1) if asked.tune else (list(trial()), 2)
        for warm in (False, True):
            run(worlds, asked.students, (100, 150), warm, seed)
    cost()
    through_the_store()


if __name__ == "__main__":
    main()
