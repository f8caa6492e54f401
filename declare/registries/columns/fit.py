"""Whether the values of a column are such as its field has: what shows that two columns were taken for each other."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from declare.items.kinds import ChoiceKind
from declare.items.kinds.dates import DayKind
from declare.items.kinds.documents import CertificateKind, DocumentKind
from declare.items.kinds.identity import DOCUMENT, IdNumberKind, normal
from declare.items.kinds.numbers import CountKind, NumberKind
from declare.items.kinds.organisations import UsccKind
from declare.items.kinds.places import ListedKind
from declare.items.spec import Field, Table, Wrong
from declare.law import Text
from declare.registries.cells import EMPTY_WORDS, plain, value_of
from declare.registries.columns.headers import Column
from declare.registries.files import Cell
from declare.registries.files.sheet import blank

LOOKED_AT = 500
"""Values of a column that are looked at."""
MISFIT, FIT = 0.5, 0.8
"""A column whose values fit less often is pointed out; another field is named where they fit at least so often."""
TRIED_FROM = 2
"""Values from which on a column is judged at all: one strange value is a matter of its row."""

NAMED = {
    "number": Text("数字", "numbers"),
    "date": Text("日期", "dates"),
    "choice": Text("规定的选项", "options of the list"),
    "identity": Text("证件号码", "identity numbers"),
    "code": Text("代码", "codes"),
    "listed": Text("国家（地区）或币种", "countries or currencies"),
    "text": Text("文字", "words"),
}
SWAPPED = Text(
    "“{one}”一列多数不是{what}，是否与“{other}”对调？",
    "Most values under “{one}” are no {what}: swap it with “{other}”?",
)
MEANT = Text(
    "“{one}”一列多数不是{what}，是否应为“{other}”？", "Most values under “{one}” are no {what}: is it “{other}”?"
)
ODD = Text(
    "“{one}”一列多数不是{what}，请核对它对应的字段。", "Most values under “{one}” are no {what}: check its field."
)

_LETTERS = re.compile(r"[^\W\d_]")
_DATE = re.compile(r"[12][0-9]{3}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?(?:[ T].*)?")


@dataclass(slots=True)
class Sample:
    """Some values of each column, as they stand in the file."""

    values: list[list[Cell]] = field(default_factory=list)

    def take(self, cells: Sequence[Cell]) -> None:
        """Keeps the values of one row, as long as there are few."""
        while len(self.values) < len(cells):
            self.values.append([])
        for kept, cell in zip(self.values, cells, strict=False):
            if len(kept) < LOOKED_AT and not _nothing(cell):
                kept.append(cell)


def misfits(table: Table, columns: Sequence[Column], sample: Sample) -> Iterator[tuple[int, Text]]:
    """The columns whose values are mostly not such as their field has, each with a sentence that says what may be meant."""
    odd = {
        at: table.field(column.field)
        for at, (column, values) in enumerate(zip(columns, sample.values, strict=False))
        if column.field and len(values) >= TRIED_FROM and share(table.field(column.field), column, values) < MISFIT
    }
    told: set[int] = set()
    for at, found in odd.items():
        if at in told:
            continue
        other = _swapped(table, columns, sample, at)
        if other is not None:
            told.add(other)
        yield at, _said(table, columns, sample, at, found, other)


def share(field: Field, column: Column, values: Sequence[Cell]) -> float:
    """How many of some values are such as the field has, from 0 to 1."""
    return sum(fits(field, column, value) for value in values) / len(values) if values else 0.0


def fits(field: Field, column: Column, cell: Cell) -> bool:
    """Whether one value is such as the field has; numbers and days are no words, and words no identity numbers."""
    kind, word = field.kind, plain(cell) if isinstance(cell, str) else str(cell)
    if isinstance(kind, IdNumberKind | DocumentKind):
        numbered = DOCUMENT.fullmatch(normal(word)) and sum(mark.isdigit() for mark in word) >= 4
        return bool(numbered) and not _DATE.fullmatch(word)
    if isinstance(kind, UsccKind):
        return len(normal(word)) in (15, 18) and normal(word).isascii()
    if isinstance(kind, NumberKind | CountKind | DayKind | ChoiceKind | ListedKind):
        return _read(field, column, cell)
    if isinstance(kind, CertificateKind) or field.index:
        return bool(_LETTERS.search(word) or len(word) >= 6) and not _DATE.fullmatch(word)
    if _is_code(field):
        return not _DATE.fullmatch(word)
    return bool(_LETTERS.search(word)) and not _DATE.fullmatch(word)


def _read(field: Field, column: Column, cell: Cell) -> bool:
    """Whether a value can be read and lies in the range of its kind."""
    try:
        value = value_of(field, cell, unit=column.unit, factor=column.factor)
    except Wrong:
        return False
    return value is not None and (isinstance(field.kind, NumberKind) or field.kind.check(value) is None)


def _swapped(table: Table, columns: Sequence[Column], sample: Sample, at: int) -> int | None:
    """The other column each of whose values fits here, as those here fit there."""
    here = columns[at]
    for other, column in enumerate(columns[: len(sample.values)]):
        if other == at or not column.field:
            continue
        there = share(table.field(column.field), column, sample.values[at]) >= FIT
        if there and share(table.field(here.field), here, sample.values[other]) >= FIT:
            return other
    return None


def _said(table: Table, columns: Sequence[Column], sample: Sample, at: int, field: Field, other: int | None) -> Text:
    """The sentence about a column that does not fit."""
    what = NAMED[_sort(field)]
    one = columns[at].header or field.label.zh
    if other is not None:
        name = columns[other].header
        return _filled(SWAPPED, one, what, Text(name, name))
    free = [found for found in table.fields if found.key not in {column.field for column in columns}]
    telling = [found for found in free if _sort(found) != "text" and not _is_code(found)]
    meant = next((found for found in telling if share(found, columns[at], sample.values[at]) >= FIT), None)
    return _filled(MEANT, one, what, meant.label) if meant else _filled(ODD, one, what, Text("", ""))


def _filled(says: Text, one: str, what: Text, other: Text) -> Text:
    """A sentence with its names, each in its language."""
    return Text(
        says.filled(one=one, what=what.zh, other=other.zh).zh, says.filled(one=one, what=what.en, other=other.en).en
    )


def _sort(field: Field) -> str:
    """What sort of values a field has, as it is called in a sentence."""
    kind = field.kind
    sorts: tuple[tuple[type | tuple[type, ...], str], ...] = (
        ((NumberKind, CountKind), "number"),
        (DayKind, "date"),
        (ChoiceKind, "choice"),
        ((IdNumberKind, DocumentKind), "identity"),
        (UsccKind, "code"),
        (ListedKind, "listed"),
    )
    return next((name for kinds, name in sorts if isinstance(kind, kinds)), "code" if _is_code(field) else "text")


def _is_code(field: Field) -> bool:
    """Whether a text may well be digits alone: codes of shares and units, numbers of receipts and policies."""
    return field.kind.name in {"security_code", "fund_code"} or field.label.zh.endswith(("编码", "号", "代码"))


def _nothing(cell: Cell) -> bool:
    """Whether a cell says that there is nothing."""
    return blank(cell) or (isinstance(cell, str) and plain(cell).lower() in EMPTY_WORDS | {"", "无"})
