"""Row-level security on PostgreSQL, in the role the application works in: without a ground there are no rows."""

import psycopg
import pytest
from psycopg.errors import InsufficientPrivilege
from sqlalchemy import select, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ProgrammingError

from declare import barrier, create_app
from declare.access import Role
from declare.accounts import PersonCard, people
from declare.accounts.models import Person
from declare.barrier import NOBODY, PROTECTED, Ground, Scope, declared, system
from declare.config import Settings
from declare.declarations.models import Declaration, Section
from declare.extensions import db, vault
from declare.vault import Reader, Refused
from declare.web import SYSTEM, transaction
from tests.conftest import dispose
from tests.office import NAMES, Clock, Office

pytestmark = pytest.mark.postgres
CLERK = "declare_clerk"


def clerk(url):
    """The address for the role the application works in; the role is made where it is not there yet."""
    plain = make_url(url)
    with psycopg.connect(user=plain.username, host=plain.query["host"], dbname="postgres", autocommit=True) as server:
        if not server.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (CLERK,)).fetchone():
            server.execute(f"CREATE ROLE {CLERK} LOGIN NOSUPERUSER NOBYPASSRLS")
    return str(plain.set(username=CLERK).render_as_string(hide_password=False))


def admitted(url, instance, *, clock=None, **more):
    """The application in its own role, on tables the owner has made and let it work on."""
    working = clerk(url)
    owner = create_app(Settings(instance=instance, database_url=url, log_level="ERROR"), clock=Clock())
    for words in (["db", "upgrade"], ["db", "admit", CLERK]):
        done = owner.test_cli_runner().invoke(args=words)
        assert done.exit_code == 0, done.output
    dispose(owner)
    return create_app(
        Settings(instance=instance, database_url=working, log_level="ERROR", **more), clock=clock or Clock()
    )


@pytest.fixture
def entered(postgres_url, tmp_path):
    """Two people with a draft each, entered by the application in its own role."""
    app = admitted(postgres_url, tmp_path / "instance")
    office = Office(app, app.extensions["clock"])
    office.account("zheng", Role.DECLARANT, person=True)
    office.account("reviewer", Role.REVIEWER)
    with app.app_context():
        with transaction() as session:
            card = PersonCard(name=NAMES["he.zhiqiu"][0], id_number=NAMES["he.zhiqiu"][1])
            people.enter(session, card, unit_id=office.unit.id, unit_path=office.unit.path, by=SYSTEM)
        with transaction() as session:
            for person in session.scalars(select(Person).order_by(Person.id)).all():
                _draft(session, person)
    yield office
    dispose(app)


@pytest.fixture
def site(entered):
    """The same, inside the application's context."""
    with entered.app.app_context():
        yield entered


def _draft(session, person):
    draft = Declaration(
        person_id=person.id, unit_id=person.unit_id, unit_path=person.unit_path, year=2025, kind="annual",
        edition="2017", state="draft", opened_at=Clock()(),
    )  # fmt: skip
    session.add(draft)
    session.flush()
    sealed = vault.create(session, draft.record).seal("wages", 1, b"{}")
    session.add(Section(declaration_id=draft.id, table="wages", revision=1, sealed=sealed))


def counted(ground, *tables):
    """How many rows of each table are let through."""
    with declared(ground), db.engine.connect() as connection:
        return [connection.scalar(text(f"SELECT count(*) FROM {table}")) for table in tables]


TABLES = ("person", "declaration", "section", "data_key")


def test_without_a_ground_there_are_no_rows(site):
    assert counted(NOBODY, *sorted(PROTECTED)) == [0] * len(PROTECTED)
    assert counted(system("test"), *TABLES) == [2, 2, 2, 4]


def test_a_declarant_is_let_through_to_their_own_and_to_nobody_elses(site):
    for person in (1, 2):
        ground = Ground("declaration.read", person, person, Scope.OWN, opens=True)
        assert counted(ground, *TABLES[:3]) == [1, 1, 1]
        with declared(ground):
            assert db.session.scalars(select(Section.declaration_id)).all() == [person]
            assert db.session.scalars(select(Person.id)).all() == [person]
            db.session.rollback()


def test_an_administrator_and_a_ground_that_opens_nothing_get_no_key(site):
    assert counted(Ground("account.list", 9), *TABLES) == [0, 0, 0, 0]
    assert counted(Ground("progress.read", 9, None, Scope.ALL), *TABLES) == [2, 2, 2, 0]
    with declared(Ground("progress.read", 9, None, Scope.ALL)), pytest.raises(Refused):
        vault.opening(db.session, "person/1", Reader(9, "personnel", "test"))
    db.session.rollback()


def test_a_ground_ends_with_its_transaction_and_with_its_savepoint(site):
    with declared(NOBODY), db.engine.connect() as connection:
        count = text("SELECT count(*) FROM section")
        outer = connection.begin()
        with declared(system("test")):
            assert connection.scalar(count) == 2
        assert connection.scalar(count) == 0
        inner = connection.begin_nested()
        with declared(system("test")):
            assert connection.scalar(count) == 2
            inner.rollback()
            assert connection.scalar(count) == 2
        inner = connection.begin_nested()
        assert connection.scalar(count) == 0
        inner.rollback()
        assert connection.scalar(count) == 0
        outer.rollback()
        assert connection.scalar(count) == 0


@pytest.mark.slow
def test_nobody_writes_into_what_they_do_not_see(site):
    ground = Ground("declaration.write", 1, 1, Scope.OWN, opens=True)
    with declared(ground), db.engine.connect() as connection:
        assert connection.execute(text("UPDATE section SET revision = 7 WHERE declaration_id = 2")).rowcount == 0
        assert connection.execute(text("DELETE FROM section WHERE declaration_id = 2")).rowcount == 0
        with pytest.raises(ProgrammingError, match="row-level security"):
            connection.execute(text("INSERT INTO profile VALUES (2, 'basic', 1, 'x')"))


@pytest.mark.slow
def test_the_log_is_added_to_and_never_changed(site):
    for statement in ("UPDATE audit_leaf SET actor = 1", "DELETE FROM audit_leaf", "DROP TABLE audit_leaf"):
        with db.engine.connect() as connection, pytest.raises(ProgrammingError) as refused:
            connection.execute(text(statement))
        assert isinstance(refused.value.orig, InsufficientPrivilege)


@pytest.mark.slow
def test_the_check_of_the_barrier_says_where_it_does_not_stand(site, postgres_url, tmp_path):
    assert barrier.gaps(db.engine) == []
    assert site.app.test_cli_runner().invoke(args=["db", "barrier"]).output == "ok\n"
    owner = create_app(Settings(instance=tmp_path / "instance", database_url=postgres_url, log_level="ERROR"))
    with owner.app_context():
        assert barrier.gaps(db.engine) == ["role"]
        with db.engine.begin() as connection:
            connection.execute(text("ALTER TABLE section NO FORCE ROW LEVEL SECURITY"))
        assert barrier.gaps(db.engine) == ["role", "section"]
    assert owner.test_cli_runner().invoke(args=["db", "barrier"]).exit_code == 1
    dispose(owner)


@pytest.mark.slow
def test_signing_in_and_the_own_pages_work_in_that_role(entered):
    browser = entered.visitor("zheng")
    page = browser.get("/declarations/")
    assert page.status_code == 200 and NAMES["zheng"][0] in page.text
    assert browser.get("/declarations/1/").status_code == 200
    assert browser.get("/declarations/2/").status_code == 404
