"""One learner on several platforms: ``/link`` joins two accounts by a code, ``/unlink`` parts them again.

A code has eight letters and digits of a set of thirty, works once and for ten minutes: at one try a second somebody would
need a thousand years to hit one. Whoever types it is shown what they would join before anything happens, and the other
account is told.
"""

import re
from datetime import date, timedelta

from bot.chat import Choice, Reply, as_row
from bot.learning.streak import Kind, replay
from bot.store import learners, links, posts, study_days
from bot.talk import cards
from bot.talk.streak import keep_settled, run_of
from bot.turn import Turn

_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
_WORKS = timedelta(minutes=10)
_TOLD = timedelta(days=2)
_GO_ON = Choice("Today's question", "/daily")


def link(turn: Turn) -> list[Reply]:
    """Give a code: ``/link``; show what a code joins: ``/link CODE``; join: ``/link CODE yes``."""
    words = turn.words.upper().split()
    sure = bool(words) and words[-1] == "YES"
    code = plain_code("".join(words[:-1] if sure else words))
    if code == "NO":
        return [Reply("Nothing was joined.", (_GO_ON,), replaces=True)]
    if not code:
        return [_offer(turn)]
    found = links.find(turn.desk.read, code, turn.now)
    if found is None:
        return [
            Reply("That code is not valid, or has run out: it works once, for ten minutes. Send /link there for a new one.", private=True)
        ]
    problem = _problem(turn, found)
    if problem:
        return [Reply(problem, private=True)]
    return [_joined(turn, code) if sure else _ask(turn, found, code)]


def _offer(turn: Turn) -> Reply:
    code = new_code(turn)
    links.offer(turn.desk.write, code, turn.enrolled(), turn.sender.platform, turn.now + _WORKS)
    text = (
        f"Your code is **{code[:4]}-{code[4:]}**. Within ten minutes send me `/link {code[:4]}-{code[4:]}` on the other platform: "
        "then both accounts share one streak and one history. Give the code to nobody."
    )
    return Reply(text, private=True)


def new_code(turn: Turn) -> str:
    """Draw a code that nobody can guess."""
    return "".join(turn.secret.choice(_LETTERS) for _ in range(8))


def plain_code(typed: str) -> str:
    """Read a code however it was typed.

    >>> plain_code("abcd efgh"), plain_code("ABCD-EFGH")
    ('ABCDEFGH', 'ABCDEFGH')
    """
    return re.sub(r"[^0-9A-Z]", "", typed.upper())


def _problem(turn: Turn, found: links.Link) -> str:
    if found.learner_id == turn.learner.id:
        return "That is your own code. Send it on the other platform."
    there = {platform for platform, _user in learners.accounts(turn.desk.read, found.learner_id)}
    here = {platform for platform, _user in learners.accounts(turn.desk.read, turn.learner.id)} if turn.learner.id else set()
    twice = there & (here | {turn.sender.platform})
    if twice:
        return f"Both would have an account on {_named(min(twice))}; only accounts on different platforms can be joined."
    return ""


def _ask(turn: Turn, found: links.Link, code: str) -> Reply:
    text = (
        f"This joins your account here ({_history(turn, turn.learner.id)}) with one on {_named(found.platform)} "
        f"({_history(turn, found.learner_id)}). Answers of both count; the settings there stay. Is that account yours?"
    )
    return Reply(text, (Choice("Yes, join them", f"/link {code} yes"), Choice("No", "/link no")), private=True)


def _joined(turn: Turn, code: str) -> Reply:
    found = links.take(turn.desk.write, code, turn.now)
    if found is None:  # somebody was quicker by a moment
        return Reply("That code has just been used.", private=True)
    _join(turn, found.learner_id)
    key = f"linked:{found.learner_id}:{turn.sender.platform}:{int(turn.now.timestamp())}"
    for platform, user in learners.accounts(turn.desk.write, found.learner_id):
        if platform == found.platform:
            told = Reply(
                f"An account on {_named(turn.sender.platform)} was joined with this one. If that was not you, part them now.",
                (Choice("That was not me", "/unlink all"),),
            )
            posts.add(turn.desk.write, key, found.learner_id, platform, user, as_row(told), turn.now, turn.now + _TOLD)
    return Reply("Joined: one streak, one history, on both platforms. /unlink parts them.", (_GO_ON,), replaces=True)


def _join(turn: Turn, into: int) -> None:
    """Join this learner into another one; the streak is that of both histories together."""
    keep_settled(turn)
    here, there = turn.enrolled(), learners.lock(turn.desk.write, into)
    freezes = max(turn.learner.freezes, there.freezes)
    links.join(turn.desk.write, into, here)
    cards.rebuild(turn.desk.write, turn.library, into)
    days = [(one.day, Kind(one.kind)) for one in study_days.since(turn.desk.write, into, date.min).values()]
    run = replay(days, freezes)
    longest = max(run.longest, there.longest, turn.learner.longest)
    values = {"streak": run.length, "longest": longest, "freezes": run.freezes, "freeze_steps": run.steps, "settled_on": run.last}
    turn.learner = learners.change(turn.desk.write, into, **values, seen_on=turn.today)
    turn.replan()


def unlink(turn: Turn) -> list[Reply]:
    """Ask, then part this account from the others: ``/unlink``, ``/unlink yes``; part every other one: ``/unlink all``."""
    accounts = learners.accounts(turn.desk.read, turn.learner.id) if turn.learner.id else []
    mine = (turn.sender.platform, turn.sender.user)
    others = [one for one in accounts if one != mine]
    if not others:
        return [Reply("No other account is joined with this one. /link joins one.", private=True)]
    named = " and ".join(_named(platform) for platform, _user in others)
    if turn.words.strip() == "all":
        for platform, user in others:
            links.part(turn.desk.write, platform, user, turn.now)
        return [Reply(f"Parted from {named}. Your history stays here.", (_GO_ON,), replaces=True, private=True)]
    if turn.words.strip() != "yes":
        text = f"This account is joined with {named}. Parted, your history stays there, and here you begin anew with the same settings."
        return [Reply(text, (Choice("Part them", "/unlink yes"), Choice("Stay joined", "/link no")), private=True)]
    turn.learner = learners.get(turn.desk.write, links.part(turn.desk.write, *mine, turn.now))
    return [Reply(f"Parted. Your history is with {named}.", (_GO_ON,), replaces=True, private=True)]


def _history(turn: Turn, learner_id: int | None) -> str:
    if learner_id is None:
        return "0 answers"
    answers = study_days.totals(turn.desk.read, learner_id)[0]
    run = run_of(learners.get(turn.desk.read, learner_id))
    return f"{answers} answers, streak {run.length}"


def _named(platform: str) -> str:
    return {"telegram": "Telegram", "discord": "Discord"}.get(platform, platform)
