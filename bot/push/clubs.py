"""The question of the day of rooms: asked at each room's hour, all that are due together. It is a game of one question."""

from datetime import date, datetime, timedelta
from functools import lru_cache
from random import Random

from sqlalchemy import Connection

from bot.chat import as_row
from bot.learning.calendar import local_day
from bot.learning.pick import Candidate, pick
from bot.library.shelf import Library
from bot.store import clubs, games, posts
from bot.store.clubs import Club
from bot.store.database import Database
from bot.store.games import Game
from bot.talk import room, scoreboard

_BATCH = 200
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
                shown = scoreboard.question(library, game, library.questions[game.step.question])
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
    had = clubs.had(connection, of)
    bank = _bank(library, of.area, day)
    fresh = [one for one in bank if one.id not in set(had)] or list(bank)
    if not fresh:
        return None
    weights = {area.slug: area.questions for area in library.areas.values()}
    (name,) = pick(fresh, weights, 1, {}, chance)
    number = clubs.ask(connection, of, day, [[name, chance.sample(range(4), 4)]], now, now + timedelta(minutes=of.lasts))
    return games.find(connection, number) if number is not None else None


@lru_cache(maxsize=64)
def _bank(library: Library, area: str | None, day: date) -> tuple[Candidate, ...]:
    every = library.practice.values()
    return tuple(Candidate(one.id, one.area) for one in every if one.valid_on(day) and area in (None, one.area))
