"""From a file on the desk to an extract: columns agreed on, all of it or nothing, the same once, deleted for good."""

import sqlite3

import msgspec
import pytest
from sqlalchemy import select

from declare import jobs
from declare.accounts import people
from declare.checks.models import Stale
from declare.extensions import db, vault
from declare.items.registries import TitleRecord
from declare.registries import desk as desks
from declare.registries import queries, writing
from declare.registries.models import Extract, ExtractRow, ExtractTrace, Upload
from declare.vault import DataKey, Reader
from tests.office import NAMES
from tests.registries.conftest import HEADERS, ONE, OTHER, ROWS, csv_of, xlsx_of

READER = Reader(None, "system", "test")


def rows_kept(office):
    """Every home of every extract, as it was kept."""
    with office.app.app_context():
        return queries.rows_of(db.session, TitleRecord, READER)


def test_a_file_is_loaded_as_its_columns_say(desk, office):
    answer = desk.load(csv_of(encoding="gb18030"))
    assert (answer.status_code, answer.headers["Location"]) == (303, "/registries/1/")
    first, _ = rows_kept(office)
    assert msgspec.to_builtins(first, str_keys=True) == {
        "subject": OTHER,
        "address": "江苏省南京市玄武区珠江路3号",
        "area": "89.5",
        "registered": "2020-01-02",
        "price": "238",
    }
    page = desk.browser.get("/registries/1/").text
    assert all(word in page for word in ("市自然资源局", "房产.csv", "2029-01-02", "rev.one"))
    assert desk.waiting() == 0


def test_a_workbook_is_loaded_too(desk, office):
    desk.load(xlsx_of(("登记结果",), HEADERS, *ROWS, ("李", ONE, "某市某路7号", 66.5, 980000, 45000)), "a.xlsx")
    assert [str(row.price) for row in rows_kept(office)] == ["238", "150", "98"]


def test_the_same_row_is_kept_once_and_told(desk, office):
    desk.load(csv_of(rows=(*ROWS, ROWS[0], ROWS[0])))
    assert len(rows_kept(office)) == 2
    assert "2行，只载入一次" in desk.browser.get("/registries/1/").text


def test_the_same_file_is_not_loaded_twice(desk):
    desk.load(csv_of())
    answer = desk.load(csv_of())
    assert answer.status_code == 422
    assert "没有再次载入" in answer.text
    assert desk.count(Extract) == 1


def test_swapped_columns_stop_the_load_until_they_are_put_right(desk, office):
    headers = ("姓名", "身份证号", "面积", "坐落", "价格(元)", "登记日期")
    address = desk.hand_over(csv_of(headers)).headers["Location"]
    answer = desk.agree(address)
    assert answer.status_code == 422
    assert "“面积”一列多数不是数字，是否与“坐落”对调？" in answer.text
    assert desk.nothing_kept()
    answer = desk.agree(address, **{"column-2": "address", "column-3": "area"})
    assert answer.status_code == 303
    assert {str(row.area) for row in rows_kept(office)} == {"89.5", "120"}


def test_wrong_rows_are_named_and_nothing_is_loaded(desk):
    bad = [(*ROWS[0][:3], "很大", *ROWS[0][4:]), (*ROWS[1][:5], "昨天"), ("赵", "", *ROWS[1][2:])]
    answer = desk.load(csv_of(rows=(*ROWS * 3, *bad)))
    assert answer.status_code == 422
    for said in ("第8行，建筑面积：请填写数字", "第9行，登记时间：没有这一天", "第10行，公民身份号码：没有填写"):
        assert said in answer.text
    assert desk.nothing_kept()


def test_at_most_fifty_wrong_rows_are_told(desk):
    answer = desk.load(csv_of(rows=[(*ROWS[0][:5], f"{year}-13-01") for year in range(1900, 1990)] + list(ROWS) * 100))
    assert answer.text.count("，登记时间：") == 50


def test_a_column_can_be_left_out_and_taken_once_only(desk, office):
    address = desk.hand_over(csv_of()).headers["Location"]
    twice = desk.agree(address, **{"column-0": "address"})
    assert (twice.status_code, "已对应另一列" in twice.text) == (422, True)
    nobody = desk.agree(address, **{"column-0": "", "column-1": ""})
    assert (nobody.status_code, "没有一列对应“公民身份号码”" in nobody.text) == (422, True)
    assert desk.agree(address, **{"column-0": "", "column-1": "subject", "column-4": ""}).status_code == 303
    assert {row.price for row in rows_kept(office)} == {None}


def test_another_registry_begins_anew_and_loads_nothing_unseen(desk):
    address = desk.hand_over(csv_of()).headers["Location"]
    answer = desk.agree(address, registry="roster")
    assert (answer.status_code, "管理单位编码" in answer.text) == (200, True)
    assert desk.nothing_kept()


def test_a_preview_masks_what_is_secret(desk):
    page = desk.browser.get(desk.hand_over(csv_of()).headers["Location"]).text
    assert "238.00" in page
    assert OTHER not in page
    assert "珠江路" not in page


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"received-year": "2026", "received-month": "13"}, "没有这一天"),
        ({"received-year": "2027"}, "收到日期不能晚于今天"),
        ({"source": "   "}, "请填写提供单位"),
    ],
)
def test_what_is_asked_about_every_file_must_be_said(desk, fields, said):
    answer = desk.hand_over(csv_of(), **fields)
    assert (answer.status_code, said in answer.text) == (422, True)
    assert desk.waiting() == 0


def test_a_broken_file_and_an_unknown_header_are_refused_at_once(desk):
    assert "文件是空的" in desk.hand_over(b"").text
    assert "没有认得的列名" in desk.hand_over(b"aa,bb\r\n1,2\r\n").text
    assert desk.hand_over(b"aa,bb\r\n1,2\r\n", registry="venues").status_code == 303


def test_units_are_known_by_name_and_code(desk, office):
    header, row = ("单位编码", "名称或姓名", "管理服务事由"), ("江东支队", "某公司", "监管")
    assert "没有名称或编码为“江西支队”的单位" in desk.load(csv_of(header, [row, ("江西支队", "乙", "监管")])).text
    assert desk.load(csv_of(header, [row, ("JD", "乙", "监管")])).status_code == 303


def test_a_large_file_is_loaded_by_a_job(desk, office, monkeypatch):
    monkeypatch.setattr(desks, "AT_ONCE", 1)
    monkeypatch.setattr(writing.pieces, "__defaults__", (1,))
    assert desk.load(csv_of()).headers["Location"] == "/registries/1/"
    assert "正在载入" in desk.browser.get("/registries/1/").text
    assert rows_kept(office) == ()
    with office.app.app_context():
        jobs.run_pending()
    assert len(rows_kept(office)) == 2
    assert desk.waiting() == 0


def test_a_large_file_with_a_late_fault_leaves_nothing_and_says_where(desk, office, monkeypatch):
    monkeypatch.setattr(desks, "LOOKED_AT", 1)
    address = desk.hand_over(csv_of(rows=(*ROWS, (*ROWS[0][:5], "昨天")))).headers["Location"]
    assert desk.agree(address).status_code == 303
    with office.app.app_context():
        jobs.run_pending()
    assert desk.nothing_kept()
    assert "第4行，登记时间" in desk.browser.get(address).text


def test_rows_about_somebody_are_found_by_digest_alone(desk, office):
    desk.load(csv_of(rows=(*ROWS, ("李", ONE, "某市某路7号", "66", "980000", "2020-01-02"))))
    with office.app.app_context():
        wanted = people.digest(OTHER)
        found = queries.rows_about(db.session, [wanted, bytes(16)], READER)
        db.session.commit()
    assert list(found) == [wanted]
    assert [(one.row.subject, one.extract_id, one.position) for one in found[wanted]] == [(OTHER, 1, 0), (OTHER, 1, 1)]


def stale(office):
    """The persons who are to be checked anew."""
    with office.app.app_context():
        return db.session.scalars(select(Stale.person_id)).all()


def test_whoever_a_row_names_is_checked_anew(desk, office):
    office.account("he.zhiqiu", person=True)
    office.account("zheng", person=True)
    desk.load(csv_of(rows=(*ROWS, ("贺", NAMES["he.zhiqiu"][1], "某市某路7号", "66", "980000", "2020-01-02"))))
    with office.app.app_context():
        him = people.find(db.session, NAMES["he.zhiqiu"][1])
        her = people.find(db.session, NAMES["zheng"][1])
    assert set(stale(office)) == {him.id, her.id}


def test_deleting_asks_why_and_leaves_no_row_and_no_key(desk, office):
    desk.load(csv_of())
    page = desk.browser.get("/registries/1/delete")
    assert desk.browser.post("/registries/1/delete", reason="").status_code == 422
    assert desk.browser.post("/registries/1/delete", reason="对方更正后重新提供").status_code == 303
    assert page.status_code == 200
    assert desk.nothing_kept()
    with office.app.app_context():
        assert [
            key for key in db.session.scalars(select(DataKey.record)) if key.startswith(("extract", "upload"))
        ] == []
    assert office.leaves("registry.delete") == ["extract/1 real_estate"]
    assert "extract/1" in office.leaves("key.shred")


def test_what_is_past_its_time_is_purged(desk, office):
    desk.load(csv_of())
    desk.hand_over(csv_of(rows=ROWS[:1]))
    purge = office.app.test_cli_runner()
    office.clock.go(days=1, hours=1)
    assert "已销毁0份过期的核查数据、1个过期的文件" in purge.invoke(args=["registries", "purge"]).output
    office.clock.go(days=3 * 365 + 2)
    assert "已销毁1份过期的核查数据" in purge.invoke(args=["registries", "purge"]).output
    assert desk.nothing_kept()


def test_a_file_that_waited_too_long_is_gone(desk, office):
    address = desk.hand_over(csv_of()).headers["Location"]
    office.clock.go(days=1, hours=1)
    office_again = office.visitor("rev.one")
    assert office_again.get(address).status_code == 404


def test_nothing_readable_is_left_anywhere(desk, office, tmp_path):
    words = ("植入姓名", "植入路88号", OTHER, "植入文件", "植入来源", "23871236")
    row = ("植入姓名", OTHER, "南京市植入路88号", "89.5", "238712360000", "2020-01-02")
    desk.hand_over(csv_of(rows=[row, ROWS[1]]), "植入文件.csv", source="植入来源")
    desk.load(csv_of(rows=[row]), "植入文件2.csv", source="植入来源")
    with office.app.app_context():
        db.session.commit()
    whole = b"".join(path.read_bytes() for path in (tmp_path / "instance").rglob("*") if path.is_file())
    assert [word for word in words if word.encode() in whole or word.encode("gb18030") in whole] == []
    with sqlite3.connect(tmp_path / "instance" / "declare.db") as database:
        database.execute("CREATE TABLE control (word TEXT)")
        database.execute("INSERT INTO control VALUES ('植入路88号')")
    whole = b"".join(path.read_bytes() for path in (tmp_path / "instance").rglob("*") if path.is_file())
    assert "植入路88号".encode() in whole, "the search itself misses something"


def test_a_digest_is_that_of_the_kind(desk, office):
    desk.load(csv_of())
    with office.app.app_context():
        traces = db.session.scalars(select(ExtractTrace).order_by(ExtractTrace.id)).all()
        assert {one.index for one in traces} == {"id_number", "address"}
        assert traces[0].digest == vault.digest("id_number", OTHER)
    assert (desk.count(ExtractRow), desk.count(Upload)) == (2, 0)
