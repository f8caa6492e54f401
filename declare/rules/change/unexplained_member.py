"""配偶、子女和子女的配偶有增减的，应写明原因；离开家庭的成员在当年保留一次，写明离婚、去世等原因。"""

from collections.abc import Iterator, Sequence

from msgspec import structs

from declare.items.choices import FamilyChange, FilingKind, Relation
from declare.items.filing import Filing
from declare.items.profile import Member
from declare.law import M17, R17, Text
from declare.rules.belonging import family_of
from declare.rules.book import rule
from declare.rules.cases import CHILD_ID, OTHER_ID, SPOUSE_ID, flagged, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import DECLARANT, Found, finding
from declare.rules.identity import one_person
from declare.rules.year_on_year import interim, one_family

NONE = (None, FamilyChange.NONE)
APPEARED = Text(
    "家庭成员第{row}人上年没有填报，增减原因未填或填“无”，请核对补填。",
    "Row {row} of the family was not listed last year, and no reason is given for adding this person. Please check and add it.",
)


@rule(
    "C08",
    Text("家庭成员增减缺少说明", "A member of the family appears or vanishes without a reason"),
    severity=4,
    basis=(R17.article(3), M17.article(4, 5)),
    audience=DECLARANT,
    says=Text(
        "上年家庭成员第{row}人本年没有填报，也没有填写过减少的原因，请核对补填。",
        "Row {row} of last year’s family is not listed any more, and no reason was ever given. Please check and add it.",
    ),
    clause=M17.clause(4, 5),
)
def unexplained(facts: Facts) -> Iterator[Found]:
    """Spouse, children and their spouses who are missing or new against last year, with no change told."""
    last = facts.last_year
    if not facts.annual or last is None or one_family(facts):
        return
    before, now = family_of(last), family_of(facts.filing)
    told = [member for filing in interim(facts) for member in filing.family or () if member.change not in NONE]
    for member in before:
        if member.change not in LEFT and _missing(member, now) and _missing(member, told):
            yield finding(member)
    for member in now:
        if member.change in NONE and _missing(member, before) and _missing(member, told):
            yield finding(member, "change", says=APPEARED)


LEFT = (FamilyChange.DIVORCE, FamilyChange.DEATH, FamilyChange.OTHER)
"""Changes with which a member is listed for the last time; who grew up and is independent stays a child."""


def _missing(member: Member, family: Sequence[Member]) -> bool:
    """Whether nobody of a family is this person."""
    return not any(_same(member, other) for other in family)


def _same(one: Member, other: Member) -> bool:
    """Whether two entries are one person: one key, unless number and name both say otherwise; else one number or one name."""
    replaced = one.id_number and other.id_number and one.name != other.name
    return one_person(one, other) or (one.key == other.key and not replaced)


def _member(
    key: str, relation: Relation, name: str = "", id_number: str = "", change: FamilyChange | None = None
) -> Member:
    return Member(key=key, relation=relation, name=name, id_number=id_number, change=change)


_SPOUSE = _member("sp", Relation.SPOUSE, "乙", SPOUSE_ID)
_CHILD = _member("c1", Relation.CHILD, "丙", CHILD_ID, FamilyChange.NONE)
_IN_LAW = _member("cs1", Relation.CHILD_SPOUSE, "丁")
_PARENT = _member("f", Relation.PARENT, "戊")
_LAST = report(year=2024, family=(_SPOUSE, _CHILD, _IN_LAW, _PARENT))


def _now(*family: Member, kind: FilingKind = FilingKind.ANNUAL) -> Filing:
    return report(family=tuple(structs.replace(member) for member in family), kind=kind)


def _changed(member: Member, change: FamilyChange, **other: object) -> Member:
    return structs.replace(member, change=change, **other)


_ALL = (_SPOUSE, _CHILD, _IN_LAW, _PARENT)
_DIVORCED = _changed(_SPOUSE, FamilyChange.DIVORCE)
_OTHER_SPOUSE = _member("sp", Relation.SPOUSE, "己", OTHER_ID)
_BORN = _member("c2", Relation.CHILD, "庚")

unexplained.cases(
    silent("没有增减", _now(*_ALL), _LAST),
    silent("没有上年报告", _now(_SPOUSE)),
    silent("补充报告不比较", _now(_CHILD, _IN_LAW, kind=FilingKind.CHANGE), _LAST),
    silent("沿用上年的家庭成员", report(family=None), _LAST),
    flagged("少了配偶", _now(_CHILD, _IN_LAW, _PARENT), _LAST, at=("family",)),
    flagged("少了子女", _now(_SPOUSE, _IN_LAW, _PARENT), _LAST),
    flagged("少了子女的配偶", _now(_SPOUSE, _CHILD, _PARENT), _LAST),
    silent("少了父母", _now(_SPOUSE, _CHILD, _IN_LAW), _LAST),
    flagged("家庭成员全部没有了", _now(), _LAST, times=3),
    silent("离婚，保留一次并写明", _now(_DIVORCED, _CHILD, _IN_LAW), _LAST),
    silent("去年已写明离婚，今年不再列", _now(_CHILD), report(year=2024, family=(_DIVORCED, _CHILD))),
    silent("去年已写明去世", _now(_CHILD), report(year=2024, family=(_changed(_SPOUSE, FamilyChange.DEATH), _CHILD))),
    silent("去年写明其他原因", _now(_CHILD), report(year=2024, family=(_changed(_SPOUSE, FamilyChange.OTHER), _CHILD))),
    flagged("去年写明成年独立的子女", _now(), report(year=2024, family=(_changed(_CHILD, FamilyChange.MAJORITY),))),
    flagged("去年写明结婚的配偶", _now(), report(year=2024, family=(_changed(_SPOUSE, FamilyChange.MARRIAGE),))),
    silent(
        "年中的补充报告已写明离婚",
        _now(_CHILD, _IN_LAW),
        report(family=(_DIVORCED, _CHILD, _IN_LAW), kind=FilingKind.CHANGE, filed_on="2025-06-01"),
        _LAST,
    ),
    flagged(
        "年中的补充报告没有写原因",
        _now(_CHILD, _IN_LAW),
        report(family=(_SPOUSE, _CHILD, _IN_LAW), kind=FilingKind.CHANGE, filed_on="2025-06-01"),
        _LAST,
    ),
    flagged("多了子女，没有写原因", _now(*_ALL, _BORN), _LAST, at=("change",)),
    flagged("多了子女，原因填“无”", _now(*_ALL, _changed(_BORN, FamilyChange.NONE)), _LAST),
    silent("多了子女，写明出生", _now(*_ALL, _changed(_BORN, FamilyChange.BIRTH)), _LAST),
    silent("多了兄弟姐妹", _now(*_ALL, _member("b", Relation.SIBLING)), _LAST),
    silent(
        "年中的补充报告已写明出生",
        _now(*_ALL, _BORN),
        report(family=(*_ALL, _changed(_BORN, FamilyChange.BIRTH)), kind=FilingKind.CHANGE, filed_on="2025-06-01"),
        _LAST,
    ),
    silent("编号变了，号码相同", _now(_SPOUSE, structs.replace(_CHILD, key="c9", name="丙丙"), _IN_LAW), _LAST),
    silent("编号变了，称谓和姓名相同", _now(_SPOUSE, _CHILD, structs.replace(_IN_LAW, key="x")), _LAST),
    flagged("编号和姓名都变了", _now(_SPOUSE, _CHILD, structs.replace(_IN_LAW, key="x", name="辛")), _LAST, times=2),
    silent("更正了号码", _now(structs.replace(_SPOUSE, id_number=OTHER_ID), _CHILD, _IN_LAW), _LAST),
    silent("改了名字", _now(structs.replace(_SPOUSE, name="乙乙"), _CHILD, _IN_LAW), _LAST),
    silent(
        "补填了号码，改了名字", _now(structs.replace(_IN_LAW, name="丁丁", id_number=OTHER_ID), _SPOUSE, _CHILD), _LAST
    ),
    flagged("同一编号换了一个配偶", _now(_OTHER_SPOUSE, _CHILD, _IN_LAW), _LAST, times=2),
    flagged(
        "同一编号换了配偶，只写明结婚", _now(_changed(_OTHER_SPOUSE, FamilyChange.MARRIAGE), _CHILD, _IN_LAW), _LAST
    ),
)
