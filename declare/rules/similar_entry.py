"""是否同一项 · What a finding asks when it hints at a similar entry: the two things, their keys, what speaks for one thing.

Read off the rows the finding points at, with the same comparisons as the rules, so that a judgement kept under these keys is
found again by every later comparison.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from declare.items.businesses import Business
from declare.items.employment import Employment
from declare.items.filing import Filing
from declare.items.overseas_assets import DepositAbroad, InvestmentAbroad
from declare.items.passports import Passport
from declare.items.permits import Permit
from declare.items.real_estate import RealEstate
from declare.items.registries import (
    ExitDocument,
    FirmRecord,
    ForeignAccount,
    FundHolding,
    JobRecord,
    PolicyRecord,
    ShareHolding,
    TitleRecord,
)
from declare.items.securities import Fund, Insurance, Stock
from declare.items.spec import Entry
from declare.rules.exit_papers import one_paper, paper
from declare.rules.facts import SELF
from declare.rules.finding import Finding
from declare.rules.firms import employer, firm, one_firm
from declare.rules.homes import home, one_home
from declare.rules.matching import Known, Match, Pair
from declare.rules.positions import Position, one_position, positions
from declare.rules.registered import SIMILAR
from declare.rules.registry.asset_abroad_in_register import asset, one_asset
from declare.rules.spelling import plain


class Comparison(NamedTuple):
    """How registered and declared rows of one kind are compared.

    Which classes, how a row is made ready given whose it is, the comparison, and how many words a key has before what the
    thing itself is known by: the holder, the country.
    """

    registered: tuple[type[Entry], ...]
    declared: tuple[type[Entry], ...]
    ready: Callable[[Any, str], Known]
    compare: Callable[[Any, Any], Match]
    before: int = 1


def _position(row: Entry, holder: str) -> Position:
    """One row of a position made ready to be compared."""
    return positions([(holder, row)])[0]


COMPARISONS = (
    Comparison((TitleRecord,), (RealEstate,), lambda row, _: home(row), one_home, 0),
    Comparison((ShareHolding, FundHolding), (Stock, Fund), _position, one_position),
    Comparison((PolicyRecord,), (Insurance,), _position, one_position),
    Comparison((FirmRecord,), (Business,), firm, one_firm),
    Comparison((JobRecord,), (Employment,), employer, one_firm),
    Comparison((ForeignAccount,), (DepositAbroad, InvestmentAbroad), asset, one_asset, 2),
    Comparison((ExitDocument,), (Passport, Permit), lambda row, _: paper(row), one_paper, 0),
)


class Similar(NamedTuple):
    """A registered row and a declared one that may be one thing: every pair of keys they go by, what they have in common."""

    registered: Entry
    declared: Entry
    pairs: tuple[Pair, ...]
    match: Match


def hints(said: Finding) -> bool:
    """Whether a finding's sentence says that the report has a similar entry."""
    return said.message.zh.endswith(SIMILAR.zh)


def similar(report: Filing, registered: Iterable[Entry], declared: Iterable[Entry]) -> Similar | None:
    """The likest two of the rows a finding on a report points at; None where none of them are compared with each other.

    One thing may stand in several rows, one for every owner or every broker: a judgement holds for all of them. A row that
    gives neither number nor name is known by nothing a judgement could be kept under.
    """
    rows, entries = list(registered), list(declared)
    for way in COMPARISONS:
        here = [way.ready(row, whose(report, getattr(row, "subject", ""))) for row in rows if _is(row, way.registered)]
        there = [way.ready(row, _holder(row)) for row in entries if _is(row, way.declared)]
        named = [one for one in here if _named(one, way)], [other for other in there if _named(other, way)]
        if all(named):
            return _likest(way, *named)
    return None


def whose(report: Filing, number: str) -> str:
    """Who an identity number is in the family of a report, "" for a stranger."""
    if plain(number) == plain(report.declarant):
        return SELF
    return next((member.key for member in report.family or () if plain(member.id_number) == plain(number)), "")


def _holder(row: Entry) -> str:
    """Whose a declared thing is, by family key; "" where its kind is compared without."""
    return getattr(row, "holder", "") or getattr(row, "who", "")


def _is(row: Entry, kinds: tuple[type[Entry], ...]) -> bool:
    """Whether a row is of one of these classes."""
    return isinstance(row, kinds)


def _named(one: Known, way: Comparison) -> bool:
    """Whether a key says more than whose the thing is."""
    return bool(one.key.split(" ", way.before)[-1].strip()) and one.key.count(" ") >= way.before


def _likest(way: Comparison, here: Sequence[Known], there: Sequence[Known]) -> Similar:
    """The two that have most in common."""
    matches = [(way.compare(one, other), one, other) for one in here for other in there]
    match, one, other = max(matches, key=lambda found: found[0].score)
    pairs = dict.fromkeys((one.key, other.key) for one in here for other in there)
    return Similar(one.records[0], other.records[0], tuple(pairs), match)
