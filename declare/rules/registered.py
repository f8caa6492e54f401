"""登记 · What registers say of a family, made ready to be compared with one report: whom it is about, up to the filing day."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from operator import attrgetter
from typing import Any, TypeVar

from declare.items.businesses import Business
from declare.items.choices import CompanyState, Relation
from declare.items.real_estate import RealEstate
from declare.items.registries import (
    Crossing,
    ExitDocument,
    FirmRecord,
    ForeignAccount,
    FundHolding,
    JobRecord,
    JudicialRecord,
    MarriageRecord,
    OverseasStatus,
    PolicyRecord,
    ShareHolding,
    TitleRecord,
)
from declare.items.registries.choices import PolicyState, TitleState
from declare.items.securities import Fund, Insurance, Stock
from declare.items.spec import Entry
from declare.law import Dated, Text
from declare.rules.addresses import read
from declare.rules.facts import SELF, Facts, answered, once
from declare.rules.finding import Found, finding, value_on
from declare.rules.firms import Firm, firm, one_firm
from declare.rules.homes import Home, home, homes, one_home
from declare.rules.kinship import household, present
from declare.rules.matching import SAME, Paired, paired
from declare.rules.positions import Position, held_on, one_position, positions

R = TypeVar("R", bound=Entry)
Row = tuple[str, R]

CHECKED = "2026-11-01"
VALUED_WITHIN = Dated(
    "F13.valued_within_days",
    {"2017-02-08": 10},
    basis=None,
    checked=CHECKED,
    title=Text("登记市值的日期在报告日之前不超过", "A registered value is at most this old on the filing day"),
    unit=Text("天", "days"),
)

_DAYS: dict[type[Entry], Callable[[Any], date | None]] = {
    MarriageRecord: attrgetter("registered"),
    ExitDocument: attrgetter("issued"),
    Crossing: attrgetter("left"),
    OverseasStatus: attrgetter("since"),
    JobRecord: attrgetter("since"),
    JudicialRecord: attrgetter("since"),
    TitleRecord: attrgetter("registered"),
    ShareHolding: attrgetter("as_of"),
    FundHolding: attrgetter("as_of"),
    ForeignAccount: attrgetter("as_of"),
}
"""The day from which a register's row is true."""


def by_filing_day(facts: Facts, kind: type[R]) -> list[Row[R]]:
    """The rows of a registry that were true by the filing day or bear no day; what came twice counts once."""
    looked_at = _looked_at(facts)
    if kind not in looked_at:
        day = _DAYS.get(kind)
        rows = dict.fromkeys(facts.registered(kind))
        looked_at[kind] = [
            row for row in rows if day is None or (since := day(row[1])) is None or since <= facts.filed_on
        ]
    return looked_at[kind]


@once
def _looked_at(_facts: Facts) -> dict[type[Entry], list[Any]]:
    """The rows of each registry that was looked at; rules only read them."""
    return {}


def about(facts: Facts, kind: type[R], keys: Iterable[str]) -> list[Row[R]]:
    """The same rows about some of the family alone."""
    wanted = set(keys)
    return [row for row in by_filing_day(facts, kind) if row[0] in wanted]


def own(facts: Facts, kind: type[R]) -> list[R]:
    """The same rows about the declarant in person."""
    return [row for _, row in about(facts, kind, (SELF,))]


def in_any_report(facts: Facts, kind: type[R]) -> list[R]:
    """The rows of a table in every report of the declarant, whenever it was filed."""
    answers = (answered(filing, kind) for filing in facts.subject.history)
    return [row for answer in answers if answer for row in answer.entries]


def keys_of(facts: Facts, *relations: Relation) -> set[str]:
    """The keys of the members of those relations who have not left the family."""
    return {member.key for relation in relations for member in present(facts, relation)}


def in_law(facts: Facts) -> set[str]:
    """配偶、子女及其配偶 · The keys of spouse, children and children's spouses."""
    return keys_of(facts, Relation.SPOUSE, Relation.CHILD, Relation.CHILD_SPOUSE)


@dataclass(slots=True, eq=False)
class Registered(Home):
    """One home in the register: `rows` has one for every owner."""

    rows: tuple[TitleRecord, ...] = ()

    @property
    def records(self) -> tuple[Entry, ...]:
        """The rows that tell of it."""
        return self.rows


@once
def homes_held(facts: Facts) -> list[Paired[Registered, Home]]:
    """房产 · Every home the household holds in the register, with the declared one."""
    held = [row for _, row in about(facts, TitleRecord, household(facts)) if row.state is TitleState.HELD]
    addresses = {text: read(text) for text in {row.address for row in held}}
    rows = [(row, home(row, addresses[row.address])) for row in held]
    found: list[Registered] = []
    for row, one in rows:
        at = next((at for at, other in enumerate(found) if _one_title(row, one, other)), None)
        if at is None:
            found.append(
                Registered(row, one.certificate, one.address, one.gate, one.door, one.area, one.dwelling, (row,))
            )
        else:
            found[at].rows += (row,)
    return paired(found, homes(facts.rows(RealEstate)), one_home, judged=facts.subject.judged)


def _one_title(row: TitleRecord, one: Home, other: Registered) -> bool:
    """Whether a row is another owner's of a home: one owner has no two certificates for it."""
    if one.certificate != other.certificate and any(row.subject == owner.subject for owner in other.rows):
        return not (one.certificate and other.certificate) and one_home(one, other).outcome is SAME
    return one_home(one, other).outcome is SAME


@once
def holdings_held(facts: Facts) -> list[Paired[Position, Position]]:
    """股票、基金、保险 · Every position of the household in the registers near the filing day, with the declared one."""
    whose = household(facts)
    shares = [*about(facts, ShareHolding, whose), *about(facts, FundHolding, whose)]
    policies = [row for row in about(facts, PolicyRecord, whose) if row[1].state is PolicyState.IN_FORCE]
    traded = positions(_latest(facts, shares))
    told = positions((row.holder, row) for row in facts.rows(Stock))
    told += positions((row.holder, row) for row in facts.rows(Fund))
    insured = positions((row.holder, row) for row in facts.rows(Insurance))
    judged = facts.subject.judged
    return [
        *paired(traded, told, one_position, judged=judged),
        *paired(positions(policies), insured, one_position, judged=judged),
    ]


def _latest(facts: Facts, rows: list[Any]) -> list[tuple[str, Entry]]:
    """The rows valued in the days before the filing day; of one holder's share only those of the latest day."""
    first = facts.filed_on - timedelta(days=value_on(VALUED_WITHIN, facts.filed_on))
    near = [(holder, row) for holder, row in rows if (day := held_on(row)) and day >= first]
    latest: dict[tuple[str, str], date] = {}
    for holder, row in near:
        at = (holder, row.code or row.name)
        latest[at] = max(row.as_of, latest.get(at, date.min))
    return [(holder, row) for holder, row in near if row.as_of == latest[holder, row.code or row.name]]


@dataclass(slots=True, eq=False)
class Part(Firm):
    """One person's part in a firm in the register: `rows` has one for every role."""

    rows: tuple[FirmRecord, ...] = ()

    @property
    def records(self) -> tuple[Entry, ...]:
        """The rows that tell of it."""
        return self.rows


@once
def firms_held(facts: Facts) -> list[Paired[Part, Firm]]:
    """经商办企业 · Every firm of the spouse, the children and their spouses in the register, with the declared one."""
    found: dict[str, Part] = {}
    for person, row in about(facts, FirmRecord, in_law(facts)):
        if row.state is CompanyState.CANCELLED:
            continue
        one = firm(row, person)
        rows = (*(found[one.key].rows if one.key in found else ()), row)
        amount = sum((each.subscribed for each in rows if each.subscribed), start=Decimal(0))
        found[one.key] = Part(one.key, rows[0], person, one.code, one.name, amount or None, None, rows)
    declared = [firm(row, row.who) for row in facts.rows(Business)]
    return paired(list(found.values()), declared, one_firm, judged=facts.subject.judged)


SIMILAR = Text(
    "报告中有一项与之相近，请一并核对是否同一项。",
    " The report has a similar entry; please check whether it is the same.",
)
"""What a sentence adds where a doubtful match remains."""


def unreported(
    pair: Paired[Any, Any], *, says: Text, severity: int | None = None, clause: str | None = None, **numbers: Any
) -> Found:
    """A finding at everything the register tells of a thing the report does not show, and at an entry that resembles it."""
    first, *others = pair.registered.records
    near = pair.similar.records if pair.similar else ()
    return finding(
        first, also=(*others, *near), says=with_hint(says, pair.similar), severity=severity, clause=clause, **numbers
    )


def with_hint(says: Text, near: object) -> Text:
    """A sentence, with the hint where something in the report resembles what the register tells of."""
    return Text(says.zh + SIMILAR.zh, says.en + SIMILAR.en) if near else says
