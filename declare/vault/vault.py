"""The vault: the only way to write sealed content, to read it, to index it blindly and to sign.

Nothing opens by being loaded: a reading names its reader and its purpose, and is witnessed before a key is unwrapped.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from flask import Flask, current_app
from sqlalchemy.orm import Session

from declare.config import now, settings
from declare.vault import index, store
from declare.vault.envelope import KEY_ID_BYTES, Opener, Sealer, WrappedKey, make_key, unwrap_key
from declare.vault.keyed import keyed_sha256
from declare.vault.keys import derive
from declare.vault.refusal import Refused
from declare.vault.ring import SIGNERS, KeyRing
from declare.vault.suites import INTERNATIONAL, Aead, Suite, hmac_sha256
from declare.vault.suites import suite as suite_of

STANDING = 1
"""The version of a master key that seals and authenticates what stands for as long as the audit itself."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Who opens something, in which role, and what for; `account` None is the system itself."""

    account: int | None
    role: str
    purpose: str


class Witness(Protocol):
    """Writes down that something is about to be opened, or could not be; `what` says what, without content."""

    def __call__(self, session: Session, reader: Reader, record: str, what: str, /) -> object:
        """Notes it; whatever it raises stops the reading."""
        ...


class Vault:
    """Seals, opens, indexes and signs with the keys of the running application, or with a ring given to it."""

    def __init__(
        self, ring: KeyRing | None = None, *, witness: Witness | None = None, suite: Suite | None = None
    ) -> None:
        self._ring = ring
        self._suite = suite
        self.witness = witness
        self.alarm: Witness | None = None
        self.notice: Callable[[Session, str, str], object] | None = None

    def init_app(self, app: Flask) -> None:
        """Adds the commands for keys; keys that too many may read stop the start. A new ring is made on first use."""
        from declare.vault.commands import keys

        app.cli.add_command(keys)
        app.extensions["vault"] = self
        folder = app.extensions["settings"].instance / "keys"
        if folder.exists():
            app.extensions["key_ring"] = KeyRing(folder, suite_of(app.extensions["settings"].suite))

    @property
    def suite(self) -> Suite:
        """The suite of new data, which the site chose; what is there keeps its own."""
        if self._suite is None and self._ring is None:
            return suite_of(settings().suite)
        return self._suite or INTERNATIONAL

    @property
    def ring(self) -> KeyRing:
        """The master keys."""
        if self._ring is not None:
            return self._ring
        if "key_ring" not in current_app.extensions:
            folder = settings().instance / "keys"
            if not folder.exists():
                store.demand_no_records(current_app.extensions["sqlalchemy"].engine)
            current_app.extensions["key_ring"] = KeyRing(folder, self.suite)
        ring: KeyRing = current_app.extensions["key_ring"]
        return ring

    # Records

    def create(self, session: Session, record: str) -> Sealer:
        """A new record gets its data key; IntegrityError where it has one.

        Whoever takes a master key away waits for rows that are written: one written under it a moment too late is written again.
        """
        version = self.ring.latest("kek")
        suite = self.suite
        stored, key = make_key(record, self._kek(version, suite), version, suite)
        store.add(session, stored, now())
        if self.ring.latest("kek") != version:
            store.remove(session, record)
            return self.create(session, record)
        return Sealer(record, stored.key_id, key, suite)

    def sealer(self, session: Session, record: str) -> Sealer:
        """For writing to an existing record without reading it; Refused where the record has no key."""
        stored = self._stored(session, [record])[record]
        return Sealer(record, stored.key_id, self._unwrapped(stored), suite_of(stored.suite))

    def opening(self, session: Session, record: str, reader: Reader) -> Opener:
        """For reading one record; the reading is witnessed first."""
        return self._openers(session, [record], reader, what="")[record]

    def openings(self, session: Session, records: Sequence[str], reader: Reader, *, what: str) -> dict[str, Opener]:
        """For reading many records: one query, one leaf that says `what` list this is and names the records."""
        return self._openers(session, records, reader, what=what) if records else {}

    def shred(self, session: Session, record: str) -> None:
        """Destroys the data key of a record: what was sealed under it can never be opened again."""
        store.remove(session, record)

    def destroy(self, session: Session, records: Collection[str], certificate: int) -> dict[str, bytes]:
        """The same for records whose time is over, noted under a certificate; gives the names of their keys (16 bytes)."""
        return store.destroy(session, records, certificate, now())

    def demand_kept(self, session: Session, record: str) -> None:
        """Destroyed where the key of the record was destroyed at the end of its time."""
        store.demand_kept(session, [record])

    def standing(self, purpose: str) -> Sealer:
        """For what belongs to no record and is sealed under a master key: reasons in the audit, exports, backups."""
        return Sealer(purpose, *self._standing_key(purpose))

    def standing_opening(self, session: Session, purpose: str, reader: Reader, *, what: str) -> Opener:
        """For reading what was sealed under a master key; the reading is witnessed first."""
        if self.witness is None:
            raise Refused
        self.witness(session, reader, purpose, what)
        return Opener(purpose, *self._standing_key(purpose), alarm=partial(self._sound, session, reader, purpose))

    # Identifiers and signatures

    def digest(self, index_name: str, value: str) -> bytes:
        """The blind digest of an identifier, 16 bytes; ValueError for an unknown index or an empty value."""
        return self.digester(index_name)(value)

    def digester(self, index_name: str) -> Callable[[str], bytes]:
        """The same for many identifiers of one index: the key is derived once."""
        epoch = self.ring.latest("index")
        suite = self.ring.suite("index", epoch)
        key = derive(self.ring.secret("index", epoch), "index", index_name, epoch, suite=suite)
        return partial(index.digest, key, index_name, suite=suite)

    def sign(self, purpose: str, message: bytes) -> bytes:
        """An Ed25519 signature, 64 bytes, under the key of that purpose: receipt, tree or manifest."""
        return Ed25519PrivateKey.from_private_bytes(self.ring.secret(_signer(purpose))).sign(message)

    def verify(self, purpose: str, message: bytes, signature: bytes) -> bool:
        """Whether this installation signed the message, under any version of the key of that purpose."""
        publics = (self.ring.public(purpose, version) for version in self.ring.versions(_signer(purpose)))
        return any(signed(public, message, signature) for public in publics)

    def public_key(self, purpose: str) -> bytes:
        """The public key outsiders check a signature with, 32 bytes."""
        return self.ring.public(_signer(purpose))

    def mac(self, purpose: str) -> Callable[[bytes], bytes]:
        """A function giving the HMAC of a message under the key of that purpose (audit, export, backup), in its suite."""
        suite = self.ring.suite(purpose, STANDING)
        key = derive(self.ring.secret(purpose, STANDING), "mac", suite=suite)
        return keyed_sha256(key) if suite.mac is hmac_sha256 else partial(suite.mac, key)

    # Inside

    def _openers(self, session: Session, records: Sequence[str], reader: Reader, *, what: str) -> dict[str, Opener]:
        """Openers of records, once the reading is written down."""
        if self.witness is None:
            raise Refused
        self.witness(session, reader, store.compact(records), what)
        try:
            found = self._stored(session, records)
            unwrapped = {record: self._unwrapped(stored) for record, stored in found.items()}
        except Refused:
            self._sound(session, reader, store.compact(records), "key")
            raise
        return {
            record: Opener(
                record,
                found[record].key_id,
                key,
                suite_of(found[record].suite),
                alarm=partial(self._sound, session, reader, record),
            )
            for record, key in unwrapped.items()
        }

    def _standing_key(self, purpose: str) -> tuple[bytes, bytes, Suite]:
        """A master key as a data key: its name, itself, its suite."""
        suite = self.ring.suite(purpose, STANDING)
        key = derive(self.ring.secret(purpose, STANDING), "standing", suite=suite)
        return derive(key, "name", suite=suite)[:KEY_ID_BYTES], key, suite

    def _sound(self, session: Session, reader: Reader, record: str, part: str) -> None:
        """Tells the audit that something could not be opened."""
        if self.alarm is not None:
            self.alarm(session, reader, record, part)

    def _stored(self, session: Session, records: Iterable[str]) -> dict[str, WrappedKey]:
        """The data keys of records as they are stored; Refused where one is missing, Destroyed where its time was over."""
        wanted = set(records)
        found = store.load(session, wanted)
        if found.keys() != wanted:
            store.demand_kept(session, wanted - found.keys())
            raise Refused
        return found

    def _unwrapped(self, stored: WrappedKey) -> bytes:
        """A data key, unwrapped."""
        return unwrap_key(stored, self._kek(stored.kek_version, suite_of(stored.suite)))

    def _kek(self, version: int, suite: Suite) -> Aead:
        """The cipher of one version of the key that wraps data keys, in one suite; Refused for one that was retired."""
        self.ring.refresh()
        return suite.aead(self.ring.secret("kek", version))


def signed(public: bytes, message: bytes, signature: bytes) -> bool:
    """Whether a signature fits a message under a public key; needs nothing else of the system."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def _signer(purpose: str) -> str:
    """The purpose, when it is one that signs."""
    if purpose not in SIGNERS:
        raise ValueError(f"no such signing key: {purpose}")
    return purpose
