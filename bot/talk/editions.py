"""Where the edition of a learner's exam says something else of a code than the release in force."""

from datetime import date

from bot.codebook.entry import Page, same_title
from bot.codebook.shelf import HCPCS, ICD10CM
from bot.talk.codepage import valid
from bot.turn import Turn


def remark(turn: Turn, code: str, day: date) -> str:
    """Say in a line how a code stands in the books of the learner's exam, "" where it stands there as it does on ``day``.

    Only for today, for somebody whose exam is to come, and where the releases of both are loaded.
    """
    exam_on = turn.learner.exam_on
    if day != turn.today or exam_on is None or exam_on < day:
        return ""
    edition = turn.edition
    for codeset in (ICD10CM, HCPCS):
        now, then = turn.codebook.book(codeset, day), turn.codebook.book(codeset, edition.day)
        if now is None or then is None or now is then or then.release.start > edition.day:
            continue
        differs = _differs(now.page(code), then.page(code), day, edition.day)
        if differs:
            return f"Your exam uses the {edition.year} books: there {differs}."
    return ""


def _differs(now: Page | None, then: Page | None, day: date, edition: date) -> str:
    if then is None:
        return "it is no code yet" if now is not None else ""
    if now is None:
        return "it is still valid for reporting" if valid(then, edition) else "it still stands"
    if valid(then, edition) != valid(now, day):
        return "it is valid for reporting" if valid(then, edition) else "it is not valid for reporting"
    return "" if same_title(now.entry.title, then.entry.title) else f'it is "{then.entry.title[:300]}"'
