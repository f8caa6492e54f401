"""Proofs as small JSON documents that anybody can check without this system (`docs/verify_audit.py`). None holds content.

Hashes are hexadecimal; a head carries its signature and the public key as base64; times are ISO 8601 in UTC to the microsecond.
"""

import base64
from collections.abc import Iterable
from datetime import UTC
from typing import Any

from sqlalchemy.orm import Session

from declare.audit import tree
from declare.audit.leaf import SAID
from declare.audit.models import AuditCheckpoint, AuditLeaf
from declare.audit.recount import edge
from declare.extensions import vault
from declare.vault.merkle import Hash
from declare.vault.receipts import canonical

Document = dict[str, Any]

VERSION = 1


def written(document: Document) -> str:
    """A document as text: JSON, keys sorted, one line."""
    return canonical(document).decode()


def of_head(head: AuditCheckpoint) -> Document:
    """A signed head: how many leaves, the root over them, when; signed with Ed25519."""
    return {
        "type": "audit head",
        "version": VERSION,
        "size": head.size,
        "root": head.root.hex(),
        "at": head.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "signature": base64.b64encode(head.signature).decode(),
        "key": base64.b64encode(vault.public_key("tree")).decode(),
    }


def of_leaf(leaf: AuditLeaf) -> Document:
    """What a leaf says."""
    said = {name: getattr(leaf, name) for name in SAID}
    at = leaf.at.astimezone(UTC).isoformat(timespec="microseconds")
    return said | {"at": at, "reason_hash": leaf.reason_hash.hex()}


def of_inclusion(session: Session, leaf: AuditLeaf, head: AuditCheckpoint) -> Document:
    """That a leaf stands under a signed head (RFC 9162, 2.1.3); LookupError where it came later."""
    proof = tree.inclusion(session, leaf, at=head.size)
    return {
        "type": "audit inclusion",
        "version": VERSION,
        "leaf": of_leaf(leaf),
        "path": _hexes(proof.path),
        "head": of_head(head),
    }


def of_consistency(session: Session, first: int, head: AuditCheckpoint) -> Document:
    """That the audit under a signed head begins with the audit as it was at size `first` (RFC 9162, 2.1.4)."""
    return {
        "type": "audit consistency",
        "version": VERSION,
        "first": first,
        "old": tree.root(session, first)[1].hex(),
        "path": _hexes(tree.consistency(session, first, head.size)),
        "head": of_head(head),
    }


def of_extract(session: Session, first: int, last: int, head: AuditCheckpoint) -> Document:
    """That the leaves `first`…`last`, which are handed over with it in full, stand under a signed head, none left out.

    `edge`: the complete subtrees before the first leaf, largest first. With the leaves they give the root at `last`; the
    path leads from there to the head.
    """
    keys = edge(first - 1)
    known = tree.stored(session.connection(), keys)
    return {
        "type": "audit extract",
        "version": VERSION,
        "first": first,
        "last": last,
        "edge": _hexes(known[key] for key in keys),
        "path": _hexes(tree.consistency(session, last, head.size)),
        "head": of_head(head),
    }


def _hexes(hashes: Iterable[Hash]) -> list[str]:
    """Hashes as text."""
    return [one.hex() for one in hashes]
