"""How ready somebody is for the exam: the chance of passing with its reasons, what would move it, what is missing."""

from bot.chat import Choice, Reply
from bot.learning.ability import TIMED, Ability
from bot.learning.readiness import AIM, ENOUGH, INTERVAL, Missing, Readiness, Standing, missing, readiness
from bot.learning.score import PASS_MARK
from bot.talk import evidence
from bot.turn import Turn

_HOW = (
    "**How it is worked out.** Each answer says something about what you know in its area: a right answer to a hard question more than "
    "one to an easy question, and one answer of four is right by chance, which is taken out. How hard a question is, its author says "
    "first, then everybody's answers. An area with few answers is judged by your others as well. Answers fade: half in a month. A "
    "question met again, and a drill of one rule, counts less than a new question.\n\n"
    "The areas are then weighted as in the exam, and a mock exam is played through: with what is not known of you, with good days and "
    "bad ones, and with luck in what comes. It was tried on thousands of simulated students, never on the real exam; that asks other "
    "questions than I do."
)
_MANY = 5
"""Names in one line."""


def ready(turn: Turn) -> list[Reply]:
    """Say how ready the learner is, or what is missing to say so: ``/ready``, ``/ready how``."""
    if turn.words.strip().lower() == "how":
        return [Reply(_HOW, (Choice("Where I stand", "/ready"), Choice("A mock exam", "/exam")), about=("ready/how",))]
    known = evidence.known(turn)
    lacking = missing(known, {area.slug: area.questions for area in turn.library.areas.values()}, turn.now)
    if lacking is not None:
        return [_not_yet(turn, known, lacking)]
    return [_said(turn, known, readiness(known, evidence.exam(turn), turn.now))]


def line(turn: Turn) -> str:
    """Say in one line how ready the learner is; nothing where there is not enough to go by."""
    known = evidence.known(turn)
    if missing(known, {area.slug: area.questions for area in turn.library.areas.values()}, turn.now) is not None:
        return ""
    found = readiness(known, evidence.exam(turn), turn.now)
    return f"**Readiness**: {chance(found.passing)} likely to pass such an exam today, all your answers taken together. /ready says why."


def chance(share: float) -> str:
    """Say a chance in percent, never as if it were certain.

    >>> chance(0.624), chance(0.999), chance(0.001)
    ('62 %', 'over 98 %', 'under 2 %')
    """
    return "over 98 %" if share > 0.98 else "under 2 %" if share < 0.02 else f"{100 * share:.0f} %"


def _not_yet(turn: Turn, known: dict[str, Ability], lacking: Missing) -> Reply:
    answered = sum(one.answered for one in known.values())
    more = "more answer" if lacking.answers == 1 else "more answers"
    lines = [f"**Not enough to go by yet**: {lacking.answers} {more}, and I can say how likely you are to pass."]
    if answered:
        lines.append(f"So far there are {answered}; older ones, and questions met again, count less.")
    if lacking.areas:
        every = len(lacking.areas) == len(turn.library.areas)
        lines.append(f"Too little yet in {'every area' if every else _names(turn, lacking.areas)}.")
    lines += ["", f"A quarter mock exam gives 25 answers, some in every area, all against the clock. The pass mark is {PASS_MARK} %."]
    choices = [Choice("Ten mixed", "/quiz 10"), Choice("A quarter mock exam", "/exam quarter")]
    if lacking.areas:
        choices.insert(0, Choice(f"Practise {_short(turn, lacking.areas[0])}"[:80], f"/quiz {lacking.areas[0]}"))
    facts = {"missing": lacking.answers, "areas": list(lacking.areas), "answered": answered}
    return Reply("\n".join(lines), tuple(choices), about=("ready/missing",), facts=facts)


def _said(turn: Turn, known: dict[str, Ability], found: Readiness) -> Reply:
    span = f"{10 * INTERVAL:.0f} of 10 such exams would end between {found.low} and {found.high} %"
    lines = [
        f"**{chance(found.passing)} likely to pass** a full mock exam today",
        f"Expected score {found.score:.0f} %; {span}. The pass mark is {PASS_MARK} %.",
    ]
    if found.movers:
        lines += ["", f"**What would move it most** (if you had {100 * AIM:.0f} % right there)"]
        lines += [_mover(turn, one) for one in found.movers]
    lines += ["", "**What it rests on**", *_reasons(turn, known, found)]
    choices = [Choice(f"Practise {_short(turn, one.area)}"[:80], f"/quiz {one.area} 10") for one in found.movers]
    if any(not one.validated for one in found.standings):
        choices.append(Choice("A quarter mock exam", "/exam quarter"))
    choices += [Choice("How is that worked out", "/ready how")]
    facts = {
        "passing": round(found.passing, 4),
        "score": round(found.score, 1),
        "interval": [found.low, found.high],
        "movers": [one.area for one in found.movers],
        "validated": [one.area for one in found.standings if one.validated],
        "areas": {one.area: round(one.expected, 3) for one in found.standings},
    }
    return Reply("\n".join(lines), tuple(choices), about=("ready/chance",), facts=facts)


def _mover(turn: Turn, one: Standing) -> str:
    area = turn.library.areas[one.area]
    few = "" if one.weight >= 5 else ", few answers"
    return f"{area.title}: about {100 * one.expected:.0f} % now{few}, {area.questions} in the exam → {chance(one.passing)} likely"


def _reasons(turn: Turn, known: dict[str, Ability], found: Readiness) -> list[str]:
    answered, right = (sum(getattr(one, name) for one in known.values()) for name in ("answered", "right"))
    new = sum(one.new for one in known.values())
    share = round(100 * right / answered)
    said = [f"{answered} answers, {share} % right; {new} of them to questions that were new. The latest count most."]
    strong = sorted((one for one in found.standings if one.weight >= 5), key=lambda one: -one.expected)
    if len(strong) > 3:
        said.append("Strongest: " + ", ".join(f"{_short(turn, one.area)} {100 * one.expected:.0f} %" for one in strong[:3]) + ".")
    bare = [one.area for one in found.standings if one.weight < 1.5]
    if bare:
        said.append(f"Judged by your other areas, for want of answers: {_names(turn, bare)}.")
    shown = [one.area for one in found.standings if one.validated]
    open_ = [one.area for one in found.standings if not one.validated]
    if not shown:
        said.append("Nothing is shown against the clock yet: a mock exam does that. Without one, take the number as the upper end.")
    elif open_:
        said.append(
            f"Shown against the clock: {len(shown)} of {len(found.standings)} areas. Not yet, or not lately ({TIMED} answers each): "
            f"{_names(turn, open_)}."
        )
    else:
        said.append("Every area is shown against the clock.")
    wide = found.high - found.low
    if wide > 20 and sum(one.weight for one in known.values()) < 2 * ENOUGH:
        said.append("The span is wide since there are few answers; more make it narrower.")
    return said


def _names(turn: Turn, areas: list[str] | tuple[str, ...]) -> str:
    shown = ", ".join(_short(turn, area) for area in areas[:_MANY])
    return f"{shown} and {len(areas) - _MANY} more" if len(areas) > _MANY else shown


def _short(turn: Turn, slug: str) -> str:
    return turn.library.areas[slug].title.split(" (")[0]
