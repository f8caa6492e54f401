"""房产 · A home as a register and as a report tell of it, and whether it is one home."""

from collections.abc import Iterable
from dataclasses import dataclass

from declare.items.choices import EstateKind
from declare.items.folding import folded
from declare.items.real_estate import RealEstate
from declare.items.registries import TitleRecord
from declare.items.spec import Entry
from declare.rules.addresses import WITHOUT_DISTRICT, Address, numbers_alike, place_alike, read
from declare.rules.matching import (
    APART,
    DIFFERENT,
    DOUBTFUL,
    SAME,
    SAME_NUMBER,
    Match,
    Outcome,
    Trait,
    one_slip,
    weighed,
)

DWELLINGS = frozenset(
    (
        EstateKind.COMMODITY,
        EstateKind.WELFARE,
        EstateKind.AFFORDABLE,
        EstateKind.CAPPED,
        EstateKind.SELF_BUILT,
        EstateKind.HOTEL_FLAT,
    )
)
"""住房 · Kinds people live in; every other kind is a garage, a storeroom, a shop and the like."""

EQUAL_AREA, EQUAL_SHARE = 0.5, 0.01
"""Areas are the same within half a square metre or one per cent."""
NEAR = 0.95
"""Homes of one kind in different regions are worth comparing where their areas lie within five per cent."""
REGION = 2
"""An address begins with its prefecture, by a name of two characters mostly."""
UNKNOWN = 0.5
"""How alike two areas are of which one is not known."""
PLACE, HOUSE_NUMBERS, AREA = Trait.PLACE, Trait.HOUSE_NUMBERS, Trait.AREA
PLACE_WITH_AREA, PLACE_ALONE = 0.6, 0.8
"""How alike two places must be where the area agrees too, and where it does not."""
NEIGHBOURS = weighed(DOUBTFUL, (Trait.NUMBER_SLIP, 0.9), (AREA, 1.0))
"""Certificates one character apart and the area the same: perhaps one home, for the numbers of neighbours are near too."""


@dataclass(slots=True, eq=False)
class Home:
    """One home as one record tells of it; `gate` and `door` are the first and the last number of an address that has two."""

    row: TitleRecord | RealEstate
    certificate: str
    address: Address
    gate: str
    door: str
    area: float
    dwelling: bool | None

    @property
    def key(self) -> str:
        """The certificate, else the address."""
        return self.certificate or self.address.words + "/".join(self.address.numbers)

    @property
    def records(self) -> tuple[Entry, ...]:
        """The rows that tell of it."""
        return (self.row,)


def home(row: TitleRecord | RealEstate, address: Address | None = None) -> Home:
    """A row made ready to be compared, its address taken apart before or here; without an area it has the area 0."""
    certificate, address = row.certificate and folded(row.certificate), address or read(row.address)
    numbers = address.numbers
    dwelling = None if row.kind is None else row.kind in DWELLINGS
    gate, door = (numbers[0], numbers[-1]) if len(numbers) > 1 else ("", "")
    return Home(row, certificate, address, gate, door, float(row.area or 0), dwelling)


def homes(rows: Iterable[TitleRecord | RealEstate]) -> list[Home]:
    """Rows made ready to be compared."""
    return [home(row) for row in rows]


def one_home(one: Home, other: Home) -> Match:
    """Whether two records are about one home: by the certificate, else by address, area and kind.

    Two homes of which both the first and the last number differ need no closer look.
    """
    if one.certificate and one.certificate == other.certificate:
        return SAME_NUMBER
    if one.gate != other.gate and one.door != other.door and one.gate and other.gate:
        match = APART
    else:
        match = _by_address(one, other)
    if match is not APART or not (one.certificate and other.certificate):
        return match
    return _by_certificate(one, other)


def _by_address(one: Home, other: Home) -> Match:
    """Homes of one kind and about one area, or in one region, compared by place, numbers and area."""
    one_kind = _one_kind(one, other)
    area = area_alike(one.area, other.area)
    (ours, our_numbers), (theirs, their_numbers) = one.address, other.address
    if ours[:REGION] != theirs[:REGION] and not (one_kind and area >= NEAR):
        return APART
    numbers = numbers_alike(our_numbers, their_numbers)
    place = place_alike(ours, theirs) if numbers else 0.0
    outcome = _outcome(place, numbers, area=area == 1)
    if not one_kind and area < 1:
        outcome = DOUBTFUL if outcome is SAME and not (one.area and other.area) else DIFFERENT
    if outcome is DIFFERENT:
        return APART
    return weighed(outcome, (PLACE, place), (HOUSE_NUMBERS, numbers), (AREA, area))


def _by_certificate(one: Home, other: Home) -> Match:
    """Homes of one kind and area whose certificates are one character apart: a doubt."""
    if area_alike(one.area, other.area) < 1 or not _one_kind(one, other):
        return APART
    return NEIGHBOURS if one_slip(one.certificate, other.certificate) else APART


def _one_kind(one: Home, other: Home) -> bool:
    """Whether both are dwellings or neither is, as far as both records say."""
    return one.dwelling is other.dwelling or one.dwelling is None or other.dwelling is None


def area_alike(one: float, other: float) -> float:
    """How alike two areas are; half where one of them is not known."""
    if one <= 0 or other <= 0:
        return UNKNOWN
    if one == other:
        return 1.0
    difference, largest = abs(one - other), max(one, other)
    return 1.0 if difference <= max(EQUAL_AREA, EQUAL_SHARE * largest) else 1 - difference / largest


def _outcome(place: float, numbers: float, *, area: bool) -> Outcome:
    """What place, numbers and an equal area say together: no likeness of the place outweighs another room."""
    if numbers == 1:
        if place >= WITHOUT_DISTRICT or (area and place >= PLACE_WITH_AREA):
            return SAME
        return DOUBTFUL if place >= PLACE_ALONE else DIFFERENT
    if place < PLACE_ALONE:
        return DIFFERENT
    if numbers > 0.5:
        return SAME if area else DOUBTFUL
    return DOUBTFUL if area else DIFFERENT
