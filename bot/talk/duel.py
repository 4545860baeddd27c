"""A duel: somebody in a room challenges somebody else to five questions; each answers in their own time, then the result is told."""

from dataclasses import replace
from datetime import timedelta

from bot.chat import Choice, Reply, literal
from bot.learning.pick import pick
from bot.store import clubs, duels, rounds
from bot.store.duels import Duel, Duellist
from bot.store.rounds import Step
from bot.talk import lobby, quiz
from bot.talk import round as rounds_talk
from bot.talk.cards import last_answers
from bot.turn import Turn

SIZE = 5
LASTS = timedelta(days=3)


def duel(turn: Turn) -> list[Reply]:
    """Challenge: ``/duel [area]``; accept: ``/duel NUMBER accept``; answer one's questions: ``/duel NUMBER play``."""
    words = turn.words.split()
    if len(words) == 2 and words[0].isdecimal() and words[0].isascii() and len(words[0]) < 16 and words[1] in ("accept", "play"):
        return _go_on(turn, int(words[0]), accepts=words[1] == "accept")
    if turn.sender.room is None:
        return [Reply("A duel begins in a group chat, where the other one is: say /duel there.", (Choice("Five questions", "/quiz"),))]
    return [_challenge(turn)]


def _private(text: str) -> Reply:
    return Reply(text, private=True)


def _challenge(turn: Turn) -> Reply:
    about = quiz.find_area(turn.words, turn.library)
    if turn.words.strip() and about is None:
        return Reply("I don't know that area.", tuple(Choice(one.title, f"/duel {one.slug}") for one in turn.library.areas.values()))
    learner = turn.enrolled()
    where = (turn.sender.platform, turn.sender.room or "", turn.sender.thread or "")
    if said := lobby.refusal(turn):
        return _private(said)
    bank = quiz.bank_of(turn.library, about, None, turn.today)
    seen = last_answers(turn)
    weights = {area.slug: area.questions for area in turn.library.areas.values()}
    steps = [Step(name, tuple(turn.chance.sample(range(4), 4))) for name in pick(bank, weights, SIZE, seen, turn.chance)]
    if not steps:
        return _private("There are no questions on that yet.")
    number = duels.start(turn.desk.write, where, steps, learner, turn.sender.name[:64], turn.now, turn.now + LASTS)
    title = about.title if about else "mixed"
    text = f"**{_name(turn.sender.name)} challenges you** · {len(steps)} questions, {title}\n\n"
    text += "Who accepts? Each answers in private, in the next three days."
    return Reply(text, (Choice("Accept", f"/duel {number} accept"), Choice("Play", f"/duel {number} play")), about=(f"duel/{number}",))


def _name(name: str) -> str:
    return literal(name, 24) or "Somebody"


def _go_on(turn: Turn, number: int, *, accepts: bool) -> list[Reply]:
    of = duels.find(turn.desk.read, number)
    here = turn.sender.room is None or (of and (of.platform, of.room) == (turn.sender.platform, turn.sender.room))
    if of is None or not here:
        return [_private("That duel is not one of this chat.")]
    if of.closed_at is not None or turn.now >= of.expires_at:
        return [_private("That duel is over.")]
    if accepts and turn.sender.room is not None:
        return _accept(turn, of)
    mine = next((one for one in duels.players(turn.desk.read, [of.id])[of.id] if one.learner_id == turn.learner.id), None)
    if mine is None:
        return [_private("You are not in that duel. /duel challenges somebody.")]
    return [_play(turn, of, mine)]


def _accept(turn: Turn, of: Duel) -> list[Reply]:
    learner = turn.enrolled()
    if clubs.is_banned(turn.desk.read, of.platform, of.room, learner):
        return [_private(lobby.BANNED)]
    there = duels.players(turn.desk.read, [of.id])[of.id]
    if any(one.learner_id == learner for one in there):
        return [_private("You are in that duel already: tap Play.")]
    if not duels.accept(turn.desk.write, of.id, 2, learner, turn.sender.name[:64]):
        return [_private("Somebody else was quicker. /duel challenges somebody.")]
    challenger = there[0].name if there else ""
    text = f"**{_name(turn.sender.name)} accepts {_name(challenger)}'s challenge.** Both tap Play; the result comes when both are done."
    return [Reply(text, (Choice("Play", f"/duel {of.id} play"),), about=(f"duel/{of.id}",))]


def _play(turn: Turn, of: Duel, mine: Duellist) -> Reply:
    """Put the question at which somebody stands; nobody else sees it."""
    if mine.done:
        return _private(f"You are done: {mine.right} of {len(of.plan)} right. The result comes when the other one is done, too.")
    found = rounds.find(turn.desk.read, mine.round_id) if mine.round_id else None
    if found is None:
        found = rounds.start(turn.desk.write, mine.learner_id, "duel", of.plan, turn.now)
        duels.begin(turn.desk.write, of, mine.learner_id, found.id)
    elif found.number in rounds.attempts(turn.desk.read, found.id) and found.number < found.of:
        found = replace(found, number=found.number + 1)
    return replace(rounds_talk.show(turn, found), private=True, replaces=False)


def result(of: Duel, players: list[Duellist]) -> Reply:
    """Say how a duel ended."""
    again = (Choice("Another one", "/duel"),)
    if len(players) < 2:
        return Reply("Nobody accepted the challenge in three days.", again, about=(f"duel/{of.id}",))
    first, second = sorted(players, key=lambda one: (-one.right, one.place))
    score = " · ".join(f"{_name(one.name)} {one.right} of {len(of.plan)}{'' if one.done else ', not finished'}" for one in (first, second))
    who = f"{_name(first.name)} wins the duel" if first.right > second.right else "The duel is a draw"
    facts = {"right": [one.right for one in players]}
    return Reply(f"**{who}.** {score}", again, about=(f"duel/{of.id}",), facts=facts)
