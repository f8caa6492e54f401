"""配偶、子女移居国（境）外的情况每年都要报告；已经放弃的，应在备注中写明。"""

from collections.abc import Iterator

from msgspec import structs

from declare.items.choices import FamilyChange, FilingKind, Relation
from declare.items.emigration import Emigration
from declare.items.filing import Filing
from declare.items.profile import Member
from declare.law import M17, R17, Text
from declare.rules.belonging import present_in
from declare.rules.book import rule
from declare.rules.cases import flagged, report, silent
from declare.rules.emigration import given_up
from declare.rules.facts import Facts, answered
from declare.rules.finding import REVIEWER, Found, finding
from declare.rules.year_on_year import interim, two_years


@rule(
    "C11",
    Text("移居状态倒退", "Emigration of last year is no longer reported"),
    severity=3,
    basis=(R17.article(3, 6), M17.article(4, 4)),
    audience=REVIEWER,
    says=Text(
        "上年移居情况第{row}项的人员本年没有填报，也没有注明已放弃，请说明。",
        "The person in row {row} of last year’s emigration table is no longer there, and no remark says that the right was given up. "
        "Please explain.",
    ),
    clause=M17.clause(4, 4),
)
def reverses(facts: Facts) -> Iterator[Found]:
    """Persons who had emigrated and are no longer listed, though they belong to the family in both years."""
    rows = two_years(facts, Emigration)
    if rows is None or facts.last_year is None or not rows[0] or rows[0] == rows[1]:
        return
    known = {row.who for row in rows[1]} | _gave_up(facts) | {row.who for row in rows[0] if given_up(row)}
    family = present_in(facts.last_year) & present_in(facts.filing)
    for row in rows[0]:
        if row.who in family and row.who not in known:
            known.add(row.who)
            yield finding(row, "who")


def _gave_up(facts: Facts) -> set[str]:
    """Those of whom a report since last year's says that they gave up the right."""
    answers = (answered(filing, Emigration) for filing in interim(facts))
    return {row.who for answer in answers if answer for row in answer.entries if given_up(row)}


_CHILD = Member(key="c1", relation=Relation.CHILD)
_SPOUSE = Member(key="sp", relation=Relation.SPOUSE)
_FAMILY = (_SPOUSE, _CHILD)
_ROW = Emigration(who="c1", country="US")
_LAST = report(_ROW, year=2024, family=_FAMILY)


def _given_up(who: str = "c1") -> Emigration:
    return Emigration(who=who, country="US", remark="2025年3月已放弃")


def _mid(row: Emigration, filed_on: str = "2025-06-01") -> Filing:
    return report(row, kind=FilingKind.CHANGE, filed_on=filed_on, family=_FAMILY)


reverses.cases(
    flagged("上年移居的子女，本年答“无”", report(none=(Emigration,), family=_FAMILY), _LAST, at=("who",)),
    flagged("本年只填了另一人", report(Emigration(who="sp", country="US"), family=_FAMILY), _LAST),
    silent("本年仍在", report(structs.replace(_ROW), family=_FAMILY), _LAST),
    silent("本年换了国家", report(Emigration(who="c1", country="CA"), family=_FAMILY), _LAST),
    silent("本年注明已放弃", report(_given_up(), family=_FAMILY), _LAST),
    silent(
        "上年已注明放弃", report(none=(Emigration,), family=_FAMILY), report(_given_up(), year=2024, family=_FAMILY)
    ),
    silent("期中报告已注明放弃", report(none=(Emigration,), family=_FAMILY), _mid(_given_up()), _LAST),
    flagged("期中报告注明的是另一人", report(none=(Emigration,), family=_FAMILY), _mid(_given_up("sp")), _LAST),
    flagged("期中报告没有注明放弃", report(none=(Emigration,), family=_FAMILY), _mid(structs.replace(_ROW)), _LAST),
    silent("没有上年报告", report(none=(Emigration,), family=_FAMILY)),
    silent("本年没有答移居表", report(family=_FAMILY), _LAST),
    silent("补充报告不比较", report(none=(Emigration,), family=_FAMILY, kind=FilingKind.CHANGE), _LAST),
    silent("已不是家庭成员", report(none=(Emigration,), family=(_SPOUSE,)), _LAST),
    silent(
        "已去世",
        report(none=(Emigration,), family=(structs.replace(_CHILD, change=FamilyChange.DEATH),)),
        _LAST,
    ),
    silent("上年不是家庭成员", report(none=(Emigration,), family=_FAMILY), report(_ROW, year=2024, family=(_SPOUSE,))),
    flagged(
        "同一人两项，合为一条",
        report(none=(Emigration,), family=_FAMILY),
        report(_ROW, Emigration(who="c1", country="CA"), year=2024, family=_FAMILY),
    ),
    flagged(
        "两个人",
        report(none=(Emigration,), family=_FAMILY),
        report(_ROW, Emigration(who="sp", country="CA"), year=2024, family=_FAMILY),
        times=2,
    ),
)
