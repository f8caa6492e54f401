"""回避: who may not look into whose matters: their own, and those of a household one of them declared.

Read off the blind traces of the families in filed reports; nothing is opened for it, and there is no override.
"""

from sqlalchemy import CompoundSelect, Select, select, union
from sqlalchemy.orm import InstrumentedAttribute, Session

from declare.accounts.models import Person
from declare.declarations.models import Declaration, Filing, Trace
from declare.declarations.sheets import FAMILY


def close_to(person_id: int) -> CompoundSelect[int]:
    """The persons who declared this one as family, and those this one declared."""
    return union(_declared_by(person_id), _declaring(person_id))


def is_close(session: Session, *, reviewer: int | None, person_id: int) -> bool:
    """Whether a reviewer may not look into this person's matters."""
    if reviewer is None or reviewer == person_id:
        return reviewer is not None
    return person_id in set(session.scalars(close_to(reviewer)))


def _declaring(person_id: int) -> Select[int]:
    """Those in whose family the person stands."""
    own = select(Person.id_digest).where(Person.id == person_id).scalar_subquery()
    return _families(Declaration.person_id).where(Trace.digest == own)


def _declared_by(person_id: int) -> Select[int]:
    """Those who stand in the person's family."""
    return _families(Person.id).join(Person, Person.id_digest == Trace.digest).where(Declaration.person_id == person_id)


def _families(wanted: InstrumentedAttribute[int]) -> Select[int]:
    """The identity numbers of families in filed reports."""
    return (
        select(wanted)
        .select_from(Trace)
        .join(Filing, Filing.id == Trace.filing_id)
        .join(Declaration, Declaration.id == Filing.declaration_id)
        .where(Trace.table == FAMILY, Trace.index == "id_number")
    )
