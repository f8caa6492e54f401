"""异同 · When two rows say the same, which rows are over, and how a sentence names their table."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from declare.items.businesses import Business
from declare.items.choices import CompanyState, EstateExit
from declare.items.emigration import Emigration, ResidenceAbroad
from declare.items.passports import Passport
from declare.items.permits import Permit
from declare.items.real_estate import RealEstate
from declare.items.spec import Entry, Field, Table, table_of
from declare.law import Text
from declare.rules.emigration import given_up

NOT_GIVEN = (None, "", ())
GONE = (CompanyState.CANCELLED, CompanyState.TRANSFERRED)


def closed(row: Entry, day: date) -> bool:
    """Whether a row tells of something that is over: disposed of, deregistered, ended, given up or expired by that day."""
    if isinstance(row, RealEstate):
        return row.exit not in (None, EstateExit.NONE)
    if isinstance(row, Business):
        return row.state in GONE
    if isinstance(row, ResidenceAbroad):
        return row.until is not None or given_up(row)
    if isinstance(row, Emigration):
        return given_up(row)
    last = row.expires if isinstance(row, Passport) else row.valid_to if isinstance(row, Permit) else None
    return last is not None and last < day


def same(one: Entry, other: Entry) -> bool:
    """Whether two rows of a table say the same: amounts by value, text after folding."""
    if one == other:
        return True
    return all(
        _agree(field, getattr(one, field.key), getattr(other, field.key)) for field in table_of(type(one)).fields
    )


def same_rows(rows: Sequence[Entry], others: Sequence[Entry]) -> bool:
    """Whether two tables hold the same rows, whatever their order."""
    if len(rows) != len(others):
        return False
    left = list(others)
    for row in rows:
        match = next((index for index, other in enumerate(left) if same(row, other)), None)
        if match is None:
            return False
        del left[match]
    return True


def of_table(says: Text, table: Table) -> Text:
    """A sentence with the name of a table in place of `{table}`."""
    return Text(says.zh.replace("{table}", table.title.zh), says.en.replace("{table}", table.title.en))


def _agree(field: Field, one: Any, other: Any) -> bool:
    """Whether one field of two rows says the same."""
    if one == other:
        return True
    if one in NOT_GIVEN or other in NOT_GIVEN:
        return one in NOT_GIVEN and other in NOT_GIVEN
    return field.kind.same(one, other)
