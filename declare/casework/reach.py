"""Whom a reviewer or lead may look into, as a condition every list, search, count and export of theirs is narrowed by."""

from sqlalchemy import ColumnElement, and_, false, or_, select

from declare.access import Actor, Role
from declare.accounts.models import Person
from declare.accounts.people import lies_below
from declare.casework.models import Assignment
from declare.casework.recusal import beyond

REVIEWING = (Role.REVIEWER, Role.DISCIPLINE_LEAD)
"""The roles that look into other people's reports."""


def scope(actor: Actor, *roles: Role) -> ColumnElement[bool]:
    """The persons an actor may look into: those of the units in their charge and those given to them, none too close to them."""
    inside = or_(false(), *(lies_below(Person.unit_path, path) for path in reaches(actor, *roles)))
    if Role.REVIEWER in actor.roles and not roles:
        given = select(Assignment.person_id).where(
            Assignment.account_id == actor.account, Assignment.ended_at.is_(None)
        )
        inside = or_(inside, Person.id.in_(given))
    return inside if actor.person is None else and_(inside, Person.id.not_in(beyond(actor.person)))


def reaches(actor: Actor, *roles: Role) -> list[str]:
    """The paths of the units in an actor's charge, in some of their roles or in all that review."""
    return sorted({actor.reach(role) for role in roles or REVIEWING if role in actor.roles} - {""})
