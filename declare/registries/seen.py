"""Whether something was seen before, in flat memory: sixteen bytes for each of a million rows, where a set takes a hundred."""

from array import array
from hashlib import blake2b

SMALLEST = 1 << 12
BYTES = 8
"""Of a hash; two of a million different rows share one in one of 37 million files."""


class Seen:
    """Remembers short hashes in one table that grows: a place is free as long as it holds zero."""

    def __init__(self) -> None:
        self._places = array("Q", bytes(BYTES * SMALLEST))
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def add(self, content: bytes) -> bool:
        """Remembers it; False where it was seen before."""
        mark = int.from_bytes(blake2b(content, digest_size=BYTES).digest(), "big") or 1
        if not self._put(self._places, mark):
            return False
        self._count += 1
        if self._count * 2 > len(self._places):
            self._grow()
        return True

    @staticmethod
    def _put(places: "array[int]", mark: int) -> bool:
        """Puts a hash into the next free place from its own on; False where it stands already."""
        last = len(places) - 1
        at = mark & last
        while found := places[at]:
            if found == mark:
                return False
            at = (at + 1) & last
        places[at] = mark
        return True

    def _grow(self) -> None:
        """Doubles the table."""
        wider = array("Q", bytes(BYTES * len(self._places) * 2))
        for mark in self._places:
            if mark:
                self._put(wider, mark)
        self._places = wider
