"""Group D, people: loans, children who married, gifts and dinners as two declarants tell of them."""

from datetime import date, timedelta
from decimal import Decimal

from msgspec.structs import replace

from declare.demo.plants.between_means import unit_name
from declare.demo.plants.book import near, plant
from declare.demo.plants.disclosures_gifts import spring
from declare.demo.plants.editing import (
    alter,
    child,
    in_law,
    put_always,
)
from declare.demo.plants.household_abroad import grown_apart
from declare.demo.population.disclosed import gift, hand_over, invitation
from declare.demo.population.life import Life
from declare.items.choices import EmployerKind, LendingSide, Relation
from declare.items.disclosures.choices import GiftDirection, GiverRelation
from declare.items.employment import Employment
from declare.items.private_lending import PrivateLending

DAY = timedelta(days=1)
D = Decimal


@plant(
    "D06",
    "money borrowed from somebody who serves below",
    LendingSide.BORROWED,
    needs="headquarters",
    other="brigade",
    lives=2,
)
@plant(
    "D06", "money lent to somebody who serves below", LendingSide.LENT, needs="headquarters", other="brigade", lives=2
)
@near(
    "D06",
    "money borrowed from somebody who serves above",
    LendingSide.BORROWED,
    needs="brigade",
    other="headquarters",
    lives=2,
)
def in_line(one: Life, other: Life, side: LendingSide) -> None:
    row = PrivateLending(
        who="self",
        counterparty=other.household.basic.name,
        counterparty_unit=unit_name(other),
        side=side,
        purpose="周转",
        amount=D("10.00"),
        since=date(one.reports[0].year - 1, 6, 1),
    )
    put_always(one, "private_lending", row)


@plant("D06", "money borrowed from a managed body")
def from_managed(life: Life) -> None:
    body = life.world.managed[life.number % len(life.world.managed)].name
    row = PrivateLending(
        who="self",
        counterparty=body,
        side=LendingSide.BORROWED,
        purpose="周转",
        amount=D("10.00"),
        since=date(life.reports[0].year - 1, 6, 1),
    )
    put_always(life, "private_lending", row)


@plant(
    "D07", "two children married, and one report tells it", False, needs="in_law", other="adult", lives=2, told_of=(1,)
)
@near(
    "D07",
    "two children married, and both reports tell it",
    True,
    needs="in_law",
    other="adult",
    lives=2,
    told_of=(0, 1),
)
def in_laws(one: Life, other: Life, told: bool) -> None:
    grown_apart(other)
    partner, mine = in_law(one), child(other)
    alter(
        one,
        partner.key,
        name=mine.name,
        sex=mine.sex,
        born=mine.born,
        id_number=mine.id_number,
        document_kind=mine.document_kind,
    )
    wed = next(member for member in one.now.members if member.key == partner.spouse_of)
    for report in other.reports:
        report.members = [member for member in report.members if member.relation is not Relation.CHILD_SPOUSE]
        report.rows["employment"] = tuple(row for row in report.rows["employment"] if not row.who.startswith("cs"))
        if told:
            report.members.append(
                replace(wed, key="cs9", relation=Relation.CHILD_SPOUSE, spouse_of=mine.key, cohabiting=None)
            )
            report.rows["employment"] = (
                *report.rows["employment"],
                Employment(who="cs9", employer="江东市图书馆", employer_kind=EmployerKind.INSTITUTION, post="馆员"),
            )


@plant("D08", "a gift given to a colleague who has no record", False, lives=2)
@near("D08", "a gift given to a colleague who registered it", True, lives=2, told_of=(0, 1))
def given(one: Life, other: Life, registered: bool) -> None:
    day = spring(one)
    told = gift(
        one,
        day,
        giver=other.household.basic.name,
        giver_unit=unit_name(other),
        direction=GiftDirection.GIVEN,
        outcome=None,
        refusal="",
        relation=GiverRelation.COLLEAGUE,
    )
    one.tell(told, day + DAY)
    if registered:
        spring(other)
        hand_over(
            other,
            gift(
                other,
                day + DAY,
                giver=one.household.basic.name,
                giver_unit=unit_name(one),
                relation=GiverRelation.COLLEAGUE,
            ),
        )


@plant("D09", "a colleague named at a dinner has no record of it", None, lives=2)
@plant("D09", "a colleague named at a dinner declined it", True, lives=2)
@near("D09", "a colleague named at a dinner tells of it too", False, lives=2, told_of=(0, 1))
def dinner(one: Life, other: Life, declined: bool | None) -> None:
    day = spring(one)
    basic = other.household.basic
    one.tell(invitation(day, participants=f"{basic.name}，{unit_name(other)}，{basic.post}"), day + DAY)
    if declined is not None:
        spring(other)
        other.tell(invitation(day, declined=declined, participants=""), day + DAY)
