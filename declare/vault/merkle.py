"""The hash tree of RFC 9162: one hash stands for a whole list, and short proofs show what is in it.

Hashes are SHA-256, 32 bytes; leaves and inner nodes are told apart by their first byte (RFC 9162, 2.1).
"""

import hashlib
from collections.abc import Callable, Sequence

Hash = bytes
Node = Callable[[int, int], Hash]
"""Gives the hash of a complete subtree by its level (0: leaves) and its index on that level."""

EMPTY: Hash = hashlib.sha256(b"").digest()


def leaf_hash(data: bytes) -> Hash:
    """The hash of one entry."""
    return hashlib.sha256(b"\x00" + data).digest()


def node_hash(left: Hash, right: Hash) -> Hash:
    """The hash of two subtrees, one beside the other."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def split(size: int) -> int:
    """The largest power of two below `size` (2 or more): where a tree divides."""
    return 1 << (size - 1).bit_length() - 1


def span(node: Node, start: int, end: int) -> Hash:
    """The hash over the entries start..end; start lies where a subtree of that size may begin. Asks for O(log n) nodes."""
    size = end - start
    if size == 0:
        return EMPTY
    if size & (size - 1) == 0:
        level = size.bit_length() - 1
        return node(level, start >> level)
    middle = start + split(size)
    return node_hash(span(node, start, middle), span(node, middle, end))


def inclusion(node: Node, *, index: int, size: int) -> tuple[Hash, ...]:
    """The hashes beside the way from entry `index` up to the root of the first `size` entries (RFC 9162, 2.1.3)."""
    path: list[Hash] = []
    start, end = 0, size
    while end - start > 1:
        middle = start + split(end - start)
        if index < middle:
            path.append(span(node, middle, end))
            end = middle
        else:
            path.append(span(node, start, middle))
            start = middle
    return tuple(reversed(path))


def consistency(node: Node, *, first: int, second: int) -> tuple[Hash, ...]:
    """The hashes showing that the first `second` entries begin with the first `first` (RFC 9162, 2.1.4); 0 < first <= second."""
    path: list[Hash] = []
    start, end, whole = 0, second, True
    while first != end:
        middle = start + split(end - start)
        if first <= middle:
            path.append(span(node, middle, end))
            end = middle
        else:
            path.append(span(node, start, middle))
            start, whole = middle, False
    if not whole:
        path.append(span(node, start, end))
    return tuple(reversed(path))


def included(leaf: Hash, *, index: int, size: int, path: Sequence[Hash], root: Hash) -> bool:
    """Whether the leaf is entry `index` of the `size` entries under the root (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    at, last, found = index, size - 1, leaf
    for beside in path:
        if last == 0:
            return False
        if at & 1 or at == last:
            found = node_hash(beside, found)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            found = node_hash(found, beside)
        at, last = at >> 1, last >> 1
    return last == 0 and found == root


def consistent(*, first: int, second: int, path: Sequence[Hash], old: Hash, new: Hash) -> bool:
    """Whether the tree of `second` entries under `new` begins with that of `first` under `old` (RFC 9162, 2.1.4.2)."""
    if first == second:
        return not path and old == new
    if not 0 < first < second or not path:
        return False
    way = [old, *path] if first & (first - 1) == 0 else list(path)
    at, last = first - 1, second - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    before = after = way[0]
    for beside in way[1:]:
        if last == 0:
            return False
        if at & 1 or at == last:
            before, after = node_hash(beside, before), node_hash(beside, after)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            after = node_hash(after, beside)
        at, last = at >> 1, last >> 1
    return last == 0 and before == old and after == new


class Tree:
    """A whole tree held in memory, for lists of a few thousand entries."""

    def __init__(self, leaves: Sequence[Hash]) -> None:
        self.size = len(leaves)
        self._levels = [list(leaves)]
        while len(self._levels[-1]) > 1:
            below = self._levels[-1]
            self._levels.append([node_hash(*below[at : at + 2]) for at in range(0, len(below) - 1, 2)])

    def node(self, level: int, index: int) -> Hash:
        """The hash of a complete subtree."""
        return self._levels[level][index]

    def root(self) -> Hash:
        """The hash that stands for the whole list."""
        return span(self.node, 0, self.size)

    def path(self, index: int) -> tuple[Hash, ...]:
        """The proof of one entry."""
        return inclusion(self.node, index=index, size=self.size)
