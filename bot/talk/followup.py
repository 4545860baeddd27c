"""What is said after an answer and means nothing without it: "why?", "source?", "and for the CCS?", "how long is it".

What a learner read last is kept with their searches, for them alone, and goes with them. Only whole, short messages are
read this way, and only for half an hour.
"""

import re
from datetime import timedelta

from bot.chat import Reply
from bot.library.topic import Topic
from bot.store import rounds, searches
from bot.talk import faq
from bot.turn import Turn

_WITHIN = timedelta(minutes=30)
_LONGEST = 48
_MORE = re.compile(
    r"(?:and )?why(?: (?:is|was) (?:that|it|this)(?: so)?| so| not)?|how come|tell me more|say more|go on|more|and then"
    r"|(?:can you |please )?(?:explain|elaborate)(?: (?:it|that|this|more|please))*"
    r"|(?:any |some |more )*(?:details?|info|information)(?: (?:please|pls))?"
)
_SOURCE = re.compile(
    r"(?:(?:what's|whats|what is|any|got an?|do you have an?|give me)(?: (?:your|the|a|that))? )?"
    r"(?:sources?|links?|references?|proof|citation)(?: (?:please|pls|for that))?"
    r"|says who|who says(?: (?:so|that))?|according to whom?"
    r"|(?:where|how) (?:did|do) (?:you|u) (?:get|know|find)(?: (?:that|this|it))?(?: from)?"
    r"|are (?:you|u) sure(?: about that)?|is that (?:official|true|right|still true|up to date)"
)
_OTHER = re.compile(
    r"(?:(?:and|or|but|ok|so) )?(?:what about|how about|what abt|for|same for|with) (?:the |an? )?(?P<other>.+)|and (?:the )?(?P<also>.+)"
)
_IT = re.compile(r"\b(?:it|that one|this one|that|this)\b")


def followed_up(turn: Turn, text: str) -> list[Reply] | None:
    """Answer what follows an answer, or None where the text stands by itself."""
    plain = " ".join(text.lower().replace("’", "'").strip(" .!?").split())
    other = _OTHER.fullmatch(plain)
    asks = _MORE.fullmatch(plain) or _SOURCE.fullmatch(plain)
    if len(plain) > _LONGEST or not (asks or other or _IT.search(plain)):
        return None
    topic = _last(turn)
    if topic is None:
        return None
    if _SOURCE.fullmatch(plain):
        return [faq.source(turn, topic)]
    if _MORE.fullmatch(plain):
        return [faq.answer(turn, topic, (), whole=True)]
    meant: list[str] = []
    if other is not None:
        named = other["other"] or other["also"]
        # After an answer about the CCS, "and the CRC" asks about the CRC; after one about cost, "and the CRC" asks its cost.
        meant = [named, f"{topic.title} for {named}"] if topic.it else [f"{topic.title} for {named}", named]
    elif topic.it is not None:
        meant = [_IT.sub(topic.it, plain, count=1)]
    sure = [ranked for ranked in map(turn.rank, meant) if ranked.sure]
    sure.sort(key=lambda ranked: ranked.best[0][0] == topic.id)  # something new rather than the same again
    return [faq.answer(turn, turn.library.topics[sure[0].best[0][0]], sure[0].best)] if sure else None


def _last(turn: Turn) -> Topic | None:
    """Find the answer that was read last, unless something else came after it or a question is open."""
    if turn.learner.id is None or rounds.current(turn.desk.read, turn.learner.id) is not None:
        return None
    found = searches.last(turn.desk.read, turn.learner.id, turn.now - _WITHIN)
    kind, _, name = found.codes[0].partition("/") if found and found.codes else ("", "", "")
    return turn.library.topics.get(name) if kind == "faq" else None
