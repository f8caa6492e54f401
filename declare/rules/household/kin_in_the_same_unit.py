"""有配偶、近亲属关系的，不得在同一单位有直接上下级领导关系，也不得在一方任领导的单位从事人事、纪检、审计、财务工作。"""

from collections.abc import Iterator

from declare.items.choices import EmployerKind, FamilyChange, Relation
from declare.items.employment import Employment
from declare.items.filing import Basic, Member
from declare.law import GWY, Text
from declare.rules.book import rule
from declare.rules.cases import flagged, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import DECLARANT, Found, finding
from declare.rules.kinship import away
from declare.rules.posts import HEADS, leads
from declare.rules.wording import reads_same

SENSITIVE = ("人事", "组织", "干部", "纪检", "纪委", "监察", "审计", "财务", "会计", "出纳")


@rule(
    "B31",
    Text("配偶与本人同一任职单位", "Relative in the declarant’s own unit"),
    severity=3,
    basis=GWY.article(74),
    audience=DECLARANT,
    says=Text(
        "从业情况第{row}项的单位与报告人任职单位相同，请核对是否有直接上下级领导关系，或者从事人事、纪检、审计、财务工作。",
        "Row {row} of the occupations is in the declarant’s own unit. Please check whether one is in the other’s "
        "line of command, or the post is in personnel, discipline, audit or finance.",
    ),
    reads=(Employment,),
)
def same_unit(facts: Facts) -> Iterator[Found]:
    """Kin employed in the declarant's unit where the declarant leads it, or in one of its sensitive posts."""
    unit = facts.unit
    jobs = [job for job in facts.rows(Employment) if unit and reads_same(job.employer, unit)]
    if not jobs:
        return
    head, left = leads(facts), away(facts)
    for job in jobs:
        sensitive = any(word in job.post for word in SENSITIVE)
        if (head or sensitive) and job.employer_kind is not EmployerKind.RETIRED and job.who not in left:
            yield finding(job, *(("employer", "post") if sensitive else ("employer",)))


_UNIT = "江东市消防救援支队"


def _basic(post: str = "副支队长", *, unit: str = _UNIT) -> Basic:
    return Basic(unit=unit, post=post)


def _job(post: str = "文员", *, employer: str = _UNIT, kind: EmployerKind = EmployerKind.PARTY_STATE) -> Employment:
    return Employment(who="sp", employer=employer, employer_kind=kind, post=post)


_GONE = Member(key="sp", relation=Relation.SPOUSE, change=FamilyChange.DIVORCE)

same_unit.cases(
    flagged("报告人为副支队长", report(_job(), basic=_basic()), at=("employer",)),
    *(flagged(f"报告人为{head}", report(_job(), basic=_basic(f"党委委员、{head}"))) for head in HEADS),
    silent("报告人为一般干部，亲属为文员", report(_job(), basic=_basic("高级工程师"))),
    *(flagged(f"亲属从事{word}工作", report(_job(f"{word}科员"), basic=_basic("高级工程师"))) for word in SENSITIVE),
    silent("别的单位", report(_job(employer="江西市消防救援支队"), basic=_basic())),
    flagged("单位名称有空格", report(_job(employer="江东市 消防救援支队"), basic=_basic())),
    silent("亲属单位未填", report(_job(employer=""), basic=_basic(unit=""))),
    silent("报告人单位不明", report(_job(), basic=_basic(unit=""))),
    silent("报告人职务未填，亲属为文员", report(_job(), basic=_basic(""))),
    flagged("职务只在上年报告中", report(_job(), basic=_basic(""), year=2026), report(basic=_basic())),
    silent("亲属已从本单位退休", report(_job("会计", kind=EmployerKind.RETIRED), basic=_basic())),
    silent("已离异", report(_job(), basic=_basic(), family=(_GONE,))),
)
