"""Classes of people nobody can be picked from: five coarse marks each, made coarser until a class holds k people.

A class under k gives up its unit for the one above (and with it the region), then the grade; what is still under k is
left out and counted (k-anonymity, GB/T 37964-2019).
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

ANY = "*"


class Marks(NamedTuple):
    """The five marks by which somebody might be told apart: path of the unit, grade band, sex, decade of birth, region."""

    unit: str
    grade: str
    sex: str
    decade: str
    region: str


@dataclass(frozen=True, slots=True)
class Classes:
    """For every combination of marks what is shown instead, None where it is left out; how many were coarsened or left out."""

    shown: Mapping[Marks, Marks | None]
    coarsened: int
    left_out: int


def parent(path: str) -> str:
    """The path of the unit above; empty above the topmost."""
    codes = path.strip("/").split("/")[:-1]
    return f"/{'/'.join(codes)}/" if codes else ""


def classes(people: Iterable[Marks], *, k: int, regions: Mapping[str, str]) -> Classes:
    """What is shown of people with these marks, so that every class holds at least k of them.

    `regions` is the region of each unit by its path.
    """
    sizes = Counter(people)
    shown = {marks: marks for marks in sizes}
    while small := _small(shown, sizes, k):
        for marks, now in shown.items():
            if now in small:
                shown[marks] = _coarser(now, regions)
    totals = _totals(shown, sizes)
    kept = {marks: now if totals[now] >= k else None for marks, now in shown.items()}
    coarsened = sum(sizes[marks] for marks, now in kept.items() if now not in (None, marks))
    return Classes(kept, coarsened, sum(sizes[marks] for marks, now in kept.items() if now is None))


def _totals(shown: Mapping[Marks, Marks], sizes: Mapping[Marks, int]) -> Counter[Marks]:
    """How many people each class holds."""
    totals: Counter[Marks] = Counter()
    for marks, now in shown.items():
        totals[now] += sizes[marks]
    return totals


def _small(shown: Mapping[Marks, Marks], sizes: Mapping[Marks, int], k: int) -> set[Marks]:
    """The classes under k that can be made coarser still."""
    totals = _totals(shown, sizes)
    return {now for now, size in totals.items() if size < k and (now.unit or now.grade != ANY)}


def _coarser(marks: Marks, regions: Mapping[str, str]) -> Marks:
    """One step coarser: the unit above with its region, at the top the grade."""
    if marks.unit:
        above = parent(marks.unit)
        return marks._replace(unit=above, region=regions.get(above, ""))
    return marks._replace(grade=ANY)
