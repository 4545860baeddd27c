"""What boards count. One rule for all of them: ten points for a right answer, once a week for each item.

A week is that of UTC, from Monday on. So asking for the same question again brings nothing; of a drill, whose items have no end, the
skill is one item.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

RIGHT = 10


@dataclass(frozen=True, slots=True)
class Said:
    """One answer: to which item, right or wrong, when."""

    item: str
    right: bool
    at: datetime


def week_of(at: datetime) -> date:
    """Tell the Monday of the week of a moment.

    >>> from datetime import UTC
    >>> str(week_of(datetime(2026, 11, 29, 23, 59, tzinfo=UTC)))
    '2026-11-23'
    """
    day = at.astimezone(UTC).date()
    return day - timedelta(days=day.weekday())


def paying(answers: Sequence[Said], right: Iterable[tuple[str, datetime]]) -> list[int]:
    """Tell which of some answers bring points, as places in ``answers``, oldest first.

    ``right`` are all right answers to these items in these weeks as (item, moment), those of ``answers`` among them.
    """
    before = Counter((item, week_of(at)) for item, at in right)
    before.subtract((one.item, week_of(one.at)) for one in answers if one.right)
    found = []
    for place, one in enumerate(answers):
        key = one.item, week_of(one.at)
        if one.right and before[key] <= 0:
            found.append(place)
            before[key] = 1
    return found
