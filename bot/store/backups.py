"""Daily copies of the database beside it: a file each, checked before it counts, the oldest dropped."""

import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from bot.store.copying import copy
from bot.store.database import Database, DatabaseError

KEPT = 7


def back_up(database: Database, folder: Path, now: datetime) -> Path:
    """Write one backup and return its file, an SQLite database that ``tutor db copy`` reads; raises :class:`DatabaseError`.

    1. A file is copied as it is, also one in use; a server is copied table by table.
    2. The copy is checked, then renamed into place: what has the name of a backup is whole.
    3. Only the newest few are kept.
    """
    target = folder / f"tutor-{now:%Y%m%d-%H%M%S}.db"
    aside = target.with_suffix(".part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        aside.unlink(missing_ok=True)
        if database.embedded:
            database.backup(aside)
        else:
            copy_ = Database(f"sqlite:///{aside}")
            try:
                copy(database, copy_)
            finally:
                copy_.close()
        with closing(sqlite3.connect(aside)) as check:
            check.execute("PRAGMA journal_mode=DELETE")  # one file, with nothing beside it
            said = check.execute("PRAGMA integrity_check").fetchone()[0]
        if said != "ok":
            raise DatabaseError(f"the backup is damaged ({said}); the disk may be failing")
        aside.replace(target)
    except (OSError, sqlite3.Error) as error:
        raise DatabaseError(f"no backup could be written to {folder}: {error}") from error
    finally:
        for left in folder.glob(f"{aside.name}*") if folder.is_dir() else ():
            left.unlink(missing_ok=True)
    for old in sorted(folder.glob("tutor-*.db"))[:-KEPT]:
        old.unlink(missing_ok=True)
    return target


def wanted(folder: Path, now: datetime) -> bool:
    """Say whether there is no backup of the last day."""
    yesterday = f"tutor-{now - timedelta(hours=23):%Y%m%d-%H%M%S}.db"
    return not any(yesterday < found.name <= f"tutor-{now:%Y%m%d-%H%M%S}.db" for found in folder.glob("tutor-*.db"))
