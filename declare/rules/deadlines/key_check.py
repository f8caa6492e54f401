"""拟提拔、列入后备、拟进一步使用的人选和被反映的领导干部，应当重点查核其报告。"""

from collections.abc import Iterator
from datetime import date

from declare.items.registries import Promotion
from declare.items.registries.choices import PromotionKind
from declare.items.work import Check, Lead
from declare.law import R17, Text
from declare.rules.around import Kept
from declare.rules.book import PERSON, rule
from declare.rules.cases import DECLARANT_ID, OTHER_ID, day, extract, flagged, silent, work
from declare.rules.finding import REVIEWER, Found, finding
from declare.rules.own_rows import own
from declare.rules.subject import Subject

CANDIDATES = (PromotionKind.PROMOTION, PromotionKind.RESERVE, PromotionKind.FURTHER_USE)

OF_LEAD = Text(
    "{since}收到反映问题的线索后，没有查核其报告的记录，请核对。",
    "No check of the reports is on record since a lead came in on {since}. Please check.",
)


@rule(
    "G10",
    Text("重点查核遗漏", "Key check left out"),
    severity=3,
    basis=R17.article(11),
    audience=REVIEWER,
    says=Text(
        "{since}提出的人选，没有查核其报告的记录，请核对。",
        "No check of the reports is on record since the person was proposed on {since}. Please check.",
    ),
    reads=(Promotion, Lead),
    scope=PERSON,
)
def key_check(subject: Subject) -> Iterator[Found]:
    """Candidates and persons a lead is about whose reports were not checked on that day or later."""
    for row in own(subject, Promotion):
        if row.kind in CANDIDATES and row.proposed and not _checked(subject, row.proposed):
            yield finding(row, "proposed", on=row.proposed, since=row.proposed)
    for lead in subject.each(Lead):
        if lead.received and not _checked(subject, lead.received):
            yield finding(lead, "received", says=OF_LEAD, on=lead.received, since=lead.received)


def _checked(subject: Subject, since: date) -> bool:
    """Whether a check is on record on a day or later, or one without its day."""
    return any(check.on is None or check.on >= since for check in subject.each(Check))


def _proposed(kind: PromotionKind | None = PromotionKind.PROMOTION, on: str | None = "2025-05-02") -> Kept:
    return extract(Promotion(subject=DECLARANT_ID, kind=kind, proposed=day(on) if on else None))


def _check(on: str | None, *, declarant: str = DECLARANT_ID) -> Kept:
    return work(Check(declarant=declarant, on=day(on) if on else None))


def _lead(received: str | None) -> Kept:
    return work(Lead(about=DECLARANT_ID, received=day(received) if received else None, disposed=day("2025-05-10")))


key_check.cases(
    flagged("拟提拔，没有查核", _proposed(), at=("proposed",)),
    flagged("列入后备，没有查核", _proposed(PromotionKind.RESERVE)),
    flagged("拟进一步使用，没有查核", _proposed(PromotionKind.FURTHER_USE)),
    silent("辞去公职，不在重点查核之列", _proposed(PromotionKind.RESIGNATION)),
    silent("没有写明事项", _proposed(None)),
    silent("没有提出时间", _proposed(on=None)),
    silent("提出当日查核", _proposed(), _check("2025-05-02")),
    silent("提出以后查核", _proposed(), _check("2025-07-01")),
    flagged("查核在提出以前", _proposed(), _check("2025-05-01")),
    silent("以前和以后都查核过", _proposed(), _check("2025-05-01"), _check("2025-05-20")),
    flagged("查核的是别人", _proposed(), _check("2025-05-02", declarant=OTHER_ID)),
    silent("查核没有写明时间", _proposed(), _check(None)),
    flagged("提出两次，后一次没有查核", _proposed(), _proposed(on="2025-09-01"), _check("2025-05-02")),
    flagged("有线索，没有查核", _lead("2025-05-02"), at=("received",)),
    silent("收到线索当日查核", _lead("2025-05-02"), _check("2025-05-02")),
    flagged("查核在收到线索以前", _lead("2025-05-02"), _check("2025-05-01")),
    silent("没有收到时间的线索", _lead(None)),
    flagged("人选又有线索，各一条", _proposed(), _lead("2025-05-02"), times=2),
)
