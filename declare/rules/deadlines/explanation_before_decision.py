"""对查核发现的问题作出认定之前，应当让报告人书面说明情况。"""

from collections.abc import Iterator

from declare.items.work import Decision
from declare.law import M17, Text
from declare.rules.book import OFFICE, rule
from declare.rules.cases import day, flagged, silent, work
from declare.rules.finding import REVIEWER, Found, finding
from declare.rules.office import Office


@rule(
    "G11",
    Text("查核结果未反馈说明", "Decided without the declarant’s explanation"),
    severity=2,
    basis=(M17.article(3), M17.article(4), M17.article(5)),
    audience=REVIEWER,
    says=Text(
        "已对提示作出结论，没有报告人的书面说明，请核对。",
        "A finding was decided without a written explanation by the declarant. Please check.",
    ),
    reads=(Decision,),
    scope=OFFICE,
)
def explanation(office: Office) -> Iterator[Found]:
    """Decisions on findings that carry no explanation of the declarant."""
    for row in office.each(Decision):
        if not row.explanation.strip():
            yield finding(row, "explanation", on=row.on, decided=row.on)


def _decision(explanation: str, on: str | None = "2026-03-02") -> Decision:
    return Decision(finding="F-1", by="王", on=day(on) if on else None, reason="属实", explanation=explanation)


explanation.cases(
    flagged("没有书面说明", work(_decision("")), at=("explanation",)),
    flagged("说明只有空格", work(_decision(" "))),
    silent("有书面说明", work(_decision("系笔误，已更正"))),
    flagged("没有决定时间", work(_decision("", None)), today="2026-04-01"),
    flagged("两条都没有说明", work(_decision("")), work(_decision("", "2026-03-03")), times=2),
)
