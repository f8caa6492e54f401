"""Two years of reports of one household: the first in full, the second telling only what changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

import msgspec

from declare.demo import holdings, lives
from declare.demo.families import Household
from declare.items import EDITIONS, TABLES, table_by_key
from declare.items.answers import Answer
from declare.items.choices import FilingKind, Relation
from declare.items.filing import Filing, SignedOff, Tables
from declare.items.profile import Closing
from declare.items.spec import Entry, Mode, State

Rows = dict[str, tuple[Any, ...]]
"""The entries of every table that has any, by the table's key."""

MANAGER = "ZD"
"""The body that manages every cadre of the demo."""

FIRM_SHARE = 0.12
"""How many spouses run a firm."""


@dataclass(slots=True)
class Story:
    """One household through the two years the demo tells of; `ref` names it in the files."""

    ref: str
    household: Household
    years: tuple[int, int]
    rows: list[Rows] = field(default_factory=list)
    filed: list[date] = field(default_factory=list)
    missing: set[str] = field(default_factory=set)

    def filings(self) -> list[Filing]:
        """The two reports."""
        return [self._filing(index) for index in range(2)]

    def _filing(self, index: int) -> Filing:
        """One report: every table answered, apart from those the story leaves out of the second."""
        year = self.years[index]
        before = self.rows[index - 1] if index else None
        left_out = self.missing if index else set()
        answers: dict[str, Any] = {
            table.key: _answer(table.key, self.rows[index], before) for table in TABLES if table.key not in left_out
        }
        return Filing(
            edition=EDITIONS[-1].key,
            kind=FilingKind.ANNUAL if index else FilingKind.FIRST,
            year=year,
            filed_on=self.filed[index],
            declarant=self.household.basic.id_number,
            ref=f"{self.ref}-{year}",
            basic=self.household.basic,
            family=tuple(self.household.members),
            tables=Tables(**answers),
            closing=Closing(promise=True),
            signed_off=self._signed_off(year),
        )

    def _signed_off(self, year: int) -> SignedOff | None:
        """The head of a 支队 signs its reports; the 总队 manages its own cadres."""
        if self.household.basic.unit == MANAGER:
            return None
        return SignedOff(by="支队主要负责人", on=date(year + 1, 1, 30))


def story(random: Random, household: Household, *, ref: str, level: float, years: tuple[int, int]) -> Story:
    """An honest household with a salary of `level` 万元: the first year from scratch, the second grown out of it."""
    told = Story(ref, household, years)
    first = _first_year(random, household, level, years[0])
    told.rows = [first, _next_year(random, first, level, years[1])]
    told.filed = [date(year + 1, 1, random.randint(6, 29)) for year in years]
    return told


def _first_year(random: Random, home: Household, level: float, year: int) -> Rows:
    """Everything there is to report of the first year."""
    abroad, found = _studies(random, home)
    passports, permits = lives.passports(random, home), lives.permits(random, home)
    rows: Rows = found | {
        "marriage": (lives.marriage(random, home),),
        "passports": passports,
        "trips_abroad": lives.trips_abroad(random, passports, year),
        "permits": permits,
        "trips_hkmt": lives.trips_hkmt(random, permits, year),
        "employment": lives.employment(random, home, abroad),
        "wages": (lives.wages(level, 1.0),),
        "labour_income": lives.lectures(random),
        "real_estate": holdings.homes(random, home),
        "stocks": holdings.stocks(random, home),
        "funds": holdings.funds(random, home),
        "insurance": holdings.insurance(random, home),
    }
    if home.spouse and random.random() < FIRM_SHARE:
        rows["businesses"] = (holdings.company(random, home.spouse, home),)
    return rows


def _studies(random: Random, home: Household) -> tuple[dict[str, str], Rows]:
    """For some, a child of 19 to 24 who studies abroad, and the account that pays for it."""
    students = [child for child in home.of(Relation.CHILD) if 19 <= home.age_of(child) <= 24]
    if not students or random.random() > 0.5:
        return {}, {}
    student = students[0]
    country, city, currency = random.choice(lives.STUDIES)
    return {student.key: country}, {
        "residence_abroad": (lives.residence(home, student, country, city),),
        "deposits_abroad": (holdings.account_abroad(random, country, city, currency),),
    }


def _next_year(random: Random, before: Rows, level: float, year: int) -> Rows:
    """The same household a year on: pay grows, prices move, premiums are paid, trips are new."""
    rows = dict(before)
    rows["wages"] = (lives.wages(level, random.uniform(1.02, 1.06)),)
    rows["labour_income"] = lives.lectures(random)
    rows["trips_abroad"] = lives.trips_abroad(random, before["passports"], year)
    rows["trips_hkmt"] = lives.trips_hkmt(random, before["permits"], year)
    rows["stocks"] = _each(before["stocks"], lambda row: {"value": _moved(random, row.value)})
    rows["funds"] = _each(before["funds"], lambda row: {"value": _moved(random, row.value)})
    rows["insurance"] = _each(before["insurance"], lambda row: {"paid": row.paid + holdings.wan(random.uniform(1, 3))})
    deposits = before.get("deposits_abroad", ())
    rows["deposits_abroad"] = _each(deposits, lambda row: {"amount": _moved(random, row.amount)})
    return rows


def _each(rows: Sequence[Entry], change: Callable[[Any], dict[str, object]]) -> tuple[Entry, ...]:
    """Every entry with what changed in it."""
    return tuple(msgspec.structs.replace(row, **change(row)) for row in rows)


def _moved(random: Random, value: Decimal) -> Decimal:
    """A value a year later, a few percent up or down."""
    return holdings.wan(float(value) * random.choice((0.93, 0.97, 1.04, 1.08)))


def _answer(key: str, rows: Rows, before: Rows | None) -> Answer[Entry]:
    """What is said of a table: none, some; the first time, unchanged or changed."""
    entries = rows.get(key, ())
    if table_by_key(key).mode is Mode.EVENT:
        return Answer(state=State.SOME if entries else State.NONE, entries=entries)
    if before is None:
        return Answer(state=State.FIRST if entries else State.NONE, entries=entries)
    earlier = before.get(key, ())
    if not entries and not earlier:
        return Answer(state=State.NONE)
    return Answer(state=State.UNCHANGED if entries == earlier else State.CHANGED, entries=entries)
