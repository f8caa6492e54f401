"""Rewrites the whole audit as somebody could who holds the database and every key of the system: leaves, tree, heads."""

from sqlalchemy import delete, select

from declare.audit import AuditLeaf, AuditNode
from declare.audit.heads import message
from declare.audit.leaf import SAID, hashed
from declare.audit.models import AuditCheckpoint as Head
from declare.audit.tree import grow, root
from declare.extensions import vault


def rebuild(session, change):
    """Applies a change to each leaf, then makes hashes, MACs, tree and signed heads fit again."""
    sizes = [(head.size, head.at) for head in session.scalars(select(Head).order_by(Head.size))]
    leaves = session.scalars(select(AuditLeaf).order_by(AuditLeaf.seq)).all()
    session.execute(delete(AuditNode))
    session.execute(delete(Head))
    before = b""
    for leaf in leaves:
        change(leaf)
        leaf.hash = hashed(*(getattr(leaf, name) for name in SAID))
        leaf.mac = vault.mac("audit")(leaf.hash)
        session.flush()
        grow(session.connection(), leaf.seq, leaf.hash, before)
        before = leaf.hash
    for size, at in sizes:
        _, found = root(session, size)
        session.add(Head(size=size, root=found, at=at, signature=vault.sign("tree", message(size, found, at))))
    session.commit()
