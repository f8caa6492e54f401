"""A witness with a key and a database of its own: it keeps what only grew, and refuses what was rewritten, cut or signed by another."""

import json
import stat

import pytest
from sqlalchemy import delete, select

from declare.audit import AuditCheckpoint, AuditLeaf, AuditNode, append_placed, checkpoint
from declare.audit.book import Book
from declare.config import Stop
from declare.evidence.witness import look, newest
from declare.extensions import db, vault
from tests.prove.rewriting import rebuild

SAVE = {"role": "declarant", "action": "declaration.save", "object": "declaration/1"}


def more(count, *, signed=True):
    for number in range(count):
        append_placed(db.session, actor=number, **SAVE)
    if signed:
        checkpoint(db.session)
    db.session.commit()


@pytest.fixture
def book(session, tmp_path):
    more(5)
    return Book(tmp_path / "witness")


def run(app, *words):
    return app.test_cli_runner().invoke(args=list(map(str, words)))


def test_it_keeps_every_head_once_and_signs_it_itself(app, book):
    assert look(book).kind == "kept"
    assert look(book).kind == "nothing"
    more(7)
    assert look(book) == ("kept", 12)
    assert [size for size, _ in book.heads()] == [5, 12]
    assert book.public != vault.public_key("tree")


def test_only_its_owner_reads_its_key(book, tmp_path):
    key = tmp_path / "witness/witness.key"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    key.chmod(0o644)
    with pytest.raises(Stop):
        Book(tmp_path / "witness")


def test_a_log_rewritten_with_every_key_of_the_system_is_refused_and_the_log_says_so(book):
    look(book)
    more(3)
    rebuild(db.session, lambda leaf: setattr(leaf, "actor", 77) if leaf.seq == 2 else None)
    answer = look(book)
    assert (answer.kind, answer.refused) == ("rewritten", True)
    assert "改写" in answer.says.zh
    assert [kind for _, _, kind in book.alarms()] == ["rewritten"]
    assert [size for size, _ in book.heads()] == [5]
    last = db.session.scalars(select(AuditLeaf).order_by(AuditLeaf.seq.desc()).limit(1)).one()
    assert (last.action, last.role) == ("audit.witness_refused", "witness")


def test_a_log_that_was_cut_is_refused(book):
    more(3)
    look(book)
    for table, place in (
        (AuditLeaf, AuditLeaf.seq),
        (AuditNode, AuditNode.done),
        (AuditCheckpoint, AuditCheckpoint.size),
    ):
        db.session.execute(delete(table).where(place > 5))
    db.session.commit()
    assert look(book).kind == "shorter"
    db.session.execute(delete(AuditCheckpoint))
    db.session.execute(delete(AuditLeaf))
    db.session.commit()
    assert look(book).kind == "shorter"


def test_a_head_of_another_system_or_without_a_signature_is_refused(book, tmp_path):
    look(book)
    more(2)
    proof = newest(since=5)
    for change in ({"signature": "A" * 86 + "=="}, {"key": "A" * 43 + "="}, {"size": 8}, {"root": "00" * 32}):
        assert book.show({**proof, "head": {**proof["head"], **change}}, seen=proof_time(proof)).kind == "unsigned"
    assert book.show({**proof, "path": []}, seen=proof_time(proof)).kind == "rewritten"
    assert book.show(proof, seen=proof_time(proof)).kind == "kept"


def proof_time(proof):
    from datetime import datetime

    return datetime.fromisoformat(proof["head"]["at"])


def test_the_commands_witness_and_compare(app, book, tmp_path):
    folder = tmp_path / "other"
    first = run(app, "witness", "once", "--folder", folder)
    assert (first.exit_code, first.output) == (0, "已见证5条时的检查点。\n")
    more(4)
    (tmp_path / "head.json").write_text(run(app, "audit", "head", "--since", 5).output, encoding="utf-8")
    assert run(app, "witness", "keep", "--folder", folder, tmp_path / "head.json").exit_code == 0
    assert run(app, "audit", "verify", "--witness", folder).exit_code == 0
    shown = json.loads(run(app, "witness", "show", "--folder", folder).output)
    assert ([size for size, _ in shown["heads"]], shown["alarms"]) == ([5, 9], [])
    rebuild(db.session, lambda leaf: setattr(leaf, "object", "declaration/2") if leaf.seq == 7 else None)
    assert run(app, "audit", "verify").exit_code == 0
    compared = run(app, "audit", "verify", "--witness", folder)
    assert (compared.exit_code, compared.output) == (1, "自第6条起，与此前见证的9条时的记录不符。\n")
    more(2)
    alarm = run(app, "witness", "once", "--folder", folder)
    assert (alarm.exit_code, "改写" in alarm.output) == (2, True)


def test_what_somebody_else_wrote_into_the_book_counts_for_nothing(book, tmp_path):
    import sqlite3

    look(book)
    with sqlite3.connect(tmp_path / "witness/witness.db") as raw:
        raw.execute("UPDATE head SET root = zeroblob(32)")
    assert book.heads() == []


def test_a_log_written_anew_word_by_word_is_the_same_log(book):
    look(book)
    rebuild(db.session, lambda leaf: None)
    assert look(book).kind == "nothing"
