"""Group B, the family: marriage, relatives abroad or foreign, work, who lives together, criminal proceedings."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from declare.demo.plants.book import near, plant
from declare.demo.plants.editing import (
    add,
    add_always,
    alter,
    change,
    change_always,
    child,
    in_law,
    job,
    put_always,
    spouse,
    unlike,
)
from declare.demo.plants.form_numbers import profile
from declare.demo.population import family_matters
from declare.demo.population.life import Life
from declare.items.child_marriage_foreign import ChildMarriageForeign
from declare.items.child_marriage_hkmt import ChildMarriageHkmt
from declare.items.choices import (
    EmployerKind,
    FamilyChange,
    FilingKind,
    MaritalChange,
    MaritalState,
    ProsecutionStage,
)
from declare.items.criminal_liability import CriminalLiability
from declare.items.marriage import Marriage

DAY = timedelta(days=1)
HALF = Decimal("0.5")


@plant("B01", "divorced, with a spouse in the family", MaritalState.DIVORCED, needs="spouse")
@plant("B01", "single, with a spouse in the family", MaritalState.SINGLE, needs="spouse")
@plant("B01", "married, with no spouse in the family", MaritalState.MARRIED, needs="single")
def state_of_marriage(life: Life, state: MaritalState) -> None:
    change_always(life, "marriage", state=state)


@near("B01", "a divorce in the year: the spouse is shown once more", needs="spouse")
def divorced(life: Life) -> None:
    family_matters.divorce(life, life.now)


@plant("B02", "a change of marriage without its day", None, needs="single")
@plant("B02", "a change of marriage before the period", (-1, 11, 20), needs="single")
@plant("B02", "a change of marriage after the filing day", (1, 2, 20), needs="single")
@near("B02", "a wedding on 1 January", (0, 1, 1), needs="single")
def day_of_marriage(life: Life, when: tuple[int, int, int] | None) -> None:
    family_matters.marry(life, life.now)
    life.between.clear()
    day = when and date(life.now.year + when[0], when[1], when[2])
    change(life, "marriage", change_date=day)
    if when and not when[0]:
        tell_marriage(life, day, days=30)


@plant("B02", "married again while still married", needs="spouse")
def married_twice(life: Life) -> None:
    day = date(life.now.year, 5, 20)
    life.now.rows["marriage"] = (
        Marriage(state=MaritalState.MARRIED, change=MaritalChange.REMARRIED, change_date=day, reason="登记结婚"),
    )
    tell_marriage(life, day)


def tell_marriage(life: Life, day: date | None, *, days: int = 20) -> None:
    """Reports the change of marriage some days later."""
    if day:
        rows = {"marriage": life.now.rows["marriage"]}
        filed_on = day + days * DAY
        life.file(
            FilingKind.CHANGE,
            year=day.year,
            filed_on=filed_on,
            about="marriage",
            on=day,
            rows=rows,
            members=list(life.now.members),
        )


@plant("B09", "a child's foreign spouse, and no such marriage told", "US", "护照", needs="in_law")
@plant("B09", "a child's spouse of Hong Kong, and no such marriage told", "HK", "香港居民身份证", needs="in_law")
@plant("B09", "a child's spouse with a foreign document, and no such marriage told", "", "外国护照", needs="in_law")
def foreign_in_law(life: Life, country: str, document: str) -> None:
    alter(life, in_law(life).key, nationality=country, document_kind=document, id_number=f"X{unlike(life, 8)}")


@plant("B09", "a marriage with a foreigner, and the spouse's work is not told", False, needs="in_law")
@near("B09", "a marriage with a foreigner, told in full", True, needs="in_law")
def foreign_marriage(life: Life, told: bool) -> None:
    partner = in_law(life)
    foreign_in_law(life, "US", "护照")
    row = ChildMarriageForeign(
        child=partner.spouse_of,
        spouse_name=partner.name,
        country="US",
        employer="当地大学",
        registered=date(2020, 5, 4),
    )
    add_always(life, "child_marriage_foreign", row)
    if not told:
        for report in life.reports:
            report.rows["employment"] = tuple(one for one in report.rows["employment"] if one.who != partner.key)


@near("B09", "a marriage with a resident of Macao, told in full", needs="in_law")
def marriage_in_macao(life: Life) -> None:
    partner = in_law(life)
    foreign_in_law(life, "MO", "澳门居民身份证")
    row = ChildMarriageHkmt(child=partner.spouse_of, spouse_name=partner.name, place="MO", registered=date(2021, 3, 2))
    add_always(life, "child_marriage_hkmt", row)


@plant("B19", "a child under eighteen is said to live apart", needs="minor")
def minor_apart(life: Life) -> None:
    alter(life, child(life).key, cohabiting=False)


@plant("B19", "a child under eighteen owns a fund, and nothing is said of living together", needs="minor fund")
def minor_with_fund(life: Life) -> None:
    member = child(life)
    alter(life, member.key, cohabiting=None)
    change_always(life, "funds", holder=member.key)


@near("B19", "a child of eighteen on the filing day lives apart", 0, needs="minor", also="")
@plant("B19", "a child of eighteen on the day after lives apart", 1, needs="minor")
def about_eighteen(life: Life, days: int) -> None:
    born = life.now.filed_on.replace(year=life.now.filed_on.year - 18) + days * DAY
    member = child(life)
    alter(life, member.key, born=born, id_number=f"T{unlike(life, 8)}", document_kind="户口簿", cohabiting=True)
    alter(life, member.key, always=False, cohabiting=False)
    job(life, member.key, employer="江东市实验学校", employer_kind=EmployerKind.STUDENT)


@plant("B20", "a grown child at work is said to live together", EmployerKind.PRIVATE, needs="adult")
@plant("B20", "a grown child in the civil service is said to live together", EmployerKind.PARTY_STATE, needs="adult")
@near("B20", "a grown student lives together", EmployerKind.STUDENT, needs="adult")
@near("B20", "a grown child without work lives together", EmployerKind.UNEMPLOYED, needs="adult")
def grown_together(life: Life, kind: EmployerKind) -> None:
    member = child(life)
    alter(
        life,
        member.key,
        born=date(2000, 4, 5),
        id_number=f"T{unlike(life, 8)}",
        document_kind="户口簿",
        cohabiting=True,
    )
    job(life, member.key, employer="江东大学", employer_kind=kind, post="")


@plant("B29", "a sentence before a trial", ProsecutionStage.FILED, "判处有期徒刑一年", 0, needs="spouse")
@plant("B29", "a sentence being served, and no result", ProsecutionStage.SERVING, "", 0, needs="spouse")
@plant("B29", "proceedings begun after the filing day", ProsecutionStage.REVIEW, "", 500, needs="spouse")
@near("B29", "under review, not sentenced yet", ProsecutionStage.REVIEW, "尚未判决", 0, needs="spouse")
@near("B29", "served, with the sentence", ProsecutionStage.SERVED, "判处拘役三个月，已执行完毕", 0, needs="spouse")
def proceedings(life: Life, stage: ProsecutionStage, result: str, later: int) -> None:
    since = date(life.now.year, 4, 8) + later * DAY
    row = CriminalLiability(who=spouse(life).key, since=since, cause="危险驾驶", stage=stage, result=result)
    add(life, "criminal_liability", row)


@plant("B31", "the spouse serves in the unit the declarant leads", "支队长", "文员", needs="spouse brigade")
@plant("B31", "the spouse serves where the declarant is deputy head", "副支队长", "司机", needs="spouse brigade")
@plant("B31", "the spouse keeps the books of the same unit", "防火监督科科长", "财务科会计", needs="spouse brigade")
@near(
    "B31",
    "the spouse is a clerk in the same unit, and the declarant leads a section",
    "防火监督科科长",
    "文员",
    needs="spouse brigade",
)
def same_unit(life: Life, own: str, theirs: str) -> None:
    profile(life, post=own)
    name = life.world.named[life.household.basic.unit].name
    job(life, spouse(life).key, employer=name, employer_kind=EmployerKind.PARTY_STATE, post=theirs)


@near("B31", "a former spouse served in the same unit", needs="spouse brigade")
def once_same_unit(life: Life) -> dict[str, Any] | None:
    profile(life, post="支队长")
    family_matters.divorce(life, life.now)
    assert life.now.members[0].change is FamilyChange.DIVORCE
    put_always(life, "criminal_liability")
    return None
