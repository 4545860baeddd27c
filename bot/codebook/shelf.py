"""The code book: every release at hand side by side; the one in force on the day asked answers."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from bot.codebook.book import Book
from bot.codebook.build import Icd10cmFiles, OwnWords, Progress, build_hcpcs, build_icd10cm
from bot.codebook.embedded import embedded_icd10cm
from bot.codebook.encounter import encounter_in
from bot.codebook.entry import CodeBookError, Entry, Found, Page, Release
from bot.codebook.intent import column_in, of_drug
from bot.codebook.release import ReleaseFile, releases
from bot.codebook.thesaurus import Thesaurus

ICD10CM, HCPCS, CPT = "icd10cm", "hcpcs", "cpt"
OWN_HCPCS = Release(HCPCS, "student list, October 2025", date(2025, 10, 1), None, own_words=True)
"""HCPCS Level II before any file is loaded: what students meet, in our own words, checked against that file of CMS."""


_WHOLE = 0.95
"""Share of a query that HCPCS Level II must cover to be shown beside diagnoses."""

_AHEAD = 0.12
"""How much more of a query HCPCS Level II must cover to be shown before diagnoses."""

_SUPPLIES = 20
"""Supplies and services that a search lists at most."""

_FIRST = 3
"""Results of which one must take a 7th character, or words such as "first visit" mean something else."""

_BEFORE_SUPPLIES = 6
"""Diagnoses shown before the first supply or service."""


@dataclass(frozen=True, slots=True)
class Gone:
    """A code of another release: when it left or comes, and what stands in its place."""

    page: Page
    leaves: date | None
    """The first day of the release that no longer has it."""
    exactly: bool
    """Whether that release follows at once, so that the day is the day on which it was deleted."""
    comes: date | None
    """The first day on which it is valid, where it is not yet."""
    instead: tuple[Entry, ...] = ()


class CodeBook:
    """Look codes up in the release of the day. Books are opened when they are first needed."""

    def __init__(self, files: list[ReleaseFile], thesaurus: Thesaurus | Callable[[], Thesaurus]) -> None:
        self._books = [Book(file, thesaurus) for file in files]
        if not any(book.release.codeset == ICD10CM for book in self._books):
            raise CodeBookError("no release of ICD-10-CM is at hand; run: tutor codes list")

    def close(self) -> None:
        """Close every book."""
        for book in self._books:
            book.close()

    def books(self, codeset: str) -> list[Book]:
        """List the releases of a code set, oldest first."""
        return [book for book in self._books if book.release.codeset == codeset]

    def book(self, codeset: str, day: date) -> Book | None:
        """Return the release that was published last by ``day``; the earliest where none was."""
        mine = self.books(codeset)
        begun = [book for book in mine if book.release.start <= day]
        official = [book for book in begun if not book.release.own_words]
        at_hand = official or begun or mine[:1]
        return at_hand[-1] if at_hand else None

    @property
    def release(self) -> Release:
        """The newest release of ICD-10-CM at hand."""
        return self.books(ICD10CM)[-1].release

    def entry(self, code: str, day: date | None = None) -> Entry | None:
        """Find an ICD-10-CM code in the release of ``day``, the newest if none is given."""
        book = self.book(ICD10CM, day) if day else self.books(ICD10CM)[-1]
        return book.entry(code) if book else None

    def knows(self, code: str) -> bool:
        """Say whether any release of any code set has a code or modifier."""
        return any(book.entry(code) is not None for book in self._books)

    def find(self, typed: str, day: date) -> tuple[Book, Page] | None:
        """Find a code or HCPCS modifier in the releases of ``day``. Never guesses."""
        for codeset in (ICD10CM, HCPCS):
            book = self.book(codeset, day)
            page = book.page(typed) if book else None
            if book and page:
                return book, page
        return None

    def search(self, text: str, day: date, limit: int = 50) -> Found:
        """Search the releases of ``day``; an encounter that is named chooses 7th characters where the first results take one."""
        said, book = encounter_in(text), self.book(ICD10CM, day)
        if said and book:
            found = self._intended(said.rest, book, self._search(said.rest, day, limit))
            completed = [book.completed(hit.entry, said) if hit.codeset == ICD10CM else None for hit in found.hits]
            if (found.sure or found.perhaps) and any(completed[:_FIRST]):
                hits = tuple(replace(hit, completed=whole) for hit, whole in zip(found.hits, completed, strict=True))
                return replace(found, hits=hits, encounter=said.said)
        found = self._search(text, day, limit)
        return self._intended(text, book, found) if book else found

    def _intended(self, text: str, book: Book, found: Found) -> Found:
        """Put the column of the Table of Drugs first that a query asks for, where the first result is of a drug or poison."""
        column = column_in(text) if found.hits and of_drug(found.hits[0].entry.code) else None
        wanted = book.column(found.hits[0].entry, column) if column else None
        if wanted is None or wanted == found.hits[0].entry:
            return found
        there = next((hit for hit in found.hits if hit.entry == wanted), None)
        first = there or replace(found.hits[0], entry=wanted, matched=wanted, of=1, why="")
        return replace(found, hits=(first, *(hit for hit in found.hits if hit is not there)))

    def _search(self, text: str, day: date, limit: int) -> Found:
        """Search diagnoses first, unless a supply or service is what the words are about."""
        book, other = self.book(ICD10CM, day), self.book(HCPCS, day)
        diagnoses = book.search(text, limit) if book else Found()
        if other is None or (diagnoses.sure and diagnoses.covered >= _WHOLE - 0.1 and not other.knows(text)):
            return diagnoses  # supplies would have to cover it whole to be shown
        supplies = other.search(text, _SUPPLIES, min(diagnoses.covered + _AHEAD, _WHOLE - 1e-3))
        if not supplies.sure:
            return diagnoses
        if supplies.covered > diagnoses.covered + _AHEAD:
            return replace(supplies, hits=(*supplies.hits, *(diagnoses.hits if diagnoses.sure else ())))
        if supplies.covered < _WHOLE:
            return diagnoses
        first, rest = diagnoses.hits[:_BEFORE_SUPPLIES], diagnoses.hits[_BEFORE_SUPPLIES:]
        return replace(diagnoses, hits=(*first, *supplies.hits[:2], *rest, *supplies.hits[2:]))

    def gone(self, typed: str, day: date) -> Gone | None:
        """Find a code that is not in the release of ``day`` but in another one."""
        for codeset in (ICD10CM, HCPCS):
            books = self.books(codeset)
            current = self.book(codeset, day)
            if current is None or current.page(typed):
                continue
            for number in reversed(range(len(books))):
                page = books[number].page(typed)
                if page is None:
                    continue
                if books[number].release.start > day:
                    return Gone(page, None, True, books[number].release.start)
                without = next((book for book in books[number + 1 :] if book.page(typed) is None), None)
                leaves = without.release.start if without else None
                end = books[number].release.end
                exactly = leaves is not None and end is not None and (leaves - end).days == 1
                new = [entry for book in books for code, _since in book.replaced_by(page.entry.code) if (entry := current.entry(code))]
                instead = tuple({entry.code: entry for entry in new}.values())
                return Gone(page, leaves, exactly, None, instead)
        return None


def open_codebook(
    folders: list[Path],
    thesaurus: Thesaurus | Callable[[], Thesaurus] | None = None,
    own: OwnWords | None = None,
    progress: Progress | None = None,
) -> CodeBook:
    """Open every release in ``folders``; build the embedded ones in the first of them on first use."""
    folder = folders[0]
    at_hand = releases(folder)
    embedded = embedded_icd10cm()
    if not any(file.release.codeset == ICD10CM and file.release.start == embedded.release.start for file in at_hand):
        build_icd10cm(folder, embedded.release, Icd10cmFiles(embedded.tabular, embedded.code_list), progress, own.whole() if own else None)
    for file in at_hand:
        if own and file.release.codeset == ICD10CM and (own.said_name, own.said_digest) not in file.sources:
            build_icd10cm(folder, file.release, Icd10cmFiles(base=file), progress, own.whole())  # people say more than when it was made
    if own and own.digest and not any((own.name, own.digest) in file.sources for file in at_hand):
        whole = own.whole()
        build_hcpcs(folder, OWN_HCPCS, whole.codes.values(), whole, [])
    return CodeBook([file for each in folders for file in releases(each)], thesaurus or Thesaurus())
