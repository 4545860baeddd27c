"""A plan as a calendar file (RFC 5545), for the calendar of a phone. icalendar has its home here and is loaded when it is first needed."""

from datetime import date, datetime, timedelta

from bot.chat import File
from bot.learning.plan import Mock, Plan, Week

_MEDIA = "text/calendar"
_PRODUCT = "-//coding tutor//plan//EN"


def calendar(plan: Plan, titles: dict[str, str], learner: int, now: datetime) -> File:
    """Write weeks, mock exams and the exam as events of whole days.

    An event keeps its name when it moves, since weeks and mock exams are counted from the exam backwards: a calendar that takes in
    the file of a later plan moves what it has.
    """
    from icalendar import Calendar, Event

    file = Calendar()
    file.add("prodid", _PRODUCT)
    file.add("version", "2.0")
    file.add("method", "PUBLISH")
    file.add("x-wr-calname", "CPC exam plan")

    def add(name: str, first: date, days: int, summary: str, description: str) -> None:
        event = Event()
        event.add("uid", f"{name}-{plan.exam:%Y%m%d}-{learner}@coding-tutor")
        event.add("dtstamp", now)
        event.add("dtstart", first)
        event.add("dtend", first + timedelta(days=days))
        event.add("summary", summary)
        event.add("description", description)
        event.add("transp", "TRANSPARENT")  # a plan blocks no day
        file.add_component(event)

    for week in plan.weeks:
        length = (week.last - week.first).days + 1
        add(f"week-{week.number}", week.first, length, _summary(week, titles), _description(week, titles))
        for mock in week.mocks:
            add(f"mock-{mock.number}", mock.day, 1, _named(mock), f"Say /exam {mock.size} to the tutor. Then go through the misses.")
    add("exam", plan.exam, 1, "CPC exam", "Books, identity card. Answer everything: a blank costs as much as a wrong answer.")
    return File("cpc-plan.ics", _MEDIA, file.to_ical())


def _summary(week: Week, titles: dict[str, str]) -> str:
    if not week.areas:
        return "CPC: reviews"
    return "CPC: " + ", ".join(titles[area] for area, _minutes in week.areas)


def _description(week: Week, titles: dict[str, str]) -> str:
    lines = [f"{titles[area]}: {span(minutes)}" for area, minutes in week.areas]
    return "\n".join([*lines, f"Reviews: {span(week.reviews)}", "The plan moves with you: /plan shows it as it is today."])


def _named(mock: Mock) -> str:
    return f"{mock.size.capitalize()} mock exam"


def span(minutes: int) -> str:
    """Say minutes as hours.

    >>> span(45), span(60), span(150)
    ('45 min', '1 h', '2:30 h')
    """
    hours, rest = divmod(minutes, 60)
    return f"{rest} min" if not hours else f"{hours}:{rest:02} h" if rest else f"{hours} h"
