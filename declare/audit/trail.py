"""Writing into the audit: in the transaction of what happened, or apart from it for what was refused or failed."""

import hashlib
import hmac
import os
from contextvars import ContextVar
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, event, func, insert, select, text
from sqlalchemy.orm import Session, SessionTransaction

from declare.audit.leaf import COLUMNS, LEAF, QUEUE, SAID, Entry, hashed, stamped
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
_WAIT = insert(QUEUE)
_APART = "audit apart"
_SALT_BYTES = 16


class Written(NamedTuple):
    """An entry and its reason in words, sealed; None where there is none."""

    entry: Entry
    reason_sealed: bytes | None


def append(
    session: Session,
    *,
    actor: int | None,
    role: str,
    action: str | Act,
    object: str,
    row: str = "",
    reason: str | None = None,
) -> None:
    """Writes what happened in the caller's transaction; ValueError for an action the vocabulary does not know.

    `object` names a record (`declaration/12`), `row` the row of the access table that allowed the act. Neither may hold
    content; words go into `reason`, which is sealed. It is placed in the tree at once, on PostgreSQL soon after the
    transaction is committed.
    """
    _write(session, _written(actor=actor, role=role, action=action, object=object, row=row, reason=reason))


def append_placed(
    session: Session,
    *,
    actor: int | None,
    role: str,
    action: str | Act,
    object: str,
    row: str = "",
    reason: str | None = None,
) -> AuditLeaf:
    """As `append`, with its place in the tree: for what is proved to somebody at once, such as by a receipt.

    On PostgreSQL whoever does this waits for whoever else does, from here to the end of the transaction: do it last.
    """
    written = _written(actor=actor, role=role, action=action, object=object, row=row, reason=reason)
    return _place(session, written)


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
    written = _written(actor=actor, role=role, action=action, object=object, row=row, reason=reason)
    session.info.setdefault(_APART, []).append(written)
    if not session.in_transaction():
        _write_apart(session)


def begun(session: Session) -> datetime | None:
    """How far back the audit reaches, what waits for its place included; None where nothing happened yet."""
    found = (session.scalar(select(func.min(table.c.at))) for table in (LEAF, QUEUE))
    moments: list[datetime] = [at for at in found if at is not None]
    return min(moments, default=None)


def reason_of(session: Session, leaf: AuditLeaf, reader: Reader) -> str:
    """The reason given in words, opened for a reader; empty where none was given, Refused where it is not the one hashed."""
    if leaf.reason_sealed is None:
        return ""
    opener = vault.standing_opening(session, "audit", reader, what=f"reason/{leaf.seq}")
    if hashed(*(getattr(leaf, name) for name in SAID)) != leaf.hash:
        raise Refused
    opened = opener.open(_part(leaf.reason_hash), 0, leaf.reason_sealed)
    if not hmac.compare_digest(hashlib.sha256(opened).digest(), leaf.reason_hash):
        raise Refused
    return opened[_SALT_BYTES:].decode()


def _written(*, actor: int | None, role: str, action: str | Act, object: str, row: str, reason: str | None) -> Written:
    """What is to be written, with the time and the request it belongs to."""
    name = (action if isinstance(action, Act) else act(action)).value
    reason_hash, reason_sealed = _reason(reason)
    return Written(Entry(now(), actor, role, name, object, row, request_id.get(), reason_hash), reason_sealed)


def _write(session: Session, written: Written) -> None:
    """Stores what happened: in its place, or where many write at once among what waits for one."""
    connection = session.connection()
    if connection.dialect.name != "postgresql":
        _place(session, written)
        return
    mac = vault.mac("audit")(stamped(written.entry))
    connection.execute(_WAIT, {**written.entry._asdict(), "reason_sealed": written.reason_sealed, "mac": mac})


def _place(session: Session, written: Written) -> AuditLeaf:
    """Gives an entry the next place and stores it, and the subtrees it completes."""
    connection = session.connection()
    take_turn(connection)
    last = connection.execute(_LAST).first()
    seq, before = (last.seq + 1, last.hash) if last else (1, b"")
    found = hashed(seq, *written.entry)
    values = (seq, *written.entry, found, vault.mac("audit")(found), written.reason_sealed)
    row = dict(zip(COLUMNS, values, strict=True))
    connection.execute(_ADD, row)
    grow(connection, seq, found, before)
    return AuditLeaf(**row)


def take_turn(connection: Connection) -> None:
    """Nobody else gives out places until this transaction ends; the embedded database has one writer anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(_TURN)


def _reason(reason: str | None) -> tuple[bytes, bytes | None]:
    """The salted hash of a reason and the reason sealed; nothing where there is none."""
    if reason is None:
        return b"", None
    salted = os.urandom(_SALT_BYTES) + reason.encode()
    found = hashlib.sha256(salted).digest()
    return found, vault.standing("audit").seal(_part(found), 0, salted)


def _part(reason_hash: bytes) -> str:
    """What a sealed reason is bound to."""
    return f"reason/{reason_hash.hex()}"


def _write_apart(session: Session) -> None:
    """Writes what waits, each leaf for itself durable."""
    waiting: list[Written] = session.info.pop(_APART, [])
    if not waiting:
        return
    with Session(session.get_bind()) as apart, apart.begin():
        for written in waiting:
            _write(apart, written)


@event.listens_for(Session, "after_transaction_end")
def _on_end(session: Session, transaction: SessionTransaction) -> None:
    """What waits for the end of a transaction is written when the outermost one has ended."""
    if transaction.parent is None:
        _write_apart(session)
