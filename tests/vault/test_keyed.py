"""The quick HMAC is the one of the standard library, for keys and messages of every length."""

import hmac

from hypothesis import given
from hypothesis import strategies as st

from declare.vault.keyed import keyed_sha256


@given(st.binary(max_size=150), st.lists(st.binary(max_size=300), min_size=1, max_size=3))
def test_it_is_hmac_sha_256(key, messages):
    mac = keyed_sha256(key)
    assert [mac(message) for message in messages] == [hmac.digest(key, message, "sha256") for message in messages]
