"""Before signing every hint can be answered in a sentence; both sides are kept sealed beside the filing, and nothing is asked for."""

import re

import pytest

from declare.declarations import queries, remarks
from declare.declarations.models import Filing, Section, SelfCheck
from declare.declarations.remarks import PART, Hinted, Remark
from declare.extensions import db, vault
from declare.rules.finding import Filed, Place
from declare.vault import Reader
from declare.vault.parts import complete
from tests.declarations.conftest import OTHER_ID, PASSWORD, Browser, cadre, sign
from tests.declarations.test_next_year import confirm_all, second  # noqa: F401 - a fixture
from tests.declarations.test_sealing import stored

READER = Reader(None, "system", "test")
WORDS = "离婚手续正在办理，尚未领证。"


@pytest.fixture
def stage():
    return "filled"


@pytest.fixture
def hinted(browser, draft):
    """A report whose self-check has something to say: a wife, and unmarried."""
    browser.post(f"{draft}/marriage/0", {"state": "single", "change": "none"})
    return draft


def fields(page):
    """The names of the fields for answers."""
    return re.findall(r'name="(answer-B01-[0-9a-f]+)"', page)


def answer(browser, draft, words=WORDS, *, status=303, **more):
    page = browser.get(f"{draft}/answers")
    sent = browser.hidden(page, f"{draft}/answers") | {fields(page)[0]: words} | more
    return browser.send(f"{draft}/answers", sent, status=status)


def kept(app):
    """Both sides of the last filing, opened; and whether its manifest covers exactly what is there."""
    with app.app_context():
        row = db.session.query(Filing).order_by(Filing.id.desc()).first()
        check = db.session.get_one(SelfCheck, row.id)
        opener = vault.opening(db.session, row.record, READER)
        parts = [(queries.FILED, row.version, row.sealed), (PART, row.version, check.sealed)]
        assert complete(opener, parts, row.manifest)
        assert not complete(opener, parts[:1], row.manifest)
        found = remarks.decoded_kept(opener.open(PART, row.version, check.sealed))
        db.session.rollback()
    return {one.rule: one for one in found}


def test_an_answer_is_saved_and_stands_there_again(browser, hinted):
    answer(browser, hinted)
    shown = browser.get(f"{hinted}/answers")
    assert WORDS in shown
    assert shown.count('id="said-') == 1  # what was just done is said once
    assert WORDS in browser.get(f"{hinted}/sign")


def test_nothing_has_to_be_answered(app, browser, hinted):
    sign(browser, hinted)
    assert kept(app)["B01"].words == ""


def test_both_sides_are_kept_with_the_filing(app, browser, hinted):
    answer(browser, hinted)
    sign(browser, hinted)
    told = kept(app)["B01"]
    assert isinstance(told, Hinted)
    assert (told.words, told.year) == (WORDS, 2025)
    assert told.where[0].table == "marriage" or told.where[0].table == "family"
    assert told.message.zh != told.message.en
    assert WORDS not in browser.get(f"{hinted}/document.json")
    with app.app_context():
        assert db.session.query(Section).count() == 0


def test_no_word_of_it_stands_in_any_byte(app, browser, hinted):
    answer(browser, hinted)
    assert WORDS.encode() not in stored(app)
    sign(browser, hinted)
    sentence = kept(app)["B01"].message
    assert [word for word in (WORDS, sentence.zh, sentence.en) if word.encode() in stored(app)] == []


def test_what_is_typed_beside_the_promise_counts(app, browser, hinted):
    page = browser.get(f"{hinted}/sign")
    sent = browser.hidden(page) | {"promise": "y", fields(page)[0]: WORDS}
    refused = browser.send(f"{hinted}/sign", sent | {"password": "wrong wrong wrong"}, status=422).text
    assert WORDS in refused
    browser.send(f"{hinted}/sign", sent | {"password": PASSWORD})
    assert kept(app)["B01"].words == WORDS


def test_the_next_step_takes_the_answers_along(browser, hinted):
    assert answer(browser, hinted, sign="1").headers["Location"] == f"{hinted}/sign"
    assert WORDS in browser.get(f"{hinted}/sign")


def test_an_answer_is_short(browser, hinted):
    assert "最多填写200字" in answer(browser, hinted, "长" * 201, status=422).text
    assert "长" * 20 not in browser.get(f"{hinted}/answers")


def test_two_windows_overwrite_nothing_unseen(browser, hinted):
    page = browser.get(f"{hinted}/answers")
    promise = browser.get(f"{hinted}/sign")
    answer(browser, hinted)
    older = browser.hidden(page, f"{hinted}/answers") | {fields(page)[0]: "另一句"}
    again = browser.send(f"{hinted}/answers", older, status=409).text
    assert "刚在别处保存过" in again
    assert "另一句" in again
    late = browser.hidden(promise) | {"promise": "y", "password": PASSWORD, fields(promise)[0]: ""}
    assert "刚在别处保存过" in browser.send(f"{hinted}/sign", late, status=422).text
    assert WORDS in browser.get(f"{hinted}/answers")


def test_a_draft_begun_before_there_were_answers_takes_them(app, browser, hinted):
    with app.app_context():
        db.session.query(Section).filter_by(table=PART).delete()
        db.session.commit()
    answer(browser, hinted)
    assert WORDS in browser.get(f"{hinted}/answers")


def test_being_late_is_said_once_and_the_reason_answers_it(app, browser, second, clock):  # noqa: F811
    confirm_all(browser, second)
    browser.post(f"{second}/wages/add", {"salary": "20.00", "bonus": "3.50", "total": "23.50"})
    clock.go(month=2, day=3)
    browser.sign_in("zheng")
    page = browser.get(f"{second}/sign")
    assert page.count("晚于期限2027-01-31") == 1
    assert "已过 3 天" not in page
    assert "请说明逾期原因" in sign(browser, second, status=422).text
    sign(browser, second, late_reason="外出执行任务")
    assert kept(app)["G01"].words == "外出执行任务"
    assert "G03" not in kept(app)


def test_in_time_nothing_is_said_of_lateness(app, browser, hinted):
    assert "晚于期限" not in browser.get(f"{hinted}/sign")
    sign(browser, hinted)
    assert "G01" not in kept(app)


def test_in_english(browser, hinted):
    browser.client.set_cookie("lang", "en")
    for page in (f"{hinted}/answers", f"{hinted}/sign"):
        main = browser.get(page).split('id="main"')[1].split("</main>")[0]
        assert "Explanation" in main
        assert "说明" not in main


def test_nobody_else_answers(app, browser, hinted):
    page = browser.get(f"{hinted}/answers")
    cadre(app, "colleague", OTHER_ID, name="贺知秋")
    other = Browser(app.test_client()).sign_in("colleague")
    token = other.hidden(other.get("/declarations/"))["csrf_token"]
    sent = browser.hidden(page, f"{hinted}/answers") | {fields(page)[0]: WORDS, "csrf_token": token}
    assert other.client.post(f"{hinted}/answers", data=sent).status_code in (400, 403, 404)
    assert WORDS not in browser.get(f"{hinted}/answers")


def test_a_removed_row_takes_its_answer_along_and_later_ones_move_up():
    before = Filed(declarant=OTHER_ID, year=2024, kind="annual")
    given = tuple(
        Remark(rule="B21", where=(Place(table="real_estate", entry=row, declaration=of),), words=str(row))
        for row, of in ((0, None), (1, None), (2, None), (1, before))
    )
    left = remarks.without_row(given, "real_estate", 1)
    assert [(one.words, one.where[0].entry) for one in left] == [("0", 0), ("2", 1), ("1", 1)]
    assert remarks.without_row(given, "stocks", 1) == given
