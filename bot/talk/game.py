"""What is said to a live quiz: ``/game NUMBER WORD`` by its buttons, and ``/game NUMBER QUESTION ANSWER``, which is an answer.

An answer counts by when it was received, not by when it is read. It may be changed once. Nobody else sees it before the question is
closed.
"""

from dataclasses import replace

from bot.chat import Choice, Reply
from bot.learning.numeral import whole
from bot.store import games, hands
from bot.store.games import Game
from bot.talk import hand, lobby, rematch
from bot.turn import Turn


def game(turn: Turn) -> list[Reply]:
    """Do what a button of a quiz says."""
    words = turn.words.split(maxsplit=2)
    if len(words) < 2 or not _is_number(words[0]):
        return [_private("That button is not one of mine. /quiz opens a quiz.")]
    name = words[1].lower()
    acts = name in lobby.ACTIONS and name != "me"
    if acts:
        turn.enrolled()
    # What changes the game reads it once, locked; the answer to a question is the one thing that everybody does.
    of = games.find(turn.desk.write, int(words[0]), lock=True) if acts or _is_number(name) else games.find(turn.desk.read, int(words[0]))
    here = turn.sender.room is None or (of and (of.platform, of.room) == (turn.sender.platform, turn.sender.room))
    if of is None or not here:
        return [_private("That quiz is not one of this chat. /quiz opens one.")]
    if name == "me":
        return lobby.place(turn, of)
    if name == "report":
        return rematch.report(turn, of)
    if of.state == "over":
        return [_private("That quiz is over. /quiz opens another one.")]
    rest = words[2] if len(words) > 2 else ""
    if name == "set":
        return settings(turn, of, rest)
    if acts:
        return lobby.ACTIONS[name](turn, of)
    if not _is_number(name):
        return [_private("That button is not one of mine. /quiz opens a quiz.")]
    return [_private(answer(turn, of, int(name), rest))]


def _private(text: str) -> Reply:
    return Reply(text, private=True)


def _is_number(word: str) -> bool:
    return whole(word) is not None


def answer(turn: Turn, of: Game, number: int, said: str) -> str:
    """Count an answer to a question of a game that is locked; returns what is said of it to the one who gave it."""
    late = hand.late(of, number, in_time=_in_time(turn, of))
    if late is not None:
        return late
    question = turn.question(of.step.question)
    if question is None:
        return "That question has left the library, so it does not count."
    read = hand.read(of, question, said)
    if isinstance(read, str):
        return read
    learner = turn.enrolled()
    player, before = hands.there(turn.desk.write, [(of.id, learner)]).get((of.id, learner), (None, None))
    if player is None or player.left_at is not None:
        if lobby.is_banned(turn, of):
            return lobby.BANNED
        lobby.take_in(turn, of)
        of = games.find(turn.desk.write, of.id) or of
        player, before = hands.there(turn.desk.write, [(of.id, learner)])[of.id, learner]
    decided = hand.decide(of, question, player, before, read, turn.now)
    if decided.given is not None and before is None:
        hands.write(turn.desk.write, [decided.given], [], [hand.counted(of, turn.now)])
    elif decided.given is not None:
        hands.write(turn.desk.write, [], [decided.given], [])
    return decided.text


def _in_time(turn: Turn, of: Game) -> bool:
    """Say whether the question is open to this answer. Where the tutor was away, the time that was lost is made up in a moment."""
    return of.due_at is None or turn.now <= of.due_at or not games.looked_after(turn.desk.write, turn.now)


def settings(turn: Turn, of: Game, words: str) -> list[Reply]:
    """Change how a quiz is played, before it starts: ``/game NUMBER set 20s``, ``set 5``, ``set typed off``."""
    if of.state != "lobby":
        return [_private("It has started; how it is played can be changed before that.")]
    if not lobby.may(turn, of):
        return [_private(lobby.NOT_HOST)]
    if words.strip():
        said = lobby.set_to(turn, of, words)
        if said is not None:
            return [_private(said)]
        of = games.find(turn.desk.write, of.id) or of
    shown = lobby.show(turn, of)
    if words.strip() == "done":
        return [shown]
    says = f"/game {of.id} set"
    toggles = [
        Choice(f"{label}: {'on' if on else 'off'}", f"{says} {name} {'off' if on else 'on'}")
        for label, name, on in (
            ("Typed answers", "typed", of.typed), ("Speed counts", "speed", of.speed), ("Handicap", "handicap", of.handicap),
        )
    ]  # fmt: skip
    choices = (
        *(Choice(f"{size} questions", f"{says} {size}") for size in (5, 10, 20)),
        *(
            Choice(label, f"{says} {value}")
            for label, value in (("15 s", "15s"), ("30 s", "30s"), ("60 s", "60s"), ("No clock", "untimed"))
        ),
        *toggles,
        Choice("No teams" if of.teams else "Two teams", f"{says} {'teams off' if of.teams else 'teams'}"),
        Choice("Done", f"{says} done"),
    )
    return [replace(shown, choices=choices)]
