"""网络日志应当留存不少于六个月，审计记录应当完整、不被改动。"""

from collections.abc import Iterator
from datetime import date

from declare.law import CSL, CSL17, Dated, Text
from declare.law.counting import add_months
from declare.rules.book import OFFICE, rule
from declare.rules.cases import day, flagged, silent, unit
from declare.rules.finding import REVIEWER, Found, finding, value_on
from declare.rules.house import House
from declare.rules.office import Office

MONTHS = Dated("H06.months", {"2017-06-01": 6}, basis=CSL.article(23), checked="2026-11-01")

BROKEN = Text(
    "审计日志的校验没有通过，记录有缺失或改动，请核对。",
    "The audit log does not verify: something is missing or was changed. Please check.",
)


@rule(
    "H06",
    Text("审计日志留存不足", "Audit log kept too short"),
    severity=3,
    basis=(CSL.article(23), CSL17.article(21, 3)),
    audience=REVIEWER,
    says=Text(
        "审计日志只留存到{kept}，{wanted}以后的应当留存，请核对。",
        "The audit log reaches back to {kept} only, and should to {wanted}. Please check.",
    ),
    thresholds=(MONTHS,),
    scope=OFFICE,
)
def retention(office: Office) -> Iterator[Found]:
    """A log that does not reach back six months, or to the start of the system, and one that does not verify."""
    house = office.house
    if house is None:
        return
    wanted = _wanted(house, office.today)
    if wanted and (house.log_since is None or house.log_since > wanted):
        kept = house.log_since or office.today
        yield finding(None, on=office.today, thresholds=(MONTHS,), kept=kept, wanted=wanted)
    if house.log_broken:
        yield finding(None, on=office.today, says=BROKEN)


def _wanted(house: House, today: date) -> date | None:
    """The day the log should reach back to, None while the system holds nothing."""
    if house.live_since is None and house.log_since is None:
        return None
    since = add_months(today, -value_on(MONTHS, today))
    return max(since, house.live_since) if house.live_since else since


def _house(live: str | None = "2024-01-01", log: str | None = "2024-01-01", *, broken: bool = False) -> House:
    return House(live_since=day(live) if live else None, log_since=day(log) if log else None, log_broken=broken)


_ANY = unit("JD")

retention.cases(
    silent("留存到系统启用之日", _ANY, house=_house(), today="2026-11-23"),
    silent("正好留存六个月", _ANY, house=_house(log="2026-05-23"), today="2026-11-23"),
    flagged("少一天", _ANY, house=_house(log="2026-05-24"), today="2026-11-23"),
    silent("系统启用不满六个月", _ANY, house=_house("2026-09-01", "2026-09-01"), today="2026-11-23"),
    flagged("启用不满六个月，日志更短", _ANY, house=_house("2026-09-01", "2026-09-02"), today="2026-11-23"),
    flagged("没有日志", _ANY, house=_house(log=None), today="2026-11-23"),
    silent("系统还没有任何记录", _ANY, house=_house(None, None), today="2026-11-23"),
    flagged("不知道启用时间，少一天", _ANY, house=_house(None, "2026-05-24"), today="2026-11-23"),
    silent("不知道启用时间，正好六个月", _ANY, house=_house(None, "2026-05-23"), today="2026-11-23"),
    flagged("校验没有通过", _ANY, house=_house(broken=True), today="2026-11-23"),
    flagged("既短又没有通过", _ANY, house=_house(log="2026-10-01", broken=True), today="2026-11-23", times=2),
    silent("文件中没有系统自身的情况", _ANY, today="2026-11-23"),
)
