"""Group F, persons: what registers know of marriages, papers, journeys and status abroad."""

import dataclasses
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from msgspec.structs import replace

from declare.demo.plants.book import near, plant
from declare.demo.plants.editing import add_always, child, spouse, unlike
from declare.demo.plants.household_abroad import grown_apart, journey, papers, passport, permit, visit
from declare.demo.plants.household_family import foreign_marriage
from declare.demo.population.life import Life
from declare.demo.population.registers import hand_over, received
from declare.items.choices import MaritalState
from declare.items.emigration import ResidenceAbroad
from declare.items.registries import (
    Crossing,
    ExitDocument,
    MarriageRecord,
    OverseasStatus,
)
from declare.items.registries.choices import ExitDocumentKind, OverseasStatusKind
from declare.items.spec import Entry

DAY = timedelta(days=1)


def swap(life: Life, kind: type[Entry], fits: Callable[[Any], bool] = bool, **changes: Any) -> None:
    """Changes rows of a register that were handed over."""
    life.extracts = [
        dataclasses.replace(told, row=replace(told.row, **changes))
        if isinstance(told.row, kind) and fits(told.row)
        else told
        for told in life.extracts
    ]


def more(life: Life, *rows: Entry) -> None:
    """Hands over the registers as they are, and these rows more."""
    hand_over(life)
    for row in rows:
        life.extract(row, received(life))


@plant("F01", "single, and the register shows a marriage", MaritalState.MARRIED, needs="single")
@plant("F01", "married, and the register shows a divorce", MaritalState.DIVORCED, needs="spouse")
def marriage_register(life: Life, state: MaritalState) -> None:
    if state is MaritalState.MARRIED:
        life.before.rows["marriage"] = life.now.rows["marriage"] = (
            replace(life.now.rows["marriage"][0], state=MaritalState.SINGLE),
        )
        row = MarriageRecord(
            subject=life.id, spouse_name="沈某", state=state, registered=date(life.now.year - 3, 5, 20)
        )
        more(life, row)
    else:
        hand_over(life)
        swap(life, MarriageRecord, state=state, registered=date(life.now.year - 1, 5, 20))


@plant("F01", "widowed, and the register shows a divorce", needs="single")
def widowed(life: Life) -> None:
    life.before.rows["marriage"] = life.now.rows["marriage"] = (
        replace(life.now.rows["marriage"][0], state=MaritalState.WIDOWED),
    )
    hand_over(life)
    swap(life, MarriageRecord, state=MaritalState.DIVORCED, registered=date(life.now.year - 4, 5, 20))


@near("F01", "the register shows the marriage under a name with a space", needs="spouse")
def spaced(life: Life) -> None:
    hand_over(life)
    name = spouse(life).name
    swap(life, MarriageRecord, spouse_name=f"{name[0]} {name[1:]}", spouse_id_number="")


@plant("F02", "a passport valid in the year that no report shows", -3, 7)
@plant("F02", "a passport that ran out in January of the year", -10, 0)
@near("F02", "a passport that ran out the year before", -11, -1)
def passport_known(life: Life, issued: int, expires: int) -> None:
    year = life.now.year
    number = f"E8{unlike(life, 7)}"
    row = ExitDocument(
        subject=life.id,
        kind=ExitDocumentKind.PASSPORT,
        number=number,
        issued=date(year + issued, 1, 9),
        expires=date(year + expires, 1, 8),
    )
    more(life, row)


@near("F02", "a passport issued after the report")
def passport_since(life: Life) -> None:
    day = life.now.filed_on + DAY
    row = ExitDocument(
        subject=life.id,
        kind=ExitDocumentKind.PASSPORT,
        number=f"E8{unlike(life, 7)}",
        issued=day,
        expires=day.replace(year=day.year + 9),
    )
    more(life, row)


@plant("F03", "a journey no report shows", None)
@plant("F03", "a journey told four days off", 4)
@near("F03", "a journey told three days off at both ends", 3)
def journey_known(life: Life, off: int | None) -> None:
    since, left = date(life.reports[0].year - 1, 3, 1), date(life.now.year, 6, 9)
    held = passport(life, issued=since, expires=since.replace(year=since.year + 10))
    papers(life, (held,))
    told = journey(held.number, left=left, days=6)
    if off is not None:
        life.now.rows["trips_abroad"] = (told,)
    hand_over(life)
    apart = (off or 0) * DAY
    row = Crossing(
        subject=life.id,
        document_number=held.number,
        left=left + apart,
        returned=left + 6 * DAY + apart,
        destinations="JP",
    )
    life.extracts = [told for told in life.extracts if not isinstance(told.row, Crossing)]
    life.extract(row, received(life))


@near("F03", "a journey of another year", needs="three")
def journey_of_other_year(life: Life) -> None:
    since = date(life.reports[0].year - 1, 3, 1)
    papers(life, (passport(life, issued=since, expires=since.replace(year=since.year + 10)),))
    number, left = life.now.rows["passports"][0].number, date(life.now.year + 1, 1, 2)
    more(life, Crossing(subject=life.id, document_number=number, left=left, returned=left + 2 * DAY, destinations="SG"))


@plant("F04", "a permit no report shows", False)
@near("F04", "a permit that ran out before the year", True)
def permit_known(life: Life, over: bool) -> None:
    since = date(life.now.year - (6 if over else 2), 3, 1)
    row = ExitDocument(
        subject=life.id,
        kind=ExitDocumentKind.HK_MACAO,
        number=f"C8{unlike(life, 7)}",
        issued=since,
        expires=since.replace(year=since.year + 5) - DAY,
    )
    more(life, row)


@plant("F04", "a visit no report shows", None)
@near("F04", "a visit told two days off", 2)
def visit_known(life: Life, off: int | None) -> None:
    left = date(life.now.year, 6, 9)
    held = permit(life, since=date(life.reports[0].year - 1, 3, 1))
    papers(life, permits=(held,))
    if off is not None:
        life.now.rows["trips_hkmt"] = (visit(held.number, left=left + off * DAY),)
    hand_over(life)
    life.extracts = [told for told in life.extracts if not isinstance(told.row, Crossing)]
    row = Crossing(subject=life.id, document_number=held.number, left=left, returned=left + 3 * DAY, destinations="HK")
    life.extract(row, received(life))


@plant("F05", "a child married a foreigner, by the register", "US", needs="adult")
@plant("F05", "a child married a resident of Hong Kong, by the register", "HK", needs="adult")
@near("F05", "a child married a citizen, by the register", "CN", needs="adult")
def child_wed(life: Life, country: str) -> None:
    who = child(life)
    row = MarriageRecord(
        subject=who.id_number,
        spouse_name="安娜",
        spouse_country=country,
        state=MaritalState.MARRIED,
        registered=date(life.now.year - 1, 5, 2),
    )
    more(life, row)


@near("F05", "a child married a foreigner, and it is told", needs="in_law")
def child_wed_told(life: Life) -> None:
    foreign_marriage(life, True)
    told = life.now.rows["child_marriage_foreign"][0]
    number = next(one.id_number for one in life.now.members if one.key == told.child)
    row = MarriageRecord(
        subject=number,
        spouse_name=told.spouse_name,
        spouse_country="US",
        state=MaritalState.MARRIED,
        registered=told.registered,
    )
    more(life, row)


@plant("F06", "the spouse has permanent residence abroad", OverseasStatusKind.PERMANENT, 900, needs="spouse")
@plant("F06", "the spouse has another nationality", OverseasStatusKind.NATIONALITY, 400, needs="spouse")
@plant("F06", "the spouse has been abroad for more than a year", OverseasStatusKind.STAY, 500, needs="spouse")
@near("F06", "the spouse has been abroad for half a year", OverseasStatusKind.STAY, 180, needs="spouse")
def status(life: Life, kind: OverseasStatusKind, days: int) -> None:
    since = life.now.filed_on - days * DAY
    more(life, OverseasStatus(subject=spouse(life).id_number, country="CA", kind=kind, since=since))


@near("F06", "a child's year abroad, told", needs="adult")
def stay_told(life: Life) -> None:
    who, since = grown_apart(life), date(life.reports[0].year - 1, 2, 1)
    add_always(life, "residence_abroad", ResidenceAbroad(who=who, country="NZ", city="奥克兰", since=since))
    hand_over(life)
