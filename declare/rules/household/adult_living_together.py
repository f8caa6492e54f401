"""成年子女只有不能独立生活（无民事行为能力、无劳动能力或者无稳定收入）的，才按共同生活的子女报告。"""

from collections.abc import Iterator

from declare.items.choices import EmployerKind, FamilyChange, Relation
from declare.items.employment import Employment
from declare.items.filing import Member
from declare.law import R17, Text
from declare.rules.book import rule
from declare.rules.cases import day, flagged, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import DECLARANT, Found, finding
from declare.rules.kinship import MAJORITY, age, children

WITHOUT_INCOME = (EmployerKind.STUDENT, EmployerKind.PRESCHOOL, EmployerKind.UNEMPLOYED)


@rule(
    "B20",
    Text('成年子女"共同生活"依据不明', "Adult child living together: on what grounds"),
    severity=2,
    basis=R17.whole(),
    audience=DECLARANT,
    says=Text(
        "家庭成员第{row}人年满{age}周岁，已有从业情况，仍填为共同生活的子女，请说明依据。",
        "Row {row} of the family is {age} years old and has an occupation, yet is entered as a child living together. "
        "Please explain why.",
    ),
    reads=(Employment,),
)
def adult(facts: Facts) -> Iterator[Found]:
    """Children of eighteen or more living together who have an occupation."""
    for child in children(facts):
        years = age(child, facts.filed_on) if child.cohabiting else None
        if years is None or years < MAJORITY:
            continue
        for job in facts.rows(Employment):
            if job.who == child.key and job.employer_kind is not None and job.employer_kind not in WITHOUT_INCOME:
                yield finding(child, "cohabiting", also=((job, "employer_kind"),), age=years)
                break


def _child(born: str | None, *, cohabiting: bool | None = True, change: FamilyChange | None = None) -> Member:
    return Member(
        key="ch", relation=Relation.CHILD, born=day(born) if born else None, cohabiting=cohabiting, change=change
    )


def _job(kind: EmployerKind | None, *, who: str = "ch") -> Employment:
    return Employment(who=who, employer_kind=kind)


adult.cases(
    flagged(
        "二十五岁，在国企工作",
        report(_job(EmployerKind.SOE), family=(_child("2000-06-01"),)),
        at=("cohabiting", "employer_kind"),
    ),
    flagged("报告当日满十八周岁", report(_job(EmployerKind.PRIVATE), family=(_child("2008-01-20"),))),
    silent("报告次日满十八周岁", report(_job(EmployerKind.PRIVATE), family=(_child("2008-01-21"),))),
    silent("在读", report(_job(EmployerKind.STUDENT), family=(_child("2004-06-01"),))),
    silent("待业", report(_job(EmployerKind.UNEMPLOYED), family=(_child("2000-06-01"),))),
    silent("填为学龄前", report(_job(EmployerKind.PRESCHOOL), family=(_child("2000-06-01"),))),
    flagged("其他从业", report(_job(EmployerKind.OTHER), family=(_child("2000-06-01"),))),
    flagged("退休", report(_job(EmployerKind.RETIRED), family=(_child("1970-06-01"),))),
    flagged(
        "在读又有工作，只提示一次",
        report(
            _job(EmployerKind.STUDENT),
            _job(EmployerKind.PRIVATE),
            _job(EmployerKind.SOE),
            family=(_child("2000-06-01"),),
        ),
    ),
    silent("单位性质未填", report(_job(None), family=(_child("2000-06-01"),))),
    silent("不共同生活", report(_job(EmployerKind.SOE), family=(_child("2000-06-01", cohabiting=False),))),
    silent("未填是否共同生活", report(_job(EmployerKind.SOE), family=(_child("2000-06-01", cohabiting=None),))),
    silent("出生日期未填", report(_job(EmployerKind.SOE), family=(_child(None),))),
    silent("工作的是配偶", report(_job(EmployerKind.SOE, who="sp"), family=(_child("2000-06-01"),))),
    silent("已去世", report(_job(EmployerKind.SOE), family=(_child("2000-06-01", change=FamilyChange.DEATH),))),
)
