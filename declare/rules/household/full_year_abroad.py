"""连续在国（境）外工作、生活一年以上情况表只填满一年的：从起始日到结束日，仍在国（境）外的算到填报日。"""

from collections.abc import Iterator

from declare.items.emigration import ResidenceAbroad
from declare.law import FORM, Text
from declare.rules.book import rule
from declare.rules.cases import day, flagged, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import DECLARANT, Found, finding
from declare.rules.periods import full_year


@rule(
    "B12",
    Text("一年以上期限计算", "Less than a full year abroad"),
    severity=2,
    basis=FORM.whole("表9"),
    audience=DECLARANT,
    says=Text(
        "一年以上情况表第{row}项自{since}至{until}不满一年，请核对起止时间；确实不满一年的不填此表。",
        "Row {row} of the stays of a year or more runs from {since} to {until}, less than a full year. "
        "Please check the dates; a shorter stay does not belong in this table.",
    ),
    reads=(ResidenceAbroad,),
)
def full_year_abroad(facts: Facts) -> Iterator[Found]:
    """Stays abroad of less than twelve months; one that goes on is counted to the filing day."""
    for stay in facts.rows(ResidenceAbroad):
        until = stay.until or facts.filed_on
        if stay.since and not full_year(stay.since, until):
            yield finding(stay, "since", "until", since=stay.since, until=until)


def _stay(since: str | None, until: str | None = None) -> ResidenceAbroad:
    return ResidenceAbroad(who="c1", since=day(since) if since else None, until=day(until) if until else None)


full_year_abroad.cases(
    silent("满两年", report(_stay("2022-09-01", "2024-08-31"))),
    silent("起止两天都算，正好一年", report(_stay("2023-09-01", "2024-08-31"))),
    flagged("差一天满一年", report(_stay("2023-09-01", "2024-08-30")), at=("since", "until")),
    silent("仍在国（境）外，到填报日正好一年", report(_stay("2025-01-21"))),
    flagged("仍在国（境）外，到填报日差一天", report(_stay("2025-01-22"))),
    silent("2月29日起，至次年2月27日", report(_stay("2024-02-29", "2025-02-27"))),
    flagged("2月29日起，至次年2月26日", report(_stay("2024-02-29", "2025-02-26"))),
    flagged("结束早于起始", report(_stay("2024-09-01", "2022-09-01"))),
    silent("没有填写起始时间", report(_stay(None, "2024-08-31"))),
    flagged("两段都不满一年，各一条", report(_stay("2024-01-01", "2024-06-30"), _stay("2025-06-01")), times=2),
)
