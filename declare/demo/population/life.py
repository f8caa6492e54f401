"""One declarant of a population with everything there is about them, and how their reports are written out."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from msgspec.structs import replace

from declare.demo.families import Household
from declare.demo.numbers import Counted
from declare.demo.population.answers import Answer
from declare.demo.population.spelling import respelled
from declare.demo.population.world import World
from declare.demo.reports import Rows
from declare.interchange.records import DisclosureRecord, ExtractRecord, PersonRecord, WorkRecord
from declare.items import EDITIONS, EXTENSIONS, TABLES
from declare.items.answers import Answer as Said
from declare.items.choices import FilingKind
from declare.items.filing import Event, Filing, SignedOff, Tables
from declare.items.profile import Basic, Closing, Member
from declare.items.spec import Entry, Mode, State, table_of

EDITION = EDITIONS[-1].key
STATUTORY = tuple((table.key, table.mode is Mode.EVENT) for table in TABLES)
LOCAL = tuple((table.key, table.mode is Mode.EVENT) for table in EXTENSIONS)
NOTHING: Said[Entry] = Said(state=State.NONE)


@dataclass(slots=True)
class Report:
    """One full report in the making; `states` holds boxes ticked otherwise than the entries say, None for no answer."""

    year: int
    filed_on: date
    basic: Basic
    members: list[Member]
    rows: Rows
    kind: FilingKind = FilingKind.ANNUAL
    states: dict[str, State | None] = field(default_factory=dict)
    closing: Closing = field(default_factory=lambda: Closing(promise=True))
    submitted_by: str = ""
    late_reason: str = ""
    signed_off: SignedOff | None = None
    respelled: bool = False


@dataclass(slots=True)
class Life:
    """One declarant: the full reports in order, other reports between them, and the records beside them.

    `silent` files nothing; `corrected` holds the tables a correction gave in place of those of the last report.
    """

    number: int
    world: World
    random: Counted
    household: Household
    level: float
    managed_by: str
    reports: list[Report] = field(default_factory=list)
    between: list[Filing] = field(default_factory=list)
    told: list[DisclosureRecord] = field(default_factory=list)
    extracts: list[ExtractRecord] = field(default_factory=list)
    work: list[WorkRecord] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    silent: bool = False
    corrected: Rows = field(default_factory=dict)
    registered: bool | None = None

    @property
    def id(self) -> str:
        """The declarant's identity number."""
        return self.household.basic.id_number

    @property
    def ref(self) -> str:
        """What the declarant's records are named after."""
        return f"L{self.number:06d}"

    @property
    def now(self) -> Report:
        """The last report."""
        return self.reports[-1]

    @property
    def before(self) -> Report:
        """The report on the year before the last."""
        return self.reports[-2]

    @property
    def person(self) -> PersonRecord:
        """The declarant as a person of the unit."""
        return PersonRecord(self.now.basic, managed_by=self.managed_by, roles=("declarant",), ref=self.ref)

    def member(self, key: str) -> Member:
        """A member of the family as the last report gives it; StopIteration where there is none."""
        return next(member for member in self.now.members if member.key == key)

    def filings(self) -> Iterator[Filing]:
        """Every report, the full ones and those between them, in the order they were filed; none of the silent."""
        if self.silent:
            return
        full = [self._filing(at) for at in range(len(self.reports))]
        yield from sorted((*full, *self.between), key=lambda filing: filing.filed_on)

    def _filing(self, at: int) -> Filing:
        """One full report: every table answered, but for boxes set otherwise."""
        report = self.reports[at]
        before = self.reports[at - 1].rows if at and report.kind is not FilingKind.FIRST else None
        answers: dict[str, Any] = {}
        for key, event in STATUTORY if not any(key in report.rows for key, _ in LOCAL) else STATUTORY + LOCAL:
            said = _said(key, report, before, event=event)
            if said is not None:
                answers[key] = said
        if report.respelled:
            answers = {key: respelled(said) for key, said in answers.items()}
        return Filing(
            edition=EDITION,
            kind=report.kind,
            year=report.year,
            filed_on=report.filed_on,
            declarant=self.id,
            ref=f"{self.ref}-{report.year}",
            basic=report.basic,
            family=tuple(report.members),
            tables=Tables(**answers),
            closing=report.closing,
            submitted_by=report.submitted_by,
            late_reason=report.late_reason,
            signed_off=report.signed_off,
        )

    def tell(self, entry: Entry, filed_on: date) -> str:
        """Files a disclosure; gives its ref."""
        ref = f"{self.ref}-d{len(self.told)}"
        self.told.append(DisclosureRecord(table_of(type(entry)), self.id, filed_on, entry, ref))
        return ref

    def extract(self, row: Entry, received: date | None = None) -> None:
        """Hands over a row of a register."""
        self.extracts.append(ExtractRecord(table_of(type(row)), received or self.world.today, row))

    def note(self, row: Entry) -> str:
        """Keeps a record of the work; gives its ref."""
        ref = f"{self.ref}-w{len(self.work)}"
        self.work.append(WorkRecord(table_of(type(row)), row, ref))
        return ref

    def file(
        self,
        kind: FilingKind,
        *,
        year: int,
        filed_on: date,
        about: str = "",
        on: date | None = None,
        rows: Rows | None = None,
        members: list[Member] | None = None,
        **parts: Any,
    ) -> None:
        """Files another report than a full one: of a change `about` a table on a day, a correction, before a promotion."""
        answers: dict[str, Any] = {
            key: Said(state=parts.pop("state", _box(key)), entries=told) for key, told in (rows or {}).items()
        }
        self.between.append(
            Filing(
                edition=EDITION,
                kind=kind,
                year=year,
                filed_on=filed_on,
                declarant=self.id,
                ref=f"{self.ref}-b{len(self.between)}",
                basic=self.household.basic,
                family=None if members is None else tuple(members),
                tables=Tables(**answers),
                closing=Closing(promise=True),
                signed_off=self.now.signed_off and replace(self.now.signed_off, on=filed_on),
                event=Event(table=about, on=on) if on else None,
                **parts,
            )
        )


def _box(key: str) -> State:
    """The box of a table in a report of a change."""
    return State.SOME if dict(STATUTORY + LOCAL)[key] else State.CHANGED


def _said(key: str, report: Report, before: Rows | None, *, event: bool) -> Said[Entry] | None:
    """What is said of a table: none, some; the first time, unchanged or changed; or what the report ticks otherwise."""
    entries = report.rows.get(key, ())
    if key in report.states:
        state = report.states[key]
        return None if state is None else Said(state=state, entries=entries)
    if event:
        return Said(state=State.SOME, entries=entries) if entries else NOTHING
    earlier = before.get(key, ()) if before is not None else ()
    if not entries and not earlier:
        return NOTHING
    if before is None:
        return Said(state=State.FIRST, entries=entries)
    return Said(state=State.UNCHANGED if entries == earlier else State.CHANGED, entries=entries)
