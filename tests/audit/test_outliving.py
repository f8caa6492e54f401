"""What was refused or failed stays in the log although the request or the job was taken back."""

import pytest
from sqlalchemy import select

from declare import jobs
from declare.access import Role
from declare.audit import Act, AuditLeaf, append, verify
from declare.extensions import db
from declare.web import SYSTEM, StaleRevision, leaf, leaf_apart, public, transaction
from tests.office import Clock, Office


@pytest.fixture
def office(app):
    app.extensions["clock"] = Clock()
    office = Office(app, app.extensions["clock"])

    @app.get("/raises/<what>")
    @public
    def raises(what):
        leaf(db.session, SYSTEM, Act.DECLARATION_SAVE, "declaration/77")
        leaf_apart(db.session, SYSTEM, Act.ACCESS_REFUSED, f"declaration.write {what}/77")
        raise {"stale": StaleRevision, "fault": ZeroDivisionError}[what]

    return office


@pytest.mark.parametrize(("what", "status"), [("stale", 409), ("fault", 500)])
def test_a_page_that_raises_is_taken_back_but_for_what_was_refused(office, what, status):
    assert office.visitor().get(f"/raises/{what}").status_code == status
    assert office.leaves("declaration.save") == []
    assert office.leaves("access.refused") == [f"declaration.write {what}/77"]


def test_a_refusal_of_the_access_table_stays(office):
    office.account("shen", Role.AUDIT_ADMIN)
    assert office.visitor("shen").get("/people/").status_code == 403
    assert office.leaves("access.refused") == ["person.list people.queue"]


def test_a_job_that_fails_for_good_is_in_the_log_and_nothing_it_wrote_is(office):
    def fails(number):
        with transaction() as session:
            append(session, actor=None, role="system", action="declaration.save", object=f"declaration/{number}")
            session.flush()
            raise ZeroDivisionError

    jobs.register("fails", fails)
    with office.app.app_context():
        with transaction() as session:
            jobs.enqueue(session, "fails", number=5)
        for _ in range(6):
            jobs.run_pending()
            office.clock.go(hours=2)
    assert office.leaves("declaration.save") == []
    assert office.leaves("job.fail") == ["job/1 fails"]


def test_a_file_that_is_refused_is_in_the_log_and_nothing_of_it_is_kept(office, tmp_path):
    file = tmp_path / "bad.jsonl"
    file.write_text('{"edition": "2017"}\nno json\n', encoding="utf-8")
    before = set(office.leaves("import.refused"))
    answer = office.app.test_cli_runner().invoke(args=["import", str(file)])
    assert answer.exit_code != 0
    assert set(office.leaves("import.refused")) - before
    with office.app.app_context():
        assert db.session.scalars(select(AuditLeaf.action).where(AuditLeaf.action == "import.run")).all() == []
        assert verify(db.session).fits
