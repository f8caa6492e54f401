"""Every kind of value a field can have, by the name definitions use."""

from declare.items.kinds.choice import ChoiceKind, OneOf
from declare.items.kinds.dates import Day, Month
from declare.items.kinds.documents import CertificateNo, DocumentNo, PassportNo, PermitNo
from declare.items.kinds.identity import IdNumber, RelativeNumber
from declare.items.kinds.markets import FundCode, SecurityCode
from declare.items.kinds.numbers import Amount, Area, Count, Flag, Percent, Units, Wan, Yuan
from declare.items.kinds.organisations import Uscc
from declare.items.kinds.people import SELF, People, Person
from declare.items.kinds.places import Address, Countries, Country, Currency, Region, Regions, abroad
from declare.items.kinds.text import Line, Lines, Prose

__all__ = [
    "SELF",
    "Address",
    "Amount",
    "Area",
    "CertificateNo",
    "ChoiceKind",
    "Count",
    "Countries",
    "Country",
    "Currency",
    "Day",
    "DocumentNo",
    "Flag",
    "FundCode",
    "IdNumber",
    "Line",
    "Lines",
    "Month",
    "OneOf",
    "PassportNo",
    "People",
    "Percent",
    "PermitNo",
    "Person",
    "Prose",
    "Region",
    "Regions",
    "RelativeNumber",
    "SecurityCode",
    "Units",
    "Uscc",
    "Wan",
    "Yuan",
    "abroad",
]
