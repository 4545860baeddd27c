"""Hold back a flood: each person has a bucket of messages that fills up again with time."""

from collections import OrderedDict
from enum import Enum


class Verdict(Enum):
    """What becomes of a message."""

    TAKE = "take"
    SAY = "say"
    """Too many: say so, this once."""
    DROP = "drop"


class Throttle:
    """Let a person send ``burst`` messages at once and ``rate`` a second for ever; more is refused with one sentence.

    Times are seconds; a clock that jumps back fills no bucket and empties none. At most ``people`` are remembered, those who spoke last.
    """

    def __init__(self, burst: int = 20, rate: float = 1.0, people: int = 50_000) -> None:
        self._burst, self._rate, self._people = burst, rate, people
        self._buckets: OrderedDict[str, tuple[float, float, bool]] = OrderedDict()

    def ask(self, person: str, now: float) -> Verdict:
        """Take one message out of a person's bucket."""
        left, at, told = self._buckets.pop(person, (float(self._burst), now, False))
        left = min(self._burst, left + max(now - at, 0.0) * self._rate)
        if left >= 1:
            # Who was told is told again only after a rest, or a steady flood would get a sentence with every drop.
            self._buckets[person] = (left - 1, now, told and left <= self._burst / 2)
            verdict = Verdict.TAKE
        else:
            self._buckets[person] = (left, now, True)
            verdict = Verdict.DROP if told else Verdict.SAY
        if len(self._buckets) > self._people:
            self._buckets.popitem(last=False)
        return verdict
