"""What every kind of file becomes: a line of headers, then numbered rows of cells."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from declare.law import Text

Cell = str | int | float | Decimal | bool | date | datetime | time | timedelta | list[object] | None
"""What stands in one cell: text, or what a workbook or JSON already knows to be more."""

Known = Callable[[Sequence[str]], int]
"""Says how many of some words are known as headers."""

LOOKED_AT = 10
"""Lines with content among which the header is looked for."""

MOST_COLUMNS = 200
MOST_ROWS = 2_000_000

EMPTY = Text("文件是空的，请选择有内容的文件。", "The file is empty: choose one with content.")
HEADER_ONLY = Text("文件只有标题行，没有数据。", "The file has a header and no rows.")
TOO_WIDE = Text("超过{most}列，请只保留需要的列。", "There are more than {most} columns: keep the ones needed.")
TOO_MANY = Text(
    "超过{most:,}行，请分成几个文件载入。", "There are more than {most:,} rows: split the file into several."
)
RAGGED = Text(
    "有{found}格，标题行有{wanted}列，请核对这一行的分隔符。",
    "has {found} cells and the header {wanted}: check the delimiters of this row.",
)


class Unusable(ValueError):
    """A file that cannot be read as a table: one sentence that says why and what to do; `line` where there is one."""

    def __init__(self, says: Text, *, line: int = 0) -> None:
        super().__init__(says.en)
        self.says = says
        self.line = line

    def sentence(self) -> Text:
        """The sentence, with the row it is about."""
        if not self.line:
            return self.says
        return Text(f"第{self.line}行：{self.says.zh}", f"Row {self.line}: {self.says.en}")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the line it stands on, counted from 1 as a spreadsheet counts, and its cells in the order of the headers."""

    line: int
    cells: Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as it stands in a file; `rows` can be gone through once. `registry` is what a file says of itself."""

    headers: tuple[str, ...]
    rows: Iterator[Row]
    registry: str = ""
    part: str = ""


def blank(cell: Cell) -> bool:
    """Whether a cell holds nothing."""
    return cell is None or (isinstance(cell, str) and not cell.strip()) or cell == []


def headed(found: Iterator[Row], *, known: Known) -> tuple[tuple[str, ...], Iterator[Row]]:
    """The header and the rows below it. A title above the header is left out: the header is the first of the first
    lines that holds two words `known` as headers, else the first line with content.
    """
    start: list[Row] = []
    for row in found:
        if any(not blank(cell) for cell in row.cells):
            start.append(row)
        if len(start) == LOOKED_AT:
            break
    if not start:
        raise Unusable(EMPTY)
    at = next((at for at, row in enumerate(start) if known([_text(cell) for cell in row.cells]) > 1), 0)
    headers = _headers(start[at].cells)
    return headers, _evened(_then(start[at + 1 :], found), len(headers))


def _then(start: Sequence[Row], rest: Iterator[Row]) -> Iterator[Row]:
    """Rows that were read already, then the rest."""
    yield from start
    yield from rest


def _headers(cells: Sequence[Cell]) -> tuple[str, ...]:
    """The words of the header; empty columns at its end do not count."""
    words = [_text(cell) for cell in cells]
    while words and not words[-1]:
        words.pop()
    if len(words) > MOST_COLUMNS:
        raise Unusable(TOO_WIDE.filled(most=MOST_COLUMNS))
    return tuple(words)


def _evened(rows: Iterator[Row], wanted: int) -> Iterator[Row]:
    """Rows with content, each with as many cells as there are headers; Unusable for another number of them."""
    count = 0
    for row in rows:
        cells = row.cells
        if all(blank(cell) for cell in cells):
            continue
        if len(cells) < wanted or any(not blank(cell) for cell in cells[wanted:]):
            raise Unusable(RAGGED.filled(found=len(cells), wanted=wanted), line=row.line)
        count += 1
        if count > MOST_ROWS:
            raise Unusable(TOO_MANY.filled(most=MOST_ROWS))
        yield row if len(cells) == wanted else Row(row.line, cells[:wanted])
    if not count:
        raise Unusable(HEADER_ONLY)


def _text(cell: Cell) -> str:
    """A cell of the header as a word on one line."""
    return "" if cell is None else " ".join(str(cell).split())
