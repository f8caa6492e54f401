"""At the end of its time what was sealed is gone for good, says so, and breaks nothing."""

import base64
import hashlib
import json
import shutil
import subprocess
import sys
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from declare import checks, create_app
from declare.audit import AuditLeaf, verify
from declare.checks.models import INQUIRED, Finding, Stale
from declare.checks.source import source
from declare.config import Settings
from declare.declarations import queries
from declare.declarations.models import Declaration, Filing, Receipt, Trace
from declare.disclosures.models import Disclosure
from declare.extensions import db, vault
from declare.retention import service
from declare.retention.models import Certificate
from declare.retention.terms import Terms
from declare.vault import DataKey, Destroyed, DestroyedKey, Reader, receipts
from declare.web import SYSTEM, today, transaction
from tests.conftest import dispose
from tests.serving import ROOT

READER = Reader(None, "system", "test")


@pytest.fixture
def later(bureau):
    """The corps eleven years on, when all it filed is past a term of ten years."""
    bureau.clock.go(days=366 * 11)
    with bureau.app.app_context():
        yield bureau


def run(bureau, *words):
    return bureau.app.test_cli_runner().invoke(args=["retention", *words])


def number(model):
    return db.session.scalar(select(func.count()).select_from(model))


def keys_of(kind):
    return db.session.scalar(select(func.count()).where(DataKey.record.startswith(kind)))


def certified():
    """What the certificates say, each checked with the public key."""
    rows = db.session.scalars(select(Certificate).order_by(Certificate.id)).all()
    return [receipts.verify(row.body, vault.public_key("receipt")) for row in rows]


def test_everything_past_its_time_goes_with_its_key_and_is_certified(later):
    had = {row.record: row.content_hash.hex() for row in db.session.scalars(select(Filing))}
    heads, disclosed = number(Declaration), number(Disclosure)
    held = db.session.scalars(select(Finding.person_id).where(Finding.state == INQUIRED)).all()
    assert not held
    db.session.rollback()
    done = run(later, "destroy", "--reports", "10", "--disclosures", "10", "--yes")
    assert done.exit_code == 0, done.output
    assert [number(model) for model in (Filing, Receipt, Trace, Disclosure)] == [0, 0, 0, 0]
    assert number(Declaration) == heads
    assert [keys_of(kind) for kind in ("filing/", "declaration/", "disclosure/")] == [0, 0, 0]
    told = {one["record"]: one for body in certified() for one in body["records"]}
    assert {record: told[record]["content_hash"] for record in had} == had
    assert len([record for record in told if record.startswith("disclosure/")]) == disclosed
    assert all(len(one["key"]) == 32 for one in told.values())


def test_the_audit_names_each_certificate_and_what_went_and_still_verifies(later):
    assert run(later, "destroy", "--reports", "10", "--yes").exit_code == 0
    for body in certified():
        leaf = db.session.scalars(select(AuditLeaf).where(AuditLeaf.seq == body["audit"]["index"] + 1)).one()
        assert leaf.action == "retention.destroy"
        assert leaf.object.startswith(f"certificate/{body['number']} {body['list']} ")
        assert leaf.hash.hex() == body["audit"]["leaf"]
        assert body["keys"] == len(body["records"]) > 0
    assert verify(db.session).fits


def test_what_was_destroyed_says_so_and_is_no_alarm(later):
    report = db.session.scalars(select(Declaration).join(Filing).order_by(Declaration.id)).first()
    filing = queries.latest_filing(db.session, report.id)
    disclosure = db.session.scalars(select(Disclosure).order_by(Disclosure.id)).first()
    sealed, version = filing.sealed, filing.version
    db.session.expunge_all()
    db.session.rollback()
    run(later, "destroy", "--reports", "10", "--disclosures", "10", "--yes")
    for opening in (
        lambda: vault.opening(db.session, filing.record, READER).open(queries.FILED, version, sealed),
        lambda: queries.opened(db.session, report, READER),
        lambda: vault.openings(db.session, [filing.record, "person/1"], READER, what="list"),
        lambda: vault.sealer(db.session, disclosure.record),
        lambda: queries.receipt(db.session, report.id),
    ):
        with pytest.raises(Destroyed, match="已按期销毁"):
            opening()
    db.session.rollback()
    refused = select(func.count()).where(AuditLeaf.action == "content.refused")
    assert db.session.scalar(refused) == 0


def test_pages_and_checks_go_on_without_what_is_gone(bureau):
    bureau.clock.go(days=366 * 11)
    assert run(bureau, "destroy", "--reports", "10", "--disclosures", "10", "--yes").exit_code == 0
    person = bureau.account("cadre01").person_id
    head = bureau.ask(select(Declaration.id).where(Declaration.person_id == person))[0][0]
    with bureau.app.app_context(), transaction() as session:
        assert number(Stale) > 0
        checks.check(session, source().persons(session, None))
    owner, reviewer = bureau.visitor("cadre01"), bureau.visitor("reviewer")
    for address in ("/declarations/", "/disclosures/"):
        assert owner.get(address).status_code == 200
    for part in ("", "answers", "receipt", "receipt.json", "document.json"):
        answer = owner.get(f"/declarations/{head}/{part}")
        assert answer.status_code == 410
        assert "已按期销毁" in answer.text
    assert owner.get("/disclosures/1/").status_code == 410
    assert owner.get("/disclosures/999/").status_code == 404
    assert reviewer.get("/people/").status_code == 200


def test_a_copy_of_the_database_and_the_master_keys_open_nothing_of_it(later, tmp_path):
    """The attacker holds every file of the site from after the destruction, and what was sealed from before it."""
    rows = db.session.scalars(select(Filing)).all()
    kept = [(row.record, row.version, row.sealed) for row in rows]
    wrapped = db.session.scalars(select(DataKey.wrapped).where(DataKey.record.startswith("filing/"))).all()
    control = db.session.scalars(select(DataKey.wrapped).where(DataKey.record == "person/1")).one()
    db.session.rollback()
    assert run(later, "destroy", "--reports", "10", "--yes").exit_code == 0
    folder = shutil.copytree(later.app.extensions["settings"].instance, tmp_path / "copy")
    files = b"".join(path.read_bytes() for path in folder.rglob("declare.db*"))
    assert control in files
    assert [one for one in wrapped if one in files] == []
    assert [sealed for _, _, sealed in kept if sealed in files] == []
    copy = create_app(Settings(instance=folder, demo=True), clock=later.clock)
    with copy.app_context():
        for record, version, sealed in kept:
            with pytest.raises(Destroyed):
                vault.opening(db.session, record, READER).open(queries.FILED, version, sealed)
        assert vault.opening(db.session, "person/1", READER)
    dispose(copy)


def test_what_is_kept_stays_and_a_term_ends_with_a_year(bureau):
    with bureau.app.app_context():
        last = db.session.scalar(select(func.max(Filing.filed_on)))
        whole = number(Filing)
        db.session.rollback()
        bureau.clock.at = bureau.clock.at.replace(year=last.year + 11, month=1, day=1, hour=0) - timedelta(hours=10)
        run(bureau, "destroy", "--reports", "10", "--yes")
        kept = db.session.scalars(select(Filing)).all()
        assert 0 < len(kept) < whole
        assert {row.filed_on.year for row in kept} == {last.year}
        assert queries.document(db.session, kept[0], READER).filed_on == kept[0].filed_on
        db.session.rollback()
        bureau.clock.go(hours=3)
        run(bureau, "destroy", "--reports", "10", "--yes")
        assert number(Filing) == 0


def test_who_has_something_undecided_is_held_back_whole(later):
    finding = db.session.scalars(select(Finding).where(Finding.person_id.is_not(None)).order_by(Finding.id)).first()
    person, finding.state = finding.person_id, INQUIRED
    db.session.commit()
    said = run(later, "due", "--reports", "10").output
    assert "另有1人" in said
    run(later, "destroy", "--reports", "10", "--disclosures", "10", "--yes")
    left = db.session.scalars(select(Declaration.person_id).join(Filing).distinct()).all()
    assert left == [person]
    assert db.session.get(Finding, finding.id) is not None


def test_counting_destroys_nothing_and_nobody_is_asked_twice(later):
    before = number(DataKey)
    db.session.rollback()
    assert "报告" in run(later, "due", "--reports", "10").output
    assert run(later, "due", "--reports", "40").output.startswith("没有")
    assert run(later, "destroy", "--reports", "10").exit_code == 1
    assert number(DataKey) == before


@pytest.mark.parametrize("words", [(), ("--reports", "9"), ("--disclosures", "0")])
def test_a_term_is_said_and_none_is_shorter_than_the_archives_know(later, words):
    assert run(later, "destroy", "--yes", *words).exit_code == 2
    assert number(DestroyedKey) == 0


def test_a_destruction_that_fails_half_way_has_not_begun(later, monkeypatch):
    before = number(DataKey), number(Filing)
    db.session.rollback()
    monkeypatch.setattr(service, "_certify", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError), transaction() as session:
        service.destroy_next(session, Terms(10, 10), today(), by=SYSTEM)
    assert (number(DataKey), number(Filing)) == before


def verified(path, key):
    """Whether everything fits, as docs/verify_receipt.py says, a process without this system."""
    command = [sys.executable, str(ROOT / "docs/verify_receipt.py"), str(path), key]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def test_a_certificate_is_handed_out_and_verified_without_the_system(later, tmp_path):
    run(later, "destroy", "--reports", "10", "--yes")
    body = db.session.get(Certificate, 1).body
    printed = run(later, "certificate", "1").stdout_bytes
    assert printed == body + b"\n"
    assert run(later, "certificate", "99").exit_code == 1
    key = base64.b64encode(vault.public_key("receipt")).decode()
    (tmp_path / "certificate.json").write_bytes(printed)
    assert verified(tmp_path / "certificate.json", key)
    (tmp_path / "forged.json").write_bytes(printed.replace(b'filing/1"', b'filing/2"', 1))
    assert not verified(tmp_path / "forged.json", key)
    told = json.loads(printed)["body"]
    assert hashlib.sha256(receipts.canonical({"records": told["records"]})).hexdigest() == told["list"]
