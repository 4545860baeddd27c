"""Which year's code sets an exam is of, and so what a learner practises."""

from dataclasses import dataclass
from datetime import date

_SWITCHED = (1, 15)
"""Month and day from which exams use the code sets of the new calendar year, after a short blackout. So it was in 2026 (AAPC help
centre, "What year's books should I use"); other years are expected to follow the pattern, which AAPC has not confirmed."""


@dataclass(frozen=True, slots=True, order=True)
class Edition:
    """The code sets of one calendar year: CPT and HCPCS Level II of January, ICD-10-CM of the October before."""

    year: int

    @property
    def day(self) -> date:
        """The first day on which exams use it. What is valid on that day belongs to the edition, what comes later in the year does not."""
        return date(self.year, *_SWITCHED)


def edition_of(exam_on: date | None, today: date) -> Edition:
    """Return the edition of an exam on ``exam_on``; without a date, or with one that is past, that of an exam held today.

    An exam in December 2026 is of 2026, although the ICD-10-CM of 2027 is in force since October.

    >>> edition_of(date(2026, 12, 10), date(2026, 11, 22)).year, edition_of(date(2027, 1, 10), date(2026, 11, 22)).year
    (2026, 2026)
    >>> edition_of(date(2027, 3, 15), date(2026, 11, 22)).year, edition_of(None, date(2026, 11, 22)).year
    (2027, 2026)
    """
    day = exam_on if exam_on is not None and exam_on >= today else today
    return Edition(day.year if (day.month, day.day) >= _SWITCHED else day.year - 1)
