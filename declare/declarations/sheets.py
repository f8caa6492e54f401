"""A draft's parts: what was written in one table so far, and how it is stored."""

from collections.abc import Iterator
from functools import cache
from typing import Any, Generic, TypeVar

import msgspec

from declare.items import PROFILE, edition_by_key, table_by_key
from declare.items.filing import Basic, Filing
from declare.items.spec import Entry, Record, State, Table

E = TypeVar("E", bound=Entry)

BASIC, FAMILY, CLOSING = (table.key for table in PROFILE)
BEFORE = "before"
"""The part that keeps the report of the year before, for comparison."""


class Sheet(Record, Generic[E], frozen=True, kw_only=True, omit_defaults=True):
    """What was written in one table so far; `state` None: not answered yet, the rows may be last year's."""

    state: State | None = None
    entries: tuple[E, ...] = ()


_encode = msgspec.json.Encoder().encode


def tables_of(edition: str) -> tuple[Table, ...]:
    """The statutory tables of an edition, in the order of the form."""
    return edition_by_key(edition).tables


def parts_of(edition: str) -> Iterator[str]:
    """The keys of all parts of a full report: profile, family, tables, other matters."""
    yield BASIC
    yield FAMILY
    yield from (table.key for table in tables_of(edition))
    yield CLOSING


def encoded(document: Sheet[Any] | Filing) -> bytes:
    """A part, or a whole report, as it is sealed: JSON in the order of the definitions, what was not given left out."""
    return _encode(document)


def decoded(part: str, document: bytes) -> Sheet[Any]:
    """A part as it was sealed."""
    return _decoder(part).decode(document)


def decoded_filing(document: bytes) -> Filing:
    """A whole report as it was sealed."""
    return _filings.decode(document)


_filings = msgspec.json.Decoder(Filing)


@cache
def _decoder(part: str) -> msgspec.json.Decoder[Sheet[Any]]:
    """The decoder of one part, made once."""
    return msgspec.json.Decoder(Sheet[table_by_key(part).entry])  # type: ignore[misc]


def basic_of(sheet: Sheet[Any]) -> Basic:
    """The one row of the profile."""
    return sheet.entries[0] if sheet.entries else Basic()
