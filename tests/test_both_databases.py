"""The whole way on either kind of database: migrate, load the demo corps, load it again, check it, verify the audit."""

import json

import pytest
from sqlalchemy import func, select

from declare import create_app
from declare.config import Settings
from declare.declarations.models import Filing
from declare.demo.corps import corps
from declare.demo.loading import write_files
from declare.extensions import db
from tests.conftest import dispose


@pytest.fixture
def migrated(database_url, tmp_path):
    """The application on a database that only migrations have touched."""
    made = create_app(Settings(instance=tmp_path / "instance", database_url=database_url, demo=True, log_level="ERROR"))
    assert made.test_cli_runner().invoke(args=["db", "upgrade"]).exit_code == 0
    yield made
    dispose(made)


def run(app, *arguments):
    """A command that must end well; what it printed."""
    result = app.test_cli_runner().invoke(args=[str(argument) for argument in arguments])
    assert result.exit_code == 0, result.output
    return result.stdout


def findings(text):
    """The findings of a JSON-lines output, as comparable lines."""
    return [json.loads(line) for line in text.splitlines() if line.startswith("{")]


def test_the_demo_corps_is_loaded_checked_and_accounted_for(migrated, tmp_path):
    made = corps(2025)
    files = [path for path in write_files(made, tmp_path / "files") if path.suffix == ".jsonl"]
    assert "cadre01" in run(migrated, "demo", "--year", "2025")
    run(migrated, "import", *files)
    with migrated.app_context():
        assert db.session.scalar(select(func.count()).select_from(Filing)) == 120
    checked = findings(run(migrated, "check", "--json"))
    assert checked == findings(run(migrated, "lint", "--json", *files))
    assert {(one["declarant"], one["rule"]) for one in checked} == {
        (one.declarant, one.fault.rule) for one in made.planted
    }
    assert findings(run(migrated, "check", "--json")) == checked
    run(migrated, "audit", "verify")
