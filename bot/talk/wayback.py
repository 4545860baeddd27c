"""The way back to what is open, a mock exam or a round: by ``/continue``, and offered under an answer about something else."""

from collections.abc import Sequence
from dataclasses import replace

from bot.chat import Choice, Reply
from bot.store import rounds, sittings
from bot.talk import round as round_talk
from bot.talk import sitting
from bot.turn import Turn


def go_on(turn: Turn) -> list[Reply]:
    """Go back to the question shown last, of a mock exam or of a round: ``/continue``."""
    return round_talk.go_on(turn) if _exam(turn) is None else sitting.go_on(turn)


def offered(turn: Turn, replies: Sequence[Reply]) -> list[Reply]:
    """Offer to continue what is open under an answer that is about something else."""
    last = replies[-1] if replies else None
    if last is None or turn.learner.id is None or any("number" in reply.facts or "correct" in reply.facts for reply in replies):
        return list(replies)
    if any(choice.says.startswith(("/next", "/answer", "/start", "/go", "/exam")) for choice in last.choices):
        return list(replies)
    back = _way_back(turn)
    return [*replies[:-1], replace(last, choices=(*last.choices, back))] if back else list(replies)


def _way_back(turn: Turn) -> Choice | None:
    exam = _exam(turn)
    if exam is not None:
        return Choice(f"Back to the exam: question {exam.number} of {exam.of}", "/exam on")
    of = rounds.current(turn.desk.read, turn.learner.id) if turn.learner.id else None
    if of is None or turn.question(of.step.question) is None:
        return None
    return Choice("Continue: today's question" if of.kind == "daily" else f"Continue: question {of.number} of {of.of}", "/continue")


def _exam(turn: Turn) -> sittings.Sitting | None:
    """Find an open mock exam whose question was shown last."""
    of = sittings.open_of(turn.desk.read, turn.learner.id) if turn.learner.id else None
    return None if of is None or sittings.covered(turn.desk.read, of) else of
