"""因私出国（境）所用的护照、通行证，在出发和返回当日都应当在有效期内。"""

from collections.abc import Iterator
from datetime import date

from declare.items.choices import FilingKind
from declare.items.passports import Passport, TripAbroad
from declare.items.permits import Permit, TripHkmt
from declare.items.spec import table_of
from declare.law import FORM, Text
from declare.rules.book import rule
from declare.rules.cases import day, flagged, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import DECLARANT, Found, finding
from declare.rules.likeness import of_table
from declare.rules.papers import Paper, passports, permits, term
from declare.rules.spelling import plain

SAYS = Text(
    "《{table}》第{row}次出行的日期不在所用证件的有效期之内，请核对出行日期和证件的有效期。",
    "Trip no. {row} of “{table}” lies outside the validity of the document used. Please check the dates of both.",
)


@rule(
    "B04",
    Text("出行时证件已过期或未签发", "Document not valid during the trip"),
    severity=2,
    basis=(FORM.whole("表3"), FORM.whole("表5")),
    audience=DECLARANT,
    says=SAYS,
    reads=(TripAbroad, TripHkmt),
)
def document_validity_on_trip(facts: Facts) -> Iterator[Found]:
    """Trips that began or ended on a day when their document was not valid."""
    for trip in facts.rows(TripAbroad):
        paper = passports(facts).get(trip.passport_number) or _passport_of(facts, trip)
        if paper and not _within(trip, *term(paper)):
            yield _outside(trip, paper)
    for visit in facts.rows(TripHkmt):
        document = permits(facts).get(visit.permit_number) or _paper_of(facts, visit)
        if document and not _within(visit, *term(document)):
            yield _outside(visit, document)


def _passport_of(facts: Facts, trip: TripAbroad) -> Paper | None:
    """The passport of a trip however its number is written, else the one an earlier report shows."""
    number = plain(trip.passport_number)
    return passports(facts).get(number) or _before(facts, number, Passport)


def _paper_of(facts: Facts, visit: TripHkmt) -> Paper | None:
    """The permit or passport of a visit however its number is written, else the one an earlier report shows."""
    number = plain(visit.permit_number)
    current = permits(facts).get(number) or passports(facts).get(number)
    return current or _before(facts, number, Permit) or _before(facts, number, Passport)


def _before(facts: Facts, number: str, kind: type[Paper]) -> Paper | None:
    """The document of that number in the latest earlier report that shows it."""
    return next((paper for paper in facts.earlier_rows(kind) if number and plain(paper.number) == number), None)


def _within(trip: TripAbroad | TripHkmt, first: date | None, last: date | None) -> bool:
    """Whether a trip began and ended while its document was valid."""
    return not _invalid(trip.left, first, last) and not _invalid(trip.returned, first, last)


def _outside(trip: TripAbroad | TripHkmt, paper: Paper) -> Found:
    """The finding at the days of a trip on which its document was not valid."""
    first, last = term(paper)
    return finding(
        trip,
        *[field for field in ("left", "returned") if _invalid(getattr(trip, field), first, last)],
        also=(paper,),
        says=of_table(SAYS, table_of(type(trip))),
        left=trip.left,
        returned=trip.returned,
        valid_from=first,
        valid_to=last,
    )


def _invalid(on: date | None, first: date | None, last: date | None) -> bool:
    """Whether a day lies outside a term; what is not given sets no limit."""
    return on is not None and ((first is not None and on < first) or (last is not None and on > last))


def _passport(issued: str | None = "2019-05-01", expires: str | None = "2029-04-30") -> Passport:
    return Passport(
        number="E12345678",
        issued=day(issued) if issued else None,
        expires=day(expires) if expires else None,
    )


def _permit(valid_from: str, valid_to: str) -> Permit:
    return Permit(number="C12345678", valid_from=day(valid_from), valid_to=day(valid_to))


def _trip(left: str | None, returned: str | None, number: str = "E12345678") -> TripAbroad:
    return TripAbroad(
        left=day(left) if left else None, returned=day(returned) if returned else None, passport_number=number
    )


def _visit(left: str, returned: str, number: str = "C12345678") -> TripHkmt:
    return TripHkmt(left=day(left), returned=day(returned), permit_number=number)


document_validity_on_trip.cases(
    silent("全程在有效期内", report(_passport(), _trip("2025-05-02", "2025-05-08"))),
    silent("签发当日出发", report(_passport("2025-05-02"), _trip("2025-05-02", "2025-05-08"))),
    flagged(
        "签发前一日出发", report(_passport("2025-05-03"), _trip("2025-05-02", "2025-05-08")), at=("left", "passports")
    ),
    silent("到期当日返回", report(_passport(expires="2025-05-08"), _trip("2025-05-02", "2025-05-08"))),
    flagged(
        "到期次日返回",
        report(_passport(expires="2025-05-07"), _trip("2025-05-02", "2025-05-08")),
        at=("returned", "passports"),
    ),
    flagged(
        "出发、返回都在到期以后，合为一条",
        report(_passport(expires="2025-05-01"), _trip("2025-05-02", "2025-05-08")),
        at=("left", "returned", "passports"),
    ),
    silent("没有填返回，按出发日核对", report(_passport(expires="2025-05-02"), _trip("2025-05-02", None))),
    flagged("没有填返回，出发日已过期", report(_passport(expires="2025-05-01"), _trip("2025-05-02", None))),
    flagged("没有填出发，返回日已过期", report(_passport(expires="2025-05-07"), _trip(None, "2025-05-08"))),
    silent("没有填有效期", report(_passport(None, None), _trip("2025-05-02", "2025-05-08"))),
    silent(
        "护照没有填报过的，另行核对", report(_passport(expires="2020-01-01"), _trip("2025-05-02", None, "E87654321"))
    ),
    silent("没有填护照号", report(_passport(expires="2020-01-01"), _trip("2025-05-02", "2025-05-08", ""))),
    flagged(
        "用了以前填报、期前已经到期的护照",
        report(_trip("2025-05-02", "2025-05-08"), none=(Passport,)),
        report(_passport(expires="2024-12-31"), year=2023),
    ),
    silent(
        "以本次填报的有效期为准",
        report(_passport(), _trip("2025-05-02", "2025-05-08")),
        report(_passport(expires="2024-12-31"), year=2024),
    ),
    silent(
        "补充报告，护照沿用上次填报",
        report(_trip("2025-05-02", "2025-05-08"), kind=FilingKind.CHANGE, filed_on="2025-06-01"),
        report(_passport(), year=2024),
    ),
    silent("通行证全程有效", report(_permit("2025-05-02", "2025-05-08"), _visit("2025-05-02", "2025-05-08"))),
    flagged(
        "通行证尚未生效",
        report(_permit("2025-05-03", "2025-05-08"), _visit("2025-05-02", "2025-05-08")),
        at=("left", "permits"),
    ),
    flagged(
        "通行证已过期",
        report(_permit("2025-05-02", "2025-05-07"), _visit("2025-05-02", "2025-05-08")),
        at=("returned", "permits"),
    ),
    flagged(
        "持护照过境港澳，护照已过期",
        report(_passport(expires="2025-05-01"), _visit("2025-05-02", "2025-05-03", "E12345678")),
    ),
    silent("持护照过境港澳，护照有效", report(_passport(), _visit("2025-05-02", "2025-05-03", "E12345678"))),
    flagged(
        "用了以前填报的通行证，已过期",
        report(_visit("2025-05-02", "2025-05-08"), none=(Permit,)),
        report(_permit("2019-05-01", "2025-05-01"), year=2023),
        at=("left", "returned", "permits"),
    ),
    flagged(
        "持以前填报的护照过境，已过期",
        report(_visit("2025-05-02", "2025-05-03", "E12345678"), none=(Passport, Permit)),
        report(_passport(expires="2025-05-01"), year=2023),
    ),
    silent(
        "没有填护照号，也没有填过护照号的旧护照不对照",
        report(_trip("2025-05-02", "2025-05-08", ""), Passport(expires=day("2020-01-01"))),
        report(Passport(expires=day("2020-01-01")), year=2023),
    ),
    silent(
        "以前填报的是另一本护照",
        report(_trip("2025-05-02", "2025-05-08", "E87654321"), none=(Passport,)),
        report(_passport(expires="2020-01-01"), year=2023),
    ),
    flagged(
        "两次出行都在到期以后，各一条",
        report(_passport(expires="2025-05-01"), _trip("2025-05-02", "2025-05-08"), _trip("2025-07-02", "2025-07-08")),
        times=2,
    ),
)
