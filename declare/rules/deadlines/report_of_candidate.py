"""拟提拔为领导干部的考察对象和列入后备人选的，应在提拔或者列入时报告个人有关事项。"""

from collections.abc import Iterator

from declare.items.filing import FilingKind
from declare.items.registries import Promotion
from declare.items.registries.choices import PromotionKind
from declare.law import R17, Dated, Text
from declare.law.counting import deadline_days
from declare.rules.around import Kept
from declare.rules.book import PERSON, rule
from declare.rules.cases import DECLARANT_ID, OTHER_ID, day, extract, flagged, report, silent
from declare.rules.deadline import last_day, over
from declare.rules.finding import REVIEWER, Found, finding, value_on
from declare.rules.own_rows import own
from declare.rules.subject import Subject

WITHIN = Dated(
    "G04.within_days",
    {"2017-02-08": 30},
    basis=None,
    checked="2026-11-01",
    title=Text("拟任人选提交报告的期限", "Time a candidate has for a first report"),
    unit=Text("天", "days"),
)
"""Days a candidate has for a first report; the law sets no number."""

CANDIDATES = (PromotionKind.PROMOTION, PromotionKind.RESERVE, PromotionKind.FURTHER_USE)


@rule(
    "G04",
    Text("拟提拔未报", "Candidate without a report"),
    severity=4,
    basis=(R17.article(5), R17.article(11)),
    audience=REVIEWER,
    says=Text(
        "{proposed}提出的拟任人选，到{due}没有提交过个人有关事项报告，请核对。",
        "A candidate proposed on {proposed} had filed no report of personal matters by {due}. Please check.",
    ),
    thresholds=(WITHIN,),
    reads=(Promotion,),
    scope=PERSON,
)
def report_of_candidate(subject: Subject) -> Iterator[Found]:
    """Candidates of whom no report of any kind was on file 30 days after they were proposed."""
    for row in own(subject, Promotion):
        if row.kind not in CANDIDATES or row.proposed is None:
            continue
        due = last_day(deadline_days, row.proposed, value_on(WITHIN, row.proposed))
        filed = any(filing.filed_on <= due for filing in subject.history)
        if not filed and over(due, today=subject.today):
            yield finding(row, "proposed", on=row.proposed, thresholds=(WITHIN,), proposed=row.proposed, due=due)


def _proposed(
    on: str | None = "2025-05-02", kind: PromotionKind | None = PromotionKind.PROMOTION, subject: str = DECLARANT_ID
) -> Kept:
    return extract(Promotion(subject=subject, kind=kind, proposed=day(on) if on else None))


report_of_candidate.cases(
    flagged("没有任何报告", _proposed(), today="2025-06-02", at=("proposed",)),
    silent("期限最后一天，尚未报告", _proposed(), today="2025-06-01"),
    flagged("不知道核对的日期", _proposed()),
    silent(
        "第30日报告",
        report(year=2025, filed_on="2025-06-01", kind=FilingKind.PROMOTION),
        _proposed(),
        today="2025-06-02",
    ),
    flagged("第31日报告", report(year=2025, filed_on="2025-06-02", kind=FilingKind.PROMOTION), _proposed()),
    silent("以前报告过的在职领导干部", report(year=2020), _proposed(), today="2026-01-01"),
    silent("变动报告也算", report(year=2024, kind=FilingKind.CHANGE), _proposed(), today="2026-01-01"),
    flagged("报告是别人的", _proposed(), report(year=2024, declarant=OTHER_ID), today="2026-01-01"),
    flagged("列入后备人选", _proposed(kind=PromotionKind.RESERVE), today="2026-01-01"),
    flagged("进一步使用", _proposed(kind=PromotionKind.FURTHER_USE), today="2026-01-01"),
    silent("辞去公职的另行核对", _proposed(kind=PromotionKind.RESIGNATION), today="2026-01-01"),
    silent("没有写明事项", _proposed(kind=None), today="2026-01-01"),
    silent("没有提出时间", _proposed(None), today="2026-01-01"),
    flagged("提出两次，各一条", _proposed(), _proposed("2025-08-01"), times=2, today="2026-01-01"),
    flagged("提出时间在日历尽头", _proposed("9999-12-31")),
)
