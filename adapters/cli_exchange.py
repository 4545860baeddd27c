"""`tutor content import` and `export`: questions from other systems and for them."""

from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, Annotated

import typer

from adapters.cli_content import faults_of
from adapters.workshop import BadInputError, codebook, library, real_now, whole_library
from bot.library.exchange.format import Format

if TYPE_CHECKING:
    from datetime import date

    from bot.library.case import Case
    from bot.library.exchange.draft import Reading
    from bot.library.exchange.intake import Plan
    from bot.library.question import Question

exchange_app = typer.Typer()

_SHOWN = 40
"""Lines of a list that are shown at most; the rest is counted."""


@exchange_app.command(name="import")
def content_import(
    file: Annotated[Path, typer.Argument(help="A file of GIFT, Aiken, Moodle XML, QTI 2.1, CSV or Anki (.apkg).")],
    to: Annotated[Path, typer.Option("--to", help="The folder of content that takes the questions; made if it is not there.")],
    area: Annotated[str, typer.Option("--area", help="The area of questions for which the file names none.")] = "",
    kind: Annotated[Format | None, typer.Option("--format", help="What the file is, if its name does not tell.")] = None,
    difficulty: Annotated[str, typer.Option("--difficulty", help="easy, medium or hard, where the file does not say.")] = "medium",
    source: Annotated[str, typer.Option("--source", help="The source of new questions for which the file names none.")] = "",
    valid_from: Annotated[str, typer.Option("--valid-from", help="Since when they hold, such as 2026-10-01; this code year if none.")] = "",
    prefix: Annotated[str, typer.Option("--prefix", help="How new ids begin: smith makes smith-0001.")] = "",
    skip: Annotated[bool, typer.Option("--skip", help="Leave out questions of kinds that cannot be asked, such as numeric ones.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be done.")] = False,
) -> None:
    """Take questions in: those that are there already are edited in place, new ones get the next id. All or nothing."""
    from bot.library.exchange import intake

    folder = to.absolute()
    if difficulty not in ("easy", "medium", "hard"):
        raise BadInputError(f"--difficulty {difficulty} is unknown; use easy, medium or hard")
    usual = intake.Usual(_since(valid_from), _area(area), difficulty, source, prefix)
    reading = _read(file, kind)
    faults = [*reading.faults, *([] if skip else reading.unfit)]
    if not faults:
        shelf = library()
        book = codebook(shelf)
        outside = whole_library(book)
        mine = [pack for pack in outside.packs if pack.folder == folder]
        others = outside.with_packs(tuple(pack for pack in outside.packs if pack not in mine))
        taken = set(others.questions) if folder != shelf.folder else set()
        plan = intake.plan(folder, reading.file, reading.drafts, usual, tuple(shelf.areas), taken, book)
        faults = plan.faults
    if faults:
        _list([str(fault) for fault in faults])
        typer.echo(f"{_counted(len(faults), 'fault')}; nothing was taken in.", err=True)
        if not reading.faults and reading.unfit and not skip:
            typer.echo("With --skip, questions of kinds that cannot be asked are left out.", err=True)
        raise typer.Exit(1)
    if not dry_run:
        plan.carry_out()
    _tell(plan, reading, dry_run=dry_run)
    if not dry_run and plan.files:
        wrong = faults_of(folder, book)
        _list([str(fault) for fault in wrong])
        if wrong:
            typer.echo(f"{_counted(len(wrong), 'fault')} to mend in {to}; its last good version stays in use until then.")
            typer.echo(f"When it is done, run: tutor content check {to}")
        else:
            typer.echo("No faults.")


def _read(file: Path, kind: Format | None) -> "Reading":
    from bot.library.exchange import formats

    try:
        if file.stat().st_size > formats.LARGEST:
            has, most = (size // 2**20 for size in (file.stat().st_size, formats.LARGEST))
            raise BadInputError(f"{file} has {has} MB; {most} at most are read, so export fewer questions at a time")
        data = file.read_bytes()
    except OSError as error:
        raise BadInputError(f"{file} cannot be read ({error.strerror}); name a file that is there") from error
    found = kind or formats.guess(file.name, data)
    if found is None:
        raise BadInputError(f"{file.name} does not tell what it is; say --format, one of {', '.join(Format)}")
    return formats.read(found, file.name, data)


def _since(typed: str) -> "date":
    """Read --valid-from; where it is not given, the code year that runs: 1 October before the edition of today."""
    from datetime import date

    from bot.learning.edition import edition_of
    from bot.library.exchange.draft import day

    found = day(typed) if typed else date(edition_of(None, real_now().date()).year - 1, 10, 1)
    if found is None:
        raise BadInputError(f"--valid-from {typed} is no date; write it as 2026-10-01")
    return found


def _area(typed: str) -> str:
    """Read an area by its name or one of its words; "" stays."""
    areas = library().areas
    found = [slug for slug, area in areas.items() if typed.lower() in (slug, *area.words)]
    if typed and not found:
        raise BadInputError(f"there is no area {typed}; use one of {', '.join(areas)}")
    return found[0] if found else ""


def _tell(plan: "Plan", reading: "Reading", *, dry_run: bool) -> None:
    _list([f"{name}: changed {', '.join(fields)}" for name, fields in plan.changed.items()])
    _list([f"{name}: new" + (f"; still to be written: {', '.join(plan.blank[name])}" if name in plan.blank else "") for name in plan.new])
    _list([f"left out: {fault}" for fault in reading.unfit])
    for name, what in plan.corrected.items():
        later = "Answers given to it are graded again within a day, and who gave them is told."
        typer.echo(f"{name}: another option is the key now: {what}. {later}")
    would = "Nothing is written; it would be: " if dry_run else ""
    typer.echo(f"{would}{_counted(len(plan.new), 'question')} new, {len(plan.changed)} changed, {plan.same} as before.")


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _list(lines: list[str]) -> None:
    for line in lines[:_SHOWN]:
        typer.echo(line)
    if len(lines) > _SHOWN:
        typer.echo(f"… and {len(lines) - _SHOWN} more")


@exchange_app.command(name="export")
def content_export(
    kind: Annotated[Format, typer.Argument(help="The format to write.")],
    what: Annotated[list[str], typer.Argument(help="Folders of content, areas, or ids of questions and cases.")],
    to: Annotated[Path, typer.Option("--to", help="The file to write.")],
    mocks: Annotated[bool, typer.Option("--mocks", help="Also questions that are set aside for mock exams.")] = False,
    ended: Annotated[bool, typer.Option("--ended", help="Also questions that are no longer valid.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
    name: Annotated[str, typer.Option("--name", help="The name of the Anki deck.")] = "",
) -> None:
    """Write questions for another system, with the ids by which an import finds them again."""
    from bot.library.exchange import formats
    from bot.library.exchange.draft import draft_of

    if to.exists() and not force:
        raise BadInputError(f"{to} is there already; name another file, or say --force to write over it")
    if not to.absolute().parent.is_dir():
        raise BadInputError(f"{to.absolute().parent} is no folder; name a file in a folder that is there")
    found = _chosen(what)
    today = real_now().date()
    aside = [] if mocks else [one for one, _case in found if one.mock]
    past = [] if ended else [one for one, _case in found if one.valid_to and one.valid_to < today]
    leave = {one.id for one in (*aside, *past)}
    drafts = [draft_of(one, case.note if case else "") for one, case in found if one.id not in leave]
    if not drafts:
        raise BadInputError("no question is left to export; --mocks and --ended export those that are left out otherwise")
    data = formats.write(kind, drafts, name or f"Coding tutor::{' '.join(Path(one).name for one in what)}", real_now())
    with NamedTemporaryFile(dir=to.absolute().parent, prefix=f".{to.name}-", delete=False) as file:
        file.write(data)
    Path(file.name).chmod(0o644)
    Path(file.name).replace(to)
    left = [f"{len(aside)} set aside for mock exams (--mocks)" if aside else "", f"{len(past)} no longer valid (--ended)" if past else ""]
    said = "; left out: " + ", ".join(one for one in left if one) if any(left) else ""
    typer.echo(f"{_counted(len(drafts), 'question')} in {to}{said}.")
    if kind is Format.AIKEN:
        typer.echo("Aiken carries neither ids nor reasons: an import finds a question again by its words only.")


def _chosen(what: list[str]) -> "list[tuple[Question, Case | None]]":
    """Find the questions that are named by folder, area or id, each with its case."""
    folders = [Path(one).absolute() for one in what if Path(one).is_dir()]
    words = [one for one in what if not Path(one).is_dir()]
    shelf = whole_library(codebook(library()))
    areas = {slug: area for slug, area in shelf.areas.items() if any(word.lower() in (slug, *area.words) for word in words)}
    known = {word for area in areas.values() for word in (area.slug, *area.words)}
    ids = {word for word in words if word.lower() not in known}
    unknown = ids - set(shelf.questions) - set(shelf.cases)
    if unknown:
        raise BadInputError(f"{min(unknown)} is no folder, area or id; areas are {', '.join(shelf.areas)}")
    found = [pair for folder in folders for pair in _within(folder, tuple(shelf.areas))]
    found = [pair for pair in found if not areas or pair[0].area in areas]
    if areas and not folders:
        found += [(one, shelf.cases.get(one.case or "")) for one in shelf.questions.values() if one.area in areas]
    found += [(one, shelf.cases.get(one.case or "")) for one in shelf.questions.values() if {one.id, one.case} & ids]
    return list({one.id: (one, case) for one, case in found}.values())


def _within(folder: Path, areas: tuple[str, ...]) -> "list[tuple[Question, Case | None]]":
    from bot.library.contents import read_bank

    bank = read_bank(folder, areas)
    cases = {case.id: case for case in bank.cases}
    return [(one, cases.get(one.case or "")) for one in bank.questions]
