"""两名报告人的子女结婚的，双方都应报告子女的配偶。"""

from collections.abc import Iterator

from msgspec import structs

from declare.items.choices import FamilyChange, FilingKind, Relation
from declare.items.filing import Filing
from declare.items.profile import Member
from declare.law import R17, Text
from declare.rules.book import rule
from declare.rules.cases import CHILD_ID, CHILD_SPOUSE_ID, OTHER_ID, THIRD_ID, day, flagged, report, silent
from declare.rules.companions import companions, number_of
from declare.rules.facts import Facts
from declare.rules.finding import REVIEWER, Found, finding
from declare.rules.kinship import present
from declare.rules.spelling import plain


@rule(
    "D07",
    Text("子女在申报中的配偶与另一申报人之子女相同", "Children of two declarants are married; only one reports it"),
    severity=3,
    basis=(R17.article(3, 7), R17.article(3, 8)),
    audience=REVIEWER,
    says=Text(
        "家庭成员第{row}人（子女）在另一报告人的报告中是其子女的配偶，本报告没有填报子女的配偶，请核对。",
        "The child in row {row} of the family is, in another declarant’s report, the spouse of that declarant’s child; "
        "this report lists no spouse for the child. Please check.",
    ),
)
def one_sided(facts: Facts) -> Iterator[Found]:
    """Children without a spouse here who are a child's spouse in another declarant's report on the same year."""
    others = companions(facts)
    children = {plain(child.id_number): child for child in present(facts, Relation.CHILD)} if others else {}
    for _, filing in others:
        for in_law in _in_laws(filing):
            child = children.get(plain(in_law.id_number)) if in_law.id_number else None
            later = in_law.change_date is not None and in_law.change_date > facts.filed_on
            if child is not None and not later and not _told(facts, child, number_of(filing, in_law.spouse_of)):
                yield finding(child, also=(in_law,))


def _in_laws(filing: Filing) -> list[Member]:
    """The children's spouses of a report who have not left."""
    left = (FamilyChange.DIVORCE, FamilyChange.DEATH)
    kin = filing.family or ()
    return [member for member in kin if member.relation is Relation.CHILD_SPOUSE and member.change not in left]


def _told(facts: Facts, child: Member, number: str) -> bool:
    """Whether this report lists the child's spouse, by the child's key or by the spouse's own number."""
    return any(
        (child.key and in_law.spouse_of == child.key) or (number and plain(in_law.id_number) == number)
        for in_law in present(facts, Relation.CHILD_SPOUSE)
    )


_SON = Member(key="c1", relation=Relation.CHILD, id_number=CHILD_ID)
_WIFE = Member(key="cs1", relation=Relation.CHILD_SPOUSE, spouse_of="c1", id_number=CHILD_SPOUSE_ID)
_THEIRS = (
    Member(key="k", relation=Relation.CHILD, id_number=CHILD_SPOUSE_ID),
    Member(key="ks", relation=Relation.CHILD_SPOUSE, spouse_of="k", id_number=CHILD_ID),
)


def _by(*family: Member, year: int = 2025) -> Filing:
    return report(family=family, declarant=OTHER_ID, year=year)


def _in_law(**changes: object) -> tuple[Member, ...]:
    return (_THEIRS[0], structs.replace(_THEIRS[1], **changes))


one_sided.cases(
    flagged("对方报告了子女的配偶，本人没有", report(family=(_SON,)), _by(*_THEIRS), at=("family", "family")),
    silent("双方都报告", report(family=(_SON, _WIFE)), _by(*_THEIRS)),
    silent("按配偶编号已填，号码没有填", report(family=(_SON, structs.replace(_WIFE, id_number=""))), _by(*_THEIRS)),
    silent("按号码已填，编号没有填", report(family=(_SON, structs.replace(_WIFE, spouse_of=""))), _by(*_THEIRS)),
    flagged(
        "填的是另一子女的配偶",
        report(family=(_SON, structs.replace(_WIFE, spouse_of="c2", id_number=THIRD_ID))),
        _by(*_THEIRS),
    ),
    flagged(
        "填的配偶已离婚", report(family=(_SON, structs.replace(_WIFE, change=FamilyChange.DIVORCE))), _by(*_THEIRS)
    ),
    silent("本人报告，对方没有，在对方的报告中提示", report(family=(_SON, _WIFE)), _by(_THEIRS[0])),
    *(
        silent(f"对方写明{change.label.zh}", report(family=(_SON,)), _by(*_in_law(change=change)))
        for change in (FamilyChange.DIVORCE, FamilyChange.DEATH)
    ),
    silent(
        "本人填报后才结婚",
        report(family=(_SON,)),
        _by(*_in_law(change=FamilyChange.MARRIAGE, change_date=day("2026-01-21"))),
    ),
    flagged(
        "本人填报当日结婚",
        report(family=(_SON,)),
        _by(*_in_law(change=FamilyChange.MARRIAGE, change_date=day("2026-01-20"))),
    ),
    silent("对方子女的配偶是别人", report(family=(_SON,)), _by(*_in_law(id_number=THIRD_ID))),
    silent("对方没有填号码", report(family=(structs.replace(_SON, id_number=""),)), _by(*_in_law(id_number=""))),
    silent("子女已去世", report(family=(structs.replace(_SON, change=FamilyChange.DEATH),)), _by(*_THEIRS)),
    silent("不是子女", report(family=(structs.replace(_SON, relation=Relation.SIBLING),)), _by(*_THEIRS)),
    silent("对方填的不是子女的配偶", report(family=(_SON,)), _by(*_in_law(relation=Relation.OTHER))),
    silent("对方是上一年的报告", report(family=(_SON,)), _by(*_THEIRS, year=2024)),
    silent("补充报告不比较", report(family=(_SON,), kind=FilingKind.CHANGE), _by(*_THEIRS)),
)
