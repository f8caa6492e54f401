"""The one way a leaf is written down before it is hashed."""

from datetime import UTC, datetime, timedelta
from typing import Protocol

from declare.vault.merkle import Hash, leaf_hash
from declare.vault.pae import pae

VERSION = 1
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TICK = timedelta(microseconds=1)


class Written(Protocol):
    """What a leaf says, whether it is about to be stored or was read back."""

    seq: int
    at: datetime
    actor: int | None
    role: str
    action: str
    object: str
    row: str
    request_id: str
    reason_hash: bytes


def hashed(leaf: Written) -> Hash:
    """The hash of a leaf: every column but the sealed reason, which may be destroyed when its time is over."""
    return leaf_hash(
        pae(
            "leaf",
            VERSION,
            leaf.seq,
            (leaf.at - _EPOCH) // _TICK,
            "" if leaf.actor is None else str(leaf.actor),
            leaf.role,
            leaf.action,
            leaf.object,
            leaf.row,
            leaf.request_id,
            leaf.reason_hash,
        )
    )
