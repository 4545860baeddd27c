"""Statements that both databases want written in their own ways: inserting what is new, and naming many rows."""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Any

import orjson
from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Row,
    Table,
    Text,
    any_,
    bindparam,
    cast,
    column,
    func,
    literal,
    literal_column,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.dml import ReturningInsert

_NOTHING: Mapping[str, object] = MappingProxyType({})


def among(connection: Connection, column: Column[Any], values: Iterable[int]) -> ColumnElement[bool]:
    """Say that a column holds one of many numbers.

    PostgreSQL gets them as one value: its driver takes longer to read a statement with hundreds of places than the server to answer it.
    """
    numbers = list(values)
    if connection.dialect.name == "postgresql":
        written = "{" + ",".join(map(str, numbers)) + "}"  # the driver takes its time over each number of a list
        return column == any_(cast(literal(written, Text), postgresql.ARRAY(column.type)))
    return column.in_(numbers)


def insert_many_new(
    connection: Connection,
    table: Table,
    rows: Sequence[Mapping[str, object]],
    returning: Sequence[Column[Any]] = (),
    same: Mapping[str, object] = _NOTHING,
) -> list[Row[Any]]:
    """Insert many rows but those whose unique key is taken; returns columns of the inserted, in no order, if any are asked for.

    ``same`` are the columns that hold one value in all rows. PostgreSQL gets the rows as one value: its driver takes longer to read a
    statement with thousands of places than the server to insert.
    """
    if not rows:
        return []
    if connection.dialect.name == "postgresql":
        names = list(rows[0])
        sent = cast(bindparam("rows", type_=Text), postgresql.JSON)
        given = func.json_to_recordset(sent).table_valued(*(column(name, table.c[name].type) for name in names), name="given")
        taken = select(*given.render_derived(with_types=True).c, *(literal(value, table.c[name].type) for name, value in same.items()))
        query = postgresql.insert(table).from_select([*names, *same], taken).on_conflict_do_nothing()
        sent_rows = {"rows": as_json(rows)}
        if not returning:
            connection.execute(query, sent_rows)
            return []
        return list(connection.execute(query.returning(*returning), sent_rows).all())
    each = sqlite.insert(table).on_conflict_do_nothing()
    whole = [{**row, **same} for row in rows]
    if not returning:
        connection.execute(each, whole)
        return []
    return list(connection.execute(each.returning(*returning), whole).all())


def as_json(value: object) -> str:
    """Write a value as JSON; dates and times as ISO 8601. Half a surrogate pair, which is no text, is written escaped."""
    try:
        return orjson.dumps(value, option=orjson.OPT_NON_STR_KEYS).decode()
    except TypeError:
        return json.dumps(value)


def from_json(text: str | bytes | bytearray | memoryview) -> Any:  # noqa: ANN401  # whatever is written there
    """Read JSON, also what holds half a surrogate pair."""
    try:
        return orjson.loads(text)
    except ValueError:
        return json.loads(bytes(text) if isinstance(text, memoryview) else text)


def insert_new(connection: Connection, table: Table, **values: object) -> bool:
    """Insert a row unless a unique key is taken; say whether it was inserted.

    The row comes back by RETURNING: the driver's row count is no witness, PostgreSQL's is unknown here.
    """
    return connection.execute(insertion(connection.dialect.name, table), values).first() is not None


@cache
def insertion(dialect: str, table: Table, *returning: Column[Any]) -> ReturningInsert[Any]:
    """Make the statement that inserts rows but those whose unique key is taken, and gives back columns of what was inserted.

    Made once: half of the time that a short statement takes goes into making it.
    """
    insert = postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)
    return insert.on_conflict_do_nothing().returning(*(returning or (literal_column("1"),)))
