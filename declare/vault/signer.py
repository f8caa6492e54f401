"""A signing key of its own in a file only its owner reads: for whoever bears witness apart from the system."""

import os
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from declare.config import Stop

KEY_BYTES = 32


class Signer:
    """An Ed25519 key kept as 32 bytes in a file (0600), made where there is none yet; Stop where others may read it."""

    def __init__(self, path: Path) -> None:
        if not path.exists():
            with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as made:
                made.write(os.urandom(KEY_BYTES))
        if path.stat().st_mode & 0o077:
            raise Stop(
                f"{path.name}：其他用户可以读取，请改为仅本用户可读（0600）。 · others can read it; make it 0600."
            )
        self._key = Ed25519PrivateKey.from_private_bytes(path.read_bytes())

    def sign(self, message: bytes) -> bytes:
        """A signature, 64 bytes."""
        return self._key.sign(message)

    @property
    def public(self) -> bytes:
        """The public key, 32 bytes."""
        return self._key.public_key().public_bytes_raw()
