"""`flask registries`: a file of any size, in flat memory, whole or not at all."""

import subprocess
import sys

import pytest
from sqlalchemy import func, select

from declare.extensions import db
from declare.registries.models import Extract, ExtractRow, ExtractTrace
from tests.registries.conftest import ROWS, csv_of
from tests.serving import environment, new_tables

COUNT = 1_000_000
GROWTH = 200 * 1024
"""Kilobytes a program may take for a million rows; they are some 90 MB as text and 1 GB as objects."""


@pytest.fixture
def run(office):
    runner = office.app.test_cli_runner()
    return lambda *args: runner.invoke(args=["registries", *map(str, args)])


def load(run, path, *more):
    return run("load", path, "--registry", "real_estate", "--received", "2026-01-02", *more)


def test_a_file_is_loaded_and_says_what_was_left_out(run, tmp_path, office):
    path = tmp_path / "a.csv"
    path.write_bytes(csv_of(rows=(*ROWS, ROWS[0])))
    done = load(run, path, "--source", "市局")
    assert done.exit_code == 0
    assert "未载入的列：姓名" in done.output
    assert "已载入2行（核查数据第1号）；重复1行只载入一次" in done.output
    again = load(run, path)
    assert (again.exit_code, "没有再次载入" in again.output) == (1, True)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (csv_of(rows=((*ROWS[0][:5], "昨天"), *ROWS)), "第2行，登记时间：没有这一天"),
        (csv_of(("姓名", "坐落"), [("王", "某地")]), "没有一列对应“公民身份号码”"),
        (b"", "文件是空的"),
    ],
)
def test_a_file_with_a_fault_is_refused_with_one_sentence(run, tmp_path, desk, content, said):
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    refused = load(run, path)
    assert (refused.exit_code, said in refused.output) == (1, True)
    assert desk.nothing_kept()


def test_a_missing_file_and_a_day_to_come_are_refused(run, tmp_path):
    assert "无法读取" in load(run, tmp_path / "none.csv").output
    to_come = run("load", tmp_path / "a.csv", "--registry", "prices", "--received", "2030-01-01")
    assert "不能晚于今天" in to_come.output


def test_a_load_that_is_stopped_leaves_nothing(run, tmp_path, desk, monkeypatch):
    from declare.registries import writing

    path, real = tmp_path / "a.csv", writing.fill

    def stop(session, extract, sealer, rows, *, start):
        if start:
            raise OSError(28, "No space left on device")
        real(session, extract, sealer, rows, start=start)

    path.write_bytes(csv_of())
    monkeypatch.setattr(writing, "fill", stop)
    monkeypatch.setattr(writing.pieces, "__defaults__", (1,))
    assert load(run, path).exit_code == 1
    assert desk.nothing_kept()


def test_help_speaks_both_languages(run):
    for command in ((), ("load",), ("purge",)):
        said = run(*command, "--help").output
        assert "核查数据" in said or "载入" in said
        assert any(word in said for word in ("extracts", "load a CSV"))


PROGRAM = """
import resource, sys
from declare import create_app
app = create_app()
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
done = app.test_cli_runner().invoke(args=["registries", "load", *sys.argv[1:]])
after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(done.exit_code, after - before, done.output.strip().replace("\\n", " "))
"""


@pytest.mark.slow
def test_a_million_rows_are_loaded_in_flat_memory(tmp_path):
    environ = environment(tmp_path / "instance")
    new_tables(environ)
    path = tmp_path / "million.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write("身份证号,坐落,建筑面积（㎡）,交易价格（元）,登记日期\n")
        for at in range(COUNT):
            file.write(
                f"{110105194900000000 + at % 900_000},某市某路{at}号,{50 + at % 150}.5,{1_000_000 + at},2020-01-02\n"
            )
    order = ["--registry", "real_estate", "--received", "2026-01-02"]
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(path), *order], env=environ, capture_output=True, text=True, check=True
    )
    code, growth, said = done.stdout.strip().splitlines()[-1].split(" ", 2)
    assert (code, "已载入1,000,000行" in said) == ("0", True)
    assert int(growth) < GROWTH
    counts(environ)


def counts(environ):
    """Every row and both of its traces are there."""
    from declare import create_app
    from declare.config import Settings

    app = create_app(Settings.from_environment(environ))
    with app.app_context():
        found = [db.session.scalar(select(func.count()).select_from(one)) for one in (ExtractRow, ExtractTrace)]
        assert found == [COUNT, 2 * COUNT]
        assert db.session.scalars(select(Extract.rows)).all() == [COUNT]
        db.session.rollback()
        db.engine.dispose()
