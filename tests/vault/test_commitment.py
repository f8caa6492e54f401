"""A wrapped key that opens under two master keys is still one key: the other is not the one committed to."""

import os

import pytest
from cryptography.hazmat.primitives.ciphers.algorithms import AES, SM4

from declare.vault import Refused
from declare.vault.envelope import WrappedKey, commitment, unwrap_key
from declare.vault.keys import NONCE_BYTES, unwrap
from declare.vault.pae import pae
from declare.vault.suites import COMMERCIAL, INTERNATIONAL, hmac_sm3
from tests.vault.two_keys import salamander

RECORD, KEY_ID = "declaration/1", bytes(range(16))


def sm4_of(kek):
    """SM4 takes 16 bytes, derived of the 32 of a master key."""
    return SM4(hmac_sm3(kek, pae("sm4-gcm") + b"\x01")[:16])


@pytest.mark.parametrize(("suite", "block"), [(INTERNATIONAL, AES), (COMMERCIAL, sm4_of)], ids=["1", "2"])
def test_one_wrapped_key_made_for_two_master_keys_gives_one_data_key(suite, block):
    keks = [os.urandom(32) for _ in range(2)]
    nonce = os.urandom(NONCE_BYTES)
    place = WrappedKey(RECORD, KEY_ID, suite.number, 1, b"", b"").place()
    wrapped = nonce + salamander(*map(block, keks), nonce, place)
    inside = [unwrap(suite.aead(kek), wrapped, place) for kek in keks]
    assert inside[0] != inside[1], "the cipher alone opens it under both"
    for mine, other in ((0, 1), (1, 0)):
        bound = commitment(inside[mine], KEY_ID, RECORD, suite)
        stored = WrappedKey(RECORD, KEY_ID, suite.number, 1, wrapped, bound)
        assert unwrap_key(stored, suite.aead(keks[mine])) == inside[mine]
        with pytest.raises(Refused):
            unwrap_key(stored, suite.aead(keks[other]))
