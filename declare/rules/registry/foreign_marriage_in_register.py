"""子女与外国人、无国籍人以及港澳台居民通婚的，应当在相应的表中填报。"""

from collections.abc import Iterator
from datetime import date

from declare.items.child_marriage_foreign import ChildMarriageForeign
from declare.items.child_marriage_hkmt import ChildMarriageHkmt
from declare.items.choices import MaritalState, Relation
from declare.items.kinds.places import abroad
from declare.items.registries import MarriageRecord
from declare.law import M17, R17, Text
from declare.rules.around import Kept
from declare.rules.book import rule
from declare.rules.cases import CHILD_ID, SPOUSE_ID, day, extract, flagged, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import REVIEWER, Found, finding
from declare.rules.household_scenes import CHILD, SPOUSE
from declare.rules.registered import about, keys_of


@rule(
    "F05",
    Text("子女涉外婚姻报告中未见", "Child’s marriage with a foreigner not in the report"),
    severity=4,
    basis=(R17.article(3, 4), R17.article(3, 5), M17.article(4, 3)),
    clause="M17-4(3)",
    audience=REVIEWER,
    says=Text(
        "民政登记显示一名子女与外国人或者港澳台居民登记结婚，子女通婚情况表中都没有，请核对。",
        "The civil-affairs register shows that a child married a foreigner or a resident of Hong Kong, Macao or Taiwan; "
        "neither table of children’s marriages shows it. Please check.",
    ),
    reads=(MarriageRecord,),
)
def foreign_marriage_in_register(facts: Facts) -> Iterator[Found]:
    """Children whose latest registration is a marriage with somebody from abroad, and of whom neither table tells."""
    told = {row.child for row in facts.rows(ChildMarriageForeign)}
    told |= {row.child for row in facts.rows(ChildMarriageHkmt)}
    latest: dict[str, MarriageRecord] = {}
    for key, row in about(facts, MarriageRecord, keys_of(facts, Relation.CHILD)):
        if key not in latest or (row.registered or date.min) >= (latest[key].registered or date.min):
            latest[key] = row
    for key, row in latest.items():
        if row.state is MaritalState.MARRIED and abroad(row.spouse_country) and key not in told:
            yield finding(row, "spouse_country", country=row.spouse_country, registered=row.registered)


def _record(
    country: str = "US",
    *,
    state: MaritalState | None = MaritalState.MARRIED,
    registered: str | None = "2020-06-01",
    subject: str = CHILD_ID,
) -> Kept:
    since = day(registered) if registered else None
    row = MarriageRecord(subject=subject, spouse_country=country, state=state, registered=since)
    return extract(row, received="2026-03-01")


_NONE = (ChildMarriageForeign, ChildMarriageHkmt)

foreign_marriage_in_register.cases(
    silent("已填报", report(ChildMarriageForeign(child="c1", country="US"), family=CHILD), _record()),
    flagged("没有填报", report(family=CHILD, none=_NONE), _record(), at=("spouse_country",)),
    flagged("与香港居民结婚，没有填报", report(family=CHILD, none=_NONE), _record("HK")),
    silent("与香港居民结婚，已填报", report(ChildMarriageHkmt(child="c1", place="HK"), family=CHILD), _record("HK")),
    flagged("填报的是另一名子女", report(ChildMarriageForeign(child="c2"), family=CHILD), _record()),
    silent("配偶是中国公民", report(family=CHILD, none=_NONE), _record("CN")),
    silent("登记没有写国籍", report(family=CHILD, none=_NONE), _record("")),
    silent("登记是离婚", report(family=CHILD, none=_NONE), _record(state=MaritalState.DIVORCED)),
    silent(
        "后来离婚",
        report(family=CHILD, none=_NONE),
        _record(state=MaritalState.DIVORCED, registered="2022-01-01"),
        _record(),
    ),
    flagged(
        "同日两条，以后提供的为准",
        report(family=CHILD, none=_NONE),
        _record(state=MaritalState.DIVORCED),
        _record(),
    ),
    silent("没有日期的离婚登记在后", report(family=CHILD, none=_NONE), _record("CN"), _record(registered=None)),
    silent("没有日期的登记在前", report(family=CHILD, none=_NONE), _record(registered=None), _record("CN")),
    flagged("报告日当天登记", report(family=CHILD, none=_NONE), _record(registered="2026-01-20")),
    silent("报告以后登记", report(family=CHILD, none=_NONE), _record(registered="2026-01-21")),
    silent("配偶的登记不在此列", report(family=SPOUSE, none=_NONE), _record(subject=SPOUSE_ID)),
)
