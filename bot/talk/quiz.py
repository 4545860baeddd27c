"""Practice: start a round of questions on an area, or mixed as the exam mixes them."""

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from bot.chat import Choice, Reply
from bot.learning.pick import ENOUGH, Candidate, pick, weakest
from bot.learning.score import PACE
from bot.library.load import CASES
from bot.library.question import Difficulty, Question
from bot.library.shelf import Library
from bot.library.topic import Area, Focus
from bot.store import sittings
from bot.talk import cases, evidence
from bot.talk.cards import last_answers, met
from bot.talk.round import begin
from bot.talk.sources import NOTHING, Source, named
from bot.talk.sources import WORDS as SOURCES
from bot.turn import Turn

MOST = 50
USUAL = 5
_LONG = 10
"""Questions from which on a mixed round has drills among them."""

_MENU = Choice("Other practice", "/quiz menu")


@dataclass(frozen=True, slots=True)
class Wish:
    """What kind of round is wanted; ``timed`` is None where nothing is said."""

    about: Area | Focus | None = None
    count: int = USUAL
    level: Difficulty | None = None
    source: Source | None = None
    timed: bool | None = None


def quiz(turn: Turn) -> list[Reply]:
    """Start a round: ``/quiz [area] [how many] [easy|medium|hard] [new|missed|flagged|sure|weakest] [timed]``.

    Five mixed questions if nothing is said; ``/quiz menu`` offers the ways to choose.
    """
    if turn.words.strip().lower() == "menu":
        return [menu(turn)]
    wish = read_wish(turn.words, turn.library)
    if isinstance(wish, str):
        wish = _about_code(turn) or wish
    if isinstance(wish, str):
        return [Reply(wish, area_choices(turn.library))]
    said = ""
    if wish.source is Source.WEAKEST:
        wish, said = _weakest(turn, wish)
    names = _chosen(turn, wish)
    if not names:
        if wish.source is not None:
            return [Reply(NOTHING[wish.source], (Choice("Five questions", "/quiz"), _MENU))]
        kind = f"{wish.level} questions" if wish.level else "questions"
        return [Reply(f"There are no {kind} on that yet. Pick another area.", area_choices(turn.library))]
    allowed = PACE * turn.learner.time_percent // 100 or None if wish.timed else None
    if wish.timed and allowed is None:
        said = f"{said} Your setting is no clock, so there is none.".strip()
    asked = begin(turn, names, wish.about.slug if wish.about else None, allowed=allowed)
    return [replace(asked, text=f"{said}\n\n{asked.text}") if said else asked]


def _chosen(turn: Turn, wish: Wish) -> list[str]:
    """Choose the questions of a round."""
    seen = last_answers(turn)
    held = sittings.held(turn.desk.read, turn.learner.id) if turn.learner.id else frozenset()
    weights = {one.slug: one.questions for one in turn.library.areas.values()}
    if wish.source in (Source.MISSED, Source.FLAGGED, Source.SURE):
        mine = [one for one in named(turn, wish.source) if one.id not in held and _fits(turn, one.id, wish)]
        return pick(mine, weights, wish.count, seen, turn.chance)
    new = wish.source is Source.NEW
    there = bank_of(turn.library, wish.about, wish.level, turn.edition.day)
    bank = [one for one in there if one.id not in held and not (new and one.id in seen)]
    whole = cases.candidates(turn, wish.level) if isinstance(wish.about, Area) and wish.about.slug == CASES else []
    begun = cases.seen(turn, whole, seen)
    chosen = pick([*bank, *(one for one in whole if not (new and one.id in begun))], weights, wish.count, seen | begun, turn.chance)
    if wish.about is None and wish.level is None and not new:
        chosen = _with_drills(turn, chosen)
    return cases.written_out(turn, chosen)


def _fits(turn: Turn, name: str, wish: Wish) -> bool:
    question = turn.question(name)
    return question is not None and belongs(question, wish.about) and (wish.level is None or question.difficulty is wish.level)


def _weakest(turn: Turn, wish: Wish) -> tuple[Wish, str]:
    """Turn a wish for the weakest area into one for that area; a mixed round where too little is known."""
    known = evidence.known(turn)
    found = weakest([(area, one.right, one.answered) for area, one in known.items() if area in turn.library.areas])
    if found is None:
        return replace(wish, source=None), f"I know too little yet to say which area is your weakest: {ENOUGH} answers in one are needed."
    area = turn.library.areas[found[0]]
    return replace(wish, source=None, about=area), f"Your weakest area so far is {area.title}: {found[1]} of {found[2]} right."


def menu(turn: Turn) -> Reply:
    """Offer the ways to choose a round: ``/quiz menu``."""
    missed = len(named(turn, Source.MISSED))
    choices = [
        Choice("Weakest area", "/quiz weakest"),
        Choice(f"Missed ({missed})", "/quiz missed") if missed else Choice("Reviews", "/review"),
        Choice("New to me", "/quiz new"),
        Choice("Flagged", "/quiz flagged"),
        Choice("Sure but wrong", "/quiz sure"),
        Choice("Timed, as in the exam", "/quiz 10 timed"),
        *(Choice(f"{count} mixed", f"/quiz {count}") for count in (5, 10, 20, 50)),
        Choice("By area", "/quiz areas"),
    ]
    text = (
        "**Practice**: what shall it be? You can also say it: `/quiz hcpcs 20 new timed`, up to 50 questions. "
        "Misses come back within the round."
    )
    return Reply(text, tuple(choices), about=("quiz/menu",))


@lru_cache(maxsize=128)
def bank_of(library: Library, about: Area | Focus | None, level: Difficulty | None, day: date) -> tuple[Candidate, ...]:
    """List what may be asked; kept, since it changes by the day and going through the library takes longer than all the rest."""
    return tuple(
        Candidate(one.id, one.area)
        for one in library.practice.values()
        if one.valid_on(day) and belongs(one, about) and (level is None or one.difficulty is level)
    )


def _with_drills(turn: Turn, chosen: list[str]) -> list[str]:
    """Put a drill item in the place of every fifth question of a mixed round of ten or more."""
    if len(chosen) < _LONG:
        return chosen
    from bot.library.drills.catalogue import FAMILIES

    drills, day = turn.drills(), turn.edition.day
    places = turn.chance.sample(range(len(chosen)), len(chosen) // 5)
    drawn = drills.draw(drills.offered(FAMILIES, day), len(places), day, turn.chance, met(turn))
    for place, name in zip(places, drawn, strict=False):
        chosen[place] = name
    return chosen


def _about_code(turn: Turn) -> Wish | None:
    """Read a category of ICD-10-CM as what to practise: the questions that name a code of it, else the area."""
    entry = turn.codebook.entry(turn.words.strip())
    if entry is None:
        return None
    focus = Focus(entry.code[:3], entry.code[:3], (), (entry.code[:3].lower(),))
    if any(belongs(one, focus) for one in turn.library.practice.values()):
        return Wish(focus)
    return Wish(turn.library.areas.get("icd10cm"))


def belongs(question: Question, about: Area | Focus | None) -> bool:
    """Say whether a question is on an area or focus."""
    if about is None:
        return True
    if isinstance(about, Area):
        return question.area == about.slug
    return about.takes_in(f"{question.stem} {' '.join(question.options)}")


def read_wish(typed: str, library: Library) -> Wish | str:
    """Read what kind of round is wanted; a sentence says what is not understood."""
    whole = find_area(typed, library)
    if whole is not None:
        return Wish(whole)
    wish, rest = Wish(), []
    for word in typed.lower().replace("?", " ").split():
        plain = word.strip(".,!")
        if plain.isdecimal() and plain.isascii() and len(plain) < 5:
            wish = replace(wish, count=int(plain))
        elif plain in _LEVELS:
            wish = replace(wish, level=_LEVELS[plain])
        elif plain in SOURCES:
            wish = replace(wish, source=SOURCES[plain])
        elif plain in _TIMED:
            wish = replace(wish, timed=_TIMED[plain])
        else:
            rest.append(plain)
    if not 1 <= wish.count <= MOST:
        return f"A round has 1 to {MOST} questions. Try /quiz 10, or pick an area."
    name = " ".join(rest)
    about = find_area(name, library)
    if name in ("areas", "area"):
        return "Which area?"
    if about is None and name not in ("", "mixed", "any", "all", "anything", "everything"):
        return "I don't know that area. These are the areas of the exam:"
    return replace(wish, about=about)


_TIMED = {"timed": True, "untimed": False}
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
