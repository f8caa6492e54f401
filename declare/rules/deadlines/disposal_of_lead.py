"""收到问题线索后，应在一个月内提出处置意见。"""

from collections.abc import Iterator

from declare.items.work import Lead
from declare.law import JC18, JC24, JDZJ, Dated, Text
from declare.law.counting import add_months
from declare.rules.around import Kept
from declare.rules.book import PERSON, rule
from declare.rules.cases import DECLARANT_ID, day, flagged, silent, work
from declare.rules.deadline import last_day, missed
from declare.rules.finding import REVIEWER, Found, finding, value_on
from declare.rules.subject import Subject

BASIS = JDZJ.whole(verified=False)
WITHIN = Dated("G12.within_months", {"2019-01-01": 1}, basis=BASIS, checked="2026-11-01")

NOT_YET = Text(
    "{received}收到的问题线索，到{due}没有处置意见，请核对。",
    "A lead received on {received} had no disposal opinion by {due}. Please check.",
)


@rule(
    "G12",
    Text("线索一月未处置", "Lead not disposed of within a month"),
    severity=3,
    basis=(BASIS, JC24.article(40), JC18.article(37, verified=False)),
    audience=REVIEWER,
    says=Text(
        "{received}收到的问题线索，于{disposed}提出处置意见，晚于{due}，请核对。",
        "A lead received on {received} got its disposal opinion on {disposed}, after {due}. Please check.",
    ),
    thresholds=(WITHIN,),
    reads=(Lead,),
    scope=PERSON,
)
def disposal(subject: Subject) -> Iterator[Found]:
    """Leads disposed of later than a month after they came in, or not yet though the month is over."""
    for row in subject.each(Lead):
        if row.received is None:
            continue
        due = last_day(add_months, row.received, value_on(WITHIN, row.received))
        if missed(row.disposed, due=due, today=subject.today):
            yield finding(
                row,
                "disposed",
                says=None if row.disposed else NOT_YET,
                on=row.received,
                thresholds=(WITHIN,),
                received=row.received,
                disposed=row.disposed,
                due=due,
            )


def _lead(received: str | None, disposed: str | None) -> Kept:
    row = Lead(
        about=DECLARANT_ID,
        received=day(received) if received else None,
        disposed=day(disposed) if disposed else None,
    )
    return work(row)


disposal.cases(
    silent("满一个月当日处置", _lead("2025-05-02", "2025-06-02")),
    flagged("满一个月次日处置", _lead("2025-05-02", "2025-06-03"), at=("disposed",)),
    silent("1月31日收到，2月最后一日处置", _lead("2025-01-31", "2025-02-28")),
    flagged("1月31日收到，3月1日处置", _lead("2025-01-31", "2025-03-01")),
    silent("尚未处置，期限未过", _lead("2025-05-02", None), today="2025-06-02"),
    flagged("尚未处置，期限已过", _lead("2025-05-02", None), today="2025-06-03"),
    flagged("尚未处置，不知道核对的日期", _lead("2025-05-02", None)),
    silent("没有收到时间", _lead(None, None), today="2025-06-03"),
    flagged("两条都逾期，各一条", _lead("2025-05-02", None), _lead("2025-01-02", "2025-03-02"), times=2),
    flagged("收到时间在日历尽头", _lead("9999-12-31", None)),
)
