"""What findings about gifts carry: the fields, the numbers, the thresholds of the place."""

import pytest

from declare.items.businesses import Business
from declare.items.disclosures import ForeignGift
from declare.items.disclosures.choices import Disposal, GiftKind, GiftOutcome
from declare.items.registries import ReferencePrice
from declare.items.work import Custody
from declare.rules.book import rule_by_id, run
from declare.rules.cases import day, extract, flagged, num, report, told, work
from tests.rules.disclosing import CODE, FIRM, LISTED, OLD, TODAY, fields, found, gift, keys


def test_the_day_that_counts_is_pointed_at():
    assert fields(found("E01", gift(happened=OLD))) == ["happened"]
    assert fields(found("E01", gift(happened=OLD, returned_to_unit=OLD))) == ["returned_to_unit"]


@pytest.mark.parametrize(
    ("row", "place", "used"),
    [
        (gift(happened=OLD), "", ["domestic_gift.hand_over"]),
        (gift(happened=OLD), "湖南", ["domestic_gift.hand_over.湖南"]),
        (
            gift(happened=OLD, outcome=GiftOutcome.PENDING),
            "",
            ["domestic_gift.hand_over", "domestic_gift.register_within"],
        ),
        (
            gift(ForeignGift, happened=OLD, outcome=GiftOutcome.PENDING),
            "湖南",
            ["foreign_gift.declare", "foreign_gift.declare_within"],
        ),
    ],
)
def test_a_gift_is_measured_by_its_own_number(row, place, used):
    assert keys(found("E02", row, place=place)) == used


def test_the_term_is_named_where_cash_is_pending():
    assert keys(found("E06", gift(kind=GiftKind.CASH, happened=OLD))) == ["domestic_gift.cash_any_value_hand_over"]
    pending = found("E06", gift(kind=GiftKind.CASH, happened=OLD, outcome=GiftOutcome.PENDING))
    assert keys(pending)[1:] == ["domestic_gift.register_within"]


def test_a_foreign_gift_kept_and_one_of_which_nothing_is_said():
    kept = found("E03", gift(ForeignGift, happened=OLD, country="JP"))
    unsaid = found("E03", gift(ForeignGift, happened=OLD, outcome=GiftOutcome.HANDED_OVER))
    assert (fields(kept), fields(unsaid)) == (["value", "outcome"], ["activity", "country"])
    assert "留存" in kept.message.zh
    assert "赠礼国家" in unsaid.message.zh


def test_sums_of_gifts():
    rows = [gift(happened=day(f"2025-0{month}-01"), giver_unit=FIRM, value=num("190.00")) for month in (1, 2, 3)]
    split = found("E05", *rows)
    assert (split.numbers["gifts"], split.numbers["total"], split.year) == (3, "570.00", 2025)
    assert len(split.where) == 3
    year = found("E04", *(gift(happened=day(f"2024-0{month}-01")) for month in (1, 2)))
    assert (year.numbers["total"], year.numbers["gifts"], year.numbers["in_year"], year.year) == (
        "960.00",
        2,
        2024,
        2024,
    )
    assert fields(year) == ["value", "value"]


@pytest.mark.parametrize(
    ("said", "where", "word"),
    [
        ({"giver_uscc": CODE}, ["giver_uscc", "outcome"], "没有拒收"),
        ({"giver_unit": FIRM}, ["giver_unit", "outcome"], "没有拒收"),
        ({"giver_unit": FIRM, "outcome": GiftOutcome.RETURNED}, ["relation"], "填为其他"),
    ],
)
def test_a_managed_giver_is_found_by_code_or_name(said, where, word):
    finding = found("E07", gift(**said), managed=LISTED)
    assert fields(finding) == where
    assert word in finding.message.zh


def test_an_undervalued_gift_points_at_the_price_too():
    price = extract(ReferencePrice(what="茶叶", value=num("1000.00")), received="2025-01-01")
    finding = found("E08", gift(what="茶叶", quantity=2, happened=OLD), more=(price,))
    assert (len(finding.where), finding.numbers["reference"], finding.year) == (2, "2000.00", 2019)


@pytest.mark.parametrize(("disposal", "word"), [(None, "没有处置记录"), (Disposal.STORED, "没有告知")])
def test_what_is_missing_of_the_end_of_a_gift(disposal, word):
    row = told(gift(outcome=GiftOutcome.HANDED_OVER, handed_over_on=OLD, happened=OLD), filed_on="2019-07-01", ref="G")
    scene = flagged("", row, work(Custody(gift="G", disposal=disposal)), today=TODAY)
    (finding,) = run(scene.subject(), [rule_by_id("E09")])
    assert word in finding.message.zh


def test_a_relatives_firm_is_found_by_code_or_name():
    owned = report(Business(who="sp", company=FIRM, uscc=CODE), filed_on="2020-01-20", year=2019)
    for said, field in (({"giver_uscc": CODE}, "giver_uscc"), ({"giver_unit": FIRM}, "giver_unit")):
        finding = found("E26", gift(happened=OLD, **said), more=(owned,))
        assert (fields(finding)[0], finding.year, len(finding.where)) == (field, 2019, 2)
