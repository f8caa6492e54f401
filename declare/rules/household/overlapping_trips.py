"""每次因私出国（境）的返回时间不应早于出发时间，各次行程不应重叠；前次返回与后次出发在同一天的不算重叠。"""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from declare.items.choices import FilingKind
from declare.items.passports import TripAbroad
from declare.items.permits import TripHkmt
from declare.law import FORM, Text
from declare.rules.book import rule
from declare.rules.cases import day, flagged, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import DECLARANT, Found, finding

REVERSED = Text(
    "返回时间{returned}早于出发时间{left}，请核对。",
    "A trip ends on {returned}, before it begins on {left}. Please check.",
)

Trip = TripAbroad | TripHkmt
Dated = tuple[date, date, int, Trip]


@rule(
    "B06",
    Text("出行时间重叠或逆序", "Trips overlap or end before they begin"),
    severity=2,
    basis=(FORM.whole("表3"), FORM.whole("表5")),
    audience=DECLARANT,
    says=Text(
        "{left}至{returned}的行程与{other_left}至{other_returned}的行程时间重叠，请核对。",
        "The trip from {left} to {returned} overlaps the one from {other_left} to {other_returned}. Please check.",
    ),
    reads=(TripAbroad, TripHkmt),
)
def overlapping_trips(facts: Facts) -> Iterator[Found]:
    """Trips abroad and to Hong Kong, Macao and Taiwan that end before they begin, or lie over each other."""
    trips: list[Dated] = []
    rows: tuple[Trip, ...] = (*facts.rows(TripAbroad), *facts.rows(TripHkmt))
    for position, trip in enumerate(rows):
        if trip.left is None or trip.returned is None:
            continue
        if trip.returned < trip.left:
            yield finding(trip, "left", "returned", says=REVERSED, left=trip.left, returned=trip.returned)
        else:
            trips.append((trip.left, trip.returned, position, trip))
    trips.sort(key=_begin)
    if any(later[0] < trip[1] for trip, later in pairwise(trips)):
        yield from _overlaps(trips)


def _overlaps(trips: list[Dated]) -> Iterator[Found]:
    """Each pair of trips that share more than a day; the later one is named first."""
    for index, (left, returned, _, trip) in enumerate(trips):
        for later in trips[index + 1 :]:
            if later[0] >= returned:
                break
            yield finding(
                later[3],
                "left",
                "returned",
                also=((trip, "left"), (trip, "returned")),
                left=later[0],
                returned=later[1],
                other_left=left,
                other_returned=returned,
            )


def _begin(trip: Dated) -> tuple[date, date, int]:
    """What trips are ordered by: the day they began, the day they ended, their place in the report."""
    return trip[:3]


def _abroad(left: str | None, returned: str | None) -> TripAbroad:
    return TripAbroad(left=day(left) if left else None, returned=day(returned) if returned else None)


def _visit(left: str, returned: str) -> TripHkmt:
    return TripHkmt(left=day(left), returned=day(returned))


overlapping_trips.cases(
    silent("一次出行", report(_abroad("2025-05-02", "2025-05-08"))),
    silent("两次不相交", report(_abroad("2025-05-02", "2025-05-08"), _abroad("2025-05-09", "2025-05-12"))),
    silent("前次返回与后次出发同日", report(_abroad("2025-05-02", "2025-05-08"), _abroad("2025-05-08", "2025-05-12"))),
    flagged(
        "重叠一日",
        report(_abroad("2025-05-02", "2025-05-08"), _abroad("2025-05-07", "2025-05-12")),
        at=("left", "returned", "left", "returned"),
        says="2025-05-07至2025-05-12的行程与2025-05-02至2025-05-08的行程时间重叠",
    ),
    flagged("填写次序颠倒也核对", report(_abroad("2025-05-07", "2025-05-12"), _abroad("2025-05-02", "2025-05-08"))),
    flagged("出国与往来港澳重叠", report(_abroad("2025-05-02", "2025-05-08"), _visit("2025-05-04", "2025-05-05"))),
    flagged(
        "当日往返，在另一次行程之内", report(_abroad("2025-05-02", "2025-05-08"), _visit("2025-05-04", "2025-05-04"))
    ),
    silent(
        "当日往返，在另一次出发当日", report(_abroad("2025-05-02", "2025-05-08"), _visit("2025-05-02", "2025-05-02"))
    ),
    silent(
        "当日往返，在另一次返回当日", report(_abroad("2025-05-02", "2025-05-08"), _visit("2025-05-08", "2025-05-08"))
    ),
    silent("同一天两次当日往返", report(_visit("2025-05-02", "2025-05-02"), _visit("2025-05-02", "2025-05-02"))),
    flagged("同一次行程填了两遍", report(_abroad("2025-05-02", "2025-05-08"), _abroad("2025-05-02", "2025-05-08"))),
    flagged(
        "三次两两重叠，三条",
        report(
            _abroad("2025-05-01", "2025-05-10"), _abroad("2025-05-02", "2025-05-09"), _visit("2025-05-03", "2025-05-08")
        ),
        times=3,
    ),
    flagged(
        "长行程之内的两次短行程，两条",
        report(
            _abroad("2025-05-01", "2025-05-30"), _visit("2025-05-03", "2025-05-04"), _visit("2025-05-10", "2025-05-11")
        ),
        times=2,
    ),
    silent("当日往返，返回不早于出发", report(_visit("2025-05-02", "2025-05-02"))),
    flagged("返回早于出发一日", report(_abroad("2025-05-02", "2025-05-01")), at=("left", "returned")),
    flagged(
        "逆序的不再与别的行程比较", report(_abroad("2025-05-08", "2025-05-02"), _visit("2025-05-04", "2025-05-05"))
    ),
    silent("没有填写返回", report(_abroad("2025-05-02", None), _visit("2025-05-04", "2025-05-05"))),
    silent("没有填写出发", report(_abroad(None, "2025-05-08"), _visit("2025-05-04", "2025-05-05"))),
    silent(
        "以前报告的行程不比较",
        report(_abroad("2025-05-02", "2025-05-08")),
        report(_abroad("2025-05-02", "2025-05-08"), kind=FilingKind.CHANGE, filed_on="2025-05-20"),
    ),
)
