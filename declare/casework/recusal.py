"""回避: who may not look into whose matters, computed from what the system knows; there is no override, a case only moves.

A person's own matters. Those of their family, as either declared it, and of whoever declared the same relative, home or
title: one household. Those of a colleague of the same unit, now or not long ago. Those of somebody who dealt with their own
case, and of somebody one of the two has put on record for interfering in a case. Read off blind digests; nothing is opened.

The unit at the top is no such unit: whoever reviews sits there, and its people could be reviewed by nobody.
"""

from datetime import date
from typing import Any

from sqlalchemy import CompoundSelect, Select, and_, false, literal, or_, select, union
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from declare.accounts.models import Account, FormerUnit, Person
from declare.casework.models import Consultation, Decision
from declare.checks.models import Finding
from declare.declarations.models import Declaration, Filing, Trace
from declare.declarations.sheets import FAMILY
from declare.disclosures.models import FILED, Disclosure
from declare.items.disclosures import Interference
from declare.items.spec import table_of
from declare.law import Dated, Text
from declare.law.counting import add_months
from declare.units.models import Unit
from declare.web import today

SAME_UNIT = Dated(
    "recusal.same_unit_months",
    {"2017-02-08": 12},
    basis=None,
    checked="2026-11-24",
    title=Text("离开同一单位后须回避的月数", "Months colleagues keep away after leaving a unit"),
    unit=Text("个月", "months"),
)
"""For how long after one of two colleagues has left neither looks into the other's matters."""

AT_THE_TOP = Dated(
    "recusal.same_unit_at_the_top",
    {"2017-02-08": False},
    basis=None,
    checked="2026-11-24",
    title=Text("最上级单位的同事之间也须回避", "Colleagues keep away in the unit at the top too"),
)
"""Whether colleagues keep away in the unit at the top too: only where those who review belong to another one."""

SHARED = ((FAMILY, "id_number"), ("basic", "address"), ("real_estate", "address"), ("real_estate", "certificate"))
"""What two reports have in common only where the two are of one household or have the same relative."""

Persons = Select[int] | CompoundSelect[int]


def beyond(person_id: int | None) -> Persons:
    """The persons out of somebody's reach: themselves and those too close; none for an account without a person."""
    if person_id is None:
        return select(Person.id).where(false())
    return union(select(literal(person_id)), *_grounds(person_id))


def close_to(person_id: int) -> CompoundSelect[int]:
    """The persons somebody is too close to."""
    return union(*_grounds(person_id))


def _grounds(person_id: int) -> tuple[Select[int], ...]:
    """The persons somebody is too close to, ground by ground."""
    return (
        _declared_by(person_id),
        _declaring(person_id),
        _sharing(person_id),
        *_colleagues(person_id, today()),
        *_interference(person_id),
        *_handlers(person_id),
    )


def is_close(session: Session, *, reviewer: int | None, person_id: int) -> bool:
    """Whether a reviewer may not look into this person's matters."""
    if reviewer is None or reviewer == person_id:
        return reviewer is not None
    return session.scalar(select(literal(1)).where(literal(person_id).in_(close_to(reviewer)))) is not None


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


def _sharing(person_id: int) -> Select[int]:
    """Those who declared a relative, a home or a title that the person declared."""
    mine, theirs = aliased(Trace), aliased(Trace)
    telling = [
        or_(*(and_(one.table == table, one.index == index) for table, index in SHARED)) for one in (mine, theirs)
    ]
    same = and_(theirs.digest == mine.digest, theirs.index == mine.index, theirs.person_id != mine.person_id)
    return select(theirs.person_id).join(mine, same).where(mine.person_id == person_id, *telling)


def _colleagues(person_id: int, day: date) -> tuple[Select[int], ...]:
    """Those who belong to a unit of the person's, or did not long ago."""
    since = add_months(day, -SAME_UNIT.held(day).value)
    own = select(Person.unit_id).where(Person.id == person_id)
    left = select(FormerUnit.unit_id).where(FormerUnit.person_id == person_id, FormerUnit.until >= since)
    units = select(Unit.id).where(or_(Unit.id.in_(own), Unit.id.in_(left)))
    if not AT_THE_TOP.held(day).value:
        units = units.where(Unit.parent_id.is_not(None))
    here = select(Person.id).where(Person.unit_id.in_(units))
    before = select(FormerUnit.person_id).where(FormerUnit.unit_id.in_(units), FormerUnit.until >= since)
    return here, before


def _interference(person_id: int) -> tuple[Select[int], ...]:
    """Those the person has put on record for interfering in a case, and those who have put the person on record."""
    kept = and_(Disclosure.kind == table_of(Interference).key, Disclosure.state == FILED)
    name = select(Person.name_digest).where(Person.id == person_id).scalar_subquery()
    named = select(Person.id).join(Disclosure, Disclosure.named == Person.name_digest)
    return (
        named.where(kept, Disclosure.person_id == person_id),
        select(Disclosure.person_id).where(kept, Disclosure.named == name),
    )


def _handlers(person_id: int) -> tuple[Select[int], ...]:
    """Those who have dealt with the person's own case: consulted the reports, or decided on a finding."""
    handler: Select[Any] = select(Account.person_id).where(Account.person_id.is_not(None))
    consulted = handler.join(Consultation, Consultation.account_id == Account.id)
    decided = handler.join(Decision, Decision.account_id == Account.id).join(Finding, Finding.id == Decision.finding_id)
    return consulted.where(Consultation.person_id == person_id), decided.where(Finding.person_id == person_id)
