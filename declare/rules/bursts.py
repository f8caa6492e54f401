"""短期内多次 · Events that lie close together."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import TypeVar

R = TypeVar("R")


def bursts(rows: Sequence[R], day: Callable[[R], date], *, days: int, least: int) -> Iterator[Sequence[R]]:
    """Runs of at least `least` rows that lie within so many days of their first; no row is in two runs.

    The rows come in the order of their days; day one is the day after the first.
    """
    first = 0
    while first < len(rows):
        limit = day(rows[first]) + timedelta(days=days)
        end = first
        while end < len(rows) and day(rows[end]) <= limit:
            end += 1
        if end - first >= least:
            yield rows[first:end]
            first = end
        else:
            first += 1
