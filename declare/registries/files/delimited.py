"""CSV: cells between commas, semicolons or tabs."""

import csv
from collections.abc import Iterable, Iterator

from declare.law import Text
from declare.registries.files import encoding
from declare.registries.files.sheet import Known, Row, Sheet, Unusable, headed
from declare.registries.files.source import Source

DELIMITERS = (",", "\t", ";", "，", "；")
LONGEST_CELL = 20_000

BROKEN = Text(
    "引号没有成对或一格的内容过长，请核对这一行及其后一行。",
    "has an unpaired quotation mark or an overlong cell: check this row and the next.",
)


def read(source: Source, *, known: Known) -> Sheet:
    """A CSV file as a table, read while it is gone through."""
    headers, rows = headed(_rows(source), known=known)
    return Sheet(headers, rows)


def _rows(source: Source) -> Iterator[Row]:
    """Every row with the line it begins on."""
    csv.field_size_limit(LONGEST_CELL)
    with encoding.text_of(source) as text:
        delimiter = _delimiter(source)
        found = csv.reader(text, delimiter=delimiter, strict=True)
        line = 1
        try:
            for cells in found:
                yield Row(line, cells)
                line = found.line_num + 1
        except csv.Error:
            raise Unusable(BROKEN, line=line) from None


def _delimiter(source: Source) -> str:
    """What stands between the cells: the mark that most of the first lines have most of."""
    with encoding.text_of(source) as text:
        start = text.read(20_000)
    counts = {mark: _unquoted(start, mark) for mark in DELIMITERS}
    return max(DELIMITERS, key=lambda mark: counts[mark])


def _unquoted(text: str, mark: str) -> int:
    """How often a mark stands in a text outside quotation marks."""
    return sum(part.count(mark) for part in _every_other(text.split('"')))


def _every_other(parts: Iterable[str]) -> Iterator[str]:
    """The first, third, fifth … of some parts."""
    for at, part in enumerate(parts):
        if at % 2 == 0:
            yield part
