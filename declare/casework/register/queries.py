"""Reading the register of consultations: a lead's with names and reasons, the auditor's without. Always the newest first."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

import msgspec
from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, defer

from declare.access import Actor, Role
from declare.accounts import people
from declare.accounts.models import Account, Person
from declare.audit import AuditLeaf
from declare.casework.models import Consultation
from declare.casework.reach import scope
from declare.extensions import vault
from declare.units.models import Unit
from declare.vault import Reader

PAGE = 50
LONGEST = 10_000
"""Most consultations one file holds."""


class Told(msgspec.Struct, frozen=True):
    """What is sealed of a consultation: what for, under which approval, by whom approved."""

    purpose: str = ""
    approval: str = ""
    approver: str = ""


class Line(NamedTuple):
    """One consultation as a lead reads it; `ended` is the day it was given back or ran out, None while it is valid."""

    number: str
    reader: str
    person: str
    unit: str
    told: Told
    begun: datetime
    until: date
    ended: date | None


class Outside(NamedTuple):
    """One consultation as an auditor reads it: nobody's matters are named. `openings` is how often something was opened under it."""

    number: str
    reader: str
    begun: datetime
    until: date
    ended: date | None
    openings: int


def ended(row: Consultation, day: date) -> date | None:
    """The day a consultation ended, None while it is valid."""
    if row.returned_at is not None:
        return row.returned_at.date()
    return row.until if row.until < day else None


def count(session: Session, actor: Actor) -> int:
    """How many consultations of people in a lead's charge there are."""
    mine = select(func.count()).select_from(Consultation).join(Person, Person.id == Consultation.person_id)
    return session.scalar(mine.where(scope(actor, Role.DISCIPLINE_LEAD))) or 0


def lines(session: Session, actor: Actor, reader: Reader, *, day: date, page: int | None) -> list[Line]:
    """A page of the consultations of people in a lead's charge, or all; nobody's the lead is too close to."""
    chosen = _charged(actor).order_by(Consultation.id.desc())
    first, most = ((page - 1) * PAGE, PAGE) if page else (0, LONGEST)
    rows = [(one[0], one[1], one[2], one[3]) for one in session.execute(chosen.limit(most).offset(first))]
    persons = list({person.id: person for _row, person, _unit, _login in rows}.values())
    names = people.cards(session, persons, reader, what="register") if rows else {}
    openers = vault.openings(session, [row.record for row, *_ in rows], reader, what="register") if rows else {}
    return [
        Line(row.number, login, names[person.id].name, unit, read(openers[row.record].open("purpose", 1, row.sealed)),
             row.begun, row.until, ended(row, day))
        for row, person, unit, login in rows
    ]  # fmt: skip


def read(document: bytes) -> Told:
    """What was sealed of a consultation."""
    return msgspec.json.decode(document, type=Told)


def outside(session: Session, *, day: date, page: int) -> tuple[Sequence[Outside], int]:
    """A page of all consultations as an auditor reads them, and how many there are."""
    chosen = select(Consultation, Account.login).join(Account, Account.id == Consultation.account_id)
    unread = chosen.options(defer(Consultation.sealed, raiseload=True)).order_by(Consultation.id.desc())
    rows = [(row[0], row[1]) for row in session.execute(unread.limit(PAGE).offset((page - 1) * PAGE))]
    opened = _openings(session, [row.record for row, _login in rows])
    total = session.scalar(select(func.count()).select_from(Consultation)) or 0
    return [
        Outside(row.number, login, row.begun, row.until, ended(row, day), opened.get(row.record, 0))
        for row, login in rows
    ], total


def _openings(session: Session, records: Sequence[str]) -> dict[str, int]:
    """How many leaves say that something was opened under each consultation."""
    counted = (
        select(AuditLeaf.row, func.count())
        .where(AuditLeaf.action == "content.open", AuditLeaf.row.in_(records))
        .group_by(AuditLeaf.row)
        .order_by(AuditLeaf.row)
    )
    return {name: number for name, number in session.execute(counted)}  # noqa: C416 - rows, not pairs


def _charged(actor: Actor) -> Select[Consultation, Person, str, str]:
    """The consultations of people in a lead's charge, with the person, the unit and who reads."""
    return (
        select(Consultation, Person, Unit.name.label("unit"), Account.login)
        .join(Person, Person.id == Consultation.person_id)
        .join(Unit, Unit.id == Person.unit_id)
        .join(Account, Account.id == Consultation.account_id)
        .where(scope(actor, Role.DISCIPLINE_LEAD))
    )
