"""Group B, abroad: emigration, a year abroad, accounts there, passports, permits and journeys."""

from datetime import date, timedelta
from decimal import Decimal

from msgspec.structs import replace

from declare.demo.lives import CUSTODIAN
from declare.demo.plants.book import near, plant
from declare.demo.plants.editing import (
    add,
    add_always,
    alter,
    change_always,
    child,
    job,
    put,
    put_always,
    spouse,
    unlike,
)
from declare.demo.population.life import Life
from declare.items.choices import EmigrationKind, EmployerKind, OverseasKind, PermitKind, TripPurpose
from declare.items.emigration import Emigration, ResidenceAbroad
from declare.items.overseas_assets import DepositAbroad, InvestmentAbroad
from declare.items.passports import Passport, TripAbroad
from declare.items.permits import Permit, TripHkmt

DAY = timedelta(days=1)


def grown_apart(life: Life) -> str:
    """Makes sure that the first child is grown and lives apart; gives the key."""
    member = child(life)
    for student in {stay.who for stay in life.reports[0].rows.get("residence_abroad", ())}:
        job(life, student, employer="江东大学", country="CN")
    put_always(life, "residence_abroad")
    put_always(life, "deposits_abroad")
    alter(
        life,
        member.key,
        born=date(1999, 4, 5),
        id_number=f"T{unlike(life, 8)}",
        document_kind="户口簿",
        cohabiting=False,
    )
    job(life, member.key, employer="江东市图书馆", employer_kind=EmployerKind.INSTITUTION, post="馆员", country="CN")
    return member.key


def emigration(who: str, kind: EmigrationKind, *, since: date = date(2019, 5, 6), remark: str = "") -> Emigration:
    """A move abroad."""
    return Emigration(
        who=who, country="CA", city="多伦多", document_number="PR12345", kind=kind, since=since, remark=remark
    )


def journey(number: str, *, left: date, days: int = 5) -> TripAbroad:
    """A journey abroad, approved."""
    return TripAbroad(
        left=left,
        returned=left + days * DAY,
        countries="JP",
        purpose=TripPurpose.TOURISM,
        approved_by=CUSTODIAN,
        passport_number=number,
    )


def visit(number: str, *, left: date, days: int = 3, place: str = "HK") -> TripHkmt:
    """A visit to Hong Kong, Macao or Taiwan, approved."""
    return TripHkmt(
        left=left,
        returned=left + days * DAY,
        place=place,
        purpose=TripPurpose.FAMILY,
        approved_by=CUSTODIAN,
        permit_number=number,
    )


@plant("B10", "a grown child is foreign by nationality", "CA", "", needs="adult")
@plant("B10", "a grown child holds a foreign document", "", "外国护照", needs="adult")
def foreign_child(life: Life, country: str, document: str) -> None:
    key = grown_apart(life)
    alter(life, key, nationality=country, document_kind=document or "护照", id_number=f"X{unlike(life, 8)}")


@plant(
    "B10", "a foreign nationality is told, and the family shows China", EmigrationKind.NATIONALITY, "", needs="adult"
)
@near("B10", "permanent residence is told, and the family shows China", EmigrationKind.PERMANENT, "", needs="adult")
@near("B10", "a foreign nationality given up", EmigrationKind.NATIONALITY, "已放弃", needs="adult")
def moved(life: Life, kind: EmigrationKind, remark: str) -> None:
    add_always(life, "emigration", emigration(grown_apart(life), kind, remark=remark))


@near("B10", "a foreign nationality, told in both places", needs="adult")
def foreign_and_told(life: Life) -> None:
    foreign_child(life, "CA", "")
    add_always(life, "emigration", emigration(child(life).key, EmigrationKind.NATIONALITY))


@plant("B11", "a grown child has worked abroad for years", 900, EmployerKind.ABROAD, needs="adult")
@plant("B11", "a grown child has studied abroad a full year by the filing day", 0, EmployerKind.STUDENT, needs="adult")
@near("B11", "a grown child's studies abroad are a day short of a year", -1, EmployerKind.STUDENT, needs="adult")
def work_abroad(life: Life, days: int, kind: EmployerKind) -> None:
    key = grown_apart(life)
    filed = life.now.filed_on
    since = filed.replace(year=filed.year - 1) + DAY - days * DAY
    rows = life.now.rows["employment"]
    abroad = {"employer": "当地机构", "employer_kind": kind, "post": "", "country": "NZ", "since": since}
    life.now.rows["employment"] = tuple(replace(row, **abroad) if row.who == key else row for row in rows)


@plant("B12", "eight months abroad told as a year", 240, needs="adult")
@plant("B12", "a year but for a day", 363, needs="adult")
@near("B12", "a year to the day", 364, needs="adult")
def stay(life: Life, days: int) -> None:
    since = date(life.now.year - 1, 6, 1)
    who = grown_apart(life)
    add(
        life,
        "residence_abroad",
        ResidenceAbroad(who=who, country="JP", city="大阪", since=since, until=since + days * DAY),
    )


@plant("B12", "abroad since half a year", 180, needs="adult")
@plant("B12", "abroad for a year the day after the filing day", -1, needs="adult")
@near("B12", "abroad for a year on the filing day", 0, needs="adult")
def still_abroad(life: Life, short: int) -> None:
    filed = life.now.filed_on
    since = filed.replace(year=filed.year - 1) + DAY
    since += short * DAY if short > 0 else -short * DAY
    add(life, "residence_abroad", ResidenceAbroad(who=grown_apart(life), country="JP", city="大阪", since=since))


@plant("B13", "the year abroad goes on after the move", 40, needs="adult")
@plant("B13", "the year abroad goes on one day after the move", 1, needs="adult")
@near("B13", "the year abroad ends on the day of the move", 0, needs="adult")
def both_tables(life: Life, days: int) -> None:
    who = grown_apart(life)
    moved_on = date(life.now.year, 4, 1)
    row = ResidenceAbroad(who=who, country="CA", city="多伦多", since=date(life.now.year - 3, 2, 1))
    life.before.rows["residence_abroad"] = (*life.before.rows.get("residence_abroad", ()), row)
    add(life, "residence_abroad", replace(row, until=moved_on + days * DAY))
    add(life, "emigration", emigration(who, EmigrationKind.PERMANENT, since=moved_on))


@plant("B18", "a share abroad that stands in the table of businesses alone", True, False, needs="firm")
@plant("B18", "a share abroad that stands in the table of investments alone", False, True, needs="spouse")
@near("B18", "a share abroad that stands in both tables", True, True, needs="firm")
def business_abroad(life: Life, firm: bool, share: bool) -> None:
    from declare.items.choices import CompanyKind

    if firm:
        change_always(life, "businesses", kind=CompanyKind.OVERSEAS, company="香港和昌有限公司", uscc=unlike(life, 8))
    if share:
        row = InvestmentAbroad(
            holder=spouse(life).key,
            country="HK",
            city="香港",
            kind=OverseasKind.COMPANY,
            what="持有公司股权",
            currency="HKD",
            amount=Decimal("20.00"),
            since=date(2019, 1, 8),
        )
        add_always(life, "investments_abroad", row)


@plant("B32", "the spouse lives abroad, and nobody has an account there", "", needs="spouse")
@plant("B32", "the spouse lives abroad, and the account is in another country", "JP", needs="spouse")
@near("B32", "the spouse lives abroad, and the declarant has an account there", "AU", needs="spouse")
def spouse_abroad(life: Life, country: str) -> None:
    who, since = spouse(life).key, date(life.reports[0].year - 2, 9, 1)
    for student in {stay.who for stay in life.reports[0].rows.get("residence_abroad", ())}:
        job(life, student, employer="江东大学", country="CN")
    put_always(life, "residence_abroad", ResidenceAbroad(who=who, country="AU", city="悉尼", since=since))
    put_always(life, "deposits_abroad")
    job(life, who, employer="当地大学", employer_kind=EmployerKind.STUDENT, post="", country="AU", since=since)
    for at, report in enumerate(life.reports if country else []):
        amount = Decimal("1.50") + Decimal("0.20") * at
        row = DepositAbroad(
            holder="self",
            country=country,
            city="当地",
            bank="中国银行当地分行",
            account_number=f"{life.number:07d}88",
            currency="USD",
            amount=amount,
        )
        report.rows["deposits_abroad"] = (row,)


def passport(life: Life, *, issued: date, expires: date) -> Passport:
    """A passport in custody."""
    return Passport(number=f"E{unlike(life, 8)}", issued=issued, expires=expires, custodian=CUSTODIAN)


def permit(life: Life, *, since: date, kind: PermitKind = PermitKind.HK_MACAO) -> Permit:
    """A permit in custody, valid for five years."""
    letter = "C" if kind is PermitKind.HK_MACAO else "L"
    return Permit(
        kind=kind,
        number=letter + unlike(life, 8),
        valid_from=since,
        valid_to=since.replace(year=since.year + 5) - DAY,
        custodian=CUSTODIAN,
    )


def papers(life: Life, held: tuple[Passport, ...] = (), permits: tuple[Permit, ...] = ()) -> None:
    """These papers and no journeys, in every report."""
    put_always(life, "passports", *held)
    put_always(life, "permits", *permits)
    put_always(life, "trips_abroad")
    put_always(life, "trips_hkmt")
    put(life, "trips_abroad")
