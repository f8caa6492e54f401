"""What many tests need: an application of their own, its database, and both kinds of database where that matters."""

import psycopg
import pytest
from flask import Flask
from flask.testing import FlaskCliRunner
from hypothesis import HealthCheck, settings
from sqlalchemy.engine import make_url

import declare
from declare import audit, database
from declare.barrier import declared, system
from declare.config import Settings
from declare.extensions import Model, db, vault
from tests.postgres import running
from tests.serving import environment, flask, new_tables

settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
settings.load_profile("house")


def floor_app(chosen):
    """The smallest application that has a database, a vault and an audit."""
    app = Flask("floor")
    app.extensions["settings"], app.extensions["clock"] = chosen, chosen.clock
    database.init_app(app, db, settings=chosen)
    vault.init_app(app)
    audit.init_app(app)
    return app


def whole_app(chosen):
    """The application as it is served; the floor alone as long as there is no other."""
    make = getattr(declare, "create_app", floor_app)
    return make(chosen)


@pytest.fixture(scope="session", autouse=True)
def read_as_the_system():
    """What a test reads past the pages it reads as the system; a request or a command inside it begins without."""
    invoke = FlaskCliRunner.invoke

    def by_itself(*words, **more):
        with declared(None):
            return invoke(*words, **more)

    with pytest.MonkeyPatch.context() as patched, declared(system("test")):
        patched.setattr(FlaskCliRunner, "invoke", by_itself)
        yield


@pytest.fixture(scope="session")
def postgres_server():
    """One PostgreSQL for the whole run."""
    with running() as url:
        yield url


@pytest.fixture
def postgres_url(postgres_server):
    """The PostgreSQL database, emptied for this test."""
    plain = make_url(postgres_server)
    with psycopg.connect(user=plain.username, host=plain.query["host"], dbname="postgres", autocommit=True) as server:
        server.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = current_user AND pid <> pg_backend_pid()"
        )
        server.execute("DROP SCHEMA public CASCADE")
        server.execute("CREATE SCHEMA public")
    return postgres_server


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def database_url(request, tmp_path):
    """An empty database, of either kind in turn."""
    if request.param == "postgresql":
        return request.getfixturevalue("postgres_url")
    return f"sqlite:///{tmp_path / 'instance' / 'declare.db'}"


@pytest.fixture
def app(tmp_path):
    """The application on an embedded database with all tables, its keys its own."""
    made = whole_app(Settings(instance=tmp_path / "instance"))
    with made.app_context():
        Model.metadata.create_all(db.engine)
    yield made
    dispose(made)


@pytest.fixture
def floor(database_url, tmp_path):
    """Database, vault and audit alone, on either kind of database, inside the application's context."""
    made = floor_app(Settings(instance=tmp_path / "instance", database_url=database_url))
    with made.app_context():
        Model.metadata.create_all(db.engine)
        yield made
    dispose(made)


@pytest.fixture(scope="session")
def served_corps(tmp_path_factory):
    """An instance with the demo corps in it, checked, made once as `make run` makes it; never served, only copied."""
    instance = tmp_path_factory.mktemp("corps") / "instance"
    environ = environment(instance)
    new_tables(environ)
    flask(environ, "demo")
    flask(environ, "worker", "--once")
    return instance


@pytest.fixture
def session(app):
    """The session of the application, inside its context."""
    with app.app_context():
        yield db.session


def dispose(app):
    """Closes every connection, so that a database can go."""
    with app.app_context():
        for engine in db.engines.values():
            engine.dispose()


@pytest.fixture(scope="session")
def bureau_folder(tmp_path_factory):
    """The demo corps, loaded and checked by a clock that stands still; never worked in, only copied."""
    from tests.bureau import prepared

    return prepared(tmp_path_factory.mktemp("bureau") / "instance")


@pytest.fixture
def bureau(bureau_folder, tmp_path):
    """A copy of it for this test, with its application."""
    from tests.bureau import Bureau

    made = Bureau(bureau_folder, tmp_path / "bureau")
    yield made
    made.close()
