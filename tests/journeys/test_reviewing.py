"""A reviewer works through the queue: whom to look at, why, what does not fit, what becomes of it; the lead signs second."""

import re

import pytest

from tests.journeys.filling import fill, press
from tests.journeys.watching import look

PURPOSE = "2025 年度报告综合分析，核实房产增减。"
APPROVAL = "江消纪〔2026〕17号"
APPROVER = "纪检处处长 周明"
REASON = "购房合同与去年卖房款一致，已向本人核实。"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_pages_of_the_queue(visit, lang):
    page = visit("reviewer2", lang=lang)
    faults = look(page, "queue", lang=lang)
    page.goto("/people/?name=查无此人")
    faults += look(page, "queue-nobody", lang=lang)
    open_first(page)
    if page.locator("#purpose").count():
        faults += look(page, "consultation", lang=lang)
        register(page)
    faults += look(page, "person", lang=lang)
    page.locator("article.finding a.open").first.click()
    faults += look(page, "finding", lang=lang)
    page.locator("main form[action*=decision] button").click()
    assert page.locator(".govuk-error-summary a").count() == 2
    faults += look(page, "decision-refused", lang=lang)
    assert faults == []


def test_a_finding_is_decided_with_a_reason(visit):
    page = visit("reviewer")
    open_first(page)
    press(page, "登记并查阅")
    assert page.locator('.govuk-error-summary a[href="#purpose"]').is_visible()
    register(page)
    card = page.locator("article.finding").first
    number = card.get_attribute("id")
    assert re.search(r"\d", card.inner_text()), "a finding speaks in numbers"
    assert re.search(r"第[一二三四五六七八九十百]+条", card.locator(".meta").inner_text()), "and names the article"
    before = page.locator("article.finding").count()
    card.get_by_role("link", name="发起函询").click()
    assert page.locator('[name=outcome][value="inquire"]').is_checked()
    assert page.locator("table").count(), "the rows it is about stand beside it"
    fill(page, reason="短")
    press(page, "记录处理意见")
    assert page.locator('.govuk-error-summary a[href="#reason"]').is_visible()
    fill(page, reason=REASON)
    press(page, "记录处理意见")
    assert "已记录处理意见" in page.locator("main").inner_text()
    back_to_first(page)
    assert page.locator("article.finding:visible").count() == before - 1
    assert not page.locator(f"#{number}:visible").count()


def test_a_grave_finding_takes_two_people(visit):
    page = visit("reviewer")
    page.goto("/people/?severity=4")
    name = page.locator("#queue td a, #queue th a, table a[data-queue-item]").first.inner_text()
    page.locator("table a[data-queue-item]").first.click()
    if page.locator("#purpose").count():
        register(page)
    page.locator("article.finding.high").first.get_by_role("link", name="采信说明").click()
    fill(page, reason=REASON)
    press(page, "记录处理意见")
    assert "已提请复核" in page.locator("main").inner_text()

    lead = visit("discipline-lead")
    lead.goto("/findings/")
    assert look(lead, "waiting") == []
    lead.get_by_role("link", name=name).first.click()
    register(lead)
    assert REASON in lead.locator("main").inner_text()
    assert look(lead, "second-signature") == []
    fill(lead, agree="yes", reason="依据充分，同意。")
    press(lead, "记录复核意见")
    assert "已记录复核意见" in lead.locator("main").inner_text()
    assert look(lead, "waiting-nothing") == []


def test_the_queue_is_worked_by_keyboard(visit):
    page = visit("reviewer")
    page.goto("/people/")
    names = [one.inner_text() for one in page.locator("a[data-queue-item]").all()[:2]]
    page.keyboard.press("j")
    assert page.locator(":focus").inner_text() == names[0]
    page.keyboard.press("j")
    assert page.locator(":focus").inner_text() == names[1]
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/people/\d+/"))
    assert names[0] in page.locator("main").inner_text()


def open_first(page):
    """The most pressing person."""
    page.goto("/people/")
    page.locator("a[data-queue-item]").first.click()
    page.wait_for_load_state()


def back_to_first(page):
    """The same person again, from any page of theirs."""
    page.locator(".govuk-back-link").click()
    page.wait_for_url(re.compile(r"/people/\d+/"))


def register(page):
    """Says why one looks."""
    fill(page, purpose=PURPOSE, approval=APPROVAL, approver=APPROVER)
    page.locator("main form[action*=consultation] button").click()
    page.wait_for_load_state()
    assert not page.locator("#purpose").count()
