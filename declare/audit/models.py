"""The tables of the audit: what happened, the tree over it, and its signed heads. None of them holds content."""

from datetime import datetime

from sqlalchemy import BigInteger, Boolean, Index, Integer, LargeBinary, SmallInteger, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from declare.database import Model

Number = BigInteger().with_variant(Integer, "sqlite")
"""A count that never ends; in the embedded database it is the place of the row itself."""


class AuditLeaf(Model):
    """One thing that happened: when, who (None: the system itself), in which role, what, on which object, allowed by which row.

    `hash` is the leaf of the tree over all this, `mac` shows that the system itself wrote it. A reason given in words is
    sealed; the leaf carries its salted hash.
    """

    __tablename__ = "audit_leaf"
    __table_args__ = (Index(None, "object"), Index(None, "at"), Index(None, "actor", "seq"))

    seq: Mapped[int] = mapped_column(Number, primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    actor: Mapped[int | None] = mapped_column(BigInteger)
    role: Mapped[str] = mapped_column(String(40))
    action: Mapped[str] = mapped_column(String(60))
    object: Mapped[str] = mapped_column(Text)
    row: Mapped[str] = mapped_column(String(120))
    request_id: Mapped[str] = mapped_column(String(40))
    reason_hash: Mapped[bytes] = mapped_column(LargeBinary(32))
    reason_sealed: Mapped[bytes | None]
    hash: Mapped[bytes] = mapped_column(LargeBinary(32))
    mac: Mapped[bytes] = mapped_column(LargeBinary(32))


class AuditNode(Model):
    """A complete subtree of 2^level leaves, named by the leaf that completed it; leaves themselves are not repeated here."""

    __tablename__ = "audit_node"
    __table_args__ = ({"sqlite_with_rowid": False},)

    done: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    level: Mapped[int] = mapped_column(SmallInteger, primary_key=True, autoincrement=False)
    hash: Mapped[bytes] = mapped_column(LargeBinary(32))


class AuditCheckpoint(Model):
    """A signed head: how many leaves there were, and the root over them."""

    __tablename__ = "audit_checkpoint"

    size: Mapped[int] = mapped_column(Number, primary_key=True, autoincrement=False)
    root: Mapped[bytes] = mapped_column(LargeBinary(32))
    at: Mapped[datetime]
    signature: Mapped[bytes] = mapped_column(LargeBinary(64))


class AuditWaiting(Model):
    """An entry that is committed with what it records and has no place in the tree yet; `mac` shows that the system wrote it.

    Only PostgreSQL uses it: there many write at once, and places are given out in batches (`declare.audit.sequencer`).
    """

    __tablename__ = "audit_waiting"

    id: Mapped[int] = mapped_column(Number, primary_key=True)
    at: Mapped[datetime]
    actor: Mapped[int | None] = mapped_column(BigInteger)
    role: Mapped[str] = mapped_column(String(40))
    action: Mapped[str] = mapped_column(String(60))
    object: Mapped[str] = mapped_column(Text)
    row: Mapped[str] = mapped_column(String(120))
    request_id: Mapped[str] = mapped_column(String(40))
    reason_hash: Mapped[bytes] = mapped_column(LargeBinary(32))
    reason_sealed: Mapped[bytes | None]
    mac: Mapped[bytes] = mapped_column(LargeBinary(32))


class AuditVerdict(Model):
    """One verification: when, started by whom (None: the system), from which size on (0: the whole), and what came of it.

    Where it does not fit: the first leaf that does not, what is wrong with it (`kind`), and the size of the head it contradicts.
    """

    __tablename__ = "audit_verdict"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    by: Mapped[int | None] = mapped_column(BigInteger)
    since: Mapped[int] = mapped_column(BigInteger)
    size: Mapped[int] = mapped_column(BigInteger)
    root: Mapped[bytes] = mapped_column(LargeBinary(32))
    fits: Mapped[bool] = mapped_column(Boolean)
    first: Mapped[int | None] = mapped_column(BigInteger)
    kind: Mapped[str] = mapped_column(String(12))
    witness: Mapped[int] = mapped_column(BigInteger)
