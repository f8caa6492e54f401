"""新出现的房产，如果成交时间早于上次报告，上次就应当报告。"""

from collections.abc import Iterator

from msgspec import structs

from declare.items.choices import FilingKind, Relation
from declare.items.filing import Filing
from declare.items.profile import Member
from declare.items.real_estate import RealEstate
from declare.law import M17, R17, Text
from declare.rules.belonging import household_of, theirs
from declare.rules.book import rule
from declare.rules.cases import flagged, report, silent
from declare.rules.facts import Facts, answered
from declare.rules.finding import REVIEWER, Found, finding
from declare.rules.identity import HOME, paired


@rule(
    "C02",
    Text("新增房产成交早于上年度", "A home bought before the last report appears only now"),
    severity=4,
    basis=(R17.article(4, 3), M17.article(4, 7)),
    audience=REVIEWER,
    says=Text(
        "房产第{row}项以前没有填报，交易时间{traded}早于上次报告的{filed}，请说明上次没有填报的原因。",
        "Row {row} of the real estate was in no earlier report, though traded in {traded}, before the last report of "
        "{filed}. Please explain why it was not reported then.",
    ),
    clause=M17.clause(4, 7),
    reads=(RealEstate,),
)
def appears(facts: Facts) -> Iterator[Found]:
    """Homes in no earlier report, traded in a month before that of the last one, of an owner who belonged then."""
    last = _last(facts)
    if last is None or facts.rows(RealEstate) == _told(last):
        return
    month = f"{last.filed_on:%Y-%m}"
    household = household_of(last)
    for home in paired(tuple(facts.earlier_rows(RealEstate)), facts.rows(RealEstate), HOME).new:
        if home.traded and home.traded < month and theirs(home.owners, household):
            yield finding(home, "traded", traded=home.traded, filed=last.filed_on)


def _last(facts: Facts) -> Filing | None:
    """The last report that had to show every home: the latest that answers the table and is no report of a change."""
    earlier = (filing for filing in facts.earlier if filing.kind is not FilingKind.CHANGE)
    return next((filing for filing in earlier if answered(filing, RealEstate) is not None), None)


def _told(filing: Filing) -> tuple[RealEstate, ...]:
    """The homes of a report."""
    answer = answered(filing, RealEstate)
    return answer.entries if answer else ()


_OLD = RealEstate(owners=("self",), address="江东市望江路15号3幢801室", certificate="一证", traded="2010-05")
_NEW = RealEstate(owners=("self",), address="江东市建设路2号5幢101室", certificate="二证", traded="2018-05")
_SPOUSE = Member(key="sp", relation=Relation.SPOUSE)
_LAST = report(_OLD, year=2024, family=(_SPOUSE,))


def _now(*homes: RealEstate, kind: FilingKind = FilingKind.ANNUAL) -> Filing:
    return report(*(structs.replace(home) for home in homes), family=(_SPOUSE,), kind=kind)


def _traded(month: str) -> RealEstate:
    return structs.replace(_NEW, traded=month)


def _of(*owners: str) -> RealEstate:
    return structs.replace(_NEW, owners=owners)


appears.cases(
    flagged("上次报告以前成交，本年才填报", _now(_OLD, _NEW), _LAST, at=("traded",)),
    silent("上次已填报", _now(_OLD, _NEW), report(_OLD, _NEW, year=2024)),
    silent("没有以前的报告", _now(_OLD, _NEW)),
    flagged("成交于上次报告的前一个月", _now(_traded("2024-12")), _LAST),
    silent("成交于上次报告当月", _now(_traded("2025-01")), _LAST),
    silent("成交于上次报告之后", _now(_traded("2025-07")), _LAST),
    silent("交易时间没有填", _now(_traded("")), _LAST),
    silent("以前没有报告答过房产表", _now(_NEW), report(year=2024)),
    flagged("上次答“无”", _now(_NEW), report(none=(RealEstate,), year=2024)),
    flagged("上次没有答，再前一次答过", _now(_traded("2023-12")), report(year=2024), report(_OLD, year=2023)),
    silent("与答过该表的上次报告比较", _now(_traded("2024-06")), report(year=2024), report(_OLD, year=2023)),
    silent("前年填报过，上年漏填", _now(_OLD, _NEW), _LAST, report(_NEW, year=2023)),
    silent(
        "年中的补充报告已填报，以后的拟提拔报告漏填",
        _now(_OLD, _traded("2025-02")),
        report(_OLD, kind=FilingKind.PROMOTION, filed_on="2025-06-01"),
        report(_traded("2025-02"), kind=FilingKind.CHANGE, filed_on="2025-03-01"),
        _LAST,
    ),
    silent(
        "年中的补充报告只报了另一处，不作为上次报告",
        _now(_OLD, _traded("2025-03")),
        report(_OLD, kind=FilingKind.CHANGE, filed_on="2025-06-01"),
        _LAST,
    ),
    flagged(
        "拟提拔报告是上次报告", _now(_traded("2025-03")), report(_OLD, kind=FilingKind.PROMOTION, filed_on="2025-06-01")
    ),
    flagged("补充报告里才出现", _now(_NEW, kind=FilingKind.CHANGE), _LAST),
    silent("换证的同一处", _now(structs.replace(_OLD, certificate="新证", traded="2010-05")), _LAST),
    flagged("配偶上年已是家庭成员", _now(_OLD, _of("sp")), _LAST),
    silent("上年还不是家庭成员", _now(_OLD, _of("sp")), report(_OLD, year=2024)),
    flagged("产权人有一人上年已在家庭中", _now(_OLD, _of("sp", "self")), report(_OLD, year=2024)),
    flagged("产权人没有填", _now(_OLD, _of()), _LAST),
    flagged(
        "两处都早于上次报告",
        _now(_OLD, _NEW, structs.replace(_NEW, certificate="三证", address="丙地")),
        _LAST,
        times=2,
    ),
)
