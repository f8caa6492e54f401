"""Before a disclosure is kept its rules are run; what they say is shown, stops nobody, and is kept nowhere."""

import pytest

from declare.audit import Act
from declare.disclosures import queries
from declare.disclosures.models import Disclosure
from declare.extensions import db
from declare.units import Unit
from tests.declarations.test_sealing import stored
from tests.disclosures.conftest import OF_EVERYBODY, disclose, kept, leaves

NO_LETTER = "公务接待没有填写公函文号"
PLACE = "湖南"


def first(browser, kind, /, **change):
    """Fills in and sends a form once; what was sent, and the answer."""
    address = f"/disclosures/{kind}/add"
    sent = browser.hidden(browser.get(address)) | OF_EVERYBODY[kind] | change
    return sent, browser.send(address, sent, status=200).text


def again(browser, kind, sent, page):
    return browser.send(f"/disclosures/{kind}/add", sent | browser.hidden(page)).headers["Location"]


def test_hints_come_before_anything_is_kept_and_stop_nobody(app, browser):
    sent, page = first(browser, "reception")
    assert "还没有登记" in page
    assert NO_LETTER in page
    assert 'href="/rules/E12' in page
    assert "第七条" in page
    assert "海东市应急管理局" in page
    assert kept(app) == []
    again(browser, "reception", sent, page)
    assert len(kept(app)) == 1


def test_they_are_shown_once_more_on_the_page_and_then_never(app, browser):
    address = again(browser, "reception", *first(browser, "reception"))
    assert NO_LETTER in browser.get(address)
    assert NO_LETTER not in browser.get(address)


def test_what_is_in_order_is_kept_at_once(app, browser):
    address = browser.post("/disclosures/gift/add", OF_EVERYBODY["gift"]).headers["Location"]
    assert "自查提示" not in browser.get(address)


def test_another_hint_is_shown_too_before_it_is_kept(app, browser):
    sent, page = first(browser, "reception")
    other = sent | browser.hidden(page) | {"escort_count": "5"}
    page = browser.send("/disclosures/reception/add", other, status=200).text
    assert "E11" in page
    assert kept(app) == []
    again(browser, "reception", other, page)
    assert len(kept(app)) == 1


def test_a_late_gift_is_told_so_once_not_twice(app, browser, clock):
    clock.go(month=3, day=1)
    browser.sign_in("zheng")
    change = {"outcome": "kept", "explanation": "出差在外"} | {"value": "900.00"}
    sent, page = first(browser, "gift", **change)
    assert "E01" in page
    page = browser.get(again(browser, "gift", sent, page))
    assert "这一条在期限过后" in page
    assert "E01" not in page
    assert "E02" in page


@pytest.mark.parametrize("above", [False, True])
def test_the_numbers_of_the_place_hold_where_the_unit_lies(app, browser, above):
    browser.send("/disclosures/ceremony/add", browser.hidden(browser.get("/disclosures/ceremony/add")) | ceremony())
    with app.app_context():
        unit = db.session.query(Unit).one()
        if above:
            corps = Unit(code="ZD", name="总队", parent_id=None, path="/ZD/", region="430000", site=PLACE)
            db.session.add(corps)
            db.session.flush()
            unit.parent_id, unit.path = corps.id, "/ZD/JD/"
        else:
            unit.site = PLACE
        db.session.commit()
    _, page = first(browser, "ceremony", **ceremony())
    assert "E20" in page


def ceremony():
    return OF_EVERYBODY["ceremony"] | {"tables": "60", "persons": "600", "relatives": "90"}


def test_a_correction_is_checked_as_well(app, browser):
    address = disclose(browser, "reception", letter_number="江消函〔2026〕3号")
    browser.get(address)
    fields = OF_EVERYBODY["reception"] | {"letter_number": "", "cost": "170.00"}
    sent = browser.hidden(browser.get(f"{address}correct")) | fields
    page = browser.send(f"{address}correct", sent, status=200).text
    assert "更正还没有保存" in page
    browser.send(f"{address}correct", sent | browser.hidden(page))
    assert kept(app)[0].revision == 2
    assert NO_LETTER in browser.get(address)


def test_what_was_withdrawn_is_not_opened(app, browser):
    gone, stands = disclose(browser), disclose(browser)
    browser.post(f"{gone}withdraw")
    with app.app_context():
        head = db.session.query(Disclosure).first()
        rows = queries.standing(db.session, head.person_id, "gift")
        assert [row.record for row in rows] == ["disclosure/2"]
    before = len(leaves(app, Act.CONTENT_OPEN))
    disclose(browser)
    opened = " ".join(leaves(app, Act.CONTENT_OPEN)[before:])
    assert "disclosure/2" in opened
    assert "disclosure/1" not in opened.split()
    assert stands in browser.get("/disclosures/")


def test_hints_are_kept_nowhere(app, browser):
    address = again(browser, "reception", *first(browser, "reception"))
    assert NO_LETTER.encode() not in stored(app)
    browser.get(address)
    assert NO_LETTER.encode() not in stored(app)


def test_in_english(browser):
    browser.client.set_cookie("lang", "en")
    sent, page = first(browser, "reception")
    assert "No official letter is given" in page
    assert "File as it stands" in page
    assert "From the self-check (" in browser.get(again(browser, "reception", sent, page))


def test_only_the_own_disclosures_are_looked_at(app, browser, signed_in):
    disclose(signed_in("colleague"))
    before = len(leaves(app, Act.CONTENT_OPEN))
    disclose(browser)
    assert "disclosure/1" not in " ".join(leaves(app, Act.CONTENT_OPEN)[before:])
