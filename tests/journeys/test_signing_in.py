"""Signing in: who one is decides where one lands, and what is closed."""

import pytest

from tests.journeys.watching import look


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_first_page_asks_who_it_is(visit, lang):
    page = visit(lang=lang)
    page.goto("/")
    assert page.url.endswith("/sign-in")
    assert look(page, "sign-in", lang=lang) == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_wrong_password_is_said_and_the_name_kept(visit, lang):
    page = visit(lang=lang)
    page.goto("/sign-in")
    page.locator("#login").fill("nobody-here")
    page.locator("#password").fill("certainly wrong")
    page.locator("main form:not([data-passkey]) button[type=submit]").click()
    assert page.locator(".govuk-error-summary").is_visible()
    assert page.locator("#login").input_value() == "nobody-here"
    assert look(page, "sign-in-refused", lang=lang) == []
