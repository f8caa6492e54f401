"""An installation with the demo corps and two reports handed in, its backup, and an empty installation to restore into."""

import shutil
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from declare import create_app
from declare.backups import stream
from declare.barrier import declared, system
from declare.config import Settings
from declare.demo.corps import corps
from declare.demo.loading import load_corps
from declare.extensions import Model, db
from declare.web import transaction
from tests.conftest import dispose
from tests.durability import reports
from tests.office import Clock

NOW = datetime(2026, 3, 1, 2, 0, tzinfo=UTC)


def installation(place, url="", **more):
    """An installation of the newest structure."""
    made = create_app(Settings(instance=place, database_url=url, log_level="ERROR", **more), clock=Clock(NOW))
    assert made.test_cli_runner().invoke(args=["db", "upgrade"]).exit_code == 0
    return made


def run(app, *arguments):
    """A command: its exit code and what it said."""
    result = app.test_cli_runner().invoke(args=[str(argument) for argument in arguments])
    return result.exit_code, result.output


def content():
    """Everything there is, but for what the audit wrote since."""
    return {
        table.name: sorted(map(repr, db.session.execute(select(table))))
        for table in Model.metadata.sorted_tables
        if not table.name.startswith("audit_")
    }


@pytest.fixture(scope="package")
def kept(tmp_path_factory):
    """The demo corps in an installation, with the archive of an export, and its backup: place, file, content."""
    place = tmp_path_factory.mktemp("kept")
    app = installation(place / "instance")
    with app.app_context(), declared(system("test")):
        with transaction() as session:
            load_corps(session, corps(2025), progress=lambda _: None)
        db.session.close()
        for number in reports.prepare(2):  # handed in here, so that there are receipts
            reports.hand_in(number)
        (place / "instance" / "releases").mkdir()
        (place / "instance" / "releases" / "7.zip").write_bytes(b"archive")
        file = place / "monday.backup"
        with pytest.MonkeyPatch.context() as smaller:
            smaller.setattr(stream, "PIECE", 1 << 16)
            code, said = run(app, "backup", "make", file)
        assert code == 0, said
        found = content()
        db.engine.dispose()
    return place, file, found


@pytest.fixture
def empty(kept, tmp_path, database_url):
    """A new installation with the keys of the old one, its database empty."""
    place, _, _ = kept
    shutil.copytree(place / "instance" / "keys", tmp_path / "instance" / "keys")
    made = installation(tmp_path / "instance", database_url)
    with made.app_context():
        yield made
    dispose(made)
