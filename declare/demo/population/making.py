"""How an honest declarant is made: the person, the family, the first report, and a report a year after it."""

from datetime import date

from declare.demo import families, holdings, lives, names, numbers
from declare.demo.corps import POSTS
from declare.demo.families import Household
from declare.demo.numbers import Counted
from declare.demo.population import passing
from declare.demo.population.life import Life, Report
from declare.demo.population.world import World
from declare.demo.reports import Rows
from declare.items.choices import FilingKind, Relation, Sex
from declare.items.filing import SignedOff
from declare.items.profile import Basic
from declare.items.vehicles import Vehicle

AGES = {"minor": (34, 39), "student": (47, 51), "adult": (51, 56), "in_law": (57, 59)}
"""How old a declarant is who is to have such a child."""

RESPELLED = 0.12
THREE_YEARS = 0.35
CAR_SHARE = 0.4
FIRM_SHARE = 0.12


def honest(world: World, number: int, needs: frozenset[str] = frozenset()) -> Life:
    """One honest declarant through two or three years; `needs` names what there has to be."""
    random = Counted.of(world.seed, number)
    three = random.random() < THREE_YEARS or "three" in needs
    years = range(world.year - (2 if three else 1), world.year + 1)
    basic, born, level = _cadre(random, world, number, needs)
    household = families.household(random, basic, born, date(years[0] + 1, 1, 1), needs=needs)
    life = Life(number, world, random, household, level, managed_by="ZD")
    life.reports.append(_first(life, years[0], needs))
    for year in years[1:]:
        life.reports.append(passing.year_on(life, year, needs))
    return life


def _cadre(random: Counted, world: World, number: int, needs: frozenset[str]) -> tuple[Basic, date, float]:
    """The person, the day of birth, and the pay of the grade."""
    unit = world.home(number, needs)
    post, grade, level = random.choice(POSTS.get(unit.code, POSTS[""]))
    sex = Sex.FEMALE if random.random() < 0.15 else Sex.MALE
    youngest, oldest = next((ages for word, ages in AGES.items() if word in needs), (37, 56))
    born = date(world.year - random.randint(youngest, oldest), random.randint(1, 12), random.randint(1, 28))
    basic = Basic(
        name=names.full(random, sex),
        sex=sex,
        ethnicity="汉族",
        political_status="中共党员",
        id_number=numbers.identity_number(random, born, sex),
        unit=unit.code,
        post=post,
        grade=grade,
        portfolio="灭火救援、队务管理" if number % 3 else "防火监督、消防行政审批",
        jurisdiction=unit.region,
        in_post_since=date(world.year - random.randint(4, 9), random.randint(1, 12), 1),
    )
    return basic, born, level


def _first(life: Life, year: int, needs: frozenset[str]) -> Report:
    """The first report, in full."""
    rows = _belongings(life, year, needs)
    homes = rows["real_estate"]
    life.household.basic = passing.with_home(life.household.basic, homes[0].address)
    return Report(
        year=year,
        filed_on=passing.filing_day(life, year),
        basic=life.household.basic,
        members=life.household.members,
        rows=rows,
        kind=FilingKind.FIRST,
        signed_off=signed_off(life, year),
        respelled=life.random.random() < RESPELLED,
    )


def signed_off(life: Life, year: int) -> SignedOff | None:
    """The head of the unit reads and signs the reports of those whom a higher body manages."""
    if life.managed_by in ("", life.household.basic.unit):
        return None
    return SignedOff(by="本单位主要负责人", on=date(year + 1, 1, 30))


def _belongings(life: Life, year: int, needs: frozenset[str]) -> Rows:
    """Everything there is to report of the first year."""
    random, home = life.random, life.household
    abroad, found = _studies(random, home, sure="student" in needs)
    passports = lives.passports(random, home, sure="passport" in needs)
    permits = lives.permits(random, home, sure="permit" in needs)
    rows: Rows = found | {
        "marriage": (lives.marriage(random, home),),
        "passports": passports,
        "trips_abroad": lives.trips_abroad(random, passports, year),
        "permits": permits,
        "trips_hkmt": lives.trips_hkmt(random, permits, year),
        "employment": lives.employment(random, home, abroad),
        "wages": (lives.wages(life.level, 1.0),),
        "labour_income": lives.lectures(random),
        "real_estate": holdings.homes(random, home, parking="parking" in needs),
        "stocks": holdings.stocks(random, home, sure="stock" in needs),
        "funds": holdings.funds(random, home, sure="fund" in needs),
        "insurance": holdings.insurance(random, home, sure="policy" in needs),
    }
    if random.random() < CAR_SHARE:
        rows["vehicles"] = (_car(random, year),)
    if home.spouse and (random.random() < FIRM_SHARE or "firm" in needs):
        rows["businesses"] = (holdings.company(random, home.spouse, home),)
    return rows


def _car(random: Counted, year: int) -> Vehicle:
    """A car of some years."""
    plate = f"苏Z{random.unlike(7):07d}"
    bought = f"{year - random.randint(1, 7)}-{random.randint(1, 12):02d}"
    return Vehicle(
        owner="self", plate=plate, model="江东轿车", bought=bought, price=holdings.wan(random.uniform(9, 24))
    )


def _studies(random: Counted, home: Household, *, sure: bool) -> tuple[dict[str, str], Rows]:
    """For some, a child of 19 to 24 who studies abroad, and the account that pays for it."""
    children = home.of(Relation.CHILD)
    students = [child for child in children if 19 <= home.age_of(child) <= 24] or (children if sure else [])
    if not students or (random.random() > 0.5 and not sure):
        return {}, {}
    student = students[0]
    country, city, currency = random.choice(lives.STUDIES)
    return {student.key: country}, {
        "residence_abroad": (lives.residence(home, student, country, city),),
        "deposits_abroad": (holdings.account_abroad(random, country, city, currency),),
    }
