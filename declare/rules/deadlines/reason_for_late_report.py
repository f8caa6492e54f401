"""因特殊原因不能按时报告的，原因消除后应及时补报，并说明原因。"""

from collections.abc import Iterator

from declare.items.filing import Event, FilingKind
from declare.law import R17, Text
from declare.rules.book import rule
from declare.rules.cases import day, flagged, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import DECLARANT, Found, finding
from declare.rules.report_due import report_due, term


@rule(
    "G03",
    Text("补报未说明原因", "Late report without a reason"),
    severity=2,
    basis=R17.article(6),
    audience=DECLARANT,
    says=Text(
        "报告于{filed}提交，晚于期限{due}，没有写明原因，请补充说明。",
        "The report was filed on {filed}, after the last day, {due}, and gives no reason. Please add one.",
    ),
)
def reason(facts: Facts) -> Iterator[Found]:
    """Any report filed after its last day that does not say why."""
    filing = facts.filing
    if filing.late_reason.strip():
        return
    due = report_due(filing, *facts.earlier)
    if due and facts.filed_on > due:
        yield finding(None, on=due, thresholds=(term(filing),), filed=facts.filed_on, due=due)


_MARRIED = Event(table="marriage", on=day("2025-05-02"))
_BOUGHT = Event(table="real_estate", on=day("2025-05-02"))

reason.cases(
    silent("年度报告按期", report(year=2025, filed_on="2026-01-31")),
    flagged("年度报告逾期，没有原因", report(year=2025, filed_on="2026-02-01")),
    silent("年度报告逾期，写明原因", report(year=2025, filed_on="2026-02-01", late_reason="住院")),
    flagged("原因只有空格", report(year=2025, filed_on="2026-02-01", late_reason="　")),
    silent("变动报告按期", report(kind=FilingKind.CHANGE, event=_MARRIED, filed_on="2025-06-01")),
    flagged("变动报告逾期，没有原因", report(kind=FilingKind.CHANGE, event=_MARRIED, filed_on="2025-06-02")),
    silent(
        "变动报告逾期，写明原因",
        report(kind=FilingKind.CHANGE, event=_MARRIED, filed_on="2025-06-02", late_reason="驻勤"),
    ),
    silent("房产变化没有30日期限", report(kind=FilingKind.CHANGE, event=_BOUGHT, filed_on="2025-06-02")),
    silent("新任领导干部首次报告", report(kind=FilingKind.FIRST, year=2025, filed_on="2026-05-10")),
    flagged(
        "全员按首次填报的年度，逾期", report(kind=FilingKind.FIRST, year=2025, filed_on="2026-02-01"), report(year=2024)
    ),
    silent("提拔报告没有期限", report(kind=FilingKind.PROMOTION, year=2025, filed_on="2026-05-10")),
)
