"""`tutor db …`: bring the tables up to date, back them up, move them to another database."""

from pathlib import Path
from typing import Annotated

import typer

from adapters.workshop import BadInputError, Url, backup_folder, progress, real_now, store

database_app = typer.Typer(help="Look after the database.", no_args_is_help=True)


@database_app.command(name="upgrade")
def database_upgrade(database: Url = None) -> None:
    """Bring the tables to the newest revision."""
    from adapters.queue import prepare
    from bot.store.database import HEAD

    found = store(database)
    before = found.revision()
    found.upgrade()
    prepare(found)
    typer.echo(f"The tables are at revision {HEAD}" + (f", they were at {before}." if before != HEAD else "."))


@database_app.command(name="backup")
def database_backup(
    folder: Annotated[Path | None, typer.Argument(help="Where to; the folder of backups if none.")] = None, database: Url = None
) -> None:
    """Write a backup now; `tutor run` writes one a day by itself. `tutor db copy` brings one back."""
    from bot.store.backups import back_up

    typer.echo(f"Written: {back_up(store(database), folder or backup_folder(), real_now())}")


@database_app.command(name="copy")
def database_copy(
    source: Annotated[str, typer.Argument(help="The database to copy, as sqlite:///FILE or postgresql://USER@HOST/NAME.")],
    target: Annotated[str, typer.Argument(help="An empty database to copy into; its tables are made.")],
) -> None:
    """Move everything to another database, such as from a file to a server; all of it arrives, or nothing."""
    from rich.console import Console
    from rich.table import Table

    from adapters.queue import prepare
    from bot.store.copying import copy

    if source == target:
        raise BadInputError("the two databases are one and the same")
    if source.startswith("sqlite:///") and not Path(source.removeprefix("sqlite:///")).is_file():
        raise BadInputError(f"{source}: there is no such file")
    show = progress("Copying")
    there = store(target)
    done = copy(store(source), there, lambda _table, rows: show(rows, rows + 1))
    prepare(there)
    show(1, 1)
    table = Table("table", "rows", "checksum, the same on both sides")
    for one in done:
        table.add_row(one.table, str(one.rows), one.checksum)
    Console().print(table)
