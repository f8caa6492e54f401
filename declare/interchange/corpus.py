"""What files say together, without any database: units, people, reports, extracts, ready for the rules."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from declare.interchange.declaration import UNKNOWN_MEMBER, check_members, pointed_at
from declare.interchange.lines import Line, Problem, lines_of
from declare.interchange.records import (
    AnyRecord,
    DisclosureRecord,
    ExtractRecord,
    PersonRecord,
    UnitRecord,
    WorkRecord,
    read_record,
)
from declare.items.filing import Filing, FilingKind
from declare.items.reading import Unreadable
from declare.law import Text
from declare.rules.around import Kept, PersonFacts, UnitFacts
from declare.rules.assembly import Assembly
from declare.rules.book import run_all
from declare.rules.finding import Finding

MOST_PROBLEMS = 50
"""Problems told of one file; a file with one is refused whole."""
SAME_REF = Text(
    "编号“{ref}”的记录还有一条，内容不同；更正请用新编号，并以 corrects 指明原编号。",
    "another record has the ref “{ref}” and other content; give a correction a ref of its own.",
)


@dataclass(frozen=True, slots=True)
class Located:
    """A record and the line it stands on."""

    file: str
    line: int
    record: AnyRecord


@dataclass(slots=True)
class Contents:
    """What one file holds: its records in order, or what is wrong with it."""

    file: str
    records: list[Located] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_file(path: Path) -> Contents:
    """Every record of a file, each thing wrong named; raises OSError."""
    contents = Contents(str(path))
    for line in lines_of(path):
        if isinstance(line, Problem):
            contents.problems.append(line)
        else:
            _read_line(contents, line)
        if len(contents.problems) >= MOST_PROBLEMS:
            break
    return contents


def _read_line(contents: Contents, line: Line) -> None:
    """Adds the record of one line, or what is wrong with it."""
    try:
        contents.records.append(Located(contents.file, line.number, read_record(line.object)))
    except Unreadable as problem:
        contents.problems.append(Problem(contents.file, line.number, problem.field, problem.says))


class Corpus:
    """The records of several files, the same record once."""

    def __init__(self, records: Iterable[Located]) -> None:
        self.units: dict[str, UnitRecord] = {}
        self.filings: dict[str, list[Located]] = defaultdict(list)
        self.records: list[Located] = []
        self.disclosures: list[Located] = []
        self.last_day: date | None = None
        self.refs: dict[tuple[type[AnyRecord], str], AnyRecord] = {}
        self.clashes: list[Problem] = []
        seen: set[AnyRecord] = set()
        for located in records:
            if located.record not in seen:
                seen.add(located.record)
                self.records.append(located)
                self._refer(located)
                self._add(located)

    def _refer(self, located: Located) -> None:
        """Notes a record by its ref, and where another record of the type has it already."""
        record = located.record
        if record.ref and self.refs.setdefault((type(record), record.ref), record) is not record:
            says = SAME_REF.filled(ref=record.ref[:40])
            self.clashes.append(Problem(located.file, located.line, "ref", says))

    def _add(self, located: Located) -> None:
        """Puts one record where the rules look for it."""
        record = located.record
        if isinstance(record, UnitRecord):
            self.units[record.code] = record
        elif isinstance(record, Filing):
            self.filings[record.declarant].append(located)
            self._day(record.filed_on)
        elif isinstance(record, DisclosureRecord):
            self.disclosures.append(located)
            self._day(record.filed_on)
        elif isinstance(record, ExtractRecord):
            self._day(record.received)

    def _day(self, day: date | None) -> None:
        """Keeps the latest filing or receiving day."""
        if day and (self.last_day is None or day > self.last_day):
            self.last_day = day

    def problems(self) -> Iterator[Problem]:
        """Refs used twice; entries that point at nobody, where the family is carried over from an earlier report."""
        yield from self.clashes
        ever: dict[str, set[str]] = {}
        for declarant, located in self.filings.items():
            lines = {id(found.record): found for found in located}
            known: set[str] = set()
            met = ever.setdefault(declarant, set())
            for filing in sorted((found.record for found in located if isinstance(found.record, Filing)), key=_when):
                known = known if filing.family is None else {member.key for member in filing.family}
                met |= known
                try:
                    check_members(filing, met if filing.kind is FilingKind.CORRECTION else known)
                except Unreadable as problem:
                    place = lines[id(filing)]
                    yield Problem(place.file, place.line, problem.field, problem.says)
        yield from self._strangers(ever)

    def _strangers(self, ever: Mapping[str, set[str]]) -> Iterator[Problem]:
        """Disclosures about somebody who was never of the family, where a report in the files tells the family."""
        for located in self.disclosures:
            record = located.record
            if isinstance(record, DisclosureRecord) and (family := ever.get(record.declarant)):
                for field, person in pointed_at(record.table, record.entry):
                    if person not in {"self", *family}:
                        says = UNKNOWN_MEMBER.filled(key=person[:40])
                        yield Problem(located.file, located.line, field, says)

    def assembly(self, *, today: date | None = None, place: str = "") -> Assembly:
        """The records put together for the rules."""
        made = Assembly(today=today or self.last_day, place=place)
        for located in self.records:
            made.add(as_seen(located))
        return made

    def findings(self, *, today: date | None = None, place: str = "") -> list[Finding]:
        """Every finding of every rule, in the order of the contract."""
        return run_all(self.assembly(today=today, place=place))


def as_seen(located: Located) -> Filing | Kept | UnitFacts | PersonFacts:
    """A record as the rules see it; what has no report to stand in stands on its line."""
    record, place = located.record, f"{located.file}:{located.line}"
    match record:
        case UnitRecord():
            return UnitFacts(record.code, record.name, record.parent, record.region, record.site)
        case PersonRecord():
            basic = record.basic
            return PersonFacts(basic.id_number, basic.name, basic.unit, record.managed_by)
        case DisclosureRecord():
            return Kept(record.entry, place, record.filed_on, record.declarant, record.ref)
        case ExtractRecord():
            return Kept(record.row, place, record.received, ref=record.ref)
        case WorkRecord():
            return Kept(record.row, place, ref=record.ref)
        case _:
            return record


def _when(filing: Filing) -> tuple[date, bool, int]:
    """What reports are ordered by: the day, corrections after the reports of that day, the year."""
    return (filing.filed_on, filing.kind is FilingKind.CORRECTION, filing.year)
