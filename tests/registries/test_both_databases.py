"""Loading, finding, deleting and purging on either kind of database, made by the migrations."""

import pytest
from sqlalchemy import func, select

from declare import create_app, database
from declare.accounts import people
from declare.config import Settings
from declare.extensions import db
from declare.registries import queries
from declare.registries.models import ExtractRow, ExtractTrace
from declare.vault import Reader
from tests.conftest import dispose
from tests.office import Clock
from tests.registries.conftest import OTHER, ROWS, csv_of, xlsx_of


@pytest.fixture
def migrated(database_url, tmp_path):
    """The whole application on a database of either kind."""
    clock = Clock()
    made = create_app(Settings(instance=tmp_path / "instance", database_url=database_url, clock=clock))
    database.migrate(made)
    yield made, clock
    dispose(made)


@pytest.mark.parametrize(
    ("name", "content"), [("a.csv", csv_of()), ("a.xlsx", xlsx_of(("身份证号", "坐落"), (OTHER, "某路1号")))]
)
def test_an_extract_lives_and_ends(migrated, tmp_path, name, content):
    app, clock = migrated
    path = tmp_path / name
    path.write_bytes(content)
    run = app.test_cli_runner()
    done = run.invoke(args=["registries", "load", str(path), "--registry", "real_estate", "--received", "2026-01-02"])
    assert done.exit_code == 0, done.output
    with app.app_context():
        found = queries.rows_about(db.session, [people.digest(OTHER)], Reader(None, "system", "test"))
        assert len(found[people.digest(OTHER)]) == (len(ROWS) if name == "a.csv" else 1)
        db.session.commit()
    clock.go(days=3 * 365 + 1)
    assert "已销毁1份" in run.invoke(args=["registries", "purge"]).output
    with app.app_context():
        assert [db.session.scalar(select(func.count()).select_from(one)) for one in (ExtractRow, ExtractTrace)] == [
            0,
            0,
        ]
        db.session.rollback()
