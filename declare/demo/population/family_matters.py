"""Marriages, divorces, births and deaths in an honest family, reported within thirty days and shown in the next report."""

from datetime import date, timedelta

from msgspec.structs import replace

from declare.demo import lives
from declare.demo.families import age, new_in_law, new_member, new_spouse
from declare.demo.population.life import Life, Report
from declare.items.choices import FamilyChange, FilingKind, MaritalChange, MaritalState, Ownership, Relation, Sex
from declare.items.marriage import Marriage
from declare.items.profile import Member

LEFT = (FamilyChange.DIVORCE, FamilyChange.DEATH)


def befall(life: Life, before: Report, report: Report) -> None:
    """What happens in some families in a year, at most one thing each."""
    chance = life.random.random()
    married = any(one.relation is Relation.SPOUSE for one in report.members)
    children = [one for one in report.members if one.relation is Relation.CHILD]
    if not married and before.members == report.members and chance < 0.12:
        marry(life, report)
    elif married and len(children) < 2 and chance < 0.03:
        divorce(life, report)
    elif married and chance < 0.06 and report.year - life.household.born.year < 45:
        _birth(life, report, len(children) + 1)
    elif chance > 0.97:
        _bury(life, report)
    elif chance > 0.93:
        _marry_off(life, report)


def event_day(life: Life, report: Report) -> date:
    """Some day after the last report and well before the next."""
    return date(report.year, 3, 1) + timedelta(days=life.random.randint(0, 240))


def marry(life: Life, report: Report) -> None:
    """The declarant marries, and tells it within thirty days."""
    day = event_day(life, report)
    partner = new_spouse(life.random, life.household, f"sp{report.year}")
    report.members.append(replace(partner, change=FamilyChange.MARRIAGE, change_date=day))
    was = report.rows["marriage"][0].state
    change = MaritalChange.MARRIED if was is MaritalState.SINGLE else MaritalChange.REMARRIED
    row = Marriage(state=MaritalState.MARRIED, change=change, change_date=day, reason="登记结婚")
    report.rows["marriage"] = (row,)
    job = lives.job(life.random, life.household, partner)
    report.rows["employment"] = (*report.rows["employment"], job)
    _tell(life, report, day, row)


def divorce(life: Life, report: Report) -> None:
    """A marriage ends by agreement; the home stays with the declarant, the other's things go."""
    day = event_day(life, report)
    at, partner = next((at, one) for at, one in enumerate(report.members) if one.relation is Relation.SPOUSE)
    report.members[at] = replace(partner, change=FamilyChange.DIVORCE, change_date=day, cohabiting=False)
    row = Marriage(state=MaritalState.DIVORCED, change=MaritalChange.DIVORCED, change_date=day, reason="协议离婚")
    report.rows["marriage"] = (row,)
    _drop(report, partner.key)
    _tell(life, report, day, row)


def _drop(report: Report, key: str) -> None:
    """Leaves out what belongs to somebody who left the family."""
    rows = report.rows
    for table, field in (("employment", "who"), ("businesses", "who"), ("stocks", "holder"), ("funds", "holder")):
        rows[table] = tuple(row for row in rows.get(table, ()) if getattr(row, field) != key)
    rows["insurance"] = tuple(row for row in rows["insurance"] if row.holder != key)
    rows["real_estate"] = tuple(
        replace(home, owners=("self",), ownership=Ownership.SOLE) if key in home.owners else home
        for home in rows["real_estate"]
    )


def _tell(life: Life, report: Report, day: date, row: Marriage) -> None:
    """Reports a change of marriage within thirty days; some on the last of them."""
    filed_on = day + timedelta(days=life.random.choice((3, 12, 21, 30)))
    life.file(
        FilingKind.CHANGE,
        year=report.year,
        filed_on=filed_on,
        about="marriage",
        on=day,
        rows={"marriage": (row,)},
        members=[_as_of(one, filed_on) for one in report.members],
    )


def _as_of(member: Member, day: date) -> Member:
    """A member in a report of a day: whoever comes of age later in the year still lives with the parents."""
    minor = member.relation is Relation.CHILD and member.born and age(member.born, day) < 18
    return replace(member, cohabiting=True) if minor else member


def _birth(life: Life, report: Report, number: int) -> None:
    """A child is born."""
    day = event_day(life, report)
    sex = life.random.choice((Sex.MALE, Sex.FEMALE))
    surname = life.household.basic.name[0]
    child = new_member(life.random, f"c{number}", Relation.CHILD, sex, day, cohabiting=True, surname=surname)
    report.members.append(replace(child, change=FamilyChange.BIRTH, change_date=day))
    life.household.day = date(report.year + 1, 1, 1)
    report.rows["employment"] = (*report.rows["employment"], lives.job(life.random, life.household, child))


def _bury(life: Life, report: Report) -> None:
    """A parent dies."""
    day = event_day(life, report)
    for at, member in enumerate(report.members):
        if member.relation is Relation.PARENT:
            report.members[at] = replace(member, change=FamilyChange.DEATH, change_date=day)


def _marry_off(life: Life, report: Report) -> None:
    """A grown child marries."""
    wed = {one.spouse_of for one in report.members}
    single = [one for one in report.members if _grown(one, report.year) and one.key not in wed]
    abroad = {stay.who for stay in report.rows["residence_abroad"]}
    for child in [one for one in single if one.key not in abroad][:1]:
        partner = new_in_law(life.random, child)
        day = event_day(life, report)
        report.members.append(replace(partner, change=FamilyChange.MARRIAGE, change_date=day))
        report.rows["employment"] = (
            *report.rows["employment"],
            lives.job(life.random, life.household, partner),
        )


def _grown(member: Member, year: int) -> bool:
    """Whether a child is of an age to marry."""
    return member.relation is Relation.CHILD and bool(member.born) and year - (member.born or date.max).year >= 25
