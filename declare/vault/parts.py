"""The manifest of a submitted version: one MAC over all its sealed parts, so that none can be rolled back or dropped."""

import hmac
from collections.abc import Iterable

from declare.vault.envelope import Sealer
from declare.vault.pae import pae

Part = tuple[str, int, bytes]
"""A part's name, its revision, and the part as it is sealed."""


def manifest(sealer: Sealer, parts: Iterable[Part]) -> bytes:
    """The MAC over name, revision and hash of every sealed part, in any order given; 32 bytes, in the suite of the record."""
    suite = sealer.suite
    lines = sorted(pae(name, revision, suite.hash(sealed)) for name, revision, sealed in parts)
    return suite.mac(sealer.secret("manifest"), pae("manifest", sealer.record, *lines))


def complete(sealer: Sealer, parts: Iterable[Part], mac: bytes) -> bool:
    """Whether these are exactly the parts the manifest was made of."""
    return hmac.compare_digest(manifest(sealer, parts), mac)
