"""A reviewer at work: the browser, the people in the queue, a consultation registered."""

import re

import pytest
from sqlalchemy import select

from declare.accounts.models import Person
from declare.checks.models import Finding

PURPOSE = {"purpose": "2025 年度报告综合分析", "approval": "纪〔2026〕12 号", "approver": "纪检处处长 周明"}


@pytest.fixture
def reviewer(bureau):
    return bureau.visitor("reviewer")


@pytest.fixture
def lead(bureau):
    return bureau.visitor("discipline-lead")


def queued(page):
    """The persons a page lists, in order."""
    return list(dict.fromkeys(int(one) for one in re.findall(r'href="/people/(\d+)/"', page)))


def finding_of(bureau, rule, year=2025):
    """A finding of one rule."""
    return bureau.ask(select(Finding).where(Finding.rule == rule, Finding.year == year).order_by(Finding.id))[0][0]


def again(bureau, finding):
    """The finding as it stands now."""
    return bureau.ask(select(Finding).where(Finding.id == finding.id))[0][0]


def person(bureau, person_id):
    return bureau.ask(select(Person).where(Person.id == person_id))[0][0]


def consult(browser, person_id):
    """Registers why one looks; answers the page that follows."""
    browser.get(f"/people/{person_id}/")
    answer = browser.post(f"/people/{person_id}/consultation", next=f"/people/{person_id}/", **PURPOSE)
    assert answer.status_code == 303
    return browser.get(answer.headers["Location"])


def seen(page):
    """What the form of a finding carries of its state."""
    return re.search(r'name="seen"[^>]*value="([^"]+)"', page).group(1)


def decide(browser, finding, outcome, reason="材料齐全，情况属实。"):
    """Decides on a finding as a person does."""
    page = browser.get(f"/findings/{finding.id}/").text
    return browser.post(f"/findings/{finding.id}/decision", outcome=outcome, reason=reason, seen=seen(page))
