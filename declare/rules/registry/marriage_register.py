"""婚姻情况表应当与民政部门的婚姻登记一致。"""

from collections.abc import Iterator
from datetime import date

from declare.items.choices import MaritalState
from declare.items.marriage import Marriage
from declare.items.registries import MarriageRecord
from declare.items.spec import table_of
from declare.law import M17, R17, Text
from declare.rules.around import Kept
from declare.rules.book import rule
from declare.rules.cases import CHILD_ID, DECLARANT_ID, day, extract, flagged, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import REVIEWER, Found, finding
from declare.rules.household_scenes import CHILD
from declare.rules.registered import own

UNTOLD = Text(
    "民政部门有报告人的婚姻登记，婚姻情况表没有填报婚姻状况，请核对。",
    "The civil-affairs register holds an entry on the declarant; the table of marriage states nothing. Please check.",
)


@rule(
    "F01",
    Text("婚姻登记不一致", "Marital state differs from the register"),
    severity=4,
    basis=(R17.article(3, 1), R17.article(15, verified=False), M17.article(4, 1)),
    clause="M17-4(1)",
    audience=REVIEWER,
    says=Text(
        "婚姻情况表填报的婚姻状况与民政部门的最近一次登记不一致，请核对。",
        "The marital state reported differs from the latest entry in the civil-affairs register. Please check.",
    ),
    reads=(MarriageRecord,),
)
def marriage_register(facts: Facts) -> Iterator[Found]:
    """The declarant's latest registration against the state reported; a death is no registration."""
    told = [row for row in own(facts, MarriageRecord) if row.state]
    if not told:
        return
    latest = max(told, key=lambda row: row.registered or date.min)
    rows = facts.rows(Marriage)
    if not rows:
        tables = (table_of(Marriage).key,)
        yield finding(latest, "state", tables=tables, says=UNTOLD, since=latest.registered)
    elif not any(_fits(latest, row) for row in rows):
        since = latest.registered
        yield finding(rows[0], "state", also=((latest, "state"),), since=since)


def _fits(record: MarriageRecord, row: Marriage) -> bool:
    """Whether a state reported fits a registration; one who was widowed stands in the register as married."""
    if row.state is None or row.state is record.state:
        return True
    return row.state is MaritalState.WIDOWED and record.state is MaritalState.MARRIED


def _record(state: MaritalState | None, registered: str | None = "2010-05-01", *, subject: str = DECLARANT_ID) -> Kept:
    return extract(
        MarriageRecord(subject=subject, state=state, registered=day(registered) if registered else None),
        received="2026-03-01",
    )


MARRIED, DIVORCED, SINGLE = (
    Marriage(state=state) for state in (MaritalState.MARRIED, MaritalState.DIVORCED, MaritalState.SINGLE)
)

marriage_register.cases(
    silent("登记与填报一致", report(MARRIED), _record(MaritalState.MARRIED)),
    flagged("登记离婚，填报已婚", report(MARRIED), _record(MaritalState.DIVORCED), at=("state", "state")),
    flagged("登记结婚，填报未婚", report(SINGLE), _record(MaritalState.MARRIED)),
    flagged("登记结婚，填报离异", report(DIVORCED), _record(MaritalState.MARRIED)),
    flagged("登记结婚，婚姻情况表没有填", report(), _record(MaritalState.MARRIED), at=("state", "marriage")),
    flagged("登记结婚，婚姻情况表填无", report(none=(Marriage,)), _record(MaritalState.MARRIED)),
    silent("填报丧偶，登记为结婚", report(Marriage(state=MaritalState.WIDOWED)), _record(MaritalState.MARRIED)),
    flagged("填报丧偶，登记为离婚", report(Marriage(state=MaritalState.WIDOWED)), _record(MaritalState.DIVORCED)),
    flagged("填报已婚，登记为丧偶", report(MARRIED), _record(MaritalState.WIDOWED)),
    silent("婚姻状况没有写明", report(Marriage()), _record(MaritalState.MARRIED)),
    silent("登记没有写明状态", report(SINGLE), _record(None)),
    silent(
        "先结婚后离婚，以最近一次登记为准",
        report(DIVORCED),
        _record(MaritalState.DIVORCED, "2020-03-01"),
        _record(MaritalState.MARRIED, "2010-05-01"),
    ),
    silent(
        "没有日期的登记排在最前",
        report(DIVORCED),
        _record(MaritalState.DIVORCED, "2020-03-01"),
        _record(MaritalState.MARRIED, None),
    ),
    silent(
        "登记的先后与提供的先后无关",
        report(DIVORCED),
        _record(MaritalState.MARRIED, "2010-05-01"),
        _record(MaritalState.DIVORCED, "2020-03-01"),
        _record(MaritalState.MARRIED, None),
    ),
    flagged("报告日当天离婚", report(MARRIED), _record(MaritalState.DIVORCED, "2026-01-20")),
    silent(
        "报告以后离婚",
        report(MARRIED),
        _record(MaritalState.MARRIED),
        _record(MaritalState.DIVORCED, "2026-01-21"),
    ),
    silent("子女的登记不比较", report(SINGLE, family=CHILD), _record(MaritalState.MARRIED, subject=CHILD_ID)),
)
