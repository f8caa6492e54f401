"""The one way a leaf is written down before it is hashed."""

from datetime import UTC, datetime, timedelta
from typing import NamedTuple, cast

import msgspec
from sqlalchemy import Table

from declare.audit.models import AuditLeaf, AuditWaiting
from declare.vault.merkle import Hash, leaf_hash

LEAF = cast("Table", AuditLeaf.__table__)

SAID = ("seq", "at", "actor", "role", "action", "object", "row", "request_id", "reason_hash")
"""What a leaf says, in the order in which it is hashed."""

QUEUE = cast("Table", AuditWaiting.__table__)

COLUMNS = (*SAID, "hash", "mac", "reason_sealed")

VERSION = 1
_encode = msgspec.msgpack.Encoder().encode
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_BARE = datetime(1970, 1, 1)  # noqa: DTZ001 - what the embedded database stores, which forgets the zone, is UTC
_TICK = timedelta(microseconds=1)


class Entry(NamedTuple):
    """What is to be written, before it has its place; a reason in words stands beside it, sealed."""

    at: datetime
    actor: int | None
    role: str
    action: str
    object: str
    row: str
    request_id: str
    reason_hash: bytes


def hashed(
    seq: int,
    at: datetime,
    actor: int | None,
    role: str,
    action: str,
    object: str,
    row: str,
    request_id: str,
    reason_hash: bytes,
) -> Hash:
    """The hash of a leaf: all it says, as a MessagePack array, the time in microseconds since 1970. The sealed reason is left out, so that it can be destroyed when its time is over."""
    ticks = (at - (_EPOCH if at.tzinfo else _BARE)) // _TICK
    return leaf_hash(_encode(("leaf", VERSION, seq, ticks, actor, role, action, object, row, request_id, reason_hash)))


def stamped(entry: Entry) -> bytes:
    """What the system vouches for while an entry waits for its place: all it says, but for the place."""
    ticks = (entry.at - _EPOCH) // _TICK
    return _encode(("waiting", VERSION, ticks, *entry[1:]))
