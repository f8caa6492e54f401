"""年度之间已经补充报告的事项，年度报告应当一并反映，不应再答“无变化”或者“无”。"""

from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import Any

from msgspec import structs

from declare.items.businesses import Business
from declare.items.child_marriage_foreign import ChildMarriageForeign
from declare.items.child_marriage_hkmt import ChildMarriageHkmt
from declare.items.choices import (
    CompanyState,
    EstateExit,
    FamilyChange,
    FilingKind,
    MaritalState,
    PermitKind,
    Relation,
)
from declare.items.criminal_liability import CriminalLiability
from declare.items.emigration import Emigration, ResidenceAbroad
from declare.items.employment import Employment
from declare.items.filing import Filing
from declare.items.marriage import Marriage
from declare.items.passports import Passport, TripAbroad
from declare.items.permits import Permit, TripHkmt
from declare.items.profile import Member
from declare.items.real_estate import RealEstate
from declare.items.spec import Entry, State, table_of
from declare.law import R17, Text
from declare.rules.book import rule
from declare.rules.cases import day, flagged, report, silent
from declare.rules.facts import Facts, answered
from declare.rules.finding import DECLARANT, Found, finding
from declare.rules.identity import FIRM, HOME, Way, paired
from declare.rules.kinship import away
from declare.rules.likeness import closed, of_table
from declare.rules.spelling import plain
from declare.rules.year_on_year import interim

WHO, CHILD = attrgetter("who"), attrgetter("child")


def _given(*fields: str) -> Callable[[Any], tuple[object, ...]]:
    """A row by fields that are all given."""

    def key(row: Any) -> tuple[object, ...]:
        values = tuple(getattr(row, field) for field in fields)
        return values if all(values) else ()

    return key


def _number(row: Any) -> str:
    """A document by its number."""
    return plain(row.number)


TABLES: tuple[tuple[type[Entry], tuple[Way, ...]], ...] = (
    (Marriage, (Way(_given("state")),)),
    (Passport, (Way(_number),)),
    (TripAbroad, (Way(_given("left")),)),
    (Permit, (Way(_number),)),
    (TripHkmt, (Way(_given("left")),)),
    (ChildMarriageForeign, (Way(CHILD),)),
    (ChildMarriageHkmt, (Way(CHILD),)),
    (Emigration, (Way(WHO),)),
    (ResidenceAbroad, (Way(WHO),)),
    (Employment, (Way(WHO),)),
    (CriminalLiability, (Way(_given("who", "since")),)),
    (RealEstate, HOME),
    (Business, FIRM),
)
"""The tables a report in between can tell something of that lasts, each with how its rows are known again."""

EACH_TELLS_ITS_OWN = (TripAbroad, TripHkmt, CriminalLiability)
"""Tables of events: each report tells its own; of every other table the latest report says how things stand."""


@rule(
    "C10",
    Text("年度“无变化”与期中报告冲突", "The annual report leaves out what was reported during the year"),
    severity=2,
    basis=(R17.article(5), R17.article(6)),
    audience=DECLARANT,
    says=Text(
        "{filed}提交的报告在《{table}》中填写的第{row}项，年度报告没有反映，请核对。",
        "Row {row} of “{table}” in the report of {filed} is not reflected in the annual report. Please check.",
    ),
)
def left_out(facts: Facts) -> Iterator[Found]:
    """Rows of the year's reports between the annual ones that the annual report does not show."""
    if not facts.annual:
        return
    between = [filing for filing in interim(facts) if filing.year == facts.year]
    for table, ways in TABLES if between else ():
        now = facts.answer(table)
        told = [filing for filing in between if answered(filing, table)]
        for filing in told if table in EACH_TELLS_ITS_OWN else told[:1]:
            answer = answered(filing, table)
            if now is not None and answer is not None:
                rows = tuple(row for row in answer.entries if _lasts(facts, row, ways))
                for row in paired(rows, now.entries, ways).gone:
                    yield finding(row, says=of_table(left_out.says, table_of(table)), filed=filing.filed_on)


def _lasts(facts: Facts, row: Entry, ways: tuple[Way, ...]) -> bool:
    """Whether a row can be known again, is not over by now, and tells of somebody still in the family."""
    if not any(way.key(row) for way in ways) or closed(row, facts.filed_on):
        return False
    if isinstance(row, Marriage):
        return not any(_later(now, row) for now in facts.rows(Marriage))
    whose = getattr(row, "who", "") or getattr(row, "child", "")
    return not whose or (whose in facts.members and whose not in away(facts))


def _later(now: Marriage, row: Marriage) -> bool:
    """Whether the annual report tells of a change after the one told in between."""
    return now.change_date is not None and row.change_date is not None and now.change_date > row.change_date


_CHILD = Member(key="c1", relation=Relation.CHILD)
_LAST = report(year=2024, family=(_CHILD,))
_PASSPORT = Passport(number="E12345678", expires=day("2030-01-01"))
_OLD = Passport(number="E87654321", expires=day("2028-01-01"))
_UNCHANGED = {table_of(Passport).key: State.UNCHANGED}


def _mid(*entries: Entry, on: str = "2025-06-01", year: int = 2025, kind: FilingKind = FilingKind.CHANGE) -> Filing:
    return report(*entries, family=(_CHILD,), filed_on=on, year=year, kind=kind)


def _annual(*entries: Entry, none: tuple[type[Entry], ...] = (), kind: FilingKind = FilingKind.ANNUAL) -> Filing:
    return report(*(structs.replace(entry) for entry in entries), none=none, family=(_CHILD,), kind=kind)


def _married(state: MaritalState | None, on: str | None = "2025-05-10") -> Marriage:
    return Marriage(state=state, change_date=day(on) if on else None)


_SINGLE, _WED = _married(MaritalState.DIVORCED, "2025-09-01"), _married(MaritalState.MARRIED)
_TRIP, _OTHER_TRIP = (TripAbroad(left=day(left), countries="JP") for left in ("2025-05-01", "2025-08-01"))
_ROWS: tuple[Entry, ...] = (
    Permit(kind=PermitKind.TAIWAN, number="L12345678"),
    TripHkmt(left=day("2025-05-01"), place="HK"),
    ChildMarriageForeign(child="c1", country="US"),
    ChildMarriageHkmt(child="c1", place="HK"),
    Emigration(who="c1", country="US"),
    ResidenceAbroad(who="c1", country="US"),
    Employment(who="c1", employer="江东大学"),
    CriminalLiability(who="c1", since=day("2025-05-01")),
    RealEstate(certificate="一证"),
    Business(who="c1", company="江东和泰贸易有限公司"),
)
_FIRM, _HOME = _ROWS[-1], _ROWS[-2]

left_out.cases(
    flagged(
        "年中报告了新护照，年度报告答无变化",
        report(_OLD, states=_UNCHANGED, family=(_CHILD,)),
        _mid(_PASSPORT),
        _LAST,
        at=("passports",),
    ),
    silent("年度报告已反映", _annual(_OLD, _PASSPORT), _mid(_PASSPORT), _LAST),
    flagged("年度报告答“无”", _annual(none=(Passport,)), _mid(_PASSPORT), _LAST),
    silent("年度报告没有答该表", _annual(), _mid(_PASSPORT), _LAST),
    silent("没有期中报告", _annual(none=(Passport,)), _LAST),
    silent("补充报告之间不比较", _annual(none=(Passport,), kind=FilingKind.CHANGE), _mid(_PASSPORT), _LAST),
    flagged("首次填报年度也核对", _annual(none=(Passport,), kind=FilingKind.FIRST), _mid(_PASSPORT), _LAST),
    flagged("拟提拔报告也是期中报告", _annual(none=(Passport,)), _mid(_PASSPORT, kind=FilingKind.PROMOTION), _LAST),
    flagged("没有上年报告也核对", _annual(none=(Passport,)), _mid(_PASSPORT)),
    silent("上年的补充报告", _annual(none=(Passport,)), _LAST, _mid(_PASSPORT, on="2024-06-01", year=2024)),
    silent("次年事项的补充报告", _annual(none=(Passport,)), _mid(_PASSPORT, on="2026-01-10", year=2026), _LAST),
    silent(
        "护照在填报前已过期",
        _annual(none=(Passport,)),
        _mid(structs.replace(_PASSPORT, expires=day("2026-01-19"))),
        _LAST,
    ),
    silent("护照号没有填", _annual(none=(Passport,)), _mid(Passport()), _LAST),
    silent("护照号写法不同", _annual(Passport(number="e1234 5678")), _mid(_PASSPORT), _LAST),
    flagged("同一报告的两本护照", _annual(none=(Passport,)), _mid(_PASSPORT, _OLD), _LAST, times=2),
    silent("以较晚的期中报告为准", _annual(_OLD), _mid(_OLD, on="2025-09-01"), _mid(_PASSPORT), _LAST),
    flagged("较晚的期中报告没有反映", _annual(_PASSPORT), _mid(_OLD, on="2025-09-01"), _mid(_PASSPORT), _LAST),
    flagged(
        "出行以每次报告为准",
        _annual(_OTHER_TRIP),
        _mid(_OTHER_TRIP, on="2025-09-01"),
        _mid(_TRIP),
        _LAST,
        at=("trips_abroad",),
    ),
    silent("两次出行都已反映", _annual(_TRIP, _OTHER_TRIP), _mid(_OTHER_TRIP, on="2025-09-01"), _mid(_TRIP), _LAST),
    *(
        flagged(f"{table_of(type(row)).title.zh}没有反映", _annual(none=(type(row),)), _mid(row), _LAST)
        for row in _ROWS
    ),
    *(silent(f"{table_of(type(row)).title.zh}已反映", _annual(row), _mid(row), _LAST) for row in _ROWS),
    flagged("婚姻状况不符", _annual(_married(MaritalState.SINGLE, None)), _mid(_WED), _LAST, at=("marriage",)),
    silent("婚姻状况相符", _annual(_married(MaritalState.MARRIED, None)), _mid(_WED), _LAST),
    silent("以后又有变化", _annual(_SINGLE), _mid(_WED), _LAST),
    flagged("年度报告的变化更早", _annual(_WED), _mid(_SINGLE), _LAST),
    flagged("同一天的变化", _annual(structs.replace(_SINGLE, change_date=_WED.change_date)), _mid(_WED), _LAST),
    flagged("期中报告没有填变化时间", _annual(_SINGLE), _mid(_married(MaritalState.MARRIED, None)), _LAST),
    silent("婚姻状况没有填", _annual(_WED), _mid(_married(None)), _LAST),
    silent(
        "换了工作，仍填了这个人", _annual(Employment(who="c1", employer="海东大学")), _mid(Employment(who="c1")), _LAST
    ),
    flagged(
        "企业存续",
        _annual(none=(Business,)),
        _mid(structs.replace(_FIRM, state=CompanyState.REVOKED)),
        _LAST,
        at=("businesses",),
    ),
    silent(
        "企业在期中报告里已注销",
        _annual(none=(Business,)),
        _mid(structs.replace(_FIRM, state=CompanyState.CANCELLED)),
        _LAST,
    ),
    silent(
        "房产在期中报告里已出售", _annual(none=(RealEstate,)), _mid(structs.replace(_HOME, exit=EstateExit.SOLD)), _LAST
    ),
    silent("不是家庭成员的人", report(none=(Employment,), family=()), _mid(Employment(who="c1")), _LAST),
    silent(
        "已去世的人",
        report(none=(Employment,), family=(structs.replace(_CHILD, change=FamilyChange.DEATH),)),
        _mid(Employment(who="c1")),
        _LAST,
    ),
)
