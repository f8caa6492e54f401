"""What does not fit in the demo corps, planted on purpose: one household a fault, each with the rule that should see it."""

from collections.abc import Callable
from dataclasses import dataclass
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
    MaritalState,
    Ownership,
    TripPurpose,
)
from declare.items.emigration import ResidenceAbroad
from declare.items.passports import TripAbroad
from declare.items.real_estate import RealEstate
from declare.law import Text


@dataclass(frozen=True, slots=True)
class Fault:
    """One planted fault: the rule that should speak, what was planted, in which households it can stand, how."""

    rule: str
    says: Text
    fits: Callable[[Story], bool]
    plant: Callable[[Story], None]


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


def _wrong_digit(story: Story) -> None:
    """The last character of a parent's identity number, one further."""
    members = story.household.members
    at = next(index for index, member in enumerate(members) if member.key == "fa")
    number = members[at].id_number
    wrong = "0" if number[-1] != "0" else "1"
    members[at] = msgspec.structs.replace(members[at], id_number=number[:-1] + wrong)


def _undeclared_passport(story: Story) -> None:
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


def _far_parking(story: Story) -> None:
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


def _two_welfare_homes(story: Story) -> None:
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


def _unexplained_home(story: Story) -> None:
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


def _fire_firm(story: Story) -> None:
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


def _short_stay(story: Story) -> None:
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


def _no_account(story: Story) -> None:
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


FAULTS: tuple[Fault, ...] = (
    Fault(
        "A01", Text("父亲身份证号末位错误", "a wrong last digit in a parent's identity number"), parents, _wrong_digit
    ),
    Fault(
        "A09",
        Text("因私往来港澳、台湾情况未作答", "the table of trips to Hong Kong, Macao and Taiwan is not answered"),
        lambda story: not story.rows[1]["trips_hkmt"],
        lambda story: story.missing.add("trips_hkmt"),
    ),
    Fault(
        "A10",
        Text("工资合计比分项之和多1.20万元", "the total of wages is 1.20 above the sum of its parts"),
        has("wages"),
        lambda story: change(story, "wages", total=story.rows[1]["wages"][0].total + Decimal("1.20")),
    ),
    Fault(
        "A11",
        Text("房价按元填写", "the price of a home entered in yuan"),
        has("real_estate"),
        lambda story: change(story, "real_estate", price=story.rows[1]["real_estate"][0].price * 10000),
    ),
    Fault(
        "B01",
        Text("填报离异，家庭成员中仍有配偶", "divorced, yet a spouse is listed"),
        married,
        lambda story: change(story, "marriage", state=MaritalState.DIVORCED),
    ),
    Fault(
        "B03",
        Text("出国所用护照从未申报", "a trip on a passport never declared"),
        lambda story: not story.rows[1]["trips_abroad"],
        _undeclared_passport,
    ),
    Fault(
        "B07",
        Text("因私出国未填审批机构", "a trip abroad without an approving body"),
        has("trips_abroad"),
        lambda story: change(story, "trips_abroad", approved_by=""),
    ),
    Fault(
        "B12",
        Text("不满一年的国（境）外居留列入一年以上", "eight months abroad reported as a year"),
        married,
        _short_stay,
    ),
    Fault(
        "B16",
        Text("出资比例与出资额不符", "a share that does not fit the amount"),
        has("businesses"),
        lambda story: change(story, "businesses", percent=Decimal("45.00")),
    ),
    Fault("B22", Text("两套保障性住房", "two homes of welfare kinds"), has("real_estate"), _two_welfare_homes),
    Fault(
        "B24", Text("车位所在小区没有住房", "a parking space where there is no home"), has("real_estate"), _far_parking
    ),
    Fault(
        "B25",
        Text("860万元购房未说明资金来源", "a home for 8.6 million without a word on the money"),
        has("real_estate"),
        _unexplained_home,
    ),
    Fault(
        "B30",
        Text("配偶在管辖地经营消防器材", "a spouse sells fire equipment in the jurisdiction"),
        married,
        _fire_firm,
    ),
    Fault(
        "B32", Text("配偶在国（境）外而家庭无境外账户", "a spouse abroad and no account there"), married, _no_account
    ),
)
"""Every planted fault; each stands in a household of its own."""
