"""对提示作出的结论应由人作出并写明理由，不得仅凭自动比对作出决定。"""

from collections.abc import Iterator

from declare.items.work import Decision
from declare.law import M17, PIPL, Text
from declare.rules.book import OFFICE, rule
from declare.rules.cases import day, flagged, silent, work
from declare.rules.finding import REVIEWER, Found, finding
from declare.rules.office import Office


@rule(
    "H08",
    Text("仅凭规则作出结论", "Decided by rule alone"),
    severity=4,
    basis=(PIPL.article(24), M17.article(3)),
    audience=REVIEWER,
    says=Text(
        "已对提示作出结论，没有写明由谁作出或者理由，请核对。",
        "A finding was decided without saying by whom or why. Please check.",
    ),
    reads=(Decision,),
    scope=OFFICE,
)
def decision(office: Office) -> Iterator[Found]:
    """Decisions on findings that name no person, or give no reason."""
    for row in office.each(Decision):
        given = {"by": row.by.strip(), "reason": row.reason.strip()}
        lacking = [field for field, value in given.items() if not value]
        if lacking:
            yield finding(row, *lacking, on=row.on, decided=row.on)


def _decision(by: str = "王", reason: str = "经核对系笔误", on: str | None = "2026-03-02") -> Decision:
    return Decision(finding="F-1", by=by, on=day(on) if on else None, reason=reason, explanation="系笔误")


decision.cases(
    silent("写明了决定人和理由", work(_decision())),
    flagged("没有理由", work(_decision(reason="")), at=("reason",)),
    flagged("理由只有空格", work(_decision(reason=" "))),
    flagged("没有决定人", work(_decision(by="")), at=("by",)),
    flagged("决定人只有空格", work(_decision(by=" "))),
    flagged("两样都没有，仍是一条", work(_decision("", "")), at=("by", "reason")),
    flagged("没有决定时间", work(_decision(reason="", on=None)), today="2026-04-01"),
    flagged("两条都没有理由", work(_decision(reason="")), work(_decision(reason="", on="2026-03-03")), times=2),
)
