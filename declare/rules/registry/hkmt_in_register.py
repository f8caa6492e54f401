"""往来港澳通行证、因私持有的往来台湾通行证，以及因私往来港澳、台湾的情况，都应当填报。"""

from collections.abc import Iterator

from declare.items.choices import PermitKind
from declare.items.passports import TripAbroad
from declare.items.permits import Permit, TripHkmt
from declare.items.registries import Crossing, ExitDocument
from declare.items.registries.choices import ExitDocumentKind
from declare.law import M17, R17, Text
from declare.rules.around import Kept
from declare.rules.book import rule
from declare.rules.cases import DECLARANT_ID, SPOUSE_ID, day, extract, flagged, report, silent
from declare.rules.exit_papers import APART_BY, Trip, crossings, one_end, one_journey, papers_held
from declare.rules.facts import Facts
from declare.rules.finding import REVIEWER, Found, finding
from declare.rules.household_scenes import SPOUSE
from declare.rules.registered import in_any_report, unreported, with_hint

PERMITS = (ExitDocumentKind.HK_MACAO, ExitDocumentKind.TAIWAN)

PERMIT = Text(
    "出入境登记中的一本往来港澳或者往来台湾通行证，报告期内有效，通行证情况表中没有，请核对。",
    "A permit for Hong Kong and Macao or for Taiwan in the exit and entry register was valid in the period, and is not in "
    "the table of permits. Please check.",
)
TRIP = Text(
    "出入境记录显示{left}持通行证出境，各次报告的往来港澳台情况表中都没有这一行程，请核对。",
    "The register shows a journey on a permit, leaving on {left}, that is in no report’s table of trips to Hong Kong, "
    "Macao and Taiwan. Please check.",
)


@rule(
    "F04",
    Text("港澳台证件或行程报告中未见", "Permit or trip to Hong Kong, Macao or Taiwan not in the report"),
    severity=3,
    basis=(R17.article(3, 3), M17.article(3, 1)),
    clause="M17-3(1)",
    audience=REVIEWER,
    says=PERMIT,
    thresholds=(APART_BY,),
    reads=(ExitDocument, Crossing),
)
def hkmt_in_register(facts: Facts) -> Iterator[Found]:
    """Permits valid in the period, and journeys on them in the year reported on, that are not reported."""
    for pair in papers_held(facts, PERMITS, facts.rows(Permit)):
        if not pair.same:
            yield unreported(pair, says=PERMIT, issued=pair.registered.issued)
    journeys = crossings(facts, *PERMITS)
    trips: list[Trip] = [*in_any_report(facts, TripHkmt)] if journeys else []
    for crossing in journeys:
        if not any(one_journey(crossing, trip, facts=facts) for trip in trips):
            near = one_end(crossing, trips, facts=facts)
            yield finding(
                crossing,
                "left",
                also=(near,) if near else (),
                says=with_hint(TRIP, near),
                thresholds=(APART_BY,),
                left=crossing.left,
                returned=crossing.returned,
            )


def _document(
    number: str = "C12345678",
    *,
    kind: ExitDocumentKind = ExitDocumentKind.HK_MACAO,
    issued: str | None = "2019-05-01",
    expires: str | None = "2029-04-30",
    subject: str = DECLARANT_ID,
) -> Kept:
    row = ExitDocument(
        subject=subject,
        kind=kind,
        number=number,
        issued=day(issued) if issued else None,
        expires=day(expires) if expires else None,
    )
    return extract(row, received="2026-03-01")


def _crossing(
    left: str = "2025-05-02", returned: str = "2025-05-08", *, number: str = "C12345678", subject: str = DECLARANT_ID
) -> Kept:
    row = Crossing(subject=subject, document_number=number, left=day(left), returned=day(returned), destinations="HK")
    return extract(row, received="2026-03-01")


def _trip(left: str = "2025-05-02", returned: str = "2025-05-08") -> TripHkmt:
    return TripHkmt(left=day(left), returned=day(returned), place="HK")


_TOLD = Permit(kind=PermitKind.HK_MACAO, number="C12345678")
_TAIWAN = Permit(kind=PermitKind.TAIWAN, number="X1")
_NONE = (Permit, TripHkmt, TripAbroad)

hkmt_in_register.cases(
    silent("通行证已填报", report(_TOLD), _document()),
    flagged("通行证没有填报", report(none=_NONE), _document(), at=("",)),
    flagged(
        "台湾通行证没有填报", report(_TOLD), _document("L12345678", kind=ExitDocumentKind.TAIWAN), at=("", "permits")
    ),
    flagged("号码差一个字符，仍请核对", report(Permit(number="C12345679")), _document()),
    silent("护照另行核对", report(none=_NONE), _document("E12345678", kind=ExitDocumentKind.PASSPORT)),
    flagged("报告年度1月1日到期", report(none=_NONE), _document(expires="2025-01-01")),
    silent("报告年度以前到期", report(none=_NONE), _document(expires="2024-12-31")),
    flagged("报告日当天签发", report(none=_NONE), _document(issued="2026-01-20")),
    silent("报告日以后签发", report(none=_NONE), _document(issued="2026-01-21")),
    silent("配偶的通行证不报告", report(none=_NONE, family=SPOUSE), _document(subject=SPOUSE_ID)),
    silent("行程已填报", report(_TOLD, _trip()), _crossing()),
    flagged("行程没有填报", report(_TOLD, none=(TripHkmt,)), _crossing(), at=("left",)),
    flagged("填报的是另一次", report(_trip("2025-07-01", "2025-07-03")), _crossing()),
    silent("两头各差三天", report(_trip("2025-05-05", "2025-05-05")), _crossing()),
    flagged("出发差四天", report(_trip("2025-04-28")), _crossing(), at=("left", "trips_hkmt")),
    flagged("返回差四天", report(_trip(returned="2025-05-12")), _crossing()),
    silent("以前的报告填过", report(none=_NONE), report(_trip(), year=2024, filed_on="2025-06-01"), _crossing()),
    silent("上年出境", report(none=_NONE), _crossing("2024-12-31", "2025-01-02")),
    silent("持普通护照的另行核对", report(none=_NONE), _crossing(number="E12345678")),
    flagged("持台湾通行证", report(none=_NONE), _crossing(number="T12345678")),
    flagged("报告填过这本通行证", report(_TAIWAN, none=(TripHkmt,)), _crossing(number="X1")),
    flagged("填在了因私出国表", report(TripAbroad(left=day("2025-05-02"), returned=day("2025-05-08"))), _crossing()),
    silent("配偶的行程不报告", report(none=_NONE, family=SPOUSE), _crossing(subject=SPOUSE_ID)),
    flagged("证件和行程都没有填报，各一条", report(none=_NONE), _document(), _crossing(), times=2),
)
