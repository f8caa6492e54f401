"""What is about nobody's report: draws, duties, decisions, assessments, the sources in use."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar

from declare.items.spec import Entry, Record
from declare.rules.around import NOWHERE, Around, Kept
from declare.rules.finding import Place
from declare.rules.house import House

E = TypeVar("E", bound=Entry)


class Office:
    """The work around the reports. `sources` says which registries are in use, each since its first extract came."""

    declarant: str | None = None
    year: int | None = None

    def __init__(
        self,
        *,
        kept: Iterable[Kept] = (),
        sources: Mapping[str, date] | None = None,
        today: date,
        around: Around = NOWHERE,
        house: House | None = None,
    ) -> None:
        self.today = today
        self.around = around
        self.house = house
        self.sources: Mapping[str, date] = sources or {}
        self._kept = {id(one.row): one for one in kept}
        found: dict[type[Entry], list[Entry]] = {}
        for one in self._kept.values():
            found.setdefault(type(one.row), []).append(one.row)
        self.told: Mapping[type[Entry], tuple[Entry, ...]] = {kind: tuple(rows) for kind, rows in found.items()}

    @property
    def day(self) -> date:
        """The day whose law is cited where a finding names no other."""
        return self.today

    def each(self, kind: type[E]) -> tuple[E, ...]:
        """The records of one class."""
        return tuple(row for row in self.told.get(kind, ()) if isinstance(row, kind))

    def ref(self, row: Entry) -> str:
        """What a record is known by: its own number, else where it stands."""
        kept = self._kept.get(id(row))
        return (kept.ref or kept.place) if kept else ""

    def standing_of(self, record: Record, field: str | None) -> Place:
        """Where a record stands, found by identity; LookupError where it stands nowhere."""
        kept = self._kept.get(id(record)) or self.around.kept(record)
        if kept is None:
            raise LookupError(f"{type(record).__name__} stands in nothing given to the rule")
        return Place(record=kept.place, field=field)
