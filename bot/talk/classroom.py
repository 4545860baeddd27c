"""Classes: an instructor opens one and gives out its code; who joins decides what of theirs is seen, and leaves without a trace."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from bot.chat import LONGEST_SAYS, Choice, Reply, literal
from bot.learning.calendar import local_day, spoken
from bot.learning.numeral import whole
from bot.store import assignments, classes
from bot.store.classes import Classroom, Seat
from bot.talk import assigning, assignment, gradebook, roster
from bot.talk.link import new_code, plain_code
from bot.talk.roster import spelled
from bot.turn import Turn

_TITLE, _NAME = 60, 40
_MOST_OPEN, _MOST_STUDENTS = 20, 500
_YEAR = timedelta(days=365)
_HOUR = timedelta(hours=1)
_TRIES = 5
"""Wrong codes that somebody may send within an hour."""

KEPT = timedelta(days=90)
"""How long a class is kept after it was closed."""

_OPEN = Choice("Open a class", "/class open ", asks="What shall it be called? For example CPC, evening, spring.")
_JOIN = Choice("Join a class", "/class join ", asks="Which code? Your instructor has it.")
_MINE = Choice("My classes", "/class")
_INTRO = (
    "**Classes.** An instructor opens one and gives its code to students. They get the same assignments with a due date, and the "
    "instructor sees how the class does by area. Whoever joins decides whether their own figures are seen by name."
)


def classroom(turn: Turn) -> list[Reply]:
    """Show the classes of somebody, or do something in one: ``/class``, ``/class open TITLE``, ``/class join CODE``, ``/class 3 members``.

    The number may be left out where only one class can be meant.
    """
    seats = classes.of_learner(turn.desk.read, turn.learner.id) if turn.learner.id is not None else []
    word, _, rest = turn.words.strip().partition(" ")
    if word.lower() in ("open", "new", "create"):
        return [_open(turn, seats, rest.strip())]
    if word.lower() == "join":
        return [_join(turn, rest.strip())]
    if word.isdecimal():
        seat = next((one for one in seats if one.of.id == whole(word)), None)
        if seat is None:
            return [Reply("That class is not one of yours, or is not there any more.", (_MINE, _JOIN))]
        return _act(turn, seat, rest.strip())
    if not word:
        return [_overview(turn, seats)] if len(seats) != 1 else _page(turn, seats[0], "")
    return _in_which(turn, seats, word.lower(), rest.strip())


def _overview(turn: Turn, seats: list[Seat]) -> Reply:
    if not seats:
        return Reply(_INTRO, (_OPEN, _JOIN), about=("class",))
    lines = ["**Your classes**", ""]
    for seat in seats:
        state = "closed" if turn.now >= seat.of.until else f"{seat.of.students} students" if seat.me.teaches else "you study in it"
        lines.append(f"· {literal(seat.of.title)}: {state}")
    choices = [Choice(literal(seat.of.title), f"/class {seat.of.id}") for seat in seats[:20]]
    return Reply("\n".join(lines), (*choices, _JOIN, _OPEN), about=("class",))


def _in_which(turn: Turn, seats: list[Seat], word: str, rest: str) -> list[Reply]:
    """Do something in the class that is meant where no number is said."""
    action = _ACTIONS.get(word)
    if action is None:
        return [Reply(f'I don\'t know "{literal(word, 20)}" about classes.', (_MINE, _OPEN, _JOIN))]
    teaches = action[0]
    fitting = [one for one in seats if teaches is None or one.me.teaches is teaches]
    current = [one for one in fitting if turn.now < one.of.until] or fitting
    if len(current) == 1:
        return _act(turn, current[0], f"{word} {rest}".strip())
    if not current:
        text = {True: "You teach no class.", False: "You study in no class.", None: "You are in no class."}[teaches]
        return [Reply(text, (_OPEN, _JOIN))]
    choices = []
    for seat in current[:20]:
        says = f"/class {seat.of.id} {word} {rest}".strip()
        choices.append(Choice(literal(seat.of.title), says if len(says.encode()) <= LONGEST_SAYS else f"/class {seat.of.id} {word}"))
    return [Reply("In which class?", tuple(choices))]


def _act(turn: Turn, seat: Seat, words: str) -> list[Reply]:
    word, _, rest = words.partition(" ")
    action = _ACTIONS.get(word.lower()) if word else (None, _page)
    back = Choice("The class", f"/class {seat.of.id}")
    if action is None:
        return [Reply(f'I don\'t know "{literal(word, 20)}" about classes.', (back,))]
    teaches, act = action
    if teaches is not None and seat.me.teaches is not teaches:
        only = "Only the instructors of a class can do that." if teaches else "You teach this class, so that is not for you."
        return [Reply(only, (back,))]
    if turn.now >= seat.of.until and act in (assigning.assign, _code):
        return [Reply("The class is closed. Open it again first.", (Choice("Open it again", f"/class {seat.of.id} reopen"), back))]
    return act(turn, seat, rest.strip())


def _open(turn: Turn, seats: list[Seat], typed: str) -> Reply:
    title = literal(typed, _TITLE)
    if not title:
        return Reply("What shall the class be called?", (_OPEN,))
    if sum(seat.me.teaches and turn.now < seat.of.until for seat in seats) >= _MOST_OPEN:
        return Reply(f"You have {_MOST_OPEN} open classes, which is the most: close one first.", (_MINE,))
    me = turn.enrolled()
    number = None
    while number is None:
        code = new_code(turn)
        number = classes.open_new(turn.desk.write, title, code, turn.now, turn.now + _YEAR)
    classes.enter(turn.desk.write, number, me, _called(turn) or "Instructor", turn.now, teaches=True)
    text = f"**{title}** is open. Its join code is **{spelled(code)}**: students send me `/class join {spelled(code)}`. {_link(code)}"
    choices = (Choice("Assign", f"/class {number} assign"), Choice("The class", f"/class {number}"))
    return Reply(text, choices, about=(f"class/{number}",), facts={"class": number, "code": code})


def _link(code: str) -> str:
    return f"On Telegram a link does it, too: my address there with `?start=class_{code}` behind it."


def _called(turn: Turn) -> str:
    return literal(turn.sender.name, _NAME)


def _join(turn: Turn, typed: str) -> Reply:
    """Say what joining means, then take somebody in: ``/class join CODE``, ``/class join CODE share``, ``/class join CODE private``."""
    words = typed.split()
    choice = words[-1].lower() if len(words) > 1 and words[-1].lower() in ("share", "private") else ""
    code = plain_code("".join(words[:-1] if choice else words))
    if not code or code == "NO":
        return Reply("You joined nothing.", (_JOIN,), replaces=True) if code else Reply("Which code? Your instructor has it.", (_JOIN,))
    me = turn.enrolled()
    if classes.tries(turn.desk.read, me, turn.now - _HOUR) >= _TRIES:
        return Reply(f"{_TRIES} codes were wrong. Wait an hour, and ask your instructor for the right one.", (_MINE,))
    of = classes.by_code(turn.desk.read, code)
    if of is None:
        classes.tried(turn.desk.write, me, turn.now, turn.now - _HOUR)
        return Reply("No class has that code. Codes change: ask your instructor for the one that works.", (_JOIN,))
    there = classes.member(turn.desk.read, of.id, me)
    here = (Choice("The class", f"/class {of.id}"),)
    if there is not None:
        return Reply("That is your own class; the code is for your students." if there.teaches else "You are in that class already.", here)
    if turn.now >= of.until:
        return Reply("That class is closed, so nobody can join it.", (_JOIN,))
    if of.students >= _MOST_STUDENTS:
        return Reply(f"That class is full: {_MOST_STUDENTS} students are in it.", (_MINE,))
    return _joined(turn, of, me, shares=choice == "share") if choice else _ask(turn, of, code)


def _name_in(turn: Turn, of: Classroom) -> str:
    return _called(turn) or f"Student {of.students + 1}"


def _ask(turn: Turn, of: Classroom, code: str) -> Reply:
    text = (
        f"**{literal(of.title)}** · {_taught_by(turn, of)}\n\n"
        f'In either case the instructors see your name ("{_name_in(turn, of)}"; you can change it there), how many of the class have done '
        "an assignment, and how the whole class does, never of fewer than five people.\n"
        "If you share, they also see by name which assignments you have done and what you got right in them.\n"
        "What you practise by yourself they never see. You can change this at any time, and leave without a trace."
    )
    says = f"/class join {spelled(code)}"
    choices = (
        Choice("Join and share", f"{says} share"),
        Choice("Join, not by name", f"{says} private"),
        Choice("Don't join", "/class join no"),
    )
    return Reply(text, choices, about=(f"class/{of.id}",))


def _taught_by(turn: Turn, of: Classroom) -> str:
    names = [literal(one.name, _NAME) for one in classes.members(turn.desk.read, of.id, teaches=True, limit=3)]
    return f"taught by {' and '.join(names)}" if names else "nobody teaches it any more"


def _joined(turn: Turn, of: Classroom, me: int, *, shares: bool) -> Reply:
    classes.lock(turn.desk.write, of.id)
    classes.enter(turn.desk.write, of.id, me, _name_in(turn, of), turn.now, shares=shares)
    every = [one for one in assignments.of_class(turn.desk.write, of.id) if one.due_at > turn.now]
    assignments.give(turn.desk.write, {(one.id, me): assignment.remind_at(one, turn.learner, turn.now) for one in every})
    seat = next(seat for seat in classes.of_learner(turn.desk.write, me) if seat.of.id == of.id)
    (page,) = _page(turn, seat, "")
    return replace(page, text=f"You are in.\n\n{page.text}", replaces=True)


def _page(turn: Turn, seat: Seat, _typed: str) -> list[Reply]:
    """Show a class: ``/class 3``."""
    return [_taught(turn, seat) if seat.me.teaches else _studied(turn, seat)]


def _state(turn: Turn, seat: Seat) -> str:
    if turn.now < seat.of.until:
        return ""
    zone = turn.learner.zone
    return f"It was closed {spoken(local_day(seat.of.until, zone), local_day(turn.now, zone))}."


def _taught(turn: Turn, seat: Seat) -> Reply:
    of, here = seat.of, f"/class {seat.of.id}"
    closed = _state(turn, seat)
    students = "1 student" if of.students == 1 else f"{of.students} students"
    lines = [f"**{literal(of.title)}** · {_taught_by(turn, of)}"]
    lines.append(f"{students} · {closed or f'join code **{spelled(of.code)}**'}")
    every = assignments.of_class(turn.desk.read, of.id)
    due = [one for one in every if one.due_at > turn.now]
    done = assignments.done_counts(turn.desk.read, of.id) if due else {}
    lines += ["", *(f"· {assignment.line(turn, one)}: {done.get(one.id, 0)} of {of.students} done" for one in due[:5])]
    if not due:
        lines.append("Nothing is assigned at the moment.")
    if not of.students and not closed:
        lines += ["", f"Students join by `/class join {spelled(of.code)}`. {_link(of.code)}"]
    figures = (
        Choice("Assignments", f"{here} assignments"),
        Choice("By area", f"{here} areas"),
        Choice("Students", f"{here} members"),
        Choice("As a table", f"{here} table"),
    )
    if closed:
        lines += ["", f"It is deleted {KEPT.days} days after it was closed."]
        choices = [Choice("Open it again", f"{here} reopen"), *figures, Choice("Delete it now", f"{here} delete"), _OPEN]
    else:
        choices = [
            Choice("Assign", f"{here} assign"),
            *figures,
            Choice("New code", f"{here} code"),
            Choice("Another title", f"{here} title ", asks="What shall it be called?"),
            Choice("Close it", f"{here} close"),
            Choice("Leave it", f"{here} leave"),
            _OPEN,
        ]
    return Reply("\n".join(lines), tuple(choices), about=(f"class/{of.id}",), facts={"class": of.id, "students": of.students})


def _studied(turn: Turn, seat: Seat) -> Reply:
    of, here = seat.of, f"/class {seat.of.id}"
    work, choices = assignment.mine(turn, seat)
    closed = _state(turn, seat)
    lines = [f"**{literal(of.title)}** · {_taught_by(turn, of)}", *([closed] if closed else []), "", work, ""]
    seen = "see your figures by name" if seat.me.shares else "do not see your figures by name"
    lines.append(f'You are "{literal(seat.me.name, _NAME)}" here; the instructors {seen}.')
    more = (
        Choice("Stop sharing", f"{here} share no") if seat.me.shares else Choice("Share my figures", f"{here} share yes"),
        Choice("Another name", f"{here} name ", asks="By which name shall the class know you?"),
        Choice("No reminders", f"{here} reminders off") if seat.me.reminders else Choice("Reminders on", f"{here} reminders on"),
        Choice("Leave the class", f"{here} leave"),
        _JOIN,
    )
    return Reply("\n".join(lines), (*([] if closed else choices), *more), about=(f"class/{of.id}",), facts={"class": of.id})


def _code(turn: Turn, seat: Seat, typed: str) -> list[Reply]:
    """Show the join code, or draw a new one: ``/class code``, ``/class code new``."""
    here = f"/class {seat.of.id}"
    if typed != "new":
        text = (
            f"The join code is **{spelled(seat.of.code)}**. {_link(seat.of.code)} A new code makes this one worthless; who is in stays in."
        )
        return [Reply(text, (Choice("Draw a new one", f"{here} code new"), Choice("The class", here)))]
    code = new_code(turn)
    while not classes.recode(turn.desk.write, seat.of.id, code):
        code = new_code(turn)
    return [
        Reply(f"The join code is **{spelled(code)}** now; the old one no longer works.", (Choice("The class", here),), facts={"code": code})
    ]


def _title(turn: Turn, seat: Seat, typed: str) -> list[Reply]:
    title = literal(typed, _TITLE)
    here = (Choice("The class", f"/class {seat.of.id}"),)
    if not title:
        return [Reply("A class needs a title: say /class title and what it shall be called.", here)]
    classes.change(turn.desk.write, seat.of.id, title=title)
    return [Reply(f"The class is called **{title}** now.", here)]


def _close(turn: Turn, seat: Seat, typed: str) -> list[Reply]:
    """Close a class: ``/class close``, ``/class close yes``."""
    here = f"/class {seat.of.id}"
    if turn.now >= seat.of.until:
        return [Reply("The class is closed already.", (Choice("The class", here),))]
    if typed != "yes":
        text = f"Close it? Nobody can join or do assignments then. You see its figures for {KEPT.days} days more, and can open it again."
        return [Reply(text, (Choice("Close it", f"{here} close yes"), Choice("Keep it open", here)))]
    classes.change(turn.desk.write, seat.of.id, until=turn.now)
    choices = (Choice("As a table", f"{here} table"), Choice("Open it again", f"{here} reopen"), Choice("Delete it now", f"{here} delete"))
    return [Reply("The class is closed.", choices, replaces=True)]


def _reopen(turn: Turn, seat: Seat, _typed: str) -> list[Reply]:
    classes.change(turn.desk.write, seat.of.id, until=turn.now + _YEAR)
    return [Reply("The class is open, for a year from now.", (Choice("The class", f"/class {seat.of.id}"),))]


def _delete(turn: Turn, seat: Seat, typed: str) -> list[Reply]:
    """Delete a class with all that is in it: ``/class delete``, ``/class delete yes``."""
    here = f"/class {seat.of.id}"
    if typed != "yes":
        text = "Delete it? Members, assignments and figures are gone at once, and cannot be had back. Students keep their own answers."
        return [
            Reply(
                text, (Choice("Delete the class", f"{here} delete yes"), Choice("A table first", f"{here} table"), Choice("Keep it", here))
            )
        ]
    classes.drop(turn.desk.write, [seat.of.id])
    return [Reply("The class is deleted.", (_MINE,), replaces=True)]


def _share(turn: Turn, seat: Seat, typed: str) -> list[Reply]:
    """Ask whether the instructors may see somebody's figures by name, or note it: ``/class share``, ``/class share yes``."""
    here = f"/class {seat.of.id}"
    choices = (Choice("Share them", f"{here} share yes"), Choice("Don't share them", f"{here} share no"))
    wish = {"yes": True, "on": True, "no": False, "off": False}.get(typed.lower())
    if wish is None:
        text = "Shall the instructors see by name which assignments you have done and what you got right in them? In either case they see "
        return [Reply(f"{text}your name, and how the whole class does.", choices)]
    classes.change_member(turn.desk.write, seat.of.id, seat.me.learner_id, shares=wish)
    said = "The instructors see your figures by name now." if wish else "The instructors no longer see your figures by name."
    return [Reply(said, (choices[wish], Choice("The class", here)))]


def _name(turn: Turn, seat: Seat, typed: str) -> list[Reply]:
    name = literal(typed, _NAME)
    here = (Choice("The class", f"/class {seat.of.id}"),)
    if not name:
        return [Reply("By which name shall the class know you? Say /class name and that name.", here)]
    classes.change_member(turn.desk.write, seat.of.id, seat.me.learner_id, name=name)
    return [Reply(f"In this class you are **{name}**.", here)]


def _reminders(turn: Turn, seat: Seat, typed: str) -> list[Reply]:
    here = f"/class {seat.of.id}"
    if typed.lower() not in ("on", "off"):
        return [Reply("Say /class reminders on, or off.", (Choice("The class", here),))]
    on = typed.lower() == "on"
    classes.change_member(turn.desk.write, seat.of.id, seat.me.learner_id, reminders=on)
    undo = Choice("Undo", f"{here} reminders {'off' if on else 'on'}")
    said = (
        "You are told of new assignments, and reminded the day before one is due." if on else "Nothing of this class comes by itself now."
    )
    return [Reply(said, (undo, Choice("The class", here)))]


def _leave(turn: Turn, seat: Seat, typed: str) -> list[Reply]:
    """Leave a class: ``/class leave``, ``/class leave yes``."""
    here = f"/class {seat.of.id}"
    if seat.me.teaches and seat.of.id in classes.taught_alone(turn.desk.read, seat.me.learner_id):
        text = "You are the only instructor: make a student one first, or delete the class."
        return [Reply(text, (Choice("Students", f"{here} members"), Choice("Delete it", f"{here} delete"), Choice("The class", here)))]
    if typed != "yes":
        text = "Leave the class? Your name, what you share and what you did in it are deleted there. Your answers stay in your own history."
        return [Reply(text, (Choice("Leave it", f"{here} leave yes"), Choice("Stay", here)))]
    classes.lock(turn.desk.write, seat.of.id)
    classes.leave(turn.desk.write, seat.of.id, seat.me.learner_id)
    return [
        Reply("You have left the class; nothing of yours is in it any more.", (_MINE, Choice("Five questions", "/quiz")), replaces=True)
    ]


_ACTIONS: dict[str, tuple[bool | None, Callable[[Turn, Seat, str], list[Reply]]]] = {
    "assign": (True, assigning.assign), "drop": (True, assignment.drop), "task": (True, gradebook.task), "areas": (True, gradebook.areas),
    "table": (True, gradebook.table), "members": (True, roster.members), "member": (True, roster.member), "remove": (True, roster.remove),
    "teacher": (True, roster.teacher), "code": (True, _code), "title": (True, _title), "close": (True, _close), "reopen": (True, _reopen),
    "delete": (True, _delete), "assignments": (None, assignment.listed), "do": (None, assignment.do), "share": (False, _share),
    "name": (None, _name), "reminders": (False, _reminders), "leave": (None, _leave),
}  # fmt: skip
"""What can be done in a class: by its instructors, by its students, or by both."""
