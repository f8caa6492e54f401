"""The pages of the log: who may, what a search finds, that it is itself in the log, what a verification says, what an extract proves."""

import json

import pytest
from sqlalchemy import update

from declare import jobs
from declare.access import Role
from declare.audit import Act, AuditLeaf, append, append_apart, documents
from declare.audit.heads import latest
from declare.extensions import db, vault
from declare.web import transaction
from tests.audit.test_documents import verifier  # noqa: F401 - a fixture
from tests.office import Clock, Office


@pytest.fixture
def office(app):
    app.extensions["clock"] = Clock()
    office = Office(app, app.extensions["clock"])
    office.account("shen", Role.AUDIT_ADMIN)
    office.account("zheng", Role.DECLARANT, person=True)
    return office


@pytest.fixture
def admin(office):
    return office.visitor("shen")


def write(office, count, **leaf):
    with office.app.app_context(), transaction() as session:
        for _ in range(count):
            append(
                session,
                **{"actor": 2, "role": "declarant", "action": "declaration.save", "object": "declaration/12"} | leaf,
            )


def test_a_search_finds_by_account_action_object_role_days_and_refusals(office, admin):
    write(office, 3)
    write(office, 1, object="declaration/1 filing/7", action="declaration.submit")
    write(office, 1, actor=None, role="system", action="access.refused", object="declaration.read declaration/12")
    write(office, 1, action="content.open", object="check extract/2 filing/5-9")
    office.clock.go(days=3)
    write(office, 1, actor=1, object="declaration/123")
    admin = office.visitor("shen")
    for asked, expected in {
        "account=zheng&action=declaration.save": 3,
        "object=declaration/12": 4,
        "object=filing/7": 2,
        "object=filing/9": 1,
        "object=filing/10": 0,
        "role=system&refused=yes": 1,
        "since=2026-01-11&object=declaration/123": 1,
        "until=2026-01-10&object=declaration/123": 0,
        "account=nobody-of-that-name": 0,
        "action=declaration.submit": 1,
    }.items():
        answer = admin.get(f"/audit/?{asked}")
        assert answer.status_code == 200
        assert (f"共 {expected} 条" if expected else "没有符合条件的记录") in answer.text, asked


def test_a_search_is_itself_in_the_log_by_ids_and_not_by_what_was_typed(office, admin):
    admin.get("/audit/?account=zheng&object=declaration/12&since=2026-01-01")
    admin.get("/audit/?account=郑怀川")
    assert office.leaves("audit.read") == [
        "log account=account/2 object=declaration/12 since=2026-01-01",
        "log account=account/0",
    ]


@pytest.mark.parametrize("asked", ["object=郑怀川", "object=declaration", "since=1.1.2026", "until=2026-02-30"])
def test_what_cannot_be_searched_for_says_why_at_its_field(office, admin, asked):
    name = asked.partition("=")[0]
    answer = admin.get(f"/audit/?{asked}")
    assert (answer.status_code, f'id="{name}-error"' in answer.text) == (422, True)
    assert office.leaves("audit.read") == []


def test_long_logs_have_pages_and_take_the_same_number_of_statements(office, admin):
    write(office, 10)
    from sqlalchemy import event

    said = []
    with office.app.app_context():
        event.listen(db.engine, "before_cursor_execute", lambda *told: said.append(told[2]))
    admin.get("/audit/?object=declaration/12")
    few = len(said)
    write(office, 190)
    said.clear()
    answer = admin.get("/audit/?object=declaration/12&page=4")
    assert "共 200 条" in answer.text
    assert 'aria-current="page">4<' in answer.text
    assert abs(len(said) - few) <= 2  # a leaf may complete a subtree


def test_no_name_of_a_person_and_no_content_is_on_the_page(office, admin):
    office.visitor("zheng")
    answer = admin.get("/audit/")
    assert "zheng" in answer.text
    assert "郑怀川" not in answer.text


@pytest.mark.parametrize("address", ["/audit/", "/audit/verification"])
def test_nobody_else_may(office, address):
    assert office.visitor("zheng").get(address).status_code == 403
    assert office.leaves("access.refused")


def test_a_verification_is_asked_for_done_by_the_worker_and_said_in_words(office, admin):
    assert "还没有校验过" in admin.get("/audit/verification").text
    assert admin.post("/audit/verification").status_code == 303
    assert "校验正在进行" in admin.get("/audit/verification").text
    with office.app.app_context():
        jobs.run_pending()
    page = admin.get("/audit/verification").text
    assert "校验通过" in page and "shen" in page
    with office.app.app_context(), transaction() as session:
        session.execute(update(AuditLeaf).where(AuditLeaf.seq == 2).values(role="x"))
    admin.post("/audit/verification")
    with office.app.app_context():
        jobs.run_pending()
    assert "第2条被改动" in admin.get("/audit/verification").text
    assert office.leaves("audit.verify") == ["log", "log"]


def test_an_extract_is_verified_without_the_system_and_is_in_the_log(office, admin, verifier):  # noqa: F811 - the fixture
    write(office, 20)
    office.clock.go(days=2)
    write(office, 5)
    admin = office.visitor("shen")
    with office.app.app_context():
        import base64

        key = base64.b64encode(vault.public_key("tree")).decode()
    admin.get("/audit/")
    for asked, least in (({}, 30), ({"since": "2026-01-12"}, 5), ({"until": "2026-01-10"}, 20)):
        answer = admin.post("/audit/extract", **asked)
        assert (answer.status_code, answer.mimetype) == (200, "application/jsonl")
        proof, *rows = map(json.loads, answer.data.decode().splitlines())
        assert len(rows) >= least
        assert verifier(proof, rows, key)
        assert not verifier(proof, rows[:-1], key)
    assert office.leaves("audit.export") == ["log", "log since=2026-01-12", "log until=2026-01-10"]
    assert admin.post("/audit/extract", since="2030-01-01").status_code == 422
    assert admin.post("/audit/extract", since="x").status_code == 422


def test_what_was_refused_is_told_apart(office, admin):
    with office.app.app_context():
        append_apart(db.session, actor=2, role="declarant", action=Act.ACCESS_REFUSED, object="person.read person/3")
        assert (
            documents.of_leaf(db.session.query(AuditLeaf).order_by(AuditLeaf.seq.desc()).first())["object"]
            == "person.read person/3"
        )
        assert latest(db.session) is None
    assert "未通过" in admin.get("/audit/?refused=yes").text
