"""核对结果按查核结果处理办法汇总：有第四条所列情形的提示瞒报情形，只有第三条所列情形的提示漏报情形；认定之前应当听取说明。"""

from collections.abc import Iterable, Iterator

from declare.items.choices import EstateKind
from declare.items.passports import Passport
from declare.items.real_estate import RealEstate
from declare.items.registries import (
    ExitDocument,
    FirmRecord,
    FundHolding,
    PolicyRecord,
    ShareHolding,
    TitleRecord,
)
from declare.items.wages import Wages
from declare.law import M17, Text
from declare.rules.book import rule
from declare.rules.cases import flagged, report, silent
from declare.rules.estate_scenes import declared, title
from declare.rules.facts import Facts
from declare.rules.finding import REVIEWER, Found
from declare.rules.holding_scenes import share, stock

CONCEALMENT = Text("提示：瞒报情形", "Hint: resembles concealment")
OMISSION = Text("提示：漏报情形", "Hint: resembles omission")
"""What the clauses of the findings on one person amount to, until that person has explained."""

GRAVE, LIGHT = "M17-4(", "M17-3("


def summed(clauses: Iterable[str | None]) -> Text | None:
    """What the clauses of one person's findings amount to: one of article 4 outweighs any of article 3; None without either."""
    named = [clause for clause in clauses if clause]
    if any(clause.startswith(GRAVE) for clause in named):
        return CONCEALMENT
    return OMISSION if any(clause.startswith(LIGHT) for clause in named) else None


@rule(
    "F20",
    Text("漏报瞒报汇总与复核", "Omission or concealment, summed up for review"),
    severity=4,
    basis=(M17.article(3), M17.article(4), M17.article(5)),
    audience=REVIEWER,
    says=Text(
        "各项核对结果汇总只作提示，认定以前应当听取本人说明，请核对。",
        "The findings summed up are a hint alone; hear the person before anything is concluded. Please check.",
    ),
    reads=(ExitDocument, TitleRecord, ShareHolding, FundHolding, PolicyRecord, FirmRecord),
)
def resembling_clause(_: Facts) -> Iterator[Found]:
    """Nothing of its own: the clauses of the other findings of this group are summed up for each person."""
    yield from ()


resembling_clause.cases(
    flagged("有一处住房没有填报，提示瞒报情形", report(none=(RealEstate,)), title()),
    flagged("只有面积少填，提示漏报情形", report(declared(area="90.00")), title()),
    flagged("只有车位没有填报，提示漏报情形", report(none=(RealEstate,)), title(kind=EstateKind.PARKING)),
    flagged("面积少填，又有股票没有填报，提示瞒报情形", report(declared(area="90.00")), title(), share()),
    silent("都一致", report(declared(), stock()), title(), share()),
    silent("没有登记数据", report(Passport(number="E12345678"), none=(Wages,))),
)
