"""持仓 · What one person holds of one share or fund, or pays into one policy, as two records tell of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from rapidfuzz.fuzz import ratio

from declare.items.folding import folded
from declare.items.registries import FundHolding, PolicyRecord, ShareHolding
from declare.items.securities import Fund, Insurance, Stock
from declare.items.spec import Entry
from declare.rules.matching import APART, DOUBTFUL, SAME, Match, Outcome, Trait, one_slip, weighed
from declare.rules.spelling import plain

NAME_LIKE = 0.8
"""How alike the names of two products must be to be worth a second look."""
OWN_NUMBER = weighed(SAME, (Trait.NUMBER, 1.0), (Trait.PERSON, 1.0))
NUMBER_OF_ANOTHER = weighed(DOUBTFUL, (Trait.NUMBER, 1.0), (Trait.PERSON, 0.0))
NEXT_NUMBER = weighed(DOUBTFUL, (Trait.NUMBER_SLIP, 0.9), (Trait.PERSON, 1.0))


@dataclass(slots=True, eq=False)
class Position:
    """Everything one person holds under one number; `rows` are the records that say so."""

    key: str
    rows: tuple[Entry, ...]
    holder: str
    number: str
    name: str
    quantity: Decimal | None
    value: Decimal | None

    @property
    def records(self) -> tuple[Entry, ...]:
        """The rows that tell of it."""
        return self.rows


def positions(rows: Iterable[tuple[str, Entry]]) -> list[Position]:
    """Rows of shares, funds and policies, each with its holder, put together by holder and number."""
    found: dict[tuple[str, str], Position] = {}
    for holder, row in rows:
        one = _position(row, holder)
        before = found.get((holder, one.key))
        found[holder, one.key] = _together(before, one) if before else one
    return list(found.values())


def one_position(one: Position, other: Position) -> Match:
    """Whether two records are about one position: by holder and number, else by holder, name and amount."""
    if one.number and one.number == other.number:
        return OWN_NUMBER if one.holder == other.holder else NUMBER_OF_ANOTHER
    if one.holder != other.holder:
        return APART
    if one.number and other.number:
        slip = one_slip(one.number, other.number) and _names_alike(one, other) >= NAME_LIKE
        return NEXT_NUMBER if slip else APART
    name = _names_alike(one, other)
    return weighed(_by_name(one, other, name), (Trait.NAME, name), (Trait.PERSON, 1.0)) if name >= NAME_LIKE else APART


def _by_name(one: Position, other: Position, name: float) -> Outcome:
    """One position where the name is the same and so is what is held; a doubt where only the name is near."""
    known = one.quantity if one.quantity is not None else one.value
    told = other.quantity if one.quantity is not None else other.value
    return SAME if name == 1 and known is not None and known == told else DOUBTFUL


def _names_alike(one: Position, other: Position) -> float:
    """How alike two products are called."""
    return ratio(one.name, other.name) / 100 if one.name and other.name else 0.0


def _position(row: Entry, holder: str) -> Position:
    """One row by itself."""
    if isinstance(row, Insurance | PolicyRecord):
        number, name, quantity, value = plain(row.policy_number), row.product, None, row.paid
    elif isinstance(row, Fund | FundHolding):
        number, name, quantity, value = plain(row.code), row.name, row.units, row.value
    elif isinstance(row, Stock | ShareHolding):
        held = None if row.quantity is None else Decimal(row.quantity)
        number, name, quantity, value = plain(row.code), row.name, held, row.value
    else:
        raise TypeError(f"{type(row).__name__} is no position")
    name = folded(name)
    return Position(f"{holder} {number or name}", (row,), holder, number, name, quantity, value)


def _together(one: Position, other: Position) -> Position:
    """Two rows of one position; a quantity or value one of them does not give is not known."""
    return Position(
        one.key,
        one.rows + other.rows,
        one.holder,
        one.number,
        one.name or other.name,
        _sum(one.quantity, other.quantity),
        _sum(one.value, other.value),
    )


def _sum(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    """Two amounts together."""
    return None if one is None or other is None else one + other


def held_on(row: Entry) -> date | None:
    """The day a register's figure is of; policies have none."""
    return row.as_of if isinstance(row, ShareHolding | FundHolding) else None
