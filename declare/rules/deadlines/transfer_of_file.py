"""职务变动后受理报告的机关随之变动的，原受理机关应在30日内转递报告材料。"""

from collections.abc import Iterator

from declare.items.work import Transfer
from declare.law import R17, Dated, Text
from declare.law.counting import deadline_days
from declare.rules.around import Kept
from declare.rules.book import PERSON, rule
from declare.rules.cases import DECLARANT_ID, day, flagged, silent, work
from declare.rules.deadline import last_day, missed
from declare.rules.finding import REVIEWER, Found, finding, value_on
from declare.rules.subject import Subject

BASIS = R17.article(7, verified=False)
WITHIN = Dated("G08.within_days", {"2017-02-08": 30}, basis=BASIS, checked="2026-11-01")

NOT_YET = Text(
    "职务于{changed}变动，报告材料到{due}仍未转递，请核对。",
    "Posts changed on {changed}, and the file had not been handed over by {due}. Please check.",
)


@rule(
    "G08",
    Text("转递超30日", "File handed over after 30 days"),
    severity=2,
    basis=BASIS,
    audience=REVIEWER,
    says=Text(
        "职务于{changed}变动，报告材料于{handed_over}转递，晚于{due}，请核对。",
        "Posts changed on {changed}, and the file was handed over on {handed_over}, after {due}. Please check.",
    ),
    thresholds=(WITHIN,),
    reads=(Transfer,),
    scope=PERSON,
)
def transfer(subject: Subject) -> Iterator[Found]:
    """Files handed over more than 30 days after the change of posts, or not yet though the 30 days are over."""
    for row in subject.each(Transfer):
        if row.changed is None:
            continue
        due = last_day(deadline_days, row.changed, value_on(WITHIN, row.changed))
        if missed(row.handed_over, due=due, today=subject.today):
            yield finding(
                row,
                "handed_over",
                says=None if row.handed_over else NOT_YET,
                on=row.changed,
                thresholds=(WITHIN,),
                changed=row.changed,
                handed_over=row.handed_over,
                due=due,
            )


def _moved(handed_over: str | None, changed: str | None = "2025-05-02") -> Kept:
    row = Transfer(
        declarant=DECLARANT_ID,
        changed=day(changed) if changed else None,
        handed_over=day(handed_over) if handed_over else None,
    )
    return work(row)


transfer.cases(
    silent("第30日转递", _moved("2025-06-01")),
    flagged("第31日转递", _moved("2025-06-02"), at=("handed_over",)),
    silent("尚未转递，期限未过", _moved(None), today="2025-06-01"),
    flagged("尚未转递，期限已过", _moved(None), today="2025-06-02"),
    flagged("尚未转递，不知道核对的日期", _moved(None)),
    silent("没有职务变动时间", _moved("2025-06-02", None)),
    flagged("两次都逾期，各一条", _moved("2025-06-02"), _moved("2025-03-01", "2024-12-01"), times=2),
)
