"""The tree over all leaves, kept in the database: complete subtrees are stored, so that roots and proofs take O(log n)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar, cast

from sqlalchemy import Connection, Table, bindparam, insert, select
from sqlalchemy.orm import Session

from declare.audit.leaf import LEAF
from declare.audit.models import AuditLeaf, AuditNode
from declare.vault import merkle
from declare.vault.merkle import Hash, Node, node_hash

R = TypeVar("R")
Key = tuple[int, int]
"""A complete subtree by the leaf that completed it, and its level."""


NODE = cast("Table", AuditNode.__table__)
_ADD = insert(NODE)
_LEAVES = (
    select(LEAF.c.seq, LEAF.c.hash).where(LEAF.c.seq.in_(bindparam("leaves", expanding=True))).order_by(LEAF.c.seq)
)
_NODES = (
    select(NODE.c.done, NODE.c.level, NODE.c.hash)
    .where(NODE.c.done.in_(bindparam("nodes", expanding=True)))
    .order_by(NODE.c.done, NODE.c.level)
)


@dataclass(frozen=True, slots=True)
class Inclusion:
    """Proves that one leaf is among the first `size`: the hashes beside its way to the root."""

    seq: int
    size: int
    leaf: Hash
    path: tuple[Hash, ...]
    root: Hash

    def holds(self) -> bool:
        """Whether the proof leads from the leaf to the root."""
        return merkle.included(self.leaf, index=self.seq - 1, size=self.size, path=self.path, root=self.root)


def size(session: Session) -> int:
    """How many leaves there are."""
    last = session.scalar(select(AuditLeaf.seq).order_by(AuditLeaf.seq.desc()).limit(1))
    return last or 0


def root(session: Session, at: int | None = None) -> tuple[int, Hash]:
    """How many leaves, and the root over them: of the whole audit, or as it stood at an earlier size."""
    leaves = size(session) if at is None else at
    return leaves, _asked(session, lambda node: merkle.span(node, 0, leaves))


def inclusion(session: Session, leaf: AuditLeaf, *, at: int | None = None) -> Inclusion:
    """The proof that a leaf is in the audit, as it is or as it stood at size `at`; LookupError where it is not."""
    leaves, head = root(session, at)
    if not 0 < leaf.seq <= leaves:
        raise LookupError(f"leaf {leaf.seq} is not among the first {leaves}")
    path = _asked(session, lambda node: merkle.inclusion(node, index=leaf.seq - 1, size=leaves))
    return Inclusion(leaf.seq, leaves, leaf.hash, path, head)


def consistency(session: Session, first: int, second: int) -> tuple[Hash, ...]:
    """The proof that the audit at size `second` begins with the audit at size `first`; ValueError where that cannot be."""
    if not 0 < first <= second:
        raise ValueError("a proof leads from a smaller size to a larger one")
    return _asked(session, lambda node: merkle.consistency(node, first=first, second=second))


def grow(connection: Connection, seq: int, leaf: Hash, before: Hash) -> None:
    """Stores the subtrees that leaf `seq` completes; `before` is the hash of the leaf in front of it."""
    height = completed(seq)
    if height == 0:
        return
    lefts = {1: before} | {level + 1: found for (_, level), found in stored(connection, _lefts(seq, height)).items()}
    rows, found = [], leaf
    for level in range(1, height + 1):
        found = node_hash(lefts[level], found)
        rows.append({"done": seq, "level": level, "hash": found})
    connection.execute(_ADD, rows)


def completed(seq: int) -> int:
    """How many subtrees leaf `seq` completes."""
    return (seq & -seq).bit_length() - 1


def _lefts(seq: int, height: int) -> list[Key]:
    """The subtrees to the left of those that a leaf completes, above the leaves themselves."""
    return [(seq - (1 << level), level) for level in range(1, height)]


def _asked(session: Session, question: Callable[[Node], R]) -> R:
    """The answer to a question about the tree. It is asked twice: first to learn which nodes it needs, which are then loaded at once."""
    wanted: set[Key] = set()

    def note(level: int, place: int) -> Hash:
        wanted.add(((place + 1) << level, level))
        return b""

    question(note)
    found = stored(session.connection(), wanted)
    return question(lambda level, place: found[((place + 1) << level, level)])


def stored(connection: Connection, wanted: Iterable[Key]) -> dict[Key, Hash]:
    """Hashes of subtrees and leaves, at most one query for each; what is missing is missing in the answer."""
    keys = frozenset(wanted)
    leaves, nodes = [done for done, level in keys if level == 0], [done for done, level in keys if level]
    found: dict[Key, Hash] = {}
    if leaves:
        found.update({(seq, 0): known for seq, known in connection.execute(_LEAVES, {"leaves": sorted(leaves)})})
    if nodes:
        rows = connection.execute(_NODES, {"nodes": sorted(nodes)})
        found.update({(done, level): known for done, level, known in rows if (done, level) in keys})
    return found
