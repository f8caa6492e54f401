"""领导干部应于每年1月31日前集中报告一次上一年度的个人有关事项。"""

from collections.abc import Iterator

from declare.items.choices import Relation
from declare.items.filing import Event, Filing, FilingKind, Member
from declare.items.registries import RosterEntry
from declare.law import R17, Text
from declare.rules.book import PERSON, rule
from declare.rules.cases import DECLARANT_ID, OTHER_ID, SPOUSE_ID, day, extract, flagged, report, silent, unit
from declare.rules.finding import DECLARANT, Found, finding
from declare.rules.own_rows import own
from declare.rules.report_due import ANNUAL_BY, annual_due, report_due, year_asked
from declare.rules.standing import full
from declare.rules.subject import Subject

ABSENT = Text(
    "以前报告过个人有关事项，{reported}年度的报告到{due}仍未提交，请核对并说明。",
    "Reports were filed before, but the one on {reported} had not been filed by {due}. Please check and explain.",
)


@rule(
    "G01",
    Text("年度报告逾期", "Annual report late"),
    severity=3,
    basis=(R17.article(5), R17.article(13, 1)),
    audience=DECLARANT,
    says=Text(
        "{reported}年度的报告于{filed}提交，晚于期限{due}，请说明原因。",
        "The report on {reported} was filed on {filed}, after the last day, {due}. Please explain why.",
    ),
    thresholds=(ANNUAL_BY,),
    scope=PERSON,
)
def annual_report(subject: Subject) -> Iterator[Found]:
    """Full reports filed after 31 January, and the last one due where somebody who filed before filed none."""
    for index, filing in enumerate(subject.history):
        due = report_due(filing, *subject.history[:index]) if full(filing) else None
        if due and filing.filed_on > due:
            year, filed = filing.year, filing.filed_on
            yield finding(None, year=year, on=due, thresholds=(ANNUAL_BY,), reported=year, due=due, filed=filed)
    asked = year_asked(subject.today)
    if asked is not None and _missing(subject, asked):
        due = annual_due(asked)
        yield finding(None, year=asked, on=due, thresholds=(ANNUAL_BY,), says=ABSENT, reported=asked, due=due)


def _missing(subject: Subject, year: int) -> bool:
    """Whether somebody who filed before and is on no roster filed nothing on a year; who resigned in time owes nothing."""
    if subject.on(year) or own(subject, RosterEntry):
        return False
    due = annual_due(year)
    told = [
        filing.kind
        for filing in subject.history
        if (full(filing) and filing.year < year) or (filing.kind is FilingKind.RESIGNATION and filing.filed_on <= due)
    ]
    return bool(told) and told[-1] is not FilingKind.RESIGNATION


def _annual(year: int, filed_on: str | None = None) -> Filing:
    return report(year=year, filed_on=filed_on)


def _first(year: int, filed_on: str) -> Filing:
    return report(year=year, filed_on=filed_on, kind=FilingKind.FIRST)


def _resigned(filed_on: str) -> Filing:
    return report(year=int(filed_on[:4]), filed_on=filed_on, kind=FilingKind.RESIGNATION)


_SPOUSE = Member(key="sp", relation=Relation.SPOUSE, id_number=SPOUSE_ID)
_MARRIED = Event(table="marriage", on=day("2025-05-02"))
_LISTED = extract(RosterEntry(subject=DECLARANT_ID))

annual_report.cases(
    silent("1月31日提交", _annual(2025, "2026-01-31")),
    flagged("2月1日提交", _annual(2025, "2026-02-01")),
    flagged("写明了原因的，逾期仍提示", report(year=2025, filed_on="2026-02-01", late_reason="住院")),
    flagged("两个年度都逾期，各一条", _annual(2025, "2026-02-01"), _annual(2024, "2025-03-01"), times=2),
    silent("新任领导干部首次报告，不以1月31日为限", _first(2025, "2026-05-10")),
    silent("以前只有变动报告的首次报告", _first(2025, "2026-05-10"), report(kind=FilingKind.CHANGE, year=2024)),
    flagged("全员按首次填报的年度，逾期", _first(2025, "2026-02-01"), _annual(2024)),
    silent("全员按首次填报的年度，按期", _first(2025, "2026-01-31"), _annual(2024)),
    silent(
        "逾期的变动报告另行核对",
        report(year=2025, filed_on="2025-09-01", kind=FilingKind.CHANGE, event=_MARRIED),
        _annual(2024),
    ),
    silent("变动报告没有年度期限", report(year=2025, filed_on="2026-05-10", kind=FilingKind.CHANGE), _annual(2025)),
    silent(
        "更正不改变原报告的提交时间",
        report(year=2025, filed_on="2026-06-01", kind=FilingKind.CORRECTION),
        _annual(2025, "2026-01-20"),
    ),
    silent("期限未过，上一年度尚未提交", _annual(2024), today="2026-01-31"),
    flagged(
        "配偶在名册中",
        report(year=2024, family=(_SPOUSE,)),
        extract(RosterEntry(subject=SPOUSE_ID)),
        today="2026-02-01",
    ),
    flagged("期限已过，上一年度没有提交", _annual(2024), today="2026-02-01"),
    flagged("期限未过，再上一年度没有提交", _annual(2023), today="2026-01-31"),
    flagged("年末，上一年度没有提交", _annual(2024), today="2026-12-31"),
    silent("次年1月，所问的仍是上一个年度", _annual(2025), today="2027-01-31"),
    flagged("缺报多年，只问最近一年", _annual(2020), today="2026-02-01"),
    silent("按期提交", _annual(2025), _annual(2024), today="2026-02-01"),
    silent("已按首次填报提交", _first(2025, "2026-01-20"), _annual(2024), today="2026-02-01"),
    flagged("当年只有变动报告", report(year=2025, kind=FilingKind.CHANGE), _annual(2024), today="2026-02-01"),
    silent("以前没有年度报告", report(year=2024, kind=FilingKind.PROMOTION), today="2026-02-01"),
    silent("首次报告的年度在所问年度之后", _first(2026, "2026-03-10"), today="2026-04-01"),
    silent("名册中的人员另行核对", _annual(2024), _LISTED, today="2026-02-01"),
    flagged("名册中是别人", _annual(2024), extract(RosterEntry(subject=OTHER_ID)), today="2026-02-01"),
    silent("期限前已报告辞去公职", _resigned("2026-01-31"), _annual(2024), today="2026-02-01"),
    flagged("期限以后才辞去公职", _resigned("2026-02-01"), _annual(2024), today="2026-02-02"),
    flagged("辞职后又任职并报告过", _annual(2024), _resigned("2020-05-01"), _annual(2018), today="2026-02-01"),
    silent("没有报告过任何事项", unit("JD"), today="2026-02-01"),
    silent("没有报告过，也不知道核对的日期", unit("JD")),
)
