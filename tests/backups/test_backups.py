"""The restore drill: what was backed up comes back whole, on either kind of database, or nothing comes back."""

import pytest
from sqlalchemy import func, select

from declare import create_app
from declare.audit import Act, AuditLeaf, append, verify
from declare.backups import service, stream
from declare.backups.stream import Unusable
from declare.config import Settings
from declare.declarations.models import Filing, Receipt
from declare.extensions import db, vault
from declare.vault import Reader, receipts
from declare.web import transaction
from tests.backups.conftest import NOW, content, installation, run
from tests.conftest import dispose
from tests.office import Clock

READER = Reader(None, "system", "test")


def test_everything_comes_back_and_is_tried(empty, kept, tmp_path):
    _, file, found = kept
    code, said = run(empty, "backup", "restore", file)
    assert code == 0, said
    assert content() == found
    assert (tmp_path / "instance" / "releases" / "7.zip").read_bytes() == b"archive"
    assert verify(db.session).fits
    handed_out = select(Filing, Receipt.body).join(Receipt, Receipt.filing_id == Filing.id).order_by(Filing.id)
    handed_out = db.session.execute(handed_out).all()
    assert len(handed_out) == 2
    for filing, body in handed_out:
        assert receipts.verify(body, vault.public_key("receipt"))
        opener = vault.opening(db.session, filing.record, READER)
        assert opener.open("filing", filing.version, filing.sealed)
    db.session.rollback()
    with transaction() as session:  # new rows get numbers of their own
        append(session, actor=None, role="system", action=Act.BACKUP_MAKE, object="backup")


def test_a_backup_is_checked_without_writing_anything(kept, tmp_path):
    place, file, _ = kept
    app = create_app(Settings(instance=place / "instance", log_level="ERROR"), clock=Clock(NOW))
    code, said = run(app, "backup", "check", file)
    assert (code, "文件完整" in said) == (0, True)
    dispose(app)


def test_nothing_is_readable_in_a_backup(kept):
    _, file, _ = kept
    written = file.read_bytes()
    for word in (b"cadre01", b"declaration", b"argon2id", "江东".encode()):
        assert word not in written
    assert file.stat().st_mode & 0o077 == 0


def test_a_file_that_is_there_is_not_overwritten(kept):
    place, file, _ = kept
    before = file.read_bytes()
    app = create_app(Settings(instance=place / "instance", log_level="ERROR"), clock=Clock(NOW))
    code, said = run(app, "backup", "make", file)
    assert (code, "已经存在" in said) == (1, True)
    assert file.read_bytes() == before
    dispose(app)


def damaged(data):
    """Ways a backup can be spoilt, by name."""
    head = len(stream.MARK) + stream.NAME_BYTES
    pieces, at = [], head
    while at < len(data):
        end = at + 4 + int.from_bytes(data[at : at + 4])
        pieces.append(data[at:end])
        at = end
    assert len(pieces) > 2
    middle = bytearray(data)
    middle[len(data) // 2] ^= 1
    return {
        "bit": bytes(middle),
        "cut": data[:-1],
        "last piece gone": data[: -len(pieces[-1])],
        "two swapped": data[:head] + pieces[1] + pieces[0] + b"".join(pieces[2:]),
        "one dropped": data[:head] + b"".join(pieces[1:]),
        "another name": data[:16] + bytes(16) + data[head:],
        "empty": b"",
        "something else": b"PK\x03\x04" * 100,
        "head alone": data[:head],
    }


WAYS = (
    "bit",
    "cut",
    "last piece gone",
    "two swapped",
    "one dropped",
    "another name",
    "empty",
    "something else",
    "head alone",
)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_spoilt_backup_restores_nothing(empty, kept, tmp_path, way):
    _, file, _ = kept
    spoilt = tmp_path / "spoilt"
    spoilt.write_bytes(damaged(file.read_bytes())[way])
    before = content()
    code, said = run(empty, "backup", "restore", spoilt)
    assert code == 1
    assert "请" in said
    assert "Traceback" not in said
    assert content() == before


def test_a_backup_is_not_mixed_with_what_is_there(kept, empty):
    _, file, _ = kept
    assert run(empty, "backup", "restore", file)[0] == 0
    before = content()
    code, said = run(empty, "backup", "restore", file)
    assert (code, "已有数据" in said) == (1, True)
    assert content() == before


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_without_the_keys_of_that_time_nothing_comes_back(kept, tmp_path, database_url):
    _, file, _ = kept
    app = installation(tmp_path / "instance", database_url)
    code, said = run(app, "backup", "restore", file)
    assert (code, "密钥" in said) == (1, True)
    with app.app_context():
        assert db.session.scalar(select(func.count()).select_from(Filing)) == 0
    dispose(app)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_what_the_audit_does_not_bear_out_is_not_restored(empty, kept, monkeypatch):
    _, file, _ = kept
    put = service.contents.put

    def forged(connection, table, record):
        if table.name == "audit_leaf":
            record.rows[3][record.columns.index("object")] = "declaration/9"
        put(connection, table, record)

    monkeypatch.setattr(service.contents, "put", forged)
    code, said = run(empty, "backup", "restore", file)
    assert (code, "校验" in said) == (1, True)
    assert db.session.scalar(select(func.count()).select_from(Filing)) == 0


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_backup_of_another_structure_says_which(empty, kept, monkeypatch):
    _, file, _ = kept
    monkeypatch.setattr(service, "_structure", lambda _connection: "0001")
    code, said = run(empty, "backup", "restore", file)
    assert (code, "0001" in said) == (1, True)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_half_a_backup_is_not_left_behind(empty, tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(stream.Writer, "write", full)
    with pytest.raises(OSError, match="space"):
        service.make(tmp_path / "new.backup")
    assert list(tmp_path.glob("new.backup*")) == []


def test_both_ways_are_written_down(empty, kept):
    _, file, _ = kept
    run(empty, "backup", "restore", file)
    run(empty, "audit", "verify")
    acts = db.session.scalars(select(AuditLeaf.action).order_by(AuditLeaf.seq)).all()
    assert acts[-1] == Act.BACKUP_RESTORE.value


def test_an_unusable_backup_says_it_in_both_languages():
    said = Unusable(stream.NOT_OURS).says
    assert "备份" in said.zh
    assert "backup" in said.en
