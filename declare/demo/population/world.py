"""What all declarants of a population share: the units, whom they manage, lists of venues and prices, the office."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import cycle, islice

from declare.demo.corps import BRIGADES, HEADQUARTERS
from declare.demo.numbers import Counted, company_code
from declare.demo.population.answers import Answer
from declare.interchange.records import AnyRecord, ExtractRecord, UnitRecord, WorkRecord
from declare.items.registries import REGISTRIES, Managed, ReferencePrice, Venue
from declare.items.spec import Entry, table_of
from declare.items.work import Assessment, Draw, Duties

PLACES = ("湖南", "广西", "广西蒙山", "宝鸡", "融安", "泉州")
"""The places whose local numbers some units follow."""

CITY = "安宁平和永兴广源长泰清远新康文昌明德"
MANAGED_NAMES = (
    "江东鼎新商业管理有限公司",
    "江东云港仓储有限公司",
    "海东星河影城有限公司",
    "临江盛华酒店有限公司",
    "江东百川化工有限公司",
    "海东明远医院",
    "江东恒泰物业服务有限公司",
    "临江远航物流有限公司",
)
VENUES = (("江东云顶私人会所", "私人会所"), ("海东听涛阁", "高消费场所"), ("临江御园会馆", "私人会所"))
PRICES = (("飞天茅台酒", "2600.00"), ("中华香烟（条）", "700.00"), ("龙井茶礼盒", "900.00"), ("苏绣屏风", "3200.00"))
EACH_UNIT = 60
"""How many declarants a 支队 has."""

UNASSESSED = ("managed", "venues", "prices", "roster")
ASSESSED_LATE = ("marriage", "exit_documents", "employment", "real_estate", "tax")
"""Registers that are in use and were not assessed, or not before their first extract, where faults are planted."""

OWNER = 10**6
"""Whose numbers the office's own are: no declarant is counted so far."""


@dataclass(frozen=True, slots=True)
class World:
    """The corps around the declarants. `year` is the last year reported on; `sites` the unit of every local place."""

    people: int
    year: int
    seed: int
    units: tuple[UnitRecord, ...]
    sites: dict[str, str]
    managed: tuple[Managed, ...]
    faults: bool = False
    named: dict[str, UnitRecord] = field(default_factory=dict)

    @property
    def today(self) -> date:
        """The day the last lists were received on: the day of the check."""
        return date(self.year + 1, 6, 1)

    def home(self, number: int, needs: frozenset[str]) -> UnitRecord:
        """The unit of a declarant: one with the local place asked for, else in turn one without."""
        if "headquarters" in needs:
            return HEADQUARTERS
        place = next((word[5:] for word in needs if word.startswith("site:")), "")
        if place:
            return self.named[self.sites[place]]
        brigades = len(self.units) - len(PLACES)
        return self.units[number % brigades if "brigade" not in needs else 1 + number % (brigades - 1)]

    def answers(self) -> Iterator[Answer]:
        """What is planted in the office itself: registers in use that nobody assessed in time."""
        for keys, variant in ((UNASSESSED, "a register nobody assessed"), (ASSESSED_LATE, "a register assessed late")):
            for key in keys if self.faults else ():
                yield Answer(rule="H07", variant=variant, declarant=None, year=self.year + 1, ref=f"registry {key}")

    def records(self) -> Iterator[tuple[str, AnyRecord]]:
        """Units first, then the lists, then the work of the office, each with the name of its file."""
        yield from (("units", unit) for unit in self.units)
        for row in (*self.managed, *_venues(self.year), *_prices(self.year)):
            yield "registries", ExtractRecord(table_of(type(row)), self.today, row)
        yield from (("work", _work(row, ref)) for ref, row in _office(self.year, self.people, faults=self.faults))


def world(people: int, year: int, seed: int, *, faults: bool = False) -> World:
    """The corps of so many declarants."""
    brigades = tuple(islice(_brigades(), max(3, people // EACH_UNIT)))
    sited = tuple(
        UnitRecord(code=f"SX{at}", name=f"江东{place}消防救援支队", parent="ZD", region=f"3290{at}0", site=place)
        for at, place in enumerate(PLACES, 1)
    )
    units = (HEADQUARTERS, *brigades, *sited)
    chance = Counted.of(seed, OWNER)
    managed = tuple(
        Managed(unit="ZD", name=name, uscc=company_code(chance), why="消防安全重点单位") for name in MANAGED_NAMES
    )
    sites = {unit.site: unit.code for unit in sited}
    return World(people, year, seed, units, sites, managed, faults, {unit.code: unit for unit in units})


def _brigades() -> Iterator[UnitRecord]:
    """支队 after 支队: the three of the demo, then others of invented cities."""
    yield from BRIGADES
    at = 3
    while True:
        at += 1
        letters = "".join(CITY[at // len(CITY) ** place % len(CITY)] for place in range(3))
        yield UnitRecord(
            code=f"B{at:04d}", name=f"{letters}市消防救援支队", parent="ZD", region=f"32{at % 89 + 10}00", site=""
        )


def _venues(year: int) -> Iterator[Venue]:
    """Places a public servant stays away from."""
    for name, kind in VENUES:
        yield Venue(name=name, kind=kind, since=date(year - 4, 1, 1))


def _prices(year: int) -> Iterator[ReferencePrice]:
    """What things are worth."""
    for what, value in PRICES:
        yield ReferencePrice(what=what, value=Decimal(value), as_of=date(year - 1, 7, 1))


def _office(year: int, people: int, *, faults: bool) -> Iterator[tuple[str, Entry]]:
    """Draws of a tenth in every year, duties kept apart, every source assessed before it was used."""
    for one in (year - 1, year):
        yield f"draw-{one}", Draw(year=one, eligible=people, sampled=-(-people // 10), seed=f"{one}-江东")
    for account, role in zip(("xtgl", "aqgl", "sjgl"), cycle(("system_admin", "security_admin", "audit_admin"))):
        yield f"duties-{account}", Duties(account=account, roles=(role,))
    for registry in REGISTRIES:
        late = faults and registry.key in ASSESSED_LATE
        on = date(year + 1, 5, 20) if late else date(year - 3, 3, 1)
        if not (faults and registry.key in UNASSESSED):
            yield f"assessment-{registry.key}", Assessment(of=registry.key, on=on)
    yield "assessment-rules", Assessment(of="rules", on=date(year - 3, 3, 1))


def _work(row: Entry, ref: str) -> WorkRecord:
    """A work record."""
    return WorkRecord(table_of(type(row)), row, ref)
