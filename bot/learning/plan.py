"""The way to the exam, week by week: areas, reviews, mock exams. Made anew each time, of today and of what answers show by then.

Nothing is kept of an earlier plan, so nothing can be overdue: what was not done is spread over the weeks that are left.

1. A week has the hours that the learner gives it, in proportion where it is cut short; the day before the exam has none.
2. Mock exams stand at fixed distances before the exam, longer ones the nearer it is, full ones four, two and one week before, none
   in the last days. Who has had none has a short one soon.
3. Reviews take a share that grows from a sixth of the time to a third, and most of the last week.
4. The rest goes to areas, by their weight in the exam and by what is missing in them; the most needed come first, and the same
   areas do not fill one week after another. What is known already only keeps warm.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.learning.readiness import AIM

HOURS = {"full": 30, "part": 10}
"""Hours a week where only full or part time is said."""

USUAL_HOURS = 10
MINUTES = {"full": 300, "half": 150, "quarter": 75}
"""What a mock exam takes, with a look at its misses."""

_BEFORE = ((112, "quarter"), (84, "quarter"), (56, "half"), (28, "full"), (14, "full"), (7, "full"))
"""Days before the exam on which a mock exam stands, and its size; none after the last."""

_LAST_DAYS = 5
_APART = 5
"""Days that lie between two mock exams at least."""

_SMALLEST = 15
_WARM = 0.05
"""What an area that is known still needs, as a share of its questions."""

_FIRST_REVIEWS, _LAST_REVIEWS = 1 / 6, 1 / 3
_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Need:
    """An area: its questions in the exam, the share of them expected to be right now, and whether it is known already."""

    area: str
    questions: int
    expected: float
    known: bool = False

    @property
    def points(self) -> float:
        """Points of the exam that are to be won, with a little for keeping what is there."""
        missing = 0.0 if self.known else max(AIM - self.expected, 0.0)
        return self.questions * (missing + _WARM)


@dataclass(frozen=True, slots=True)
class Mock:
    """A mock exam on a day. ``number`` counts from the last one before the exam, which is 1: it keeps its name when it moves."""

    day: date
    size: str
    number: int


@dataclass(frozen=True, slots=True)
class Week:
    """One week, from ``first`` to ``last``: minutes for each area, the most first, minutes for reviews, and mock exams.

    ``number`` counts from the week of the exam, which is 1. ``calm`` says that it is the last before the exam: nothing new in it.
    """

    number: int
    first: date
    last: date
    areas: tuple[tuple[str, int], ...]
    reviews: int
    mocks: tuple[Mock, ...]
    calm: bool

    @property
    def minutes(self) -> int:
        """All of it."""
        return sum(minutes for _area, minutes in self.areas) + self.reviews + sum(MINUTES[one.size] for one in self.mocks)


@dataclass(frozen=True, slots=True)
class Plan:
    """The weeks to an exam."""

    exam: date
    hours: int
    weeks: tuple[Week, ...]


def plan(today: date, exam: date, hours: int, needs: Sequence[Need], last_mock: date | None = None, days: int = 0b1111111) -> Plan:
    """Plan the weeks from today to an exam; ``last_mock`` is when the last mock exam was, ``days`` those of study, bit 0 Monday."""
    spans = _spans(today, exam)
    budgets = [round(hours * 60 * _study_days(first, last, exam) / 7) for first, last in spans]
    mocks = _mocks(today, exam, spans, budgets, last_mock, days)
    reviews, rest = [], []
    for place, budget in enumerate(budgets):
        left = max(budget - sum(MINUTES[one.size] for one in mocks[place]), 0)
        share = _FIRST_REVIEWS + (_LAST_REVIEWS - _FIRST_REVIEWS) * place / max(len(spans) - 1, 1)
        share = 2 / 3 if _calm(spans[place], exam) else share
        reviews.append(_rounded(left * share))
        rest.append(max(left - reviews[-1], 0))
    areas = _areas(needs, rest)
    weeks = [
        Week(len(spans) - place, first, last, areas[place], reviews[place], tuple(mocks[place]), _calm((first, last), exam))
        for place, (first, last) in enumerate(spans)
    ]
    return Plan(exam, hours, tuple(weeks))


def _spans(today: date, exam: date) -> list[tuple[date, date]]:
    """Part the time to the day before the exam into weeks that end on Sunday."""
    spans = []
    first = today
    while first < exam:
        last = min(first + timedelta(days=6 - first.weekday()), exam - _DAY)
        spans.append((first, last))
        first = last + _DAY
    return spans


def _study_days(first: date, last: date, exam: date) -> int:
    return (last - first).days + 1 - (last == exam - _DAY)


def _calm(span: tuple[date, date], exam: date) -> bool:
    return (exam - span[0]).days <= 7


def _rounded(minutes: float) -> int:
    return int(minutes / _SMALLEST + 0.5) * _SMALLEST


def _mocks(
    today: date, exam: date, spans: Sequence[tuple[date, date]], budgets: Sequence[int], last_mock: date | None, days: int
) -> list[list[Mock]]:
    """Choose the mock exams of each week; where something else is too near, the later one stands."""
    away = (exam - today).days
    wanted = [(exam - timedelta(days=before), size) for before, size in _BEFORE if before < away]
    if away > 35 and last_mock is None:
        wanted.append((today + timedelta(days=6), "quarter"))
    if not wanted and away > _LAST_DAYS:
        wanted.append((today + _DAY, "half"))
    found: list[list[Mock]] = [[] for _ in spans]
    taken = [last_mock] if last_mock is not None else []
    number = 0
    for target, size in sorted(wanted, reverse=True):  # from the exam backwards, so that the last keep their number
        day = _weekend(target, days, today, exam)
        if day is None or any(abs((day - other).days) < _APART for other in taken):
            continue
        place = next(place for place, (first, last) in enumerate(spans) if first <= day <= last)
        fitting = next((one for one in _smaller(size) if MINUTES[one] <= max(budgets[place], MINUTES["quarter"])), None)
        if fitting is not None and not found[place]:
            number += 1
            taken.append(day)
            found[place].append(Mock(day, fitting, number))
    return found


def _smaller(size: str) -> list[str]:
    sizes = list(MINUTES)
    return sizes[sizes.index(size) :]


def _weekend(target: date, days: int, today: date, exam: date) -> date | None:
    """Choose a day for a mock exam: the Saturday or Sunday next to the target on which something is studied, else any such day near."""

    def cost(day: date) -> tuple[bool, int]:
        return (day.weekday() < 5, abs((day - target).days))

    near = [target + timedelta(days=off) for off in range(-3, 4)]
    free = [day for day in near if today <= day <= exam - timedelta(days=_LAST_DAYS) and days >> day.weekday() & 1]
    return min(free, key=cost, default=None)


def _areas(needs: Sequence[Need], rest: Sequence[int]) -> list[tuple[tuple[str, int], ...]]:
    """Give each week a few areas: those of which most is left to do, a little less of what the week before had."""
    points = sum(one.points for one in needs)
    total = sum(rest)
    left = {one.area: total * one.points / points for one in needs} if points else {}
    before: Mapping[str, int] = {}
    found = []
    for minutes in rest:
        wanted = {area: more * (0.6 if area in before else 1.0) for area, more in left.items() if more > 0}
        chosen = sorted(wanted, key=lambda area: -wanted[area])[: min(max(round(minutes / 150), 1), 5)]
        week = _part(minutes, {area: left[area] for area in chosen})
        for area, spent in week.items():
            left[area] -= spent
        found.append(tuple(sorted(week.items(), key=lambda one: -one[1])))
        before = week
    return found


def _part(minutes: int, shares: Mapping[str, float]) -> dict[str, int]:
    """Part minutes by shares, in quarters of an hour; what rounds to nothing is left out."""
    whole, left, found = sum(shares.values()), minutes // _SMALLEST * _SMALLEST, {}
    for area, share in shares.items():
        part = min(_rounded(minutes * share / whole), left)
        if part:
            found[area] = part
            left -= part
    if found and left:
        first = next(iter(found))
        found[first] += left
    return found
