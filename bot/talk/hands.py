"""A show of hands: taps that answer live quizzes, of many people in many rooms, dealt with together.

It does for all of them with a handful of statements what :func:`bot.talk.game.answer` does for one; both decide by :mod:`bot.talk.hand`.
Whatever is not plainly the tap of somebody who is in the quiz and was here today is left to be answered alone.
"""

import re
from collections.abc import Sequence

from bot.chat import Incoming, Reply
from bot.learning.calendar import own_day
from bot.library.shelf import Library
from bot.store import games as game_rows
from bot.store import hands
from bot.store.desk import Desk
from bot.store.games import Game, Given
from bot.store.learners import Learner
from bot.talk import hand

_TAP = re.compile(r"/game ([0-9]{1,15}) ([0-9]{1,3}) ([A-D])")


def raised(desk: Desk, library: Library, lot: Sequence[Incoming]) -> list[Reply | None]:
    """Answer the taps among messages, given in their order; None for what is to be answered alone.

    Once something of a person's is left, so is all that they said after it.
    """
    taps = [_TAP.fullmatch(one.text) if one.sender.room is not None else None for one in lot]
    if not any(taps):
        return [None] * len(lot)
    people = hands.people(desk.write, [_who(one) for one, tap in zip(lot, taps, strict=True) if tap])
    games = hands.games(desk.write, [int(tap[1]) for tap in taps if tap])
    pairs = [(int(tap[1]), found.id) for one, tap in zip(lot, taps, strict=True) if tap and (found := people.get(_who(one))) and found.id]
    there = hands.there(desk.write, pairs)
    looked_after_until = game_rows.looked_after_until(desk.write)
    left: set[tuple[str, str]] = set()
    stood = {pair for pair, (_player, before) in there.items() if before is not None}
    given: dict[tuple[int, int], Given] = {}
    moved: set[int] = set()
    replies: list[Reply | None] = []
    for one, tap in zip(lot, taps, strict=True):
        who = people.get(_who(one))
        of = games.get(int(tap[1])) if tap else None
        if tap is None or who is None or who.id is None or of is None or _who(one) in left or not _is_plain(one, who, of, library):
            left.add(_who(one))
            replies.append(None)
            continue
        in_time = of.due_at is None or one.at <= of.due_at or (looked_after_until is not None and one.at > looked_after_until)
        said = hand.late(of, int(tap[2]), in_time=in_time)
        if said is None:
            pair = (of.id, who.id)
            player, before = there.get(pair, (None, None))
            if player is None or player.left_at is not None:
                left.add(_who(one))
                replies.append(None)
                continue
            question = library.questions[of.step.question]
            read = hand.read(of, question, tap[3])
            assert isinstance(read, hand.Read)  # a letter of a question that is not typed
            decided = hand.decide(of, question, player, before, read, one.at)
            said = decided.text
            if decided.given is not None:
                given[pair] = decided.given
                there[pair] = (player, decided.given)
                if before is None:
                    games[of.id] = hand.counted(of, one.at)
                    moved.add(of.id)
        replies.append(Reply(said, private=True))
    new = [one for pair, one in given.items() if pair not in stood]
    hands.write(desk.write, new, [one for pair, one in given.items() if pair in stood], [games[number] for number in sorted(moved)])
    return replies


def _is_plain(tap: Incoming, who: Learner, of: Game, library: Library) -> bool:
    """Say whether nothing but the answer itself is to be seen to."""
    today = own_day(tap.at, who.zone, who.settled_on)
    if who.lost or who.farewell_on is not None or who.seen_on != today or who.seen_here_on != today:
        return False
    if (of.platform, of.room) != (tap.sender.platform, tap.sender.room) or of.state == "over" or of.typed:
        return False
    return of.number == 0 or of.step.question in library.questions


def _who(one: Incoming) -> tuple[str, str]:
    return one.sender.platform, one.sender.user
