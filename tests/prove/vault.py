"""Whoever may write to the database moves and alters what is sealed in every way: nothing opens that is not as it was."""

import os
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations, permutations

from declare.vault import Refused
from declare.vault.envelope import Opener, Sealer, WrappedKey, make_key, unwrap_key
from declare.vault.suites import SUITES, Suite
from tests.prove.figure import Outcome, figure

SEED = 20261124
KEY, KEY_ID = bytes(range(32)), bytes(range(16))
"""Every place has one key here: that nothing moves must not hang on the keys being others."""

RECORDS = ("declaration/1", "declaration/11", "declaration/2", "filing/1", "disclosure/1", "person/1")
PARTS = ("real_estate", "vehicles", "basic", "filing")
COLUMNS = ("key_id", "suite", "kek_version", "wrapped", "commitment")
SEALED, WRAPPED = 200, 50


@dataclass(frozen=True, slots=True)
class Place:
    """Where something sealed stands: in the record of a row, as a table of it, at a revision, under a suite."""

    record: str
    part: str
    revision: int
    suite: Suite

    def sealed(self, plain: bytes) -> bytes:
        """The text, sealed for this place."""
        return Sealer(self.record, KEY_ID, KEY, self.suite).seal(self.part, self.revision, plain)

    def opens(self, sealed: bytes) -> bool:
        """Whether it opens here."""
        reading = Opener(self.record, KEY_ID, KEY, self.suite, alarm=lambda _part: None)
        try:
            reading.open(self.part, self.revision, sealed)
        except Refused:
            return False
        return True


PLACES = tuple(
    Place(record, part, revision, suite)
    for suite in SUITES.values()
    for record in RECORDS
    for part in PARTS
    for revision in (0, 1, 2, 256)
)


def disguised(sealed: bytes, place: Place) -> bytes:
    """The same with the head the place would expect."""
    return sealed[:1] + bytes([place.suite.number]) + sealed[2:]


def moved(number: int) -> tuple[int, int]:
    """How many moves to another place were tried, as they are and with the head made to fit, and how many opened."""
    draw = random.Random(SEED)
    held = {place: place.sealed(str(place).encode()) for place in PLACES}
    assert all(place.opens(sealed) for place, sealed in held.items()), "what was not moved must open"
    accepted = 0
    for _ in range(number // 2):
        here, there = draw.sample(PLACES, 2)
        accepted += there.opens(held[here]) + there.opens(disguised(held[here], there))
    return number // 2 * 2, accepted


def unwraps(stored: WrappedKey, keks: dict[int, bytes]) -> bool:
    """Whether a row of the table of data keys gives a key; any version it names is at hand, in its suite."""
    suite = SUITES.get(stored.suite)
    if suite is None or stored.kek_version not in keks:
        return False
    try:
        unwrap_key(stored, suite.aead(keks[stored.kek_version]))
    except Refused:
        return False
    return True


def rows(keks: dict[int, bytes], *, records: int = 3) -> list[WrappedKey]:
    """A table of data keys of many records, under both suites and several versions of the master key."""
    return [
        make_key(f"filing/{number}", suite.aead(keks[version]), version, suite)[0]
        for number in range(1, records + 1)
        for suite in SUITES.values()
        for version in keks
    ]


def exchanged() -> tuple[int, int]:
    """How many mixtures of two rows of data keys were tried, each set of columns taken from the other, and how many gave a key."""
    keks = {version: os.urandom(32) for version in (1, 2)}
    table = rows(keks)
    assert all(unwraps(row, keks) for row in table)
    tried = accepted = 0
    for mine, other in permutations(table, 2):
        for size in range(1, len(COLUMNS) + 1):
            for columns in combinations(COLUMNS, size):
                mixed = replace(mine, **{name: getattr(other, name) for name in columns})
                if mixed not in (mine, other):
                    tried += 1
                    accepted += unwraps(mixed, keks)
    return tried, accepted


@figure("swaps", "密文移到别处被接受 · sealed content accepted elsewhere", goal="0 / ≥ 10 000")
def swaps(*, quick: bool) -> Outcome:
    """Moves between records, tables, revisions and suites, and mixtures of rows of data keys."""
    values, keys = moved(2_000 if quick else 20_000), exchanged()
    tried, accepted = values[0] + keys[0], values[1] + keys[1]
    notes = (f"swaps: sealed values {values[1]} / {values[0]:,}, data keys {keys[1]} / {keys[0]:,}",)
    return Outcome(f"{accepted} / {tried:,}", held=accepted == 0 and (quick or tried >= 10_000), notes=notes)


def flipped(value: bytes) -> Iterator[bytes]:
    """The value with each of its bits turned over in turn."""
    for bit in range(len(value) * 8):
        turned = bytearray(value)
        turned[bit // 8] ^= 1 << bit % 8
        yield bytes(turned)


def bits_of_sealed(number: int) -> tuple[int, int]:
    """Every bit of so many sealed values of several sizes, under both suites: bits tried, flips that opened."""
    draw = random.Random(SEED)
    tried = accepted = 0
    for at in range(number):
        place = PLACES[at * 7 % len(PLACES)]
        sealed = place.sealed(draw.randbytes(draw.choice((0, 20, 120, 240, 500))))
        assert place.opens(sealed)
        for turned in flipped(sealed):
            tried, accepted = tried + 1, accepted + place.opens(turned)
    return tried, accepted


def bits_of_keys(number: int) -> tuple[int, int]:
    """Every bit of every column of so many wrapped data keys: bits tried, flips that gave a key."""
    keks = {version: os.urandom(32) for version in range(1, 9)}
    tried = accepted = 0
    for stored in rows(keks, records=number // 16 + 1)[:number]:
        assert unwraps(stored, keks)
        turned = [replace(stored, **{name: one}) for name in ("wrapped", "commitment", "key_id") for one in flipped(getattr(stored, name))]  # fmt: skip
        turned += [replace(stored, **{name: getattr(stored, name) ^ 1 << bit}) for name in ("suite", "kek_version") for bit in range(31)]  # fmt: skip
        tried, accepted = tried + len(turned), accepted + sum(unwraps(one, keks) for one in turned)
    return tried, accepted


@figure("bits", "改动一位仍被接受 · single-bit flips accepted", goal=f"0, {SEALED} + {WRAPPED}")
def bits(*, quick: bool) -> Outcome:
    """Every bit of sealed values and of wrapped data keys, a few in a short run."""
    values, keys = bits_of_sealed(20 if quick else SEALED), bits_of_keys(10 if quick else WRAPPED)
    notes = (f"bits: sealed values {values[1]} / {values[0]:,}, wrapped keys {keys[1]} / {keys[0]:,}",)
    tried, accepted = values[0] + keys[0], values[1] + keys[1]
    return Outcome(f"{accepted} / {tried:,}", held=accepted == 0, notes=notes)
