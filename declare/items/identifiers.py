"""The exact identifiers in a record: what is matched across reports and registers without reading anything else."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from declare.items import table_by_key
from declare.items.filing import Filing
from declare.items.spec import Entry, Field, Table, table_of


@dataclass(frozen=True, slots=True)
class Identifier:
    """One exact identifier: its index, its normalised value, the table and row it stands in."""

    index: str
    value: str
    table: str
    entry: int


def rows(filing: Filing) -> Iterator[tuple[Table, int, Entry]]:
    """Every row of a report with its table and its place: profile, family, tables, other matters."""
    yield table_by_key("basic"), 0, filing.basic
    yield from ((table_by_key("family"), at, member) for at, member in enumerate(filing.family or ()))
    for key in filing.tables.__struct_fields__:
        answer = getattr(filing.tables, key)
        yield from ((table_by_key(key), at, entry) for at, entry in enumerate(answer.entries if answer else ()))
    yield table_by_key("closing"), 0, filing.closing


def identifiers(filing: Filing) -> Iterator[Identifier]:
    """Every exact identifier of a report."""
    return found_in(rows(filing))


def found_in(rows: Iterable[tuple[Table, int, Entry]]) -> Iterator[Identifier]:
    """Every exact identifier of some rows, each with its table and place."""
    for table, at, entry in rows:
        for index, field in _indexed(type(entry)):
            value = getattr(entry, field.key)
            traced = field.kind.trace(value) if value else ""
            if any(mark.isalnum() for mark in traced):
                yield Identifier(index, traced, table.key, at)


@cache
def _indexed(entry: type[Entry]) -> tuple[tuple[str, Field], ...]:
    """The fields of a table that are matched, each with its index."""
    return tuple((field.index, field) for field in table_of(entry).fields if field.index)
