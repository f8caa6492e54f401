"""Examples of a rule: a small scene that flags or stays silent, written in the words of the law."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from declare.items.answers import Answer
from declare.items.edition_2017 import Tables
from declare.items.filing import Basic, Closing, Event, Filing, FilingKind, Member, SignedOff
from declare.items.registries import Managed
from declare.items.spec import Entry, Mode, State, table_of
from declare.rules.around import Kept, PersonFacts, UnitFacts
from declare.rules.assembly import Assembly
from declare.rules.facts import Facts
from declare.rules.house import House
from declare.rules.office import Office
from declare.rules.subject import Subject

DECLARANT_ID = "11010519491231002X"
SPOUSE_ID = "110105195203150021"
CHILD_ID = "110105197808120019"
CHILD_SPOUSE_ID = "11010519800102002X"
OTHER_ID = "110105196001010017"
THIRD_ID = "110105196502020037"

Scened = Filing | Kept | UnitFacts | PersonFacts


@dataclass(frozen=True, slots=True)
class Case:
    """One example: its name, whether the rule speaks, the scene, and the severity where the rule has several.

    `at` names what the first finding points at, in order: the field, else the table; `says` is a part of its sentence.
    """

    name: str
    flags: bool
    records: tuple[Scened, ...]
    severity: int | None = None
    times: int = 0
    today: date | None = None
    place: str = ""
    house: House | None = None
    at: tuple[str, ...] = ()
    says: str = ""

    @property
    def filings(self) -> tuple[Filing, ...]:
        """The declarant's reports, as they were written."""
        reports = (record for record in self.records if isinstance(record, Filing))
        return tuple(filing for filing in reports if filing.declarant == DECLARANT_ID)

    def assembly(self) -> Assembly:
        """The scene put together."""
        made = Assembly(today=self.today, place=self.place, house=self.house)
        for record in self.records:
            made.add(record)
        return made

    def subject(self) -> Subject:
        """The declarant of the scene."""
        found = (subject for subject in self.assembly().subjects() if subject.declarant == DECLARANT_ID)
        return next(found, Subject(DECLARANT_ID, today=self.today))

    def office(self) -> Office:
        """The office of the scene."""
        return self.assembly().office()

    def facts(self) -> Facts:
        """The facts of the declarant's last report in the scene; LookupError where there is none."""
        subject = self.subject()
        if not subject.history:
            raise LookupError(f"{self.name}: no report in the scene")
        return Facts.of(subject, len(subject.history) - 1)


def flagged(
    name: str,
    first: Scened,
    *others: Scened,
    managed: tuple[Managed, ...] = (),
    severity: int | None = None,
    times: int = 1,
    today: str = "",
    place: str = "",
    house: House | None = None,
    at: tuple[str, ...] = (),
    says: str = "",
) -> Case:
    """A scene in which the rule speaks, `times` times; a report that comes first is the one checked, those after it came before."""
    records = _scene(first, others, managed)
    return Case(name, True, records, severity, times, day(today) if today else None, place, house, at, says)


def silent(
    name: str,
    first: Scened,
    *others: Scened,
    managed: tuple[Managed, ...] = (),
    today: str = "",
    place: str = "",
    house: House | None = None,
) -> Case:
    """A scene in which the rule says nothing."""
    return Case(name, False, _scene(first, others, managed), None, 0, day(today) if today else None, place, house)


def _scene(first: Scened, others: tuple[Scened, ...], managed: tuple[Managed, ...]) -> tuple[Scened, ...]:
    """The records of a scene, numbered by the place they stand at; the report to be checked comes last."""
    listed = [Kept(row) for row in managed]
    placed = enumerate((*others, first, *listed), start=1)
    return tuple(_placed(record, f"case:{at}") for at, record in placed)


def _placed(record: Scened, place: str) -> Scened:
    """A record that stands somewhere knows where."""
    return replace(record, place=place) if isinstance(record, Kept) else record


def told(entry: Entry, *, filed_on: str, declarant: str = DECLARANT_ID, ref: str = "") -> Kept:
    """A disclosure filed on a day."""
    return Kept(entry, on=day(filed_on), declarant=declarant, ref=ref)


def extract(row: Entry, *, received: str = "") -> Kept:
    """A row another authority handed over."""
    return Kept(row, on=day(received) if received else None)


def work(row: Entry, *, ref: str = "") -> Kept:
    """A record of the work around the reports."""
    return Kept(row, ref=ref)


def unit(code: str, name: str = "", *, parent: str = "", region: str = "", site: str = "") -> UnitFacts:
    """A unit of the scene."""
    return UnitFacts(code, name, parent, region, site)


def person(id_number: str, *, name: str = "", unit: str = "", managed_by: str = "") -> PersonFacts:
    """Somebody of the scene."""
    return PersonFacts(id_number, name, unit, managed_by)


def report(
    *entries: Entry,
    year: int = 2025,
    filed_on: str | None = None,
    kind: FilingKind = FilingKind.ANNUAL,
    family: tuple[Member, ...] | None = (),
    basic: Basic | None = None,
    closing: Closing | None = None,
    states: dict[str, State] | None = None,
    none: tuple[type[Entry], ...] = (),
    submitted_by: str = "",
    corrects: str = "",
    ref: str = "",
    declarant: str = DECLARANT_ID,
    late_reason: str = "",
    signed_off: SignedOff | None = None,
    event: Event | None = None,
) -> Filing:
    """A report made of entries; their tables are answered 首次 or 有此类情况 unless `states` says otherwise.

    `none` names the tables answered 无; every other table is not answered. Filed on 20 January by default.
    """
    return Filing(
        edition="2017",
        kind=kind,
        year=year,
        filed_on=date.fromisoformat(filed_on) if filed_on else date(year + 1, 1, 20),
        declarant=declarant,
        basic=basic or Basic(id_number=declarant),
        family=family,
        tables=_tables(entries, states or {}, none),
        closing=closing or Closing(promise=True),
        submitted_by=submitted_by,
        corrects=corrects,
        ref=ref,
        late_reason=late_reason,
        signed_off=signed_off,
        event=event,
    )


def _tables(entries: Sequence[Entry], states: Mapping[str, State], none: Sequence[type[Entry]]) -> Tables:
    """The tables of a report: those with entries, and those answered 无."""
    answers: dict[str, Answer[Entry]] = {table_of(entry).key: Answer(state=State.NONE) for entry in none}
    for entry in entries:
        table = table_of(type(entry))
        state = State.FIRST if table.mode is Mode.STATUS else State.SOME
        before = answers[table.key].entries if table.key in answers else ()
        answers[table.key] = Answer(state=state, entries=(*before, entry))
    for key, state in states.items():
        answers[key] = Answer(state=state, entries=answers[key].entries if key in answers else ())
    return Tables(**answers)  # type: ignore[arg-type]  # each answer's table is read off its entries


def day(text: str) -> date:
    """A day written as 2025-05-02."""
    return date.fromisoformat(text)


def num(text: str) -> Decimal:
    """An amount, area or percentage written with its decimals."""
    return Decimal(text)
