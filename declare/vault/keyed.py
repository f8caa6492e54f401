"""HMAC-SHA-256 with one key over many messages: what depends on the key alone is worked out once (RFC 2104, section 4)."""

import hashlib
from collections.abc import Callable

BLOCK = 64
_PADS = tuple(bytes(byte ^ pad for byte in range(256)) for pad in (0x36, 0x5C))


def keyed_sha256(key: bytes) -> Callable[[bytes], bytes]:
    """A function giving the HMAC of a message under the key, 32 bytes."""
    block = (hashlib.sha256(key).digest() if len(key) > BLOCK else key).ljust(BLOCK, b"\0")
    inner, outer = (hashlib.sha256(block.translate(pad)) for pad in _PADS)

    def mac(message: bytes) -> bytes:
        within, around = inner.copy(), outer.copy()
        within.update(message)
        around.update(within.digest())
        return around.digest()

    return mac
