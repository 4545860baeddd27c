"""One leader for each bot token: it polls or reads the inbox, answers and sends; other workers stand by.

On PostgreSQL an advisory lock on a connection of its own, which the server lets go when the process dies. On an SQLite file a lock
on a file beside it, which the operating system lets go.
"""

from hashlib import blake2b
from pathlib import Path
from typing import Protocol

from filelock import FileLock, Timeout
from sqlalchemy import Connection, text

from bot.store.database import AWAY, Database


class Leader(Protocol):
    """The right to be the only one at work for a bot token."""

    def win(self) -> bool:
        """Try to get it; True where it is ours now."""

    def holds(self) -> bool:
        """Say whether it is still ours; a connection that broke has lost it."""

    def release(self) -> None:
        """Give it back."""


def leader(database: Database, platform: str, token: str) -> Leader:
    """Make the leader for a token. The token itself is written nowhere."""
    name = blake2b(f"{platform}:{token}".encode(), digest_size=8).digest()
    if database.embedded:
        return _File(Path(f"{database.url.database}.{platform}.lock"))
    return _Advisory(database, int.from_bytes(name, "big", signed=True))


class _Advisory:
    def __init__(self, database: Database, key: int) -> None:
        self._database, self._key = database, key
        self._connection: Connection | None = None

    def win(self) -> bool:
        if self._connection is not None:
            return True
        connection = self._database.alone()
        if connection.execute(text("SELECT pg_try_advisory_lock(:key)"), {"key": self._key}).scalar():
            self._connection = connection
            return True
        connection.close()
        return False

    def holds(self) -> bool:
        if self._connection is None:
            return False
        try:
            self._connection.execute(text("SELECT 1"))
        except AWAY:
            self._drop()
            return False
        return True

    def release(self) -> None:
        self._drop()

    def _drop(self) -> None:
        if self._connection is not None:
            self._connection.close()  # it is of no pool, so it is closed for good, and the lock with it
            self._connection = None


class _File:
    def __init__(self, path: Path) -> None:
        self._lock = FileLock(path, thread_local=False)  # the engine has several threads

    def win(self) -> bool:
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            return False
        return True

    def holds(self) -> bool:
        return self._lock.is_locked

    def release(self) -> None:
        self._lock.release(force=True)
