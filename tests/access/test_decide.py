"""One pure function decides: over the full product of roles and actions, relations, states, recusal, the second person."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from declare.access import ADMINISTRATORS, TABLE, Action, Actor, Relation, Resource, Role, decide, within

ME, OTHER = 7, 8
STATES = ("", "draft", "submitted", "requested", "built", "waiting", "active")

roles = st.frozensets(st.sampled_from(Role))
paths = st.sampled_from(["", "/ZD/", "/ZD/JD/", "/ZD/JD/DY/", "/ZD/JDX/", "/QT/"])
actors = st.builds(Actor, account=st.integers(1, 3), person=st.none() | st.integers(1, 3), roles=roles, unit=paths)
resources = st.builds(
    Resource,
    kind=st.just("declaration"),
    owner=st.none() | st.integers(1, 3),
    unit=paths,
    state=st.sampled_from(STATES),
    asked_by=st.none() | st.integers(1, 3),
    assigned=st.frozensets(st.integers(1, 3)),
    recused=st.frozensets(st.integers(1, 3)),
)


def actor(*held, person=ME, unit="/ZD/JD/", account=1):
    return Actor(account=account, person=person, roles=frozenset(held), unit=unit)


def declaration(owner=OTHER, unit="/ZD/JD/", state="submitted", **more):
    return Resource(kind="declaration", id=12, owner=owner, unit=unit, state=state, **more)


@pytest.mark.parametrize(("role", "action"), list(product(Role, Action)), ids=lambda one: one.value)
def test_a_role_may_what_its_rows_say_and_nothing_else(role, action):
    stands = any(row.role in {None, role} and row.action is action for row in TABLE)
    assert decide(actor(role), action).allowed is stands


@pytest.mark.parametrize(
    ("role", "action"), list(product(sorted(ADMINISTRATORS, key=str), Action)), ids=lambda one: one.value
)
def test_no_administrator_opens_content(role, action):
    opened = [
        decide(actor(role, person=person, unit="/ZD/"), action, declaration(state=state, assigned=frozenset({1})))
        for person, state in product((None, ME, OTHER), STATES)
    ]
    assert not (action.opens and any(decision.allowed for decision in opened))


@given(actors, st.sampled_from(Action), resources)
def test_what_is_allowed_names_a_row_that_fits(asking, action, about):
    decision = decide(asking, action, about)
    found = [row for row in TABLE if str(row) == decision.row]
    assert decision.allowed is bool(found)
    if found:
        row = found[0]
        assert row.action is action and (row.role is None or row.role in asking.roles)
        assert row.role is decision.role and (not row.states or about.state in row.states)
        assert not (row.second and about.asked_by == asking.account)


@given(actors, st.sampled_from(Action), resources)
def test_more_roles_never_take_anything_away(asking, action, about):
    every = Actor(asking.account, asking.person, frozenset(Role), asking.unit)
    assert decide(asking, action, about).allowed <= decide(every, action, about).allowed


@given(actors, st.sampled_from(Action), resources)
def test_nobody_without_a_role_reaches_a_thing_of_somebody_else(asking, action, about):
    bare = Actor(asking.account, asking.person, frozenset(), asking.unit)
    about_other = Resource(kind="declaration", owner=99, unit=about.unit, state=about.state)
    everyone = {row.action for row in TABLE if row.role is None and row.relation is Relation.ANY}
    assert decide(bare, action, about_other).allowed is (action in everyone)


@given(actors, resources)
def test_a_reviewer_never_reaches_their_own_or_a_recused_filing(asking, about):
    reviewing = Actor(asking.account, 2, frozenset({Role.REVIEWER, Role.DISCIPLINE_LEAD}), asking.unit)
    own = Resource("declaration", 1, owner=2, unit=about.unit, state=about.state, assigned=frozenset({asking.account}))
    kin = Resource("declaration", 1, owner=3, unit=about.unit, assigned=own.assigned, recused=frozenset({2}))
    for action in (Action.READ_PERSON, Action.READ_FINDING, Action.DECIDE_FINDING, Action.CONFIRM_FINDING):
        assert not decide(reviewing, action, own).allowed
        assert not decide(reviewing, action, kin).allowed


def test_a_declarant_writes_their_own_draft_alone():
    me = actor(Role.DECLARANT)
    assert decide(me, Action.WRITE_DECLARATION, declaration(ME, state="draft")).allowed
    assert not decide(me, Action.WRITE_DECLARATION, declaration(ME, state="submitted")).allowed
    assert not decide(me, Action.WRITE_DECLARATION, declaration(OTHER, state="draft")).allowed
    assert not decide(actor(Role.DECLARANT, person=None), Action.READ_DECLARATION, declaration(None)).allowed


@pytest.mark.parametrize(
    ("unit", "inside"),
    [("/ZD/JD/", True), ("/ZD/JD/DY/", True), ("/ZD/", False), ("/ZD/JDX/", False), ("", False), ("/QT/", False)],
)
def test_a_reviewer_reaches_their_unit_and_below(unit, inside):
    assert decide(actor(Role.REVIEWER), Action.READ_PERSON, declaration(unit=unit)).allowed is inside


def test_a_role_granted_for_another_unit_reaches_there_instead():
    lead = Actor(1, ME, frozenset({Role.DISCIPLINE_LEAD}), "/ZD/JW/", reaches={Role.DISCIPLINE_LEAD: "/ZD/JD/"})
    assert decide(lead, Action.READ_PERSON, declaration(unit="/ZD/JD/DY/")).allowed
    assert not decide(lead, Action.READ_PERSON, declaration(unit="/ZD/JW/")).allowed


def test_an_assigned_case_is_reached_wherever_it_is():
    given_to_me = declaration(unit="/QT/", assigned=frozenset({1}))
    assert decide(actor(Role.REVIEWER), Action.READ_FINDING, given_to_me).allowed
    assert not decide(actor(Role.REVIEWER, account=2), Action.READ_FINDING, given_to_me).allowed
    assert not decide(actor(Role.PERSONNEL), Action.READ_FINDING, given_to_me).allowed


@pytest.mark.parametrize(
    ("role", "action", "state"),
    [
        (Role.RELEASING_OFFICER, Action.APPROVE_RELEASE, "requested"),
        (Role.SECURITY_ADMIN, Action.GIVE_GRANT, "waiting"),
        (Role.DISCIPLINE_LEAD, Action.CONFIRM_FINDING, ""),
        (Role.SYSTEM_ADMIN, Action.DISABLE_ACCOUNT, "active"),
    ],
)
def test_what_takes_two_people_is_refused_to_the_one_who_asked(role, action, state):
    about = Resource("thing", 1, unit="/ZD/JD/", state=state, asked_by=1)
    assert not decide(actor(role, account=1), action, about).allowed
    assert decide(actor(role, account=2), action, about).allowed


def test_an_auditor_downloads_what_they_asked_for_once_it_is_built():
    mine = Resource("release", 1, state="built", asked_by=1)
    assert decide(actor(Role.AUDITOR), Action.DOWNLOAD_RELEASE, mine).allowed
    assert not decide(actor(Role.AUDITOR, account=2), Action.DOWNLOAD_RELEASE, mine).allowed
    assert not decide(actor(Role.AUDITOR), Action.DOWNLOAD_RELEASE, Resource("release", 1, state="built")).allowed


def test_nobody_without_a_unit_reaches_the_whole_corps():
    assert not within("/ZD/", "")
    assert not decide(actor(Role.REVIEWER, unit=""), Action.READ_PERSON, declaration()).allowed


def test_the_audit_names_a_thing_without_its_content():
    assert declaration().name == "declaration/12"
    assert Resource("session").name == "session"
