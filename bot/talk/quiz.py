"""Practice: start a round of questions on an area, or mixed as the exam mixes them."""

import re
from collections.abc import Collection
from datetime import date
from functools import lru_cache

from bot.chat import Choice, Reply
from bot.learning.pick import Candidate, pick
from bot.library.load import CASES
from bot.library.question import Difficulty, Question
from bot.library.shelf import Library
from bot.library.topic import Area, Focus
from bot.store import rounds, sittings
from bot.talk import cases
from bot.talk.round import begin
from bot.turn import Turn

MOST = 50
USUAL = 5
_LONG = 10
"""Questions from which on a mixed round has drills among them."""


def quiz(turn: Turn) -> list[Reply]:
    """Start a round: ``/quiz [area] [how many] [easy|medium|hard]``, five mixed questions if nothing is said."""
    wish = read_wish(turn.words, turn.library)
    if isinstance(wish, str):
        wish = _about_code(turn) or wish
    if isinstance(wish, str):
        return [Reply(wish, area_choices(turn.library))]
    about, count, level = wish
    held = sittings.held(turn.desk.read, turn.learner.id) if turn.learner.id else frozenset()
    bank = [one for one in bank_of(turn.library, about, level, turn.edition.day) if one.id not in held]
    whole = cases.candidates(turn, level) if isinstance(about, Area) and about.slug == CASES else []
    if not bank and not whole:
        named = f"{level} questions" if level else "questions"
        return [Reply(f"There are no {named} on that yet. Pick another area.", area_choices(turn.library))]
    seen = rounds.last_answers(turn.desk.read, turn.learner.id) if turn.learner.id else {}
    weights = {one.slug: one.questions for one in turn.library.areas.values()}
    chosen = pick([*bank, *whole], weights, count, seen | cases.seen(turn, whole, seen), turn.chance)
    if about is None and level is None:
        chosen = _with_drills(turn, chosen, seen)
    return [begin(turn, cases.written_out(turn, chosen), about.slug if about else None)]


@lru_cache(maxsize=128)
def bank_of(library: Library, about: Area | Focus | None, level: Difficulty | None, day: date) -> tuple[Candidate, ...]:
    """List what may be asked; kept, since it changes by the day and going through the library takes longer than all the rest."""
    return tuple(
        Candidate(one.id, one.area)
        for one in library.practice.values()
        if one.valid_on(day) and _belongs(one, about) and (level is None or one.difficulty is level)
    )


def _with_drills(turn: Turn, chosen: list[str], seen: Collection[str]) -> list[str]:
    """Put a drill item in the place of every fifth question of a mixed round of ten or more."""
    if len(chosen) < _LONG:
        return chosen
    from bot.library.drills.catalogue import FAMILIES

    drills, day = turn.drills(), turn.edition.day
    places = turn.chance.sample(range(len(chosen)), len(chosen) // 5)
    drawn = drills.draw(drills.offered(FAMILIES, day), len(places), day, turn.chance, seen)
    for place, name in zip(places, drawn, strict=False):
        chosen[place] = name
    return chosen


def _about_code(turn: Turn) -> tuple[Area | Focus | None, int, Difficulty | None] | None:
    """Read a category of ICD-10-CM as what to practise: the questions that name a code of it, else the area."""
    entry = turn.codebook.entry(turn.words.strip())
    if entry is None:
        return None
    focus = Focus(entry.code[:3], entry.code[:3], (), (entry.code[:3].lower(),))
    if any(_belongs(one, focus) for one in turn.library.practice.values()):
        return focus, USUAL, None
    return turn.library.areas.get("icd10cm"), USUAL, None


def _belongs(question: Question, about: Area | Focus | None) -> bool:
    if about is None:
        return True
    if isinstance(about, Area):
        return question.area == about.slug
    return about.takes_in(f"{question.stem} {' '.join(question.options)}")


def read_wish(typed: str, library: Library) -> tuple[Area | Focus | None, int, Difficulty | None] | str:
    """Read what kind of round is wanted; a sentence says what is not understood."""
    whole = find_area(typed, library)
    if whole is not None:
        return whole, USUAL, None
    count, level, rest = USUAL, None, []
    for word in typed.lower().replace("?", " ").split():
        plain = word.strip(".,!")
        if plain.isdecimal() and plain.isascii() and len(plain) < 5:
            count = int(plain)
        elif plain in _LEVELS:
            level = _LEVELS[plain]
        else:
            rest.append(plain)
    if not 1 <= count <= MOST:
        return f"A round has 1 to {MOST} questions. Try /quiz 10, or pick an area."
    name = " ".join(rest)
    about = find_area(name, library)
    if about is None and name not in ("", "mixed", "any", "all", "anything", "everything"):
        return "I don't know that area. These are the areas of the exam:"
    return about, count, level


_LEVELS = {
    "easy": Difficulty.EASY,
    "easier": Difficulty.EASY,
    "medium": Difficulty.MEDIUM,
    "hard": Difficulty.HARD,
    "harder": Difficulty.HARD,
}


def find_area(name: str, library: Library) -> Area | Focus | None:
    """Find the area or focus that a word names: its slug, its title or one of its other words."""
    wanted = re.sub(r"\b([1-9]0)000\b", r"\1,000", " ".join(name.lower().replace("-", " ").split()))
    if not wanted:
        return None
    every: list[Area | Focus] = [*library.areas.values(), *library.focuses.values()]
    for one in every:
        title = one.title.lower().replace("-", " ")
        if wanted in (one.slug.replace("-", " "), title, title.split(" (")[0], *(word.replace("-", " ") for word in one.words)):
            return one
    return None


def area_choices(library: Library) -> tuple[Choice, ...]:
    """Offer every area, and a mixed round."""
    return (Choice("Mixed", "/quiz"), *(Choice(area.title, f"/quiz {area.slug}") for area in library.areas.values()))
