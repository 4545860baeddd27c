"""How it is going: answers by area beside the weight of the area in the exam, days, streak."""

from datetime import timedelta

from bot.chat import Choice, Reply
from bot.store import rounds, study_days
from bot.talk import streak as streaks
from bot.turn import Turn

_ENOUGH = 5
"""Answers in an area before its share says anything."""


def progress(turn: Turn) -> list[Reply]:
    """Sum up what was answered, weakest areas first."""
    tallies = {one.area: one for one in rounds.tally(turn.desk.read, turn.learner.id)} if turn.learner.id else {}
    if not tallies:
        return [
            Reply(
                "Nothing answered yet, so there is nothing to show. One question takes a minute.",
                (Choice("Today's question", "/daily"), Choice("Five questions", "/quiz")),
                facts={"answered": 0, "right": 0},
            )
        ]
    run = streaks.settled(turn)[0]
    answered = sum(one.answered for one in tallies.values())
    right = sum(one.right for one in tallies.values())
    week = [turn.today - timedelta(days=back) for back in range(6, -1, -1)]
    days = study_days.since(turn.desk.read, turn.enrolled(), week[0])
    shown_run = "" if turn.learner.streaks_hidden else f" · {run.length}-day streak, longest {run.longest}"
    lines = [
        f"**{right} of {answered} right** ({_percent(right, answered)}){shown_run}",
        "Last seven days: " + " ".join(f"{day:%a} {days[day].answered if day in days else 0}" for day in week),
        "",
        "**By area** (right of answered; questions in the exam)",
    ]
    shown = [area for area in turn.library.areas.values() if area.slug in tallies]
    shown.sort(key=lambda area: tallies[area.slug].right / tallies[area.slug].answered)
    for area in shown:
        tally = tallies[area.slug]
        lines.append(f"{area.title}: {tally.right} of {tally.answered} ({_percent(tally.right, tally.answered)}), exam {area.questions}")
    untouched = [area.title for area in turn.library.areas.values() if area.slug not in tallies]
    if untouched:
        lines += ["", f"Not yet tried: {', '.join(untouched)}"]
    weakest = next((area for area in shown if tallies[area.slug].answered >= _ENOUGH), shown[0])
    choices = [Choice(f"Practise {weakest.title.split(' (')[0]}", f"/quiz {weakest.slug}"), Choice("Mixed", "/quiz")]
    choices.append(Choice("Am I ready", "/ready"))
    if turn.learner.exam_on and turn.learner.exam_on >= turn.today:
        lines.append(f"Days to your exam: {(turn.learner.exam_on - turn.today).days}")
    return [Reply("\n".join(lines), tuple(choices), facts={"answered": answered, "right": right})]


def _percent(part: int, whole: int) -> str:
    return f"{round(100 * part / whole)} %"
