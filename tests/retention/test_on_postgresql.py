"""The same on PostgreSQL: keys past their time are gone from the table and from the file it lies in."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select, text

from declare import create_app
from declare.audit import verify
from declare.config import Settings
from declare.declarations import queries
from declare.declarations.models import Declaration, Filing
from declare.disclosures.models import Disclosure
from declare.extensions import db, vault
from declare.vault import DataKey, Destroyed, DestroyedKey, Reader
from tests.barrier.test_server import admitted
from tests.conftest import dispose
from tests.office import Clock
from tests.serving import environment, flask, new_tables

pytestmark = [pytest.mark.slow, pytest.mark.postgres]
READER = Reader(None, "system", "test")


@pytest.fixture
def later(postgres_url, tmp_path):
    """The demo corps, eleven years on."""
    environ = environment(tmp_path / "instance", database_url=postgres_url)
    new_tables(environ)
    flask(environ, "demo")
    app = create_app(Settings.from_environment(environ), worker=False, clock=Clock(datetime(2038, 1, 2, tzinfo=UTC)))
    with app.app_context():
        yield app
    dispose(app)


@pytest.fixture
def in_its_own_role(postgres_url, tmp_path):
    """The same in the role the application works in, which owns no table and goes past no policy."""
    clock = Clock(datetime(2026, 11, 24, tzinfo=UTC))
    app = admitted(postgres_url, tmp_path / "instance", demo=True, clock=clock)
    assert app.test_cli_runner().invoke(args=["demo"]).exit_code == 0
    clock.at = datetime(2038, 1, 2, tzinfo=UTC)
    yield app
    dispose(app)


def lies_on_disk():
    """The file of the table of data keys, as the server has it."""
    with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as server:
        server.execute(text("CHECKPOINT"))
        return bytes(server.scalar(text("SELECT pg_read_binary_file(pg_relation_filepath('data_key'))")))


def test_keys_past_their_time_are_gone_from_the_table_and_from_its_file(later):
    filing = db.session.scalars(select(Filing).order_by(Filing.id)).first()
    record, head = filing.record, db.session.get(Declaration, filing.declaration_id)
    gone = select(DataKey.wrapped).where(DataKey.record.startswith("filing/"))
    wrapped = db.session.scalars(gone).all()
    kept = db.session.scalars(select(DataKey.wrapped).where(DataKey.record == "person/1")).one()
    db.session.expunge_all()
    db.session.rollback()
    before = lies_on_disk()
    assert all(one in before for one in (*wrapped, kept))
    done = later.test_cli_runner().invoke(
        args=["retention", "destroy", "--reports", "10", "--disclosures", "10", "--yes"]
    )
    assert done.exit_code == 0, done.output
    after = lies_on_disk()
    assert kept in after
    assert [one for one in wrapped if one in after] == []
    counted = [db.session.scalar(select(func.count()).select_from(one)) for one in (Filing, Disclosure)]
    assert counted == [0, 0]
    assert db.session.scalar(select(func.count()).select_from(DestroyedKey)) >= len(wrapped)
    for opening in (
        lambda: vault.opening(db.session, record, READER),
        lambda: queries.opened(db.session, head, READER),
    ):
        with pytest.raises(Destroyed):
            opening()
    assert verify(db.session).fits


def test_keys_are_rotated_retired_and_destroyed_in_the_role_of_the_application(in_its_own_role):
    def run(*words):
        done = in_its_own_role.test_cli_runner().invoke(args=words)
        assert done.exit_code == 0, done.output
        return done.output

    with in_its_own_role.app_context():
        held = db.session.scalar(select(func.count()).select_from(DataKey))
        filed = db.session.scalar(select(func.count()).select_from(Filing))
        db.session.rollback()
        assert f"{held}个" in run("keys", "rotate")
        run("keys", "retire", "1")
        assert f"{filed}份报告" in run("retention", "due", "--reports", "10")
        assert "VACUUM" in run("retention", "destroy", "--reports", "10", "--yes")
        left = select(func.count()).where(DataKey.record.startswith("filing/"))
        assert db.session.scalar(left) == 0
