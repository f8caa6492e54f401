"""How a finding is kept: recognised by its fingerprint, sealed whole, opened whole."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from declare.checks.source import Standing
from declare.extensions import vault
from declare.rules.finding import Finding as Said
from declare.vault import Opener, Sealer

PART = "finding"

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Said).decode


class Found(NamedTuple):
    """A finding of this run: the report it is about, what it says, and how it is recognised."""

    standing: Standing
    said: Said
    fingerprint: bytes
    content: bytes


def recognised(found: Iterable[tuple[Standing, Said]]) -> Iterator[Found]:
    """Findings with their fingerprints; a second one of the same rule at the same place is told apart by its number."""
    mac, times = vault.mac("index"), Counter[bytes]()
    for standing, said in found:
        place = _encode((standing.declaration_id, said.rule, said.where))
        times[place] += 1
        content = _encode(said)
        yield Found(standing, said, mac(b"finding\0%d\0" % times[place] + place), mac(b"content\0" + content))


def sealed(sealer: Sealer, revision: int, said: Said) -> bytes:
    """What a finding says, sealed."""
    return sealer.seal(PART, revision, _encode(said))


def opened(opener: Opener, revision: int, sealed_bytes: bytes) -> Said:
    """What a finding says."""
    return _decode(opener.open(PART, revision, sealed_bytes))
