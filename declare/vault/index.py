"""The blind index: the same identifier gives the same digest, and the digest gives nothing away without the key.

Only exact identifiers are indexed, never a value from a short list, and a hit is confirmed by opening both records.
"""

import hmac

from declare.items.indexes import normalised

DIGEST_BYTES = 16


def digest(key: bytes, index: str, value: str) -> bytes:
    """The first 16 bytes of HMAC-SHA-256 over the normalised value; ValueError for an unknown index or an empty value."""
    text = normalised(index, value)
    if not text:
        raise ValueError("an empty value is not indexed")
    return hmac.digest(key, text.encode(), "sha256")[:DIGEST_BYTES]
