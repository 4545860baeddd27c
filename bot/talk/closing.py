"""The end of a mock exam: its answers are counted, once, and the report is given."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from bot.chat import Choice, Reply
from bot.learning.calendar import clock, local_minute
from bot.store import learners, posts, rounds, sittings
from bot.store.sittings import Line, Sitting
from bot.talk import cards, evidence, points, ready, results
from bot.talk import streak as streaks
from bot.talk.cards import Place
from bot.talk.streak import Studied
from bot.turn import Turn

HALF_TIME = "halftime"
"""The kind of the notice that half of the time is over; a key names the sitting after it."""


def close(turn: Turn, of: Sitting, at: datetime, said: str = "") -> Reply:
    """Hand in a sitting, locked as its learner is, as of a moment; returns the report.

    1. Each answer becomes an attempt, in the order in which they were given, with their own times and dates, and counts towards its card.
    2. They count towards the study days on which they were given, and the streak, here and never again.
    3. What has left the library does not count; what was never touched is written down as blank.
    """
    writing = turn.desk.write
    turn.learner = learners.lock(writing, of.learner_id)
    areas = {number: _area(turn, of, number) for number in range(1, of.of + 1)}
    sittings.leave(writing, of, areas[of.number], at)
    lines = sittings.lines(writing, of.id)
    sittings.write_blank(writing, of, {number: area for number, area in areas.items() if number not in lines})
    for number, line in lines.items():
        if areas[number] is None and line.area is not None:
            sittings.write(writing, of, number, area=None)
    studied = _count(turn, of, lines)
    run = streaks.counted_all(turn, studied) if studied else streaks.settled(turn)[0]
    sittings.change(writing, of.id, closed_at=at, wake_at=None, since=None, paused_at=None)
    posts.withdraw(writing, of.learner_id, f"{HALF_TIME}:{of.id}:")
    turn.replan()
    more = "\n".join(filter(None, (ready.line(turn), streaks.line(turn, run))))
    return results.report(turn, replace(of, closed_at=at, wake_at=None, since=None, paused_at=None), said, more)


def _area(turn: Turn, of: Sitting, number: int) -> str | None:
    found = turn.library.questions.get(of.steps[number - 1].question)
    return found.area if found else None


def _count(turn: Turn, of: Sitting, lines: Mapping[int, Line]) -> list[Studied]:
    """Write the attempts; returns what was studied on each date, oldest first."""
    round_ = rounds.find(turn.desk.write, of.round_id)
    assert round_ is not None  # a sitting hangs on it
    days: dict[object, Studied] = {}
    counts: list[evidence.Given] = []
    given = [line for line in lines.values() if line.chosen is not None and line.at is not None]
    for line in sorted(given, key=lambda one: (one.at or of.started_at, one.number)):
        question = turn.library.questions.get(of.steps[line.number - 1].question)
        if question is None or line.chosen is None or line.at is None or line.day is None:
            continue
        right = line.chosen == question.key
        rounds.answer(turn.desk.write, round_, line.number, question.area, line.chosen, right, line.at, line.day)
        cards.count(turn.desk.write, of.learner_id, question, Place(round_.id, line.number), right, line.day)
        counts.append(evidence.Given(question.id, question.area, right, line.at))
        before = days.get(line.day, Studied(line.day, line.minute or 0, 0, 0))
        days[line.day] = replace(before, answered=before.answered + 1, correct=before.correct + int(right))
    if counts:
        evidence.counted(turn, counts, timed=of.allowed is not None)
        points.earn(turn, counts)
    return sorted(days.values(), key=lambda one: one.day)


def time_is_up(turn: Turn, of: Sitting, end: datetime) -> Reply:
    """Hand in a sitting whose time is over; where something that was sent in time is still to be read, wait for it."""
    if sittings.unheard(turn.desk.write, of, end, turn.update):
        sittings.change(turn.desk.write, of.id, wake_at=turn.now + timedelta(seconds=1))
        text = "Time is up. I am still reading what you sent in time; the result comes in a moment."
        return Reply(text, (Choice("My exams", "/exam results"),))
    return close(turn, of, end, up_at(turn, end))


def up_at(turn: Turn, end: datetime) -> str:
    """Say that time was up, and when."""
    return f"Time was up at {clock(local_minute(end, turn.learner.zone))}, so it was handed in; nothing counts that came later."
