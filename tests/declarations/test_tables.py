"""The pages of tables and rows: answers, rows, what cannot be said, two windows at once."""

import pytest

from declare.declarations.models import Filing, Section
from declare.extensions import db
from tests.declarations.conftest import HOME, PASSWORD, SPOUSE

TRIP = {
    "left-year": "2025", "left-month": "5", "left-day": "2", "returned-year": "2025", "returned-month": "5",
    "returned-day": "9", "countries": "日本、泰国", "purpose": "tourism", "approved_by": "支队党委", "passport_number": "E12345678",
}  # fmt: skip


def answer(browser, draft, table, state, status=303):
    return browser.post(f"{draft}/{table}/", {"state": state}, action=f"{draft}/{table}/", status=status)


def test_every_page_of_a_new_report_opens_in_both_languages(browser, draft):
    tables = ["family", "marriage", "passports", "wages", "real_estate", "businesses", "deposits_abroad"]
    pages = ["/", "/profile", "/closing", "/answers", "/unchanged", *(f"/{table}/" for table in tables)]
    for page in [*pages, *(f"/{table}/add" for table in tables)]:
        assert "<h1>" in browser.get(draft + page)
        assert "<h1>" in browser.get(draft + page, headers={"Accept-Language": "en"})


def test_an_item_with_two_tables_shows_both(browser, draft):
    page = browser.get(f"{draft}/trips_abroad/")
    assert 'id="passports"' in page
    assert 'id="trips_abroad"' in page


def test_answering_none_is_shown_as_done(browser, draft):
    answer(browser, draft, "labour_income", "none")
    assert "已完成 1 项" in browser.get(f"{draft}/")


def test_answering_yes_leads_to_the_first_row(browser, draft):
    assert answer(browser, draft, "wages", "some").headers["Location"] == f"{draft}/wages/add"
    assert "已完成 0 项" in browser.get(f"{draft}/")


def test_no_answer_chosen_is_asked_for(browser, draft):
    page = browser.post(f"{draft}/wages/", {}, status=422).text
    assert "请先选择一项。" in page


@pytest.mark.parametrize("state", ["unchanged", "changed", "first", "nonsense", ""])
def test_an_answer_the_table_does_not_offer_is_not_taken(browser, draft, state):
    answer(browser, draft, "wages", state, status=422)


def test_a_row_is_saved_changed_and_removed(browser, draft):
    browser.post(f"{draft}/trips_abroad/add", TRIP)
    assert "日本、泰国" in browser.get(f"{draft}/trips_abroad/")
    browser.post(f"{draft}/trips_abroad/0", TRIP | {"countries": "法国"})
    page = browser.get(f"{draft}/trips_abroad/")
    assert "法国" in page
    assert "泰国" not in page
    assert "法国" in browser.get(f"{draft}/trips_abroad/0/remove")
    browser.post(f"{draft}/trips_abroad/0/remove")
    assert "法国" not in browser.get(f"{draft}/trips_abroad/")


def test_save_and_add_another_opens_a_new_row(browser, draft):
    again = browser.post(f"{draft}/trips_abroad/add", TRIP | {"again": "1"})
    assert again.headers["Location"] == f"{draft}/trips_abroad/add"


def test_none_beside_rows_asks_to_remove_them(browser, draft):
    browser.post(f"{draft}/trips_abroad/add", TRIP)
    assert "请先删除已填的 1 条" in answer(browser, draft, "trips_abroad", "none", status=422).text


def test_a_table_without_rows_waits_for_an_answer_again(browser, draft):
    browser.post(f"{draft}/wages/add", {"salary": "20", "total": "20"})
    browser.post(f"{draft}/wages/0/remove")
    assert "已完成 0 项" in browser.get(f"{draft}/")


def test_a_table_of_one_row_has_no_second(browser, draft):
    browser.post(f"{draft}/wages/add", {"salary": "20", "total": "20"})
    browser.post(f"{draft}/wages/add", {"salary": "21", "total": "21"})
    page = browser.get(f"{draft}/wages/")
    assert "21.00" in page
    assert "20.00" not in page


def test_a_total_is_offered_and_taken_the_second_time(browser, draft):
    page = browser.post(f"{draft}/wages/add", {"salary": "20.10", "bonus": "3.45"}, status=422).text
    assert "前几项之和为 23.55" in page
    assert 'value="23.55"' in page


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"returned-month": "4"}, "不能早于“出发时间”。"),
        ({"returned-year": "2027"}, "不能晚于填报日。"),
        ({"countries": "不存在国"}, "没有这个国家或地区"),
        ({"left-day": "31", "left-month": "2"}, "没有这一天"),
        ({"passport_number": "P1234567"}, "公务、外交护照号"),
        ({"purpose": ""}, "请选择一项。"),
    ],
)
def test_what_does_not_fit_is_said_and_kept(browser, draft, change, sentence):
    page = browser.post(f"{draft}/trips_abroad/add", TRIP | change, status=422).text
    assert page.count(sentence) == 2
    assert 'value="支队党委"' in page
    assert "已完成 0 项" in browser.get(f"{draft}/")


def test_several_faults_are_all_said_at_once(browser, draft):
    wrong = HOME | {"owners": ["self"], "area": "108.6 亩", "traded-year": "2027", "price": "1,32"}
    page = browser.post(f"{draft}/real_estate/add", wrong, status=422).text
    assert "有 3 处需要更正" in page


def test_a_table_about_relatives_says_to_enter_them_first(browser, draft):
    assert "先填家庭成员" in browser.get(f"{draft}/employment/add")
    browser.post(f"{draft}/family/add", SPOUSE)
    assert "林晚晴（配偶）" in browser.get(f"{draft}/employment/add")


def test_only_those_a_table_covers_can_be_named(browser, draft):
    browser.post(f"{draft}/family/add", SPOUSE)
    browser.post(f"{draft}/family/add", {"relation": "parent", "name": "郑守义", "sex": "male"})
    page = browser.get(f"{draft}/real_estate/add")
    assert "本人" in page
    assert "林晚晴" in page
    assert "郑守义" not in page
    assert "林晚晴" not in browser.get(f"{draft}/child_marriage_foreign/add")


def test_members_keep_their_keys_and_cannot_go_while_named(browser, draft):
    browser.post(f"{draft}/family/add", SPOUSE)
    browser.post(f"{draft}/real_estate/add", HOME)
    page = browser.post(f"{draft}/family/0/remove", status=422).text
    assert "“林晚晴”还出现在“房产情况”中" in page


def test_what_another_window_saved_is_not_overwritten(browser, draft):
    old = browser.hidden(browser.get(f"{draft}/trips_abroad/add"))
    browser.post(f"{draft}/trips_abroad/add", TRIP)
    page = browser.send(f"{draft}/trips_abroad/add", old | TRIP | {"approved_by": "另一处"}, status=409).text
    assert "内容已在别处修改" in page
    assert "另一处" in page
    assert "另一处" not in browser.get(f"{draft}/trips_abroad/0")


@pytest.mark.parametrize("revision", ["", "-1", "1e9", "99999999999999999999", "一"])
def test_a_form_without_its_revision_is_not_saved(browser, draft, revision):
    fields = browser.hidden(browser.get(f"{draft}/wages/add"))
    browser.send(f"{draft}/wages/add", fields | {"revision": revision, "salary": "1", "total": "1"}, status=409)


def test_a_row_that_is_not_there_is_not_found(browser, draft):
    browser.get(f"{draft}/wages/7", status=404)
    browser.get(f"{draft}/wages/7/remove", status=404)
    browser.get(f"{draft}/no_such_table/", status=404)
    browser.get(f"{draft}/basic/", status=404)
    browser.get("/declarations/999/", status=404)


def test_html_is_text(browser, draft):
    browser.post(f"{draft}/trips_abroad/add", TRIP | {"approved_by": "<b>党委</b>"})
    page = browser.get(f"{draft}/answers")
    assert "<b>党委</b>" not in page
    assert "&lt;b&gt;党委&lt;/b&gt;" in page


def test_each_saving_counts_and_leaves_a_leaf(app, browser, draft):
    from declare.audit import AuditLeaf

    browser.post(f"{draft}/trips_abroad/add", TRIP)
    with app.app_context():
        assert db.session.get(Section, (int(draft.split("/")[-1]), "trips_abroad")).revision == 2
        leaves = db.session.query(AuditLeaf).order_by(AuditLeaf.seq.desc()).limit(2).all()
        assert [leaf.action for leaf in leaves] == ["declaration.save", "content.open"]
        assert leaves[0].object == f"declaration/{draft.split('/')[-1]} trips_abroad"
        assert leaves[0].row == "declarant declaration.write own"


def test_what_is_missing_is_named_and_nothing_is_handed_in(app, browser, draft):
    page = browser.get(f"{draft}/answers")
    assert "项没有填完" in page
    assert "家庭成员及主要社会关系" in page
    assert browser.get(f"{draft}/sign", status=302)
    fields = browser.hidden(browser.get(f"{draft}/wages/add")) | {"key": "k" * 20, "promise": "y", "password": PASSWORD}
    answer = browser.send(f"{draft}/sign", fields)
    assert answer.headers["Location"] == f"{draft}/answers"
    with app.app_context():
        assert db.session.query(Filing).count() == 0
