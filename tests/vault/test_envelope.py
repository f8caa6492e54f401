"""What is sealed opens in its place only, unchanged only, and is found nowhere in what is stored."""

import json
import os
from itertools import permutations
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given
from hypothesis import strategies as st

from declare.vault import Refused
from declare.vault.envelope import Opener, Sealer, WrappedKey, commitment, make_key, unwrap_key, wrap_key
from declare.vault.padding import bucket

KNOWN = json.loads((Path(__file__).parent / "known_answers.json").read_text(encoding="utf-8"))
KEY, KEY_ID = bytes(range(32)), bytes(range(16))


def opener(record="declaration/1", key=KEY, key_id=KEY_ID):
    alarms = []
    made = Opener(record, key_id, key, alarm=alarms.append)
    return made, alarms


@given(st.binary(max_size=3000), st.text(max_size=20), st.integers(0, 2**63))
def test_whatever_is_sealed_comes_back(plain, part, revision):
    reading, alarms = opener()
    assert reading.open(part, revision, Sealer("declaration/1", KEY_ID, KEY).seal(part, revision, plain)) == plain
    assert alarms == []


@pytest.mark.parametrize("case", KNOWN["sealed"], ids=lambda case: case["part"])
def test_the_format_gives_the_known_answers_for_ever(case):
    sealer = Sealer(case["record"], bytes.fromhex(case["key_id"]), bytes.fromhex(case["key"]))
    plain, nonce = bytes.fromhex(case["plain"]), bytes.fromhex(case["nonce"])
    reading, _ = opener(case["record"], bytes.fromhex(case["key"]), bytes.fromhex(case["key_id"]))
    assert reading.open(case["part"], case["revision"], bytes.fromhex(case["sealed"])) == plain
    if not case["packed"]:
        assert sealer._seal(case["part"], case["revision"], plain, nonce=nonce).hex() == case["sealed"]


@pytest.mark.parametrize("case", KNOWN["wrapped"], ids=lambda case: case["record"])
def test_a_wrapped_key_of_long_ago_still_unwraps(case):
    stored = WrappedKey(
        case["record"],
        bytes.fromhex(case["key_id"]),
        case["suite"],
        case["kek_version"],
        bytes.fromhex(case["wrapped"]),
        bytes.fromhex(case["commitment"]),
    )
    assert unwrap_key(stored, AESGCM(bytes.fromhex(case["kek"]))).hex() == case["key"]


def test_a_sealed_value_says_its_format_its_suite_its_key_and_its_nonce():
    sealed = Sealer("declaration/1", KEY_ID, KEY)._seal("marriage", 3, b"x", nonce=bytes(12))
    assert sealed[:2] == b"\x01\x01"
    assert sealed[2:18] == KEY_ID
    assert sealed[18:30] == bytes(12)
    assert len(sealed) == 30 + bucket(6) + 16


def test_no_nonce_is_used_twice():
    sealer = Sealer("declaration/1", KEY_ID, KEY)
    assert len({sealer.seal("p", 0, b"same")[18:30] for _ in range(500)}) == 500


PLACES = [
    (record, key_id, part, revision)
    for record in ("declaration/1", "declaration/2", "filing/1")
    for key_id in (KEY_ID, bytes(16))
    for part in ("real_estate", "vehicles")
    for revision in (0, 1, 2)
]


def test_nothing_opens_in_another_record_under_another_key_name_as_another_part_or_revision():
    sealed = {at: Sealer(at[0], at[1], KEY).seal(at[2], at[3], b"content") for at in PLACES}
    for (record, key_id, part, revision), other in permutations(PLACES, 2):
        reading, alarms = opener(record, key_id=key_id)
        with pytest.raises(Refused):
            reading.open(part, revision, sealed[other])
        assert alarms == [part]


def test_no_single_bit_can_be_changed():
    reading, _ = opener()
    sealer = Sealer("declaration/1", KEY_ID, KEY)
    for plain in (b"", b"short", os.urandom(300)):
        sealed = sealer.seal("marriage", 1, plain)
        for bit in range(len(sealed) * 8):
            flipped = bytearray(sealed)
            flipped[bit // 8] ^= 1 << bit % 8
            with pytest.raises(Refused):
                reading.open("marriage", 1, bytes(flipped))


@pytest.mark.parametrize("cut", [0, 1, 29, 30, 45, 200, -1])
def test_what_is_cut_short_does_not_open(cut):
    reading, _ = opener()
    with pytest.raises(Refused):
        reading.open("marriage", 1, Sealer("declaration/1", KEY_ID, KEY).seal("marriage", 1, b"x")[:cut])


@pytest.mark.parametrize("revision", [-1, 2**64])
def test_a_revision_that_cannot_be_is_refused(revision):
    reading, _ = opener()
    with pytest.raises(Refused):
        reading.open("marriage", revision, Sealer("declaration/1", KEY_ID, KEY).seal("marriage", 1, b"x"))


def test_who_may_only_write_cannot_read():
    assert not hasattr(Sealer("declaration/1", KEY_ID, KEY), "open")


def test_a_refusal_says_nothing_of_its_cause():
    reading, _ = opener()
    with pytest.raises(Refused) as refused:
        reading.open("marriage", 1, b"")
    assert str(refused.value) == "数据校验失败"


def test_a_secret_of_a_record_is_its_own_and_stays_the_same():
    one, other = Sealer("filing/1", KEY_ID, KEY), Sealer("filing/2", KEY_ID, KEY)
    assert one.secret("fields") == Sealer("filing/1", KEY_ID, KEY).secret("fields")
    assert len({one.secret("fields"), one.secret("manifest"), other.secret("fields"), KEY}) == 4


# Data keys


def test_a_data_key_unwraps_in_its_own_place_only():
    kek = AESGCM(os.urandom(32))
    stored, key = make_key("declaration/1", kek, 4)
    assert unwrap_key(stored, kek) == key
    for change in (
        {"record": "declaration/2"},
        {"key_id": bytes(16)},
        {"kek_version": 5},
        {"suite": 2},
        {"commitment": bytes(32)},
        {"wrapped": b""},
        {"wrapped": stored.wrapped[:-1]},
    ):
        values = {name: getattr(stored, name) for name in WrappedKey.__slots__} | change
        with pytest.raises(Refused):
            unwrap_key(WrappedKey(**values), kek)
    with pytest.raises(Refused):
        unwrap_key(stored, AESGCM(os.urandom(32)))


def test_no_bit_of_a_wrapped_key_or_its_commitment_can_be_changed():
    kek = AESGCM(os.urandom(32))
    stored, _ = make_key("declaration/1", kek, 1)
    for name in ("wrapped", "commitment", "key_id"):
        whole = getattr(stored, name)
        for bit in range(len(whole) * 8):
            flipped = bytearray(whole)
            flipped[bit // 8] ^= 1 << bit % 8
            values = {field: getattr(stored, field) for field in WrappedKey.__slots__} | {name: bytes(flipped)}
            with pytest.raises(Refused):
                unwrap_key(WrappedKey(**values), kek)


def test_another_key_put_under_the_old_commitment_is_refused():
    kek = AESGCM(os.urandom(32))
    stored, _ = make_key("declaration/1", kek, 1)
    planted = wrap_key(os.urandom(32), stored.key_id, stored.record, kek, 1)
    with pytest.raises(Refused):
        unwrap_key(WrappedKey(stored.record, stored.key_id, 1, 1, planted.wrapped, stored.commitment), kek)


def test_a_commitment_is_to_key_name_and_record():
    assert len({commitment(KEY, KEY_ID, "a"), commitment(KEY, KEY_ID, "b"), commitment(KEY, bytes(16), "a")}) == 3
