"""The drill of a restore: a report or a receipt that does not fit brings nothing back, no archive either."""

import pytest
from sqlalchemy import func, select

from declare.backups import drill, service
from declare.declarations.models import Filing
from declare.extensions import db
from tests.backups.conftest import run


@pytest.mark.parametrize(("table", "column"), [("filing", "sealed"), ("filing", "content_hash"), ("receipt", "body")])
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_report_or_receipt_that_does_not_fit_restores_nothing(empty, kept, monkeypatch, tmp_path, table, column):
    _, file, _ = kept
    put = service.contents.put

    def spoilt(connection, into, record):
        if into.name == table:
            for row in record.rows:
                at = record.columns.index(column)
                middle = len(row[at]) // 2
                row[at] = row[at][:middle] + bytes([row[at][middle] ^ 1]) + row[at][middle + 1 :]
        put(connection, into, record)

    monkeypatch.setattr(service.contents, "put", spoilt)
    monkeypatch.setattr(drill, "_audit", lambda _session: None)
    code, said = run(empty, "backup", "restore", file)
    assert (code, "回执" in said) == (1, True)
    assert db.session.scalar(select(func.count()).select_from(Filing)) == 0
    assert not list((tmp_path / "instance").glob("releases*"))


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_archives_wait_until_the_database_has_committed(empty, kept, monkeypatch, tmp_path):
    _, file, _ = kept
    seen = []

    def full(session):
        seen.extend(path.name for path in (tmp_path / "instance").glob("releases*/*"))
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(service, "drill", full)
    with pytest.raises(OSError, match="space"):
        service.restore(file)
    assert seen == ["7.zip"]
    assert not list((tmp_path / "instance").glob("releases*"))
