"""What surrounds all declarants: units, who belongs where, and the lists the unit itself keeps."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from declare.items.folding import folded
from declare.items.registries import Award, Managed, ReferencePrice, TreasuryPayment, Venue
from declare.items.spec import Entry, Record
from declare.items.work import Custody
from declare.rules.spelling import plain

E = TypeVar("E", bound=Entry)

SHORTEST_NAME = 4
"""Characters a name must have to be matched alone; shorter ones are too often somebody else's."""

LISTS: tuple[type[Entry], ...] = (Managed, Venue, ReferencePrice, Award, TreasuryPayment, Custody)
"""Records that concern the corps as a whole and are held ready for every declarant."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A disclosure, a row of an extract or a work record: where it stands, its filing or receiving day, whose it is."""

    row: Entry
    place: str = ""
    on: date | None = None
    declarant: str = ""
    ref: str = ""


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """A unit: its code and name, the unit above it, its region, the place whose local numbers hold there."""

    code: str
    name: str = ""
    parent: str = ""
    region: str = ""
    site: str = ""


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """Somebody of a unit, and the body that manages them."""

    id_number: str
    name: str = ""
    unit: str = ""
    managed_by: str = ""


class People(Protocol):
    """Who belongs where, as far as it was asked for."""

    def person(self, id_number: str) -> PersonFacts | None:
        """The person of that identity number."""

    def named(self, name: str, unit: str) -> Iterable[PersonFacts]:
        """The persons of that folded name in the unit of that code."""


class Directory:
    """People who are all known by heart."""

    def __init__(self, people: Iterable[PersonFacts] = ()) -> None:
        self._known: dict[str, PersonFacts] = {}
        self._named: dict[tuple[str, str], dict[str, PersonFacts]] = {}
        for one in people:
            number = plain(one.id_number)
            self._known[number] = one
            self._named.setdefault((folded(one.name), one.unit), {})[number] = one

    def person(self, id_number: str) -> PersonFacts | None:
        """The person of that identity number."""
        return self._known.get(plain(id_number))

    def named(self, name: str, unit: str) -> Iterable[PersonFacts]:
        """The persons of that folded name in the unit of that code."""
        return self._named.get((name, unit), {}).values()


class Around:
    """The whole corps as rules see it; nothing in it changes while rules run."""

    def __init__(
        self, *, units: Iterable[UnitFacts] = (), lists: Iterable[Kept] = (), people: People | None = None
    ) -> None:
        self.units: Mapping[str, UnitFacts] = {unit.code: unit for unit in units}
        self.people: People = people or Directory()
        self._kept: dict[int, Kept] = {}
        self._rows: dict[type[Entry], list[Entry]] = {kind: [] for kind in LISTS}
        for kept in lists:
            self._kept[id(kept.row)] = kept
            self._rows[type(kept.row)].append(kept.row)
        self._named_units = {folded(unit.name): unit.code for unit in self.units.values() if unit.name}
        self._index()

    def _index(self) -> None:
        """Makes the lists answer by code, name and number."""
        self.managed = self.rows(Managed)
        self.venues = self.rows(Venue)
        self.prices = self.rows(ReferencePrice)
        self._managed_codes = {plain(one.uscc) for one in self.managed} - {""}
        self._managed_codes_as_written = {folded(one.uscc) for one in self.managed} - {""}
        names = {folded(one.name) for one in self.managed} - {""}
        self._managed_names_as_written = names
        self._managed_names = {name for name in names if len(name) >= SHORTEST_NAME}
        self._managed_openings: dict[str, list[str]] = {}
        for name in sorted(self._managed_names):
            self._managed_openings.setdefault(name[:SHORTEST_NAME], []).append(name)
        self._awards = _by(self.rows(Award), lambda award: (plain(award.supplier_uscc), folded(award.supplier)))
        self.treasury = self.rows(TreasuryPayment)
        self.treasury_reach = self._until(self.treasury)
        self._paid = {plain(one.receipt_number): one for one in self.treasury if one.receipt_number}
        self._custody = _by(self.rows(Custody), lambda custody: (custody.gift.strip(),))

    def _until(self, payments: Iterable[TreasuryPayment]) -> date:
        """Until when the treasury's extracts tell: the latest day one was received or something was paid in."""
        kept = (self.kept(payment) for payment in payments)
        days = [*(one.on for one in kept if one and one.on), *(one.paid_in for one in payments if one.paid_in)]
        return max(days, default=date.min)

    def rows(self, kind: type[E]) -> tuple[E, ...]:
        """Every row of one of the lists, in the order they came."""
        return tuple(row for row in self._rows[kind] if isinstance(row, kind))

    def with_people(self, people: People) -> "Around":
        """The same corps, with other people known."""
        other = object.__new__(Around)
        other.__dict__.update(self.__dict__)
        other.people = people
        return other

    def manages(self, *, uscc: str = "", name: str = "") -> bool:
        """Whether a company or person is managed or served by the unit: by the exact code, else by the whole name."""
        return plain(uscc) in self._managed_codes or folded(name) in self._managed_names

    def lists_as_managed(self, *, uscc: str, name: str) -> bool:
        """Whether a firm reads, by code or by name of whatever length, like one on the list of managed bodies."""
        if not self.managed:
            return False
        return folded(uscc) in self._managed_codes_as_written or folded(name) in self._managed_names_as_written

    def managed_in(self, text: str) -> set[str]:
        """The names of managed bodies that stand in a folded text; those too short to be told are left out."""
        openings = self._managed_openings
        if not openings:
            return set()
        starts = ((at, openings.get(text[at : at + SHORTEST_NAME], ())) for at in range(len(text)))
        return {name for at, names in starts for name in names if text.startswith(name, at)}

    def awards_to(self, *, uscc: str = "", name: str = "") -> tuple[Award, ...]:
        """Awards to one supplier, by the exact code, else by the whole name."""
        found = self._awards.get(plain(uscc), ()) if uscc else ()
        return tuple(found or (self._awards.get(folded(name), ()) if len(folded(name)) >= SHORTEST_NAME else ()))

    def paid_in(self, receipt_number: str) -> TreasuryPayment | None:
        """What reached the treasury under a receipt number."""
        return self._paid.get(plain(receipt_number)) if receipt_number else None

    def custody_of(self, ref: str) -> tuple[Custody, ...]:
        """What became of one gift that was handed over."""
        return tuple(self._custody.get(ref.strip(), ()))

    def unit(self, code: str) -> UnitFacts | None:
        """A unit by its code, or by its name."""
        if not self.units:
            return None
        return self.units.get(code) or self.units.get(self._named_units.get(folded(code), ""))

    def above(self, code: str) -> Iterator[UnitFacts]:
        """The units above one, the nearest first."""
        seen = {code}
        unit = self.unit(code)
        while unit and unit.parent not in seen and (unit := self.unit(unit.parent)):
            seen.add(unit.code)
            yield unit

    def below(self, code: str, ancestor: str) -> bool:
        """Whether a unit lies below another."""
        return any(unit.code == ancestor for unit in self.above(code))

    def same_or_below(self, code: str, ancestor: str) -> bool:
        """Whether a unit is another or lies below it."""
        return bool(code) and (code == ancestor or self.below(code, ancestor))

    def local_place(self, code: str) -> str:
        """The place whose local numbers hold in a unit: its own, or that of the nearest unit above."""
        unit = self.unit(code)
        if unit is None:
            return ""
        return unit.site or next((one.site for one in self.above(code) if one.site), "")

    def home_of(self, id_number: str) -> str:
        """The code of the unit a person belongs to, "" where it is not known."""
        found = self.people.person(id_number)
        return found.unit if found else ""

    def who(self, name: str, unit: str) -> str:
        """The identity number of the one person of that name in the unit of that code or name; "" for none or several."""
        home = self.unit(unit)
        found = list(self.people.named(folded(name), home.code)) if home and name.strip() else []
        return found[0].id_number if len(found) == 1 else ""

    def kept(self, record: Record) -> Kept | None:
        """A row of the lists with where it stands."""
        return self._kept.get(id(record))


def _by(rows: Iterable[E], keys: Callable[[E], tuple[str, ...]]) -> dict[str, list[E]]:
    """Rows by each of their keys."""
    found: dict[str, list[E]] = {}
    for row in rows:
        for key in set(keys(row)) - {""}:
            found.setdefault(key, []).append(row)
    return found


NOWHERE = Around()
"""A corps of which nothing is known."""
