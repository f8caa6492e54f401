"""被函询的党员干部应在收到函件后15个工作日内书面回复。"""

from collections.abc import Iterator

from declare.items.work import Inquiry
from declare.law import JDZJ, Dated, Text
from declare.law.counting import deadline_working_days
from declare.rules.around import Kept
from declare.rules.book import PERSON, rule
from declare.rules.cases import DECLARANT_ID, day, flagged, silent, work
from declare.rules.deadline import last_day, missed
from declare.rules.finding import REVIEWER, Found, finding, value_on
from declare.rules.subject import Subject

BASIS = JDZJ.whole(verified=False)
WITHIN = Dated("G13.within_working_days", {"2019-01-01": 15}, basis=BASIS, checked="2026-11-01")

NOT_YET = Text(
    "{sent}发出的函询，到{due}没有回复，请核对。",
    "An inquiry sent on {sent} had not been answered by {due}. Please check.",
)


@rule(
    "G13",
    Text("函询逾期未回", "Inquiry not answered in time"),
    severity=2,
    basis=BASIS,
    audience=REVIEWER,
    says=Text(
        "{sent}发出的函询于{replied}回复，晚于{due}，请核对。",
        "An inquiry sent on {sent} was answered on {replied}, after {due}. Please check.",
    ),
    thresholds=(WITHIN,),
    reads=(Inquiry,),
    scope=PERSON,
)
def reply(subject: Subject) -> Iterator[Found]:
    """Inquiries answered after more than fifteen working days, or not yet though these are over."""
    for row in subject.each(Inquiry):
        if row.sent is None:
            continue
        due = last_day(deadline_working_days, row.sent, value_on(WITHIN, row.sent))
        if missed(row.replied, due=due, today=subject.today):
            yield finding(
                row,
                "replied",
                says=None if row.replied else NOT_YET,
                on=row.sent,
                thresholds=(WITHIN,),
                sent=row.sent,
                replied=row.replied,
                due=due,
            )


def _asked(sent: str | None, replied: str | None) -> Kept:
    row = Inquiry(declarant=DECLARANT_ID, sent=day(sent) if sent else None, replied=day(replied) if replied else None)
    return work(row)


reply.cases(
    silent("第15个工作日回复", _asked("2025-07-01", "2025-07-22")),
    flagged("第16个工作日回复", _asked("2025-07-01", "2025-07-23"), at=("replied",)),
    silent("国庆假期不计、调休上班计入，第15个工作日回复", _asked("2025-09-26", "2025-10-23")),
    flagged("国庆假期不计、调休上班计入，第16个工作日回复", _asked("2025-09-26", "2025-10-24")),
    silent("尚未回复，期限未过", _asked("2025-07-01", None), today="2025-07-22"),
    flagged("尚未回复，期限已过", _asked("2025-07-01", None), today="2025-07-23"),
    flagged("尚未回复，不知道核对的日期", _asked("2025-07-01", None)),
    silent("没有发函时间", _asked(None, None), today="2025-07-23"),
    flagged("两次都逾期，各一条", _asked("2025-07-01", None), _asked("2025-03-03", "2025-05-01"), times=2),
    flagged("发函时间在日历尽头", _asked("9999-12-31", None)),
)
