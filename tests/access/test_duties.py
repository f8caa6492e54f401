"""Duties one person may not hold together."""

from itertools import combinations, product

import pytest

from declare.access import ADMINISTRATORS, Role, clash, clashes

OTHERS = [role for role in Role if role not in ADMINISTRATORS]


@pytest.mark.parametrize(("one", "other"), list(combinations(sorted(ADMINISTRATORS, key=str), 2)))
def test_the_three_administrators_are_three_people(one, other):
    assert clash(one, {other}) is other and clash(other, {one}) is one


@pytest.mark.parametrize(("admin", "role"), list(product(sorted(ADMINISTRATORS, key=str), OTHERS)))
def test_an_administrator_holds_no_other_role(admin, role):
    assert clash(admin, {role}) is role and clash(role, {admin}) is admin


@pytest.mark.parametrize("role", [role for role in OTHERS if role is not Role.DECLARANT])
def test_everybody_else_declares_too(role):
    assert clash(Role.DECLARANT, {role}) is None


def test_who_asks_for_an_export_does_not_approve_it():
    assert clash(Role.RELEASING_OFFICER, {Role.AUDITOR}) is Role.AUDITOR


def test_every_forbidden_pair_is_found():
    found = clashes([Role.SYSTEM_ADMIN, Role.AUDIT_ADMIN, Role.DECLARANT])
    assert {frozenset({Role.SYSTEM_ADMIN, Role.AUDIT_ADMIN}), frozenset({Role.SYSTEM_ADMIN, Role.DECLARANT})} < set(
        found
    )
    assert clashes([Role.DECLARANT, Role.REVIEWER]) == []
