"""What came of a mock exam: the score report by area, every question with its explanation, all exams side by side."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from bot.chat import Choice, Reply
from bot.learning.calendar import local_day, span
from bot.learning.numeral import whole
from bot.learning.score import PACE, PASS_MARK, Given, Score, most_lost, percent, score
from bot.library.question import LETTERS
from bot.pictures.chart import Bar, BarChart
from bot.store import rounds, sittings
from bot.store.rounds import Attempt
from bot.store.sittings import Line, Result, Sitting
from bot.talk import question as words
from bot.turn import Turn

_KEPT_IN_SIGHT = 10
_WITH_BUTTON = 4
_ENOUGH = 3
"""Answers in an area, over all exams, before it is called weak."""

_Which = Callable[[Sitting, dict[int, Line], dict[int, Attempt]], Iterable[int]]

_AN_EXAM = Choice("A mock exam", "/exam")
SIZES = {"full": "Full mock exam", "half": "Half mock exam", "quarter": "Quarter mock exam"}


def report(turn: Turn, of: Sitting, said: str = "", run: str = "") -> Reply:
    """Give the score report of a sitting that is handed in; ``said`` is how that came about, ``run`` readiness and streak in words."""
    lines, given = sittings.lines(turn.desk.read, of.id), rounds.attempts(turn.desk.read, of.round_id)
    found = score_of(turn, of, lines, given)
    if not found.of:
        return Reply("The questions of that exam have all left the library, so there is no score.", (_AN_EXAM,))
    chart = _chart(turn, found)
    misses = found.of - found.right
    advice, practise = _advice(turn, found, misses)
    text = [
        _headline(found),
        " · ".join(part for part in (SIZES[of.size], _source(of.mock), _spent(of, lines)) if part),
        *([said] if said else []),
        "",
        chart.alt,
        "",
        *_particulars(turn, of, found, lines),
        "",
        advice,
        *([run] if run else []),
    ]
    choices = [*practise, *([Choice("Review the misses", f"/exam missed {of.id}")] if misses else [])]
    choices += [Choice("Every question", f"/exam review {of.id}"), Choice("My exams", "/exam results"), Choice("Am I ready", "/ready")]
    facts = {
        "sitting": of.id,
        "right": found.right,
        "of": found.of,
        "percent": found.percent,
        "passed": found.passed,
        "blank": found.blank,
        "changed": [found.to_right, found.to_wrong, found.still_wrong],
        "areas": {one.area: [one.right, one.of] for one in found.areas},
    }
    return Reply("\n".join(text), tuple(choices), about=("exam/report",), facts=facts, chart=chart)


def score_of(turn: Turn, of: Sitting, lines: dict[int, Line], given: dict[int, Attempt]) -> Score:
    """Score a sitting that is handed in, from what was written and what was counted."""
    marks = []
    for number, line in lines.items():
        if line.area is not None:
            one, found = given.get(number), turn.library.questions.get(of.steps[number - 1].question)
            first_right = line.first is not None and found is not None and line.first == found.key
            right = one is not None and one.correct
            marks.append(Given(line.area, line.chosen, line.first, right, first_right, line.flagged, line.seconds))
    return score(marks, list(turn.library.areas))


def _chart(turn: Turn, found: Score) -> BarChart:
    bars = tuple(Bar(_title(turn, one.area), one.right, one.of) for one in found.areas)
    return BarChart("By area, weakest first", bars, PASS_MARK, f"pass mark {PASS_MARK} %, of the whole exam")


def _title(turn: Turn, area: str) -> str:
    found = turn.library.areas.get(area)
    return found.title if found else area


def _short(turn: Turn, area: str) -> str:
    return _title(turn, area).split(" (")[0]


def _headline(found: Score) -> str:
    share = f"{found.right} of {found.of} right: {found.percent} %"
    if found.passed:
        return f"**{share}, a pass.** The mark is {PASS_MARK} % of the whole."
    missing = found.needed - found.right
    return f"**{share}.** {missing} more {'makes' if missing == 1 else 'make'} the pass mark of {PASS_MARK} %."


def _source(mock: int | None) -> str:
    return f"exam {mock}" if mock is not None else "from the practice questions"


def _spent(of: Sitting, lines: dict[int, Line]) -> str:
    if of.allowed is None:
        return f"{span(sum(line.seconds for line in lines.values()))} without a clock"
    assert of.closed_at is not None  # it is handed in
    spent = max(int((of.closed_at - of.started_at).total_seconds()) - of.away, 0)
    return f"{span(min(spent, of.allowed))} of {span(of.allowed)}"


def _particulars(turn: Turn, of: Sitting, found: Score, lines: dict[int, Line]) -> list[str]:
    """Say what else can be learned from it: pace, changes, blanks, the exam before, and how much chance is in it."""
    said = []
    answered = found.of - found.blank
    seconds = sum(line.seconds for line in lines.values())
    if answered:
        slow = max(found.areas, key=lambda one: one.seconds / one.of)
        said.append(
            f"Pace: {span(seconds // answered)} an answer; the exam gives {span(PACE)}. "
            f"Slowest: {_short(turn, slow.area)}, {span(slow.seconds // slow.of)} a question."
        )
    changed = found.to_right + found.to_wrong + found.still_wrong
    if changed:
        parts = [(found.to_right, "wrong to right"), (found.to_wrong, "right to wrong"), (found.still_wrong, "wrong to wrong")]
        said.append(f"Changed answers: {changed} ({', '.join(f'{count} {what}' for count, what in parts if count)}).")
    else:
        said.append("No answer was changed.")
    if found.blank:
        said.append(f"Left blank: {found.blank}. A guess costs no more than a blank.")
    if of.away and of.due_at is not None:
        said.append(f"I was away for {span(of.away)}; you had that time back.")
    before = next((one for one in sittings.results(turn.desk.read, of.learner_id, 50) if _earlier(one, of)), None)
    if before is not None:
        said.append(f"The one before ({before.size}, {_day(turn, before)}): {percent(before.right, before.of)} %.")
    said.append(f"Chance alone moves a score on {found.of} questions by some {found.chance_points} points either way.")
    return said


def _earlier(one: Result, of: Sitting) -> bool:
    return one.of > 0 and of.closed_at is not None and (one.closed_at, one.id) < (of.closed_at, of.id)


def _advice(turn: Turn, found: Score, misses: int) -> tuple[str, list[Choice]]:
    """Say what to do this week, and offer it."""
    weights = {one.slug: one.questions for one in turn.library.areas.values()}
    worst = [one for one in most_lost(found.areas, weights, 2) if one.area in weights]
    practise = [Choice(f"Practise {_short(turn, one.area)}"[:80], f"/quiz {one.area} 10") for one in worst]
    if not worst:
        return "**This week**: nothing was missed. Keep the pace with a few questions a day.", [Choice("Ten mixed", "/quiz 10")]
    named = " and ".join(_short(turn, one.area) for one in worst)
    then = f"then go through your {misses} misses" if misses > 1 else "then look at the one you missed"
    return f"**This week**: practise {named}, where the most points lie; {then}. Another exam tells more after that.", practise


def results(turn: Turn) -> list[Reply]:
    """List the exams that are handed in, newest first: ``/exam results``."""
    found = sittings.results(turn.desk.read, turn.learner.id, _KEPT_IN_SIGHT) if turn.learner.id else []
    if not found:
        return [Reply("No mock exam is handed in yet. A quarter takes an hour.", (_AN_EXAM,))]
    lines = ["**Your mock exams**, newest first", ""]
    for one in found:
        passed = "passed" if one.of and 100 * one.right >= PASS_MARK * one.of else f"below {PASS_MARK} %"
        pace = f", {span(one.seconds // one.of)} a question" if one.of else ""
        clocked = "" if one.timed else ", no clock"
        lines.append(
            f"{_day(turn, one)} · {one.size} · **{percent(one.right, one.of)} %** ({one.right} of {one.of}), {passed}{pace}{clocked}"
        )
    over_all = sittings.by_area(turn.desk.read, turn.enrolled())
    weak = sorted((right / of, area, right, of) for area, (right, of) in over_all.items() if of >= _ENOUGH)[:3]
    if weak:
        lines += ["", "Weakest over all of them: " + ", ".join(f"{_short(turn, area)} {right} of {of}" for _share, area, right, of in weak)]
    choices = [Choice(f"Report of {_day(turn, one)}", f"/exam report {one.id}") for one in found[:_WITH_BUTTON]]
    facts = {"results": [[one.id, one.size, one.right, one.of] for one in found]}
    return [Reply("\n".join(lines), (*choices, _AN_EXAM), about=("exam/results",), facts=facts)]


def _day(turn: Turn, one: Result) -> str:
    day = local_day(one.closed_at, turn.learner.zone)
    return f"{day.day} {day:%B}" if day.year == turn.today.year else f"{day.day} {day:%B %Y}"


def show_report(turn: Turn) -> list[Reply]:
    """Show the report of one exam once more: ``/exam report SITTING``."""
    of = _handed_in(turn, turn.words.split())
    return [of if isinstance(of, Reply) else report(turn, of)]


def review(turn: Turn) -> list[Reply]:
    """Explain a question of an exam that is handed in: ``/exam review SITTING [NUMBER]``."""
    return _review(turn, lambda of, lines, given: range(1, of.of + 1), "review")


def missed(turn: Turn) -> list[Reply]:
    """Explain a question that was missed or left blank, and lead to the next: ``/exam missed SITTING [NUMBER]``."""

    def those(of: Sitting, lines: dict[int, Line], given: dict[int, Attempt]) -> list[int]:
        return [n for n in range(1, of.of + 1) if lines.get(n, Line(n)).area is not None and not (n in given and given[n].correct)]

    return _review(turn, those, "missed")


def _review(turn: Turn, which: _Which, name: str) -> list[Reply]:
    typed = turn.words.split()
    of = _handed_in(turn, typed)
    if isinstance(of, Reply):
        return [of]
    lines, given = sittings.lines(turn.desk.read, of.id), rounds.attempts(turn.desk.read, of.round_id)
    numbers = list(which(of, lines, given))
    if not numbers:
        return [Reply("Nothing was missed in that exam.", (Choice("Every question", f"/exam review {of.id}"), _AN_EXAM))]
    wanted = int(typed[1]) if len(typed) > 1 and typed[1].isdecimal() and len(typed[1]) < 5 else numbers[0]
    if not 1 <= wanted <= of.of:
        return [Reply(f"That exam has the questions 1 to {of.of}.", (Choice("The first", f"/exam review {of.id}"),))]
    rounds.show(turn.desk.write, of.round_id, wanted, turn.now)  # "/report" alone then means this one
    told = _explained(turn, replace(of, number=wanted), lines.get(wanted, Line(wanted)), numbers, name)
    return [replace(told, replaces=len(typed) > 1)]  # the first one leaves the report where it is


def _explained(turn: Turn, of: Sitting, line: Line, numbers: Sequence[int], name: str) -> Reply:
    question = turn.library.questions.get(of.step.question)
    way = []
    before = next((number for number in reversed(numbers) if number < of.number), None)
    after = next((number for number in numbers if number > of.number), None)
    thing = "miss" if name == "missed" else "question"
    if after is not None:
        way.append(Choice(f"Next {thing}", f"/exam {name} {of.id} {after}"))
    if before is not None:
        way.append(Choice(f"{thing.capitalize()} before", f"/exam {name} {of.id} {before}"))
    way.append(Choice("The report", f"/exam report {of.id}"))
    facts = {"sitting": of.id, "number": of.number, "of": of.of, "chosen": line.chosen}
    if question is None:
        return Reply(f"Question {of.number} has left the library, so I cannot show it any more.", tuple(way), facts=facts)
    case = turn.library.cases.get(question.case) if question.case else None
    in_case = words.InCase(case, opens=True) if case else None
    extra = " · ".join([f"**Question {of.number} of {of.of}**", *_history(of, line)])
    reply = words.verdict(question, of.step, line.chosen, turn.codebook, extra, recap=True, case=in_case)
    return replace(
        words.with_choices(reply, (*way, words.wrong_here(question))), facts={**facts, "key": question.key, "area": question.area}
    )


def _history(of: Sitting, line: Line) -> list[str]:
    """Tell shortly what was done with a question; a verdict has room for a line."""
    told = []
    if line.first is not None and line.first != line.chosen:
        told.append(f"first choice {LETTERS[of.step.order.index(line.first)]}")
    if line.flagged:
        told.append("flagged")
    if line.seconds:
        told.append(span(line.seconds))
    return told


def _handed_in(turn: Turn, typed: Sequence[str]) -> Sitting | Reply:
    """Find a sitting of this learner that is handed in, or the sentence that says why there is none."""
    number = whole(typed[0]) or 0 if typed else 0
    of = sittings.find(turn.desk.read, number) if number else None
    if of is None or of.learner_id != turn.learner.id:
        return Reply("I have no mock exam of yours under that number. These are yours:", (Choice("My exams", "/exam results"), _AN_EXAM))
    if not of.over:
        return Reply(
            "Nothing is explained before you hand in.", (Choice("Back to the exam", "/exam on"), Choice("Overview", "/exam sheet"))
        )
    return of
