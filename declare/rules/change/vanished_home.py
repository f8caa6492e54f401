"""上年报告的房产，本年应继续报告；已经出售、赠与的，应报告一次去向。"""

from collections.abc import Iterator

from msgspec import structs

from declare.items.choices import EstateExit, EstateKind, FamilyChange, FilingKind, Relation
from declare.items.profile import Member
from declare.items.real_estate import RealEstate
from declare.law import M17, R17, Text
from declare.rules.belonging import in_both, theirs
from declare.rules.book import rule
from declare.rules.cases import flagged, num, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import REVIEWER, Found, finding
from declare.rules.homes import DWELLINGS
from declare.rules.identity import HOME
from declare.rules.year_on_year import homes, told_over


@rule(
    "C01",
    Text("房产较上年减少而无去向", "A home of last year is gone without a word"),
    severity=(3, 4),
    basis=(R17.article(4, 3), M17.article(4, 7), M17.article(3, 2)),
    audience=REVIEWER,
    says=Text(
        "上年房产第{row}项本年没有填报，也没有填报过去向，请说明这处房产的情况。",
        "Row {row} of last year’s real estate is not in this report, and no report shows that it was disposed of. "
        "Please explain what became of it.",
    ),
)
def vanished(facts: Facts) -> Iterator[Found]:
    """Homes of last year that are missing, while an owner belongs to the household in both years."""
    gone = homes(facts).gone
    if not gone or facts.last_year is None:
        return
    household = in_both(facts.last_year, facts.filing)
    for home in gone:
        if theirs(home.owners, household) and not told_over(facts, home, HOME):
            dwelling = home.kind is None or home.kind in DWELLINGS
            clause = M17.clause(4, 7) if dwelling else M17.clause(3, 2)
            yield finding(home, severity=4 if dwelling else 3, clause=clause)


_HOME = RealEstate(
    owners=("self", "sp"),
    address="江东市望江路15号3幢2单元801室",
    certificate="苏(2019)江东不动产权第0012345号",
    area=num("90.00"),
    kind=EstateKind.COMMODITY,
)
_OTHER = RealEstate(owners=("self",), address="江东市建设路2号5幢101室", certificate="苏(2020)江东不动产权第0099999号")
_SPOUSE = Member(key="sp", relation=Relation.SPOUSE)
_CHILD = Member(key="c1", relation=Relation.CHILD, cohabiting=True)
_FAMILY = (_SPOUSE, _CHILD)
_LAST = report(_HOME, year=2024, family=_FAMILY)


def _but(**changes: object) -> RealEstate:
    return structs.replace(_HOME, **changes)


def _of(*owners: str) -> RealEstate:
    return _but(owners=owners)


vanished.cases(
    flagged(
        "上年一处住房，本年答“无”", report(none=(RealEstate,), family=_FAMILY), _LAST, severity=4, at=("real_estate",)
    ),
    flagged("换成了另一处", report(_OTHER, family=_FAMILY), _LAST, severity=4),
    silent("本年仍在", report(_but(), family=_FAMILY), _LAST),
    silent("没有上年报告", report(_OTHER, family=_FAMILY)),
    silent("只有前年的报告", report(_OTHER, family=_FAMILY), report(_HOME, year=2023, family=_FAMILY)),
    silent("本年没有答房产表", report(family=_FAMILY), _LAST),
    silent("上年没有答房产表", report(_OTHER, family=_FAMILY), report(year=2024, family=_FAMILY)),
    silent("补充报告不比较", report(_OTHER, family=_FAMILY, kind=FilingKind.CHANGE), _LAST),
    flagged("首次填报年度也比较", report(_OTHER, family=_FAMILY, kind=FilingKind.FIRST), _LAST),
    silent("本年填报了出售", report(_but(exit=EstateExit.SOLD), family=_FAMILY), _LAST),
    silent("上年已填报出售", report(_OTHER), report(_but(exit=EstateExit.SOLD), year=2024)),
    flagged("上年填的是未处置", report(_OTHER), report(_but(exit=EstateExit.NONE), year=2024)),
    silent(
        "年中的补充报告填报过赠与",
        report(_OTHER, family=_FAMILY),
        report(_but(exit=EstateExit.GIVEN), kind=FilingKind.CHANGE, filed_on="2025-06-01", family=_FAMILY),
        _LAST,
    ),
    flagged(
        "年中的补充报告填报的是另一处的出售",
        report(none=(RealEstate,), family=_FAMILY),
        report(structs.replace(_OTHER, exit=EstateExit.SOLD), kind=FilingKind.CHANGE, filed_on="2025-06-01"),
        _LAST,
    ),
    silent("换了证，地址相同", report(_but(certificate="苏(2025)江东不动产权第0000001号"), family=_FAMILY), _LAST),
    silent(
        "换了证，地址改写", report(_but(certificate="新证1号", address="望江路15号3栋2-801"), family=_FAMILY), _LAST
    ),
    silent("证号相同，地址完全改写", report(_but(address="锦绣花园"), family=_FAMILY), _LAST),
    silent("证号的括号写法不同", report(_but(certificate="苏（2019）江东不动产权第0012345号", address="x")), _LAST),
    flagged("门牌相同，路名不同", report(_but(certificate="", address="江东市临江路15号3幢2单元801室")), _LAST),
    flagged("路名相同，室号不同", report(_but(certificate="", address="江东市望江路15号3幢2单元802室")), _LAST),
    flagged(
        "地址改写，面积相差很多", report(_but(certificate="", address="望江路15号3栋2-801", area=num("60"))), _LAST
    ),
    flagged(
        "同一地址两处，少了一处",
        report(_but(certificate="")),
        report(_HOME, _but(certificate="另一证", area=num("70.00")), year=2024),
    ),
    flagged(
        "同一地址的住房和车位，少了住房",
        report(_but(kind=EstateKind.PARKING, certificate="车位证2号")),
        report(_HOME, _but(kind=EstateKind.PARKING, certificate="车位证2号"), year=2024),
        severity=4,
    ),
    *(
        flagged(f"少了一处{kind.label.zh}", report(none=(RealEstate,)), report(_but(kind=kind), year=2024), severity=4)
        for kind in sorted(DWELLINGS, key=lambda kind: str(kind.value))
    ),
    *(
        flagged(f"少了一处{kind.label.zh}", report(none=(RealEstate,)), report(_but(kind=kind), year=2024), severity=3)
        for kind in (EstateKind.PARKING, EstateKind.STORAGE, EstateKind.SHOP, EstateKind.FACTORY, EstateKind.OTHER)
    ),
    flagged("类型没有填", report(none=(RealEstate,)), report(_but(kind=None), year=2024), severity=4),
    flagged("产权人没有填", report(none=(RealEstate,)), report(_of(), year=2024)),
    flagged("少了两处", report(none=(RealEstate,)), report(_HOME, _OTHER, year=2024), times=2),
    flagged("配偶单独所有", report(none=(RealEstate,), family=_FAMILY), report(_of("sp"), year=2024, family=_FAMILY)),
    silent(
        "已离婚的配偶单独所有",
        report(none=(RealEstate,), family=(structs.replace(_SPOUSE, change=FamilyChange.DIVORCE), _CHILD)),
        report(_of("sp"), year=2024, family=_FAMILY),
    ),
    silent(
        "上年配偶已离婚",
        report(none=(RealEstate,), family=_FAMILY),
        report(_of("sp"), year=2024, family=(structs.replace(_SPOUSE, change=FamilyChange.DIVORCE),)),
    ),
    flagged(
        "离婚，但本人也是产权人",
        report(none=(RealEstate,), family=(structs.replace(_SPOUSE, change=FamilyChange.DIVORCE),)),
        _LAST,
    ),
    flagged(
        "共同生活的子女所有", report(none=(RealEstate,), family=_FAMILY), report(_of("c1"), year=2024, family=_FAMILY)
    ),
    silent(
        "子女已独立生活",
        report(none=(RealEstate,), family=(_SPOUSE, structs.replace(_CHILD, cohabiting=False))),
        report(_of("c1"), year=2024, family=_FAMILY),
    ),
)
