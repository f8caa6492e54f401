"""子女与外国人、无国籍人或者港澳台居民通婚的应当报告，子女配偶的从业情况也应同时填报。"""

from collections.abc import Iterator

from declare.items.child_marriage_foreign import ChildMarriageForeign
from declare.items.child_marriage_hkmt import ChildMarriageHkmt
from declare.items.choices import FamilyChange, FilingKind, Relation
from declare.items.employment import Employment
from declare.items.filing import Member
from declare.items.folding import folded
from declare.items.kinds.places import abroad
from declare.items.marriage import Marriage
from declare.items.spec import table_of
from declare.law import M17, R17, Text
from declare.rules.book import rule
from declare.rules.cases import flagged, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import DECLARANT, Found, finding
from declare.rules.foreign import strangers
from declare.rules.kinship import gone
from declare.rules.likeness import of_table
from declare.rules.occasion import speaks_of

NO_JOB = Text(
    "《{table}》第{row}项所填子女的配偶，在从业情况表中没有填报，请核对。",
    "The child’s spouse in row {row} of “{table}” has no entry in the table of occupations. Please check.",
)

IN_LAW = Relation.CHILD_SPOUSE
Wedding = ChildMarriageForeign | ChildMarriageHkmt


@rule(
    "B09",
    Text("子女涉外婚姻与子女配偶信息不符", "Child’s foreign marriage does not fit the child’s spouse"),
    severity=4,
    basis=(R17.article(3, 4), R17.article(3, 5), M17.article(4, 3)),
    clause="M17-4(3)",
    audience=DECLARANT,
    says=Text(
        "第{row}名家庭成员为子女的配偶，具有外国国籍、港澳台居民身份或者相应证件，子女通婚表中没有填报，请核对。",
        "Family member {row}, a child’s spouse, is a foreigner or a resident of Hong Kong, Macao or Taiwan by nationality "
        "or document, but the marriage is in neither table of such marriages. Please check.",
    ),
)
def foreign_child_in_law(facts: Facts) -> Iterator[Found]:
    """Children's foreign spouses whose marriage is not told, and such marriages without the spouse's occupation."""
    foreigners = [member for member in strangers(facts) if member.relation is IN_LAW]
    if foreigners:
        yield from _untold(facts, foreigners)
    rows: tuple[Wedding, ...] = (*facts.rows(ChildMarriageForeign), *facts.rows(ChildMarriageHkmt))
    if rows:
        in_laws = [member for member in facts.family if member.relation is IN_LAW]
        working = {row.who for row in facts.standing(Employment)}
        married = {member.spouse_of for member in in_laws if member.key in working and not gone(member)}
        for row in rows:
            if row.child and row.child not in married and not _occupied(row, in_laws, working):
                yield finding(row, "child", says=of_table(NO_JOB, table_of(type(row))))


def _untold(facts: Facts, foreigners: list[Member]) -> Iterator[Found]:
    """Foreign spouses of children whose marriage stands in neither table."""
    if not speaks_of(facts, ChildMarriageForeign, ChildMarriageHkmt, Employment):
        return
    told: tuple[Wedding, ...] = (*facts.standing(ChildMarriageForeign), *facts.standing(ChildMarriageHkmt))
    children = {row.child for row in told if row.child}
    for member in foreigners:
        if member.spouse_of not in children and not any(_partner(member, row) for row in told):
            yield finding(member, "nationality" if abroad(member.nationality) else "document_kind")


def _occupied(row: Wedding, in_laws: list[Member], working: set[str]) -> bool:
    """Whether the spouse in a marriage has an occupation told, or has left the family."""
    partners = [member for member in in_laws if _partner(member, row)]
    present = [member for member in partners if not gone(member)]
    return any(member.key in working for member in present) or bool(partners and not present)


def _partner(member: Member, row: Wedding) -> bool:
    """Whether a marriage is that of this child's spouse: by the child's key, else by name."""
    if member.spouse_of:
        return member.spouse_of == row.child
    return bool(member.name) and folded(member.name) == folded(row.spouse_name)


CHILD = Member(key="c1", relation=Relation.CHILD)
FOREIGN_ROW = ChildMarriageForeign(child="c1", spouse_name="安娜", country="US")
HKMT_ROW = ChildMarriageHkmt(child="c1", spouse_name="安娜", place="HK")
JOB = Employment(who="cs1")


def _in_law(
    nationality: str = "",
    document: str = "",
    *,
    number: str = "",
    spouse_of: str = "c1",
    change: FamilyChange | None = None,
    relation: Relation = Relation.CHILD_SPOUSE,
) -> tuple[Member, Member]:
    spouse = Member(
        key="cs1",
        relation=relation,
        name="安娜",
        nationality=nationality,
        document_kind=document,
        id_number=number,
        spouse_of=spouse_of,
        change=change,
    )
    return CHILD, spouse


MARRIAGE_TABLES = (ChildMarriageForeign, ChildMarriageHkmt)

foreign_child_in_law.cases(
    silent("子女配偶为中国公民", report(JOB, family=_in_law("CN"), none=MARRIAGE_TABLES)),
    silent("没有填国籍的视为中国公民", report(JOB, family=_in_law(), none=MARRIAGE_TABLES)),
    silent("外国国籍，通婚已填报", report(FOREIGN_ROW, JOB, family=_in_law("US"))),
    silent("香港居民，通婚已填报", report(HKMT_ROW, JOB, family=_in_law("HK"))),
    flagged("外国国籍，通婚没有填报", report(JOB, family=_in_law("US"), none=MARRIAGE_TABLES), at=("nationality",)),
    flagged("香港居民，通婚没有填报", report(JOB, family=_in_law("HK"), none=MARRIAGE_TABLES)),
    flagged("台湾居民，两张表都没有答", report(JOB, family=_in_law("TW"))),
    flagged("持来往内地通行证", report(JOB, family=_in_law("", "港澳居民来往内地通行证")), at=("document_kind",)),
    flagged("持外国护照", report(JOB, family=_in_law("", "加拿大护照"))),
    flagged("证件写“护照”，号码不是普通护照", report(JOB, family=_in_law("", "护照", number="567890123"))),
    silent("证件写“护照”，号码是普通护照", report(JOB, family=_in_law("", "护照", number="E12345678"))),
    silent("证件写“护照”，写明中国国籍", report(JOB, family=_in_law("CN", "护照", number="567890123"))),
    silent("持往来港澳通行证的是内地居民", report(JOB, family=_in_law("", "往来港澳通行证"))),
    flagged(
        "通婚填的是另一名子女",
        report(JOB, ChildMarriageForeign(child="c2"), family=_in_law("US")),
        times=2,
        at=("child",),
    ),
    silent("已离婚的不再核对", report(family=_in_law("US", change=FamilyChange.DIVORCE), none=MARRIAGE_TABLES)),
    flagged("新婚的要核对", report(JOB, family=_in_law("US", change=FamilyChange.MARRIAGE), none=MARRIAGE_TABLES)),
    silent("没有填其配偶编号的按姓名核对", report(FOREIGN_ROW, JOB, family=_in_law("US", spouse_of=""))),
    flagged("没有填其配偶编号，也没有通婚", report(JOB, family=_in_law("US", spouse_of=""), none=MARRIAGE_TABLES)),
    flagged(
        "没有填其配偶编号，姓名不同",
        report(ChildMarriageForeign(child="c2", spouse_name="玛丽"), JOB, family=_in_law("US", spouse_of="")),
        times=2,
    ),
    flagged(
        "没有填其配偶编号，通婚没有填姓名",
        report(
            ChildMarriageForeign(spouse_name=""),
            family=(Member(key="cs1", relation=Relation.CHILD_SPOUSE, nationality="US"),),
        ),
    ),
    silent("其他亲属的国籍不按此核对", report(JOB, family=_in_law("US", relation=Relation.SIBLING))),
    flagged("通婚已填报，配偶从业没有填报", report(FOREIGN_ROW, family=_in_law("US"), none=(Employment,))),
    flagged("与港澳台居民通婚，配偶从业没有填报", report(HKMT_ROW, family=_in_law("HK"), none=(Employment,))),
    flagged("通婚已填报，家庭成员中没有子女的配偶", report(FOREIGN_ROW, JOB, family=(CHILD,))),
    silent("通婚仍列，子女配偶注明去世", report(FOREIGN_ROW, family=_in_law("US", change=FamilyChange.DEATH))),
    silent("通婚没有写明子女", report(ChildMarriageForeign(spouse_name="安娜"))),
    silent(
        "补充报告沿用上次填报的从业情况",
        report(FOREIGN_ROW, family=_in_law("US"), kind=FilingKind.CHANGE, filed_on="2025-06-01"),
        report(JOB, family=_in_law("US"), none=MARRIAGE_TABLES, year=2024),
    ),
    silent(
        "补充报告只报别的事项，不重复核对沿用的家庭成员",
        report(none=(Marriage,), family=None, kind=FilingKind.CHANGE, filed_on="2025-06-01"),
        report(family=_in_law("US"), none=MARRIAGE_TABLES, year=2024),
    ),
    flagged(
        "补充报告填了从业情况，沿用的家庭成员一并核对",
        report(JOB, family=None, kind=FilingKind.CHANGE, filed_on="2025-06-01"),
        report(family=_in_law("US"), none=MARRIAGE_TABLES, year=2024),
    ),
    flagged(
        "补充报告报了新的家庭成员",
        report(family=_in_law("US"), kind=FilingKind.CHANGE, filed_on="2025-06-01"),
        report(family=(CHILD,), none=MARRIAGE_TABLES, year=2024),
    ),
)
