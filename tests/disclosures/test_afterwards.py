"""What becomes of a disclosure: corrected, withdrawn, read by its owner and by nobody else."""

import pytest

from declare.access import Role
from declare.audit import Act
from declare.disclosures import queries
from tests.declarations.conftest import SPOUSE, Browser, cadre, fill, sign
from tests.disclosures.conftest import GIFT, PLANTED, disclose, kept, leaves
from tests.disclosures.test_disclosing import text


def test_a_correction_keeps_what_was_said_before(app, browser):
    address = disclose(browser, "gift")
    browser.post(f"{address}correct", GIFT | {"value": "380.00"})
    page = text(browser.get(address))
    assert all(words in page for words in ("380.00", "320.00", "更正前的内容", "已更正"))
    assert [(row.revision, row.state) for row in kept(app)] == [(2, "filed")]
    assert leaves(app, Act.DISCLOSURE_SAVE) == ["disclosure/1"]


def test_a_correction_sent_twice_is_one(app, browser):
    address = disclose(browser, "gift")
    fields = browser.hidden(browser.get(f"{address}correct")) | GIFT | {"value": "380.00"}
    for _ in range(2):
        browser.send(f"{address}correct", fields)
    assert kept(app)[0].revision == 2


def test_a_correction_without_a_change_changes_nothing(app, browser):
    address = disclose(browser, "gift")
    browser.post(f"{address}correct", GIFT)
    assert kept(app)[0].revision == 1
    assert leaves(app, Act.DISCLOSURE_SAVE) == []


def test_two_windows_and_the_slower_one_loses_nothing(app, browser):
    address = disclose(browser, "gift")
    stale = browser.hidden(browser.get(f"{address}correct")) | GIFT
    browser.post(f"{address}correct", GIFT | {"value": "380.00"})
    again = browser.send(f"{address}correct", stale | {"value": "390.00"}, status=409).text
    assert 'value="390.00"' in again and "刚在别处更正过" in again
    browser.send(f"{address}correct", stale | browser.hidden(again) | {"value": "390.00"})
    assert kept(app)[0].revision == 3


def test_a_wrong_correction_is_refused_with_what_was_typed(app, browser):
    address = disclose(browser, "gift")
    page = browser.post(f"{address}correct", GIFT | {"value": "-1"}, status=422).text
    assert 'value="-1"' in page and 'href="#value"' in page
    assert kept(app)[0].revision == 1


def test_a_withdrawal_asks_first_and_keeps_the_record(app, browser):
    address = disclose(browser, "gift")
    assert PLANTED in text(browser.get(f"{address}withdraw"))
    fields = browser.hidden(browser.get(f"{address}withdraw"))
    for _ in range(2):
        browser.send(f"{address}withdraw", fields)
    assert leaves(app, Act.DISCLOSURE_WITHDRAW) == ["disclosure/1"]
    assert PLANTED in text(browser.get(address))
    assert "已撤回" in text(browser.get("/disclosures/"))
    browser.get(f"{address}correct", status=403)
    browser.get(f"{address}withdraw", status=302)


@pytest.mark.parametrize("place", ["", "correct", "withdraw"])
def test_nobody_else_reads_or_changes_it(app, browser, signed_in, reviewer, place):
    address = disclose(browser, "gift")
    for other in (signed_in("colleague"), reviewer):
        other.get(f"{address}{place}", status=403)
        if place:
            other.send(f"{address}{place}", other.hidden(other.get("/password")) | GIFT, status=403)
        assert PLANTED not in other.get("/disclosures/")
    assert leaves(app, Act.ACCESS_REFUSED)
    assert [(row.revision, row.state) for row in kept(app)] == [(1, "filed")]
    browser.get(f"/disclosures/99/{place}", status=404)


def test_who_is_not_signed_in_is_asked_to(app, browser):
    address = disclose(browser, "gift")
    for place in ("/disclosures/", address, "/disclosures/gift/add"):
        answer = app.test_client().get(place)
        assert answer.status_code == 302 and "/sign-in" in answer.headers["Location"]


def test_an_interference_is_not_read_by_the_lead(app, reviewer):
    cadre(app, "lead", "110105194912310046", name="秦知远", roles=(Role.DISCIPLINE_LEAD,))
    address = disclose(reviewer, "interference")
    Browser(app.test_client()).sign_in("lead").get(address, status=403)


def test_the_family_of_the_filed_report_can_be_named(browser):
    draft = browser.post("/declarations/", page="/declarations/").headers["Location"].rstrip("/")
    fill(browser, draft)
    sign(browser, draft)
    page = browser.get("/disclosures/ceremony/add")
    assert "林晚晴（配偶）" in page
    assert "还没有您的家庭成员信息" not in page
    address = disclose(browser, "ceremony", for_whom="m1")
    assert SPOUSE["name"] in text(browser.get(address))


def test_a_long_list_has_pages(app, browser, monkeypatch):
    monkeypatch.setattr("declare.disclosures.queries.ON_A_PAGE", 2)
    for what in ("一号", "二号", "三号"):
        disclose(browser, "gift", what=what)
    first, second = text(browser.get("/disclosures/")), text(browser.get("/disclosures/?page=2"))
    assert "三号" in first and "一号" not in first
    assert "一号" in second and "三号" not in second
    for odd in ("0", "-1", "99", "x", str(10**30)):
        browser.get(f"/disclosures/?page={odd}")


def test_two_sendings_at_the_same_moment_are_one(app, browser, monkeypatch):
    fields = browser.hidden(browser.get("/disclosures/gift/add")) | GIFT
    address = browser.send("/disclosures/gift/add", fields).headers["Location"]
    looked, by_key = [], queries.by_key
    monkeypatch.setattr(queries, "by_key", lambda *about: by_key(*about) if looked else looked.append(about))
    assert browser.send("/disclosures/gift/add", fields).headers["Location"] == address
    assert len(kept(app)) == len(leaves(app, Act.DISCLOSURE_SUBMIT)) == 1
