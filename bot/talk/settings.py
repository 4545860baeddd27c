"""What a learner can set: exam date, full or part time, time zone, hour of the daily question, daily on or off."""

from collections.abc import Callable
from datetime import date

from bot.chat import Choice, Reply, literal
from bot.learning.calendar import clock, find_zone, next_push, read_day, read_time
from bot.turn import Turn

_ZONES = (
    ("Eastern", "America/New_York"),
    ("Central", "America/Chicago"),
    ("Mountain", "America/Denver"),
    ("Pacific", "America/Los_Angeles"),
    ("India", "Asia/Kolkata"),
    ("Philippines", "Asia/Manila"),
)
_HOURS = ("07:00", "09:00", "12:00", "18:00", "21:00")


def settings(turn: Turn) -> list[Reply]:
    """Show the settings, or change one: ``/settings hour 07:30``."""
    name, _, value = turn.words.strip().partition(" ")
    if not name:
        return [_overview(turn)]
    setting = SETTINGS.get(name.lower())
    if setting is None:
        return [_overview(turn, f'There is no setting "{literal(name, 20)}". These are there:')]
    if not value.strip():
        return [question(turn, name.lower(), "/settings")]
    said = setting(turn, value.strip())
    return [Reply(said, (Choice("All settings", "/settings"), Choice("Today's question", "/daily")))]


def _overview(turn: Turn, opening: str = "**Your settings**") -> Reply:
    learner = turn.learner
    lines = [
        opening,
        f"Exam date: {learner.exam_on or 'not set'}",
        f"Studying: {_PACES.get(learner.pace or '', 'not said')}",
        f"Time zone: {learner.zone} (it is {clock_now(turn)} there)",
        f"Daily question: {f'at {clock(learner.push_minute)}' if learner.daily else 'off'}",
    ]
    choices = (
        Choice("Exam date", "/settings exam"),
        Choice("Full or part time", "/settings pace"),
        Choice("Time zone", "/settings zone"),
        Choice("Hour", "/settings hour"),
        Choice("Stop the daily question", "/settings daily off") if learner.daily else Choice("Daily question on", "/settings daily on"),
        Choice("All my data", "/export"),
        Choice("Forget me", "/forget"),
    )  # fmt: skip
    return Reply("\n".join(lines), choices)


def clock_now(turn: Turn) -> str:
    """Say what time it is for the learner."""
    from zoneinfo import ZoneInfo

    return f"{turn.now.astimezone(ZoneInfo(turn.learner.zone)):%H:%M}"


def question(turn: Turn, name: str, command: str) -> Reply:
    """Ask for one setting, with the usual values as buttons that say ``command name value``."""
    says = f"{command} {name}"
    if name == "exam":
        text = "When is your exam? I plan and count down to it. You can change it at any time."
        asks = "Which day? For example 2027-03-15 or March 15."
        choices = [Choice("Not yet", f"{says} none"), Choice("I have a date", f"{says} ", asks=asks)]
    elif name == "pace":
        text = "Do you study full time or part time?"
        choices = [Choice("Full time", f"{says} full"), Choice("Part time", f"{says} part")]
    elif name == "zone":
        text = f"Where are you? I have {turn.learner.zone}, where it is {clock_now(turn)} now."
        choices = [Choice(label, f"{says} {zone}") for label, zone in _ZONES]
        choices.append(Choice("Somewhere else", f"{says} ", asks="Which city or zone? For example Phoenix or Europe/Paris."))
    elif name == "hour":
        text = "At what time shall the daily question come?"
        choices = [Choice(hour, f"{says} {hour}") for hour in _HOURS]
        choices.append(Choice("Another time", f"{says} ", asks="What time? For example 7:30 pm."))
    else:
        text = f"The daily question is {'on' if turn.learner.daily else 'off'}."
        choices = [Choice("On", f"{says} on"), Choice("Off", f"{says} off")]
    return Reply(text, tuple(choices))


_PACES = {"full": "full time", "part": "part time"}


def _exam(turn: Turn, value: str) -> str:
    if value.lower() in ("none", "no", "not yet", "off", "never"):
        turn.change(exam_on=None)
        return "No exam date, then. Set one when you have it: /settings exam 2027-03-15."
    day = read_day(value, turn.today)
    if day is None:
        return f'I can\'t read "{literal(value, 30)}" as a date. Try 2027-03-15 or March 15.'
    if day < turn.today:
        return f"{day} is past. Which day to come is your exam?"
    if day.year > turn.today.year + 5:
        return f"{day} is more than five years away. Check the year, please."
    turn.change(exam_on=day)
    return f"Your exam is on **{_long(day)}**, {_away((day - turn.today).days)}."


def _long(day: date) -> str:
    return f"{day:%A}, {day.day} {day:%B %Y}"


def _away(days: int) -> str:
    return {0: "today", 1: "tomorrow"}.get(days, f"{days} days away")


def _pace(turn: Turn, value: str) -> str:
    pace = value.lower().split()[0].removesuffix("-time")
    if pace not in _PACES:
        return f'I can\'t read "{literal(value, 20)}" as full or part. Try /settings pace part.'
    turn.change(pace=pace)
    return f"Noted: {_PACES[pace]}."


def _zone(turn: Turn, value: str) -> str:
    zone = find_zone(value)
    if zone is None:
        return f'I don\'t know the zone "{literal(value, 40)}". Try a large city such as Chicago, or a name such as Europe/Paris.'
    turn.change(zone=zone)
    _replan(turn)
    return f"Your zone is **{zone}**, where it is {clock_now(turn)} now."


def _hour(turn: Turn, value: str) -> str:
    minute = read_time(value)
    if minute is None:
        return f'I can\'t read "{literal(value, 20)}" as a time. Try 07:30 or 7:30 pm.'
    turn.change(push_minute=minute)
    _replan(turn)
    off = "" if turn.learner.daily else " It is off at the moment: /settings daily on."
    return f"The daily question comes at **{clock(minute)}**.{off}"


def _daily(turn: Turn, value: str) -> str:
    wish = {"on": True, "yes": True, "off": False, "no": False, "stop": False}.get(value.lower())
    if wish is None:
        return f'I can\'t read "{literal(value, 20)}" as on or off. Try /settings daily on.'
    subscribe(turn, wish)
    if not wish:
        return "No more daily questions. /daily still gives you today's; /settings daily on brings them back."
    return f"The daily question comes at **{clock(turn.learner.push_minute)}** your time."


SETTINGS: dict[str, Callable[[Turn, str], str]] = {
    "exam": _exam,
    "pace": _pace,
    "zone": _zone,
    "hour": _hour,
    "daily": _daily,
}


def subscribe(turn: Turn, on: bool) -> None:
    """Switch the daily question on or off."""
    turn.change(daily=on)
    _replan(turn)


def _replan(turn: Turn) -> None:
    """Set when the next push is due after a change; a date that had its push does not get a second."""
    learner = turn.learner
    if not learner.daily:
        turn.change(next_push_at=None)
        return
    due, day = next_push(turn.now, learner.push_minute, learner.zone, done=learner.pushed_on)
    turn.change(next_push_at=due, next_push_day=day)
