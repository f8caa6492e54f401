"""The second report: what is known is there, what has not changed is confirmed at once, what was filed can be corrected."""

from datetime import date

import pytest

from declare.audit import AuditLeaf
from declare.declarations import queries, service
from declare.declarations.models import Declaration, Filing
from declare.extensions import db
from declare.rules.history import in_order
from declare.vault import Reader
from declare.web import SYSTEM
from tests.declarations.conftest import BASIC, ID_NUMBER, OTHER_ID, sign

READER = Reader(None, "system", "test")


@pytest.fixture
def stage():
    return "filled"


@pytest.fixture
def second(app, browser, draft, clock):
    """The address of the report on 2026, after that on 2025 was filed."""
    sign(browser, draft)
    clock.go(year=2027)
    with app.app_context():
        service.open_campaign(db.session, 2026, opens=date(2027, 1, 1), deadline=date(2027, 1, 31), by=SYSTEM)
        db.session.commit()
    browser.sign_in("zheng")
    return browser.post("/declarations/", page="/declarations/").headers["Location"].rstrip("/")


def marks(page):
    """What the page offers to confirm."""
    import re

    return re.findall(r'name="tables" value="([^"]+)"', page)


def confirm_all(browser, second):
    page = browser.get(f"{second}/unchanged")
    browser.send(f"{second}/unchanged", browser.hidden(page) | {"tables": marks(page)})


def test_last_year_is_there_and_waits_to_be_confirmed(browser, second):
    page = browser.get(f"{second}/")
    assert "去年：无" in page
    assert "待确认" in page
    assert "已完成 0 项" in page
    assert "以下是去年报告的内容" in browser.get(f"{second}/real_estate/")
    assert "去年报告的内容（1 条）" in browser.get(f"{second}/wages/")
    assert 'value="238.00"' in browser.get(f"{second}/real_estate/0")


def test_everything_unchanged_is_confirmed_at_once(app, browser, second):
    confirm_all(browser, second)
    assert "已完成 13 项，共 14 项" in browser.get(f"{second}/")
    browser.post(f"{second}/wages/add", {"salary": "21.00", "total": "21.00"})
    sign(browser, second)
    with app.app_context():
        row = db.session.query(Filing).order_by(Filing.id.desc()).first()
        document = queries.document(db.session, row, READER)
        assert document.kind.value == "annual"
        assert document.tables.real_estate.state.value == "unchanged"
        assert document.tables.businesses.state.value == "none"
        assert document.tables.wages.state.value == "some"


def test_nothing_ticked_confirms_nothing(browser, second):
    assert "请至少选择一项。" in browser.post(f"{second}/unchanged", status=422).text


def test_what_was_changed_since_is_not_confirmed_unseen(browser, second):
    page = browser.get(f"{second}/unchanged")
    browser.post(f"{second}/real_estate/0", {"owners": ["self"], "ownership": "sole", "source": "bought", "kind": "shop",
                 "address": "江苏省南京市玄武区和平路16号", "area": "50", "traded-year": "2019", "traded-month": "6"})  # fmt: skip
    browser.send(f"{second}/unchanged", browser.hidden(page) | {"tables": marks(page)})
    assert "有变化（与去年不同）" in browser.get(f"{second}/answers")


def test_a_changed_table_cannot_be_called_unchanged(browser, second):
    browser.post(f"{second}/marriage/0", {"state": "married", "change": "none", "reason": "补充说明"})
    answer = browser.post(f"{second}/marriage/", {"state": "unchanged"}, status=422)
    assert "内容与去年不同" in answer.text


def test_saving_a_row_as_it_was_changes_nothing(browser, second):
    browser.post(f"{second}/marriage/0", {"state": "married", "change": "none"})
    assert "待确认" in browser.get(f"{second}/")


def test_a_correction_replaces_the_chosen_tables(app, browser, draft):
    sign(browser, draft)
    assert "更正这份报告" in browser.get(f"{draft}/receipt")
    browser.post(f"{draft}/correct", {}, status=422)
    first = browser.post(f"{draft}/correct", {"tables": ["wages"]}).headers["Location"]
    correction = first.removesuffix("/wages/")
    assert "2025 年度报告的更正" in browser.get(f"{correction}/")
    browser.get(f"{correction}/real_estate/", status=404)
    browser.post(f"{correction}/wages/0", {"salary": "30.00", "total": "30.00"})
    sign(browser, correction)
    with app.app_context():
        person = db.session.query(Declaration).first().person_id
        filed = queries.history(db.session, [person], READER)[person]
        assert [one.kind.value for one in filed] == ["first", "correction"]
        (standing,) = in_order(filed)
        assert str(standing.tables.wages.entries[0].total) == "30.00"
        assert standing.tables.real_estate.entries
        assert filed[1].corrects == filed[0].ref


def test_one_reading_of_a_history_is_one_leaf(app, browser, second):
    with app.app_context():
        before = db.session.query(AuditLeaf).count()
        queries.history(db.session, [db.session.query(Declaration).first().person_id], READER)
        assert db.session.query(AuditLeaf).count() == before + 1


def test_the_self_check_speaks_before_signing_and_stops_nobody(browser, draft):
    browser.post(f"{draft}/marriage/0", {"state": "single", "change": "none"})
    page = browser.get(f"{draft}/answers")
    assert "提交前自查" in page
    assert "情况属实的可以照常提交" in page
    assert "处需核对" in browser.get(f"{draft}/")
    sign(browser, draft)


def test_a_correction_is_not_corrected_again(browser, draft):
    sign(browser, draft)
    first = browser.post(f"{draft}/correct", {"tables": ["wages"]}).headers["Location"]
    correction = first.removesuffix("/wages/")
    sign(browser, correction)
    browser.get(f"{correction}/correct", status=404)


def test_nobody_files_under_another_number(app, browser, second):
    page = browser.get(f"{second}/profile")
    assert ID_NUMBER in page
    browser.post(f"{second}/profile", BASIC | {"id_number": OTHER_ID})
    assert OTHER_ID not in browser.get(f"{second}/answers")
