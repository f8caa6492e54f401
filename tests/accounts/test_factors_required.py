"""Where a second factor is required, nothing else opens before it is set up."""

import pytest

from declare.access import Role
from tests.accounts.test_factors import enrolled, office_with, paper
from tests.conftest import dispose
from tests.office import PASSWORD


@pytest.fixture
def strict(tmp_path):
    """An office in which everybody needs a second factor."""
    made = office_with(tmp_path, second_factor="required")
    yield made
    dispose(made.app)


def test_where_it_is_required_nothing_else_opens_before(strict):
    strict.account("zheng", Role.DECLARANT, person=True)
    browser = strict.visitor()
    browser.get("/sign-in")
    assert browser.post("/sign-in", login="zheng", password=PASSWORD).location == "/"
    for address in ("/sessions/", "/declarations/", "/rules/"):
        assert browser.get(address).location == "/factors/"
    assert browser.get("/password").status_code == 200
    enrolled(browser, strict.clock)
    assert "第 2 步，共 2 步" in browser.get("/factors/").text
    assert browser.get("/sessions/").location == "/factors/"
    paper(browser)
    assert browser.get("/sessions/").status_code == 200


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.AUDITOR, Role.SYSTEM_ADMIN])
def test_an_app_is_not_enough_for_those_who_work_with_others_matters(strict, role):
    strict.account("he.zhiqiu", role, person=True)
    browser = strict.visitor()
    browser.get("/sign-in")
    browser.post("/sign-in", login="he.zhiqiu", password=PASSWORD)
    enrolled(browser, strict.clock)
    assert browser.get("/sessions/").location == "/factors/"
