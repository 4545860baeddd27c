"""How it is going: answers by area beside the weight of the area in the exam, the last days, the calendar, in a picture and in words."""

from collections.abc import Sequence
from datetime import date, timedelta

from bot.chat import Choice, Reply
from bot.learning.ability import Ability
from bot.learning.score import PASS_MARK
from bot.library.topic import Area
from bot.pictures.chart import Bar, DayCount, ProgressChart
from bot.store import cards, study_days
from bot.store.study_days import StudyDay
from bot.talk import evidence
from bot.talk import streak as streaks
from bot.turn import Turn

_ENOUGH = 5
"""Answers in an area before its share says anything."""

_DAYS = 30
_WEEKS = 5
_AHEAD = 7
"""Days of reviews to come."""

_SOME = 5
"""Areas that are named where there are many."""


def progress(turn: Turn) -> list[Reply]:
    """Sum up what was answered, weakest areas first, with a picture: ``/progress``; ``/progress dark`` for a dark screen."""
    known = evidence.known(turn)
    if not known:
        return [
            Reply(
                "Nothing answered yet, so there is nothing to show. One question takes a minute.",
                (Choice("Today's question", "/daily"), Choice("Five questions", "/quiz")),
                facts={"answered": 0, "right": 0},
            )
        ]
    run = streaks.settled(turn)[0]
    answered, right = sum(one.answered for one in known.values()), sum(one.right for one in known.values())
    first = turn.today - timedelta(days=max(_DAYS - 1, 7 * _WEEKS - 1))
    days = study_days.since(turn.desk.read, turn.enrolled(), first - timedelta(days=first.weekday()))
    shown = [area for area in turn.library.areas.values() if area.slug in known]
    shown.sort(key=lambda area: known[area.slug].right / known[area.slug].answered)
    chart = _chart(turn, known, shown, days, answered)
    lines = [*_summary(turn, answered, right, days), "", *_in_words(turn, known, shown, chart.reviews)]
    lines[0] += "" if turn.learner.streaks_hidden else f" · {run.length}-day streak, longest {run.longest}"
    weakest = next((area for area in shown if known[area.slug].answered >= _ENOUGH), shown[0])
    choices = [Choice(f"Practise {_short(weakest)}", f"/quiz {weakest.slug}"), Choice("Mixed", "/quiz")]
    choices += [Choice("Am I ready", "/ready"), Choice("My plan", "/plan")]
    choices.append(Choice("On white", "/progress") if chart.dark else Choice("On black", "/progress dark"))
    return [Reply("\n".join(lines), tuple(choices), facts={"answered": answered, "right": right}, chart=chart)]


def _summary(turn: Turn, answered: int, right: int, days: dict[date, StudyDay]) -> list[str]:
    week = [turn.today - timedelta(days=back) for back in range(6, -1, -1)]
    lines = [
        f"**{right} of {answered} right** ({_percent(right, answered)})",
        "Last seven days: " + " ".join(f"{day:%a} {days[day].answered if day in days else 0}" for day in week),
    ]
    month = [found for day, found in days.items() if found.answered and day > turn.today - timedelta(days=_DAYS)]
    if len(month) > 1:
        total = sum(found.answered for found in month)
        share = _percent(sum(found.correct for found in month), total)
        lines.append(f"Last {_DAYS} days: {total} answers on {len(month)} days, {share} right")
    return lines


def _in_words(turn: Turn, known: dict[str, Ability], shown: list[Area], reviews: Sequence[tuple[str, int]]) -> list[str]:
    lines = ["**By area** (right of answered; questions in the exam)"]
    for area in shown:
        one = known[area.slug]
        lines.append(f"{area.title}: {one.right} of {one.answered} ({_percent(one.right, one.answered)}), exam {area.questions}")
    if reviews:
        lines += ["", "Reviews to come: " + ", ".join(f"{label} {count}" for label, count in reviews)]
    untouched = [_short(area) for area in turn.library.areas.values() if area.slug not in known]
    if untouched:
        more = f" and {len(untouched) - _SOME} more" if len(untouched) > _SOME else ""
        lines += ["", f"Not yet tried: {', '.join(untouched[:_SOME])}{more}"]
    if turn.learner.exam_on and turn.learner.exam_on >= turn.today:
        lines.append(f"Days to your exam: {(turn.learner.exam_on - turn.today).days}")
    return lines


def _chart(turn: Turn, known: dict[str, Ability], shown: list[Area], days: dict[date, StudyDay], answered: int) -> ProgressChart:
    bars = tuple((Bar(_short(area), known[area.slug].right, known[area.slug].answered), area.questions) for area in shown)
    month = [turn.today - timedelta(days=back) for back in range(_DAYS - 1, -1, -1)]
    counts = [(day, days.get(day)) for day in month]
    weeks = () if turn.learner.streaks_hidden else streaks.weeks(turn, days, _WEEKS)
    return ProgressChart(
        f"{answered:,} {'answer' if answered == 1 else 'answers'} by area",
        bars,
        PASS_MARK,
        tuple(DayCount(_date(day), found.correct if found else 0, found.answered if found else 0) for day, found in counts),
        tuple((_date(monday), signs) for monday, signs in weeks),
        _reviews(turn),
        dark=turn.words.strip().lower() in ("dark", "black"),
    )


def _reviews(turn: Turn) -> tuple[tuple[str, int], ...]:
    """Count the reviews of the next days; what has been due before is in today. Nothing where none are planned."""
    learner = turn.enrolled()
    due = cards.count_due(turn.desk.read, learner, turn.today)
    ahead = dict(cards.forecast(turn.desk.read, learner, turn.today, _AHEAD - 1))
    if not due and not ahead:
        return ()
    days = [turn.today + timedelta(days=place) for place in range(1, _AHEAD)]
    return (("Today", due), *((f"{day:%a}", ahead.get(day, 0)) for day in days))


def _date(day: date) -> str:
    return f"{day.day} {day:%b}"


def _short(area: Area) -> str:
    return area.title.split(" (")[0]


def _percent(part: int, whole: int) -> str:
    return f"{round(100 * part / whole)} %"
