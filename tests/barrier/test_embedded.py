"""The barrier of the embedded database: no sealed column is read without a ground, in whatever way it is asked for."""

import sqlite3

import pytest
from sqlalchemy import func, inspect, select, text
from sqlalchemy.orm import aliased

from declare import barrier
from declare.access import Action, Actor, Decision, Role, decide
from declare.accounts.models import Person
from declare.barrier import NOBODY, PROTECTED, Ground, Scope, Unguarded, declared, system
from declare.extensions import db
from declare.web.grounds import ground_of
from tests.office import Clock, Office

OWN = Ground("declaration.list", 1, 1, Scope.OWN, opens=True)
PLACES = sorted((table, column) for table, columns in PROTECTED.items() for column in columns)
ASKED = (
    "SELECT card FROM person",
    "SELECT * FROM person",
    "SELECT length(p.card) FROM person AS p",
    "SELECT id FROM person WHERE card > x'00'",
    "SELECT id FROM person ORDER BY card",
    "WITH one AS (SELECT card FROM person) SELECT 1 FROM one WHERE card IS NOT NULL",
    "SELECT (SELECT max(card) FROM person)",
    "CREATE TEMP TABLE taken AS SELECT card FROM person",
    "UPDATE person SET name_digest = card",
    "DELETE FROM person WHERE card IS NULL",
    "INSERT INTO job (name, ids, state, attempts, run_after, created) SELECT 'x', hex(card), 'waiting', 0, 0, 0 FROM person",
    "CREATE TEMP VIEW seen AS SELECT card AS c FROM person; SELECT c FROM seen",
)


@pytest.fixture
def office(app):
    app.extensions["clock"] = Clock()
    office = Office(app, app.extensions["clock"])
    office.account("zheng", Role.DECLARANT, person=True)
    with app.app_context():
        yield office


@pytest.fixture
def bare(office):
    """A connection on which nothing is declared."""
    with declared(NOBODY), db.engine.connect() as connection:
        yield connection


def test_every_sealed_column_is_shut_and_every_other_is_not(bare):
    for table, column in PLACES:
        with pytest.raises(Unguarded) as refused:
            bare.exec_driver_sql(f'SELECT "{column}" FROM "{table}"')
        assert refused.value.place == f"{table}.{column}"
        plain = {one["name"] for one in inspect(bare).get_columns(table)} - PROTECTED[table]
        bare.exec_driver_sql(f'SELECT {", ".join(f"{chr(34)}{one}{chr(34)}" for one in sorted(plain))} FROM "{table}"')


def test_no_way_of_asking_gets_round_it(bare):
    for asked in ASKED:
        *first, last = asked.split("; ")
        for one in first:
            bare.exec_driver_sql(one)
        with pytest.raises(Unguarded):
            bare.exec_driver_sql(last).all()


@pytest.mark.parametrize(
    "statement",
    [text("SELECT card FROM person"), select(Person), select(Person.card), select(aliased(Person).card)],
    ids=["text", "whole", "column", "alias"],
)
def test_the_session_is_refused_the_same(office, statement):
    with declared(NOBODY), pytest.raises(Unguarded):
        db.session.execute(statement).all()


def test_the_driver_itself_is_refused(office):
    with declared(NOBODY):
        raw = db.engine.raw_connection()
        with pytest.raises(sqlite3.DatabaseError, match="prohibited"):
            raw.cursor().execute("SELECT card FROM person")
        raw.close()


def test_a_statement_prepared_while_it_was_open_is_asked_about_again(office):
    with db.engine.connect() as connection:
        for _ in range(3):
            with declared(system("test")):
                assert len(connection.exec_driver_sql("SELECT card FROM person").all()) == 1
            with declared(NOBODY), pytest.raises(Unguarded):
                connection.exec_driver_sql("SELECT card FROM person")


def test_a_connection_given_back_open_is_shut_for_the_next(office):
    with declared(system("test")), db.engine.connect() as connection:
        connection.exec_driver_sql("SELECT card FROM person").all()
    raw = db.engine.raw_connection()
    with pytest.raises(sqlite3.DatabaseError, match="prohibited"):
        raw.cursor().execute("SELECT card FROM person")
    raw.close()


def test_counting_writing_and_deleting_need_no_ground(bare):
    assert bare.scalar(select(func.count()).select_from(Person)) == 1
    bare.exec_driver_sql("UPDATE person SET revision = 9")
    bare.exec_driver_sql("DELETE FROM profile WHERE person_id = 1")


def test_a_refusal_is_written_down_with_the_column_and_nothing_else(office):
    with declared(Ground("account.list", 1)), db.engine.connect() as connection, pytest.raises(Unguarded):
        connection.exec_driver_sql("SELECT card FROM person WHERE id_digest = x'abcd'")
    assert office.leaves("access.refused") == ["barrier person.card"]


def test_the_check_of_the_barrier_finds_it_whole_and_finds_a_gap(office, monkeypatch):
    assert barrier.gaps(db.engine) == []
    monkeypatch.setattr("declare.barrier.embedded.PROTECTED", {**PROTECTED, "section": frozenset()})
    assert barrier.gaps(db.engine) == ["section.sealed"]


@pytest.mark.parametrize("role", Role, ids=lambda one: one.value)
def test_a_ground_opens_no_more_than_the_decision(role):
    actor = Actor(1, 7, frozenset({role}), "/ZD/")
    for action in Action:
        decision = decide(actor, action)
        found = ground_of(actor, action, decision)
        assert found.opens <= (decision.allowed and action.opens)
        if role.value.endswith("_admin") or not decision.allowed:
            assert (found.scope, found.opens) == (Scope.NONE, False)
        if role is Role.DECLARANT and decision.allowed:
            assert (found.scope, found.person) == (Scope.OWN, 7)


def test_a_refused_decision_is_no_ground():
    refused = ground_of(Actor(1, 7, frozenset({Role.REVIEWER})), Action.READ_PERSON, Decision(allowed=False))
    assert (refused.scope, refused.opens) == (Scope.NONE, False)


def test_the_system_names_its_purpose():
    with pytest.raises(ValueError, match="purpose"):
        system("")


def test_a_request_begins_without_a_ground_and_leaves_none(office):
    seen = []
    office.app.view_functions["web.live"] = lambda: seen.append(barrier.ground()) or "ok"
    with declared(OWN):
        office.app.test_client().get("/health/live")
        assert barrier.ground() is OWN
    assert seen == [NOBODY]
