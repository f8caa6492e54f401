"""Recomputes the audit and compares it with everything that bears witness to it; names the first leaf that does not fit."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from sqlalchemy import DateTime, Select, select, type_coerce
from sqlalchemy.orm import Session

from declare.audit import tree
from declare.audit.heads import genuine
from declare.audit.leaf import LEAF, QUEUE, SAID, Entry, hashed, stamped
from declare.audit.models import AuditCheckpoint, AuditNode
from declare.audit.recount import Recount, edge
from declare.extensions import vault
from declare.law import Text
from declare.vault.merkle import Hash

AT_ONCE = 2_000
"""Rows that are held in memory at a time."""

Head = tuple[int, Hash]
"""A size and the root at that size, as a receipt or a signed checkpoint carries it."""

Source = Callable[[Session], Iterable[Head]]
"""Gives the heads that something outside the audit bears witness to, such as the receipts handed out."""

MISSING, EDITED, FORGED, TREE, HEAD, SIGNATURE, WAITING = "missing edited forged tree head signature waiting".split()

SAYS = {
    "": Text("审计记录共{size}条，校验通过。", "The audit holds {size} leaves and verifies."),
    MISSING: Text("第{seq}条缺失。", "Leaf {seq} is missing."),
    EDITED: Text("第{seq}条被改动。", "Leaf {seq} was changed."),
    FORGED: Text("第{seq}条不是本系统写入的。", "Leaf {seq} was not written by this system."),
    TREE: Text("第{seq}条与哈希树不符。", "Leaf {seq} does not fit the tree."),
    HEAD: Text(
        "自第{seq}条起，与此前见证的{witness}条时的记录不符。",
        "From leaf {seq} on, the audit is not the one witnessed at {witness} leaves.",
    ),
    SIGNATURE: Text(
        "{witness}条时的检查点签名无效。", "The checkpoint at {witness} leaves is not signed by this system."
    ),
    WAITING: Text(
        "第{seq}条之前等待编入的记录中，有的不是本系统写入的。",
        "Among what waits to become leaf {seq} something was not written by this system.",
    ),
}
"""What is said of each kind of misfit, and where there is none."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the audit verifies; if not, the first leaf that does not fit, what is wrong (`kind`), and the size of the head it contradicts.

    `root` is over all leaves read; `since` the size at which the reading began.
    """

    fits: bool
    size: int
    root: Hash
    first: int | None
    kind: str = ""
    witness: int = 0
    since: int = 0

    @property
    def says(self) -> Text:
        """The verdict in one sentence."""
        return SAYS[self.kind].filled(size=self.size, seq=self.first or 0, witness=self.witness)


class _Misfit(Exception):
    """The first thing that does not fit."""

    def __init__(self, seq: int, kind: str, *, witness: int = 0) -> None:
        self.seq, self.kind, self.witness = seq, kind, witness


def verify(session: Session, *, witnesses: Iterable[Head] = (), since: AuditCheckpoint | None = None) -> Verdict:
    """Recomputes the whole audit, or what came after a signed checkpoint, and compares it with the tree, the checkpoints and `witnesses`.

    Witnesses are heads known from elsewhere: the size and root of receipts. Leaves, nodes and checkpoints are streamed.
    """
    count, begun = Recount(), since.size if since else 0
    try:
        if since is not None:
            count = _from(session, since)
        _recompute(session, count, _heads(session, witnesses, after=count.size))
    except _Misfit as wrong:
        return Verdict(False, count.size, count.root(), wrong.seq, wrong.kind, wrong.witness, begun)
    return Verdict(fits=True, size=count.size, root=count.root(), first=None, since=begun)


def _recompute(session: Session, count: Recount, heads: list[Head]) -> None:
    """Goes through all leaves after those already counted; raises at the first that does not fit."""
    end = tree.size(session)  # known after the heads: what is written meanwhile by others comes after all three
    nodes = _Nodes(session, after=count.size, end=end)
    witnessed = _Witnessed(count, heads)
    mac = vault.mac("audit")
    try:
        for row in _stream(session, _LEAVES.where(LEAF.c.seq > count.size, LEAF.c.seq <= end)):
            seq, found = count.size + 1, row[-2]
            _check(row, expected=seq)
            if mac(found) != row[-1]:
                raise _Misfit(seq, FORGED)
            nodes.expect(seq, count.add(found))
            if witnessed.due == seq:
                witnessed.compare()
    finally:
        nodes.compare()  # what they do not fit comes before whatever else was found
    nodes.demand_end()
    witnessed.demand_end()
    if not all(mac(stamped(Entry(*said))) == stamp for *said, stamp in _stream(session, _WAITING)):
        raise _Misfit(count.size + 1, WAITING)


def _check(row: tuple[Any, ...], *, expected: int) -> None:
    """Whether one leaf stands in its place and says what it said."""
    if row[0] != expected:
        raise _Misfit(expected, MISSING)
    try:
        intact = hashed(*row[:-2]) == row[-2]
    except (ValueError, AttributeError, TypeError, OverflowError):
        intact = False
    if not intact:
        raise _Misfit(expected, EDITED)


class _Nodes:
    """The stored subtrees, in the order in which the leaves completed them; compared many at a time."""

    def __init__(self, session: Session, *, after: int, end: int) -> None:
        self._session, self._end = session, end
        self._rows = _stream(session, _NODES.where(AuditNode.done > after, AuditNode.done <= end))
        self._expected: list[tuple[int, int, Hash]] = []

    def expect(self, seq: int, made: list[Hash]) -> None:
        """The next stored subtrees are those that leaf `seq` completes."""
        for level, found in enumerate(made, start=1):
            self._expected.append((seq, level, found))
        if len(self._expected) > AT_ONCE:
            self.compare()

    def compare(self) -> None:
        """Compares what is expected so far with what is stored."""
        expected, self._expected = self._expected, []
        stored = list(islice(self._rows, len(expected)))
        if stored != expected:
            first = next(at for at, known in enumerate(expected) if at >= len(stored) or tuple(stored[at]) != known)
            raise _Misfit(expected[first][0], TREE)

    def demand_end(self) -> None:
        """No subtree is left over: one that is names leaves that are gone."""
        left = next(self._rows, None)
        if left is not None:
            raise _Misfit(left[0], TREE)
        if self._session.scalar(_ORPHAN.where(AuditNode.done > self._end)) is not None:
            raise _Misfit(self._end + 1, MISSING)


class _Witnessed:
    """The heads known from before, smallest first."""

    def __init__(self, count: Recount, heads: list[Head]) -> None:
        self._count = count
        self._agreed = count.size
        self._heads = iter(heads)
        self._next = next(self._heads, None)

    @property
    def due(self) -> int:
        """The size of the next head."""
        return self._next[0] if self._next else 0

    def compare(self) -> None:
        """Compares the count with every head of its size."""
        while self._next is not None and self._next[0] <= self._count.size:
            size, root = self._next
            if size != self._count.size or root != self._count.root():
                raise _Misfit(self._agreed + 1, HEAD, witness=size)
            self._next = next(self._heads, None)
            if self._next is None or self._next[0] > size:
                self._agreed = size

    def demand_end(self) -> None:
        """No head is left that witnessed more leaves than there are."""
        if self._next is not None:
            raise _Misfit(self._count.size + 1, MISSING)


def _heads(session: Session, witnesses: Iterable[Head], *, after: int) -> list[Head]:
    """Every head to compare with beyond those already agreed on: the signed ones of this database and those handed in."""
    stored = session.scalars(select(AuditCheckpoint).order_by(AuditCheckpoint.size)).all()
    for head in stored:
        if not genuine(head):
            raise _Misfit(head.size, SIGNATURE, witness=head.size)
    known = chain(((head.size, head.root) for head in stored), witnesses)
    return sorted({(size, root) for size, root in known if size > after})


def _from(session: Session, head: AuditCheckpoint) -> Recount:
    """A count that starts at a signed checkpoint: the stored subtrees up to there give the root that was signed."""
    if not genuine(head):
        raise _Misfit(head.size, SIGNATURE, witness=head.size)
    found = tree.stored(session.connection(), edge(head.size))
    count = Recount(head.size, [found.get(key, b"") for key in edge(head.size)])
    if count.root() != head.root:
        raise _Misfit(head.size, HEAD, witness=head.size)
    return count


_AS_STORED = DateTime(timezone=True)
_LEAVES = select(
    *(type_coerce(LEAF.c.at, _AS_STORED) if name == "at" else LEAF.c[name] for name in (*SAID, "hash", "mac"))
).order_by(LEAF.c.seq)
_WAITING = select(*(QUEUE.c[name] for name in (*Entry._fields, "mac"))).order_by(QUEUE.c.id)
_ORPHAN = select(AuditNode.done).where(AuditNode.done.not_in(select(LEAF.c.seq))).order_by(AuditNode.done).limit(1)
_NODES = select(AuditNode.done, AuditNode.level, AuditNode.hash).order_by(AuditNode.done, AuditNode.level)


def _stream(session: Session, chosen: Select[*tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    """Rows, a few thousand at a time."""
    return iter(session.execute(chosen.execution_options(yield_per=AT_ONCE)))
