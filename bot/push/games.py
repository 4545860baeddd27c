"""What is due about live quizzes: the next question, how many have answered, what was right, the end.

One look deals with all games at once, a few statements for hundreds of rooms; it never asks the store room by room.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.chat import Choice, Reply, as_row
from bot.codebook.shelf import CodeBook
from bot.library.shelf import Library
from bot.roomquestions import knowing
from bot.store import clubs, games, posts
from bot.store.database import Database
from bot.store.games import Game, Given, Player
from bot.talk import lobby, scoreboard

KIND = "game"
_BATCH = 250
_PAUSE, _LONG_PAUSE = timedelta(seconds=8), timedelta(seconds=15)
_UNHURRIED = 30
"""Seconds to read what was right in, longer where a question has so many seconds or more."""

_HEARD_BY = timedelta(seconds=10)
"""For how long after the end of a question an answer is waited for that came in time and is not read yet."""

_AGAIN = timedelta(milliseconds=300)
_SILENT = 3
"""Questions in a row without an answer after which a game ends by itself."""

_COUNTS = 8
"""Counts that are shown in a second on one platform, over all rooms; each room's turn comes later where many play."""

_NEWS_LASTS, _QUESTION_LASTS = timedelta(minutes=10), timedelta(hours=1)


@dataclass(slots=True)
class _Lot:
    """The games of one look, and what is to be written about them."""

    now: datetime
    players: Mapping[int, list[Player]]
    rows: list[dict[str, object]] = field(default_factory=list)
    changed: list[Game] = field(default_factory=list)
    ended: list[Game] = field(default_factory=list)

    def post(self, of: Game, name: str, reply: Reply, until: datetime, lane: posts.Lane = posts.Lane.LIVE) -> None:
        """Have something posted to the room of a game."""
        where = {"platform": of.platform, "user": None, "room": of.room, "thread": of.thread or None, "learner_id": None}
        self.rows.append(
            {"key": _key(of, name), **where, "reply": as_row(reply), "due_at": self.now, "expires_at": until, "lane": int(lane)}
        )


def _key(of: Game, name: str) -> str:
    return f"{KIND}:{of.id}:{of.number}:{name}"


def play(database: Database, library: Library, codebook: CodeBook, now: datetime, *, pulse: bool = True) -> int:
    """Do what is due about games; returns about how many. With ``pulse``, time in which nobody looked after them is made up."""
    with database.reading() as connection:
        due = games.next_due(connection)
    if due is None or (due > now and not pulse):
        return 0
    if pulse:
        with database.writing() as connection:
            away = games.beat(connection, now)
            if away > games.HELD_UP:
                later = games.make_up(connection, away, now)
                posts.prolong(connection, {_key(of, "ask"): of.due_at for of in later if of.due_at is not None})
    done = 0
    while count := _look(database, library, codebook, now):
        done += count
    return done


def _look(database: Database, library: Library, codebook: CodeBook, now: datetime) -> int:
    with database.writing() as connection:
        found = games.due(connection, now, _BATCH)
        if not found:
            return 0
        library = knowing(connection, library, (step.question for of in found for step in of.plan))
        late = [of for of in found if of.due_at is not None and of.due_at <= now]
        asking = [of for of in late if of.state == "asking"]
        unheard = games.unheard(connection, [of for of in asking if of.due_at is not None and now < of.due_at + _HEARD_BY])
        if unheard:
            games.wake_many(connection, list(unheard), now + _AGAIN)
        closing = [of for of in asking if of.id not in unheard]
        if closing:
            games.count_in(connection, [of.id for of in closing])
        counting = [of for of in found if of not in late]
        named = [of.id for of in (*late, *counting) if of.state != "asking" or of in closing]
        lot = _Lot(now, games.players(connection, named))
        given = games.answers(connection, [(of.id, of.number) for of in closing])
        days = {(of.platform, of.room): bool(given.get(of.id)) for of in closing if of.kind == "day"}
        streaks = clubs.went(connection, days)
        for of in closing:
            _close(lot, library, codebook, of, given.get(of.id, []), streaks.get((of.platform, of.room)))
        for of in late:
            if of.state == "pause":
                _go_on(lot, library, of)
            elif of.state == "lobby":
                _give_up(lot, of)
        if counting:
            _count(lot, library, counting, games.playing(connection))
        if lot.ended:
            _end(lot, library, games.totals(connection, lot.ended))
        posts.add_many(connection, lot.rows)
        games.write_many(connection, lot.changed)
    return len(found)


def _close(lot: _Lot, library: Library, codebook: CodeBook, of: Game, given: Sequence[Given], streak: int | None) -> None:
    """Close the question on display and say what was right. ``streak`` is that of the room, after a question of the day."""
    question = library.questions.get(of.step.question)
    if question is None:
        reply = Reply(f"Question {of.number} has left the library meanwhile, so it does not count.", about=(f"game/{of.id}",))
    else:
        reply = scoreboard.reveal(codebook, of, question, given, lot.players[of.id], streak=streak)
    lot.post(of, "reveal", reply, lot.now + _NEWS_LASTS)
    if of.kind == "day":
        lot.changed.append(replace(of, state="over", due_at=None, count_at=None, closed_at=lot.now))
        return
    pause = _LONG_PAUSE if of.pace is not None and of.pace >= _UNHURRIED else _PAUSE
    silent = 0 if given else of.silent + 1
    wait = lobby.LONGEST if of.pace is None and silent < _SILENT else pause
    lot.changed.append(replace(of, state="pause", due_at=lot.now + wait, count_at=None, silent=silent))


def _go_on(lot: _Lot, library: Library, of: Game) -> None:
    """Put the next question that is still in the library, or end the game."""
    present = any(one.left_at is None for one in lot.players[of.id])
    number = of.number + 1
    while number <= of.of and of.plan[number - 1].question not in library.questions:
        number += 1
    overslept = of.pace is None and of.number > 0 and of.opened_at is not None and lot.now - of.opened_at >= lobby.LONGEST
    if number > of.of or of.silent >= _SILENT or not present or overslept:
        lot.ended.append(of)
        return
    due = lot.now + (timedelta(seconds=of.pace) if of.pace is not None else lobby.LONGEST)
    values = {"number": number, "state": "asking", "answered": 0, "opened_at": lot.now, "due_at": due, "count_at": None}
    of = replace(of, **values, counted_at=lot.now)  # type: ignore[arg-type]  # columns of every type
    until = due if of.pace is not None else lot.now + _QUESTION_LASTS
    lot.post(of, "ask", scoreboard.question(library, of, library.questions[of.step.question]), until)
    lot.changed.append(of)


def _give_up(lot: _Lot, of: Game) -> None:
    """Close a lobby that nobody started."""
    reply = Reply("Nobody started this quiz, so I closed it.", (Choice("Another one", "/quiz"),), slot=scoreboard.slot(of))
    lot.post(of, "given-up", reply, lot.now + _NEWS_LASTS)
    lot.changed.append(replace(of, state="over", due_at=None, count_at=None, closed_at=lot.now))


def _count(lot: _Lot, library: Library, found: Sequence[Game], playing: Mapping[str, int]) -> None:
    """Show anew who is in, or how many have answered: room by room in turn, so that a platform takes all of it."""
    for of in found:
        every = max(scoreboard.COUNTED_EVERY, timedelta(seconds=playing.get(of.platform, 1) / _COUNTS))
        if lot.now < of.counted_at + every:
            lot.changed.append(replace(of, count_at=of.counted_at + every))
            continue
        question = library.questions.get(of.step.question) if of.state == "asking" else None
        until = min(of.due_at or lot.now + scoreboard.COUNTED_EVERY, lot.now + 2 * every)
        if question is not None:
            shown = scoreboard.question(library, of, question, answered=of.answered)
            lot.post(of, f"count:{lot.now.timestamp():.0f}", shown, until, posts.Lane.WAITED_FOR)
        elif of.state == "lobby":
            shown = scoreboard.lobby(library, of, lot.players[of.id])
            lot.post(of, f"in:{lot.now.timestamp():.0f}", shown, until, posts.Lane.WAITED_FOR)
        lot.changed.append(replace(of, count_at=None, counted_at=lot.now))


def _end(lot: _Lot, library: Library, totals: Mapping[int, tuple[int, int]]) -> None:
    for of in lot.ended:
        right, given = totals.get(of.id, (0, 0))
        why = "Nobody answered any more, so it ended by itself." if of.silent >= _SILENT else ""
        over = replace(of, state="over", due_at=None, count_at=None, closed_at=lot.now)
        reply = scoreboard.result(library, over, lot.players[of.id], right, given, why=why)
        lot.post(over, "result", reply, lot.now + _NEWS_LASTS)
        lot.changed.append(over)
