"""The tables of the audit: what happened, the tree over it, and its signed heads. None of them holds content."""

from datetime import datetime

from sqlalchemy import BigInteger, Index, Integer, LargeBinary, SmallInteger, String, Text
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
    __table_args__ = (Index(None, "object"),)

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
