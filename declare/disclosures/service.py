"""Keeping disclosures: filed, corrected, withdrawn. Every step is sealed, counted and written into the audit; nothing is erased."""

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from declare import checks, jobs
from declare.accounts.models import Person
from declare.accounts.people import name_digest
from declare.audit import Act
from declare.disclosures import queries
from declare.disclosures.models import PART, WITHDRAWN, Disclosure, Replaced
from declare.extensions import vault
from declare.items.disclosures import Interference, Reception
from declare.items.spec import Entry, Table
from declare.rules.letters import letter_of
from declare.web import Authority, StaleRevision, leaf


def keep(
    session: Session,
    person: Person,
    table: Table,
    entry: Entry,
    *,
    filed_on: date,
    at: datetime,
    by: Authority,
    key: str | None = None,
    ref: str = "",
) -> Disclosure:
    """Seals and keeps one disclosure; IntegrityError where the person has sent that key before."""
    row = Disclosure(
        person_id=person.id,
        unit_path=person.unit_path,
        kind=table.key,
        filed_on=filed_on,
        filed_at=at,
        idempotency_key=key,
        ref=ref,
        letter=_letter(entry),
        named=_named(entry),
        revision=1,
        sealed=b"",
    )
    session.add(row)
    session.flush()
    row.sealed = vault.create(session, row.record).seal(PART, row.revision, queries.encoded(entry))
    leaf(session, by, Act.DISCLOSURE_SUBMIT, row.record)
    _changed(session, row)
    return row


def correct(
    session: Session, row: Disclosure, entry: Entry, *, revision: int, at: datetime, by: Authority
) -> Disclosure:
    """Says something else instead; what was said before is kept. StaleRevision where it was changed since it was read."""
    found = _locked(session, row)
    if not found.stands or found.revision != revision:
        raise StaleRevision
    session.add(Replaced(disclosure_id=found.id, revision=found.revision, until=at, sealed=found.sealed))
    found.revision += 1
    found.changed_at = at
    found.letter, found.named = _letter(entry), _named(entry)
    found.sealed = vault.sealer(session, found.record).seal(PART, found.revision, queries.encoded(entry))
    leaf(session, by, Act.DISCLOSURE_SAVE, found.record)
    _changed(session, found)
    return found


def withdraw(session: Session, row: Disclosure, *, at: datetime, by: Authority) -> None:
    """Takes a disclosure back; it stays readable for its owner. A second time changes nothing."""
    found = _locked(session, row)
    if not found.stands:
        return
    found.state, found.changed_at = WITHDRAWN, at
    leaf(session, by, Act.DISCLOSURE_WITHDRAW, found.record)
    _changed(session, found)


def _letter(entry: Entry) -> bytes | None:
    """The blind digest of the letter and guest unit of a reception, by which meals told by several people are read together."""
    letter = letter_of(entry) if isinstance(entry, Reception) else None
    return vault.digest("letter", " ".join(letter)) if letter else None


def _named(entry: Entry) -> bytes | None:
    """The blind digest of the name of whoever interfered, by which the system keeps the two apart."""
    return name_digest(entry.by) if isinstance(entry, Interference) else None


def _changed(session: Session, row: Disclosure) -> None:
    """The person is checked again."""
    session.flush()
    checks.stale(session, [row.person_id])
    jobs.enqueue(session, "check", person=row.person_id)


def _locked(session: Session, row: Disclosure) -> Disclosure:
    """The head as it stands now; nobody else changes it until this transaction has ended."""
    chosen = select(Disclosure).where(Disclosure.id == row.id).with_for_update()
    return session.scalars(chosen.execution_options(populate_existing=True)).one()
