"""The application as the house rules look at it: every part registered, an empty folder for its state."""

import pytest

import declare


@pytest.fixture(scope="session")
def house(tmp_path_factory):
    """The whole application."""
    if not hasattr(declare, "create_app"):
        pytest.skip("declare.create_app does not stand yet")
    from declare.config import Settings

    return declare.create_app(Settings(instance=tmp_path_factory.mktemp("instance")))
