"""Sealing and opening: a text leaves this module only encrypted and bound to its record, its part and its revision.

sealed = format (1) | suite (1) | key id (16) | nonce (12) | ciphertext and tag
The text is padded (see padding) and encrypted with the cipher of its suite; PAE("section", format, suite, key id, record, part, revision)
is authenticated with it, so that nothing sealed can be moved or rolled back unnoticed.
"""

import hmac
import os
import struct
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from cryptography.exceptions import InvalidTag

from declare.vault.keys import NONCE_BYTES, derive, new_key, unwrap, wrap
from declare.vault.padding import pad, unpad
from declare.vault.pae import begun, laid, pae
from declare.vault.refusal import Refused
from declare.vault.suites import INTERNATIONAL, Aead, Suite
from declare.vault.suites import suite as suite_of

FORMAT = 1
KEY_ID_BYTES = 16
_HEAD = struct.Struct(f"BB{KEY_ID_BYTES}s{NONCE_BYTES}s")

Alarm = Callable[[str], None]
"""Told the part that could not be opened."""


@dataclass(frozen=True, slots=True)
class WrappedKey:
    """A data key at rest: which record it is of, under which KEK version it is wrapped, and the commitment to the key.

    The suite is that of the wrapping and of everything sealed under the key.
    """

    record: str
    key_id: bytes
    suite: int
    kek_version: int
    wrapped: bytes
    commitment: bytes

    def place(self) -> bytes:
        """What the wrapped key is bound to."""
        return place_of(self.suite, self.kek_version, self.key_id, self.record)


def make_key(record: str, kek: Aead, kek_version: int, suite: Suite = INTERNATIONAL) -> tuple[WrappedKey, bytes]:
    """A fresh data key for a record: at rest, and as it is. The cipher of the KEK is that of the suite."""
    key, key_id = new_key(), os.urandom(KEY_ID_BYTES)
    return wrap_key(key, key_id, record, kek, kek_version, suite), key


def wrap_key(
    key: bytes, key_id: bytes, record: str, kek: Aead, kek_version: int, suite: Suite = INTERNATIONAL
) -> WrappedKey:
    """A data key wrapped under one version of the KEK."""
    number, bound = suite.number, commitment(key, key_id, record, suite)
    bare = WrappedKey(record, key_id, number, kek_version, b"", bound)
    return WrappedKey(record, key_id, number, kek_version, wrap(kek, key, bare.place()), bound)


def rewrap_key(stored: WrappedKey, key: bytes, kek: Aead, kek_version: int) -> bytes:
    """The same data key wrapped under another version of the KEK; its name and its commitment stay."""
    return wrap(kek, key, place_of(stored.suite, kek_version, stored.key_id, stored.record))


def unwrap_key(stored: WrappedKey, kek: Aead) -> bytes:
    """The data key inside; Refused where it is of another record, version or suite, or not the key committed to."""
    suite = suite_of(stored.suite)
    key = unwrap(kek, stored.wrapped, stored.place())
    if not hmac.compare_digest(stored.commitment, commitment(key, stored.key_id, stored.record, suite)):
        raise Refused
    return key


def commitment(key: bytes, key_id: bytes, record: str, suite: Suite = INTERNATIONAL) -> bytes:
    """Binds the data key itself: GCM alone lets one ciphertext open under two keys. What `derive` gives for these pieces."""
    return suite.mac(key, _committed(suite.number) + _named(key_id, record) + b"\x01")


def place_of(suite: int, kek_version: int, key_id: bytes, record: str) -> bytes:
    """What a wrapped key is bound to: PAE("dek", suite, KEK version, key id, record)."""
    return _wrapped(suite, kek_version) + _named(key_id, record)


@lru_cache(maxsize=8)
def _named(key_id: bytes, record: str) -> bytes:
    """What the place and the commitment of a key end with; both are asked for in turn."""
    return laid(key_id) + laid(record.encode())


@lru_cache(maxsize=64)
def _wrapped(suite: int, kek_version: int) -> bytes:
    """What the places of all keys of one suite and KEK version begin with."""
    return begun(5, "dek", suite, kek_version)


@lru_cache(maxsize=8)
def _committed(suite: int) -> bytes:
    """What the commitments to all keys of one suite begin with."""
    return begun(4, "commitment", suite)


class Sealer:
    """Writes to one record. It cannot read."""

    __slots__ = ("_cipher", "_key", "key_id", "record", "suite")

    def __init__(self, record: str, key_id: bytes, key: bytes, suite: Suite = INTERNATIONAL) -> None:
        self.record = record
        self.key_id = key_id
        self.suite = suite
        self._key = key
        self._cipher = suite.aead(derive(key, "content", suite=suite))

    def seal(self, part: str, revision: int, plaintext: bytes) -> bytes:
        """The text, sealed as one part of this record at one revision (0 or more)."""
        return self._seal(part, revision, plaintext, nonce=os.urandom(NONCE_BYTES))

    def secret(self, label: str) -> bytes:
        """A 32-byte secret of this record for one use, the same each time (salts of commitments, a MAC)."""
        return derive(self._key, "secret", label, self.key_id, self.record, suite=self.suite)

    def _seal(self, part: str, revision: int, plaintext: bytes, *, nonce: bytes) -> bytes:
        """Seals under a given nonce; a nonce is never used twice."""
        number = self.suite.number
        bound = pae("section", FORMAT, number, self.key_id, self.record, part, revision)
        return _HEAD.pack(FORMAT, number, self.key_id, nonce) + self._cipher.encrypt(nonce, pad(plaintext), bound)


class Opener(Sealer):
    """Reads one record, after the reading was witnessed; it can write too, so that a change needs one key."""

    __slots__ = ("_alarm",)

    def __init__(self, record: str, key_id: bytes, key: bytes, suite: Suite = INTERNATIONAL, *, alarm: Alarm) -> None:
        super().__init__(record, key_id, key, suite)
        self._alarm = alarm

    def open(self, part: str, revision: int, sealed: bytes) -> bytes:
        """The text that was sealed as this part at this revision; Refused, and an alarm, where anything is another."""
        try:
            return self._decrypt(part, revision, sealed)
        except (InvalidTag, ValueError, struct.error) as error:
            self._alarm(part)
            raise Refused from error

    def _decrypt(self, part: str, revision: int, sealed: bytes) -> bytes:
        """The text; whatever does not match raises one of the exceptions `open` expects."""
        fmt, number, key_id, nonce = _HEAD.unpack_from(sealed)
        if fmt != FORMAT or number != self.suite.number or key_id != self.key_id:
            raise ValueError("sealed under another key or in another format")
        bound = pae("section", FORMAT, number, self.key_id, self.record, part, revision)
        return unpad(self._cipher.decrypt(nonce, memoryview(sealed)[_HEAD.size :], bound))
