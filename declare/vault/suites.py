"""The suites of algorithms content may be sealed under; a number names one for ever, and every one opens for ever.

1 · AES-256-GCM, HMAC-SHA-256, HKDF-SHA-256, SHA-256
2 · SM4-GCM (GB/T 32907, RFC 8998), HMAC-SM3, HKDF-SM3, SM3 (GB/T 32905)
Signatures are Ed25519 in both, and the trees of the audit and of the receipts are SHA-256 (RFC 9162): outsiders verify those.
"""

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.ciphers.algorithms import SM4
from cryptography.hazmat.primitives.ciphers.modes import GCM
from cryptography.hazmat.primitives.hmac import HMAC

from declare.vault.pae import pae
from declare.vault.refusal import Refused

TAG_BYTES = 16


class Aead(Protocol):
    """Encrypts under one key and authenticates what goes with it; `decrypt` raises InvalidTag where a bit is another."""

    def encrypt(self, nonce: bytes, data: bytes, associated_data: bytes | None, /) -> bytes:
        """Ciphertext and tag (16 bytes)."""
        ...

    def decrypt(self, nonce: bytes, data: bytes | memoryview, associated_data: bytes | None, /) -> bytes:
        """The text."""
        ...


class SM4GCM:
    """SM4-GCM (RFC 8998) under a key of 16 bytes, with the calling convention of AESGCM."""

    def __init__(self, key: bytes) -> None:
        self._cipher = SM4(key)

    def encrypt(self, nonce: bytes, data: bytes, associated_data: bytes | None, /) -> bytes:
        """Ciphertext and tag (16 bytes)."""
        work = Cipher(self._cipher, GCM(nonce)).encryptor()
        work.authenticate_additional_data(associated_data or b"")
        return work.update(data) + work.finalize() + work.tag

    def decrypt(self, nonce: bytes, data: bytes | memoryview, associated_data: bytes | None, /) -> bytes:
        """The text; InvalidTag where a bit is another, a shortened tag among them."""
        if len(data) < TAG_BYTES:
            raise InvalidTag
        work = Cipher(self._cipher, GCM(nonce, bytes(data[-TAG_BYTES:]), min_tag_length=TAG_BYTES)).decryptor()
        work.authenticate_additional_data(associated_data or b"")
        return work.update(data[:-TAG_BYTES]) + work.finalize()


def hmac_sha256(key: bytes, message: bytes) -> bytes:
    """HMAC-SHA-256, 32 bytes (RFC 2104)."""
    return hmac.digest(key, message, "sha256")


def hmac_sm3(key: bytes, message: bytes) -> bytes:
    """HMAC-SM3, 32 bytes (GB/T 15852.2)."""
    mac = HMAC(key, hashes.SM3())
    mac.update(message)
    return mac.finalize()


def _sm4(key: bytes) -> SM4GCM:
    """SM4-GCM under 16 bytes derived from a key of 32."""
    return SM4GCM(hmac_sm3(key, pae("sm4-gcm") + b"\x01")[:16])


def sha256(message: bytes) -> bytes:
    """SHA-256, 32 bytes."""
    return hashlib.sha256(message).digest()


def sm3(message: bytes) -> bytes:
    """SM3, 32 bytes."""
    work = hashes.Hash(hashes.SM3())
    work.update(message)
    return work.finalize()


@dataclass(frozen=True, slots=True)
class Suite:
    """One suite: its number, how people know it, and its algorithms."""

    number: int
    name: str
    aead: Callable[[bytes], Aead]
    mac: Callable[[bytes, bytes], bytes]
    hash: Callable[[bytes], bytes]


INTERNATIONAL = Suite(1, "AES-256-GCM · HMAC-SHA-256", AESGCM, hmac_sha256, sha256)
COMMERCIAL = Suite(2, "SM4-GCM · HMAC-SM3（商用密码）", _sm4, hmac_sm3, sm3)
SUITES = {suite.number: suite for suite in (INTERNATIONAL, COMMERCIAL)}


def suite(number: int) -> Suite:
    """The suite of that number; Refused where there is none."""
    try:
        return SUITES[number]
    except KeyError as error:
        raise Refused from error
