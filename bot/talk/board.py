"""The board of a room: who got how much right there, this week, this month, ever. Those over all rooms: :mod:`bot.talk.standings`."""

from datetime import date, timedelta

from bot.chat import Choice, Reply, literal
from bot.learning.game import places
from bot.store import clubs
from bot.talk.standings import RULE, SHOWN, SPANS, standings
from bot.turn import Turn

_OVER_ALL = ("global", "league", "join", "leave", "report")
_EVERYBODY = Choice("Everybody's board", "/board global")


def board(turn: Turn) -> list[Reply]:
    """Show a board: ``/board [week|month|all]`` of a room, ``/board global`` and ``league`` over all; ``join``, ``leave``, ``report``.

    One's own place is always told; who is hidden stands nowhere.
    """
    span = turn.words.strip().lower() or "week"
    if span.split(maxsplit=1)[0] in _OVER_ALL:
        return standings(turn)
    if turn.sender.room is None:
        if turn.learner.competes:
            return standings(turn.saying(f"global {turn.words}"))
        text = "Boards are those of group chats: say /board there. There is one for everybody, too, for who joins it."
        return [Reply(text, (_EVERYBODY, Choice("My progress", "/progress")))]
    if span not in SPANS:
        return [Reply("A board is for the week, the month or all time.", _choices(""))]
    found = clubs.board(turn.desk.read, turn.sender.platform, turn.sender.room, _since(span, turn.now.date()))
    shown = [one for one in found if not one.hidden]  # and they leave no gap by which they could be told
    by_place = places({one.learner_id: one.points for one in shown})
    lines = [f"**{SPANS[span]}** · {RULE}", ""]
    lines += [f"{by_place[one.learner_id]}. {literal(one.name, 24) or 'Somebody'} {one.points}" for one in shown[:SHOWN]]
    if not shown:
        lines.append("Nobody stands here yet. A live quiz or the question of the day changes that.")
    me = next((one for one in shown[SHOWN:] if one.learner_id == turn.learner.id), None)
    if me is not None:
        lines += ["…", f"{by_place[me.learner_id]}. {literal(me.name, 24) or 'Somebody'} {me.points}"]
    if len(shown) > SHOWN:
        lines.append(f"{len(shown)} in all.")
    return [Reply("\n".join(lines), _choices(span), facts={"span": span, "of": len(shown)})]


def _since(span: str, today: date) -> date | None:
    if span == "all":
        return None
    return today - timedelta(days=today.weekday()) if span == "week" else today.replace(day=1)


def _choices(span: str) -> tuple[Choice, ...]:
    others = (Choice(label, f"/board {name}") for name, label in SPANS.items() if name != span)
    return (*others, _EVERYBODY, Choice("Quiz", "/quiz"))
