"""办理人员是被核对人本人、近亲属，或者有可能影响公正处理的关系的，应当回避。"""

from collections.abc import Iterator

from declare.items.choices import Relation
from declare.items.filing import Filing, Member
from declare.items.work import Consult
from declare.law import GWY, JC18, JC24, ZWCF, Text
from declare.rules.around import Kept
from declare.rules.book import PERSON, rule
from declare.rules.cases import DECLARANT_ID, OTHER_ID, SPOUSE_ID, day, flagged, person, report, silent, unit, work
from declare.rules.finding import REVIEWER, Found, finding
from declare.rules.spelling import plain
from declare.rules.subject import Subject

ONESELF = Text(
    "有一次查阅，查阅人就是报告人本人，请核对是否应当回避。",
    "A consultation was made by the declarant. Please check whether somebody else should have made it.",
)
FAMILY = Text(
    "有一次查阅，查阅人是报告人的家庭成员或近亲属，请核对是否应当回避。",
    "A consultation was made by one of the declarant’s family. Please check whether somebody else should have made it.",
)


@rule(
    "H01",
    Text("审核人应回避", "Reviewer to be recused"),
    severity=4,
    basis=(JC24.article(67), JC18.article(58, verified=False), ZWCF.article(47), GWY.article(76)),
    audience=REVIEWER,
    says=Text(
        "有一次查阅，查阅人的单位是报告人单位的下级，请核对是否应当回避。",
        "A consultation was made by somebody of a unit below the declarant’s. "
        "Please check whether somebody else should have made it.",
    ),
    reads=(Consult,),
    scope=PERSON,
)
def recusal(subject: Subject) -> Iterator[Found]:
    """Consultations by the declarant, by one of the family, or by somebody of a unit below the declarant’s."""
    family = {plain(member.id_number) for member in subject.family()} - {""}
    for row in subject.each(Consult):
        by, on = plain(row.by), row.until or subject.today
        if by == plain(subject.declarant):
            yield finding(row, "by", says=ONESELF, on=on)
        elif by in family:
            yield finding(row, "by", says=FAMILY, on=on)
        elif _subordinate(subject, by):
            yield finding(row, "by", on=on)


def _subordinate(subject: Subject, by: str) -> bool:
    """Whether a person belongs to a unit below the declarant’s."""
    own, home = subject.around.unit(subject.unit), subject.around.home_of(by)
    return own is not None and subject.around.below(home, own.code)


def _by(number: str, until: str | None = "2026-06-30") -> Kept:
    row = Consult(
        by=number, about=DECLARANT_ID, approval="批〔2026〕1号", scope="年度报告", until=day(until) if until else None
    )
    return work(row)


def _family(*, relation: Relation = Relation.SPOUSE, year: int = 2025) -> Filing:
    return report(year=year, family=(Member(key="sp", relation=relation, id_number=SPOUSE_ID),))


_UNITS = (unit("ZD"), unit("JD", "江东支队", parent="ZD"), unit("JD-1", parent="JD"), unit("JD-11", parent="JD-1"))
_HERE = person(DECLARANT_ID, unit="JD")

recusal.cases(
    flagged("查阅人是报告人本人", _by(DECLARANT_ID), at=("by",)),
    flagged("本人的号码末位小写", _by(DECLARANT_ID.lower())),
    flagged("查阅人是配偶", _by(SPOUSE_ID), _family(), at=("by",)),
    flagged("查阅人是兄弟姐妹", _by(SPOUSE_ID), _family(relation=Relation.SIBLING)),
    flagged("家庭成员沿用以前的报告", _by(SPOUSE_ID), report(family=None), _family(year=2024)),
    silent("已不在家庭成员中", _by(SPOUSE_ID), report(), _family(year=2024)),
    silent("查阅人是别人", _by(OTHER_ID), _family()),
    silent("没有写明查阅人", _by(""), report(family=(Member(key="ch", relation=Relation.CHILD),))),
    flagged("查阅人在下级单位", _by(OTHER_ID), _HERE, person(OTHER_ID, unit="JD-1"), *_UNITS, at=("by",)),
    flagged("查阅人在下级单位的下级", _by(OTHER_ID), _HERE, person(OTHER_ID, unit="JD-11"), *_UNITS),
    flagged(
        "报告人的单位以名称登记",
        _by(OTHER_ID),
        person(DECLARANT_ID, unit="江东支队"),
        person(OTHER_ID, unit="JD-1"),
        *_UNITS,
    ),
    silent("查阅人在同一单位", _by(OTHER_ID), _HERE, person(OTHER_ID, unit="JD"), *_UNITS),
    silent("查阅人在上级单位", _by(OTHER_ID), _HERE, person(OTHER_ID, unit="ZD"), *_UNITS),
    silent("查阅人的单位不详", _by(OTHER_ID), _HERE, person(OTHER_ID), *_UNITS),
    silent("报告人的单位不详", _by(OTHER_ID), person(OTHER_ID, unit="JD-1"), *_UNITS),
    silent("没有单位资料", _by(OTHER_ID), _HERE, person(OTHER_ID, unit="JD-1")),
    flagged("没有有效期", _by(DECLARANT_ID, None), today="2026-06-30"),
    flagged("两次查阅，各一条", _by(DECLARANT_ID), _by(DECLARANT_ID, "2026-07-31"), times=2),
)
