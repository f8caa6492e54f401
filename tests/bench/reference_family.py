"""The 21 entries of the reference report on family matters: tables 1 to 11."""

from collections.abc import Iterator
from datetime import date

from declare.items.child_marriage_foreign import ChildMarriageForeign
from declare.items.child_marriage_hkmt import ChildMarriageHkmt
from declare.items.choices import (
    EmigrationKind,
    EmployerKind,
    MaritalChange,
    MaritalState,
    PermitKind,
    ProsecutionStage,
    TripPurpose,
)
from declare.items.criminal_liability import CriminalLiability
from declare.items.emigration import Emigration, ResidenceAbroad
from declare.items.employment import Employment
from declare.items.marriage import Marriage
from declare.items.passports import Passport, TripAbroad
from declare.items.permits import Permit, TripHkmt
from declare.items.spec import Entry

OFFICE = "江东市消防救援支队政治部组织教育科"


def family_rows(year: int) -> Iterator[Entry]:
    """Tables 1 to 11: 21 entries."""
    yield Marriage(state=MaritalState.MARRIED, change=MaritalChange.NONE)
    yield from _documents()
    yield from _trips(year)
    yield from _abroad()
    yield from _occupations()
    yield CriminalLiability(
        who="d2",
        since=date(2022, 5, 4),
        cause="危险驾驶",
        stage=ProsecutionStage.SERVED,
        result="判处拘役一个月，缓刑二个月，并处罚金",
    )


def _abroad() -> Iterator[Entry]:
    """Two marriages with people from outside the mainland, a son who moved there and one who studies there."""
    yield ChildMarriageForeign(
        child="c1",
        spouse_name="艾玛·威尔逊",
        country="US",
        employer="西雅图儿童医院",
        post="护士",
        registered=date(2019, 8, 9),
    )
    yield ChildMarriageHkmt(
        child="c2",
        spouse_name="李志强",
        place="HK",
        employer="九龙城设计事务所",
        post="设计师",
        registered=date(2020, 10, 1),
    )
    yield Emigration(
        who="c1",
        country="US",
        city="西雅图",
        document_number="A123456789",
        kind=EmigrationKind.PERMANENT,
        since=date(2020, 3, 1),
        remark="随配偶定居",
    )
    yield ResidenceAbroad(
        who="c3", country="CA", city="多伦多", since=date(2023, 9, 1), remark="本科在读，计划毕业后回国"
    )


def _documents() -> Iterator[Entry]:
    """Two passports and two permits, kept by the unit."""
    yield Passport(
        number="E62345671", issued=date(2019, 5, 1), expires=date(2029, 4, 30), custodian=OFFICE, remark="集中保管"
    )
    yield Passport(
        number="EA1234562", issued=date(2022, 7, 12), expires=date(2032, 7, 11), custodian=OFFICE, remark="增页换发"
    )
    yield Permit(
        kind=PermitKind.HK_MACAO,
        number="C41234563",
        valid_from=date(2018, 3, 1),
        valid_to=date(2028, 2, 29),
        custodian=OFFICE,
        remark="集中保管",
    )
    yield Permit(
        kind=PermitKind.TAIWAN,
        number="L51234564",
        valid_from=date(2019, 3, 1),
        valid_to=date(2029, 2, 28),
        custodian=OFFICE,
        remark="尚未使用",
    )


def _trips(year: int) -> Iterator[Entry]:
    """Three trips abroad and two to Hong Kong and Macao in the year."""
    abroad = ((1, 28, 2, 4, "JP", TripPurpose.TOURISM), (5, 1, 5, 6, "SG,MY", TripPurpose.TOURISM),
              (10, 1, 10, 8, "US", TripPurpose.FAMILY))  # fmt: skip
    for month, day, back, last, countries, purpose in abroad:
        yield TripAbroad(
            left=date(year, month, day),
            returned=date(year, back, last),
            countries=countries,
            purpose=purpose,
            approved_by=OFFICE,
            passport_number="E62345671",
        )
    for month, place in ((7, "HK"), (8, "MO")):
        yield TripHkmt(
            left=date(year, month, 3),
            returned=date(year, month, 6),
            place=place,
            purpose=TripPurpose.FAMILY,
            approved_by=OFFICE,
            permit_number="C41234563",
        )


def _occupations() -> Iterator[Entry]:
    """What spouse, children and their spouses do."""
    jobs = (
        ("sp", "江东市第三中学", EmployerKind.INSTITUTION, "高级教师", "CN", 1992),
        ("c1", "西雅图云计算公司", EmployerKind.ABROAD, "工程师", "US", 2018),
        ("c2", "杭州晴川文化创意有限公司", EmployerKind.PRIVATE, "总经理", "CN", 2019),
        ("c3", "多伦多大学", EmployerKind.STUDENT, "", "CA", 2023),
        ("d1", "西雅图儿童医院", EmployerKind.ABROAD, "护士", "US", 2017),
        ("d2", "九龙城设计事务所", EmployerKind.ABROAD, "设计师", "HK", 2016),
    )
    for who, employer, kind, post, country, since in jobs:
        yield Employment(
            who=who,
            employer=employer,
            employer_kind=kind,
            post=post,
            senior=post == "总经理",
            country=country,
            since=date(since, 9, 1),
        )
