"""What a newly loaded release of a code set does to items: which code that they name is new, gone, or says something else."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.codebook.book import Book
from bot.codebook.entry import same_title
from bot.codebook.shelf import HCPCS, ICD10CM
from bot.library.load import Item
from bot.library.question import Question


class What(StrEnum):
    """What a release does to a code."""

    NEW = "new"
    GONE = "gone"
    TITLE = "revised title"
    VALIDITY = "validity"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class Change:
    """One code that an item names, what became of it in a sentence, and what stands in its place."""

    code: str
    what: What
    said: str
    instead: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Touched:
    """A question and the changes at the codes that it names."""

    question: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class _Says:
    """What is said of a code, by an item or by a release: None for a title that is not the official one."""

    title: str | None
    valid: bool


def before_and_after(books: Iterable[Book], name: str) -> tuple[Book | None, Book] | None:
    """Find a release by its name or first day, and the official one of the same code set before it."""
    official = [book for book in books if not book.release.own_words]
    after = next((book for book in official if name in (book.release.name, book.release.start.isoformat())), None)
    if after is None:
        return None
    mine = [book for book in official if book.release.codeset == after.release.codeset and book.release.start < after.release.start]
    return (mine[-1] if mine else None), after


def touched(questions: Iterable[Question], before: Book, after: Book) -> list[Touched]:
    """List the questions that name a code which differs between two releases: what was learned from them may no longer hold.

    Questions that begin with the later release, or ended before the earlier one, are not touched.
    """
    found = []
    for question in questions:
        if question.valid_from < after.release.start and (question.valid_to is None or question.valid_to >= before.release.start):
            named = _named(question, after.release.codeset)
            changes = [change for code in named for change in _changes(code, _in(before, code), before, after)]
            if changes:
                found.append(Touched(question.id, tuple(changes)))
    return found


def outdated(items: Iterable[tuple[Item, Question]], before: Book | None, after: Book) -> list[tuple[Item, Touched]]:
    """List the items whose own words about a code do not hold in a release; they are to be ended, or mended and read again.

    An item that ends before the release, or says what the release says, is done with. Where the notes at a code differ from
    those of the release ``before``, nobody but a reader can tell whether the item still holds.
    """
    found = []
    for item, question in items:
        if question.valid_to is None or question.valid_to >= after.release.start:
            changes = [change for code, says in _said(item, after.release.codeset) for change in _changes(code, says, before, after)]
            if changes:
                found.append((item, Touched(question.id, tuple(changes))))
    return found


def _named(question: Question, codeset: str) -> tuple[str, ...]:
    return {ICD10CM: question.codes, HCPCS: question.hcpcs}.get(codeset, ())


def _said(item: Item, codeset: str) -> Iterator[tuple[str, _Says | None]]:
    """Yield what an item says of each code of a code set that it names."""
    if codeset == HCPCS:
        yield from ((code, _Says(None, True)) for code in _keys(item, "hcpcs"))
        return
    for key, valid in (("codes", True), ("headers", False)):
        yield from ((code, _Says(title, valid)) for code, title in _keys(item, key).items())
    unreal = item.table.get("unreal", [])
    yield from ((str(code), None) for code in (unreal if isinstance(unreal, list) else ()))


def named_at(item: Item, code: str) -> str:
    """Name the field in which an item says something of a code."""
    return next((f"{key}.{code}" for key in ("codes", "headers", "hcpcs") if code in _keys(item, key)), "unreal")


def _keys(item: Item, key: str) -> Mapping[str, str]:
    table = item.table.get(key, {})
    return table if isinstance(table, Mapping) else {}


def _in(book: Book, code: str) -> _Says | None:
    """Say what a release says of a code: None where it does not have it."""
    entry = book.entry(code)
    if entry is None:
        return None
    return _Says(entry.title, not _ended(book, code) and (entry.reportable or entry.kind == "modifier"))


def _changes(code: str, was: _Says | None, before: Book | None, after: Book) -> Iterator[Change]:
    now, release = _in(after, code), after.release.name
    if was is None and now is None:
        return
    if was is None:
        if now is not None and now.valid:
            yield Change(code, What.NEW, f"{code} is a code since {release}: {now.title}")
    elif now is None:
        instead = tuple(new for new, _since in after.replaced_by(code))
        yield Change(code, What.GONE, f"{code} is not in {release} any more" + (f", now {', '.join(instead)}" if instead else ""), instead)
    elif was.valid and not now.valid:
        ended = _ended(after, code)
        why = f"CMS ended it on {ended}" if ended else "a code below it, or a 7th character, is needed"
        instead = tuple(new for new, _since in after.replaced_by(code))
        yield Change(code, What.VALIDITY, f"{code} cannot be reported in {release}: {why}", instead)
    elif now.valid and not was.valid:
        yield Change(code, What.VALIDITY, f"{code} can be reported in {release}: {now.title}")
    elif was.title is not None and now.title is not None and not same_title(was.title, now.title):
        yield Change(code, What.TITLE, f'{code} is "{now.title}" in {release}, it was "{was.title}"')
    elif before is not None and (differ := _notes_differ(before, after, code)):
        yield Change(code, What.NOTES, f"{code} has other notes in {release}; read it again: {differ}")


def _ended(book: Book, code: str) -> date | None:
    """Return the day on which CMS ended an HCPCS code, where it has passed when the release begins."""
    page = book.page(code) if book.release.codeset == HCPCS else None
    ended = dict(page.facts).get("terminated", "") if page else ""
    day = date(int(ended[:4]), int(ended[4:6]), int(ended[6:])) if re.fullmatch(r"\d{8}", ended) else None
    return day if day is not None and day <= book.release.start else None


def _notes(book: Book, code: str) -> frozenset[str] | None:
    """Gather the notes at a code and at the codes above it; None where the release has only titles."""
    page = book.page(code) if "tabular" in book.file.parts else None
    if page is None:
        return None
    labels = {page.entry.code, *(up.code for up in page.chain if up.kind == "code")}
    return frozenset(f"{note.kind}: {' '.join(line.split())}" for note in page.notes if note.at in labels for line in note.lines)


def _notes_differ(before: Book, after: Book, code: str) -> str:
    """Name the first note that is new or gone, "" where there is none."""
    earlier, later = _notes(before, code), _notes(after, code)
    if earlier is None or later is None or earlier == later:
        return ""
    new, old = sorted(later - earlier), sorted(earlier - later)
    return f"new is {new[0][:120]}" if new else f"gone is {old[0][:120]}"
