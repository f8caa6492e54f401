"""Where a finding points and what it carries, rule by rule where the examples alone do not say it."""

import json
from datetime import date

import msgspec
import pytest

from declare.items.choices import FilingKind
from declare.items.filing import Closing
from declare.items.passports import Passport, TripAbroad
from declare.items.real_estate import RealEstate
from declare.items.spec import State
from declare.items.wages import Wages
from declare.rules import wire
from declare.rules.book import rule_by_id, run
from declare.rules.cases import DECLARANT_ID, day, num, report
from declare.rules.facts import Facts
from declare.rules.finding import value_on

SOMEBODY = "110105195001010020"


def found(rule, filing, *earlier):
    return run(Facts(filing, earlier=earlier), [rule_by_id(rule)])


def where(rule, filing, *earlier):
    return [msgspec.to_builtins(place) for finding in found(rule, filing, *earlier) for place in finding.where]


def test_the_example_of_the_contract_is_printed_to_the_letter():
    trip = TripAbroad(left=day("2025-05-02"), passport_number="E12345678")
    [finding] = found("B03", report(trip, Passport(number="E87654321")))
    assert json.loads(wire.line(finding)) == {
        "rule": "B03",
        "version": 1,
        "severity": 4,
        "declarant": DECLARANT_ID,
        "year": 2025,
        "where": [{"table": "trips_abroad", "entry": 0, "field": "passport_number"}],
        "title": "因私出国所用护照未申报",
        "message": "第1次因私出国所用护照未在普通护照表中填报，请核对。",
        "basis": [{"law": "领导干部报告个人有关事项规定", "article": "第三条（二）", "in_force": "2017-02-08"}],
        "numbers": {"left": "2025-05-02"},
        "thresholds": [],
        "clause": "M17-4(2)",
        "audience": "declarant",
    }


def test_an_unanswered_table_points_nowhere_and_names_the_table():
    [first, *_] = found("A09", report())
    assert (first.where, first.numbers) == ((), {"table": "marriage"})
    assert "本人婚姻情况" in first.message.zh


def test_a_box_points_at_its_table():
    assert where("A08", report(states={"wages": State.SOME})) == [{"table": "wages"}]
    [finding] = found("A08", report(RealEstate(), states={"real_estate": State.NONE}))
    assert finding.message.zh == "《房产情况》勾选“无”，但填写了1项，请核对。"


@pytest.mark.parametrize(
    ("closing", "submitted_by", "places"),
    [
        (Closing(), "", [{"table": "closing", "field": "promise"}]),
        (Closing(promise=True), SOMEBODY, [{"table": "basic"}]),
        (Closing(), SOMEBODY, [{"table": "closing", "field": "promise"}, {"table": "basic"}]),
    ],
)
def test_a_promise_and_a_stranger_are_found_where_they_stand(closing, submitted_by, places):
    assert where("A12", report(closing=closing, submitted_by=submitted_by)) == places


def test_the_later_of_two_trips_is_named_first():
    early = TripAbroad(left=day("2025-05-02"), returned=day("2025-05-08"))
    late = TripAbroad(left=day("2025-05-07"), returned=day("2025-05-12"))
    places = where("B06", report(late, early))
    assert [(place["entry"], place["field"]) for place in places] == [
        (0, "left"),
        (0, "returned"),
        (1, "left"),
        (1, "returned"),
    ]


def test_a_document_of_an_earlier_report_is_named_with_that_report():
    trip = TripAbroad(left=day("2025-05-02"), passport_number="E12345678")
    before = report(Passport(number="E12345678", expires=day("2024-12-31")), year=2023)
    [_, paper] = where("B04", report(trip, none=(Passport,)), before)
    assert paper == {
        "table": "passports",
        "entry": 0,
        "declaration": {"declarant": DECLARANT_ID, "year": 2023, "kind": "annual"},
    }


def test_an_amount_carries_both_years_and_the_limits_used():
    [finding] = found("A11", report(Wages(bonus=num("30000"))), report(Wages(bonus=num("3.00")), year=2024))
    assert finding.numbers == {"stated": "30000", "before": "3.00"}
    assert {used.key: used.value for used in finding.thresholds} == {"A11.least_ratio": "0.2", "A11.most_ratio": "5"}
    assert all(used.basis is None for used in finding.thresholds)


def test_a_home_too_dear_is_named_once_by_its_price():
    before = report(RealEstate(address="甲", area=num("100"), price=num("240")), year=2024)
    places = where("A11", report(RealEstate(address="甲", area=num("100"), price=num("2400000"))), before)
    assert places == [{"table": "real_estate", "entry": 0, "field": "price"}]


def test_an_approval_is_asked_for_under_the_text_in_force_on_the_day_of_the_trip():
    trips = {
        "2021-05-02": "第八十二条",
        "2023-05-02": "第八十二条",
        "2024-01-02": "第九十一条",
        "2025-05-02": "第九十一条",
    }
    for left, article in trips.items():
        filed = report(TripAbroad(left=day(left)), year=int(left[:4]), filed_on="2026-01-20")
        assert [cited.article for cited in found("B07", filed)[0].basis] == [article, "第三十一条"]


def test_a_parameter_has_a_value_on_any_day():
    dated = rule_by_id("A10").thresholds[0]
    assert value_on(dated, date(1, 1, 1)) == num("0.01")
    early = report(Wages(salary=num("1"), total=num("2")), year=1900, kind=FilingKind.FIRST)
    assert found("A10", early)[0].thresholds[0].value == "0.01"
