"""The command line: the one place that reads the environment and builds objects."""

import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bot.codebook.book import CodeBook
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
app.add_typer(database_app, name="db")

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


def library() -> "Library":
    """Open the library of content."""
    from bot.library.shelf import Library

    return Library(content_folder(), data_folder() / "cache")


def codebook(*, quiet: bool = True) -> "CodeBook":
    """Open the code book; says so where its index must be built first."""
    from bot.codebook.book import open_codebook

    return open_codebook(data_folder() / "codes", None if quiet else _progress())


def _progress() -> Callable[[int, int], None]:
    from rich.progress import Progress

    bar = Progress(transient=True)
    task = bar.add_task("Building the code index (once)", total=None)

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
    return Tutor(database, library(), codebook(quiet=quiet), zone=zone, seed=seed)


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
    faults = check_content(where, codebook(), real_now().date())
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


if __name__ == "__main__":
    main()
