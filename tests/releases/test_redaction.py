"""What an export shows: nothing the definitions do not let out, nobody who can be picked out, no cell that is a formula."""

import csv
import json
from collections import Counter, defaultdict
from datetime import date
from decimal import Decimal

import msgspec
import pytest
from python_calamine import CalamineWorkbook

from declare.items.answers import Answer
from declare.items.filing import Filing
from declare.items.kinds.text import ProseKind, TextKind
from declare.items.spec import DROP, KEEP, MASK, State
from declare.releases import reduction
from declare.releases.pseudonyms import Pseudonyms
from tests.releases.conftest import exported

MARK = "植入词"
TABLES = reduction.tables()


def planted(table):
    """A row with a word of its own in every field that takes text."""
    said = {
        field.key: f"{MARK}{table.key}{field.key}"
        for field in table.fields
        if type(field.kind) in (TextKind, ProseKind) or isinstance(field.kind, TextKind)
    }
    return table.entry(**said), said


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.key)
def test_a_planted_word_appears_only_where_the_definition_keeps_it(table):
    entry, said = planted(table)
    cells = reduction.reduced(table, entry, person_id=7, names=Pseudonyms(), lang="zh")
    shown = dict(zip(table.keys, cells, strict=True))
    leaked = {key for key, word in said.items() if word in shown[key]}
    assert leaked == {key for key in said if table.field(key).redaction is KEEP}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.key)
def test_withheld_and_empty_look_different(table):
    entry, said = planted(table)
    full = dict(
        zip(table.keys, reduction.reduced(table, entry, person_id=7, names=Pseudonyms(), lang="zh"), strict=True)
    )
    bare = reduction.reduced(table, table.entry(), person_id=7, names=Pseudonyms(), lang="zh")
    assert set(bare) == {""}
    for key in said:
        if table.field(key).redaction is DROP:
            assert full[key] == "不予提供"
        if table.field(key).redaction is MASK:
            assert full[key] == "有"


def test_a_member_of_a_family_has_one_name_within_and_none_across_families():
    names = Pseudonyms()
    assert names.family(1)("sp") == names.family(1)("sp") != names.family(2)("sp")
    assert names.family(1)("self") == names.person(1)


def test_two_exports_cannot_be_joined(bureau, tmp_path):
    first, second = (rows_of(exported(bureau, tmp_path / name, "audit", "--format", "csv")) for name in ("a", "b"))
    people = [{row["人员代号"] for rows in one.values() for row in rows} for one in (first, second)]
    assert len(people[0]) > 40
    assert people[0].isdisjoint(people[1])
    order = [[row["年度"] + row["交易价格"] + row["建筑面积"] for row in one["real_estate"]] for one in (first, second)]
    assert order[0] != order[1]
    assert Counter(order[0]) == Counter(order[1])


def rows_of(folder):
    """The rows of every CSV file, by table."""
    found = {}
    for path in folder.glob("*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            found[path.stem] = list(csv.DictReader(file))
    return found


def test_every_class_in_the_files_holds_k_people(bureau, tmp_path):
    folder = exported(bureau, tmp_path / "out", "audit", "--format", "csv")
    held = defaultdict(set)
    for rows in rows_of(folder).values():
        for row in rows:
            held[row["所在单位"], row["职级段"], row["本人性别"], row["出生年代"], row["所在地区"]].add(row["人员代号"])
    body = json.loads((folder / "manifest.json").read_text())["body"]
    assert min(map(len, held.values())) >= body["k"] == 3
    assert sum(map(len, held.values())) == body["counts"]["people"]
    assert body["counts"]["people"] + body["counts"]["left_out"] == 60


def test_no_identity_number_no_name_no_address_is_in_any_file(bureau, tmp_path):
    from tests.bureau import MADE

    folder = exported(bureau, tmp_path / "out")
    raw = b"".join(path.read_bytes() for path in folder.iterdir() if path.suffix != ".xlsx")
    book = CalamineWorkbook.from_path(folder / "export.xlsx")
    raw += "\n".join(str(book.get_sheet_by_name(name).to_python()) for name in book.sheet_names).encode()
    filings = [record for _, record in MADE.records() if isinstance(record, Filing)]
    secrets = {one.declarant for one in filings} | {one.basic.name for one in filings}
    for one in filings:
        secrets |= {member.name for member in one.family or ()} | {member.id_number for member in one.family or ()}
        secrets |= {home.address for home in (one.tables.real_estate.entries if one.tables.real_estate else ())}
        secrets |= {book.number for book in (one.tables.passports.entries if one.tables.passports else ())}
    assert len(secrets) > 300
    assert [secret for secret in secrets - {""} if secret.encode() in raw] == []


def test_every_format_says_the_same(bureau, tmp_path):
    folder = exported(bureau, tmp_path / "out")
    book = CalamineWorkbook.from_path(folder / "export.xlsx")
    for key, rows in rows_of(folder).items():
        sheet = book.get_sheet_by_name(key[:31]).to_python()
        assert len(sheet) == len(rows) + 1
        lines = (folder / f"{key}.jsonl").read_text().splitlines()
        assert len(lines) == len(rows)
        for row, line, cells in zip(rows, lines, sheet[1:], strict=True):
            assert row["人员代号"] == json.loads(line)["person"] == cells[0]


def test_excel_knows_the_files_as_utf8(bureau, tmp_path):
    folder = exported(bureau, tmp_path / "out", "audit", "--format", "csv")
    assert (folder / "wages.csv").read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("word", ["csv,pdf", "", "xls"])
def test_a_format_that_is_not_there_is_named(bureau, tmp_path, word):
    answer = bureau.app.test_cli_runner().invoke(
        args=["export", "audit", "--out", str(tmp_path / "out"), "--format", word]
    )
    assert answer.exit_code != 0
    assert not (tmp_path / "out").exists()


def test_a_folder_that_holds_something_is_left_alone(bureau, tmp_path):
    (tmp_path / "mine.txt").write_text("x")
    answer = bureau.app.test_cli_runner().invoke(args=["export", "audit", "--out", str(tmp_path)])
    assert answer.exit_code == 1
    assert "不是空的" in answer.output


def test_the_statistics_name_nobody_and_count_people(bureau, tmp_path):
    rows = rows_of(exported(bureau, tmp_path / "out", "statistics", "--format", "csv"))
    assert set(rows) == {"reports", "answers", "entries"}
    assert sum(int(row["人数"]) for row in rows["reports"] if row["年度"] == "2025") == 59
    assert all(row["人数"].isdigit() or row["人数"].startswith("少于3") for one in rows.values() for row in one)


def test_a_row_is_reduced_as_every_kind_says():
    table = next(table for table in TABLES if table.key == "real_estate")
    home = table.entry(
        owners=("self", "sp"),
        area=Decimal("121.30"),
        price=Decimal("238.00"),
        traded="2019-06",
        address="江苏省南京市玄武区和平路16号",
    )
    names = Pseudonyms()
    shown = dict(zip(table.keys, reduction.reduced(table, home, person_id=1, names=names, lang="zh"), strict=True))
    assert shown["owners"] == f"{names.person(1)}、{names.family(1)('sp')}"
    assert (shown["area"], shown["price"], shown["traded"]) == ("90–144", "100–500", "2019")
    assert shown["address"].endswith("南京市")


def test_every_field_of_every_table_has_a_column():
    for sheet, table in zip(reduction.sheets("zh"), TABLES, strict=True):
        assert (
            len(set(sheet.heads)) == len(sheet.keys) == len(sheet.heads) == len(reduction.COLUMNS) + len(table.fields)
        )


def test_a_report_is_taken_apart_into_its_rows():
    table = next(table for table in TABLES if table.key == "passports")
    report = Filing(edition="2017", kind="annual", year=2025, filed_on=date(2026, 1, 20), declarant="x")
    answers = msgspec.structs.replace(
        report.tables, passports=Answer(state=State.FIRST, entries=(table.entry(number="E1"),))
    )
    found = list(reduction.entries(msgspec.structs.replace(report, tables=answers)))
    assert [(one.key, state) for one, state, _ in found] == [("passports", State.FIRST)]
