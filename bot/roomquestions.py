"""Questions of rooms, read from the store as the library has its own."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from bot.library.own import Written, number_of, own_question
from bot.library.question import Question
from bot.library.shelf import Library
from bot.store import proposals


def own_questions(connection: Connection, numbers: Sequence[int]) -> list[Question]:
    """Read questions of rooms that were approved."""
    found = [one for one in proposals.named(connection, numbers) if one.state == "approved"]
    return [own_question(one.id, Written(one.area, one.stem, one.options, one.key, one.why, one.source)) for one in found]


def knowing(connection: Connection, library: Library, names: Iterable[str]) -> Library:
    """Give the library that finds all questions of these ids, those of rooms too."""
    numbers = [number for number in map(number_of, names) if number is not None]
    return library.knowing(tuple(own_questions(connection, numbers))) if numbers else library
