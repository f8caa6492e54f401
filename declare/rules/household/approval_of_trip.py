"""因私出国（境）应按规定报经批准，并填写审批机构。"""

from collections.abc import Iterator

from declare.items.passports import TripAbroad
from declare.items.permits import TripHkmt
from declare.items.spec import table_of
from declare.law import D18, D23, ZWCF, Text
from declare.rules.book import rule
from declare.rules.cases import day, flagged, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import DECLARANT, Found, finding
from declare.rules.likeness import of_table
from declare.rules.wording import Words

NOBODY = Words(("", "无", "没有", "-", "--", "/"))
SAYS = Text(
    "《{table}》第{row}次出行没有填写审批机构，请核对，未经批准的请说明。",
    "Trip no. {row} of “{table}” names nobody who approved it. Please check, and explain if it was not approved.",
)


@rule(
    "B07",
    Text("因私出境无审批机构", "Trip without an approving body"),
    severity=3,
    basis=(D23.article(91), D18.article(82, verified=False), ZWCF.article(31)),
    audience=DECLARANT,
    says=SAYS,
    reads=(TripAbroad, TripHkmt),
)
def approval_of_trip(facts: Facts) -> Iterator[Found]:
    """Private trips for which nobody is named who approved them."""
    trips: tuple[TripAbroad | TripHkmt, ...] = (*facts.rows(TripAbroad), *facts.rows(TripHkmt))
    for trip in trips:
        if trip.approved_by in NOBODY:
            says = of_table(SAYS, table_of(type(trip)))
            yield finding(trip, "approved_by", says=says, on=trip.left, left=trip.left)


def _abroad(approved_by: str) -> TripAbroad:
    return TripAbroad(left=day("2025-05-02"), approved_by=approved_by)


def _visit(approved_by: str) -> TripHkmt:
    return TripHkmt(left=day("2025-05-02"), approved_by=approved_by)


approval_of_trip.cases(
    silent("出国，填了审批机构", report(_abroad("江东市消防救援支队政治部"))),
    silent("往来港澳台，填了审批机构", report(_visit("江东市消防救援支队政治部"))),
    flagged("出国，没有填写", report(_abroad("")), at=("approved_by",)),
    flagged("往来港澳台，没有填写", report(_visit(""))),
    flagged("只有空格", report(_abroad("　 "))),
    flagged("写“无”", report(_abroad("无"))),
    flagged("写“/”", report(_visit("／"))),
    *(flagged(f"写“{word}”", report(_abroad(word))) for word in ("没有", "-", "--")),
    flagged("两次都没有填写，各一条", report(_abroad(""), _visit("")), times=2),
    flagged("较早的报告引用当时有效的条款", report(_abroad(""), year=2021)),
)
