"""Everybody lands where their work is; what is not theirs is closed; who runs the system sees nobody's matters."""

import pytest

from declare.demo.corps import corps
from tests.journeys.watching import look

LANDS = {
    "cadre30": "/declarations/",
    "reviewer": "/people/",
    "discipline-lead": "/people/",
    "auditor": "/releases/",
    "releasing-officer": "/releases/",
    "system-admin": "/accounts/",
    "security-admin": "/grants/",
}
CLOSED = ("/people/", "/findings/", "/releases/", "/accounts/", "/grants/")
ADMINISTRATORS = {
    "system-admin": ("/accounts/", "/accounts/add", "/units/"),
    "security-admin": ("/grants/",),
}


@pytest.mark.parametrize("login", LANDS)
def test_each_role_lands_where_its_work_is(visit, login):
    page = visit(login)
    assert page.url.endswith(LANDS[login])
    reached = {one.get_attribute("href") for one in page.locator("header nav a").all()}
    assert all(page.request.get(address).status == 200 for address in reached)


def test_a_cadre_opens_nothing_of_the_reviewers_and_administrators(visit):
    page = visit("cadre30")
    answers = {address: page.request.get(address).status for address in (*CLOSED, "/people/1/", "/findings/1/")}
    assert set(answers.values()) <= {403, 404}, answers
    page.goto("/people/")
    assert "您无权查看或办理此项" in page.locator("h1").inner_text()


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("login", ADMINISTRATORS)
def test_administrators_see_accounts_and_nobody_s_matters(visit, login, lang):
    page, faults = visit(login, lang=lang), []
    secret = [
        one for story in corps(2025).stories for one in (story.household.basic.name, story.household.basic.id_number)
    ]
    for address in ADMINISTRATORS[login]:
        page.goto(address)
        shown = page.content()
        assert [one for one in secret if one in shown] == []
        faults += look(page, address.strip("/").replace("/", "-"), lang=lang)
    assert page.request.get("/people/").status == page.request.get("/declarations/1/").status == 403
    assert faults == []
