"""The same said in another way: addresses with and without the province, 栋 for 幢, full-width digits, other brackets."""

from typing import Any, TypeVar

from msgspec.structs import replace

from declare.items.answers import Answer
from declare.items.businesses import Business
from declare.items.employment import Employment
from declare.items.passports import Passport, TripAbroad
from declare.items.real_estate import RealEstate
from declare.items.spec import Entry

E = TypeVar("E", bound=Entry)

WIDE = str.maketrans("0123456789()", "０１２３４５６７８９（）")
OTHER = str.maketrans({"幢": "栋", "号": "#"})


def address(text: str) -> str:
    """An address as somebody else would write it."""
    return text.removeprefix("江东省").replace("江东市", "江东", 1).translate(OTHER)


def wide(text: str) -> str:
    """Digits and brackets in full width."""
    return text.translate(WIDE)


def company(text: str) -> str:
    """A company's name with the city in brackets closed otherwise, and a space that slipped in."""
    return wide(text.replace("(", "（")).replace("有限公司", " 有限公司", 1)


def _home(home: RealEstate) -> RealEstate:
    return replace(home, address=address(home.address), certificate=wide(home.certificate))


CHANGES: dict[type[Entry], Any] = {
    RealEstate: _home,
    Business: lambda firm: replace(firm, company=company(firm.company), uscc=firm.uscc.lower()),
    Employment: lambda job: replace(job, employer=wide(job.employer)),
    Passport: lambda passport: replace(passport, number=wide(passport.number)),
    TripAbroad: lambda trip: replace(trip, passport_number=trip.passport_number.lower()),
}


def respelled(said: Answer[E]) -> Answer[E]:
    """A table whose rows are written in another way and say the same."""
    change = CHANGES.get(type(said.entries[0])) if said.entries else None
    return said if change is None else replace(said, entries=tuple(map(change, said.entries)))
