"""应报告人员名册中的领导干部，都应当报告上一年度的个人有关事项。"""

from collections.abc import Iterator

from declare.items.filing import FilingKind
from declare.items.registries import RosterEntry
from declare.law import R17, Text
from declare.rules.around import Kept
from declare.rules.book import PERSON, rule
from declare.rules.cases import DECLARANT_ID, OTHER_ID, day, extract, flagged, report, silent
from declare.rules.finding import REVIEWER, Found, finding
from declare.rules.own_rows import own
from declare.rules.report_due import ANNUAL_BY, annual_due, year_asked
from declare.rules.subject import Subject


@rule(
    "G06",
    Text("应报对象缺失", "Nobody filed for a person on the roster"),
    severity=3,
    basis=R17.article(2),
    audience=REVIEWER,
    says=Text(
        "名册中的应报告人员，到{due}没有提交{reported}年度的报告，请核对。",
        "A person on the roster had filed no report on {reported} by {due}. Please check.",
    ),
    thresholds=(ANNUAL_BY,),
    reads=(RosterEntry,),
    scope=PERSON,
)
def report_of_rostered(subject: Subject) -> Iterator[Found]:
    """Persons in post on the last day for the annual report, who filed neither an annual nor a first report on the year."""
    year = year_asked(subject.today)
    if year is None or subject.on(year):
        return
    due = annual_due(year)
    for row in own(subject, RosterEntry):
        if (row.since is None or row.since <= due) and (row.until is None or row.until >= due):
            yield finding(row, on=due, year=year, thresholds=(ANNUAL_BY,), reported=year, due=due)
            return


def _listed(since: str | None = None, until: str | None = None, *, subject: str = DECLARANT_ID) -> Kept:
    return extract(
        RosterEntry(subject=subject, since=day(since) if since else None, until=day(until) if until else None)
    )


report_of_rostered.cases(
    flagged("没有任何报告", _listed(), today="2026-02-01", at=("",)),
    silent("上一年度的期限未过，再上一年度已报告", report(year=2024), _listed(), today="2026-01-31"),
    flagged("期限未过，再上一年度没有报告", report(year=2023), _listed(), today="2026-01-31"),
    silent("已提交年度报告", report(year=2025), _listed(), today="2026-02-01"),
    silent("已提交首次报告", report(year=2025, kind=FilingKind.FIRST), _listed(), today="2026-02-01"),
    flagged("只有变动报告", report(year=2025, kind=FilingKind.CHANGE), _listed(), today="2026-02-01"),
    silent("逾期提交的另行核对", report(year=2025, filed_on="2026-03-01"), _listed()),
    flagged("期限当日任职", _listed("2026-01-31"), today="2026-11-23"),
    silent("期限以后任职", _listed("2026-02-01"), today="2026-11-23"),
    flagged("期限当日离任", _listed("2015-03-01", "2026-01-31"), today="2026-11-23"),
    silent("期限以前离任", _listed("2015-03-01", "2026-01-30"), today="2026-11-23"),
    flagged("名册有两行，一行已离任", _listed(None, "2020-01-01"), _listed("2020-01-02"), today="2026-11-23"),
    flagged("名册有两行在任，仍是一条", _listed(), _listed("2020-01-02"), today="2026-11-23"),
    silent("名册中是别人", report(year=2020), _listed(subject=OTHER_ID), today="2026-11-23"),
    silent("不知道核对的日期", _listed()),
)
