"""The whole way on either kind of database: migrate, load the demo corps, load it again, check it, verify the audit."""

import json
from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select

from declare import create_app
from declare.config import Settings
from declare.declarations.models import Filing
from declare.demo.corps import corps
from declare.demo.loading import write_files
from declare.extensions import db
from tests.conftest import dispose
from tests.office import Clock

TODAY = datetime(2026, 3, 1, 2, 0, tzinfo=UTC)
"""After the last day of the annual report, before anything else falls due."""


@pytest.fixture
def migrated(database_url, tmp_path):
    """The application on a database that only migrations have touched."""
    clock = Clock(TODAY)
    settings = Settings(instance=tmp_path / "instance", database_url=database_url, demo=True, log_level="ERROR")
    made = create_app(settings, clock=clock)
    assert made.test_cli_runner().invoke(args=["db", "upgrade"]).exit_code == 0
    yield made
    dispose(made)


def run(app, *arguments):
    """A command that must end well; what it printed."""
    result = app.test_cli_runner().invoke(args=[str(argument) for argument in arguments])
    assert result.exit_code == 0, result.output
    return result.stdout


def comparable(finding):
    """A finding without the number a record has in a file or in the database."""
    where = [{**place, "record": "somewhere"} if "record" in place else place for place in finding["where"]]
    return {**finding, "where": where}


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
    on_files = findings(run(migrated, "lint", "--json", "--today", TODAY.date(), *files))
    assert [comparable(one) for one in checked] == [comparable(one) for one in on_files]
    assert {(one["declarant"], one["rule"]) for one in checked} == {
        (one.declarant, rule) for one in made.planted for rule in one.fault.rules
    }
    assert findings(run(migrated, "check", "--json")) == checked
    run(migrated, "audit", "verify")
