"""How a plant edits a life: rows of the last report, or of every report, and the members of the family."""

from typing import Any

from msgspec.structs import replace

from declare.demo.numbers import serial
from declare.demo.population.life import Life, Report
from declare.items.choices import Relation
from declare.items.profile import Member
from declare.items.spec import Entry


def change(life: Life, table: str, at: int = 0, **changes: Any) -> Any:
    """Changes one row of the last report; gives the row."""
    return change_in(life.now, table, at, **changes)


def change_in(report: Report, table: str, at: int = 0, **changes: Any) -> Any:
    """Changes one row of a report; gives the row."""
    rows = list(report.rows[table])
    rows[at] = replace(rows[at], **changes)
    report.rows[table] = tuple(rows)
    return rows[at]


def change_always(life: Life, table: str, at: int = 0, **changes: Any) -> None:
    """Changes one row of every report."""
    for report in life.reports:
        change_in(report, table, at, **changes)


def add(life: Life, table: str, *rows: Entry) -> None:
    """Adds rows to the last report."""
    life.now.rows[table] = (*life.now.rows.get(table, ()), *rows)


def add_always(life: Life, table: str, *rows: Entry) -> None:
    """Adds rows to every report."""
    for report in life.reports:
        report.rows[table] = (*report.rows.get(table, ()), *rows)


def put(life: Life, table: str, *rows: Entry) -> None:
    """These rows and no others in the last report."""
    life.now.rows[table] = rows


def put_always(life: Life, table: str, *rows: Entry) -> None:
    """These rows and no others in every report."""
    for report in life.reports:
        report.rows[table] = rows


def remove(life: Life, table: str, at: int = 0) -> Any:
    """Takes one row out of the last report; gives the row."""
    rows = list(life.now.rows[table])
    row = rows.pop(at)
    life.now.rows[table] = tuple(rows)
    return row


def relative(life: Life, relation: Relation) -> Member:
    """The first member of that relation who has not left."""
    return next(one for one in life.now.members if one.relation is relation and not one.change)


def spouse(life: Life) -> Member:
    """The declarant's spouse."""
    return relative(life, Relation.SPOUSE)


def child(life: Life) -> Member:
    """The first child."""
    return relative(life, Relation.CHILD)


def in_law(life: Life) -> Member:
    """A child's spouse."""
    return relative(life, Relation.CHILD_SPOUSE)


def alter(life: Life, key: str, *, always: bool = True, **changes: Any) -> None:
    """Changes one member of the family, in every report or in the last only."""
    for report in life.reports if always else [life.now]:
        report.members = [replace(one, **changes) if one.key == key else one for one in report.members]


def job_at(report: Report, key: str) -> int:
    """Which row of the table of work is about a member."""
    return next(at for at, row in enumerate(report.rows["employment"]) if row.who == key)


def job(life: Life, key: str, **changes: Any) -> None:
    """Changes the work of a member in every report."""
    for report in life.reports:
        if any(row.who == key for row in report.rows["employment"]):
            change_in(report, "employment", job_at(report, key), **changes)


def unlike(life: Life, digits: int) -> str:
    """A number nobody else in the population has."""
    return f"{serial(life.random, digits):0{digits}d}"
