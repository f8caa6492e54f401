"""领导干部辞去公职的，在提出辞职申请时应一并报告个人有关事项。"""

from collections.abc import Iterator

from declare.items.filing import FilingKind
from declare.items.registries import Promotion
from declare.items.registries.choices import PromotionKind
from declare.law import R17, Text
from declare.rules.around import Kept
from declare.rules.book import PERSON, rule
from declare.rules.cases import DECLARANT_ID, day, extract, flagged, report, silent
from declare.rules.finding import REVIEWER, Found, finding
from declare.rules.own_rows import own
from declare.rules.subject import Subject


@rule(
    "G05",
    Text("辞职未同步报告", "Resignation without a report"),
    severity=3,
    basis=R17.article(5),
    audience=REVIEWER,
    says=Text(
        "已提出辞去公职，没有一并提交个人有关事项报告，请核对。",
        "A resignation from public office was handed in without a report of personal matters. Please check.",
    ),
    reads=(Promotion,),
    scope=PERSON,
)
def report_on_resignation(subject: Subject) -> Iterator[Found]:
    """Resignations of which no report was filed for that reason."""
    if any(filing.kind is FilingKind.RESIGNATION for filing in subject.history):
        return
    for row in own(subject, Promotion):
        if row.kind is PromotionKind.RESIGNATION:
            yield finding(row, "proposed", on=row.proposed, proposed=row.proposed)


def _row(kind: PromotionKind | None, on: str | None = "2025-05-02") -> Kept:
    return extract(Promotion(subject=DECLARANT_ID, kind=kind, proposed=day(on) if on else None))


_RESIGNS = _row(PromotionKind.RESIGNATION)

report_on_resignation.cases(
    flagged("没有任何报告", _RESIGNS, at=("proposed",)),
    flagged("只有年度报告", report(year=2024), _RESIGNS),
    silent("辞职当日一并报告", report(kind=FilingKind.RESIGNATION, filed_on="2025-05-02"), _RESIGNS),
    silent("报告在几天之后", report(kind=FilingKind.RESIGNATION, filed_on="2025-05-08"), _RESIGNS),
    flagged("没有写明提出时间", _row(PromotionKind.RESIGNATION, None), today="2025-06-01"),
    *(
        silent(f"不是辞职（{kind.value}）", _row(kind))
        for kind in PromotionKind
        if kind is not PromotionKind.RESIGNATION
    ),
    silent("没有写明事项", _row(None)),
)
