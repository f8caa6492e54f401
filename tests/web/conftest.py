"""The office these tests work in."""

import pytest

from tests.office import Clock, Office


@pytest.fixture
def clock(app):
    app.extensions["clock"] = Clock()
    return app.extensions["clock"]


@pytest.fixture
def office(app, clock):
    return Office(app, clock)
