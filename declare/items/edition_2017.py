"""The report form in use since 2017: its tables in the order of the form."""

from datetime import date

from declare.items import (
    businesses,
    child_marriage_foreign,
    child_marriage_hkmt,
    criminal_liability,
    emigration,
    employment,
    labour_income,
    marriage,
    overseas_assets,
    passports,
    permits,
    real_estate,
    securities,
    wages,
)
from declare.items.answers import Answer
from declare.items.businesses import Business
from declare.items.child_marriage_foreign import ChildMarriageForeign
from declare.items.child_marriage_hkmt import ChildMarriageHkmt
from declare.items.criminal_liability import CriminalLiability
from declare.items.emigration import Emigration, ResidenceAbroad
from declare.items.employment import Employment
from declare.items.labour_income import LabourIncome
from declare.items.marriage import Marriage
from declare.items.overseas_assets import DepositAbroad, InvestmentAbroad
from declare.items.passports import Passport, TripAbroad
from declare.items.permits import Permit, TripHkmt
from declare.items.private_lending import PrivateLending
from declare.items.real_estate import RealEstate
from declare.items.securities import Fund, Insurance, Stock
from declare.items.spec import Edition, Item, Record, table_of
from declare.items.vehicles import Vehicle
from declare.items.wages import Wages
from declare.law import R17, Text


class Tables(Record, frozen=True, kw_only=True, omit_defaults=True):
    """The answers of one report, a table each; None: the table was not answered."""

    marriage: Answer[Marriage] | None = None
    passports: Answer[Passport] | None = None
    trips_abroad: Answer[TripAbroad] | None = None
    permits: Answer[Permit] | None = None
    trips_hkmt: Answer[TripHkmt] | None = None
    child_marriage_foreign: Answer[ChildMarriageForeign] | None = None
    child_marriage_hkmt: Answer[ChildMarriageHkmt] | None = None
    emigration: Answer[Emigration] | None = None
    residence_abroad: Answer[ResidenceAbroad] | None = None
    employment: Answer[Employment] | None = None
    criminal_liability: Answer[CriminalLiability] | None = None
    wages: Answer[Wages] | None = None
    labour_income: Answer[LabourIncome] | None = None
    real_estate: Answer[RealEstate] | None = None
    stocks: Answer[Stock] | None = None
    funds: Answer[Fund] | None = None
    insurance: Answer[Insurance] | None = None
    businesses: Answer[Business] | None = None
    deposits_abroad: Answer[DepositAbroad] | None = None
    investments_abroad: Answer[InvestmentAbroad] | None = None
    private_lending: Answer[PrivateLending] | None = None
    vehicles: Answer[Vehicle] | None = None


ITEMS: tuple[Item, ...] = (
    marriage.ITEM,
    passports.ITEM,
    permits.ITEM,
    child_marriage_foreign.ITEM,
    child_marriage_hkmt.ITEM,
    emigration.ITEM,
    employment.ITEM,
    criminal_liability.ITEM,
    wages.ITEM,
    labour_income.ITEM,
    real_estate.ITEM,
    securities.ITEM,
    businesses.ITEM,
    overseas_assets.ITEM,
)
"""The 14 matters of articles 3 and 4, in the order of the law."""

EDITION = Edition(
    "2017",
    since=date(2017, 2, 8),
    basis=R17.whole(),
    tables=(
        table_of(Marriage),
        table_of(Passport),
        table_of(TripAbroad),
        table_of(Permit),
        table_of(TripHkmt),
        table_of(ChildMarriageForeign),
        table_of(ChildMarriageHkmt),
        table_of(Emigration),
        table_of(ResidenceAbroad),
        table_of(Employment),
        table_of(CriminalLiability),
        table_of(Wages),
        table_of(LabourIncome),
        table_of(RealEstate),
        table_of(Stock),
        table_of(Fund),
        table_of(Insurance),
        table_of(Business),
        table_of(DepositAbroad),
        table_of(InvestmentAbroad),
    ),
    extensions=(
        table_of(PrivateLending),
        table_of(Vehicle),
    ),
    valuation=Text("填报前最后一个交易日收盘价", "the close of the last trading day before the report is filed"),
    note=R17.note,
)
"""The edition of 2017, with the two local extensions that are none of the 14 items."""
