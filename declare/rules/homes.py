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
    Feature,
    Known,
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
UNKNOWN = 0.5
"""How alike two areas are of which one is not known."""
PLACE_WITH_AREA, PLACE_ALONE = 0.6, 0.8
"""How alike two places must be where the area agrees too, and where it does not."""
NEIGHBOURS = weighed(DOUBTFUL, Feature(Trait.NUMBER_SLIP, 0.9), Feature(Trait.AREA, 1.0))
"""Certificates one character apart and the area the same: perhaps one home, for the numbers of neighbours are near too."""


@dataclass(frozen=True, slots=True)
class Home(Known):
    """One home as one record tells of it."""

    row: TitleRecord | RealEstate
    certificate: str
    address: Address
    area: float
    dwelling: bool | None

    @property
    def records(self) -> tuple[Entry, ...]:
        """The rows that tell of it."""
        return (self.row,)


def home(row: TitleRecord | RealEstate) -> Home:
    """A row made ready to be compared; without an area it has the area 0."""
    certificate, address = folded(row.certificate), read(row.address)
    key = certificate or address.words + "/".join(address.numbers)
    dwelling = None if row.kind is None else row.kind in DWELLINGS
    return Home(key, row, certificate, address, float(row.area or 0), dwelling)


def homes(rows: Iterable[TitleRecord | RealEstate]) -> list[Home]:
    """Rows made ready to be compared."""
    return [home(row) for row in rows]


def one_home(one: Home, other: Home) -> Match:
    """Whether two records are about one home: by the certificate, else by address, area and kind.

    Compared are only homes of one kind and about one area, or in one region.
    """
    if one.certificate and one.certificate == other.certificate:
        return SAME_NUMBER
    one_kind = one.dwelling is other.dwelling or one.dwelling is None or other.dwelling is None
    area = area_alike(one.area, other.area)
    if one.address.region != other.address.region and not (one_kind and area >= NEAR):
        return APART
    numbers = numbers_alike(one.address.numbers, other.address.numbers)
    if numbers:
        place = place_alike(one.address.words, other.address.words)
        outcome = _outcome(place, numbers, area=area == 1)
        if not one_kind and area < 1:
            outcome = DOUBTFUL if outcome is SAME and area == UNKNOWN else DIFFERENT
        if outcome is not DIFFERENT:
            return weighed(
                outcome, Feature(Trait.PLACE, place), Feature(Trait.HOUSE_NUMBERS, numbers), Feature(Trait.AREA, area)
            )
    return NEIGHBOURS if one_kind and area == 1 and one_slip(one.certificate, other.certificate) else APART


def area_alike(one: float, other: float) -> float:
    """How alike two areas are; half where one of them is not known."""
    if one <= 0 or other <= 0:
        return UNKNOWN
    if one == other:
        return 1.0
    difference, largest = abs(one - other), max(one, other)
    return 1.0 if difference <= max(EQUAL_AREA, EQUAL_SHARE * largest) else 1 - difference / largest


def _outcome(place: float, numbers: float, *, area: bool) -> Outcome:
    """What place, numbers and an equal area say together; numbers never match on a street of another name alone."""
    if numbers == 1:
        if place >= WITHOUT_DISTRICT or (area and place >= PLACE_WITH_AREA):
            return SAME
        return DOUBTFUL if place >= PLACE_ALONE else DIFFERENT
    if place < PLACE_ALONE:
        return DIFFERENT
    if numbers > 0.5:
        return SAME if area else DOUBTFUL
    return DOUBTFUL if area else DIFFERENT
