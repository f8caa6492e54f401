"""每张表的勾选应与明细一致：勾“无”的没有明细，勾“首次”“有变化”“有此类情况”的有明细，勾“无变化”的与上次报告相同。"""

from collections.abc import Iterator, Sequence

from msgspec import structs

from declare.items.answers import Answer
from declare.items.businesses import Business
from declare.items.choices import (
    CompanyState,
    EmployerKind,
    EstateExit,
    FilingKind,
    MaritalChange,
    MaritalState,
    Ownership,
)
from declare.items.edition_2017 import EDITION
from declare.items.emigration import Emigration, ResidenceAbroad
from declare.items.employment import Employment
from declare.items.marriage import Marriage
from declare.items.passports import Passport
from declare.items.permits import Permit
from declare.items.real_estate import RealEstate
from declare.items.spec import Entry, State, Table
from declare.items.wages import Wages
from declare.law import FORM, Text
from declare.rules.book import rule
from declare.rules.cases import day, flagged, num, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import DECLARANT, Found, finding
from declare.rules.likeness import closed, of_table, same_rows

TABLES = (*EDITION.tables, *EDITION.extensions)
UNCHANGED, CHANGED, FIRST, NONE = State.UNCHANGED, State.CHANGED, State.FIRST, State.NONE
ROWS = Text(
    "《{table}》勾选“无”，但填写了{rows}项，请核对。",
    "“{table}” says that there is nothing to report, yet has entries ({rows}). Please check.",
)
Answers = tuple[Answer[Entry] | None, ...]

NO_ROWS = Text(
    "《{table}》勾选有需要报告的情况，但没有填写明细，请核对。",
    "“{table}” says that there is something to report, yet has no entry. Please check.",
)
DIFFERENT = Text(
    "《{table}》勾选“无变化”，但本次填写的{rows}项与上次报告的{before}项不完全相同，请核对。",
    "“{table}” says that nothing has changed, yet its entries ({rows}) are not those of the last report ({before}). "
    "Please check.",
)


@rule(
    "A08",
    Text("勾选与明细不一致", "Answer and entries do not agree"),
    severity=2,
    basis=FORM.whole(),
    audience=DECLARANT,
    says=Text(
        "《{table}》的勾选与填写的明细不一致，请核对。",
        "The box ticked in “{table}” does not fit its entries. Please check.",
    ),
)
def box_and_rows(facts: Facts) -> Iterator[Found]:
    """Tables whose box says one thing and whose entries another."""
    answers: Answers = structs.astuple(facts.filing.tables)
    lasts: Answers = structs.astuple(facts.earlier[0].tables) if facts.earlier else (None,) * len(answers)
    for table, answer, last in zip(TABLES, answers, lasts, strict=True):
        if answer is None:
            continue
        rows, state = answer.entries, answer.state
        if state is UNCHANGED:
            before = last.entries if last is not None else _last(facts, table)
            if before is not None and rows != before:
                yield from _unchanged(facts, table, rows, before)
        elif state is NONE:
            if rows:
                yield finding(None, tables=(table.key,), says=of_table(ROWS, table), rows=len(rows))
        elif not rows and not (state is CHANGED and _last(facts, table)):
            yield finding(None, tables=(table.key,), says=of_table(NO_ROWS, table), rows=0)


def _unchanged(facts: Facts, table: Table, rows: Sequence[Entry], before: Sequence[Entry]) -> Iterator[Found]:
    """Whether a table that did not change differs from the last report; what was over by then counts in neither."""
    now, then = ([row for row in side if not closed(row, facts.filed_on)] for side in (rows, before))
    if not (_same_states(now, then) if table.entry is Marriage else same_rows(now, then)):
        says = of_table(DIFFERENT, table)
        yield finding(None, tables=(table.key,), says=says, rows=len(now), before=len(then))


def _last(facts: Facts, table: Table) -> Sequence[Entry] | None:
    """The entries of the latest earlier report that answered the table."""
    for filing in facts.earlier:
        answer: Answer[Entry] | None = getattr(filing.tables, table.key)
        if answer is not None:
            return answer.entries
    return None


def _same_states(rows: Sequence[Entry], others: Sequence[Entry]) -> bool:
    """婚姻情况 · Whether the marital state is the same; how and when it came about was told before."""
    states = [[row.state for row in side if isinstance(row, Marriage)] for side in (rows, others)]
    return states[0] == states[1]


HOME = RealEstate(
    address="江苏省江东市和平路1号3栋201", area=num("90.00"), price=num("120.00"), ownership=Ownership.JOINT
)
SAME_HOME = RealEstate(address="江东市和平路１号3幢201", area=num("90.0"), price=num("120"), ownership=Ownership.JOINT)
OTHER_HOME = RealEstate(address="江东市建设路2号", area=num("60.00"))
SOLD = RealEstate(address="江东市建设路2号", area=num("60.00"), exit=EstateExit.SOLD)
MARRIED = Marriage(state=MaritalState.MARRIED, change=MaritalChange.MARRIED, change_date=day("2024-05-02"))

box_and_rows.cases(
    silent("勾“无”，没有明细", report(none=(RealEstate,))),
    flagged("勾“无”，有明细", report(HOME, states={"real_estate": State.NONE}), at=("real_estate",)),
    flagged("勾“首次”，没有明细", report(states={"real_estate": FIRST})),
    flagged("勾“有此类情况”，没有明细", report(states={"wages": State.SOME}), at=("wages",)),
    silent("勾“有此类情况”，有明细", report(Wages(total=num("20.00")))),
    flagged("勾“有变化”，没有明细，以前也没有报过", report(states={"real_estate": CHANGED})),
    flagged(
        "勾“有变化”，没有明细，上次报的是“无”",
        report(states={"real_estate": CHANGED}),
        report(none=(RealEstate,), year=2024),
    ),
    silent("勾“有变化”，没有明细，上次还有一处", report(states={"real_estate": CHANGED}), report(HOME, year=2024)),
    flagged("勾“首次”，没有明细，上次有一处", report(states={"real_estate": FIRST}), report(HOME, year=2024)),
    silent("无变化，明细相同", report(HOME, states={"real_estate": UNCHANGED}), report(HOME, year=2024)),
    silent("无变化，写法不同而意思相同", report(SAME_HOME, states={"real_estate": UNCHANGED}), report(HOME, year=2024)),
    silent(
        "无变化，次序不同",
        report(OTHER_HOME, HOME, states={"real_estate": UNCHANGED}),
        report(HOME, OTHER_HOME, year=2024),
    ),
    flagged("无变化，换了一处", report(OTHER_HOME, states={"real_estate": UNCHANGED}), report(HOME, year=2024)),
    flagged("无变化，多了一处", report(HOME, OTHER_HOME, states={"real_estate": UNCHANGED}), report(HOME, year=2024)),
    flagged("无变化，少了一处", report(HOME, states={"real_estate": UNCHANGED}), report(HOME, OTHER_HOME, year=2024)),
    flagged(
        "无变化，同一处填了两次",
        report(HOME, HOME, states={"real_estate": UNCHANGED}),
        report(HOME, OTHER_HOME, year=2024),
    ),
    flagged(
        "无变化，补填了以前没有填的",
        report(HOME, states={"real_estate": UNCHANGED}),
        report(RealEstate(address=HOME.address, area=HOME.area, ownership=HOME.ownership), year=2024),
    ),
    silent("无变化，没有以前的报告", report(HOME, states={"real_estate": UNCHANGED})),
    flagged(
        "无变化，上次报的是“无”", report(HOME, states={"real_estate": UNCHANGED}), report(none=(RealEstate,), year=2024)
    ),
    flagged(
        "与最近一次填报该表的报告比较，上次没有填该表的跳过",
        report(HOME, states={"real_estate": UNCHANGED}),
        report(none=(Business,), year=2024),
        report(OTHER_HOME, year=2023),
    ),
    silent("上次已售出的，本次不再填", report(HOME, states={"real_estate": UNCHANGED}), report(HOME, SOLD, year=2024)),
    silent("上次已售出的，本次仍填", report(HOME, SOLD, states={"real_estate": UNCHANGED}), report(HOME, year=2024)),
    flagged(
        "写明未处置的仍算",
        report(HOME, states={"real_estate": UNCHANGED}),
        report(HOME, RealEstate(address="江东市建设路2号", exit=EstateExit.NONE), year=2024),
    ),
    silent(
        "上次已注销、已转让的企业",
        report(states={"businesses": UNCHANGED}),
        report(Business(state=CompanyState.CANCELLED), Business(state=CompanyState.TRANSFERRED), year=2024),
    ),
    flagged(
        "停业的企业仍算",
        report(states={"businesses": UNCHANGED}),
        report(Business(company="甲", state=CompanyState.DORMANT), year=2024),
        at=("businesses",),
    ),
    silent(
        "上次已经结束的国（境）外生活",
        report(states={"residence_abroad": UNCHANGED}),
        report(ResidenceAbroad(who="c1", until=day("2024-06-30")), year=2024),
    ),
    flagged(
        "上次还在国（境）外生活",
        report(states={"residence_abroad": UNCHANGED}),
        report(ResidenceAbroad(who="c1"), year=2024),
        at=("residence_abroad",),
    ),
    silent(
        "上次已写明放弃的移居",
        report(states={"emigration": UNCHANGED}),
        report(Emigration(who="c1", remark="已放弃"), year=2024),
    ),
    silent(
        "上次以后过期的护照和通行证",
        report(states={"passports": UNCHANGED, "permits": UNCHANGED}),
        report(
            Passport(number="E1", expires=day("2026-01-19")), Permit(number="C1", valid_to=day("2026-01-19")), year=2024
        ),
    ),
    flagged(
        "填报当日到期的护照和通行证还有效",
        report(states={"passports": UNCHANGED, "permits": UNCHANGED}),
        report(
            Passport(number="E1", expires=day("2026-01-20")), Permit(number="C1", valid_to=day("2026-01-20")), year=2024
        ),
        times=2,
        at=("passports",),
    ),
    silent(
        "婚姻只比较状况，上次的变化不必再填",
        report(Marriage(state=MaritalState.MARRIED, change=MaritalChange.NONE), states={"marriage": UNCHANGED}),
        report(MARRIED, year=2024),
    ),
    flagged(
        "婚姻状况不同",
        report(Marriage(state=MaritalState.DIVORCED), states={"marriage": UNCHANGED}),
        report(MARRIED, year=2024),
        at=("marriage",),
    ),
    flagged(
        "从业情况换了单位",
        report(Employment(who="sp", employer="乙公司"), states={"employment": UNCHANGED}),
        report(Employment(who="sp", employer="甲公司", employer_kind=EmployerKind.PRIVATE), year=2024),
        at=("employment",),
    ),
    flagged(
        "各类报告都核对",
        report(HOME, states={"real_estate": State.NONE}, kind=FilingKind.CHANGE, filed_on="2025-06-01"),
    ),
    flagged("两张表都不符，各一条", report(states={"real_estate": FIRST, "wages": State.SOME}), times=2),
)
