"""Signed heads of the audit: whoever holds one will notice if anything before it is ever changed."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from declare.audit import tree
from declare.audit.models import AuditCheckpoint
from declare.config import now
from declare.extensions import vault
from declare.vault.merkle import Hash
from declare.vault.pae import pae


def checkpoint(session: Session) -> AuditCheckpoint | None:
    """Signs the head as it stands, in the caller's transaction; None where nothing has been written since the last one."""
    size, root = tree.root(session)
    if size == 0 or session.get(AuditCheckpoint, size) is not None:
        return None
    at = now()
    head = AuditCheckpoint(size=size, root=root, at=at, signature=vault.sign("tree", message(size, root, at)))
    session.add(head)
    session.flush()
    return head


def latest(session: Session) -> AuditCheckpoint | None:
    """The newest signed head."""
    return session.scalars(select(AuditCheckpoint).order_by(AuditCheckpoint.size.desc()).limit(1)).first()


def genuine(head: AuditCheckpoint) -> bool:
    """Whether this installation signed the head."""
    return vault.verify("tree", message(head.size, head.root, head.at), head.signature)


def message(size: int, root: Hash, at: datetime) -> bytes:
    """What is signed: size, root and time of a head."""
    return pae("tree head", size, root, at.isoformat(timespec="microseconds"))
