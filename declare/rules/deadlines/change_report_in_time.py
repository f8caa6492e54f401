"""年度报告后，婚姻、出国（境）、移居、从业等事项发生变化的，应在变化后30日内报告。"""

from collections.abc import Iterator

from declare.items.filing import Event, Filing, FilingKind
from declare.items.marriage import Marriage
from declare.items.real_estate import RealEstate
from declare.law import R17, Text
from declare.rules.book import rule
from declare.rules.cases import day, flagged, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import DECLARANT, Found, finding
from declare.rules.report_due import CHANGE_WITHIN, report_due

EXPLAINED = Text(
    "{happened}发生变化的事项于{filed}报告，晚于期限{due}，已写明原因，请核对。",
    "A change of {happened} was reported on {filed}, after the last day, {due}, with a reason given. Please check.",
)


@rule(
    "G02",
    Text("30日补报逾期", "Change reported after 30 days"),
    severity=(2, 3),
    basis=R17.article(6),
    audience=DECLARANT,
    says=Text(
        "{happened}发生变化的事项于{filed}报告，晚于期限{due}，请说明原因。",
        "A change of {happened} was reported on {filed}, after the last day, {due}. Please explain why.",
    ),
    thresholds=(CHANGE_WITHIN,),
)
def change_report(facts: Facts) -> Iterator[Found]:
    """A report of a change of family matters filed more than 30 days after it; graver without a reason."""
    filing = facts.filing
    due = report_due(filing) if filing.kind is FilingKind.CHANGE else None
    if due is None or facts.filed_on <= due or filing.event is None:
        return
    explained = bool(filing.late_reason.strip())
    yield finding(
        None,
        tables=(filing.event.table,) if hasattr(filing.tables, filing.event.table) else (),
        severity=2 if explained else 3,
        says=EXPLAINED if explained else None,
        on=filing.event.on,
        thresholds=(CHANGE_WITHIN,),
        happened=filing.event.on,
        filed=facts.filed_on,
        due=due,
    )


def _change(filed_on: str, *rows: Marriage | RealEstate, table: str = "marriage", reason: str = "") -> Filing:
    event = Event(table=table, on=day("2025-05-02"))
    return report(*rows, year=2025, filed_on=filed_on, kind=FilingKind.CHANGE, event=event, late_reason=reason)


change_report.cases(
    silent("第30日报告", _change("2025-06-01", Marriage())),
    flagged("第31日报告，没有原因", _change("2025-06-02", Marriage()), severity=3, at=("marriage",)),
    flagged("第31日报告，写明原因", _change("2025-06-02", Marriage(), reason="在高原驻勤，无法填报"), severity=2),
    flagged("原因只有空格", _change("2025-06-02", Marriage(), reason=" "), severity=3),
    silent("房产变化可以等到年度报告", _change("2025-12-31", RealEstate(), table="real_estate")),
    silent("本地附加事项不在30日之内", _change("2025-12-31", table="vehicles")),
    flagged("家庭成员变化", _change("2025-06-02", table="family"), severity=3),
    flagged("没有写明哪张表", _change("2025-06-02", Marriage(), table="")),
    flagged("没有写明哪张表，也没有填表", _change("2025-06-02", table="")),
    silent("没有写明哪张表，只填了房产", _change("2025-06-02", RealEstate(), table="")),
    flagged("没有写明哪张表，婚姻和房产都填了", _change("2025-06-02", Marriage(), RealEstate(), table="")),
    silent("没有写变化时间", report(kind=FilingKind.CHANGE, event=Event(table="marriage"), filed_on="2025-06-02")),
    silent("没有写变化事项", report(Marriage(), kind=FilingKind.CHANGE, filed_on="2025-06-02")),
    silent("在变化之前填写", _change("2025-05-01", Marriage())),
    silent(
        "年度报告不按30日计算",
        report(Marriage(), year=2025, filed_on="2026-03-01", event=Event(table="marriage", on=day("2025-05-02"))),
    ),
)
