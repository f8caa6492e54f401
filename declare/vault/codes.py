"""Codes of an authenticator app and codes for emergencies: both are derived from the pepper, a stolen database has neither."""

import hmac
import secrets
from datetime import datetime

from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor import InvalidToken
from cryptography.hazmat.primitives.twofactor.totp import TOTP

from declare.vault.keys import derive
from declare.vault.ring import KeyRing

PURPOSE = "pepper"
STEP = 30
DIGITS = 6
SECRET_BYTES = 20
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Letters and digits nobody takes for one another."""


def app_secret(ring: KeyRing, account: int, salt: bytes, version: int) -> bytes:
    """The secret an authenticator app keeps, 20 bytes: of this account and salt under that version of the pepper."""
    return derive(ring.secret(PURPOSE, version), "totp", account, salt)[:SECRET_BYTES]


def bound(ring: KeyRing, version: int, account: int, credential: bytes, public: bytes) -> bytes:
    """The proof that a passkey was set up here for that account, 32 bytes; a key put into the database by hand has none."""
    return derive(ring.secret(PURPOSE, version), "passkey", account, credential, public)


def matching_step(secret: bytes, code: str, at: datetime) -> int | None:
    """The thirty seconds a code is of: those of now, before or after; None where it is of none (RFC 6238, SHA-1, 6 digits)."""
    app, now = _app(secret), int(at.timestamp()) // STEP
    found = None
    for step in (now - 1, now, now + 1):
        try:
            app.verify(code.encode(), step * STEP)
        except (InvalidToken, UnicodeEncodeError):
            continue
        found = step
    return found


def provisioning(secret: bytes, login: str, issuer: str) -> str:
    """What the QR code says to the app."""
    return _app(secret).get_provisioning_uri(login, issuer)


def _app(secret: bytes) -> TOTP:
    """The codes of a secret: six digits, thirty seconds, HMAC-SHA-1, the one kind every app knows."""
    return TOTP(secret, DIGITS, SHA1(), STEP)  # noqa: S303 # nosec B303 - as a MAC it is unbroken (RFC 6238, 1.2)


def emergency_code() -> str:
    """A fresh code of 12 signs in groups of four, about 59 bits."""
    signs = "".join(secrets.choice(ALPHABET) for _ in range(12))
    return "-".join(signs[start : start + 4] for start in range(0, 12, 4))


def emergency_digest(ring: KeyRing, account: int, code: str, version: int) -> bytes:
    """What is kept of an emergency code, 32 bytes; written with or without its dashes, in small letters or large."""
    plain = "".join(sign for sign in code.upper() if sign in ALPHABET)
    return derive(ring.secret(PURPOSE, version), "emergency code", account, plain)


def equal(one: bytes, other: bytes) -> bool:
    """Whether two digests are the same, in a time that does not tell where they differ."""
    return hmac.compare_digest(one, other)
