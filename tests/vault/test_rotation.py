"""A new master key: every data key is wrapped anew, nothing sealed is touched, and an interruption costs nothing."""

import pytest
from sqlalchemy import select, update

from declare.audit import AuditLeaf, settle, verify
from declare.extensions import db, vault
from declare.vault import DataKey, KeyRing, Reader, Refused, store
from declare.vault.rotation import counts, retire, rewrap

OWNER = Reader(7, "declarant", "own")


@pytest.fixture
def sealed(floor):
    """Seven records under the first key; a rotation works on them on both kinds of database."""
    made = {
        f"person/{n}": vault.create(db.session, f"person/{n}").seal("card", 0, str(n).encode()) for n in range(1, 8)
    }
    db.session.commit()
    return made


@pytest.fixture
def ring_of(floor):
    """The same ring as another process has it open."""
    return lambda: KeyRing(vault.ring.folder)


def opened(sealed):
    openers = vault.openings(db.session, list(sealed), OWNER, what="roster")
    return [openers[record].open("card", 0, value).decode() for record, value in sealed.items()]


def test_everything_opens_before_during_and_after(sealed):
    vault.ring.add("kek")
    batches = rewrap(db.session, vault.ring, batch=3)
    seen = [opened(sealed)]
    for size in batches:
        seen.append(opened(sealed))
        db.session.commit()
        assert size in {3, 1}
    assert seen == [list("1234567")] * 4
    assert counts(db.session) == {2: 7}


def test_an_interrupted_rotation_goes_on_where_it_stopped(sealed):
    version = vault.ring.add("kek")
    assert next(rewrap(db.session, vault.ring, batch=2)) == 2
    assert counts(db.session) == {1: 5, version: 2}
    db.session.rollback()
    assert list(rewrap(db.session, vault.ring, batch=4)) == [4, 1]
    assert counts(db.session) == {version: 7}


def test_a_rotation_over_several_versions_leaves_only_the_latest(sealed):
    vault.ring.add("kek")
    next(rewrap(db.session, vault.ring, batch=2))
    vault.ring.add("kek")
    assert sum(rewrap(db.session, vault.ring, batch=2)) == 7
    assert counts(db.session) == {3: 7}
    assert opened(sealed) == list("1234567")


def test_a_rewrapped_key_is_the_same_key_wrapped_differently(sealed):
    chosen = select(DataKey.record, DataKey.key_id, DataKey.commitment).order_by(DataKey.record)
    before = db.session.execute(chosen).all()
    wrapped = set(db.session.scalars(select(DataKey.wrapped)))
    vault.ring.add("kek")
    assert sum(rewrap(db.session, vault.ring)) == 7
    assert db.session.execute(chosen).all() == before
    assert not wrapped & set(db.session.scalars(select(DataKey.wrapped)))


def test_a_damaged_key_stops_the_rotation_and_nothing_of_its_batch_is_kept(sealed):
    db.session.execute(update(DataKey).where(DataKey.record == "person/5").values(wrapped=b"x" * 60))
    db.session.commit()
    vault.ring.add("kek")
    with pytest.raises(Refused):
        sum(rewrap(db.session, vault.ring, batch=7))
    db.session.rollback()
    assert counts(db.session) == {1: 7}


def test_the_command_rotates_writes_it_down_and_shows_no_key(floor, sealed):
    run = floor.test_cli_runner().invoke
    before = run(args=["keys", "list"]).output
    assert "kek\t1\t" in before
    assert before.splitlines()[0].startswith("用途")
    assert next(line for line in before.splitlines() if line.startswith("kek")).endswith("\t7")
    assert "7个" in run(args=["keys", "rotate"]).output
    assert [line.split("\t")[3] for line in run(args=["keys", "list"]).output.splitlines() if line[:3] == "kek"] == [
        "0",
        "7",
    ]
    assert "0个" in run(args=["keys", "rewrap"]).output
    assert vault.ring.latest("kek") == 2
    db.session.rollback()
    settle()
    leaves = db.session.scalars(select(AuditLeaf).where(AuditLeaf.action.like("key.%")).order_by(AuditLeaf.seq)).all()
    done = [(leaf.action, leaf.object, leaf.actor, leaf.role) for leaf in leaves]
    assert done == [(f"key.{act}", "kek/2", None, "system") for act in ("rotate", "rewrap")]
    assert verify(db.session).fits
    for key in vault.ring.entries():
        secret = vault.ring.secret(key.purpose, key.version)
        assert secret.hex() not in before


def test_a_retired_key_opens_nothing_not_even_a_row_that_was_put_back(floor, sealed):
    stolen = db.session.execute(select(DataKey.wrapped).where(DataKey.record == "person/1")).scalar_one()
    vault.opening(db.session, "person/1", OWNER)  # the old key is in memory now
    db.session.commit()
    run = floor.test_cli_runner().invoke
    vault.ring.add("kek")
    refused = run(args=["keys", "retire", "1"])
    assert refused.exit_code == 1
    assert "7个" in refused.output
    assert run(args=["keys", "rewrap"]).exit_code == 0
    assert run(args=["keys", "retire", "1"]).exit_code == 0
    assert vault.ring.versions("kek") == (2,)
    settle()
    said = select(AuditLeaf.object).where(AuditLeaf.action == "key.retire")
    assert db.session.scalars(said).all() == ["kek/1"]
    assert opened(sealed) == list("1234567")
    db.session.execute(update(DataKey).where(DataKey.record == "person/1").values(wrapped=stolen, kek_version=1))
    with pytest.raises(Refused):
        vault.opening(db.session, "person/1", OWNER)
    db.session.rollback()


@pytest.mark.parametrize("version", ["1", "9", "0"])
def test_the_only_key_and_one_that_is_not_there_are_not_retired(floor, sealed, version):
    refused = floor.test_cli_runner().invoke(args=["keys", "retire", version])
    assert refused.exit_code == 1
    assert f"第{version}版" in refused.output
    assert opened(sealed) == list("1234567")


def test_a_signing_key_has_a_next_version_and_old_signatures_still_verify(floor):
    signature = vault.sign("receipt", b"before")
    assert "receipt" in floor.test_cli_runner().invoke(args=["keys", "rotate", "--purpose", "receipt"]).output
    assert vault.verify("receipt", b"before", signature)
    assert vault.sign("receipt", b"before") != signature


def test_another_process_forgets_a_retired_key(floor, sealed, ring_of):
    other = ring_of()
    held = other.secret("kek", 1)
    vault.ring.add("kek")
    sum(rewrap(db.session, vault.ring))
    vault.ring.retire("kek", 1)
    other.refresh()
    with pytest.raises(Refused):
        other.secret("kek", 1)
    assert held != other.secret("kek")


def test_a_record_made_while_the_key_is_rotated_is_under_the_new_one(sealed, monkeypatch):
    """The version was chosen, then another process made the next one and took this one away before the row was there."""

    def overtaken(session, key, created, add=store.add):
        monkeypatch.setattr(store, "add", add)
        vault.ring.add("kek")
        assert sum(rewrap(db.session, vault.ring)) == 7
        assert retire(db.session, vault.ring, key.kek_version) == 0
        add(session, key, created)

    monkeypatch.setattr(store, "add", overtaken)
    made = vault.create(db.session, "person/99").seal("card", 0, b"99")
    db.session.commit()
    assert counts(db.session) == {2: 8}
    assert vault.opening(db.session, "person/99", OWNER).open("card", 0, made) == b"99"
