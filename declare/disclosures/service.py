"""Keeping disclosures."""

from datetime import date, datetime

import msgspec
from sqlalchemy.orm import Session

from declare.accounts.models import Person
from declare.audit import Act
from declare.disclosures.models import PART, Disclosure
from declare.extensions import vault
from declare.items.spec import Entry, Table
from declare.web import Authority, leaf


def keep(
    session: Session, person: Person, table: Table, entry: Entry, *, filed_on: date, at: datetime, by: Authority
) -> Disclosure:
    """Seals and keeps one disclosure."""
    row = Disclosure(
        person_id=person.id,
        unit_path=person.unit_path,
        kind=table.key,
        filed_on=filed_on,
        filed_at=at,
        revision=1,
        sealed=b"",
    )
    session.add(row)
    session.flush()
    row.sealed = vault.create(session, row.record).seal(PART, row.revision, msgspec.json.encode(entry))
    leaf(session, by, Act.DISCLOSURE_SUBMIT, row.record)
    session.flush()
    return row
