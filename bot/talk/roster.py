"""Who is in a class, as its instructors see it: names for all, figures only of those who share them."""

from bot.chat import Choice, Reply, as_row, literal
from bot.learning.calendar import local_day
from bot.learning.numeral import whole
from bot.store import assignments, classes, learners, posts
from bot.store.assignments import Result
from bot.store.classes import Member, Seat
from bot.talk.assignment import line
from bot.turn import Turn

_PAGE = 12


def members(turn: Turn, seat: Seat, typed: str) -> list[Reply]:
    """List the students of a class: ``/class members [page N]``."""
    word = typed.split()[-1] if typed else "1"
    page = whole(word, 4) or 1
    there = classes.members(turn.desk.read, seat.of.id, limit=_PAGE, offset=(page - 1) * _PAGE)
    back = Choice("The class", f"/class {seat.of.id}")
    if not there:
        return [Reply(f"Nobody is in the class yet. The join code is **{spelled(seat.of.code)}**.", (back,))]
    far = assignments.results(turn.desk.read, seat.of.id, [one.learner_id for one in there if one.shares])
    lines = [f"**Students** · {literal(seat.of.title)} · {seat.of.students}", ""]
    lines += [f"· {literal(one.name, 40)}: {_in_short(one, far)}" for one in there]
    lines += ["", "Figures are of assignments alone, and only of those who share them."]
    choices = [Choice(literal(one.name, 40), f"/class {seat.of.id} member {one.learner_id}") for one in there]
    if page > 1:
        choices.append(Choice("Earlier", f"/class {seat.of.id} members {page - 1}"))
    if page * _PAGE < seat.of.students:
        choices.append(Choice("More", f"/class {seat.of.id} members {page + 1}"))
    return [Reply("\n".join(lines), (*choices, back), about=(f"class/{seat.of.id}",))]


def spelled(code: str) -> str:
    """Write a code as it is read out."""
    return f"{code[:4]}-{code[4:]}"


def _in_short(one: Member, far: list[Result]) -> str:
    if not one.shares:
        return "does not share"
    mine = [result for result in far if result.learner_id == one.learner_id]
    answered, right = sum(result.answered for result in mine), sum(result.right for result in mine)
    share = f", {round(100 * right / answered)} % right" if answered else ""
    return f"{sum(result.done for result in mine)} of {len(mine)} done{share}"


def _named(turn: Turn, seat: Seat, typed: str) -> Member | None:
    number = whole(typed) or 0
    one = classes.member(turn.desk.read, seat.of.id, number)
    return one if one is not None and not one.teaches else None


def _gone(seat: Seat) -> list[Reply]:
    return [Reply("That student is not in the class any more.", (Choice("Students", f"/class {seat.of.id} members"),))]


def member(turn: Turn, seat: Seat, typed: str) -> list[Reply]:
    """Show one student, with figures if they share them: ``/class member NUMBER``."""
    one = _named(turn, seat, typed)
    if one is None:
        return _gone(seat)
    lines = [f"**{literal(one.name, 40)}** · since {local_day(one.joined_at, turn.learner.zone)}", ""]
    if one.shares:
        every = {of.id: of for of in assignments.of_class(turn.desk.read, seat.of.id)}
        for far in assignments.results(turn.desk.read, seat.of.id, [one.learner_id])[-10:]:
            state = f"{far.right} of {far.answered} right{'' if far.done else ', not done'}" if far.begun else "not begun"
            late = ", late" if far.done and far.at is not None and far.at > every[far.assignment_id].due_at else ""
            lines.append(f"· {line(turn, every[far.assignment_id])}: {state}{late}")
        mine = [tally for tally in assignments.tallies(turn.desk.read, seat.of.id) if tally.learner_id == one.learner_id]
        lines += ["", "By area:"] if mine else []
        for tally in sorted(mine, key=lambda tally: (tally.right / tally.answered, tally.area)):
            area = turn.library.areas.get(tally.area)
            lines.append(f"· {area.title if area else tally.area}: {tally.right} of {tally.answered} right")
    else:
        lines.append("Does not share figures by name. That is theirs to decide.")
    here = f"/class {seat.of.id}"
    choices = (
        Choice("Take out of the class", f"{here} remove {one.learner_id}"),
        Choice("Make an instructor", f"{here} teacher {one.learner_id}"),
        Choice("Students", f"{here} members"),
    )
    return [Reply("\n".join(lines), choices)]


def remove(turn: Turn, seat: Seat, typed: str) -> list[Reply]:
    """Take a student out of the class: ``/class remove NUMBER``, ``/class remove NUMBER yes``."""
    number, _, sure = typed.partition(" ")
    one = _named(turn, seat, number)
    if one is None:
        return _gone(seat)
    here = f"/class {seat.of.id}"
    if sure.strip() != "yes":
        text = f"Take {literal(one.name, 40)} out of the class? What they did in it leaves the class with them."
        choices = (Choice("Take them out", f"{here} remove {number} yes"), Choice("Leave them in", f"{here} member {number}"))
        return [Reply(text, choices)]
    classes.leave(turn.desk.write, seat.of.id, one.learner_id)
    text = "They are out, and nothing of theirs is left in the class. With the code they could come back; a new one keeps them out."
    return [Reply(text, (Choice("New code", f"{here} code new"), Choice("Students", f"{here} members")), replaces=True)]


def teacher(turn: Turn, seat: Seat, typed: str) -> list[Reply]:
    """Make a student an instructor of the class, too: ``/class teacher NUMBER``, ``/class teacher NUMBER yes``."""
    number, _, sure = typed.partition(" ")
    one = _named(turn, seat, number)
    if one is None:
        return _gone(seat)
    here = f"/class {seat.of.id}"
    if sure.strip() != "yes":
        text = f"Make {literal(one.name, 40)} an instructor? They will see and change what you can, and have no assignments here any more."
        choices = (Choice("Make an instructor", f"{here} teacher {number} yes"), Choice("Leave it", f"{here} member {number}"))
        return [Reply(text, choices)]
    classes.drop_work(turn.desk.write, seat.of.id, one.learner_id)
    classes.change_member(turn.desk.write, seat.of.id, one.learner_id, teaches=True, shares=False)
    _tell(turn, seat, one)
    text = f"{literal(one.name, 40)} teaches the class, too. Whoever no longer does says `/class leave`."
    return [Reply(text, (Choice("The class", here),), replaces=True)]


def _tell(turn: Turn, seat: Seat, one: Member) -> None:
    where = learners.addresses(turn.desk.write, [one.learner_id]).get(one.learner_id)
    if where is not None:
        told = Reply(f"You are an instructor of **{literal(seat.of.title)}** now.", (Choice("The class", f"/class {seat.of.id}"),))
        key = f"class:{seat.of.id}:teacher:{one.learner_id}:{int(turn.now.timestamp())}"
        posts.add(turn.desk.write, key, one.learner_id, *where, as_row(told), turn.now, seat.of.until)
