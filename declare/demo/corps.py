"""The whole demo corps: one 总队, three 支队, sixty cadres, the people who check and run the system, and two years of records."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from random import Random

from declare.demo import families, names, numbers
from declare.demo.events import events
from declare.demo.faults import FAULTS, Fault
from declare.demo.reports import Story, story
from declare.interchange.records import AnyRecord, PersonRecord, UnitRecord
from declare.items.choices import Sex
from declare.items.profile import Basic

CADRES = 60
SEED = 20260101

HEADQUARTERS = UnitRecord(code="ZD", name="江东省消防救援总队", parent="", region="320000", site="")
BRIGADES = (
    UnitRecord(code="JD", name="江东市消防救援支队", parent="ZD", region="320100", site=""),
    UnitRecord(code="HD", name="海东市消防救援支队", parent="ZD", region="320600", site=""),
    UnitRecord(code="LJ", name="临江市消防救援支队", parent="ZD", region="320300", site=""),
)
UNITS = (HEADQUARTERS, *BRIGADES)

POSTS = {
    "ZD": (
        ("副总队长", "一级指挥长", 21.5),
        ("政治部主任", "二级指挥长", 19.6),
        ("防火监督处处长", "二级指挥长", 18.8),
    ),
    "": (
        ("支队长", "二级指挥长", 18.4),
        ("政治委员", "二级指挥长", 18.3),
        ("副支队长", "三级指挥长", 16.9),
        ("防火监督科科长", "三级指挥长", 15.8),
    ),
}
"""Posts, grades and yearly salaries in 万元, of the 总队 and of a 支队."""

STAFF = (
    ("personnel", "人事处干部", "一级指挥员"),
    ("unit_head", "总队长", "高级指挥长"),
    ("reviewer", "纪检处干部", "一级指挥员"),
    ("reviewer", "纪检处副处长", "三级指挥长"),
    ("discipline_lead", "纪检处处长", "二级指挥长"),
    ("auditor", "审计处干部", "一级指挥员"),
    ("releasing_officer", "办公室主任", "三级指挥长"),
    ("system_admin", "信息通信处工程师", "二级指挥员"),
    ("security_admin", "信息通信处工程师", "二级指挥员"),
    ("audit_admin", "信息通信处工程师", "二级指挥员"),
)
"""Who checks and runs the system: role, post, grade."""


@dataclass(frozen=True, slots=True)
class Planted:
    """One planted fault and whose report it is in."""

    fault: Fault
    declarant: str
    year: int


@dataclass(slots=True)
class Corps:
    """Everything the demo holds. `logins` names the account of every identity number."""

    year: int
    people: list[PersonRecord] = field(default_factory=list)
    stories: list[Story] = field(default_factory=list)
    planted: list[Planted] = field(default_factory=list)
    logins: dict[str, str] = field(default_factory=dict)
    others: dict[str, list[AnyRecord]] = field(default_factory=dict)

    def records(self) -> Iterator[tuple[str, AnyRecord]]:
        """Every record in the order it can be loaded in, with the name of the file it belongs in."""
        for unit in UNITS:
            yield "units", unit
        for person in self.people:
            yield "persons", person
        for told in self.stories:
            for filing in told.filings():
                yield "declarations", filing
        for file, records in self.others.items():
            for record in records:
                yield file, record


def corps(year: int, *, seed: int = SEED) -> Corps:
    """The demo corps whose last reports are on `year`; the same seed and year give the same corps."""
    random = Random(seed)  # noqa: S311 — invented people need no secrecy
    made = Corps(year)
    for index in range(CADRES):
        made.stories.append(_cadre(random, index, year))
    _plant(made)
    for told in made.stories:
        basic = told.household.basic
        made.people.append(PersonRecord(basic, managed_by="ZD", roles=("declarant",), ref=told.ref))
        made.logins[basic.id_number] = told.ref
    _staff(random, made)
    made.others = events(random, made.stories, year)
    return made


def _cadre(random: Random, index: int, year: int) -> Story:
    """One cadre with the family: every fourth serves at the 总队, the others in turn in the 支队."""
    unit = HEADQUARTERS if index % 4 == 0 else BRIGADES[index % 4 - 1]
    post, grade, level = random.choice(POSTS.get(unit.code, POSTS[""]))
    sex = Sex.FEMALE if random.random() < 0.15 else Sex.MALE
    born = date(year - random.randint(37, 56), random.randint(1, 12), random.randint(1, 28))
    basic = Basic(
        name=names.full(random, sex),
        sex=sex,
        ethnicity="汉族",
        political_status="中共党员",
        id_number=numbers.identity_number(random, born, sex),
        unit=unit.code,
        post=post,
        grade=grade,
        portfolio="灭火救援、队务管理" if index % 3 else "防火监督、消防行政审批",
        jurisdiction=unit.region,
        home_address=f"江东省江东市临江区和平路{random.randint(1, 199)}号{random.randint(1, 20)}幢{random.randint(101, 1804)}室",
        in_post_since=date(year - random.randint(3, 8), random.randint(1, 12), 1),
    )
    household = families.household(random, basic, born, date(year, 1, 1))
    return story(random, household, ref=f"cadre{index + 1:02d}", level=level, years=(year - 1, year))


def _plant(made: Corps) -> None:
    """Puts every fault into the first household it fits that has none yet."""
    free = list(made.stories)
    for fault in FAULTS:
        told = next(candidate for candidate in free if fault.fits(candidate))
        free.remove(told)
        fault.plant(told)
        made.planted.append(Planted(fault, told.household.basic.id_number, made.year))


def _staff(random: Random, made: Corps) -> None:
    """The people who check and run the system; they serve at the 总队."""
    counts: dict[str, int] = {}
    for role, post, grade in STAFF:
        counts[role] = counts.get(role, 0) + 1
        sex = random.choice((Sex.MALE, Sex.FEMALE))
        born = date(made.year - random.randint(30, 52), random.randint(1, 12), random.randint(1, 28))
        basic = Basic(
            name=names.full(random, sex),
            sex=sex,
            id_number=numbers.identity_number(random, born, sex),
            unit=HEADQUARTERS.code,
            post=post,
            grade=grade,
        )
        login = role.replace("_", "-") + (str(counts[role]) if counts[role] > 1 else "")
        made.people.append(PersonRecord(basic, managed_by="ZD", roles=(role,), ref=login))
        made.logins[basic.id_number] = login
