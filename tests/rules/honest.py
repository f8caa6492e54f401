"""An honest, complete, coherent report with some forty entries, and the one of the year before."""

from decimal import Decimal

import msgspec

from declare.items.businesses import Business
from declare.items.child_marriage_foreign import ChildMarriageForeign
from declare.items.choices import (
    CompanyKind,
    CompanyState,
    EmigrationKind,
    EmployerKind,
    EstateKind,
    EstateSource,
    MaritalChange,
    MaritalState,
    OverseasKind,
    Ownership,
    PermitKind,
    Relation,
    Sex,
    TripPurpose,
)
from declare.items.edition_2017 import EDITION
from declare.items.emigration import Emigration, ResidenceAbroad
from declare.items.employment import Employment
from declare.items.filing import Basic, Member
from declare.items.labour_income import LabourIncome
from declare.items.marriage import Marriage
from declare.items.overseas_assets import DepositAbroad, InvestmentAbroad
from declare.items.passports import Passport, TripAbroad
from declare.items.permits import Permit, TripHkmt
from declare.items.real_estate import RealEstate
from declare.items.securities import Fund, Insurance, Stock
from declare.items.spec import State
from declare.items.wages import Wages
from declare.rules.cases import DECLARANT_ID, day, num, report

BASIC = Basic(
    name="甲",
    sex=Sex.FEMALE,
    id_number=DECLARANT_ID,
    unit="江东市消防救援支队",
    post="副支队长",
    grade="三级指挥长",
    portfolio="灭火救援",
    jurisdiction="320100",
    home_address="江东市和平路1号3幢201室",
)
FAMILY = (
    Member(
        key="sp", relation=Relation.SPOUSE, name="乙", sex=Sex.MALE, id_number="110105195001010012", cohabiting=True
    ),
    Member(key="c1", relation=Relation.CHILD, name="丙", sex=Sex.MALE, born=day("1990-05-01"), cohabiting=False),
    Member(key="c2", relation=Relation.CHILD, name="丁", sex=Sex.MALE, born=day("1995-05-01"), cohabiting=False),
    Member(
        key="cs1",
        relation=Relation.CHILD_SPOUSE,
        name="安娜",
        sex=Sex.FEMALE,
        nationality="US",
        document_kind="美国护照",
        id_number="567890123",
        spouse_of="c1",
    ),
)


def homes():
    first = RealEstate(
        owners=("self", "sp"),
        ownership=Ownership.JOINT,
        share=num("100.00"),
        source=EstateSource.BOUGHT,
        address="江东市和平路1号3幢201室",
        certificate="苏(2019)江东不动产权第0012345号",
        area=num("121.30"),
        kind=EstateKind.COMMODITY,
        traded="2018-06",
        price=num("238.00"),
        funding="家庭积蓄和住房贷款",
    )
    parking = msgspec.structs.replace(
        first,
        address="江东市和平路1号地下车库12号",
        certificate="苏(2019)江东不动产权第0012346号",
        area=num("13.00"),
        kind=EstateKind.PARKING,
        price=num("18.00"),
    )
    return first, parking


def kin_rows():
    return (
        ChildMarriageForeign(child="c1", spouse_name="安娜", country="US", registered=day("2019-10-01")),
        Emigration(who="c1", country="US", kind=EmigrationKind.PERMANENT, since=day("2020-03-01")),
        ResidenceAbroad(who="c2", country="GB", city="伦敦", since=day("2021-09-01")),
        Employment(who="sp", employer="江东市第一中学", employer_kind=EmployerKind.INSTITUTION, post="教师", senior=False, country="CN"),
        Employment(who="c1", employer="某研究所", employer_kind=EmployerKind.ABROAD, senior=False, country="US", since=day("2018-09-01")),
        Employment(who="c2", employer="某大学", employer_kind=EmployerKind.STUDENT, senior=False, country="GB", since=day("2021-09-01")),
        Employment(who="cs1", employer="某研究所", employer_kind=EmployerKind.ABROAD, senior=False, country="US", since=day("2017-09-01")),
        Business(
            who="cs1",
            company="某咨询公司",
            uscc="91330100799655058B",
            scope="翻译服务",
            registered_in="330100",
            kind=CompanyKind.LIMITED,
            state=CompanyState.OPEN,
            capital=num("100.00"),
            subscribed=num("30.00"),
            percent=num("30.00"),
        ),
    )  # fmt: skip


def held(year):
    grown = Decimal(year - 2023)
    shares = ("600000", "601001", "688001", "000001", "300001", "002001", "920001", "603001")
    return (
        *(Stock(holder="sp", code=code, name="某股", quantity=1000, value=grown + number) for number, code in enumerate(shares)),
        *(Fund(holder="self", code=f"{number:06}", name="某基金", units=num("1.20"), value=grown + number) for number in range(1, 7)),
        *(
            Insurance(holder="self", product="某两全保险（分红型）", policy_number=f"P{number}", insurer="某保险", paid=grown)
            for number in range(1, 5)
        ),
        DepositAbroad(holder="sp", country="US", city="纽约", bank="中国银行纽约分行", currency="USD", amount=num("1.20")),
        InvestmentAbroad(holder="sp", country="US", kind=OverseasKind.FUNDS, what="指数基金", currency="USD", amount=num("0.80")),
    )  # fmt: skip


def trips(year):
    abroad = {"purpose": TripPurpose.TOURISM, "approved_by": "政治部"}
    return (
        Passport(number="E12345678", issued=day("2019-05-01"), expires=day("2029-04-30"), custodian="政治部"),
        Permit(kind=PermitKind.HK_MACAO, number="C12345678", valid_from=day("2019-05-01"), valid_to=day("2029-04-30"), custodian="政治部"),
        TripAbroad(left=day(f"{year}-02-01"), returned=day(f"{year}-02-08"), countries="JP", passport_number="E12345678", **abroad),
        TripAbroad(left=day(f"{year}-10-01"), returned=day(f"{year}-10-07"), countries="US", passport_number="E12345678", **abroad),
        TripHkmt(left=day(f"{year}-10-07"), returned=day(f"{year}-10-08"), place="HK", permit_number="C12345678", **abroad),
    )  # fmt: skip


def honest(year):
    """The report on one year; status tables say 首次 or 无变化, every other table is answered 无."""
    rows = (
        Marriage(state=MaritalState.MARRIED, change=MaritalChange.NONE),
        *trips(year),
        *kin_rows(),
        Wages(salary=num("18.00") + year - 2023, bonus=num("3.00"), other=num("0.50"), total=num("21.50") + year - 2023),
        LabourIncome(lecturing=num("0.50"), total=num("0.50"), payers="江东大学"),
        *homes(),
        *held(year),
    )  # fmt: skip
    given = {type(row) for row in rows}
    status = [table.key for table in EDITION.tables if table.entry in given and table.mode.value == "status"]
    unchanged = dict.fromkeys(status, State.UNCHANGED if year > 2024 else State.FIRST)
    none = tuple(table.entry for table in EDITION.tables if table.entry not in given)
    return report(*rows, year=year, basic=BASIC, family=FAMILY, states=unchanged, none=none)
