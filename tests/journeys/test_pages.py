"""Every page a cadre can open, wide and on a phone, in both languages: legible, accessible, and it stays on the site."""

import re

import pytest

from declare.items import TABLES
from tests.journeys.filling import press
from tests.journeys.watching import look

LANGS = ("zh", "en")
TABLE_KEYS = ("family", *(table.key for table in TABLES))


@pytest.fixture(params=LANGS)
def lang(request):
    return request.param


@pytest.fixture
def cadre(visit, lang):
    """The cadre whose report of last year fills most tables, with this year's opened: the page and the report's address."""
    page = visit("cadre01", lang=lang)
    if page.locator('main form[action="/declarations/"] button').count():
        page.locator('main form[action="/declarations/"] button').click()
    else:
        page.locator("main section.card a").first.click()
    page.wait_for_url(re.compile(r"/declarations/\d+/$"))
    return page, page.url


def seen(page, lang, addresses):
    """What is wrong with the pages at these addresses; each must answer 200."""
    faults = []
    for name, address in addresses.items():
        answer = page.goto(address)
        assert answer.status == 200, address
        faults += look(page, name, lang=lang)
    return faults


def test_the_pages_around_a_report(cadre, lang):
    page, home = cadre
    around = {"mine": "/declarations/", "tasks": home, "sessions": "/sessions/", "password": "/password"}
    parts = ("unchanged", "answers", "profile", "closing", "marriage/0", "real_estate/0/remove", "real_estate/0")
    around |= {f"draft-{part.replace('/', '-').replace('_', '-')}": f"{home}{part}" for part in parts}
    assert seen(page, lang, around) == []


@pytest.mark.parametrize("half", [0, 1])
def test_every_table(cadre, lang, half):
    page, home = cadre
    assert seen(page, lang, {f"table-{key.replace('_', '-')}": f"{home}{key}/" for key in TABLE_KEYS[half::2]}) == []


@pytest.mark.parametrize("half", [0, 1])
def test_every_new_row(cadre, lang, half):
    page, home = cadre
    rows = {f"add-{key.replace('_', '-')}": f"{home}{key}/add" for key in TABLE_KEYS[half::2]}
    assert seen(page, lang, rows) == []


def test_the_pages_of_a_filed_report(cadre, lang):
    page, _ = cadre
    page.goto("/declarations/")
    filed = re.sub(r"answers$", "", page.locator("main table a[href$=answers]").first.get_attribute("href"))
    parts = {"": "tasks", "answers": "answers", "profile": "profile", "real_estate/": "table", "closing": "closing"}
    assert seen(page, lang, {f"filed-{name}": filed + part for part, name in parts.items()}) == []


def test_an_empty_row_names_every_field_it_needs(cadre, lang):
    page, home = cadre
    page.goto(f"{home}real_estate/add")
    page.locator("main button[type=submit]").first.click()
    summary = page.locator(".govuk-error-summary")
    for field in ("owners", "ownership", "address", "area", "kind", "traded-year"):
        assert summary.locator(f'a[href="#{field}"]').count() == 1
    assert look(page, "refused-empty-row", lang=lang) == []


def test_two_windows_and_the_slower_one_loses_nothing(cadre, lang):
    page, home = cadre
    page.goto(f"{home}closing")
    other = page.context.new_page()
    other.goto(f"{home}closing")
    for window, words in ((other, "先保存的说明。"), (page, "后保存的说明，共两处。")):
        window.locator("#other_matters").fill(f"{words}{lang}")
        window.locator("main button[type=submit]").first.click()
        window.wait_for_load_state()
    assert page.get_by_text(f"后保存的说明，共两处。{lang}").is_visible()
    assert look(page, "conflict", lang=lang) == []


@pytest.mark.parametrize(
    ("name", "address", "status"), [("refused-403", "/people/", 403), ("missing-404", "/nowhere", 404)]
)
def test_a_page_that_is_not_theirs_says_so(cadre, lang, name, address, status):
    page, _ = cadre
    assert page.goto(address).status == status
    assert look(page, name, lang=lang) == []


def test_a_refusal_of_an_answer_says_what_to_do_first(cadre, lang):
    page, home = cadre
    page.goto(f"{home}real_estate/")
    page.locator('main [name=state][value="none"]').check()
    press(page, "保存" if lang == "zh" else "Save")
    assert page.locator(".govuk-error-summary a").count() == 1
    assert page.locator('main [name=state][value="none"]').is_checked()
    assert look(page, "refused-answer", lang=lang) == []
