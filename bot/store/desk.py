"""One message's hold on the store: reading is free, the write transaction opens when something is first written."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

from sqlalchemy import Connection, NestedTransaction

from bot.store.database import Database


class Desk:
    """Lend connections to the handler of one message.

    Handlers read through ``read`` and write through ``write``; they never commit. The write transaction opens on
    first use, so whatever a handler searched and composed before that held no lock. Only the tutor closes the desk:
    with ``close()`` after success, with ``drop()`` after an exception.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._reading = ExitStack()
        self._writing = ExitStack()
        self._reader: Connection | None = None
        self._writer: Connection | None = None

    @property
    def read(self) -> Connection:
        """A connection to read from; once something was written, the one that sees it."""
        if self._writer is not None:
            return self._writer
        if self._reader is None:
            self._reader = self._reading.enter_context(self._database.reading())
        return self._reader

    @property
    def write(self) -> Connection:
        """The connection of the write transaction."""
        if self._writer is None:
            self._end_reading()  # on PostgreSQL both come from one pool; hold one at a time
            self._writer = self._writing.enter_context(self._database.writing())
        return self._writer

    def _end_reading(self) -> None:
        self._reading.close()
        self._reader = None

    def close(self) -> None:
        """Commit what was written."""
        self._end_reading()
        self._writing.close()
        self._writer = None

    def drop(self, error: BaseException) -> None:
        """Roll back what was written."""
        self._end_reading()
        self._writing.__exit__(type(error), error, error.__traceback__)
        self._writer = None


class _Place(Desk):
    """A desk in a transaction of others: what is written there stands or falls by itself, on a savepoint."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._savepoint: NestedTransaction | None = None

    @property
    def read(self) -> Connection:
        return self._connection

    @property
    def write(self) -> Connection:
        if self._savepoint is None:
            self._savepoint = self._connection.begin_nested()
        return self._connection

    def close(self) -> None:
        if self._savepoint is not None:
            self._savepoint.commit()

    def drop(self, error: BaseException) -> None:
        if self._savepoint is not None:
            self._savepoint.rollback()


@contextmanager
def together(database: Database) -> Iterator[Callable[[], Desk]]:
    """Lend desks one after the other, all in one write transaction; it commits at the end of the block."""
    with database.writing() as connection:
        yield lambda: _Place(connection)


@contextmanager
def working(database: Database) -> Iterator[Desk]:
    """Lend a desk; what was written commits at the end of the block, or is rolled back if the block raises."""
    desk = Desk(database)
    try:
        yield desk
    except BaseException as error:
        desk.drop(error)
        raise
    desk.close()
