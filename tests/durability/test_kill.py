"""The plug is pulled while reports are handed in, again and again: what was acknowledged is whole, once, and provable."""

import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from random import Random

import pytest
from sqlalchemy import func, select

from declare import create_app
from declare.audit import AuditLeaf
from declare.config import Settings
from declare.declarations import freezing, queries, sheets, submission
from declare.declarations.models import Declaration, Filing, Receipt, Section, Trace
from declare.extensions import db, vault
from declare.items.identifiers import identifiers
from declare.jobs.models import Job
from tests.conftest import dispose
from tests.durability import reports
from tests.serving import ROOT, copied, environment, flask, new_tables

REPORTS = 50
SEED = 20261123
pytestmark = pytest.mark.slow


@dataclass
class Lives:
    """What the processes said before they were killed: which report is in as which filing, and how many lives it took."""

    acknowledged: dict = field(default_factory=dict)
    kills: int = 0


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def instance(request, tmp_path):
    """The demo corps on either kind of database: the environment of its processes, and the application."""
    if request.param == "postgresql":
        environ = environment(tmp_path / "instance", database_url=request.getfixturevalue("postgres_url"))
        new_tables(environ)
        flask(environ, "demo")
    else:
        environ = environment(copied(request.getfixturevalue("served_corps"), tmp_path / "instance"))
    app = create_app(Settings.from_environment(environ), worker=False)
    yield environ, app
    dispose(app)


def test_nothing_acknowledged_is_lost_nothing_is_half_nothing_is_twice(instance):
    environ, app = instance
    with app.app_context():
        numbers = reports.prepare(REPORTS)
        jobs = checks_asked_for()
        db.session.rollback()
        lives = hand_in_under_fire(environ, numbers, Random(SEED))
        assert lives.kills >= 8, "too few kills to show anything"
        assert set(lives.acknowledged) == set(numbers)
        every_report_is_in_once(numbers, lives)
        every_filing_is_whole(lives)
        assert checks_asked_for() - jobs == dict.fromkeys(persons_of(numbers), 1)
        db.session.rollback()
    assert flask(environ, "audit", "verify", check=False).returncode == 0


def hand_in_under_fire(environ, numbers, random):
    """Starts the process again and again, each time with the reports nobody has acknowledged yet, and kills it mid-work."""
    lives = Lives()
    while missing := [number for number in numbers if number not in lives.acknowledged]:
        grace = random.uniform(0, 0.12) if lives.kills < 25 else None
        one_life(environ, missing, lives, grace)
    return lives


def one_life(environ, numbers, lives, grace):
    """One process: killed a moment after it began to work, or left to finish; what it had said by then counts."""
    command = [sys.executable, "-m", "tests.durability.reports", *map(str, numbers)]
    with subprocess.Popen(command, cwd=ROOT, env=environ, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout.readline() == "ready\n"
        if grace is not None:
            time.sleep(grace)
            child.kill()
            lives.kills += 1
        for line in child.stdout:
            word, *said = line.split()
            if word == "filed" and len(said) == 3:
                lives.acknowledged[int(said[0])] = (int(said[1]), said[2])


def every_report_is_in_once(numbers, lives):
    """One filing a report, the very one that was acknowledged; heads submitted; no part of a draft left behind."""
    session = db.session
    rows = session.scalars(select(Filing).where(Filing.declaration_id.in_(numbers)).order_by(Filing.id)).all()
    assert [row.declaration_id for row in rows] == sorted(numbers, key=lambda one: lives.acknowledged[one][0])
    assert {row.declaration_id: (row.id, row.content_hash.hex()) for row in rows} == lives.acknowledged
    states = session.scalars(select(Declaration.state).where(Declaration.id.in_(numbers))).all()
    assert Counter(states) == {"submitted": REPORTS}
    assert session.scalar(select(func.count()).select_from(Section)) == 0
    leaves = session.scalars(select(AuditLeaf.object).where(AuditLeaf.action == "declaration.submit")).all()
    said = Counter(leaf for leaf in leaves if int(leaf.split()[0].split("/")[1]) in lives.acknowledged)
    assert said == {f"declaration/{one} filing/{filing}": 1 for one, (filing, _) in lives.acknowledged.items()}


def every_filing_is_whole(lives):
    """Each opens, fits its fingerprint, commitments and traces, and has its receipt."""
    session = db.session
    traced = dict(session.execute(select(Trace.filing_id, func.count()).group_by(Trace.filing_id)).all())
    receipts = set(session.scalars(select(Receipt.filing_id)))
    for number, (filing_id, _) in lives.acknowledged.items():
        row = session.get(Filing, filing_id)
        opener = vault.opening(session, row.record, reports.READER)
        content = opener.open(queries.FILED, row.version, row.sealed)
        document = sheets.decoded_filing(content)
        assert document.year == reports.YEAR
        assert row.idempotency_key == reports.key_of(number)
        assert freezing.content_hash(submission.salt(opener), content) == row.content_hash
        assert submission.commitments(opener, document).root == row.commitment_root
        assert traced.get(filing_id, 0) == len(list(identifiers(document)))
        assert filing_id in receipts


def checks_asked_for():
    """How many checks were asked for, by person."""
    return Counter(job.arguments()["person"] for job in db.session.scalars(select(Job).where(Job.name == "check")))


def persons_of(numbers):
    """The persons whose reports these are."""
    return db.session.scalars(select(Declaration.person_id).where(Declaration.id.in_(numbers))).all()
