"""The question of the day of rooms: asked at each room's hour, all that are due together. It is a game of one question."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from random import Random

from sqlalchemy import Connection

from bot.chat import Choice, Notice, Reply, as_row
from bot.learning.calendar import local_day
from bot.learning.pick import Candidate, pick
from bot.library.shelf import Library
from bot.roomquestions import knowing
from bot.store import clubs, games, learners, posts
from bot.store.clubs import Club
from bot.store.database import Database
from bot.store.games import Game
from bot.talk import room, roomshelf, scoreboard

_BATCH = 200
_TOLD = timedelta(days=7)
_LATE = timedelta(hours=3)
"""After so long an outage the question of the day is left out, since its day is nearly over."""


def plan(database: Database, library: Library, now: datetime, chance: Random) -> int:
    """Ask the question of the day in the rooms where it is due; returns in how many."""
    with database.writing() as connection:
        found = clubs.due(connection, now, _BATCH)
        rows = []
        for of in found:
            after = room.next_at(of, now)
            if of.next_at is not None and now - of.next_at <= _LATE and (game := _asked(connection, library, of, now, chance)):
                question = knowing(connection, library, [game.step.question]).questions[game.step.question]
                shown = replace(scoreboard.question(library, game, question), notice=_notice(of, local_day(now, of.zone)))
                where = {"platform": of.platform, "user": None, "room": of.room, "thread": of.thread or None, "learner_id": None}
                until = game.due_at or now
                row = {"key": f"game:{game.id}:1:ask", **where, "reply": as_row(shown), "due_at": now, "expires_at": until}
                rows.append({**row, "lane": int(posts.Lane.DAILY)})
            clubs.change(connection, of.platform, of.room, of.zone, next_at=after)
        posts.add_many(connection, rows)
    return len(found)


def _asked(connection: Connection, library: Library, of: Club, now: datetime, chance: Random) -> Game | None:
    """Choose the question of a room's day, one that it has not had if there is any, and write it down."""
    day = local_day(now, of.zone)
    had = set(clubs.had(connection, of))
    own = [one.id for one in roomshelf.own(connection, of.platform, of.room) if of.area in (None, one.area)]
    name = next((one for one in own if one not in had), None)  # what the members proposed comes first
    if name is None:
        bank = [*roomshelf.within(library, of.pack, _bank(library, of.area, day)), *(Candidate(one, "") for one in own)]
        fresh = [one for one in bank if one.id not in had] or bank
        if not fresh:
            return None
        weights = {area.slug: area.questions for area in library.areas.values()}
        (name,) = pick(fresh, weights, 1, {}, chance)
    number = clubs.ask(connection, of, day, [[name, chance.sample(range(4), 4)]], now, now + timedelta(minutes=of.lasts))
    return games.find(connection, number) if number is not None else None


def _notice(of: Club, day: date) -> Notice | None:
    """Say how the question of a room's day draws attention; None where it is a message as any."""
    if not (of.ping or of.pin or of.discuss):
        return None
    return Notice(of.ping, of.pin, f"Question of the day, {day.day} {day:%B}" if of.discuss else "")


def refused(connection: Connection, platform: str, room_: str, what: str, now: datetime) -> None:
    """Switch off what a platform does not let us do in a room, and tell whoever set it, once: nothing is tried again."""
    of = clubs.find(connection, platform, room_)
    if of is None or not getattr(of, what):
        return
    clubs.change(connection, platform, room_, of.zone, **{what: False})
    account = learners.find(connection, platform, of.keeper) if of.keeper else None
    if account is None or account.id is None or of.keeper is None:
        return
    told = Reply(_REFUSED[what], (Choice("Today's question", "/daily"),))
    key = f"refused:{what}:{platform}:{room_}:{now:%Y-%m-%dT%H:%M}"
    posts.add(connection, key[:96], account.id, platform, of.keeper, as_row(told), now, now + _TOLD)


_REFUSED = {
    "pin": "I could not pin the question of the day in your group: I lack the right to, or the list of pins is full. "
    "It is off now; mend that, then say /room pin on there.",
    "discuss": "I could not open a thread on the question of the day in your channel: I lack the right to. "
    "It is off now; mend that, then say /room thread on there.",
}


@lru_cache(maxsize=64)
def _bank(library: Library, area: str | None, day: date) -> tuple[Candidate, ...]:
    every = library.practice.values()
    return tuple(Candidate(one.id, one.area) for one in every if one.valid_on(day) and area in (None, one.area))
