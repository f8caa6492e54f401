"""Files of every kind, sound and broken: what is read, and in one sentence why something is not."""

import io
import json
import zipfile

import pytest

from declare.registries import columns
from declare.registries.files import Unusable, read
from declare.registries.files import sheet as sheets
from declare.registries.files.source import HeldSource
from tests.registries.conftest import HEADERS, ROWS, csv_of, xlsx_of


def rows_of(content, name="a.csv"):
    """The headers and all rows of a file."""
    found = read(HeldSource(name, content), known=columns.known)
    return found.headers, [list(row.cells) for row in found.rows]


def refused(content, name="a.csv", most=None):
    """The sentence a file is refused with."""
    with pytest.raises(Unusable) as caught:
        list(read(HeldSource(name, content), known=columns.known, **({"most": most} if most else {})).rows)
    return caught.value.sentence().zh


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_is_read_in_every_encoding_with_every_delimiter(encoding, delimiter):
    headers, rows = rows_of(csv_of(encoding=encoding, delimiter=delimiter))
    assert headers == HEADERS
    assert rows == [list(row) for row in ROWS]


def test_a_title_above_the_header_is_left_out():
    content = "某市不动产登记查询结果,,\r\n,,\r\n姓名,身份证号,坐落\r\n王一,x,某地\r\n".encode()
    headers, rows = rows_of(content)
    assert headers == ("姓名", "身份证号", "坐落")
    assert len(rows) == 1


def test_cells_may_hold_line_ends_and_quotes():
    _, rows = rows_of('名称,类别\r\n"甲""乙\n丙",会所\r\n\r\n丁,酒店\r\n'.encode())
    assert rows == [['甲"乙\n丙', "会所"], ["丁", "酒店"]]


def test_empty_columns_at_the_end_do_not_count():
    assert rows_of("名称,类别,,\r\n甲,会所,,\r\n".encode()) == (("名称", "类别"), [["甲", "会所"]])


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"  \r\n\r\n", b"\xff\xfe"])
def test_an_empty_file_is_refused(content):
    assert refused(content) == "文件是空的，请选择有内容的文件。"


@pytest.mark.parametrize(
    ("content", "name"), [("名称,类别\r\n".encode(), "a.csv"), (xlsx_of(("名称", "类别")), "a.xlsx")]
)
def test_a_header_alone_is_refused(content, name):
    assert refused(content, name) == "文件只有标题行，没有数据。"


def test_a_row_with_other_cells_than_the_header_is_named():
    assert refused("名称,类别\r\n甲,会所\r\n乙\r\n".encode()) == "第3行：有1格，标题行有2列，请核对这一行的分隔符。"
    assert refused("名称,类别\r\n甲,会所,多\r\n".encode()).startswith("第2行：有3格")


def test_an_unpaired_quotation_mark_is_named():
    assert refused('名称,类别\r\n甲,会所\r\n"乙,酒店\r\n丙,会所\r\n'.encode()).startswith("第3行：引号没有成对")


def test_bytes_that_are_no_text_are_refused():
    assert "无法识别文件的文字编码" in refused(b"name,kind\r\n\xff\x80\x81,\x00\xd8\xff\r\n")


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"\xd0\xcf\x11\xe0" + bytes(600), "旧版 Excel"),
        (b"%PDF-1.7\n", "不是表格文件"),
        (b"\x89PNG\r\n", "不是表格文件"),
        (b"<html><table></table></html>", "不是表格文件"),
        (b"PK\x03\x04 not really", "不是完整的 .xlsx"),
    ],
)
def test_what_is_no_table_is_refused_by_its_first_bytes(content, word):
    assert word in refused(content, "a.csv")


def test_text_called_xlsx_is_refused():
    assert "不是完整的 .xlsx" in refused(csv_of(), "a.xlsx")


def test_too_large_a_file_is_refused_before_it_is_read():
    assert refused(csv_of() * 9000, most=1024 * 1024) == "文件超过1 MB，请分成几个文件载入。"


def test_too_many_rows_and_columns_are_refused(monkeypatch):
    monkeypatch.setattr(sheets, "MOST_ROWS", 3)
    assert refused("名称\r\n".encode() + b"x\r\n" * 4) == "超过3行，请分成几个文件载入。"
    assert "列" in refused((",".join(f"c{n}" for n in range(300)) + "\r\n1\r\n").encode())


def test_a_workbook_is_read_with_its_numbers_and_days():
    headers, rows = rows_of(xlsx_of(("标题",), HEADERS, ("王一", "x", "某地", 89.5, 1, 45000)), "a.xlsx")
    assert headers == HEADERS
    assert rows == [["王一", "x", "某地", 89.5, 1.0, 45000.0]]


def repacked(content, change=lambda name, body: body, extra=()):
    """A workbook with its parts changed, or with further ones."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
        for name, body in extra:
            new.writestr(name, body)
    return out.getvalue()


BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    b"<sst><si><t>&b;</t></si></sst>"
)


@pytest.mark.parametrize(
    "part", ["xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "[Content_Types].xml", "xl/workbook.xml"]
)
def test_entities_are_refused_wherever_they_stand(part):
    content = repacked(xlsx_of(HEADERS, *ROWS), lambda name, body: BOMB if name == part else body)
    assert "外部实体" in refused(content, "a.xlsx")


def test_a_document_type_in_another_encoding_is_refused():
    content = repacked(xlsx_of(HEADERS, *ROWS), lambda n, b: BOMB.decode().encode("utf-16") if "Strings" in n else b)
    assert "外部实体" in refused(content, "a.xlsx")


def test_a_bomb_is_refused_before_it_is_unpacked():
    content = repacked(xlsx_of(HEADERS, *ROWS), extra=[("xl/media/big.bin", bytes(64 * 1024 * 1024))])
    assert len(content) < 100_000
    assert "解开后过大" in refused(content, "a.xlsx")


def test_a_part_that_lies_about_its_size_is_unpacked_no_further():
    content = bytearray(repacked(xlsx_of(HEADERS, *ROWS), extra=[("xl/media/big.bin", bytes(32 * 1024 * 1024))]))
    true, lie = (32 * 1024 * 1024).to_bytes(4, "little"), (1000).to_bytes(4, "little")
    assert bytes(content).count(true) == 2
    assert "解开后过大" in refused(bytes(content).replace(true, lie), "a.xlsx")


def test_a_cell_at_the_far_end_of_a_sheet_takes_no_memory():
    far = lambda name, body: body.replace(b'r="A2"', b'r="XFD1048576"') if "sheet1" in name else body  # noqa: E731
    assert "请改存为 CSV" in refused(repacked(xlsx_of(("名称",), ("甲",)), far), "a.xlsx")


def test_macros_passwords_and_too_many_parts_are_refused():
    book = xlsx_of(HEADERS, *ROWS)
    assert "含有宏" in refused(repacked(book, extra=[("xl/vbaProject.bin", b"x")]), "a.xlsm")
    parts = [(f"xl/media/{n}.png", b"x") for n in range(600)]
    assert "解开后过大" in refused(repacked(book, extra=parts), "a.xlsx")
    locked = bytearray(book)
    for mark, place in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = locked.find(mark)
        locked[at + place] |= 1
    assert "已加密" in refused(bytes(locked), "a.xlsx")


def test_a_zip_that_is_no_workbook_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as other:
        other.writestr("readme.txt", "x")
    assert "不是完整的 .xlsx" in refused(out.getvalue(), "a.zip")


def test_a_cut_workbook_is_refused():
    book = xlsx_of(HEADERS, *ROWS)
    assert {refused(book[:length], "a.xlsx") for length in range(len(book) // 4, len(book) - 30, 997)} == {
        "不是完整的 .xlsx 文件，请用表格软件重新保存后再上传。"
    }


def jsonl(*objects):
    return "\n".join(json.dumps(one, ensure_ascii=False) for one in objects).encode()


def test_jsonl_is_read_as_a_table_and_as_interchange_records():
    plain = {"name": "甲", "kind": "会所"}
    record = {"type": "registry", "registry": "venues", "received": "2026-01-01", "ref": "r1", **plain}
    assert rows_of(jsonl(plain, {"name": "乙"}), "a.jsonl") == (("name", "kind"), [["甲", "会所"], ["乙", None]])
    found = read(HeldSource("a.csv", jsonl(record)), known=columns.known)
    assert (found.registry, found.headers) == ("venues", ("name", "kind"))


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b'{"name": "a"}\n{"name": ', "第2行：不是一个完整的 JSON 对象"),
        (b'{"name": NaN}', "第1行：不是一个完整的 JSON 对象"),
        (b'{"name": {"a": 1}}', "不是单个值"),
        (b'{"registry": "venues"}\n{"registry": "prices"}', "第2行：是另一种登记信息"),
        (b"[1, 2]", "不是一个完整的 JSON 对象"),
        (b'{"a": ' * 5000, "不是一个完整的 JSON 对象"),
    ],
)
def test_jsonl_that_cannot_be_read_is_named_by_line(content, word):
    assert word in refused(content, "a.jsonl")


def test_a_key_that_comes_late_is_named():
    assert "多出字段“kind”" in refused(b'{"name": "a"}\n' * 1001 + b'{"name": "b", "kind": "c"}', "a.jsonl")
