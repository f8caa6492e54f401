"""Handing in: all or nothing, once, with a receipt that anybody can verify."""

import base64
import json
import subprocess
import sys
import threading
from datetime import date

import pytest

from declare.accounts.models import Person
from declare.audit import AuditLeaf
from declare.audit import verify as verify_audit
from declare.declarations import freezing, queries, submission
from declare.declarations.models import Declaration, Filing, Profile, Receipt, Section, Trace
from declare.extensions import db, vault
from declare.items.choices import FilingKind
from declare.items.filing import Basic, Closing, Tables
from declare.items.filing import Filing as Document
from declare.items.folding import folded_address
from declare.vault import Reader
from declare.vault.receipts import proves
from declare.vault.receipts import verify as verify_receipt
from declare.web import SYSTEM
from tests.declarations.conftest import ID_NUMBER, PASSWORD, sign
from tests.shape.tree import ROOT

SYSTEM_READER = Reader(None, "system", "test")


@pytest.fixture
def stage():
    return "filled"


@pytest.fixture
def filled(draft):
    return draft


@pytest.fixture
def filed(browser, filled):
    sign(browser, filled)
    return filled


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"promise": ""}, "请阅读承诺并勾选。"),
        ({"password": "wrong wrong wrong"}, "密码不正确"),
        ({"password": ""}, "密码不正确"),
    ],
)
def test_without_promise_or_password_nothing_is_handed_in(app, browser, filled, change, sentence):
    assert sentence in sign(browser, filled, status=422, **change).text
    with app.app_context():
        assert db.session.query(Filing).count() == 0


def test_a_late_report_says_why(browser, filled, clock):
    clock.go(month=2, day=3)
    browser.sign_in("zheng")
    assert "已过 3 天" in browser.get(f"{filled}/")
    assert "请说明逾期原因" in sign(browser, filled, status=422).text
    sign(browser, filled, late_reason="外出执行任务")
    assert "外出执行任务" in browser.get(f"{filled}/document.json")


def test_the_last_moment_of_the_last_day_is_in_time(browser, filled, clock):
    clock.go(month=1, day=31, hour=15, minute=59)
    browser.sign_in("zheng")
    assert "是最后一天" in browser.get(f"{filled}/")
    sign(browser, filled)


def test_the_same_submission_twice_is_one(app, browser, filled):
    fields = browser.hidden(browser.get(f"{filled}/sign")) | {"promise": "y", "password": PASSWORD}
    first, second = (browser.send(f"{filled}/sign", fields).headers["Location"] for _ in range(2))
    assert first == second == f"{filled}/receipt"
    with app.app_context():
        assert db.session.query(Filing).count() == db.session.query(Receipt).count() == 1


def test_another_submission_of_the_same_report_is_refused(browser, filled):
    fields = browser.hidden(browser.get(f"{filled}/sign")) | {"promise": "y", "password": PASSWORD}
    browser.send(f"{filled}/sign", fields)
    browser.send(f"{filled}/sign", fields | {"key": "another key of twenty"}, status=403)


def test_many_at_once_are_one(app, browser, filled):
    fields = browser.hidden(browser.get(f"{filled}/sign")) | {"promise": "y", "password": PASSWORD}
    cookies = browser.client._cookies
    answers = []

    def send():
        client = app.test_client()
        client._cookies = dict(cookies)
        answer = client.post(f"{filled}/sign", data=fields)
        answers.append((answer.status_code, answer.headers.get("Location")))

    threads = [threading.Thread(target=send) for _ in range(6)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert set(answers) == {(303, f"{filled}/receipt")}
    with app.app_context():
        assert db.session.query(Filing).count() == 1
        assert db.session.query(AuditLeaf).filter_by(action="declaration.submit").count() == 1


def test_after_submission_everything_can_be_read_and_nothing_written(browser, filed):
    for page in ("/", "/profile", "/closing", "/answers", "/real_estate/", "/passports/", "/family/"):
        text = browser.get(filed + page)
        assert "csrf_token" not in text.split('id="main"')[1]
    browser.get(f"{filed}/real_estate/0", status=403)
    browser.get(f"{filed}/real_estate/add", status=403)
    browser.get(f"{filed}/sign", status=403)


def test_the_draft_goes_and_the_profile_stays(app, filed):
    with app.app_context():
        assert db.session.query(Section).count() == 0
        person = db.session.query(Person).one()
        kept = queries.profile(db.session, person.id, SYSTEM_READER)
        assert kept["basic"].entries[0].post == "副支队长"
        assert kept["family"].entries[0].name == "林晚晴"
        assert {row.part for row in db.session.query(Profile)} == {"basic", "family"}


def test_identifiers_are_found_without_opening_anything(app, filed):
    with app.app_context():
        digest = vault.digest("id_number", ID_NUMBER)
        assert db.session.query(Trace).filter_by(digest=digest, table="basic").count() == 1
        digest = vault.digest("address", folded_address("江苏省南京市玄武区和平路16号2幢1803室"))
        assert {trace.table for trace in db.session.query(Trace).filter_by(digest=digest)} == {"real_estate", "basic"}


def test_the_document_is_what_an_interchange_file_would_carry(app, filed):
    with app.app_context():
        row = db.session.query(Filing).one()
        document = queries.document(db.session, row, SYSTEM_READER)
        assert (document.kind, document.year, document.filed_on) == (FilingKind.FIRST, 2025, date(2026, 1, 18))
        assert (document.declarant, document.ref, document.closing.promise) == (ID_NUMBER, row.ref, True)
        assert document.tables.real_estate.entries[0].owners == ("self", "m1")
        assert document.tables.private_lending is None
        assert not [key for key in document.tables.__struct_fields__[:20] if getattr(document.tables, key) is None]


def test_the_receipt_holds_no_content(browser, filed):
    text = browser.get(f"{filed}/receipt.json")
    for word in ("郑怀川", "林晚晴", ID_NUMBER, "和平路", "江东"):
        assert word not in text


def verified(tmp_path, receipt, key, report=None):
    """What docs/verify_receipt.py says: its exit code."""
    (tmp_path / "receipt.json").write_text(receipt, encoding="utf-8")
    command = [sys.executable, str(ROOT / "docs/verify_receipt.py"), str(tmp_path / "receipt.json"), key]
    if report is not None:
        (tmp_path / "report.json").write_text(report, encoding="utf-8")
        command.append(str(tmp_path / "report.json"))
    return subprocess.run(command, capture_output=True, text=True, check=False).returncode


def test_a_receipt_is_verified_without_the_system(browser, filed, tmp_path):
    key = browser.get("/declarations/public-key").split()[1]
    receipt, report = browser.get(f"{filed}/receipt.json"), browser.get(f"{filed}/document.json")
    assert verified(tmp_path, receipt, key) == 0
    assert verified(tmp_path, receipt, key, report) == 0
    assert verified(tmp_path, receipt, key, report.replace("121.30", "21.30")) == 1
    assert verified(tmp_path, receipt.replace('"year":2025', '"year":2024'), key) == 1
    assert verified(tmp_path, receipt, base64.b64encode(bytes(32)).decode()) == 1


def test_the_receipt_fits_the_audit_and_the_filing(app, browser, filed):
    with app.app_context():
        body = verify_receipt(db.session.query(Receipt).one().body, vault.public_key("receipt"))
        row = db.session.query(Filing).one()
        leaf = db.session.query(AuditLeaf).filter_by(action="declaration.submit").one()
        assert body["content_hash"] == row.content_hash.hex()
        assert (body["audit"]["leaf"], body["audit"]["index"]) == (leaf.hash.hex(), leaf.seq - 1)
        assert verify_audit(db.session).fits


def test_single_fields_can_be_proved_later(app, filed):
    with app.app_context():
        row = db.session.query(Filing).one()
        document = queries.document(db.session, row, SYSTEM_READER)
        made = submission.commitments(vault.sealer(db.session, row.record), document)
        assert made.root == row.commitment_root
        fields = dict(freezing.committed(document))
        assert json.loads(fields["real_estate/0/area"]) == "121.30"
        for name, value in fields.items():
            assert proves(row.commitment_root, name, value, made.proof(name))
        assert not proves(row.commitment_root, "real_estate/0/area", b'"21.30"', made.proof("real_estate/0/area"))


def test_reports_from_files_are_kept_and_read_as_one_history(app, person):
    def report(year, day):
        return Document(
            edition="2017", kind=FilingKind.ANNUAL, year=year, filed_on=day, declarant=ID_NUMBER, ref="x",
            basic=Basic(name="郑怀川"), tables=Tables(), closing=Closing(promise=True),
        )  # fmt: skip

    with app.app_context():
        one = db.session.get(Person, person)
        assert queries.history(db.session, [person], SYSTEM_READER) == {}
        at = app.extensions["clock"]()
        for year, day in ((2023, date(2024, 1, 10)), (2024, date(2025, 1, 10)), (2024, date(2025, 3, 1))):
            submission.file_document(db.session, report(year, day), one, at=at, by=SYSTEM)
        db.session.commit()
        found = queries.history(db.session, [person, 999], SYSTEM_READER)
        assert [(one.year, one.filed_on.month) for one in found[person]] == [(2023, 1), (2024, 1), (2024, 3)]
        assert [row.version for row in db.session.query(Filing).order_by(Filing.id)] == [1, 1, 2]
        assert {row.state for row in db.session.query(Declaration) if row.year < 2025} == {"submitted"}


def test_others_are_told_of_every_filing(app, browser, filled, monkeypatch):
    told = []
    monkeypatch.setattr(submission, "on_submitted", [lambda session, row: told.append(row.id)])
    sign(browser, filled)
    assert len(told) == 1


def test_where_telling_fails_nothing_is_filed(app, browser, filled, monkeypatch):
    def fail(session, row):
        raise RuntimeError

    monkeypatch.setattr(submission, "on_submitted", [fail])
    sign(browser, filled, status=500)
    with app.app_context():
        assert db.session.query(Filing).count() == 0
        assert db.session.query(Declaration).one().state == "draft"
        assert db.session.query(Section).count() > 20
    monkeypatch.undo()
    sign(browser, filled)
