"""A live quiz before and between its questions: opening it, who is in, how it is played, starting, ending.

``/quiz`` in a room opens one; alone with somebody it is their own round. What is on is one row; everything that is due of its own
accord, such as the next question, is posted by :mod:`bot.push.games`.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.chat import Choice, Reply
from bot.learning import game as rules
from bot.learning.pick import Candidate, pick
from bot.library.question import Difficulty
from bot.store import clubs, games, sittings, study_days
from bot.store.games import Game, Player
from bot.store.rounds import Step
from bot.talk import quiz as alone
from bot.talk import room, roomshelf, scoreboard, typed
from bot.turn import Turn

LEAST, MOST, USUAL = 3, 50, 10
FASTEST, SLOWEST, PACE = 10, 120, 30
"""Seconds for a question."""

LASTS = timedelta(minutes=10)
"""For how long a lobby waits for its start."""

HOSTS_OWN = timedelta(minutes=1)
"""For how long only the host may start; then anybody who is in."""

LEAD = timedelta(seconds=3)
LONGEST = timedelta(hours=12)
"""How long a question may stay open without a clock."""

_FRESH = timedelta(days=60)
"""A question that a room has had comes again only after so long, if there are others."""

_SETTING = re.compile(
    r"(?<![\d,])(?P<pace>\d{1,4}) ?s(?:ec(?:onds?)?)?\b|(?P<teams>\d) ?teams|(?P<word>untimed|typed|teams|speed|handicap)", re.IGNORECASE
)
NOT_HOST = "Only who opened the quiz, or who manages this chat, can do that."
QUIET = "These are quiet hours here; only those who manage this chat may begin something now."
BANNED = "Those who manage this chat have taken you out of play here."
Wish = dict[str, Any]


def quiz(turn: Turn) -> list[Reply]:
    """Open a live quiz in a room; in private, a round.

    ``/quiz [area] [how many] [level] [20s|untimed] [typed] [speed] [handicap] [teams]``, in any order but for the first three.
    """
    if turn.sender.room is None:
        return alone.quiz(turn.saying(_SETTING.sub(" ", turn.words)))
    here = (turn.sender.platform, turn.sender.room, turn.sender.thread or "")
    of = games.open_in(turn.desk.read, *here)
    word = turn.words.strip().lower()
    if word in ACTIONS:
        return ACTIONS[word](turn, of) if of else [_private("No quiz is on here. /quiz opens one.")]
    if of is not None:
        return [_as_it_stands(turn, of)]
    wish = read(turn)
    if isinstance(wish, str):
        return [Reply(wish, tuple(Choice(area.title, f"/quiz {area.slug}") for area in turn.library.areas.values()))]
    host = turn.enrolled()
    if said := refusal(turn):
        return [_private(said)]
    new = games.open_lobby(turn.desk.write, *here, turn.now, host_id=host, due_at=turn.now + LASTS, **wish)
    if new is None:  # somebody was quicker by a moment
        of = games.open_in(turn.desk.write, *here)
        return [_as_it_stands(turn, of)] if of else []
    take_in(turn, new)
    return [show(turn, new)]


def refusal(turn: Turn) -> str | None:
    """Say why somebody may begin nothing in the room now; None where they may."""
    if room.is_quiet(turn):
        return QUIET
    here = (turn.sender.platform, turn.sender.room or "")
    return BANNED if turn.learner.id is not None and clubs.is_banned(turn.desk.read, *here, turn.learner.id) else None


def _private(text: str) -> Reply:
    return Reply(text, private=True)


def read(turn: Turn) -> Wish | str:
    """Read what kind of quiz is wanted; a sentence says what is not understood."""
    settings, rest = _split(turn.words)
    pace = settings.get("pace", PACE)
    if isinstance(pace, int) and not FASTEST <= pace <= SLOWEST:
        return f"A question may take {FASTEST} to {SLOWEST} seconds. Try /quiz 10 30s, or /quiz untimed."
    wish = alone.read_wish(rest, turn.library)
    if isinstance(wish, str):
        return wish.replace(f"1 to {alone.MOST}", f"{LEAST} to {MOST}")
    if wish.source is not None:
        return "In a group a quiz is mixed or by area. Which area?"
    about, level = wish.about, wish.level
    size = wish.count if re.search(r"\b\d+\b", rest) else USUAL
    if not LEAST <= size <= MOST:
        return f"A quiz has {LEAST} to {MOST} questions. Try /quiz 10, or pick an area."
    found: Wish = {"typed": False, "speed": False, "handicap": False, "teams": 0} | settings
    found |= {"area": about.slug if about else None, "level": str(level) if level else None, "size": size, "pace": pace}
    if not _bank(turn, found):
        return "There are no questions of that kind yet. Pick another area."
    return found


def _split(words: str) -> tuple[Wish, str]:
    """Part how a quiz is played from what it is about."""
    found: Wish = {}
    for match in _SETTING.finditer(words):
        word = (match["word"] or "").lower()
        if match["pace"]:
            found["pace"] = int(match["pace"])
        elif match["teams"] or word == "teams":
            found["teams"] = min(max(int(match["teams"] or 2), 2), 4)
        elif word == "untimed":
            found["pace"] = None
        else:
            found[word] = True
    return found, " ".join(_SETTING.sub(" ", words).split())


def _bank(turn: Turn, wish: Wish) -> list[Candidate]:
    """List what may be asked in a quiz of that kind."""
    about = alone.find_area(str(wish["area"] or ""), turn.library)
    level = Difficulty(str(wish["level"])) if wish["level"] else None
    pack = room.of_turn(turn).pack
    bank = roomshelf.within(turn.library, pack, alone.bank_of(turn.library, about, level, turn.today))
    own = [one for one in roomshelf.own(turn.desk.read, turn.sender.platform, turn.sender.room or "") if alone.belongs(one, about)]
    own = [one for one in own if level in (None, one.difficulty) and (not wish["typed"] or typed.fits(one))]
    mine = [Candidate(one.id, one.area) for one in own]
    return [*mine, *(one for one in bank if not wish["typed"] or typed.fits(turn.library.practice[one.id]))]


def _as_it_stands(turn: Turn, of: Game) -> Reply:
    """Show the quiz that is on."""
    if of.state == "lobby":
        return show(turn, of)
    text = f"A quiz is on here: {scoreboard.title(turn.library, of)}, question {of.number} of {of.of}. Join in by answering the next one."
    return Reply(text, (Choice("Join", f"/game {of.id} join"), Choice("Stop it", f"/game {of.id} stop")), private=True)


def show(turn: Turn, of: Game) -> Reply:
    """Show the lobby as it is now, in the place of what was shown before."""
    return replace(scoreboard.lobby(turn.library, of, _players(turn, of)), replaces=True)


def _players(turn: Turn, of: Game) -> list[Player]:
    return games.players(turn.desk.read, (of.id,))[of.id]


def take_in(turn: Turn, of: Game) -> bool:
    """Take the one who speaks in, in the smallest team; False where they are in. The game is locked or new."""
    learner = turn.enrolled()
    team = 0
    if of.teams:
        sizes: dict[int, int] = {}
        for one in _players(turn, of):
            sizes[one.team] = sizes.get(one.team, 0) + (one.left_at is None)
        team = rules.smallest_team(sizes, of.teams)
    worth = _worth(turn, learner) if of.handicap else rules.RIGHT
    return games.join(turn.desk.write, of, learner, turn.sender.user, turn.sender.name[:64], team, worth, turn.now)


def is_banned(turn: Turn, of: Game) -> bool:
    """Say whether the one who speaks may not play in the room of a game."""
    return turn.learner.id is not None and clubs.is_banned(turn.desk.read, of.platform, of.room, turn.learner.id)


def _worth(turn: Turn, learner: int) -> int:
    answered, right = study_days.totals(turn.desk.read, learner)
    return rules.worth(right, answered)


def join(turn: Turn, of: Game) -> list[Reply]:
    """Take somebody in; the lobby shows it within seconds."""
    if is_banned(turn, of):
        return [_private(BANNED)]
    if not take_in(turn, of):
        return [_private("You are in already.")]
    if of.state == "lobby":
        games.change(turn.desk.write, of, count_at=of.count_at or max(turn.now, of.counted_at + scoreboard.COUNTED_EVERY))
        return [_private("You are in. It begins when somebody taps Start.")]
    return [_private(f"You are in from question {of.number + (of.state == 'pause')} on.")]


def leave(turn: Turn, of: Game) -> list[Reply]:
    """Let somebody go. A host hands over to who came first after them; a quiz that everybody has left ends."""
    learner = turn.learner.id
    if learner is None or not let_go(turn, of, learner):
        return [_private("You are not in this quiz.")]
    return [_private("You have left. What you scored stays; Join brings you back.")]


def let_go(turn: Turn, of: Game, learner: int) -> bool:
    """Take somebody out of a game that is locked, and do what follows from it; False where they are not in."""
    if not games.leave(turn.desk.write, of, learner, turn.now):
        return False
    of = games.find(turn.desk.write, of.id) or of
    values: Wish = {}
    if of.host_id == learner:
        values["host_id"] = next((one.learner_id for one in _players(turn, of) if one.left_at is None), None)
    if of.state == "lobby":
        values["count_at"] = of.count_at or max(turn.now, of.counted_at + scoreboard.COUNTED_EVERY)
    elif of.kind == "live" and (not of.players or (of.state == "asking" and of.answered >= of.players)):
        values["due_at"] = min(of.due_at or turn.now, turn.now)
    games.change(turn.desk.write, of, **values)
    return True


def may(turn: Turn, of: Game) -> bool:
    """Say whether somebody decides about a quiz: its host, and who manages the room."""
    return turn.sender.manager or (of.host_id is not None and of.host_id == turn.learner.id)


def set_to(turn: Turn, of: Game, words: str) -> str | None:
    """Change how a quiz is played; returns what stands against it, None where it is done."""
    off = words.lower().removesuffix("off").strip() if words.lower().endswith("off") else None
    wish, rest = _split(off if off is not None else words.lower().removesuffix("on"))
    if off is not None:
        wish = {name: 0 if name == "teams" else False for name in wish}
    if rest.isdecimal() and rest.isascii():
        wish["size"] = int(rest[:4])
    if not wish:
        return None
    pace, size = wish.get("pace", of.pace), wish.get("size", of.size)
    if isinstance(pace, int) and not FASTEST <= pace <= SLOWEST:
        return f"A question may take {FASTEST} to {SLOWEST} seconds."
    if isinstance(size, int) and not LEAST <= size <= MOST:
        return f"A quiz has {LEAST} to {MOST} questions."
    if of.plan and {"size", "typed"} & set(wish):
        return "The questions are those that were missed; only pace, teams and points can be changed."
    if not _bank(turn, {"area": of.area, "level": of.level, "typed": wish.get("typed", of.typed)}):
        return "There are no questions of that kind on this area."
    of = games.change(turn.desk.write, of, **wish)
    if "teams" in wish:
        for number, one in enumerate(_players(turn, of)):
            games.set_player(turn.desk.write, of, one.learner_id, team=number % of.teams + 1 if of.teams else 0)
    return None


def start(turn: Turn, of: Game) -> list[Reply]:
    """Start: draw the questions and announce the first."""
    if of.state != "lobby":
        return [_private("It has started already.")]
    present = [one for one in _players(turn, of) if one.left_at is None]
    mine = any(one.learner_id == turn.learner.id for one in present)
    if not may(turn, of) and not (mine and turn.now - of.created_at >= HOSTS_OWN):
        who = "Who opened the quiz starts it; after a minute anybody may who is in."
        return [_private(who)]
    if not present:
        return [_private("Nobody is in. Tap Join first.")]
    if room.is_quiet(turn):
        return [_private(QUIET)]
    steps = of.plan or _draw(turn, of, present)
    if not steps:
        return [_private("There are no questions of that kind any more. /quiz stop, then try another area.")]
    if of.handicap:
        for one in present:
            games.set_player(turn.desk.write, of, one.learner_id, worth=_worth(turn, one.learner_id))
    of = games.change(turn.desk.write, of, state="pause", plan=steps, due_at=turn.now + LEAD, count_at=None, counted_at=turn.now)
    text = f"**The quiz begins** · {scoreboard.title(turn.library, of)}\n\nPlaying ({len(present)}): {scoreboard.names(present)}"
    return [Reply(text, about=(f"game/{of.id}",), facts={"kind": "live", "of": of.of}, slot=scoreboard.slot(of), replaces=True)]


def _draw(turn: Turn, of: Game, players: list[Player]) -> tuple[Step, ...]:
    """Draw the questions: as the exam mixes them, new to the room, and in no open mock exam of a player's."""
    held = {name for one in players for name in sittings.held(turn.desk.read, one.learner_id)}
    bank = [one for one in _bank(turn, {"area": of.area, "level": of.level, "typed": of.typed}) if one.id not in held]
    met = games.met_in(turn.desk.read, of.platform, of.room, turn.now - _FRESH)
    weights = {area.slug: area.questions for area in turn.library.areas.values()}
    names = pick(bank, weights, of.size, {name: (at, True) for name, at in met.items()}, turn.chance)
    return tuple(Step(name, tuple(turn.chance.sample(range(4), 4))) for name in names)


def skip(turn: Turn, of: Game) -> list[Reply]:
    """Close the question on display now, or go on to the next."""
    if of.state == "lobby":
        return [_private("It has not started yet.")]
    if not may(turn, of):
        return [_private(NOT_HOST)]
    games.change(turn.desk.write, of, due_at=min(of.due_at or turn.now, turn.now))
    return [_private("Done.")]


def go_on(turn: Turn, of: Game) -> list[Reply]:
    """Go on to the next question, which without a clock anybody may who plays."""
    playing = any(one.learner_id == turn.learner.id for one in _players(turn, of))
    if of.state != "pause" or of.number == 0:
        return [_private("The question is still open." if of.state == "asking" else "It has not started yet.")]
    if not may(turn, of) and (of.pace is not None or not playing):
        return [_private(NOT_HOST)]
    games.change(turn.desk.write, of, due_at=min(of.due_at or turn.now, turn.now))
    return [_private("Here it comes.")]


def stop(turn: Turn, of: Game) -> list[Reply]:
    """End the quiz. A question that is open does not count."""
    if not may(turn, of):
        return [_private(NOT_HOST)]
    closed = of.number - (of.state == "asking")
    of = games.close(turn.desk.write, of, turn.now, number=closed)
    if not closed:
        return [Reply("The quiz was called off.", (Choice("Another one", "/quiz"),), slot=scoreboard.slot(of), replaces=True)]
    right, given = games.totals(turn.desk.write, [of]).get(of.id, (0, 0))
    return [scoreboard.result(turn.library, of, _players(turn, of), right, given, why="It was stopped.")]


def place(turn: Turn, of: Game) -> list[Reply]:
    """Tell somebody their own place."""
    return [_private(scoreboard.place_of(of, _players(turn, of), turn.learner.id))]


ACTIONS: dict[str, Callable[[Turn, Game], list[Reply]]] = {
    "join": join, "leave": leave, "start": start, "skip": skip, "next": go_on, "stop": stop, "me": place,
}  # fmt: skip
