"""R1, R2, M1 as `flask check` does it: two processes against one, what has changed against everything, memory, shared keys.

`DECLARE_BENCH_PEOPLE` sets how many declarants there are (each files two or three reports); memory is compared with a tenth.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import duckdb
from sqlalchemy import select, text

from declare import checks, create_app
from declare.checks import running
from declare.config import Settings
from declare.declarations import sharing
from declare.declarations.models import Trace
from declare.extensions import Model, db
from declare.web import transaction
from tests.bench.corps import store
from tests.bench.harness import Pair, goal
from tests.bench.weighing import command, memory

PEOPLE = int(os.environ.get("DECLARE_BENCH_PEOPLE", "1000"))
ONE_PERCENT = 100


@cache
def corps(people: int) -> Path:
    """An installation with so many honest declarants; made once, removed at the end of the run."""
    folder = Path(tempfile.mkdtemp(prefix="declare-bench-"))
    app = create_app(Settings(instance=folder, log_level="ERROR"))
    with app.app_context():
        Model.metadata.create_all(db.engine)
        store(db.session, people)
        db.engine.dispose()
    return folder


@goal("R1c", "flask check：两个进程的速度 ≥ 1.6 × 一个 · two processes against one, whole commands", at_least=1.6)
def two_processes() -> Iterator[Pair]:
    """The whole command, start included."""
    folder = corps(PEOPLE)
    yield Pair(
        floor=lambda: command(folder, "check", "--workers", "1"),
        ours=lambda: command(folder, "check", "--workers", "2"),
    )


@goal("R1d", "flask check：十倍报告的内存 ≤ 1.1 倍 · memory at ten times the reports", at_most=1.1)
def flat_memory() -> Iterator[Pair]:
    """The most memory one worker holds; the larger corps over the smaller."""
    small, large = corps(PEOPLE // 10), corps(PEOPLE)
    yield Pair(
        floor=lambda: memory(small, "check", "--workers", "1"),
        ours=lambda: memory(large, "check", "--workers", "1"),
        counted=True,
    )


def check_all(*, changed: bool) -> None:
    """Everything, or what has changed, in this process."""
    plan = running.plan_changed() if changed else running.plan_all(resume=False)
    running.carry_out(
        plan,
        year=None,
        done=lambda pieces: running.here(pieces, year=None, workers=1),
        shown=lambda parts, _pieces: iter(parts),
        keeping=False,
    )


@goal("R2", "1% 有变化后再核对 ≤ 4% · a re-check after one in a hundred changed", at_most=0.04)
def changes_alone() -> Iterator[Pair]:
    """One declarant in a hundred is marked as changed before each re-check."""
    app = create_app(Settings(instance=corps(PEOPLE), log_level="ERROR"))
    with app.app_context():
        persons = checks.source.source().persons(db.session, None)
        db.session.rollback()
        check_all(changed=False)

        def again() -> None:
            with transaction() as session:
                checks.stale(session, persons[::ONE_PERCENT])
            check_all(changed=True)

        yield Pair(floor=lambda: check_all(changed=False), ours=again)
        db.engine.dispose()


@goal("M1", "共有标识的报告人对 ≤ 5 × DuckDB 自连接 · pairs that share a key, against DuckDB's self-join", at_most=5)
def shared_keys() -> Iterator[Pair]:
    """All pairs of declarants in whose reports the same identifier stands."""
    app = create_app(Settings(instance=corps(PEOPLE), log_level="ERROR"))
    with app.app_context(), duckdb.connect() as floor:
        rows = [(bytes(row[0]), row[1]) for row in db.session.execute(select(Trace.digest, Trace.person_id))]
        floor.execute("SET threads = 1")
        floor.execute("CREATE TABLE trace (digest BLOB, person_id INTEGER)")
        _fill(floor, rows)
        db.session.execute(text("ANALYZE"))
        db.session.commit()
        join = "SELECT DISTINCT a.person_id, b.person_id FROM trace a JOIN trace b ON a.digest = b.digest AND a.person_id <> b.person_id"
        yield Pair(floor=lambda: floor.execute(join).fetchall(), ours=lambda: sharing.everybody(db.session))
        db.session.rollback()
        db.engine.dispose()


def _fill(floor: duckdb.DuckDBPyConnection, rows: list[tuple[bytes, int]]) -> None:
    """Gives DuckDB the same rows, by way of a file it reads at speed."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "trace.csv"
        with path.open("w", encoding="ascii") as file:
            file.writelines(f"{digest.hex()},{person}\n" for digest, person in rows)
        floor.execute(
            f"INSERT INTO trace SELECT unhex(column0), column1 FROM read_csv('{path}', header = false, columns = "
            "{'column0': 'VARCHAR', 'column1': 'INTEGER'})"
        )


def tidy_up() -> None:
    """Removes every corps that was made."""
    for people in (PEOPLE, PEOPLE // 10):
        shutil.rmtree(corps(people), ignore_errors=True)
