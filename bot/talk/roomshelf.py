"""Which questions a room is asked: all there are, or one content pack, or its own; and with them those that its members proposed."""

from collections.abc import Sequence

from sqlalchemy import Connection

from bot.learning.pick import Candidate
from bot.library.question import Question
from bot.library.shelf import Library
from bot.roomquestions import own_questions
from bot.store import proposals

OWN_PACK = "own"
MOST_OWN = 500
"""Questions that a room may have of its own."""


def own(connection: Connection, platform: str, room: str) -> list[Question]:
    """List the questions of a room's own, those that were approved first first."""
    return own_questions(connection, [one.id for one in proposals.in_state(connection, platform, room, "approved", MOST_OWN)])


def names_of(library: Library, pack: str) -> frozenset[str] | None:
    """Name the questions of a content pack; None where there is no such pack."""
    if pack == OWN_PACK:
        return frozenset()
    found = [one for one in library.packs if one.folder.name.lower() == pack.lower()]
    return frozenset(question.id for one in found for question in one.bank.questions) if found else None


def within(library: Library, pack: str | None, bank: Sequence[Candidate]) -> Sequence[Candidate]:
    """Leave of a bank what is in a pack; all of it where the room has none, or where its pack has gone."""
    names = names_of(library, pack) if pack else None
    return bank if names is None else [one for one in bank if one.id in names]
