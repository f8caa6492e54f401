"""A check handed out to workers on several hosts finds what one process finds, and counts it once."""

import subprocess
import sys

import pytest
from sqlalchemy import select

from declare import create_app
from declare.checks import distributed, running
from declare.checks.models import Finding, Run
from declare.config import Settings
from declare.extensions import db
from tests.conftest import dispose
from tests.serving import ROOT, environment, flask

pytestmark = [pytest.mark.postgres, pytest.mark.slow]


@pytest.fixture
def corps(postgres_url, tmp_path):
    """The demo corps on PostgreSQL, made by the commands, nothing checked; and the environment of its commands."""
    environ = environment(tmp_path / "instance") | {"DECLARE_DATABASE_URL": postgres_url}
    flask(environ, "db", "upgrade")
    flask(environ, "demo")
    made = create_app(Settings(instance=tmp_path / "instance", database_url=postgres_url, demo=True, log_level="ERROR"))
    yield made, environ
    dispose(made)


def checker(environ):
    """A worker, as it runs on one of the hosts."""
    command = [sys.executable, "-m", "flask", "--app", "wsgi", "checker"]
    return subprocess.Popen(command, cwd=ROOT, env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def kept(app):
    """Every finding as it is kept."""
    with app.app_context():
        found = db.session.execute(select(Finding.fingerprint, Finding.content, Finding.state)).all()
        return sorted((bytes(one[0]), bytes(one[1]), one[2]) for one in found)


def test_two_workers_find_what_one_process_finds(corps, monkeypatch):
    app, environ = corps
    monkeypatch.setattr(running, "AT_ONCE", 5)
    workers = [checker(environ), checker(environ)]
    try:
        told = app.test_cli_runner().invoke(args=["check", "--hosts"])
        assert told.exit_code == 0, told.output
    finally:
        for worker in workers:
            worker.terminate()
            worker.wait(timeout=20)
    together = kept(app)
    assert together
    with app.app_context():
        run = db.session.scalars(select(Run)).one()
        assert run.ended
        assert run.reports >= 120
    alone = app.test_cli_runner().invoke(args=["check", "--workers", "1"])
    assert alone.exit_code == 0, alone.output
    assert kept(app) == together
    assert told.stdout.splitlines()[1:] == alone.stdout.splitlines()[1:]


def test_the_embedded_database_hands_out_nothing(tmp_path):
    app = create_app(Settings(instance=tmp_path / "instance", log_level="ERROR"))
    assert not distributed.possible(app.extensions["settings"])
    told = app.test_cli_runner().invoke(args=["check", "--hosts"])
    assert told.exit_code == 1
    assert "PostgreSQL" in told.output
    dispose(app)


def test_handing_out_goes_with_no_other_option(app):
    told = app.test_cli_runner().invoke(args=["check", "--hosts", "--json"])
    assert told.exit_code == 2
