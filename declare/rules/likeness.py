"""异同 · When two rows say the same, which rows are over, and how a sentence names their table."""

from collections.abc import Sequence
from datetime import date
from types import NoneType
from typing import Any

from msgspec import structs

from declare.items.businesses import Business
from declare.items.choices import CompanyState, EstateExit
from declare.items.emigration import Emigration, ResidenceAbroad
from declare.items.folding import folded, folded_address
from declare.items.passports import Passport
from declare.items.permits import Permit
from declare.items.real_estate import RealEstate
from declare.items.securities import Fund, Insurance, Stock
from declare.items.spec import Entry, Field, Table, table_of
from declare.law import Text
from declare.rules.emigration import given_up
from declare.rules.spelling import plain

Key = tuple[str, ...]
"""What a row is known by from one report to the next."""

NOT_GIVEN = (None, "", ())
WRITTEN = (str, tuple, NoneType)
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


def known_by(row: Entry) -> tuple[Key, ...]:
    """What the same row is known by a year later, the surest first."""
    known: tuple[Key, ...] = (("the only row",),)
    if isinstance(row, RealEstate):
        known = (("certificate", folded(row.certificate)), ("address", folded_address(row.address)))
    elif isinstance(row, Business):
        known = ((row.who, "uscc", plain(row.uscc)), (row.who, "company", folded(row.company)))
    elif isinstance(row, Insurance):
        known = ((row.holder, plain(row.policy_number)),)
    elif isinstance(row, Stock | Fund):
        known = ((row.holder, folded(row.code or row.name)),)
    return tuple(key for key in known if key[-1])


def same(one: Entry, other: Entry) -> bool:
    """Whether two rows of a table say the same: amounts by value, text after folding.

    The last field is looked at first, for amounts stand behind names and are compared sooner.
    """
    if one == other:
        return True
    mine, theirs = structs.astuple(one)[::-1], structs.astuple(other)[::-1]
    for field, here, there in zip(table_of(type(one)).fields[::-1], mine, theirs, strict=True):
        if here != there and not _agree(field, here, there):
            return False
    return True


def same_rows(rows: Sequence[Entry], others: Sequence[Entry]) -> bool:
    """Whether two tables hold the same rows, whatever their order."""
    if len(rows) != len(others) or rows == others:
        return len(rows) == len(others)
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
    """Whether one field of two rows says the same, though it differs: only text can be written in several ways."""
    if not isinstance(one, WRITTEN) or not isinstance(other, WRITTEN):
        return False
    if one in NOT_GIVEN or other in NOT_GIVEN:
        return one in NOT_GIVEN and other in NOT_GIVEN
    return field.kind.same(one, other)
