"""Group B, journeys: the papers used, their validity, overlapping days, approval, custody."""

from datetime import date, timedelta

from msgspec.structs import replace

from declare.demo.plants.book import near, plant
from declare.demo.plants.editing import add, change_always, unlike
from declare.demo.plants.household_abroad import journey, papers, passport, permit, visit
from declare.demo.population.life import Life
from declare.items.choices import PermitKind

DAY = timedelta(days=1)


def long_held(life: Life) -> date:
    """A day well before the first report."""
    return date(life.reports[0].year - 1, 3, 1)


@plant("B03", "a journey on a passport no report shows", False)
@plant("B03", "a journey on a passport no report shows, beside one that is", True)
def undeclared(life: Life, another: bool) -> None:
    since = long_held(life)
    papers(life, (passport(life, issued=since, expires=since.replace(year=since.year + 10)),) if another else ())
    add(life, "trips_abroad", journey(f"E{unlike(life, 8)}", left=date(life.now.year, 7, 2)))


@plant("B03", "a journey on a passport of an earlier report, still valid and not shown again")
def shown_before(life: Life) -> None:
    since = long_held(life)
    held = passport(life, issued=since, expires=since.replace(year=since.year + 10))
    papers(life, (held,))
    life.now.rows["passports"] = (
        passport(life, issued=date(life.now.year, 3, 1), expires=date(life.now.year + 10, 2, 28)),
    )
    add(life, "trips_abroad", journey(held.number, left=date(life.now.year, 2, 2)))


@near("B03", "the number of the passport is not given, and there is only one")
def no_number(life: Life) -> None:
    since = long_held(life)
    papers(life, (passport(life, issued=since, expires=since.replace(year=since.year + 10)),))
    add(life, "trips_abroad", journey("", left=date(life.now.year, 7, 2)))


@plant("B04", "the passport ran out before the journey", -3)
@plant("B04", "the passport ran out on the day before the return", 4)
@near("B04", "the passport ran out on the day of the return", 5)
def ran_out(life: Life, days: int) -> None:
    left = date(life.now.year, 7, 2)
    expires = left + days * DAY
    held = passport(life, issued=expires.replace(year=expires.year - 10) + DAY, expires=expires)
    papers(life, (held,))
    add(life, "trips_abroad", journey(held.number, left=left))


@plant("B04", "the permit was issued after the visit began", 1)
@near("B04", "the permit was issued on the day the visit began", 0)
def not_yet(life: Life, days: int) -> None:
    left = date(life.now.year, 9, 10)
    papers(life)
    held = permit(life, since=left + days * DAY)
    add(life, "permits", held)
    add(life, "trips_hkmt", visit(held.number, left=left))


@plant("B05", "a visit to Taiwan on a permit for Hong Kong", "TW", "held")
@plant("B05", "a visit to Hong Kong on a permit no report shows", "HK", "other")
@near("B05", "a visit without a number, with the permit for that place", "MO", "none")
def visit_without(life: Life, place: str, used: str) -> None:
    held = permit(life, since=long_held(life))
    papers(life, permits=(held,))
    number = {"held": held.number, "other": f"C{unlike(life, 8)}", "none": ""}[used]
    add(life, "trips_hkmt", visit(number, left=date(life.now.year, 9, 10), place=place))


@plant("B05", "a visit to Hong Kong without any permit")
def visit_without_any(life: Life) -> None:
    papers(life)
    add(life, "trips_hkmt", visit("", left=date(life.now.year, 9, 10)))


@near("B05", "through Hong Kong on a declared passport")
def in_transit(life: Life) -> None:
    since = long_held(life)
    held = passport(life, issued=since, expires=since.replace(year=since.year + 10))
    papers(life, (held,))
    add(life, "trips_hkmt", visit(held.number, left=date(life.now.year, 9, 10), days=1))


@near("B05", "a visit to Taiwan on a permit for Taiwan")
def visit_to_taiwan(life: Life) -> None:
    held = permit(life, since=long_held(life), kind=PermitKind.TAIWAN)
    papers(life, permits=(held,))
    add(life, "trips_hkmt", visit(held.number, left=date(life.now.year, 9, 10), place="TW"))


@plant("B06", "two journeys over each other", 2, 5)
@plant("B06", "a journey within another", 1, 2)
@near("B06", "a journey begins on the day another ends", 5, 4)
@near("B06", "a journey begins on the day after another", 6, 4)
def two_journeys(life: Life, after: int, days: int) -> None:
    since, left = long_held(life), date(life.now.year, 7, 2)
    held = passport(life, issued=since, expires=since.replace(year=since.year + 10))
    papers(life, (held,))
    first, second = (
        journey(held.number, left=left),
        journey(held.number, left=left + after * DAY, days=days),
    )
    add(life, "trips_abroad", first, replace(second, countries="TH"))


@plant("B06", "a journey abroad and a visit to Hong Kong over each other")
def journey_and_visit(life: Life) -> None:
    since, left = long_held(life), date(life.now.year, 7, 2)
    held, allowed = passport(life, issued=since, expires=since.replace(year=since.year + 10)), permit(life, since=since)
    papers(life, (held,), (allowed,))
    add(life, "trips_abroad", journey(held.number, left=left))
    add(life, "trips_hkmt", visit(allowed.number, left=left + 2 * DAY))


@plant("B06", "back before setting out")
def back_before(life: Life) -> None:
    since = long_held(life)
    held = passport(life, issued=since, expires=since.replace(year=since.year + 10))
    papers(life, (held,))
    add(life, "trips_abroad", journey(held.number, left=date(life.now.year, 7, 9), days=-4))


@plant("B07", "nobody approved a journey abroad", True, "")
@plant("B07", "nobody approved a visit to Hong Kong", False, "")
@near("B07", "the own unit approved a journey abroad", True, "本单位")
def approved_by(life: Life, abroad: bool, who: str) -> None:
    since = long_held(life)
    held, allowed = passport(life, issued=since, expires=since.replace(year=since.year + 10)), permit(life, since=since)
    papers(life, (held,), (allowed,))
    if abroad:
        add(life, "trips_abroad", replace(journey(held.number, left=date(life.now.year, 5, 3)), approved_by=who))
    else:
        add(life, "trips_hkmt", replace(visit(allowed.number, left=date(life.now.year, 5, 3)), approved_by=who))


@plant("B08", "the declarant keeps the passport", "passports", "本人", needs="passport")
@plant("B08", "the passport lies at home", "passports", "家中", needs="passport")
@plant("B08", "nobody keeps the permit", "permits", "", needs="permit")
@near("B08", "the exit administration keeps the passport", "passports", "江东市公安局出入境管理处", needs="passport")
def kept_by(life: Life, table: str, who: str) -> None:
    change_always(life, table, custodian=who)


@near("B08", "a passport that ran out lies at home")
def expired_at_home(life: Life) -> None:
    expires = date(life.now.year, 5, 20)
    held = passport(life, issued=expires.replace(year=expires.year - 10) + DAY, expires=expires)
    papers(life, (held,))
    life.now.rows["passports"] = (replace(held, custodian="本人"),)
