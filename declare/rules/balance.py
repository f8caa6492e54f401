"""收支与资产 · What a household had, got and spent between last year's full report and this one, in 10,000 yuan.

Only what belongs to people who were in the household in both years counts; foreign currency is left out, for no rate is
declared, and so are moves of prices: a holding grows by what was bought.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from msgspec import structs

from declare.items.answers import Answer
from declare.items.choices import EstateSource, LendingSide
from declare.items.filing import Filing
from declare.items.labour_income import LabourIncome
from declare.items.private_lending import PrivateLending
from declare.items.real_estate import RealEstate
from declare.items.spec import Entry, table_of
from declare.items.wages import Wages
from declare.rules.belonging import in_both, theirs
from declare.rules.facts import Facts, answered, once
from declare.rules.funding import stated
from declare.rules.holdings import HOME_CURRENCY, VALUES, held, net_new
from declare.rules.kinship import spouse
from declare.rules.year_on_year import homes

ZERO = Decimal(0)
CENT = Decimal("0.01")

GIVEN = (EstateSource.INHERITED, EstateSource.GIFT)
"""How a home is come by without paying."""
RECEIVED = ("继承", "遗产", "赠与", "赠予", "受赠")
"""Words by which other matters speak of money that was given or left to the household."""
HOLDINGS: tuple[type[Entry], ...] = (*(table for table, _ in VALUES), PrivateLending)
"""The tables whose rows have a holder."""
_CLAUSE = re.compile(r"[；;。\r\n]")


@dataclass(frozen=True, slots=True)
class Balance:
    """The sums of one year. `gains` says by table what was put in less what was taken out; `lent` and `borrowed` are what
    is lent and owed now less what was a year ago; `paid` is what homes cost beyond the money their funding names.
    """

    gains: Mapping[str, Decimal]
    bought: tuple[RealEstate, ...]
    income: Decimal
    disposals: Decimal
    received: Decimal
    lent: Decimal
    borrowed: Decimal
    held: Decimal

    @property
    def paid(self) -> Decimal:
        """What the new homes cost beyond the amounts their funding names."""
        return total(max(ZERO, (home.price or ZERO) - (stated(home.funding) or ZERO)) for home in self.bought)

    @property
    def price(self) -> Decimal:
        """What the new homes cost."""
        return total(home.price for home in self.bought)

    @property
    def grown(self) -> Decimal:
        """What was put into holdings less what was taken out."""
        return total(self.gains.values())


@once
def balance(facts: Facts) -> Balance | None:
    """The sums between last year's full report and this one; None where there are not both."""
    last = facts.last_year
    if not facts.annual or last is None:
        return None
    household = in_both(last, facts.filing)
    now, before = _narrowed(facts.filing, household), _narrowed(last, household)
    new = (home for home in homes(facts).new if home.source not in GIVEN and theirs(home.owners, household))
    return Balance(
        gains=net_new(now, before),
        bought=tuple(new),
        income=income(facts),
        disposals=disposed(facts),
        received=_received(facts.closing.other_matters),
        lent=_lending(now, before, LendingSide.LENT),
        borrowed=_lending(now, before, LendingSide.BORROWED),
        held=_held(now),
    )


@once
def income(facts: Facts) -> Decimal:
    """Wages and labour income of the year, twice where there is a spouse, whose income is not declared."""
    rows: tuple[Wages | LabourIncome, ...] = (*facts.rows(Wages), *facts.rows(LabourIncome))
    own = total(row.total for row in rows)
    return own * 2 if spouse(facts) else own


def ceiling(facts: Facts) -> Decimal:
    """More than this cannot have gone into holdings, loans and homes since last year; quick to work out."""
    lent = total(loan.amount for loan in facts.rows(PrivateLending))
    before = answered(facts.last_year, PrivateLending) if facts.last_year else None
    owed = total(loan.amount for loan in before.entries) if before else ZERO
    return held(facts) + lent + owed + total(home.price for home in homes(facts).new)


def disposed(facts: Facts) -> Decimal:
    """What homes disposed of since the year reported on began went for."""
    since = f"{facts.year:04}-01"
    return total(home.exit_price for home in facts.rows(RealEstate) if home.exit_date >= since)


def total(amounts: Iterable[Decimal | None]) -> Decimal:
    """Amounts together; what is not given counts nothing."""
    return sum((amount for amount in amounts if amount), ZERO)


def cents(amount: Decimal) -> Decimal:
    """An amount with two decimals, as the form shows it."""
    return amount.quantize(CENT)


def value_of(filing: Filing, table: type[Entry], household: set[str]) -> Decimal | None:
    """What a table of holdings is worth to these people, None where the report does not answer it."""
    answer = answered(filing, table)
    read = next(read for entry, read in VALUES if entry is table)
    return None if answer is None else total(read(row) for row in answer.entries if _of(row, household))


def _narrowed(filing: Filing, household: set[str]) -> Filing:
    """A report with the holdings and loans of these people alone."""
    changes: dict[str, Answer[Any]] = {}
    for table in HOLDINGS:
        answer = answered(filing, table)
        if answer is not None and not all(_of(row, household) for row in answer.entries):
            kept = tuple(row for row in answer.entries if _of(row, household))
            changes[table_of(table).key] = structs.replace(answer, entries=kept)
    return structs.replace(filing, tables=structs.replace(filing.tables, **changes)) if changes else filing


def _of(row: Entry, household: set[str]) -> bool:
    """Whether a holding or loan is of one of these people; one that names nobody is."""
    whose = row.who if isinstance(row, PrivateLending) else getattr(row, "holder", "")
    return theirs((whose,), household)


def _received(other_matters: str) -> Decimal:
    """The amounts that other matters name as inherited or received as gifts."""
    clauses = _CLAUSE.split(other_matters) if other_matters else ()
    return total(stated(clause) for clause in clauses if any(word in clause for word in RECEIVED))


def _lending(now: Filing, before: Filing, side: LendingSide) -> Decimal:
    """What is lent or owed more than a year ago; where last year was not asked, what was lent or borrowed this year."""
    current, last = answered(now, PrivateLending), answered(before, PrivateLending)
    loans = [loan for loan in current.entries if loan.side is side] if current else []
    if current is None or last is None:
        return total(loan.amount for loan in loans if loan.since is not None and loan.since.year >= now.year)
    return total(loan.amount for loan in loans) - total(loan.amount for loan in last.entries if loan.side is side)


def _held(filing: Filing) -> Decimal:
    """What shares, funds, insurance and yuan abroad are worth, with what is lent."""
    worth = ZERO
    for table, read in VALUES:
        answer = answered(filing, table)
        rows = answer.entries if answer else ()
        worth += total(read(row) for row in rows if getattr(row, "currency", HOME_CURRENCY) == HOME_CURRENCY)
    lending = answered(filing, PrivateLending)
    return worth + total(loan.amount for loan in (lending.entries if lending else ()) if loan.side is LendingSide.LENT)
