"""Jobs are written with the business, done once it stands, tried again where they fail, and given up in the open."""

import pytest
from sqlalchemy import select

from declare import jobs
from declare.audit import AuditLeaf
from declare.extensions import db
from declare.jobs.models import Job
from declare.web import transaction
from tests.office import Clock


@pytest.fixture
def done(app):
    app.extensions["clock"] = Clock()
    seen = []
    jobs.register("note", lambda **ids: seen.append(ids))
    with app.app_context():
        yield seen


def states():
    with db.sessionmaker() as session:
        return [(job.state, job.attempts) for job in session.scalars(select(Job).order_by(Job.id))]


def later(app, **by):
    app.extensions["clock"].go(**by)


def test_a_job_is_done_with_its_ids(done):
    with transaction() as session:
        jobs.enqueue(session, "note", person=3, year=2025)
    assert jobs.run_pending() == 1
    assert done == [{"person": 3, "year": 2025}]
    assert states() == [("done", 1)]


def test_what_is_done_is_not_done_again(done):
    with transaction() as session:
        jobs.enqueue(session, "note", person=3)
    jobs.run_pending()
    assert jobs.run_pending() == 0
    assert len(done) == 1


def test_a_job_goes_with_the_business_it_belongs_to(done):
    def taken_back():
        with transaction() as session:
            jobs.enqueue(session, "note", person=3)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        taken_back()
    assert jobs.run_pending() == 0
    assert done == []


def test_the_same_job_twice_in_one_transaction_is_one(done):
    for _ in range(2):
        with transaction() as session:
            first = jobs.enqueue(session, "note", person=3)
            assert jobs.enqueue(session, "note", person=3) is first
            jobs.enqueue(session, "note", person=4)
    assert jobs.run_pending() == 4


def test_a_job_that_fails_is_tried_later_and_holds_up_no_other(app, done):
    jobs.register("fail", lambda: 1 / 0)
    with transaction() as session:
        jobs.enqueue(session, "fail")
        jobs.enqueue(session, "note", person=1)
    assert jobs.run_pending() == 2
    assert done == [{"person": 1}]
    assert states() == [("waiting", 1), ("done", 1)]
    assert jobs.run_pending() == 0
    later(app, minutes=2)
    assert jobs.run_pending() == 1


def test_a_job_that_always_fails_is_given_up_and_the_audit_says_so(app, done):
    jobs.register("fail", lambda: 1 / 0)
    with transaction() as session:
        jobs.enqueue(session, "fail")
    for _ in range(8):
        jobs.run_pending()
        later(app, hours=1)
    assert states() == [("failed", 5)]
    with db.sessionmaker() as session:
        assert session.scalars(select(AuditLeaf.object).where(AuditLeaf.action == "job.fail")).all() == ["job/1 fail"]


def test_a_job_whose_worker_died_is_taken_over(app, done):
    with transaction() as session:
        job = jobs.enqueue(session, "note", person=7)
        job.state, job.attempts = "running", 1
    later(app, minutes=31)
    assert jobs.run_pending() == 1
    assert done == [{"person": 7}]


def test_an_unknown_job_fails_and_stops_nothing(done):
    with transaction() as session:
        jobs.enqueue(session, "nobody knows")
        jobs.enqueue(session, "note", person=2)
    jobs.run_pending()
    assert done == [{"person": 2}]


def test_the_worker_command_does_what_is_due(app, done):
    with transaction() as session:
        jobs.enqueue(session, "note", person=5)
    assert app.test_cli_runner().invoke(args=["worker", "--once"]).exit_code == 0
    assert done == [{"person": 5}]
