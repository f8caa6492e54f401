"""What the rules get from the reports: who filed, everything they filed, the names of units, the managed objects."""

from collections.abc import Sequence
from typing import NamedTuple

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
from declare.vault import Opener, Reader

_decode = msgspec.json.Decoder(Standing).decode


class Kept(NamedTuple):
    """A filed report as it is kept."""

    person_id: int
    declaration_id: int
    filing_id: int
    version: int
    sealed: bytes

    @property
    def record(self) -> str:
        """The name of the sealed record: `filing/8`."""
        return f"filing/{self.filing_id}"

    def opened(self, opener: Opener) -> Standing:
        """The report, knowing where it is kept."""
        document = _decode(opener.open(queries.FILED, self.version, self.sealed))
        return msgspec.structs.replace(
            document, person_id=self.person_id, declaration_id=self.declaration_id, filing_id=self.filing_id
        )


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
    rows = kept(session, person_ids)
    openers = vault.openings(session, [row.record for row in rows], reader, what="history")
    found: dict[int, list[Standing]] = {}
    for row in rows:
        found.setdefault(row.person_id, []).append(row.opened(openers[row.record]))
    return found


def kept(session: Session, person_ids: Sequence[int], *, year: int | None = None) -> list[Kept]:
    """Everything these persons filed (on one year only, if given), sealed, the earliest first."""
    chosen = (
        select(Declaration.person_id, Filing.declaration_id, Filing.id, Filing.version, Filing.sealed)
        .join(Filing, Filing.declaration_id == Declaration.id)
        .where(Declaration.person_id.in_(person_ids))
        .order_by(Declaration.person_id, Filing.filed_on, Filing.id)
    )
    if year is not None:
        chosen = chosen.where(Declaration.year == year)
    return [Kept(*row) for row in session.execute(chosen)]


def surroundings(session: Session, reader: Reader) -> Surroundings:
    """The managed objects, and the names of units by code."""
    units = session.execute(select(Unit.code, Unit.name).order_by(Unit.code)).all()
    return Surroundings(rows_of(session, Managed, reader), {unit.code: unit.name for unit in units})


def ask_for_check(session: Session, row: Filing) -> None:
    """Writes the job that checks the person, with the filing."""
    person = session.scalar(select(Declaration.person_id).where(Declaration.id == row.declaration_id))
    jobs.enqueue(session, "check", person=person or 0)
