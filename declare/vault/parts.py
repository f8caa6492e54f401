"""The manifest of a submitted version: one MAC over all its sealed parts, so that none can be rolled back or dropped."""

import hashlib
import hmac
from collections.abc import Iterable

from declare.vault.envelope import Sealer
from declare.vault.pae import pae

Part = tuple[str, int, bytes]
"""A part's name, its revision, and the part as it is sealed."""


def manifest(sealer: Sealer, parts: Iterable[Part]) -> bytes:
    """The MAC over name, revision and SHA-256 of every sealed part, in any order given; 32 bytes, HMAC-SHA-256."""
    lines = sorted(pae(name, revision, hashlib.sha256(sealed).digest()) for name, revision, sealed in parts)
    return hmac.digest(sealer.secret("manifest"), pae("manifest", sealer.record, *lines), "sha256")


def complete(sealer: Sealer, parts: Iterable[Part], mac: bytes) -> bool:
    """Whether these are exactly the parts the manifest was made of."""
    return hmac.compare_digest(manifest(sealer, parts), mac)
