"""Every route × method × role stands in a checked-in table, and the running pages keep to it."""

import pytest

from declare.access import ADMINISTRATORS, Action, Actor, Relation, Role, decide, rows
from tests.access import routes
from tests.access.routes import EXPECTED


def lines(text):
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    from declare import create_app
    from declare.config import Settings

    return create_app(Settings(instance=tmp_path_factory.mktemp("instance")))


def test_every_route_stands_in_the_table_as_it_is_decided(whole):
    found, reviewed = lines(routes.table(whole)), lines(EXPECTED.read_text(encoding="utf-8"))
    new, gone = sorted(set(found) - set(reviewed)), sorted(set(reviewed) - set(found))
    assert (new, gone) == ([], []), "python -m tests.access.routes writes the table anew; read the difference"


def test_no_route_is_unguarded_or_open_to_nobody(whole):
    closed = [line for line in lines(routes.table(whole)) if line.endswith(("UNGUARDED", " ."))]
    assert closed == []


def test_no_route_that_opens_content_admits_an_administrator(whole):
    admits = [
        (endpoint, role.value)
        for _, _, endpoint in routes.taken(whole)
        if (action := getattr(whole.view_functions[endpoint], "may", None)) and action.opens
        for role in ADMINISTRATORS
        if decide(Actor(1, roles=frozenset({role})), action).allowed
    ]
    assert admits == []


def test_an_action_bound_to_a_thing_names_how_to_find_it(whole):
    """A route that acts on something within a unit, one's own or assigned, loads it before it decides."""
    bound = {Relation.UNIT, Relation.ASSIGNED}
    loose = [
        f"{method} {address}"
        for address, method, endpoint in routes.taken(whole)
        if (action := getattr(whole.view_functions[endpoint], "may", None))
        and "<" in address
        and {row.relation for row in rows(action)} & bound
        and not whole.view_functions[endpoint].on
    ]
    assert loose == []


def test_every_action_has_a_row_and_every_row_a_role():
    assert [action.name for action in Action if not rows(action)] == []
    assert {row.role for action in Action for row in rows(action)} == {None, *Role}
