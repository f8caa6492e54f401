"""Route × method × role × relation × state, put to the function every request passes."""

from contextlib import contextmanager
from itertools import product
from types import SimpleNamespace
from unittest.mock import patch

from werkzeug.exceptions import Forbidden

from declare.barrier import declared
from declare.web import permission
from tests.access import routes
from tests.access.granted import HOLDERS, SITUATIONS, STATES, actor, reviewed, thing


@contextmanager
def asking(app):
    """A function that asks as a request does, whether one who holds a role passes, and that a refusal is written down."""
    written = []

    def ask(name, action, resource=None):
        written.clear()
        try:
            permission.demand(SimpleNamespace(actor=lambda: actor(name)), action, resource)
        except Forbidden:
            assert len(written) == 1
            return False
        assert not written
        return True

    with (
        app.test_request_context("/"),
        declared(None),
        patch.object(permission, "authority", lambda: None),
        patch.object(permission, "leaf_apart", lambda *said: written.append(said)),
    ):
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


def measured(app):
    """How many were asked about, and those that were not decided as they were reviewed."""
    granted = reviewed()
    entering = {(action, name) for action, name, _, _ in granted}
    made, wrong = 0, []
    with asking(app) as ask:
        for address, method, name, action, cell in wanted(app):
            key = (action.value, name)
            right = key in entering if cell is None else (*key, *cell) in granted
            if ask(name, action, thing(*cell) if cell else None) is not right:
                wrong.append((method, address, name, cell))
            made += 1
    return made, wrong
