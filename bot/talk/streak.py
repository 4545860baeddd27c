"""The streak: counting an answer towards it, what it stands at, and the page that shows the week and the month."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.chat import Choice, Reply
from bot.learning.agenda import works
from bot.learning.calendar import exists, instant, local_minute
from bot.learning.streak import MOST_FREEZES, Kind, Run, count, settle
from bot.learning.usual import usual_minute
from bot.store import outages, posts, study_days
from bot.store.learners import Learner
from bot.store.study_days import StudyDay
from bot.turn import Turn

_DAY = timedelta(days=1)
_HABIT = 14
"""Days of study from which the usual time is learned."""

_JOURNEYS = 30
"""Days between two journeys that are excused."""

_WEEKS = 5
"""Weeks of the calendar."""

_WAKING = (6 * 60, 24 * 60 - 1)
_AWAY = timedelta(minutes=30)
"""An outage of ours that took so much of a waking day excuses it."""


def run_of(learner: Learner) -> Run:
    """Take the streak out of a learner's row."""
    return Run(learner.streak, learner.longest, learner.freezes, learner.freeze_steps, learner.settled_on)


def _as_row(run: Run) -> dict[str, object]:
    return {
        "streak": run.length,
        "longest": run.longest,
        "freezes": run.freezes,
        "freeze_steps": run.steps,
        "settled_on": run.last,
    }


def settled(turn: Turn) -> tuple[Run, list[tuple[date, Kind]]]:
    """Work out the streak as it stands today; nothing is written."""
    return _settled_by(turn, run_of(turn.learner), turn.today)


def _settled_by(turn: Turn, run: Run, day: date) -> tuple[Run, list[tuple[date, Kind]]]:
    if run.last is None or run.last >= day - _DAY:
        return run, []
    away = outages.since(turn.desk.read, instant(run.last, 0, turn.learner.zone))
    return settle(run, day, resting(turn.learner, away))


def resting(learner: Learner, away: list[tuple[datetime, datetime]]) -> Callable[[date], bool]:
    """Say which dates ask nothing of a learner: rest days, pauses, dates that their zone left out, and ours when we were away."""

    def rests(day: date) -> bool:
        return not works(learner, day) or not exists(day, learner.zone) or _was_away(day, learner.zone, away)

    return rests


def _was_away(day: date, zone: str, away: list[tuple[datetime, datetime]]) -> bool:
    begin, end = (instant(day, minute, zone) for minute in _WAKING)
    lost = sum(((min(over, end) - max(start, begin)) for start, over in away if start < end and over > begin), timedelta(0))
    return lost >= _AWAY


def keep_settled(turn: Turn) -> Run:
    """Write down what the dates that went by were to the streak, before something changes by which they are judged."""
    run, passed = settled(turn)
    if turn.learner.id is not None and run != run_of(turn.learner):
        study_days.mark(turn.desk.write, turn.learner.id, [(day, kind.value) for day, kind in passed])
        turn.change(**_as_row(run))
    return run


def journey(turn: Turn, before: date) -> None:
    """Pass over the dates that a change of zone left out, the one that was cut short among them; once in thirty days."""
    run, learner = run_of(turn.learner), turn.learner
    if run.last is None or turn.today <= before or learner.id is None:
        return
    if learner.moved_on is not None and (turn.today - learner.moved_on).days < _JOURNEYS:
        return
    after, passed = settle(run, turn.today, lambda day: day >= before)
    if passed:
        study_days.mark(turn.desk.write, learner.id, [(day, kind.value) for day, kind in passed])
        turn.change(moved_on=turn.today, **_as_row(after))


@dataclass(frozen=True, slots=True)
class Studied:
    """Answers that somebody gave on one of their dates, from a minute after midnight on."""

    day: date
    minute: int
    answered: int
    correct: int


def counted(turn: Turn, correct: bool) -> Run:
    """Count an answer towards today and the streak; returns the streak as it stands then."""
    turn.lock()
    return counted_all(turn, [Studied(turn.today, local_minute(turn.now, turn.learner.zone), 1, int(correct))])


def counted_all(turn: Turn, studied: Sequence[Studied]) -> Run:
    """Count answers of several dates, oldest first, towards those dates and the streak; the learner is locked."""
    number, learner = turn.enrolled(), turn.learner
    before = run = run_of(learner)
    passed: list[tuple[date, Kind]] = []
    values: dict[str, object] = {}
    for one in studied:
        run, went_by = _settled_by(turn, run, one.day)
        passed += went_by
        answered = study_days.answered(turn.desk.write, number, one.day, one.correct, one.minute, one.answered)
        if answered >= learner.goal and (run.last is None or run.last < one.day):
            run = count(run, one.day)
            passed.append((one.day, Kind.DONE))
        if answered == one.answered:  # the first of the date
            usual = usual_minute(study_days.minutes(turn.desk.write, number, _HABIT))
            values["usual_minute"] = usual
            if learner.hour_learned and usual is not None:
                values["push_minute"] = usual // 30 * 30
    study_days.mark(turn.desk.write, number, [(day, kind.value) for day, kind in passed])
    if run != before:
        values |= _as_row(run)
    if run.last == turn.today and run != before:  # the day is done: what waits to ask for it is not needed
        posts.withdraw(turn.desk.write, number, "daily:", "snoozed:", "reminder:")
    if values:
        turn.change(**values)
        turn.replan()
    return run


def line(turn: Turn, run: Run) -> str:
    """Say the streak in a few words, nothing where it is hidden or there is none."""
    return f"{run.length}-day streak" if run.length and not turn.learner.streaks_hidden else ""


def streak(turn: Turn) -> list[Reply]:
    """Show the streak, the week and the month."""
    if turn.learner.streaks_hidden:
        text = "Streaks and boards are hidden, as you asked. Your answers count all the same."
        return [
            Reply(text, (Choice("Show them again", "/settings streaks on"), Choice("My progress", "/progress")), facts={"hidden": True})
        ]
    run, _ = settled(turn)
    facts = {"streak": run.length, "longest": run.longest, "freezes": run.freezes}
    first = turn.today - timedelta(days=turn.today.weekday(), weeks=_WEEKS - 1)
    days = study_days.since(turn.desk.read, turn.learner.id, first) if turn.learner.id else {}
    today = days.get(turn.today)
    lines = [
        f"**{run.length}-day streak** · longest {run.longest} · freezes {run.freezes} of {MOST_FREEZES}",
        "",
        "`       Mo Tu We Th Fr Sa Su`",
        *(f"`{monday:%d %b}  {'  '.join(signs)}`" for monday, signs in weeks(turn, days, _WEEKS)),
    ]
    lines += ["", "✓ done · ❄ freeze · – day off · ○ still open"]
    lines += ["Every seventh day in a row earns a freeze; it covers a missed day by itself."]
    if today is None or today.kind == "open":
        left = turn.learner.goal - (today.answered if today else 0)
        lines.append(f"Today counts after {left} {'answer' if left == 1 else 'answers'}{' more' if today else ''}.")
    offers = (
        Choice("Today's question", "/daily"),
        Choice("A goal a day", "/settings goal"),
        Choice("Days off", "/settings days"),
        Choice("Hide streaks", "/settings streaks off"),
    )
    return [Reply("\n".join(lines), offers, facts=facts)]


def weeks(turn: Turn, days: dict[date, StudyDay], count: int) -> list[tuple[date, str]]:
    """Write the last weeks as seven signs each, this one last, with the date of their Monday. Letters and signs, no colour."""
    monday = turn.today - timedelta(days=turn.today.weekday())
    first = monday - timedelta(weeks=count - 1)
    away: list[tuple[datetime, datetime]] = outages.since(turn.desk.read, instant(first, 0, turn.learner.zone))
    rests = resting(turn.learner, away)
    rows = []
    for week in range(count):
        dates = [first + timedelta(weeks=week, days=place) for place in range(7)]
        rows.append((dates[0], "".join(_sign(turn, one, days.get(one), rests) for one in dates)))
    return rows


def _sign(turn: Turn, day: date, found: StudyDay | None, rests: Callable[[date], bool]) -> str:
    if found is not None and found.kind != "open":
        return {"done": "✓", "frozen": "❄", "rest": "–"}[found.kind]
    if day > turn.today:
        return " "
    if day == turn.today:
        return "○"
    return "–" if found is None and rests(day) else "·"


def after_absence(turn: Turn) -> Reply | None:
    """Welcome somebody back who missed three days or more; nothing is held against them. None for everybody else."""
    seen = turn.learner.seen_on
    if seen is None or (turn.today - seen).days < 4 or (turn.learner.paused_until or seen) > seen:
        return None
    text = "Good to see you. Nothing is overdue. Here are three to start with, whenever you like."
    return Reply(text, (Choice("Three easy ones", "/quiz 3 easy"), Choice("Today's question", "/daily")))
