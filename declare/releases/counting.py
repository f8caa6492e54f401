"""The statistics profile: how many people, and nothing where it is fewer than k."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from declare.items import EXTENSIONS, TABLES
from declare.items.filing import Filing
from declare.law import Lang, Text
from declare.releases.reduction import STATES
from declare.releases.writers import Sheet

Cell = tuple[str, ...]

FEWER = Text("少于{k}或不予提供", "fewer than {k}, or withheld")

COUNTED = {
    "reports": (("year", "kind", "unit"), Text("报告份数", "Reports")),
    "answers": (("year", "table", "state"), Text("填报情况", "Answers")),
    "entries": (("year", "table", "rows"), Text("填报项数", "Number of entries")),
}
"""The sheets: what the people are counted by, the last column within the others."""

WORDS = {
    "year": Text("年度", "Year"),
    "kind": Text("报告种类", "Kind of report"),
    "unit": Text("单位", "Unit"),
    "table": Text("表", "Table"),
    "state": Text("填报情况", "Answer"),
    "rows": Text("项数", "Entries"),
    "people": Text("人数", "People"),
}

BANDS = ((1, "1"), (2, "2"), (5, "3–5"), (10, "6–10"))


def sheets(lang: Lang) -> list[Sheet]:
    """The sheets of the statistics profile."""
    return [
        Sheet(key, title.to(lang), [*columns, "people"], [WORDS[name].to(lang) for name in (*columns, "people")])
        for key, (columns, title) in COUNTED.items()
    ]


def band(rows: int) -> str:
    """How many entries, in bands."""
    return next((word for high, word in BANDS if rows <= high), ">10")


def cells(report: Filing, *, unit: str, lang: Lang) -> Iterator[tuple[str, Cell]]:
    """The cells one report is counted in, each with its sheet."""
    year = str(report.year)
    yield "reports", (year, report.kind.label.to(lang), unit)
    for table in (*TABLES, *EXTENSIONS):
        answer = getattr(report.tables, table.key)
        if answer is not None:
            title = table.title.to(lang)
            yield "answers", (year, title, STATES[answer.state].to(lang))
            if answer.entries:
                yield "entries", (year, title, band(len(answer.entries)))


def shown(counts: Counter[Cell], *, k: int, lang: Lang) -> Iterable[Sequence[str]]:
    """The rows of a sheet: cells under k withheld, and where it is the only one of its group, the smallest other too.

    Otherwise the one withheld could be told from the sum of the group.
    """
    groups: dict[Cell, list[Cell]] = {}
    for cell in sorted(counts):
        groups.setdefault(cell[:-1], []).append(cell)
    fewer = FEWER.filled(k=k).to(lang)
    for cells in groups.values():
        hidden = _hidden(cells, counts, k)
        yield from ([*cell, fewer if cell in hidden else str(counts[cell])] for cell in cells)


def _hidden(cells: Sequence[Cell], counts: Counter[Cell], k: int) -> set[Cell]:
    """The cells of one group that are withheld."""
    hidden = {cell for cell in cells if counts[cell] < k}
    others = [cell for cell in cells if cell not in hidden]
    if len(hidden) == 1 and others:
        hidden.add(min(others, key=lambda cell: (counts[cell], cell)))
    return hidden
