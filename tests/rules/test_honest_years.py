"""Lives change: people who tell it as it was are not asked by the comparison of years and of declarants."""

from msgspec import structs

from declare.items.businesses import Business
from declare.items.choices import (
    CompanyState,
    EstateExit,
    EstateKind,
    EstateSource,
    FamilyChange,
    FilingKind,
    MaritalChange,
    MaritalState,
    Ownership,
    Relation,
)
from declare.items.marriage import Marriage
from declare.items.passports import Passport
from declare.items.profile import Member
from declare.items.real_estate import RealEstate
from declare.items.securities import Fund, Insurance, Stock
from declare.items.wages import Wages
from declare.rules.assembly import Assembly
from declare.rules.book import run_all
from declare.rules.cases import CHILD_ID, CHILD_SPOUSE_ID, DECLARANT_ID, OTHER_ID, SPOUSE_ID, day, num, report

HOLDINGS = (Stock, Fund, Insurance)
HOME = RealEstate(
    owners=("self",),
    ownership=Ownership.SOLE,
    share=num("100.00"),
    source=EstateSource.BOUGHT,
    address="江东市望江路15号3幢801室",
    certificate="一证",
    area=num("90.00"),
    kind=EstateKind.COMMODITY,
    traded="2010-05",
    price=num("60.00"),
)


def asked(*records):
    assembly = Assembly(today=day("2026-03-01"))
    for record in records:
        assembly.add(record)
    return [(one.rule, one.year, one.message.zh) for one in run_all(assembly) if one.rule[0] in "CD"]


def test_somebody_marries_and_the_spouse_brings_a_home_and_shares():
    spouse = Member(
        key="sp", relation=Relation.SPOUSE, name="乙", change=FamilyChange.MARRIAGE, change_date=day("2025-05-10")
    )
    wed = Marriage(state=MaritalState.MARRIED, change=MaritalChange.MARRIED, change_date=day("2025-05-10"))
    hers = structs.replace(
        HOME, owners=("sp",), certificate="二证", address="江东市建设路2号1幢101室", price=num("500")
    )
    shares = Stock(holder="sp", code="600000", quantity=1000, value=num("300.00"))
    single = Marriage(state=MaritalState.SINGLE)
    assert not asked(
        report(single, HOME, Wages(total=num("20")), year=2024, none=HOLDINGS),
        report(wed, kind=FilingKind.CHANGE, year=2025, filed_on="2025-06-01", family=(spouse,)),
        report(wed, HOME, hers, shares, Wages(total=num("21")), family=(spouse,), none=(Fund, Insurance)),
    )


def test_somebody_sells_a_home_and_buys_another():
    sold = structs.replace(HOME, exit=EstateExit.SOLD, exit_date="2025-06", exit_price=num("210.00"))
    bought = structs.replace(
        HOME,
        certificate="二证",
        address="江东市建设路2号1幢101室",
        traded="2025-08",
        price=num("300"),
        funding="出售旧房210万元，贷款80万元",
    )
    once_more = structs.replace(bought)
    assert not asked(
        report(HOME, Wages(total=num("20")), year=2023, none=HOLDINGS),
        report(HOME, Wages(total=num("20.40")), year=2024, none=HOLDINGS),
        report(sold, bought, Wages(total=num("21")), none=HOLDINGS),
        report(once_more, Wages(total=num("22")), year=2026, none=HOLDINGS),
    )


def test_a_child_grows_up_a_firm_closes_a_passport_is_new_and_a_certificate_renewed():
    child = Member(key="c1", relation=Relation.CHILD, name="丙", cohabiting=True)
    grown = structs.replace(child, cohabiting=False, change=FamilyChange.MAJORITY)
    firm = Business(who="c1", company="海东书店", state=CompanyState.OPEN)
    old, new = (
        Passport(number="E12345678", expires=day("2025-04-30")),
        Passport(number="E87654321", expires=day("2035-04-30")),
    )
    hers = structs.replace(HOME, owners=("c1",), certificate="二证", address="江东市建设路2号1幢101室")
    renewed = structs.replace(HOME, certificate="新证", address="望江路15号3栋801", area=num("90.60"))
    pay = (Wages(total=num("20")), Wages(total=num("20.50")))
    assert not asked(
        report(HOME, hers, firm, old, pay[0], year=2024, none=HOLDINGS, family=(child,)),
        report(new, kind=FilingKind.CHANGE, year=2025, filed_on="2025-05-20", family=None),
        report(
            renewed,
            structs.replace(firm, state=CompanyState.CANCELLED),
            old,
            new,
            pay[1],
            none=HOLDINGS,
            family=(grown,),
        ),
        report(renewed, new, pay[0], year=2026, none=(*HOLDINGS, Business), family=(grown,)),
    )


def test_husband_and_wife_and_the_parents_of_the_child_in_law_report_alike():
    son = Member(key="c1", relation=Relation.CHILD, name="丙", id_number=CHILD_ID)
    wife = Member(key="cs", relation=Relation.CHILD_SPOUSE, name="丁", id_number=CHILD_SPOUSE_ID, spouse_of="c1")
    firm = Business(who="c1", company="海东书店", uscc="91330100799655058B", capital=num("10"))
    joint = structs.replace(HOME, owners=("self", "sp"), ownership=Ownership.JOINT)
    spouse = [Member(key="sp", relation=Relation.SPOUSE, id_number=number) for number in (SPOUSE_ID, DECLARANT_ID)]
    daughter = structs.replace(wife, relation=Relation.CHILD, spouse_of="", key="d")
    son_in_law = structs.replace(son, relation=Relation.CHILD_SPOUSE, spouse_of="d", key="ds")
    assert not asked(
        report(joint, firm, family=(spouse[0], son, wife)),
        report(structs.replace(joint), structs.replace(firm), family=(spouse[1], son, wife), declarant=SPOUSE_ID),
        report(structs.replace(firm, who="ds"), family=(daughter, son_in_law), declarant=OTHER_ID),
    )
