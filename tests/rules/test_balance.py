"""What a household had, got and spent between two reports, and who belongs to it in both."""

import pytest

from declare.items.choices import EstateSource, FamilyChange, FilingKind, LendingSide, Relation
from declare.items.filing import Closing
from declare.items.private_lending import PrivateLending
from declare.items.profile import Member
from declare.items.real_estate import RealEstate
from declare.items.securities import Stock
from declare.items.wages import Wages
from declare.rules.balance import balance
from declare.rules.belonging import household_of, in_both, present_in, theirs
from declare.rules.book import rule_by_id, run
from declare.rules.cases import day, num, report
from declare.rules.facts import Facts
from declare.rules.ranks import climbed

SPOUSE = Member(key="sp", relation=Relation.SPOUSE)
LAST = report(
    Stock(holder="self", code="600000", quantity=100, value=num("10")),
    PrivateLending(side=LendingSide.LENT, amount=num("5")),
    year=2024,
    none=(RealEstate,),
    family=(SPOUSE,),
)
NOW = report(
    Wages(total=num("20")),
    Stock(holder="self", code="600000", quantity=300, value=num("60")),
    PrivateLending(side=LendingSide.LENT, amount=num("15")),
    PrivateLending(side=LendingSide.BORROWED, amount=num("30"), since=day("2025-02-01")),
    RealEstate(owners=("sp",), source=EstateSource.BOUGHT, price=num("400"), funding="贷款100万元", certificate="一证"),
    RealEstate(
        owners=("self",), source=EstateSource.OTHER, exit_date="2025-05", exit_price=num("7"), certificate="二证"
    ),
    family=(SPOUSE,),
    closing=Closing(promise=True, other_matters="继承母亲存款8万元；单位奖励9万元"),
)


def test_the_sums_of_a_year():
    year = balance(Facts(NOW, earlier=(LAST,)))
    assert year.gains == {"stocks": num("40")}
    assert (year.income, year.disposals, year.received) == (num("40"), num("7"), num("8"))
    assert (year.lent, year.borrowed, year.paid, year.price) == (num("10"), num("30"), num("300"), num("400"))
    assert year.held == num("75")


def test_the_waterfall_adds_up():
    (found,) = run(Facts(NOW, earlier=(LAST,)), [rule_by_id("C05")])
    amounts = [num(step["value"]) for step in found.numbers["steps"]]
    assert sum(amounts[:6]) == amounts[6]
    assert amounts[7] - amounts[6] == amounts[8] == num(found.numbers["gap"])
    assert amounts[7] == num("75")


def test_there_is_no_balance_without_two_full_reports():
    assert balance(Facts(NOW)) is None
    change = report(Wages(), kind=FilingKind.CHANGE)
    assert balance(Facts(change, earlier=(LAST,))) is None


def test_who_belongs_to_the_household():
    children = (
        Member(key="c1", relation=Relation.CHILD, cohabiting=True),
        Member(key="c2", relation=Relation.CHILD, cohabiting=False),
        Member(key="c3", relation=Relation.CHILD, born=day("2015-01-01")),
        Member(key="f", relation=Relation.PARENT, cohabiting=True),
        Member(key="cs", relation=Relation.CHILD_SPOUSE, cohabiting=True),
    )
    filing = report(family=(SPOUSE, *children))
    assert household_of(filing) == {"self", "sp", "c1", "c3"}
    assert present_in(filing) == {"sp", "c1", "c2", "c3", "cs"}
    divorced = report(family=(Member(key="sp", relation=Relation.SPOUSE, change=FamilyChange.DIVORCE), *children[:2]))
    assert in_both(filing, divorced) == {"self", "c1"}
    assert "sp" not in present_in(divorced)


@pytest.mark.parametrize(("owners", "answer"), [((), True), (("",), True), (("x",), False), (("x", "self"), True)])
def test_what_names_nobody_is_the_households(owners, answer):
    assert theirs(owners, {"self"}) is answer


@pytest.mark.parametrize(
    ("before", "now", "steps"),
    [
        ("三级指挥长", "一级指挥长", 2),
        ("一级指挥长", "三级指挥长", -2),
        ("一级指挥员", "三级指挥长", 1),
        ("高级指挥长", "助理总监", 1),
        ("专业技术三级指挥长", "专业技术二级指挥长", 1),
        ("四级调研员", "一级主任科员", -1),
        ("三级 指挥长", "三级指挥长", 0),
        ("某级", "某级", 0),
        ("三级指挥长", "四级调研员", None),
        ("", "", None),
        ("三级指挥长", "", None),
    ],
)
def test_ranks_are_compared_on_one_ladder(before, now, steps):
    assert climbed(before, now) == steps
