"""What a release of a code set changes at what people learned, and whom that is told; posting it is somebody else's work."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.chat import Choice, Reply
from bot.codebook.entry import Release
from bot.learning.edition import Edition, edition_of
from bot.library.touched import Change, Touched, What
from bot.store.rounds import Learned

_SHOWN = 10
"""Codes in one message."""

_LINE = 240
_SETS = {"icd10cm": "ICD-10-CM", "hcpcs": "HCPCS Level II"}


@dataclass(frozen=True, slots=True)
class Notice:
    """What one learner is told. ``key`` is the same however often it is worked out, so that it is posted once."""

    learner_id: int
    key: str
    reply: Reply


def notices(found: Sequence[Touched], learned: Sequence[Learned], release: Release, today: date) -> list[Notice]:
    """Write a message to everybody who answered a question that a release touches.

    ``found`` is what :func:`bot.library.touched.touched` makes of all questions, ``learned`` who answered those, from
    :func:`bot.store.rounds.learned`. Notes that differ are for authors; nobody is told of them.
    """
    changes = {one.question: [change for change in one.changes if change.what is not What.NOTES] for one in found}
    mine: dict[int, tuple[date | None, dict[str, Change]]] = {}
    for one in learned:
        _exam, codes = mine.setdefault(one.learner_id, (one.exam_on, {}))
        codes.update({change.code: change for change in changes.get(one.question, ())})
    return [
        Notice(learner, f"release:{release.codeset}:{release.start}:{learner}", _told(list(codes.values()), release, exam_on, today))
        for learner, (exam_on, codes) in mine.items()
        if codes
    ]


def _told(changes: list[Change], release: Release, exam_on: date | None, today: date) -> Reply:
    start = f"{release.start.day} {release.start:%B %Y}"
    lines = [f"**{_SETS[release.codeset]} {release.name} changes what you have practised.** In force from {start}:"]
    lines += [change.said if len(change.said) <= _LINE else f"{change.said[: _LINE - 1]}…" for change in changes[:_SHOWN]]
    if len(changes) > _SHOWN:
        lines.append(f"and {len(changes) - _SHOWN} more codes.")
    mine, first = edition_of(exam_on, today), first_edition(release)
    if mine < first:
        lines.append(
            f"Exams use it from the {first.year} edition on. You practise the {mine.year} edition, so your questions stay as they are."
        )
    else:
        lines.append(f"You practise the {mine.year} edition, which has it: what no longer holds is not asked any more.")
    named = dict.fromkeys(code for change in changes for code in (change.code, *change.instead))
    return Reply("\n".join(lines), (*(Choice(code, f"/code {code}") for code in list(named)[:6]), Choice("Five questions", "/quiz")))


def first_edition(release: Release) -> Edition:
    """Return the first edition that has a release: that of the same year where it is in force when exams switch, else the next."""
    same = Edition(release.start.year)
    return same if release.start <= same.day else Edition(release.start.year + 1)
