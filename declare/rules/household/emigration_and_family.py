"""配偶、子女移居国（境）外的应当报告，并与家庭成员中填写的国籍和证件一致。"""

from collections.abc import Iterator

from declare.items.choices import EmigrationKind, FamilyChange, FilingKind, Relation
from declare.items.emigration import Emigration
from declare.items.filing import Member
from declare.items.kinds.places import abroad
from declare.items.marriage import Marriage
from declare.law import M17, R17, Text
from declare.rules.book import rule
from declare.rules.cases import flagged, report, silent
from declare.rules.emigration import given_up
from declare.rules.facts import Facts
from declare.rules.finding import DECLARANT, Found, finding
from declare.rules.foreign import foreign, strangers
from declare.rules.kinship import gone
from declare.rules.occasion import speaks_of

KIN = (Relation.SPOUSE, Relation.CHILD)
STILL_CHINESE = Text(
    "移居情况表第{row}项填写取得外国国籍，家庭成员中该人仍为中国国籍，请核对。",
    "Row {row} of the table of emigration tells of a foreign nationality, while the family shows that person as Chinese. "
    "Please check.",
)


@rule(
    "B10",
    Text("移居与家庭成员信息矛盾", "Emigration does not fit the family"),
    severity=4,
    basis=(R17.article(3, 6), M17.article(4, 4)),
    clause="M17-4(4)",
    audience=DECLARANT,
    says=Text(
        "第{row}名家庭成员具有外国国籍、港澳台居民身份或者相应证件，移居情况表中没有填报，请核对。",
        "Family member {row} is a foreigner or a resident of Hong Kong, Macao or Taiwan by nationality or document, "
        "but is not in the table of emigration. Please check.",
    ),
)
def emigration_and_family(facts: Facts) -> Iterator[Found]:
    """Spouse and children shown as foreign without emigration, and emigrants shown as Chinese."""
    foreigners = [member for member in strangers(facts) if member.relation in KIN]
    if foreigners and speaks_of(facts, Emigration):
        reported = {row.who for row in facts.standing(Emigration) if not given_up(row)}
        for member in foreigners:
            if member.key not in reported:
                yield finding(member, "nationality" if abroad(member.nationality) else "document_kind")
    for row in facts.rows(Emigration):
        if row.kind is EmigrationKind.NATIONALITY and not given_up(row):
            yield from _still_chinese(facts, row)


def _still_chinese(facts: Facts, row: Emigration) -> Iterator[Found]:
    """Whether somebody with a foreign nationality is shown as Chinese."""
    for member in facts.family:
        if member.key == row.who and member.relation in KIN and not gone(member) and not foreign(member):
            yield finding(row, "kind", also=((member, "nationality"),), says=STILL_CHINESE)


def _member(
    nationality: str = "",
    document: str = "",
    *,
    relation: Relation = Relation.CHILD,
    change: FamilyChange | None = None,
) -> Member:
    return Member(key="c1", relation=relation, nationality=nationality, document_kind=document, change=change)


def _moved(kind: EmigrationKind = EmigrationKind.NATIONALITY, *, who: str = "c1", remark: str = "") -> Emigration:
    return Emigration(who=who, country="US", kind=kind, remark=remark)


NONE = (Emigration,)

emigration_and_family.cases(
    silent("中国国籍，没有移居", report(family=(_member("CN"),), none=NONE)),
    silent("没有填国籍", report(family=(_member(),), none=NONE)),
    silent("子女为外国国籍，移居已填报", report(_moved(), family=(_member("US"),))),
    flagged("子女为外国国籍，移居没有填报", report(family=(_member("US"),), none=NONE), at=("nationality",)),
    flagged("配偶为外国国籍，移居没有填报", report(family=(_member("US", relation=Relation.SPOUSE),), none=NONE)),
    flagged("子女为香港居民，移居没有填报", report(family=(_member("HK"),), none=NONE)),
    flagged("子女持外国永久居留证", report(family=(_member("", "外国永久居留证"),), none=NONE), at=("document_kind",)),
    silent("子女的配偶不在此列", report(family=(_member("US", relation=Relation.CHILD_SPOUSE),), none=NONE)),
    silent("父母不在此列", report(family=(_member("US", relation=Relation.PARENT),), none=NONE)),
    silent(
        "已离婚的配偶",
        report(family=(_member("US", relation=Relation.SPOUSE, change=FamilyChange.DIVORCE),), none=NONE),
    ),
    flagged("移居填报的是别人", report(_moved(who="c2"), family=(_member("US"), Member(key="c2", nationality="US")))),
    flagged("移居已放弃，而家庭成员仍为外国国籍", report(_moved(remark="已放弃"), family=(_member("US"),))),
    silent("移居已放弃，家庭成员为中国国籍", report(_moved(remark="2024年已放弃"), family=(_member("CN"),))),
    flagged(
        "移居为外国国籍，家庭成员为中国国籍", report(_moved(), family=(_member("CN"),)), at=("kind", "nationality")
    ),
    flagged("移居为外国国籍，家庭成员没有填国籍", report(_moved(), family=(_member(),))),
    silent("移居为外国国籍，家庭成员持外国护照", report(_moved(), family=(_member("", "美国护照"),))),
    silent(
        "移居为外国国籍的另有其人", report(_moved(), family=(_member("US"), Member(key="c2", relation=Relation.CHILD)))
    ),
    silent("移居为永久居留，仍为中国国籍", report(_moved(EmigrationKind.PERMANENT), family=(_member("CN"),))),
    silent("移居为长期居留，仍为中国国籍", report(_moved(EmigrationKind.LONG_TERM), family=(_member("CN"),))),
    silent(
        "补充报告沿用上次填报的移居",
        report(family=(_member("US"),), kind=FilingKind.CHANGE, filed_on="2025-06-01"),
        report(_moved(), family=(_member("US"),), year=2024),
    ),
    silent(
        "补充报告只报别的事项，不重复核对沿用的家庭成员",
        report(Marriage(), family=None, kind=FilingKind.CHANGE, filed_on="2025-06-01"),
        report(family=(_member("US"),), none=NONE, year=2024),
    ),
    flagged(
        "补充报告报了新的国籍",
        report(family=(_member("US"),), kind=FilingKind.CHANGE, filed_on="2025-06-01"),
        report(family=(_member("CN"),), none=NONE, year=2024),
    ),
    flagged(
        "两名成员都没有填报，各一条",
        report(family=(_member("US"), Member(key="sp", relation=Relation.SPOUSE, nationality="MO")), none=NONE),
        times=2,
    ),
)
