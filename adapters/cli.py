"""The command line: the one place that reads the environment and builds objects."""

import os
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bot.codebook.shelf import CodeBook
    from bot.library.shelf import Library
    from bot.tutor import Tutor

app = typer.Typer(
    help="A tutor you talk to while you train to become a certified medical coder.",
    no_args_is_help=False,
    add_completion=False,
    pretty_exceptions_enable=False,
)
content_app = typer.Typer(help="Check and count the content.", no_args_is_help=True)
database_app = typer.Typer(help="Look after the database.", no_args_is_help=True)
app.add_typer(content_app, name="content")
codes_app = typer.Typer(help="Load code sets and see what is loaded.", no_args_is_help=True)
app.add_typer(database_app, name="db")
app.add_typer(codes_app, name="codes")

NAME = "coding-tutor"
_Debug = Annotated[bool, typer.Option("--debug", help="Show where an error came from.")]
_Url = Annotated[str | None, typer.Option("--database", help="SQLAlchemy URL; DATABASE_URL if not given.")]


class BadInputError(Exception):
    """Input that cannot be used; the message says what to do. Exit status 2."""


def main() -> None:
    """Run the command line; errors are one clear line, status 2 for bad input, 1 for failure."""
    from bot.codebook.entry import CodeBookError
    from bot.library.load import ContentError
    from bot.store.database import DatabaseError

    try:
        app()
    except BadInputError as error:
        sys.exit(_complain(error, 2))
    except (ContentError, CodeBookError, DatabaseError) as error:
        sys.exit(_complain(error, 1))
    except BrokenPipeError:
        sys.exit(0)
    except Exception as error:
        if "--debug" in sys.argv:
            raise
        # An error's own words may hold what somebody typed, so they are shown on request only.
        sys.exit(_complain(f"{type(error).__name__}; run it again with --debug to see where it came from", 1))


def _complain(error: object, status: int) -> int:
    print(f"tutor: {error}", file=sys.stderr)  # noqa: T201  # the command line speaks on standard error
    return status


def real_now() -> datetime:
    """Tell the time. Only adapters know it."""
    return datetime.now(UTC)


def data_folder() -> Path:
    """Return where the tutor keeps its files: TUTOR_DATA, else the user's data folder."""
    if chosen := os.environ.get("TUTOR_DATA"):
        return Path(chosen)
    from platformdirs import user_data_path

    return user_data_path(NAME, appauthor=False)


def content_folder() -> Path:
    """Return where the content lies: beside the package."""
    from importlib.util import find_spec

    spec = find_spec("content")
    if spec is None or not spec.submodule_search_locations:
        raise BadInputError("the content is not installed; install the tutor again")
    return Path(next(iter(spec.submodule_search_locations)))


def cpt_readers() -> frozenset[str]:
    """Read who may see licensed CPT text: TUTOR_CPT_FOR, as platform:user or platform/room, parted by commas."""
    return frozenset(name.strip() for name in os.environ.get("TUTOR_CPT_FOR", "").split(",") if name.strip())


def library() -> "Library":
    """Open the library of content."""
    from bot.library.shelf import Library

    return Library(content_folder(), data_folder() / "cache")


def codebook(shelf: "Library", *, quiet: bool = True) -> "CodeBook":
    """Open the code book; says so where its index must be built first."""
    from bot.codebook.shelf import open_codebook

    return open_codebook([data_folder() / "codes", licensed_folder()], shelf.thesaurus, shelf.own_words, None if quiet else _progress())


def _progress(what: str = "Building the code index (once)") -> Callable[[int, int], None]:
    from rich.progress import Progress

    bar = Progress(transient=True)
    task = bar.add_task(what, total=None)

    def show(done: int, expected: int) -> None:
        bar.start()  # only here: most starts have nothing to build
        bar.update(task, completed=done, total=expected)
        if done >= expected:
            bar.stop()

    return show


def tutor(url: str | None, seed: int | None = None, *, quiet: bool = True) -> "Tutor":
    """Build the tutor: database brought up to date if it is ours alone, library, code book."""
    from bot.learning.calendar import find_zone
    from bot.store.database import HEAD, Database, DatabaseError
    from bot.tutor import USUAL_ZONE, Tutor

    named = os.environ.get("TUTOR_ZONE", USUAL_ZONE)
    zone = find_zone(named)
    if zone is None:
        raise BadInputError(f"TUTOR_ZONE is {named!r}, which is no time zone; write one such as America/Chicago")
    database = Database(url or os.environ.get("DATABASE_URL") or f"sqlite:///{data_folder() / 'tutor.db'}")
    revision = database.revision()
    if revision != HEAD:
        if not database.embedded and revision is not None:
            raise DatabaseError(f"the tables are of revision {revision}, {HEAD} is needed; run: tutor db upgrade")
        database.upgrade()
    shelf = library()
    return Tutor(database, shelf, codebook(shelf, quiet=quiet), zone=zone, seed=seed, cpt_readers=cpt_readers())


@app.callback(invoke_without_command=True)
def run(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Show the version and stop.")] = False,
    debug: _Debug = False,
) -> None:
    """Start the tutor: a chat in this terminal."""
    if version:
        from importlib.metadata import version as installed

        typer.echo(f"tutor {installed(NAME)}")
    elif context.invoked_subcommand is None:
        chat()


@app.command()
def chat(database: _Url = None) -> None:
    """Talk in this terminal."""
    from adapters.console import Chat

    Chat(tutor(database, quiet=False), real_now, data_folder()).run()


@app.command(name="run")
def run_all(database: _Url = None) -> None:
    """Start every platform that is configured; with none, a chat in this terminal."""
    chat(database)


@app.command()
def ask(text: Annotated[str, typer.Argument(help="A question, a code, words of a diagnosis.")], database: _Url = None) -> None:
    """Answer one question and stop."""
    from adapters.messenger import HERE, answer
    from bot.chat import Incoming

    for reply in answer(tutor(database), Incoming(HERE, text, real_now())):
        typer.echo(reply.text.replace("**", "").replace("`", ""))


@app.command()
def pipe(
    database: _Url = None,
    now: Annotated[str | None, typer.Option("--now", help="Simulate the clock from this moment, ISO 8601.")] = None,
    seed: Annotated[int | None, typer.Option("--seed", help="Make every shuffle repeatable.")] = None,
) -> None:
    """Speak JSON Lines: one message a line in, replies out."""
    from adapters.pipe import Clock, Pipe

    start = None
    if now is not None:
        try:
            start = datetime.fromisoformat(now)
        except ValueError as error:
            raise BadInputError(f"--now {now} is not a time; write 2026-03-02T12:00:00+00:00") from error
        if start.tzinfo is None:
            raise BadInputError(f"--now {now} has no offset; write 2026-03-02T12:00:00+00:00")
        start = start.astimezone(UTC)
    Pipe(tutor(database, seed), Clock(start, real_now), sys.stdout).run(sys.stdin)


@content_app.command(name="check")
def content_check(
    folder: Annotated[Path | None, typer.Argument(help="The folder to check; the installed content if none.")] = None,
) -> None:
    """Report every fault of the content: file, item, what is wrong, and the mend."""
    from bot.library.check import check_content

    where = folder or content_folder()
    if not (where / "blueprint.toml").is_file():
        raise BadInputError(f"{where}: no blueprint.toml in it; name a folder laid out like content/")
    faults = check_content(where, codebook(library()), real_now().date())
    for fault in faults:
        typer.echo(str(fault))
    if faults:
        raise typer.Exit(1)
    typer.echo("No faults.")


@content_app.command(name="stats")
def content_stats() -> None:
    """Count the content: by area and difficulty, letters of the key, topics."""
    from rich.console import Console
    from rich.table import Table

    from bot.library.check import describe

    shelf = library()
    rows = describe(shelf.questions.values(), shelf.areas, shelf.topics.values())
    table = Table(*rows[0])
    for row in rows[1:]:
        table.add_row(*row)
    Console().print(table)


@database_app.command(name="upgrade")
def database_upgrade(database: _Url = None) -> None:
    """Bring the tables to the newest revision."""
    from bot.store.database import HEAD, Database

    found = Database(database or os.environ.get("DATABASE_URL") or f"sqlite:///{data_folder() / 'tutor.db'}")
    before = found.revision()
    found.upgrade()
    typer.echo(f"The tables are at revision {HEAD}" + (f", they were at {before}." if before != HEAD else "."))


_From = Annotated[str | None, typer.Option("--from", help="First day on which the release is in force, such as 2026-10-01.")]
_To = Annotated[str | None, typer.Option("--to", help="Last day on which it is in force.")]
_Name = Annotated[str | None, typer.Option("--name", help="What to call the release.")]


def _day(text: str | None, option: str) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadInputError(f"{option} {text} is not a date; write 2026-10-01") from error


def licensed_folder() -> Path:
    """Return where licensed code sets lie: apart from the free ones, so that nobody copies them by accident."""
    return data_folder() / "licensed"


@codes_app.command(name="list")
def codes_list(verify: Annotated[bool, typer.Option("--verify", help="Compute every checksum.")] = False) -> None:
    """List the releases that are loaded."""
    from rich.console import Console
    from rich.table import Table

    from bot.codebook.release import intact, releases

    codebook(library()).close()
    table = Table("code set", "release", "from", "to", "parts", "MB", "checksum")
    for file in (*releases(data_folder() / "codes"), *releases(licensed_folder())):
        release = file.release
        whole = ("whole" if intact(file) else "DAMAGED: load it again") if verify else ""
        checksum = f"{file.path.stem.rsplit('-', 1)[1]} {whole}".strip()
        size = f"{file.path.stat().st_size / 2**20:.1f}"
        table.add_row(
            release.codeset, release.name, str(release.start), str(release.end or ""), " ".join(sorted(file.parts)), size, checksum
        )
    Console().print(table)


@codes_app.command(name="import")
def codes_import(
    codeset: Annotated[str, typer.Argument(help="icd10cm, hcpcs or cpt")],
    files: Annotated[list[Path], typer.Argument(help="The official files, or zip archives of them.")],
    name: _Name = None,
    start: _From = None,
    end: _To = None,
    licence: Annotated[bool, typer.Option("--i-hold-a-licence", help="For CPT: you hold a licence of the AMA.")] = False,
) -> None:
    """Load a release, all of it or nothing; what is in use stays as it is until the new one is whole."""
    from adapters.codes import When, import_cpt, import_hcpcs, import_icd10cm

    when = When(name, _day(start, "--from"), _day(end, "--to"))
    folder, show = data_folder() / "codes", _progress(f"Loading {codeset}")
    if codeset == "icd10cm":
        codebook(library()).close()  # the embedded release, so that an index can be added to it
        release = import_icd10cm(folder, files, when, show)
    elif codeset == "hcpcs":
        release = import_hcpcs(folder, files, when, library().own_words, show)
    elif codeset == "cpt":
        if not licence:
            raise BadInputError("CPT belongs to the AMA: load it only if you hold a licence, with --i-hold-a-licence")
        if len(files) != 1:
            raise BadInputError("give one CPT file, or the zip archive of the release")
        release = import_cpt(licensed_folder(), files[0], when, show)
    else:
        raise BadInputError(f"{codeset} is no code set I know; icd10cm, hcpcs or cpt")
    typer.echo(f"Loaded {release.codeset} {release.name}, in force from {release.start}" + (f" to {release.end}." if release.end else "."))


@codes_app.command(name="fetch")
def codes_fetch(
    codeset: Annotated[str, typer.Argument(help="icd10cm or hcpcs")],
    year: Annotated[int | None, typer.Option("--year", help="The fiscal year (ICD-10-CM) or year (HCPCS); this one if none.")] = None,
    month: Annotated[str, typer.Option("--month", help="For HCPCS: january, april, july or october.")] = "october",
    url: Annotated[list[str] | None, typer.Option("--url", help="Another address than the published one; may be repeated.")] = None,
    name: _Name = None,
    start: _From = None,
    end: _To = None,
) -> None:
    """Download the official files from where CMS publishes them, check them, and load them."""
    from tempfile import TemporaryDirectory

    from adapters.codes import ADDRESSES, When, addresses, download, import_hcpcs, import_icd10cm

    if codeset not in ADDRESSES:
        raise BadInputError(f"{codeset} cannot be fetched; icd10cm or hcpcs can")
    today = real_now().date()
    wanted = year or (today.year + 1 if codeset == "icd10cm" and today.month >= 10 else today.year)
    when = When(name, _day(start, "--from"), _day(end, "--to"))
    with TemporaryDirectory(prefix="tutor-fetch-") as folder:
        files = []
        for address in url or addresses(codeset, wanted, month):
            typer.echo(f"Fetching {address}")
            target = Path(folder) / (address.rsplit("/", 1)[-1] or "download")
            download(address, target, _progress("Downloading"))
            files.append(target)
        show = _progress(f"Loading {codeset}")
        if codeset == "icd10cm":
            release = import_icd10cm(data_folder() / "codes", files, when, show)
            if year and release.start.year + (release.start.month >= 10) != year:
                typer.echo(f"Note: the files are of {release.name}, not of {year}.")
        else:
            release = import_hcpcs(data_folder() / "codes", files, when, library().own_words, show)
    typer.echo(f"Loaded {release.codeset} {release.name}, in force from {release.start}.")


@codes_app.command(name="changes")
def codes_changes(
    codeset: Annotated[str, typer.Argument(help="icd10cm or hcpcs")],
    before: Annotated[str | None, typer.Argument(help="Name or first day of the earlier release; the last but one if none.")] = None,
    after: Annotated[str | None, typer.Argument(help="Name or first day of the later release; the last if none.")] = None,
) -> None:
    """List the codes that are new, revised or deleted between two releases."""
    from adapters.codes import changes

    book = codebook(library())
    books = [one for one in book.books(codeset) if not one.release.own_words]
    chosen = []
    for wanted, usual in ((before, -2), (after, -1)):
        named = [one for one in books if wanted in (one.release.name, str(one.release.start))] if wanted else books[usual:][:1]
        if len(books) < 2 or not named:
            there = ", ".join(f"{one.release.name} ({one.release.start})" for one in books) or "none"
            raise BadInputError(f"two loaded releases of {codeset} are needed; loaded: {there}")
        chosen.append(named[0])
    found = changes(*chosen)
    typer.echo(f"{codeset}: {chosen[0].release.name} to {chosen[1].release.name}")
    typer.echo(f"{len(found.new)} new, {len(found.revised)} revised, {len(found.deleted)} deleted")
    for code, title in found.new:
        typer.echo(f"new      {code:9} {title}")
    for code, old, new in found.revised:
        typer.echo(f"revised  {code:9} {old} -> {new}")
    for code, title, instead in found.deleted:
        typer.echo(f"deleted  {code:9} {title}" + (f" (now {', '.join(instead)})" if instead else ""))
    book.close()


if __name__ == "__main__":
    main()
