"""A mock exam under way: answer, flag, go to any number, time, pause, hand in. Nothing is said about an answer before the end."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.chat import Choice, Reply
from bot.learning.calendar import clock, local_minute, span
from bot.library.question import LETTERS
from bot.store import learners, posts, rounds, sittings
from bot.store.sittings import Line, Sitting
from bot.talk import closing, sheet
from bot.turn import Turn

_ASKED_FOR = timedelta(minutes=5)

_NONE = Reply("No mock exam is open. /exam starts one.", (Choice("A mock exam", "/exam"), Choice("Five questions", "/quiz")))


def seated(turn: Turn, number: int | None = None) -> Sitting | Reply:
    """Take the learner's open sitting for change: learner and sitting are locked, a pause ends, its time is looked at.

    ``number`` is that of a button, which may be of an earlier sitting. Returns the sentence that says why there is none; where time
    is up, that is the report.
    """
    mine = turn.learner.id
    found = None
    if mine is not None:
        found = sittings.open_of(turn.desk.read, mine) if number is None else sittings.find(turn.desk.read, number)
    if found is None or found.learner_id != mine:
        return _NONE
    if not found.over:
        learners.lock(turn.desk.write, found.learner_id)
        found = sittings.find(turn.desk.write, found.id, lock=True)
    if found is None:
        return _NONE
    if found.over:
        return over(found)
    end = sittings.end_of(turn.desk.write, found, turn.now)
    if end is not None and turn.now >= end:
        return closing.time_is_up(turn, found, end)
    return _awake(turn, replace(found, due_at=end))


def over(of: Sitting) -> Reply:
    """Say that a sitting is handed in."""
    choices = (Choice("The report", f"/exam report {of.id}"), Choice("A mock exam", "/exam"))
    return Reply("That mock exam is handed in; nothing in it changes any more.", choices)


def _awake(turn: Turn, of: Sitting) -> Sitting:
    """End a pause, and note from which account the sitting goes on."""
    values: dict[str, object] = {}
    if of.paused_at is not None:
        away = of.away + max(int((turn.now - of.paused_at).total_seconds()), 0)
        values |= {"paused_at": None, "since": turn.now, "away": away}
    if (of.platform, of.user) != (turn.sender.platform, turn.sender.user):
        values |= {"platform": turn.sender.platform, "user": turn.sender.user}
    if values:
        sittings.change(turn.desk.write, of.id, **values)
    return replace(of, **values)  # type: ignore[arg-type]  # columns by name


def _on_display(turn: Turn, of: Sitting, number: int) -> Sitting:
    """Put another question on display; the stay at the one before is written down."""
    found = turn.library.questions.get(of.step.question)
    sittings.leave(turn.desk.write, of, found.area if found else None, turn.now)
    since = max(turn.now, of.since or turn.now)  # what was kept waiting may come after something later
    sittings.change(turn.desk.write, of.id, since=since, asked_at=None)
    rounds.show(turn.desk.write, of.round_id, number, turn.now)
    return replace(of, number=number, since=since)


def mark(turn: Turn) -> list[Reply]:
    """Take an answer: ``/mark SITTING NUMBER LETTER``. Given once more, the last one stands."""
    typed = turn.words.split()
    if len(typed) != 3 or not _numbers(typed[:2]) or typed[2].upper() not in tuple(LETTERS):
        return [Reply("That button is not one of mine. /exam goes on with an open mock exam.", _NONE.choices)]
    of = seated(turn, int(typed[0]))
    if isinstance(of, Reply):
        return [of]
    number = int(typed[1])
    if not 1 <= number <= of.of:
        return [_no_such(of)]
    return [answer(turn, of, number, typed[2].upper())]


def answer(turn: Turn, of: Sitting, number: int, letter: str) -> Reply:
    """Write an answer down and go on: to the next question that is open or flagged, or to the overview where none follows."""
    lines = sittings.lines(turn.desk.write, of.id)
    before, step = lines.get(number, Line(number)), of.steps[number - 1]
    question = turn.library.questions.get(step.question)
    if question is None:
        return sheet.overview(turn, of, lines, f"Question {number} has left the library; it does not count.")
    if before.at is None or before.at <= turn.now:  # else a later one was read first, and stands
        chosen = step.order[LETTERS.index(letter)]
        first = before.first if before.first is not None else chosen
        when = {"at": turn.now, "day": turn.today, "minute": local_minute(turn.now, turn.learner.zone)}
        sittings.write(turn.desk.write, of, number, area=question.area, chosen=chosen, first=first, **when)
        lines[number] = replace(before, area=question.area, chosen=chosen, first=first)
    said = f"Noted: {number} {letter}."
    following = _following(of, lines, number)
    if following is None:
        return sheet.overview(turn, _on_display(turn, of, of.number), lines, said)
    return sheet.question(turn, _on_display(turn, of, following), lines, said)


def _following(of: Sitting, lines: sheet.Lines, number: int) -> int | None:
    """Find the next question after ``number`` that is open or flagged."""
    for place in range(number + 1, of.of + 1):
        line = lines.get(place, Line(place))
        if line.chosen is None or line.flagged:
            return place
    return None


def flag(turn: Turn) -> list[Reply]:
    """Flag a question, or take the flag off: ``/flag [SITTING NUMBER] [off]``; the one on display if none is named."""
    typed = turn.words.lower().split()
    off = bool(typed) and typed[-1] == "off"
    named = typed[:-1] if off else typed
    if len(named) not in (0, 2) or not _numbers(named):
        return [Reply("Say flag for the question in front of you, or flag off.", (Choice("Overview", "/exam sheet"),))]
    of = seated(turn, int(named[0]) if named else None)
    if isinstance(of, Reply):
        return [of]
    number = int(named[1]) if named else of.number
    if not 1 <= number <= of.of:
        return [_no_such(of)]
    lines = sittings.lines(turn.desk.write, of.id)
    found = turn.library.questions.get(of.steps[number - 1].question)
    area = found.area if found else None
    sittings.write(turn.desk.write, of, number, area=area, flagged=not off)
    lines[number] = replace(lines.get(number, Line(number)), area=area, flagged=not off)
    return [sheet.question(turn, _on_display(turn, of, number), lines)]


def go(turn: Turn) -> list[Reply]:
    """Go to any question: ``/go NUMBER``."""
    of = seated(turn)
    if isinstance(of, Reply):
        return [of]
    typed = turn.words.strip()
    if not _numbers([typed]) or not 1 <= int(typed) <= of.of:
        return [_no_such(of)]
    return [_shown(turn, of, int(typed))]


def move(turn: Turn) -> list[Reply]:
    """Go on, back, or past a question: ``/exam next``, ``back``, ``skip``, ``open``, ``flagged``."""
    of = seated(turn)
    if isinstance(of, Reply):
        return [of]
    lines = sittings.lines(turn.desk.write, of.id)
    where = turn.words.strip()
    if where == "back":
        return [_shown(turn, of, max(of.number - 1, 1))]
    if where in ("open", "flagged"):
        those = sheet.open_ones(of, lines) if where == "open" else sheet.flagged(lines)
        number = next((one for one in those if one > of.number), those[0] if those else None)
        none = f"Nothing is {where}."
    else:
        number = _following(of, lines, of.number) if where == "skip" else of.number + 1
        none = "That was the last one."
    if number is None or number > of.of:
        return [sheet.overview(turn, of, lines, none)]
    return [_shown(turn, of, number)]


def _shown(turn: Turn, of: Sitting, number: int, *, replaces: bool = True) -> Reply:
    of = _on_display(turn, of, number)
    return sheet.question(turn, of, sittings.lines(turn.desk.write, of.id), replaces=replaces)


def go_on(turn: Turn) -> list[Reply]:
    """Show the question on display again, below whatever came in between: ``/exam on``."""
    of = seated(turn)
    return [of if isinstance(of, Reply) else _shown(turn, of, of.number, replaces=False)]


def overview(turn: Turn) -> list[Reply]:
    """Show all numbers: ``/exam sheet``."""
    of = seated(turn)
    return [of if isinstance(of, Reply) else sheet.overview(turn, of, sittings.lines(turn.desk.write, of.id))]


def time(turn: Turn) -> list[Reply]:
    """Say how much time is left, and how the pace is: ``/exam time``. A notice of half time that is not out is not needed then."""
    of = seated(turn)
    if isinstance(of, Reply):
        return [of]
    posts.withdraw(turn.desk.write, of.learner_id, f"{closing.HALF_TIME}:{of.id}:")
    return [sheet.time(turn, of, sittings.lines(turn.desk.write, of.id))]


def pause(turn: Turn) -> list[Reply]:
    """Stop the clock where none runs out: ``/exam pause``."""
    of = seated(turn)
    if isinstance(of, Reply):
        return [of]
    back = Choice(f"Back to question {of.number}", "/exam on")
    if of.due_at is not None:
        end = clock(local_minute(of.due_at, turn.learner.zone))
        return [Reply(f"The clock runs on until {end}, as in the exam itself. Only an exam without a clock can be paused.", (back,))]
    found = turn.library.questions.get(of.step.question)
    sittings.leave(turn.desk.write, of, found.area if found else None, turn.now)
    sittings.change(turn.desk.write, of.id, since=None, paused_at=turn.now)
    return [Reply("Paused. It goes on where you are, today or another day.", (replace(back, label=f"Go on: question {of.number}"),))]


def hand_in(turn: Turn) -> list[Reply]:
    """Hand in: ``/exam hand [SITTING] [yes]``. Asks once where questions are open or flagged.

    Said again, it is meant; the same button tapped twice is not.
    """
    typed = turn.words.lower().split()
    sure = bool(typed) and typed[-1] == "yes"
    named = typed[:-1] if sure else typed
    if len(named) > 1 or not _numbers(named):
        return [Reply("Say hand in, and it is handed in.", (Choice("Overview", "/exam sheet"),))]
    of = seated(turn, int(named[0]) if named else None)
    if isinstance(of, Reply):
        return [of]
    sure = sure or (not named and just_asked(of, turn.now))
    lines = sittings.lines(turn.desk.write, of.id)
    still, flags = sheet.open_ones(of, lines), sheet.flagged(lines)
    if not sure and (still or flags):
        sittings.change(turn.desk.write, of.id, asked_at=turn.now)
        return [_ask(turn, of, still, flags)]
    return [closing.close(turn, of, turn.now)]


def just_asked(of: Sitting, now: datetime) -> bool:
    """Say whether it was just asked whether to hand in, so that a "yes" means that."""
    return of.asked_at is not None and now - of.asked_at <= _ASKED_FOR


def _ask(turn: Turn, of: Sitting, still: list[int], flags: list[int]) -> Reply:
    parts = [f"{len(still)} open ({sheet.ranges(still[:20])}{', …' if len(still) > 20 else ''})"] if still else []
    parts += [f"{len(flags)} flagged ({sheet.ranges(flags[:20])}{', …' if len(flags) > 20 else ''})"] if flags else []
    left = sheet.seconds_left(of, turn.now)
    more = f", and {span(left)} left" if left is not None else ""
    blank = " A blank counts as wrong; a guess may not." if still else ""
    text = f"**{' and '.join(parts)}{more}.**{blank} Hand it in all the same?"
    choices = [Choice("Hand in now", f"/exam hand {of.id} yes")]
    choices += [Choice("To the open ones", "/exam open")] if still else []
    choices += [Choice("To the flagged ones", "/exam flagged")] if flags else []
    return Reply(text, (*choices, Choice("Overview", "/exam sheet")), about=("exam/hand",), facts={"sitting": of.id, "open": len(still)})


def drop(turn: Turn) -> list[Reply]:
    """Call a sitting off in which nothing was answered: ``/exam drop SITTING``; it is as if it had never been."""
    typed = turn.words.split()
    of = seated(turn, int(typed[0]) if len(typed) == 1 and _numbers(typed) else None)
    if isinstance(of, Reply):
        return [of]
    if any(line.chosen is not None for line in sittings.lines(turn.desk.write, of.id).values()):
        return [Reply("Something is answered already, so it can only be handed in.", (Choice("Overview", "/exam sheet"),))]
    posts.withdraw(turn.desk.write, of.learner_id, f"{closing.HALF_TIME}:{of.id}:")
    sittings.drop(turn.desk.write, of)
    turn.replan()
    return [Reply("Called off; nothing of it is kept.", (Choice("A mock exam", "/exam"), Choice("Five questions", "/quiz")))]


def half_time(turn: Turn, of: Sitting) -> Reply:
    """Say at half time how it goes."""
    lines = sittings.lines(turn.desk.read, of.id)
    text = ["**Half of the time is over.**", *sheet.pace_lines(turn, of, lines, turn.now)]
    choices = (Choice(f"Back to question {of.number}", "/exam on"), Choice("Overview", "/exam sheet"))
    return Reply("\n".join(text), choices, about=("exam/halftime",), facts={"sitting": of.id})


HALF_TIME_LASTS = timedelta(minutes=15)
"""How long after half time the notice of it is of use."""


def _numbers(typed: list[str]) -> bool:
    return all(one.isdecimal() and one.isascii() and len(one) < 16 for one in typed)


def _no_such(of: Sitting) -> Reply:
    return Reply(
        f"This exam has the questions 1 to {of.of}.",
        (Choice(f"Back to question {of.number}", "/exam on"), Choice("Overview", "/exam sheet")),
    )
