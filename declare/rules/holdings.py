"""What a family put into shares, funds, insurance and assets abroad between two reports, without the moves of prices."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from operator import attrgetter
from typing import Any, TypeVar

from declare.items.filing import Filing
from declare.items.overseas_assets import DepositAbroad, InvestmentAbroad
from declare.items.securities import Fund, Insurance, Stock
from declare.items.spec import Entry, table_of
from declare.rules.facts import Facts, answered, once

E = TypeVar("E", bound=Entry)

HOME_CURRENCY = "CNY"

VALUES: tuple[tuple[type[Entry], Callable[[Any], Decimal | None]], ...] = (
    (Stock, attrgetter("value")),
    (Fund, attrgetter("value")),
    (Insurance, attrgetter("paid")),
    (DepositAbroad, attrgetter("amount")),
    (InvestmentAbroad, attrgetter("amount")),
)

Position = tuple[Decimal, Decimal]
"""A quantity and its value in 10,000 yuan."""


def net_new(now: Filing, before: Filing) -> dict[str, Decimal]:
    """By table, what was put in less what was taken out, in 10,000 yuan.

    A table that one of the reports does not answer is left out, and so are amounts in a foreign currency.
    """
    gains = (
        (Stock, _traded(_pair(now, before, Stock))),
        (Fund, _traded(_pair(now, before, Fund))),
        (Insurance, _risen(_pair(now, before, Insurance))),
        (DepositAbroad, _risen(_pair(now, before, DepositAbroad))),
        (InvestmentAbroad, _risen(_pair(now, before, InvestmentAbroad))),
    )
    return {table_of(table).key: gain for table, gain in gains if gain}


@once
def held(facts: Facts) -> Decimal:
    """What the family holds in all, in 10,000 yuan: more than this cannot have been put in."""
    total = Decimal(0)
    for entry, value in VALUES:
        if entry in facts.told:
            total = sum(filter(None, map(value, facts.rows(entry))), total)
    return total


def _pair(now: Filing, before: Filing, table: type[E]) -> tuple[tuple[E, ...], tuple[E, ...]]:
    """The rows of a table in both reports, none where one of them does not answer it."""
    current, last = answered(now, table), answered(before, table)
    return (current.entries, last.entries) if current and last else ((), ())


def _traded(pair: tuple[tuple[Stock | Fund, ...], tuple[Stock | Fund, ...]]) -> Decimal:
    """The change in quantity at the current unit value; at the last one where everything was sold."""
    if not pair[0] and not pair[1]:
        return Decimal(0)
    current, last = _positions(pair[0]), _positions(pair[1])
    total = Decimal(0)
    for key in current.keys() | last.keys():
        held, had = current.get(key, (Decimal(0), Decimal(0))), last.get(key, (Decimal(0), Decimal(0)))
        if held is not None and had is not None:
            quantity, value = held if held[0] else had
            total += (held[0] - had[0]) * value / quantity if quantity else 0
    return total


def _positions(rows: Iterable[Stock | Fund]) -> dict[tuple[str, str], Position | None]:
    """Holdings by holder and code; None where a quantity or a value is not given, so that nothing can be said."""
    held: dict[tuple[str, str], Position | None] = {}
    for row in rows:
        quantity = row.quantity if isinstance(row, Stock) else row.units
        key = (row.holder, row.code)
        before = held.get(key, (Decimal(0), Decimal(0)))
        known = before is not None and quantity is not None and row.value is not None
        held[key] = (before[0] + quantity, before[1] + row.value) if known else None  # type: ignore[index,operator]  # known
    return held


def _risen(pair: tuple[tuple[Entry, ...], tuple[Entry, ...]]) -> Decimal:
    """How much more was paid or lies abroad than the year before."""
    return sum(map(_amount, pair[0]), Decimal(0)) - sum(map(_amount, pair[1]), Decimal(0))


def _amount(row: Entry) -> Decimal:
    """What was paid for a policy, or lies abroad in yuan."""
    if isinstance(row, Insurance):
        return row.paid or Decimal(0)
    if isinstance(row, DepositAbroad | InvestmentAbroad) and row.currency == HOME_CURRENCY:
        return row.amount or Decimal(0)
    return Decimal(0)
