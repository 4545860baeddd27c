"""Quiet for a while: ``/pause 2 weeks``, a push put off with ``/snooze``, pushes stopped with ``/stop``."""

from datetime import date, timedelta

from bot.chat import Choice, Reply, literal
from bot.learning.calendar import clock, instant, local_day, local_minute, read_day, read_span
from bot.talk.streak import keep_settled
from bot.turn import Turn

_LONGEST = 366
_LAST_MINUTE = 23 * 60 + 30
_TODAY = Choice("Today's question", "/daily")


def pause(turn: Turn) -> list[Reply]:
    """Send nothing for so long: ``/pause 2 weeks``, ``/pause until 2027-01-10``; ``/pause off`` ends it."""
    typed = turn.words.strip().lower()
    if not typed:
        return [_ask(turn)]
    if typed in ("off", "end", "stop", "none", "no"):
        keep_settled(turn)
        turn.change(paused_until=None)
        turn.replan()
        return [Reply("The pause is over. " + _next(turn), (_TODAY,))]
    until = _until(typed, turn.today)
    if until is None:
        return [Reply(f'I can\'t read "{literal(typed, 30)}" as a length of time. Try /pause 2 weeks.', _usual())]
    if not turn.today < until <= turn.today + timedelta(days=_LONGEST):
        return [Reply("A pause is between a day and a year. Try /pause 2 weeks.", _usual())]
    keep_settled(turn)
    turn.change(paused_until=until, snoozed_until=None)
    turn.replan()
    text = f"Paused: nothing comes before **{until:%A}, {until.day} {until:%B}**, and your streak waits. You can study all the same."
    return [Reply(text, (Choice("End the pause", "/pause off"), _TODAY))]


def _until(typed: str, today: date) -> date | None:
    if typed.startswith(("until ", "till ")):
        return read_day(typed.partition(" ")[2], today)
    days = read_span(typed)
    return today + timedelta(days=days) if days else read_day(typed, today)


def _ask(turn: Turn) -> Reply:
    until = turn.learner.paused_until
    if until is not None and until > turn.today:
        return Reply(f"Paused until {until.day} {until:%B}.", (Choice("End the pause", "/pause off"), *_usual()))
    return Reply("For how long shall I be quiet? Your streak waits for you.", _usual())


def _usual() -> tuple[Choice, ...]:
    return (
        Choice("3 days", "/pause 3 days"),
        Choice("1 week", "/pause 1 week"),
        Choice("2 weeks", "/pause 2 weeks"),
        Choice("Until a day", "/pause until ", asks="Until which day? For example 2027-01-10 or January 10."),
    )


def snooze(turn: Turn) -> list[Reply]:
    """Put a push off: ``/snooze 60`` minutes, ``/snooze evening``, ``/snooze today`` for not any more today."""
    typed = turn.words.strip().lower() or "60"
    now = local_minute(turn.now, turn.learner.zone)
    if typed == "today":
        turn.change(snoozed_until=None, reminded_on=turn.today)
        turn.replan()
        return [Reply("Nothing more today. /daily brings the question whenever you like.", (_TODAY,))]
    minute = max(19 * 60, now + 60) if typed == "evening" else now + int(typed) if typed.isdecimal() and len(typed) < 4 else None
    if minute is None:
        return [Reply("For how long? Try /snooze 60 for an hour.", _later())]
    if minute > _LAST_MINUTE or local_day(turn.now, turn.learner.zone) < turn.today:
        return [Reply("Today is nearly over, so it stays open until midnight; the next one comes as usual.", (_TODAY,))]
    at = instant(turn.today, minute, turn.learner.zone) if typed == "evening" else turn.now + timedelta(minutes=int(typed))
    turn.enrolled()
    turn.change(snoozed_until=at)
    if not turn.learner.daily:
        return [
            Reply("The daily question is off, so nothing comes by itself. Shall it?", (Choice("Daily question on", "/settings daily on"),))
        ]
    turn.replan()
    return [Reply(f"I'll ask again at **{clock(local_minute(at, turn.learner.zone))}**.", _later())]


def _later() -> tuple[Choice, ...]:
    return (Choice("In 3 hours", "/snooze 180"), Choice("This evening", "/snooze evening"), Choice("Not today", "/snooze today"), _TODAY)


def stop(turn: Turn) -> list[Reply]:
    """Stop what comes by itself: ``/stop daily``, ``/stop reminders``, ``/stop news``; ``/stop`` stops all of it."""
    what = turn.words.strip().lower()
    if what not in ("", "all", "daily", "reminders", "news"):
        return [Reply("I can stop daily, reminders, or news; /stop alone stops all of it.", (Choice("Settings", "/settings"),))]
    keep_settled(turn)
    if what in ("reminders", "news"):
        turn.change(**{what: False})
        turn.replan()
        said = "No more reminders." if what == "reminders" else "No more news of changes."
        return [Reply(f"{said} The rest stays as it is.", (Choice("Undo", f"/settings {what} on"), Choice("All settings", "/settings")))]
    turn.change(daily=False, snoozed_until=None, **({} if what == "daily" else {"news": False}))
    turn.replan()
    text = "No more daily questions, and no reminders. /daily still gives you today's."
    return [Reply(text, (Choice("Undo", "/settings daily on"), Choice("Only a pause", "/pause"), Choice("All settings", "/settings")))]


def _next(turn: Turn) -> str:
    at = turn.learner.next_push_at
    if at is None:
        return "Nothing comes by itself: /settings daily on."
    when = "today" if local_day(at, turn.learner.zone) == turn.today else f"on {local_day(at, turn.learner.zone):%A}"
    return f"The next question comes {when} at {clock(local_minute(at, turn.learner.zone))}."
