"""配偶、子女在国（境）外工作、学习满一年的，应在移居情况表或者连续在国（境）外工作、生活一年以上情况表中填报。"""

from collections.abc import Iterator

from declare.items.choices import EmployerKind, FamilyChange, FilingKind, Relation
from declare.items.emigration import Emigration, ResidenceAbroad
from declare.items.employment import Employment
from declare.items.filing import Member
from declare.items.kinds.places import abroad
from declare.law import R17, Text
from declare.rules.book import rule
from declare.rules.cases import day, flagged, report, silent
from declare.rules.emigration import given_up
from declare.rules.facts import Facts
from declare.rules.finding import DECLARANT, Found, finding
from declare.rules.kinship import gone
from declare.rules.periods import full_year

OVERSEAS = EmployerKind.ABROAD
KIN = (Relation.SPOUSE, Relation.CHILD)


@rule(
    "B11",
    Text("境外从业/就读但未报移居或一年以上", "Job or study abroad, but no emigration or year abroad"),
    severity=4,
    basis=R17.article(3, 6),
    clause="M17-4(4)",
    audience=DECLARANT,
    says=Text(
        "从业情况表第{row}项显示该人自{since}起在国（境）外工作或者学习，已满一年，移居表和一年以上表中都没有填报，请核对。",
        "Row {row} of the table of occupations shows work or study outside mainland China since {since}, a full year or more, "
        "but that person is in neither the table of emigration nor that of stays of a year or more. Please check.",
    ),
    reads=(Employment,),
)
def work_or_study_abroad(facts: Facts) -> Iterator[Found]:
    """Spouse and children a full year at work or school abroad of whom neither table tells."""
    away = [row for row in facts.rows(Employment) if row.since and _abroad(row)]
    if not away:
        return
    rows: tuple[Emigration | ResidenceAbroad, ...] = (*facts.standing(Emigration), *facts.standing(ResidenceAbroad))
    told = {row.who for row in rows if not given_up(row)}
    for row in away:
        member = None if row.who in told else facts.members.get(row.who)
        if member is None or row.since is None or member.relation not in KIN or gone(member):
            continue
        if full_year(row.since, facts.filed_on):
            yield finding(row, "country" if row.country else "employer_kind", since=row.since)


def _abroad(row: Employment) -> bool:
    """Whether an occupation is outside mainland China: by its country, else by the kind of employer."""
    return abroad(row.country) if row.country else row.employer_kind is OVERSEAS


def _family(relation: Relation = Relation.CHILD, change: FamilyChange | None = None) -> tuple[Member, ...]:
    return (Member(key="c1", relation=relation, change=change),)


def _job(country: str = "US", *, since: str | None = "2022-09-01", kind: EmployerKind | None = None) -> Employment:
    return Employment(who="c1", country=country, since=day(since) if since else None, employer_kind=kind)


STUDENT = _job(kind=EmployerKind.STUDENT)
NONE = (Emigration, ResidenceAbroad)

work_or_study_abroad.cases(
    silent("在境内工作", report(_job("CN"), family=_family(), none=NONE)),
    silent("没有填国家", report(_job(""), family=_family(), none=NONE)),
    flagged("在国外工作，都没有填报", report(_job(), family=_family(), none=NONE), at=("country",)),
    flagged("在国外就读，都没有填报", report(STUDENT, family=_family(), none=NONE)),
    flagged("在香港工作，都没有填报", report(_job("HK"), family=_family(), none=NONE)),
    flagged(
        "没有填国家，单位为境外机构",
        report(_job("", kind=EmployerKind.ABROAD), family=_family(), none=NONE),
        at=("employer_kind",),
    ),
    silent("境外机构，在境内工作", report(_job("CN", kind=EmployerKind.ABROAD), family=_family(), none=NONE)),
    silent("移居已填报", report(_job(), Emigration(who="c1", country="US"), family=_family())),
    silent("一年以上已填报", report(_job(), ResidenceAbroad(who="c1", country="US"), family=_family())),
    flagged("填报的是别人", report(_job(), ResidenceAbroad(who="sp"), family=_family())),
    flagged("移居已放弃", report(_job(), Emigration(who="c1", remark="已放弃"), family=_family())),
    flagged("满一年", report(_job(since="2025-01-21"), family=_family(), none=NONE)),
    silent("差一天满一年", report(_job(since="2025-01-22"), family=_family(), none=NONE)),
    silent("没有填起始时间", report(_job(since=None), family=_family(), none=NONE)),
    flagged("配偶也在此列", report(_job(), family=_family(Relation.SPOUSE), none=NONE)),
    silent("子女的配偶不在此列", report(_job(), family=_family(Relation.CHILD_SPOUSE), none=NONE)),
    silent("已离婚的配偶", report(_job(), family=_family(Relation.SPOUSE, FamilyChange.DIVORCE), none=NONE)),
    silent("不在家庭成员中", report(_job(), none=NONE)),
    silent(
        "补充报告沿用上次填报的一年以上",
        report(_job(), family=_family(), kind=FilingKind.CHANGE, filed_on="2025-06-01"),
        report(ResidenceAbroad(who="c1"), family=_family(), year=2024),
    ),
    flagged(
        "两人都没有填报，各一条",
        report(
            _job(),
            Employment(who="sp", country="JP", since=day("2020-04-01")),
            family=(*_family(), Member(key="sp", relation=Relation.SPOUSE)),
            none=NONE,
        ),
        times=2,
    ),
)
