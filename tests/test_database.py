"""Every connection is safe before it is used; times come back as they went in; migrations run from code."""

import os
import re
import shutil
import threading
from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import Column, Integer, MetaData, Table, insert, select, text
from sqlalchemy.exc import IntegrityError, OperationalError, StatementError

from declare import database
from declare.config import Settings
from declare.database import READING, Moment, migrate, migrating
from declare.extensions import db
from declare.vault import DataKey
from tests.conftest import dispose, floor_app


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("busy_timeout", 10000),
        ("temp_store", 2),
        ("trusted_schema", 0),
    ],
)
def test_the_embedded_database_is_set_up_on_every_connection(session, pragma, value):
    for _ in range(2):
        assert session.scalar(text(f"PRAGMA {pragma}")) == value
        session.rollback()
        session.get_bind().dispose()


def test_the_folder_and_the_database_are_their_owners_alone(app, tmp_path):
    folder = tmp_path / "instance"
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in folder.glob("declare.db*")} == {0o600}


def test_a_transaction_holds_the_write_lock_from_its_first_statement(session):
    session.execute(text("SELECT 1"))
    with db.engine.connect() as other:
        other.connection.dbapi_connection.execute("PRAGMA busy_timeout=0")
        with pytest.raises(OperationalError, match="locked"):
            other.execute(text("SELECT 1"))


def test_a_long_reading_does_not_hold_up_those_who_write(session):
    with db.engine.connect().execution_options(**READING) as reading:
        assert reading.scalar(select(DataKey.record)) is None
        session.execute(insert(DataKey).values(**key("x/1")))
        session.commit()
        assert reading.scalar(select(DataKey.record)) is None


def test_schema_changes_roll_back(session):
    session.execute(text("CREATE TABLE passing (n INTEGER)"))
    session.rollback()
    with pytest.raises(OperationalError, match="no such table"):
        session.execute(text("SELECT n FROM passing"))


def test_two_writers_wait_for_each_other_and_lose_nothing(app):
    def write(at):
        with app.app_context():
            for number in range(10):
                db.session.execute(insert(DataKey).values(**key(f"t{at}/{number}")))
                db.session.commit()

    threads = [threading.Thread(target=write, args=(at,)) for at in range(4)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    with app.app_context():
        assert len(db.session.scalars(select(DataKey.record)).all()) == 40


@pytest.mark.parametrize("hours", [0, 8, -5])
def test_times_come_back_as_the_same_moment_in_utc(floor, hours):
    told = datetime(2026, 11, 23, 12, 30, 1, 234567, tzinfo=timezone(timedelta(hours=hours)))
    db.session.execute(insert(DataKey).values(**key("x/1") | {"created": told}))
    db.session.commit()
    found = db.session.scalar(select(DataKey.created))
    assert (found, found.tzinfo) == (told, UTC)


def test_a_time_without_its_zone_is_refused(session):
    with pytest.raises(StatementError, match="time zone"):
        session.execute(insert(DataKey).values(**key("x/1") | {"created": datetime(2026, 11, 23)}))  # noqa: DTZ001


def test_an_absent_time_stays_absent(session):
    table = Table("clocked", MetaData(), Column("id", Integer, primary_key=True), Column("at", Moment))
    table.create(session.connection())
    session.execute(insert(table).values(id=1, at=None))
    assert session.execute(select(table.c.at)).all() == [(None,)]


def test_a_name_taken_twice_is_refused_by_the_database(floor):
    db.session.execute(insert(DataKey).values(**key("x/1")))
    with pytest.raises(IntegrityError):
        db.session.execute(insert(DataKey).values(**key("x/1")))


@pytest.fixture
def scratch(tmp_path, monkeypatch):
    """A folder of migrations of this test's own, still empty."""
    shutil.copytree(database.PROJECT / "migrations", tmp_path / "migrations", ignore=shutil.ignore_patterns("0*.py"))
    (tmp_path / "migrations" / "versions").mkdir(exist_ok=True)
    monkeypatch.setattr(database, "PROJECT", tmp_path)
    return tmp_path / "migrations" / "versions"


def test_migrations_are_numbered_run_both_ways_and_speak_no_types_of_ours(scratch, database_url, tmp_path):
    app = floor_app(Settings(instance=tmp_path / "instance", database_url=database_url))
    run = app.test_cli_runner().invoke
    assert run(args=["db", "revision", "the floor"]).exit_code == 0
    migrate(app)
    migrate(app)
    assert run(args=["db", "revision", "--empty", "then"]).exit_code == 0
    assert [path.name for path in sorted(scratch.glob("*.py"))] == ["0001_the_floor.py", "0002_then.py"]
    assert not re.search(r"\bdeclare\b", (scratch / "0001_the_floor.py").read_text())
    with app.app_context():
        db.session.execute(insert(DataKey).values(**key("x/1")))
        db.session.commit()
    assert run(args=["db", "current"]).output.startswith("0001")
    assert run(args=["db", "upgrade"]).exit_code == 0
    assert run(args=["db", "current"]).output.startswith("0002")
    assert run(args=["db", "downgrade", "base"]).exit_code == 0
    with app.app_context(), pytest.raises(Exception, match="data_key"):
        db.session.scalar(select(DataKey.record))
    dispose(app)


def test_rebuilding_a_table_does_not_check_references_but_everything_after_does(scratch, app):
    with app.app_context():
        with migrating(db.engine) as config:
            assert config.attributes["connection"].scalar(text("PRAGMA foreign_keys")) == 0
        assert db.session.scalar(text("PRAGMA foreign_keys")) == 1


def key(record):
    """A row of the only table that stands on nothing else."""
    return {
        "record": record,
        "key_id": os.urandom(16),
        "suite": 1,
        "kek_version": 1,
        "wrapped": b"w",
        "commitment": b"c",
        "created": datetime(2026, 11, 23, tzinfo=UTC),
    }
