"""A leaf is written with what it records, or apart from it; none is lost, none leaves a hole, none says what it may not."""

import threading
from datetime import UTC, datetime

import pytest
from sqlalchemy import select, text

from declare.audit import (
    ACTS,
    Act,
    AuditLeaf,
    append,
    append_apart,
    append_placed,
    reason_of,
    request_id,
    settle,
    verify,
)
from declare.extensions import db, vault
from declare.vault import Reader, Refused
from tests.audit.conftest import write

ADMIN = Reader(9, "audit_admin", "review")
PLAIN = {"actor": 1, "role": "declarant", "object": "declaration/1"}


def stored():
    settle()
    return db.session.scalars(select(AuditLeaf).order_by(AuditLeaf.seq)).all()


def test_a_leaf_says_who_what_when_on_which_ground_and_in_which_request(floor):
    noon = datetime(2026, 11, 23, 4, 0, 0, 123456, tzinfo=UTC)
    floor.extensions["clock"] = lambda: noon
    token = request_id.set("req-1")
    made = append_placed(db.session, **PLAIN, action=Act.DECLARATION_SUBMIT, row="declarant own draft")
    request_id.reset(token)
    db.session.commit()
    [leaf] = stored()
    assert (leaf.seq, leaf.at, leaf.actor, leaf.role, leaf.action) == (1, noon, 1, "declarant", "declaration.submit")
    assert (leaf.object, leaf.row, leaf.request_id) == ("declaration/1", "declarant own draft", "req-1")
    assert (leaf.reason_hash, leaf.reason_sealed) == (b"", None)
    assert (made.seq, made.hash, made.mac) == (1, leaf.hash, leaf.mac)


def test_an_action_the_vocabulary_does_not_know_is_refused(floor):
    for write_one in (append, append_apart):
        with pytest.raises(ValueError, match=r"declaration\.eat"):
            write_one(db.session, **PLAIN, action="declaration.eat")
    assert stored() == []


def test_the_vocabulary_is_complete_in_both_languages():
    assert len(ACTS) == len(Act)
    for name, act in ACTS.items():
        assert act.value == name
        assert act.label.zh
        assert act.label.en
        assert name.count(".") == 1


def test_numbers_are_contiguous_from_one(leaves):
    assert [leaf.seq for leaf in leaves] == list(range(1, 24))
    assert [leaf.seq for leaf in stored()] == list(range(1, 24))


def test_a_rollback_leaves_no_hole(leaves):
    append(db.session, **PLAIN, action="declaration.save")
    append(db.session, **PLAIN, action="declaration.save")
    db.session.rollback()
    write(2)
    assert [leaf.seq for leaf in stored()] == list(range(1, 26))
    assert verify(db.session).fits


def test_a_savepoint_that_is_rolled_back_takes_its_leaf_with_it(leaves):
    append(db.session, **PLAIN, action="declaration.save")
    with db.session.begin_nested() as inner:
        append(db.session, **PLAIN, action="declaration.submit")
        inner.rollback()
    append(db.session, **PLAIN, action="declaration.save")
    db.session.commit()
    assert [leaf.action for leaf in stored()][-2:] == ["declaration.save"] * 2
    assert verify(db.session).size == 25


# In a transaction of its own


@pytest.mark.parametrize("end", ["commit", "rollback", "close"])
def test_what_was_refused_is_written_however_the_transaction_ends(leaves, end):
    append(db.session, **PLAIN, action="declaration.save")
    append_apart(db.session, **PLAIN, action="access.refused", row="")
    getattr(db.session, end)()
    actions = [leaf.action for leaf in stored()]
    assert actions[-1] == "access.refused"
    assert len(actions) == (25 if end == "commit" else 24)
    assert verify(db.session).fits


def test_outside_a_transaction_it_is_written_at_once(leaves):
    append_apart(db.session, **PLAIN, action="access.refused")
    assert not db.session.in_transaction()
    assert stored()[-1].action == "access.refused"


def test_it_waits_for_the_outermost_transaction(leaves):
    with db.session.begin_nested():
        append_apart(db.session, **PLAIN, action="access.refused")
    append(db.session, **PLAIN, action="declaration.save")
    db.session.rollback()
    assert [leaf.action for leaf in stored()][23:] == ["access.refused"]


def test_it_is_written_once_and_keeps_its_time_and_request(floor):
    append(db.session, **PLAIN, action="declaration.save")
    floor.extensions["clock"] = lambda: datetime(2026, 1, 1, tzinfo=UTC)
    token = request_id.set("req-7")
    append_apart(db.session, **PLAIN, action="access.refused")
    request_id.reset(token)
    floor.extensions["clock"] = lambda: datetime(2027, 1, 1, tzinfo=UTC)
    db.session.rollback()
    db.session.rollback()
    write(1)
    refused = next(leaf for leaf in stored() if leaf.action == "access.refused")
    assert len(stored()) == 2
    assert (refused.request_id, refused.at) == ("req-7", datetime(2026, 1, 1, tzinfo=UTC))


# Reasons


def test_a_reason_is_sealed_and_opened_for_a_reader_only(floor):
    leaf = append_placed(db.session, **PLAIN, action="finding.decide", reason="梅花山庄")
    db.session.commit()
    assert "梅花山庄".encode() not in leaf.reason_sealed
    assert len(leaf.reason_hash) == 32
    assert reason_of(db.session, leaf, ADMIN) == "梅花山庄"
    db.session.commit()
    last = stored()[-1]
    assert (last.action, last.object, last.actor) == ("content.open", "reason/1 audit", 9)


def test_equal_reasons_have_different_hashes(floor):
    hashes = {append_placed(db.session, **PLAIN, action="finding.decide", reason="same").reason_hash for _ in range(4)}
    assert len(hashes) == 4


def test_no_reason_is_nothing_to_read(leaves):
    assert reason_of(db.session, leaves[0], ADMIN) == ""
    assert len(stored()) == 23


def test_a_reason_moved_from_another_leaf_is_refused(floor):
    one = append_placed(db.session, **PLAIN, action="finding.decide", reason="one")
    other = append_placed(db.session, **PLAIN, action="finding.decide", reason="other")
    one.reason_sealed, one.reason_hash = other.reason_sealed, other.reason_hash
    with pytest.raises(Refused):
        reason_of(db.session, one, ADMIN)


def test_a_reason_other_than_the_one_hashed_is_refused(floor):
    leaf = append_placed(db.session, **PLAIN, action="finding.decide", reason="one")
    leaf.reason_sealed = vault.standing("audit").seal("reason/1", 0, bytes(16) + b"forged")
    with pytest.raises(Refused):
        reason_of(db.session, leaf, ADMIN)


# Many at once


def test_writers_at_once_get_contiguous_numbers_and_one_tree(floor):
    def work(at):
        with floor.app_context():
            for number in range(6):
                write(1, session=db.session, start=at * 10 + number)
                if number == 3:
                    append(db.session, **PLAIN, action="declaration.save")
                    db.session.rollback()

    threads = [threading.Thread(target=work, args=(at,)) for at in range(6)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert [leaf.seq for leaf in stored()] == list(range(1, 37))
    assert verify(db.session).fits


# The vault's witness


def test_a_reading_is_a_leaf_before_it_is_a_reading(floor):
    for number in (1, 2, 3):
        vault.create(db.session, f"person/{number}")
    vault.opening(db.session, "person/2", Reader(4, "reviewer", "case/7"))
    vault.openings(db.session, ["person/1", "person/2", "person/3"], Reader(4, "personnel", "list"), what="roster JD")
    db.session.commit()
    one, many = stored()
    assert (one.action, one.object, one.actor, one.role, one.row) == (
        "content.open",
        "person/2",
        4,
        "reviewer",
        "case/7",
    )
    assert (many.action, many.object) == ("content.open", "roster JD person/1-3")


def test_what_does_not_open_is_written_down_even_when_all_else_is_rolled_back(floor):
    vault.create(db.session, "person/1")
    db.session.commit()
    opener = vault.opening(db.session, "person/1", Reader(4, "reviewer", "case/7"))
    with pytest.raises(Refused):
        opener.open("card", 0, b"\x01" * 300)
    db.session.rollback()
    [leaf] = stored()
    assert (leaf.action, leaf.object, leaf.actor, leaf.row) == ("content.refused", "person/1 card", 4, "case/7")


def test_the_next_place_is_found_without_reading_the_rest(leaves):
    plan = "EXPLAIN SELECT seq, hash FROM audit_leaf ORDER BY seq DESC LIMIT 1"
    if db.engine.dialect.name == "sqlite":
        shown = str(db.session.execute(text(plan.replace("EXPLAIN", "EXPLAIN QUERY PLAN"))).all())
        assert "TEMP B-TREE" not in shown
