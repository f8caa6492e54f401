"""没有亲属关系的几名干部的亲属在同一家企业经商，特别是有上下级关系的，请说明有无经济往来。"""

from collections.abc import Iterator

from msgspec import structs

from declare.items.businesses import Business
from declare.items.choices import CompanyState, FilingKind, Relation
from declare.items.filing import Basic, Filing
from declare.items.profile import Member
from declare.law import D18, D23, Text
from declare.rules.book import rule
from declare.rules.cases import CHILD_ID, OTHER_ID, THIRD_ID, flagged, report, silent, unit
from declare.rules.companions import Companion, number_of, strangers
from declare.rules.facts import Facts, answered
from declare.rules.finding import REVIEWER, Found, finding
from declare.rules.identity import one_firm
from declare.rules.likeness import closed

IN_LINE = Text(
    "经商办企业第{row}项的企业另有{count}名干部的亲属参与，其中有上下级关系，请说明有无经济往来。",
    "Relatives of other officials ({count}) take part in the firm in row {row} of the businesses, and one is in the other’s line of "
    "command. Please explain any dealings between them.",
)


@rule(
    "D03",
    Text("同一企业多名干部关联", "One firm with relatives of several officials"),
    severity=3,
    basis=(D23.article(99, verified=False), D23.article(107), D18.article(97, verified=False)),
    audience=REVIEWER,
    says=Text(
        "经商办企业第{row}项的企业另有{count}名干部的亲属参与，请说明有无经济往来。",
        "Relatives of other officials ({count}) take part in the firm in row {row} of the businesses. "
        "Please explain any dealings between them.",
    ),
    reads=(Business,),
)
def several(facts: Facts) -> Iterator[Found]:
    """Firms that the relatives of unrelated declarants hold as well in the same year."""
    others = strangers(facts)
    for firm in facts.rows(Business) if others else ():
        if closed(firm, facts.filed_on):
            continue
        found = [(one, row) for one in others if (row := _row(facts, firm, one)) is not None]
        if found:
            in_line = any(_in_line(facts, one) for one, _ in found)
            also = tuple((row, "company") for _, row in found)
            yield finding(firm, "company", also=also, says=IN_LINE if in_line else None, count=len(found))


def _row(facts: Facts, firm: Business, other: Companion) -> Business | None:
    """The same firm in another report, held by another person."""
    answer = answered(other[1], Business)
    for row in answer.entries if answer else ():
        if one_firm(firm, row) and not closed(row, other[1].filed_on):
            holders = number_of(facts.filing, firm.who), number_of(other[1], row.who)
            if not all(holders) or holders[0] != holders[1]:
                return row
    return None


def _in_line(facts: Facts, other: Companion) -> bool:
    """Whether one of two declarants serves in a unit below the other's."""
    units = [facts.around.unit(one.unit) for one in (facts.subject, other[0])]
    codes = [unit.code for unit in units if unit]
    return len(codes) == 2 and (facts.around.below(*codes) or facts.around.below(*reversed(codes)))


_FIRM = Business(who="sp", company="江东和泰贸易有限公司", uscc="9144030071526726XG")
_SPOUSE = (Member(key="sp", relation=Relation.SPOUSE),)
_IN_LAW = Member(key="sp", relation=Relation.CHILD_SPOUSE, id_number=CHILD_ID)


def _by(
    declarant: str, *firms: Business, year: int = 2025, family: tuple[Member, ...] = _SPOUSE, unit: str = ""
) -> Filing:
    return report(*firms, declarant=declarant, year=year, family=family, basic=Basic(unit=unit))


def _but(**changes: object) -> Business:
    return structs.replace(_FIRM, **changes)


_MINE = report(_FIRM, family=_SPOUSE)

several.cases(
    flagged("另一名干部的亲属参与同一企业", _MINE, _by(OTHER_ID, _but()), at=("company", "company")),
    flagged("另有两名干部", _MINE, _by(OTHER_ID, _but()), _by(THIRD_ID, _but()), at=("company", "company", "company")),
    silent("只有一名干部", _MINE),
    silent("另一家企业", _MINE, _by(OTHER_ID, _but(uscc="91330100799655058B"))),
    flagged("没有代码，名称相同", _MINE, _by(OTHER_ID, _but(uscc=""))),
    silent("没有代码，名称不同", _MINE, _by(OTHER_ID, _but(uscc="", company="海东书店"))),
    silent("已注销", _MINE, _by(OTHER_ID, _but(state=CompanyState.CANCELLED))),
    silent("本人亲属的已转让", report(_but(state=CompanyState.TRANSFERRED)), _by(OTHER_ID, _but())),
    silent(
        "近亲属之间",
        report(_FIRM, family=(Member(key="sp", relation=Relation.SPOUSE, id_number=OTHER_ID),)),
        _by(OTHER_ID, _but()),
    ),
    silent("对方是上一年的报告", _MINE, _by(OTHER_ID, _but(), year=2024)),
    silent("补充报告不比较", report(_FIRM, family=_SPOUSE, kind=FilingKind.CHANGE), _by(OTHER_ID, _but())),
    silent(
        "两家报告的是同一个人",
        report(_FIRM, family=(_IN_LAW,)),
        _by(OTHER_ID, _but(), family=(structs.replace(_IN_LAW, relation=Relation.CHILD),)),
    ),
    flagged(
        "持有人不同",
        report(_FIRM, family=(_IN_LAW,)),
        _by(OTHER_ID, _but(), family=(Member(key="sp", id_number=THIRD_ID),)),
    ),
    flagged(
        "上下级单位",
        report(_FIRM, family=_SPOUSE, basic=Basic(unit="ZD")),
        _by(OTHER_ID, _but(), unit="JD"),
        unit("ZD", "总队"),
        unit("JD", "支队", parent="ZD"),
        says="其中有上下级关系",
    ),
    flagged(
        "两家企业都有",
        report(_FIRM, _but(uscc="", company="海东书店"), family=_SPOUSE),
        _by(OTHER_ID, _but(), _but(uscc="", company="海东书店")),
        times=2,
    ),
)
