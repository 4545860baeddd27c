"""Propose which items to set aside for the mock exams: by the blueprint, by level, letters in balance; the same for the same bank."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

from bot.library.case import Case
from bot.library.check_bank import LEVELS, key_is_longest
from bot.library.load import CASES
from bot.library.question import LETTERS, MOCKS, Difficulty, Question
from bot.library.topic import Area

WHOLE_CASES = 2
"""Cases in one mock exam, where there are enough of them; single questions fill up what the area has beside."""

_LEFT = 4
"""At most one case in so many is set aside."""


class TooFewError(Exception):
    """There are too few items for three mock exams; the message says of what."""


@dataclass(slots=True)
class _Draft:
    """One mock exam in the making: its single questions, and the cases that are in it as wholes."""

    singles: list[Question] = field(default_factory=list)
    cases: list[Case] = field(default_factory=list)


def propose(questions: Mapping[str, Question], cases: Iterable[Case], areas: Mapping[str, Area], seed: int = 1) -> dict[str, int]:
    """Choose the items of three mock exams; returns the number of the exam by id, of a case as ``case/<id>``.

    1. Items that end some day are left out, and so are those that are set aside already.
    2. Each exam gets two whole cases where there are enough, then single questions, area by area; the levels of an area are
       rounded so that those of the whole exam come out as 20, 50 and 30.
    3. Questions are exchanged within an area and level until the letters of the key are in balance.
    """
    chance = Random(seed)  # noqa: S311  # a draw to be repeated, not a secret
    free = [one for one in questions.values() if one.case is None and one.mock is None and one.valid_to is None]
    whole = [case for case in cases if case.mock is None and case.valid_to is None]
    shelves: dict[tuple[str, Difficulty], list[Question]] = {}
    for one in chance.sample(sorted(free, key=lambda each: each.id), len(free)):
        shelves.setdefault((one.area, one.difficulty), []).append(one)
    pool = chance.sample(sorted(whole, key=lambda each: each.id), len(whole))[: len(whole) // _LEFT]
    drafts = [_Draft() for _ in MOCKS]
    most = min(WHOLE_CASES, len(pool) // len(MOCKS))
    for draft in drafts:
        _take_cases(draft, pool, most, areas[CASES].questions)
        _take_singles(draft, shelves, questions, areas)
    for draft in drafts:
        _balance(draft, shelves, questions)
    chosen = {one.id: number for number, draft in zip(MOCKS, drafts, strict=True) for one in draft.singles}
    return chosen | {f"case/{case.id}": number for number, draft in zip(MOCKS, drafts, strict=True) for case in draft.cases}


def _take_cases(draft: _Draft, pool: list[Case], most: int, room: int) -> None:
    for case in list(pool):
        if len(draft.cases) < most and len(case.questions) <= room:
            draft.cases.append(case)
            pool.remove(case)
            room -= len(case.questions)


def _take_singles(
    draft: _Draft, shelves: dict[tuple[str, Difficulty], list[Question]], questions: Mapping[str, Question], areas: Mapping[str, Area]
) -> None:
    """Fill up every area. Each question goes to the level that is furthest behind what the questions so far should have."""
    levels = Counter(questions[name].difficulty for case in draft.cases for name in case.questions)
    done = in_cases = sum(levels.values())
    # The area of cases comes first, since the levels of whole cases cannot be chosen; the others make up for them.
    for area in sorted(areas.values(), key=lambda one: one.slug != CASES):
        for _ in range(area.questions - (in_cases if area.slug == CASES else 0)):
            done += 1
            behind = sorted(LEVELS, key=lambda level: levels[level] - LEVELS[level] * done)
            level = next((one for one in behind if shelves.get((area.slug, one))), None)
            if level is None:
                raise TooFewError(f"{area.slug} has too few questions for {len(MOCKS)} mock exams; each needs {area.questions}")
            draft.singles.append(shelves[area.slug, level].pop())
            levels[level] += 1


def _balance(draft: _Draft, shelves: dict[tuple[str, Difficulty], list[Question]], questions: Mapping[str, Question]) -> None:
    """Exchange questions with those left of the same area and level, as long as letters and lengths get nearer to what is wanted."""
    fixed = [questions[name] for case in draft.cases for name in case.questions]
    better = True
    while better:
        better = False
        for place, one in enumerate(draft.singles):
            shelf = shelves.get((one.area, one.difficulty), [])
            now = _unbalanced([*fixed, *draft.singles])
            for number, other in enumerate(shelf):
                others = [*fixed, *draft.singles[:place], other, *draft.singles[place + 1 :]]
                if _unbalanced(others) < now:
                    draft.singles[place], shelf[number] = other, one
                    better = True
                    break


def _unbalanced(chosen: Sequence[Question]) -> int:
    """Measure how far the letters of the key are from a quarter each, and how many keys too many are the longest option."""
    keys = Counter(one.key for one in chosen)
    quarter = len(chosen) // len(LETTERS)
    return sum((keys[place] - quarter) ** 2 for place in range(len(LETTERS))) + max(0, sum(map(key_is_longest, chosen)) - quarter)


def with_mock(text: str, table: str, name: str, number: int) -> str:
    r"""Write ``mock = number`` into the text of a content file, below the id of an item.

    >>> with_mock('[[question]]\nid = "a-0001"\n', "question", "a-0001", 2)
    '[[question]]\nid = "a-0001"\nmock = 2\n'
    """
    lines = text.splitlines(keepends=True)
    header = ""
    for place, line in enumerate(lines):
        plain = line.split("#")[0].strip()
        if plain.startswith("[["):
            header = plain.strip("[]").strip()
        if header == table and "".join(plain.split()) == f'id="{name}"':
            return "".join([*lines[: place + 1], f"mock = {number}\n", *lines[place + 1 :]])
    raise ValueError(f"{table} {name} does not stand in this text")
