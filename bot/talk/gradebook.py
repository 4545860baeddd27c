"""What the answers of a class say: by area, question by question, as tables. No figure speaks of so few that one of them shows."""

import csv
from collections.abc import Iterable
from io import StringIO
from zoneinfo import ZoneInfo

from bot.chat import Choice, File, Reply, literal
from bot.learning.numeral import whole
from bot.learning.smallgroup import LEAST, blurred, speaking
from bot.store import assignments, classes
from bot.store.assignments import Tally
from bot.store.classes import Seat
from bot.talk.assignment import all_of_them, found, line, title
from bot.talk.takeaway import as_cell
from bot.turn import Turn

_TOO_FEW = f"Fewer than {LEAST} students have answered, so there are no figures: they would tell on individuals."
_TOO_PLAIN = "So few of those who have answered share, or do not, that figures would tell on individuals: there are none."
_PAGE = 15
_STEM = 90


def _figures(turn: Turn, seat: Seat, tallies: Iterable[Tally]) -> tuple[dict[str, tuple[int, int]], list[str]]:
    """Work out shares as (percent, students), by area or question; and name those of which too few have answered."""
    shares = {one.learner_id for one in classes.members(turn.desk.read, seat.of.id) if one.shares}
    by_name: dict[str, list[Tally]] = {}
    for one in tallies:
        by_name.setdefault(one.area, []).append(one)
    shown, hidden = {}, []
    for name, rows in by_name.items():
        group = speaking({one.learner_id for one in rows}, shares)
        if group:
            counted = [one for one in rows if one.learner_id in group]
            shown[name] = blurred(sum(one.right for one in counted), sum(one.answered for one in counted)), len(group)
        else:
            hidden.append(name)
    return shown, hidden


def _none(tallies: Iterable[Tally]) -> str:
    """Say in a sentence why there are no figures."""
    return _TOO_FEW if len({one.learner_id for one in tallies}) < LEAST else _TOO_PLAIN


def areas(turn: Turn, seat: Seat, _typed: str) -> list[Reply]:
    """Show how the class does by area: ``/class areas``."""
    tallies = assignments.tallies(turn.desk.read, seat.of.id)
    shown, hidden = _figures(turn, seat, tallies)
    choices = (all_of_them(seat), Choice("As a table", f"/class {seat.of.id} table"), Choice("The class", f"/class {seat.of.id}"))
    if not shown:
        return [Reply(_none(tallies), choices, about=(f"class/{seat.of.id}",), facts={"areas": {}})]
    lines = [f"**By area** · {literal(seat.of.title)}", "", "Right in assignments, to the nearest 5 %, and of how many students:"]
    for area, (percent, students) in sorted(shown.items(), key=lambda one: (one[1][0], one[0])):
        lines.append(f"· {_area(turn, area)}: {percent} % · {students}")
    facts = {"areas": {area: percent for area, (percent, _students) in shown.items()}}
    if hidden:
        lines += ["", f"Not shown, since it would tell on individuals: {', '.join(sorted(_area(turn, area) for area in hidden))}."]
    return [Reply("\n".join(lines), choices, about=(f"class/{seat.of.id}",), facts=facts)]


def _area(turn: Turn, slug: str) -> str:
    return turn.library.areas[slug].title if slug in turn.library.areas else slug


def task(turn: Turn, seat: Seat, typed: str) -> list[Reply]:
    """Show an assignment question by question: ``/class task NUMBER [page]``."""
    number, _, word = typed.partition(" ")
    of = found(turn, seat, number)
    if of is None:
        return [Reply("That assignment is not there any more.", (all_of_them(seat),))]
    page = whole(word, 3) or 1
    tallies = assignments.by_question(turn.desk.read, of.id)
    shown, _hidden = _figures(turn, seat, tallies)
    lines = [f"**{line(turn, of)}**", ""]
    for place, name in list(enumerate(of.questions, 1))[(page - 1) * _PAGE : page * _PAGE]:
        question = turn.question(name)
        stem = literal(question.stem, _STEM) if question else "no longer in the library"
        lines.append(f"{place}  {stem}" + (f" · {shown[name][0]} % right" if name in shown else ""))
    if len(shown) < len(of.questions):
        lines += ["", "A share is shown where it tells on nobody." if shown else _none(tallies)]
    more = (Choice("More", f"/class {seat.of.id} task {of.id} {page + 1}"),) if page * _PAGE < len(of.questions) else ()
    choices = (*more, Choice("Take it off", f"/class {seat.of.id} drop {of.id}"), all_of_them(seat))
    return [Reply("\n".join(lines), choices, about=tuple(f"question/{name}" for name in of.questions))]


def table(turn: Turn, seat: Seat, _typed: str) -> list[Reply]:
    """Hand over the figures as CSV: by area, and by name of those who share: ``/class table``."""
    return [_by_area(turn, seat), _by_name(turn, seat)]


def _by_area(turn: Turn, seat: Seat) -> Reply:
    tallies = assignments.tallies(turn.desk.read, seat.of.id)
    shown, _hidden = _figures(turn, seat, tallies)
    if not shown:
        return Reply(_none(tallies))
    rows = [(area, _area(turn, area), students, percent) for area, (percent, students) in sorted(shown.items())]
    body = _written(("area", "title", "students", "right percent, to the nearest 5"), rows)
    return Reply("The class by area.", file=File(f"class-{seat.of.id}-areas.csv", "text/csv", body))


def _by_name(turn: Turn, seat: Seat) -> Reply:
    sharing = [one for one in classes.members(turn.desk.read, seat.of.id) if one.shares]
    choices = (Choice("The class", f"/class {seat.of.id}"),)
    if not sharing:
        return Reply("No student shares figures by name, so there is no table of names.", choices)
    every = {of.id: of for of in assignments.of_class(turn.desk.read, seat.of.id)}
    names = {one.learner_id: one.name for one in sharing}
    zone = ZoneInfo(turn.learner.zone)
    rows = []
    for far in assignments.results(turn.desk.read, seat.of.id, list(names)):
        of = every[far.assignment_id]
        late = far.at is not None and far.at > of.due_at
        last = far.at.astimezone(zone).strftime("%Y-%m-%d %H:%M") if far.at else ""
        due = of.due_at.astimezone(zone).strftime("%Y-%m-%d %H:%M")
        about = (as_cell(names[far.learner_id]), of.id, as_cell(title(turn.library, of.about)), due, len(of.questions))
        rows.append((*about, far.answered, far.right, "yes" if far.done else "no", "yes" if late else "no", last))
    rows.sort(key=lambda row: (str(row[0]).lower(), row[1]))
    header = ("student", "assignment", "about", "due", "questions", "answered", "right", "done", "late", "last answer")
    text = f"{len(sharing)} of {seat.of.students} students share their figures by name; times as on your clock ({turn.learner.zone})."
    return Reply(text, choices, file=File(f"class-{seat.of.id}-students.csv", "text/csv", _written(header, rows)))


def _written(header: Iterable[str], rows: Iterable[Iterable[object]]) -> bytes:
    out = StringIO()
    table_ = csv.writer(out)
    table_.writerow(header)
    table_.writerows(rows)
    return "\ufeff".encode() + out.getvalue().encode()  # spreadsheets look for the mark
