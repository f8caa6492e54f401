"""配偶、子女移居国（境）外，或者连续在国（境）外工作、生活一年以上的，应当填报。"""

from collections.abc import Iterator

from declare.items.choices import Relation
from declare.items.emigration import Emigration, ResidenceAbroad
from declare.items.kinds.places import abroad
from declare.items.registries import OverseasStatus
from declare.items.registries.choices import OverseasStatusKind
from declare.law import M17, R17, Text
from declare.rules.around import Kept
from declare.rules.book import rule
from declare.rules.cases import CHILD_ID, CHILD_SPOUSE_ID, SPOUSE_ID, day, extract, flagged, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import REVIEWER, Found, finding
from declare.rules.household_scenes import ALL, CHILD, DIVORCED, SPOUSE
from declare.rules.periods import full_year
from declare.rules.registered import about, keys_of

STAY = Text(
    "出入境登记显示一名家庭成员自{since}起在国（境）外停留满一年，移居表和一年以上表中都没有填报，请核对。",
    "The register shows a member of the family abroad since {since}, a full year or more; neither the table of emigration "
    "nor that of stays of a year or more shows it. Please check.",
)


@rule(
    "F06",
    Text("移居或一年以上报告中未见", "Emigration or a year abroad not in the report"),
    severity=4,
    basis=(R17.article(3, 6), M17.article(4, 4)),
    clause="M17-4(4)",
    audience=REVIEWER,
    says=Text(
        "出入境登记显示一名家庭成员取得国（境）外国籍、永久居留资格或者长期居留许可，移居表和一年以上表中都没有填报，请核对。",
        "The register shows a member of the family with foreign nationality, permanent residence or a long-term permit; "
        "neither the table of emigration nor that of stays of a year or more shows it. Please check.",
    ),
    reads=(OverseasStatus,),
)
def status_abroad_in_register(facts: Facts) -> Iterator[Found]:
    """Spouse and children with a right to live abroad or a full year there, of whom neither table tells."""
    told = {row.who for row in facts.rows(Emigration)} | {row.who for row in facts.rows(ResidenceAbroad)}
    for key, row in about(facts, OverseasStatus, keys_of(facts, Relation.SPOUSE, Relation.CHILD)):
        over = row.until is not None and row.until < facts.period_start
        if key in told or over or not abroad(row.country) or row.kind is None:
            continue
        if row.kind is not OverseasStatusKind.STAY:
            yield finding(row, "kind", kind=row.kind.value, country=row.country, since=row.since)
        elif row.since and full_year(row.since, min(row.until or facts.filed_on, facts.filed_on)):
            yield finding(row, "since", says=STAY, country=row.country, since=row.since, until=row.until)


def _status(
    kind: OverseasStatusKind | None = OverseasStatusKind.PERMANENT,
    since: str | None = "2020-01-01",
    until: str | None = None,
    *,
    country: str = "US",
    subject: str = CHILD_ID,
) -> Kept:
    row = OverseasStatus(
        subject=subject,
        country=country,
        kind=kind,
        since=day(since) if since else None,
        until=day(until) if until else None,
    )
    return extract(row, received="2026-03-01")


def _stay(since: str | None, until: str | None = None) -> Kept:
    return _status(OverseasStatusKind.STAY, since, until)


_NONE = (Emigration, ResidenceAbroad)
_UNTOLD = report(family=CHILD, none=_NONE)

status_abroad_in_register.cases(
    silent("移居已填报", report(Emigration(who="c1"), family=CHILD), _status()),
    silent("一年以上已填报", report(ResidenceAbroad(who="c1"), family=CHILD), _stay("2024-01-01")),
    flagged("填报的是别人", report(Emigration(who="sp"), family=ALL), _status(), at=("kind",)),
    flagged("永久居留没有填报", _UNTOLD, _status()),
    flagged("外国国籍没有填报", _UNTOLD, _status(OverseasStatusKind.NATIONALITY)),
    flagged("长期居留没有填报", _UNTOLD, _status(OverseasStatusKind.LONG_TERM)),
    flagged("香港永久居留没有填报", _UNTOLD, _status(country="HK")),
    flagged("没有起始时间的永久居留", _UNTOLD, _status(since=None)),
    silent("登记没有写身份类别", _UNTOLD, _status(None)),
    silent("登记没有写国家", _UNTOLD, _status(country="")),
    silent("境内", _UNTOLD, _status(country="CN")),
    flagged("停留到报告日满一年", _UNTOLD, _stay("2025-01-21"), at=("since",)),
    silent("停留到报告日差一天", _UNTOLD, _stay("2025-01-22")),
    silent("停留没有起始时间", _UNTOLD, _stay(None)),
    flagged("停留满一年后，期内回国", _UNTOLD, _stay("2024-03-01", "2025-02-28")),
    silent("停留差一天满一年就回国", _UNTOLD, _stay("2024-03-01", "2025-02-27")),
    silent("结束时间在报告日以后，只算到报告日", _UNTOLD, _stay("2025-06-01", "2026-08-01")),
    silent("报告年度以前已经结束", _UNTOLD, _stay("2020-01-01", "2024-12-31")),
    flagged("报告年度1月1日结束", _UNTOLD, _stay("2020-01-01", "2025-01-01")),
    flagged("报告日当天取得", _UNTOLD, _status(since="2026-01-20")),
    silent("报告以后取得", _UNTOLD, _status(since="2026-01-21")),
    flagged("配偶在此列", report(family=SPOUSE, none=_NONE), _status(subject=SPOUSE_ID)),
    silent("子女的配偶不在此列", report(family=ALL, none=_NONE), _status(subject=CHILD_SPOUSE_ID)),
    silent("已离异的配偶", report(family=DIVORCED, none=_NONE), _status(subject=SPOUSE_ID)),
    flagged("两种身份，各一条", _UNTOLD, _status(), _status(OverseasStatusKind.NATIONALITY), times=2),
)
