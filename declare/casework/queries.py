"""Reading for casework: the queue, one person's findings, what waits for a second person. Always in order."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, Select, and_, exists, false, func, or_, select
from sqlalchemy.orm import Session

from declare.access import Actor
from declare.accounts.models import Person
from declare.accounts.people import lies_below
from declare.casework.models import Assignment, Consultation, Decision
from declare.casework.reach import reaches, scope
from declare.casework.unmasking.models import Unmasking
from declare.casework.unmasking.queries import active
from declare.casework.weights import Precisions, weight
from declare.checks.models import DEFERRED, INQUIRED, OPEN, WAITS, Finding
from declare.extensions import db
from declare.units.models import Unit
from declare.web import today, visitor

PAGE = 50
TO_DO = (OPEN, INQUIRED, DEFERRED)
"""The states a queue can be of; the first is the one shown unless another is asked for."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the queue is narrowed to; empty where it is not. `state` is that of the findings counted."""

    unit: str = ""
    severity: int = 0
    rule: str = ""
    state: str = OPEN


class Queued(NamedTuple):
    """One person in the queue: the sum, findings by severity, since when, and how many persons there are in all."""

    person: Person
    unit: str
    score: int
    first: int
    second: int
    third: int
    fourth: int
    fifth: int
    oldest: datetime
    persons: int


class Place(NamedTuple):
    """Where somebody stands in the queue, of how many, and who stands before and after."""

    place: int
    total: int
    before: int | None
    after: int | None

    @property
    def page(self) -> int:
        """The page of the queue they stand on."""
        return (self.place - 1) // PAGE + 1


class Case(NamedTuple):
    """A person with the name of their unit, one account's consultation and whether the case was given to it.

    `granted` is the number of the last request of that account to see what is masked that is in force.
    """

    person: Person
    unit: str
    consultation: Consultation | None
    assigned: bool
    granted: int | None


class Waiting(NamedTuple):
    """A finding that waits for a second person."""

    finding: Finding
    person: Person
    unit: str


def queue(session: Session, actor: Actor, wanted: Wanted, *, page: int | None, known: Precisions) -> list[Queued]:
    """People with open findings, the most pressing first, ties by the order they were entered; one page, or all."""
    counts = [func.count().filter(Finding.severity == severity) for severity in range(1, 6)]
    score = func.sum(weight(known))
    chosen = (
        select(Person, Unit.name, score, *counts, func.min(Finding.first_seen), func.count().over())
        .join(Finding, Finding.person_id == Person.id)
        .join(Unit, Unit.id == Person.unit_id)
        .where(Finding.state == wanted.state, scope(actor), *_narrowed(wanted))
        .group_by(Person.id, Unit.name)
        .order_by(score.desc(), Person.id)
    )
    if page is not None:
        chosen = chosen.limit(PAGE).offset((page - 1) * PAGE)
    return [Queued(*tuple(row)) for row in session.execute(chosen)]


def place(session: Session, actor: Actor, person_id: int, *, known: Precisions) -> Place | None:
    """Where a person stands in the whole queue; None for somebody who is not in it."""
    score = func.sum(weight(known))
    order = (score.desc(), Person.id)
    ranked = (
        select(
            Person.id,
            func.row_number().over(order_by=order).label("place"),
            func.count().over().label("total"),
            func.lag(Person.id).over(order_by=order).label("before"),
            func.lead(Person.id).over(order_by=order).label("after"),
        )
        .join(Finding, Finding.person_id == Person.id)
        .where(Finding.state == OPEN, scope(actor))
        .group_by(Person.id)
        .subquery()
    )
    row = session.execute(select(ranked).where(ranked.c.id == person_id)).first()
    return Place(row.place, row.total, row.before, row.after) if row else None


def _narrowed(wanted: Wanted) -> Iterable[ColumnElement[bool]]:
    """The conditions of the filters."""
    if wanted.unit:
        yield lies_below(Person.unit_path, wanted.unit)
    if wanted.severity:
        yield _has(wanted.state, Finding.severity >= wanted.severity)
    if wanted.rule:
        yield _has(wanted.state, Finding.rule == wanted.rule)


def _has(state: str, condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether a person has a finding like that."""
    return Person.id.in_(select(Finding.person_id).where(Finding.state == state, condition))


def units(session: Session, actor: Actor) -> list[Unit]:
    """The units an actor looks after, by path."""
    inside = or_(false(), *(lies_below(Unit.path, path) for path in reaches(actor)))
    return list(session.scalars(select(Unit).where(inside).order_by(Unit.path)))


def person(session: Session, person_id: int, *, account: int) -> Case | None:
    """A person with their unit's name, the account's consultation where one is still valid, and what else is theirs of it."""
    valid = and_(
        Consultation.person_id == Person.id,
        Consultation.account_id == account,
        Consultation.until >= today(),
        Consultation.returned_at.is_(None),
    )
    here = and_(Assignment.person_id == Person.id, Assignment.account_id == account, Assignment.ended_at.is_(None))
    mine = and_(Unmasking.person_id == Person.id, Unmasking.account_id == account, active())
    chosen = (
        select(
            Person,
            Unit.name,
            Consultation,
            exists().where(here).label("assigned"),
            select(func.max(Unmasking.id)).where(mine).scalar_subquery().label("granted"),
        )
        .join(Unit, Unit.id == Person.unit_id)
        .outerjoin(Consultation, valid)
        .where(Person.id == person_id)
        .order_by(Consultation.id.desc())
    )
    found = session.execute(chosen.limit(1)).first()
    return None if found is None else Case(*found)


def findings_of(session: Session, person_id: int) -> list[Finding]:
    """Everything found about a person, the gravest first, then the newest year."""
    chosen = select(Finding).where(Finding.person_id == person_id)
    return list(session.scalars(chosen.order_by(Finding.severity.desc(), Finding.year.desc(), Finding.id)))


def decisions_beside(session: Session, finding: Finding) -> tuple[list[Finding], list[Decision]]:
    """Everything found about the same person, in order, and the decisions on this finding."""
    mine = and_(Decision.finding_id == Finding.id, Finding.id == finding.id)
    chosen = (
        select(Finding, Decision)
        .outerjoin(Decision, mine)
        .where(Finding.person_id == finding.person_id)
        .order_by(Finding.severity.desc(), Finding.year.desc(), Finding.id, Decision.position)
    )
    rows: list[tuple[Finding, Decision | None]] = [(row[0], row[1]) for row in session.execute(chosen)]
    return list(dict.fromkeys(one for one, _ in rows)), [step for _, step in rows if step is not None]


def last_decision(session: Session, finding_id: int) -> Decision | None:
    """The latest step on a finding."""
    chosen = select(Decision).where(Decision.finding_id == finding_id).order_by(Decision.position.desc())
    return session.scalars(chosen.limit(1)).first()


def waiting(session: Session, actor: Actor) -> list[Waiting]:
    """The findings that wait for a second person, the oldest first."""
    rows = session.execute(_waiting(actor).order_by(Finding.last_seen, Finding.id).limit(PAGE))
    return [Waiting(*row) for row in rows]


def waiting_count() -> int:
    """How many findings wait for the lead who is signed in."""
    who = visitor()
    if who is None:
        return 0
    counted = select(func.count()).select_from(_waiting(who.actor()).subquery())
    return db.session.scalar(counted) or 0


def _waiting(actor: Actor) -> Select[Finding, Person, str]:
    """The findings that wait, within an actor's scope, those the actor proposed apart."""
    proposed = select(Decision.finding_id).where(Decision.account_id == actor.account, Decision.step == "proposed")
    return (
        select(Finding, Person, Unit.name)
        .join(Person, Person.id == Finding.person_id)
        .join(Unit, Unit.id == Person.unit_id)
        .where(Finding.state == WAITS, scope(actor), Finding.id.not_in(proposed))
    )
