"""The tree computed anew from the leaves, one after the other, in memory that does not grow with them."""

from declare.vault.merkle import EMPTY, Hash, node_hash


class Recount:
    """The tree over the leaves seen so far: the complete subtrees on its right edge, largest first."""

    def __init__(self, size: int = 0, edge: list[Hash] | None = None) -> None:
        self.size = size
        self._edge = edge or []

    def add(self, leaf: Hash) -> list[Hash]:
        """Takes the next leaf; the subtrees it completes, smallest first."""
        self.size += 1
        made: list[Hash] = []
        found, rest = leaf, self.size
        while not rest & 1:
            found = node_hash(self._edge.pop(), found)
            made.append(found)
            rest >>= 1
        self._edge.append(found)
        return made

    def root(self) -> Hash:
        """The root over the leaves seen so far."""
        if not self._edge:
            return EMPTY
        found = self._edge[-1]
        for left in reversed(self._edge[:-1]):
            found = node_hash(left, found)
        return found


def edge(size: int) -> list[tuple[int, int]]:
    """The complete subtrees on the right edge of a tree of that size, largest first, each by its last leaf and its level."""
    levels = [level for level in range(size.bit_length() - 1, -1, -1) if size >> level & 1]
    keys, done = [], 0
    for level in levels:
        done += 1 << level
        keys.append((done, level))
    return keys
