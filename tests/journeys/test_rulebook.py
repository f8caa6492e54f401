"""The rule book in a real browser: found, read, printed; from a finding to its rule and from a rule to its law."""

import re

import pytest

from tests.journeys.filling import press
from tests.journeys.test_reviewing import open_first, register
from tests.journeys.watching import look


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_pages_of_the_rule_book(visit, lang):
    page = visit("reviewer", lang=lang)
    faults = []
    pages = {
        "rules": "/rules/", "rules-found": "/rules/?q=R17&law=R17&severity=3", "rules-nothing": "/rules/?q=0000",
        "rule": "/rules/B25/", "rule-of-a-day": "/rules/B07/?on=2020-05-01", "rule-wrong-day": "/rules/B21/?on=1.1.",
    }  # fmt: skip
    for name, address in pages.items():
        assert page.goto(address).status == 200
        faults += look(page, name, lang=lang)
    assert faults == []


def test_a_cadre_finds_a_rule_by_words_and_reads_it(visit):
    page = visit("cadre01")
    page.get_by_role("link", name="规则库").first.click()
    page.locator("#q").fill("保障性住房")
    press(page, "筛选")
    page.get_by_role("link", name=re.compile("B22")).first.click()
    assert page.locator("h1").inner_text().startswith("B22")
    assert page.locator(".examples.flagged li").count()
    assert page.locator(".examples.silent li").count()
    page.locator("a[rel=next]").click()
    assert page.locator("h1").inner_text().startswith("B23")
    assert page.goto("/rules/C01/").status == 404


def test_from_a_finding_to_its_rule_and_the_other_rules_of_the_article(visit):
    page = visit("reviewer")
    open_first(page)
    if page.locator("#purpose").count():
        register(page)
    meta = page.locator("article.finding .meta").first
    rule = meta.locator("a").first.inner_text()[:3]
    meta.locator("a").nth(1).click()
    assert page.locator("h1").inner_text().startswith(rule)
    anchor = page.url.partition("#")[2]
    assert page.locator(f'[id="{anchor}"]').is_visible()
    page.locator(".law a").first.click()
    assert page.locator(f'main a[href="/rules/{rule}/"]').count()


def test_a_rule_prints_without_forms_and_buttons(visit):
    page = visit("reviewer")
    page.goto("/rules/B25/")
    page.emulate_media(media="print")
    assert not page.locator("#on").is_visible()
    assert not page.locator(".pager").is_visible()
    assert page.locator(".examples").first.is_visible()
