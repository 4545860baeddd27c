"""What a learner can set: when the exam is, where they live, and what comes by itself, when and how often."""

from collections.abc import Callable
from datetime import date

from bot.chat import Choice, Reply, literal
from bot.learning.agenda import ALL_DAYS, remind_minute
from bot.learning.calendar import clock, find_zone, local_minute, read_day, read_time, zone_by_clock
from bot.store import boards
from bot.talk.streak import journey, keep_settled
from bot.turn import Turn

_ZONES = (
    ("Eastern", "America/New_York"),
    ("Central", "America/Chicago"),
    ("Mountain", "America/Denver"),
    ("Pacific", "America/Los_Angeles"),
    ("India", "Asia/Kolkata"),
    ("Philippines", "Asia/Manila"),
)
MOST_REVIEWS = 200
_TIMES = {"1x": 100, "1.5x": 150, "2x": 200, "none": 0}
TIMES_SAID = {100: "the usual", 150: "half as much again", 200: "twice as much", 0: "no clock"}
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
        f"Daily question: {_daily_said(turn)}",
        f"Evening reminder: {_reminder_said(turn)} · quiet hours: {_quiet_said(turn)}",
        f"Reviews: up to {learner.reviews} a day · time for a question: {TIMES_SAID[learner.time_percent]}",
        f"Goal: {learner.goal} a day · streaks {'hidden' if learner.streaks_hidden else 'shown'} · news {'on' if learner.news else 'off'}",
    ]
    choices = (
        Choice("Exam date", "/settings exam"),
        Choice("Full or part time", "/settings pace"),
        Choice("Time zone", "/settings zone"),
        Choice("Hour", "/settings hour"),
        Choice("Days", "/settings days"),
        Choice("Reminder", "/settings reminders"),
        Choice("Quiet hours", "/settings quiet"),
        Choice("Goal", "/settings goal"),
        Choice("Reviews a day", "/settings reviews"),
        Choice("More time", "/settings time"),
        Choice("Streaks", "/settings streaks"),
        Choice("Pause", "/pause"),
        Choice("Stop the daily question", "/settings daily off") if learner.daily else Choice("Daily question on", "/settings daily on"),
        Choice("All my data", "/export"),
        Choice("Forget me", "/forget"),
    )  # fmt: skip
    return Reply("\n".join(lines), choices)


def _daily_said(turn: Turn) -> str:
    learner = turn.learner
    if not learner.daily:
        return "off"
    hour = f"at {clock(learner.push_minute)}" + (" (your usual time)" if learner.hour_learned else "")
    days = "" if learner.push_days == ALL_DAYS else f", {days_said(learner.push_days)}"
    paused = f", paused until {learner.paused_until}" if learner.paused_until and learner.paused_until > turn.today else ""
    return f"{hour}{days}{paused}"


def days_said(days: int) -> str:
    """Say days of the week, given as bits, Monday first."""
    if days == _WEEKDAYS:
        return "weekdays"
    return " ".join(name.capitalize() for place, name in enumerate(_DAYS) if days >> place & 1)


def _reminder_said(turn: Turn) -> str:
    if not turn.learner.reminders:
        return "off"
    minute = remind_minute(turn.learner)
    return f"at {clock(minute)}" if minute is not None else "none, the day's question comes late enough"


def _quiet_said(turn: Turn) -> str:
    learner = turn.learner
    return f"{clock(learner.quiet_from)}-{clock(learner.quiet_to)}" if learner.quiet_from != learner.quiet_to else "none"


def clock_now(turn: Turn) -> str:
    """Say what time it is for the learner."""
    return clock(local_minute(turn.now, turn.learner.zone))


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
        choices.append(Choice("By my clock", f"{says} ", asks="What time is it for you now? For example 7:05 pm."))
    elif name == "hour":
        text = "At what time shall the daily question come?"
        choices = [Choice(hour, f"{says} {hour}") for hour in _HOURS]
        choices.append(Choice("My usual time", f"{says} usual"))
        choices.append(Choice("Another time", f"{says} ", asks="What time? For example 7:30 pm."))
    elif name == "days":
        text = f"On which days? Now: {days_said(turn.learner.push_days)}. A day off never costs a streak."
        choices = [Choice("Every day", f"{says} every day"), Choice("Weekdays", f"{says} weekdays")]
        choices.append(Choice("Other days", f"{says} ", asks="Which days? For example mon wed fri."))
    elif name == "reminders":
        text = f"The evening reminder comes only when a streak is at stake. Now: {_reminder_said(turn)}."
        choices = [Choice("By itself", f"{says} on"), *(Choice(hour, f"{says} {hour}") for hour in ("18:00", "20:00", "21:00"))]
        choices += [Choice("Another time", f"{says} ", asks="What time? For example 8:30 pm."), Choice("Off", f"{says} off")]
    elif name == "quiet":
        text = f"In quiet hours nothing comes but what you set an hour for. Now: {_quiet_said(turn)}."
        choices = [Choice(span, f"{says} {span}") for span in ("22:00-08:00", "21:00-07:00", "23:00-09:00")]
        choices += [Choice("Other hours", f"{says} ", asks="From when to when? For example 22:30-07:00."), Choice("None", f"{says} off")]
    elif name == "goal":
        text = f"After how many answers does a day count? Now: {turn.learner.goal}."
        choices = [Choice(str(goal), f"{says} {goal}") for goal in (1, 3, 5, 10, 20)]
    elif name == "reviews":
        text = f"How many reviews a day at most? Now: {turn.learner.reviews}. What is more is spread over the days after."
        choices = [Choice(str(most), f"{says} {most}") for most in (5, 10, 20, 40)]
        choices.append(Choice("Another number", f"{says} ", asks="How many? A number from 1 to 200."))
    elif name == "time":
        text = (
            f"How much time shall a clock give, in timed rounds and mock exams? Now: {TIMES_SAID[turn.learner.time_percent]}. "
            "Take what you have been granted for the exam itself."
        )
        choices = [Choice(TIMES_SAID[percent].capitalize(), f"{says} {word}") for word, percent in _TIMES.items()]
    elif name == "streaks":
        text = f"Streaks and boards are {'hidden' if turn.learner.streaks_hidden else 'shown'}."
        choices = [Choice("Show them", f"{says} on"), Choice("Hide them", f"{says} off")]
    elif name == "news":
        text = f"News, such as changes of a code set that touch what you learned, are {'on' if turn.learner.news else 'off'}."
        choices = [Choice("On", f"{says} on"), Choice("Off", f"{says} off")]
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
    turn.replan()
    books = f"Exams of that date use the {turn.edition.year} code books, and so does your practice."
    if day.month == 1:
        books += " AAPC changes to the new books in mid-January; check the day with them."
    return f"Your exam is on **{_long(day)}**, {_away((day - turn.today).days)}. {books}"


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
    minute = read_time(value) if zone is None and any(mark in value.lower() for mark in (":", "am", "pm")) else None
    if minute is not None:
        zone = zone_by_clock(minute, turn.now)
    if zone is None:
        return f'I don\'t know the zone "{literal(value, 40)}". Try a large city such as Chicago, Europe/Paris, or your time now.'
    keep_settled(turn)
    before = turn.today
    turn.change(zone=zone)
    journey(turn, before)
    turn.replan()
    return f"Your zone is **{zone}**, where it is {clock_now(turn)} now."


def _hour(turn: Turn, value: str) -> str:
    learned = value.lower() in ("usual", "my usual time", "auto", "learned")
    minute = (turn.learner.usual_minute or turn.learner.push_minute) // 30 * 30 if learned else read_time(value)
    if minute is None:
        return f'I can\'t read "{literal(value, 20)}" as a time. Try 07:30 or 7:30 pm.'
    turn.change(push_minute=minute, hour_learned=learned)
    turn.replan()
    off = "" if turn.learner.daily else " It is off at the moment: /settings daily on."
    if learned:
        return f"The daily question follows your usual time of study; for now that is **{clock(minute)}**.{off}"
    return f"The daily question comes at **{clock(minute)}**.{off}"


def _daily(turn: Turn, value: str) -> str:
    wish = _on_or_off(value)
    if wish is None:
        return _neither(value, "daily")
    subscribe(turn, wish)
    if not wish:
        return "No more daily questions. /daily still gives you today's; /settings daily on brings them back."
    return f"The daily question comes at **{clock(turn.learner.push_minute)}** your time."


def _push_days(turn: Turn, value: str) -> str:
    days = read_days(value)
    if not days:
        return f'I can\'t read "{literal(value, 30)}" as days. Try /settings days weekdays, or mon wed fri.'
    keep_settled(turn)
    turn.change(push_days=days)
    turn.replan()
    return (
        "The daily question comes every day." if days == ALL_DAYS else f"The daily question comes on {days_said(days)}; other days are off."
    )


_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAYS = 0b0011111


def read_days(typed: str) -> int:
    """Read days of the week as bits, Monday the lowest; 0 where a word is none."""
    plain = " ".join(typed.lower().replace(",", " ").replace(" and ", " ").split())
    named = {"every day": ALL_DAYS, "all": ALL_DAYS, "daily": ALL_DAYS, "weekdays": _WEEKDAYS, "weekends": ALL_DAYS & ~_WEEKDAYS}
    if plain in named:
        return named[plain]
    found = 0
    for word in plain.split():
        if word[:3] not in _DAYS or not ("mondaytuesdaywednesdaythursdayfridaysaturdaysunday".find(word.removesuffix("s")) >= 0):
            return 0
        found |= 1 << _DAYS.index(word[:3])
    return found


def _reminders(turn: Turn, value: str) -> str:
    wish, minute = _on_or_off(value), read_time(value)
    if wish is None and minute is None:
        return _neither(value, "reminders")
    turn.change(reminders=wish is not False, remind_minute=minute if wish is None else None)
    turn.replan()
    return f"Evening reminder: {_reminder_said(turn)}." if turn.learner.reminders else "No more evening reminders."


def _quiet(turn: Turn, value: str) -> str:
    if _on_or_off(value) is False or value.lower() == "none":
        turn.change(quiet_from=0, quiet_to=0)
        return "No quiet hours, then."
    begin, end = [read_time(part) for part in [*value.replace(" to ", "-").replace("–", "-").split("-"), ""][:2]]
    if begin is None or end is None or begin == end:
        return f'I can\'t read "{literal(value, 30)}" as hours. Try /settings quiet 22:00-07:00.'
    turn.change(quiet_from=begin, quiet_to=end)
    turn.replan()
    return f"Quiet hours: **{clock(begin)}-{clock(end)}**. Only what you set an hour for comes then."


def _goal(turn: Turn, value: str) -> str:
    if not (value.isdecimal() and len(value) < 3 and 1 <= int(value) <= 50):
        return f'I can\'t read "{literal(value, 20)}" as a goal. Try a number from 1 to 50.'
    keep_settled(turn)
    turn.change(goal=int(value))
    return f"A day counts after **{value}** {'answer' if value == '1' else 'answers'}."


def _reviews(turn: Turn, value: str) -> str:
    if not (value.isdecimal() and value.isascii() and len(value) < 4 and 1 <= int(value) <= MOST_REVIEWS):
        return f'I can\'t read "{literal(value, 20)}" as a number of reviews. Try a number from 1 to {MOST_REVIEWS}.'
    turn.change(reviews=int(value))
    return f"Up to **{int(value)}** {'review' if int(value) == 1 else 'reviews'} a day."


def _time(turn: Turn, value: str) -> str:
    word = value.lower().replace(" ", "").replace("×", "x").replace("times", "x")
    percent = {**_TIMES, "usual": 100, "1": 100, "1.5": 150, "2": 200, "double": 200, "off": 0, "noclock": 0, "untimed": 0}.get(word)
    if percent is None:
        return f'I can\'t read "{literal(value, 20)}" as a time. Try 1x, 1.5x, 2x or none.'
    turn.change(time_percent=percent)
    return f"Timed rounds and mock exams: **{TIMES_SAID[percent]}**. A mock exam that is open keeps its own."


def _streaks(turn: Turn, value: str) -> str:
    wish = {"show": True, "hide": False, "hidden": False}.get(value.lower(), _on_or_off(value))
    if wish is None:
        return _neither(value, "streaks")
    turn.change(streaks_hidden=not wish)
    if turn.learner.competes:
        boards.show(turn.desk.write, turn.enrolled(), wish)
    turn.replan()
    return (
        "Streaks and boards are shown."
        if wish
        else "Streaks and boards are hidden, reminders of them too. Your answers count all the same."
    )


def _news(turn: Turn, value: str) -> str:
    wish = _on_or_off(value)
    if wish is None:
        return _neither(value, "news")
    turn.change(news=wish)
    return "News are on." if wish else "News are off."


def _on_or_off(typed: str) -> bool | None:
    return {"on": True, "yes": True, "off": False, "no": False, "stop": False}.get(typed.lower())


def _neither(value: str, name: str) -> str:
    return f'I can\'t read "{literal(value, 20)}" as on or off. Try /settings {name} on.'


SETTINGS: dict[str, Callable[[Turn, str], str]] = {
    "exam": _exam,
    "pace": _pace,
    "zone": _zone,
    "hour": _hour,
    "daily": _daily,
    "days": _push_days,
    "reminders": _reminders,
    "quiet": _quiet,
    "goal": _goal,
    "reviews": _reviews,
    "time": _time,
    "streaks": _streaks,
    "news": _news,
}


def subscribe(turn: Turn, on: bool) -> None:
    """Switch the daily question on or off. Switched on after its hour, it begins tomorrow."""
    turn.change(daily=on, daily_since=turn.now, farewell_on=None, seen_on=turn.today)
    turn.replan()
