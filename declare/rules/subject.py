"""Everything known of one declarant: reports in order, disclosures, what registers say, the work around them."""

from collections.abc import Iterable, Mapping
from copy import copy
from datetime import date
from functools import cached_property
from typing import TypeVar, cast

from declare.items.choices import Relation
from declare.items.filing import Filing, Member
from declare.items.spec import Entry, Record
from declare.rules.around import NOWHERE, Around, Kept
from declare.rules.finding import Place
from declare.rules.matching import UNJUDGED, Judgements
from declare.rules.spelling import plain
from declare.rules.standing import filed, full, standing_in

E = TypeVar("E", bound=Entry)

Registered = Mapping[type[Entry], tuple[tuple[str, Entry], ...]]
"""Registry rows by class, each with the family key it is about."""

NEAR = (Relation.SPOUSE, Relation.CHILD, Relation.CHILD_SPOUSE, Relation.PARENT, Relation.SIBLING)


class Subject:
    """One declarant as the rules see them.

    `history` holds the reports, the earliest first, corrections merged in; `unit` is a code, `place` the place whose
    local numbers hold, `others` the declarants who share an identifier with a report of this one or are mentioned,
    `judged` what people decided about registered and declared things: one, or two.
    """

    year: int | None = None

    def __init__(
        self,
        declarant: str,
        *,
        history: tuple[Filing, ...] = (),
        kept: Iterable[Kept] = (),
        name: str = "",
        unit: str = "",
        managed_by: str = "",
        place: str = "",
        today: date | None = None,
        others: tuple["Subject", ...] = (),
        around: Around = NOWHERE,
        judged: Judgements = UNJUDGED,
    ) -> None:
        self.declarant = declarant
        self.history = history
        self.name = name
        self.unit = unit
        self.managed_by = managed_by
        self.today = today or max((filing.filed_on for filing in history), default=date.min)
        self.others = others
        self.around = around
        self.judged = judged
        self.place = place or around.local_place(unit)
        self._kept = {id(one.row): one for one in kept}

    def beside(self, others: Iterable["Subject"], around: Around) -> "Subject":
        """The same declarant, with others and a corps that knows more people."""
        other = copy(self)
        company = {one.declarant: one for one in (*self.others, *others) if one.declarant != self.declarant}
        other.others = tuple(company[number] for number in sorted(company))
        other.around = around
        return other

    @property
    def day(self) -> date:
        """The day whose law is cited where a finding names no other."""
        return self.today

    @cached_property
    def told(self) -> Mapping[type[Entry], tuple[Entry, ...]]:
        """Every record beside the reports, by class: disclosures by the day they happened, the rest as they came."""
        found: dict[type[Entry], list[Kept]] = {}
        for one in self._kept.values():
            found.setdefault(type(one.row), []).append(one)
        return {kind: tuple(one.row for one in sorted(rows, key=_happened)) for kind, rows in found.items()}

    def each(self, kind: type[E]) -> tuple[E, ...]:
        """The records of one class."""
        return cast("tuple[E, ...]", self.told.get(kind, ()))

    def filed_on(self, row: Entry) -> date | None:
        """The day a disclosure was filed or a registry row received."""
        kept = self._kept.get(id(row))
        return kept.on if kept else None

    def ref(self, row: Entry) -> str:
        """What a record is known by: its own number, else where it stands."""
        kept = self._kept.get(id(row))
        return (kept.ref or kept.place) if kept else ""

    @cached_property
    def latest(self) -> Filing | None:
        """The latest first or annual report."""
        return next((filing for filing in reversed(self.history) if full(filing)), None)

    def on(self, year: int) -> Filing | None:
        """The first or annual report on a year."""
        return next((filing for filing in reversed(self.history) if filing.year == year and full(filing)), None)

    def family(self) -> tuple[Member, ...]:
        """The family as the latest report gives it."""
        return (self.history[-1].family or ()) if self.history else ()

    @cached_property
    def relatives(self) -> frozenset[str]:
        """The identity numbers of near relatives in any report."""
        family = (member for filing in self.history for member in filing.family or () if member.relation in NEAR)
        return frozenset(plain(member.id_number) for member in family if member.id_number)

    def related(self, other: "Subject") -> bool:
        """Whether one of the two stands in the other's family."""
        return plain(other.declarant) in self.relatives or plain(self.declarant) in other.relatives

    def registered(self, filing: Filing) -> Registered:
        """The registry rows that are compared with one report: the latest full one filed by the day they were received."""
        return self._targets.get(id(filing), {}) if self._kept else {}

    @cached_property
    def _targets(self) -> dict[int, Registered]:
        """Registry rows by the report they are compared with."""
        found: dict[int, dict[type[Entry], list[tuple[str, Entry]]]] = {}
        near: dict[date | None, tuple[int, dict[str, str]]] = {}
        for kept in self._kept.values():
            number = plain(getattr(kept.row, "subject", ""))
            if not number:
                continue
            if kept.on not in near:
                near[kept.on] = self._compared(kept.on)
            target, keys = near[kept.on]
            if key := keys.get(number):
                found.setdefault(target, {}).setdefault(type(kept.row), []).append((key, kept.row))
        return {one: {kind: tuple(rows) for kind, rows in kinds.items()} for one, kinds in found.items()}

    def _target(self, received: date | None) -> Filing | None:
        """The latest full report filed by a day."""
        filed_by = (one for one in reversed(self.history) if full(one) and (not received or one.filed_on <= received))
        return next(filed_by, None)

    def _compared(self, received: date | None) -> tuple[int, dict[str, str]]:
        """The report that rows received on a day are compared with, and who of its family an identity number is."""
        target = self._target(received)
        if target is None:
            return 0, {}
        family = reversed(target.family or ())
        return id(target), {plain(one.id_number): one.key for one in family} | {plain(self.declarant): "self"}

    def standing_of(self, record: Record, field: str | None) -> Place:
        """Where a record stands, found by identity; LookupError where it stands nowhere."""
        kept = self._kept.get(id(record)) or self.around.kept(record)
        if kept:
            return Place(record=kept.place, field=field)
        for filing in reversed(self.history):
            if found := standing_in(filing, record):
                return Place(table=found[0], entry=found[1], field=field, declaration=filed(filing))
        for other in self.others:
            if other.holds(record):
                return other.standing_of(record, field)
        raise LookupError(f"{type(record).__name__} stands in nothing given to the rule")

    def holds(self, record: Record) -> bool:
        """Whether a record is one of this declarant's."""
        return id(record) in self._kept or any(standing_in(filing, record) for filing in self.history)


def _happened(kept: Kept) -> tuple[date, date]:
    """What records of one class are ordered by; the order they came in where neither day is given."""
    return (getattr(kept.row, "happened", None) or date.min, kept.on or date.min)
