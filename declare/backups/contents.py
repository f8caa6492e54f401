"""What a backup holds, record by record: the head, the rows of every table, the files of exports, the end with its counts.

A record is MessagePack behind its length (4 bytes, big-endian). A backup of one kind of database can be restored into the other.
"""

import struct
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, Date, Table, select

from declare.extensions import Model

FORMAT = 1
ROWS = 500
_LENGTH = struct.Struct(">I")


class Head(msgspec.Struct, frozen=True, tag="head"):
    """When a backup was made, of which structure, and where the audit stood (size and root)."""

    format: int
    made: datetime
    structure: str
    audit: int
    root: bytes


class Rows(msgspec.Struct, frozen=True, tag="rows"):
    """Rows of one table, the columns in the order of the head line."""

    table: str
    columns: list[str]
    rows: list[list[Any]]


class File(msgspec.Struct, frozen=True, tag="file"):
    """A file of an export, whole: its name in the folder of exports."""

    name: str
    content: bytes


class End(msgspec.Struct, frozen=True, tag="end"):
    """How many rows of each table there are, and how many files."""

    counts: dict[str, int]
    files: int


Record = Head | Rows | File | End
_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Record).decode


def tables() -> list[Table]:
    """Every table, those others refer to first."""
    return list(Model.metadata.sorted_tables)


def rows_of(connection: Connection, table: Table) -> Iterator[Rows]:
    """All rows of a table, in the order of its key, some hundred at a time."""
    columns = [str(column.name) for column in table.columns]
    chosen = select(table).order_by(*table.primary_key.columns)
    for some in connection.execution_options(yield_per=ROWS).execute(chosen).partitions():
        yield Rows(str(table.name), columns, [list(row) for row in some])


def put(connection: Connection, table: Table, record: Rows) -> None:
    """Writes rows into their table, which was empty."""
    days = {column.name for column in table.columns if isinstance(column.type, Date)}
    values = [
        {name: _day(value) if name in days else value for name, value in zip(record.columns, row, strict=True)}
        for row in record.rows
    ]
    if values:
        connection.execute(table.insert(), values)


def packed(record: Record) -> bytes:
    """A record as it is written."""
    body = _encode(record)
    return _LENGTH.pack(len(body)) + body


def records(pieces: Iterable[bytes]) -> Iterator[Record]:
    """The records in a stream of bytes cut anywhere; ValueError where the stream ends within one."""
    waiting = bytearray()
    for piece in pieces:
        waiting += piece
        while len(waiting) >= _LENGTH.size and len(waiting) >= (end := _LENGTH.size + _LENGTH.unpack_from(waiting)[0]):
            yield _decode(bytes(waiting[_LENGTH.size : end]))
            del waiting[:end]
    if waiting:
        raise ValueError("the stream ends within a record")


def _day(value: object) -> object:
    """A day, which travels as text."""
    return date.fromisoformat(value) if isinstance(value, str) else value
