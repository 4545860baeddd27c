"""Open the database: an SQLite file by default, PostgreSQL by its URL; readers beside one brief writer.

SQLite: write transactions start with BEGIN IMMEDIATE, since a deferred one that turns into a writer half-way fails
under contention; write-ahead log, so readers never wait. PostgreSQL: what is read to be changed is read FOR UPDATE.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import InterfaceError, OperationalError, ProgrammingError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.pool import ConnectionPoolEntry, NullPool

from bot.store.statements import as_json, from_json

MIGRATIONS = Path(__file__).parent / "migrations"
HEAD = "0017"
"""The newest revision. A test holds it against the migrations; reading it here spares a start the import of Alembic."""


_USUAL: Mapping[str, Any] = {"hide_parameters": True, "json_serializer": as_json, "json_deserializer": from_json}
"""How every engine is made."""

AWAY = (OperationalError, InterfaceError, PoolTimeoutError)
"""What is raised where the store cannot be reached or cannot write for now: the same may work later."""


class DatabaseError(Exception):
    """The database cannot be used; the message says what to do."""


class Database:
    """A store of one tutor. ``url`` is an SQLAlchemy URL such as ``sqlite:////home/me/tutor.db``."""

    def __init__(self, url: str) -> None:
        self.url = _url(url)
        self.embedded = self.url.get_backend_name() == "sqlite"
        if self.embedded:
            if not self.url.database or self.url.database == ":memory:":
                raise DatabaseError(f"{url}: an SQLite database needs a file, such as sqlite:///tutor.db")
            Path(self.url.database).absolute().parent.mkdir(parents=True, exist_ok=True)
            self._writer = create_engine(self.url, pool_size=1, max_overflow=0, pool_timeout=60, **_USUAL)
            self._reader = create_engine(self.url, pool_size=4, **_USUAL)
            event.listen(self._writer, "connect", _prepare_sqlite)
            event.listen(self._writer, "begin", _begin_immediate)
            event.listen(self._reader, "connect", _prepare_sqlite_reader)
            event.listen(self._reader, "begin", _begin)
        else:
            self._writer = create_engine(self.url, pool_size=8, max_overflow=8, pool_pre_ping=True, **_USUAL)
            # Here every statement sees what is committed when it starts, in a transaction or not; without one, two round trips are saved.
            self._reader = self._writer.execution_options(isolation_level="AUTOCOMMIT")

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a connection that only reads; on SQLite a write through it fails."""
        with self._reader.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Open one write transaction; it commits at the end of the block, or rolls back if the block raises."""
        with self._writer.begin() as connection:
            yield connection

    def alone(self) -> Connection:
        """Open a connection of no pool, on which each statement commits; whoever opens it closes it."""
        return create_engine(self.url, poolclass=NullPool, isolation_level="AUTOCOMMIT", **_USUAL).connect()

    @property
    def engine(self) -> Engine:
        """The engine that writes, for migrations."""
        return self._writer

    def revision(self) -> str | None:
        """Read which revision the tables have; None in an empty database."""
        try:
            with self.reading() as connection:
                found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
        except (OperationalError, ProgrammingError) as error:
            if "alembic_version" in str(error):
                return None
            raise DatabaseError(f"{self.url.render_as_string()}: cannot be opened; is the server there?") from error
        return str(found) if found else None

    def upgrade(self) -> None:
        """Bring the tables to the newest revision; a file of an older revision is copied first, beside itself."""
        before = self.revision()
        if before == HEAD:
            return
        from alembic import command  # imported here: it costs a start a third of a second and is seldom needed
        from alembic.config import Config
        from alembic.util import CommandError

        if before is not None and self.embedded:
            self.backup(Path(f"{self.url.database}.before-{HEAD}"))
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["engine"] = self._writer
        try:
            command.upgrade(config, HEAD)
        except CommandError as error:
            raise DatabaseError(
                f"{self.url.render_as_string()}: its tables are of revision {before}, which this version does not know; "
                "install the version that made them, or a newer one"
            ) from error

    def backup(self, target: Path) -> None:
        """Copy an SQLite database, also one in use, to ``target``."""
        with closing(sqlite3.connect(str(self.url.database))) as source, closing(sqlite3.connect(target)) as copy:
            source.backup(copy)

    def close(self) -> None:
        """Close every connection."""
        self._writer.dispose()
        self._reader.dispose()


def _url(url: str) -> URL:
    """Read a database URL; the short forms that hosting platforms hand out mean PostgreSQL through psycopg."""
    try:
        parsed = make_url(url)
    except Exception as error:
        raise DatabaseError("DATABASE_URL is not a URL; write sqlite:///file.db or postgresql://user@host/name") from error
    if parsed.drivername in ("postgres", "postgresql"):
        parsed = parsed.set(drivername="postgresql+psycopg")
    if parsed.get_backend_name() not in ("sqlite", "postgresql"):
        raise DatabaseError(f"{parsed.drivername}: only SQLite and PostgreSQL are supported")
    return parsed


def _prepare_sqlite(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # SQLAlchemy's begin event starts transactions, not the driver
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=10000", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _prepare_sqlite_reader(connection: sqlite3.Connection, entry: ConnectionPoolEntry) -> None:
    _prepare_sqlite(connection, entry)
    connection.execute("PRAGMA query_only=ON")


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")
