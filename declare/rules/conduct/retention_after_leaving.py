"""个人信息的保存期限应为实现处理目的所必要的最短时间；不再属于报告范围且保存期满的，应当删除。"""

from collections.abc import Iterator

from declare.law import PIPL, Dated, Text
from declare.law.counting import add_months
from declare.rules.book import OFFICE, rule
from declare.rules.cases import day, flagged, silent, unit
from declare.rules.deadline import last_day
from declare.rules.finding import REVIEWER, Found, finding, value_on
from declare.rules.house import House, Left
from declare.rules.office import Office

YEARS = Dated(
    "H09.years",
    {"2021-11-01": 10},
    basis=None,
    checked="2026-11-01",
    title=Text("离开报告范围后保存的年数", "How long records are kept after somebody no longer has to report"),
    unit=Text("年", "years"),
)


@rule(
    "H09",
    Text("超期保存", "Kept too long"),
    severity=2,
    basis=(PIPL.article(19), PIPL.article(47)),
    audience=REVIEWER,
    says=Text(
        "一人自{since}起不再报告，其材料的保存期到{until}为止，现仍保存，请核对。",
        "Somebody has not had to report since {since}; their records were to be kept until {until} and still are. "
        "Please check.",
    ),
    thresholds=(YEARS,),
    scope=OFFICE,
)
def kept_too_long(office: Office) -> Iterator[Found]:
    """Records of persons who left the duty to report longer ago than records are kept."""
    for left in office.house.left if office.house else ():
        until = last_day(add_months, left.since, 12 * value_on(YEARS, office.today))
        if office.today > until:
            yield finding(None, on=office.today, thresholds=(YEARS,), record=left.record, since=left.since, until=until)


def _left(*since: str) -> House:
    return House(left=tuple(Left(f"person/{at}", day(one)) for at, one in enumerate(since, start=1)))


_ANY = unit("JD")

kept_too_long.cases(
    silent("保存期最后一日", _ANY, house=_left("2016-11-23"), today="2026-11-23"),
    flagged("保存期满次日", _ANY, house=_left("2016-11-22"), today="2026-11-23"),
    silent("闰日起算，到2月最后一日", _ANY, house=_left("2016-02-29"), today="2026-02-28"),
    flagged("闰日起算，3月1日", _ANY, house=_left("2016-02-29"), today="2026-03-01"),
    flagged("两人，各一条", _ANY, house=_left("2010-01-01", "2012-01-01", "2025-01-01"), today="2026-11-23", times=2),
    silent("没有人离开", _ANY, house=_left(), today="2026-11-23"),
    silent("文件中没有系统自身的情况", _ANY, today="2026-11-23"),
)
