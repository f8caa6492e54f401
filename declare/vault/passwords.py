"""Passwords: kept as Argon2id hashes with a pepper from the key ring, so that a stolen database cannot even be guessed at.

Argon2id with 19 MiB, two passes and one lane (RFC 9106; the smallest setting OWASP recommends). What is stored is the
version of the pepper before a PHC string: `1$argon2id$v=19$m=19456,t=2,p=1$…`.
"""

import os
import unicodedata

from cryptography.exceptions import InvalidKey
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from declare.vault.refusal import Refused
from declare.vault.ring import KeyRing

PURPOSE = "pepper"
MEMORY_KIB = 19 * 1024
PASSES = 2
LANES = 1
LENGTH = 32
SALT_BYTES = 16


def hashed(ring: KeyRing, password: str) -> str:
    """The password as it may be stored; every time another one."""
    version = ring.latest(PURPOSE)
    kdf = Argon2id(
        salt=os.urandom(SALT_BYTES),
        length=LENGTH,
        iterations=PASSES,
        lanes=LANES,
        memory_cost=MEMORY_KIB,
        secret=ring.secret(PURPOSE, version),
    )
    return f"{version}{kdf.derive_phc_encoded(_bytes(password))}"


def fits(ring: KeyRing, password: str, stored: str) -> bool:
    """Whether this is the password that was stored; without a stored one the same work is done and the answer is no."""
    if not stored:
        hashed(ring, password)
        return False
    version, _, phc = stored.partition("$")
    try:
        Argon2id.verify_phc_encoded(_bytes(password), f"${phc}", ring.secret(PURPOSE, int(version)))
    except (InvalidKey, ValueError, Refused):
        return False
    return True


def outdated(ring: KeyRing, stored: str) -> bool:
    """Whether the hash was made with an older pepper, and is to be made anew at the next sign-in."""
    return not stored.startswith(f"{ring.latest(PURPOSE)}$argon2id$v=19$m={MEMORY_KIB},t={PASSES},p={LANES}$")


def _bytes(password: str) -> bytes:
    """The password as bytes, the same whatever keyboard it was typed on (NFKC)."""
    return unicodedata.normalize("NFKC", password).encode()
