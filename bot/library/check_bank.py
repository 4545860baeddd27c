"""Hold the bank as a whole against its rules: letters, lengths, levels, likeness, second readings, mock exams."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from bot.library.fault import Fault
from bot.library.load import Item
from bot.library.question import LETTERS, MOCKS, Difficulty, Question
from bot.library.readings import read_readings, unread
from bot.library.topic import Area
from bot.matching import alike

ALIKE = 82.0
"""From this likeness on, two stems are the same question to a student. Measured on this bank: a stem with other numbers, another sex
and its sentences turned round is found always, one with every tenth word replaced in 98 %; no two of ours are so near."""

LETTER_SHARE = (0.23, 0.27)
LONGEST_SHARE = 0.30
LEVELS = {Difficulty.EASY: 0.2, Difficulty.MEDIUM: 0.5, Difficulty.HARD: 0.3}
LEVEL_TOLERANCE = 0.03
ENOUGH = 100
"""Questions from which shares mean something."""


def check_bank(
    folder: Path, questions: Sequence[tuple[Item, Question]], areas: Mapping[str, Area], editions: Sequence[date]
) -> list[Fault]:
    """Return the faults that no single item has."""
    bank = [question for _item, question in questions]
    items = {question.id: item for item, question in questions}
    faults: list[Fault] = []
    for one, other, likeness in alike([asked(question) for question in bank], ALIKE):
        if of_two_notes(bank[one], bank[other]):
            continue
        faults.append(items[bank[other].id].fault(f"its stem is {likeness:.0f} % that of {bank[one].id}; ask something else", "stem"))
    readings = read_readings(folder, faults)
    if readings or len(bank) >= ENOUGH:
        faults += [items[question.id].fault(why, "key") for question, why in unread(bank, readings)]
    if len(bank) >= ENOUGH:
        single = [question for question in bank if question.case is None]  # what a case has of each level is its own affair
        said = [*shares(bank), *levels(single)] if single else list(shares(bank))
        faults += [Fault(f"{folder.name}/questions", "all questions", what) for what in said]
    if any(question.mock for question in bank):
        for number in MOCKS:
            faults += [Fault(f"{folder.name}/questions", f"mock exam {number}", what) for what in _mock(bank, number, areas, editions)]
    return faults


def asked(question: Question) -> str:
    """Return the words by which a question is told from another; within a case the options count, too."""
    return question.stem if question.case is None else " ".join((question.stem, *question.options))


def of_two_notes(one: Question, other: Question) -> bool:
    """Say whether two questions are of different cases: the same may be asked of two notes."""
    return bool(one.case and other.case) and one.case != other.case


def shares(bank: Sequence[Question]) -> Iterator[str]:
    """Yield what gives keys away in a set of questions: letters and lengths."""
    keys = Counter(LETTERS[question.key] for question in bank)
    low, high = LETTER_SHARE
    for letter in LETTERS:
        if not low <= keys[letter] / len(bank) <= high:
            yield f"{letter} is the key of {_percent(keys[letter], len(bank))}; 23 to 27 % are wanted, so trade the places of some options"
    longest = sum(map(key_is_longest, bank))
    if longest > LONGEST_SHARE * len(bank):
        yield f"the key is the longest option in {_percent(longest, len(bank))}; 30 % at most are wanted, so trim keys or fill others"


def levels(bank: Sequence[Question]) -> Iterator[str]:
    """Yield which levels are out of proportion in a set of questions."""
    counts = Counter(question.difficulty for question in bank)
    for level, share in LEVELS.items():
        if abs(counts[level] / len(bank) - share) > LEVEL_TOLERANCE:
            yield f"{_percent(counts[level], len(bank))} are {level}; {100 * share:.0f} % are wanted"


def _mock(bank: Sequence[Question], number: int, areas: Mapping[str, Area], editions: Sequence[date]) -> Iterator[str]:
    """Yield what keeps a mock exam from being one, once in each edition where its questions differ."""
    seen: set[tuple[str, ...]] = set()
    for day in editions:
        mine = [question for question in bank if question.mock == number and question.valid_on(day)]
        names = tuple(question.id for question in mine)
        if names in seen:
            continue
        seen.add(names)
        counts = Counter(question.area for question in mine)
        wrong = [f"{area.slug} {counts[slug]} of {area.questions}" for slug, area in areas.items() if counts[slug] != area.questions]
        if wrong:
            yield f"in the edition of {day.year} it has {', '.join(wrong)}; mend the mock of items, or `tutor content mocks --propose`"
        else:
            yield from (f"in the edition of {day.year} {what}" for what in (*shares(mine), *levels(mine)))


def key_is_longest(question: Question) -> bool:
    """Say whether no other option is as long as the key."""
    return len(question.options[question.key]) > max(len(o) for n, o in enumerate(question.options) if n != question.key)


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %"
