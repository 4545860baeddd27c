"""Choose the paper of a sitting: from a mock exam that the learner has not sat, else from what they have not been asked."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.learning.paper import Unit, draw, room_in, shares
from bot.library.question import MOCKS
from bot.library.shelf import Library
from bot.store import rounds, sittings
from bot.talk.daily import TRACK
from bot.turn import Turn

QUARTERS = {"full": 4, "half": 2, "quarter": 1}


@dataclass(frozen=True, slots=True)
class Paper:
    """The questions of a sitting. ``mock`` is the exam that they are of; ``note`` says what is to be known where it is none."""

    questions: tuple[str, ...]
    mock: int | None
    note: str = ""


def choose(turn: Turn, size: str) -> Paper:
    """Choose the paper of a sitting by the blueprint, valid in the edition of the learner's exam.

    1. A mock exam of which the learner has met nothing; for a half or a quarter rather the rest of one that they have sat in part.
    2. Where none is left: what they have not been asked, of exams that they know in part and of the practice questions.
    3. Where that is too little of an area: what they have met longest ago.
    """
    library, day = turn.library, turn.edition.day
    weights = {area.slug: area.questions for area in library.areas.values()}
    count = sum(weights.values()) * QUARTERS[size] // 4
    met = sittings.met(turn.desk.read, turn.learner.id) if turn.learner.id else {}
    sets = {number: _units(library, library.mock(number, day)) for number in MOCKS}
    for number in _by_use(sets, met, size):
        fresh = _fresh(sets[number], met)
        room = room_in(fresh)
        wanted = shares(weights, count, room, turn.chance)
        if all(room.get(area, 0) >= many for area, many in wanted.items()):
            return Paper(tuple(draw([fresh], wanted)), number)
    today = rounds.question_of_the_day(turn.desk.read, turn.today, TRACK)
    practice = [one.id for one in library.practice.values() if one.valid_on(day) and one.id != today]
    practice += [name for case in library.practice_cases.values() if case.valid_on(day) for name in case.questions]
    every = [unit for number in MOCKS for unit in sets[number]] + _units(library, practice)
    mixed = turn.chance.sample(every, len(every))
    old = sorted((unit for unit in mixed if _met(unit, met)), key=lambda unit: max(met[name] for name in unit.questions if name in met))
    fresh = _fresh(mixed, met)
    names = tuple(draw([fresh, old], shares(weights, count, room_in(fresh), turn.chance)))
    return Paper(names, None, _note(names, met, count, known=any(sets.values())))


def _units(library: Library, names: Collection[str]) -> list[Unit]:
    """Gather questions into units: those of a case belong together."""
    found: dict[str, list[str]] = {}
    for name in names:
        case = library.questions[name].case
        found.setdefault(f"case/{case}" if case else name, []).append(name)
    return [Unit(library.questions[unit[0]].area, tuple(unit)) for unit in found.values()]


def _met(unit: Unit, met: Mapping[str, datetime]) -> bool:
    return any(name in met for name in unit.questions)


def _fresh(units: Collection[Unit], met: Mapping[str, datetime]) -> list[Unit]:
    return [unit for unit in units if not _met(unit, met)]


def _by_use(sets: Mapping[int, list[Unit]], met: Mapping[str, datetime], size: str) -> list[int]:
    """Order the mock exams by which to take: for a full one those that are whole; for a part those begun, then the last."""
    begun = {number: sum(_met(unit, met) for unit in units) for number, units in sets.items() if units}
    if size == "full":
        return [number for number, count in sorted(begun.items()) if not count]
    return sorted(begun, key=lambda number: (not begun[number], -number))


def _note(names: Collection[str], met: Mapping[str, datetime], wanted: int, *, known: bool) -> str:
    """Say that a paper is no set-aside exam, and what that means."""
    why = "No exam that is set aside is left for you" if known else "No exam is set aside yet"
    again = sum(name in met for name in names)
    text = f"{why}, so this one is drawn by the blueprint from questions that you have not been asked"
    if again:
        text += f"; for {again} of them there was no new one, so you have met {'it' if again == 1 else 'those'} before"
    if len(names) < wanted:
        text += f". The library has too few questions for {wanted}: there are {len(names)}"
    return f"{text}."
