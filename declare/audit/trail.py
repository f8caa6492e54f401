"""Writing into the audit: in the transaction of what happened, or apart from it for what was refused or failed."""

import hashlib
import hmac
import os
from contextvars import ContextVar
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import event, insert, select, text
from sqlalchemy.orm import Session, SessionTransaction

from declare.audit.leaf import COLUMNS, LEAF, hashed
from declare.audit.models import AuditLeaf
from declare.audit.tree import grow
from declare.audit.vocabulary import Act, act
from declare.config import now
from declare.extensions import vault
from declare.vault import Reader, Refused

request_id: ContextVar[str] = ContextVar("request_id", default="")
"""The id of the request being served; every leaf written meanwhile carries it."""

_TURN = text("SELECT pg_advisory_xact_lock(:lock)").bindparams(lock=0x6465636C617265)
_LAST = select(LEAF.c.seq, LEAF.c.hash).order_by(LEAF.c.seq.desc()).limit(1)
_ADD = insert(LEAF)
_APART = "audit apart"
_SALT_BYTES = 16


class Entry(NamedTuple):
    """What is to be written, before it has its place."""

    at: datetime
    actor: int | None
    role: str
    action: str
    object: str
    row: str
    request_id: str
    reason: str | None


def append(
    session: Session,
    *,
    actor: int | None,
    role: str,
    action: str | Act,
    object: str,
    row: str = "",
    reason: str | None = None,
) -> AuditLeaf:
    """Writes a leaf in the caller's transaction and returns it; ValueError for an action the vocabulary does not know.

    `object` names a record (`declaration/12`), `row` the row of the access table that allowed the act. Neither may hold
    content; words go into `reason`, which is sealed.
    """
    return _write(session, _entry(actor=actor, role=role, action=action, object=object, row=row, reason=reason))


def append_apart(
    session: Session,
    *,
    actor: int | None,
    role: str,
    action: str | Act,
    object: str,
    row: str = "",
    reason: str | None = None,
) -> None:
    """Writes a leaf in a transaction of its own, so that it outlives a rollback: for what was refused or failed.

    Where the session is in a transaction the leaf is written as soon as that ends, however it ends; else at once.
    """
    entry = _entry(actor=actor, role=role, action=action, object=object, row=row, reason=reason)
    session.info.setdefault(_APART, []).append(entry)
    if not session.in_transaction():
        _write_apart(session)


def reason_of(session: Session, leaf: AuditLeaf, reader: Reader) -> str:
    """The reason given in words, opened for a reader; empty where none was given, Refused where it is not the one hashed."""
    if leaf.reason_sealed is None:
        return ""
    opener = vault.standing_opening(session, "audit", reader, what=f"reason/{leaf.seq}")
    opened = opener.open(f"reason/{leaf.seq}", 0, leaf.reason_sealed)
    if not hmac.compare_digest(hashlib.sha256(opened).digest(), leaf.reason_hash):
        raise Refused
    return opened[_SALT_BYTES:].decode()


def _entry(*, actor: int | None, role: str, action: str | Act, object: str, row: str, reason: str | None) -> Entry:
    """What is to be written, with the time and the request it belongs to."""
    name = (action if isinstance(action, Act) else act(action)).value
    return Entry(now(), actor, role, name, object, row, request_id.get(), reason)


def _write(session: Session, entry: Entry) -> AuditLeaf:
    """Gives an entry the next place and stores it, and the subtrees it completes."""
    connection = session.connection()
    if connection.dialect.name == "postgresql":
        connection.execute(_TURN)
    last = connection.execute(_LAST).first()
    seq, before = (last.seq + 1, last.hash) if last else (1, b"")
    reason_hash, reason_sealed = _reason(seq, entry.reason)
    said = (seq, *entry[:-1], reason_hash)
    found = hashed(*said)
    values = (*said, found, vault.mac("audit")(found), reason_sealed)
    row = dict(zip(COLUMNS, values, strict=True))
    connection.execute(_ADD, row)
    grow(connection, seq, found, before)
    return AuditLeaf(**row)


def _reason(seq: int, reason: str | None) -> tuple[bytes, bytes | None]:
    """The salted hash of a reason and the reason sealed; nothing where there is none."""
    if reason is None:
        return b"", None
    salted = os.urandom(_SALT_BYTES) + reason.encode()
    return hashlib.sha256(salted).digest(), vault.standing("audit").seal(f"reason/{seq}", 0, salted)


def _write_apart(session: Session) -> None:
    """Writes what waits, each leaf for itself durable."""
    waiting: list[Entry] = session.info.pop(_APART, [])
    if not waiting:
        return
    with Session(session.get_bind()) as apart, apart.begin():
        for entry in waiting:
            _write(apart, entry)


@event.listens_for(Session, "after_transaction_end")
def _on_end(session: Session, transaction: SessionTransaction) -> None:
    """What waits for the end of a transaction is written when the outermost one has ended."""
    if transaction.parent is None:
        _write_apart(session)
