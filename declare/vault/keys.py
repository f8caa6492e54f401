"""What keys are made of: the root that guards the ring, one key wrapped under another, one key derived from another."""

import os
from pathlib import Path
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from declare.config import Stop
from declare.vault.pae import Piece, pae
from declare.vault.refusal import Refused
from declare.vault.suites import INTERNATIONAL, Aead, Suite

KEY_BYTES = 32
NONCE_BYTES = 12


class KeyProvider(Protocol):
    """Guards the keys of the ring without ever giving its own key away: a file here, elsewhere a key server or an HSM."""

    def wrap(self, key: bytes, bound_to: bytes) -> bytes:
        """A key of the ring, sealed and bound to what it is for."""
        ...

    def unwrap(self, wrapped: bytes, bound_to: bytes) -> bytes:
        """The key again; Refused where anything does not match."""
        ...


class FileRoot:
    """A root key in a file only its owner may read."""

    def __init__(self, path: Path) -> None:
        key = path.read_bytes()
        if len(key) != KEY_BYTES:
            raise Stop(f"根密钥文件已损坏：{path.name} · The root key file is damaged: {path.name}")
        self._cipher = AESGCM(key)

    @classmethod
    def create(cls, path: Path) -> "FileRoot":
        """Makes a new root key; FileExistsError where there is one."""
        with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            file.write(new_key())
            file.flush()
            os.fsync(file.fileno())
        return cls(path)

    def wrap(self, key: bytes, bound_to: bytes) -> bytes:
        """A key of the ring, sealed under the root."""
        return wrap(self._cipher, key, bound_to)

    def unwrap(self, wrapped: bytes, bound_to: bytes) -> bytes:
        """The key again; Refused where anything does not match."""
        return unwrap(self._cipher, wrapped, bound_to)


def new_key() -> bytes:
    """A fresh random key of 32 bytes."""
    return os.urandom(KEY_BYTES)


def wrap(cipher: Aead, key: bytes, bound_to: bytes) -> bytes:
    """A key sealed under another, bound to its place: nonce (12) | ciphertext and tag."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + cipher.encrypt(nonce, key, bound_to)


def unwrap(cipher: Aead, wrapped: bytes, bound_to: bytes) -> bytes:
    """The key inside; Refused where the key, the place or a single bit is another."""
    try:
        return cipher.decrypt(wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:], bound_to)
    except (InvalidTag, ValueError) as error:
        raise Refused from error


def derive(key: bytes, *label: Piece, suite: Suite = INTERNATIONAL) -> bytes:
    """A 32-byte key for one use, derived from a random one: HKDF-Expand, one block (RFC 5869, 2.3), in the hash of a suite."""
    return suite.mac(key, pae(*label) + b"\x01")
