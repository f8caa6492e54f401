"""Which duties one person may not hold together, as data (GB/T 22239-2019 8.1.4.2 d; third-level protection)."""

from collections.abc import Iterable
from itertools import combinations

from declare.access.role import ADMINISTRATORS, Role

APART: frozenset[frozenset[Role]] = frozenset(
    {
        *(frozenset(pair) for pair in combinations(ADMINISTRATORS, 2)),
        *(frozenset({admin, other}) for admin in ADMINISTRATORS for other in Role if other not in ADMINISTRATORS),
        frozenset({Role.AUDITOR, Role.RELEASING_OFFICER}),
        frozenset({Role.AUDITOR, Role.REVIEWER}),
        frozenset({Role.AUDITOR, Role.DISCIPLINE_LEAD}),
        frozenset({Role.PERSONNEL, Role.REVIEWER}),
        frozenset({Role.PERSONNEL, Role.DISCIPLINE_LEAD}),
    }
)
"""Pairs of roles that are never active in one account."""


def clash(role: Role, held: Iterable[Role]) -> Role | None:
    """The first role already held that may not be held together with another, None where all may."""
    return next((other for other in held if frozenset({role, other}) in APART), None)


def clashes(roles: Iterable[Role]) -> list[frozenset[Role]]:
    """Every forbidden pair among some roles."""
    return [pair for pair in map(frozenset, combinations(roles, 2)) if pair in APART]
