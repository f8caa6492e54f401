"""Disclosing as a person does it: every kind, what is refused and what is kept of it, once and in time or late."""

import html
import re
from datetime import date

import pytest

from declare.audit import Act
from tests.disclosures.conftest import (
    GIFT,
    INTERFERENCE,
    OF_EVERYBODY,
    PLANTED,
    disclose,
    kept,
    leaves,
    on,
)

SAID = {
    "gift": (PLANTED, "散会后留在会场", "按期"),
    "foreign_gift": (PLANTED, "友城访问", "按期"),
    "invitation": ("宴请", "何其昌", "按期"),
    "reception": ("海东市应急管理局", "160.00 元", "按期"),
    "ceremony": ("婚礼", "本人", "事前报告"),
}


def text(page):
    """The words of a page."""
    return html.unescape(re.sub(r"<[^>]+>", " ", page.split('id="main"')[1]))


@pytest.mark.parametrize("kind", OF_EVERYBODY)
def test_each_kind_is_recorded_and_read_again(app, browser, kind):
    address = disclose(browser, kind)
    page = text(browser.get(address))
    assert all(words in page for words in ("已登记", *SAID[kind]))
    assert [(row.kind, row.filed_on, row.revision) for row in kept(app)] == [(kind, date(2026, 1, 18), 1)]
    assert leaves(app, Act.DISCLOSURE_SUBMIT) == ["disclosure/1"]
    listed = text(browser.get("/disclosures/"))
    assert "还没有登记过" not in listed
    assert SAID[kind][2] in listed


@pytest.mark.parametrize("kind", OF_EVERYBODY)
def test_an_empty_form_names_every_field_it_needs(app, browser, kind):
    page = browser.post(f"/disclosures/{kind}/add", {}, status=422).text
    summary = page.split("govuk-error-summary__list")[1].split("</ul>")[0]
    assert 'href="#happened-year"' in summary
    assert summary.count("<li>") > 2
    assert kept(app) == []


def test_an_empty_list_says_what_is_disclosed_and_by_when(browser):
    page = text(browser.get("/disclosures/"))
    assert "还没有登记过" in page
    for words in ("收受礼品、礼金登记", "操办婚丧喜庆事宜报告", "三个工作日", "活动结束当日"):
        assert words in page
    assert "打听案情" not in page


def test_what_was_typed_is_kept_where_something_is_wrong(browser):
    page = disclose(browser, "gift", status=422, value="三百", refusal="散会后<留>在会场")
    assert 'value="三百"' in page
    assert f'value="{PLANTED}"' in page
    assert "散会后&lt;留&gt;在会场" in page
    assert re.search(r'<option value="partner" selected>', page)
    assert 'value="goods" selected' in page or 'value="goods" checked' in page


@pytest.mark.parametrize(
    ("kind", "change", "words"),
    [
        ("gift", on("happened", date(2026, 1, 19)), "不能晚于今天。"),
        ("gift", on("handed_over_on", date(2026, 1, 4)), "不能早于“收受时间”。"),
        ("gift", {"handed_over_on-year": "", "handed_over_on-month": "", "handed_over_on-day": ""}, "请填写上交时间"),
        ("gift", {"giver_uscc": "91320100MA1MA1MA1X"}, "错误"),
        ("ceremony", {"relatives": "119"}, "不能大于“人数”。"),
        ("ceremony", {"for_whom": "m1"}, "请从列表中选择。"),
        (
            "ceremony",
            on("reported_before", date(2026, 1, 10)) | on("happened", date(2026, 1, 9)),
            "不能晚于“操办时间”。",
        ),
    ],
)
def test_what_does_not_fit_together_is_said_beside_the_field(app, browser, kind, change, words):
    page = disclose(browser, kind, status=422, **change)
    assert words in text(page)
    assert kept(app) == []


def test_a_late_gift_is_taken_with_a_calm_word(browser):
    address = disclose(browser, "gift", **on("happened", date(2025, 12, 1)), **on("handed_over_on", date(2025, 12, 3)))
    page = text(browser.get(address))
    assert "逾期 17 天" in page
    assert "在期限过后 17 天登记" in page
    assert "违规" not in page


def test_a_gift_received_away_counts_from_the_return(browser):
    days = on("happened", date(2025, 12, 1)) | on("handed_over_on", date(2026, 1, 3))
    address = disclose(browser, "gift", **days, **on("returned_to_unit", date(2025, 12, 20)))
    assert "按期" in text(browser.get(address))


def test_a_late_invitation_is_asked_for_the_reason_and_then_taken(app, browser):
    late = on("happened", date(2026, 1, 5))
    page = disclose(browser, "invitation", status=422, **late)
    assert "已过 10 天" in text(page)
    assert 'href="#explanation"' in page
    address = disclose(browser, "invitation", **late, explanation="出差期间没有网络")
    assert "逾期 10 天" in text(browser.get(address))
    assert len(kept(app)) == 1


def test_what_is_foreseen_is_announced_and_put_right_afterwards(browser, clock):
    address = disclose(browser, "ceremony")
    assert "事情还没有发生" in text(browser.get(address))
    clock.go(month=2, day=20)
    browser.sign_in("zheng")
    assert "事情还没有发生" not in text(browser.get(address))
    assert "事前报告" in text(browser.get(address))


def test_a_ceremony_offers_the_person_alone_until_the_family_is_known(browser):
    page = text(browser.get("/disclosures/ceremony/add"))
    assert "还没有您的家庭成员信息" in page
    assert "还没有您的家庭成员信息" not in text(browser.get("/disclosures/gift/add"))


def test_the_same_form_sent_twice_is_one_disclosure(app, browser):
    fields = browser.hidden(browser.get("/disclosures/gift/add")) | GIFT
    one, two = (browser.send("/disclosures/gift/add", fields).headers["Location"] for _ in range(2))
    assert one == two
    assert len(kept(app)) == 1
    assert leaves(app, Act.DISCLOSURE_SUBMIT) == ["disclosure/1"]


def test_the_same_form_with_something_else_in_it_is_not_lost(app, browser):
    fields = browser.hidden(browser.get("/disclosures/gift/add")) | GIFT
    browser.send("/disclosures/gift/add", fields)
    again = browser.send("/disclosures/gift/add", fields | {"what": "新茶两盒"}, status=409).text
    assert 'value="新茶两盒"' in again
    assert "如果这是另一件事" in again
    browser.send("/disclosures/gift/add", fields | browser.hidden(again) | {"what": "新茶两盒"})
    assert len(kept(app)) == 2


def test_the_key_of_somebody_else_is_nobody_elses_business(app, browser, signed_in):
    colleague = signed_in("colleague")
    fields = browser.hidden(browser.get("/disclosures/gift/add")) | GIFT
    browser.send("/disclosures/gift/add", fields)
    theirs = colleague.hidden(colleague.get("/disclosures/gift/add")) | GIFT | {"key": fields["key"]}
    colleague.send("/disclosures/gift/add", theirs)
    assert len({row.person_id for row in kept(app)}) == 2


@pytest.mark.parametrize("key", ["", "\0" * 20, "x" * 5000, "短"])
def test_a_form_without_a_usable_key_is_taken_all_the_same(app, browser, key):
    browser.post("/disclosures/gift/add", GIFT, key=key)
    assert len(kept(app)) == 1


def test_a_word_that_was_disclosed_stands_nowhere_in_the_database(app, browser, tmp_path):
    disclose(browser, "gift")
    disclose(browser, "invitation", host="秦淮旧友")
    stored = b"".join(path.read_bytes() for path in (tmp_path / "instance").rglob("*") if path.is_file())
    assert b"disclosure/1" in stored
    assert b"zheng" in stored
    for word in (PLANTED, "周启明", "秦淮旧友", "何其昌"):
        assert word.encode() not in stored


def test_reading_is_written_down(app, browser):
    address = disclose(browser, "gift")
    before = len(leaves(app, Act.CONTENT_OPEN))
    browser.get(address)
    browser.get("/disclosures/")
    assert len(leaves(app, Act.CONTENT_OPEN)) == before + 2


def test_a_reviewer_records_interference_and_nothing_else(app, reviewer):
    page = text(reviewer.get("/disclosures/"))
    assert "打听案情" in page and "收受礼品" not in page
    address = disclose(reviewer, "interference")
    assert INTERFERENCE["content"] in text(reviewer.get(address))
    reviewer.get("/disclosures/gift/add", status=403)


def test_a_cadre_records_no_interference(browser):
    browser.get("/disclosures/interference/add", status=403)
    browser.get("/disclosures/nothing/add", status=404)


def test_english_pages_speak_english(browser):
    browser.client.set_cookie("lang", "en")
    address = disclose(browser, "invitation")
    for page in (browser.get("/disclosures/"), browser.get("/disclosures/invitation/add"), browser.get(address)):
        assert "Term" in page or "In time" in page
        assert "登记" not in page
