"""`tutor content …`: what those need who write: check, count, look at an item, set mock exams aside."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from adapters.workshop import (
    BadInputError,
    codebook,
    content_folder,
    library,
    pack_faults,
    pack_folders,
    real_now,
    whole_library,
)

if TYPE_CHECKING:
    from bot.chat import Reply
    from bot.codebook.shelf import CodeBook
    from bot.library.fault import Fault
    from bot.library.load import Item
    from bot.library.question import Question
    from bot.library.shelf import Library

content_app = typer.Typer(help="Check, count and look at the content.", no_args_is_help=True)

_Folder = Annotated[Path | None, typer.Argument(help="The folder to check; what ships and every private pack if none.")]
_Release = Annotated[str | None, typer.Option("--release", help="List the items that a loaded release touches: its name or first day.")]


@content_app.command(name="check")
def content_check(folder: _Folder = None, release: _Release = None) -> None:
    """Report every fault of the content: file, line, item, what is wrong, and the mend."""
    book = codebook(library())
    folders = [folder.absolute()] if folder else [content_folder(), *pack_folders()]
    if release is not None:
        _check_release(folders, book, release)
        return
    faults = [fault for one in folders for fault in faults_of(one, book)]
    for fault in faults:
        typer.echo(str(fault))
    if faults:
        raise typer.Exit(1)
    typer.echo("No faults.")


def faults_of(folder: Path, book: "CodeBook") -> "list[Fault]":
    """Find every fault of a folder: of the content that ships if it has a blueprint, else of a private pack beside that."""
    from bot.learning.edition import Edition, edition_of
    from bot.library.check import check_content
    from bot.talk.preview import unfit

    if (folder / "blueprint.toml").is_file():
        today = real_now().date()
        year = edition_of(None, today).year
        return check_content(folder, book, today, partial(unfit, codebook=book), (Edition(year).day, Edition(year + 1).day))
    if not any((folder / part).is_dir() for part in ("questions", "cases", "faq")):
        raise BadInputError(f"{folder}: no blueprint.toml in it, nor questions, cases or faq; name a folder laid out like content/")
    beside = whole_library(book)
    return pack_faults(book, folder, beside.with_packs(tuple(pack for pack in beside.packs if pack.folder != folder)))


def _check_release(folders: list[Path], book: "CodeBook", name: str) -> None:
    """List what a release makes of the items: each is to be ended, or mended and read again."""
    from bot.library.fault import placed
    from bot.library.load import ContentError
    from bot.library.touched import What, before_and_after, named_at, outdated

    books = [one for codeset in ("icd10cm", "hcpcs") for one in book.books(codeset)]
    pair = before_and_after(books, name)
    if pair is None:
        there = ", ".join(f"{one.release.codeset} {one.release.name} ({one.release.start})" for one in books if not one.release.own_words)
        raise BadInputError(f"no release {name} is loaded; loaded: {there}")
    before, after = pair
    areas = tuple(library().areas)
    faults: list[Fault] = []
    items = [one for folder in folders for one in _items(folder, areas, faults)]
    if faults:
        raise ContentError(faults)
    found = outdated(items, before, after)
    surely = [one for one in found if any(change.what is not What.NOTES for change in one[1].changes)]
    listed = [(item, change) for item, touched in found for change in touched.changes]
    for fault in placed(item.fault(f"{change.what}: {change.said}", named_at(item, change.code)) for item, change in listed):
        typer.echo(str(fault))
    against = f"{before.release.name} and " if before else ""
    typer.echo(
        f"{len(items)} items against {against}{after.release.name} ({after.release.codeset}, from {after.release.start}): "
        f"{len(surely)} do not hold as they stand, so end each with valid_to or mend it; "
        f"{len(found) - len(surely)} more name a code whose notes differ."
    )
    if surely:
        raise typer.Exit(1)


def _items(folder: Path, areas: tuple[str, ...], faults: "list[Fault]") -> Iterator["tuple[Item, Question]"]:
    from bot.library.contents import read_cases, read_questions
    from bot.library.load import case_questions

    yield from read_questions(folder, areas, faults)
    for item, (_case, questions) in read_cases(folder, areas, faults):
        yield from zip(case_questions(item), questions, strict=True)


@content_app.command(name="stats")
def content_stats() -> None:
    """Count the content: by area and level, letters, lengths, likeness, mock exams, cases, second readings, topics."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    from bot.library.contents import Bank
    from bot.library.stats import sheets

    shelf = library()
    bank = Bank(tuple(shelf.questions.values()), tuple(shelf.cases.values()))
    for sheet in sheets(shelf.folder, shelf.areas, bank, tuple(shelf.topics.values())):
        table = Table(*sheet.headings, box=SIMPLE_HEAD, padding=(0, 1, 0, 0))
        for row in sheet.rows:
            table.add_row(*row)
        Console().print(table)
    for pack in whole_library(codebook(shelf)).packs if pack_folders() else ():
        typer.echo(f"private pack {pack.folder}: {pack.items} items, {len(pack.faults)} faults")


@content_app.command(name="learn")
def content_learn() -> None:
    """Learn which FAQ topic a text means, from all wordings and answers, so that nobody waits for it at the first question."""
    from bot.topics import LEARNED, learn

    shelf = library()
    learn(shelf, codebook(shelf)).keep(shelf.folder / LEARNED)
    typer.echo(f"Learned from {len(shelf.wordings):,} wordings and {len(shelf.topics)} answers: content/{LEARNED}.")


@content_app.command(name="preview")
def content_preview(name: Annotated[str, typer.Argument(help="The id of a question, a case, a topic or an item of a drill.")]) -> None:
    """Show an item as a student sees it, with its verdict. Options stand as they were written, so that letters are those of the file."""
    from rich.console import Console
    from rich.padding import Padding

    from adapters.console import marked

    console = Console(highlight=False)
    replies = list(_previews(name))
    if not replies:
        raise BadInputError(f"there is no question, case or topic {name}")
    for reply in replies:
        console.print(Padding(marked(reply.text), (0, 0, 1, 2)))
        console.print(Padding("   ".join(f"[{choice.label}]" for choice in reply.choices), (0, 0, 1, 2)), style="cyan", markup=False)


def _previews(name: str) -> Iterator["Reply"]:
    from bot.library.load import CASES
    from bot.talk import preview

    book = codebook(library())
    shelf = whole_library(book)
    if name.startswith("drill/"):
        from bot.library.drills.shelf import Drills

        item = Drills(book, shelf.folder).find(name)
        if item is not None:
            yield from preview.question(item, None, shelf.areas[item.area], book)
    if name in shelf.questions:
        one = shelf.questions[name]
        yield from preview.question(one, shelf.cases.get(one.case or ""), shelf.areas[one.area], book)
    if name in shelf.cases:
        case = shelf.cases[name]
        for question in case.questions:
            yield from preview.question(shelf.questions[question], case, shelf.areas[CASES], book)
    if name in shelf.topics:
        yield from _topic(shelf, book, name)


def _topic(shelf: "Library", book: "CodeBook", name: str) -> "list[Reply]":
    """Ask the tutor itself, on a store of its own."""
    from tempfile import TemporaryDirectory

    from adapters.messenger import HERE
    from bot.chat import Incoming
    from bot.store.database import Database
    from bot.tutor import Tutor

    with TemporaryDirectory(prefix="tutor-preview-") as folder:
        database = Database(f"sqlite:///{folder}/preview.db")
        database.upgrade()
        replies = Tutor(database, shelf, book).handle(Incoming(HERE, f"/faq {name}", real_now()))
        database.close()
    return replies


@content_app.command(name="mocks")
def content_mocks(
    propose: Annotated[bool, typer.Option("--propose", help="Choose the items of the three mock exams; show the choice.")] = False,
    write: Annotated[bool, typer.Option("--write", help="With --propose: write the choice into the content files.")] = False,
    folder: Annotated[Path | None, typer.Option("--folder", help="The content to set aside from; what ships if none.")] = None,
    seed: Annotated[int, typer.Option("--seed", help="Another number gives another choice.")] = 1,
) -> None:
    """List the mock exams that are set aside, or propose them: by the blueprint, 20/50/30 by level, letters in balance."""
    from bot.library import mocks
    from bot.library.question import MOCKS
    from bot.library.shelf import Library

    shelf = Library(folder or content_folder())
    if not propose:
        for number in MOCKS:
            typer.echo(f"mock exam {number}: {' '.join(shelf.mock(number)) or 'nothing is set aside'}")
        return
    if any(one.mock for one in shelf.questions.values()):
        raise BadInputError("items are set aside already; take every mock out of the content files first")
    try:
        chosen = mocks.propose(shelf.questions, shelf.cases.values(), shelf.areas, seed)
    except mocks.TooFewError as error:
        raise BadInputError(str(error)) from error
    for name, number in sorted(chosen.items(), key=lambda one: (one[1], one[0])):
        typer.echo(f"{number}  {name}")
    if write:
        typer.echo(f"written into {_write(shelf.folder, chosen)} files; run: tutor content check")


def _write(folder: Path, chosen: dict[str, int]) -> int:
    from bot.library.contents import read_areas, read_cases, read_questions
    from bot.library.mocks import with_mock

    faults: list[Fault] = []
    areas = tuple(area.slug for _item, area in read_areas(folder, faults))
    texts: dict[Path, str] = {}

    def put(file: str, table: str, name: str, number: int) -> None:
        path = folder.parent / file
        texts[path] = with_mock(texts.get(path) or path.read_text(encoding="utf-8"), table, name, number)

    for item, question in read_questions(folder, areas, faults):
        if question.id in chosen:
            put(item.file, "question", question.id, chosen[question.id])
    for item, (case, _questions) in read_cases(folder, areas, faults):
        if f"case/{case.id}" in chosen:
            put(item.file, "case", case.id, chosen[f"case/{case.id}"])
    for path, text in texts.items():
        path.write_text(text, encoding="utf-8")
    return len(texts)


@content_app.command(name="drills")
def content_drills(
    names: Annotated[list[str] | None, typer.Argument(help="The drills to enumerate; all of them if none is named.")] = None,
    first: Annotated[int | None, typer.Option("--first", help="Only so many items of each.")] = None,
) -> None:
    """Make every item of the drills from the installed release, and prove that exactly one option of each is right."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    from bot.library.drills.catalogue import BY_SLUG, FAMILIES
    from bot.library.drills.proof.run import everything, pinned
    from bot.library.drills.shelf import Drills

    unknown = [name for name in names or () if name not in BY_SLUG]
    if unknown:
        raise BadInputError(f"there is no drill {unknown[0]}; `tutor content drills` lists them all")
    shelf = library()
    book = codebook(shelf)
    sources, truth = pinned(book, Drills(book, shelf.folder))
    table = Table("drill", "area", "items", "not one right", "faults", "counted", box=SIMPLE_HEAD, padding=(0, 1, 0, 0))
    counts = list(everything(sources, truth, [BY_SLUG[name] for name in names] if names else FAMILIES, first))
    for one in counts:
        others = len(one.faults) - one.not_one
        table.add_row(one.family.slug, one.family.area, f"{one.distinct:,}", str(one.not_one), str(others), f"{one.counted:,}")
    bad = sum(one.not_one for one in counts)
    others = sum(len(one.faults) for one in counts) - bad
    counted = sum(one.counted > 0 for one in counts)
    table.add_row(
        f"{counted} drills",
        "",
        f"{sum(one.distinct for one in counts):,}",
        str(bad),
        str(others),
        f"{sum(one.counted for one in counts):,}",
    )
    Console().print(table)
    for fault in [fault for one in counts for fault in one.faults][:50]:
        typer.echo(fault)
    if bad or others:
        raise typer.Exit(1)
