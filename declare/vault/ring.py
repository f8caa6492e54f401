"""The key ring of one installation: every master key by purpose and version, wrapped by the root, in one file.

The file lies in `keys/` of the instance folder. The folder is its owner's alone (0700), and so are its files (0600);
with wider rights nothing starts. A change replaces the file as a whole or not at all. Unwrapped keys live in memory only.
"""

import fcntl
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from declare.config import Stop
from declare.vault.keys import FileRoot, KeyProvider, new_key
from declare.vault.pae import pae
from declare.vault.refusal import Refused
from declare.vault.suites import INTERNATIONAL, Suite
from declare.vault.suites import suite as suite_of

SECRETS = ("kek", "index", "audit", "export", "backup", "pepper", "web")
SIGNERS = ("receipt", "tree", "manifest")
PURPOSES = SECRETS + SIGNERS
FORMAT = 1


class RingKey(msgspec.Struct, frozen=True, kw_only=True):
    """One version of one key as it stands in the file, and the suite it is used with; `public` is the public half of a signing key (base64), else empty."""

    purpose: str
    version: int
    suite: int
    created: datetime
    wrapped: bytes
    public: bytes = b""

    def place(self) -> bytes:
        """What the wrapped key is bound to."""
        return pae("ring", FORMAT, self.suite, self.purpose, self.version, self.public)


class RingFile(msgspec.Struct, frozen=True, kw_only=True):
    """The key ring as it lies on disk."""

    format: int
    keys: tuple[RingKey, ...]


Stamp = tuple[int, int, int]
Keys = MappingProxyType[tuple[str, int], RingKey]


class KeyRing:
    """The master keys: asked for by purpose and version, unwrapped once, remembered in memory."""

    def __init__(self, folder: Path, suite: Suite = INTERNATIONAL) -> None:
        self.folder = folder
        self._suite = suite
        self._path = folder / "ring.json"
        self._lock = threading.Lock()
        self._secrets: dict[tuple[str, int], bytes] = {}
        self._stamp: Stamp = (0, 0, 0)
        self._keys: Keys = MappingProxyType({})
        self._provider = self._open_or_create()
        self.refresh()

    def entries(self) -> tuple[RingKey, ...]:
        """Every version of every key, by purpose and version; none of them unwrapped."""
        return tuple(self._keys[place] for place in sorted(self._keys))

    def versions(self, purpose: str) -> tuple[int, ...]:
        """The versions of one key, oldest first."""
        return tuple(sorted(version for name, version in self._keys if name == purpose))

    def latest(self, purpose: str) -> int:
        """The version new data gets; a rotation by another process is noticed."""
        self.refresh()
        return max(self.versions(purpose))

    def secret(self, purpose: str, version: int | None = None) -> bytes:
        """One master key, the latest unless said otherwise; Refused for a version that does not exist."""
        place = (purpose, self.latest(purpose) if version is None else version)
        known = self._secrets.get(place)
        return self._unwrap(place) if known is None else known

    def suite(self, purpose: str, version: int | None = None) -> Suite:
        """The suite a master key is used with: that of the day it was made."""
        return suite_of(self._key((purpose, self.latest(purpose) if version is None else version)).suite)

    def public(self, purpose: str, version: int | None = None) -> bytes:
        """The public half of a signing key, 32 bytes."""
        return self._key((purpose, self.latest(purpose) if version is None else version)).public

    def add(self, purpose: str) -> int:
        """Makes the next version of a key and returns its number; what is sealed under older ones still opens."""
        if purpose not in PURPOSES:
            raise ValueError(f"no such key: {purpose}")
        with self._alone():
            self.refresh()
            version = max(self.versions(purpose), default=0) + 1
            self._write((*self.entries(), self._new(purpose, version)))
            self.refresh()
        return version

    def retire(self, purpose: str, version: int) -> None:
        """Takes an old version out of the ring for good; ValueError for the latest, Refused for one that is not there."""
        if version >= self.latest(purpose):
            raise ValueError("the latest version stays")
        gone = self._key((purpose, version))
        with self._alone():
            self.refresh()
            self._write(tuple(key for key in self.entries() if key != gone))
            self.refresh()

    def refresh(self) -> None:
        """Reads the file again where it was replaced."""
        found = self._path.stat()
        stamp = (found.st_mtime_ns, found.st_ino, found.st_size)
        if stamp == self._stamp:
            return
        with self._lock:
            _demand_private(self.folder)
            file = _read(self._path)
            self._keys = MappingProxyType({(key.purpose, key.version): key for key in file.keys})
            self._secrets = {place: secret for place, secret in self._secrets.items() if place in self._keys}
            self._stamp = stamp

    def _key(self, place: tuple[str, int]) -> RingKey:
        """A key by its place, looked for in the file again where it is not known yet."""
        if place not in self._keys:
            self.refresh()
        if place not in self._keys:
            raise Refused
        return self._keys[place]

    def _unwrap(self, place: tuple[str, int]) -> bytes:
        """Unwraps a key and remembers it."""
        key = self._key(place)
        secret = self._provider.unwrap(key.wrapped, key.place())
        self._secrets[place] = secret
        return secret

    def _open_or_create(self) -> KeyProvider:
        """The root that guards this ring; on the first use of an installation everything is made."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        _demand_private(self.folder)
        root = self.folder / "root.key"
        with self._alone():
            if root.exists() != self._path.exists():
                raise Stop(
                    "密钥目录不完整：root.key 与 ring.json 必须同时存在，请从备份恢复 · "
                    "The key folder is incomplete: root.key and ring.json belong together, restore them from the backup"
                )
            if root.exists():
                return FileRoot(root)
            self._provider = FileRoot.create(root)
            self._write(tuple(self._new(purpose, 1) for purpose in PURPOSES))
        return self._provider

    def _new(self, purpose: str, version: int) -> RingKey:
        """A fresh key, wrapped."""
        secret = new_key()
        public = public_half(secret) if purpose in SIGNERS else b""
        created = datetime.now(UTC)
        key = RingKey(
            purpose=purpose, version=version, suite=self._suite.number, created=created, wrapped=b"", public=public
        )
        return msgspec.structs.replace(key, wrapped=self._provider.wrap(secret, key.place()))

    def _write(self, keys: tuple[RingKey, ...]) -> None:
        """Replaces the file as a whole: a crash leaves the old one or the new one."""
        body = msgspec.json.format(msgspec.json.encode(RingFile(format=FORMAT, keys=keys)), indent=1)
        draft = self._path.with_suffix(".new")
        draft.unlink(missing_ok=True)
        with os.fdopen(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            file.write(body)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self._path)
        _sync_folder(self.folder)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Only one process at a time makes keys."""
        with os.fdopen(os.open(self.folder / "ring.lock", os.O_CREAT | os.O_RDWR, 0o600), "wb") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield


def public_half(secret: bytes) -> bytes:
    """The public half of an Ed25519 key, 32 bytes (RFC 8032)."""
    return Ed25519PrivateKey.from_private_bytes(secret).public_key().public_bytes_raw()


def _read(path: Path) -> RingFile:
    """The ring file, typed; Stop where it cannot be read."""
    try:
        file = msgspec.json.decode(path.read_bytes(), type=RingFile)
    except msgspec.MsgspecError as error:
        raise Stop(
            f"密钥环文件已损坏：{path.name}，请从备份恢复 · The key ring file is damaged: {path.name}, restore it from the backup"
        ) from error
    if file.format != FORMAT:
        raise Stop(f"密钥环文件版本不识别：{file.format} · The key ring has an unknown format: {file.format}")
    return file


def _demand_private(folder: Path) -> None:
    """Stop where anybody but the owner may enter the key folder or read a file of it."""
    for path in (folder, *sorted(folder.iterdir())):
        if _mode(path) & 0o077:
            name = "keys" if path == folder else f"keys/{path.name}"
            wanted = "0700" if path == folder else "0600"
            raise Stop(
                f"密钥权限过宽：请将 {name} 的权限设为 {wanted} 后再启动 · "
                f"Too many may read the keys: set the mode of {name} to {wanted} and start again"
            )


def _mode(path: Path) -> int:
    """The rights of a file; none where another process has just put it in its place under another name."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return 0


def _sync_folder(folder: Path) -> None:
    """Makes a rename durable."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
