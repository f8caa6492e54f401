"""What findings about a household point at and which numbers they carry."""

from declare.items.businesses import Business
from declare.items.choices import EstateKind, EstateSource, Relation
from declare.items.emigration import Emigration, ResidenceAbroad
from declare.items.filing import Member
from declare.items.real_estate import RealEstate
from declare.items.securities import Insurance, Stock
from declare.rules.book import rule_by_id, run
from declare.rules.cases import day, flagged, num, report


def found(rule, *filings):
    (finding,) = run(flagged("", *filings).facts(), [rule_by_id(rule)])
    return finding


def places(finding):
    return [(place.table, place.entry, place.field) for place in finding.where]


def test_several_welfare_homes_are_one_finding_that_names_each_row():
    kinds = (EstateKind.WELFARE, EstateKind.COMMODITY, EstateKind.CAPPED, EstateKind.AFFORDABLE)
    finding = found("B22", report(*(RealEstate(kind=kind) for kind in kinds)))
    assert places(finding) == [("real_estate", row, "kind") for row in (0, 2, 3)]
    assert finding.numbers == {"count": 3}
    assert "共3套" in finding.message.zh


def test_two_stays_of_one_person_are_one_finding_that_names_both():
    child = Member(key="ch", relation=Relation.CHILD, cohabiting=True)
    stays = (Emigration(who="ch", country="US"), ResidenceAbroad(who="ch", country="CA", since=day("2021-09-01")))
    finding = found("B32", report(*stays, family=(child,)))
    assert places(finding) == [("emigration", 0, "who"), ("residence_abroad", 0, "who")]
    assert finding.numbers == {"country": "US"}


def test_the_money_of_new_assets_is_shown_as_a_sum():
    home = RealEstate(source=EstateSource.BOUGHT, traded="2025-06", price=num("300.00"))
    policies = [Insurance(holder="self", paid=num(paid)) for paid in ("20.00", "80.00")]
    stock = Stock(holder="self", code="600000", quantity=100, value=num("10.00"))
    sold = Stock(holder="self", code="600000", quantity=0, value=num("0.00"))
    last = report(policies[0], stock, year=2024)
    finding = found("B25", report(home, policies[1], sold), last)
    assert places(finding) == [("real_estate", 0, "price"), ("insurance", None, None)]
    told = ("purchases", "holdings", "income", "disposals", "loans", "gap")
    assert [finding.numbers[key] for key in told] == ["300.00", "50.00", "0.00", "0.00", "0.00", "350.00"]
    assert {used.key for used in finding.thresholds} == {
        "B25.margin",
        "B25.margin_in_incomes",
        "B25.explained_percent",
    }


def test_a_share_is_shown_beside_what_it_should_be():
    finding = found("B16", report(Business(capital=num("300.00"), subscribed=num("100.00"), percent=num("50.00"))))
    assert finding.numbers["computed"] == "33.33"
    assert finding.message.zh.startswith("经商办企业第1项填写出资比例50.00%")
