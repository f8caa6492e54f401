"""What happens in a demo household: work, papers, trips, studies abroad, and what changes from one year to the next."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from declare.demo import numbers
from declare.demo.families import Household
from declare.demo.holdings import wan
from declare.items.choices import EmployerKind, MaritalChange, MaritalState, PermitKind, Relation, TripPurpose
from declare.items.emigration import ResidenceAbroad
from declare.items.employment import Employment
from declare.items.labour_income import LabourIncome
from declare.items.marriage import Marriage
from declare.items.passports import Passport, TripAbroad
from declare.items.permits import Permit, TripHkmt
from declare.items.profile import Member
from declare.items.wages import Wages

CUSTODIAN = "江东消防救援总队政治部"
EMPLOYERS = (
    ("江东市第三中学", EmployerKind.INSTITUTION, "教师"),
    ("江东市人民医院", EmployerKind.INSTITUTION, "护士"),
    ("江东市自来水公司", EmployerKind.SOE, "职员"),
    ("江东市图书馆", EmployerKind.INSTITUTION, "馆员"),
    ("江东市税务局", EmployerKind.PARTY_STATE, "科员"),
)
TRIPS = ("JP", "TH", "SG", "NZ")
STUDIES = (("AU", "墨尔本", "AUD"), ("GB", "利兹", "GBP"), ("CA", "多伦多", "CAD"))


def marriage(random: Random, home: Household) -> Marriage:
    """Married with a spouse; unmarried or divorced without."""
    state = MaritalState.MARRIED if home.spouse else random.choice((MaritalState.SINGLE, MaritalState.DIVORCED))
    return Marriage(state=state, change=MaritalChange.NONE)


def passports(random: Random, home: Household, *, sure: bool = False) -> tuple[Passport, ...]:
    """An ordinary passport, kept by the political department, for seven in ten."""
    if random.random() > 0.7 and not sure:
        return ()
    issued = date(home.day.year - random.randint(2, 6), random.randint(1, 12), random.randint(1, 28))
    expires = issued.replace(year=issued.year + 10) - timedelta(days=1)
    return (Passport(number=numbers.passport(random), issued=issued, expires=expires, custodian=CUSTODIAN),)


def permits(random: Random, home: Household, *, sure: bool = False) -> tuple[Permit, ...]:
    """A permit for Hong Kong and Macao for six in ten."""
    if random.random() > 0.6 and not sure:
        return ()
    since = date(home.day.year - 2, random.randint(1, 12), random.randint(1, 28))
    return (
        Permit(
            kind=PermitKind.HK_MACAO,
            number=numbers.hk_macao_permit(random),
            valid_from=since,
            valid_to=since.replace(year=since.year + 5) - timedelta(days=1),
            custodian=CUSTODIAN,
        ),
    )


def trips_abroad(
    random: Random, held: tuple[Passport, ...], year: int, *, sure: bool = False
) -> tuple[TripAbroad, ...]:
    """One approved holiday in the year for one passport holder in four."""
    if not held or (random.random() > 0.25 and not sure):
        return ()
    left = date(year, random.randint(2, 6), random.randint(1, 20))
    return (
        TripAbroad(
            left=left,
            returned=left + timedelta(days=random.randint(4, 9)),
            countries=random.choice(TRIPS),
            purpose=TripPurpose.TOURISM,
            approved_by=CUSTODIAN,
            passport_number=held[0].number,
        ),
    )


def trips_hkmt(random: Random, held: tuple[Permit, ...], year: int, *, sure: bool = False) -> tuple[TripHkmt, ...]:
    """One approved visit in the second half of the year for one permit holder in five."""
    if not held or (random.random() > 0.2 and not sure):
        return ()
    left = date(year, random.randint(8, 11), random.randint(1, 20))
    return (
        TripHkmt(
            left=left,
            returned=left + timedelta(days=3),
            place="HK",
            purpose=TripPurpose.FAMILY,
            approved_by=CUSTODIAN,
            permit_number=held[0].number,
        ),
    )


def employment(random: Random, home: Household, abroad: dict[str, str]) -> tuple[Employment, ...]:
    """What the spouse, every child and every child's spouse does; `abroad` names who studies where."""
    kin = home.of(Relation.SPOUSE, Relation.CHILD, Relation.CHILD_SPOUSE)
    return tuple(job(random, home, member, abroad.get(member.key, "")) for member in kin)


def job(random: Random, home: Household, member: Member, country: str = "") -> Employment:
    """School age children go to school, the young study, the others work in 江东."""
    years = home.age_of(member)
    if country:
        since = date(home.day.year - 2, 9, 1)
        return Employment(
            who=member.key,
            employer="当地大学",
            employer_kind=EmployerKind.STUDENT,
            senior=False,
            country=country,
            since=since,
        )
    if years < 22:
        kind = EmployerKind.PRESCHOOL if years < 6 else EmployerKind.STUDENT
        employer = "江东市机关幼儿园" if years < 6 else "江东市实验学校" if years < 18 else "江东大学"
        return Employment(who=member.key, employer=employer, employer_kind=kind, senior=False, country="CN")
    employer, employed, post = random.choice(EMPLOYERS)
    since = date(max(home.day.year - years + 23, home.day.year - 15), 8, 1)
    return Employment(
        who=member.key,
        employer=employer,
        employer_kind=employed,
        post=post,
        senior=False,
        country="CN",
        since=min(since, home.day),
    )


def residence(home: Household, student: Member, country: str, city: str) -> ResidenceAbroad:
    """The studies abroad of one child, begun two years before."""
    return ResidenceAbroad(who=student.key, country=country, city=city, since=date(home.day.year - 2, 9, 1))


def wages(level: float, growth: float) -> Wages:
    """A year's pay, net, of a grade; it grows a few percent a year."""
    salary, bonus, other = (wan(part * growth) for part in (level, level * 0.18, level * 0.06))
    return Wages(salary=salary, bonus=bonus, other=other, total=salary + bonus + other)


def lectures(random: Random, *, sure: bool = False) -> tuple[LabourIncome, ...]:
    """Fees for lectures, for one in ten."""
    if random.random() > 0.1 and not sure:
        return ()
    fee = Decimal(random.randint(20, 90)) / 100
    return (LabourIncome(lecturing=fee, total=fee, payers="江东省应急管理培训中心"),)
