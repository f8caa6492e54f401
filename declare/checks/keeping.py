"""How a finding is kept: recognised by its fingerprint, sealed whole, opened whole."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from declare.extensions import vault
from declare.rules.finding import Finding as Said
from declare.vault import Opener, Sealer

PART = "finding"

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Said).decode


class About(NamedTuple):
    """What a finding is about: a person and a report of theirs, a person alone, or nobody who is entered."""

    person_id: int | None = None
    declaration_id: int | None = None
    filing_id: int | None = None


class Found(NamedTuple):
    """A finding of this run: what it is about, what it says, and how it is recognised."""

    about: About
    said: Said
    fingerprint: bytes
    content: bytes


def recognised(found: Iterable[tuple[About, Said]]) -> Iterator[Found]:
    """Findings with their fingerprints; a second one of the same rule at the same place is told apart by its number."""
    mac, times = vault.mac("index"), Counter[bytes]()
    for about, said in found:
        place = _place(about, said)
        times[place] += 1
        content = _encode(said)
        yield Found(about, said, mac(b"finding\0%d\0" % times[place] + place), mac(b"content\0" + content))


def _place(about: About, said: Said) -> bytes:
    """What makes two findings of one rule the same: the report and the place in it, else the person, the year and the record."""
    if about.declaration_id is not None:
        return _encode((about.declaration_id, said.rule, said.where))
    return _encode((about.person_id or said.declarant, said.year, said.rule, said.where))


def sealed(sealer: Sealer, revision: int, said: Said) -> bytes:
    """What a finding says, sealed."""
    return sealer.seal(PART, revision, _encode(said))


def opened(opener: Opener, revision: int, sealed_bytes: bytes) -> Said:
    """What a finding says."""
    return _decode(opener.open(PART, revision, sealed_bytes))
