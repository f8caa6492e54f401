"""The one function that says who may do what. It looks at nothing but what it is given."""

from collections import defaultdict
from dataclasses import dataclass

from declare.access.action import Action
from declare.access.actor import Actor, Resource
from declare.access.role import Role
from declare.access.table import TABLE, Relation, Row


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether it is allowed, and by which row of the table; `role` is the role it is then done in."""

    allowed: bool
    row: str = ""
    role: Role | None = None


REFUSED = Decision(allowed=False)

_by_action: dict[Action, list[Row]] = defaultdict(list)
for _row in TABLE:
    _by_action[_row.action].append(_row)


def rows(action: Action) -> tuple[Row, ...]:
    """The rows of the table about one action, in its order."""
    return tuple(_by_action.get(action, ()))


def decide(actor: Actor, action: Action, resource: Resource | None = None) -> Decision:
    """Whether the actor may do this to that; without a resource, whether any of their roles may do it at all.

    The first row that fits allows it. Where none fits it is refused.
    """
    for row in rows(action):
        if _holds(actor, row) and (resource is None or _fits(actor, row, resource)):
            return Decision(allowed=True, row=str(row), role=row.role)
    return REFUSED


def _holds(actor: Actor, row: Row) -> bool:
    """Whether the actor has the role of a row."""
    return row.role is None or row.role in actor.roles


def _fits(actor: Actor, row: Row, resource: Resource) -> bool:
    """Whether relation, state, recusal and the second person of a row are as it asks."""
    if row.states and resource.state not in row.states:
        return False
    if row.second and resource.asked_by == actor.account:
        return False
    return _relates(actor, row, resource) and (row.relation is Relation.OWN or not recused(actor, resource))


def _relates(actor: Actor, row: Row, resource: Resource) -> bool:
    """Whether the actor stands to the resource as a row asks."""
    match row.relation:
        case Relation.OWN:
            return _owns(actor, resource)
        case Relation.UNIT:
            return within(resource.unit, actor.reach(row.role))
        case Relation.ASSIGNED:
            return actor.account in resource.assigned
        case Relation.ANY:
            return True


def _owns(actor: Actor, resource: Resource) -> bool:
    """Whether it is about the actor themselves, or was made by their own account where it is about nobody."""
    if resource.owner is not None:
        return resource.owner == actor.person
    return resource.asked_by is not None and resource.asked_by == actor.account


def recused(actor: Actor, resource: Resource) -> bool:
    """Whether the actor may not touch this because it is about themselves or about somebody close to them; no override."""
    return actor.person is not None and (actor.person == resource.owner or actor.person in resource.recused)


def within(unit: str, reach: str) -> bool:
    """Whether a unit's path lies at or below another's; nobody without a unit reaches anything."""
    return bool(reach) and unit.startswith(reach)
