"""个体工商户属于经商办企业：以业主身份经营的，从业表和经商办企业表都要填。"""

from collections.abc import Iterator

from declare.items.businesses import Business
from declare.items.choices import EmployerKind
from declare.items.employment import Employment
from declare.law import M17, R17, Text
from declare.rules.book import rule
from declare.rules.cases import flagged, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import DECLARANT, Found, finding
from declare.rules.posts import offices

OWN_TRADE = EmployerKind.SOLE_TRADER
OPERATOR = frozenset("业主 经营者 负责人 店主 老板 户主 个体经营 个体户".split())


@rule(
    "B15",
    Text("个体工商户从业但无登记", "Self-employed without an entry under businesses"),
    severity=4,
    basis=(R17.article(4, 5), M17.article(4, 9)),
    audience=DECLARANT,
    says=Text(
        "从业情况第{row}项为个体工商户经营者，经商办企业表中没有同一人的登记，请核对。",
        "Row {row} of the occupations describes someone running a sole tradership, "
        "but no business of that person is declared. Please check.",
    ),
    clause="M17-4(9)",
    reads=(Employment,),
)
def sole_trader(facts: Facts) -> Iterator[Found]:
    """Owners of a sole tradership without a row in T18; employees' posts are left out."""
    for job in facts.rows(Employment):
        if job.employer_kind is not OWN_TRADE:
            continue
        named = offices(job.post)
        if named and OPERATOR.isdisjoint(named):
            continue
        if not any(firm.who == job.who for firm in facts.standing(Business)):
            yield finding(job, "employer_kind")


def _job(post: str, *, kind: EmployerKind | None = EmployerKind.SOLE_TRADER) -> Employment:
    return Employment(who="sp", employer="江东区便民小吃店", employer_kind=kind, post=post)


sole_trader.cases(
    flagged("业主，经商表没有登记", report(_job("业主")), at=("employer_kind",)),
    flagged("职务未填", report(_job(""))),
    flagged("店主、负责人", report(_job("店主、负责人"))),
    silent("店员不是经营者", report(_job("店员"))),
    silent("经商表中已有登记", report(_job("业主"), Business(who="sp"))),
    flagged("登记的是别人", report(_job("业主"), Business(who="ch"))),
    silent("私营企业负责人", report(_job("负责人", kind=EmployerKind.PRIVATE))),
    silent("单位性质未填", report(_job("", kind=None))),
    silent("补报从业，登记上年已报", report(_job("业主"), year=2026), report(Business(who="sp"))),
)
