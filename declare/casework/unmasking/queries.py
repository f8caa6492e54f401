"""Reading requests to see what is masked: one's own, those that wait for an answer, those in force. Always in order."""

from typing import NamedTuple

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session, aliased

from declare.access import Actor, Role
from declare.accounts.models import Account, Person
from declare.casework.reach import scope
from declare.casework.recusal import beyond
from declare.casework.unmasking.models import ACTIVE, ANSWERED_WITHIN, REQUESTED, Unmasking
from declare.extensions import db, vault
from declare.units.models import Unit
from declare.vault import Reader
from declare.web import now, visitor

PAGE = 50


class Listed(NamedTuple):
    """One request as a list shows it: the person, their unit, who asked, who decided, and how many there are in all."""

    row: Unmasking
    person: Person
    unit: str
    asker: str
    decider: str | None
    total: int


def standing(session: Session, number: int) -> Unmasking | None:
    """One request."""
    return session.get(Unmasking, number)


def in_force(session: Session, *, account: int | None, person_id: int) -> list[Unmasking]:
    """What an account may see whole of a person at this moment."""
    chosen = select(Unmasking).where(Unmasking.account_id == account, Unmasking.person_id == person_id, active())
    return list(session.scalars(chosen.order_by(Unmasking.id)))


def active() -> ColumnElement[bool]:
    """Whether a request is granted and not over."""
    return and_(Unmasking.state == ACTIVE, Unmasking.until > now())


def waiting() -> ColumnElement[bool]:
    """Whether a request waits for its answer and has not lapsed."""
    return and_(Unmasking.state == REQUESTED, Unmasking.asked_at > now() - ANSWERED_WITHIN)


def listed(session: Session, actor: Actor, *, still: bool, page: int) -> list[Listed]:
    """A page of what an actor may see: their own requests; a lead also those about people in their charge. The newest first."""
    asker, decider = aliased(Account), aliased(Account)
    chosen = (
        select(Unmasking, Person, Unit.name, asker.login, decider.login, func.count().over())
        .join(Person, Person.id == Unmasking.person_id)
        .join(Unit, Unit.id == Person.unit_id)
        .join(asker, asker.id == Unmasking.account_id)
        .outerjoin(decider, decider.id == Unmasking.decided_by)
        .where(_visible(actor), or_(waiting(), active()) if still else ~or_(waiting(), active()))
        .order_by(Unmasking.id.desc())
    )
    return [Listed(*row) for row in session.execute(chosen.limit(PAGE).offset((page - 1) * PAGE))]


def logins(session: Session, row: Unmasking) -> tuple[str, str]:
    """The sign-in names of who asked and who decided, "" while nobody has."""
    wanted = (
        select(Account.id, Account.login).where(Account.id.in_([row.account_id, row.decided_by])).order_by(Account.id)
    )
    names: dict[int, str] = {number: login for number, login in session.execute(wanted)}  # noqa: C416 - rows, not pairs
    return names[row.account_id], names.get(row.decided_by or 0, "")


def words(session: Session, row: Unmasking, reader: Reader) -> tuple[str, str]:
    """The reason given and the reason of the decision, opened; "" while there is none."""
    opener = vault.opening(session, row.record, reader)
    decision = opener.open("decision", 1, row.decision).decode() if row.decision else ""
    return opener.open("reason", 1, row.sealed).decode(), decision


def waiting_count() -> int:
    """How many requests wait for the lead who is signed in."""
    who = visitor()
    if who is None or Role.DISCIPLINE_LEAD not in who.actor().roles:
        return 0
    mine = _of_people(who.actor()).where(waiting(), Unmasking.account_id != who.id)
    return db.session.scalar(select(func.count()).select_from(mine.subquery())) or 0


def _visible(actor: Actor) -> ColumnElement[bool]:
    """Whether a request is the actor's own, or about a person in a lead's charge; never about somebody too close."""
    mine = and_(Unmasking.account_id == actor.account, Unmasking.person_id.not_in(beyond(actor.person)))
    if Role.DISCIPLINE_LEAD not in actor.roles:
        return mine
    return or_(mine, Unmasking.id.in_(_of_people(actor)))


def _of_people(actor: Actor) -> Select[int]:
    """The requests about people in a lead's charge."""
    return select(Unmasking.id).join(Person, Person.id == Unmasking.person_id).where(scope(actor, Role.DISCIPLINE_LEAD))
