"""What leans on the database's own locks and constraints holds on either kind of database."""

import threading

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

import declare
from declare.access import Role
from declare.accounts import PersonCard, people, queries, service
from declare.accounts.models import ACTIVE, Grant
from declare.config import Settings
from declare.extensions import Model, db
from declare.units import queries as tree
from declare.units import service as units
from declare.web import SYSTEM, transaction
from tests.conftest import dispose
from tests.office import Clock, Office


@pytest.fixture
def office(database_url, tmp_path):
    clock = Clock()
    app = declare.create_app(Settings(instance=tmp_path / "instance", database_url=database_url, clock=clock))
    with app.app_context():
        Model.metadata.create_all(db.engine)
    yield Office(app, clock)
    dispose(app)


def test_many_at_once_meet_in_one_count(office):
    office.account("zheng")
    answers = []
    guesses = [
        threading.Thread(target=lambda: answers.append(office.visitor().sign_in("zheng", "wrong").status_code))
        for _ in range(8)
    ]
    for one in guesses:
        one.start()
    for one in guesses:
        one.join()
    assert sorted(answers) == [422] * 4 + [429] * 4
    assert len(office.leaves("session.sign_in_refused")) == 4


@pytest.mark.parametrize("login", ["\x00", "zheng\x00", "' OR 1=1 --", "😀" * 40])
def test_whatever_is_typed_is_a_wrong_name(office, login):
    assert office.visitor().sign_in(login, "\x00 and more").status_code == 422


def test_signing_in_works_and_rights_are_read_anew(office):
    office.account("sys.admin", Role.SYSTEM_ADMIN)
    browser = office.visitor("sys.admin")
    assert browser.get("/accounts/").status_code == 200
    with office.app.app_context(), transaction() as session:
        service.withdraw(session, queries.by_login(session, "sys.admin").grants[0], by=SYSTEM)
    assert browser.get("/accounts/").status_code == 403


def test_one_account_never_administers_twice(office):
    office.account("sys.admin", Role.SYSTEM_ADMIN)
    with office.app.app_context():
        account = queries.by_login(db.session, "sys.admin")
        row = {
            "account_id": account.id,
            "role": "audit_admin",
            "state": ACTIVE,
            "asked_at": office.clock.at,
            "scope": "",
        }
        with pytest.raises(IntegrityError):
            db.session.execute(insert(Grant).values(**row))


def test_a_unit_moves_with_its_people(office):
    with office.app.app_context(), transaction() as session:
        unit = tree.by_code(session, "JD")
        card = PersonCard(name="郑怀川", id_number="11010519491231002X")
        person = people.enter(session, card, unit_id=unit.id, unit_path=unit.path, by=SYSTEM)
        units.move(session, unit, None, by=SYSTEM)
        assert person.unit_path == "/JD/" and people.within(session, "/JD/") == [person]
        assert people.within(session, "/jd/") == []
