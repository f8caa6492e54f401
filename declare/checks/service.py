"""Running the rules and keeping what they find: known findings stay, new ones are added, vanished ones are cured."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import Session

from declare.audit import Act
from declare.checks import keeping
from declare.checks.enactment import in_force
from declare.checks.keeping import About, Found
from declare.checks.models import CURED, DECIDED, OPEN, Finding, Stale
from declare.checks.source import Standing, source
from declare.extensions import vault
from declare.rules.around import Around
from declare.rules.book import run
from declare.rules.facts import Facts
from declare.rules.finding import Finding as Said
from declare.rules.subject import Subject
from declare.vault import Reader
from declare.web import SYSTEM, Authority, leaf, now, transaction

AT_ONCE = 100
"""Persons whose facts are checked in one transaction."""

READER = Reader(None, "system", "check")


@dataclass(slots=True)
class Summary:
    """What a run did: reports checked, everything found and how often by rule, how many findings are new, changed and cured."""

    reports: int = 0
    found: list[Said] = field(default_factory=list)
    rules: Counter[str] = field(default_factory=Counter)
    new: int = 0
    changed: int = 0
    cured: int = 0

    def add(self, part: "Summary", *, keeping: bool) -> None:
        """Adds what a part of the run did; what it found is held only where it is wanted, everything else is counted."""
        self.reports += part.reports
        self.rules += part.rules
        if keeping:
            self.found += part.found
        self.new += part.new
        self.changed += part.changed
        self.cured += part.cured


def check(
    session: Session,
    persons: Sequence[int],
    *,
    year: int | None = None,
    by: Authority = SYSTEM,
    around: Around | None = None,
) -> Summary:
    """Checks everything known of these persons (on one year only, if given) and keeps the findings; writes one leaf."""
    corps = around or source().around(session, READER)
    subjects = source().read(session, persons, corps, READER, None)()
    known = source().acquaint(session, subjects, corps, READER)
    with in_force(session):
        found = look(known, year=year)
    return conclude(session, persons, found, year=year, by=by)


def look(subjects: Mapping[int, Subject], *, year: int | None) -> "Looked":
    """Runs the rules on declarants; touches no database."""
    reports = sum(_on(filing.year, year) for one in subjects.values() for filing in one.history)
    pairs = chain.from_iterable(found_in(one, person, year=year) for person, one in subjects.items())
    return Looked(reports, list(pairs))


@dataclass(frozen=True, slots=True)
class Looked:
    """What the rules found, not kept yet: the number of reports, and each finding with what it is about."""

    reports: int
    found: list[tuple[About, Said]]


def conclude(
    session: Session, persons: Sequence[int], looked: Looked, *, year: int | None = None, by: Authority = SYSTEM
) -> Summary:
    """Keeps what was found in these persons' facts."""
    summary = Summary(reports=looked.reports)
    about = Finding.person_id.in_(persons)
    _keep(session, about, list(keeping.recognised(looked.found)), year=year, summary=summary, by=by)
    if year is None:
        session.execute(delete(Stale).where(Stale.person_id.in_(persons)))
    if persons:
        leaf(session, by, Act.CHECK_RUN, f"{len(persons)} person/{persons[0]}-{persons[-1]}")
    return summary


def check_office(session: Session, *, year: int | None = None, by: Authority = SYSTEM) -> Summary:
    """Checks what is about nobody who is entered, and keeps the findings."""
    beyond = source().beyond(session, source().around(session, READER), READER)
    with in_force(session):
        pairs = [(About(), said) for said in run(beyond.office)]
        for subject in beyond.strangers:
            pairs += list(found_in(subject, None, year=year))
    kept = [(about, said) for about, said in pairs if _on(said.year, year)]
    summary = Summary()
    _keep(session, Finding.person_id.is_(None), list(keeping.recognised(kept)), year=year, summary=summary, by=by)
    leaf(session, by, Act.CHECK_RUN, "office")
    return summary


def check_person(person: int) -> None:
    """The job after a filing: checks everything known of one person, and of those who share an identifier."""
    with transaction() as session:
        check(session, [person, *source().concerned(session, [person])])


def found_in(subject: Subject, person: int | None, *, year: int | None) -> Iterator[tuple[About, Said]]:
    """What the rules find on one declarant, each with what it is about."""
    for index, filing in enumerate(subject.history):
        if _on(filing.year, year):
            about = About(person, *_places(filing)) if isinstance(filing, Standing) else About(person)
            yield from ((about, said) for said in run(Facts.of(subject, index)))
    yield from ((About(person), said) for said in run(subject) if _on(said.year, year))


def _places(filing: Standing) -> tuple[int, int]:
    """The declaration and the filing a report is kept in."""
    return filing.declaration_id, filing.filing_id


def _on(year: int, wanted: int | None) -> bool:
    """Whether a year is the one asked for, if one is."""
    return wanted is None or year == wanted


def _keep(
    session: Session,
    about: ColumnElement[bool],
    found: list[Found],
    *,
    year: int | None,
    summary: Summary,
    by: Authority,
) -> None:
    """Compares what was found with what is known about the same."""
    known = _known(session, about, year)
    summary.found.extend(one.said for one in found)
    summary.rules.update(one.said.rule for one in found)
    for one in found:
        row = known.pop(one.fingerprint, None)
        if row is None:
            _add(session, one, by=by)
            summary.new += 1
        elif _seen(session, row, one, by=by):
            summary.changed += 1
    for row in known.values():
        summary.cured += _cure(session, row, by=by)
    session.flush()


def _known(session: Session, about: ColumnElement[bool], year: int | None) -> dict[bytes, Finding]:
    """What is known already, by fingerprint."""
    wanted = select(Finding).where(about).order_by(Finding.id)
    if year is not None:
        wanted = wanted.where(Finding.year == year)
    return {row.fingerprint: row for row in session.scalars(wanted)}


def _add(session: Session, one: Found, *, by: Authority) -> None:
    """Keeps a new finding."""
    said, moment = one.said, now()
    row = Finding(
        fingerprint=one.fingerprint,
        content=one.content,
        rule=said.rule,
        version=said.version,
        severity=said.severity,
        person_id=one.about.person_id,
        declaration_id=one.about.declaration_id,
        filing_id=one.about.filing_id,
        year=said.year,
        state=OPEN,
        reopened=False,
        first_seen=moment,
        last_seen=moment,
        revision=1,
        sealed=b"",
    )
    session.add(row)
    session.flush()
    row.sealed = keeping.sealed(vault.create(session, row.record), 1, said)
    leaf(session, by, Act.FINDING_OPEN, f"{row.record} {row.rule}")


def _seen(session: Session, row: Finding, one: Found, *, by: Authority) -> bool:
    """Notes that a finding is there still, or again; True where it says something else than before."""
    row.last_seen, row.filing_id = now(), one.about.filing_id
    changed = row.content != one.content
    if changed:
        row.content, row.version, row.severity = one.content, one.said.version, one.said.severity
        row.revision += 1
        row.sealed = keeping.sealed(vault.sealer(session, row.record), row.revision, one.said)
    if row.state == CURED or (changed and row.state != OPEN):
        row.state, row.reopened = OPEN, True
        leaf(session, by, Act.FINDING_OPEN, f"{row.record} {row.rule}")
    return changed


def _cure(session: Session, row: Finding, *, by: Authority) -> bool:
    """Closes a finding that is no longer found; what was decided stays decided. True where it was open."""
    if row.state in (CURED, DECIDED):
        return False
    row.state, row.last_seen = CURED, now()
    leaf(session, by, Act.FINDING_CURE, f"{row.record} {row.rule}")
    return True
