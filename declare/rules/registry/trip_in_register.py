"""因私出国应当逐次在因私出国情况表中填报。"""

from collections.abc import Iterator

from declare.items.passports import Passport, TripAbroad
from declare.items.permits import TripHkmt
from declare.items.registries import Crossing, ExitDocument
from declare.items.registries.choices import ExitDocumentKind
from declare.law import M17, R17, Text
from declare.rules.around import Kept
from declare.rules.book import rule
from declare.rules.cases import DECLARANT_ID, SPOUSE_ID, day, extract, flagged, report, silent
from declare.rules.exit_papers import APART_BY, Trip, crossings, one_end, one_journey
from declare.rules.facts import Facts
from declare.rules.finding import REVIEWER, Found, finding
from declare.rules.household_scenes import SPOUSE
from declare.rules.registered import in_any_report, with_hint
from declare.rules.spelling import plain

NEAR_HOME = {"HK", "MO", "TW"}

SAYS = Text(
    "出入境记录显示{left}持普通护照出境，各次报告的因私出国情况表中都没有这一行程，请核对。",
    "The register shows a journey on an ordinary passport, leaving on {left}, that is in no report’s table of private "
    "trips abroad. Please check.",
)


@rule(
    "F03",
    Text("因私出国报告中未见", "Trip abroad not in any report"),
    severity=4,
    basis=(R17.article(3, 2), M17.article(4, 2)),
    clause="M17-4(2)",
    audience=REVIEWER,
    says=SAYS,
    thresholds=(APART_BY,),
    reads=(Crossing,),
)
def trip_in_register(facts: Facts) -> Iterator[Found]:
    """Journeys on ordinary passports in the year reported on that no report tells of."""
    journeys = crossings(facts, ExitDocumentKind.PASSPORT)
    trips: list[Trip] = [*in_any_report(facts, TripAbroad)] if journeys else []
    days = {(trip.left, trip.returned) for trip in trips}
    for crossing in journeys:
        if (crossing.left, crossing.returned) in days:
            continue
        told = [*trips, *_transit(facts, crossing)]
        if any(one_journey(crossing, trip, facts=facts) for trip in told):
            continue
        near = one_end(crossing, told, facts=facts)
        yield finding(
            crossing,
            "left",
            also=(near,) if near else (),
            says=with_hint(SAYS, near),
            thresholds=(APART_BY,),
            left=crossing.left,
            returned=crossing.returned,
        )


def _transit(facts: Facts, crossing: Crossing) -> list[TripHkmt]:
    """Trips to Hong Kong, Macao or Taiwan that may have been made on this passport."""
    number = plain(crossing.document_number)
    places = {place.strip() for place in crossing.destinations.split(",")}
    there = places <= NEAR_HOME
    return [trip for trip in in_any_report(facts, TripHkmt) if there or plain(trip.permit_number) == number]


def _crossing(
    left: str | None = "2025-05-02",
    returned: str | None = "2025-05-08",
    *,
    number: str = "E12345678",
    destinations: str = "JP",
    subject: str = DECLARANT_ID,
) -> Kept:
    row = Crossing(
        subject=subject,
        document_number=number,
        left=day(left) if left else None,
        returned=day(returned) if returned else None,
        destinations=destinations,
    )
    return extract(row, received="2026-03-01")


def _trip(left: str | None = "2025-05-02", returned: str | None = "2025-05-08") -> TripAbroad:
    return TripAbroad(left=day(left) if left else None, returned=day(returned) if returned else None)


def _hkmt(number: str = "") -> TripHkmt:
    return TripHkmt(left=day("2025-05-02"), returned=day("2025-05-08"), permit_number=number)


_NONE = (TripAbroad, TripHkmt)
_OLD = ExitDocument(subject=DECLARANT_ID, kind=ExitDocumentKind.PASSPORT, number="X123")
_PERMIT = ExitDocument(subject=DECLARANT_ID, kind=ExitDocumentKind.HK_MACAO, number="E12345678")

trip_in_register.cases(
    silent("已填报", report(_trip()), _crossing()),
    flagged("没有填报", report(none=_NONE), _crossing(), at=("left",)),
    flagged("填报的是另一次", report(_trip("2025-08-01", "2025-08-05")), _crossing()),
    silent("出发相差三天", report(_trip("2025-05-05")), _crossing()),
    silent("填报早三天", report(_trip("2025-04-29")), _crossing()),
    flagged("出发相差四天", report(_trip("2025-05-06")), _crossing(), at=("left", "trips_abroad")),
    silent("返回相差三天", report(_trip(returned="2025-05-11")), _crossing()),
    flagged("返回相差四天", report(_trip(returned="2025-05-12")), _crossing()),
    silent("填报没有返回日期", report(_trip(returned=None)), _crossing()),
    flagged("填报没有出发日期", report(_trip(left=None)), _crossing()),
    silent("记录没有返回日期", report(_trip()), _crossing(returned=None)),
    silent(
        "报告日以后才返回，只比较出发", report(_trip("2025-12-30", "2026-01-10")), _crossing("2025-12-30", "2026-03-01")
    ),
    silent("上年12月出境", report(none=_NONE), _crossing("2024-12-31", "2025-01-05")),
    flagged("1月1日出境", report(none=_NONE), _crossing("2025-01-01", "2025-01-05")),
    flagged("12月31日出境", report(none=_NONE), _crossing("2025-12-31", "2026-01-05")),
    silent("次年出境", report(none=_NONE), _crossing("2026-01-01", "2026-01-05")),
    silent("记录没有出境日期", report(none=_NONE), _crossing(None)),
    silent("以前的报告填过", report(none=_NONE), report(_trip(), year=2024, filed_on="2025-06-01"), _crossing()),
    silent("公务护照", report(none=_NONE), _crossing(number="PE1234567")),
    silent("往来港澳通行证另行核对", report(none=_NONE), _crossing(number="C12345678", destinations="HK")),
    silent("没有写证件号", report(none=_NONE), _crossing(number="")),
    silent("看不出是什么证件", report(none=_NONE), _crossing(number="X123")),
    flagged("证件登记写明是普通护照", report(none=_NONE), _crossing(number="X123"), extract(_OLD)),
    flagged("报告填过这本护照", report(Passport(number="X123"), none=_NONE), _crossing(number="X123")),
    silent("证件登记写明是通行证", report(none=_NONE), _crossing(), extract(_PERMIT)),
    silent("持护照去香港，填在往来港澳台表", report(_hkmt()), _crossing(destinations="HK,MO")),
    silent("持护照去港澳台三地", report(_hkmt()), _crossing(destinations="HK, MO, TW")),
    flagged("持护照去日本，填在往来港澳台表", report(_hkmt()), _crossing(destinations="HK,JP")),
    flagged("没有写前往地，也没有写这本护照", report(_hkmt()), _crossing(destinations="")),
    silent("往来港澳台表写明用的是这本护照", report(_hkmt("E12345678")), _crossing(destinations="")),
    silent("配偶出境不报告", report(none=_NONE, family=SPOUSE), _crossing(subject=SPOUSE_ID)),
    flagged("两次都没有填报，各一条", report(none=_NONE), _crossing(), _crossing("2025-10-01", "2025-10-07"), times=2),
)
