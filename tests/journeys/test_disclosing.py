"""What happens during the year is disclosed as it happens: a gift, put right once, and every page of it looked at."""

import pytest

from declare.items import DISCLOSURES
from tests.journeys.filling import fill, press
from tests.journeys.watching import look

GIFT = {
    "happened": "2026-11-20", "giver": "江东永安消防器材有限公司", "occasion": "中秋走访", "place": "江东支队办公楼",
    "what": "青瓷茶具", "quantity": "1", "value": "800", "refusal": "当面谢绝未成，次日登记上交。",
}  # fmt: skip
OWN = [kind.key for kind in DISCLOSURES if kind.key != "interference"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_pages_of_disclosures(visit, lang):
    page = visit("cadre25", lang=lang)
    page.goto("/disclosures/")
    faults = look(page, "disclosures", lang=lang)
    for kind in OWN:
        page.goto(f"/disclosures/{kind}/add")
        faults += look(page, f"disclosure-{kind.replace('_', '-')}", lang=lang)
    page.locator("main form button[type=submit]").first.click()
    assert page.locator(".govuk-error-summary a").count() > 1
    faults += look(page, "disclosure-refused", lang=lang)
    assert faults == []


def test_a_gift_is_disclosed_and_put_right(visit):
    page = visit("cadre25")
    page.goto("/disclosures/")
    page.locator('a[href*="/gift/add"]').first.click()
    first_of_each_choice(page)
    fill(page, **{name: value for name, value in GIFT.items() if page.locator(f'main [name^="{name}"]').count()})
    press(page, page.locator("main form button[type=submit]").first.inner_text())
    summary = page.locator(".govuk-error-summary")
    assert not summary.count(), summary.inner_text()
    assert "青瓷茶具" in page.locator("main").inner_text()
    faults = look(page, "disclosure-kept")
    page.locator('a[href$="/correct"]').first.click()
    fill(page, what="青瓷茶具一套六件")
    faults += look(page, "disclosure-correct")
    press(page, page.locator("main form button[type=submit]").first.inner_text())
    assert "青瓷茶具一套六件" in page.locator("main").inner_text()
    page.goto("/disclosures/")
    assert faults + look(page, "disclosures-with-one") == []


def first_of_each_choice(page):
    """Chooses something wherever something is to be chosen."""
    for name in {one.get_attribute("name") for one in page.locator("main [type=radio]").all()}:
        page.locator(f'main [type=radio][name="{name}"]').first.check()
    for one in page.locator("main select").all():
        one.select_option(index=1)
