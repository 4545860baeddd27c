"""Give a class something to do: said in a line or by buttons, drawn once for everybody, what the class has not had first."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.chat import LONGEST_SAYS, Choice, Reply, as_row, literal
from bot.learning.calendar import clock, local_day, local_minute
from bot.learning.duedate import read_due
from bot.learning.pick import Candidate, pick
from bot.learning.smallgroup import LEAST
from bot.library.load import CASES
from bot.library.pack import Pack
from bot.library.shelf import Library
from bot.library.topic import Area
from bot.store import assignments, classes, learners, posts
from bot.store.classes import Seat
from bot.talk import cases, quiz
from bot.talk.assignment import PACK, all_of_them, count_said, is_away, remind_at, title, told, when
from bot.turn import Turn

_MOST = 50
"""Questions in one assignment, and assignments in one class."""

_FARTHEST = timedelta(days=366)
_KEPT = timedelta(days=90)
"""How long after the last due date a class stays open at the least."""

_TAKEN_BACK = timedelta(minutes=2)
"""For so long an assignment can be taken back before anybody is told of it."""

_LINE = "What, how many, due when? For example: anatomy 10 due Friday."
_DUE = re.compile(r"(?:^| )(?:due|by|until|till|before)(?: |$)")
_FILLERS = frozenset("questions question items item on about of the for from".split())
_ALL = {"mixed": "mixed", "all": "mixed", "any": "mixed", "everything": "mixed"}
_ALL |= dict.fromkeys(("misses", "missed", "mistakes", "our misses", "what class missed", "what they missed"), "misses")


@dataclass(frozen=True, slots=True)
class Wish:
    """What of an assignment is said already."""

    about: str | None = None
    count: int | None = None
    due: datetime | None = None


def assign(turn: Turn, seat: Seat, typed: str) -> list[Reply]:
    """Give a class something to do: ``/class assign anatomy 10 due friday``; what is not said is asked for by buttons."""
    says = f"/class {seat.of.id} assign"
    wish = _read(turn, typed)
    if isinstance(wish, str):
        return [Reply(wish, _abouts(turn, says))]
    if len(assignments.of_class(turn.desk.read, seat.of.id)) >= _MOST:
        return [Reply(f"A class has {_MOST} assignments at most: take an old one off first.", (all_of_them(seat),))]
    if wish.about is None:
        rest = f"{f' {wish.count}' if wish.count else ''}{_due_again(turn, wish)}"
        return [Reply("What shall the class practise? Everybody gets the same questions.", _abouts(turn, says, rest))]
    says = f"{says} {wish.about}"
    if wish.count is None:
        choices = [Choice(str(count), f"{says} {count}{_due_again(turn, wish)}") for count in (5, 10, 20, 30)]
        asks = f"How many questions? A number from 1 to {_MOST}."
        return [
            Reply(
                f"**{title(turn.library, wish.about)}**: how many questions?", (*choices, Choice("Another number", f"{says} ", asks=asks))
            )
        ]
    if wish.due is None:
        return [_ask_due(turn, wish, f"{says} {wish.count} due")]
    names = _draw(turn, seat, wish.about, wish.count)
    if isinstance(names, Reply):
        return [names]
    return [_give(turn, seat, wish.about, names, wish.due)]


def _due_again(turn: Turn, wish: Wish) -> str:
    if wish.due is None:
        return ""
    last = wish.due - timedelta(minutes=1) if local_minute(wish.due, turn.learner.zone) == 0 else wish.due
    hour = "" if last != wish.due else f" {clock(local_minute(wish.due, turn.learner.zone))}"
    return f" due {local_day(last, turn.learner.zone)}{hour}"


def _ask_due(turn: Turn, wish: Wish, says: str) -> Reply:
    today = local_day(turn.now, turn.learner.zone)
    friday = today + timedelta(days=(4 - today.weekday()) % 7 or 7)
    days = {"Tomorrow": today + timedelta(days=1), "Friday": friday, "In a week": today + timedelta(days=7)}
    days |= {"In two weeks": today + timedelta(days=14)}
    choices = [Choice(label, f"{says} {day}") for label, day in days.items()]
    choices.append(Choice("Another day", f"{says} ", asks="Until when? For example Friday 5 pm, or December 4."))
    return Reply(f"**{title(turn.library, wish.about or '')}**, {wish.count} questions: until when?", tuple(choices))


def _abouts(turn: Turn, says: str, rest: str = "") -> tuple[Choice, ...]:
    """Offer what can be assigned; ``rest`` is what is said already, left out where a button has no room for it."""
    packs = {f"Pack {one.folder.name}": f"{PACK}{_slug(one)}" for one in turn.library.packs}
    areas = {area.title: area.slug for area in turn.library.areas.values()}
    every = {"Mixed": "mixed", "What the class missed": "misses"} | packs | areas
    found = [Choice("Say it in a line", f"{says} ", asks=_LINE)]
    for label, about in every.items():
        fitting = [one for one in (f"{says} {about}{rest}", f"{says} {about}") if len(one.encode()) <= LONGEST_SAYS]
        found += [Choice(label, one) for one in fitting[:1]]
    return tuple(found)


def _slug(pack: Pack) -> str:
    return "-".join(pack.folder.name.lower().split())


def _read(turn: Turn, typed: str) -> Wish | str:
    """Read what is to be done; a sentence says what is not understood."""
    plain = " ".join(typed.lower().replace(",", " ").split())
    found = _DUE.search(plain)
    head, tail = (plain[: found.start()], plain[found.end() :]) if found else _cut(turn, plain)
    due = read_due(tail, turn.now, turn.learner.zone) if tail else None
    if tail and due is None:
        return f'I can\'t read "{literal(tail, 30)}" as a date. Try Friday, December 4, or in two weeks.'
    if due is not None and due <= turn.now:
        return f"That is past: {when(due, turn.learner.zone, turn.now)}. Until when to come?"
    if due is not None and due > turn.now + _FARTHEST:
        return "That is more than a year away. Check the year, please."
    about = _about(turn.library, head)
    words = head.split()
    numbers = [word for word in words if word.isdecimal() and word.isascii() and len(word) < 5] if about is None else []
    count = int(numbers[0]) if numbers else None
    if count is not None and not 1 <= count <= _MOST:
        return f"An assignment has 1 to {_MOST} questions."
    rest = " ".join(word for word in words if word not in _FILLERS and word not in numbers[:1])
    about = about or _about(turn.library, rest)
    if rest and about is None:
        return f'I don\'t know "{literal(rest, 40)}". These can be assigned:'
    return Wish(about, count, due)


def _cut(turn: Turn, plain: str) -> tuple[str, str]:
    """Find a date at the end that no word announces."""
    words = plain.split()
    for place in range(len(words)):
        tail = " ".join(words[place:])
        if read_due(tail, turn.now, turn.learner.zone) is not None:
            return " ".join(words[:place]), tail
    return plain, ""


def _about(library: Library, name: str) -> str | None:
    if name in _ALL:
        return _ALL[name]
    pack = _pack(library, name.removeprefix(PACK).removeprefix("pack "))
    if pack is not None:
        return f"{PACK}{_slug(pack)}"[:80]
    area = quiz.find_area(name, library)
    return area.slug if area else None


def _pack(library: Library, name: str) -> Pack | None:
    wanted = "-".join(name.split())
    return next((one for one in library.packs if wanted and _slug(one) == wanted), None)


def _draw(turn: Turn, seat: Seat, about: str, count: int) -> list[str] | Reply:
    """Draw the questions of an assignment, those that the class has not had first; a reply where there are not enough."""
    says = f"/class {seat.of.id} assign"
    if about == "misses":
        return _draw_missed(turn, seat, count)
    bank = _bank(turn, about)
    size = sum(one.size for one in bank)
    if size < count:
        named = title(turn.library, about)
        if not size:
            return Reply(f"There are no questions on {named} in the library. Take something else:", _abouts(turn, says))
        there = Choice(f"Take {size}", f"{says} {about} {size}")
        return Reply(
            f"There {'is' if size == 1 else 'are'} only {size} on {named}.", (there, Choice("Something else", says)), facts={"there": size}
        )
    had = {name: (of.created_at, True) for of in assignments.of_class(turn.desk.read, seat.of.id) for name in of.questions}
    seen = had | cases.seen(turn, [one for one in bank if one.size > 1], had)
    weights = {one.slug: one.questions for one in turn.library.areas.values()}
    return cases.written_out(turn, pick(bank, weights, count, seen, turn.chance))


def _bank(turn: Turn, about: str) -> list[Candidate]:
    day = turn.edition.day
    if about.startswith(PACK):
        pack = _pack(turn.library, about.removeprefix(PACK))
        names = {one.id for one in pack.bank.questions} if pack else set()
        own = {one.id for one in pack.bank.cases} if pack else set()
        every = quiz.bank_of(turn.library, None, None, day)
        whole = [one for one in cases.candidates(turn, None) if one.id.partition("/")[2] in own]
        return [*(one for one in every if one.id in names), *whole]
    area = turn.library.areas.get(about) or turn.library.focuses.get(about)
    whole = cases.candidates(turn, None) if isinstance(area, Area) and area.slug == CASES else []
    return [*quiz.bank_of(turn.library, area, None, day), *whole]


def _draw_missed(turn: Turn, seat: Seat, count: int) -> list[str] | Reply:
    says = f"/class {seat.of.id} assign"
    if len({one.learner_id for one in assignments.tallies(turn.desk.read, seat.of.id)}) < LEAST:
        text = f"Fewer than {LEAST} students have answered, so I can't draw on what the class missed: it would tell on individuals."
        return Reply(text, (Choice("Something else", says),))
    names = [name for name in assignments.missed(turn.desk.read, seat.of.id) if name in turn.library.practice]
    if len(names) < count:
        if not names:
            return Reply("The class has missed nothing yet.", (Choice("Something else", says),))
        there = Choice(f"Take {len(names)}", f"{says} misses {len(names)}")
        return Reply(f"The class has missed only {len(names)}.", (there, Choice("Something else", says)), facts={"there": len(names)})
    return names[:count]


def _give(turn: Turn, seat: Seat, about: str, names: Sequence[str], due: datetime) -> Reply:
    """Write an assignment down, and let everybody know in a moment."""
    classes.lock(turn.desk.write, seat.of.id)
    of = assignments.add(turn.desk.write, seat.of.id, about, names, due, turn.now)
    classes.extend(turn.desk.write, seat.of.id, due + _KEPT)
    members = classes.members(turn.desk.write, seat.of.id)
    students = [one.learner_id for one in members]
    unwilling = {one.learner_id for one in members if not one.reminders}
    people = learners.several(turn.desk.write, students)
    assignments.give(turn.desk.write, {(of.id, number): remind_at(of, who, turn.now) for number, who in people.items()})
    addresses = learners.addresses(turn.desk.write, students)
    rows = [
        {
            "key": f"class:{seat.of.id}:new:{of.id}:{number}",
            "learner_id": number,
            "platform": addresses[number][0],
            "user": addresses[number][1],
            "room": None,
            "reply": as_row(told(turn.library, of, seat.of.title, who.zone, turn.now, new=True)),
            "due_at": turn.now + _TAKEN_BACK,
            "expires_at": due,
            "lane": int(posts.Lane.DAILY),
        }
        for number, who in people.items()
        if number in addresses and number not in unwilling and not is_away(who, turn.now)
    ]
    posts.add_many(turn.desk.write, rows)
    zone = turn.learner.zone
    text = f"Assigned: **{title(turn.library, about)}**, {count_said(of)}, due {when(due, zone, turn.now)} ({zone}). "
    text += f"{'Nobody is in the class yet; who joins finds it' if not students else 'The class is told in two minutes'}."
    choices = (Choice("Take it back", f"/class {seat.of.id} drop {of.id}"), all_of_them(seat), Choice("The class", f"/class {seat.of.id}"))
    return Reply(text, choices, facts={"assignment": of.id, "questions": len(names)})
