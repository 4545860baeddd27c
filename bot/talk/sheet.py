"""The pages of a mock exam under way: a question without a word on its answer, the overview of all numbers, the time."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from bot.chat import LONGEST_TEXT, Choice, Reply
from bot.learning.calendar import clock, local_minute, span
from bot.learning.score import PACE, Pace
from bot.library.question import LETTERS, Question
from bot.store.sittings import IDLE, Line, Sitting
from bot.talk.question import note_of
from bot.turn import Turn

Lines = Mapping[int, Line]

_LOOK_UP = Choice("Look something up", "/code ", asks="Which code or words shall I look up?")
_GO_TO = Choice("Go to a number", "/go ", asks="Which question?")
_OVERVIEW = Choice("Overview", "/exam sheet")
_ROW, _HALF_ROW = 10, 5


def question(turn: Turn, of: Sitting, lines: Lines, said: str = "", *, replaces: bool = True) -> Reply:
    """Show the question on display. ``said`` goes before it."""
    found = turn.library.questions.get(of.step.question)
    line = lines.get(of.number, Line(of.number))
    area = turn.library.areas[found.area].title if found else ""
    marks = [f"**Question {of.number} of {of.of}**", area, "flagged" if line.flagged else "", _short_left(turn, of)]
    head = [said, " · ".join(mark for mark in marks if mark), ""]
    choices = [] if found is None else [Choice(letter, f"/mark {of.id} {of.number} {letter}") for letter in LETTERS]
    if found is None:
        text = "\n".join([*filter(None, head[:2]), "", "This question has left the library; it does not count."])
    else:
        text, shown = _body(turn, head, found, of, line)
        choices += [] if shown else [note_of(turn.library.cases[found.case or ""])]
        flag = (
            Choice("Take the flag off", f"/flag {of.id} {of.number} off") if line.flagged else Choice("Flag", f"/flag {of.id} {of.number}")
        )
        choices.append(flag)
    if of.number > 1:
        choices.append(Choice("Back", f"/go {of.number - 1}"))
    way_on = f"/go {of.number + 1}" if of.number < of.of else "/exam sheet"
    choices += [Choice("Next" if line.chosen is not None else "Skip", way_on), _OVERVIEW, _LOOK_UP]
    about = (f"question/{of.step.question}", *((f"case/{found.case}",) if found and found.case else ()))
    facts = {
        "area": found.area if found else None,
        "kind": "exam",
        "number": of.number,
        "of": of.of,
        "sitting": of.id,
        "left": seconds_left(of, turn.now),
        "flagged": line.flagged,
        "chosen": _letter(of, line),
    }
    return Reply(text, tuple(choices), about=about, facts=facts, replaces=replaces)


def _body(turn: Turn, head: list[str], found: Question, of: Sitting, line: Line) -> tuple[str, bool]:
    """Write the question out, a case with its note; also say whether the note had room."""
    options = [f"{letter}  {found.options[place]}" for letter, place in zip(LETTERS, of.step.order, strict=True)]
    letter = _letter(of, line)
    asked = [found.stem, "", *options, *(["", f"Your answer: {letter}"] if letter else [])]
    case = turn.library.cases.get(found.case) if found.case else None
    before = head if head[0] else head[1:]
    if case is None:
        return "\n".join([*before, *asked]), True
    whole = "\n".join([*before, f"**{case.title}**", "", case.note, "", *asked])
    if len(whole) <= LONGEST_TEXT:
        return whole, True
    return "\n".join([*before, f"**{case.title}**", "", *asked]), False


def _letter(of: Sitting, line: Line) -> str | None:
    return LETTERS[of.steps[line.number - 1].order.index(line.chosen)] if line.chosen is not None else None


def overview(turn: Turn, of: Sitting, lines: Lines, said: str = "") -> Reply:
    """Show all numbers: which are answered, with their letters, which are flagged, which are open."""
    still, flags = open_ones(of, lines), flagged(lines)
    left = _short_left(turn, of)
    counts = f"**{of.of - len(still)} of {of.of} answered** · {len(flags)} flagged" + (f" · {left}" if left else "")
    text = [*([said] if said else []), counts, "", *_grid(of, lines), "", "Letter: answered · dot: open · ! flagged"]
    if still:
        text.append(f"Open: {ranges(still)}")
    if flags:
        text.append(f"Flagged: {ranges(flags)}")
    text.append("A number takes you there: type 37, or /go 37." if of.of >= 37 else "A number takes you there: type 7, or /go 7.")
    choices = [Choice(f"Back to question {of.number}", f"/go {of.number}")]
    if still and still[0] != of.number:
        choices.append(Choice(f"First open: {still[0]}", f"/go {still[0]}"))
    if flags:
        following = next((number for number in flags if number > of.number), flags[0])
        choices.append(Choice(f"Flagged: {following}", f"/go {following}"))
    choices += [_GO_TO, Choice("Time", "/exam time"), Choice("Hand in", f"/exam hand {of.id}")]
    if of.due_at is None:
        choices.append(Choice("Pause", "/exam pause"))
    if len(still) == of.of:
        choices.append(Choice("Call it off", f"/exam drop {of.id}"))
    facts = {
        "sitting": of.id,
        "answered": of.of - len(still),
        "open": len(still),
        "flagged": len(flags),
        "left": seconds_left(of, turn.now),
    }
    return Reply("\n".join(text), tuple(choices), about=("exam/sheet",), facts=facts, replaces=True)


def _grid(of: Sitting, lines: Lines) -> list[str]:
    rows = []
    for start in range(1, of.of + 1, _ROW):
        cells = []
        for number in range(start, min(start + _ROW, of.of + 1)):
            line = lines.get(number, Line(number))
            gap = " " if number > start and (number - start) % _HALF_ROW == 0 else ""
            cells.append(f"{gap}{_letter(of, line) or '·'}{'!' if line.flagged else ' '}")
        rows.append(f"`{start:>3}  {''.join(cells).rstrip()}`")
    return rows


def open_ones(of: Sitting, lines: Lines) -> list[int]:
    """List the numbers that have no answer."""
    return [number for number in range(1, of.of + 1) if lines.get(number, Line(number)).chosen is None]


def flagged(lines: Lines) -> list[int]:
    """List the numbers that are flagged."""
    return sorted(number for number, line in lines.items() if line.flagged)


def ranges(numbers: Iterable[int]) -> str:
    """Write numbers shortly.

    >>> ranges([1, 2, 3, 7, 9, 10])
    '1-3, 7, 9-10'
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)


def time(turn: Turn, of: Sitting, lines: Lines) -> Reply:
    """Say how much time is left, and how the pace is."""
    text = "\n".join(pace_lines(turn, of, lines, turn.now))
    choices = [Choice(f"Back to question {of.number}", f"/go {of.number}"), _OVERVIEW]
    if of.due_at is None:
        choices.append(Choice("Pause", "/exam pause"))
    return Reply(text, tuple(choices), about=("exam/time",), facts={"sitting": of.id, "left": seconds_left(of, turn.now)}, replaces=True)


def pace_lines(turn: Turn, of: Sitting, lines: Lines, now: datetime) -> list[str]:
    """Put time and pace into words."""
    pace = pace_of(of, lines, now)
    done = f"{pace.answered} of {pace.of} answered, {len(flagged(lines))} flagged."
    if of.due_at is None:
        each = f" {span(pace.each)} an answer; the exam gives {span(PACE)}." if pace.each is not None else ""
        return [f"**No clock runs.** {span(pace.spent)} so far.", f"{done}{each}"]
    end = clock(local_minute(of.due_at, turn.learner.zone))
    lines_ = [f"**{span(pace.left)} left** of {span(of.allowed or 0)}, until {end}.", done]
    apart, even = pace.answered - pace.expected, f"At {span((of.allowed or 0) // of.of)} a question"
    standing = f"{abs(apart)} {'ahead' if apart > 0 else 'behind'}" if apart else "exactly there"
    lines_.append(f"{even} {pace.expected} would be answered by now: you are {standing}.")
    if pace.left_each is not None:
        each = f"You take {span(pace.each)} an answer. " if pace.each is not None else ""
        lines_.append(f"{each}For each open question there are {span(pace.left_each)}.")
    if of.away:
        lines_.append(f"I was away for {span(of.away)}; your end has moved by as much.")
    return lines_


def pace_of(of: Sitting, lines: Lines, now: datetime) -> Pace:
    """Work out how the time goes. Against the clock every minute counts, else those at the questions."""
    answered = sum(line.chosen is not None for line in lines.values())
    if of.due_at is not None and of.allowed is not None:
        left = max((of.due_at - now).total_seconds(), 0)
        return Pace(max(int(of.allowed - left), 0), of.allowed, answered, of.of)
    stay = min(now - of.since, IDLE) if of.since is not None else timedelta(0)
    return Pace(sum(line.seconds for line in lines.values()) + max(int(stay.total_seconds()), 0), None, answered, of.of)


def seconds_left(of: Sitting, now: datetime) -> int | None:
    """Say how many seconds are left, None without a clock."""
    return max(int((of.due_at - now).total_seconds()), 0) if of.due_at is not None else None


def _short_left(turn: Turn, of: Sitting) -> str:
    left = seconds_left(of, turn.now)
    if left is None:
        return ""
    return f"{left // 60} min left" if left >= 60 else "less than a minute left"
