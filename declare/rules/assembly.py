"""Records of all kinds put together: everything known of each declarant, and of the office."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from declare.items.disclosures import DISCLOSURES, Reception
from declare.items.filing import Filing
from declare.items.identifiers import identifiers
from declare.items.indexes import normalised
from declare.items.registries import REGISTRIES, RosterEntry
from declare.items.spec import Entry, table_of
from declare.items.work import Assessment, Check, Consult, Decision, Draw, Duties, Inquiry, Lead, Transfer
from declare.rules.around import LISTS, Around, Directory, Kept, PersonFacts, UnitFacts
from declare.rules.history import in_order
from declare.rules.house import House
from declare.rules.letters import letter_of
from declare.rules.mentions import mentioned
from declare.rules.office import Office
from declare.rules.spelling import plain
from declare.rules.subject import Subject

ABOUT: Mapping[type[Entry], str] = {
    Check: "declarant",
    Lead: "about",
    Inquiry: "declarant",
    Transfer: "declarant",
    Consult: "about",
}
"""Work records about one person, and the field that names the person."""

OF_THE_OFFICE: tuple[type[Entry], ...] = (Draw, Decision, Duties, Assessment)
"""Work records about nobody's report."""

DISCLOSED = frozenset(table.entry for table in DISCLOSURES)
EXTRACTED = frozenset(table.entry for table in REGISTRIES)

Identifier = tuple[str, str]


@dataclass(slots=True)
class Gathered:
    """What belongs to one declarant, not yet in order."""

    filings: list[Filing] = field(default_factory=list)
    kept: list[Kept] = field(default_factory=list)


class Assembly:
    """Records in whatever order they came. `place` overrides the local place of every unit."""

    def __init__(self, *, today: date | None = None, place: str = "", house: House | None = None) -> None:
        self.today = today
        self.place = place
        self.house = house
        self.units: list[UnitFacts] = []
        self.persons: list[PersonFacts] = []
        self.lists: list[Kept] = []
        self.work: list[Kept] = []
        self.rows: dict[str, list[Kept]] = defaultdict(list)
        self.sources: dict[str, date] = {}
        self.gathered: dict[str, Gathered] = defaultdict(Gathered)

    def add(self, record: Filing | Kept | UnitFacts | PersonFacts) -> None:
        """Puts one record where it is looked for."""
        match record:
            case Filing():
                self.gathered[plain(record.declarant)].filings.append(record)
            case UnitFacts():
                self.units.append(record)
            case PersonFacts():
                self.persons.append(record)
            case Kept():
                self._add_kept(record)

    def _add_kept(self, kept: Kept) -> None:
        """A disclosure, a row of an extract or a work record."""
        kind = type(kept.row)
        if kind in LISTS:
            self.lists.append(kept)
        if kind in DISCLOSED:
            self.gathered[plain(kept.declarant)].kept.append(kept)
        elif kind in EXTRACTED:
            self._add_row(kept)
        elif kind in ABOUT:
            self.gathered[plain(getattr(kept.row, ABOUT[kind]))].kept.append(kept)
        elif kind in OF_THE_OFFICE:
            self.work.append(kept)

    def _add_row(self, kept: Kept) -> None:
        """A row of an extract: under the person it is about, and the day its registry was first used."""
        if number := plain(getattr(kept.row, "subject", "")):
            self.rows[number].append(kept)
        key = table_of(type(kept.row)).key
        if kept.on:
            self.sources[key] = min(kept.on, self.sources.get(key, kept.on))

    def around(self) -> Around:
        """The whole corps."""
        known = {plain(person.id_number): person for person in self.persons}
        for number, gathered in self.gathered.items():
            if number not in known and gathered.filings:
                basic = max(gathered.filings, key=lambda filing: filing.filed_on).basic
                known[number] = PersonFacts(number, basic.name, basic.unit)
        return Around(units=self.units, lists=self.lists, people=Directory(known.values()))

    def office(self) -> Office:
        """The work that is about nobody's report."""
        return Office(kept=self.work, sources=self.sources, today=self._today(), around=self.around(), house=self.house)

    def subjects(self) -> Iterator[Subject]:
        """Every declarant, in the order of identity numbers."""
        around = self.around()
        persons = self._declarants()
        alone = {number: self._subject(number, around) for number in sorted(persons)}
        sharing = _sharing(alone.values())
        for number, subject in alone.items():
            near = {other for shared in sharing.get(number, ()) for other in shared}
            near |= {who for one in mentioned(subject) if (who := plain(around.who(*one)))}
            others = tuple(alone[other] for other in sorted(near - {number}) if other in alone)
            yield self._subject(number, around, others) if others else subject

    def _declarants(self) -> set[str]:
        """Everybody with a report, a disclosure or a record of their own, and everybody on a list of persons."""
        named = {RosterEntry, *(table.entry for table in REGISTRIES if table.key in ("promotions", "sanctions"))}
        listed = {number for number, rows in self.rows.items() if any(type(kept.row) in named for kept in rows)}
        return (set(self.gathered) | listed) - {""}

    def _subject(self, number: str, around: Around, others: tuple[Subject, ...] = ()) -> Subject:
        """One declarant."""
        gathered = self.gathered.get(number) or Gathered()
        history = in_order(gathered.filings)
        known = around.people.person(number)
        family = {plain(member.id_number) for filing in history for member in filing.family or ()} - {number, ""}
        rows = [kept for one in (number, *sorted(family)) for kept in self.rows.get(one, ())]
        return Subject(
            number,
            history=history,
            kept=[*gathered.kept, *rows],
            name=known.name if known else "",
            unit=known.unit if known else "",
            managed_by=known.managed_by if known else "",
            place=self.place,
            today=self._today(),
            others=others,
            around=around,
        )

    def _today(self) -> date:
        """The day of the check: the one given, else the latest filing or receiving day."""
        if self.today:
            return self.today
        filed = (filing.filed_on for gathered in self.gathered.values() for filing in gathered.filings)
        kept = (one.on for gathered in self.gathered.values() for one in gathered.kept if one.on)
        rows = (one.on for rows in self.rows.values() for one in rows if one.on)
        listed = (one.on for one in self.lists if one.on)
        return max((*filed, *kept, *rows, *listed), default=date.min)


def _sharing(subjects: Iterable[Subject]) -> dict[str, list[set[str]]]:
    """For each declarant the groups of declarants that share an identifier with them."""
    holders: dict[Identifier, set[str]] = defaultdict(set)
    for subject in subjects:
        for identifier in _identified(subject):
            holders[identifier].add(subject.declarant)
    groups: dict[str, list[set[str]]] = defaultdict(list)
    for group in holders.values():
        if len(group) > 1:
            for number in group:
                groups[number].append(group)
    return groups


def _identified(subject: Subject) -> Iterator[Identifier]:
    """What a declarant may share with others: identifiers in the reports, the letters of receptions."""
    yield "id_number", normalised("id_number", subject.declarant)
    for filing in subject.history:
        for found in identifiers(filing):
            yield found.index, normalised(found.index, found.value)
    for reception in subject.each(Reception):
        if letter := letter_of(reception):
            yield "letter", normalised("letter", " ".join(letter))
