"""The plan to the exam: weeks with areas, reviews and mock exams, made anew of today each time; hours, what is known, calendar."""

from datetime import date, timedelta

from bot.chat import Choice, Reply, literal
from bot.learning.calendar import local_day
from bot.learning.plan import HOURS, USUAL_HOURS, Need, Plan, Week
from bot.learning.plan import plan as planned
from bot.learning.readiness import readiness
from bot.store import plans, sittings
from bot.store.plans import Wishes
from bot.talk import evidence
from bot.talk.calendarfile import calendar, span
from bot.talk.quiz import find_area
from bot.talk.settings import SETTINGS
from bot.turn import Turn

_SHOWN = 4
"""Weeks in one message."""

_MOST_HOURS = 60
_ASK_DAY = "Which day? For example 2027-03-15 or March 15."
_ASK_HOURS = "How many hours a week? A number from 1 to 60."
_AHEAD = (8, 12, 16, 24)
_LONGEST = 104
"""Weeks; an exam later than that is planned when it is nearer."""


def plan(turn: Turn) -> list[Reply]:
    """Show the plan, or change what it is made of: ``/plan [exam DAY | hours N | full | part | known AREA | from WEEK | calendar]``."""
    name, _, value = turn.words.strip().partition(" ")
    name, value = name.lower(), value.strip()
    said = ""
    if name == "exam":
        said = _exam(turn, value)
    elif name in ("hours", "hour") or name.isdecimal():
        if not value and not name.isdecimal():
            return [_hours(turn)]
        said = _set_hours(turn, value or name)
    elif name in HOURS:
        said = _set_pace(turn, name)
    elif name in ("known", "know"):
        return [_known(turn, value)]
    elif name and name not in ("from", "calendar"):
        said = f'I can\'t read "{literal(turn.words, 30)}" here. Try /plan hours 10, /plan exam 2027-03-15 or /plan known anatomy.'
    exam = turn.learner.exam_on
    if exam is None or exam <= turn.today:
        return [_no_date(turn, said)]
    if (exam - turn.today).days > 7 * _LONGEST:
        return [_no_date(turn, "Your exam is more than two years away; a plan is made when it is nearer.")]
    found = _made(turn, exam)
    if name == "calendar":
        return [_calendar(turn, found)]
    first = int(value) - 1 if name == "from" and value.isdecimal() and len(value) < 4 else 0
    return [_shown(turn, found, min(max(first, 0), len(found.weeks) - 1), said)]


def _made(turn: Turn, exam: date) -> Plan:
    """Make the plan of today, and of what answers and mock exams show."""
    wishes = _wishes(turn)
    expected = {one.area: one.expected for one in readiness(evidence.known(turn), evidence.exam(turn), turn.now).standings}
    needs = [Need(area.slug, area.questions, expected[area.slug], area.slug in wishes.known) for area in turn.library.areas.values()]
    done = sittings.results(turn.desk.read, turn.learner.id, 1) if turn.learner.id else []
    last_mock = local_day(done[0].closed_at, turn.learner.zone) if done else None
    return planned(turn.today, exam, _hours_of(turn, wishes), needs, last_mock, turn.learner.push_days)


def _wishes(turn: Turn) -> Wishes:
    return plans.of(turn.desk.read, turn.learner.id) if turn.learner.id else Wishes()


def _hours_of(turn: Turn, wishes: Wishes) -> int:
    return wishes.hours or HOURS.get(turn.learner.pace or "", USUAL_HOURS)


def _no_date(turn: Turn, said: str) -> Reply:
    lines = [said] if said else []
    if turn.learner.exam_on is not None and turn.learner.exam_on == turn.today:
        lines.append("**Your exam is today.** There is nothing left to plan. Answer everything; you can miss 30 of the 100 and pass.")
    elif not said:
        lines.append("**A plan leads to a day.** When is your exam? A day to aim at will do; it can move, and the plan moves with it.")
    choices = [Choice("I have a date", "/plan exam ", asks=_ASK_DAY)]
    choices += [Choice(f"In {weeks} weeks", f"/plan exam {turn.today + timedelta(weeks=weeks)}") for weeks in _AHEAD]
    return Reply("\n\n".join(lines), (*choices, Choice("How long does it take", "/faq train_duration")), about=("plan/date",))


def _shown(turn: Turn, found: Plan, first: int, said: str) -> Reply:
    weeks = len(found.weeks)
    days = (found.exam - turn.today).days
    until = f"{days} days" if days < 14 else f"{weeks} weeks"
    lines = [said, ""] if said else []
    lines += [f"**{until} to your exam** on {_day(found.exam)}, {found.hours} {'hour' if found.hours == 1 else 'hours'} a week", ""]
    for place, week in enumerate(found.weeks[first : first + _SHOWN], first):
        lines += [*_week(turn, week, place), ""]
    if first == 0:
        lines.append("Made today, from what your answers show. Whatever came in between is spread over the weeks that are left.")
    choices = []
    areas = found.weeks[first].areas
    if areas and first == 0:
        choices.append(Choice(f"Practise {_short(turn, areas[0][0])}"[:80], f"/quiz {areas[0][0]} 10"))
    if first + _SHOWN < weeks:
        choices.append(Choice("Later weeks", f"/plan from {first + _SHOWN + 1}"))
    if first:
        choices.append(Choice("This week", "/plan"))
    choices += [
        Choice("Hours a week", "/plan hours"),
        Choice("What I know already", "/plan known"),
        Choice("Another date", "/plan exam ", asks=_ASK_DAY),
        Choice("For my calendar", "/plan calendar"),
        Choice("Am I ready", "/ready"),
    ]
    facts = {
        "weeks": weeks,
        "hours": found.hours,
        "areas": [area for area, _minutes in found.weeks[first].areas],
        "mocks": [[str(mock.day), mock.size] for week in found.weeks for mock in week.mocks],
    }
    return Reply("\n".join(lines).strip(), tuple(choices), about=("plan/weeks",), facts=facts, replaces=first > 0)


def _week(turn: Turn, week: Week, place: int) -> list[str]:
    name = "This week" if place == 0 else f"Week {place + 1}"
    span_ = f"to {_day(week.last)}" if place == 0 else f"{_day(week.first)} to {_day(week.last)}"
    if place == 0 and week.first == week.last:
        span_ = "today"
    lines = [f"**{name}**, {span_} · {span(week.minutes)}"]
    if week.areas:
        lines.append(" · ".join(f"{_short(turn, area)} {span(minutes)}" for area, minutes in week.areas))
    if week.reviews:
        lines.append(f"Reviews {span(week.reviews)}" + (" · nothing new, and rest on the day before" if week.calm else ""))
    lines += [f"{mock.day:%a} {_day(mock.day)}: {mock.size} mock exam" for mock in week.mocks]
    return lines if len(lines) > 1 else [*lines, "Rest."]


def _day(day: date) -> str:
    return f"{day.day} {day:%B}"


def _exam(turn: Turn, value: str) -> str:
    return SETTINGS["exam"](turn, value) if value else "When is your exam?"


def _set_hours(turn: Turn, value: str) -> str:
    number = value.split()[0].removesuffix("h")
    if not (number.isdecimal() and len(number) < 4 and 1 <= int(number) <= _MOST_HOURS):
        return f'I can\'t read "{literal(value, 20)}" as hours a week. Try a number from 1 to {_MOST_HOURS}.'
    plans.keep(turn.desk.write, turn.enrolled(), int(number), _wishes(turn).known)
    return f"Noted: {int(number)} {'hour' if int(number) == 1 else 'hours'} a week."


def _set_pace(turn: Turn, pace: str) -> str:
    turn.change(pace=pace)
    plans.keep(turn.desk.write, turn.enrolled(), None, _wishes(turn).known)
    return f"Noted: {pace} time, which I take for {HOURS[pace]} hours a week. /plan hours sets another number."


def _hours(turn: Turn) -> Reply:
    choices = [Choice(f"{hours} hours", f"/plan hours {hours}") for hours in (3, 5, 10, 15, 20)]
    choices += [Choice("Full time", "/plan full"), Choice("Another number", "/plan hours ", asks=_ASK_HOURS), Choice("The plan", "/plan")]
    return Reply(f"How many hours a week do you have? Now: {_hours_of(turn, _wishes(turn))}.", tuple(choices))


def _known(turn: Turn, value: str) -> Reply:
    """Show what needs no study, or change it: an area on or off, ``none``."""
    wishes = _wishes(turn)
    known, said = list(wishes.known), ""
    area = find_area(value.lower(), turn.library) if value and value.lower() != "none" else None
    if value.lower() == "none":
        known = []
    elif area is not None and area.slug in turn.library.areas:
        known = [one for one in known if one != area.slug] if area.slug in known else [*known, area.slug]
    elif value:
        said = f'I don\'t know the area "{literal(value, 30)}". These are the areas:\n\n'
    if known != list(wishes.known):
        plans.keep(turn.desk.write, turn.enrolled(), wishes.hours, known)
    names = ", ".join(_short(turn, one) for one in turn.library.areas if one in known) or "nothing yet"
    text = (
        f"{said}What do you know already? So far: **{names}**. Such an area gets a little practice, no more. A tap switches it on or off."
    )
    choices = [Choice(f"{'✓ ' if slug in known else ''}{_short(turn, slug)}"[:80], f"/plan known {slug}") for slug in turn.library.areas]
    return Reply(text, (*choices, Choice("The plan", "/plan")), facts={"known": known}, replaces=bool(value))


def _calendar(turn: Turn, found: Plan) -> Reply:
    titles = {area.slug: _short(turn, area.slug) for area in turn.library.areas.values()}
    file = calendar(found, titles, turn.enrolled(), turn.now)
    text = (
        "Your plan as a calendar file: weeks, mock exams, the exam. Open it on your phone or computer. When the plan has moved, take "
        "the file again; a calendar that knows it moves its entries."
    )
    return Reply(text, (Choice("The plan", "/plan"), Choice("Am I ready", "/ready")), file=file, about=("plan/calendar",), private=True)


def _short(turn: Turn, slug: str) -> str:
    return turn.library.areas[slug].title.split(" (")[0]
