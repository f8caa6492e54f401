"""操办婚丧喜庆事宜不得邀请管理服务对象参加。"""

from collections.abc import Iterator

from declare.items.disclosures import Ceremony
from declare.law import D15, D18, D23, LOCAL, Text
from declare.rules.around import Kept
from declare.rules.book import PERSON, rule
from declare.rules.cases import day, flagged, silent, told
from declare.rules.finding import REVIEWER, Found, finding
from declare.rules.happening import day_of
from declare.rules.subject import Subject


@rule(
    "E23",
    Text("邀请管理服务对象参加", "Managed or served parties among the guests"),
    severity=4,
    basis=(LOCAL.whole(), D23.article(100, verified=False), D18.article(91), D15.article(85)),
    audience=REVIEWER,
    says=Text(
        "参加人员中有管理服务对象{guests}人，请核对并说明。",
        "Managed or served parties among the guests: {guests}. Please check and explain.",
    ),
    reads=(Ceremony,),
    scope=PERSON,
)
def managed_guests(subject: Subject) -> Iterator[Found]:
    """Occasions with guests the unit manages or serves."""
    for event in subject.each(Ceremony):
        if event.managed_guests:
            yield finding(event, "managed_guests", on=day_of(event, subject), guests=event.managed_guests)


def _event(guests: int | None) -> Kept:
    return told(Ceremony(happened=day("2025-06-21"), managed_guests=guests), filed_on="2025-06-25")


managed_guests.cases(
    flagged("一名管理服务对象参加", _event(1), at=("managed_guests",)),
    silent("没有管理服务对象参加", _event(0)),
    silent("人数未填", _event(None)),
    flagged("选定所在地的同样核对", _event(3), place="湖南"),
)
