"""A whole report, from the start to the receipt, as a cadre does it."""

import pytest

from tests.declarations.conftest import fill, sign


@pytest.fixture
def stage():
    return "signed in"


def test_open_answer_sign_receipt(browser):
    assert "还没有提交过报告" in browser.get("/declarations/")
    draft = browser.post("/declarations/", page="/declarations/").headers["Location"].rstrip("/")
    assert "继续填写" in browser.get("/declarations/")
    fill(browser, draft)
    assert "都填好了" in browser.get(f"{draft}/")
    done = sign(browser, draft)
    assert done.headers["Location"] == f"{draft}/receipt"
    page = browser.get(f"{draft}/receipt")
    assert "已提交" in page
    assert browser.get(f"{draft}/receipt.json").startswith('{"body":')
    assert "郑怀川" in browser.get(f"{draft}/document.json")
    assert "查看回执" in browser.get("/declarations/")


def test_starting_twice_opens_one_report(browser):
    fields = browser.hidden(browser.get("/declarations/"))
    one, two = (browser.send("/declarations/", fields).headers["Location"] for _ in range(2))
    assert one == two


def test_before_the_campaign_begins_there_is_nothing_to_start(browser, clock):
    clock.go(year=2025, month=12, day=31)
    browser.sign_in("zheng")
    assert "现在没有要填的报告" in browser.get("/declarations/")


def test_a_first_report_begins_with_what_is_known(browser):
    draft = browser.post("/declarations/", page="/declarations/").headers["Location"].rstrip("/")
    page = browser.get(f"{draft}/profile")
    assert 'value="郑怀川"' in page
    assert 'value="江东支队"' in page
    assert "还有 3 项未填" in browser.get(f"{draft}/")
