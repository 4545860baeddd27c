"""A duel: somebody in a room challenges somebody else to five questions; each answers in their own time, then the result is told.

An open challenge is for whoever accepts first. One that names a person is theirs alone: to accept or to decline.
"""

import re
from dataclasses import replace
from datetime import timedelta

from bot.chat import Choice, Person, Reply, Sender, literal
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


_TAP = re.compile(r"([0-9]{1,15}) (accept|decline|play|withdraw)")
_NAMED = re.compile(r"(?:^|\s)@(\S{1,60})")
_ACCEPTED = "That duel is accepted already: tap Play."


def duel(turn: Turn) -> list[Reply]:
    """Challenge somebody: ``/duel [@name] [area]``.

    Then ``/duel NUMBER accept`` or ``decline`` is for who is challenged, ``withdraw`` for who challenged, ``play`` for both.
    """
    if tap := _TAP.fullmatch(" ".join(turn.words.split())):
        return _go_on(turn, int(tap[1]), tap[2])
    if turn.sender.room is None:
        return [Reply("A duel begins in a group chat, where the other one is: say /duel there.", (Choice("Five questions", "/quiz"),))]
    return [_challenge(turn)]


def _private(text: str) -> Reply:
    return Reply(text, private=True)


def _challenge(turn: Turn) -> Reply:
    whom, words = _whom(turn)
    about = quiz.find_area(words, turn.library)
    if words.strip() and about is None:
        said = "I don't know that area. A person is named with an @, as in /duel @name."
        return Reply(said, tuple(Choice(one.title, f"/duel {one.slug}") for one in turn.library.areas.values()))
    learner = turn.enrolled()
    where = (turn.sender.platform, turn.sender.room or "", turn.sender.thread or "")
    if why := _refusal(turn, whom) or lobby.refusal(turn):
        return _private(why)
    bank = quiz.bank_of(turn.library, about, None, turn.today)
    seen = last_answers(turn)
    weights = {area.slug: area.questions for area in turn.library.areas.values()}
    steps = [Step(name, tuple(turn.chance.sample(range(4), 4))) for name in pick(bank, weights, SIZE, seen, turn.chance)]
    if not steps:
        return _private("There are no questions on that yet.")
    named = (whom.user, whom.name[:64]) if whom else None
    number = duels.start(turn.desk.write, where, steps, learner, turn.sender.name[:64], turn.now, turn.now + LASTS, named)
    rival = _name(whom.name) if whom else "you"
    text = f"**{_name(turn.sender.name)} challenges {rival}** · {len(steps)} questions, {about.title if about else 'mixed'}\n\n"
    text += f"It is for {rival} to accept or decline." if whom else "Who accepts?"
    text += " Each answers in private, in the next three days."
    words_of = ("Accept", "Decline", "Play", "Withdraw") if whom else ("Accept", "Play")
    choices = tuple(Choice(label, f"/duel {number} {label.lower()}") for label in words_of)
    calls = whom if whom and not whom.user.startswith("@") else None
    return Reply(text, choices, about=(f"duel/{number}",), calls=calls)


def _whom(turn: Turn) -> tuple[Person | None, str]:
    """Tell who is challenged, if somebody is named, and the words without the name. A typed name stands for its user's id."""
    typed = _NAMED.search(turn.words)
    if typed is None:
        return turn.whom, turn.words
    return Person(f"@{typed[1].lower()}", f"@{typed[1]}"), f"{turn.words[: typed.start()]} {turn.words[typed.end() :]}"


def _refusal(turn: Turn, whom: Person | None) -> str | None:
    """Say why somebody cannot be challenged."""
    if whom is None:
        return None
    if _is(whom.user, turn.sender):
        return "You cannot challenge yourself. /duel alone is for whoever accepts."
    return "A bot plays no duels: name a person, or nobody." if whom.bot else None


def _is(named: str, sender: Sender) -> bool:
    """Say whether a challenge that names somebody means this person."""
    return named == sender.user or (named.startswith("@") and named[1:] in (sender.handle.lower(), sender.user.lower()))


def _name(name: str) -> str:
    return literal(name, 24) or "Somebody"


def _go_on(turn: Turn, number: int, word: str) -> list[Reply]:
    of = duels.find(turn.desk.read, number)
    here = turn.sender.room is None or (of and (of.platform, of.room) == (turn.sender.platform, turn.sender.room))
    if of is None or not here:
        return [_private("That duel is not one of this chat.")]
    if of.closed_at is not None or turn.now >= of.expires_at:
        return [_private("That duel is over.")]
    if word in _DECIDE and turn.sender.room is not None:
        held = duels.find(turn.desk.write, of.id, lock=True)
        if held is None or held.closed_at is not None:
            return [_private("That duel is over.")]
        return _DECIDE[word](turn, held, duels.players(turn.desk.write, [of.id])[of.id])
    if word in ("decline", "withdraw"):
        return [_private("Tap it in the group where the challenge is.")]
    mine = next((one for one in duels.players(turn.desk.read, [of.id])[of.id] if one.learner_id == turn.learner.id), None)
    if mine is None and of.named and _is(of.named, turn.sender):
        return [_private("Tap Accept first, then Play.")]
    if mine is None:
        return [_private("You are not in that duel. /duel challenges somebody.")]
    return [_play(turn, of, mine)]


def _accept(turn: Turn, of: Duel, there: list[Duellist]) -> list[Reply]:
    learner = turn.enrolled()
    if clubs.is_banned(turn.desk.read, of.platform, of.room, learner):
        return [_private(lobby.BANNED)]
    if any(one.learner_id == learner for one in there):
        return [_private("You are in that duel already: tap Play.")]
    if of.named and not _is(of.named, turn.sender):
        return [_private(f"That challenge is for {_name(of.named_as)}. /duel challenges somebody.")]
    if not duels.accept(turn.desk.write, of.id, 2, learner, turn.sender.name[:64]):
        return [_private("Somebody else was quicker. /duel challenges somebody.")]
    text = f"**{_name(turn.sender.name)} accepts {_challenger(there)} challenge.** Both tap Play; the result comes when both are done."
    return [Reply(text, (Choice("Play", f"/duel {of.id} play"),), about=(f"duel/{of.id}",))]


def _decline(turn: Turn, of: Duel, there: list[Duellist]) -> list[Reply]:
    if len(there) > 1:
        return [_private(_ACCEPTED)]
    if of.named is None:
        return [_private("That challenge is for whoever likes; nobody need decline it.")]
    if not _is(of.named, turn.sender):
        return [_private(f"That challenge is for {_name(of.named_as)}.")]
    return _call_off(turn, of, f"{_name(turn.sender.name or of.named_as)} declined {_challenger(there)} challenge.")


def _withdraw(turn: Turn, of: Duel, there: list[Duellist]) -> list[Reply]:
    if len(there) > 1:
        return [_private(_ACCEPTED)]
    if not turn.sender.manager and all(one.learner_id != turn.learner.id for one in there):
        return [_private("Only who challenged, or who manages this chat, can withdraw it.")]
    return _call_off(turn, of, "The challenge was withdrawn.")


def _call_off(turn: Turn, of: Duel, said: str) -> list[Reply]:
    duels.close(turn.desk.write, [of.id], turn.now)
    return [Reply(said, (Choice("Another one", "/duel"),), about=(f"duel/{of.id}",), replaces=True)]


def _challenger(there: list[Duellist]) -> str:
    return f"{_name(there[0].name)}'s" if there else "the"


_DECIDE = {"accept": _accept, "decline": _decline, "withdraw": _withdraw}


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
        who = f"{_name(of.named_as)} did not accept" if of.named else "Nobody accepted"
        return Reply(f"{who} the challenge in three days.", again, about=(f"duel/{of.id}",))
    first, second = sorted(players, key=lambda one: (-one.right, one.place))
    score = " · ".join(f"{_name(one.name)} {one.right} of {len(of.plan)}{'' if one.done else ', not finished'}" for one in (first, second))
    who = f"{_name(first.name)} wins the duel" if first.right > second.right else "The duel is a draw"
    facts = {"right": [one.right for one in players]}
    return Reply(f"**{who}.** {score}", again, about=(f"duel/{of.id}",), facts=facts)
