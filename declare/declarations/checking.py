"""What the rules get from the reports: who filed, everything they filed, the names of units, the managed objects."""

from collections.abc import Sequence

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from declare import jobs
from declare.checks import Source, Standing, Surroundings, register
from declare.declarations import queries
from declare.declarations.models import Declaration, Filing
from declare.extensions import vault
from declare.items.registries import Managed
from declare.registries.service import rows_of
from declare.units.models import Unit
from declare.vault import Reader

_decode = msgspec.json.Decoder(Standing).decode


def connect() -> None:
    """Lets the rules be run on reports; a filing asks for it."""
    from declare.declarations import submission

    register(Source(persons, histories, surroundings))
    if ask_for_check not in submission.on_submitted:
        submission.on_submitted.append(ask_for_check)


def persons(session: Session, year: int | None) -> Sequence[int]:
    """Everybody who filed, or who filed on one year, by id."""
    wanted = select(Declaration.person_id).join(Filing, Filing.declaration_id == Declaration.id).distinct()
    if year is not None:
        wanted = wanted.where(Declaration.year == year)
    return session.scalars(wanted.order_by(Declaration.person_id)).all()


def histories(session: Session, person_ids: Sequence[int], reader: Reader) -> dict[int, list[Standing]]:
    """Everything these persons filed: one query, one leaf for the whole list."""
    chosen = (
        select(Declaration.person_id, Filing.declaration_id, Filing.id, Filing.version, Filing.sealed)
        .join(Filing, Filing.declaration_id == Declaration.id)
        .where(Declaration.person_id.in_(person_ids))
        .order_by(Declaration.person_id, Filing.filed_on, Filing.id)
    )
    rows = session.execute(chosen).tuples().all()
    openers = vault.openings(session, [f"filing/{row[2]}" for row in rows], reader, what="history")
    found: dict[int, list[Standing]] = {}
    for person, declaration, filing, version, sealed in rows:
        document = _decode(openers[f"filing/{filing}"].open(queries.FILED, version, sealed))
        kept = msgspec.structs.replace(document, person_id=person, declaration_id=declaration, filing_id=filing)
        found.setdefault(person, []).append(kept)
    return found


def surroundings(session: Session, reader: Reader) -> Surroundings:
    """The managed objects, and the names of units by code."""
    units = session.execute(select(Unit.code, Unit.name).order_by(Unit.code)).tuples()
    return Surroundings(rows_of(session, Managed, reader), dict(units.all()))


def ask_for_check(session: Session, row: Filing) -> None:
    """Writes the job that checks the person, with the filing."""
    person = session.scalar(select(Declaration.person_id).where(Declaration.id == row.declaration_id))
    jobs.enqueue(session, "check", person=person or 0)
