"""Boards over all rooms, for those who consent: everybody's, and leagues of thirty for a week. ``/board global``, ``/board league``.

Others see a name that its owner chose or that was made up, and points; never what a platform shows. Whoever has not joined stands
nowhere, and whoever hides streaks and boards neither sees nor is seen.
"""

from datetime import UTC, datetime, time, timedelta

from bot.chat import Choice, Reply, literal
from bot.learning.alias import COUNT, alias, draw
from bot.learning.calendar import clock, local_day, local_minute
from bot.learning.game import places
from bot.learning.league import SIZE, TIERS, moving
from bot.learning.nickname import fault
from bot.learning.points import week_of
from bot.store import boards
from bot.store.boards import Contender, Placed
from bot.turn import Turn

SHOWN = 10
SPANS = {"week": "This week", "month": "This month", "all": "All time"}
RULE = "ten points for a right answer, once a week for each question"
_NAME_ASKED = "Which name? 2 to 20 letters and digits."
_HIDDEN = "Streaks and boards are hidden, as you asked. Your answers count all the same."
_EVERYBODY = Choice("Everybody's board", "/board global")
_MINE = Choice("My league", "/board league")
_LEAVE = Choice("Leave the boards", "/board leave")


def standings(turn: Turn) -> list[Reply]:
    """Show everybody's board or one's own league, join or leave them: what :func:`bot.talk.board.board` hands over."""
    name, _, rest = turn.words.strip().partition(" ")
    name, rest = name.lower(), rest.strip()
    if name == "leave":
        return [_leave(turn, sure=rest == "yes")]
    if turn.learner.streaks_hidden:
        return [_reply(_HIDDEN, Choice("Show them again", "/settings streaks on"), Choice("My progress", "/progress"))]
    mine = boards.find(turn.desk.read, turn.learner.id) if turn.learner.id is not None and turn.learner.competes else None
    if name == "join":
        return [_join(turn, rest, mine)]
    if name == "report":
        return [_report(turn, rest, mine)]
    if mine is None:
        return [_invitation(turn)]
    return [_league(turn, mine) if name == "league" else _everybody(turn, mine, rest.lower() or "week")]


def _reply(text: str, *choices: Choice, **facts: object) -> Reply:
    """Make a reply for the one who asked: in a group it would tell who is behind the name."""
    return Reply(text, choices, private=True, facts=facts)


def _invitation(turn: Turn) -> Reply:
    """Say what joining means, and offer a name."""
    number = draw(turn.chance)
    text = (
        "**A board for everybody, and leagues of thirty** · only for who joins\n\n"
        f"Others see a name, your points and your league; never your account or the name that it shows. It is {RULE}. "
        "Every week the first in a league go up. /board leave takes all of it away again.\n\n"
        f"May I call you **{alias(number)}**?"
    )
    return _reply(
        text,
        Choice(f"Join as {alias(number)}", f"/board join {number}"),
        Choice("Another name", "/board join"),
        Choice("My own name", "/board join ", asks=_NAME_ASKED),
        Choice("Not now", "/progress"),
    )


def _join(turn: Turn, wanted: str, mine: Contender | None) -> Reply:
    if not wanted:
        return _invitation(turn)
    if wanted.isdecimal() and wanted.isascii() and len(wanted) < 6 and int(wanted) < COUNT:
        name = alias(int(wanted))
    else:
        name = " ".join(wanted.split())
        made_up = Choice("A made-up one", "/board join")
        if mine and mine.renamed:
            return _reply("A name of yours was taken down, so only made-up ones are yours now.", made_up)
        if said := fault(name):
            return _reply(said, Choice("Another try", "/board join ", asks=_NAME_ASKED), made_up)
    boards.join(turn.desk.write, turn.enrolled(), name, turn.now)
    turn.change(competes=True)
    said = f"You stand on the boards as **{name}** now." if mine else f"Welcome, **{name}**. What you answer from now on counts."
    return _reply(
        said, Choice("Everybody's board", "/board global"), Choice("My league", "/board league"), Choice("Quiz", "/practice"), _LEAVE
    )


def _report(turn: Turn, name: str, mine: Contender | None) -> Reply:
    """Tell the operators of a name that is not fit to be read; who is behind it nobody learns."""
    if mine is None and not turn.sender.manager:
        return _reply("Who stands on the boards, or manages a group, reports a name there.", _EVERYBODY)
    if not name:
        ask = Choice("Report a name", "/board report ", asks="Which name, as it stands on the board?")
        return _reply("Which name? /board report NAME", ask)
    if not boards.report(turn.desk.write, " ".join(name.split())):
        return _reply(f'Nobody on the boards is called "{literal(name, 24)}".', _EVERYBODY)
    return _reply("Thank you. Those who run this look at it and can take the name down.", _EVERYBODY)


def _leave(turn: Turn, *, sure: bool) -> Reply:
    if not turn.learner.competes:
        return _reply("You stand on no board but those of your groups.", Choice("My progress", "/progress"))
    if not sure:
        text = "This takes your name, points and league off the boards for good. Your own history stays."
        return _reply(text, Choice("Leave", "/board leave yes"), Choice("Stay", "/board global"))
    boards.leave(turn.desk.write, turn.enrolled())
    turn.change(competes=False)
    return _reply("You are off the boards; nothing of you is left there.", Choice("My progress", "/progress"))


def _everybody(turn: Turn, mine: Contender, span: str) -> Reply:
    if span not in SPANS:
        return _reply("A board is for the week, the month or all time.", *_spans(""))
    period = boards.periods(turn.now.date())[span]
    first = boards.top(turn.desk.read, period, SHOWN)
    own = boards.place_of(turn.desk.read, mine.learner_id, period)
    lines = [f"**Everybody, {SPANS[span].lower()}** · {RULE}", "", *_listed(first, mine.learner_id)]
    if own is None:
        lines.append("You have no points here yet." if first else "Nobody has points here yet.")
    elif all(one.learner_id != mine.learner_id for one in first):
        lines += ["…", f"{'about ' if own.about else ''}{own.place:,}. **{mine.name}** {own.points}"]
    return _reply("\n".join(lines), *_spans(span), _MINE, _LEAVE, span=span, place=own.place if own else None)


def _spans(span: str) -> tuple[Choice, ...]:
    return tuple(Choice(label, f"/board global {name}") for name, label in SPANS.items() if name != span)


def _listed(people: list[Placed], me: int) -> list[str]:
    """List people with their places, one's own name strong; who has as many points has the same place."""
    by_place = places({one.learner_id: one.points for one in people})
    return [f"{by_place[one.learner_id]}. {_strong(one, me)} {one.points}" for one in people]


def _strong(one: Placed, me: int) -> str:
    name = literal(one.name, 32)
    return f"**{name}**" if one.learner_id == me else name


def _league(turn: Turn, mine: Contender) -> Reply:
    monday = week_of(turn.now)
    of = boards.league_of(turn.desk.read, mine.learner_id, monday)
    last = [result_said(mine), ""] if mine.result else []
    ways = (_EVERYBODY, Choice("Another name", "/board join"), _LEAVE)
    if of is None:
        text = f"**{TIERS[mine.tier]} league**\n\nYour first right answer of the week takes a seat in a league of up to {SIZE}."
        return _reply("\n".join([*last, text]), Choice("Five questions", "/practice"), *ways, tier=mine.tier)
    people = boards.members(turn.desk.read, [of.id])[of.id]
    end = datetime.combine(monday + timedelta(weeks=1), time(), UTC)
    zone = turn.learner.zone
    until = f"until {local_day(end, zone):%A} {clock(local_minute(end, zone))}"
    lines = [*last, f"**{TIERS[of.tier]} league** · {len(people)} of {SIZE} · {until}", ""]
    at = next(place for place, one in enumerate(people) if one.learner_id == mine.learner_id)
    every = _listed(people, mine.learner_id)
    lines += every[:SHOWN]
    near = range(max(SHOWN, at - 1), min(at + 2, len(every))) if at >= SHOWN else ()
    lines += [*(["…"] if near and near[0] > SHOWN else []), *(every[place] for place in near)]
    lines += ["", _rules(*moving(len(people), of.tier))]
    place = places({one.learner_id: one.points for one in people})[mine.learner_id]
    return _reply("\n".join(lines), Choice("Five questions", "/practice"), *ways, tier=of.tier, place=place, of=len(people))


def _rules(up: int, down: int) -> str:
    said = [f"The first {up if up > 1 else 'one'} {'go' if up > 1 else 'goes'} up; so does who ties."] if up else []
    said += [f"The last {down if down > 1 else 'one'} {'go' if down > 1 else 'goes'} down."] if down else []
    return " ".join(said) or "Places count once there are three."


def result_said(mine: Contender) -> str:
    """Say how somebody's last league ended."""
    assert mine.result is not None  # asked of those who have one
    _week, tier, place, count, up = mine.result
    then = {1: f"up to {TIERS[tier + 1] if up > 0 else ''}", -1: f"down to {TIERS[tier - 1]}", 0: "where you stay"}[up]
    return f"Your last league, {TIERS[tier]}: number {place} of {count}, {then}."
