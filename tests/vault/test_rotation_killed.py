"""The plug is pulled while keys are wrapped anew, again and again: everything opens at every moment, and the next run goes on."""

import subprocess
import sys
from random import Random
from signal import SIGKILL

import pytest

from declare.barrier import declared, system
from declare.config import Settings
from declare.extensions import Model, db, vault
from declare.vault import KeyRing, Reader
from declare.vault.rotation import counts, rewrap
from tests.conftest import dispose, floor_app
from tests.serving import ROOT

OWNER = Reader(7, "declarant", "own")
RECORDS = [f"person/{number}" for number in range(1, 1_001)]
LIVES = 5
pytestmark = pytest.mark.slow


@pytest.fixture
def site(tmp_path, database_url):
    """A thousand records under the first master key, on either kind of database, and what was sealed in them."""
    app = floor_app(Settings(instance=tmp_path / "instance", database_url=database_url))
    with app.app_context():
        Model.metadata.create_all(db.engine)
        sealed = {record: vault.create(db.session, record).seal("card", 0, record.encode()) for record in RECORDS}
        db.session.commit()
        yield [str(tmp_path / "instance"), database_url], sealed
    dispose(app)


def one_life(words, batches):
    """A process that rotates, killed in the midst of the work after so many batches; whether it was broken off."""
    command = [sys.executable, "-m", "tests.vault.rotating", *words]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
        for _ in range(1 + batches):
            assert child.stdout.readline()
        child.kill()
    return child.returncode == -SIGKILL


def everything_opens(sealed):
    """Read by a process that has the ring open since long before, as a web worker has."""
    openers = vault.openings(db.session, RECORDS, OWNER, what="roster")
    assert all(openers[record].open("card", 0, value).decode() == record for record, value in sealed.items())
    db.session.rollback()


def test_a_rotation_may_be_killed_at_any_moment(site):
    words, sealed = site
    draw, broken_off = Random(20261124), 0
    with declared(system("test")):
        for life in range(LIVES):
            broken_off += one_life(words, draw.randrange(1, 25) if life else 0)
            everything_opens(sealed)
        assert broken_off == LIVES
        assert len(counts(db.session)) > 2, "no life got anywhere"
        assert KeyRing(vault.ring.folder).versions("kek") == vault.ring.versions("kek")
        latest = vault.ring.latest("kek")
        assert latest > 1
        left = sum(number for version, number in counts(db.session).items() if version < latest)
        assert sum(rewrap(db.session, vault.ring)) == left
        assert counts(db.session) == {latest: len(RECORDS)}
        for version in vault.ring.versions("kek")[:-1]:
            vault.ring.retire("kek", version)
        everything_opens(sealed)
