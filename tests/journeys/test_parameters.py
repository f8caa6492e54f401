"""A standard no law sets: proposed by a reviewer, tried on past years, agreed to by a lead; every page in both languages."""

import pytest

from tests.journeys.conftest import prove
from tests.journeys.filling import fill, press
from tests.journeys.watching import look

KEY = "B28.percent_of_wages"


def propose(page, *, value, year="2030", key=KEY):
    """Proposes a value from New Year's Day on; gives the number of the change."""
    page.goto(f"/parameters/{key}/propose")
    fill(page, value=value, since=f"{year}-1-1", reason="试行一年后发现标准偏宽，拟适当收紧。")
    page.locator("main button[type=submit]").click()
    page.wait_for_url("**/parameters/changes/*/")
    return page.url.rstrip("/").rsplit("/", 1)[1]


def when_tried(page, number):
    """Looks again until the trial is done."""
    for _ in range(60):
        page.goto(f"/parameters/changes/{number}/")
        if page.locator("#sums").count():
            return
        page.wait_for_timeout(500)
    raise AssertionError("the trial never ended")


def test_a_parameter_is_proposed_tried_and_agreed_to(visit):
    page = visit("reviewer")
    page.goto("/parameters/")
    assert look(page, "parameters") == []
    page.locator("a[href$='B28.percent_of_wages/']").click()
    assert look(page, "parameter") == []
    number = propose(page, value="1")
    when_tried(page, number)
    assert look(page, "parameter-tried") == []
    lead = visit("discipline-lead")
    lead.goto("/parameters/")
    assert look(lead, "parameters-waiting") == []
    lead.goto(f"/parameters/changes/{number}/")
    assert look(lead, "parameter-decision") == []
    fill(lead, agree="yes", reason="试算结果合理。")
    press(lead, "提交审批意见")
    prove(lead)
    lead.wait_for_url("**/parameters/changes/*/")
    assert look(lead, "parameter-agreed") == []
    lead.goto(f"/parameters/{KEY}/")
    assert look(lead, "parameter-history") == []


@pytest.mark.parametrize(("lang", "key"), [("zh", "B25.margin"), ("en", "B25.explained_percent")])
def test_the_pages_in_both_languages(visit, lang, key):
    page = visit("discipline-lead", lang=lang)
    page.goto("/parameters/")
    faults = look(page, "parameters-list", lang=lang)
    page.goto("/parameters/B27.words/propose")
    faults += look(page, "parameter-words", lang=lang)
    page.goto(f"/parameters/{key}/propose")
    page.locator("main button[type=submit]").click()
    faults += look(page, "parameter-mistakes", lang=lang)
    number = propose(page, value="20", key=key)
    when_tried(page, number)
    faults += look(page, "parameter-own", lang=lang)
    assert faults == []


def test_it_works_without_scripts(visit):
    page = visit("reviewer", java_script_enabled=False)
    number = propose(page, value="2", key="B21.least_yuan_per_square_metre")
    when_tried(page, number)
    page.get_by_role("button", name="撤回提请").click()
    page.wait_for_url("**/parameters/B21.least_yuan_per_square_metre/")
    assert "已撤回" in page.locator("main").inner_text()
