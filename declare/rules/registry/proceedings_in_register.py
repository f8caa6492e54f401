"""配偶、子女及其配偶被司法机关追究刑事责任的情况应当填报。"""

from collections.abc import Iterator
from datetime import timedelta

from declare.items.criminal_liability import CriminalLiability
from declare.items.folding import folded
from declare.items.registries import JudicialRecord
from declare.law import M17, R17, Dated, Text
from declare.rules.around import Kept
from declare.rules.book import rule
from declare.rules.cases import CHILD_SPOUSE_ID, DECLARANT_ID, SPOUSE_ID, day, extract, flagged, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import REVIEWER, Found, finding, value_on
from declare.rules.household_scenes import ALL, DIVORCED, SPOUSE
from declare.rules.registered import about, in_any_report, in_law, with_hint

ONE_CASE_WITHIN = Dated(
    "F08.days_apart",
    {"2017-02-08": 366},
    basis=None,
    checked="2026-11-01",
    title=Text("同一案件各阶段的日期相差不超过", "Days between the stages of one case"),
    unit=Text("天", "days"),
)

SAYS = Text(
    "司法机关记录显示一名家庭成员被追究刑事责任，各次报告中都没有填报，请核对。",
    "Judicial records show criminal proceedings against a member of the family that no report tells of. Please check.",
)


@rule(
    "F08",
    Text("刑事追究报告中未见", "Criminal proceedings not in any report"),
    severity=4,
    basis=(R17.article(3, 8), M17.article(4, 6)),
    clause="M17-4(6)",
    audience=REVIEWER,
    says=SAYS,
    thresholds=(ONE_CASE_WITHIN,),
    reads=(JudicialRecord,),
)
def proceedings_in_register(facts: Facts) -> Iterator[Found]:
    """Proceedings against spouse, children and their spouses that no report shows; an old case is told once."""
    for key, row in about(facts, JudicialRecord, in_law(facts)):
        told = [one for one in in_any_report(facts, CriminalLiability) if one.who == key]
        if any(_one_case(row, one, facts=facts) for one in told):
            continue
        near = told[-1] if told else None
        yield finding(
            row,
            "since",
            also=(near,) if near else (),
            says=with_hint(SAYS, near),
            thresholds=(ONE_CASE_WITHIN,),
            since=row.since,
            stage=row.stage.value if row.stage else None,
        )


def _one_case(record: JudicialRecord, row: CriminalLiability, *, facts: Facts) -> bool:
    """Whether a row tells of a recorded case: the cause the same, or the days not far apart as far as both are known."""
    if record.cause and folded(record.cause) == folded(row.cause):
        return True
    if record.since is None or row.since is None:
        return True
    return abs(record.since - row.since) <= timedelta(days=value_on(ONE_CASE_WITHIN, facts.filed_on))


def _record(since: str | None = "2025-03-10", *, cause: str = "危险驾驶", subject: str = SPOUSE_ID) -> Kept:
    row = JudicialRecord(subject=subject, cause=cause, since=day(since) if since else None)
    return extract(row, received="2026-03-01")


def _told(since: str | None = "2025-03-10", *, cause: str = "危险驾驶", who: str = "sp") -> CriminalLiability:
    return CriminalLiability(who=who, cause=cause, since=day(since) if since else None)


_UNTOLD = report(family=SPOUSE, none=(CriminalLiability,))

proceedings_in_register.cases(
    silent("已填报", report(_told(), family=SPOUSE), _record()),
    flagged("没有填报", _UNTOLD, _record(), at=("since",)),
    flagged("填报的是别人", report(_told(who="c1"), family=ALL), _record()),
    silent("以前的报告填过", _UNTOLD, report(_told(), year=2024, family=SPOUSE), _record()),
    silent("案由写法不同，日期相近", report(_told("2025-06-01", cause="醉驾"), family=SPOUSE), _record()),
    silent("日期相差366天", report(_told("2024-03-09", cause="醉驾"), family=SPOUSE), _record()),
    flagged(
        "日期相差367天，案由不同",
        report(_told("2024-03-08", cause="诈骗"), family=SPOUSE),
        _record(),
        at=("since", "criminal_liability"),
    ),
    silent("日期相差很久，案由相同", report(_told("2022-01-01"), family=SPOUSE), _record()),
    flagged("案由都没有写，日期相差很久", report(_told("2022-01-01", cause=""), family=SPOUSE), _record(cause="")),
    silent("填报没有写日期", report(_told(None, cause="醉驾"), family=SPOUSE), _record()),
    silent("记录没有写日期", report(_told(cause="醉驾"), family=SPOUSE), _record(None)),
    flagged("报告日当天立案", _UNTOLD, _record("2026-01-20")),
    silent("报告以后立案", _UNTOLD, _record("2026-01-21")),
    flagged("子女的配偶在此列", report(family=ALL), _record(subject=CHILD_SPOUSE_ID)),
    silent("本人不在此表", report(family=SPOUSE), _record(subject=DECLARANT_ID)),
    silent("已离异的配偶", report(family=DIVORCED), _record()),
    flagged("两起都没有填，各一条", _UNTOLD, _record(), _record("2021-05-01", cause="诈骗"), times=2),
)
