"""Running the rules and keeping what they find: known findings stay, new ones are added, vanished ones are cured."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from declare.audit import Act
from declare.checks import keeping
from declare.checks.keeping import Found
from declare.checks.models import CURED, DECIDED, OPEN, Finding
from declare.checks.source import Standing, Surroundings, source
from declare.extensions import vault
from declare.items.filing import Filing
from declare.rules.book import run
from declare.rules.facts import Facts
from declare.rules.finding import Finding as Said
from declare.rules.history import in_order
from declare.vault import Reader
from declare.web import SYSTEM, Authority, leaf, now, today, transaction

AT_ONCE = 100
"""Persons whose reports are checked in one transaction."""

READER = Reader(None, "system", "check")


@dataclass(slots=True)
class Summary:
    """What a run did: reports checked, everything found, how many findings are new, changed and cured."""

    reports: int = 0
    found: list[Said] = field(default_factory=list)
    new: int = 0
    changed: int = 0
    cured: int = 0


def check(session: Session, persons: Sequence[int], *, year: int | None = None, by: Authority = SYSTEM) -> Summary:
    """Checks everything these persons filed (on one year only, if given) and keeps the findings; writes one leaf."""
    summary = Summary()
    around = source().surroundings(session, READER)
    histories = source().histories(session, persons, READER)
    pairs = [
        pair for person in persons for pair in found_in(histories.get(person, ()), around, year=year, summary=summary)
    ]
    _keep(session, persons, list(keeping.recognised(pairs)), year=year, summary=summary, by=by)
    if persons:
        leaf(session, by, Act.CHECK_RUN, f"{len(persons)} person/{persons[0]}-{persons[-1]}")
    return summary


def check_person(person: int) -> None:
    """The job after a filing: checks everything one person filed."""
    with transaction() as session:
        check(session, [person])


def found_in(
    filed: Iterable[Standing], around: Surroundings, *, year: int | None, summary: Summary
) -> Iterator[tuple[Standing, Said]]:
    """What the rules find in the reports of one person, each with the report it is about."""
    history = in_order(filed)
    for at, standing in enumerate(history):
        if isinstance(standing, Standing) and year in (None, standing.year):
            summary.reports += 1
            facts = _facts(standing, history[:at], around, day=today())
            yield from ((standing, said) for said in run(facts))


def _facts(standing: Standing, earlier: Sequence[Filing], around: Surroundings, *, day: date) -> Facts:
    """One report as the rules see it."""
    return Facts(
        standing,
        earlier=tuple(reversed(earlier)),
        managed=around.managed,
        unit=around.units.get(standing.basic.unit, ""),
        today=day,
    )


def _keep(
    session: Session, persons: Sequence[int], found: list[Found], *, year: int | None, summary: Summary, by: Authority
) -> None:
    """Compares what was found with what is known."""
    known = _known(session, persons, year)
    summary.found.extend(one.said for one in found)
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


def _known(session: Session, persons: Sequence[int], year: int | None) -> dict[bytes, Finding]:
    """The findings about these persons, by fingerprint."""
    wanted = select(Finding).where(Finding.person_id.in_(persons)).order_by(Finding.id)
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
        person_id=one.standing.person_id,
        declaration_id=one.standing.declaration_id,
        filing_id=one.standing.filing_id,
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
    row.last_seen, row.filing_id = now(), one.standing.filing_id
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
