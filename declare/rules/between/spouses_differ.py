"""夫妻双方都是报告人的，两份报告中的家庭房产、子女及其配偶的企业和子女情况应当一致。"""

from collections.abc import Iterator
from enum import Enum
from typing import Any

from msgspec import structs

from declare.items.businesses import Business
from declare.items.choices import CompanyState, EstateExit, EstateKind, FamilyChange, FilingKind, Ownership, Relation
from declare.items.filing import Filing
from declare.items.profile import Member
from declare.items.real_estate import RealEstate
from declare.items.spec import Entry
from declare.law import M17, R17, Text
from declare.rules.book import rule
from declare.rules.both_spouses import Shared, children, firms, homes
from declare.rules.cases import CHILD_ID, DECLARANT_ID, SPOUSE_ID, day, flagged, num, report, silent
from declare.rules.companions import married_to
from declare.rules.facts import Facts
from declare.rules.finding import REVIEWER, Found, finding
from declare.rules.homes import DWELLINGS

HOME_FIELDS = ("area", "price", "share", "kind", "ownership")
FIRM_FIELDS = ("capital", "subscribed", "percent")
CHILD_FIELDS = ("cohabiting",)

HOME_MISSING = Text(
    "配偶报告的房产第{row}项在本人的报告中没有，请核对。",
    "Row {row} of the real estate in the spouse’s report is not in the declarant’s. Please check.",
)
FIRM_MISSING = Text(
    "配偶报告的经商办企业第{row}项在本人的报告中没有，请核对。",
    "Row {row} of the businesses in the spouse’s report is not in the declarant’s. Please check.",
)
CHILD_MISSING = Text(
    "配偶报告的家庭成员第{row}人是子女，在本人的报告中没有，请核对。",
    "Row {row} of the family in the spouse’s report is a child who is not in the declarant’s. Please check.",
)


@rule(
    "D01",
    Text("夫妻双方报告不一致", "The reports of husband and wife differ"),
    severity=(3, 4),
    basis=(R17.article(3), R17.article(4)),
    audience=REVIEWER,
    says=Text(
        "本表第{row}项与配偶报告的同一项有{count}处不一致，请双方核对。",
        "Row {row} of this table differs from the same one in the spouse’s report (fields that differ: {count}). "
        "Please have both check.",
    ),
)
def differ(facts: Facts) -> Iterator[Found]:
    """Homes, firms and children the spouse reports and the declarant does not, and those they report differently."""
    companion = married_to(facts)
    if companion is None:
        return
    own, spouses = facts.filing, companion[1]
    yield from _compared(homes(own, spouses), HOME_FIELDS, says=HOME_MISSING)
    yield from _compared(firms(own, spouses), FIRM_FIELDS, says=FIRM_MISSING)
    yield from _compared(children(own, spouses), CHILD_FIELDS, says=CHILD_MISSING)


def _compared(things: Iterator[Shared], fields: tuple[str, ...], *, says: Text) -> Iterator[Found]:
    """What is missing in the declarant's report, and what differs from the spouse's."""
    for spouses, own in things:
        if own is None:
            yield finding(spouses, says=says, severity=4, clause=_clause(spouses))
            continue
        apart = [field for field in fields if _apart(getattr(own, field), getattr(spouses, field))]
        if apart:
            also = tuple((spouses, field) for field in apart)
            yield finding(own, *apart, also=also, severity=3, count=len(apart), **_numbers(own, spouses, apart))


def _clause(missing: object) -> str | None:
    """The clause a thing left out resembles."""
    if isinstance(missing, Business):
        return M17.clause(4, 9)
    if isinstance(missing, RealEstate):
        return M17.clause(4, 7) if missing.kind is None or missing.kind in DWELLINGS else M17.clause(3, 2)
    return None


def _apart(own: object, spouses: object) -> bool:
    """Whether two values, both given, differ."""
    return own is not None and spouses is not None and own != spouses


def _numbers(own: object, spouses: object, fields: list[str]) -> dict[str, Any]:
    """What was compared, on both sides."""
    values = {field: getattr(own, field) for field in fields}
    values |= {f"{field}_of_spouse": getattr(spouses, field) for field in fields}
    return {field: value.value if isinstance(value, Enum) else value for field, value in values.items()}


_HOME = RealEstate(
    owners=("self", "sp"),
    certificate="一证",
    address="江东市望江路15号3幢801室",
    area=num("90.00"),
    price=num("200.00"),
    share=num("100.00"),
    kind=EstateKind.COMMODITY,
    ownership=Ownership.JOINT,
    traded="2018-05",
)
_FIRM = Business(who="c1", company="江东和泰贸易有限公司", capital=num("100"), subscribed=num("30"), percent=num("30"))
_CHILD = Member(key="c1", relation=Relation.CHILD, name="丙", id_number=CHILD_ID, cohabiting=False)
_MY_FAMILY = (Member(key="sp", relation=Relation.SPOUSE, id_number=SPOUSE_ID), _CHILD)
_THEIR_FAMILY = (Member(key="w", relation=Relation.SPOUSE, id_number=DECLARANT_ID), structs.replace(_CHILD, key="k"))


def _mine(
    *entries: Entry,
    family: tuple[Member, ...] | None = _MY_FAMILY,
    none: tuple[type[Entry], ...] = (),
    kind: FilingKind = FilingKind.ANNUAL,
) -> Filing:
    return report(*entries, family=family, none=none, kind=kind)


def _theirs(
    *entries: Entry, family: tuple[Member, ...] = _THEIR_FAMILY, year: int = 2025, none: tuple[type[Entry], ...] = ()
) -> Filing:
    return report(*entries, family=family, declarant=SPOUSE_ID, year=year, none=none)


def _home(**changes: object) -> RealEstate:
    return structs.replace(_HOME, **changes)


def _firm(**changes: object) -> Business:
    return structs.replace(_FIRM, who="k", **changes)


def _kin(member: Member, **changes: object) -> tuple[Member, ...]:
    return (_THEIR_FAMILY[0], structs.replace(member, key="k", **changes))


_NEWBORN = structs.replace(_CHILD, name="丁", id_number="", cohabiting=None)

differ.cases(
    silent("房产一致", _mine(_HOME), _theirs(_home())),
    flagged("配偶报告的住房本人没有", _mine(none=(RealEstate,)), _theirs(_home()), severity=4, at=("real_estate",)),
    flagged("配偶报告的车位本人没有", _mine(none=(RealEstate,)), _theirs(_home(kind=EstateKind.PARKING)), severity=4),
    flagged("类型没有填的房产本人没有", _mine(none=(RealEstate,)), _theirs(_home(kind=None)), severity=4),
    silent("本人报告的房产配偶没有，在配偶的报告中提示", _mine(_HOME), _theirs(none=(RealEstate,))),
    silent("本人没有答房产表", _mine(), _theirs(_home())),
    silent("配偶报告已出售", _mine(none=(RealEstate,)), _theirs(_home(exit=EstateExit.SOLD))),
    silent("本人填报当月才购买", _mine(none=(RealEstate,)), _theirs(_home(traded="2026-01"))),
    flagged("本人填报前一个月购买", _mine(none=(RealEstate,)), _theirs(_home(traded="2025-12")), severity=4),
    flagged("交易时间没有填", _mine(none=(RealEstate,)), _theirs(_home(traded="")), severity=4),
    silent("地址写法不同", _mine(_HOME), _theirs(_home(certificate="", address="望江路15号3栋801"))),
    flagged("面积不同", _mine(_HOME), _theirs(_home(area=num("89.00"))), severity=3, at=("area", "area")),
    flagged("价格不同", _mine(_HOME), _theirs(_home(price=num("189.00"))), severity=3, at=("price", "price")),
    flagged("份额不同", _mine(_HOME), _theirs(_home(share=num("50.00"))), severity=3, at=("share", "share")),
    flagged("类型不同", _mine(_HOME), _theirs(_home(kind=EstateKind.WELFARE)), severity=3, at=("kind", "kind")),
    flagged(
        "共有方式不同",
        _mine(_HOME),
        _theirs(_home(ownership=Ownership.SOLE)),
        severity=3,
        at=("ownership", "ownership"),
    ),
    flagged(
        "几处不同，合为一条",
        _mine(_HOME),
        _theirs(_home(area=num("1"), price=num("1"))),
        severity=3,
        at=("area", "price", "area", "price"),
    ),
    silent("小数写法不同", _mine(_HOME), _theirs(_home(area=num("90.0")))),
    silent("配偶没有填价格", _mine(_HOME), _theirs(_home(price=None))),
    silent("本人没有填价格", _mine(_home(price=None)), _theirs(_home())),
    silent("配偶没有那一年的报告", _mine(none=(RealEstate,)), _theirs(_home(), year=2024)),
    silent("补充报告不比较", _mine(none=(RealEstate,), kind=FilingKind.CHANGE), _theirs(_home())),
    flagged("只有配偶填写了婚姻关系", _mine(none=(RealEstate,), family=None), _theirs(_home()), severity=4),
    flagged(
        "只有本人填写了婚姻关系",
        _mine(none=(RealEstate,)),
        _theirs(_home(), family=(structs.replace(_CHILD, key="k"),)),
        severity=4,
    ),
    silent(
        "已离婚",
        _mine(none=(RealEstate,), family=(structs.replace(_MY_FAMILY[0], change=FamilyChange.DIVORCE), _CHILD)),
        _theirs(_home()),
    ),
    silent(
        "不是夫妻",
        _mine(none=(RealEstate,), family=(structs.replace(_MY_FAMILY[0], relation=Relation.SIBLING), _CHILD)),
        _theirs(_home(), family=_THEIR_FAMILY[1:]),
    ),
    silent("子女的企业一致", _mine(_FIRM), _theirs(_firm())),
    flagged("子女的企业本人没有", _mine(none=(Business,)), _theirs(_firm()), severity=4, at=("businesses",)),
    silent("本人没有答该表", _mine(), _theirs(_firm())),
    silent("配偶没有答该表", _mine(_FIRM), _theirs()),
    silent("子女的企业已注销", _mine(none=(Business,)), _theirs(_firm(state=CompanyState.CANCELLED))),
    silent("本人填报次日成立", _mine(none=(Business,)), _theirs(_firm(founded=day("2026-01-21")))),
    flagged("本人填报当日成立", _mine(none=(Business,)), _theirs(_firm(founded=day("2026-01-20"))), severity=4),
    silent("配偶报告的是本人的企业", _mine(none=(Business,)), _theirs(structs.replace(_FIRM, who="w"))),
    flagged("同一企业在另一人名下", _mine(structs.replace(_FIRM, who="sp")), _theirs(_firm()), severity=4),
    flagged("注册资本不同", _mine(_FIRM), _theirs(_firm(capital=num("200"))), severity=3, at=("capital", "capital")),
    flagged(
        "认缴额不同", _mine(_FIRM), _theirs(_firm(subscribed=num("20"))), severity=3, at=("subscribed", "subscribed")
    ),
    flagged("比例不同", _mine(_FIRM), _theirs(_firm(percent=num("20"))), severity=3, at=("percent", "percent")),
    flagged("配偶报告的子女本人没有", _mine(family=_MY_FAMILY[:1]), _theirs(), severity=4, at=("family",)),
    silent("本人从未填写家庭成员", _mine(family=None), _theirs()),
    silent("子女已去世", _mine(family=_MY_FAMILY[:1]), _theirs(family=_kin(_CHILD, change=FamilyChange.DEATH))),
    silent("子女的姓名和号码都没有填", _mine(family=_MY_FAMILY[:1]), _theirs(family=_kin(_NEWBORN, name=""))),
    flagged("按姓名比对", _mine(family=_MY_FAMILY[:1]), _theirs(family=_kin(_NEWBORN)), severity=4),
    silent("本人填报后出生", _mine(family=_MY_FAMILY[:1]), _theirs(family=_kin(_NEWBORN, born=day("2026-01-21")))),
    flagged("本人填报当日出生", _mine(family=_MY_FAMILY[:1]), _theirs(family=_kin(_NEWBORN, born=day("2026-01-20")))),
    silent(
        "本人填报后收养",
        _mine(family=_MY_FAMILY[:1]),
        _theirs(family=_kin(_NEWBORN, born=day("2020-01-01"), change_date=day("2026-01-21"))),
    ),
    silent("配偶的父母", _mine(family=_MY_FAMILY[:1]), _theirs(family=_kin(_CHILD, relation=Relation.PARENT))),
    flagged(
        "是否共同生活不同",
        _mine(),
        _theirs(family=_kin(_CHILD, cohabiting=True)),
        severity=3,
        at=("cohabiting", "cohabiting"),
    ),
    silent("配偶没有填是否共同生活", _mine(), _theirs(family=_kin(_CHILD, cohabiting=None))),
)
