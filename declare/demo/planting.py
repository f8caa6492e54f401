"""How each fault of the demo corps is put into a household that was coherent before."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec

from declare.demo.reports import Story
from declare.items.businesses import Business
from declare.items.choices import (
    CompanyKind,
    CompanyState,
    EmployerKind,
    EstateKind,
    EstateSource,
    Ownership,
    TripPurpose,
)
from declare.items.emigration import ResidenceAbroad
from declare.items.passports import TripAbroad
from declare.items.real_estate import RealEstate


def change(story: Story, table: str, index: int = 0, **changes: object) -> None:
    """Changes one entry of the second year."""
    rows = list(story.rows[1][table])
    rows[index] = msgspec.structs.replace(rows[index], **changes)
    story.rows[1][table] = tuple(rows)


def add(story: Story, table: str, entry: Any) -> None:
    """Adds an entry in the second year."""
    story.rows[1][table] = (*story.rows[1].get(table, ()), entry)


def has(table: str) -> Callable[[Story], bool]:
    """Whether a household reports such a matter in the second year."""
    return lambda story: bool(story.rows[1].get(table))


def married(story: Story) -> bool:
    """Whether there is a spouse."""
    return story.household.spouse is not None


def parents(story: Story) -> bool:
    """Whether a parent is listed."""
    return any(member.key == "fa" for member in story.household.members)


def wrong_digit(story: Story) -> None:
    """The last character of a parent's identity number, one further."""
    members = story.household.members
    at = next(index for index, member in enumerate(members) if member.key == "fa")
    number = members[at].id_number
    wrong = "0" if number[-1] != "0" else "1"
    members[at] = msgspec.structs.replace(members[at], id_number=number[:-1] + wrong)


def undeclared_passport(story: Story) -> None:
    """A trip on a passport that is in no report."""
    year = story.years[1]
    trip = TripAbroad(
        left=date(year, 7, 2),
        returned=date(year, 7, 9),
        countries="TH",
        purpose=TripPurpose.TOURISM,
        approved_by="江东消防救援总队政治部",
        passport_number="E99100017",
    )
    add(story, "trips_abroad", trip)


def far_parking(story: Story) -> None:
    """A parking space where the family has no home; it was there the year before too."""
    space = RealEstate(
        owners=("self",),
        ownership=Ownership.SOLE,
        share=Decimal("100.00"),
        source=EstateSource.BOUGHT,
        address="江东省江东市东湖区观澜路77号地下车位218",
        certificate="苏(2014)江东不动产权第0009911号",
        area=Decimal("12.80"),
        kind=EstateKind.PARKING,
        traded="2014-05",
        price=Decimal("11.00"),
        funding="历年积蓄",
    )
    for rows in story.rows:
        rows["real_estate"] = (*rows["real_estate"], space)


def two_welfare_homes(story: Story) -> None:
    """Two homes of the kinds a household may have one of."""
    for rows in story.rows:
        first = msgspec.structs.replace(rows["real_estate"][0], kind=EstateKind.WELFARE)
        second = msgspec.structs.replace(
            first,
            kind=EstateKind.AFFORDABLE,
            address="江东省江东市东湖区观澜路79号3幢1单元501室",
            certificate="苏(2012)江东不动产权第0009912号",
            traded="2012-03",
        )
        rows["real_estate"] = (first, second, *rows["real_estate"][1:])


def unexplained_home(story: Story) -> None:
    """A large home bought in the year, with no word of where the money came from."""
    home = msgspec.structs.replace(
        story.rows[1]["real_estate"][0],
        address="江东省江东市东湖区观澜路81号1幢1单元1801室",
        certificate=f"苏({story.years[1]})江东不动产权第0009913号",
        traded=f"{story.years[1]}-06",
        area=Decimal("212.00"),
        price=Decimal("860.00"),
        funding="",
    )
    add(story, "real_estate", home)


def fire_firm(story: Story) -> None:
    """A spouse's firm for fire equipment where the declarant serves."""
    spouse = story.household.spouse
    firm = Business(
        who=spouse.key if spouse else "",
        company="江东安澜消防器材有限公司",
        uscc="91999999MA0007727M",
        scope="消防器材销售；消防设施检测",
        founded=date(story.years[0] - 4, 3, 8),
        registered_in=story.household.basic.jurisdiction,
        operates_in=story.household.basic.jurisdiction,
        kind=CompanyKind.LIMITED,
        state=CompanyState.OPEN,
        capital=Decimal("100.00"),
        subscribed=Decimal("60.00"),
        percent=Decimal("60.00"),
        related=False,
    )
    for rows in story.rows:
        rows["businesses"] = (*rows.get("businesses", ()), firm)


def short_stay(story: Story) -> None:
    """A stay abroad of eight months, reported as one of a year."""
    spouse = story.household.spouse
    stay = ResidenceAbroad(
        who=spouse.key if spouse else "",
        country="JP",
        city="大阪",
        since=date(story.years[1], 1, 10),
        until=date(story.years[1], 9, 10),
    )
    add(story, "residence_abroad", stay)


def no_account(story: Story) -> None:
    """A spouse who has studied abroad for two years, and no account there."""
    spouse = story.household.spouse
    since = date(story.years[0] - 1, 9, 1)
    stay = ResidenceAbroad(who=spouse.key if spouse else "", country="AU", city="悉尼", since=since)
    for rows in story.rows:
        first = msgspec.structs.replace(
            rows["employment"][0],
            employer="当地大学",
            employer_kind=EmployerKind.STUDENT,
            post="",
            country="AU",
            since=since,
        )
        rows["employment"] = (first, *rows["employment"][1:])
        rows["residence_abroad"] = (stay,)
