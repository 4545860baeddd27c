"""Assignments of a class: how they are named, listed and told of, and the round in which somebody does one."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.chat import LONGEST_TEXT, Choice, Reply, literal
from bot.learning.calendar import clock, instant, local_day, local_minute, spoken, upcoming
from bot.learning.numeral import whole
from bot.library.shelf import Library
from bot.store import assignments, classes, rounds
from bot.store.assignments import Assignment, Result
from bot.store.classes import Seat
from bot.store.learners import Learner
from bot.store.rounds import Step
from bot.talk import round as rounds_talk
from bot.turn import Turn

PACK = "pack:"
"""Before the name of a pack that an assignment is about."""

_LISTED = 25


def title(library: Library, about: str) -> str:
    """Name what an assignment is about."""
    named = {"mixed": "Mixed", "misses": "What the class missed"}
    if about in named:
        return named[about]
    if about.startswith(PACK):
        return f"Pack {literal(about.removeprefix(PACK), 30)}"
    found = library.areas.get(about) or library.focuses.get(about)
    return found.title if found else about


def when(of: datetime, zone: str, now: datetime) -> str:
    """Say when something is, or was, due where somebody lives; the end of a day is its last minute."""
    last = of - timedelta(minutes=1) if local_minute(of, zone) == 0 else of
    day, today = local_day(last, zone), local_day(now, zone)
    return f"{upcoming(day, today) if of > now else spoken(day, today)} at {clock(local_minute(last, zone))}"


def count_said(of: Assignment) -> str:
    """Say how many questions there are."""
    return "1 question" if len(of.questions) == 1 else f"{len(of.questions)} questions"


def line(turn: Turn, of: Assignment) -> str:
    """Say in a line what is to be done until when."""
    due = "due" if of.due_at > turn.now else "was due"
    return f"{title(turn.library, of.about)}, {count_said(of)}, {due} {when(of.due_at, turn.learner.zone, turn.now)}"


def is_away(who: Learner, now: datetime) -> bool:
    """Say whether somebody is left in peace: they paused, or have not been here for a month."""
    return who.farewell_on is not None or (who.paused_until is not None and who.paused_until > local_day(now, who.zone))


def remind_at(of: Assignment, who: Learner, now: datetime) -> datetime | None:
    """Tell when somebody is reminded: at their hour, the day before; None where that is past."""
    day = local_day(of.due_at - timedelta(minutes=1), who.zone) - timedelta(days=1)
    at = instant(day, who.push_minute, who.zone)
    return at if at > now else None


def reminder(library: Library, of: Assignment, class_title: str, who: Learner, now: datetime) -> Reply | None:
    """Remind somebody of what they have not done; None where they are left in peace."""
    return None if is_away(who, now) else told(library, of, class_title, who.zone, now, new=False)


def told(library: Library, of: Assignment, class_title: str, zone: str, now: datetime, *, new: bool) -> Reply:
    """Tell somebody in a class what there is to do, or that it is due."""
    opening = f"New in **{literal(class_title)}**" if new else f"**{literal(class_title)}**, not done yet"
    text = f"{opening}: {title(library, of.about)}, {count_said(of)}, due {when(of.due_at, zone, now)}."
    choices = (
        Choice("Start" if new else "Do it now", f"/class {of.class_id} do {of.id}"),
        Choice("My class", f"/class {of.class_id}"),
        Choice("Stop these", f"/class {of.class_id} reminders off"),
    )
    return Reply(text, choices, about=(f"class/{of.class_id}",))


def all_of_them(seat: Seat) -> Choice:
    """Offer the list of assignments."""
    return Choice("Assignments", f"/class {seat.of.id} assignments")


def listed(turn: Turn, seat: Seat, _typed: str) -> list[Reply]:
    """List the assignments of a class, to its instructors with how many are done."""
    every = assignments.of_class(turn.desk.read, seat.of.id)
    more = (Choice("The class", f"/class {seat.of.id}"),)
    if not seat.me.teaches:
        text, choices = mine(turn, seat)
        return [Reply(text, (*choices, *more), about=(f"class/{seat.of.id}",))]
    if not every:
        return [Reply("Nothing is assigned yet.", (Choice("Assign", f"/class {seat.of.id} assign"), *more))]
    done = assignments.done_counts(turn.desk.read, seat.of.id)
    shown = _by_use(turn, every)[:_LISTED]
    lines = [f"**Assignments** · {literal(seat.of.title)}", ""]
    lines += [f"{number}  {line(turn, of)}: {done.get(of.id, 0)} of {seat.of.students} done" for number, of in enumerate(shown, 1)]
    if len(every) > _LISTED:
        lines.append(f"{len(every) - _LISTED} older ones are in the table.")
    choices = [Choice(f"{number}: question by question", f"/class {seat.of.id} task {of.id}") for number, of in enumerate(shown[:8], 1)]
    return [Reply("\n".join(lines), (*choices, Choice("Assign", f"/class {seat.of.id} assign"), *more), about=(f"class/{seat.of.id}",))]


def _by_use(turn: Turn, every: list[Assignment]) -> list[Assignment]:
    """Put what is due first, first, then what was due last."""
    return [*(of for of in every if of.due_at > turn.now), *reversed([of for of in every if of.due_at <= turn.now])]


def mine(turn: Turn, seat: Seat) -> tuple[str, list[Choice]]:
    """Say what somebody has to do in a class and how far they are, with the buttons to do it."""
    given = {one.assignment_id: one for one in assignments.results(turn.desk.read, seat.of.id, [seat.me.learner_id])}
    every = [of for of in assignments.of_class(turn.desk.read, seat.of.id) if of.id in given or of.due_at > turn.now]
    if not every:
        return "Nothing is assigned yet; you are told when something is.", []
    lines: list[str] = []
    choices: list[Choice] = []
    for of in _by_use(turn, every)[:_LISTED]:
        far = given.get(of.id)
        lines.append(f"· {line(turn, of)}: {_far(of, far)}")
        if (far is None or not far.done) and len(choices) < 8:
            begun = far is not None and far.begun
            choices.append(Choice(f"{'Go on' if begun else 'Start'}: {title(turn.library, of.about)}", f"/class {seat.of.id} do {of.id}"))
    return "\n".join(lines), choices


def _far(of: Assignment, far: Result | None) -> str:
    if far is None or not far.begun:
        return "not begun"
    if not far.done:
        return f"{far.answered} of {len(of.questions)} answered"
    late = ", late" if far.at is not None and far.at > of.due_at else ""
    return f"done{late}, {far.right} of {len(of.questions)} right"


def do(turn: Turn, seat: Seat, typed: str) -> list[Reply]:
    """Begin an assignment, or go on with it: ``/class do NUMBER``."""
    back = Choice("My class", f"/class {seat.of.id}")
    of = found(turn, seat, typed)
    if of is None:
        return [Reply("That assignment is not there any more.", (back,))]
    if seat.me.teaches:
        return [Reply("You teach this class, so that is for your students. /practice is for yourself.", (back,))]
    number = assignments.round_of(turn.desk.read, of.id, seat.me.learner_id)
    there = rounds.find(turn.desk.read, number) if number else None
    if there is not None and not there.open:
        (far,) = [one for one in assignments.results(turn.desk.read, seat.of.id, [seat.me.learner_id]) if one.assignment_id == of.id]
        return [Reply(f"{title(turn.library, of.about)}: {_far(of, far)}.", (back, Choice("Five questions", "/quiz")))]
    if turn.now >= seat.of.until:
        return [Reply("The class is closed, so there is nothing to do in it any more.", (back,))]
    if there is None:
        names = [name for name in of.questions if turn.question(name) is not None]
        if not names:
            return [Reply("The questions of that assignment are not in the library any more, so it can't be done.", (back,))]
        classes.lock(turn.desk.write, seat.of.id)  # or whoever is taken out at this moment would leave something behind
        if classes.member(turn.desk.write, seat.of.id, seat.me.learner_id) is None:
            return [Reply("You are not in that class any more.", (back,))]
        if assignments.round_of(turn.desk.write, of.id, seat.me.learner_id) is not None:  # begun elsewhere at the same instant
            return do(turn, seat, typed)
        rounds.drop_untouched(turn.desk.write, seat.me.learner_id)
        steps = [Step(name, tuple(turn.chance.sample(range(4), 4))) for name in names]
        there = rounds.start(turn.desk.write, seat.me.learner_id, "class", steps, turn.now)
        assignments.begin(turn.desk.write, of.id, seat.me.learner_id, there.id)
    elif there.number in rounds.attempts(turn.desk.read, there.id) and there.number < there.of:
        there = replace(there, number=there.number + 1)
    asked = rounds_talk.show(turn, there)
    late = "" if of.due_at > turn.now else "; it counts as late"
    text = f"**{literal(seat.of.title)}** · {line(turn, of)}{late}\n\n{asked.text}"
    return [replace(asked, text=text) if len(text) <= LONGEST_TEXT else asked]


def found(turn: Turn, seat: Seat, typed: str) -> Assignment | None:
    """Find the assignment of a class that is named by its number."""
    of = assignments.find(turn.desk.read, whole(typed) or 0)
    return of if of is not None and of.class_id == seat.of.id else None


def drop(turn: Turn, seat: Seat, typed: str) -> list[Reply]:
    """Take an assignment off: ``/class drop NUMBER``, ``/class drop NUMBER yes``."""
    number, _, sure = typed.partition(" ")
    of = found(turn, seat, number)
    if of is None:
        return [Reply("That assignment is not there any more.", (all_of_them(seat),))]
    if sure.strip() != "yes":
        text = f"Take it off? {line(turn, of)}. What was answered stays with those who answered, and leaves the figures of the class."
        choices = (Choice("Take it off", f"/class {seat.of.id} drop {of.id} yes"), Choice("Keep it", f"/class {seat.of.id} assignments"))
        return [Reply(text, choices)]
    classes.drop_assignment(turn.desk.write, of.id)
    return [Reply("It is off.", (all_of_them(seat), Choice("The class", f"/class {seat.of.id}")), replaces=True)]
