"""Mock exams: what there is to choose, starting one, and everything that is said with ``/exam``."""

from collections.abc import Callable

from bot.chat import Choice, Reply
from bot.learning.calendar import clock, local_minute
from bot.learning.score import PACE
from bot.library.question import LETTERS
from bot.store import learners, sittings
from bot.store.rounds import Step
from bot.talk import results, sheet, sitting
from bot.talk.exampaper import QUARTERS, choose
from bot.talk.results import SIZES
from bot.turn import Turn

_FACTORS = {"1x": 1.0, "1.5x": 1.5, "2x": 2.0}
_UNTIMED = "untimed"
_STRATEGY = Choice("Managing your time", "/faq exam_time_management")

_TWO_PASSES = (
    "**First pass**, about three fifths of the time: take the questions in order, answer what comes quickly, flag what needs the books.\n"
    "**Second pass**: back to what is flagged or open; read the options first, and look up only what differs between them.\n"
    "**The last minutes**: a letter everywhere. A blank costs as much as a wrong answer."
)


def exam(turn: Turn) -> list[Reply]:
    """Offer mock exams, start one, or do something in or about one: ``/exam [full|half|quarter] [untimed|1.5x|2x]``."""
    name, _, rest = turn.words.strip().partition(" ")
    if name.lower() in _WITHIN:
        return _WITHIN[name.lower()](turn.saying(rest.strip()))
    if name.lower() in _MOVES:
        return sitting.move(turn.saying(name.lower()))
    typed = turn.words.lower().replace("mock", " ").replace("exam", " ").split()
    size = next((word for word in typed if word in QUARTERS), None)
    factor = next((word for word in typed if word in _FACTORS), None)
    others = [word for word in typed if word not in (size, factor, "timed", _UNTIMED)]
    open_one = sittings.open_of(turn.desk.read, turn.learner.id) if turn.learner.id else None
    if open_one is not None and not others:
        return _in_the_middle(turn) if size else sitting.go_on(turn)
    if others or size is None:
        return [_offer(turn, "I don't know that kind of exam. There are these:" if others else "")]
    percent = turn.learner.time_percent if factor is None else int(100 * _FACTORS[factor])
    if _UNTIMED in typed or (not percent and "timed" not in typed):
        return start(turn, size, None)
    return start(turn, size, (percent or 100) / 100)


def _in_the_middle(turn: Turn) -> list[Reply]:
    choices = (Choice("Back to the exam", "/exam on"), Choice("Overview", "/exam sheet"), Choice("Hand it in", "/exam hand"))
    return [Reply("You are in the middle of a mock exam. Hand it in before you start another.", choices)]


def _offer(turn: Turn, said: str) -> Reply:
    total = sum(area.questions for area in turn.library.areas.values())
    lines = [said] if said else []
    lines += ["**A mock exam**: by the blueprint, open book, nothing explained until you hand in; then a report by area. 70 % passes.", ""]
    choices = []
    for size, quarters in QUARTERS.items():
        count = total * quarters // 4
        allowed = count * PACE * turn.learner.time_percent // 100
        lasts = _time(allowed) if allowed else "no clock"
        lines.append(f"{size.capitalize()}: {count} questions, {lasts}")
        choices.append(Choice(f"{size.capitalize()}, {lasts}", f"/exam {size}"))
    if turn.learner.time_percent:
        lines += ["", "The clock starts with the first question and does not stop, as in the exam itself."]
    choices.append(Choice("More time, or no clock", "/exam longer"))
    if turn.learner.id and sittings.results(turn.desk.read, turn.learner.id, 1):
        choices.append(Choice("My exams", "/exam results"))
    return Reply("\n".join(lines), (*choices, _STRATEGY), about=("exam/offer",))


def longer(turn: Turn) -> list[Reply]:
    """Offer exams with more time, and without a clock: ``/exam longer``."""
    choices = [
        Choice(f"{size.capitalize()}, {_factor(factor)} the time", f"/exam {size} {name}")
        for name, factor in _FACTORS.items()
        if factor > 1
        for size in QUARTERS
    ]
    choices += [Choice(f"{size.capitalize()}, no clock", f"/exam {size} {_UNTIMED}") for size in QUARTERS]
    text = (
        "Half as much time again or twice the time, for whoever has that in the exam, too; or no clock at all: then it can be paused, "
        "and goes on another day."
    )
    return [Reply(text, tuple(choices), about=("exam/offer",))]


def start(turn: Turn, size: str, factor: float | None = 1.0) -> list[Reply]:
    """Start a sitting: ``factor`` times the time of the exam, None for no clock."""
    paper = choose(turn, size)
    if not paper.questions:
        return [Reply("There are no questions for a mock exam yet. Practise single ones:", (Choice("Five questions", "/quiz"),))]
    steps = [Step(name, tuple(turn.chance.sample(range(len(LETTERS)), len(LETTERS)))) for name in paper.questions]
    allowed = round(len(steps) * PACE * factor) if factor is not None else None
    learner = turn.enrolled()
    learners.lock(turn.desk.write, learner)
    if sittings.open_of(turn.desk.write, learner) is not None:  # started on another platform at the same moment
        return _in_the_middle(turn)
    where = (turn.sender.platform, turn.sender.user)
    of = sittings.start(turn.desk.write, learner, size, paper.mock, steps, turn.now, allowed, where)
    first = sheet.question(turn, of, {}, replaces=False)
    until = f"until {clock(local_minute(of.due_at, turn.learner.zone))}" if of.due_at else "pause whenever you like"
    time = f"{_time(allowed)}, {until}" if allowed is not None else f"no clock, {until}"
    lines = [
        f"**{SIZES[size]}: {of.of} questions, {time}.** Open book: look up what you like, here too. Nothing is explained before the end.",
        *([paper.note] if paper.note else []),
        "",
        _TWO_PASSES,
        "",
        "Tap, or say: b · skip · flag · back · 12 · time left · overview · hand in",
    ]
    return [Reply("\n".join(lines), (_STRATEGY,), about=("exam/start",), facts={"sitting": of.id, "mock": paper.mock, "of": of.of}), first]


def _time(seconds: int) -> str:
    """Write how long an exam takes: "4 hours", "1:30 hours", "50 minutes"."""
    hours, rest = divmod(seconds, 3600)
    if not hours:
        return f"{rest // 60} minutes"
    if rest:
        return f"{hours}:{rest // 60:02} hours"
    return f"{hours} hour{'s' if hours > 1 else ''}"


def _factor(factor: float) -> str:
    return {1.5: "1.5 times", 2.0: "twice"}[factor]


_WITHIN: dict[str, Callable[[Turn], list[Reply]]] = {
    "on": sitting.go_on,
    "sheet": sitting.overview,
    "time": sitting.time,
    "pause": sitting.pause,
    "hand": sitting.hand_in,
    "drop": sitting.drop,
    "longer": longer,
    "results": results.results,
    "report": results.show_report,
    "review": results.review,
    "missed": results.missed,
}
_MOVES = frozenset(("next", "back", "skip", "open", "flagged"))
