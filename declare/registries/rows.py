"""The rows of a file as rows of a registry: typed, each once, whatever is wrong named by row and column."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, NamedTuple

import msgspec

from declare.items.spec import Entry, Field, Table, Wrong
from declare.law import Text
from declare.registries.cells import value_of
from declare.registries.columns import Column
from declare.registries.columns.fit import LOOKED_AT, Sample, misfits
from declare.registries.files import Sheet
from declare.registries.files.sheet import Row, Unusable, blank
from declare.registries.seen import Seen

MOST_PROBLEMS = 50
"""Problems told of one file; a file with one is refused whole."""
PREVIEW = 10

NEEDED: Mapping[str, tuple[str, ...]] = {
    "awards": ("supplier_uscc", "supplier"),
    "managed": ("uscc", "name"),
    "venues": ("name",),
    "treasury": ("receipt_number",),
    "prices": ("what",),
}
"""Where a registry is about no person: the fields of which a row must have one."""
UNITS: Mapping[str, str] = {"managed": "unit", "roster": "unit", "awards": "buyer_unit"}
"""Fields that hold the code of a unit; a file may name the unit instead."""

MISSING = Text("没有填写，无法知道这一行是关于谁的。", "is missing: nobody can tell whom this row is about.")
NO_COLUMN = Text("没有一列对应“{label}”，请在下面选择。", "No column is “{label}”: choose one below.")
NO_UNIT = Text("没有名称或编码为“{typed}”的单位。", "There is no unit of the name or code “{typed}”.")


class Problem(NamedTuple):
    """One thing wrong with one row: its line, the column ("" for the whole row), the sentence."""

    line: int
    column: Text
    says: Text

    def sentence(self) -> Text:
        """«第17行，建筑面积：…»"""
        where = f"，{self.column.zh}" if self.column.zh else "", f", {self.column.en}" if self.column.en else ""
        return Text(f"第{self.line}行{where[0]}：{self.says.zh}", f"Row {self.line}{where[1]}: {self.says.en}")


@dataclass(frozen=True, slots=True)
class Plan:
    """How a file is read: the registry, a column each; `units` gives codes by code and name."""

    table: Table
    columns: tuple[Column, ...]
    units: Mapping[str, str] = field(default_factory=dict)

    def missing(self) -> Text | None:
        """The sentence where no column says whom or what a row is about."""
        mapped = {column.field for column in self.columns}
        needed = needed_of(self.table)
        return None if mapped.intersection(needed) else _said_missing(self.table.field(needed[0]))


@dataclass(slots=True)
class Reading:
    """What was read of a file so far. Nothing of it is kept but counts, the first rows and what is wrong.

    `lines` are rows as they stand in the file, `doubled` stood before, `odd` hold a value that does not fit and is kept
    all the same; `whole` is False where only the first lines were looked at.
    """

    rows: int = 0
    lines: int = 0
    doubled: int = 0
    odd: int = 0
    whole: bool = True
    preview: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unusable: Text | None = None
    misfits: dict[int, Text] = field(default_factory=dict)

    @property
    def sound(self) -> bool:
        """Whether the file can be loaded."""
        return not (self.problems or self.unusable or self.misfits)


def needed_of(table: Table) -> tuple[str, ...]:
    """The fields of which every row must have one."""
    return ("subject",) if "subject" in table.keys else NEEDED[table.key]


def typed_rows(plan: Plan, rows: Iterator[Row], reading: Reading) -> Iterator[Entry]:
    """Every row, typed, the same one once; counts and problems go into `reading`. Ends early after fifty problems."""
    reader, seen = _Reader(plan), Seen()
    try:
        for row in rows:
            entry = reader.read(row, reading.problems)
            if len(reading.problems) >= MOST_PROBLEMS:
                return
            if entry is None:
                continue
            if not seen.add(msgspec.json.encode(entry)):
                reading.doubled += 1
                continue
            reading.rows += 1
            reading.odd += reader.is_odd(entry)
            yield entry
    except Unusable as refusal:
        reading.unusable = refusal.sentence()


def look_through(plan: Plan, sheet: Sheet, *, most: int | None = None) -> Reading:
    """Reads a whole file, or its first rows, and keeps nothing: what would be loaded, and what is wrong."""
    reading, sample = Reading(), Sample()
    rows = _sampled(sheet.rows if most is None else islice(sheet.rows, most), sample, reading)
    for entry in typed_rows(plan, rows, reading):
        if len(reading.preview) < PREVIEW:
            reading.preview.append(entry)
    if len(reading.problems) >= MOST_PROBLEMS:
        _sample_on(rows)
    reading.whole = most is None or reading.lines < most
    reading.misfits = dict(misfits(plan.table, plan.columns, sample))
    if reading.misfits:
        mapped = {plan.table.field(plan.columns[at].field).label for at in reading.misfits}
        reading.problems = [problem for problem in reading.problems if problem.column not in mapped]
    return reading


def _sample_on(rows: Iterator[Row]) -> None:
    """Looks at further values after fifty problems, so that a column is not judged by its first rows alone."""
    with suppress(Unusable):
        for _ in islice(rows, LOOKED_AT):
            pass


class _Reader:
    """Reads rows after one plan."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.mapped = [(at, plan.table.field(one.field), one) for at, one in enumerate(plan.columns) if one.field]
        self.needed = needed_of(plan.table)
        self.unit = UNITS.get(plan.table.key, "")

    def read(self, row: Row, problems: list[Problem]) -> Entry | None:
        """One row, None where something is wrong with it."""
        before, values = len(problems), dict[str, Any]()
        for at, found, column in self.mapped:
            if not blank(row.cells[at]):
                try:
                    values[found.key] = self._value(found, column, row.cells[at])
                except Wrong as wrong:
                    problems.append(Problem(row.line, found.label, wrong.says))
        if len(problems) == before and not any(values.get(key) for key in self.needed):
            problems.append(Problem(row.line, self.plan.table.field(self.needed[0]).label, MISSING))
        return self.plan.table.entry(**values) if len(problems) == before else None

    def is_odd(self, entry: Entry) -> bool:
        """Whether a value is readable and yet does not fit, such as a number with a wrong check digit: it is loaded all the same."""
        values = ((found.kind, getattr(entry, found.key)) for _, found, _ in self.mapped)
        return any(kind.check(value) is not None for kind, value in values if value not in (None, ""))

    def _value(self, found: Field, column: Column, cell: Any) -> Any:
        """One value; a unit by its code."""
        value = value_of(found, cell, unit=column.unit, factor=column.factor)
        if found.key != self.unit or not value:
            return value
        code = self.plan.units.get(value)
        if code is None:
            raise Wrong(NO_UNIT.filled(typed=str(value)[:40]))
        return code


def _sampled(rows: Iterator[Row], sample: Sample, reading: Reading) -> Iterator[Row]:
    """The rows, each looked at and counted as it passes."""
    for row in rows:
        sample.take(row.cells)
        reading.lines += 1
        yield row


def _said_missing(found: Field) -> Text:
    """That no column is that field."""
    zh, en = NO_COLUMN.filled(label=found.label.zh), NO_COLUMN.filled(label=found.label.en)
    return Text(zh.zh, en.en)
