"""Receipts: a document anyone can check years later with the public key alone, and proofs of single fields.

The fields of a filing are committed to one by one, each behind a salt of its own, in a Merkle tree. The receipt
carries the root only: an export can later prove the fields it shows and reveals nothing of those it withholds.
"""

import base64
import hashlib
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import msgspec

from declare.vault import merkle
from declare.vault.keys import derive
from declare.vault.refusal import Refused
from declare.vault.vault import Vault, signed

SALT_BYTES = 16


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """A receipt as it is handed over: what is certified, which key signed it, the signature (base64)."""

    body: dict[str, Any]
    key: str
    signature: str


class FieldProof(NamedTuple):
    """What proves one field: its salt, its place among `size` fields, and the hashes beside its way to the root."""

    salt: bytes
    place: int
    size: int
    path: tuple[bytes, ...]


class Commitments:
    """The root that a receipt carries, and the proof of each field by its name, worked out when it is asked for."""

    def __init__(self, salts: Mapping[str, bytes], tree: merkle.Tree) -> None:
        self.root = tree.root()
        self._salts = salts
        self._places = {name: place for place, name in enumerate(salts)}
        self._tree = tree

    def proof(self, name: str) -> FieldProof:
        """What proves one field; KeyError where there is none of that name."""
        place = self._places[name]
        return FieldProof(self._salts[name], place, len(self._salts), self._tree.path(place))

    @property
    def names(self) -> tuple[str, ...]:
        """The fields committed to, in their order."""
        return tuple(self._salts)


def canonical(body: Mapping[str, Any]) -> bytes:
    """The one way to write a document down: JSON in UTF-8, keys sorted, no spaces; TypeError for a float."""
    _refuse_floats(body)
    return msgspec.json.encode(body, order="sorted")


def key_name(public: bytes) -> str:
    """The short name of a public key: the first 16 hexadecimal digits of its SHA-256."""
    return hashlib.sha256(public).hexdigest()[:16]


def issue(vault: Vault, body: Mapping[str, Any], *, purpose: str = "receipt") -> bytes:
    """A signed document; the signature (Ed25519) is over the canonical body."""
    signature = base64.b64encode(vault.sign(purpose, canonical(body))).decode()
    return canonical({"body": body, "key": key_name(vault.public_key(purpose)), "signature": signature})


def verify(document: bytes, public: bytes) -> dict[str, Any]:
    """The body of a signed document; Refused where the signature does not fit. Needs the public key alone."""
    try:
        receipt = msgspec.json.decode(document, type=Receipt)
        signature = base64.b64decode(receipt.signature, validate=True)
    except ValueError as error:
        raise Refused from error
    if receipt.key != key_name(public) or not signed(public, canonical(receipt.body), signature):
        raise Refused
    return receipt.body


def body_of(document: bytes) -> dict[str, Any]:
    """What a signed document says, unchecked: for one of our own that is compared with something else."""
    return msgspec.json.decode(document, type=Receipt).body


def salted_commitments(secret: bytes, fields: Iterable[tuple[str, bytes]]) -> Commitments:
    """Commits to each field, in the order given. `secret` is the filing's own, 32 bytes; names are unique (ValueError)."""
    named = list(fields)
    stream = hashlib.shake_256(derive(secret, "salts")).digest(SALT_BYTES * len(named))
    salts = {name: stream[at * SALT_BYTES : (at + 1) * SALT_BYTES] for at, (name, _) in enumerate(named)}
    if len(salts) < len(named):
        raise ValueError("a field is committed to once")
    return Commitments(salts, merkle.Tree([field_hash(salts[name], name, value) for name, value in named]))


def field_hash(salt: bytes, name: str, value: bytes) -> bytes:
    """The leaf of one field: SHA-256 of 0x00, the salt (16 bytes), the length of the name (2 bytes), the name, the value."""
    written = name.encode()
    return hashlib.sha256(b"\x00" + salt + len(written).to_bytes(2, "big") + written + value).digest()


def proves(root: bytes, name: str, value: bytes, proof: FieldProof) -> bool:
    """Whether the field, with this value, is one of those the root commits to."""
    leaf = field_hash(proof.salt, name, value)
    return merkle.included(leaf, index=proof.place, size=proof.size, path=proof.path, root=root)


def _refuse_floats(value: object) -> None:
    """A binary fraction has no one way to be written; amounts are decimals, written as text."""
    if isinstance(value, float):
        raise TypeError("a signed document holds no float")
    if isinstance(value, Mapping):
        value = [*value.keys(), *value.values()]
    if isinstance(value, list | tuple):
        for part in value:
            _refuse_floats(part)
