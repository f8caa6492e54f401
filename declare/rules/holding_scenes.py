"""例中的持仓 · The share, the fund and the policy that the examples of the registry rules are about."""

from declare.items.registries import FundHolding, PolicyRecord, ShareHolding
from declare.items.registries.choices import PolicyState
from declare.items.securities import Fund, Insurance, Stock
from declare.rules.around import Kept
from declare.rules.cases import DECLARANT_ID, day, extract, num

RECEIVED = "2026-03-01"


def stock(
    code: str = "600000",
    *,
    name: str = "浦发银行",
    quantity: int | None = 1000,
    value: str | None = "10.00",
    holder: str = "self",
) -> Stock:
    """The share as a report shows it."""
    return Stock(holder=holder, code=code, name=name, quantity=quantity, value=num(value) if value else None)


def share(
    code: str = "600000",
    *,
    name: str = "浦发银行",
    quantity: int | None = 1000,
    value: str | None = "10.00",
    as_of: str | None = "2026-01-19",
    subject: str = DECLARANT_ID,
) -> Kept:
    """The share as the register shows it."""
    row = ShareHolding(
        subject=subject,
        code=code,
        name=name,
        quantity=quantity,
        value=num(value) if value else None,
        as_of=day(as_of) if as_of else None,
    )
    return extract(row, received=RECEIVED)


def fund(code: str = "161725", *, value: str = "5.00") -> Fund:
    """The fund as a report shows it."""
    return Fund(holder="self", code=code, name="白酒指数", units=num("4.00"), value=num(value))


def units(code: str = "161725", *, value: str = "5.00", as_of: str = "2026-01-19") -> Kept:
    """The fund as the register shows it."""
    row = FundHolding(
        subject=DECLARANT_ID, code=code, name="白酒指数", units=num("4.00"), value=num(value), as_of=day(as_of)
    )
    return extract(row, received=RECEIVED)


def insurance(number: str = "P20190001", *, paid: str | None = "20.00") -> Insurance:
    """The policy as a report shows it."""
    return Insurance(
        holder="self", policy_number=number, product="福满年金保险（分红型）", paid=num(paid) if paid else None
    )


def policy(
    number: str = "P20190001",
    *,
    product: str = "福满年金保险（分红型）",
    paid: str | None = "20.00",
    state: PolicyState | None = PolicyState.IN_FORCE,
) -> Kept:
    """The policy as the register shows it."""
    row = PolicyRecord(
        subject=DECLARANT_ID,
        policy_number=number,
        product=product,
        paid=num(paid) if paid else None,
        state=state,
    )
    return extract(row, received=RECEIVED)
