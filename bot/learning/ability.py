"""What somebody's answers in an area say, as counts that fade: an answer costs the same after twenty thousand others.

Answers are counted by the difficulty of the question. Older ones count less: half after ``HALF_LIFE``, and each new answer in the area
lets those before it fade a little, since practice itself changes what one knows. A question met again says less than a new one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from math import log

from bot.learning.difficulty import STEP, knows

HALF_LIFE = timedelta(days=30)
KEEP = 0.99
"""What an answer is still worth after one more in its area."""

AGAIN = 0.3
"""What an answer to a question is worth that was answered before: it may be the question that is remembered."""

TIMED = 3
"""Answers against the clock, as they count today, from which an area counts as validated: what HCPCS Level II has in the exam."""

SCALE = tuple(place / 4 for place in range(-16, 17))
"""Abilities at which everything is worked out."""

_NOTHING = 0.005
"""Counts below this are dropped."""


@dataclass(frozen=True, slots=True)
class Ability:
    """What is known of one area as of ``at``.

    ``counts`` holds, by rung of difficulty, how many answers were right and how many there were, faded; ``timed`` how many of all
    were given against the clock, faded as well. ``answered``, ``right`` and ``new`` are plain totals: all answers, the right ones,
    and those to questions that were new.
    """

    at: datetime
    counts: Mapping[int, tuple[float, float]]
    timed: float = 0.0
    answered: int = 0
    right: int = 0
    new: int = 0

    @property
    def weight(self) -> float:
        """How many answers all of it is worth."""
        return sum(answers for _right, answers in self.counts.values())

    @property
    def validated(self) -> bool:
        """Whether the area was shown against the clock, lately enough."""
        return self.timed >= TIMED / 2  # three fade to that in about a half-life


def faded(of: Ability, now: datetime) -> Ability:
    """Let an ability fade to a moment; one before it changes nothing."""
    days = (now - of.at) / HALF_LIFE
    return _times(replace(of, at=now), 0.5**days) if days > 0 else of


def after(of: Ability | None, rung: int, right: bool, at: datetime, *, timed: bool = False, again: bool = False) -> Ability:
    """Count one answer to a question of a rung of difficulty."""
    before = _times(faded(of, at), KEEP) if of is not None else Ability(at, {})
    worth = AGAIN if again else 1.0
    had = before.counts.get(rung, (0.0, 0.0))
    return replace(
        before,
        counts={**before.counts, rung: (had[0] + worth * right, had[1] + worth)},
        timed=before.timed + timed,
        answered=before.answered + 1,
        right=before.right + right,
        new=before.new + (not again),
    )


def _times(of: Ability, share: float) -> Ability:
    counts = {rung: (right * share, answers * share) for rung, (right, answers) in of.counts.items()}
    return replace(of, counts={rung: had for rung, had in counts.items() if had[1] > _NOTHING}, timed=of.timed * share)


def likelihood(of: Ability) -> list[float]:
    """Say how well each ability of the scale explains the answers, the logarithm of it; only differences mean something."""
    total = [0.0] * len(SCALE)
    for rung, (right, answers) in of.counts.items():
        for place, (log_right, log_wrong) in enumerate(_chances(rung)):
            total[place] += right * log_right + (answers - right) * log_wrong
    return total


def _chances(rung: int) -> list[tuple[float, float]]:
    found = _CHANCES.get(rung)
    if found is None:
        shares = [knows(ability, rung * STEP) for ability in SCALE]
        found = _CHANCES[rung] = [(log(share), log(1 - share)) for share in shares]
    return found


_CHANCES: dict[int, list[tuple[float, float]]] = {}
"""The logarithms for each of the few rungs, worked out once."""
