"""因私出国所用的护照应在普通护照情况表中填报。"""

from collections.abc import Iterator

from declare.items.choices import FilingKind
from declare.items.passports import Passport, TripAbroad
from declare.items.spec import State
from declare.law import R17, Text
from declare.rules.book import rule
from declare.rules.cases import day, flagged, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import DECLARANT, Found, finding
from declare.rules.papers import passports
from declare.rules.spelling import plain

NO_PASSPORT = Text(
    "第{row}次因私出国没有填写所用护照号，普通护照表中也没有填报过护照，请核对。",
    "Private trip abroad no. {row} names no passport, and none was ever reported. Please check.",
)
EARLIER_ONLY = Text(
    "第{row}次因私出国所用护照以前填报过，本次普通护照表中没有填报，请核对。",
    "The passport used on private trip abroad no. {row} was reported before, but not in this report’s table of passports. "
    "Please check.",
)


@rule(
    "B03",
    Text("因私出国所用护照未申报", "Trip abroad on an undeclared passport"),
    severity=(3, 4),
    basis=R17.article(3, 2),
    clause="M17-4(2)",
    audience=DECLARANT,
    says=Text(
        "第{row}次因私出国所用护照未在普通护照表中填报，请核对。",
        "The passport used on private trip abroad no. {row} is not in the table of passports. Please check.",
    ),
    reads=(TripAbroad,),
)
def passport_of_trip(facts: Facts) -> Iterator[Found]:
    """Trips on a passport that was never reported, or in an earlier report only though it was still valid."""
    reported = passports(facts)
    for trip in facts.rows(TripAbroad):
        if trip.passport_number in reported:
            continue
        number = plain(trip.passport_number)
        if number in reported or (not number and _any(facts)):
            continue
        before = _reported_before(facts, number) if number else None
        if before is None:
            says = None if number else NO_PASSPORT
            yield finding(trip, "passport_number", severity=4, says=says, left=trip.left)
        elif before.expires is None or before.expires >= facts.period_start:
            yield finding(
                trip, "passport_number", severity=3, says=EARLIER_ONLY, left=trip.left, expires=before.expires
            )


def _any(facts: Facts) -> bool:
    """Whether any passport was reported, now or before."""
    return bool(facts.standing(Passport)) or next(facts.earlier_rows(Passport), None) is not None


def _reported_before(facts: Facts, number: str) -> Passport | None:
    """The passport of that number in the latest earlier report that shows it."""
    return next((passport for passport in facts.earlier_rows(Passport) if plain(passport.number) == number), None)


def _passport(number: str, expires: str | None = "2029-04-30") -> Passport:
    return Passport(number=number, expires=day(expires) if expires else None)


def _trip(number: str) -> TripAbroad:
    return TripAbroad(left=day("2025-05-02"), returned=day("2025-05-08"), passport_number=number)


USED = _trip("E12345678")

passport_of_trip.cases(
    silent("护照已填报", report(_passport("E12345678"), USED)),
    silent("大小写、空格不同", report(_passport("e1234 5678"), USED)),
    flagged(
        "没有填报过任何护照",
        report(USED, none=(Passport,)),
        severity=4,
        at=("passport_number",),
        says="第1次因私出国所用护照未在普通护照表中填报",
    ),
    flagged("填报的是另一本护照", report(_passport("E87654321"), USED), severity=4),
    flagged(
        "只在上次填报，本次漏填",
        report(_passport("E87654321"), USED),
        report(_passport("E12345678"), year=2024),
        severity=3,
        at=("passport_number",),
    ),
    flagged(
        "只在更早的报告中填报",
        report(_passport("E87654321"), USED),
        report(_passport("E12345678"), year=2019),
        severity=3,
    ),
    flagged(
        "报告年度1月1日到期，期内仍有效",
        report(_passport("E87654321"), USED),
        report(_passport("E12345678", "2025-01-01"), year=2024),
        severity=3,
    ),
    silent(
        "报告年度以前已经到期的，另行核对有效期",
        report(_passport("E87654321"), USED),
        report(_passport("E12345678", "2024-12-31"), year=2024),
    ),
    flagged(
        "以前填报时没有写有效期",
        report(_passport("E87654321"), USED),
        report(_passport("E12345678", None), year=2024),
        severity=3,
    ),
    silent(
        "补充报告只填行程，护照沿用上次填报",
        report(USED, kind=FilingKind.CHANGE, filed_on="2025-06-01"),
        report(_passport("E12345678"), year=2024),
    ),
    silent("没有写护照号，但填报过护照", report(_passport("E87654321"), _trip(""))),
    silent("没有写护照号，以前填报过护照", report(_trip(""), none=(Passport,)), report(_passport("E1"), year=2024)),
    flagged("没有写护照号，也没有填报过护照", report(_trip(""), none=(Passport,)), severity=4),
    silent("护照表勾“无变化”并照列", report(_passport("E12345678"), USED, states={"passports": State.UNCHANGED})),
    flagged("两次出行用了没有填报的护照，各一条", report(USED, _trip("E11111111")), severity=4, times=2),
)
