"""第六条：报告个人有关事项以后，婚姻发生变化的，应当在变化后30日内填报。"""

from collections.abc import Iterator

from declare.items.choices import FilingKind, MaritalChange, MaritalState
from declare.items.filing import Filing
from declare.items.marriage import Marriage
from declare.items.passports import Passport
from declare.law import R17, Dated, Text
from declare.law.counting import deadline_days
from declare.rules.book import rule
from declare.rules.cases import day, flagged, report, silent
from declare.rules.facts import Facts, full
from declare.rules.finding import DECLARANT, Found, finding, value_on

TERM = Dated("C09.days", {"2017-02-08": 30}, basis=R17.article(6), checked="2026-11-01")


@rule(
    "C09",
    Text("婚姻变化未在30日内补报", "A change of marriage was not reported within 30 days"),
    severity=3,
    basis=R17.article(6),
    audience=DECLARANT,
    says=Text(
        "婚姻变化时间为{changed}，至{last}的{days}日内没有提交过报告，请说明原因。",
        "The marriage changed on {changed}, and no report was filed within the {days} days that ended on {last}. Please explain why.",
    ),
    thresholds=(TERM,),
    reads=(Marriage,),
)
def told_late(facts: Facts) -> Iterator[Found]:
    """Changes of the year after the last annual report without any report within the term."""
    if not facts.annual or not facts.earlier:
        return
    since = next((filing for filing in facts.earlier if full(filing)), facts.earlier[-1]).filed_on
    for row in facts.rows(Marriage):
        changed = row.change_date
        if changed is None or row.change in (None, MaritalChange.NONE):
            continue
        if changed.year != facts.year or changed <= since:
            continue
        days = value_on(TERM, changed)
        last = deadline_days(changed, days)
        if not any(changed <= filing.filed_on <= last for filing in (facts.filing, *facts.earlier)):
            yield finding(row, "change_date", on=changed, thresholds=(TERM,), changed=changed, last=last, days=days)


def _row(on: str | None = "2025-06-10", change: MaritalChange | None = MaritalChange.DIVORCED) -> Marriage:
    return Marriage(state=MaritalState.DIVORCED, change=change, change_date=day(on) if on else None)


def _between(filed_on: str, *, kind: FilingKind = FilingKind.CHANGE) -> Filing:
    return report(_row(), kind=kind, filed_on=filed_on)


_LAST = report(Marriage(state=MaritalState.MARRIED), year=2024)

told_late.cases(
    flagged("离婚后没有补报，年度报告才填", report(_row()), _LAST, at=("change_date",)),
    silent("30日内补报", report(_row()), _between("2025-07-10"), _LAST),
    flagged("第31日补报", report(_row()), _between("2025-07-11"), _LAST),
    silent("变化当日报告", report(_row()), _between("2025-06-10"), _LAST),
    flagged("变化以前的报告不算", report(_row()), _between("2025-06-09"), _LAST),
    silent(
        "30日内有其他报告", report(_row()), report(Passport(), kind=FilingKind.CHANGE, filed_on="2025-07-01"), _LAST
    ),
    silent("30日内有拟提拔报告", report(_row()), _between("2025-07-01", kind=FilingKind.PROMOTION), _LAST),
    silent("年度报告在变化后30日内", report(_row("2025-12-21")), _LAST),
    flagged("年度报告在变化后第31日", report(_row("2025-12-20")), _LAST),
    silent("变化在上次年度报告当日", report(_row("2025-01-20")), _LAST),
    flagged("变化在上次年度报告次日", report(_row("2025-01-21")), _LAST),
    silent("变化在报告年度以前", report(_row("2024-06-10")), _LAST),
    silent("变化在次年", report(_row("2026-01-02"), filed_on="2026-03-01"), _LAST),
    silent("没有以前的报告", report(_row())),
    flagged("以前只有补充报告", report(_row()), _between("2025-03-01")),
    silent("变化在首次提交报告以前", report(_row("2025-02-01")), _between("2025-03-10")),
    silent("补充报告由逾期补报的规则核对", _between("2025-09-01"), _LAST),
    flagged("首次填报年度也核对", report(_row(), kind=FilingKind.FIRST), _LAST),
    silent("没有变化", report(_row(change=MaritalChange.NONE)), _LAST),
    silent("变化没有填", report(_row(change=None)), _LAST),
    silent("变化时间没有填", report(_row(None)), _LAST),
)
