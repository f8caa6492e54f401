"""An export is asked for by one and let out by another, for a reason and for seven days; only who asked gets it."""

import json

import pytest
from sqlalchemy import select, update

from declare.audit import AuditLeaf
from declare.extensions import db, vault
from declare.releases import manifest
from declare.releases.models import Release
from declare.web import transaction
from tests.releases.conftest import ask, build, unpacked


def state(bureau):
    return [row[0] for row in bureau.ask(select(Release.state).order_by(Release.id))]


def let_out(bureau, address, agree="yes"):
    officer = bureau.visitor("releasing-officer")
    officer.get(address)
    return officer.post(f"{address}decision", agree=agree, reason="用途正当，同意导出。")


def test_two_people_let_it_out_and_the_manifest_names_both(earnest, tmp_path):
    auditor = earnest.visitor("auditor")
    address = ask(auditor)
    build(earnest)
    assert state(earnest) == ["requested"]
    assert auditor.get(f"{address}download").status_code == 403
    assert let_out(earnest, address).status_code == 303
    build(earnest)
    assert state(earnest) == ["built"]
    folder = unpacked(auditor.get(f"{address}download"), tmp_path / "out")
    body = json.loads((folder / "manifest.json").read_text())["body"]
    assert (body["requester"], body["approver"], body["k"]) == ("auditor", "releasing-officer", 10)
    assert body["purpose"] == "2025 年度专项审计"
    acts = select(AuditLeaf.action).where(AuditLeaf.action.startswith("release.")).order_by(AuditLeaf.seq)
    assert [row[0] for row in earnest.ask(acts)] == [
        "release.request", "release.approve", "release.build", "release.download",
    ]  # fmt: skip


def test_what_is_refused_is_not_built(earnest):
    address = ask(earnest.visitor("auditor"))
    let_out(earnest, address, agree="no")
    build(earnest)
    assert state(earnest) == ["refused"]
    assert earnest.visitor("auditor").get(f"{address}download").status_code == 403


@pytest.mark.parametrize(("field", "value"), [("agree", ""), ("reason", ""), ("reason", "好")])
def test_a_decision_needs_an_answer_and_a_reason(earnest, field, value):
    address = ask(earnest.visitor("auditor"))
    officer = earnest.visitor("releasing-officer")
    officer.get(address)
    said = {"agree": "yes", "reason": "用途正当，同意导出。"} | {field: value}
    assert officer.post(f"{address}decision", **said).status_code == 422
    assert state(earnest) == ["requested"]


@pytest.mark.parametrize("left_out", ["profile", "formats", "purpose"])
def test_a_request_says_what_and_what_for(bureau, left_out):
    auditor = bureau.visitor("auditor")
    auditor.get("/releases/new")
    said = {"profile": "audit", "year": "all", "formats": ["csv"], "purpose": "专项审计用"}
    assert (
        auditor.post("/releases/new", **{key: one for key, one in said.items() if key != left_out}).status_code == 422
    )
    assert state(bureau) == []


def test_nobody_lets_out_their_own_nor_decides_twice(earnest):
    address = ask(earnest.visitor("auditor"))
    assert (
        earnest.visitor("auditor").post(f"{address}decision", agree="yes", reason="自己同意自己。").status_code == 403
    )
    assert let_out(earnest, address).status_code == 303
    assert let_out(earnest, address, agree="no").status_code == 403
    assert state(earnest) == ["approved"]


def test_an_approval_ends_after_seven_days(earnest):
    auditor = earnest.visitor("auditor")
    address = ask(auditor)
    let_out(earnest, address)
    build(earnest)
    earnest.clock.go(days=6, hours=23)
    assert earnest.visitor("auditor").get(f"{address}download").status_code == 200
    earnest.clock.go(hours=2)
    late = earnest.visitor("auditor")
    assert late.get(f"{address}download").status_code == 403
    assert "已过期" in late.get(address).text


def test_the_archive_of_an_export_that_is_over_goes_with_the_next(bureau, tmp_path):
    auditor = bureau.visitor("auditor")
    ask(auditor)
    build(bureau)
    archives = tmp_path / "bureau" / "releases"
    assert [path.name for path in archives.iterdir()] == ["1.zip"]
    assert (archives / "1.zip").stat().st_mode & 0o777 == 0o600
    bureau.clock.go(days=8)
    ask(bureau.visitor("auditor"))
    build(bureau)
    assert [path.name for path in archives.iterdir()] == ["2.zip"]


def test_an_approval_that_is_over_is_not_built(earnest):
    address = ask(earnest.visitor("auditor"))
    let_out(earnest, address)
    earnest.clock.go(days=8)
    build(earnest)
    assert state(earnest) == ["approved"]


def test_the_demonstration_needs_no_second_person_and_says_so(bureau, tmp_path):
    auditor = bureau.visitor("auditor")
    address = ask(auditor)
    build(bureau)
    folder = unpacked(auditor.get(f"{address}download"), tmp_path / "out")
    body = json.loads((folder / "manifest.json").read_text())["body"]
    assert body["approver"] is None
    assert body["k"] == 3


def test_a_manifest_that_was_touched_no_longer_fits(bureau, tmp_path):
    auditor = bureau.visitor("auditor")
    address = ask(auditor)
    build(bureau)
    folder = unpacked(auditor.get(f"{address}download"), tmp_path / "out")
    with bureau.app.app_context():
        key = vault.public_key("manifest")
    assert manifest.fits(folder, public_key=key)
    assert not manifest.fits(folder, public_key=bytes(32))
    whole = (folder / "manifest.json").read_text()
    (folder / "manifest.json").write_text(whole.replace('"k": 3', '"k": 10'))
    assert not manifest.fits(folder, public_key=key)
    (folder / "manifest.json").write_text(whole)
    (folder / "wages.csv").write_text("x")
    assert not manifest.fits(folder, public_key=key)


def test_an_export_too_like_an_earlier_one_is_not_let_out(bureau):
    auditor = bureau.visitor("auditor")
    ask(auditor)
    build(bureau)
    with bureau.app.app_context(), transaction() as session:
        row = session.scalars(select(Release)).one()
        opened = vault.opening(session, row.record, row_reader()).open("included", 1, row.included)
        fewer = sorted(json.loads(opened))[:-1]
        row.included = vault.sealer(session, row.record).seal("included", 1, json.dumps(fewer).encode())
    address = ask(auditor)
    build(bureau)
    assert state(bureau) == ["built", "close"]
    assert auditor.get(f"{address}download").status_code == 403
    assert "只差 3 人以内" in auditor.get(address).text


def test_the_same_people_again_are_let_out(bureau):
    auditor = bureau.visitor("auditor")
    for _ in range(2):
        ask(auditor)
    build(bureau)
    assert state(bureau) == ["built", "built"]


def test_another_auditors_export_is_not_there(bureau):
    address = ask(bureau.visitor("auditor"))
    build(bureau)
    with bureau.app.app_context(), transaction() as session:
        session.execute(update(Release).values(requested_by=bureau.account("reviewer").id))
    assert bureau.visitor("auditor").get(address).status_code == 404


@pytest.mark.parametrize(
    "login", ["cadre01", "personnel", "reviewer", "discipline-lead", "system-admin", "security-admin", "audit-admin"]
)
def test_nobody_else_comes_in(bureau, login):
    address = ask(bureau.visitor("auditor"))
    browser = bureau.visitor(login)
    for place in ("/releases/", "/releases/new", address, f"{address}download"):
        assert browser.get(place).status_code == 403
    assert browser.post(f"{address}decision", agree="yes", reason="同意导出，用途正当。").status_code == 403


def test_the_officer_sees_what_waits_and_asks_for_nothing(earnest):
    ask(earnest.visitor("auditor"))
    officer = earnest.visitor("releasing-officer")
    assert "待审批" in officer.get("/releases/").text
    assert officer.get("/releases/new").status_code == 403


def test_the_command_line_wants_an_approval_outside_the_demonstration(earnest, tmp_path):
    runner = earnest.app.test_cli_runner()
    refused = runner.invoke(args=["export", "audit", "--out", str(tmp_path / "out")])
    assert refused.exit_code == 1
    assert not (tmp_path / "out").exists()
    leaves = earnest.ask(select(AuditLeaf.object).where(AuditLeaf.action == "access.refused"))
    assert leaves == [("release.download release/0",)]
    let_out(earnest, ask(earnest.visitor("auditor")))
    for wrong in (["--as", "reviewer", "--approval", "1"], ["--as", "auditor", "--approval", "2"], ["--as", "auditor"]):
        assert runner.invoke(args=["export", "audit", "--out", str(tmp_path / "out"), *wrong]).exit_code == 1
    right = ["--as", "auditor", "--approval", "1", "--format", "csv"]
    assert runner.invoke(args=["export", "statistics", "--out", str(tmp_path / "out"), *right]).exit_code == 1
    assert runner.invoke(args=["export", "audit", "--out", str(tmp_path / "out"), *right]).exit_code == 0
    body = json.loads((tmp_path / "out" / "manifest.json").read_text())["body"]
    assert (body["requester"], body["approver"], body["filter"]["year"]) == ("auditor", "releasing-officer", 2025)


def row_reader():
    from declare.vault import Reader

    return Reader(None, "system", "test")


def test_the_purpose_stands_nowhere_in_plain(bureau, tmp_path):
    ask(bureau.visitor("auditor"), purpose="核实临江支队资产来源")
    with bureau.app.app_context():
        db.engine.dispose()
    raw = b"".join(path.read_bytes() for path in (tmp_path / "bureau").glob("declare.db*"))
    assert "核实临江支队资产来源".encode() not in raw
