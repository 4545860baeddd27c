"""What a room has set for itself, by those who manage it: ``/room``. The question of the day, quiet hours, who may play, its boards."""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from bot.chat import Choice, Reply, literal
from bot.learning.agenda import ALL_DAYS
from bot.learning.calendar import clock, find_zone, instant, local_day, local_minute, read_time, within
from bot.learning.numeral import whole
from bot.store import clubs, games
from bot.store import proposals as proposals_of
from bot.store.clubs import Club
from bot.talk import proposals, quiz
from bot.talk.roomshelf import OWN_PACK
from bot.talk.settings import days_said, read_days
from bot.turn import Turn

_HERE_ONLY = "/room is for group chats: say it there."
_NOT_MANAGER = "Only those who manage this chat can change that."
_LISTED = 12
_ROLE = re.compile(r"<@&(\d{5,20})>")
_LONGEST_PACK = 50
_DAY = timedelta(days=1)


def room(turn: Turn) -> list[Reply]:
    """Show what the room has set, or change it: ``/room hour 09:00``."""
    if turn.sender.room is None:
        return [Reply(_HERE_ONLY, (Choice("My settings", "/settings"),))]
    name, _, value = turn.words.strip().partition(" ")
    if not name:
        return [_overview(turn)]
    change = _CHANGES.get(name.lower())
    if change is None:
        return [_overview(turn, f'There is no setting "{literal(name, 20)}". These are there:')]
    if not turn.sender.manager:
        return [Reply(_NOT_MANAGER, private=True)]
    return [change(turn, value.strip())]


def of_turn(turn: Turn) -> Club:
    """Read what the room of a turn has set; what is usual where it has set nothing."""
    where = (turn.sender.platform, turn.sender.room or "")
    found = clubs.find(turn.desk.read, *where)
    return found or Club(*where, turn.sender.thread or "", turn.learner.zone, False, 540, ALL_DAYS, None, 720, None, 0, 0, None, None)


def _comes_from(turn: Turn, of: Club) -> str:
    """Say of what the room's questions are."""
    about = next((one.title for one in turn.library.areas.values() if one.slug == of.area), "mixed")
    return f"{about}, {'our own questions' if of.pack == OWN_PACK else f'pack {of.pack}'}" if of.pack else about


def _shown_how(of: Club) -> str:
    """Say how the question of the day is shown."""
    found = [name for name, on in (("pinned", of.pin), ("with a thread", of.discuss), ("calls a role", of.ping)) if on]
    return f" · {', '.join(found)}" if found else ""


def _overview(turn: Turn, opening: str = "**This room**") -> Reply:
    of = of_turn(turn)
    days = "every day" if of.days == ALL_DAYS else days_said(of.days)
    when = f"{days} at {clock(of.minute)}, open for {of.lasts // 60} hours" if of.asks else "off"
    quiet = f"{clock(of.quiet_from)}-{clock(of.quiet_to)}" if of.quiet_from is not None and of.quiet_to is not None else "none"
    lines = [
        opening,
        f"Question of the day: {when} · {_comes_from(turn, of)}{_shown_how(of)}",
        f"Time zone: {of.zone} (it is {clock(local_minute(turn.now, of.zone))} there) · no quiz begins: {quiet}",
        f"Room streak: {of.streak}, longest {of.longest}",
    ]
    if not turn.sender.manager:
        return Reply("\n".join(lines), (Choice("Board", "/board"), Choice("Quiz", "/quiz"), Choice("Suggest a question", "/suggest")))
    waiting = proposals_of.count(turn.desk.read, of.platform, of.room, "waiting")
    choices = (
        Choice("Stop the question of the day", "/room question off") if of.asks else Choice("Question of the day on", "/room question on"),
        Choice("Hour", "/room hour ", asks="At what time? For example 9:00 am."),
        Choice("Days", "/room days ", asks="On which days? For example weekdays, or mon wed fri."),
        Choice("Time zone", "/room zone ", asks="Which city or zone? For example Chicago."),
        Choice("Area", "/room area ", asks="Which area? For example anatomy, or mixed."),
        Choice("Post it here", "/room here"),
        Choice("Don't pin it", "/room pin off") if of.pin else Choice("Pin it", "/room pin on"),
        Choice("No thread", "/room thread off") if of.discuss else Choice("A thread on it", "/room thread on"),
        Choice("Call a role", "/room ping ", asks="Which role? As @Role, or off."),
        Choice("Content pack", "/room pack"),
        Choice(f"Suggestions ({waiting})" if waiting else "Suggestions", "/room suggestions"),
        Choice("Quiet hours", "/room quiet ", asks="From when to when? For example 22:00-08:00, or off."),
        Choice("Who may play", "/room members"),
        Choice("Clear the boards", "/room clear"),
    )
    return Reply("\n".join(lines), choices)


def next_at(of: Club, now: datetime) -> datetime | None:
    """Tell when the next question of the day of a room is due; None where it has none."""
    if not of.asks or not of.days:
        return None
    day: date = local_day(now, of.zone)
    while (at := instant(day, of.minute, of.zone)) <= now or not of.days >> day.weekday() & 1:
        day += _DAY
    return at


def _set(turn: Turn, said: str, **values: Any) -> Reply:  # noqa: ANN401  # columns of every type
    """Change settings and plan the next question anew."""
    where = (turn.sender.platform, turn.sender.room or "")
    of = clubs.change(turn.desk.write, *where, turn.learner.zone, **values)
    clubs.change(turn.desk.write, *where, of.zone, next_at=next_at(of, turn.now))
    return Reply(said, (Choice("This room", "/room"),))


def _question(turn: Turn, value: str) -> Reply:
    if value == "on":
        at = next_at(clubs.change(turn.desk.write, turn.sender.platform, turn.sender.room or "", turn.learner.zone, asks=True), turn.now)
        of = of_turn(turn)
        when = f"{local_day(at, of.zone):%A} at {clock(of.minute)}, {of.zone}" if at else "never, since no day is set"
        return _set(turn, f"There is a question of the day now. The next one comes {when}.", thread=turn.sender.thread or "")
    if value == "off":
        return _set(turn, "The question of the day is off.", asks=False)
    return Reply("Say /room question on, or off.", (Choice("This room", "/room"),))


def _hour(turn: Turn, value: str) -> Reply:
    minute = read_time(value)
    if minute is None:
        return Reply(f'I can\'t read "{literal(value, 30)}" as a time. Try /room hour 9:00 am.')
    return _set(turn, f"The question of the day comes at {clock(minute)}.", minute=minute)


def _days(turn: Turn, value: str) -> Reply:
    days = read_days(value)
    if not days:
        return Reply(f'I can\'t read "{literal(value, 30)}" as days. Try /room days weekdays, or mon wed fri.')
    return _set(turn, f"The question of the day comes on: {days_said(days)}.", days=days)


def _zone(turn: Turn, value: str) -> Reply:
    zone = find_zone(value)
    if zone is None:
        return Reply(f'I don\'t know a time zone "{literal(value, 30)}". Try /room zone Chicago, or Europe/Paris.')
    return _set(turn, f"This room is in {zone} now.", zone=zone)


def _area(turn: Turn, value: str) -> Reply:
    if value.lower() in ("mixed", "all", "any"):
        return _set(turn, "The question of the day is mixed, as the exam is.", area=None)
    found = quiz.find_area(value, turn.library)
    if found is None or found.slug not in turn.library.areas:
        return Reply("I don't know that area.", tuple(Choice(one.title, f"/room area {one.slug}") for one in turn.library.areas.values()))
    return _set(turn, f"The question of the day is on: {found.title}.", area=found.slug)


def _pack(turn: Turn, value: str) -> Reply:
    packs = [one.folder.name for one in turn.library.packs if one.bank.questions]
    offered = (*(Choice(name, f"/room pack {name}") for name in packs if len(name.encode()) <= _LONGEST_PACK),)
    offered += (Choice("Our own questions", f"/room pack {OWN_PACK}"), Choice("All questions", "/room pack off"))
    if not value:
        return Reply("Of what shall quizzes and the question of the day here be made?", offered)
    if value.lower() in ("off", "none", "all"):
        return _set(turn, "Quizzes and the question of the day are made of all there is.", pack=None)
    name = next((one for one in (*packs, OWN_PACK) if one.lower() == value.lower()), None)
    if name is None:
        return Reply(f'There is no content pack "{literal(value, 30)}". These are there:', offered)
    if name == OWN_PACK and not proposals_of.count(turn.desk.read, turn.sender.platform, turn.sender.room or "", "approved"):
        return Reply(
            "The room has no questions of its own yet. Members propose some by /suggest.", (Choice("Suggestions", "/room suggestions"),)
        )
    what = "the room's own questions" if name == OWN_PACK else f"the pack {name}"
    return _set(turn, f"Quizzes and the question of the day are made of {what}.", pack=name)


def _ping(turn: Turn, value: str) -> Reply:
    if value.lower() in ("off", "none", "no"):
        return _set(turn, "The question of the day calls nobody.", ping=None)
    if turn.sender.platform == "telegram":
        return Reply("Telegram has no roles that could be called; everybody is told as they have set it for this group.")
    role = _ROLE.fullmatch(value)
    if role is None:
        return Reply("Name a role as Discord does: /room ping @Role, chosen from its list. Everybody at once cannot be called.")
    return _set(turn, "The question of the day calls that role, and nothing else does.", ping=role[1], keeper=turn.sender.user)


def _pin(turn: Turn, value: str) -> Reply:
    if value not in ("on", "off"):
        return Reply("Say /room pin on, or off.", (Choice("This room", "/room"),))
    said = "The question of the day is pinned, and the one before unpinned. I need the right to pin messages here."
    return _set(turn, said if value == "on" else "The question of the day is not pinned.", pin=value == "on", keeper=turn.sender.user)


def _thread(turn: Turn, value: str) -> Reply:
    if value not in ("on", "off"):
        return Reply("Say /room thread on, or off.", (Choice("This room", "/room"),))
    if value == "on" and turn.sender.platform == "telegram":
        return Reply("Telegram has topics in the place of threads: say /room here in the topic to which the question shall go.")
    said = "The question of the day opens a thread to talk about it." if value == "on" else "The question of the day opens no thread."
    return _set(turn, said, discuss=value == "on", keeper=turn.sender.user)


def _suggestions(turn: Turn, _value: str) -> Reply:
    return proposals.waiting(turn)


def _here(turn: Turn, _value: str) -> Reply:
    return _set(turn, "The question of the day comes here.", thread=turn.sender.thread or "")


def _open(turn: Turn, value: str) -> Reply:
    hours = whole(value, 2) or 0
    if not 1 <= hours <= 23:
        return Reply("A question of the day is open for 1 to 23 hours. Try /room open 12.")
    return _set(turn, f"It is open for {hours} hours; then what is right is shown.", lasts=hours * 60)


def _quiet(turn: Turn, value: str) -> Reply:
    if value.lower() in ("off", "none"):
        return _set(turn, "A quiz may begin at any hour.", quiet_from=None, quiet_to=None)
    begin, _, end = value.replace("–", "-").partition("-")
    found = read_time(begin), read_time(end)
    if found[0] is None or found[1] is None:
        return Reply(f'I can\'t read "{literal(value, 30)}" as hours. Try /room quiet 22:00-08:00, or off.')
    said = f"No quiz begins between {clock(found[0])} and {clock(found[1])}, but by those who manage this chat."
    return _set(turn, said, quiet_from=found[0], quiet_to=found[1])


def is_quiet(turn: Turn) -> bool:
    """Say whether no quiz may begin now but by a manager."""
    of = of_turn(turn)
    if turn.sender.manager or of.quiet_from is None or of.quiet_to is None:
        return False
    return within(local_minute(turn.now, of.zone), of.quiet_from, of.quiet_to)


def _members(turn: Turn, value: str) -> Reply:
    here = (turn.sender.platform, turn.sender.room or "")
    after = whole(value, 6) or 0
    there = clubs.members(turn.desk.read, *here, _LISTED + 1, after=after)
    out = clubs.members(turn.desk.read, *here, _LISTED, banned=True) if not after else []
    text = "Who has played here. A tap bans somebody from play, or lets them back." if there or out else "Nobody has played here yet."
    choices = [Choice(f"Ban {literal(name, 24) or 'somebody'}", f"/room ban {number}") for number, name in there[:_LISTED]]
    choices += [Choice(f"Let {literal(name, 24) or 'somebody'} back", f"/room unban {number}") for number, name in out]
    more = (Choice("More", f"/room members {after + _LISTED}"),) if len(there) > _LISTED else ()
    return Reply(text, (*choices, *more, Choice("This room", "/room")))


def _ban(turn: Turn, value: str, *, banned: bool = True) -> Reply:
    here = (turn.sender.platform, turn.sender.room or "")
    number = whole(value) or 0
    name = clubs.ban(turn.desk.write, *here, number, banned)
    if name is None:
        return Reply("There is no such member here.", (Choice("Who may play", "/room members"),))
    if banned:
        from bot.talk import lobby  # imported here: a lobby asks what its room has set

        for of in games.on_in(turn.desk.write, *here):
            lobby.let_go(turn, of, number)
    said = "may no longer play here" if banned else "may play here again"
    return Reply(f"{literal(name, 24) or 'That member'} {said}.", (Choice("Who may play", "/room members"),))


def _unban(turn: Turn, value: str) -> Reply:
    return _ban(turn, value, banned=False)


def _clear(turn: Turn, value: str) -> Reply:
    if value != "yes":
        text = "This empties the boards of this room. Everybody's own history stays."
        return Reply(text, (Choice("Empty them", "/room clear yes"), Choice("Keep them", "/room")))
    count = clubs.clear(turn.desk.write, turn.sender.platform, turn.sender.room or "")
    return Reply(f"The boards are empty: {count} right answers are off them.", (Choice("This room", "/room"),), replaces=True)


_CHANGES: dict[str, Callable[[Turn, str], Reply]] = {
    "question": _question, "hour": _hour, "days": _days, "zone": _zone, "area": _area, "here": _here, "open": _open, "quiet": _quiet,
    "members": _members, "ban": _ban, "unban": _unban, "clear": _clear,
    "pack": _pack, "ping": _ping, "pin": _pin, "thread": _thread, "suggestions": _suggestions,
}  # fmt: skip

OFFERED = tuple(name for name in _CHANGES if name not in ("ban", "unban"))
"""The settings that a platform offers while somebody types."""
