"""What a round of finding the way in the code book ends with: the way, how much of it was found, and how fast."""

from datetime import datetime

from bot.chat import Choice
from bot.store.rounds import Attempt, Round
from bot.turn import Turn

ABOUT = "drill/navigate"
_STEPS = 3
_EXAM_PACE = 144
"""Seconds that the exam has for a question: 240 minutes for 100."""
_QUICK = 60


def way(turn: Turn, of: Round, number: int, given: dict[int, Attempt]) -> list[str]:
    """Sum up a diagnosis after its last step: the way through the index, the steps found, the time."""
    if of.area != ABOUT or number % _STEPS:
        return []
    first = number - _STEPS + 1
    found = turn.drills().route(of.steps[number - 1].question)
    if found is None:
        return []
    right = sum(given[step].correct for step in range(first, number + 1) if step in given)
    begun: datetime | None = of.started_at if first == 1 else given[first - 1].at if first - 1 in given else None
    lines = [f"The way: {found.path}; reported: {', '.join(found.final)}", f"**Path: {right} of {_STEPS} steps right**"]
    if begun is not None:
        lines[-1] += f", {_spoken(int((given[number].at - begun).total_seconds()))}"
    return lines


def _spoken(seconds: int) -> str:
    """Say how long it took, beside what an exam question has."""
    took = f"{seconds // 60} min {seconds % 60} s" if seconds >= 60 else f"{seconds} s"
    if seconds <= _QUICK:
        return f"{took}: quick, an exam question has 2 min 24 s"
    if seconds <= _EXAM_PACE:
        return f"{took}: within the 2 min 24 s of an exam question"
    return f"{took}: an exam question has 2 min 24 s"


def drills_on(area: str | None) -> tuple[Choice, ...]:
    """Offer the drills of an area or focus, where there are some."""
    from bot.library.drills.catalogue import of_area

    return (Choice("Drills on this", f"/drill {area}"),) if area and of_area(area) else ()
