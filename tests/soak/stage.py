"""What a long run stands on: content and code book, empty stores one after the other, and ears for what is logged."""

import io
import json
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from sqlalchemy import text

from adapters import logs
from bot.codebook.shelf import ICD10CM, CodeBook, open_codebook
from bot.library.shelf import Library
from bot.store.database import Database
from bot.store.tables import metadata
from bot.tutor import Tutor
from tests.soak.texts import CANARY

CONTENT = Path(__file__).parent.parent.parent / "content"
POSTGRES = os.environ.get("TUTOR_TEST_DATABASE_URL", "postgresql+psycopg://postgres@127.0.0.1:5432/test")


def specification(name: str) -> Path | None:
    """Find an official description; None where TUTOR_SHARED names no folder with it."""
    folder = os.environ.get("TUTOR_SHARED")
    path = Path(folder) / "specs" / name if folder else None
    return path if path is not None and path.exists() else None


class Moment:
    """The time of a run: it stands still until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 23, 17, 0, tzinfo=UTC)

    def sleeps(self, **how_long: float) -> None:
        self.now += timedelta(**how_long)


class Stage:
    """Content, code book and empty stores in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.library = Library(CONTENT, folder / "cache")
        self.codebook: CodeBook = open_codebook([folder / "codes"], self.library.thesaurus, self.library.own_words)
        self._number = 0
        self._schemas: list[str] = []
        self._empty: Path | None = None

    def url(self, kind: str) -> str:
        """Make an empty store; ``kind`` is sqlite or postgres."""
        self._number += 1
        if kind == "sqlite":
            path = self.folder / f"store{os.getpid()}-{self._number}.db"
            url = f"sqlite:///{path}"
            if self._empty is not None:
                path.write_bytes(self._empty.read_bytes())
                return url
        else:
            schema = f"soak_{os.getpid()}_{self._number}"
            admin = Database(POSTGRES)
            with admin.writing() as connection:
                connection.execute(text(f"CREATE SCHEMA {schema}"))
            admin.close()
            self._schemas.append(schema)
            url = f"{POSTGRES}?options=-csearch_path%3D{schema}"
        database = Database(url)
        database.upgrade()
        if kind == "sqlite":
            self._empty = self.folder / f"empty{os.getpid()}.db"
            database.backup(self._empty)
        database.close()
        return url

    def tutor(self, url: str, seed: int = 7) -> Tutor:
        """Build a tutor on a store."""
        return Tutor(Database(url), self.library, self.codebook, seed=seed)

    def codes(self, chance: Random) -> list[str]:
        """List codes that can be reported, in any order."""
        found = [code for code, _title in self.codebook.books(ICD10CM)[-1].reportable_codes()]
        chance.shuffle(found)
        return found

    def close(self) -> None:
        """Drop what was made on the server."""
        self.codebook.close()
        if self._schemas:
            admin = Database(POSTGRES)
            with admin.writing() as connection:
                for schema in self._schemas:
                    connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
            admin.close()


def emptied(database: Database) -> Database:
    """Empty a store, for runs that share one."""
    with database.writing() as connection:
        for table in reversed(metadata.sorted_tables):
            connection.execute(table.delete())
    return database


class Ears(logging.Handler):
    """Hear all that is logged while it listens: what our log would hold, and what must not be in any."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.heard: list[logging.LogRecord] = []
        self._stream = io.StringIO()

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(record)

    def take(self, allowed: frozenset[str] = frozenset(), libraries: tuple[str, ...] = ()) -> list[str]:
        """Say what should not have been logged since the last time: warnings and errors but the allowed ones, and words of people."""
        records, self.heard = self.heard, []
        found = []
        for record in records:
            if (
                record.levelno >= logging.WARNING
                and getattr(record, "action", "") not in allowed
                and not record.name.startswith(libraries or "-")
            ):
                more = {name: getattr(record, name) for name in ("action", "error", "where", "what", "reason") if hasattr(record, name)}
                error = f" {record.exc_info[1]!r}" if record.exc_info else ""
                found.append(f"logged: {record.name} {record.getMessage()} {more}{error}")
            if CANARY in self.written(record).lower():
                found.append(f"words of somebody in the log: {record.name}:{record.lineno}")
        return found

    def written(self, record: logging.LogRecord) -> str:
        """Write a record as our log does; what is above it in level is written whole."""
        self._stream.seek(0)
        self._stream.truncate()
        handler = logging.StreamHandler(self._stream)
        handler.setFormatter(self._form)
        handler.emit(record)
        ours = record.name.startswith(("adapters", "bot"))
        return self._stream.getvalue() + (f"{record.getMessage()} {vars(record)}" if ours else "")

    @contextmanager
    def listening(self) -> Iterator["Ears"]:
        """Listen as long as the block lasts."""
        root = logging.getLogger()
        handlers, level = root.handlers[:], root.level
        logs.set_up(io.StringIO(), level="DEBUG")
        self._form = root.handlers[0].formatter
        root.handlers[:] = [self]
        for quiet in ("asyncio", "sqlalchemy"):
            logging.getLogger(quiet).setLevel(logging.WARNING)
        try:
            yield self
        finally:
            root.handlers[:] = handlers
            root.setLevel(level)


class FaultFoundError(AssertionError):
    """A run has found something; the message says what, and how to see it again."""


def told(what: object) -> str:
    """Write what was sent so that it can be copied into a test."""
    return json.dumps(what, ensure_ascii=True)
