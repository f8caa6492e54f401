"""Route × method × role × relation × state: each combination is put to the function every request passes, against granted.txt."""

import sys
from itertools import product
from types import SimpleNamespace

import pytest
from werkzeug.exceptions import Forbidden

from declare import create_app
from declare.config import Settings
from declare.web import permission
from tests.access import granted, routes
from tests.access.granted import HOLDERS, SITUATIONS, STATES, actor, thing

GOAL = 5_000


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    return create_app(Settings(instance=tmp_path_factory.mktemp("instance")))


@pytest.fixture(scope="module")
def reviewed():
    return granted.reviewed()


@pytest.fixture
def passes(whole, monkeypatch):
    """Asks as a request does: whether one who holds a role passes, and that a refusal is written down."""
    written = []
    monkeypatch.setattr(permission, "authority", lambda: None)
    monkeypatch.setattr(permission, "leaf_apart", lambda *said: written.append(said))

    def ask(name, action, resource=None):
        written.clear()
        try:
            permission.demand(SimpleNamespace(actor=lambda: actor(name)), action, resource)
        except Forbidden:
            assert len(written) == 1
            return False
        assert not written
        return True

    with whole.test_request_context("/"):
        yield ask


def guarded(app):
    """Every route with a guard, the public ones apart: (address, method, view)."""
    views = ((address, method, app.view_functions[endpoint]) for address, method, endpoint in routes.taken(app))
    return [(address, method, view) for address, method, view in views if hasattr(view, "may")]


def wanted(app):
    """Every combination: those of a role alone, and with a thing where the route is about one."""
    for address, method, view in guarded(app):
        for name in HOLDERS:
            yield address, method, name, view.may, None
            if view.on is not None:
                for situation, state in product(SITUATIONS, STATES):
                    yield address, method, name, view.may, (situation, state)


def test_every_combination_is_decided_as_it_was_reviewed(whole, reviewed, passes):
    entering = {(action, name) for action, name, _, _ in reviewed}
    made, wrong = 0, []
    for address, method, name, action, cell in wanted(whole):
        key = (action.value, name)
        right = key in entering if cell is None else (*key, *cell) in reviewed
        if passes(name, action, thing(*cell) if cell else None) is not right:
            wrong.append((method, address, name, cell))
        made += 1
    sys.stdout.write(f"{made} authorisation assertions on {len(guarded(whole))} routes\n")
    assert wrong == [] and made >= GOAL


def test_what_was_reviewed_is_what_the_policy_says():
    text = granted.EXPECTED.read_text(encoding="utf-8")
    assert granted.table() == text, "python -m tests.access.granted writes the table anew; read the difference"


def test_nobody_is_granted_what_is_about_somebody_close(reviewed):
    assert [one for one in reviewed if one[2].startswith("recused")] == []


def test_each_refusal_of_the_product_is_noticed_when_the_guard_is_gone(whole, reviewed, passes, monkeypatch):
    """The control: with a guard that lets everybody in, the same comparison finds thousands of differences."""
    monkeypatch.setattr(permission, "demand", lambda *_: None)
    wrong = [
        1
        for _, _, name, action, cell in wanted(whole)
        if cell and passes(name, action, thing(*cell)) is not ((action.value, name, *cell) in reviewed)
    ]
    assert len(wrong) > GOAL
