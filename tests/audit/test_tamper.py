"""Whoever changes the audit in the database is found out, and the first leaf that does not fit is named."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import delete, insert, select, update

from declare.audit import AuditCheckpoint, AuditLeaf, AuditNode, append_placed, checkpoint, root, verify
from declare.audit.heads import latest
from declare.audit.leaf import SAID, hashed
from declare.audit.tree import grow
from declare.extensions import db, vault
from declare.law import Text
from tests.audit.conftest import change, write

CHANGES = {
    "at": datetime(2020, 1, 1, tzinfo=UTC),
    "actor": 99,
    "role": "auditor",
    "action": "declaration.submit",
    "object": "declaration/2",
    "row": "other",
    "request_id": "x",
    "reason_hash": bytes(32),
    "hash": bytes(32),
    "mac": bytes(32),
}


def said(leaf):
    return hashed(*(getattr(leaf, name) for name in SAID))


def found(**options):
    verdict = verify(db.session, **options)
    db.session.rollback()
    return verdict


def test_an_untouched_audit_verifies_and_says_its_size(small):
    verdict = found()
    assert (verdict.fits, verdict.size, verdict.first) == (True, 12, None)
    assert verdict.root == root(db.session)[1]
    assert verdict.says == Text("审计记录共12条，校验通过。", "The audit holds 12 leaves and verifies.")


def test_an_empty_audit_verifies(floor):
    assert (found().fits, found().size) == (True, 0)


@pytest.mark.parametrize("column", CHANGES)
def test_every_column_of_every_leaf_is_guarded(small, column):
    for seq in range(1, 13):
        kept = db.session.scalar(select(getattr(AuditLeaf, column)).where(AuditLeaf.seq == seq))
        change(update(AuditLeaf).where(AuditLeaf.seq == seq).values(**{column: CHANGES[column]}))
        verdict = found()
        assert (verdict.fits, verdict.first) == (False, seq)
        change(update(AuditLeaf).where(AuditLeaf.seq == seq).values(**{column: kept}))
    assert found().fits


def test_a_change_of_a_microsecond_is_noticed(small):
    at = db.session.scalar(select(AuditLeaf.at).where(AuditLeaf.seq == 5))
    change(update(AuditLeaf).where(AuditLeaf.seq == 5).values(at=at + timedelta(microseconds=1)))
    assert found().first == 5


@pytest.mark.parametrize("seq", [1, 2, 8, 9, 12])
def test_every_missing_leaf_is_named(small, seq):
    change(delete(AuditLeaf).where(AuditLeaf.seq == seq))
    verdict = found()
    assert (verdict.fits, verdict.first, verdict.says.zh) == (False, seq, f"第{seq}条缺失。")


@pytest.mark.parametrize("seq", [1, 4, 8, 11])
def test_two_leaves_that_change_places_are_noticed(small, seq):
    change(update(AuditLeaf).where(AuditLeaf.seq == seq).values(seq=1000))
    change(update(AuditLeaf).where(AuditLeaf.seq == seq + 1).values(seq=seq))
    change(update(AuditLeaf).where(AuditLeaf.seq == 1000).values(seq=seq + 1))
    assert found().first == seq


@pytest.mark.parametrize("kept", [0, 1, 6, 8, 11])
def test_leaves_cut_off_the_end_are_noticed_by_the_tree_that_is_left(small, kept):
    change(delete(AuditLeaf).where(AuditLeaf.seq > kept))
    assert (found().fits, found().first) == (False, kept + 1)


@pytest.mark.parametrize("kept", [0, 1, 4, 7])
def test_leaves_cut_off_below_a_signed_head_are_noticed_even_with_their_tree(small, kept):
    change(delete(AuditLeaf).where(AuditLeaf.seq > kept))
    change(delete(AuditNode).where(AuditNode.done > kept))
    assert (found().fits, found().first) == (False, kept + 1)


def test_leaves_cut_off_after_the_last_signed_head_are_noticed_by_a_receipt(small):
    witness = root(db.session)
    change(delete(AuditLeaf).where(AuditLeaf.seq > 9))
    change(delete(AuditNode).where(AuditNode.done > 9))
    verdict = found(witnesses=[witness])
    assert (verdict.fits, verdict.first) == (False, 10)


def test_every_stored_subtree_is_guarded(small):
    columns = AuditNode.__table__.c
    for node in db.session.execute(select(*columns).order_by(columns.done, columns.level)).all():
        place = (AuditNode.done == node.done) & (AuditNode.level == node.level)
        change(update(AuditNode).where(place).values(hash=bytes(32)))
        assert found().first == node.done
        change(delete(AuditNode).where(place))
        assert found().first == node.done
        change(insert(AuditNode).values(done=node.done, level=node.level, hash=node.hash))
    assert found().fits


@pytest.mark.parametrize("seq", [1, 2, 8, 9, 12])
def test_a_leaf_rewritten_with_its_hash_was_not_written_by_the_system(small, seq):
    leaf = db.session.get_one(AuditLeaf, seq)
    leaf.object = "declaration/2"
    leaf.hash = said(leaf)
    db.session.commit()
    assert (found().first, found().says.zh) == (seq, f"第{seq}条不是本系统写入的。")


def rebuild(*, forge):
    """Writes the whole audit anew with one leaf changed, tree and all; `forge` gives the MAC of each leaf."""
    leaves = db.session.scalars(select(AuditLeaf).order_by(AuditLeaf.seq)).all()
    db.session.execute(delete(AuditNode))
    before = b""
    for leaf in leaves:
        if leaf.seq == 3:
            leaf.actor = 77
        leaf.hash = said(leaf)
        leaf.mac = forge(leaf)
        db.session.flush()
        grow(db.session.connection(), leaf.seq, leaf.hash, before)
        before = leaf.hash
    db.session.commit()


def test_an_audit_rebuilt_without_the_key_fails_at_the_changed_leaf(small):
    change(delete(AuditCheckpoint))
    rebuild(forge=lambda leaf: leaf.mac)
    assert found().first == 3


def test_an_audit_rebuilt_even_with_the_key_fails_against_a_signed_head(small):
    rebuild(forge=lambda leaf: vault.mac("audit")(leaf.hash))
    verdict = found()
    assert (verdict.fits, verdict.first) == (False, 1)
    assert "8条" in verdict.says.zh


def test_an_audit_rebuilt_even_with_the_key_and_without_heads_fails_against_a_receipt(small):
    witness = root(db.session)
    change(delete(AuditCheckpoint))
    rebuild(forge=lambda leaf: vault.mac("audit")(leaf.hash))
    assert found().fits
    assert not found(witnesses=[witness]).fits


@pytest.mark.parametrize("values", [{"root": bytes(32)}, {"signature": bytes(64)}, {"size": 7}, {"at": CHANGES["at"]}])
def test_a_signed_head_cannot_be_changed(small, values):
    change(update(AuditCheckpoint).values(**values))
    verdict = found()
    assert not verdict.fits
    assert "签名" in verdict.says.zh
    head = latest(db.session)
    assert not found(since=head).fits


# Heads and what came after them


def test_a_head_is_signed_once_a_size(small):
    assert checkpoint(db.session).size == 12
    assert checkpoint(db.session) is None
    assert latest(db.session).size == 12


def test_nothing_is_signed_where_nothing_happened(floor):
    assert checkpoint(db.session) is None


def test_what_came_after_a_head_is_verified_alone(small):
    head = latest(db.session)
    assert (found(since=head).fits, found(since=head).size) == (True, 12)
    assert found(since=head).root == root(db.session)[1]
    change(update(AuditLeaf).where(AuditLeaf.seq == 2).values(actor=99))
    assert found(since=head).fits
    change(update(AuditLeaf).where(AuditLeaf.seq == 10).values(actor=99))
    assert found(since=head).first == 10


def test_a_tree_changed_below_the_head_does_not_give_its_root(small):
    change(update(AuditNode).where(AuditNode.done == 8, AuditNode.level == 3).values(hash=bytes(32)))
    assert not found(since=latest(db.session)).fits


def test_a_false_witness_is_named(small):
    verdict = found(witnesses=[(10, bytes(32)), root(db.session, 9)])
    assert (verdict.fits, verdict.first) == (False, 10)


def test_more_leaves_than_are_held_at_once_verify(floor, monkeypatch):
    monkeypatch.setattr("declare.audit.verdict.AT_ONCE", 7)
    write(40)
    assert found().size == 40
    append_placed(db.session, actor=1, role="declarant", action="declaration.save", object="declaration/1")
    assert verify(db.session).size == 41
