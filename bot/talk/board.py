"""The board of a room: who got how much right there, this week, this month, ever."""

from datetime import date, timedelta

from bot.chat import Choice, Reply, literal
from bot.learning.game import places
from bot.store import clubs
from bot.turn import Turn

_SHOWN = 10
_SPANS = {"week": "This week", "month": "This month", "all": "All time"}


def board(turn: Turn) -> list[Reply]:
    """Show the board: ``/board [week|month|all]``. One's own place is always told; who is hidden stands nowhere."""
    if turn.sender.room is None:
        return [Reply("Boards are those of group chats: say /board there.", (Choice("My progress", "/progress"),))]
    span = turn.words.strip().lower() or "week"
    if span not in _SPANS:
        return [Reply("A board is for the week, the month or all time.", _choices(""))]
    found = clubs.board(turn.desk.read, turn.sender.platform, turn.sender.room, _since(span, turn.now.date()))
    shown = [one for one in found if not one.hidden]  # and they leave no gap by which they could be told
    by_place = places({one.learner_id: one.points for one in shown})
    lines = [f"**{_SPANS[span]}** · ten points for a right answer, once a week for each question", ""]
    lines += [f"{by_place[one.learner_id]}. {literal(one.name, 24) or 'Somebody'} {one.points}" for one in shown[:_SHOWN]]
    if not shown:
        lines.append("Nobody stands here yet. A live quiz or the question of the day changes that.")
    me = next((one for one in shown[_SHOWN:] if one.learner_id == turn.learner.id), None)
    if me is not None:
        lines += ["…", f"{by_place[me.learner_id]}. {literal(me.name, 24) or 'Somebody'} {me.points}"]
    if len(shown) > _SHOWN:
        lines.append(f"{len(shown)} in all.")
    return [Reply("\n".join(lines), _choices(span), facts={"span": span, "of": len(shown)})]


def _since(span: str, today: date) -> date | None:
    if span == "all":
        return None
    return today - timedelta(days=today.weekday()) if span == "week" else today.replace(day=1)


def _choices(span: str) -> tuple[Choice, ...]:
    return (*(Choice(label, f"/board {name}") for name, label in _SPANS.items() if name != span), Choice("Quiz", "/quiz"))
