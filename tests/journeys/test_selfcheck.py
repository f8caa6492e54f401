"""What the self-check says can be answered in a sentence, without scripts too; a disclosure is looked at before it is kept."""

import re

import pytest

from tests.journeys.filling import fill, press
from tests.journeys.watching import look

WORDS = "妻子长期随军，婚姻登记信息正在更正。"
RECEPTION = {
    "happened": "2026-11-20", "guest_unit": "海东市应急管理局", "guests": "来访人员甲，海东市应急管理局，科长", "guest_count": "2",
    "escorts": "陪同人员甲", "escort_count": "4", "support_count": "0", "activity": "联合检查", "venue": "支队食堂", "work_meals": "1",
    "cost": "160.00", "alcohol": "no", "cigarettes": "no",
}  # fmt: skip


def begun(page):
    """Opens this year's report with a home that cannot be; answers its address."""
    page.locator('main form[action="/declarations/"] button, main section.card a').first.click()
    page.wait_for_url(re.compile(r"/declarations/\d+/$"))
    home = page.url
    page.goto(f"{home}marriage/0" if page.goto(f"{home}marriage/0").status == 200 else f"{home}marriage/add")
    page.locator('main [name="state"][value="single"]').check()
    page.locator("main form button[type=submit]").first.click()
    return home


@pytest.mark.parametrize(("lang", "login"), [("zh", "cadre23"), ("en", "cadre24")])
def test_a_hint_is_answered(visit, lang, login):
    page = visit(login, lang=lang)
    home = begun(page)
    page.goto(f"{home}answers")
    field = page.locator("main article.finding textarea").first
    assert page.locator(f'label[for="{field.get_attribute("id")}"]').count() == 1
    field.fill(WORDS)
    faults = look(page, "self-check", lang=lang)
    page.locator("main form#answers > button").click()
    assert page.locator("main article.finding textarea").first.input_value() == WORDS
    assert faults + look(page, "self-check-answered", lang=lang) == []


def test_it_is_answered_without_scripts(visit):
    page = visit("cadre26", java_script_enabled=False)
    home = begun(page)
    page.goto(f"{home}answers")
    page.locator("main article.finding textarea").first.fill("长" * 201)
    page.locator("main form#answers > button").click()
    link = page.locator(".govuk-error-summary a").first
    assert "最多填写200字" in link.inner_text()
    page.locator(link.get_attribute("href")).fill(WORDS)
    page.locator("main form#answers > button").click()
    assert page.locator("main article.finding textarea").first.input_value() == WORDS


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_reception_without_a_letter(visit, lang):
    page = visit("cadre27", lang=lang)
    page.goto("/disclosures/reception/add")
    fill(page, **RECEPTION)
    page.locator("main form button[type=submit]").first.click()
    assert page.locator("article.finding").count() == 2
    assert page.locator("#guest_unit").input_value() == RECEPTION["guest_unit"]
    faults = look(page, "disclosure-self-check", lang=lang)
    press(page, "照此登记" if lang == "zh" else "File as it stands")
    page.wait_for_url(re.compile(r"/disclosures/\d+/$"))
    assert page.locator("article.finding").count() == 2
    faults += look(page, "disclosure-self-checked", lang=lang)
    page.reload()
    assert page.locator("article.finding").count() == 0
    assert faults == []
