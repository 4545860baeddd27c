"""Count the content: everything that the goals for it speak of, from the files themselves."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.library.check_bank import ALIKE, LEVELS, asked, key_is_longest, of_two_notes
from bot.library.contents import Bank
from bot.library.fault import Fault
from bot.library.question import LETTERS, MOCKS, Question
from bot.library.readings import Reading, read_readings, unread
from bot.library.topic import Area, Topic
from bot.matching import alike

_NEAR = 75.0
"""Stems from this likeness on are counted beside those that are faults."""

_UNLIKE = 1.6
"""Options whose longest is more than this many times their shortest are not of like length; from 2.2 times and 12 on it is a fault."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: headings, then rows of as many texts."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def sheets(folder: Path, areas: dict[str, Area], bank: Bank, topics: Sequence[Topic]) -> list[Sheet]:
    """Count what lies in ``folder``: by area, by mock exam, and as a whole."""
    faults: list[Fault] = []
    readings = read_readings(folder, faults)
    return [_by_area(areas, bank, readings), _mocks(areas, bank), _whole(bank, topics, readings)]


def _by_area(areas: dict[str, Area], bank: Bank, readings: Sequence[Reading]) -> Sheet:
    area_of = {question.id: question.area for question in bank.questions}
    rows = []
    for area in areas.values():
        mine = [question for question in bank.questions if question.area == area.slug]
        read = [reading for reading in readings if area_of.get(reading.question) == area.slug]
        rows.append((area.slug, *_counts(mine), *_agreement(read), str(area.questions)))
    read = [reading for reading in readings if reading.question in area_of]
    rows.append(("all areas", *_counts(bank.questions), *_agreement(read), str(sum(area.questions for area in areas.values()))))
    shares = [f"{100 * share:.0f} %" for share in LEVELS.values()]
    rows.append(("wanted", "", *shares, "", "", "", ""))
    return Sheet(("area", "items", *(str(level) for level in LEVELS), "mocks", "read", "agree", "exam"), tuple(rows))


def _counts(mine: Sequence[Question]) -> tuple[str, ...]:
    levels = Counter(question.difficulty for question in mine)
    return (str(len(mine)), *(str(levels[level]) for level in LEVELS), str(sum(question.mock is not None for question in mine)))


def _agreement(readings: Sequence[Reading]) -> tuple[str, str]:
    return str(len(readings)), _percent(sum(reading.agrees for reading in readings), len(readings))


def _mocks(areas: dict[str, Area], bank: Bank) -> Sheet:
    rows = []
    for number in MOCKS:
        mine = [question for question in bank.questions if question.mock == number]
        counts = Counter(question.area for question in mine)
        off = [slug for slug, area in areas.items() if counts[slug] != area.questions]
        blueprint = "as the exam" if not off else f"{len(off)} areas off" if mine else "nothing yet"
        whole = str(sum(case.mock == number for case in bank.cases))
        keys = Counter(question.key for question in mine)
        rows.append((str(number), *_counts(mine)[:-1], whole, *(str(keys[place]) for place in range(len(LETTERS))), blueprint))
    return Sheet(("mock exam", "items", *(str(level) for level in LEVELS), "cases", *LETTERS, "blueprint"), tuple(rows))


def _whole(bank: Bank, topics: Sequence[Topic], readings: Sequence[Reading]) -> Sheet:
    questions = bank.questions
    every = alike([asked(question) for question in questions], _NEAR)
    pairs = [pair for pair in every if not of_two_notes(questions[pair[0]], questions[pair[1]])]
    nearest = f", the nearest {pairs[0][2]:.0f}: {questions[pairs[0][0]].id} and {questions[pairs[0][1]].id}" if pairs else ""
    near = f"{len(pairs)} from {_NEAR:.0f} on{nearest}; {len(every) - len(pairs)} more ask the same of two notes"
    unlike = sum(max(map(len, one.options)) > _UNLIKE * min(map(len, one.options)) for one in questions)
    single = [question for question in questions if question.case is None]
    levels = Counter(question.difficulty for question in single)
    aside = sum(question.mock is not None for question in questions)
    practised = [case for case in bank.cases if case.mock is None]
    rows = (
        ("questions", f"{len(questions)}, of which {len(questions) - len(single)} in cases and {aside} in mock exams"),
        ("cases", f"{len(bank.cases)}, of which {len(practised)} for practice"),
        ("levels of single questions", " · ".join(f"{level} {_percent(levels[level], len(single))}" for level in LEVELS)),
        ("key letters", " · ".join(f"{letter} {share}" for letter, share in zip(LETTERS, _letters(questions), strict=True))),
        ("key is the longest option", _percent(sum(map(key_is_longest, questions)), len(questions))),
        ("options not of like length", f"{unlike} items (longest more than {_UNLIKE} times the shortest)"),
        (
            "stems alike",
            f"{sum(pair[2] >= ALIKE for pair in pairs)} pairs from {ALIKE:.0f} of 100 on; {near}",
        ),
        ("without a second reading", f"{sum(1 for _ in unread(questions, readings))} items"),
        ("FAQ topics", f"{len(topics)}, with {sum(len(topic.phrasings) for topic in topics)} phrasings"),
    )
    return Sheet(("of the whole", ""), rows)


def _letters(mine: Sequence[Question]) -> tuple[str, ...]:
    keys = Counter(question.key for question in mine)
    return tuple(_percent(keys[place], len(mine)) for place in range(len(LETTERS)))


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else ""
