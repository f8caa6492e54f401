"""与上年相比 · This year's full report beside last year's, table by table, and what was told in between."""

from collections.abc import Sequence
from itertools import takewhile
from typing import TypeVar

from declare.items.businesses import Business
from declare.items.filing import Filing
from declare.items.real_estate import RealEstate
from declare.items.securities import Insurance
from declare.items.spec import Entry
from declare.rules.facts import Facts, answered, full, once
from declare.rules.identity import FIRM, HOME, POLICY, Paired, Way, paired
from declare.rules.likeness import closed

R = TypeVar("R", bound=Entry)


def two_years(facts: Facts, table: type[R]) -> tuple[tuple[R, ...], tuple[R, ...]] | None:
    """Last year's and this year's rows of a table; None where this is no full report or one of the two does not answer it."""
    if not facts.annual or facts.last_year is None:
        return None
    now, before = facts.answer(table), answered(facts.last_year, table)
    return (before.entries, now.entries) if now is not None and before is not None else None


@once
def one_family(facts: Facts) -> bool:
    """Whether the family is word for word that of last year's report."""
    return facts.last_year is not None and facts.last_year.family == facts.filing.family


@once
def homes(facts: Facts) -> Paired[RealEstate]:
    """Homes of last year and of this year."""
    return _paired(facts, RealEstate, HOME)


@once
def firms(facts: Facts) -> Paired[Business]:
    """Firms of last year and of this year, person by person."""
    return _paired(facts, Business, FIRM)


@once
def policies(facts: Facts) -> Paired[Insurance]:
    """Policies of last year and of this year."""
    return _paired(facts, Insurance, POLICY)


@once
def interim(facts: Facts) -> list[Filing]:
    """What was filed after the last full report and before this one, the latest first."""
    return list(takewhile(lambda filing: not full(filing), facts.earlier))


def told_over(facts: Facts, row: R, ways: Sequence[Way]) -> bool:
    """Whether a row that is gone was over last year, or a report in between says so."""
    if closed(row, facts.filed_on):
        return True
    answers = (answered(filing, type(row)) for filing in interim(facts))
    over = [told for answer in answers if answer for told in answer.entries if closed(told, facts.filed_on)]
    return bool(over and paired((row,), over, ways).both)


def _paired(facts: Facts, table: type[R], ways: Sequence[Way]) -> Paired[R]:
    """The rows of a table in the two years; nothing where they are not to be compared."""
    rows = two_years(facts, table)
    return paired(*rows, ways) if rows else Paired((), (), ())
