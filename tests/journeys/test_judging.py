"""A reviewer says whether two things are one; the lead decides on what is about nobody entered; both languages, wide and narrow."""

import re
import subprocess
import sys

import pytest

from tests.journeys.filling import fill, press
from tests.journeys.test_reviewing import register
from tests.journeys.watching import ROOT, look
from tests.serving import copied, environment, serving

REASON = "调取了两处的档案，坐落与登记一致。"


@pytest.fixture(scope="module")
def site(served_corps, chromium, tmp_path_factory):
    """The demo corps with a home in the register that resembles a declared one, and matters of the office."""
    folder = tmp_path_factory.mktemp("site")
    instance = copied(served_corps, folder / "instance")
    command = [sys.executable, "-m", "tests.casework.planting", str(instance)]
    told = subprocess.run(command, cwd=ROOT, env=environment(instance), check=True, capture_output=True, text=True)
    with serving(instance, folder / "log") as served:
        served.person = int(told.stdout.split()[-1])
        yield served


def at_the_hint(page, site):
    """The finding that hints at a similar entry."""
    page.goto(f"/people/{site.person}/")
    if page.locator("#purpose").count():
        register(page)
    page.locator("article.finding", has_text=re.compile("F09")).first.locator("a.open").click()
    page.wait_for_url(re.compile(r"/findings/\d+/"))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_pages(visit, site, lang):
    page = visit("reviewer", lang=lang)
    at_the_hint(page, site)
    faults = look(page, "match", lang=lang)
    page.locator("main form[action*=judgement] button[value=same]").click()
    assert page.locator('.govuk-error-summary a[href="#why"]').is_visible()
    faults += look(page, "match-refused", lang=lang)
    page.goto("/matters/")
    faults += look(page, "matters", lang=lang)
    page.locator("#matters a").first.click()
    faults += look(page, "matter", lang=lang)
    page.locator("main form[action*=decision] button").click()
    faults += look(page, "matter-refused", lang=lang)
    page.goto("/matters/?state=done")
    faults += look(page, "matters-done", lang=lang)
    assert faults == []


def test_a_judgement_is_given_and_taken_back(visit, site):
    page = visit("reviewer")
    at_the_hint(page, site)
    fill(page, why=REASON)
    press(page, "不是同一项")
    assert "已记录判断" in page.locator("main").inner_text()
    assert REASON in page.locator("#judged").inner_text()
    assert look(page, "match-judged") == []
    fill(page, why="复查后发现看错了一户。")
    press(page, "收回判断")
    assert "收回判断" in page.locator("#judged").inner_text()


def test_a_matter_is_decided_by_keyboard_and_mouse(visit):
    page = visit("discipline-lead")
    page.get_by_role("link", name=re.compile("工作事项")).first.click()
    before = page.locator("#matters tbody tr").count()
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/matters/\d+/"))
    page.locator('[name=outcome][value="defer"]').check()
    fill(page, reason="待人事处核对名单后再处理。")
    press(page, "记录处理意见")
    assert "已记录处理意见" in page.locator("main").inner_text()
    page.goto("/matters/")
    assert page.locator("#matters tbody tr").count() == before
    assert "已暂缓" in page.locator("#matters").inner_text()
