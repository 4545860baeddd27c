"""Copy everything from one database to another, such as from a file to a server, and prove that it arrived.

The target holds all of it or nothing. Both sides are read back: a table is copied when its rows and their checksum agree.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import blake2b
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select, text

from bot.store.database import HEAD, Database, DatabaseError
from bot.store.tables import metadata

_BATCH = 1000


@dataclass(frozen=True, slots=True)
class Copied:
    """What became of one table."""

    table: str
    rows: int
    checksum: str


def copy(source: Database, target: Database, progress: Callable[[str, int], None] = lambda table, rows: None) -> list[Copied]:
    """Copy all tables.

    Raises :class:`DatabaseError` where the source is of another revision, the target is not empty, or something differs.
    """
    if source.revision() != HEAD:
        raise DatabaseError(f"the tables to copy are of revision {source.revision()}, {HEAD} is needed; run: tutor db upgrade")
    target.upgrade()
    done = []
    with source.reading() as reader, target.writing() as writer:
        if not source.embedded:  # one picture of the whole, while people go on answering
            reader = reader.execution_options(isolation_level="REPEATABLE READ")
        for table in metadata.sorted_tables:
            if writer.execute(select(func.count()).select_from(table)).scalar_one():
                raise DatabaseError(f"the database to copy to has rows in {table.name}; copy into an empty one")
        for table in metadata.sorted_tables:
            rows, there = 0, _Checksum()
            for batch in _batches(reader, table):
                writer.execute(insert(table), batch)
                rows += len(batch)
                for row in batch:
                    there.add(row)
                progress(table.name, rows)
            here = _Checksum()
            for batch in _batches(writer, table):
                for row in batch:
                    here.add(row)
            if (here.rows, here.sum) != (there.rows, there.sum):
                raise DatabaseError(
                    f"{table.name}: {there.rows} rows were read and {here.rows} are there, or they differ; nothing was kept"
                )
            _go_on_counting(writer, table)
            done.append(Copied(table.name, rows, f"{here.sum:016x}"))
    return done


def _batches(connection: Connection, table: Table) -> Iterator[list[dict[str, Any]]]:
    key = list(table.primary_key.columns)
    with connection.execute(select(table).order_by(*key), execution_options={"yield_per": _BATCH}) as found:
        for part in found.mappings().partitions(_BATCH):
            yield [dict(row) for row in part]


class _Checksum:
    """Add rows up, in whatever order; instants count as instants, whatever a database makes of them."""

    def __init__(self) -> None:
        self.rows = self.sum = 0

    def add(self, row: dict[str, Any]) -> None:
        text_ = "\x1f".join(f"{name}={_plain(row[name])}" for name in sorted(row))
        self.rows += 1
        self.sum = (self.sum + int.from_bytes(blake2b(text_.encode(errors="surrogatepass"), digest_size=8).digest(), "big")) % 2**64


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return f"{value.timestamp():.6f}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return "{" + ",".join(f"{key}:{_plain(value[key])}" for key in sorted(value)) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(_plain, value)) + "]"
    return repr(value)


def _go_on_counting(connection: Connection, table: Table) -> None:
    """Let PostgreSQL number new rows after those that came with numbers."""
    if connection.dialect.name == "postgresql" and "id" in table.c and table.c.id.autoincrement:
        sequence = connection.execute(text("SELECT pg_get_serial_sequence(:name, 'id')"), {"name": f'"{table.name}"'}).scalar()
        highest = connection.execute(select(func.max(table.c.id))).scalar()
        if sequence and highest:
            connection.execute(text("SELECT setval(:sequence, :highest)"), {"sequence": sequence, "highest": highest})
