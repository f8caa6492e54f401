"""Files into the database: a file is loaded whole or refused whole, and loading it again changes nothing."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from declare.accounts import people
from declare.accounts.models import Person
from declare.audit import Act
from declare.interchange import keeping
from declare.interchange.corpus import Located
from declare.interchange.declaration import check_members
from declare.interchange.identity import Ledger
from declare.interchange.lines import Problem
from declare.interchange.records import (
    DisclosureRecord,
    ExtractRecord,
    PersonRecord,
    UnitRecord,
    WorkRecord,
)
from declare.items.filing import Filing
from declare.items.reading import Unreadable
from declare.law import Text
from declare.web import SYSTEM, leaf, now

ORDER = (UnitRecord, PersonRecord, Filing, DisclosureRecord, ExtractRecord, WorkRecord)
"""What needs something else to be there comes after it."""

UNKNOWN_PERSON = Text("该人员尚未登记，请先导入人员。", "this person is not known: load the person first.")


class Refusal(Exception):
    """A file that cannot be loaded; every problem names its line and field."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


@dataclass(slots=True)
class Loaded:
    """What became of the records of one file, by type."""

    new: Counter[str] = field(default_factory=Counter)
    known: Counter[str] = field(default_factory=Counter)


def load(session: Session, records: Iterable[Located], *, logins: Mapping[str, str] | None = None) -> Loaded:
    """Loads the records of one file; Refusal where one does not fit. `logins` names accounts by identity number.

    Nothing is committed here.
    """
    loading = _Loading(session, logins or {})
    for located in in_loading_order(list(records)):
        loading.take(located)
    if loading.problems:
        raise Refusal(loading.problems)
    loading.finish()
    if loading.loaded.new:
        leaf(session, SYSTEM, Act.IMPORT_RUN, f"records {sum(loading.loaded.new.values())}")
    return loading.loaded


def in_loading_order(records: Sequence[Located]) -> list[Located]:
    """Records so that whatever another one needs comes first: units from the top down, then people, then the rest."""
    parents = {found.record.code: found.record.parent for found in records if isinstance(found.record, UnitRecord)}

    def place(located: Located) -> tuple[int, int]:
        record, depth = located.record, 0
        code = record.code if isinstance(record, UnitRecord) else ""
        while (code := parents.get(code, "")) and depth <= len(parents):
            depth += 1
        return ORDER.index(type(record)), depth

    return sorted(records, key=place)


class _Loading:
    """One file on its way into the database."""

    def __init__(self, session: Session, logins: Mapping[str, str]) -> None:
        self.session = session
        self.logins = logins
        self.at = now()
        self.ledger = Ledger(session, self.at)
        self.loaded = Loaded()
        self.problems: list[Problem] = []
        self.extracts: dict[tuple[str, object], list[ExtractRecord]] = {}
        self.families: dict[int, set[str]] = {}

    def take(self, located: Located) -> None:
        """Loads one record, skips it where it is known, or notes what is wrong with it."""
        kind = keeping.kind_of(located.record)
        try:
            if self.ledger.enter(kind, located.record):
                self._keep(located.record)
                self.loaded.new[kind] += 1
            else:
                self.loaded.known[kind] += 1
        except Unreadable as problem:
            self.problems.append(Problem(located.file, located.line, problem.field, problem.says))

    def finish(self) -> None:
        """Extracts are kept together, by registry and day."""
        for rows in self.extracts.values():
            keeping.extract(self.session, rows, at=self.at)

    def _keep(self, record: object) -> None:
        """Puts a record where it belongs."""
        match record:
            case UnitRecord():
                keeping.unit(self.session, record)
            case PersonRecord():
                keeping.person(self.session, record, login=self.logins.get(record.basic.id_number, ""))
            case Filing():
                self._filing(record)
            case DisclosureRecord():
                keeping.disclosure(self.session, record, self._person(record.declarant, "declarant"), at=self.at)
            case ExtractRecord():
                keeping.check_extract(self.session, record)
                self.extracts.setdefault((record.table.key, record.received), []).append(record)
            case WorkRecord():
                keeping.work(self.session, record, at=self.at)

    def _filing(self, filing: Filing) -> None:
        """A declaration, once its entries point at somebody the family has."""
        person = self._person(filing.declarant, "declarant")
        if filing.family is None:
            check_members(filing, self._family(person))
        else:
            self.families[person.id] = {member.key for member in filing.family}
        keeping.filing(self.session, filing, person, at=self.at)

    def _family(self, person: Person) -> set[str]:
        """The keys of the family a report carries over."""
        if person.id not in self.families:
            self.families[person.id] = keeping.family_keys(self.session, person)
        return self.families[person.id]

    def _person(self, id_number: str, field: str) -> Person:
        """A person who is known; raises Unreadable."""
        found = people.find(self.session, id_number)
        if found is None:
            raise Unreadable(field, UNKNOWN_PERSON)
        return found
