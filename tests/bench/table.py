"""The one table that `make bench` prints: goal, floor, ours, ratio, held or not."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from tests.bench.harness import Measured

HEAD = ("", "目标 · goal", "下限 · floor", "我们 · ours", "比值 · ratio", "界 · bound", "")
LEFT = frozenset({0, 1, 6})


def width(text: str) -> int:
    """How many columns a text takes on a terminal; a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def duration(seconds: float) -> str:
    """A duration with three figures and its unit."""
    for factor, unit in ((1.0, "s"), (1e3, "ms"), (1e6, "µs")):
        if seconds * factor >= 1:
            return f"{seconds * factor:.3g} {unit}"
    return f"{seconds * 1e9:.3g} ns"


def row(measured: Measured) -> tuple[str, ...]:
    """One goal as cells."""
    held = "达到 · held" if measured.held else "未达 · NOT HELD"
    goal = measured.goal
    return (
        goal.id,
        goal.title,
        *(f"{one:,.0f}" if measured.counted else duration(one) for one in (measured.floor, measured.ours)),
        f"{measured.ratio:.2f}",
        goal.bound,
        held,
    )


def padded(cells: Sequence[str], *, widths: Sequence[int]) -> str:
    """One line of the table."""
    parts = []
    for place, (cell, full) in enumerate(zip(cells, widths, strict=True)):
        room = " " * (full - width(cell))
        parts.append(cell + room if place in LEFT else room + cell)
    return "  ".join(parts).rstrip()


def lines(results: Iterable[Measured]) -> Iterator[str]:
    """The table, line by line."""
    rows = [HEAD, *(row(measured) for measured in results)]
    widths = [max(width(cells[place]) for cells in rows) for place in range(len(HEAD))]
    yield padded(rows[0], widths=widths)
    yield "─" * (sum(widths) + 2 * (len(widths) - 1))
    for cells in rows[1:]:
        yield padded(cells, widths=widths)
