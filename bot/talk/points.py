"""Points: which answers bring some, and counting them for those who have consented to stand on boards that everybody sees."""

from collections.abc import Sequence

from sqlalchemy import Connection

from bot.learning.game import places
from bot.learning.league import SIZE, moves
from bot.learning.points import RIGHT, Said, paying, week_of
from bot.learning.review import item_of
from bot.library.own import OWN
from bot.store import answers as history
from bot.store import boards
from bot.store.boards import League
from bot.talk.evidence import Given
from bot.turn import Turn


def earn(turn: Turn, answers: Sequence[Given]) -> None:
    """Count answers that were just written down, oldest first, for who has consented; the first points of a week bring a seat."""
    if not turn.learner.competes:
        return
    learner, writing = turn.enrolled(), turn.desk.write
    right = len(_paying(turn, answers))
    if right and boards.add(writing, learner, right * RIGHT, turn.now.date(), shown=not turn.learner.streaks_hidden):
        monday = week_of(turn.now)
        close(writing, boards.before(writing, learner, monday))  # or they would be seated by the tier of before
        boards.take_seat(writing, learner, monday, SIZE)


def _paying(turn: Turn, answers: Sequence[Given]) -> list[int]:
    # What a room wrote for itself pays on its own board alone.
    said = [Said(item_of(one.question), one.right, one.at) for one in answers if not one.question.startswith(OWN)]
    items = list(dict.fromkeys(one.item for one in said if one.right))
    if not items:
        return []
    right = history.right_since(turn.desk.write, turn.enrolled(), items, week_of(min(one.at for one in said)))
    return paying(said, [(item_of(question), at) for question, at in right])


def close(writing: Connection, found: Sequence[League]) -> None:
    """Close leagues that are over and locked: who goes up, who goes down; who is hidden stays where they are."""
    if not found:
        return
    results: dict[int, tuple[int, Sequence[object]]] = {}
    members = boards.members(writing, [of.id for of in found])
    for of in found:
        points = {one.learner_id: one.points for one in members[of.id]}
        place = places(points)
        for who, up in moves(points, of.tier).items():
            results[who] = (up, (str(of.week), of.tier, place[who], len(points), up))
    boards.close(writing, [of.id for of in found], results)
