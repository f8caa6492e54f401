"""Master keys are rotated by the command, several times over, while others read, save and hand in: nobody notices."""

import threading
from collections import Counter
from itertools import cycle

import pytest
from sqlalchemy import insert, select

from declare import create_app
from declare.barrier import declared, system
from declare.config import Settings, now
from declare.declarations import queries, service
from declare.declarations.models import Declaration, Filing
from declare.extensions import db, vault
from declare.items.spec import State
from declare.vault import DataKey
from declare.vault.envelope import WrappedKey, make_key
from declare.vault.rotation import retire, rewrap
from declare.web import SYSTEM, transaction
from tests.conftest import dispose
from tests.durability import reports
from tests.office import Browser
from tests.serving import PASSWORD, copied, environment, flask, new_tables

MORE = 40_000
"""Data keys beside those of the corps, so that a rotation takes a while."""

ROTATIONS = 2
pytestmark = pytest.mark.slow


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def site(request, tmp_path):
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


class Load:
    """Threads that work on the application until they are told to stop; what they did, and what went wrong."""

    def __init__(self, app):
        self.app, self.ending = app, threading.Event()
        self.done, self.faults, self.threads = Counter(), [], []

    def begin(self, name, steps):
        """Does one step after the other, until the end or until there is none left."""
        thread = threading.Thread(target=self._work, args=(name, steps))
        self.threads.append(thread)
        thread.start()

    def _work(self, name, steps):
        try:
            for step in steps:
                if self.ending.is_set():
                    return
                step()
                self.done[name] += 1
        except Exception as fault:  # noqa: BLE001 - whatever it is, it is a request that failed
            self.faults.append((name, repr(fault)))

    def end(self):
        self.ending.set()
        for thread in self.threads:
            thread.join()


def within(app, work):
    """One piece of work in a context of its own, as a request has it."""

    def step():
        with app.app_context(), declared(system("load")):
            work()

    return step


def visiting(app, login):
    """A signed-in person who looks at their list and at a report they filed, again and again."""
    browser = Browser(app)
    assert browser.sign_in(login, PASSWORD).status_code == 303

    def looked(address):
        assert browser.get(address).status_code == 200, address

    with app.app_context():
        person = db.session.scalars(select(Declaration.person_id).join(Filing).order_by(Filing.id)).first()
        filed = db.session.scalars(
            select(Filing.declaration_id).join(Declaration).where(Declaration.person_id == person)
        )
        pages = ["/declarations/", f"/declarations/{filed.first()}/answers"]
        db.session.rollback()
    return (lambda page=page: looked(page) for page in cycle(pages))


def saving(number):
    """One table of a draft is answered anew."""
    with transaction() as session:
        draft = queries.opened(session, session.get(Declaration, number), reports.READER)
        table = next(one for one in draft.tables if not draft.sheet(one.key).entries)
        service.answer(session, draft, table, State.NONE, by=SYSTEM)


def reading(filing_id):
    """One filed report is opened."""
    row = db.session.get(Filing, filing_id)
    assert queries.document(db.session, row, reports.READER).filed_on == row.filed_on
    db.session.commit()


def many_more_keys():
    """Rows of data keys as many filings would have them."""
    version = vault.ring.latest("kek")
    kek = vault.suite.aead(vault.ring.secret("kek"))
    made = (make_key(f"finding/{number}", kek, version)[0] for number in range(10**6, 10**6 + MORE))
    with transaction() as session:
        rows = [{name: getattr(one, name) for name in WrappedKey.__slots__} | {"created": now()} for one in made]
        session.execute(insert(DataKey), rows)


def test_nobody_notices_that_the_keys_are_rotated(site):
    environ, app = site
    with app.app_context():
        *numbers, draft = reports.prepare(13)
        many_more_keys()
        filings = db.session.scalars(select(Filing.id).order_by(Filing.id)).all()
        db.session.rollback()
    load = Load(app)
    load.begin("look", visiting(app, "cadre01"))
    load.begin("read", (within(app, lambda one=one: reading(one)) for one in cycle(filings)))
    load.begin("save", (within(app, lambda: saving(draft)) for _ in cycle([0])))
    load.begin("submit", (within(app, lambda one=one: reports.hand_in(one)) for one in numbers))
    try:
        for _ in range(ROTATIONS):
            before = Counter(load.done)
            assert f"{MORE // 10_000}" in flask(environ, "keys", "rotate").stdout
            worked = load.done - before
            assert worked["look"] > 3
            assert worked["read"] > 3
            assert worked["save"] > 3
    finally:
        load.end()
    assert load.faults == []
    assert load.done["submit"] == len(numbers)
    with app.app_context(), declared(system("load")):
        assert vault.ring.latest("kek") == 1 + ROTATIONS
        sum(rewrap(db.session, vault.ring))
        for version in range(1, 1 + ROTATIONS):
            assert retire(db.session, vault.ring, version) == 0
        db.session.commit()
        for filing_id in db.session.scalars(select(Filing.id)).all():
            reading(filing_id)
    assert flask(environ, "audit", "verify").returncode == 0
