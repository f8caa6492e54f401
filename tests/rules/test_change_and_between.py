"""What findings of the yearly comparison and of the comparison between declarants say beside their number and gravity."""

import pytest

from declare.items.businesses import Business
from declare.items.choices import EstateKind
from declare.items.filing import Basic
from declare.items.real_estate import RealEstate
from declare.items.securities import Insurance, Stock
from declare.items.wages import Wages
from declare.rules.book import rule_by_id, run
from declare.rules.cases import OTHER_ID, SPOUSE_ID, flagged, num, report, unit
from declare.rules.change.interim_left_out import left_out
from declare.rules.facts import Facts
from tests.rules.test_cases import found


def named(rule, name):
    """The findings of a rule in one of its cases."""
    return found(rule, next(case for case in rule.examples if case.name == name))


def compared(rule, now, before):
    """The only finding of a rule on a report and last year's."""
    (one,) = run(Facts(now, earlier=(before,)), [rule_by_id(rule)])
    return one


@pytest.mark.parametrize(
    ("kind", "clause"),
    [(EstateKind.COMMODITY, "M17-4(7)"), (None, "M17-4(7)"), (EstateKind.PARKING, "M17-3(2)")],
)
def test_what_a_missing_home_resembles_goes_by_its_kind(kind, clause):
    home = RealEstate(certificate="一证", kind=kind)
    assert compared("C01", report(none=(RealEstate,)), report(home, year=2024)).clause == clause


def test_a_vanished_thing_points_at_last_years_row():
    before = report(RealEstate(certificate="一证"), RealEstate(certificate="二证"), year=2024)
    place = compared("C01", report(RealEstate(certificate="一证")), before).where[0]
    assert (place.table, place.entry, place.declaration.year) == ("real_estate", 1, 2024)
    policy = compared(
        "C07",
        report(Insurance(policy_number="P1", paid=num("1"))),
        report(Insurance(policy_number="P1", paid=num("2")), year=2024),
    )
    assert (policy.where[0].field, policy.where[0].declaration.kind) == ("paid", "annual")


def test_a_tolerance_is_named_only_where_it_was_used():
    def at(certificate):
        now = RealEstate(address="江东市望江路15号", certificate=certificate, area=num("90"))
        before = RealEstate(address="江东市望江路15号", certificate="一证", area=num("100"))
        return compared("C03", report(now), report(before, year=2024))

    assert [used.key for used in at("二证").thresholds] == ["C03.percent_where_renewed"]
    assert at("一证").thresholds == ()
    assert at("一证").numbers == {"area": "90", "area_before": "100"}
    assert "价格" not in at("一证").message.zh


def test_growth_points_at_what_grew():
    now = report(
        Stock(code="1", quantity=1, value=num("300")), Insurance(policy_number="P", paid=num("1")), none=(RealEstate,)
    )
    before = report(Insurance(policy_number="P", paid=num("9")), year=2024, none=(Stock, RealEstate))
    one = compared("C05", now, before)
    assert [place.table for place in one.where] == ["stocks"]
    assert (one.numbers["growth"], one.numbers["gap"]) == ("292.00", "292.00")


def test_holdings_that_appear_point_here_and_those_that_are_gone_at_last_year():
    held = Stock(code="1", quantity=1, value=num("300"))
    came = compared("C06", report(held), report(none=(Stock,), year=2024))
    went = compared("C06", report(none=(Stock,)), report(Stock(code="1", quantity=1, value=num("300")), year=2024))
    assert came.where[0].declaration is None
    assert went.where[0].declaration.year == 2024
    assert "上年没有" in came.message.zh
    assert "本年没有" in went.message.zh


def test_pay_that_goes_against_a_rank_says_which_way():
    def of(pay, grade, year=2025):
        return report(Wages(total=num(pay)), basic=Basic(grade=grade), year=year)

    before = of("20", "三级指挥长", 2024)
    assert "晋升" in compared("C13", of("10", "二级指挥长"), before).message.zh
    assert "降低" in compared("C13", of("30", "一级指挥员"), before).message.zh


def test_the_clause_of_what_only_the_spouse_reports():
    rule = rule_by_id("D01")
    clauses = {
        name: named(rule, name)[0].clause
        for name in (
            "配偶报告的住房本人没有",
            "配偶报告的车位本人没有",
            "类型没有填的房产本人没有",
            "子女的企业本人没有",
            "配偶报告的子女本人没有",
        )
    }
    assert list(clauses.values()) == ["M17-4(7)", "M17-3(2)", "M17-4(7)", "M17-4(9)", None]


def test_what_only_the_spouse_reports_is_pointed_at_there():
    (one,) = named(rule_by_id("D01"), "配偶报告的住房本人没有")
    assert one.where[0].declaration.declarant == SPOUSE_ID


def test_a_line_of_command_is_said():
    rule = rule_by_id("D03")
    assert "上下级" in named(rule, "上下级单位")[0].message.zh
    assert "上下级" not in named(rule, "另一名干部的亲属参与同一企业")[0].message.zh


def test_units_side_by_side_are_no_line_of_command():
    firm = Business(who="sp", company="江东和泰贸易有限公司")
    units = (unit("ZD", "总队"), unit("JD", "一支队", parent="ZD"), unit("HD", "二支队", parent="ZD"))
    case = flagged(
        "x", report(firm, basic=Basic(unit="JD")), report(firm, declarant=OTHER_ID, basic=Basic(unit="HD")), *units
    )
    (one,) = found(rule_by_id("D03"), case)
    assert "上下级" not in one.message.zh


def test_shares_are_summed_up_in_the_finding():
    (one,) = named(rule_by_id("D02"), "三人合计超过百分之百")
    assert one.numbers == {"count": 2, "shares": "120"}


def test_what_was_left_out_is_pointed_at_in_the_report_between():
    (one,) = named(left_out, "年度报告答“无”")
    assert (one.where[0].table, one.where[0].declaration.kind, one.numbers["filed"]) == (
        "passports",
        "change",
        "2025-06-01",
    )


def test_banquets_count_who_has_no_record_and_who_declined():
    rule = rule_by_id("D09")
    numbers = [named(rule, name)[0].numbers for name in ("两人都没有记录，合为一条", "参加人员报告为已谢绝")]
    assert [(one["missing"], one["declined"]) for one in numbers] == [(2, 0), (0, 1)]
