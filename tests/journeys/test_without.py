"""Without a mouse, and without scripts: the same report can be written."""

import re

from tests.journeys.filling import fill

HOME = {
    "owners": ["self"], "ownership": "sole", "source": "bought", "kind": "parking", "area": "12.6",
    "address": "江苏省南京市玄武区听竹路7号地下车位21", "traded": "2026-5",
}  # fmt: skip


def test_an_item_is_reported_without_scripts(visit):
    page = visit("cadre22", java_script_enabled=False)
    page.locator('main form[action="/declarations/"] button').click()
    home = page.url
    page.goto(f"{home}real_estate/add")
    fill(page, **HOME | {"area": "十二"})
    page.locator("main button[type=submit]").first.click()
    assert page.locator('.govuk-error-summary a[href="#area"]').count() == 1
    assert page.locator("#address").input_value() == HOME["address"]
    assert page.locator("#area").input_value() == "十二"
    fill(page, area="12.6")
    page.locator("main button[type=submit]").first.click()
    assert "车位21" in page.locator("main").inner_text()
    page.goto(f"{home}wages/add")
    fill(page, salary="20", bonus="3.5")
    page.locator("main button[type=submit]").first.click()
    assert page.locator("#total").input_value() == "23.50"
    page.goto(f"{home}answers")
    assert "车位21" in page.locator("main").inner_text()


def test_a_passport_is_entered_by_keyboard_alone(visit):
    page = visit()
    page.goto("/sign-in")
    tab_to(page, "#login")
    page.keyboard.type("cadre21")
    tab_to(page, "#password")
    page.keyboard.type("jiangdong-2026")
    page.keyboard.press("Enter")
    page.wait_for_url("**/declarations/")
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "跳到正文"
    page.keyboard.press("Enter")
    tab_to(page, "main form button, main section a.govuk-button")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/declarations/\d+/$"))
    tab_to(page, 'a[href*="/passports/"]')
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/passports/(#|$)"))
    answer_by_arrows(page)
    type_the_row(page, "E1234567")
    assert page.locator(":focus").get_attribute("class").startswith("govuk-error-summary")
    tab_to(page, '.govuk-error-summary a[href="#number"]')
    page.keyboard.press("Enter")
    assert page.locator(":focus").get_attribute("id") == "number"
    page.keyboard.press("End")
    page.keyboard.type("8")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/passports/(#|$)"))
    assert "E12345678" in page.locator("main").inner_text()


def answer_by_arrows(page):
    """Chooses “something has changed” with the keys of a radio group; an empty table leads on to its first row."""
    tab_to(page, "#passports-state, [name=state]")
    page.keyboard.press("Space")
    tab_to(page, "main form button")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/passports/add\b"))


def type_the_row(page, number):
    """One passport, from the first field to the last."""
    tab_to(page, "#number")
    for text in (number, "2021", "3", "2", "2031", "3", "1", "支队政治处"):
        page.keyboard.type(text)
        page.keyboard.press("Tab")
    tab_to(page, "main form button")
    page.keyboard.press("Enter")
    page.locator(".govuk-error-summary").wait_for()


def tab_to(page, selector):
    """Goes on with the tab key until the focus is there; the focus must be seen on the way."""
    for _ in range(80):
        if page.evaluate("to => document.activeElement.matches(to)", selector):
            return
        page.keyboard.press("Tab")
        seen = "e => { const s = getComputedStyle(e); return s.outlineStyle + s.boxShadow + s.backgroundColor }"
        assert page.locator(":focus").evaluate(seen) != "nonenonergba(0, 0, 0, 0)"
    raise AssertionError(f"{selector} cannot be reached with the tab key")
