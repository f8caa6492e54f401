"""Producing an export: who is in it, the rows reduced, the files, the signed manifest."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from declare.law import Lang
from declare.releases import counting, manifest, reading, reduction
from declare.releases.classes import Classes, classes
from declare.releases.models import Profile
from declare.releases.pseudonyms import Pseudonyms
from declare.releases.reading import Corps
from declare.releases.writers import AllWriters
from declare.vault import Reader

K = 10
K_OF_DEMO = 3


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be produced, and what the manifest says about who wanted it and who let it out."""

    profile: Profile
    year: int | None
    formats: Sequence[str]
    k: int
    said: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Produced:
    """What came out: the persons in it, and the counts of the manifest."""

    included: frozenset[int]
    counts: dict[str, Any]


def persons_of(order: Order, corps: Corps) -> tuple[Classes, frozenset[int]]:
    """The classes of an export, and the persons left in it."""
    made = classes(corps.marks.values(), k=order.k, regions=corps.regions)
    return made, frozenset(person for person, marks in corps.marks.items() if made.shown[marks] is not None)


def produce(order: Order, folder: Path, *, reader: Reader, lang: Lang, corps: Corps | None = None) -> Produced:
    """Writes the files of an export and its manifest into a folder; memory does not grow with the reports."""
    corps = corps or reading.corps(order.year, reader)
    made, included = persons_of(order, corps)
    work = _audit if order.profile is Profile.AUDIT else _statistics
    rows = work(order, folder, corps, made, included, reader, lang)
    counts = {
        "people": len(included),
        "rows": rows,
        "coarsened": made.coarsened,
        "left_out": made.left_out,
    }
    about = {"profile": order.profile.value, "filter": {"year": order.year}, "k": order.k, "counts": counts}
    manifest.write(folder, about | order.said)
    return Produced(included, counts)


def _audit(
    order: Order,
    folder: Path,
    corps: Corps,
    made: Classes,
    included: frozenset[int],
    reader: Reader,
    lang: Lang,
) -> dict[str, int]:
    """A row an entry."""
    names, writers = Pseudonyms(), AllWriters(folder, reduction.sheets(lang), order.formats)
    for report in reading.reports(names.shuffled(included), order.year, reader):
        person = report.person_id
        marks = made.shown[corps.marks[person]]
        if marks is None:
            continue
        shown = reduction.shown_marks(marks, units=corps.units, lang=lang)
        head = [names.person(person), *shown, str(report.year), report.kind.label.to(lang)]
        for table, state, entry in reduction.entries(report):
            cells = reduction.reduced(table, entry, person_id=person, names=names, lang=lang)
            said = reduction.STATES[state].to(lang) if state else ""
            writers.row(table.key, [*head, said, *cells])
    writers.close()
    return writers.rows


def _statistics(
    order: Order,
    folder: Path,
    corps: Corps,
    made: Classes,
    included: frozenset[int],
    reader: Reader,
    lang: Lang,
) -> dict[str, int]:
    """Counts of people alone: somebody who stands in a cell twice counts once."""
    counts: dict[str, Counter[counting.Cell]] = {key: Counter() for key in counting.COUNTED}
    counted: set[tuple[str, counting.Cell]] = set()
    last = 0
    for report in reading.reports(sorted(included), order.year, reader):
        if report.person_id != last:
            last = report.person_id
            counted.clear()
        marks = made.shown[corps.marks[last]]
        unit = reduction.shown_marks(marks, units=corps.units, lang=lang)[0] if marks else ""
        for sheet, cell in counting.cells(report, unit=unit, lang=lang):
            if (sheet, cell) not in counted:
                counted.add((sheet, cell))
                counts[sheet][cell] += 1
    writers = AllWriters(folder, counting.sheets(lang), order.formats)
    for key, found in counts.items():
        for row in counting.shown(found, k=order.k, lang=lang):
            writers.row(key, row)
    writers.close()
    return writers.rows
