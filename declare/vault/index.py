"""The blind index: the same identifier gives the same digest, and the digest gives nothing away without the key.

Only exact identifiers are indexed, never a value from a short list, and a hit is confirmed by opening both records.
"""

from declare.items.indexes import normalised
from declare.vault.suites import INTERNATIONAL, Suite

DIGEST_BYTES = 16


def digest(key: bytes, index: str, value: str, *, suite: Suite = INTERNATIONAL) -> bytes:
    """The first 16 bytes of the suite's HMAC over the normalised value; ValueError for an unknown index or an empty value."""
    text = normalised(index, value)
    if not text:
        raise ValueError("an empty value is not indexed")
    return suite.mac(key, text.encode())[:DIGEST_BYTES]
