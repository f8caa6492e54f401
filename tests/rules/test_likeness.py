"""When two rows say the same, which are over, and what counts as a full year."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from declare.items.businesses import Business
from declare.items.choices import CompanyState, EstateExit, FilingKind
from declare.items.emigration import Emigration, ResidenceAbroad
from declare.items.employment import Employment
from declare.items.filing import Member
from declare.items.passports import Passport
from declare.items.permits import Permit
from declare.items.real_estate import RealEstate
from declare.items.wages import Wages
from declare.rules.cases import day, num, report
from declare.rules.facts import Facts
from declare.rules.history import in_order
from declare.rules.likeness import closed, same, same_rows
from declare.rules.occasion import speaks_of
from declare.rules.periods import full_year

TODAY = day("2026-01-20")
HOME = RealEstate(owners=("self", "sp"), address="江东市和平路1号3幢201", area=num("90.00"))


@pytest.mark.parametrize(
    ("other", "answer"),
    [
        (RealEstate(owners=("sp", "self"), address="江东市和平路１＃3栋201", area=num("90")), True),
        (RealEstate(owners=("self",), address=HOME.address, area=HOME.area), False),
        (RealEstate(owners=HOME.owners, address=HOME.address, area=num("90.01")), False),
        (RealEstate(owners=HOME.owners, address=HOME.address), False),
        (RealEstate(owners=HOME.owners, address="江东市和平路2号", area=HOME.area), False),
    ],
)
def test_rows_are_compared_by_what_they_say(other, answer):
    assert same(HOME, other) is answer
    assert same(other, HOME) is answer


def test_nothing_given_is_nothing_given():
    assert same(Employment(employer=""), Employment())
    assert not same(Employment(senior=False), Employment())
    assert not same(Wages(bonus=num("0")), Wages())


@given(st.lists(st.integers(0, 3), max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(amounts, chance):
    rows = [Wages(total=num(str(amount))) for amount in amounts]
    mixed = [Wages(total=num(f"{row.total}.00")) for row in rows]
    chance.shuffle(mixed)
    assert same_rows(rows, mixed)
    assert not same_rows(rows, [*mixed, Wages()])
    if rows:
        assert not same_rows(rows, [*mixed[1:], Wages(total=num("9"))])


@pytest.mark.parametrize(
    ("row", "answer"),
    [
        (RealEstate(), False),
        (RealEstate(exit=EstateExit.NONE), False),
        (RealEstate(exit=EstateExit.GIVEN), True),
        (Business(state=CompanyState.REVOKED), False),
        (Business(state=CompanyState.CANCELLED), True),
        (Business(state=CompanyState.TRANSFERRED), True),
        (ResidenceAbroad(), False),
        (ResidenceAbroad(until=TODAY), True),
        (ResidenceAbroad(remark="已放弃"), True),
        (Emigration(), False),
        (Emigration(remark="2024年已放弃"), True),
        (Passport(), False),
        (Passport(expires=TODAY), False),
        (Passport(expires=day("2026-01-19")), True),
        (Permit(valid_to=TODAY), False),
        (Permit(valid_to=day("2026-01-19")), True),
        (Employment(), False),
    ],
)
def test_a_row_tells_of_something_that_is_over(row, answer):
    assert closed(row, TODAY) is answer


@given(st.dates(), st.dates())
def test_a_full_year_reaches_the_day_before_the_same_date(since, until):
    assume(since.year < 9999 and (since.month, since.day) not in ((1, 1), (2, 29)))
    last = date(since.year + 1, since.month, since.day).toordinal() - 1
    assert full_year(since, until) is (until.toordinal() >= last)


@pytest.mark.parametrize(
    ("since", "until", "answer"),
    [
        ("2024-01-01", "2024-12-31", True),
        ("2024-01-01", "2024-12-30", False),
        ("2024-02-29", "2025-02-27", True),
        ("2024-02-29", "2025-02-26", False),
        ("9999-01-01", "9999-12-31", False),
        ("0001-01-01", "9999-12-31", True),
    ],
)
def test_full_years_at_the_edges_of_the_calendar(since, until, answer):
    assert full_year(day(since), day(until)) is answer


def test_a_report_of_a_change_speaks_of_what_it_answers_and_of_a_family_told_anew():
    before = report(family=(Member(key="sp"),), year=2024)
    change = {"kind": FilingKind.CHANGE, "filed_on": "2025-06-01"}
    asked = {
        name: speaks_of(_last(before, filing), Employment)
        for name, filing in {
            "full": report(family=None),
            "table": report(Employment(), family=None, **change),
            "family": report(family=(Member(key="sp"),), **change),
            "other": report(Wages(), family=None, **change),
        }.items()
    }
    assert asked == {"full": True, "table": True, "family": True, "other": False}
    assert speaks_of(Facts(report(Wages(), family=None, **change)), Employment)


def _last(*filings):
    *earlier, last = in_order(filings)
    return Facts(last, earlier=tuple(reversed(earlier)))
