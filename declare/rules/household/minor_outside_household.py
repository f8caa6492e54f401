"""共同生活的子女包括全部未满十八周岁的子女：是否共同生活应填“是”，其名下财产计入家庭。"""

from collections.abc import Iterator
from itertools import chain

from declare.items.choices import FamilyChange, FilingKind, Relation
from declare.items.filing import Member
from declare.items.overseas_assets import DepositAbroad, InvestmentAbroad
from declare.items.real_estate import RealEstate
from declare.items.securities import Fund, Insurance, Stock
from declare.items.spec import Entry, table_of
from declare.law import R17, Text
from declare.rules.book import rule
from declare.rules.cases import day, flagged, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import DECLARANT, Found, finding
from declare.rules.kinship import age, children, under_age
from declare.rules.occasion import speaks_of

Asset = Stock | Fund | Insurance | DepositAbroad | InvestmentAbroad
ASSETS = (RealEstate, Stock, Fund, Insurance, DepositAbroad, InvestmentAbroad)

NOT_SAID = Text(
    "家庭成员第{row}人为未成年子女，年满{age}周岁，名下有报告的财产，但未填是否共同生活，请核对。",
    "Row {row} of the family is a child aged {age} with declared assets, "
    "but it is not said whether the child lives with you. Please check.",
)


@rule(
    "B19",
    Text("未成年子女财产未归入家庭", "Minor child outside the household"),
    severity=2,
    basis=R17.whole(),
    audience=DECLARANT,
    says=Text(
        "家庭成员第{row}人为未成年子女，年满{age}周岁，是否共同生活填“否”；未成年子女均按共同生活的子女报告，请核对。",
        "Row {row} of the family is a child aged {age} entered as not living with you; "
        "children under eighteen always count as living together. Please check.",
    ),
)
def outside(facts: Facts) -> Iterator[Found]:
    """Children under eighteen said to live apart, or not said to live together though something is theirs."""
    for child in children(facts) if speaks_of(facts, *ASSETS) else ():
        if child.cohabiting or not under_age(child, facts.filed_on):
            continue
        years = age(child, facts.filed_on)
        if child.cohabiting is False:
            yield finding(child, "cohabiting", age=years)
        elif (asset := _asset(facts, child.key)) is not None:
            yield finding(child, "cohabiting", also=(asset,), says=NOT_SAID, age=years)


def _asset(facts: Facts, key: str) -> tuple[Entry, str] | None:
    """The first row that names a person as owner or holder."""
    for home in facts.standing(RealEstate):
        if key in home.owners:
            return (home, "owners")
    assets: Iterator[Asset] = chain(
        facts.standing(Stock),
        facts.standing(Fund),
        facts.standing(Insurance),
        facts.standing(DepositAbroad),
        facts.standing(InvestmentAbroad),
    )
    return next(((row, "holder") for row in assets if row.holder == key), None)


def _child(
    born: str | None,
    cohabiting: bool | None,  # noqa: FBT001
    *,
    change: FamilyChange | None = None,
    id_number: str = "",
) -> Member:
    return Member(
        key="ch",
        relation=Relation.CHILD,
        born=day(born) if born else None,
        cohabiting=cohabiting,
        change=change,
        id_number=id_number,
    )


_FUND = Fund(holder="ch")

outside.cases(
    flagged("十岁，填不共同生活", report(family=(_child("2015-06-01", False),)), at=("cohabiting",)),
    flagged("报告次日满十八周岁", report(family=(_child("2008-01-21", False),))),
    silent("报告当日满十八周岁", report(family=(_child("2008-01-20", False),))),
    silent("十岁，填共同生活", report(_FUND, family=(_child("2015-06-01", True),))),
    silent("十岁，未填，名下无财产", report(family=(_child("2015-06-01", None),))),
    flagged("未填，名下有基金", report(_FUND, family=(_child("2015-06-01", None),)), at=("cohabiting", "holder")),
    flagged(
        "未填，名下有房产",
        report(RealEstate(owners=("self", "ch")), family=(_child("2015-06-01", None),)),
        at=("cohabiting", "owners"),
    ),
    flagged("未填，名下有股票", report(Stock(holder="ch"), family=(_child("2015-06-01", None),))),
    flagged("未填，为投保人", report(Insurance(holder="ch"), family=(_child("2015-06-01", None),))),
    flagged("未填，名下有境外存款", report(DepositAbroad(holder="ch"), family=(_child("2015-06-01", None),))),
    flagged("未填，名下有境外投资", report(InvestmentAbroad(holder="ch"), family=(_child("2015-06-01", None),))),
    silent("未填，财产是本人的", report(Fund(holder="self"), family=(_child("2015-06-01", None),))),
    silent("成年，未填", report(_FUND, family=(_child("2000-06-01", None),))),
    flagged("出生日期未填，按身份证号", report(family=(_child(None, False, id_number="320102201506015319"),))),
    silent("出生日期和证件都未填", report(family=(_child(None, False),))),
    silent(
        "变动报告沿用家庭成员，不再提示",
        report(family=None, kind=FilingKind.CHANGE, year=2026, filed_on="2026-05-01"),
        report(family=(_child("2015-06-01", False),)),
    ),
    *(
        flagged(
            f"变动报告沿用家庭成员，填了{table_of(kind).title.zh}",
            report(none=(kind,), family=None, kind=FilingKind.CHANGE, year=2026, filed_on="2026-05-01"),
            report(family=(_child("2015-06-01", False),)),
        )
        for kind in (RealEstate, Stock, Fund, Insurance, DepositAbroad, InvestmentAbroad)
    ),
    flagged(
        "变动报告重填家庭成员",
        report(family=(_child("2015-06-01", False),), kind=FilingKind.CHANGE, year=2026, filed_on="2026-05-01"),
        report(family=(_child("2015-06-01", False),)),
    ),
    silent("已去世", report(family=(_child("2015-06-01", False, change=FamilyChange.DEATH),))),
    silent(
        "外甥不是子女",
        report(family=(Member(key="x", relation=Relation.OTHER, born=day("2015-06-01"), cohabiting=False),)),
    ),
)
