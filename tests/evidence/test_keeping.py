"""What the system does by itself: a head a minute while leaves arrive, new leaves verified soon, the whole once a day; and nothing without need."""

import pytest
from sqlalchemy import func, select, update

from declare import jobs
from declare.audit import AuditCheckpoint, AuditLeaf, AuditVerdict, append, standing
from declare.audit.verdicts import kept
from declare.evidence import keeping
from declare.extensions import db
from declare.jobs import rounds
from declare.jobs.worker import look
from declare.web import transaction
from tests.office import Clock


@pytest.fixture
def clock(app, session):
    app.extensions["clock"] = Clock()
    return app.extensions["clock"]


def write(count=1):
    with transaction() as session:
        for _ in range(count):
            append(session, actor=1, role="declarant", action="declaration.save", object="declaration/1")


def count(table):
    found = db.session.scalar(select(func.count()).select_from(table))
    db.session.rollback()
    return found


def test_a_head_is_signed_once_a_minute_and_only_where_something_is_new(clock):
    assert not keeping.sign()
    write()
    assert keeping.sign()
    write()
    assert not keeping.sign()
    clock.go(seconds=60)
    assert keeping.sign()
    clock.go(minutes=5)
    assert not keeping.sign()
    assert count(AuditCheckpoint) == 2


def test_the_whole_is_verified_once_a_day_and_what_is_new_every_ten_minutes(clock):
    write(5)
    keeping.sign()
    assert keeping.verify_due().since == 0
    assert keeping.verify_due() is None
    clock.go(minutes=10)
    write(3)
    assert (keeping.verify_due().since, keeping.verify_due()) == (5, None)
    clock.go(hours=24)
    assert keeping.verify_due().since == 0


def test_evidence_that_does_not_fit_stands_so_until_the_whole_fits_again(clock):
    write(5)
    keeping.sign()
    keeping.verify()
    assert standing(db.session)
    db.session.execute(update(AuditLeaf).where(AuditLeaf.seq == 2).values(actor=9))
    db.session.commit()
    assert not keeping.verify().fits
    clock.go(minutes=11)
    assert not keeping.verify_due().fits
    db.session.execute(update(AuditLeaf).where(AuditLeaf.seq == 2).values(actor=1))
    db.session.commit()
    head = db.session.scalars(select(AuditCheckpoint)).one()
    db.session.expunge(head)
    db.session.rollback()
    assert keeping.verify(since=head).fits
    assert not standing(db.session)
    db.session.rollback()
    keeping.verify()
    assert standing(db.session)
    assert [row.fits for row in kept(db.session, limit=2)] == [True, True]
    assert db.session.scalars(select(AuditVerdict.kind).where(~AuditVerdict.fits)).first() == "edited"


def test_the_worker_signs_and_verifies_by_itself(app, clock, monkeypatch):
    write(3)
    for one in rounds._rounds.values():
        monkeypatch.setattr(one, "due", 0.0)
    look(app)
    assert (count(AuditCheckpoint), count(AuditVerdict)) == (1, 1)


def test_a_round_that_fails_holds_up_no_other_and_comes_again(app, monkeypatch):
    monkeypatch.setattr(rounds, "_rounds", {})
    done = []
    jobs.every("bad", 0, lambda: done.append("bad") or 1 / 0)
    jobs.every("good", 3600, lambda: done.append("good"))
    with app.app_context():
        rounds.go()
        rounds.go()
    assert done == ["bad", "good", "bad"]
