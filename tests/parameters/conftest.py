"""A reviewer, two discipline leads and a parameter, on the demo corps."""

import re

import pytest

from declare import jobs
from declare.access import Role
from declare.accounts import service
from declare.demo.loading import PASSWORD
from declare.web import SYSTEM, transaction

KEY = "B28.percent_of_wages"
ASKED = {
    "value": "30", "since-year": "2026", "since-month": "11", "since-day": "24", "reason": "试行一年后发现标准偏宽。",
}  # fmt: skip
NUMBER = re.compile(r"/parameters/changes/(\d+)/")


@pytest.fixture
def second(bureau):
    """Another discipline lead."""
    with bureau.app.app_context(), transaction() as session:
        account = service.create_account(session, "second-lead", by=SYSTEM)
        service.set_password(session, account, PASSWORD)
        service.grant(session, account, Role.DISCIPLINE_LEAD)
        account.must_change = False
    return "second-lead"


def ask(browser, key=KEY, **changes):
    """Proposes a value; answers what the server said."""
    address = f"/parameters/{key}/propose"
    browser.get(address)
    return browser.post(address, **(ASKED | {name.replace("__", "-"): value for name, value in changes.items()}))


def asked(browser, **changes):
    """Proposes a value; answers the number of the change."""
    answer = ask(browser, **changes)
    assert answer.status_code == 303, answer.text
    return int(NUMBER.search(answer.headers["Location"]).group(1))


def decided(browser, number, agree="yes", reason="试算结果合理，同意。"):
    """Decides on a change; answers what the server said."""
    browser.get(f"/parameters/changes/{number}/")
    return browser.post(f"/parameters/changes/{number}/decision", agree=agree, reason=reason)


def work(bureau):
    """Does what waits."""
    with bureau.app.app_context():
        jobs.run_pending()
