"""What a year brings in an honest household: pay grows, prices move, children grow up, papers are renewed, homes sold."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from msgspec.structs import replace

from declare.demo import holdings, lives, numbers
from declare.demo.families import age
from declare.demo.population import family_matters
from declare.demo.population.life import Life, Report
from declare.items.choices import CompanyState, EstateExit, Relation
from declare.items.passports import Passport
from declare.items.profile import Basic, Member
from declare.items.real_estate import RealEstate

STAGES = (6, 18, 22)
"""The ages at which a child's days change: school, university, work."""

RESPELLED = 0.12
MOVES = (0.93, 0.97, 1.04, 1.08)


def filing_day(life: Life, year: int) -> date:
    """A day in January by which the report was due."""
    return date(year + 1, 1, life.random.randint(6, 29))


def with_home(basic: Basic, address: str) -> Basic:
    """The declarant at an address."""
    return replace(basic, home_address=address)


def year_on(life: Life, year: int, needs: frozenset[str]) -> Report:
    """The report a year after the last one."""
    before = life.now
    filed_on = filing_day(life, year)
    basic = before.basic
    signed = before.signed_off and replace(before.signed_off, on=date(year + 1, 1, 30))
    report = Report(year, filed_on, basic, _older(before), dict(before.rows), signed_off=signed)
    _ordinary(life, report, needs)
    _grow(life, before, report)
    if "steady" not in needs:
        family_matters.befall(life, before, report)
        for chance, happens in EVENTS:
            if life.random.random() < chance:
                happens(life, report)
    report.respelled = life.random.random() < RESPELLED
    return report


def _ordinary(life: Life, report: Report, needs: frozenset[str]) -> None:
    """What every year brings: pay, fees, trips, prices, premiums; what was over last year is left out."""
    random, rows, year = life.random, report.rows, report.year
    life.level *= random.uniform(1.02, 1.06)
    rows["wages"] = (lives.wages(life.level, 1.0),)
    rows["labour_income"] = lives.lectures(random, sure="lecture" in needs)
    rows["passports"] = tuple(one for one in rows["passports"] if one.expires.year >= year)
    valid = tuple(one for one in rows["passports"] if one.expires > date(year, 7, 1))
    rows["trips_abroad"] = lives.trips_abroad(random, valid, year, sure="trip" in needs)
    rows["trips_hkmt"] = lives.trips_hkmt(random, rows["permits"], year, sure="visit" in needs)
    rows["real_estate"] = tuple(home for home in rows["real_estate"] if home.exit in (None, EstateExit.NONE))
    firms = rows.get("businesses", ())
    rows["businesses"] = tuple(firm for firm in firms if firm.state in (CompanyState.OPEN, CompanyState.DORMANT))
    stays = rows.get("residence_abroad", ())
    rows["residence_abroad"] = tuple(stay for stay in stays if stay.until is None)
    for key, field in (("stocks", "value"), ("funds", "value"), ("deposits_abroad", "amount")):
        rows[key] = tuple(replace(row, **{field: _moved(life, getattr(row, field))}) for row in rows.get(key, ()))
    paid = (replace(row, paid=row.paid + holdings.wan(random.uniform(1, 3))) for row in rows["insurance"])
    rows["insurance"] = tuple(paid)


def _moved(life: Life, value: Decimal) -> Decimal:
    """A value a year later, a few percent up or down."""
    return holdings.wan(float(value) * life.random.choice(MOVES))


def _older(before: Report) -> list[Member]:
    """The family a year on: who left is listed no longer, what changed last year is told no longer."""
    kept = [member for member in before.members if member.change not in family_matters.LEFT]
    return [replace(member, change=None, change_date=None) if member.change else member for member in kept]


def _grow(life: Life, before: Report, report: Report) -> None:
    """Children who reach the age of school, university or work."""
    then, now = date(before.year + 1, 1, 1), date(report.year + 1, 1, 1)
    abroad = {stay.who for stay in report.rows["residence_abroad"]}
    for at, member in enumerate(report.members):
        if member.relation is not Relation.CHILD or member.key in abroad or not member.born:
            continue
        reached = [stage for stage in STAGES if age(member.born, then) < stage <= age(member.born, now)]
        if reached:
            life.household.day = now
            jobs = [row for row in report.rows["employment"] if row.who != member.key]
            report.rows["employment"] = (*jobs, lives.job(life.random, life.household, member))
            if reached[0] >= 18 and (reached[0] == 22 or life.random.random() < 0.5):
                report.members[at] = replace(member, cohabiting=False)


def _renew_passport(life: Life, report: Report) -> None:
    """The passport is about to expire: it is listed once more beside the new one."""
    held = report.rows["passports"]
    if len(held) != 1 or held[0].number not in {one.number for one in life.reports[0].rows["passports"]}:
        return
    last = date(report.year, life.random.randint(8, 12), life.random.randint(1, 28))
    issued = date(report.year, 7, life.random.randint(2, 28))
    first = last.replace(year=last.year - 10) + timedelta(days=1)
    old = replace(held[0], issued=first, expires=last, remark="到期已换发")
    new = Passport(
        number=numbers.passport(life.random),
        issued=issued,
        expires=issued.replace(year=issued.year + 10) - timedelta(days=1),
        custodian=held[0].custodian,
    )
    for earlier in life.reports:
        earlier.rows["passports"] = (replace(old, remark=""),)
    report.rows["passports"] = (old, new)


def _renew_certificate(life: Life, report: Report) -> None:
    """A home gets a certificate of the new form; it was measured anew, within three in a hundred."""
    homes = report.rows["real_estate"]
    area = (homes[0].area * Decimal("1.01")).quantize(Decimal("0.01"))
    renewed = replace(homes[0], certificate=numbers.title(life.random, report.year), area=area)
    report.rows["real_estate"] = (renewed, *homes[1:])


def move_house(life: Life, report: Report) -> None:
    """The first home is sold and one bought that costs about as much more as the family can save."""
    homes = report.rows["real_estate"]
    if any(home.exit is not None for home in homes) or homes[0].traded >= f"{report.year - 2}":
        return
    old = homes[0]
    got = holdings.wan(float(old.area) * life.random.uniform(0.9, 1.4))
    month = life.random.randint(3, 9)
    sold = replace(old, exit=EstateExit.SOLD, exit_date=f"{report.year}-{month:02d}", exit_price=got)
    new = _bought(life, report, price=got + holdings.wan(life.random.uniform(1, 20)), month=month + 1, sale=got)
    report.rows["real_estate"] = (sold, *homes[1:], new)
    report.basic = with_home(report.basic, new.address)


def _bought(life: Life, report: Report, *, price: Decimal, month: int, sale: Decimal) -> RealEstate:
    """A home bought with what another one was sold for, and savings."""
    home = holdings.new_dwelling(life.random, life.household)
    return replace(
        home,
        owners=report.rows["real_estate"][0].owners,
        ownership=report.rows["real_estate"][0].ownership,
        certificate=numbers.title(life.random, report.year),
        traded=f"{report.year}-{month:02d}",
        area=(price / Decimal("1.1")).quantize(Decimal("0.01")),
        price=price,
        funding=f"出售原住房所得{sale}万元，历年积蓄{price - sale}万元",
    )


def _close_firm(life: Life, report: Report) -> None:
    """The firm is deregistered or sold, and shown once more with that state."""
    state = life.random.choice((CompanyState.CANCELLED, CompanyState.TRANSFERRED))
    report.rows["businesses"] = tuple(replace(firm, state=state) for firm in report.rows["businesses"])


def _come_home(life: Life, report: Report) -> None:
    """Studies abroad end, and the child finds work at home; the account is closed."""
    stays = report.rows["residence_abroad"]
    if not stays:
        return
    back = date(report.year, 7, life.random.randint(1, 28))
    report.rows["residence_abroad"] = tuple(replace(stay, until=back) for stay in stays)
    report.rows["deposits_abroad"] = ()
    gone = {stay.who for stay in stays}
    jobs = report.rows["employment"]
    report.rows["employment"] = tuple(
        replace(
            job,
            employer="江东市图书馆",
            employer_kind=lives.EMPLOYERS[3][1],
            post="馆员",
            country="CN",
            since=date(report.year, 9, 1),
        )
        if job.who in gone
        else job
        for job in jobs
    )
    report.members[:] = [replace(one, cohabiting=False) if one.key in gone else one for one in report.members]


EVENTS: tuple[tuple[float, Callable[[Life, Report], None]], ...] = (
    (0.06, _renew_passport),
    (0.05, _renew_certificate),
    (0.04, move_house),
    (0.08, _close_firm),
    (0.3, _come_home),
)
"""What happens to some, and to how many."""
