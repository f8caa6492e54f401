"""婚姻有变化的应写明变化时间；再婚以前应有离婚或者丧偶，变化时间应在本次报告所涉期间之内。"""

from collections.abc import Iterator

from declare.items.choices import FilingKind, MaritalChange, MaritalState
from declare.items.marriage import Marriage
from declare.items.spec import State
from declare.law import FORM, Text
from declare.rules.book import rule
from declare.rules.cases import day, flagged, report, silent
from declare.rules.facts import Facts, answered
from declare.rules.finding import DECLARANT, Found, finding

NO_DATE = Text(
    "婚姻情况填写了变化，但没有填写变化时间，请核对补填。",
    "The marriage table tells of a change without its date. Please check and add it.",
)
TOO_EARLY = Text(
    "婚姻变化时间{changed}早于本次报告所涉期间的起始日{since}，请核对。",
    "The change of marriage on {changed} is earlier than {since}, the first day this report is about. Please check.",
)
TOO_LATE = Text(
    "婚姻变化时间{changed}晚于填报日期{until}，请核对。",
    "The change of marriage on {changed} is later than the filing day, {until}. Please check.",
)
NO_END = Text(
    "婚姻变化填写为再婚，但上次报告的婚姻状况不是离异或者丧偶，请核对。",
    "The marriage table says remarried, but the last report said neither divorced nor widowed. Please check.",
)
ENDED = (MaritalState.DIVORCED, MaritalState.WIDOWED)


@rule(
    "B02",
    Text("婚姻变化缺日期或顺序错", "Change of marital state without a date or out of order"),
    severity=2,
    basis=FORM.whole("表1"),
    audience=DECLARANT,
    says=NO_DATE,
    reads=(Marriage,),
)
def marital_change(facts: Facts) -> Iterator[Found]:
    """Changes without a date, outside the period, or a second marriage while the first one stood."""
    answer = facts.answer(Marriage)
    if answer is None or answer.state is State.UNCHANGED:
        return
    for row in answer.entries:
        if row.change and row.change is not MaritalChange.NONE:
            found = _date(facts, row)
            if found:
                yield found
            elif row.change is MaritalChange.REMARRIED and _still_married(facts, row):
                yield finding(row, "change", says=NO_END)


def _date(facts: Facts, row: Marriage) -> Found | None:
    """What of the date does not fit: missing, or outside the period; a first report has no first day."""
    changed, since, until = row.change_date, facts.period_start, facts.filed_on
    if changed is None:
        return finding(row, "change_date")
    if changed > until:
        return finding(row, "change_date", says=TOO_LATE, changed=changed, until=until)
    if changed < since and facts.filing.kind is not FilingKind.FIRST:
        return finding(row, "change_date", says=TOO_EARLY, changed=changed, since=since)
    return None


def _still_married(facts: Facts, row: Marriage) -> bool:
    """Whether the last report before this change, which may have been told before, shows no end of a marriage."""
    for filing in facts.earlier:
        answer = answered(filing, Marriage)
        if answer and not any(_tells(told, row) for told in answer.entries):
            states = [told.state for told in answer.entries if told.state]
            return bool(states) and not any(state in ENDED for state in states)
    return False


def _tells(told: Marriage, row: Marriage) -> bool:
    """Whether an earlier report told the same marriage."""
    return told.change_date == row.change_date and told.state not in ENDED


def _row(
    change: MaritalChange | None, on: str | None = "2025-05-02", state: MaritalState | None = MaritalState.MARRIED
) -> Marriage:
    return Marriage(state=state, change=change, change_date=day(on) if on else None)


MARRIED, DIVORCED, REMARRIED = MaritalChange.MARRIED, MaritalChange.DIVORCED, MaritalChange.REMARRIED
WAS_MARRIED = Marriage(state=MaritalState.MARRIED)
WAS_DIVORCED = Marriage(state=MaritalState.DIVORCED)
WAS_WIDOWED = Marriage(state=MaritalState.WIDOWED)
WAS_SINGLE = Marriage(state=MaritalState.SINGLE)

marital_change.cases(
    silent("上年内结婚，有日期", report(_row(MARRIED))),
    flagged("结婚没有日期", report(_row(MARRIED, None)), at=("change_date",)),
    silent("无变化，没有日期", report(_row(MaritalChange.NONE, None))),
    silent("没有填写变化", report(_row(None, None))),
    silent("报告年度1月1日", report(_row(MARRIED, "2025-01-01"))),
    flagged("报告年度以前", report(_row(MARRIED, "2024-12-31")), at=("change_date",)),
    silent("填报当日", report(_row(DIVORCED, "2026-01-20", MaritalState.DIVORCED))),
    flagged("填报日以后", report(_row(DIVORCED, "2026-01-21", MaritalState.DIVORCED)), at=("change_date",)),
    silent("勾“无变化”的不核对", report(_row(MARRIED, "2019-05-02"), states={"marriage": State.UNCHANGED})),
    silent("首次报告没有起始日", report(_row(MARRIED, "1998-05-02"), kind=FilingKind.FIRST)),
    flagged("首次报告也不能晚于填报日", report(_row(MARRIED, "2026-01-21"), kind=FilingKind.FIRST)),
    silent("上次离异，再婚", report(_row(REMARRIED)), report(WAS_DIVORCED, year=2024)),
    silent("上次丧偶，再婚", report(_row(REMARRIED)), report(WAS_WIDOWED, year=2024)),
    flagged("上次已婚，再婚", report(_row(REMARRIED)), report(WAS_MARRIED, year=2024), at=("change",)),
    flagged("上次未婚，再婚", report(_row(REMARRIED)), report(WAS_SINGLE, year=2024)),
    silent("上次已婚，离婚", report(_row(DIVORCED)), report(WAS_MARRIED, year=2024)),
    silent("没有以前的报告，再婚", report(_row(REMARRIED))),
    silent("上次没有填写婚姻状况", report(_row(REMARRIED)), report(Marriage(), year=2024)),
    silent(
        "年度报告重述补充报告已报的再婚",
        report(_row(REMARRIED)),
        report(_row(REMARRIED), kind=FilingKind.CHANGE, year=2025, filed_on="2025-05-20"),
        report(WAS_DIVORCED, year=2024),
    ),
    flagged(
        "重述的再婚，此前仍为已婚",
        report(_row(REMARRIED)),
        report(_row(REMARRIED), kind=FilingKind.CHANGE, year=2025, filed_on="2025-05-20"),
        report(WAS_MARRIED, year=2024),
    ),
    flagged(
        "上次报的是更早的一次再婚",
        report(_row(REMARRIED)),
        report(_row(REMARRIED, "2010-05-02"), year=2024),
    ),
    silent(
        "同日离婚、再婚，离婚已用补充报告报过",
        report(_row(REMARRIED)),
        report(_row(DIVORCED, state=MaritalState.DIVORCED), kind=FilingKind.CHANGE, filed_on="2025-05-20"),
        report(WAS_MARRIED, year=2024),
    ),
    flagged(
        "上次没有填该表的跳过",
        report(_row(REMARRIED)),
        report(kind=FilingKind.CHANGE, filed_on="2025-05-20"),
        report(WAS_MARRIED, year=2024),
    ),
    silent(
        "离婚、再婚先后用补充报告报过",
        report(_row(REMARRIED)),
        report(_row(DIVORCED, "2025-03-01", MaritalState.DIVORCED), kind=FilingKind.CHANGE, filed_on="2025-03-20"),
        report(WAS_MARRIED, year=2024),
    ),
    flagged("缺日期又不合次序，合为一条", report(_row(REMARRIED, None)), report(WAS_MARRIED, year=2024)),
)
