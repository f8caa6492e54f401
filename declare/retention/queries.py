"""What is past its time, whose it is, and whom something undecided holds back. Always in order."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, false, or_, select, union
from sqlalchemy.orm import Session, aliased

from declare.checks.models import DEFERRED, INQUIRED, WAITS, Finding
from declare.declarations.models import DRAFT, Declaration, Filing, Section
from declare.disclosures.models import Disclosure
from declare.retention.models import Certificate
from declare.retention.terms import Terms, kept_since
from declare.web.clock import BEIJING

UNDECIDED = (WAITS, INQUIRED, DEFERRED)
"""A finding in one of these states holds back everything of the person."""


@dataclass(frozen=True, slots=True)
class Due:
    """What of some persons is past its time: heads of reports, disclosures, findings about either; ids in order."""

    persons: Sequence[int]
    reports: Sequence[int]
    disclosures: Sequence[int]
    findings: Sequence[int]

    def __bool__(self) -> bool:
        return bool(self.reports or self.disclosures)


def persons(session: Session, terms: Terms, today: date, *, held: bool = False, limit: int | None = None) -> list[int]:
    """Of whom something is past its time, by id: those nothing holds back, or those who are held back."""
    heads = select(Declaration.person_id).where(_reports_over(terms, today))
    rows = select(Disclosure.person_id).where(_disclosures_over(terms, today))
    over = union(heads, rows).subquery()
    undecided = select(Finding.id).where(Finding.person_id == over.c.person_id, Finding.state.in_(UNDECIDED)).exists()
    chosen = select(over.c.person_id).where(undecided if held else ~undecided)
    return list(session.scalars(chosen.order_by(over.c.person_id).limit(limit)))


def due(session: Session, terms: Terms, today: date, person_ids: Sequence[int]) -> Due:
    """What of these persons is past its time."""
    heads = select(Declaration.id).where(_reports_over(terms, today), Declaration.person_id.in_(person_ids))
    reports = _ids(session, heads.order_by(Declaration.id))
    rows = select(Disclosure.id).where(_disclosures_over(terms, today), Disclosure.person_id.in_(person_ids))
    disclosures = _ids(session, rows.order_by(Disclosure.id))
    return Due(person_ids, reports, disclosures, _findings(session, terms, today, person_ids, reports))


def filings(session: Session, reports: Sequence[int]) -> Sequence[Any]:
    """The filed versions of reports: id, the `ref` and the fingerprint its receipt carries."""
    chosen = select(Filing.id, Filing.ref, Filing.content_hash).where(Filing.declaration_id.in_(reports))
    return session.execute(chosen.order_by(Filing.id)).all()


def certificate(session: Session, number: int) -> Certificate | None:
    """One certificate."""
    return session.get(Certificate, number)


def _findings(session: Session, terms: Terms, today: date, who: Sequence[int], reports: Sequence[int]) -> list[int]:
    """The findings about these reports, and those about no report where reports and disclosures of their year are past their time."""
    about: ColumnElement[bool] = Finding.declaration_id.in_(reports)
    if terms.reports is not None and terms.disclosures is not None:
        last = kept_since(today, max(terms.reports, terms.disclosures)).year
        about = or_(about, and_(Finding.person_id.in_(who), Finding.declaration_id.is_(None), Finding.year < last))
    chosen = select(Finding.id).where(about)
    return _ids(session, chosen.order_by(Finding.id))


def _reports_over(terms: Terms, today: date) -> ColumnElement[bool]:
    """Reports whose time is over together with every other one of the person on the same year: a correction is read with what it corrects."""
    if terms.reports is None:
        return false()
    since, other = kept_since(today, terms.reports), aliased(Declaration)
    filed = select(Filing.id).where(Filing.declaration_id == other.id, Filing.filed_on >= since).exists()
    written = and_(other.state == DRAFT, other.opened_at >= _midnight(since))
    kept = select(other.id).where(
        other.person_id == Declaration.person_id, other.year == Declaration.year, or_(filed, written)
    )
    there = select(Filing.id).where(Filing.declaration_id == Declaration.id).exists()
    begun = select(Section.table).where(Section.declaration_id == Declaration.id).exists()
    return and_(or_(there, begun), ~kept.exists())


def _disclosures_over(terms: Terms, today: date) -> ColumnElement[bool]:
    """Disclosures filed, and last corrected, before the first day still kept."""
    if terms.disclosures is None:
        return false()
    since = kept_since(today, terms.disclosures)
    unchanged = or_(Disclosure.changed_at.is_(None), Disclosure.changed_at < _midnight(since))
    return and_(Disclosure.filed_on < since, unchanged)


def _midnight(day: date) -> datetime:
    """The beginning of a day, in Beijing."""
    return datetime.combine(day, time(), BEIJING)


def _ids(session: Session, chosen: Select[int]) -> list[int]:
    """A list of ids."""
    return list(session.scalars(chosen))
