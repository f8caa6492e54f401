"""On PostgreSQL many write at once; what they wrote gets its place soon after, in one tree, each entry once."""

import threading

import pytest
from sqlalchemy import func, select, update

from declare.audit import AuditLeaf, append, append_placed, root, settle, verify
from declare.audit.models import AuditWaiting
from declare.extensions import db
from declare.vault.merkle import Tree
from tests.audit.conftest import change

pytestmark = pytest.mark.postgres
SAVE = {"role": "declarant", "action": "declaration.save", "object": "declaration/1"}


@pytest.fixture
def database_url(postgres_url):
    return postgres_url


def waiting():
    return db.session.scalar(select(func.count()).select_from(AuditWaiting))


def leaves():
    return db.session.scalars(select(AuditLeaf).order_by(AuditLeaf.seq)).all()


def test_an_entry_is_committed_with_its_business_and_placed_afterwards(floor):
    for number in range(5):
        append(db.session, actor=number, **SAVE)
    assert settle() == 0
    db.session.commit()
    assert (waiting(), leaves()) == (5, [])
    db.session.rollback()
    assert (settle(), settle()) == (5, 0)
    assert (waiting(), [leaf.actor for leaf in leaves()]) == (0, [0, 1, 2, 3, 4])
    assert root(db.session) == (5, Tree([leaf.hash for leaf in leaves()]).root())
    assert verify(db.session).fits


def test_nothing_waits_after_a_rollback(floor):
    append(db.session, actor=1, **SAVE)
    db.session.rollback()
    assert (waiting(), settle()) == (0, 0)


@pytest.mark.parametrize("at_once", [1, 3, 7, 64])
def test_batches_of_any_size_grow_the_same_tree(floor, monkeypatch, at_once):
    monkeypatch.setattr("declare.audit.sequencer.AT_ONCE", at_once)
    append_placed(db.session, actor=0, **SAVE)
    for number in range(1, 40):
        append(db.session, actor=number, **SAVE)
    db.session.commit()
    assert settle() == 39
    assert [leaf.actor for leaf in leaves()] == list(range(40))
    assert verify(db.session).size == 40


def test_what_is_proved_at_once_has_its_place_before_the_transaction_ends(floor):
    append(db.session, actor=1, **SAVE)
    placed = append_placed(db.session, actor=2, **SAVE)
    assert placed.seq == 1
    db.session.commit()
    settle()
    assert [leaf.actor for leaf in leaves()] == [2, 1]


def test_what_the_system_did_not_write_is_never_placed_and_is_noticed(floor):
    append(db.session, actor=1, **SAVE)
    append(db.session, actor=2, **SAVE)
    db.session.commit()
    change(update(AuditWaiting).where(AuditWaiting.actor == 2).values(actor=3))
    assert settle() == 1
    assert [leaf.actor for leaf in leaves()] == [1]
    verdict = verify(db.session)
    assert (verdict.fits, verdict.first, verdict.kind) == (False, 2, "waiting")


def test_writers_and_sequencers_at_once_place_every_entry_once(floor):
    def work(at):
        with floor.app_context():
            for number in range(30):
                (append_placed if number % 10 == 9 else append)(db.session, actor=at * 100 + number, **SAVE)
                db.session.commit()
                if number % 7 == 0:
                    settle()

    threads = [threading.Thread(target=work, args=(at,)) for at in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    settle()
    found = leaves()
    assert sorted(leaf.actor for leaf in found) == [at * 100 + number for at in range(6) for number in range(30)]
    assert [leaf.seq for leaf in found] == list(range(1, 181))
    assert verify(db.session).fits
