"""The vault as the features use it: nothing opens unwitnessed, nothing opens elsewhere, nothing readable is stored."""

import pytest
from sqlalchemy import delete, event, select, update
from sqlalchemy.exc import IntegrityError

from declare.vault import DataKey, KeyRing, Reader, Refused, Vault
from declare.vault.vault import signed
from tests.vault.conftest import OWNER

WORD = "梅花山庄七号PLANTED"


def test_what_a_record_is_given_its_reader_gets(vault, rows, seen):
    sealed = vault.create(rows, "declaration/1").seal("marriage", 0, WORD.encode())
    assert vault.opening(rows, "declaration/1", OWNER).open("marriage", 0, sealed).decode() == WORD
    assert seen.opened == [(OWNER, "declaration/1", "")]
    assert seen.refused == []


def test_a_record_is_written_again_without_being_read(vault, rows, seen):
    vault.create(rows, "declaration/1")
    sealed = vault.sealer(rows, "declaration/1").seal("marriage", 1, b"x")
    assert seen.opened == []
    assert vault.opening(rows, "declaration/1", OWNER).open("marriage", 1, sealed) == b"x"


def test_who_reads_can_write_with_the_same_key(vault, rows):
    vault.create(rows, "declaration/1")
    opener = vault.opening(rows, "declaration/1", OWNER)
    assert opener.open("marriage", 2, opener.seal("marriage", 2, b"x")) == b"x"


def test_nothing_opens_without_a_witness(ring, rows):
    vault = Vault(ring)
    vault.create(rows, "declaration/1")
    with pytest.raises(Refused):
        vault.opening(rows, "declaration/1", OWNER)
    with pytest.raises(Refused):
        vault.openings(rows, ["declaration/1"], OWNER, what="list")
    with pytest.raises(Refused):
        vault.standing_opening(rows, "audit", OWNER, what="reason/1")


def test_nothing_opens_when_the_witness_cannot_write(ring, rows):
    def mute(*_):
        raise RuntimeError("the audit cannot be written")

    vault = Vault(ring, witness=mute)
    vault.create(rows, "declaration/1")
    with pytest.raises(RuntimeError):
        vault.opening(rows, "declaration/1", OWNER)


def test_the_witness_is_heard_before_a_key_is_loaded(ring, rows):
    order = []
    vault = Vault(ring, witness=lambda *_: order.append("witness"))
    vault.create(rows, "declaration/1")
    event.listen(rows.get_bind(), "before_cursor_execute", lambda *_: order.append("query"))
    vault.opening(rows, "declaration/1", OWNER)
    assert order == ["witness", "query"]


def test_a_list_costs_one_query_and_one_leaf(vault, rows, seen):
    sealed = {f"person/{n}": vault.create(rows, f"person/{n}").seal("card", 0, str(n).encode()) for n in range(1, 41)}
    queries = []
    event.listen(rows.get_bind(), "before_cursor_execute", lambda *args: queries.append(args[2]))
    openers = vault.openings(rows, list(sealed), OWNER, what="roster")
    assert [openers[f"person/{n}"].open("card", 0, sealed[f"person/{n}"]) for n in (1, 40)] == [b"1", b"40"]
    assert len(queries) == 1
    assert seen.opened == [(OWNER, "person/1-40", "roster")]


def test_an_empty_list_is_no_reading(vault, rows, seen):
    assert vault.openings(rows, [], OWNER, what="roster") == {}
    assert seen.opened == []


def test_more_records_than_a_statement_takes_are_still_one_reading(vault, rows, seen, monkeypatch):
    monkeypatch.setattr("declare.vault.store.AT_ONCE", 3)
    for number in range(1, 9):
        vault.create(rows, f"person/{number}")
    assert len(vault.openings(rows, [f"person/{n}" for n in range(1, 9)], OWNER, what="roster")) == 8
    assert len(seen.opened) == 1


def test_a_record_without_a_key_is_refused_and_noted(vault, rows, seen):
    vault.create(rows, "person/1")
    with pytest.raises(Refused):
        vault.openings(rows, ["person/1", "person/2"], OWNER, what="roster")
    with pytest.raises(Refused):
        vault.sealer(rows, "person/2")
    assert seen.refused == [(OWNER, "person/1-2", "key")]


def test_a_value_that_does_not_open_is_noted_with_reader_record_and_part(vault, rows, seen):
    vault.create(rows, "person/1")
    other = vault.create(rows, "person/2").seal("card", 0, b"x")
    with pytest.raises(Refused):
        vault.opening(rows, "person/1", OWNER).open("card", 0, other)
    assert seen.refused == [(OWNER, "person/1", "card")]


def test_a_refusal_without_an_alarm_is_still_a_refusal(ring, rows, seen):
    vault = Vault(ring, witness=seen.witness)
    vault.create(rows, "person/1")
    with pytest.raises(Refused):
        vault.opening(rows, "person/1", OWNER).open("card", 0, b"")


COLUMNS = ("key_id", "suite", "kek_version", "wrapped", "commitment")


@pytest.mark.parametrize(
    "columns", [(name,) for name in COLUMNS] + [("wrapped", "commitment"), (*COLUMNS[3:], "key_id")]
)
def test_no_column_of_a_key_can_come_from_another_record(vault, rows, columns):
    vault.create(rows, "person/1")
    vault.ring.add("kek")
    vault.create(rows, "person/2")
    other = rows.execute(select(DataKey.__table__).where(DataKey.record == "person/2")).mappings().one()
    moved = {name: other[name] for name in columns} | ({"suite": 2} if columns == ("suite",) else {})
    rows.execute(delete(DataKey).where(DataKey.record == "person/2"))
    rows.execute(update(DataKey).where(DataKey.record == "person/1").values(**moved))
    with pytest.raises(Refused):
        vault.opening(rows, "person/1", OWNER)


def test_a_key_row_renamed_to_another_record_is_refused(vault, rows):
    vault.create(rows, "person/1")
    rows.execute(update(DataKey).values(record="person/2"))
    with pytest.raises(Refused):
        vault.opening(rows, "person/2", OWNER)


def test_a_record_has_one_key(vault, rows):
    vault.create(rows, "person/1")
    with pytest.raises(IntegrityError):
        vault.create(rows, "person/1")


def test_a_destroyed_key_leaves_nothing_to_read(vault, rows):
    sealed = vault.create(rows, "person/1").seal("card", 0, b"x")
    rows.execute(delete(DataKey).where(DataKey.record == "person/1"))
    vault.create(rows, "person/1")
    with pytest.raises(Refused):
        vault.opening(rows, "person/1", OWNER).open("card", 0, sealed)


def test_a_planted_word_is_in_no_stored_byte(vault, rows, tmp_path):
    """The database, its log and the keys are searched; the name of the record is the control that is found."""
    rows.connection().exec_driver_sql("CREATE TABLE held (sealed BLOB)")
    sealed = vault.create(rows, "person/424242").seal("card", 0, WORD.encode() * 9)
    rows.connection().exec_driver_sql("INSERT INTO held VALUES (?)", (sealed,))
    rows.commit()
    stored = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"person/424242" in stored
    assert sealed[:60] in stored
    for encoding in ("utf-8", "utf-16-le", "gb18030"):
        assert WORD.encode(encoding) not in stored
    assert vault.ring.secret("kek") not in stored


# Identifiers and signatures


def test_a_digest_depends_on_the_index_and_on_the_installation(vault, tmp_path):
    other = Vault(KeyRing(tmp_path / "other"))
    one = vault.digest("id_number", "11010519491231002X")
    assert one == vault.digest("id_number", " 11010519491231002x")
    assert (
        len({one, vault.digest("document", "11010519491231002X"), other.digest("id_number", "11010519491231002X")}) == 3
    )


def test_a_signature_is_checked_with_the_public_key_alone(vault):
    signature = vault.sign("receipt", b"message")
    public = vault.public_key("receipt")
    assert signed(public, b"message", signature)
    assert not signed(public, b"messagf", signature)
    assert not signed(public, b"message", bytes(64))
    assert not signed(b"short", b"message", signature)
    assert not signed(vault.public_key("tree"), b"message", signature)


def test_signatures_of_older_key_versions_stay_good(vault):
    old = vault.sign("tree", b"head")
    vault.ring.add("tree")
    assert vault.verify("tree", b"head", old)
    assert vault.verify("tree", b"head", vault.sign("tree", b"head"))
    assert not vault.verify("tree", b"other", old)
    assert not vault.verify("receipt", b"head", old)


@pytest.mark.parametrize("purpose", ["kek", "pepper", "", "Receipt"])
def test_only_signing_keys_sign(vault, purpose):
    for ask in (
        lambda: vault.sign(purpose, b"m"),
        lambda: vault.verify(purpose, b"m", b""),
        lambda: vault.public_key(purpose),
    ):
        with pytest.raises(ValueError, match="no such signing key"):
            ask()


def test_macs_differ_by_purpose_and_stay_the_same(vault):
    assert vault.mac("audit")(b"m") == vault.mac("audit")(b"m")
    assert len({vault.mac("audit")(b"m"), vault.mac("export")(b"m"), vault.mac("audit")(b"n")}) == 3


def test_what_belongs_to_no_record_is_sealed_under_a_master_key(vault, rows, seen):
    sealed = vault.standing("audit").seal("reason/1", 0, b"why")
    assert vault.standing_opening(rows, "audit", OWNER, what="reason/1").open("reason/1", 0, sealed) == b"why"
    assert seen.opened == [(OWNER, "audit", "reason/1")]
    with pytest.raises(Refused):
        vault.standing_opening(rows, "export", OWNER, what="reason/1").open("reason/1", 0, sealed)
    assert seen.refused == [(OWNER, "export", "reason/1")]


def test_a_reader_says_who_in_which_role_and_what_for():
    assert Reader(None, "system", "check") == Reader(None, "system", "check")
    assert Reader(1, "reviewer", "case/4") != Reader(2, "reviewer", "case/4")
