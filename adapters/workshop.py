"""The workshop: reads the environment and builds what the commands need. Nobody else reads the environment."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bot.codebook.shelf import CodeBook
    from bot.library.fault import Fault
    from bot.library.packs import Packs
    from bot.library.shelf import Library
    from bot.store.database import Database
    from bot.tutor import Tutor

NAME = "coding-tutor"
Url = Annotated[str | None, typer.Option("--database", help="SQLAlchemy URL; DATABASE_URL if not given.")]


class BadInputError(Exception):
    """Input that cannot be used; the message says what to do. Exit status 2."""


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


def _names(variable: str) -> frozenset[str]:
    """Read a list of people and rooms from the environment, as platform:user or platform/room, parted by commas.

    TUTOR_CPT_FOR names who may see licensed CPT text, TUTOR_ADMINS who may use /admin.
    """
    return frozenset(name.strip() for name in os.environ.get(variable, "").split(",") if name.strip())


def pack_folders() -> list[Path]:
    """List the folders of private packs: TUTOR_CONTENT, parted as PATH is."""
    return [Path(name.strip()).absolute() for name in os.environ.get("TUTOR_CONTENT", "").split(os.pathsep) if name.strip()]


def library() -> "Library":
    """Open the library of content, without private packs."""
    from bot.library.shelf import Library

    return Library(content_folder(), data_folder() / "cache")


def packs(book: "CodeBook") -> "Packs | None":
    """Watch the private packs, where there are any."""
    from bot.library.packs import Packs

    return Packs(pack_folders(), data_folder() / "cache", partial(pack_faults, book)) if pack_folders() else None


def pack_faults(book: "CodeBook", folder: Path, beside: "Library") -> "list[Fault]":
    """Find every fault of a private pack beside a library that does not hold it."""
    from bot.library.check import check_pack
    from bot.talk.preview import unfit

    return check_pack(folder, beside, book, real_now().date(), partial(unfit, codebook=book))


def whole_library(book: "CodeBook") -> "Library":
    """Open the library of content with the private packs beside it."""
    shelf, watched = library(), packs(book)
    return (watched.look(shelf, real_now()) if watched else None) or shelf


def codebook(shelf: "Library", *, quiet: bool = True) -> "CodeBook":
    """Open the code book; says so where its index must be built first."""
    from bot.codebook.shelf import open_codebook

    return open_codebook(
        [data_folder() / "codes", licensed_folder()], lambda: shelf.thesaurus, shelf.own_words_unread, None if quiet else progress()
    )


def progress(what: str = "Building the code index (once)") -> Callable[[int, int], None]:
    """Show a bar that appears with the first step and leaves with the last."""
    from rich.progress import Progress

    bar = Progress(transient=True)
    task = bar.add_task(what, total=None)

    def show(done: int, expected: int) -> None:
        bar.start()  # only here: most starts have nothing to build
        bar.update(task, completed=done, total=expected)
        if done >= expected:
            bar.stop()

    return show


def backup_folder() -> Path:
    """Return where backups are kept: TUTOR_BACKUPS, else beside the database in the data folder."""
    return Path(os.environ.get("TUTOR_BACKUPS") or data_folder() / "backups")


def licensed_folder() -> Path:
    """Return where licensed code sets lie: apart from the free ones, so that nobody copies them by accident."""
    return data_folder() / "licensed"


def store(url: str | None) -> "Database":
    """Open the database that is named, or DATABASE_URL, or the file in the data folder."""
    from bot.store.database import Database

    return Database(url or os.environ.get("DATABASE_URL") or f"sqlite:///{data_folder() / 'tutor.db'}")


def token(platform: str) -> str:
    """Read the token of a platform, "" where there is none."""
    return os.environ.get(f"{platform.upper()}_BOT_TOKEN", "").strip()


def setting(name: str, usual: str = "") -> str:
    """Read a variable of the environment."""
    return os.environ.get(name, "").strip() or usual


def tutor(url: str | None, seed: int | None = None, *, quiet: bool = True) -> "Tutor":
    """Build the tutor: database brought up to date if it is ours alone, library, code book."""
    from bot.learning.calendar import find_zone
    from bot.store.database import HEAD, DatabaseError
    from bot.tutor import USUAL_ZONE, Tutor

    named = os.environ.get("TUTOR_ZONE", USUAL_ZONE)
    zone = find_zone(named)
    if zone is None:
        raise BadInputError(f"TUTOR_ZONE is {named!r}, which is no time zone; write one such as America/Chicago")
    database = store(url)
    revision = database.revision()
    if revision != HEAD:
        if not database.embedded and revision is not None:
            raise DatabaseError(f"the tables are of revision {revision}, {HEAD} is needed; run: tutor db upgrade")
        database.upgrade()
    shelf = library()
    os.environ.setdefault("MPLCONFIGDIR", str(data_folder() / "cache"))  # Matplotlib keeps its list of fonts there
    readers, admins = _names("TUTOR_CPT_FOR"), _names("TUTOR_ADMINS")
    book = codebook(shelf, quiet=quiet)
    engine = Tutor(database, shelf, book, zone=zone, seed=seed, cpt_readers=readers, admins=admins, packs=packs(book))
    for pack in engine.refresh(real_now()):
        if pack.faults:
            said = f"{len(pack.faults)} faults; {pack.items} items of its last good version are live"
            typer.echo(f"private pack {pack.folder.name}: {said}; run: tutor content check {pack.folder}", err=True)
    return engine
