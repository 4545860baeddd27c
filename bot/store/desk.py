"""One message's hold on the store: reading is free, the write transaction opens when something is first written."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from sqlalchemy import Connection

from bot.store.database import Database


class Desk:
    """Lend connections to the handlers of a message, or of several that are answered together.

    Handlers read through ``read`` and write through ``write``; they never commit. The write transaction opens on
    first use, so whatever a handler searched and composed before that held no lock. Only :func:`working` closes the desk:
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


@contextmanager
def working(database: Database) -> Iterator[Desk]:
    """Lend a desk to one message, or to several; what was written commits at the end of the block, or is rolled back if it raises."""
    desk = Desk(database)
    try:
        yield desk
    except BaseException as error:
        desk.drop(error)
        raise
    desk.close()
