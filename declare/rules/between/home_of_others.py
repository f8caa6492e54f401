"""同一处房产由没有亲属关系的几名报告人填报，各家份额合计超过百分之百的，请各自核对。"""

from collections.abc import Iterator
from decimal import Decimal

from msgspec import structs

from declare.items.choices import EstateExit, EstateKind, FilingKind, Ownership, Relation
from declare.items.filing import Filing
from declare.items.profile import Member
from declare.items.real_estate import RealEstate
from declare.law import R17, Text
from declare.rules.book import rule
from declare.rules.cases import DECLARANT_ID, OTHER_ID, THIRD_ID, flagged, num, report, silent
from declare.rules.companions import strangers
from declare.rules.facts import Facts, answered
from declare.rules.finding import REVIEWER, Found, finding
from declare.rules.identity import one_title
from declare.rules.likeness import closed
from declare.rules.subject import Subject

WHOLE = Decimal(100)


@rule(
    "D02",
    Text("同一房产被他人申报", "One home in the reports of several declarants"),
    severity=2,
    basis=R17.article(4, 3),
    audience=REVIEWER,
    says=Text(
        "房产第{row}项另有{count}名没有亲属关系的报告人填报，份额合计{shares}%，请核对。",
        "Row {row} of the real estate is also in the reports of unrelated declarants ({count}); the shares come to {shares}%. "
        "Please check.",
    ),
    reads=(RealEstate,),
)
def claimed(facts: Facts) -> Iterator[Found]:
    """Homes also reported by unrelated declarants for the same year, where the shares exceed the whole."""
    others = strangers(facts)
    for home in facts.rows(RealEstate) if others else ():
        share = _share(home)
        if share is None or closed(home, facts.filed_on):
            continue
        found = list(_elsewhere(facts, home))
        shares = share + sum((_share(other) or Decimal(0) for other in found), Decimal(0))
        if found and shares > WHOLE:
            also = tuple((other, "share") for other in found)
            yield finding(home, "share", also=also, count=len(found), shares=shares)


def _elsewhere(facts: Facts, home: RealEstate) -> Iterator[RealEstate]:
    """The same home in the reports of strangers; of those who are relatives of each other, one household counts."""
    counted: list[Subject] = []
    for other, filing in strangers(facts):
        answer = answered(filing, RealEstate)
        row = next((row for row in (answer.entries if answer else ()) if _same(facts, home, filing, row)), None)
        if row is not None and not any(one.related(other) for one in counted):
            counted.append(other)
            yield row


def _same(facts: Facts, home: RealEstate, filing: Filing, row: RealEstate) -> bool:
    """Whether a row of another report is this home, still held, and not sold on between the two filing days."""
    if closed(row, filing.filed_on) or _share(row) is None or not one_title(home, row):
        return False
    return home.traded < f"{filing.filed_on:%Y-%m}" and row.traded < f"{facts.filed_on:%Y-%m}"


def _share(home: RealEstate) -> Decimal | None:
    """What part of a home a household has: sole and joint owners have all of it."""
    return WHOLE if home.ownership in (Ownership.SOLE, Ownership.JOINT) else home.share


_HOME = RealEstate(
    owners=("self",),
    certificate="苏(2019)江东不动产权第0012345号",
    address="江东市望江路15号3幢801室",
    area=num("90.00"),
    kind=EstateKind.COMMODITY,
    ownership=Ownership.SOLE,
    traded="2018-05",
)


def _home(share: str | None = None, **changes: object) -> RealEstate:
    ownership = Ownership.SHARES if share else Ownership.SOLE
    return structs.replace(_HOME, **{"ownership": ownership, "share": num(share) if share else None, **changes})


def _by(declarant: str, home: RealEstate, *, year: int = 2025, family: tuple[Member, ...] = ()) -> Filing:
    return report(home, declarant=declarant, year=year, family=family)


def _kin(number: str, relation: Relation = Relation.SIBLING) -> tuple[Member, ...]:
    return (Member(key="x", relation=relation, id_number=number),)


claimed.cases(
    flagged("两人都填单独所有", report(_HOME), _by(OTHER_ID, _home()), at=("share", "share")),
    flagged("一人单独所有，一人共同共有", report(_HOME), _by(OTHER_ID, _home(ownership=Ownership.JOINT))),
    silent("份额合计正好百分之百", report(_home("60.00")), _by(OTHER_ID, _home("40.00"))),
    flagged("份额合计超过百分之百", report(_home("60.00")), _by(OTHER_ID, _home("40.01"))),
    flagged(
        "三人合计超过百分之百",
        report(_home("40")),
        _by(OTHER_ID, _home("40")),
        _by(THIRD_ID, _home("40")),
        at=("share", "share", "share"),
    ),
    silent("三人合计正好百分之百", report(_home("40")), _by(OTHER_ID, _home("30")), _by(THIRD_ID, _home("30"))),
    silent(
        "另两人是一家，只算一次",
        report(_home("50")),
        _by(OTHER_ID, _home("50")),
        _by(THIRD_ID, _home("50"), family=_kin(OTHER_ID, Relation.SPOUSE)),
    ),
    silent("只有本人填报", report(_HOME)),
    silent("兄弟姐妹", report(_HOME, family=_kin(OTHER_ID)), _by(OTHER_ID, _home())),
    silent("对方把本人填为父母", report(_HOME), _by(OTHER_ID, _home(), family=_kin(DECLARANT_ID, Relation.PARENT))),
    flagged(
        "配偶的兄弟姐妹不算近亲属",
        report(_HOME, family=_kin(OTHER_ID, Relation.SPOUSE_SIBLING)),
        _by(OTHER_ID, _home()),
    ),
    silent("对方是上一年的报告", report(_HOME), _by(OTHER_ID, _home(), year=2024)),
    silent("补充报告不比较", report(_HOME, kind=FilingKind.CHANGE), _by(OTHER_ID, _home())),
    silent("对方已出售", report(_HOME), _by(OTHER_ID, _home(exit=EstateExit.SOLD))),
    silent("本人已出售", report(_home(exit=EstateExit.SOLD)), _by(OTHER_ID, _home())),
    silent("对方在本人填报当月购买", report(_HOME), _by(OTHER_ID, _home(traded="2026-01"))),
    flagged("对方在本人填报前一个月购买", report(_HOME), _by(OTHER_ID, _home(traded="2025-12"))),
    silent("本人在对方填报当月购买", report(_home(traded="2026-01"), filed_on="2026-01-28"), _by(OTHER_ID, _home())),
    flagged("证号相同，地址写法不同", report(_HOME), _by(OTHER_ID, _home(address="望江花园"))),
    flagged("对方没有证号，地址相同", report(_HOME), _by(OTHER_ID, _home(certificate=""))),
    flagged("证号不同，地址和面积相同", report(_HOME), _by(OTHER_ID, _home(certificate="新证"))),
    silent("证号不同，地址相同，面积不同", report(_HOME), _by(OTHER_ID, _home(certificate="新证", area=num("60")))),
    silent(
        "证号不同，地址相同，类型不同", report(_HOME), _by(OTHER_ID, _home(certificate="新证", kind=EstateKind.PARKING))
    ),
    silent("不是同一处", report(_HOME), _by(OTHER_ID, _home(certificate="", address="江东市望江路15号3幢802室"))),
    silent("对方按份共有，份额没有填", report(_HOME), _by(OTHER_ID, _home(ownership=Ownership.SHARES))),
    silent("本人共有方式和份额没有填", report(_home(ownership=None)), _by(OTHER_ID, _home())),
    flagged("共有方式没有填，按份额", report(_home("60", ownership=None)), _by(OTHER_ID, _home("50", ownership=None))),
)
